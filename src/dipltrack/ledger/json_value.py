"""A value of a TOML file as JSON can hold it, and back: nothing of it is lost on the way.

JSON has no days, moments, times of day, and not every number. Where the format names the type of a
key, as of `date`, the text alone tells it; in a key that the format does not know, and where it
takes values of several types, a table with one key that begins with `$` says what is meant:
`{"$date": "2018-01-29"}`.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from functools import cache
from typing import Any, TypeVar

from dipltrack.ledger.compose import moment_text
from dipltrack.ledger.keys import Key, Sort, keys_of, timing_keys
from dipltrack.ledger.value import WrongValueError, shown

Table = Mapping[str, Any]
T = TypeVar("T")

DATE, MOMENT, TIME, FLOAT, TABLE = "$date", "$moment", "$time", "$float", "$table"
"""The keys that say what is meant; of a table one of whose own keys begins so, `$table`."""


def table_to_json(table: Table, model: type | None) -> dict[str, Any]:
    """A table of the class of the model, or of none, under its own keys, in their order."""
    keys = _keys_by_name(model)
    return {name: _known_to_json(keys.get(name), value) for name, value in table.items()}


def table_from_json(table: Table, model: type | None) -> dict[str, Any]:
    """The table that was made JSON. Raises WrongValueError for what no value can be read from."""
    keys = _keys_by_name(model)
    return {name: _known_from_json(keys.get(name), name, raw) for name, raw in table.items()}


def value_to_json(value: Any) -> Any:  # noqa: ANN401 - TOML holds anything
    """Any value, its type told where JSON has none for it.

    >>> value_to_json([date(2018, 1, 29), 1.5, {"$a": 1}])
    [{'$date': '2018-01-29'}, {'$float': '1.5'}, {'$table': {'$a': 1}}]
    """
    match value:
        case datetime():
            return {MOMENT: moment_text(value)}
        case date():
            return {DATE: value.isoformat()}
        case time():
            return {TIME: value.isoformat()}
        case float():
            return {FLOAT: repr(value)}
        case list():
            return [value_to_json(one) for one in value]
        case dict():
            plain = {key: value_to_json(one) for key, one in value.items()}
            return {TABLE: plain} if any(key.startswith("$") for key in value) else plain
        case _:
            return value


def value_from_json(raw: Any, key: str) -> Any:  # noqa: ANN401
    """The value that was made JSON. Raises WrongValueError, which names the key.

    >>> value_from_json({"$date": "2018-01-29"}, "x_seen")
    datetime.date(2018, 1, 29)
    """
    match raw:
        case None:
            raise WrongValueError(f"{key} is null", "leave the key out")
        case float():
            mend = f'write {{"{FLOAT}": "{raw!r}"}}'
            raise WrongValueError(f"{key} = {raw!r} is a number with a fraction", mend)
        case list():
            return [value_from_json(one, key) for one in raw]
        case dict() if len(raw) == 1 and next(iter(raw)) in _READ:
            ((tag, inner),) = raw.items()
            return _READ[tag](inner, key)
        case dict():
            if any(name.startswith("$") for name in raw):
                wrong = f"{key} = {shown(list(raw))} mixes what says a type with other keys"
                raise WrongValueError(wrong, f'write {{"{TABLE}": {{…}}}} around the table')
            return {name: value_from_json(one, name) for name, one in raw.items()}
        case _:
            return raw


def _known_to_json(key: Key | None, value: Any) -> Any:  # noqa: ANN401
    match key:
        case Key(sort=Sort.DAY):
            return value.isoformat()
        case Key(sort=Sort.MOMENT):
            return moment_text(value)
        case Key(table=inner) if inner is not None:
            return [table_to_json(one, inner) for one in value]
        case _:
            return value_to_json(value)


def _known_from_json(key: Key | None, name: str, raw: Any) -> Any:  # noqa: ANN401
    match key:
        case Key(sort=Sort.DAY) if isinstance(raw, str):
            return _day(raw, name)
        case Key(sort=Sort.MOMENT) if isinstance(raw, str):
            return _moment(raw, name)
        case Key(table=inner) if inner is not None and isinstance(raw, list):
            if not all(isinstance(one, dict) for one in raw):
                return raw  # the reader of the table tells what is wrong with it
            return [table_from_json(one, inner) for one in raw]
        case _:
            return value_from_json(raw, name)


@cache
def _keys_by_name(model: type | None) -> Mapping[str, Key]:
    if model is None:
        return {}
    listed = (timing_keys() if key.sort is Sort.TIMING else (key,) for key in keys_of(model))
    return {key.name: key for keys in listed for key in keys}


def _day(raw: object, key: str) -> date:
    return _read(date.fromisoformat, raw, key, "a day", "2018-01-31")


def _moment(raw: object, key: str) -> datetime:
    return _read(datetime.fromisoformat, raw, key, "a moment", "2018-01-30T10:12:00.004+09:00")


def _time(raw: object, key: str) -> time:
    return _read(time.fromisoformat, raw, key, "a time of day", "10:12:00")


def _float(raw: object, key: str) -> float:
    return _read(float, raw, key, "a number with a fraction", "1.5")


def _table(raw: object, key: str) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise WrongValueError(f"{key} = {shown(raw)} is no table", 'write {"$table": {…}}')
    return {name: value_from_json(one, name) for name, one in raw.items()}


_READ: Mapping[str, Callable[[Any, str], Any]] = {
    DATE: _day,
    MOMENT: _moment,
    TIME: _time,
    FLOAT: _float,
    TABLE: _table,
}


def _read(read: Callable[[str], T], raw: object, key: str, what: str, example: str) -> T:
    wrong = WrongValueError(f"{key} = {shown(raw)} is not {what}", f'write it as "{example}"')
    if not isinstance(raw, str):
        raise wrong
    try:
        return read(raw)
    except ValueError:
        raise wrong from None
