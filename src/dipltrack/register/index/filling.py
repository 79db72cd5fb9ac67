"""A table that is made when it is first asked for, filled from the files."""

import sqlite3
from functools import partial

from dipltrack.register.index.difference import Source
from dipltrack.register.index.later import TABLES, Later, made_later
from dipltrack.register.index.reach import reach_of


def make_ready(connection: sqlite3.Connection, source: Source, table: Later) -> bool:
    """Makes the table of all files, unless it is there; false where nothing can be written.

    It is all or nothing. A file that changed since the index was brought in step has other rows
    now; they go again with the others of that file, as soon as its new stamp is seen.
    """
    if table in made_later(connection):
        return True
    try:
        connection.execute("BEGIN IMMEDIATE")
        if table not in made_later(connection):
            for statement in TABLES[table]:
                connection.execute(statement)
            _fill(connection, source, table)
        connection.execute("COMMIT")
    except sqlite3.Error:  # held by another, or the disk is full
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        return False
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    return True


def _fill(connection: sqlite3.Connection, source: Source, table: Later) -> None:
    from dipltrack.register.index.reading import later_rows_in  # reads files: once a ledger
    from dipltrack.register.index.writing import write_rows
    from dipltrack.register.spreading import chunks_of, spread

    files = connection.execute("SELECT path, id FROM file ORDER BY path").fetchall()
    work = partial(later_rows_in, source.root, source.view, reach_of(connection), table)
    made = spread(work, chunks_of([path for path, _ in files]))
    for done, ((_, number), rows_of_items) in enumerate(zip(files, made, strict=True), 1):
        if rows_of_items:
            held = connection.execute("SELECT ref, id FROM item WHERE file = ?", (number,))
            items = dict(held.fetchall())
            rows = [
                (items[ref], *row) for ref, some in rows_of_items if ref in items for row in some
            ]
            write_rows(connection, table, rows)
        source.report(done, len(files))
