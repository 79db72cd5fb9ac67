"""TOML text -> tables, with every fault of syntax that can be told apart, each with its line."""

import re
import tomllib
from calendar import month_name, monthrange
from typing import Any

from dipltrack.ledger.value import month_mend
from dipltrack.model.fault import Fault

BOM = "\ufeff"
_MARKER = re.compile(r"^(<{7}|={7}|>{7}|\|{7})( .*)?$", re.MULTILINE)
_AT = re.compile(r"^(.*?)[;:,]? ?\(at (?:line (\d+), column (\d+)|end of document)\)$", re.DOTALL)
_MONTH = re.compile(r"\s*([\w-]+)\s*=\s*([0-9]{4}-[0-9]{2})\s*(#.*)?")
_IMPOSSIBLE = re.compile(r"\s*([\w-]+)\s*=\s*([0-9]{4})-([0-9]{2})-([0-9]{2})\s*(#.*)?")
_CURLY = re.compile(r"[“”„‘’]")
_MOST = 20
"""Faults of syntax that are told for one file: past them it is no TOML file at all."""


def parse(text: str) -> dict[str, Any]:
    """The tables of a TOML 1.0 text, a byte-order mark before it read over.

    Raises tomllib.TOMLDecodeError.
    """
    return tomllib.loads(text.removeprefix(BOM))


def text_of(data: bytes, file: str) -> tuple[str, list[Fault]]:
    """The text of a file's bytes; bytes that are not UTF-8 are faults, each line once."""
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        mend = "save the file as UTF-8"
        return "", [Fault(file, line, f"byte 0x{data[error.start]:02x} is no UTF-8", mend)]


def parse_all(text: str, file: str) -> tuple[dict[str, Any] | None, list[Fault], set[int]]:
    """The tables, the faults of syntax, and the lines that had to be left out to read the rest.

    No tables are returned where what is left is still no TOML.
    """
    markers = [text.count("\n", 0, found.start()) + 1 for found in _MARKER.finditer(text)]
    if markers and any(found[1][0] in "<>" for found in _MARKER.finditer(text)):
        mend = "keep what is right of both sides and delete the lines of the markers"
        return None, [Fault(file, markers[0], "git left a merge conflict here", mend)], set()
    faults: list[Fault] = []
    lines = text.removeprefix(BOM).split("\n")
    left_out: set[int] = set()
    while len(faults) < _MOST:
        try:
            return tomllib.loads("\n".join(lines)), faults, left_out
        except tomllib.TOMLDecodeError as error:
            line, column, told = _place_of(error, lines)
            if line in left_out:
                break
            faults.append(Fault(file, line, *_explained(told, column, lines[line - 1])))
            _leave_out(lines, line, left_out)
    return None, faults, left_out


def _leave_out(lines: list[str], line: int, left_out: set[int]) -> None:
    """Empties the line; where it is the head of a table, all lines of that table."""
    is_head = lines[line - 1].lstrip().startswith("[")
    left_out.add(line)
    lines[line - 1] = ""
    while is_head and line < len(lines) and not lines[line].lstrip().startswith("["):
        line += 1
        left_out.add(line)
        lines[line - 1] = ""


def _place_of(error: tomllib.TOMLDecodeError, lines: list[str]) -> tuple[int, int, str]:
    """The line and column from 1 at which the parser gave up, and what it said."""
    found = _AT.match(str(error))
    if found is None or found[2] is None:
        last = max((n for n, line in enumerate(lines, 1) if line.strip()), default=1)
        return last, len(lines[last - 1]) + 1, found[1] if found else str(error)
    line, column = int(found[2]), int(found[3])
    while line > 1 and column == 1 and not lines[min(line, len(lines)) - 1].strip():
        line -= 1  # what a line leaves open is told of the next one
        column = len(lines[line - 1]) + 1 if lines[line - 1].strip() else 1
    return line, column, found[1]


_KEY_VALUE = re.compile(r"\s*([\w-]+)\s*=\s*(\S.*?)\s*")
_SAYINGS = (
    ("illegal character '\\n'", "a text is not closed", "write the quote at its end"),
    ("unterminated string", "a text is not closed", "write the quotes at its end"),
    ("cannot overwrite a value", "it stands here a second time", "keep one of the two"),
    ("cannot declare", "it stands here a second time", "keep one of the two"),
    ("unescaped '\\'", "a \\ in a text means something else", "write it as \\\\"),
    ("unclosed array", "a list is not closed", "write ] at its end"),
    ("unclosed inline table", "a table in { } is not closed", "write } at its end"),
)
"""What the parser says, and the same in words for somebody who does not know it."""


def _explained(told: str, column: int, written: str) -> tuple[str, str]:
    """What is wrong with the line, and the mend, as plainly as it can be known."""
    if known := _known_mistake(written):
        return known
    for saying, wrong, mend in _SAYINGS:
        if saying in told.casefold():
            return f"{wrong} (column {column})", f"{mend}: {_short(written)}"
    found = _KEY_VALUE.fullmatch(written)
    if found and "invalid value" in told.casefold() and '"' not in found[2]:
        wrong = f"{found[1]} = {found[2]} is no value (column {column})"
        return wrong, f'write a text in quotes: {found[1]} = "{found[2]}"'
    wrong = f"no TOML from column {column} on: {told[:1].lower()}{told[1:]}"
    return wrong, f"mend the line: {_short(written)}"


def _known_mistake(written: str) -> tuple[str, str] | None:
    """What a hand often writes instead of TOML, and the mend, or None."""
    if found := _MONTH.fullmatch(written):
        return f"{found[1]} = {found[2]} is a month, no day", month_mend(found[1], found[2])
    if found := _IMPOSSIBLE.fullmatch(written):
        return _impossible_day(found[1], int(found[2]), int(found[3]), int(found[4]))
    if _CURLY.search(written) and "=" in written:
        straight = _CURLY.sub('"', written).strip()
        return "curly quotes around a text", f"write straight ones: {_short(straight)}"
    return None


def _impossible_day(key: str, year: int, month: int, day: int) -> tuple[str, str] | None:
    stands = f"{key} = {year:04}-{month:02}-{day:02} is no day"
    if not 1 <= month <= 12 or year == 0:
        return f"{stands}: there is no month {month:02}", "write the month as 01 to 12"
    last = monthrange(year, month)[1]
    if day <= last and day:
        return None
    mend = f"write the last day meant, such as {year:04}-{month:02}-{last}"
    return f"{stands}: {month_name[month]} {year} has {last}", mend


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= 60 else f"{text[:57]}…"
