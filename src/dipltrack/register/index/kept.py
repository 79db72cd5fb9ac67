"""The index that a process asks: opened once, in step with the files, and one more for each day of knowledge."""

import sqlite3
from collections.abc import Callable
from datetime import date, tzinfo
from pathlib import Path

from dipltrack.ledger.stamps import stamp_of, stamps_of
from dipltrack.model.settings import Settings
from dipltrack.register.bodies import acting_on
from dipltrack.register.index.difference import Report, Source
from dipltrack.register.index.opening import open_index, reach_back, take_in
from dipltrack.register.index.reach import reach_of
from dipltrack.register.view import View


class KeptIndex:
    """The index of a ledger, kept at the path, or in memory without one.

    `moment` gives the time in ns since 1970, for telling a stamp that proves something from one
    that does not; `report` is told how far a long reading is.
    """

    def __init__(
        self,
        root: Path,
        settings: Settings,
        timezone: tzinfo | None,
        *,
        path: Path | None,
        moment: Callable[[], int],
        report: Report,
    ) -> None:
        self.root = root
        self.settings = settings
        self.timezone = timezone
        self.moment = moment
        self._path = path
        self._report = report
        self._kept: sqlite3.Connection | None = None
        self._known_by: dict[date, sqlite3.Connection] = {}

    def in_step(self) -> sqlite3.Connection:
        """The index of all that is known, brought in step with the files once."""
        return self._reaching(None)

    def seen_by(self, view: View) -> sqlite3.Connection:
        """The index for the view; what was known by a day is folded anew, in memory."""
        if view.known_by is None:
            index = self._reaching(view.as_of)
        else:
            source = self.source(view.known_by, view.as_of)
            kept = self._known_by.get(view.known_by)
            if kept is None:
                kept = open_index(None, source, stamps_of(self.root))
            index = self._known_by[view.known_by] = reach_back(kept, source, stamps_of(self.root))
        _teach(index, self.settings, view.as_of)
        return index

    def in_memory(self, view: View) -> sqlite3.Connection:
        """The index for the view where that on disk cannot be written; it serves from now on."""
        self._kept = open_index(None, self.source(None, view.as_of), stamps_of(self.root))
        return self.seen_by(view)

    def source(self, known_by: date | None, asked: date | None = None) -> Source:
        """What the index is made from: the files, with what was entered up to the day."""
        view = View(as_of=date.max, known_by=known_by, timezone=self.timezone)
        return Source(
            root=self.root, view=view, moment=self.moment(), report=self._report, asked=asked
        )

    def catch_up(self) -> None:
        """Brings the index in step once more, with what others wrote since it was first asked."""
        if self._kept is not None:
            self._kept.close()
            self._kept = None

    def written(self, path: str) -> None:
        """Takes in a file that was just written, so that the next question sees it."""
        if self._kept is not None:
            try:
                take_in(self._kept, self.source(None), path, stamp_of(self.root, path))
            except sqlite3.Error:  # held by another, or the disk is full: the file is written
                self._kept.close()
                self._kept = None
        for index in self._known_by.values():
            index.close()
        self._known_by.clear()

    def _reaching(self, day: date | None) -> sqlite3.Connection:
        """The index of all that is known, such that it can be asked of the day."""
        source = self.source(None, day)
        if self._kept is None:
            self._kept = open_index(self._path, source, stamps_of(self.root))
        if day is not None and day < reach_of(self._kept):
            self._kept = reach_back(self._kept, source, stamps_of(self.root))
        return self._kept


def _teach(index: sqlite3.Connection, settings: Settings, day: date) -> None:
    """Gives the SQL the function `acting`: which bodies act on the day for those of an item."""
    acting = acting_on(settings.bodies, day)

    def acting_lines(lead: str, is_open: int) -> str:
        return "\n".join(acting(tuple(lead.split("\n")))) if is_open and lead else lead

    index.create_function("acting", 2, acting_lines)
