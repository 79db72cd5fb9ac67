"""A meeting's file -> its rows of the index: the meeting, its items, their links and spans."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from msgspec import Struct

from dipltrack.ledger.contents import MeetingFile
from dipltrack.model.ref import ItemRef
from dipltrack.register.chain import ALONE
from dipltrack.register.fold import meeting_in_force, states_of
from dipltrack.register.index.later import Later
from dipltrack.register.index.made import Row as Made
from dipltrack.register.index.made import dossiers_of, made_in
from dipltrack.register.index.schema import FOREVER, Sort
from dipltrack.register.index.spans import Row, Spans, spans_of
from dipltrack.register.index.words import words_of
from dipltrack.register.pace import beat_of
from dipltrack.register.standings import Life, Seen, lives_of, seen_of
from dipltrack.register.state import State
from dipltrack.register.view import View

Key = tuple[str, str]
"""The path of a file and the ref of an item in it."""


class ItemRows(Struct, frozen=True, kw_only=True, array_like=True):
    """An item: its own row, the refs that it ever pointed at, and its spans, at first as if it stood alone.

    `later` are its rows of the tables that are made later, as far as they are there.
    """

    row: Row
    links: tuple[tuple[int, str], ...]
    spans: Spans
    later: dict[str, list[Row]]

    @property
    def ref(self) -> str:
        """The ref of the item."""
        return str(self.row[0])


class FileRows(Struct, frozen=True, kw_only=True, array_like=True):
    """All rows of a file that has no error; its numbers are given where they are stored."""

    path: str
    meeting: Row
    occasions: list[Row]
    items: list[ItemRows]
    made: list[Made]
    dossiers: list[str]
    formerly: tuple[Row, ...] = ()


class Lived(NamedTuple):
    """An item of a file with its states, each with the day from which on it had it, and its links.

    The links are those of any state that it ever had.
    """

    life: Life
    states: Sequence[tuple[date, State]]
    links: tuple[tuple[int, str], ...]


def lived_in(file: MeetingFile, view: View, since: date = date.min) -> list[Lived]:
    """The items of the file with the states that hold on the day or later; the view says what is known."""
    lived = []
    for life in lives_of((file,), view):
        on = life.seen.meeting.date
        states = list(states_of(life.item, life.counting, on, since))
        # What is over pointed where the rest points, but where an entry says otherwise.
        turned = any(update.changes or update.superseded_by for update in life.counting)
        ever = list(states_of(life.item, life.counting, on)) if turned else states
        lived.append(Lived(life, states, tuple(_links(life, ever))))
    return lived


def rows_of(
    file: MeetingFile,
    view: View,
    lived: Sequence[Lived],
    joined: Mapping[Key, Spans],
    later: Collection[Later] = (),
) -> FileRows:
    """The rows of the file, from what `lived_in` it, of as many days.

    `joined` are the spans of items that hang together with others, by path and ref; those of all
    others are as if each stood alone.
    """
    seen = lived[0].life.seen if lived else seen_of(file, view)
    known = view.knows(file.meeting, file.meeting.date)
    return FileRows(
        path=file.path,
        meeting=(file.meeting.ref, seen.struck),
        occasions=list(_occasions(seen)) if known else [],
        items=[
            _item_rows(one, joined.get((file.path, one.life.item.ref)), later) for one in lived
        ],
        made=made_in(file),
        dossiers=dossiers_of(file),
        formerly=(
            *((old, file.meeting.ref) for old in file.meeting.was),
            *((old, item.ref) for item in file.commitments for old in item.was),
        ),
    )


def _occasions(seen: Seen) -> Iterator[Row]:
    """The meeting as it was in force from each day on on which a field of it changed."""
    filed = seen.file.meeting
    counting = [u for u in seen.about(filed) if u.id not in seen.wrong]
    start = seen.meeting.date
    days = sorted({start, *(u.date for u in counting if u.changes and u.date > start)})
    for since, until in zip(days, [*(day.toordinal() for day in days[1:]), FOREVER], strict=True):
        meeting = meeting_in_force(filed, counting, since)
        parties = "\n".join(meeting.parties)
        yield since.toordinal(), until, meeting.date.toordinal(), meeting.title, parties


def _item_rows(lived: Lived, spans: Spans | None, later: Collection[Later]) -> ItemRows:
    life, states, links = lived
    ref = ItemRef.of(life.item.ref)
    on = life.seen.meeting.date
    if spans is None:
        spans = spans_of([(s, state, ALONE) for s, state in states], on, struck=life.struck)
    return ItemRows(
        row=(
            life.item.ref,
            ref.meeting.partner if ref else "",
            f"{ref.meeting.day}{ref.meeting.letter}" if ref else "",
            ref.number if ref else 0,
            life.item.title,
            life.struck,
        ),
        links=links,
        spans=spans,
        later={table: later_rows_of(lived, table) for table in later} if later else {},
    )


def later_rows_of(lived: Lived, table: Later) -> list[Row]:
    """The rows of an item in a table that is made later, without its number."""
    match table:
        case Later.WORDS:
            return [(words_of(lived.life),)]
        case Later.BEATS:
            return list(_beats(lived.states, lived.life.seen.meeting.date))


def _beats(states: Sequence[tuple[date, State]], meeting_date: date) -> Iterator[Row]:
    """The beat of each state with the days on which it holds; equal ones that follow are one."""
    begin, last = FOREVER, None
    for since, state in states:
        beat = beat_of(state, meeting_date)
        if beat != last:
            if last is not None:
                yield begin, since.toordinal(), *last, 0
            begin, last = since.toordinal(), beat
    if last is not None:
        yield begin, FOREVER, *last, 0


def _links(life: Life, states: Sequence[tuple[date, State]]) -> Iterator[tuple[int, str]]:
    """What the item pointed at in any of its states; a copy, at the item that it is a copy of."""
    found: dict[tuple[int, str], None] = {}
    for _, state in states:
        if state.item.restates:
            found[Sort.RESTATES, state.item.restates] = None
        if state.item.follows:
            found[Sort.FOLLOWS, state.item.follows] = None
        if state.status_entry and state.status_entry.superseded_by:
            found[Sort.SUPERSEDED_BY, state.status_entry.superseded_by] = None
    if life.struck:
        for update in life.seen.known:
            if update.same_as and update.id not in life.seen.wrong and update.of == life.item.ref:
                found[Sort.SAME_AS, update.same_as] = None
    yield from found
