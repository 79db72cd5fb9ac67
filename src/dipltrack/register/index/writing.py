"""Writes the rows of files into the index, many at a time, and takes them out again."""

import sqlite3
from collections.abc import Iterable, Sequence

from dipltrack.ledger.stamps import Stamp
from dipltrack.register.index.coding import code_of, mark_of
from dipltrack.register.index.later import made_later
from dipltrack.register.index.reading import Kept
from dipltrack.register.index.rows import FileRows
from dipltrack.register.index.spans import Row, Spans
from dipltrack.register.index.words import has_trigrams

_INSERT = {
    "file": 8,
    "fault": 4,
    "made": 4,
    "matter": 2,
    "meeting": 3,
    "occasion": 6,
    "item": 8,
    "link": 3,
    "mark": 15,
    "form": 8,
    "span": 9,
    "body": 2,
    "unread": 2,
    "beat": 12,
    "formerly": 3,
}
"""The tables of rows, each with the number of its columns."""

_MANY = 20_000
"""Rows that wait before they are written together: one call for each would take longer."""


class Writer:
    """Gathers rows of files under numbers of its own, and writes them in few calls."""

    def __init__(self, connection: sqlite3.Connection, *, noting: bool) -> None:
        self._connection = connection
        self._waiting: dict[str, list[Row]] = {table: [] for table in _INSERT}
        self._file = self._last("file")
        self._item = self._last("item")
        self._form = self._last("form")
        marks = connection.execute("SELECT * FROM mark")
        self._marks = {code_of(tuple(mark)): number for number, *mark in marks}
        self.stored: set[str] = set()
        self.pointed_at: set[str] = set()
        self.joined: set[frozenset[str]] = set()
        self.noting = noting

    def store(self, kept: Kept, stamp: Stamp, *, settled: bool) -> None:
        """Takes in what is kept of a file.

        `joined` grows by its groups; where they are to be noted, `stored` and `pointed_at` grow by
        its refs and links. In a new index all stand that they tell, and a million take 300 MB.
        """
        self.joined.update(kept.joined)
        self._file += 1
        rows = kept.rows
        waiting = self._waiting
        waiting["file"].append((self._file, kept.path, *stamp, settled, kept.hash))
        waiting["fault"] += (
            (self._file, fault.line, fault.wrong, fault.mend) for fault in kept.errors
        )
        waiting["unread"] += ((self._file, ref) for ref in kept.unread)
        if rows:
            self._store_rows(rows)
        if len(waiting["span"]) > _MANY:
            self.flush()

    def _store_rows(self, rows: FileRows) -> None:
        waiting = self._waiting
        waiting["meeting"].append((self._file, *rows.meeting))
        if self.noting:
            self.stored.add(rows.meeting[0])
            self.stored.update(item.ref for item in rows.items)
            self.pointed_at.update(ref for item in rows.items for _, ref in item.links)
        waiting["made"] += ((self._file, *row) for row in rows.made)
        waiting["matter"] += ((self._file, name) for name in rows.dossiers)
        waiting["formerly"] += ((self._file, *row) for row in rows.formerly)
        waiting["occasion"] += ((self._file, *row) for row in rows.occasions)
        for item in rows.items:
            self._item += 1
            waiting["item"].append((self._item, self._file, *item.row))
            self.store_spans(self._item, item.spans)
            for table, later in item.later.items():
                waiting[table] += ((self._item, *row) for row in later)
            waiting["link"] += ((self._item, *link) for link in item.links)

    def store_spans(self, item: int, spans: Spans) -> None:
        """Takes in the spans of an item, each with the numbers of its mark and its form."""
        numbers, waiting = self._marks, self._waiting["span"]
        first = self._form + 1
        for fields in spans.forms:
            self._form += 1
            self._waiting["form"].append((self._form, *fields))
        for begin, end, mark, form, earliest, latest, next_move, updated in spans.rows:
            number = numbers.get(mark) or self._number_of_mark(mark)
            waiting.append(
                (item, begin, end, number, first + form, earliest, latest, next_move, updated)
            )

    def _number_of_mark(self, code: int) -> int:
        number = self._marks[code] = len(self._marks) + 1
        self._waiting["mark"].append((number, *mark_of(code)))
        return number

    def flush(self) -> None:
        """Writes what waits."""
        if has_trigrams(self._connection):
            self._connection.executemany(
                "INSERT INTO trigram (rowid, words) VALUES (?, ?)", self._waiting["body"]
            )
        for table, rows in self._waiting.items():
            if rows:
                write_rows(self._connection, table, rows)
                rows.clear()

    def _last(self, table: str) -> int:
        (last,) = self._connection.execute(f"SELECT max(id) FROM {table}").fetchone()  # noqa: S608
        return last or 0


def write_rows(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Writes the rows into one of the tables of rows."""
    marks = ", ".join("?" * _INSERT[table])
    connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608


def take_out(connection: sqlite3.Connection, paths: Sequence[str]) -> set[str]:
    """Takes out all rows of the files; gives the refs of their items and of what those point at."""
    refs: set[str] = set()
    searched = has_trigrams(connection)
    of_items = ("link", *made_later(connection))
    for path in paths:
        (file,) = connection.execute("SELECT id FROM file WHERE path = ?", (path,)).fetchone()
        items = connection.execute("SELECT id, ref FROM item WHERE file = ?", (file,)).fetchall()
        refs.update(ref for _, ref in items)
        held = connection.execute("SELECT ref FROM meeting WHERE file = ?", (file,))
        refs.update(ref for (ref,) in held)
        for item, _ in items:
            pointed = connection.execute("SELECT ref FROM link WHERE item = ?", (item,))
            refs.update(ref for (ref,) in pointed)
            if searched:
                connection.execute(
                    "INSERT INTO trigram (trigram, rowid, words)"
                    " SELECT 'delete', item, words FROM body WHERE item = ?",
                    (item,),
                )
            take_out_spans(connection, item)
            for table in of_items:
                connection.execute(f"DELETE FROM {table} WHERE item = ?", (item,))  # noqa: S608
        for table in (
            "item",
            "meeting",
            "occasion",
            "made",
            "matter",
            "fault",
            "unread",
            "formerly",
        ):
            connection.execute(f"DELETE FROM {table} WHERE file = ?", (file,))  # noqa: S608
        connection.execute("DELETE FROM file WHERE id = ?", (file,))
    return refs


def take_out_spans(connection: sqlite3.Connection, item: int) -> None:
    """Takes out the spans of an item, with its forms; marks stay, for others bear them."""
    connection.execute(
        "DELETE FROM form WHERE id IN (SELECT form FROM span WHERE item = ?)", (item,)
    )
    connection.execute("DELETE FROM span WHERE item = ?", (item,))
