"""Lengths of time, and the day that lies one ahead."""

from datetime import date

from dipltrack.wording.calendar import plus_days, plus_months, plus_working_days
from dipltrack.wording.denotation import Unit

_DAYS = {Unit.DAY: 1, Unit.WEEKEND: 7, Unit.WEEK: 7, Unit.FORTNIGHT: 14}
_MONTHS = {
    Unit.MONTH: 1,
    Unit.QUARTER: 3,
    Unit.HALF: 6,
    Unit.YEAR: 12,
    Unit.FISCAL_YEAR: 12,
    Unit.DECADE: 120,
}


def plus(day: date, count: int, unit: Unit) -> date:
    """The day that lies so many units after a day; hours are rounded up to days.

    >>> plus(date(2019, 1, 31), 1, Unit.MONTH).isoformat()
    '2019-02-28'
    >>> plus(date(2019, 3, 1), 48, Unit.HOUR).isoformat()
    '2019-03-03'
    """
    if unit is Unit.HOUR:
        return plus_days(day, -(-count // 24))
    if unit is Unit.WORKING_DAY:
        return plus_working_days(day, count)
    if unit in _DAYS:
        return plus_days(day, count * _DAYS[unit])
    return plus_months(day, count * _MONTHS[unit])


def amount_shown(size: int, unit: Unit) -> str:
    """The length in words.

    >>> amount_shown(3, Unit.WEEK), amount_shown(1, Unit.YEAR)
    ('3 weeks', '1 year')
    """
    return f"{size} {unit.value}{'' if size == 1 else 's'}"
