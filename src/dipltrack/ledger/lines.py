"""Where the tables and keys of a TOML file stand: no parser tells lines of what it could parse.

Used only to name the place of a fault. It follows strings, arrays and comments just far enough to
know where a statement begins.
"""

import re

from msgspec import Struct, field

_HEADER = re.compile(r"[ \t]*(\[\[?)[ \t]*([^\]#\n]+?)[ \t]*\]")
_HEAD = re.compile(r"[ \t]*\[")
_KEY = re.compile(r"""[ \t]*("[^"\n]*"|'[^'\n]*'|[A-Za-z0-9_-]+)[ \t]*([.=])""")
_DELIMITER = re.compile(r'"""|\'\'\'|["\'#\[\]{}\n]')


class Place(Struct, frozen=True):
    """A table of a file: how it was opened (`[`, `[[` or `=`), its line, the lines of its keys."""

    name: str
    opened: str
    line: int
    keys: dict[str, int] = field(default_factory=dict)


def places_in(text: str) -> list[Place]:
    r"""Every table of the text in its order, the top of the file first, under the name "".

    Lines count from 1. A key that holds a table or list is a key of the table it stands in.

    >>> [(place.name, place.line) for place in places_in("a = 1\n\n[[update]]\nof = 'x'\n")]
    [('', 1), ('update', 3)]
    """
    places = [Place("", "", 1)]
    at, line = 0, 1
    while at < len(text):
        header, key = _HEADER.match(text, at), _KEY.match(text, at)
        if header:
            name = re.sub(r"[\s\"']", "", header[2])
            places.append(Place(name, header[1], line))
            end = text.find("\n", header.end())
            end = len(text) if end < 0 else end + 1
        elif _HEAD.match(text, at):  # one that is not closed ends with its line all the same
            end = _before_newline(text, at) + 1
        elif key:
            places[-1].keys.setdefault(key[1].strip("\"'"), line)
            end = _end_of_statement(text, key.end())
        else:
            end = _end_of_statement(text, at)
        end = min(end, len(text))
        line += text.count("\n", at, end)
        at = end
    return places


def line_of(places: list[Place], table: str | None, index: int, key: str | None) -> int:
    r"""The line of a key of the table of that name and number, of the table's head, or 0.

    >>> line_of(places_in("schema = 1\n[[update]]\nof = 'x'\n"), "update", 0, "of")
    3
    """
    if table is None:
        return places[0].keys.get(key or "", 0)
    inside = [place for place in places if place.name == table]
    if index >= len(inside):
        return places[0].keys.get(table, 0)
    return inside[index].keys.get(key or "", inside[index].line)


def _end_of_statement(text: str, at: int) -> int:
    """The place after the line on which the value that starts at this place ends."""
    depth = 0
    while found := _DELIMITER.search(text, at):
        at = found.end()
        match found[0]:
            case "\n" if depth <= 0:
                return at
            case "#":
                at = _before_newline(text, at)
            case "[" | "{":
                depth += 1
            case "]" | "}":
                depth -= 1
            case '"""' | "'''" | '"' | "'" as quote:
                at = _end_of_string(text, at, quote)
            case _:
                pass
    return len(text)


def _end_of_string(text: str, at: int, quote: str) -> int:
    """The place after the closing quote; the end of the line where a short string is not closed."""
    while at < len(text):
        if text.startswith(quote, at):
            return _past_its_own_quotes(text, at + len(quote), quote)
        if text[at] == "\n" and len(quote) == 1:
            return at
        at += 2 if text[at] == "\\" and quote[0] == '"' else 1
    return len(text)


def _past_its_own_quotes(text: str, at: int, quote: str) -> int:
    """A text in three quotes may end in one or two of its own."""
    end = at + 2 if len(quote) == 3 else at
    while at < min(end, len(text)) and text[at] == quote[0]:
        at += 1
    return at


def _before_newline(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end
