"""How an item stands to its time: the first, the one in force, how far it slipped, how late."""

from collections.abc import Iterator

from dipltrack.model.vocabulary import Timeliness
from dipltrack.model.window import Timing, Window
from dipltrack.register.standing import Standing
from dipltrack.reports.blocks import Pair, Span, Text, Words
from dipltrack.reports.prose import figure


def slippage_told(first: Timing, before: Timing | None, timing: Timing) -> str | None:
    """How far the last day was moved against the first time, and against the time before.

    A day that was settled inside a window is no slip against it; what was put off is never told as
    earlier. What recurs moves on with its holdings, and slips not.
    """
    if timing.window.every:
        return None
    against_first = _moved(first.window, timing.window)
    against_before = _moved(before.window, timing.window) if before and before != first else 0
    told = []
    if against_first > 0 or (against_first < 0 and against_before <= 0):
        told.append(f"{_shift(against_first)} than the first time")
    if against_before:
        told.append(f"{_shift(against_before)} than the time before")
    return ", ".join(told) or None


def _moved(old: Window, new: Window) -> int:
    """The days from the old last day to the new one; 0 where the new window lies inside the old."""
    if old.latest is None or new.latest is None:
        return 0
    begins = old.earliest is None or (new.earliest or new.latest) >= old.earliest
    inside = begins and new.latest <= old.latest
    return 0 if inside else (new.latest - old.latest).days


def _shift(days: int) -> str:
    return f"{figure(abs(days), 'day')} {'later' if days > 0 else 'earlier'}"


def timing_pairs(label: str, timing: Timing) -> Iterator[Pair]:
    """The stated words and the window that they mean, with its reason."""
    window = timing.window
    if timing.stated:
        yield Pair(label, Words(timing.stated))
        label = ""
    if window.has_day:
        yield Pair(label, Span(window), window.basis or "")
    elif window.basis:
        yield Pair(label, Text(window.basis))
    elif label:
        yield Pair(label, Text("no date"))


def timeliness_told(standing: Standing) -> str:
    """How the item stands to its time on the day that was asked for."""
    count = standing.days
    match standing.timeliness:
        case Timeliness.OVERDUE | Timeliness.LATE if count is not None:
            text = f"{standing.timeliness} by {figure(abs(count), 'day')}"
        case Timeliness.DUE_SOON | Timeliness.IN_WINDOW | Timeliness.NOT_YET_DUE if (
            count is not None and standing.state.closed_on is None
        ):
            text = f"{standing.timeliness}, {figure(count, 'day')} to the last day"
        case _:
            text = standing.timeliness.value
    first = standing.timeliness_first
    by_days = first in _WITH_DAYS and standing.days_first != count
    differs = first is not standing.timeliness or by_days
    if standing.state.first != standing.state.timing and differs:
        late = f" by {figure(abs(standing.days_first), 'day')}" if standing.days_first else ""
        text += f"; by the first time {first}{late if first in _WITH_DAYS else ''}"
    return text


_WITH_DAYS = frozenset({Timeliness.OVERDUE, Timeliness.LATE})
