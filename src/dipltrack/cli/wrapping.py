"""A line that is wider than the terminal, broken at spaces and never inside a command."""

import re
from collections.abc import Iterator
from unicodedata import east_asian_width

_COMMAND = re.compile(
    r"dipltrack(?: [a-z]+(?: (?:add|set|list|show)\b)?)?(?: (?:-|[A-Z0-9\"'“])[^\s;,]*)*"
)
"""A command to copy: its words, its options, its refs and values."""
_WORD = re.compile(r"(\s*)(\S+)")


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of that width, those after the first set in by two.

    A command that does not fit stands on a line of its own, so that it can be copied.

    >>> wrapped("there is no ledger here: dipltrack init DIR makes one", 30)
    ['there is no ledger here:', '  dipltrack init DIR makes one']
    """
    if width_of(text) <= width:
        return [text]
    inset = " " * (len(text) - len(text.lstrip()))
    lines, line = [], inset
    for gap, part in _parts(text.strip()):
        joined = f"{line}{gap}{part}" if line.strip() else f"{line}{part}"
        if width_of(joined) > width and line.strip():
            lines.append(line)
            joined = f"{inset}  {part}"
        line = joined
    return [*lines, line]


def width_of(text: str) -> int:
    """The columns of a terminal that the text takes: two for each letter of East Asia."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """The words, and commands whole, each with the space before it: it may set columns apart."""
    at = 0
    for command in _COMMAND.finditer(text):
        before, joint = text[at : command.start()], text[command.end() :].partition(" ")[0]
        yield from _WORD.findall(before)
        yield before[len(before.rstrip()) :], command[0] + joint
        at = command.end() + len(joint)
    yield from _WORD.findall(text[at:])
