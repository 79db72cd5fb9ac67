"""What a reading is counted from: the anchor, the conventions, the hemisphere, the party."""

from datetime import date
from typing import NamedTuple

from msgspec import Struct

from dipltrack.model.conventions import Conventions, Event
from dipltrack.model.vocabulary import TimingClass
from dipltrack.wording.denotation import Amount

MONTHS = [
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
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth")


def size_of(amount: Amount) -> int:
    """How many units a length has; one where none is counted. Raises UnfitError for none at all."""
    if amount.size == 0:
        raise UnfitError(f"counts 0 {amount.unit.value}s")
    return amount.size or 1


class UnfitError(ValueError):
    """Words that are understood, but for which the calendar has no days."""

    def __init__(self, wrong: str, *near: str) -> None:
        """Keep what is wrong, and what could be meant instead."""
        self.wrong, self.near = wrong, near
        super().__init__(wrong)


class MistypedError(UnfitError):
    """A word that is none, but one of time mistyped."""

    def __init__(self, typed: str, meant: str) -> None:
        """Keep both words, in small letters."""
        self.typed, self.meant = typed, meant
        super().__init__(f'has "{typed}" for "{meant}"')


class Frame(Struct, frozen=True, kw_only=True):
    """All that words of time are counted from.

    `second` asks for the other reading of words that have two. `other_hemisphere` is set where
    the meeting's place and the party, or a place in the words, have opposite seasons.
    """

    anchor: date
    conventions: Conventions
    southern: bool = False
    other_hemisphere: bool = False
    month_first: bool = False
    party: str | None = None
    events: tuple[Event, ...] = ()
    second: bool = False


class Stretch(NamedTuple):
    """The days of a span, what sort of time it is and why; `other` names a second fair reading.

    `note` says how they were chosen where the words leave it open.
    """

    first: date
    last: date
    class_: TimingClass
    why: str
    other: str = ""
    note: str = ""

    def basis(self) -> str:
        """The reason of the reading, with how it was chosen."""
        return f"{self.why}; {self.note}" if self.note else self.why


def day_shown(day: date) -> str:
    """The day in words, the same on every machine.

    >>> day_shown(date(2018, 10, 17))
    '17 October 2018'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def months_shown(first: date, last: date) -> str:
    """The months from the one day to the other, in words.

    >>> months_shown(date(2018, 3, 1), date(2018, 5, 31))
    'March to May'
    """
    names = dict.fromkeys((MONTHS[first.month - 1], MONTHS[last.month - 1]))
    return " to ".join(names)
