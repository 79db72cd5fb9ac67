"""Times that hang on an event: before the next summit, within a year of entry into force."""

from dipltrack.wording.denotation import Amount, Bearing, Happening
from dipltrack.wording.grammar.cursor import Cursor
from dipltrack.wording.tokens import Kind

_NAME = frozenset(
    {
        Kind.WORD,
        Kind.THE,
        Kind.A,
        Kind.NEXT,
        Kind.THIS,
        Kind.LATTER,
        Kind.EVENT,
        Kind.BODY,
        Kind.ORDINAL,
        Kind.NUMBER,
        Kind.REPEAT,
        Kind.PARTY,
        Kind.SEASON,
        Kind.MONTH,
        Kind.DASH,
        Kind.PAST_WORD,
        Kind.FISCAL,
        Kind.UNIT,
        Kind.TO,
        Kind.AND,
        Kind.OPEN,
        Kind.EARLY,
        Kind.PORTION,
        Kind.BEGIN,
        Kind.FULL,
        Kind.HALF,
        Kind.FRACTION,
    }
)
_LEADING = frozenset({Kind.THE, Kind.A, Kind.THIS})
_TAKES_A_NAME = {Kind.OF: frozenset({Kind.NUMBER, Kind.MONTH, Kind.FINISH, Kind.THIS})}


def event(
    c: Cursor, bearing: Bearing, *, any_name: bool, amount: Amount | None = None
) -> Happening | None:
    """The event named there: any name where `any_name`, else one that is known for an event."""
    start = c.at
    known = False
    named = False
    coming = False
    while _goes_on(c):
        token = c.look()
        coming = coming or token.kind is Kind.NEXT
        known = known or token.kind is Kind.EVENT or (token.kind is Kind.BODY and coming)
        named = named or token.kind in {Kind.WORD, Kind.EVENT, Kind.BODY}
        c.at += 1
    if not (known or (any_name and named)):
        c.back(start)
        return None
    return Happening(_name(c, start), bearing, amount)


def _goes_on(c: Cursor) -> bool:
    kind = c.kind()
    if kind is Kind.OF:
        return c.kind(1) not in _TAKES_A_NAME[Kind.OF]
    return kind in _NAME


def _name(c: Cursor, start: int) -> str:
    """The name as it stands in the text, without its article."""
    first = start
    while first < c.at - 1 and c.tokens[first].kind in _LEADING:
        first += 1
    end = c.at
    parts = [c.tokens[first].text]
    for before, token in zip(c.tokens[first : end - 1], c.tokens[first + 1 : end], strict=True):
        parts.append(token.text if before.end == token.start else f" {token.text}")
    return "".join(parts)
