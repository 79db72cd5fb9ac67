"""Characters of a text that a reader cannot see, and how they are made visible."""

import unicodedata

_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks and overrides of writing direction (Unicode, UAX #9): they can reorder a whole line."""


def hidden_characters(text: str) -> list[str]:
    r"""The control and direction characters of a text, which could change how it is shown.

    The end of a line and a tab are ordinary.

    >>> [f"U+{ord(character):04X}" for character in hidden_characters("a\u202eb\x1b[0m")]
    ['U+202E', 'U+001B']
    """
    return [character for character in text if is_hidden(character)]


def is_hidden(character: str) -> bool:
    r"""True for a control character, a mark of direction and a separator of lines but `\\n`."""
    if character in "\n\t":
        return False
    category = unicodedata.category(character)
    return category in {"Cc", "Zl", "Zp", "Cs"} or character in _DIRECTION


def visible(text: str) -> str:
    r"""The text with each hidden character written as ‹U+…›; ends of lines and tabs as a space.

    >>> visible("a\u202eb\nc")
    'a‹U+202E›b c'
    """
    if text.isprintable():
        return text
    return "".join(
        " " if c in "\n\t" else f"‹U+{ord(c):04X}›" if is_hidden(c) else c for c in text
    )
