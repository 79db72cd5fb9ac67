"""From a time to another, between two, from now until one, and what begins at one."""

from dipltrack.wording.denotation import (
    PAST,
    Bearing,
    Begins,
    By,
    Denotation,
    Joined,
    Lasting,
    NoTime,
    Span,
)
from dipltrack.wording.grammar.amounts import amount
from dipltrack.wording.grammar.cursor import Cursor
from dipltrack.wording.grammar.events import event
from dipltrack.wording.grammar.named import dated, names_event
from dipltrack.wording.tokens import Kind


def from_now(c: Cursor) -> Denotation | None:
    """From now to June."""
    c.at += 1
    span = dated(c) if c.skip(Kind.TO) else None
    return None if span is None else By(span)


def from_time(c: Cursor) -> Denotation | None:
    """From a time to another; from a time on; from now until a time."""
    c.at += 1
    if c.skip(Kind.NOW):
        span = dated(c) if c.skip(Kind.TO, Kind.BY, Kind.THROUGH) else None
        return None if span is None else By(span)
    start = c.at
    span = dated(c)
    if span is None or names_event(c, start, span):
        c.back(start)
        of_act = c.kind() is Kind.THE and c.kind(1) is Kind.MOMENT  # from the date of signature
        return event(c, Bearing.AFTER, any_name=True) if of_act else None
    if c.kind() is Kind.TO and c.kind(1) is Kind.NOW:
        return NoTime(PAST)
    if c.kind() is Kind.COMMA and c.kind(1) in {Kind.BY, Kind.THROUGH, Kind.TO}:
        c.at += 1
    if c.kind() in {Kind.BY, Kind.THROUGH, Kind.TO}:
        return _until(c, span)
    if c.skip(Kind.FOR):
        length = amount(c)
        return None if length is None or length.size is None else Lasting(length, span)
    return span if isinstance(span, Joined) else Begins(span)


def _until(c: Cursor, first: Span) -> Denotation:
    start = c.at
    c.at += 1
    last = dated(c)
    if last is None:
        c.back(start)
        return Begins(first)
    return Joined(first.first if isinstance(first, Joined) else first, last)


def between(c: Cursor) -> Denotation | None:
    """Between two times; between now and a time."""
    c.at += 1
    if c.skip(Kind.NOW):
        span = dated(c) if c.skip(Kind.AND) else None
        return None if span is None else By(span)
    span = dated(c)
    return span._replace(apart=False) if isinstance(span, Joined) else None


def begin(c: Cursor) -> Denotation | None:
    """Beginning in May: the beginning is the act."""
    c.at += 1
    c.skip(Kind.FROM)
    span = dated(c)
    if span is None:
        return None
    return span if isinstance(span, Joined) else Begins(span)
