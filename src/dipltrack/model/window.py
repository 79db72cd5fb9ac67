"""A window: the earliest and the latest day that the stated words of a promise can mean."""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from msgspec import Struct

from dipltrack.model.vocabulary import TimingClass


class Unit(StrEnum):
    """The calendar units in which a period of recurrence is counted."""

    YEAR = "year"
    MONTH = "month"


class Every(Struct, frozen=True, kw_only=True):
    """A period of the calendar after which an act is due again: N years or N months.

    >>> str(Every(count=2, unit=Unit.YEAR))
    '2 years'
    """

    count: int
    unit: Unit

    @classmethod
    def of(cls, text: str) -> Self | None:
        """The period that the text states, as it stands in a ledger, or None.

        >>> Every.of("6 months")
        Every(count=6, unit=<Unit.MONTH: 'month'>)
        >>> Every.of("2 weeks") is None
        True
        """
        found = re.fullmatch(r"([1-9][0-9]{0,2}) (year|month)s?", text)
        return cls(count=int(found[1]), unit=Unit(found[2])) if found else None

    def __str__(self) -> str:
        return f"{self.count} {self.unit}{'' if self.count == 1 else 's'}"


class Window(Struct, frozen=True, kw_only=True):
    """The days that stated words can mean, both ends included, and the reason for the reading.

    Either end may be missing; no day is ever invented. The days are plain calendar days of the
    meeting's own place: a promise has no time zone.

    >>> print(Window(class_=TimingClass.OPEN, basis="no time promised: set a review day"))
    ../.. (no time promised: set a review day)
    """

    class_: Annotated[TimingClass, "what sort of time the words are"] = TimingClass.NONE
    earliest: Annotated[date | None, "first day that the words can mean"] = None
    latest: Annotated[date | None, "last day that the words can mean"] = None
    every: Annotated[Every | None, "period of recurrence: `1 year`, `6 months`"] = None
    event: Annotated[str | None, "the event that the time hangs on"] = None
    basis: Annotated[str | None, "why the words mean these days"] = None

    @property
    def has_day(self) -> bool:
        """True where at least one end is known: only then can anything be due."""
        return self.earliest is not None or self.latest is not None

    def edtf(self) -> str:
        """The window as an interval of EDTF (ISO 8601-2), an unknown end written `..`.

        >>> Window(class_=TimingClass.BY, latest=date(2025, 12, 31)).edtf()
        '../2025-12-31'
        """
        if self.earliest is not None and self.earliest == self.latest:
            return self.earliest.isoformat()
        first = ".." if self.earliest is None else self.earliest.isoformat()
        last = ".." if self.latest is None else self.latest.isoformat()
        return f"{first}/{last}"

    def __str__(self) -> str:
        return f"{self.edtf()} ({self.basis})" if self.basis else self.edtf()


class Timing(Struct, frozen=True, kw_only=True):
    """The stated words and the window they mean: one group of keys, always whole."""

    stated: Annotated[str | None, "the time in the words of the document"] = None
    window: Window = Window()


UNTIMED = Timing()
"""The timing of an item whose document names no time."""
