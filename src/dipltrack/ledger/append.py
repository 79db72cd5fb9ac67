"""Appends entries to one file of a ledger: the only way in which the program writes to it.

Every earlier byte stays as it was, comments and unknown keys included; what is written is parsed
and compared before it takes the file's place (DESIGN §3).
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from dipltrack.ledger.compose import text_of_table
from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.keys import SINGLE_TABLES
from dipltrack.ledger.mint import Stamp, stamped
from dipltrack.ledger.read import SETTINGS, file_of, read_settings, stay_inside
from dipltrack.ledger.replace import create_file, read_seen, remove_leftovers, replace_file
from dipltrack.ledger.table import table_of
from dipltrack.ledger.toml import BOM, parse, same_tables
from dipltrack.model.entry import Entry
from dipltrack.model.fault import Fault
from dipltrack.model.settings import Settings

Tables = Sequence[tuple[str, Entry]]
"""Entries, each with the name of its table."""


RawTables = Sequence[tuple[str, dict[str, Any]]]
"""Tables as TOML has them, each with its name."""

Judge = Callable[[MeetingFile, MeetingFile], None]
"""Sees a file before and after; raises what keeps the entries from being written."""


class BrokenFileError(Exception):
    """A file with an error is not written to: its faults."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults if fault.is_error))
        self.faults = tuple(faults)


class UnsafeAppendError(Exception):
    """What would be written does not read back as it was meant. Nothing was written."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: the new text would not read back as meant; nothing was written")


def append_to_meeting(
    root: Path, path: str, make: Callable[[MeetingFile], Tables], stamp: Stamp, judge: Judge
) -> Tables:
    """The entries that `make` wants of the meeting's file, appended to it, with id and moment.

    Call it under the lock: the file is read anew, and `make` sees it as it is now; `judge` sees it
    before and after, and raises what keeps the entries from being written. Raises that,
    BrokenFileError, UnsafeAppendError, ChangedMeanwhileError, OSError; nothing is written then.
    """
    seen = read_seen(root / path)
    file, faults = file_of(seen.data, path)
    if file is None or not file.whole:
        raise BrokenFileError(faults)
    added = stamped(make(file), stamp, (entry for _, _, entry in file.entries()))
    data = appended(seen.data, added, path)
    after, _ = file_of(data, path)
    if after is None or not after.whole:
        raise UnsafeAppendError(path)
    judge(file, after)
    remove_leftovers((root / path).resolve().parent)
    replace_file(root / path, data, seen)
    return added


def append_to_settings(root: Path, make: Callable[[Settings], Tables], stamp: Stamp) -> Tables:
    """The bodies, dossiers or events that `make` wants, appended to `dipltrack.toml`.

    As `append_to_meeting`; broken settings raise BrokenSettingsError.
    """
    seen = read_seen(root / SETTINGS)
    settings, _ = read_settings(root)
    added = stamped(make(settings), stamp, (*settings.bodies, *settings.dossiers))
    remove_leftovers(root)
    replace_file(root / SETTINGS, appended(seen.data, added, SETTINGS), seen)
    return added


def create_meeting(root: Path, path: str, tables: Tables, stamp: Stamp) -> Tables:
    """The entries of a new meeting's file, written with id and moment. Call it under the lock."""
    stay_inside(root, path)
    added = stamped(tables, stamp, ())
    remove_leftovers((root / path).parent)
    create_file(root / path, appended(b"schema = 1\n", added, path))
    return added


def appended(data: bytes, tables: Tables, path: str) -> bytes:
    """The bytes with the tables after them, in the file's own line ends, proven to read back.

    Raises UnsafeAppendError where an earlier table or a new one would read otherwise.
    """
    return _with_text(data, [(name, table_of(entry)) for name, entry in tables], path)


def with_tables(data: bytes, tables: RawTables, path: str) -> bytes:
    """As `appended`, of tables as TOML has them, each value kept as it is."""
    return _with_text(data, tables, path, exact=True)


def _with_text(data: bytes, plain: RawTables, path: str, *, exact: bool = False) -> bytes:
    new = text_after(data, plain, exact=exact)
    if not same_tables(_tables_in(new, path), _grown(_tables_in(data, path), plain)):
        raise UnsafeAppendError(path)
    return new


def text_after(data: bytes, tables: RawTables, *, exact: bool = False) -> bytes:
    """The bytes with the tables after them, in the file's own line ends; nothing of it is proven."""
    text = "".join(
        f"\n{text_of_table(name, table, single=name in SINGLE_TABLES, exact=exact)}"
        for name, table in tables
    )
    newline = b"\r\n" if b"\r\n" in data else b"\n"
    gap = b"" if not data or data.endswith(b"\n") else newline
    return data + gap + text.encode().replace(b"\n", newline)


def _tables_in(data: bytes, path: str) -> dict[str, Any]:
    try:
        return parse(data.decode().removeprefix(BOM))
    except ValueError:
        raise UnsafeAppendError(path) from None


def _grown(parsed: dict[str, Any], tables: RawTables) -> dict[str, Any]:
    for name, table in tables:
        if name in SINGLE_TABLES:
            parsed[name] = table
        else:
            parsed.setdefault(name, []).append(table)
    return parsed
