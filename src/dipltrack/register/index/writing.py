"""Writes the rows of files into the index, many at a time, and takes them out again."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from dipltrack.ledger.stamps import Stamp, is_settled
from dipltrack.register.index.coding import code_of, mark_of
from dipltrack.register.index.later import Later, made_later
from dipltrack.register.index.reading import Together
from dipltrack.register.index.spans import Row, Spans
from dipltrack.register.index.words import has_trigrams

_COLUMNS = {
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

_OF_ITEMS = frozenset({"link", *Later})
"""Those whose rows begin with the item that they are of; all other rows begin with a file."""


class Writer:
    """Writes the rows of files that were read together, under the numbers that follow those taken.

    In a new index, `noting` is false, and it knows every form that stands there.
    """

    def __init__(self, connection: sqlite3.Connection, *, noting: bool) -> None:
        self._connection = connection
        self._file = self._last("file")
        self._item = self._last("item")
        self._form = self._last("form")
        self._forms: dict[Row, int] = {}
        marks = connection.execute("SELECT * FROM mark")
        self._marks = {code_of(tuple(mark)): number for number, *mark in marks}
        self.stored: set[str] = set()
        self.pointed_at: set[str] = set()
        self.joined: set[frozenset[str]] = set()
        self.noting = noting

    def store(self, together: Together, stamps: Mapping[str, Stamp], moment: int) -> None:
        """Writes what is kept of the files that are not the same, with their stamps of the moment.

        `joined` grows by their groups; where they are to be noted, `stored` and `pointed_at` grow by
        their refs and links. In a new index all stand that they tell, and a million take 300 MB.
        """
        rows = together.rows
        files: dict[str, list[Row]] = {"file": [], "fault": [], "unread": []}
        for number, kept in enumerate(together.files):
            if not kept.same:
                stamp = stamps[kept.path]
                settled = is_settled(stamp, moment)
                files["file"].append((number, kept.path, *stamp, settled, kept.hash))
                files["fault"] += ((number, one.line, one.wrong, one.mend) for one in kept.errors)
                files["unread"] += ((number, ref) for ref in kept.unread)
        first_item = self._item + 1
        for table, some in (*files.items(), ("item", rows.items), *rows.tables.items()):
            self._write(table, some)
        self._write_spans(first_item, rows.spans, rows.forms)
        self._file += len(together.files)
        self._item += len(rows.items)
        self.joined.update(together.joined)
        if self.noting:
            self.stored.update(meeting[1] for meeting in rows.tables.get("meeting", ()))
            self.stored.update(item[2] for item in rows.items)
            self.pointed_at.update(link[2] for link in rows.tables.get("link", ()))

    def store_spans(self, item: int, spans: Spans) -> None:
        """Writes the spans of an item that is in the index already."""
        self._write_spans(item, [(0, *span) for span in spans.rows], spans.forms)

    def _write(self, table: str, rows: Sequence[Row]) -> None:
        """Writes rows whose files and items are numbered from 0."""
        if not rows:
            return
        file, item = f"? + {self._file + 1}", f"? + {self._item + 1}"
        begin = [item, file] if table == "item" else [item if table in _OF_ITEMS else file]
        if table == Later.WORDS and has_trigrams(self._connection):
            self._connection.executemany(
                f"INSERT INTO trigram (rowid, words) VALUES ({item}, ?)",  # noqa: S608
                rows,
            )
        write_rows(self._connection, table, rows, begin)

    def _write_spans(self, first: int, spans: Sequence[Row], forms: Sequence[Row]) -> None:
        """Writes spans whose items are counted from the first, and whose forms are those, by place."""
        numbers = [self._number_of_form(form) for form in forms]
        marks = self._marks
        for code in {span[3] for span in spans} - marks.keys():
            marks[code] = len(marks) + 1
            write_rows(self._connection, "mark", [(marks[code], *mark_of(code))])
        write_rows(
            self._connection,
            "span",
            [
                (first + item, begin, end, marks[mark], numbers[form], early, late, move, updated)
                for item, begin, end, mark, form, early, late, move, updated in spans
            ],
        )

    def _number_of_form(self, form: Row) -> int:
        number = self._forms.get(form)
        if number is None:
            number = self._form_on_file(form) if self.noting else None
            if number is None:
                number = self._form = self._form + 1
                write_rows(self._connection, "form", [(number, *form)])
            self._forms[form] = number
        return number

    def _form_on_file(self, form: Row) -> int | None:
        found = self._connection.execute(
            "SELECT id FROM form WHERE firmness IS ? AND kind IS ? AND sector IS ?"
            " AND dossier IS ? AND lead = ? AND voice = ? AND title IS ?",
            form,
        ).fetchone()
        return found[0] if found else None

    def _last(self, table: str) -> int:
        (last,) = self._connection.execute(f"SELECT max(id) FROM {table}").fetchone()  # noqa: S608
        return last or 0


def write_rows(
    connection: sqlite3.Connection, table: str, rows: Iterable[Row], begin: Sequence[str] = ()
) -> None:
    """Writes the rows into one of the tables of rows; the first columns as those terms say."""
    terms = [*begin, *"?" * (_COLUMNS[table] - len(begin))]
    connection.executemany(f"INSERT INTO {table} VALUES ({', '.join(terms)})", rows)  # noqa: S608


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
    """Takes out the spans of an item; marks and forms stay, for others bear them."""
    connection.execute("DELETE FROM span WHERE item = ?", (item,))
