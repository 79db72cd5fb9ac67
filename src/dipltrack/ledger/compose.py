"""Entries -> the TOML text that is appended for them.

tomli-w writes every value; the tables around them are laid out here, because its own layout would
turn long evidence into sub-tables, and a ledger's tables are flat (DESIGN §3).
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import tomli_w


def text_of_table(name: str, table: dict[str, Any], *, single: bool = False) -> str:
    """The table as TOML text, its header first.

    >>> print(text_of_table("update", {"of": "TR-20171228-2", "date": date(2018, 1, 29)}), end="")
    [[update]]
    of = "TR-20171228-2"
    date = 2018-01-29
    """
    header = f"[{name}]" if single else f"[[{name}]]"
    return "\n".join([header, *(_statement(key, value) for key, value in table.items())]) + "\n"


def _statement(key: str, value: Any) -> str:  # noqa: ANN401
    match value:
        case [dict(), *_]:
            return "\n".join([f"{key} = [", *(f"  {_inline(table)}," for table in value), "]"])
        case list():
            return f"{key} = [{', '.join(literal(item) for item in value)}]"
        case _:
            return f"{key} = {literal(value, lines=True)}"


def _inline(table: dict[str, Any]) -> str:
    return f"{{ {', '.join(_pairs(table))} }}"


def _pairs(table: dict[str, Any]) -> Iterator[str]:
    for key, value in table.items():
        listed = isinstance(value, list)
        text = f"[{', '.join(map(literal, value))}]" if listed else literal(value)
        yield f"{key} = {text}"


def literal(value: object, *, lines: bool = False) -> str:
    """The value in TOML; a moment to the millisecond, a text of several lines in three quotes."""
    match value:
        case datetime():
            return value.isoformat(timespec="milliseconds")
        case date():
            return value.isoformat()
        case _:
            several = lines and isinstance(value, str) and "\n" in value
            text = tomli_w.dumps({"k": value}, multiline_strings=several)
            return text.removeprefix("k = ").rstrip("\n") if not several else text[4:-1]
