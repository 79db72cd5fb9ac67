"""TOML text with faults -> its tables, with every fault of syntax that can be told, each with its line.

Loaded only where a file has a fault: its patterns take a start 3 ms.
"""

import re
from calendar import month_name, monthrange
from typing import Any

from dipltrack.ledger.keys import LISTED_TABLES
from dipltrack.ledger.lines import places_in
from dipltrack.ledger.toml import BOM, told_by_tomllib
from dipltrack.ledger.value import month_mend
from dipltrack.model.fault import Fault

_CONFLICT = re.compile(
    r"^<{7}( .*)?\r?$(.*\n)*?={7}\r?$(.*\n)*?>{7}( .*)?\r?$|^(<{7}|>{7}) (HEAD|\S+)\r?$",
    re.MULTILINE,
)
"""The marks that git leaves: all three in their order, or one alone with the name of a branch."""
_AT = re.compile(r"^(.*?)[;:,]? ?\(at (?:line (\d+), column (\d+)|end of document)\)$", re.DOTALL)
_MONTH = re.compile(r"\s*([\w-]+)\s*=\s*([0-9]{4}-[0-9]{2})\s*(#.*)?")
_IMPOSSIBLE = re.compile(r"\s*([\w-]+)\s*=\s*([0-9]{4})-([0-9]{2})-([0-9]{2})\s*(#.*)?")
_SLASHED = re.compile(r"\s*([\w-]+)\s*=\s*([0-9]{1,4}[/.][0-9]{1,2}[/.][0-9]{1,4})\s*(#.*)?")
_CURLY = re.compile(r"[“”„‘’]")
_MOST = 20
"""Faults of syntax that are told for one file: past them it is no TOML file at all."""


def parse_all(text: str, file: str) -> tuple[dict[str, Any] | None, list[Fault], set[int]]:
    """The tables, the faults of syntax, and the lines that had to be left out to read the rest.

    No tables are returned where what is left is still no TOML.
    """
    if conflict := _CONFLICT.search(text):
        line = text.count("\n", 0, conflict.start()) + 1
        mend = "dipltrack sync joins the two sides; or keep what is right and delete the markers"
        return None, [Fault(file, line, "git left a merge conflict here", mend)], set()
    faults: list[Fault] = []
    lines = text.removeprefix(BOM).split("\n")
    left_out: set[int] = set()
    for number in _single_brackets(lines):
        head = lines[number - 1].strip()
        faults.append(Fault(file, number, f"{head} stands in single brackets", f"write [{head}]"))
        lines[number - 1] = f"[{head}]"
    while len(faults) < _MOST:
        try:
            return told_by_tomllib("\n".join(lines)), faults, left_out
        except (ValueError, RecursionError) as error:
            line, column, told = _place_of(error, lines)
            if line in left_out:
                break
            faults.append(Fault(file, line, *_explained(told, column, lines[line - 1])))
            _leave_out(lines, line, left_out)
    return None, faults, left_out


def _single_brackets(lines: list[str]) -> list[int]:
    """The lines of heads in single brackets where double ones belong."""
    if not any(
        line.strip().strip("[]") in LISTED_TABLES for line in lines if line.startswith("[")
    ):
        return []
    places = places_in("\n".join(lines))
    return [place.line for place in places if place.opened == "[" and place.name in LISTED_TABLES]


def _leave_out(lines: list[str], line: int, left_out: set[int]) -> None:
    """Empties the line; where it is the head of a table, all lines of that table."""
    is_head = lines[line - 1].lstrip().startswith("[")
    is_open = (
        '"""' in lines[line - 1] or "'''" in lines[line - 1] or _OPENS.search(lines[line - 1])
    )
    left_out.add(line)
    lines[line - 1] = ""
    while is_open and line < len(lines) and not _BEGINS.match(lines[line]):
        line += 1
        left_out.add(line)
        lines[line - 1] = ""
    while is_head and line < len(lines) and not lines[line].lstrip().startswith("["):
        line += 1
        left_out.add(line)
        lines[line - 1] = ""


_SECOND_TIME = re.compile("overwrite|declare|duplicate", re.IGNORECASE)


def _last_statement(lines: list[str]) -> int:
    """The line on which the last statement of the file begins."""
    places = places_in("\n".join(lines))
    return max(line for place in places for line in (place.line, *place.keys.values()))


def _what_is_open(line: str, told: str) -> str:
    """What the line leaves open, in the words of the table below."""
    if '"""' in line or "'''" in line:
        return "unterminated string"
    bracket = re.search(r"[\[{](?=[^\[\]{}]*$)", line.partition("=")[2])
    if bracket is None:
        return told
    return "unclosed array" if bracket[0] == "[" else "unclosed inline table"


_OPENS = re.compile(r"[\[{][^\]}]*$")
_BEGINS = re.compile(r"\s*(\[\[?\s*[\w-]+\s*\]|[\w-]+\s*=)")


def _place_of(error: Exception, lines: list[str]) -> tuple[int, int, str]:
    """The line and column from 1 at which the parser gave up, and what it said.

    What is open to the end of the file is told of the line that opens it; what is beyond all
    measure, nested or of digits, of the longest line.
    """
    from tomllib import TOMLDecodeError  # loaded by now: it is tomllib that gave up

    if not isinstance(error, TOMLDecodeError):
        longest = max(range(1, len(lines) + 1), key=lambda n: len(lines[n - 1]))
        return longest, 1, "beyond all measure"
    found = _AT.match(str(error))
    if found is None or found[2] is None:
        told = found[1] if found else str(error)
        last = max((n for n, line in enumerate(lines, 1) if line.strip()), default=1)
        opened = _last_statement(lines)
        what = _what_is_open(lines[opened - 1], told)
        if what != told and not _SECOND_TIME.search(told):
            last, told = opened, what
        return last, len(lines[last - 1]) + 1, told
    line, column = int(found[2]), int(found[3])
    return line, column, found[1]


_KEY_VALUE = re.compile(r"\s*([\w-]+)\s*=\s*(\S.*?)\s*")
_SAYINGS = (
    ("illegal character '\\n'", "a text is not closed", "write the quote at its end"),
    ("unterminated string", "a text is not closed", "write the quotes at its end"),
    ("cannot overwrite a value", "it stands here a second time", "keep one of the two"),
    ("cannot declare", "it stands here a second time", "keep one of the two"),
    ("unescaped '\\'", "a \\ in a text means something else", "write it as \\\\"),
    ("unclosed array", "a list is not closed", "write ] at its end"),
    ("beyond all measure", "it is nested or long beyond all measure", "write less"),
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
    if found := _SLASHED.fullmatch(written):
        wrong = f"{found[1]} = {found[2]} is no day of TOML"
        return wrong, f"write it as year-month-day: {found[1]} = 2018-01-29"
    if _CURLY.search(written) and "=" in written:
        straight = _CURLY.sub('"', written).strip()
        return "curly quotes around a text", f"write straight ones: {_short(straight)}"
    return None


def _impossible_day(key: str, year: int, month: int, day: int) -> tuple[str, str] | None:
    stands = f"{key} = {year:04}-{month:02}-{day:02} is no day"
    if year == 0:
        return f"{stands}: there is no year 0", "write the year as 1 or later"
    if not 1 <= month <= 12:
        return f"{stands}: there is no month {month:02}", "write the month as 01 to 12"
    last = monthrange(year, month)[1]
    if day <= last and day:
        return None
    mend = f"write the last day meant, such as {year:04}-{month:02}-{last}"
    return f"{stands}: {month_name[month]} {year} has {last}", mend


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= 60 else f"{text[:57]}…"
