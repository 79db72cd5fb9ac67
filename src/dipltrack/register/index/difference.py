"""What may be other in the files of a ledger than in its index, told by their stamps."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from msgspec import Struct

from dipltrack.ledger.stamps import Stamp
from dipltrack.register.view import View

Report = Callable[[int, int], None]
"""Is told how many files are read, of how many."""


class Source(Struct, frozen=True, kw_only=True):
    """Where the rows come from: the ledger, what is known of it, the moment of its stamps in ns.

    `asked` is the day that is asked of, None where all days are alike.
    """

    root: Path
    view: View
    moment: int
    report: Report
    asked: date | None = None


class Difference(Struct, frozen=True, kw_only=True):
    """What may be other in the files than in the index: the stamps, and the paths."""

    stamps: Mapping[str, Stamp]
    changed: Sequence[str]
    gone: Sequence[str]

    def __bool__(self) -> bool:
        """True where there is something to do."""
        return bool(self.changed or self.gone)


def difference(connection: sqlite3.Connection, stamps: Mapping[str, Stamp]) -> Difference:
    """The files whose stamp is another, or proves nothing, and those that are gone."""
    stored = {
        path: (settled, *stamp)
        for path, settled, *stamp in connection.execute(
            "SELECT path, settled, size, mtime, ctime, inode FROM file"
        )
    }
    return Difference(
        stamps=stamps,
        changed=sorted(p for p, stamp in stamps.items() if stored.get(p) != (1, *stamp)),
        gone=[path for path in stored if path not in stamps],
    )
