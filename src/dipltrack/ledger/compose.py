"""Entries -> the TOML text that is appended for them.

tomli-w writes every value; the tables around them are laid out here, because its own layout would
turn long evidence into sub-tables, and a ledger's tables are flat (DESIGN §3).
"""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

import tomli_w

_BARE = re.compile(r"[A-Za-z0-9_-]+")
"""A key that needs no quotes."""


def text_of_table(
    name: str, table: Mapping[str, Any], *, single: bool = False, exact: bool = False
) -> str:
    """The table as TOML text, its header first; what is nested in it stands inline.

    With `exact` a moment that a hand wrote keeps what it has below the millisecond.

    >>> print(text_of_table("update", {"of": "TR-20171228-2", "date": date(2018, 1, 29)}), end="")
    [[update]]
    of = "TR-20171228-2"
    date = 2018-01-29
    """
    header = f"[{key_text(name)}]" if single else f"[[{key_text(name)}]]"
    lines = (statement(key, value, exact=exact) for key, value in table.items())
    return "\n".join([header, *lines]) + "\n"


def statement(key: str, value: Any, *, exact: bool = False) -> str:  # noqa: ANN401
    """A key and its value as they stand in a table, without the last line end.

    >>> statement("parties", ["JP", "TR"])
    'parties = ["JP", "TR"]'
    """
    if type(value) is str and _stands_as_it_is(value):
        return f'{key_text(key)} = "{value}"'
    match value:
        case [dict(), *_]:
            inner = (f"  {literal(one, exact=exact)}," for one in value)
            return "\n".join([f"{key_text(key)} = [", *inner, "]"])
        case _:
            return f"{key_text(key)} = {literal(value, lines=True, exact=exact)}"


def _stands_as_it_is(text: str) -> bool:
    """True where nothing of a text is written otherwise in quotes; tomli-w knows all the rest."""
    return text.isprintable() and '"' not in text and "\\" not in text


def key_text(key: str) -> str:
    """The key as TOML has it, in quotes where it needs them.

    >>> key_text("title"), key_text("x file")
    ('title', '"x file"')
    """
    return key if _BARE.fullmatch(key) else literal(key)


def literal(value: object, *, lines: bool = False, exact: bool = False) -> str:
    """The value in TOML; a moment to the millisecond, a text of several lines in three quotes.

    >>> literal({"row": 3, "seen": [date(2018, 1, 29), 1.5]})
    '{ row = 3, seen = [2018-01-29, 1.5] }'
    """
    match value:
        case datetime():
            return moment_text(value) if exact else value.isoformat(timespec="milliseconds")
        case date():
            return value.isoformat()
        case dict():
            pairs = (f"{key_text(k)} = {literal(one, exact=exact)}" for k, one in value.items())
            return f"{{ {', '.join(pairs)} }}" if value else "{}"
        case list():
            return f"[{', '.join(literal(one, exact=exact) for one in value)}]"
        case _:
            several = lines and isinstance(value, str) and "\n" in value
            several = several and not (exact and "\r" in str(value))
            text = tomli_w.dumps({"k": value}, multiline_strings=several)
            return text.removeprefix("k = ").rstrip("\n") if not several else text[4:-1]


def moment_text(moment: datetime) -> str:
    """The moment to the millisecond, or as exactly as it is told."""
    finer = moment.microsecond % 1000
    return moment.isoformat(timespec="microseconds" if finer else "milliseconds")
