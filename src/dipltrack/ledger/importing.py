"""An export -> what a ledger lacks of it: whole files of meetings, and tables that are appended.

What the ledger holds already is left as it is; what it holds otherwise is a conflict, and then
nothing is written.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from dipltrack.ledger.append import RawTables, UnsafeAppendError, with_tables
from dipltrack.ledger.compose import statement, text_of_table
from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.export import has_header
from dipltrack.ledger.exported import Export, Tables
from dipltrack.ledger.keys import SETTINGS_TABLES, SINGLE_TABLES
from dipltrack.ledger.read import FIRMNESS, SETTINGS, file_of
from dipltrack.ledger.reminders import issued_tables, known_by, log_path
from dipltrack.ledger.replace import (
    Seen,
    create_file,
    read_seen,
    remove_leftovers,
    replace_file,
)
from dipltrack.ledger.toml import BOM, parse, same_value

_NAMED_BY = ("id", "ref", "name")
"""The keys by which an entry is known, the surest first."""


class FilePlan(Struct, frozen=True, kw_only=True):
    """What one file of the ledger lacks, and its bytes with it.

    `seen` is the file as it is, None for one that is to be made. `before` and `after` are a
    meeting's file as it is and as it would be.
    """

    path: str
    seen: Seen | None
    data: bytes
    lacks: RawTables
    before: MeetingFile | None = None
    after: MeetingFile | None = None


class Plan(Struct, kw_only=True):
    """What an import would write, file by file; conflicts keep all of it from being written.

    `left` counts the entries that the ledger holds already. `stays` are tables of the settings
    that differ and stay as the ledger has them.
    """

    files: list[FilePlan] = field(default_factory=list)
    conflicts: list[str] = field(default_factory=list)
    left: int = 0
    stays: list[str] = field(default_factory=list)


def plan_of(root: Path, export: Export, paths: Mapping[str, str]) -> Plan:
    """What the ledger in that folder lacks of the export; `paths` is where each meeting's ref lies.

    Call it under the lock. A folder without settings is a ledger that is to be made: its settings
    come last, so that it is none before it is whole. Raises UnsafeAppendError, OSError.
    """
    plan = Plan()
    for path, tables in export.meetings.items():
        at = paths.get(tables["meeting"]["ref"], path)
        _plan_file(root, at, tables, plan)
    _plan_log(root, export.reminders, plan)
    if export.firmness is not None:
        _plan_firmness(root, export.firmness, plan)
    _plan_settings(root, export.settings, plan)
    return plan


def write_planned(root: Path, file: FilePlan) -> None:
    """Writes one file of a plan, all or nothing. Raises ChangedMeanwhileError, OSError."""
    path = root / file.path
    remove_leftovers(path.parent)
    if file.seen is None:
        create_file(path, file.data)
    else:
        replace_file(path, file.data, file.seen)


def whole_text(tables: Tables) -> bytes:
    """A file of those tables: its schema, what stands without a header, then each table."""
    top = {name: value for name, value in tables.items() if not has_header(value)}
    lines = (statement(key, value, exact=True) for key, value in top.items())
    parts = ["\n".join(["schema = 1", *lines]) + "\n"]
    parts += (
        text_of_table(name, table, single=single, exact=True)
        for name, table, single in _each_table(tables)
    )
    return "\n".join(parts).encode()


def _each_table(tables: Tables) -> Iterator[tuple[str, dict[str, Any], bool]]:
    for name, value in tables.items():
        if isinstance(value, dict):
            yield name, value, True
        elif has_header(value):
            for table in value:
                yield name, table, False


def _plan_file(root: Path, path: str, tables: Tables, plan: Plan) -> None:
    if not (root / path).exists():
        data = _proven(path, tables)
        after, _ = file_of(data, path)
        lacks = [(name, table) for name, table, _ in _each_table(tables)]
        plan.files.append(FilePlan(path=path, seen=None, data=data, lacks=lacks, after=after))
        return
    seen = read_seen(root / path)
    before, faults = file_of(seen.data, path)
    if before is None or not before.whole:
        plan.conflicts += (str(fault) for fault in faults if fault.is_error)
        return
    if before.meeting.ref != tables["meeting"]["ref"]:
        other = tables["meeting"]["ref"]
        plan.conflicts.append(f"{path} is of {before.meeting.ref} here, of {other} there")
        return
    here = _tables_in(seen.data)
    lacks = _lacking(path, here, tables, plan)
    if lacks:
        data = with_tables(seen.data, lacks, path)
        after, _ = file_of(data, path)
        plan.files.append(
            FilePlan(path=path, seen=seen, data=data, lacks=lacks, before=before, after=after)
        )


def _plan_log(root: Path, rows: Sequence[Tables], plan: Plan) -> None:
    """What the log lacks; a reminder that was issued here or there is not issued again."""
    here = {known_by(row) for row in issued_tables(root)} if rows else set()
    lacking: dict[str, list[tuple[str, Tables]]] = {}
    for row in rows:
        if known_by(row) in here:
            plan.left += 1
        else:
            lacking.setdefault(log_path(row["date"]), []).append(("reminder", row))
    for path, lacks in lacking.items():
        if (root / path).exists():
            seen = read_seen(root / path)
            data = with_tables(seen.data, lacks, path)
        else:
            seen, data = None, _proven(path, {"reminder": [row for _, row in lacks]})
        plan.files.append(FilePlan(path=path, seen=seen, data=data, lacks=lacks))


def _plan_settings(root: Path, tables: Tables, plan: Plan) -> None:
    if not (root / SETTINGS).exists():
        data = _proven(SETTINGS, tables)
        lacks = [(name, table) for name, table, _ in _each_table(tables)]
        plan.files.append(FilePlan(path=SETTINGS, seen=None, data=data, lacks=lacks))
        return
    seen = read_seen(root / SETTINGS)
    here = _tables_in(seen.data)
    ours, theirs = here.get("ledger", {}).get("party"), tables["ledger"]["party"]
    if ours != theirs:
        wrong = f"this ledger is of {ours}, the export of {theirs}: ours and theirs would change places"
        plan.conflicts.append(wrong)
    single = {name: one for name, one in tables.items() if not isinstance(one, list)}
    plan.stays += (
        f"[{name}]" if isinstance(one, dict) else name
        for name, one in single.items()
        if not same_value(here.get(name), one)
    )
    listed = {name: one for name, one in tables.items() if name not in single}
    lacks = _lacking(SETTINGS, here, listed, plan)
    if lacks:
        data = with_tables(seen.data, lacks, SETTINGS)
        plan.files.append(FilePlan(path=SETTINGS, seen=seen, data=data, lacks=lacks))


def _plan_firmness(root: Path, tables: Tables, plan: Plan) -> None:
    path = root / FIRMNESS
    if not path.exists():
        data = _proven(FIRMNESS, tables)
        plan.files.append(FilePlan(path=FIRMNESS, seen=None, data=data, lacks=[]))
    elif not same_value(_without_schema(parse(_text(path.read_bytes()))), _without_schema(tables)):
        plan.stays.append(FIRMNESS)


def _lacking(path: str, here: Tables, there: Tables, plan: Plan) -> list[tuple[str, Tables]]:
    """The tables that the file lacks; what it has otherwise becomes a conflict."""
    lacks: list[tuple[str, Tables]] = []
    for name, value in there.items():
        if not has_header(value) or (isinstance(value, dict) and name not in here):
            if not same_value(here.get(name), value):
                wrong = (
                    "is not here, and stands above all tables"
                    if name not in here
                    else "is another here"
                )
                plan.conflicts.append(f"{path}: {name} {wrong}")
            continue
        listed = [value] if isinstance(value, dict) else value
        on_file = here.get(name, [])
        on_file = [on_file] if isinstance(on_file, dict) else on_file
        if not has_header(on_file) and on_file != []:
            plan.conflicts.append(f"{path}: {name} is another here")
            continue
        for number, table in enumerate(listed, 1):
            if any(same_value(table, one) for one in on_file):
                plan.left += 1
            elif other := _same_entry(name, table, on_file, listed):
                plan.conflicts.append(f"{path}: {name} {_named(table, number)}: {other}")
            else:
                lacks.append((name, table))
    return lacks


def _same_entry(
    name: str, table: Tables, on_file: Sequence[Tables], there: Sequence[Tables]
) -> str | None:
    """What keeps the table from being appended: that the file has another in its place.

    Of bodies, dossiers and events a later one of a name replaces the earlier: one more is no
    conflict where the export knows all that the ledger has of that name.
    """
    if name in SINGLE_TABLES:
        keys = sorted(
            key for key in table.keys() | on_file[0].keys() if _differs(key, table, on_file[0])
        )
        return f"{', '.join(keys)} {'differs' if len(keys) == 1 else 'differ'} here"
    for key in _NAMED_BY:
        same = [one for one in on_file if key in table and one.get(key) == table[key]]
        if key == "name" and name in SETTINGS_TABLES:
            same = [one for one in same if not any(same_value(one, other) for other in there)]
        if same:
            keys = sorted(k for k in table.keys() | same[0].keys() if _differs(k, table, same[0]))
            return f"{', '.join(keys)} {'differs' if len(keys) == 1 else 'differ'} here"
    return None


def _differs(key: str, one: Tables, other: Tables) -> bool:
    return not (key in one and key in other and same_value(one[key], other[key]))


def _named(table: Tables, number: int) -> str:
    return next((str(table[key]) for key in ("ref", "name", "id") if key in table), str(number))


def _proven(path: str, tables: Tables) -> bytes:
    """The bytes of a new file, proven to read back. Raises UnsafeAppendError."""
    data = whole_text(_without_schema(tables))
    try:
        read = _tables_in(data)
    except ValueError:
        raise UnsafeAppendError(path) from None
    if not same_value(read, _without_schema(tables)):
        raise UnsafeAppendError(path)
    return data


def _tables_in(data: bytes) -> Tables:
    return _without_schema(parse(_text(data)))


def _without_schema(tables: Tables) -> Tables:
    return {name: value for name, value in tables.items() if name != "schema"}


def _text(data: bytes) -> str:
    return data.decode().removeprefix(BOM)
