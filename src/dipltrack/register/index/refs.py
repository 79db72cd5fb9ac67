"""The refs that are on file, and the file of each, asked of the index one by one."""

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import date

_EVERYWHERE = (
    "SELECT ref, file FROM item UNION ALL SELECT ref, file FROM meeting"
    " UNION ALL SELECT ref, file FROM unread"
)


class RefsOnFile(Mapping[str, str]):
    """The first file, by its path, in which a ref of a meeting or an item stands."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __getitem__(self, ref: str) -> str:
        """The path. Raises KeyError."""
        found = self._connection.execute(
            "SELECT path FROM file WHERE id IN (SELECT file FROM item WHERE ref = :ref"
            " UNION SELECT file FROM meeting WHERE ref = :ref"
            " UNION SELECT file FROM unread WHERE ref = :ref) ORDER BY path LIMIT 1",
            {"ref": ref},
        ).fetchone()
        if found is None:
            raise KeyError(ref)
        return str(found[0])

    def __iter__(self) -> Iterator[str]:
        """Every ref once, in their order."""
        for (ref,) in self._connection.execute(
            f"SELECT DISTINCT ref FROM ({_EVERYWHERE}) ORDER BY ref"  # noqa: S608
        ):
            yield ref

    def __len__(self) -> int:
        """The number of refs."""
        counted = f"SELECT count(DISTINCT ref) FROM ({_EVERYWHERE})"  # noqa: S608
        return int(self._connection.execute(counted).fetchone()[0])

    def __bool__(self) -> bool:
        """True where there is any; counting them would cost each write what the archive is large."""
        anything = f"SELECT EXISTS (SELECT 1 FROM ({_EVERYWHERE}))"  # noqa: S608
        return bool(self._connection.execute(anything).fetchone()[0])


class DaysOfFiles(Mapping[str, date]):
    """The day on which the meeting of a file was, as it is in force at the last, by its path."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __getitem__(self, path: str) -> date:
        """The day. Raises KeyError."""
        found = self._connection.execute(
            "SELECT max(day) FROM occasion JOIN file ON file.id = occasion.file WHERE path = ?",
            (path,),
        ).fetchone()
        if found[0] is None:
            raise KeyError(path)
        return date.fromordinal(found[0])

    def __iter__(self) -> Iterator[str]:
        """Every path, in their order."""
        for (path,) in self._connection.execute(
            "SELECT DISTINCT path FROM occasion JOIN file ON file.id = occasion.file ORDER BY path"
        ):
            yield path

    def __len__(self) -> int:
        """The number of files with a meeting."""
        counted = "SELECT count(DISTINCT file) FROM occasion"
        return int(self._connection.execute(counted).fetchone()[0])
