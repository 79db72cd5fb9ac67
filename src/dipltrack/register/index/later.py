"""Tables that are made when they are first asked for, and kept in step from then on.

The words of items, which only a search asks for, and the beats, which only reminders do: a first
run that answers another question does not wait for them.
"""

import sqlite3
from collections.abc import Mapping
from enum import StrEnum


class Later(StrEnum):
    """Such a table, by its name in the index."""

    WORDS = "body"
    BEATS = "beat"


TABLES: Mapping[Later, tuple[str, ...]] = {
    Later.WORDS: (
        "DROP TABLE IF EXISTS trigram",  # made of it, when it is there
        "CREATE TABLE body (item INTEGER PRIMARY KEY, words TEXT)",
    ),
    Later.BEATS: (
        """CREATE TABLE beat (
          item INTEGER, from_day INTEGER, to_day INTEGER, heard INTEGER, reported INTEGER,
          period INTEGER, review INTEGER, theirs INTEGER, held INTEGER, muted INTEGER,
          replies TEXT, rests INTEGER
        )""",
        "CREATE INDEX beat_item ON beat (item)",
    ),
}
"""What makes each."""


def made_later(connection: sqlite3.Connection) -> frozenset[Later]:
    """Those that are there."""
    found = connection.execute("SELECT name FROM sqlite_master WHERE name IN ('body', 'beat')")
    return frozenset(Later(name) for (name,) in found)
