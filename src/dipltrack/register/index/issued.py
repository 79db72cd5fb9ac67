"""What was issued by the log of reminders, kept in the index: only what changed of it is read.

The files of the log are the truth. Under the stamps of all of them nothing is read; what a file
grew by is read alone where the bytes before it are the same; whatever else changed is read anew.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from dipltrack.ledger.reminders import Issued, issued_after, issued_in, log_bytes, log_paths
from dipltrack.ledger.stamps import Stamp, is_settled, stamp_of
from dipltrack.register.index.narrowing import batches_of, places_for

_TABLES = (
    """CREATE TABLE IF NOT EXISTS log (
      id INTEGER PRIMARY KEY, path TEXT UNIQUE, size INTEGER, mtime INTEGER, ctime INTEGER,
      inode INTEGER, settled INTEGER, hash BLOB
    )""",
    """CREATE TABLE IF NOT EXISTS issued (
      log INTEGER, item TEXT, rule TEXT, for_day INTEGER, body TEXT, on_day INTEGER
    )""",
    "CREATE INDEX IF NOT EXISTS issued_item ON issued (item)",
)
"""Made when they are first asked for: most questions need none of them."""

_FEW = 5_000
"""Items up to which each is asked for; of more the whole table is soon read."""


class _File(NamedTuple):
    """A file of the log as it was read: its number, its stamp, the hash of its bytes."""

    number: int
    stamp: Stamp
    settled: bool
    hash: bytes


def log_in_step(connection: sqlite3.Connection, root: Path, moment: int) -> None:
    """Brings the tables in step with the files of the log; the moment is in ns since 1970.

    What rests may rest on as long as the log only grows: what was issued besides makes nothing
    due. Where something went, nothing rests any more. Raises BrokenFileError where a file has an
    error, sqlite3.Error where the index cannot be written.
    """
    stamps = {path: stamp_of(root, path) for path in log_paths(root)}
    if _is_in_step(connection, stamps):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statement in _TABLES:
            connection.execute(statement)
        known = _files(connection)
        gone = [known[path].number for path in known.keys() - stamps.keys()]
        lost = [_replace(connection, number, ()) for number in gone]
        connection.executemany("DELETE FROM log WHERE id = ?", ((number,) for number in gone))
        for path, stamp in stamps.items():
            settled = is_settled(stamp, moment)
            lost.append(_take_in(connection, root, path, stamp, known.get(path), settled=settled))
        if any(lost):
            connection.execute("DELETE FROM rest")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def issued_of(
    connection: sqlite3.Connection, refs: Sequence[str], *, up_to: date | None, before: date | None
) -> Iterator[tuple[str, str, str | None, int]]:
    """What was issued of the items: item, rule, body, and the last day for which it was.

    For days up to one, or on days before one, where these are given.
    """
    until = date.max if up_to is None else up_to
    within = "for_day <= ? AND on_day < ?"
    values = (
        until.toordinal(),
        (date.max.toordinal() + 1 if before is None else before.toordinal()),
    )
    if len(refs) > _FEW:
        yield from _newest(connection, within, values)
        return
    for some in batches_of(refs):
        among = f"item IN ({places_for(some)})"
        yield from _newest(connection, f"{among} AND {within}", (*some, *values))


def _newest(
    connection: sqlite3.Connection, where: str, values: Iterable[object]
) -> Iterator[tuple[str, str, str | None, int]]:
    yield from connection.execute(
        f"SELECT item, rule, body, max(for_day) FROM issued WHERE {where}"  # noqa: S608
        " GROUP BY item, rule, body",
        tuple(values),
    )


def is_log_taken_in(connection: sqlite3.Connection, path: str, data: bytes) -> bool:
    """True for a file of the log with just these bytes where they are in the tables: it is sound."""
    if not _is_made(connection):
        return False
    known = _files(connection).get(path)
    return known is not None and known.hash == _hash(data).digest()


def _is_made(connection: sqlite3.Connection) -> bool:
    made = "SELECT 1 FROM sqlite_master WHERE name = 'issued_item'"  # the last that is made
    return connection.execute(made).fetchone() is not None


def _is_in_step(connection: sqlite3.Connection, stamps: dict[str, Stamp]) -> bool:
    if not _is_made(connection):
        return False
    known = _files(connection)
    return known.keys() == stamps.keys() and all(
        known[path].settled and known[path].stamp == stamp for path, stamp in stamps.items()
    )


def _files(connection: sqlite3.Connection) -> dict[str, _File]:
    found = connection.execute(
        "SELECT path, id, settled, hash, size, mtime, ctime, inode FROM log"
    )
    return {
        path: _File(number, Stamp(*stamp), bool(settled), known)
        for path, number, settled, known, *stamp in found
    }


def _take_in(
    connection: sqlite3.Connection,
    root: Path,
    path: str,
    stamp: Stamp,
    known: _File | None,
    *,
    settled: bool,
) -> bool:
    """Takes in what changed of a file. True where it no longer holds what it held."""
    if known is not None and known.settled and known.stamp == stamp:
        return False
    data = log_bytes(root, path)
    size = 0 if known is None else known.stamp.size
    hashed = _hash(data[:size])
    before = hashed.digest()
    hashed.update(data[size:])
    digest = hashed.digest()
    number, lost = None if known is None else known.number, False
    if known is None:
        cursor = connection.execute("INSERT INTO log (path) VALUES (?)", (path,))
        number = cursor.lastrowid or 0
        _insert(connection, number, issued_in(data, path))
    elif digest != known.hash:
        grown = before == known.hash and issued_after(data, size)
        if grown:
            _insert(connection, known.number, grown)
        else:
            lost = _replace(connection, known.number, issued_in(data, path))
    connection.execute(
        "UPDATE log SET size=?, mtime=?, ctime=?, inode=?, settled=?, hash=? WHERE id=?",
        (*stamp, settled, digest, number),
    )
    return lost


def _replace(connection: sqlite3.Connection, number: int, rows: Iterable[Issued]) -> bool:
    """Puts the rows in the place of those of a file. True where something is no longer among them."""
    rows = list(rows)
    held = connection.execute(
        "SELECT item, rule, for_day, body FROM issued WHERE log = ?", (number,)
    ).fetchall()
    connection.execute("DELETE FROM issued WHERE log = ?", (number,))
    _insert(connection, number, rows)
    return not {row[:4] for row in rows}.issuperset(held)


def _insert(connection: sqlite3.Connection, number: int, rows: Iterable[Issued]) -> None:
    connection.executemany(
        "INSERT INTO issued VALUES (?, ?, ?, ?, ?, ?)", ((number, *row) for row in rows)
    )


def _hash(data: bytes) -> "blake2b":
    return blake2b(data, digest_size=16)
