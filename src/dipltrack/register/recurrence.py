"""When a recurring act is due again."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import MAXYEAR, date
from typing import NamedTuple

from msgspec.structs import replace

from dipltrack.model.vocabulary import TimingClass
from dipltrack.model.window import Timing, Unit, Window


def window_after(held: date, window: Window) -> Window:
    """The window of the next holding: the calendar unit that lies the period after the last one.

    Held in 2018 and yearly: the year 2019; in March 2018 and every six months: September 2018
    (DESIGN §2). Without a period no
    day is known.

    >>> from dipltrack.model.window import Every
    >>> yearly = Window(class_=TimingClass.RECURRING, every=Every(count=1, unit=Unit.YEAR))
    >>> print(window_after(date(2018, 12, 27), yearly))
    2019-01-01/2019-12-31 (held on 2018-12-27 and due again every 1 year)
    """
    every = window.every
    if every is None or held.year + every.count > MAXYEAR - 1:
        basis = f"held on {held.isoformat()}; no period stated"
        return replace(window, earliest=None, latest=None, basis=basis)
    basis = f"held on {held.isoformat()} and due again every {every}"
    first, last = (
        (date(held.year + every.count, 1, 1), date(held.year + every.count, 12, 31))
        if every.unit is Unit.YEAR
        else _month_after(held, every.count)
    )
    return replace(window, class_=TimingClass.RECURRING, earliest=first, latest=last, basis=basis)


def first_window(timing: Timing, anchor: date) -> Timing:
    """The timing with the first window of a recurring act: from the anchor, one period long.

    The anchor is the meeting's day, or the day on which the time was agreed. Days that are
    stored stay (DESIGN §2).

    >>> from dipltrack.model.window import Every
    >>> yearly = Window(class_=TimingClass.RECURRING, every=Every(count=1, unit=Unit.YEAR))
    >>> print(first_window(Timing(window=yearly), date(2020, 2, 29)).window)
    2020-02-29/2021-02-28
    """
    window = timing.window
    if window.every is None or window.class_ is not TimingClass.RECURRING or window.has_day:
        return timing
    count = window.every.count * (12 if window.every.unit is Unit.YEAR else 1)
    if anchor.year + count // 12 > MAXYEAR - 1:
        return timing
    _, last = _month_after(anchor, count)
    latest = date(last.year, last.month, min(anchor.day, last.day))
    return replace(timing, window=replace(window, earliest=anchor, latest=latest))


class Wait(NamedTuple):
    """A window in which a holding was waited for, and the day on which the waiting ended."""

    window: Window
    until: date


def unheld_windows(wait: Wait) -> Iterator[Window]:
    """The windows that passed without a holding while one was waited for, the oldest first.

    Each follows the one before as if that had been held on its last day, so that a holding that
    comes too late leaves the windows behind it unheld, and its own is no more in question.

    >>> from dipltrack.model.window import Every
    >>> yearly = Window(class_=TimingClass.RECURRING, every=Every(count=1, unit=Unit.YEAR))
    >>> due = window_after(date(2019, 12, 20), yearly)
    >>> [window.edtf() for window in unheld_windows(Wait(due, date(2022, 3, 12)))]
    ['2020-01-01/2020-12-31', '2021-01-01/2021-12-31']
    """
    window = wait.window
    while window.every and window.latest is not None and window.latest < wait.until:
        yield window
        window = window_after(window.latest, window)


def _month_after(day: date, count: int) -> tuple[date, date]:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1])
