"""Days and windows as people write them."""

from datetime import date, timedelta

from dipltrack.model.update import Update
from dipltrack.model.vocabulary import TimingClass
from dipltrack.model.window import Window

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LONG_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def written_day(day: date) -> str:
    """The day, short, without leading nought.

    >>> written_day(date(2018, 2, 1))
    '1 Feb 2018'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def written_weekday(day: date) -> str:
    """The day in full, as it stands at the head of a report.

    >>> written_weekday(date(2018, 2, 2))
    'Friday 2 February 2018'
    """
    return f"{_WEEKDAYS[day.weekday()]} {day.day} {LONG_MONTHS[day.month - 1]} {day.year}"


def written_days(first: date, last: date) -> str:
    """The run of days as short as it can be written: whole years and months by their names.

    >>> written_days(date(2018, 1, 21), date(2018, 1, 31))
    '21–31 Jan 2018'
    >>> written_days(date(2018, 3, 1), date(2018, 5, 31))
    'Mar–May 2018'
    >>> written_days(date(2018, 1, 30), date(2018, 2, 1))
    '30 Jan – 1 Feb 2018'
    """
    if first == last:
        return written_day(first)
    if first.day == 1 and _ends_month(last):
        return _written_months(first, last)
    if first.year != last.year:
        return f"{written_day(first)} – {written_day(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} – {written_day(last)}"
    return f"{first.day}–{written_day(last)}"


def written_fact(update: Update) -> str:
    """The day or days of an entry's fact, or the words where no day is known.

    >>> written_fact(Update(of="x", date=date(2018, 3, 31), when="March 2018"))
    'March 2018'
    """
    if update.when:
        return update.when
    return written_days(update.first_day, update.date)


def written_window(window: Window) -> str:
    """The window, what is missing at one end said in a word; "" where there is no day.

    >>> written_window(Window(class_=TimingClass.BY, latest=date(2018, 12, 31)))
    'by 31 Dec 2018'
    """
    first, last = window.earliest, window.latest
    if last is None:
        return f"from {written_day(first)}" if first else ""
    if first is None or window.class_ in {TimingClass.BY, TimingClass.WITHIN}:
        return f"by {written_day(last)}"
    return written_days(first, last)


def _written_months(first: date, last: date) -> str:
    if (first.month, last.month) == (1, 12):
        return f"{first.year}" if first.year == last.year else f"{first.year}–{last.year}"
    if first.year != last.year:
        return f"{_MONTHS[first.month - 1]} {first.year} – {_MONTHS[last.month - 1]} {last.year}"
    if first.month == last.month:
        return f"{_MONTHS[first.month - 1]} {first.year}"
    return f"{_MONTHS[first.month - 1]}–{_MONTHS[last.month - 1]} {first.year}"


def _ends_month(day: date) -> bool:
    return day == date.max or (day + timedelta(days=1)).day == 1
