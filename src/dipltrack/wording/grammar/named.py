"""A named time behind a preposition: past the hour of the day, and not the name of an event."""

from dipltrack.wording.denotation import (
    Season,
    Span,
)
from dipltrack.wording.grammar.cursor import Cursor
from dipltrack.wording.grammar.spans import times
from dipltrack.wording.tokens import Kind

_CLOCKS = frozenset({Kind.CLOCK, Kind.DASH, Kind.TO, Kind.AND, Kind.AT, Kind.THE, Kind.IN})
HINGES = (Kind.ON, Kind.OF, Kind.IN)


def dated(c: Cursor) -> Span | None:
    """A time behind a preposition, past the hour of the day that may stand between."""
    c.skip(Kind.AROUND)
    start = c.at
    clock = False
    while c.kind() in _CLOCKS:
        clock = clock or c.kind() is Kind.CLOCK
        c.at += 1
    if clock:
        c.skip(Kind.COMMA)
        c.skip(*HINGES)
    else:
        c.back(start)
    if c.kind() in HINGES:
        c.at += 1
    return times(c)


def names_event(c: Cursor, start: int, span: Span) -> bool:
    """True where the time only qualifies what follows: "the spring meetings", "the May summit"."""
    if c.kind() is Kind.EVENT:
        return any(token.kind is Kind.THE for token in c.tokens[start : c.at])
    return isinstance(span, Season) and span.year is None and c.kind() is Kind.WORD
