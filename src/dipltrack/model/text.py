"""Characters of a text that a reader cannot see, and how they are made visible."""

import unicodedata

from msgspec import json

_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks and overrides of writing direction (Unicode, UAX #9): they can reorder a whole line."""


def controls_in(text: str) -> list[str]:
    r"""The control characters of a text; the end of a line and a tab are ordinary.

    They are refused on entry. Marks of direction are not: a passage in Arabic may need them.

    >>> [f"U+{ord(character):04X}" for character in controls_in("a\u200fb\x1b[0m")]
    ['U+001B']
    """
    if text.isprintable():
        return []
    return [character for character in text if is_control(character)]


def is_control(character: str) -> bool:
    """True for a control character, for a surrogate, and for what breaks a line unseen."""
    if character in "\n\t":
        return False
    return unicodedata.category(character) in {"Cc", "Zl", "Zp", "Cs"}


def _is_no_character(character: str) -> bool:
    """True for a code that no character has, as U+FFFF: XML and HTML refuse it (Unicode, 23.7)."""
    code = ord(character)
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def sound(text: str) -> str:
    """The text without halves of characters, which a broken terminal sends and nothing bears."""
    return text.encode(errors="replace").decode()


def visible(text: str) -> str:
    r"""The text with each hidden character written as ‹U+…›; ends of lines and tabs as a space.

    >>> visible("a\u202eb\nc")
    'a‹U+202E›b c'
    """
    if text.isprintable():
        return text
    return "".join(_visible(character) for character in text)


def escaped(json_text: str) -> str:
    r"""JSON with each hidden character of its texts as \uXXXX: it means the same, and nothing acts.

    JSON itself only asks that of those below a space; a terminal also acts on those up to U+009F.

    >>> print(escaped('{"title": "\x9b31m \u202e 来春"}'))
    {"title": "\u009b31m \u202e 来春"}
    """
    return (
        json_text
        if json_text.isascii() and "\x7f" not in json_text
        else json_text.translate(_HIDDEN)
    )


def json_text(content: object) -> str:
    r"""The content as JSON, two spaces a level, its hidden characters `escaped`; without fractions.

    It is what `json.dumps` makes of it, in a fifth of the time; only numbers with a fraction, of
    which an item has none, may be written otherwise.

    >>> print(json_text({"title": "来春‮", "holdings": []}))
    {
      "title": "来春\u202e",
      "holdings": []
    }
    """
    compact = json.encode(content)
    text = json.format(compact, indent=2).decode()
    return text if compact.decode().isprintable() else escaped(text)


_HIDDEN = {
    ord(character): f"\\u{ord(character):04x}"
    for character in (*map(chr, range(0x7F, 0xA0)), "\u2028", "\u2029", "\ufeff", *_DIRECTION)
}


def _visible(character: str) -> str:
    if character in "\n\t":
        return " "
    hidden = character in _DIRECTION or is_control(character) or _is_no_character(character)
    return f"‹U+{ord(character):04X}›" if hidden else character
