"""The week of a weekly report: which one, its days, and since when its changes are told."""

import re
from datetime import date, timedelta
from typing import Self

from msgspec import Struct

AHEAD = timedelta(days=60)
"""How far ahead the report of a week looks (DESIGN §8)."""
_MONDAY = 1
_WEEK = re.compile(r"([0-9]{4})-?W([0-9]{2})", re.IGNORECASE)


class NoWeekError(ValueError):
    """What was typed is no week."""


class Week(Struct, frozen=True, kw_only=True):
    """A week of ISO 8601, Monday to Sunday, as it stands on a day.

    `since` is the day against which changes are told: that of the report before, a week earlier.
    """

    monday: date
    as_of: date
    since: date

    @classmethod
    def on(cls, day: date) -> Self:
        """The week of a report that is made on the day; on a Monday the one that has ended.

        >>> Week.on(date(2018, 2, 2)).name, Week.on(date(2018, 2, 5)).name
        ('2018-W05', '2018-W05')
        >>> str(Week.on(date(2018, 2, 5)).since)
        '2018-01-28'
        """
        told = day - timedelta(days=1) if day.isoweekday() == _MONDAY else day
        monday = told - timedelta(days=told.isoweekday() - 1)
        since = min(day - timedelta(days=7), monday - timedelta(days=1))
        return cls(monday=monday, as_of=day, since=since)

    @classmethod
    def named(cls, text: str, today: date) -> Self:
        """The week of that name, as of its Sunday, or of today while it runs. Raises NoWeekError.

        >>> week = Week.named("2018-W05", date(2020, 1, 1))
        >>> str(week.as_of), str(week.since)
        ('2018-02-04', '2018-01-28')
        """
        found = _WEEK.fullmatch(text.strip())
        try:
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1) if found else None
        except ValueError:
            monday = None
        if monday is None:
            this = Week.on(today).name
            raise NoWeekError(f'"{text}" is no week: write one as {this} (ISO 8601)')
        if monday > today:
            raise NoWeekError(f"{text} has not begun: the last one is {Week.on(today).name}")
        as_of = min(monday + timedelta(days=6), today)
        return cls(monday=monday, as_of=as_of, since=as_of - timedelta(days=7))

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + timedelta(days=6)

    @property
    def name(self) -> str:
        """Its name by ISO 8601: the year may be another than that of its Monday."""
        year, number, _ = self.monday.isocalendar()
        return f"{year}-W{number:02}"

    def holds(self, day: date | None) -> bool:
        """True for a day after `since`, up to the as-of day."""
        return day is not None and self.since < day <= self.as_of
