"""What is said by a length of time: within three months, for five years, two weeks after."""

from dipltrack.wording.denotation import (
    Ahead,
    Amount,
    Bearing,
    By,
    Denotation,
    Distant,
    DistantOnward,
    Inside,
    Lasting,
    Unit,
    Within,
)
from dipltrack.wording.grammar.amounts import amount
from dipltrack.wording.grammar.cursor import Cursor
from dipltrack.wording.grammar.events import event
from dipltrack.wording.grammar.named import dated, names_event
from dipltrack.wording.tokens import Kind


def within(c: Cursor) -> Denotation | None:
    """Within three months of signature, within the next year, within this year."""
    c.at += 1
    start = c.at
    found = _length_ahead(c)
    if found is None:
        c.back(start)
        found = _within_time(c)
    return found


def _length_ahead(c: Cursor) -> Denotation | None:
    """A length of time from the anchor or from what is named behind it."""
    start = c.at
    the = c.skip(Kind.THE)
    following = c.skip(Kind.NEXT)
    length = amount(c)
    if length is None and following and the:
        unit = c.value(Kind.UNIT)
        length = Amount(1, unit) if isinstance(unit, Unit) else None
    if length is None:
        c.back(start)
        return None
    c.skip(Kind.TO_COME)
    return _counted_from(c, length)


def _counted_from(c: Cursor, length: Amount) -> Denotation | None:
    """The length, from the meeting or the time or event that is named."""
    if not c.skip(Kind.OF, Kind.AFTER, Kind.FROM):
        c.skip(Kind.HENCE)
        return Within(length)
    if c.skip(Kind.NOW):
        return Within(length)
    start = c.at
    span = dated(c)
    if span is not None and not names_event(c, start, span):
        return Within(length, span)
    c.back(start)
    return event(c, Bearing.WITHIN, any_name=True, amount=length)


def _within_time(c: Cursor) -> Denotation | None:
    start = c.at
    span = dated(c)
    if span is None:
        c.back(start)
        c.skip(Kind.THE)
        c.skip(Kind.FULL)
        unit = c.value(Kind.UNIT)
        span = Ahead(unit, 0) if isinstance(unit, Unit) and unit is not Unit.HOUR else None
    return None if span is None else Inside(span)


def in_length(c: Cursor, kind: Kind) -> Denotation | None:
    """In, over or for a length of time."""
    start = c.at
    the = c.skip(Kind.THE)
    following = c.skip(Kind.NEXT)
    length = (_unit_or_more(c) if following else None) or amount(c)
    if length is None and following and the and kind in {Kind.OVER, Kind.FOR}:
        unit = c.value(Kind.UNIT)
        length = Amount(1, unit) if isinstance(unit, Unit) else None
    over_time = the and not following and length is not None and length.size is None
    if length is None or _is_named(c) or (over_time and c.kind() is not Kind.TO_COME):
        c.back(start)
        return None
    if following or c.skip(Kind.TO_COME):
        return Within(length)
    until = _ended(c)
    if until is not None:
        return until
    if kind in {Kind.FOR, Kind.OVER}:
        return _lasting(c, length)
    if c.skip(Kind.TIME, Kind.HENCE):
        return Distant(length) if length.size is not None else Within(length)
    if the or kind is not Kind.IN:
        c.back(start)
        return None
    return Within(length, split=length.size is not None)


def _ended(c: Cursor) -> By | None:
    """Over the two decades to 2030: by the time in which it ends."""
    start = c.at
    span = dated(c) if c.skip(Kind.TO) else None
    if span is None:
        c.back(start)
    return None if span is None else By(span)


def _unit_or_more(c: Cursor) -> Amount | None:
    """In the next month or two: two months."""
    if (c.kind(), c.kind(1), c.kind(2)) != (Kind.UNIT, Kind.OR, Kind.NUMBER):
        return None
    unit, number = c.look().value, c.look(2).value
    c.at += 3
    return Amount(number, unit)


def _is_named(c: Cursor) -> bool:
    """True where the length is a part of something: "in a week of May", "the years 2019"."""
    return c.kind() in {Kind.OF, Kind.NUMBER, Kind.AGO}


def _lasting(c: Cursor, length: Amount) -> Denotation | None:
    """For four years from 2008; for five years, from the anchor."""
    if c.skip(Kind.HENCE) or not c.skip(Kind.FROM, Kind.BEGIN, Kind.AFTER) or c.skip(Kind.NOW):
        return Within(length)
    start = c.at
    span = dated(c)
    if span is not None and length.size is not None:
        return Lasting(length, span)
    c.back(start)
    return event(c, Bearing.WITHIN, any_name=True, amount=length)


def after_length(c: Cursor) -> Denotation | None:
    """After two months: not before they are over."""
    c.at += 1
    length = amount(c)
    if length is None or length.size is None:
        return None
    if c.skip(Kind.FROM, Kind.AFTER):  # after six months from the notification
        return event(c, Bearing.NOT_BEFORE, any_name=True, amount=length)
    return DistantOnward(length)


def at_most(c: Cursor) -> Denotation | None:
    """No more than six months from now: within them."""
    most = c.look().value == "most"
    length = amount(c) if most else None
    return None if length is None or length.size is None else _counted_from(c, length)


def length_from(c: Cursor) -> Denotation | None:
    """Two weeks from now, three months after signature, five years from 2019."""
    length = amount(c)
    if length is None or length.size is None:
        return None
    if c.skip(Kind.HENCE):
        return Distant(length)
    if c.kind() is Kind.BEFORE and c.look().value is None:
        c.at += 1
        return event(c, Bearing.BEFORE, any_name=True, amount=length)
    from_ = c.kind() is Kind.FROM
    if not c.skip(Kind.FROM, Kind.AFTER):
        return None
    if c.skip(Kind.NOW):
        return Distant(length)
    span = dated(c)
    if span is not None:
        return Distant(length, span)
    return event(c, Bearing.WITHIN if from_ else Bearing.AFTER, any_name=True, amount=length)


def nth_after(c: Cursor) -> Denotation | None:
    """On the thirtieth day after an event, on the first day of the month following it."""
    c.skip(Kind.ON)
    c.skip(Kind.THE)
    length = _nth_unit(c)
    if length is not None and c.skip(Kind.OF):
        c.skip(Kind.THE)
        length = _nth_unit(c)
    if length is None or not c.skip(Kind.AFTER):
        return None
    start = c.at
    span = dated(c)
    if span is None or names_event(c, start, span):
        c.back(start)
        return event(c, Bearing.AFTER, any_name=True, amount=length)
    return Distant(length, span) if length.unit is Unit.DAY else None


def _nth_unit(c: Cursor) -> Amount | None:
    """The thirtieth day, the day: as so many of the unit."""
    size = c.value(Kind.ORDINAL) or 1
    unit = c.value(Kind.UNIT)
    return Amount(size, unit) if isinstance(unit, Unit) else None


def next_length(c: Cursor) -> Denotation | None:
    """The next three months, the coming weeks: with no preposition."""
    c.skip(Kind.THE)
    if not c.skip(Kind.NEXT):
        return None
    length = amount(c)
    return None if length is None else Within(length)
