"""What changed in a week: what was done, what is new, which times were fixed or moved."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime

from msgspec import Struct

from dipltrack.model.update import Update
from dipltrack.model.vocabulary import TimingChange
from dipltrack.model.window import Timing
from dipltrack.register.building import Key
from dipltrack.register.standing import Standing
from dipltrack.reports.weekly.week import Week

DayOf = Callable[[datetime], date]
"""The day of a moment, in the ledger's time zone."""


class Changes(Struct, frozen=True, kw_only=True):
    """The items that changed, each list in the order in which they were given.

    `kept` and `closed` were open the week before; `held` recur, were held in the week and stay
    open; `new` were agreed or filed in the week; `timed` are the times that were fixed, moved or
    expected in it, each with its entry.
    """

    kept: tuple[Standing, ...]
    held: tuple[Standing, ...]
    closed: tuple[Standing, ...]
    new: tuple[Standing, ...]
    timed: tuple[tuple[Standing, Update, Timing], ...]


def changes_of(
    now: Sequence[Standing], before: Mapping[Key, Standing], week: Week, day_of: DayOf
) -> Changes:
    """What changed from the standings of the week before, by their paths and refs, to those of now.

    A fact of an earlier day that was entered only in the week is told in it: the report before
    could not know of it.
    """
    closing = [one for one in now if _closed_since(one, before, week, day_of)]
    return Changes(
        kept=tuple(one for one in closing if one.state.status.is_kept),
        held=tuple(
            one
            for one in now
            if one.state.closed_on is None
            and any(u.held and is_of_week(u, week, day_of) for u in one.state.entries)
        ),
        closed=tuple(one for one in closing if not one.state.status.is_kept),
        new=tuple(one for one in now if is_new(one, week, day_of)),
        timed=tuple(
            (one, update, update.to)
            for one in now
            for update in one.state.entries
            if update.to is not None and is_of_week(update, week, day_of)
        ),
    )


def is_of_week(update: Update, week: Week, day_of: DayOf) -> bool:
    """True where its fact lies in the week, or lies before it and was entered in it."""
    if week.holds(update.date):
        return True
    entered = day_of(update.recorded) if update.recorded else None
    return update.date <= week.since and week.holds(entered)


def _closed_since(
    standing: Standing, before: Mapping[Key, Standing], week: Week, day_of: DayOf
) -> bool:
    closing = standing.state.status_entry
    if standing.state.closed_on is None or closing is None:
        return False
    old = before.get((standing.path, standing.ref))
    was_open = old is None or old.state.closed_on is None
    return was_open or is_of_week(closing, week, day_of)


def is_new(standing: Standing, week: Week, day_of: DayOf) -> bool:
    """True where it was agreed in the week, or filed in it."""
    filed = standing.filed.recorded
    return week.holds(standing.meeting.date) or week.holds(day_of(filed) if filed else None)


def is_agreed(update: Update) -> bool:
    """True where the time is in force; what is only expected is one side's word."""
    return update.timing is not TimingChange.EXPECTED
