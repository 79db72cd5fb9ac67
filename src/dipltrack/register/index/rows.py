"""A meeting's file -> its rows of the index: the meeting, its items, their links and spans."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from msgspec import Struct, field

from dipltrack.ledger.contents import MeetingFile
from dipltrack.model.ref import MeetingRef
from dipltrack.register.chain import ALONE
from dipltrack.register.fold import meeting_in_force, states_of
from dipltrack.register.index.later import Later
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


class Gathered(Struct, frozen=True, kw_only=True, array_like=True):
    """The rows of files that were read together, as they go into the index but for their numbers.

    A file stands under its place among those that were read, an item under its place among theirs:
    the writer adds the numbers that are taken. A span names its mark by its code, its form by its
    place. `tables` are the rows of all other tables by their names, each with its file or item first.
    """

    tables: dict[str, list[Row]] = field(default_factory=dict)
    items: list[Row] = field(default_factory=list)
    spans: list[Row] = field(default_factory=list)
    forms: list[Row] = field(default_factory=list)


class Lived(NamedTuple):
    """An item of a file with its states, each with the day from which on it had it, and its links.

    The links are those of any state that it ever had.
    """

    life: Life
    states: Sequence[tuple[date, State]]
    links: tuple[tuple[int, str], ...]


def lived_in(file: MeetingFile, view: View, since: date = date.min) -> list[Lived]:
    """The items of the file with the states that hold on the day or later; the view says what is known."""
    # What is over pointed where the rest points, but where an entry says otherwise.
    turning = {update.of for update in file.updates if update.changes or update.superseded_by}
    lived = []
    for life in lives_of((file,), view):
        on = life.seen.meeting.date
        states = list(states_of(life.item, life.counting, on, since))
        turned = turning and not turning.isdisjoint(update.of for update in life.counting)
        ever = list(states_of(life.item, life.counting, on)) if turned else states
        lived.append(Lived(life, states, _links(life, ever)))
    return lived


class Gathering:
    """Gathers the rows of one file after another."""

    def __init__(self, view: View, joined: Mapping[Key, Spans], later: Collection[Later]) -> None:
        """`joined` are the spans of items that hang together with others; all others stand alone."""
        self._view, self._joined, self._later = view, joined, later
        self._forms: dict[Row, int] = {}
        self._meetings: dict[str, MeetingRef] = {}
        self.gathered = Gathered()

    def take(self, number: int, file: MeetingFile, lived: Sequence[Lived]) -> None:
        """Takes in the file of that number, of as many days as `lived_in` it was asked for."""
        seen = lived[0].life.seen if lived else seen_of(file, self._view)
        meeting = file.meeting
        self._rows("meeting", number, [(meeting.ref, seen.struck)])
        if self._view.knows(meeting, meeting.date):
            self._rows("occasion", number, _occasions(seen))
        self._rows("made", number, made_in(file))
        if dossiers := dossiers_of(file):
            self._rows("matter", number, [("\n".join(dossiers),)])
        formerly = [(old, meeting.ref) for old in meeting.was]
        formerly += [(old, item.ref) for item in file.commitments for old in item.was]
        self._rows("formerly", number, formerly)
        for one in lived:
            self._take_item(number, file.path, one)

    def _take_item(self, file: int, path: str, lived: Lived) -> None:
        items = self.gathered.items
        number = len(items)
        life, states, links = lived
        filed = life.item
        head, _, last = filed.ref.rpartition("-")  # a ref of an item, or its file were not whole
        meeting = self._meetings.get(head)
        if meeting is None:
            meeting = self._meetings[head] = MeetingRef.of(head) or MeetingRef("", "")
        spans = self._joined.get((path, filed.ref)) if self._joined else None
        if spans is None:
            alone = [(since, state, ALONE) for since, state in states]
            spans = spans_of(alone, life.seen.meeting.date, filed, struck=life.struck)
        items.append(
            (
                number,
                file,
                filed.ref,
                meeting.partner,
                f"{meeting.day}{meeting.letter}",
                int(last),
                filed.title,
                life.struck,
            )
        )
        forms = [self._place_of(form) for form in spans.forms]
        self.gathered.spans.extend(
            [
                (number, begin, end, mark, forms[form], earliest, latest, move, updated)
                for begin, end, mark, form, earliest, latest, move, updated in spans.rows
            ]
        )
        if links:
            self._rows("link", number, links)
        for table in self._later:
            self._rows(table, number, later_rows_of(lived, table))

    def _place_of(self, form: Row) -> int:
        """The place of the form among those of all files."""
        place = self._forms.get(form)
        if place is None:
            place = self._forms[form] = len(self._forms)
            self.gathered.forms.append(form)
        return place

    def _rows(self, table: str, number: int, rows: Iterable[Row]) -> None:
        self.gathered.tables.setdefault(table, []).extend([(number, *row) for row in rows])


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


def _links(life: Life, states: Sequence[tuple[date, State]]) -> tuple[tuple[int, str], ...]:
    """What the item pointed at in any of its states; a copy, at the item that it is a copy of."""
    found: dict[tuple[int, str], None] = {}
    for _, state in states:
        item, closing = state.item, state.status_entry
        if item.restates:
            found[Sort.RESTATES, item.restates] = None
        if item.follows:
            found[Sort.FOLLOWS, item.follows] = None
        if closing is not None and closing.superseded_by:
            found[Sort.SUPERSEDED_BY, closing.superseded_by] = None
    if life.struck:
        for update in life.seen.known:
            if update.same_as and update.id not in life.seen.wrong and update.of == life.item.ref:
                found[Sort.SAME_AS, update.same_as] = None
    return tuple(found)
