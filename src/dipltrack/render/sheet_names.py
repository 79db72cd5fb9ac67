"""Names of the sheets of a workbook: such as Excel takes, each one once."""

import re
from collections.abc import Sequence

from dipltrack.model.text import visible

_LONGEST = 31
_NEVER = re.compile(r"[\[\]:*?/\\]")
_RESERVED = "history"


def sheet_names(wanted: Sequence[str]) -> list[str]:
    r"""The names as near to those that are wanted as Excel takes them.

    At most 31 letters, none of []:*?/\, no apostrophe at an end, not History, and no two that
    differ only in the case of their letters.

    >>> sheet_names(["1. Done", "1. done", "History", "a/b"])
    ['1. Done', '1. done (2)', 'History (2)', 'a-b']
    """
    taken = {_RESERVED}
    names = []
    for one in wanted:
        name = _fitting(one)
        number = 1
        while name.casefold() in taken:
            number += 1
            behind = f" ({number})"
            name = _cut(_fitting(one), _LONGEST - len(behind)).rstrip() + behind
        taken.add(name.casefold())
        names.append(name)
    return names


def _fitting(text: str) -> str:
    name = _NEVER.sub("-", visible(text)).strip().strip("'").strip()
    return _cut(name, _LONGEST).strip().strip("'").strip() or "Sheet"


def _cut(name: str, longest: int) -> str:
    """So much of the name as Excel takes, which counts in UTF-16."""
    return name.encode("utf-16-le")[: 2 * longest].decode("utf-16-le", errors="ignore")
