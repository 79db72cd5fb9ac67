"""The times in a phrase, one after the other, and what only looks like one."""

from collections.abc import Callable
from typing import NamedTuple

from dipltrack.wording.denotation import (
    Denotation,
    Joined,
    NoTime,
    Year,
)
from dipltrack.wording.grammar.cursor import Cursor
from dipltrack.wording.grammar.named import APART
from dipltrack.wording.grammar.phrases import phrase
from dipltrack.wording.grammar.years import is_year
from dipltrack.wording.tokens import Kind, Token

Said = Callable[[Cursor], Denotation | None]
"""A rule for the time at a place: it is read, or the cursor is where it was."""


class Found(NamedTuple):
    """A time found in a phrase, with its first token and the one after its last."""

    what: Denotation
    start: int
    end: int


def scan(tokens: list[Token], said: Said | None = None) -> tuple[list[Found], list[int]]:
    """The times in the phrase, in order, and the places of the words left over."""
    c = Cursor(tokens)
    found: list[Found] = []
    left: list[int] = []
    while c.at < len(tokens):
        start = c.at
        what = _no_time(c) or (said or time_at)(c)
        if what is None:
            c.back(start)
            left.append(start)
            c.at += 1
        else:
            found.append(Found(what, start, c.at))
    return found, left


def time_at(c: Cursor) -> Denotation | None:
    """The time said at the cursor, where it is one and no part of a name."""
    start = c.at
    what = phrase(c)
    if what is not None and _only_a_name(c, start, what):
        return NoTime("a year in a name")
    return what


def _no_time(c: Cursor) -> NoTime | None:
    """What only looks like a time: an ordinal of a meeting, a five-year plan, a year in a name."""
    start = c.at
    c.skip(Kind.THE, Kind.A)
    token = c.look()
    if token.kind is Kind.ORDINAL:
        c.skip(Kind.ORDINAL)
        if c.kind() in {Kind.WORD, Kind.EVENT, Kind.BODY, Kind.REPEAT, Kind.PARTY, Kind.OPEN}:
            return NoTime("a number in a row of meetings")
    elif token.kind is Kind.NUMBER and c.kind(1) is Kind.DASH and c.kind(2) is Kind.UNIT:
        c.at += 3
        c.skip(Kind.DASH)
        if c.kind() not in _AFTER_LENGTH:
            return NoTime("a length, but no time")
    elif token.kind is Kind.NUMBER and _has_its_year(c):
        c.at += 4
        return NoTime("the number of a document")
    elif token.kind is Kind.OPENING and is_year(c.look(1)) and c.kind(2) is Kind.CLOSING and start:
        c.at += 3
        return NoTime("a year in a name")
    c.back(start)
    return None


def _has_its_year(c: Cursor) -> bool:
    """True for the number of a resolution with its year in brackets: 2650 (2022)."""
    return (c.kind(1), c.kind(3)) == (Kind.OPENING, Kind.CLOSING) and is_year(c.look(2))


_AFTER_LENGTH = frozenset(
    {Kind.AGO, Kind.TIME, Kind.HENCE, Kind.FROM, Kind.AFTER, Kind.OF, Kind.PERIOD}
)
"""Words behind "two-week" that make it a length of time, and no mere name of its size."""


_NAMES_ON = frozenset({Kind.WORD, Kind.EVENT, Kind.BODY, Kind.REPEAT})


_LEADS = frozenset({Kind.BY, Kind.IN, Kind.AT, Kind.ON, Kind.BEFORE, Kind.AFTER, Kind.FOR})


_APART = frozenset(
    {
        Kind.FINISH,
        Kind.COMMA,
        Kind.OPENING,
        Kind.AND,
        Kind.OR,
        Kind.PAST_WORD,
        Kind.MARK,
        Kind.UNIT,
        Kind.UNITS,
        Kind.HALF,
    }
)


def _only_a_name(c: Cursor, start: int, what: Denotation) -> bool:
    """True for a bare year inside a name: "the 2030 Agenda", "Vision 2030", "the 2015 Agreement"."""
    years = what.first if isinstance(what, Joined) else what
    first = c.tokens[start].kind
    named = c.kind() in _NAMES_ON
    if named and c.look().value == APART:  # designate 2025 as the Year of Culture
        return False
    if first in _LEADS:
        return named and _article_year(c, start)
    if not isinstance(years, Year) or first not in {Kind.NUMBER, Kind.THE}:
        return False
    if _begins_or_ends(c.tokens[max(0, start - 4) : start]):
        return False
    before = c.tokens[start - 1].kind if start else Kind.FINISH
    period = c.tokens[start + 1].kind in {Kind.PERIOD, Kind.UNIT} if c.at > start + 1 else False
    return not period and (named or before not in _APART)


def _begins_or_ends(before: list[Token]) -> bool:
    """True behind "the end of Hanami": of a time, then, and nobody knows which."""
    kinds = [token.kind for token in before if token.kind is not Kind.OF]
    return len(kinds) > 1 and kinds[-1] is Kind.WORD and kinds[-2] in {Kind.PORTION, Kind.EARLY}


def _article_year(c: Cursor, start: int) -> bool:
    """True where an article stands before a bare year: "by the 2019 summit"."""
    tokens = c.tokens[start : c.at]
    return len(tokens) == 3 and tokens[1].kind is Kind.THE and is_year(tokens[2])
