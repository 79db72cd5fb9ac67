"""What reminders are counted from: the pace of each item, and what was issued of it before."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date

from msgspec.structs import replace

from dipltrack.register.bodies import acting_on
from dipltrack.register.index.filling import make_ready
from dipltrack.register.index.issued import is_log_taken_in, issued_of, log_in_step
from dipltrack.register.index.kept import KeptIndex
from dipltrack.register.index.later import Later
from dipltrack.register.index.paces import let_rest, paces_on, rest_under
from dipltrack.register.pace import Pace
from dipltrack.register.question import Question
from dipltrack.register.view import View


class Reminders:
    """What a ledger knows of reminders: what may be due, what was issued, what rests meanwhile."""

    def __init__(self, kept: KeptIndex) -> None:
        self._kept = kept
        self._version: int | None = None
        self._keeps_log = True

    def paces(
        self, question: Question, narrowings: Sequence[Question], view: View, resting: str | None
    ) -> list[tuple[int, Pace]]:
        """The pace of each open, chased item that fits, with a number by which `let_rest` knows it.

        Each says which of the narrowings it fits. Those that rest under `resting` are left out;
        None leaves out none.
        """
        index = self._kept.seen_by(view)
        if not make_ready(index, self._kept.source(None), Later.BEATS):  # it cannot be written
            index = self._kept.in_memory(view)
            make_ready(index, self._kept.source(None), Later.BEATS)
        self._version = _version_of(index)
        rested = self._keeps_log and resting is not None and rest_under(index, resting, view.as_of)
        bodies = self._kept.settings.bodies
        acting = acting_on(bodies, view.as_of)
        question = replace(question, open_only=True)
        found = paces_on(index, question, narrowings, view.as_of, bodies, acting, rested=rested)
        return list(found)

    def issued(
        self, refs: Sequence[str], *, up_to: date | None = None, before: date | None = None
    ) -> list[tuple[str, str, str | None, int]]:
        """What was issued of the items by the log, as `issued_of` tells it.

        Ask before `paces` too: what rests hangs on the log. Raises BrokenFileError.
        """
        root, now = self._kept.root, self._kept.moment()
        index = self._kept.in_step()
        try:
            log_in_step(index, root, now)
            self._keeps_log = True
        except sqlite3.Error:  # it cannot be written: then nothing may rest by it either
            self._keeps_log = False
            with closing(sqlite3.connect(":memory:", isolation_level=None)) as unkept:
                log_in_step(unkept, root, now)
                return list(issued_of(unkept, refs, up_to=up_to, before=before))
        return list(issued_of(index, refs, up_to=up_to, before=before))

    def has_taken_in(self, path: str, data: bytes) -> bool:
        """True where these bytes of a file of the log were taken in before, and so are sound."""
        try:
            return self._keeps_log and is_log_taken_in(self._kept.in_step(), path, data)
        except sqlite3.Error:  # then it is read, as a log that nobody knows
            return False

    def let_rest(self, days: Mapping[int, int], resting: str, day: date) -> None:
        """Lets the items of those numbers rest from the day on, each until its own.

        They rest under what `resting` names, rules, and under the log as it is in the index.
        It only saves time: where another process wrote to the index meanwhile, nothing is kept.
        """
        index = self._kept.in_step()
        try:
            index.execute("BEGIN IMMEDIATE")
            if self._keeps_log and _version_of(index) == self._version:
                let_rest(index, days, resting, day)
            index.execute("COMMIT")
        except sqlite3.Error:
            if index.in_transaction:
                index.execute("ROLLBACK")


def _version_of(index: sqlite3.Connection) -> int:
    """Another number once another process has written to the index."""
    return int(index.execute("PRAGMA data_version").fetchone()[0])
