"""The log of reminders: `reminders/2018.toml`, a table for each that was issued in that year."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from dipltrack.ledger.append import BrokenFileError
from dipltrack.ledger.keys import LOG_TABLES
from dipltrack.ledger.read import REMINDERS, bytes_of
from dipltrack.ledger.shape import Reader
from dipltrack.ledger.tables import SCHEMA, entries_of
from dipltrack.ledger.toml import parse, tables_if_sound
from dipltrack.model.fault import Fault
from dipltrack.model.reminder import Reminder

Known = tuple[str, str, date, str | None]
"""By what a reminder is known: item, rule, day, and the body that it was for."""


def log_path(day: date) -> str:
    """The file of the log in which what is issued on the day is written.

    >>> log_path(date(2018, 2, 1))
    'reminders/2018.toml'
    """
    return f"{REMINDERS}/{day.year:04}.toml"


def log_paths(root: Path) -> list[str]:
    """The files of the log. A copy that a shared drive made counts too: what it holds was issued."""
    folder = root / REMINDERS
    files = folder.glob("*.toml") if folder.is_dir() else ()
    return sorted(f"{REMINDERS}/{file.name}" for file in files if not file.name.startswith("."))


def log_faults(root: Path) -> list[Fault]:
    """The faults of the log's files, with their lines."""
    faults: list[Fault] = []
    for path in log_paths(root):
        data = bytes_of(root, path)
        faults += [data] if isinstance(data, Fault) else _read(data, path)[1]
    return faults


def log_entries(root: Path) -> Iterator[tuple[str, bytes, list[Reminder | None]]]:
    """Each readable file of the log with its bytes and its entries in order, None for an unsound one."""
    for path in log_paths(root):
        data = bytes_of(root, path)
        if not isinstance(data, Fault):
            entries, _ = entries_of(data, path, LOG_TABLES)
            yield path, data, (entries or {}).get("reminder", [])


def reminders_of(root: Path, ref: str) -> tuple[list[Reminder], list[Fault]]:
    """The reminders that were issued of one item, by the day of issue, each once.

    Beside them the errors of the files that tell of it, by which some may be missing.
    """
    found: dict[tuple[object, ...], Reminder] = {}
    errors: list[Fault] = []
    for path in log_paths(root):
        data = bytes_of(root, path)
        if isinstance(data, Fault):
            errors.append(data)
        elif f'"{ref}"'.encode() in data:
            some, faults = _of_item(data, path, ref)
            errors += (fault for fault in faults if fault.is_error)
            for one in some:
                found.setdefault((one.rule, one.for_, one.to), one)
    return sorted(found.values(), key=lambda one: one.date), errors


def reminders_by_item(root: Path) -> tuple[dict[str, list[Reminder]], list[Fault]]:
    """The reminders that were issued, by the ref of their item, as `reminders_of` gives them."""
    found: dict[str, dict[tuple[object, ...], Reminder]] = {}
    errors: list[Fault] = []
    for path in log_paths(root):
        data = bytes_of(root, path)
        entries, faults = ([], [data]) if isinstance(data, Fault) else _read(data, path)
        errors += (fault for fault in faults if fault.is_error)
        for one in entries:
            found.setdefault(one.of, {}).setdefault((one.rule, one.for_, one.to), one)
    by_day = {of: sorted(some.values(), key=lambda one: one.date) for of, some in found.items()}
    return by_day, errors


def _of_item(data: bytes, path: str, ref: str) -> tuple[list[Reminder], list[Fault]]:
    """The reminders of the item in a file: only its own tables are read, where the file is sound."""
    reader = Reader()
    rows = (tables_if_sound(data.decode(errors="replace")) or {}).get("reminder", [])
    own = [row for row in rows if isinstance(row, dict) and row.get("of") == ref]
    some = [reader.entry(Reminder, row, "reminder") for row in own]
    if own and not reader.flaws:
        return [one for one in some if one is not None], []
    entries, faults = _read(data, path)
    return [one for one in entries if one.of == ref], faults


class Issued(NamedTuple):
    """What a table of the log says was issued; days are counted as `date.toordinal` counts them."""

    of: str
    rule: str
    for_: int
    to: str | None
    date: int


def issued_in(data: bytes, path: str) -> list[Issued]:
    """What was issued by a file of the log. Raises BrokenFileError where it has an error."""
    return list(map(_issued, rows_in(data, path)))


def issued_after(data: bytes, size: int) -> list[Issued] | None:
    """What was issued by the tables that a sound file of the log grew by: `rows_after`."""
    rows = rows_after(data, size)
    return None if rows is None else list(map(_issued, rows))


def rows_after(data: bytes, size: int) -> list[dict[str, Any]] | None:
    """The tables that a sound file of the log grew by, after so many bytes.

    None where that cannot be told of them alone: the whole is to be read then.
    """
    tail = data[size:]
    top = data[: data.find(b"\n[", 0, size) + 1] or data[:size]
    if not tail.lstrip().startswith(b"[[reminder]]") or _INLINE.search(top):
        return None
    try:
        tables = parse(tail.decode())
    except (ValueError, RecursionError):
        return None
    rows: object = tables.pop("reminder", None)
    apart = data[size - 1 : size] == b"\n" or tail[:1] in {b"\n", b"\r"}
    if tables or not apart or not isinstance(rows, list):
        return None
    return rows if all(map(_is_sound, rows)) else None


_INLINE = re.compile(rb"^[ \t]*[\"']?reminder", re.MULTILINE)
"""The tables of a log in one list, which a hand may write: none can be added to it."""


def _issued(row: Mapping[str, Any]) -> Issued:
    return Issued(
        row["of"], row["rule"], row["for"].toordinal(), row.get("to"), row["date"].toordinal()
    )


def issued_tables(root: Path) -> Iterator[Mapping[str, Any]]:
    """Every table of the log, as TOML has it: each says of which item, by which rule, for when.

    Raises BrokenFileError where a file of it has an error: then nobody knows what was issued.
    """
    for path in log_paths(root):
        yield from rows_in(log_bytes(root, path), path)


def whole_log(root: Path) -> list[dict[str, Any]]:
    """Every table of the log with all its keys, by the year of issue, each reminder once.

    Raises BrokenFileError where a file of it has an error.
    """
    errors = [fault for fault in log_faults(root) if fault.is_error]
    if errors:
        raise BrokenFileError(errors)
    rows: dict[Known, dict[str, Any]] = {}
    for path in log_paths(root):
        for row in rows_in(log_bytes(root, path), path):
            rows.setdefault(known_by(row), row)
    return sorted(rows.values(), key=lambda row: row["date"].year)


def new_reminders(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> int:
    """How many reminders are only in the later version of the log; a broken file tells of none."""
    return len(_known_in(after) - _known_in(before))


def _known_in(files: Mapping[str, bytes]) -> set[Known]:
    known: set[Known] = set()
    for path, data in files.items():
        if path.startswith(f"{REMINDERS}/"):
            with suppress(BrokenFileError):
                known.update(map(known_by, rows_in(data, path)))
    return known


def known_by(row: Mapping[str, Any]) -> Known:
    """By what the reminder of a table is known."""
    return row["of"], row["rule"], row["for"], row.get("to")


def log_bytes(root: Path, path: str) -> bytes:
    """The bytes of a file of the log. Raises BrokenFileError."""
    data = bytes_of(root, path)
    if isinstance(data, Fault):
        raise BrokenFileError([data])
    return data


def rows_in(data: bytes, path: str) -> list[dict[str, Any]]:
    """The tables of a file, without the time that it takes to read each whole.

    Raises BrokenFileError, with the lines of what is wrong.
    """
    try:
        tables = parse(data.decode())
    except (ValueError, RecursionError):
        raise BrokenFileError(_read(data, path)[1]) from None
    rows: object = tables.get("reminder", [])
    if (
        tables.get("schema") != SCHEMA
        or not isinstance(rows, list)
        or not all(map(_is_sound, rows))
    ):
        raise BrokenFileError(_read(data, path)[1])
    return rows


def _is_sound(row: object) -> bool:
    """True where the table holds what it must; whatever else is amiss with it changes nothing."""
    return (
        isinstance(row, dict)
        and isinstance(row.get("of"), str)
        and isinstance(row.get("rule"), str)
        and isinstance(row.get("to", ""), str)
        and type(row.get("for")) is date
        and type(row.get("date")) is date
        and row["for"] <= row["date"]
    )


def _read(data: bytes, path: str) -> tuple[list[Reminder], list[Fault]]:
    entries, faults = entries_of(data, path, LOG_TABLES)
    return [one for one in (entries or {}).get("reminder", []) if one is not None], faults
