"""What stands in a row of tokens: the kind at a place, a unit, an amount that begins there."""

from dipltrack.wording.denotation import Unit
from dipltrack.wording.tokens import Kind, Token

UNITS = frozenset({Kind.UNIT, Kind.UNITS})

COUNTED = frozenset({Kind.NUMBER, Kind.ORDINAL})

LISTS = frozenset({Kind.NUMBER, Kind.AND, Kind.OR, Kind.DASH, Kind.COMMA, Kind.TO, Kind.THE})

RUN = frozenset(
    {
        Kind.NUMBER,
        Kind.ORDINAL,
        Kind.MONTH,
        Kind.WEEKDAY,
        Kind.SEASON,
        Kind.UNIT,
        Kind.UNITS,
        Kind.PORTION,
        Kind.NEXT,
        Kind.THIS,
        Kind.LAST,
        Kind.THE,
        Kind.OF,
        Kind.FRACTION,
        Kind.HALF,
        Kind.DASH,
        Kind.COMMA,
        Kind.DOT,
        Kind.PORTION_UNIT,
        Kind.DAYWORD,
    }
)
"""The words of which the first of two times may consist, back to the word "from"."""


_AMOUNT = frozenset({Kind.NUMBER, Kind.A, Kind.SOME})

_IN_AMOUNT = frozenset(
    {Kind.OR, Kind.TO, Kind.DASH, Kind.AND, Kind.FULL, Kind.OPENING, Kind.CLOSING}
)

JOINS = frozenset({Kind.TO, Kind.OR, Kind.DASH, Kind.AT})


def kind_at(tokens: list[Token], at: int) -> Kind:
    """The kind of the token at a place; outside the text a FINISH."""
    return tokens[at].kind if 0 <= at < len(tokens) else Kind.FINISH


def past_article(tokens: list[Token], at: int) -> int:
    """The place, or the one behind it where an article stands there."""
    return at + (kind_at(tokens, at) is Kind.THE)


def turned(kind: Kind, token: Token) -> Token:
    """The token as a word of another kind, at its place and without its value."""
    return Token(kind, None, token.text, token.start, token.end)


def is_unit(tokens: list[Token], at: int, unit: Unit) -> bool:
    """True where that unit stands there, one or many of it."""
    return kind_at(tokens, at) in UNITS and tokens[at].value is unit


def amount_end(tokens: list[Token], at: int) -> int:
    """The place behind an amount of time that begins there; 0 where none does."""
    if kind_at(tokens, at) not in _AMOUNT:
        return 0
    while kind_at(tokens, at) in _AMOUNT | _IN_AMOUNT:
        at += 1
    return at + 1 if kind_at(tokens, at) in UNITS else 0
