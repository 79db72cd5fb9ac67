"""How a commitment stands to its window: the first that fits of DESIGN §2."""

from datetime import date

from dipltrack.model.vocabulary import KEPT_STATUSES, Kind, Status, Timeliness
from dipltrack.model.window import Window
from dipltrack.register.state import State

SOON = 14
"""How many days before its latest day an open commitment is due soon."""


def timeliness_of(day: date, state: State, window: Window) -> Timeliness:
    """How a state stands to a window, the one in force or the first."""
    if state.closed_on is None:
        return open_timeliness(day, state.item.kind, window)
    return closed_timeliness(state.closed_on, state.status, window)


def open_timeliness(day: date, kind: Kind, window: Window) -> Timeliness:
    """How an open commitment stands to its window on the day.

    >>> window = Window(earliest=date(2018, 1, 21), latest=date(2018, 1, 31))
    >>> open_timeliness(date(2018, 2, 3), Kind.ONE_OFF, window).value
    'overdue'
    """
    if kind is Kind.CONTINUING:
        return _CONTINUING
    if window.latest is not None:
        left = (window.latest - day).days
        if left < 0:
            return _OVERDUE
        if left <= SOON:
            return _DUE_SOON
    elif window.earliest is None:
        return _UNDATED
    if window.earliest is not None and day < window.earliest:
        return _NOT_YET_DUE
    return _IN_WINDOW


# Python 3.11 finds `Timeliness.OVERDUE` by a call, 60 ns; a first run asks half a million times.
_CONTINUING = Timeliness.CONTINUING
_UNDATED = Timeliness.UNDATED
_OVERDUE = Timeliness.OVERDUE
_DUE_SOON = Timeliness.DUE_SOON
_NOT_YET_DUE = Timeliness.NOT_YET_DUE
_IN_WINDOW = Timeliness.IN_WINDOW
_EARLY = Timeliness.EARLY
_LATE = Timeliness.LATE
_MISSED = Timeliness.MISSED
_CLOSED = Timeliness.CLOSED
_SUPERSEDED = Status.SUPERSEDED


def closed_timeliness(closed_on: date, status: Status, window: Window) -> Timeliness:
    """How a closed commitment stands to its window, by the first day of the closing fact.

    What was kept is early, in the window or late; what was superseded after its latest day was
    missed all the same.

    >>> window = Window(earliest=date(2018, 3, 1), latest=date(2018, 5, 31))
    >>> closed_timeliness(date(2018, 2, 10), Status.FULFILLED, window).value
    'early'
    """
    late = window.latest is not None and closed_on > window.latest
    if status not in KEPT_STATUSES:
        return _MISSED if late and status is _SUPERSEDED else _CLOSED
    if late:
        return _LATE
    if window.earliest is None:
        return _CLOSED if window.latest is None else _IN_WINDOW
    return _EARLY if closed_on < window.earliest else _IN_WINDOW


def days_of(day: date, state: State, window: Window) -> int | None:
    """The days to the latest one while open, negative when over; when kept, those it was late."""
    if window.latest is None:
        return None
    if state.closed_on is None:
        return (window.latest - day).days
    late = (state.closed_on - window.latest).days
    return late if late > 0 and state.status.is_kept else None
