"""Times that hang on an event: before the next summit, within a year of entry into force."""

from dipltrack.wording.denotation import Amount, Bearing, Happening
from dipltrack.wording.grammar.cursor import Cursor
from dipltrack.wording.grammar.years import is_year
from dipltrack.wording.tokens import Kind

_STOPS = frozenset(
    {
        Kind.FINISH,
        Kind.COMMA,
        Kind.OPENING,
        Kind.CLOSING,
        Kind.IN,
        Kind.ON,
        Kind.AT,
        Kind.BY,
        Kind.THROUGH,
        Kind.BEFORE,
        Kind.AFTER,
        Kind.NOT_BEFORE,
        Kind.FROM,
        Kind.WITHIN,
        Kind.FOR,
        Kind.OVER,
        Kind.BETWEEN,
        Kind.SINCE,
        Kind.AROUND,
        Kind.AT_LATEST,
        Kind.AT_EARLIEST,
        Kind.AGO,
        Kind.CHANGE,
        Kind.DAYWORD,
        Kind.CLOCK,
        Kind.REST,
        Kind.EVERY,
        Kind.OR,
        Kind.OCCASION,
        Kind.WEEKDAY,
        Kind.TO_BE,
    }
)
"""Words at which the name of an event ends."""

_TIMES = frozenset(
    {
        Kind.THIS,
        Kind.NEXT,
        Kind.AHEAD,
        Kind.MONTH,
        Kind.SEASON,
        Kind.FRACTION,
        Kind.LATER,
        Kind.OPEN,
    }
)
"""Words that begin a time of its own, once the event has been named."""

_OWNED = ([Kind.NEXT, Kind.UNIT], [Kind.THIS, Kind.UNIT])
_LEADING = frozenset({Kind.THE, Kind.A, Kind.THIS, Kind.OF, Kind.SOME})
_NOUNS = frozenset({Kind.WORD, Kind.EVENT, Kind.BODY, Kind.PAST_WORD})
_DAYS = frozenset({Kind.NUMBER, Kind.ORDINAL})
_BEFORE_DAYS = _DAYS | {Kind.OF, Kind.THE, Kind.SOME, Kind.UNITS}
_DAYS_GO_ON = _DAYS | {
    Kind.OF,
    Kind.THE,
    Kind.AND,
    Kind.OR,
    Kind.DASH,
    Kind.TO,
    Kind.COMMA,
    Kind.SLASH,
}
_PARTED = frozenset({Kind.MONTH, Kind.THIS, Kind.NEXT, Kind.UNIT, Kind.SEASON, Kind.FRACTION})
_DAYS_LONG = 7  # words that the days before a month may take
_DATES_OF = frozenset({Kind.NUMBER, Kind.MONTH, Kind.FINISH, Kind.THIS})


def event(
    c: Cursor, bearing: Bearing, *, any_name: bool, amount: Amount | None = None
) -> Happening | None:
    """The event named there: any name where `any_name`, else one that is known for an event."""
    start = c.at
    known = False
    named = False
    coming = False
    while _goes_on(c, known=known, named=named):
        token = c.look()
        coming = coming or token.kind is Kind.NEXT
        known = known or token.kind is Kind.EVENT or (token.kind is Kind.BODY and coming)
        named = named or token.kind in _NOUNS
        c.at += 1
    if not (known or (any_name and named)):
        c.back(start)
        return None
    return Happening(_name(c, start), bearing, amount)


def _goes_on(c: Cursor, *, known: bool, named: bool) -> bool:
    kind = c.kind()
    if kind is Kind.OF and c.kind(1) in _DATES_OF:
        return False
    if named and kind in _BEFORE_DAYS and _is_dated(c):
        return False
    if known and _is_part_of_a_time(c):
        return False
    return kind is Kind.OF or (kind not in _STOPS and not (known and kind in _TIMES))


def _is_part_of_a_time(c: Cursor) -> bool:
    """True where a part of a named time follows: "la prochaine réunion aura lieu début 2024"."""
    ahead = 1
    while c.kind(ahead) in {Kind.DASH, Kind.OF, Kind.THE}:
        ahead += 1
    return c.kind() in {Kind.PORTION, Kind.EARLY} and (
        c.kind(ahead) in _PARTED or is_year(c.look(ahead))
    )


def _is_dated(c: Cursor) -> bool:
    """True where days of a month follow a name: "le Conseil européen des 13 et 14 mai"."""
    at = 0
    while c.kind(at) in _BEFORE_DAYS:
        at += 1
        if c.kind(at - 1) in _DAYS:
            break
    else:
        return False
    while c.kind(at) in _DAYS_GO_ON and at < _DAYS_LONG:
        at += 1
    return c.kind(at) is Kind.MONTH


def _name(c: Cursor, start: int) -> str:
    """The name as it stands in the text, without its article."""
    first = start
    if c.tokens[start].kind is Kind.THE:
        first += 1
    if [token.kind for token in c.tokens[first : first + 2]] in _OWNED and first + 2 < c.at:
        first += 2  # next year's summit is a summit
    while first < c.at - 1 and c.tokens[first].kind in _LEADING:
        first += 1
    end = c.at
    parts = [c.tokens[first].text]
    for before, token in zip(c.tokens[first : end - 1], c.tokens[first + 1 : end], strict=True):
        parts.append(token.text if before.end == token.start else f" {token.text}")
    return "".join(parts)
