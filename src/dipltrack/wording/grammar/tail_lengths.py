"""Lengths of time and recurrence where heads stand last: "üç ay içinde", "iki yılda bir"."""

from dipltrack.wording.denotation import (
    PAST,
    Amount,
    Denotation,
    Distant,
    NoTime,
    Recurring,
    Unit,
    Within,
)
from dipltrack.wording.grammar.cursor import Cursor
from dipltrack.wording.grammar.tail_spans import JOINS
from dipltrack.wording.tokens import Kind

_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.DECADE: 120}


UNITS = (Kind.UNIT, Kind.UNITS)


ONE = (Kind.NUMBER, Kind.A)


APART = "apart"
"""Beside a period of a repeat: so many of it lie between, "altı aylık aralıklarla"."""


def length(c: Cursor) -> Denotation | None:
    """Altı ay içinde, önümüzdeki iki yılda, iki hafta sonra; iki hafta önce is past."""
    c.skip(Kind.AT_LATEST, Kind.AROUND)
    ahead = c.skip(Kind.NEXT)
    amount = amount_ahead(c, vague=ahead)
    if amount is None:
        return None
    if isinstance(amount, NoTime):
        return amount
    return _counted(c, amount, ahead=ahead)


def _counted(c: Cursor, amount: Amount, *, ahead: bool) -> Denotation | None:
    if c.skip(Kind.WITHIN, Kind.OVER, Kind.FOR):
        return Within(amount)
    if c.skip(Kind.AFTER):
        return Distant(amount) if amount.size else Within(amount)
    if c.skip(Kind.BEFORE, Kind.SINCE):
        return NoTime(PAST)
    if c.skip(Kind.FROM):
        return NoTime(PAST) if c.skip(Kind.SINCE) else None
    if c.skip(Kind.IN):
        return Within(amount)
    return Within(amount) if ahead else None


def amount_ahead(c: Cursor, *, vague: bool) -> Amount | NoTime | None:
    """A length of time; of two counts the longer. "Beş yıllık" is a length, but no time."""
    while c.skip(Kind.LENGTH):
        pass
    if c.kind() is Kind.UNITS and vague:
        return Amount(None, c.value(Kind.UNITS))
    some = c.skip(Kind.SOME)
    count = None if some else _count(c)
    if not some and count is None:
        return None
    if c.kind() is Kind.REPEAT:
        return _adjective(c, count)
    half = c.kind() is Kind.HALF and c.value(Kind.HALF) == "more"
    working = c.skip(Kind.FULL) and c.before().text == "iş"
    unit = c.value(*UNITS)
    if unit is None or (unit is Unit.YEAR and (count or 0) > 999):
        return None
    if working and unit is Unit.DAY:
        unit = Unit.WORKING_DAY
    c.skip(Kind.LENGTH, Kind.MOMENT)
    if half:
        return Amount((count or 0) * 12 + 6, Unit.MONTH) if unit is Unit.YEAR else None
    return Amount(count, unit)


def _count(c: Cursor) -> int | None:
    count: int | None = c.value(*ONE)
    start = c.at
    if count is not None and (c.skip(*JOINS) or _is_next_number(c, count)):
        other: int | None = c.value(Kind.NUMBER)
        if other is not None:
            return max(count, other)
        c.back(start)
    if c.kind() is Kind.OPENING and c.kind(1) is Kind.NUMBER and c.kind(2) is Kind.CLOSING:
        c.at += 3
    return count


def _is_next_number(c: Cursor, count: int) -> bool:
    """True for "iki üç", two or three, which nothing joins."""
    token = c.look()
    return token.kind is Kind.NUMBER and token.value == count + 1 and not token.text.isdigit()


def _adjective(c: Cursor, count: int | None) -> Amount | NoTime | None:
    """Altı aylık süre içinde is within six months; beş yıllık plan is a plan of five years."""
    months = c.value(Kind.REPEAT)[0]
    c.skip(Kind.A)
    named = c.skip(Kind.LENGTH, Kind.MOMENT)
    counted = c.kind() in {Kind.WITHIN, Kind.OVER, Kind.FOR, Kind.IN}
    if not (months and count and counted and (named or c.kind() is Kind.OVER)):
        return NoTime("a length, but no time")
    return Amount(count * months, Unit.MONTH)


def repeat(c: Cursor) -> Denotation | None:
    """Her yıl, iki yılda bir, yılda iki kez, düzenli olarak."""
    start = c.at
    months = _period(c)
    if months is None:
        return None
    return Recurring(c.words_since(start), months or None)


def _period(c: Cursor) -> int | None:
    """The period in months; 0 where none is counted in them, None where nothing comes again."""
    if c.kind() is Kind.REPEAT:
        return c.value(Kind.REPEAT)[0] or 0
    c.skip(Kind.AROUND)
    every = c.skip(Kind.EVERY)
    count: int | None = c.value(*ONE)
    if count is not None and c.kind() is Kind.REPEAT and c.look().value[1] == APART:
        return int(count * c.value(Kind.REPEAT)[0])
    token = (
        c.take(Kind.UNIT, Kind.SEASON, Kind.MONTH, Kind.WEEKDAY) if every else c.take(Kind.UNIT)
    )
    if token is None:
        return None
    months = _MONTHS.get(token.value, 0) if token.kind is Kind.UNIT else 0
    if token.kind in {Kind.SEASON, Kind.MONTH}:
        months = 12
    if every:
        return months * (count or 1) * _is_every(c)
    return _so_often(c, months, count)


def _is_every(c: Cursor) -> bool:
    """Past what may stand behind "her iki yılda bir", "her yılın", "her Mayıs ayında"."""
    while c.skip(Kind.UNIT, Kind.OF, Kind.IN):
        pass
    if c.kind(1) is Kind.WEEKDAY and c.skip(Kind.ORDINAL, Kind.LAST):
        c.skip(Kind.WEEKDAY)
        c.skip(Kind.UNIT)
    c.skip(*ONE)
    c.skip(Kind.TIMES_WORD)
    return True


def _so_often(c: Cursor, months: int, count: int | None) -> int | None:
    """İki yılda bir, yılda iki kez."""
    if not c.skip(Kind.IN):
        return None
    c.skip(Kind.BOUND)
    times: int | None = c.value(*ONE)
    if times is None or (count is not None and times != 1):
        return None
    if not c.skip(Kind.TIMES_WORD) and times != 1 and c.kind() is not Kind.EVENT:
        return None
    months *= count or 1
    return months // times if months % times == 0 else 0
