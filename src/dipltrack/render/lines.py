"""Lines of a terminal: pieces of text with a style each, broken at spaces, with colours or without.

We draw them ourselves: rich takes 15 ms to load and half a millisecond for each row of a table,
and it holds a whole table before it draws the first row.
"""

import re
from collections.abc import Iterator
from enum import StrEnum

from dipltrack.render.widths import chopped, width_of

_WORD = re.compile(r"\s*\S+\s*")


class Style(StrEnum):
    """How a piece looks where colours are wanted; the value is its code in ECMA-48 (SGR)."""

    PLAIN = ""
    BOLD = "1"
    DIM = "2"
    UNDERLINE = "4"
    RED = "31"
    GREEN = "32"
    YELLOW = "33"
    BLUE = "34"
    CYAN = "36"
    BOLD_RED = "1;31"
    BOLD_GREEN = "1;32"


Piece = tuple[str, Style]
Line = list[Piece]
EMPTY: Line = []


def painted(line: Line, *, colour: bool) -> str:
    """The line as text that ends in no space, its styles as escape sequences where they are wanted."""
    shown = "".join(text for text, _ in line).rstrip()
    if not colour:
        return shown
    out, left = "", len(shown)
    for text, style in line:
        part = text[:left]
        left -= len(part)
        out += f"\x1b[{style}m{part}\x1b[0m" if style and part else part
    return out


def broken(text: str, width: int) -> list[str]:
    """The text in lines of so many columns at most: broken at its own line ends, then at spaces.

    A word that fits no line begins one of its own and is chopped.

    >>> broken("as soon as possible", 11)
    ['as soon as ', 'possible']
    """
    if "\n" not in text and width_of(text) <= width:
        return [text]
    return [line for part in text.split("\n") for line in _lines(part, width)]


def _lines(text: str, width: int) -> Iterator[str]:
    line, filled = "", 0
    for word in _WORD.findall(text):
        needed = width_of(word.rstrip())
        if filled + needed <= width:
            line, filled = line + word, filled + width_of(word)
            continue
        if line:
            yield line
        parts = chopped(word, width) if needed > width else [word]
        yield from parts[:-1]
        line, filled = parts[-1], width_of(parts[-1])
    yield line or text  # spaces alone are no word


def wrapped(line: Line, width: int) -> Iterator[Line]:
    """The line in as many lines as it takes, each piece with its style."""
    plain = "".join(text for text, _ in line)
    start = 0
    for part in broken(plain, width):
        end = start + len(part)
        yield list(_cut(line, start, end))
        start = end + plain.startswith("\n", end)


def _cut(line: Line, start: int, end: int) -> Iterator[Piece]:
    at = 0
    for text, style in line:
        if part := text[max(0, start - at) : max(0, end - at)]:
            yield part, style
        at += len(text)
