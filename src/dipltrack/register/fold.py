"""Folds the entries of a commitment into its state as of a day: the one place where it is done."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct, field
from msgspec.structs import replace

from dipltrack.model.commitment import Commitment
from dipltrack.model.meeting import Meeting
from dipltrack.model.update import Update
from dipltrack.model.vocabulary import Kind, NextMove, Status, TimingChange, TimingClass
from dipltrack.model.window import Timing
from dipltrack.register.changes import changed_where_possible, is_emptying
from dipltrack.register.corrections import is_undo
from dipltrack.register.recurrence import Wait, first_window, window_after
from dipltrack.register.state import State
from dipltrack.register.view import View


def meeting_in_force(meeting: Meeting, updates: Iterable[Update], as_of: date) -> Meeting:
    """The meeting with the changes of its fields that counting updates make up to the day.

    A slip in its date counts for every day: on no day was the meeting on another one.
    """
    ordered = in_order(updates, meeting.date)
    if not ordered:
        return meeting
    days = [c for u in ordered for c in u.changes if c.field in {"date", "from"}]
    meeting = changed_where_possible(meeting, days)
    others = [
        change
        for update in ordered
        if update.date <= as_of
        for change in update.changes
        if change.field not in {"date", "from"}
    ]
    return changed_where_possible(meeting, others)


def in_order(updates: Iterable[Update], meeting_date: date) -> list[Update]:
    """The updates by date, then by the moment of entry, then as they stand in the file.

    One dated before the meeting counts from the meeting on; one without its moment comes first.
    """
    ordered = list(updates)
    if len(ordered) > 1:
        ordered.sort(
            key=lambda update: (
                max(update.date, meeting_date),
                update.recorded.timestamp() if update.recorded else float("-inf"),
            ),
        )
    return ordered


def state_of(item: Commitment, updates: Sequence[Update], meeting: Meeting, view: View) -> State:
    """The state of the commitment as of the view's day, from the counting updates about it.

    Each field in force is that of the last update that names it; an update that names a class
    replaces the whole timing (DESIGN §2).
    """
    fold = _Fold(item=item, review_on=item.review_on, meeting_date=meeting.date, filed=item.timing)
    for day, update in _counting(updates, meeting.date):
        if day > view.as_of:
            break
        fold.take(update, day)
    return fold.state(view.as_of)


def states_of(
    item: Commitment, updates: Sequence[Update], meeting_date: date, since: date = date.min
) -> Iterator[tuple[date, State]]:
    """Every state that the commitment had on the day or later, each with its first day.

    The first day is that of its meeting, or the one from which on they are asked for; a state holds
    until the day of the next. What was over by then is folded and not told.
    """
    fold = _Fold(item=item, review_on=item.review_on, meeting_date=meeting_date, filed=item.timing)
    begin = meeting_date
    for day, update in _counting(updates, meeting_date):
        if day > begin:
            if day > since:
                yield max(begin, since), fold.state(begin)
            begin = day
        fold.take(update, day)
    yield max(begin, since), fold.state(begin)


def _counting(updates: Iterable[Update], meeting_date: date) -> Iterator[tuple[date, Update]]:
    """The updates that say something, in order, each with the day from which on it counts."""
    for update in in_order(updates, meeting_date):
        if not is_undo(update):
            yield max(update.date, meeting_date), update


def overridden(state: State, entry_id: str | None) -> dict[str, Update]:
    """What the entry names and a later one in force names anew, each with the last of these.

    Later is what is dated later, or entered later on that day: an entry of an earlier day than
    the one in force changes nothing that holds now.
    """
    position = next((n for n, one in enumerate(state.entries) if one.id == entry_id), None)
    if entry_id is None or position is None:
        return {}
    named = _named(state.entries[position])
    return {
        field: later
        for later in state.entries[position + 1 :]
        for field in _named(later)
        if field in named
    }


def _named(update: Update) -> list[str]:
    """The fields of which the update says what holds from its day on."""
    fields = [name for name in _IN_FORCE if getattr(update, name)]
    fields += (change.field for change in update.changes)
    if update.to is not None:
        fields.append("expected" if update.timing is TimingChange.EXPECTED else "time")
    return fields


_IN_FORCE = ("status", "next_step", "next_move", "review_on", "mute_until")


def _unanswered(asks: Iterable[Update], answered: Collection[str]) -> Iterator[Update]:
    """The asks with only those of their bodies from which this is no answer."""
    for ask in asks:
        asked = tuple(body for body in ask.asked if body not in answered)
        if asked:
            yield ask if asked == ask.asked else replace(ask, asked=asked)


class _Fold(Struct, kw_only=True):
    """The fields in force so far, as one update after another is taken in."""

    entries: list[Update] = field(default_factory=list)
    item: Commitment
    review_on: date | None
    meeting_date: date
    filed: Timing
    agreed: Timing | None = None
    before: Timing | None = None
    held: Timing | None = None
    expected: Timing | None = None
    holdings: tuple[date, ...] = ()
    waits: tuple[Wait, ...] = ()
    status: Status = Status.NO_REPORT
    status_entry: Update | None = None
    closed_on: date | None = None
    next_move: NextMove | None = None
    next_step: str | None = None
    mute_until: date | None = None
    at_risk: date | None = None
    last_report: date | None = None
    asks: tuple[Update, ...] = ()
    pending: tuple[Update, ...] = ()
    seek: Update | None = None

    def take(self, update: Update, day: date) -> None:
        """Takes in one more update, which counts from that day; days come in their order."""
        self.entries.append(update)
        if update.changes:
            self.item = changed_where_possible(self.item, update.changes)
            if day == self.meeting_date:  # a slip: what was filed was never so
                self.filed = self.item.timing
            self.review_on = self._changed_review(update)
            self._empty(change.field for change in update.changes if is_emptying(change))
        if update.is_report:
            self.last_report = day
        if update.status is not None:
            self._take_status(update, update.status)
        if update.held and self.item.kind is not Kind.ONE_OFF:
            self._take_holding(update.date)
        if self.pending or update.asked or update.seek or update.decided:
            self._take_ask(update)
        if update.to is not None:
            self._take_timing(first_window(update.to, day), update.timing, day)
        self.next_move = update.next_move or self.next_move
        self.next_step = update.next_step or self.next_step
        self.review_on = update.review_on or self.review_on
        self.mute_until = update.mute_until or self.mute_until
        self.at_risk = day if update.at_risk else self.at_risk

    def _empty(self, fields: Iterable[str]) -> None:
        """Ends what an earlier update put in force."""
        for name in fields:
            match name:
                case "next_step":
                    self.next_step = None
                case "next_move":
                    self.next_move = None
                case "seek":
                    self.seek = None
                case _:
                    self.mute_until = None

    def _take_status(self, update: Update, status: Status) -> None:
        if status.is_open:
            self.closed_on = None
        else:
            self.closed_on = self.closed_on or update.first_day
            self.next_move = self.next_step = None
        self.status, self.status_entry = status, update
        self.at_risk = None

    def _take_ask(self, update: Update) -> None:
        """An answer ends the waiting for its body, a status all waiting; a decision its seeking."""
        if update.status is not None:
            self.pending = ()
        elif self.pending and update.answered:
            self.pending = tuple(_unanswered(self.pending, update.answered))
        if update.asked:
            self.asks += (update,)
            self.pending += (update,)
        if update.decided:
            self.seek = None
        self.seek = update if update.seek else self.seek

    def _take_holding(self, day: date) -> None:
        self.waits += (Wait(self._in_force().window, day),)
        self.holdings += (day,)
        window = (self.held or self.agreed or self.item.timing).window
        self.held = Timing(stated=self.item.timing.stated, window=window_after(day, window))

    def _take_timing(self, timing: Timing, change: TimingChange | None, day: date) -> None:
        if change is TimingChange.EXPECTED:
            self.expected = timing
        else:
            self.before = self._in_force()
            self.waits += (Wait(self.before.window, day),)
            self.agreed, self.held, self.expected = timing, None, None

    def _in_force(self) -> Timing:
        return self.held or self.agreed or first_window(self.item.timing, self.meeting_date)

    def _first(self) -> Timing:
        """The filed timing; of a recurring act the window that it means after the last holding."""
        window = self.filed.window
        if self.holdings and window.class_ is TimingClass.RECURRING and window.every:
            return replace(self.filed, window=window_after(self.holdings[-1], window))
        return first_window(self.filed, self.meeting_date)

    def _changed_review(self, update: Update) -> date | None:
        named = any(change.field == "review_on" for change in update.changes)
        return self.item.review_on if named else self.review_on

    def state(self, as_of: date) -> State:
        """The state that all the updates taken in make as of the day."""
        timing, item = self._in_force(), self.item
        filed_alone = timing is self.filed  # most are: then it is the first one too
        if item.review_on != self.review_on:
            item = replace(item, review_on=self.review_on)
        return State(
            item,
            tuple(self.entries),
            timing if filed_alone else self._first(),
            timing,
            self.expected,
            self.holdings,
            self.status,
            self.status_entry,
            self.closed_on,
            self.next_move,
            self.next_step,
            self.review_on,
            self.at_risk,
            self.last_report,
            self.before,
            (*self.waits, Wait(timing.window, self.closed_on or as_of)),
            self.mute_until,
            self.asks,
            self.pending,
            self.seek,
        )
