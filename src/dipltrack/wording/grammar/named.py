"""A named time behind a preposition: past the hour of the day, and not the name of an event."""

from dipltrack.wording.denotation import (
    Season,
    Span,
)
from dipltrack.wording.grammar.cursor import Cursor
from dipltrack.wording.grammar.joins import times
from dipltrack.wording.tokens import Kind, Token

_CLOCKS = frozenset({Kind.CLOCK, Kind.DASH, Kind.TO, Kind.AND, Kind.AT, Kind.THE, Kind.IN})
APART = "apart"
"""The value of a word that is no part of the name of what stands before it."""

HINGES = (Kind.ON, Kind.OF, Kind.IN)


_OF_NAMES = frozenset({Kind.WORD, Kind.BODY, Kind.REPEAT, Kind.NUMBER})


def is_possessive(token: Token) -> bool:
    """True for a unit of time that owns what follows: the year of "next year's summit"."""
    return token.kind is Kind.UNIT and token.end - token.start > len(token.text)


def dated(c: Cursor) -> Span | None:
    """A time behind a preposition, past the hour of the day that may stand between."""
    c.skip(Kind.AROUND)
    start = c.at
    clock = False
    while c.kind() in _CLOCKS:
        clock = clock or c.kind() is Kind.CLOCK
        c.at += 1
    if clock:
        _clock_of(c)
        c.skip(Kind.COMMA)
        c.skip(*HINGES)
    else:
        c.back(start)
    if c.kind() in HINGES:
        c.at += 1
    return times(c)


def _clock_of(c: Cursor) -> None:
    """Pass over whose hour it is: "(JST)", "Tokyo time"."""
    if (c.kind(), c.kind(1), c.kind(2)) == (Kind.OPENING, Kind.CLOCK, Kind.CLOSING):
        c.at += 3
    elif c.kind() is Kind.WORD and c.kind(1) is Kind.TIME:
        c.at += 2


def names_event(c: Cursor, start: int, span: Span) -> bool:
    """True where the time only qualifies what follows: "the spring meetings", "next year's summit"."""
    if c.at > start and is_possessive(c.before()):
        ahead = next((at for at in range(5) if c.kind(at) not in _OF_NAMES), 5)
        return c.kind(ahead) is Kind.EVENT
    if c.kind() is Kind.EVENT:
        return any(token.kind is Kind.THE for token in c.tokens[start : c.at])
    follows = c.kind() is Kind.WORD and c.look().value != APART
    return isinstance(span, Season) and span.year is None and follows
