"""Numbers, lists and days inside sentences, right in number and grammar."""

from collections.abc import Sequence
from datetime import date

from dipltrack.reports.days import LONG_MONTHS

_WORDS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
)


def number_word(number: int) -> str:
    """The number as it stands in a sentence: up to ten in a word.

    >>> number_word(2), number_word(12), number_word(1200)
    ('two', '12', '1,200')
    """
    return _WORDS[number] if number < len(_WORDS) else f"{number:,}"


def counted(number: int, one: str, several: str | None = None) -> str:
    """The number with what it counts.

    >>> counted(1, "promise"), counted(0, "promise"), counted(3, "reply", "replies")
    ('one promise', 'no promises', 'three replies')
    """
    return f"{number_word(number)} {one if number == 1 else several or one + 's'}"


def figure(number: int, what: str) -> str:
    """The number in figures with what it counts, as it stands in a table or an aside.

    >>> figure(1, "day"), figure(1463, "day")
    ('1 day', '1,463 days')
    """
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def lasting(days: int) -> str:
    """How long that is, as people say it: long times in whole months or years, none rounded up.

    A month is reckoned at 30.4 days, a year at 365.25; for an exact number there is `figure`.

    >>> lasting(36), lasting(400), lasting(1463), lasting(731)
    ('36 days', '13 months', '4 years', '2 years')
    """
    if days <= _DAYS_TOLD:
        return figure(days, "day")
    if days < _MONTHS_TOLD:
        return figure(int(days / 30.4375), "month")
    return figure(int(days / 365.25), "year")


_DAYS_TOLD = 120
_MONTHS_TOLD = 731
"""Up to how many days a time is told in days, and below how many in months."""


def listed(parts: Sequence[str], last: str = "and") -> str:
    """The parts as they are told.

    >>> listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])
    ('a', 'a and b', 'a, b and c')
    """
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def is_or_are(number: int) -> str:
    """The verb for so many; "no promises" are several."""
    return "is" if number == 1 else "are"


def was_or_were(number: int) -> str:
    """The verb for so many, in the past."""
    return "was" if number == 1 else "were"


def capital(sentence: str) -> str:
    """The sentence with its first letter as a capital.

    >>> capital("two promises were kept")
    'Two promises were kept'
    """
    return sentence[:1].upper() + sentence[1:]


def told_day(day: date, year: int) -> str:
    """The day as it stands in a sentence of that year, which need not be named.

    >>> told_day(date(2018, 2, 1), 2018), told_day(date(2017, 12, 28), 2018)
    ('1 February', '28 December 2017')
    """
    told = f"{day.day} {LONG_MONTHS[day.month - 1]}"
    return told if day.year == year else f"{told} {day.year}"


def long_day(day: date) -> str:
    """The day in full: what stands alone names its year.

    >>> long_day(date(2017, 12, 28))
    '28 December 2017'
    """
    return f"{day.day} {LONG_MONTHS[day.month - 1]} {day.year}"


def told_days(first: date | None, last: date, year: int) -> str:
    """The run of days as it stands in a sentence.

    >>> told_days(date(2018, 1, 30), date(2018, 2, 1), 2018)
    '30 January – 1 February'
    >>> told_days(date(2018, 1, 8), date(2018, 1, 10), 2018)
    '8–10 January'
    """
    if first is None or first == last:
        return told_day(last, year)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{told_day(last, year)}"
    begun = told_day(first, last.year if first.year == last.year else year)
    return f"{begun} – {told_day(last, year)}"
