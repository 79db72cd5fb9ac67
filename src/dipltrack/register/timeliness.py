"""How a commitment stands to its window: the first that fits of DESIGN §2."""

from datetime import date, timedelta
from typing import NamedTuple

from dipltrack.model.vocabulary import Kind, Status, Timeliness
from dipltrack.model.window import Window
from dipltrack.register.state import State

SOON = timedelta(days=14)
"""How long before its latest day an open commitment is due soon."""


class Timely(NamedTuple):
    """A timeliness, and its days: to the latest day while open, negative when over; or days late."""

    timeliness: Timeliness
    days: int | None


def timely_of(day: date, state: State, window: Window) -> Timely:
    """How a state stands to a window, the one in force or the first."""
    if state.closed_on is None:
        return open_timeliness(day, state.item.kind, window)
    return closed_timeliness(state.closed_on, state.status, window)


def open_timeliness(day: date, kind: Kind, window: Window) -> Timely:
    """How an open commitment stands to its window on the day.

    >>> window = Window(earliest=date(2018, 1, 21), latest=date(2018, 1, 31))
    >>> open_timeliness(date(2018, 2, 3), Kind.ONE_OFF, window).days
    -3
    """
    days = None if window.latest is None else (window.latest - day).days
    if kind is Kind.CONTINUING:
        timeliness = Timeliness.CONTINUING
    elif not window.has_day:
        timeliness = Timeliness.UNDATED
    elif window.latest is not None and day > window.latest:
        timeliness = Timeliness.OVERDUE
    elif window.latest is not None and day >= window.latest - min(SOON, window.latest - date.min):
        timeliness = Timeliness.DUE_SOON
    elif window.earliest is not None and day < window.earliest:
        timeliness = Timeliness.NOT_YET_DUE
    else:
        timeliness = Timeliness.IN_WINDOW
    return Timely(timeliness, days)


def closed_timeliness(closed_on: date, status: Status, window: Window) -> Timely:
    """How a closed commitment stands to its window, by the first day of the closing fact.

    What was kept is early, in the window or late; what was superseded after its latest day was
    missed all the same.

    >>> window = Window(earliest=date(2018, 3, 1), latest=date(2018, 5, 31))
    >>> closed_timeliness(date(2018, 2, 10), Status.FULFILLED, window).timeliness.value
    'early'
    """
    late = window.latest is not None and closed_on > window.latest
    if not status.is_kept:
        missed = status is Status.SUPERSEDED and late
        return Timely(Timeliness.MISSED if missed else Timeliness.CLOSED, None)
    if not window.has_day:
        return Timely(Timeliness.CLOSED, None)
    if window.latest is not None and late:
        return Timely(Timeliness.LATE, (closed_on - window.latest).days)
    if window.earliest is not None and closed_on < window.earliest:
        return Timely(Timeliness.EARLY, None)
    return Timely(Timeliness.IN_WINDOW, None)
