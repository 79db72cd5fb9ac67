"""The meetings of a ledger: which were held, which one is meant, how many items of each are open."""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from dipltrack.model.fault import Fault
from dipltrack.model.ref import MeetingRef
from dipltrack.model.text import sound
from dipltrack.register.broken import broken_files, with_what_is_broken
from dipltrack.register.building import built_meeting
from dipltrack.register.held import Held
from dipltrack.register.index.kept import KeptIndex
from dipltrack.register.index.narrowing import ITEMS, held_on, took_part
from dipltrack.register.resolve import meeting_path, meetings_beginning
from dipltrack.register.unmatched import NoMatchError
from dipltrack.register.view import View

_MEETINGS = (
    "FROM occasion JOIN meeting ON meeting.file = occasion.file"
    " JOIN file ON file.id = occasion.file"
)


class MeetingsFound(Struct, frozen=True, kw_only=True):
    """The meetings that were asked for: all are counted, the first are built."""

    meetings: tuple[Held, ...]
    count: int
    errors: tuple[Fault, ...]


class Meetings:
    """The meetings of a ledger that can be asked."""

    def __init__(self, kept: KeptIndex) -> None:
        self._kept = kept

    def ask(
        self, view: View, partners: tuple[str, ...] = (), most: int | None = None
    ) -> MeetingsFound:
        """The meetings up to the view's day under which one of the partners is found, by date."""
        index = self._kept.seen_by(view)
        condition = held_on(view.as_of)
        if partners:
            condition = condition.and_(took_part(partners))
        paths = [
            path
            for (path,) in index.execute(
                f"SELECT path {_MEETINGS} WHERE {condition.sql}"
                " ORDER BY occasion.day, meeting.ref, path",
                condition.values,
            )
        ]
        return MeetingsFound(
            meetings=tuple(self._built(index, view, paths[:most])),
            count=len(paths),
            errors=broken_files(index, self._kept.root),
        )

    def meant(self, text: str, view: View) -> Held:
        """The meeting that is meant, as `resolve` finds it. Raises NoMatchError, AmbiguousError."""
        index = self._kept.seen_by(view)
        try:
            path = meeting_path(index, sound(text), view.as_of)
        except NoMatchError as error:
            raise with_what_is_broken(error, broken_files(index, self._kept.root)) from None
        return next(self._built(index, view, [path]))

    def beginning(self, begin: str, view: View, most: int) -> list[tuple[str, str]]:
        """Refs of meetings that begin so, each with its title, at most so many."""
        return meetings_beginning(self._kept.seen_by(view), sound(begin), view.as_of, most)

    def last(self, view: View, most: int) -> list[tuple[str, str]]:
        """Refs and titles of the meetings that were held last, by date."""
        condition = held_on(view.as_of)
        found = self._kept.seen_by(view).execute(
            f"SELECT meeting.ref, occasion.title {_MEETINGS} WHERE {condition.sql}"
            " ORDER BY occasion.day DESC, meeting.ref DESC LIMIT ?",
            (*condition.values, most),
        )
        return list(reversed(found.fetchall()))

    def last_with(self, partner: str, view: View) -> tuple[str, str, date] | None:
        """Ref, title and day of the last meeting with the partner up to the view's day, or None."""
        condition = held_on(view.as_of).and_(took_part((partner,)))
        found = self._kept.seen_by(view).execute(
            f"SELECT meeting.ref, occasion.title, occasion.day {_MEETINGS} WHERE {condition.sql}"
            " ORDER BY occasion.day DESC, meeting.ref DESC LIMIT 1",
            condition.values,
        )
        row = found.fetchone()
        return (row[0], row[1], date.fromordinal(row[2])) if row else None

    def on(self, ref: MeetingRef, view: View) -> list[Held]:
        """The meetings of that partner and that day."""
        index = self._kept.seen_by(view)
        day = date(int(ref.day[:4]), int(ref.day[4:6]), int(ref.day[6:]))
        condition = held_on(view.as_of)
        paths = index.execute(
            f"SELECT path {_MEETINGS} WHERE {condition.sql} AND occasion.day = ?"
            " AND meeting.ref >= ? AND meeting.ref < ? ORDER BY meeting.ref, path",
            (*condition.values, day.toordinal(), f"{ref.partner}-", f"{ref.partner}."),
        )
        return list(self._built(index, view, [path for (path,) in paths.fetchall()]))

    def _built(
        self, index: sqlite3.Connection, view: View, paths: Sequence[str]
    ) -> Iterator[Held]:
        on = view.as_of.toordinal()
        for path in paths:
            items, open_ = index.execute(
                f"SELECT count(*), coalesce(sum(is_open), 0) {ITEMS} WHERE path = ?"
                " AND item.struck = 0 AND from_day <= ? AND to_day > ?",
                (path, on, on),
            ).fetchone()
            held = built_meeting(self._kept.root, view, path, items, open_)
            if held is not None:
                yield held
