"""What gives no day: urgency, leisure, events, and what is past."""

from dipltrack.wording.denotation import (
    PAST,
    Bearing,
    Denotation,
    Eager,
    Inside,
    NoTime,
    Open,
    Unit,
)
from dipltrack.wording.grammar.amounts import amount
from dipltrack.wording.grammar.cursor import Cursor
from dipltrack.wording.grammar.events import event
from dipltrack.wording.grammar.joins import times
from dipltrack.wording.grammar.named import HINGES, dated, is_possessive, names_event
from dipltrack.wording.grammar.spans import time
from dipltrack.wording.grammar.years import year
from dipltrack.wording.tokens import Kind

_PARTS_OF_YEARS = frozenset({Unit.QUARTER, Unit.HALF, Unit.MONTH})
_SUITING = (Kind.WORD, Kind.ON, Kind.FOR, Kind.THE, Kind.TO_BE_SET, Kind.FITTING)
_ADJECTIVES = (Kind.FITTING, Kind.EARLY, Kind.NEXT, Kind.ORDINAL, Kind.LATER, Kind.LATTER)


def fitting(c: Cursor) -> Denotation | None:
    """At an early date, at the earliest opportunity, on dates to be agreed; and in what time."""
    c.skip(Kind.AT, Kind.ON, Kind.BY)
    vague = c.skip(Kind.SOME, Kind.AT_EARLIEST)
    c.skip(Kind.THE, Kind.A)
    urgent = False
    while c.kind() in _ADJECTIVES:
        token = c.look()
        vague, urgent = True, urgent or token.value == "urgent" or token.kind is Kind.EARLY
        c.at += 1
    if not c.skip(Kind.MOMENT, Kind.TIME):
        return Open() if urgent and c.before().value == "urgent" else None
    if not (c.skip(Kind.TO_BE_SET, Kind.FITTING, Kind.OPEN) or vague):
        return None
    return _open_in(c, urgent=urgent or c.tokens[c.at - 1].value is True)


def open_time(c: Cursor) -> Denotation | None:
    """As soon as possible; and inside a named time, of which the early days are hoped for."""
    return _open_in(c, urgent=bool(c.value(Kind.OPEN)))


def _open_in(c: Cursor, *, urgent: bool) -> Denotation:
    start = c.at
    c.skip(Kind.COMMA)
    inside = c.skip(Kind.WITHIN)
    c.skip(*HINGES, Kind.FOR)
    span = times(c)
    if span is None:
        c.back(start)
        return Open(urgent)
    if inside:
        return Inside(span)
    return Eager(span) if urgent else span


def some_moment(c: Cursor) -> Denotation | None:
    """On a day that suits both sides, "zu einem beiderseits genehmen Termin": none is named."""
    c.at += 1
    if not c.skip(Kind.A):
        return None
    while c.skip(*_SUITING):
        pass
    return Open(urgent=False) if c.skip(Kind.MOMENT) else None


def early(c: Cursor) -> Denotation | None:
    """An early meeting, early conclusion: urgency."""
    c.at += 1
    return Open() if c.kind() in {Kind.WORD, Kind.EVENT, Kind.BODY} else None


def occasion(c: Cursor) -> Denotation | None:
    """On the margins of the General Assembly, on the occasion of a visit."""
    c.at += 1
    return event(c, Bearing.AT, any_name=True)


def when(c: Cursor) -> Denotation | None:
    """When the agreement enters into force, once ratified."""
    c.at += 1
    return event(c, Bearing.AFTER, any_name=True)


def at_event(c: Cursor, *, any_name: bool = False) -> Denotation | None:
    """The next Joint Committee, the visit, behind "at" or "during"."""
    start = c.at
    found = event(c, Bearing.AT, any_name=any_name)
    if found is None:
        c.back(start)
    return found


def coming_event(c: Cursor) -> Denotation | None:
    """The next round, their upcoming meeting: with no preposition."""
    c.skip(Kind.THE)
    c.skip(Kind.THIS)
    return event(c, Bearing.AT, any_name=False) if c.kind() is Kind.NEXT else None


def qualified_event(c: Cursor) -> Denotation | None:
    """The spring meetings, next year's summit: the time only names the event."""
    start = c.at
    span = times(c)
    if span is None or not names_event(c, start, span):
        return None
    if c.kind() is not Kind.EVENT and not is_possessive(c.before()):
        return None
    c.back(start)
    return event(c, Bearing.AT, any_name=False)


def past(c: Cursor) -> Denotation | None:
    """Since last August, last year, earlier this year, two years ago."""
    since = c.skip(Kind.SINCE)
    if since:
        dated(c) or _past_unit(c)
        return NoTime(PAST)
    if c.skip(Kind.EARLIER):
        c.skip(Kind.IN)
        return None if time(c) is None else NoTime(PAST)
    return NoTime(PAST) if _past_unit(c) else None


def _past_unit(c: Cursor) -> bool:
    """Last year, the last two years, last August."""
    c.skip(Kind.OVER, Kind.IN, Kind.FOR, Kind.ON)
    c.skip(Kind.THE)
    if not c.skip(Kind.LAST):
        return False
    counted = c.skip(Kind.NUMBER) or c.skip(Kind.SOME)
    kinds = (
        (Kind.UNITS,)
        if counted
        else (
            Kind.UNIT,
            Kind.UNITS,
            Kind.MONTH,
            Kind.SEASON,
            Kind.WEEKDAY,
        )
    )
    return c.skip(*kinds) and not _is_counted_in(c)


def _is_counted_in(c: Cursor) -> bool:
    """True for the last Friday in June, the last quarter 2019: the last in it, not the past."""
    start = c.at
    counted = c.skip(Kind.OF) or (c.skip(Kind.IN) and time(c) is not None)
    counted = counted or (c.before().value in _PARTS_OF_YEARS and year(c) is not None)
    c.back(start)
    return counted


def ago(c: Cursor) -> Denotation | None:
    """Two weeks ago."""
    length = amount(c)
    return NoTime(PAST) if length is not None and c.skip(Kind.AGO) else None
