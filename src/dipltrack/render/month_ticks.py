"""The months and years that are named along a timeline, as many as there is room for."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from dipltrack.reports.blocks import Timeline

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_STEPS = (1, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


class Tick(Struct, frozen=True):
    """A day at which a month or a year begins, and its name."""

    day: date
    name: str


def month_ticks(timeline: Timeline, most: int) -> list[Tick]:
    """The first days of months that are named: every one, every third, every sixth, or none."""
    count = _months(timeline)
    step = next((step for step in _STEPS if count <= most * step), None)
    if step is None:
        return []
    return [
        Tick(day, _MONTHS[day.month - 1])
        for day in _begins(timeline)
        if (day.month - 1) % step == 0 and day >= timeline.first
    ]


def year_ticks(timeline: Timeline, most: int) -> list[Tick]:
    """The first days of years that are named: every one, every second, every fifth, and so on."""
    years = timeline.last.year - timeline.first.year + 1
    step = next((step for step in _YEARS if years <= most * step), _YEARS[-1])
    return [
        Tick(max(date(year, 1, 1), timeline.first), f"{year}")
        for year in range(timeline.first.year, timeline.last.year + 1)
        if year % step == 0 or years == 1
    ]


def _months(timeline: Timeline) -> int:
    first, last = timeline.first, timeline.last
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _begins(timeline: Timeline) -> Iterator[date]:
    at = timeline.first.replace(day=1)
    for _ in range(_months(timeline)):
        yield at
        if (at.year, at.month) == (date.max.year, 12):
            return
        at = date(at.year + at.month // 12, at.month % 12 + 1, 1)
