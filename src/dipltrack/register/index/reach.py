"""How far back an index can be asked: of a large ledger at first a good year, which most questions need.

The spans of what was long ago are most of what a first run would make. They are made, once and for
all, when a day is first asked of that lies before the index's reach.
"""

import sqlite3
from datetime import UTC, date, datetime, timedelta

LARGE = 2_000
"""Files from which on a first run is worth cutting short."""

A_YEAR = timedelta(days=400)
"""What is asked of a past day is mostly asked of last week, of the last meeting or of last year."""


def first_reach(files: int, asked: date | None, moment: int) -> date:
    """The day to which a new index of so many files goes back: 400 days before the one asked of.

    The moment is now, in ns since 1970. A small ledger is kept whole.
    """
    if files < LARGE:
        return date.min
    today = datetime.fromtimestamp(moment / 1e9, UTC).date()
    day = min(asked or today, today)
    return day - A_YEAR if day > date.min + A_YEAR else date.min


def reach_of(connection: sqlite3.Connection) -> date:
    """The first day that the index can be asked of."""
    return date.fromordinal(connection.execute("SELECT since FROM reach").fetchone()[0])


def set_reach(connection: sqlite3.Connection, since: date) -> None:
    """Notes it in an index that is being made."""
    connection.execute("INSERT INTO reach VALUES (?)", (since.toordinal(),))
