"""How wide text stands on a terminal: most letters fill one column, East Asian ones two."""

import re

_NARROW = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482–—‘’“”…•░█▒●◆│]*")
"""Text of letters that fill one column each, as nearly all is: for it no table of widths is loaded."""


def width_of(text: str) -> int:
    """The columns that the text fills.

    >>> width_of("München – Ankara"), width_of("外相会談")
    (16, 8)
    """
    if _NARROW.fullmatch(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def fitted(text: str, width: int) -> str:
    """The beginning of the text in exactly so many columns, spaces behind it where it is shorter.

    >>> fitted("Ankara", 4), fitted("外相会談", 5), fitted("EPA", 5)
    ('Anka', '外相 ', 'EPA  ')
    """
    if _NARROW.fullmatch(text):
        return text[:width].ljust(width)
    from rich.cells import set_cell_size

    return set_cell_size(text, width)


def chopped(word: str, width: int) -> list[str]:
    """The word in parts that fill no more than so many columns each.

    >>> chopped("Sicherheitsdialog", 10), chopped("外相会談", 5)
    (['Sicherheit', 'sdialog'], ['外相', '会談'])
    """
    if _NARROW.fullmatch(word):
        return [word[start : start + width] for start in range(0, len(word), width)]
    from rich.cells import chop_cells

    return chop_cells(word, width)
