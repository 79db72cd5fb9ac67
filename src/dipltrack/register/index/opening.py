"""Opens the index of a ledger, on disk or in memory, and brings it up to date."""

import os
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from dipltrack.ledger.stamps import Stamp
from dipltrack.model.folding import folded
from dipltrack.register.index.difference import Difference, Source, difference
from dipltrack.register.index.later import Later
from dipltrack.register.index.reach import first_reach, reach_of, set_reach
from dipltrack.register.index.schema import TABLES

WAIT = 5
"""Seconds for which another process's update is waited for; then the answer comes from memory."""

_LONG_AGO = 3600 * 10**9
"""An hour, in ns: no index takes that long to make."""


class _Index(sqlite3.Connection):
    """A connection that is closed when nobody holds it any more: Python 3.13 warns of one that is not."""

    def __del__(self) -> None:
        with suppress(sqlite3.Error):  # made in another thread, which closes it itself
            self.close()


def open_index(
    path: Path | None, source: Source, stamps: Mapping[str, Stamp]
) -> sqlite3.Connection:
    """The index at the path, in step with the files of those stamps; in memory without a path.

    It is in memory too where it cannot be written, or where what is there is no sound index. What
    is broken off leaves nothing half-made: the next process finds what was there before.
    """
    if path is not None:
        try:
            return _on_disk(path, source, stamps)
        except (OSError, sqlite3.Error) as error:
            if not _is_held(error):
                _remove(path)
                with suppress(OSError, sqlite3.Error):
                    return _on_disk(path, source, stamps)
    return _in_memory(source, stamps, first_reach(len(stamps), source.asked, source.moment))


def _in_memory(source: Source, stamps: Mapping[str, Stamp], since: date) -> sqlite3.Connection:
    connection = _connect(":memory:")
    with _writing(connection):
        _fill(connection, source, stamps, since)
    return connection


def _is_held(error: Exception) -> bool:
    """True where another process writes the index, and may hold it for ever: it is sound."""
    name = getattr(error, "sqlite_errorname", "")
    return name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))


def refresh(connection: sqlite3.Connection, source: Source, stamps: Mapping[str, Stamp]) -> None:
    """Brings the index in step with the files of those stamps. Raises sqlite3.Error."""
    if not difference(connection, stamps):
        return
    with _writing(connection):
        found = difference(connection, stamps)  # another process may have been faster
        _bring_up_to_date(connection, source, found)


def _bring_up_to_date(connection: sqlite3.Connection, source: Source, found: Difference) -> None:
    """Loads what reads files only now: most questions find the index in step with them."""
    from dipltrack.register.index.update import bring_up_to_date

    bring_up_to_date(connection, source, found)


def reach_back(
    connection: sqlite3.Connection, source: Source, stamps: Mapping[str, Stamp]
) -> sqlite3.Connection:
    """The index, such that it can be asked of the day of the source; in memory if it must be.

    Where it does not go back so far, it is made anew for all days, in one piece.
    """
    if source.asked is None or source.asked >= reach_of(connection):
        return connection
    try:
        with _writing(connection):
            if source.asked < reach_of(connection):
                _drop_tables(connection)
                _fill(connection, source, stamps, date.min)
    except sqlite3.Error:
        connection.close()
        return _in_memory(source, stamps, date.min)
    return connection


def _drop_tables(connection: sqlite3.Connection) -> None:
    for name in ("trigram", *Later, *_NAMES):  # the later ones are made again when asked for
        connection.execute(f"DROP TABLE IF EXISTS {name}")


def take_in(connection: sqlite3.Connection, source: Source, path: str, stamp: Stamp) -> None:
    """Brings the index in step with one file that was just written. Raises sqlite3.Error."""
    with _writing(connection):
        found = Difference(stamps={path: stamp}, changed=[path], gone=[])
        _bring_up_to_date(connection, source, found)


def _on_disk(path: Path, source: Source, stamps: Mapping[str, Stamp]) -> sqlite3.Connection:
    made = not path.exists() and _make_apart(path, source, stamps)
    connection = _connect(str(path))
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        _check_tables(connection)
        if not made:
            refresh(connection, source, stamps)
    except BaseException:
        connection.close()
        raise
    return connection


def _check_tables(connection: sqlite3.Connection) -> None:
    """Raises sqlite3.DatabaseError where a table is missing, which only another's hand can do."""
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
    if not {name for (name,) in found} >= _NAMES:
        raise sqlite3.DatabaseError("a table is missing")


_NAMES = frozenset(re.findall(r"CREATE TABLE (\w+)", TABLES))


def _make_apart(path: Path, source: Source, stamps: Mapping[str, Stamp]) -> bool:
    """Makes a new index beside the path, and gives it that name; false where another was faster.

    So a reader never sees half of one, and no journal is needed while it is made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    _remove_leftovers(path, source.moment)
    apart = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        apart.unlink(missing_ok=True)
        # Nobody else's: what is internal stands in it. SQLite gives its journals the same rights.
        os.close(os.open(apart, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        connection = _connect(str(apart))
        try:
            connection.execute("PRAGMA page_size = 16384")  # a tenth sooner made than with 4096
            connection.execute("PRAGMA journal_mode = OFF")
            connection.execute("PRAGMA synchronous = OFF")
            with _writing(connection):
                since = first_reach(len(stamps), source.asked, source.moment)
                _fill(connection, source, stamps, since)
        finally:
            connection.close()
        try:
            os.link(apart, path)
        except FileExistsError:
            return False
        return True
    finally:
        apart.unlink(missing_ok=True)


def _remove_leftovers(path: Path, moment: int) -> None:
    """Removes what processes left that were killed while they made an index, long ago."""
    for leftover in path.parent.glob(f"{path.name}.*"):
        with suppress(OSError):
            if moment - leftover.stat().st_mtime_ns > _LONG_AGO:
                leftover.unlink()


def _fill(
    connection: sqlite3.Connection, source: Source, stamps: Mapping[str, Stamp], since: date
) -> None:
    """Makes the tables and their rows, of the days from that one on."""
    for statement in TABLES.split(";"):
        connection.execute(statement)
    set_reach(connection, since)
    _bring_up_to_date(connection, source, difference(connection, stamps))


def _connect(name: str) -> sqlite3.Connection:
    connection = sqlite3.connect(name, timeout=WAIT, isolation_level=None, factory=_Index)
    connection.create_function("folded", 1, _folded, deterministic=True)
    return connection


def _folded(text: str | None) -> str | None:
    return None if text is None else folded(text)


@contextmanager
def _writing(connection: sqlite3.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _remove(path: Path) -> None:
    """Removes an index that cannot be used; who has it open keeps what he has."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        with suppress(OSError):
            path.with_name(name).unlink(missing_ok=True)
