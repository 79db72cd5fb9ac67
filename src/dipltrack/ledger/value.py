"""One value of a TOML file -> the value that the model holds, or what is wrong with it."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeGuard

from dipltrack.ledger.flaw import list_of, nearest
from dipltrack.ledger.keys import Key, Sort
from dipltrack.model.window import Every

_ISO = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")


class WrongValueError(ValueError):
    """A value that its key cannot take: what is wrong, and the mend."""

    def __init__(self, wrong: str, mend: str) -> None:
        super().__init__(wrong)
        self.wrong = wrong
        self.mend = mend


Read = Callable[[Key, object], Any]
"""Gives the value of a key as the model holds it, or raises WrongValueError."""


def read_value(key: Key, raw: object) -> Any:  # noqa: ANN401 - the key decides
    """The value of a key as the model holds it.

    Raises WrongValueError, which names what stands there and what may stand there.
    """
    return READERS[key.sort](key, raw)


def _text(key: Key, raw: object) -> str:
    if not isinstance(raw, str):
        raise _wrong_type(key, raw, "a text", f'write it in quotes: {key.name} = "{_plain(raw)}"')
    if not raw.strip():
        raise WrongValueError(f"{key.name} is empty", "write it, or leave the line out")
    return raw


def _day(key: Key, raw: object) -> date:
    if isinstance(raw, datetime):
        raise WrongValueError(
            f"{key.name} = {raw.isoformat()} has a time of day where a day belongs",
            f"write {key.name} = {raw.date().isoformat()}",
        )
    if isinstance(raw, date):
        return raw
    if isinstance(raw, int) and not isinstance(raw, bool) and 1000 <= raw <= 9999:
        raise WrongValueError(
            f"{key.name} = {raw} is a year, no day", month_mend(key.name, f"{raw}")
        )
    meant = raw if isinstance(raw, str) and _ISO.fullmatch(raw) else "2018-01-29"
    raise _wrong_type(key, raw, "a day", f"write a day without quotes: {key.name} = {meant}")


def month_mend(key: str, words: str) -> str:
    """What to write where only a month or a year is known: `when` beside the last such day."""
    if key in {"date", "from"}:
        return f'write the last day it can mean, and beside it when = "{words}"'
    return "write the whole day, such as 2018-03-31"


def _moment(key: Key, raw: object) -> datetime:
    if isinstance(raw, datetime) and raw.tzinfo is not None:
        return raw
    if isinstance(raw, datetime):
        wrong = f"{key.name} = {raw.isoformat()} has no offset from UTC"
        raise WrongValueError(wrong, f"write it, such as {raw.isoformat()}+09:00")
    raise _wrong_type(key, raw, "a moment", f"write {key.name} = 2018-01-30T10:12:00.004+09:00")


def _number(key: Key, raw: object) -> int:
    if _is_number(raw) and raw > 0:
        return raw
    raise _wrong_type(key, raw, "a whole number above 0", f"write one, such as {key.name} = 30")


def _is_number(raw: object) -> TypeGuard[int]:
    """True for a whole number; true and false are none in TOML."""
    return isinstance(raw, int) and not isinstance(raw, bool)


def _flag(key: Key, raw: object) -> bool:
    if isinstance(raw, bool):
        return raw
    raise _wrong_type(key, raw, "true or false", f"write {key.name} = true, or leave it out")


def _word(key: Key, raw: object) -> Any:  # noqa: ANN401
    known = by_word(key.words)
    if isinstance(raw, str) and raw in known:
        return known[raw]
    words = tuple(known)
    near = nearest(raw, words) if isinstance(raw, str) else None
    mend = f'did you mean "{near}"?' if near else "write one of them"
    raise WrongValueError(f"{key.name} = {shown(raw)} is not {list_of(words)}", mend)


@cache
def by_word(words: type[StrEnum] | None) -> Mapping[str, StrEnum]:
    """The words of a vocabulary as they stand in a file, each with what the model holds."""
    return {word.value: word for word in words or ()}


def _period(key: Key, raw: object) -> Every:
    every = Every.of(raw) if isinstance(raw, str) else None
    if every is None:
        wrong = f"{key.name} = {shown(raw)} is no period of years or months"
        raise WrongValueError(wrong, f'write {key.name} = "1 year" or "6 months"')
    return every


def _names(key: Key, raw: object) -> tuple[str, ...]:
    if not isinstance(raw, list) or not all(isinstance(name, str) and name for name in raw):
        mend = f'write {key.name} = ["JP", "TR"]'
        raise _wrong_type(key, raw, "a list of texts", mend)
    return tuple(raw)


def _names_or_one(key: Key, raw: object) -> tuple[str, ...]:
    if isinstance(raw, str) and raw:
        return (raw,)
    if isinstance(raw, list) and raw and all(isinstance(name, str) and name for name in raw):
        return tuple(raw)
    mend = f'write {key.name} = "ME1" or {key.name} = ["ME1", "METI"]'
    raise _wrong_type(key, raw, "a text or a list of texts", mend)


def _numbers(key: Key, raw: object) -> tuple[int, ...]:
    size, (low, high) = len(key.default), (1, 12 if key.name != "month_parts" else 28)
    if (
        isinstance(raw, list)
        and len(raw) == size
        and all(_is_number(n) and low <= n <= high for n in raw)
        and (key.name == "seasons" or sorted(set(raw)) == raw)
    ):
        return tuple(raw)
    order = "" if key.name == "seasons" else ", each above the one before"
    wrong = f"{key.name} = {shown(raw)} is not {size} whole numbers from {low} to {high}{order}"
    raise WrongValueError(wrong, f"write {key.name} = {list(key.default)}")


def _days(key: Key, raw: object) -> tuple[int, ...]:
    if isinstance(raw, list) and raw and all(_is_number(n) and 0 <= n <= MOST_DAYS for n in raw):
        return tuple(sorted(set(raw)))
    wrong = f"{key.name} = {shown(raw)} is no list of whole numbers from 0 to {MOST_DAYS}"
    raise WrongValueError(wrong, f"write {key.name} = [14, 3]")


MOST_DAYS = 3660
"""Ten years: what lies further from its day is a slip of the pen."""


def _months(key: Key, raw: object) -> Mapping[str, int]:
    if isinstance(raw, dict) and all(_is_number(m) and 1 <= m <= 12 for m in raw.values()):
        return {**key.default, **raw}
    wrong = f"{key.name} = {shown(raw)} does not give each party a month from 1 to 12"
    raise WrongValueError(wrong, f"write {key.name} = {{ JP = 4, US = 10 }}")


def _any(key: Key, raw: object) -> Any:  # noqa: ANN401
    match raw:
        case datetime():
            return _day(key, raw)
        case str() | bool() | int() | date():
            return raw
        case list() if raw and all(isinstance(name, str) for name in raw):
            return tuple(raw)
        case _:
            raise _wrong_type(key, raw, "a value of the field", "write it as the field has it")


def _wrong_type(key: Key, raw: object, what: str, mend: str) -> WrongValueError:
    return WrongValueError(f"{key.name} = {shown(raw)} is not {what}", mend)


def shown(raw: object) -> str:
    """The value as it stands in a TOML file, cut where it is long.

    >>> shown("fullfilled"), shown([1, 2])
    ('"fullfilled"', '[1, 2]')
    """
    text = f'"{raw}"' if isinstance(raw, str) else _plain(raw)
    return text if len(text) <= 60 else f"{text[:57]}…"


def _plain(raw: object) -> str:
    match raw:
        case bool():
            return str(raw).lower()
        case date():
            return raw.isoformat()
        case list():
            return f"[{', '.join(shown(item) for item in raw)}]"
        case dict():
            return "{…}"
        case _:
            return str(raw)


READERS: Mapping[Sort, Read] = {
    Sort.TEXT: _text,
    Sort.LINES: _text,
    Sort.DAY: _day,
    Sort.MOMENT: _moment,
    Sort.NUMBER: _number,
    Sort.FLAG: _flag,
    Sort.WORD: _word,
    Sort.PERIOD: _period,
    Sort.NAMES: _names,
    Sort.NAMES_OR_ONE: _names_or_one,
    Sort.NUMBERS: _numbers,
    Sort.DAYS: _days,
    Sort.MONTHS: _months,
    Sort.VALUE: _any,
}
