"""A window drawn over the months of its years: three marks a month, ten days each."""

from collections.abc import Iterator
from datetime import date

from dipltrack.model.window import Window

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"
_LAST_DAYS = (10, 20, 31)
MOST_YEARS = 4
"""Windows over more years are told in words only."""


def strip_of(window: Window, anchor: date) -> list[str]:
    """The lines of the strip: `█` in the window, `o` the anchor, `·` any other ten days.

    None are drawn where the window has no day, or lies over too many years.

    >>> late = Window(earliest=date(2018, 1, 21), latest=date(2018, 1, 31))
    >>> strip_of(late, date(2017, 12, 28))[1]
    '2017  ··· ··· ··· ··· ··· ··· ··· ··· ··· ··· ··· ··o'
    >>> strip_of(late, date(2017, 12, 28))[2]
    '2018  ··█ ··· ··· ··· ··· ··· ··· ··· ··· ··· ··· ···'
    """
    if not window.has_day:
        return []
    first = window.earliest or anchor
    last = window.latest or first
    years = range(min(first, anchor).year, max(last, anchor).year + 1)
    if len(years) > MOST_YEARS:
        return []
    return [f"      {_MONTHS}", *(f"{year:<6}{_year(year, window, anchor)}" for year in years)]


def _year(year: int, window: Window, anchor: date) -> str:
    return " ".join("".join(_month(year, month, window, anchor)) for month in range(1, 13))


def _month(year: int, month: int, window: Window, anchor: date) -> Iterator[str]:
    for part, last in enumerate(_LAST_DAYS):
        days = (year, month, part * 10 + 1), (year, month, last)
        if days[0] <= (anchor.year, anchor.month, anchor.day) <= days[1]:
            yield "o"
        else:
            yield "█" if _touches(window, days) else "·"


def _touches(window: Window, days: tuple[tuple[int, int, int], tuple[int, int, int]]) -> bool:
    first, last = window.earliest, window.latest
    begins = first is None or (first.year, first.month, first.day) <= days[1]
    ends = last is None or (last.year, last.month, last.day) >= days[0]
    return begins and ends and (first is not None or last is not None)
