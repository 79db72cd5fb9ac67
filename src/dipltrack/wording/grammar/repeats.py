"""What comes again and again: every two years, twice a year, annually, each autumn."""

from dipltrack.wording.denotation import Recurring, Unit
from dipltrack.wording.grammar.cursor import Cursor
from dipltrack.wording.tokens import Kind

_IN_EACH = ((Kind.AT, Kind.THE), (Kind.FOR, Kind.UNIT))
_MONTHS = {
    Unit.MONTH: 1,
    Unit.QUARTER: 3,
    Unit.HALF: 6,
    Unit.YEAR: 12,
    Unit.FISCAL_YEAR: 12,
    Unit.DECADE: 120,
}


def repeat(c: Cursor) -> Recurring | None:
    """An act that comes again, with its period in months where it is one."""
    start = c.at
    found = _word(c) or _times(c) or _every(c)
    if found is None:
        c.back(start)
    return found


def _word(c: Cursor) -> Recurring | None:
    token = c.take(Kind.REPEAT)
    if token is None:
        return None
    months, other = token.value
    return Recurring(token.text, months, other)


def _times(c: Cursor) -> Recurring | None:
    """Once a year, three times a year, once every two years."""
    start = c.at
    times = c.value(Kind.TIMES)
    if times is None:
        times = 1 if c.kind(1) is Kind.EVENT and c.skip(Kind.A) else c.value(Kind.NUMBER)
        if times is None or (not c.skip(Kind.TIMES_WORD) and not _counts_meetings(c)):
            return None
    if c.kind() in {Kind.EVERY, Kind.REPEAT}:
        found = _every(c) or _word(c)
        months = found.months if found else None
    else:
        c.skip(Kind.PER, Kind.A, Kind.IN, Kind.AT, Kind.FOR)
        c.skip(Kind.A, Kind.THE)
        count = c.value(Kind.NUMBER) if c.kind(1) is Kind.UNITS else None
        unit = c.value(Kind.UNIT) if count is None else c.value(Kind.UNITS)
        found = None if unit is None else Recurring("", _MONTHS.get(unit))
        months = found.months and found.months * (count or 1) if found else None
    if found is None:
        return None
    return Recurring(_words(c, start), _divided(months, times))


def _counts_meetings(c: Cursor) -> bool:
    """True, and past it, for what is counted in a unit: "dos reuniones al año"."""
    start = c.at
    if c.skip(Kind.EVENT) and (c.kind() is Kind.PER or (c.kind(), c.kind(1)) in _IN_EACH):
        return True
    c.back(start)
    return False


def _divided(months: int | None, times: int) -> int | None:
    """The period of an act that comes so many times in so many months, where it is whole."""
    if months is None or times < 1 or months % times:
        return None
    return months // times


def _every(c: Cursor) -> Recurring | None:
    """Every two years, every other year, every second year, each autumn, every Monday."""
    start = c.at
    if not c.skip(Kind.EVERY):
        return None
    c.skip(Kind.A)
    if _is_yearly(c):
        return Recurring(_words(c, start), 12)
    half = c.skip(Kind.HALF)
    some = c.skip(Kind.SOME)
    count = c.value(Kind.NUMBER, Kind.ORDINAL)
    if count is not None and c.skip(Kind.DASH, Kind.TO, Kind.THROUGH, Kind.OR):
        count = max(count, c.value(Kind.NUMBER) or 0)
    if count is None and c.skip(Kind.OTHER):
        count = 2
    c.skip(Kind.FULL)
    token = c.take(Kind.UNIT, Kind.UNITS, Kind.SEASON, Kind.MONTH, Kind.WEEKDAY)
    if token is None:
        return None
    months = 12 if token.kind in {Kind.SEASON, Kind.MONTH} else None
    if token.kind in {Kind.UNIT, Kind.UNITS}:
        months = _MONTHS.get(token.value)
    if half:
        months = _divided(months, 2)
    if some:
        months = None
    if count == 0:  # "every 0 years"
        return None
    return Recurring(_words(c, start), months and months * (count or 1))


def nth_of_every(c: Cursor) -> Recurring | None:
    """On the second Tuesday of each month, in the first half of every year."""
    start = c.at
    c.skip(Kind.IN, Kind.ON)
    c.skip(Kind.THE)
    if not c.skip(Kind.ORDINAL, Kind.LAST):
        return None
    c.skip(Kind.DASH)
    if not c.skip(Kind.WEEKDAY, Kind.UNIT, Kind.HALF) or not c.skip(Kind.OF, Kind.IN):
        return None
    found = _every(c)
    return None if found is None else found._replace(words=_words(c, start))


def _is_yearly(c: Cursor) -> bool:
    """True, and past it, for a day of the year: every 9 May, "cada 9 de mayo"."""
    start = c.at
    if c.skip(Kind.NUMBER, Kind.ORDINAL):
        c.skip(Kind.OF)
        if c.skip(Kind.MONTH):
            return True
    c.back(start)
    return False


def _words(c: Cursor, start: int) -> str:
    return " ".join(token.text for token in c.tokens[start : c.at] if token.text)
