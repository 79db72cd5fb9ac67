"""What an index holds, without the numbers that it gave: for comparing one with a rebuild."""

import sqlite3
from datetime import date
from pathlib import Path
from time import time_ns
from typing import Any

from dipltrack.ledger.read import read_settings
from dipltrack.register.ask import Register
from dipltrack.register.question import Question
from dipltrack.register.view import View

_QUERIES = (
    "SELECT path, size, mtime, ctime, inode, hash FROM file",
    "SELECT path, line, wrong, mend FROM fault JOIN file ON file.id = fault.file",
    "SELECT path, ref, struck FROM meeting JOIN file ON file.id = meeting.file",
    (
        "SELECT path, o.from_day, o.to_day, o.day, o.title, o.parties FROM occasion o"
        " JOIN file ON file.id = o.file"
    ),
    (
        "SELECT path, ref, partner, dated, number, title, struck FROM item"
        " JOIN file ON file.id = item.file"
    ),
    (
        "SELECT path, item.ref, sort, link.ref FROM link JOIN item ON item.id = link.item"
        " JOIN file ON file.id = item.file"
    ),
    (
        "SELECT path, item.ref, words FROM body JOIN item ON item.id = body.item"
        " JOIN file ON file.id = item.file"
    ),
    (
        "SELECT path, item.ref, mark.*, form.*, span.* FROM span JOIN mark ON mark.id = span.mark"
        " JOIN form ON form.id = span.form JOIN item ON item.id = span.item"
        " JOIN file ON file.id = item.file"
    ),
    "SELECT path, by, first, last FROM made JOIN file ON file.id = made.file",
    "SELECT path, dossiers FROM matter JOIN file ON file.id = matter.file",
    (
        "SELECT path, ref, from_day, to_day, heard, reported, period, review, theirs, held, muted,"
        " replies FROM beat JOIN item ON item.id = beat.item JOIN file ON file.id = item.file"
    ),
    "SELECT path, ref FROM unread JOIN file ON file.id = unread.file",
    "SELECT ref FROM twice",
)


_NUMBERS = {"id", "item", "mark", "form"}
"""Columns that hold numbers which an index gave."""


def register_at(root: Path, path: Path | None, *, moment: int | None = None) -> Register:
    """A register whose index is kept at the path."""
    settings, _ = read_settings(root)
    return Register(
        root,
        settings,
        None,
        path=path,
        moment=time_ns if moment is None else lambda: moment,
    )


def dump(connection: sqlite3.Connection) -> list[list[tuple[Any, ...]]]:
    """All rows of all tables, each table in an order that hangs on its values alone."""
    dumped = []
    for query in _QUERIES:
        cursor = connection.execute(query)
        names = [column[0] for column in cursor.description]
        kept = [n for n, name in enumerate(names) if name not in _NUMBERS]
        rows = [tuple(row[n] for n in kept) for row in cursor]
        dumped.append(sorted(rows, key=repr))
    return dumped


def dump_at(root: Path, path: Path, *, moment: int | None = None) -> list[list[tuple[Any, ...]]]:
    """What the index at the path holds once it is in step with the files."""
    return dump_whole(register_at(root, path, moment=moment))


def dump_whole(register: Register) -> list[list[tuple[Any, ...]]]:
    """All rows, those of the tables among them that are made when they are first asked for."""
    anything, whole = Question(text="anything"), View(as_of=date.max)
    register.ask(anything, whole)
    register.reminders.paces(anything, (), whole, None)
    with register.reading() as index:
        return dump(index)


def rebuilt(root: Path) -> list[list[tuple[Any, ...]]]:
    """What an index holds that is made of the files as they are."""
    return dump_whole(register_at(root, None))
