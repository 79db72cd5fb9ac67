"""Days, weeks, months and feasts of the calendar, as arithmetic."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

DAY = timedelta(days=1)


class Days(NamedTuple):
    """A run of days, both ends included."""

    first: date
    last: date


def plus_days(day: date, count: int) -> date:
    """The day that many days later.

    >>> plus_days(date(2019, 12, 31), 1)
    datetime.date(2020, 1, 1)
    """
    return day + timedelta(days=count)


def plus_months(day: date, count: int) -> date:
    """The same day that many months later, the last of the month where there is no such day.

    >>> plus_months(date(2018, 1, 31), 1)
    datetime.date(2018, 2, 28)
    >>> plus_months(date(2020, 2, 29), 12)
    datetime.date(2021, 2, 28)
    """
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(months=count)


def plus_working_days(day: date, count: int) -> date:
    """The day that many working days later, Monday to Friday; holidays are not known here.

    >>> plus_working_days(date(2019, 5, 10), 3).strftime("%a %d")
    'Wed 15'
    """
    day -= timedelta(days=max(0, day.weekday() - 4))
    weeks, rest = divmod(count, 5)
    weekend = 2 if day.weekday() + rest > 4 else 0
    return day + timedelta(weeks=weeks, days=rest + weekend)


def months(year: int, month: int, count: int = 1) -> Days:
    """The whole months from that one on; the month may lie before January or past December.

    >>> print(*months(2018, 12, 3))
    2018-12-01 2019-02-28
    """
    first_year, first = divmod(year * 12 + month - 1, 12)
    last_year, last = divmod(year * 12 + month + count - 2, 12)
    end = date(last_year, last + 1, monthrange(last_year, last + 1)[1])
    return Days(date(first_year, first + 1, 1), end)


def week(day: date) -> Days:
    """The week of that day, Monday to Sunday.

    >>> print(*week(date(2018, 5, 16)))
    2018-05-14 2018-05-20
    """
    monday = plus_days(day, -day.weekday())
    return Days(monday, plus_days(monday, 6))


def weekday_from(day: date, weekday: int) -> date:
    """The first such weekday on or after that day; Monday is 0.

    >>> weekday_from(date(2019, 5, 7), 4).isoformat()
    '2019-05-10'
    """
    return plus_days(day, (weekday - day.weekday()) % 7)


def easter(year: int) -> date:
    """Easter Sunday of the western churches.

    >>> easter(2019).isoformat(), easter(2024).isoformat()
    ('2019-04-21', '2024-03-31')
    """
    from dateutil.easter import easter as western

    return western(year)
