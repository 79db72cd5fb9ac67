"""An entry -> its table, as a TOML parser would give it back: the other way of `shape`."""

from typing import Any

from dipltrack.ledger.keys import OWN, Key, Sort, keys_of, timing_keys
from dipltrack.model.window import Every, Timing


def table_of(entry: Any) -> dict[str, Any]:  # noqa: ANN401 - any class of the model
    """The entry as the table that a TOML parser would give back; what is at its default left out.

    Required keys always stand, and so does the class of a timing.
    """
    table: dict[str, Any] = {}
    model: type = type(entry)
    for key in keys_of(model):
        value = getattr(entry, key.field)
        if key.sort is Sort.TIMING:
            table |= _timing_table(value)
        elif key.required or value != key.default:
            table[key.name] = _plain(key, value)
    return table | dict(getattr(entry, OWN, ()))


def _timing_table(timing: Timing | None) -> dict[str, Any]:
    if timing is None or timing == Timing():
        return {}
    table = {"stated": timing.stated} if timing.stated else {}
    window = timing.window
    parts = (key for key in timing_keys() if key.field != "stated")
    values = {key.name: _plain(key, getattr(window, key.field)) for key in parts}
    return table | {name: value for name, value in values.items() if value is not None}


def _plain(key: Key, value: Any) -> Any:  # noqa: ANN401 - the key decides
    """The value of a field as TOML has it."""
    if key.table is not None:
        return [table_of(item) for item in value]
    match value:
        case tuple() if key.sort in {Sort.NAMES_OR_ONE, Sort.VALUE} and len(value) == 1:
            return value[0]
        case tuple():
            return list(value)
        case Every():
            return str(value)
        case str():
            return str(value)
        case _:
            return value
