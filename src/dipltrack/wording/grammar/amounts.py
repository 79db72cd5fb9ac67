"""Lengths of time: three weeks, a year and a half, two to three months, thirty (30) days."""

from dipltrack.wording.denotation import Amount, Unit
from dipltrack.wording.grammar.cursor import Cursor
from dipltrack.wording.tokens import Kind

_HALVES = {Unit.YEAR: (6, Unit.MONTH), Unit.DECADE: (5, Unit.YEAR)}
_LENGTHS = (Kind.LENGTH, Kind.FULL, Kind.A, Kind.THE)


def amount(c: Cursor) -> Amount | None:
    """A length of time; of two counts the longer."""
    start = c.at
    while c.kind() is Kind.LENGTH or (c.kind() is Kind.THE and c.kind(1) is Kind.LENGTH):
        c.at += 1
    if (
        c.kind() in {Kind.A, Kind.FULL} and c.kind(1) is Kind.NUMBER
    ):  # another two years, a five-year period
        c.at += 1
    found = _half_alone(c) or _counted(c) or _year_and_half(c) or _vague(c)
    if found is None:
        c.back(start)
    return found


def _half_alone(c: Cursor) -> Amount | None:
    """Half a year, half-year."""
    start = c.at
    c.skip(Kind.A)
    if c.skip(Kind.HALF):
        c.skip(Kind.DASH)
        c.skip(Kind.A)
        unit = c.value(Kind.UNIT)
        if unit in _HALVES:
            return Amount(*_HALVES[unit])
    c.back(start)
    return None


def _year_and_half(c: Cursor) -> Amount | None:
    """The next year and a half, where "next" makes it a length."""
    start = c.at
    if c.before().kind is Kind.NEXT:
        unit = c.value(Kind.UNIT)
        if unit in _HALVES and _and_a_half(c):
            return _with_half(1, unit)
    c.back(start)
    return None


def _counted(c: Cursor) -> Amount | None:
    start = c.at
    if c.kind() is Kind.SOME and c.kind(1) is Kind.NUMBER:  # unos diez días, about ten
        c.at += 1
    count = _count(c)
    if count is not None:
        halves = _and_a_half(c)
        c.skip(Kind.DASH)
        while c.skip(Kind.FULL):
            pass
        unit = c.value(Kind.UNIT, Kind.UNITS)
        if isinstance(unit, Unit):
            halves = halves or _and_a_half(c)
            length = _with_half(count, unit) if halves else Amount(_or_more(c, count), unit)
            c.skip(Kind.PERIOD)
            return length
    c.back(start)
    return None


def _count(c: Cursor) -> int | None:
    """3, three, three (3), a; of "two to three" and "2-3" the greater."""
    count: int | None = 1 if c.skip(Kind.A) else c.value(Kind.NUMBER)
    if count is None:
        return None
    _repeated(c)
    start = c.at
    if c.skip(Kind.DASH, Kind.TO, Kind.THROUGH, Kind.OR, Kind.AND):
        other: int | None = c.value(Kind.NUMBER)
        if other is not None:
            _repeated(c)
            return max(count, other)
        c.back(start)
    return count


def _repeated(c: Cursor) -> None:
    """Pass over the count in figures behind the one in words: "thirty (30)"."""
    if c.kind() is Kind.OPENING and c.kind(1) is Kind.NUMBER and c.kind(2) is Kind.CLOSING:
        c.at += 3


def _and_a_half(c: Cursor) -> bool:
    start = c.at
    c.skip(Kind.DASH)
    if c.skip(Kind.AND):
        c.skip(Kind.DASH)
        c.skip(Kind.A)
        c.skip(Kind.DASH)
        if c.skip(Kind.HALF):
            return True
    c.back(start)
    return False


def _with_half(count: int, unit: Unit) -> Amount | None:
    """A count and a half, in the smaller unit: a year and a half is eighteen months."""
    if unit in _HALVES:
        half, smaller = _HALVES[unit]
        return Amount(count * half * 2 + half, smaller)
    return None


def _or_more(c: Cursor, count: int) -> int:
    """The other count behind the unit: "a week or two"."""
    start = c.at
    if c.skip(Kind.OR):
        other: int | None = c.value(Kind.NUMBER)
        if other is not None and c.kind() not in {Kind.MONTH, Kind.UNIT, Kind.UNITS}:
            return max(count, other)
    c.back(start)
    return count


def _vague(c: Cursor) -> Amount | None:
    """A few weeks; weeks, months; of "weeks and months" the longer."""
    start = c.at
    c.skip(Kind.A)
    c.skip(Kind.SOME)
    c.skip(Kind.NEXT)
    c.skip(Kind.OF)
    unit = c.value(Kind.UNITS)
    if c.kind() in {Kind.AND, Kind.OR} and c.kind(1) is Kind.UNITS:
        c.at += 1
        unit = c.value(Kind.UNITS)
    if isinstance(unit, Unit):
        return Amount(None, unit)
    c.back(start)
    return None
