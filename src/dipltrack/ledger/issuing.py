"""The log of reminders grows: what was issued is appended to the file of its year.

The log is the largest file of a ledger, and it is only added to: so it is not read whole for a few
tables more. What is added is proven by itself, behind bytes that are known to be sound.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

from dipltrack.ledger.append import (
    RawTables,
    Tables,
    UnsafeAppendError,
    text_after,
    with_tables,
)
from dipltrack.ledger.mint import Stamp, stamped_after
from dipltrack.ledger.read import REMINDERS, stay_inside
from dipltrack.ledger.reminders import log_path, rows_after, rows_in
from dipltrack.ledger.replace import (
    create_file,
    read_seen,
    remove_leftovers,
    replace_file,
    room_for,
)
from dipltrack.ledger.table import table_of
from dipltrack.ledger.toml import same_tables
from dipltrack.model.reminder import Reminder

_ROOM = 400
"""Bytes that a table of the log takes at most, and some."""

_EMPTY = b"schema = 1\n"

_BEGUN = re.compile(
    r'\n\[\[reminder\]\]\nid = "(.{8}"\nrecorded = [-0-9]{10}T[0-9:.]{12}[-+][0-9:]{5})\n'
)
_ID, _MOMENT, _OFFSET = slice(8), slice(-29, None), slice(-6, None)
"""How the program begins a table: an id, and a moment to the millisecond with its offset."""

Sound = Callable[[str, bytes], bool]
"""True for a file of the log with just these bytes where they were read before, and found sound."""


def make_room(root: Path, day: date, count: int) -> None:
    """Makes sure that so many reminders can be logged: asked before anything is sent.

    Raises OSError where the disk is full or the folder cannot be written.
    """
    stay_inside(root, log_path(day))
    path = root / log_path(day)
    path.parent.mkdir(exist_ok=True)
    size = path.stat().st_size if path.exists() else 0
    room_for(path, size + count * _ROOM)


def append_reminders(
    root: Path,
    day: date,
    reminders: Sequence[Reminder],
    stamp: Stamp,
    is_sound: Sound = lambda _path, _data: False,
) -> None:
    """Logs the reminders that were issued on the day. Call it under the lock.

    Raises BrokenFileError, UnsafeAppendError, ChangedMeanwhileError, OSError; nothing is written
    then.
    """
    path = log_path(day)
    stay_inside(root, path)
    remove_leftovers(root / REMINDERS)
    tables: Tables = [("reminder", one) for one in reminders]
    if not (root / path).exists():
        create_file(root / path, _grown(_EMPTY, stamped_after(tables, stamp, set(), ()), path))
        return
    seen = read_seen(root / path)
    if not is_sound(path, seen.data):
        rows_in(seen.data, path)  # raises for what is not
    taken, moments = _taken_in(seen.data, path)
    added = stamped_after(tables, stamp, taken, moments)
    replace_file(root / path, _grown(seen.data, added, path), seen)


def _grown(data: bytes, tables: Tables, path: str) -> bytes:
    """The sound bytes with the tables after them; a name is logged as it stands, whatever is in it.

    Raises UnsafeAppendError where the tables would read otherwise.
    """
    plain: RawTables = [(name, table_of(one)) for name, one in tables]
    new = text_after(data, plain, exact=True)
    rows = rows_after(new, len(data))
    if rows is None:
        return with_tables(data, plain, path)
    if not same_tables({"reminder": rows}, {"reminder": [table for _, table in plain]}):
        raise UnsafeAppendError(path)
    return new


def _taken_in(data: bytes, path: str) -> tuple[set[str], Iterable[datetime]]:
    """The ids of a sound file of the log, and moments with the last of them.

    Where every table begins as the program writes it, they are found without the parser.
    """
    begun: list[str] = _BEGUN.findall(data.decode())
    if len(begun) == data.count(b"[[reminder]]"):
        last = (
            max(one[_MOMENT] for one in begun if one.endswith(offset))
            for offset in {one[_OFFSET] for one in begun}
        )
        return {one[_ID] for one in begun}, map(datetime.fromisoformat, last)
    rows = rows_in(data, path)
    ids = {row["id"] for row in rows if isinstance(row.get("id"), str)}
    recorded = (row.get("recorded") for row in rows)
    return ids, (one for one in recorded if isinstance(one, datetime) and one.tzinfo is not None)
