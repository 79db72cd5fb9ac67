"""An export as text -> the tables of each file, every fault of it told."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from dipltrack.ledger.export import HEAD, OWN
from dipltrack.ledger.flaw import Flaw
from dipltrack.ledger.json_value import table_from_json, value_from_json
from dipltrack.ledger.keys import MEETING_TABLES, SETTINGS_TABLES, SINGLE_TABLES
from dipltrack.ledger.read import FIRMNESS, NO_MEETINGS, REMINDERS, SETTINGS, copied_from
from dipltrack.ledger.shape import Reader
from dipltrack.ledger.tables import SCHEMA
from dipltrack.ledger.toml import BOM
from dipltrack.ledger.value import WrongValueError, shown
from dipltrack.model.fault import Severity
from dipltrack.model.reminder import Reminder

Tables = dict[str, Any]
"""The tables of one file as a TOML parser gives them, without its schema."""

_PATH = re.compile(r"[^/\\:.][^/\\:]*/[^/\\:.][^/\\:]*\.toml")


class WrongExportError(Exception):
    """A file that is no export, or one with faults: a line for each."""

    def __init__(self, told: Sequence[str]) -> None:
        super().__init__("\n".join(told))
        self.told = tuple(told)


class Export(Struct, frozen=True, kw_only=True):
    """An export as read: the tables of each file by its path in the ledger."""

    settings: Tables
    firmness: Tables | None
    meetings: Mapping[str, Tables]
    reminders: Sequence[Tables] = ()


def read_export(text: str) -> Export:
    """The export that the text is. Raises WrongExportError, which names every fault."""
    raw = _json_of(text)
    if not isinstance(raw, dict) or {key: raw.get(key) for key in HEAD} != HEAD:
        schema = raw.get("schema") if isinstance(raw, dict) and raw.get("export") else None
        newer = isinstance(schema, int) and schema > SCHEMA
        mend = "install a newer dipltrack" if newer else "dipltrack export --format json makes one"
        raise WrongExportError([f"it is no export of a ledger of schema 1: {mend}"])
    told: list[str] = []
    settings = _file_from_json(raw.get("settings"), SETTINGS, SETTINGS_TABLES, told)
    firmness = None
    if "firmness" in raw:
        firmness = _value_of(raw["firmness"], FIRMNESS, told)
    meetings: dict[str, Tables] = {}
    listed = raw.get("meetings")
    if not isinstance(listed, list):
        told.append("meetings is no list: write those of the ledger, or []")
    for number, one in enumerate(listed if isinstance(listed, list) else [], 1):
        path = one.get("file") if isinstance(one, dict) else None
        if not isinstance(path, str) or not _is_path(path):
            place = f"meeting {number}: file = {shown(path)}"
            told.append(f"{place} is no file of a meeting: write it as TR/2017-12-28.toml")
        elif path in meetings:
            told.append(f"meeting {number}: {path} stands there twice: leave one of them out")
        else:
            rest = {key: value for key, value in one.items() if key != "file"}
            meetings[path] = _file_from_json(rest, path, MEETING_TABLES, told)
    reminders = _log_from_json(raw.get("reminders", []), told)
    if told:
        raise WrongExportError(told)
    return Export(settings=settings, firmness=firmness, meetings=meetings, reminders=reminders)


def _log_from_json(raw: object, told: list[str]) -> list[Tables]:
    """The tables of the log of reminders; what is wrong with them is told."""
    if not isinstance(raw, list) or not all(isinstance(one, dict) for one in raw):
        told.append("reminders is not a list of tables")
        return []
    return [
        _table(one, (REMINDERS, "reminder", number, False), Reminder, told)
        for number, one in enumerate(raw)
    ]


def _json_of(text: str) -> Any:  # noqa: ANN401
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            twice = next(key for n, (key, _) in enumerate(pairs) if key in dict(pairs[:n]))
            raise ValueError(f'the key "{twice}" stands twice in one object')
        return found

    def no_number(name: str) -> None:
        raise ValueError(f"{name} is no number of JSON")

    try:
        return json.loads(text.removeprefix(BOM), object_pairs_hook=once, parse_constant=no_number)
    except json.JSONDecodeError as error:
        told = f"line {error.lineno}, column {error.colno}: it is no JSON: {error.msg}"
        raise WrongExportError([told]) from None
    except RecursionError:
        raise WrongExportError(["it is nested beyond all measure"]) from None
    except ValueError as error:
        raise WrongExportError([f"it is no JSON of an export: {error}"]) from None


def _is_path(path: str) -> bool:
    """True for a file exactly one folder deep that is none of another sort."""
    plain = bool(_PATH.fullmatch(path)) and path.isprintable()
    return plain and path.partition("/")[0] not in NO_MEETINGS and copied_from(path) is None


def _value_of(raw: object, place: str, told: list[str]) -> Tables:
    try:
        value = value_from_json(raw, place)
    except WrongValueError as error:
        told.append(f"{error.wrong} — {error.mend}")
        return {}
    if not isinstance(value, dict):
        told.append(f"{place} is no table: leave it out")
        return {}
    return value


def _file_from_json(
    raw: object, path: str, models: Mapping[str, type[Any]], told: list[str]
) -> Tables:
    """The tables of one file; what is wrong with them is told."""
    if not isinstance(raw, dict):
        told.append(f"{path}: it is no object with tables: write one")
        return {}
    tables: Tables = {}
    main = next(iter(models))
    if main not in raw:
        told.append(f"{path}: {main} is missing — write it: a file without it is none")
    for name, value in raw.items():
        if name == OWN:
            continue
        if name not in models:
            told.append(f"{path}: {name} is no table of the format — write it under {OWN}")
            continue
        single = name in SINGLE_TABLES
        listed = [value] if single else value
        if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
            told.append(f"{path}: {name} is not {'a table' if single else 'a list of tables'}")
            continue
        read = [
            _table(one, (path, name, number, single), models[name], told)
            for number, one in enumerate(listed)
        ]
        if read or single:
            tables[name] = read[0] if single else read
    own = _value_of(raw.get(OWN, {}), path, told)
    misplaced = sorted(own.keys() & {*models, "schema"})
    told += (
        f"{path}: {name} stands under {OWN} — write it beside the others" for name in misplaced
    )
    return {**tables, **{name: one for name, one in own.items() if name not in tables}}


def _table(raw: Tables, place: tuple[str, str, int, bool], model: type, told: list[str]) -> Tables:
    path, name, number, single = place
    where = f"{path}: {name}" if single else f"{path}: {name} {number + 1}"
    try:
        table = table_from_json(raw, model)
    except WrongValueError as error:
        told.append(f"{where}: {error.wrong} — {error.mend}")
        return {}
    reader = Reader()
    reader.entry(model, table, name, number)
    told += (_told(where, flaw) for flaw in reader.flaws if flaw.severity is Severity.ERROR)
    return table


def _told(where: str, flaw: Flaw) -> str:
    return f"{where}: {flaw.wrong} — {flaw.mend}"
