"""EDTF, the dates of ISO 8601-2: into windows, and out of them.

Levels 0 and 1 are read whole; of level 2 the unspecified digits and the codes 25 to 41.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from dipltrack.model.vocabulary import TimingClass
from dipltrack.model.window import Window
from dipltrack.wording.calendar import Days, months
from dipltrack.wording.frame import MONTHS, day_shown
from dipltrack.wording.plain import plain
from dipltrack.wording.unread import UnreadTimeError

_CODES = {
    21: (3, 3),
    22: (6, 3),
    23: (9, 3),
    24: (12, 3),
    **{25 + season: (3 + 3 * season, 3) for season in range(4)},
    **{29 + season: ((9, 12, 3, 6)[season], 3) for season in range(4)},
    **{33 + quarter: (1 + 3 * quarter, 3) for quarter in range(4)},
    **{37 + third: (1 + 4 * third, 4) for third in range(3)},
    **{40 + half: (1 + 6 * half, 6) for half in range(2)},
}
"""The months of each sub-year code: the first one, counted from January, and how many.

The seasons 21 to 24, "independent of location", are those of the north; 29 to 32 of the south.
"""

_SHAPES: dict[tuple[int, int], int] = {
    months: code for code, months in _CODES.items() if code < 25 or code > 32
}
_NAMES = {
    range(21, 33): "season",
    range(33, 37): "quarter",
    range(37, 40): "third",
    range(40, 42): "half",
}
_END = re.compile(
    r"(?P<year>[0-9x]{4})(?:-(?P<month>[0-9x]{2})(?:-(?P<day>[0-9x]{2})"
    r"(?:t(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:z|[+-]\d\d(?::\d\d)?)?)?)?)?(?P<mark>[?~%]?)"
)
_YEARS = re.compile(r"\d{4}[–—～〜](?:1[3-9]|[2-9]\d)")
"""Two years that a long dash joins, 2024–26, which EDTF never writes so."""

_FAR = re.compile(r"y-?\d+|-\d{4}(?:-\d\d){0,2}")
_MARKS = {"?": "uncertain", "~": "about", "%": "about, and uncertain"}


def window_of_edtf(text: str) -> Window | None:
    """The window that a date or interval of EDTF names, or None where the text is none.

    Days that no calendar has, intervals the wrong way round and years that no ledger can hold
    are refused.

    >>> print(window_of_edtf("2018-37"))
    2018-01-01/2018-04-30 (EDTF: a third of 2018)
    >>> print(window_of_edtf("../2025-12-31").class_, window_of_edtf("next spring"))
    by None
    """
    return window_of_plain(plain(text), text)


def window_of_plain(words: str, text: str) -> Window | None:
    """The same of a text whose plain form is at hand."""
    stated = words.strip()
    if _YEARS.fullmatch(text.strip()):
        return None
    if not stated or stated[0] not in "0123456789x.-/y":
        return None
    if _FAR.fullmatch(stated):
        raise _outside(text)
    first, slash, last = stated.partition("/")
    return _interval(first, last, text) if slash else _single(stated, text)


def _outside(text: str) -> UnreadTimeError:
    return UnreadTimeError(text, "lies outside the years 1 to 9999", near=())


def _single(stated: str, text: str) -> Window | None:
    found = _END.fullmatch(stated)
    if found is None or not _is_code(found["month"], found["day"]):
        return None
    days = _days_of(found, text)
    what, class_ = _what(found, days)
    basis = f"EDTF: {what}" + (f", {_MARKS[found['mark']]}" if found["mark"] else "")
    if days is None:
        return Window(class_=class_, basis=basis)
    return Window(class_=class_, earliest=days.first, latest=days.last, basis=basis)


def _interval(first: str, last: str, text: str) -> Window | None:
    ends = []
    for stated in (first, last):
        found = None if stated in {"", ".."} else _END.fullmatch(stated)
        if found is None and stated not in {"", ".."}:
            return None
        if found and not _is_code(found["month"], found["day"]):
            return None
        ends.append(_days_of(found, text) if found else None)
    earliest = ends[0].first if ends[0] else None
    latest = ends[1].last if ends[1] else None
    if earliest and latest and latest < earliest:
        near = (f"{last}/{first}",)
        raise UnreadTimeError(text, "is an interval that ends before it begins", near=near)
    class_ = TimingClass.RANGE
    if earliest is None:
        class_ = TimingClass.OPEN if latest is None else TimingClass.BY
    return Window(class_=class_, earliest=earliest, latest=latest, basis="EDTF: an interval")


def _is_code(month: str | None, day: str | None) -> bool:
    """True for a month, or where no day follows a sub-year code; "2019-20" is two years."""
    if month is None or day is not None or "x" in month:
        return True
    return not 12 < int(month) < 21 and int(month) < 42


def _days_of(found: re.Match[str], text: str) -> Days | None:
    """The first and the last day that the digits can mean; None where no digit of a year is said."""
    year, month, day = found["year"], found["month"], found["day"]
    if year == "xxxx":
        return None
    if month is not None and "x" not in month and int(month) in _CODES:
        if "x" in year:
            raise UnreadTimeError(text, "has a part of a year that is not said", near=())
        _check_year(year, text)
        start, count = _CODES[int(month)]
        if int(year) * 12 + start + count > 9999 * 12 + 13:
            raise _outside(text)
        return months(int(year), start, count)
    first = next(_matching(year, month, day, backwards=False), None)
    last = next(_matching(year, month, day, backwards=True), None)
    if first is None or last is None:
        _check_year(year, text)
        raise UnreadTimeError(text, _no_such(year, month, day), near=_near(year, month))
    return Days(first.first, last.last)


def _check_year(year: str, text: str) -> None:
    if year == "0000":
        raise _outside(text)


def _matching(year: str, month: str | None, day: str | None, *, backwards: bool) -> Iterator[Days]:
    """The days that fit the digits, in order."""
    for y in _fitting(year, 1, 9999, backwards=backwards):
        if month is None:
            yield months(y, 1, 12)
        else:
            for m in _fitting(month, 1, 12, backwards=backwards):
                yield from _in_month(y, m, day, backwards=backwards)


def _in_month(year: int, month: int, day: str | None, *, backwards: bool) -> Iterator[Days]:
    if day is None:
        yield months(year, month)
    else:
        for d in _fitting(day, 1, monthrange(year, month)[1], backwards=backwards):
            yield Days(date(year, month, d), date(year, month, d))


def _fitting(digits: str, low: int, high: int, *, backwards: bool) -> Iterator[int]:
    low = max(low, int(digits.replace("x", "0")))
    high = min(high, int(digits.replace("x", "9")))
    numbers = range(high, low - 1, -1) if backwards else range(low, high + 1)
    for number in numbers:
        shown = f"{number:0{len(digits)}}"
        if all(digit in {"x", figure} for digit, figure in zip(digits, shown, strict=True)):
            yield number


def _no_such(year: str, month: str | None, day: str | None) -> str:
    if day is None or month is None or "x" in month or not 0 < int(month) < 13:
        return "names a month that no year has"
    name = f"{MONTHS[int(month) - 1]} {year}"
    if "x" in year:
        return "names a day that no year has"
    return f"is no day: {name} has {monthrange(int(year), int(month))[1]} days"


def _near(year: str, month: str | None) -> tuple[str, ...]:
    if month is None or "x" in year + month or not 0 < int(month) < 13:
        return ()
    return (f"{year}-{month}-{monthrange(int(year), int(month))[1]}", f"{year}-{month}")


def _what(found: re.Match[str], days: Days | None) -> tuple[str, TimingClass]:
    """What the digits name, in words, and what sort of time that is."""
    year, month, day = found["year"], found["month"], found["day"]
    if days is None:
        return "no year stated", TimingClass.NONE
    if month is not None and "x" not in month and int(month) > 12:
        name = next(name for codes, name in _NAMES.items() if int(month) in codes)
        class_ = TimingClass.SEASON if name == "season" else TimingClass.PART
        return f"a {name} of {year}", class_
    if days.first == days.last:
        return f"the day {day_shown(days.first)}", TimingClass.EXACT
    match _shape(days):
        case (_, 12):
            return f"the year {year}", TimingClass.YEAR
        case (_, 1) if day in {None, "xx"}:
            return f"{MONTHS[days.first.month - 1]} {year}", TimingClass.MONTH
        case _:
            return "every day that the digits can mean", TimingClass.RANGE


def _shape(days: Days) -> tuple[int, int] | None:
    """The first month and the number of months, where the days are whole months."""
    if days.first.day != 1 or days.last.day != monthrange(days.last.year, days.last.month)[1]:
        return None
    count = (days.last.year - days.first.year) * 12 + days.last.month - days.first.month + 1
    return days.first.month, count


def edtf_of(window: Window) -> str:
    """The window in the shortest form of EDTF that means the very same days.

    >>> early = Window(earliest=date(2018, 1, 1), latest=date(2018, 4, 30))
    >>> edtf_of(early), edtf_of(Window(latest=date(2025, 12, 31)))
    ('2018-37', '../2025-12-31')
    """
    if window.earliest is None or window.latest is None:
        return window.edtf()
    year = f"{window.earliest.year:04}"
    match _shape(Days(window.earliest, window.latest)):
        case (1, 12):
            return year
        case (month, 1):
            return f"{year}-{month:02}"
        case shape if shape in _SHAPES:
            return f"{year}-{_SHAPES[shape]}"
        case _:
            return window.edtf()
