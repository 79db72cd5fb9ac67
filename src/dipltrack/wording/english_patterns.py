"""English words that mean another thing side by side: "2+2", "six-month intervals", "(March 20)"."""

from collections.abc import Callable

from dipltrack.wording.denotation import Portion, Unit
from dipltrack.wording.grammar.years import is_year
from dipltrack.wording.tokens import Kind, Token

Rule = Callable[[list[Token], int], None]
"""A rule for the word at a place: it changes the tokens there, or leaves them as they are."""

_PLACING = """
    lay lays laid laying bring brings brought bringing put puts placed tabled come comes coming
    came go goes going appear appears appearing present presented submit submitted pending
    """
_PLACES = """
    parliament congress house houses senate diet council committee assembly court commission
    board commons lords duma bundestag tribunal legislature
    """
"""Where a matter is dealt with, if it was put "before" them: that is no time."""

_NAMED_BY_TIME = """
    movement uprising coup attempt attack attacks bombing bombings earthquake incident massacre
    martyrs revolution tragedy genocide statement declaration communique communiqué accord accords
    agreement agreements memorandum letter resolution announcement decision results figures
    earnings statistics spirit understanding protocol decree
    """
"""What bears a day or quarter in its name, which then promises no time: the 12 May statement."""

_OF_DATES = frozenset({Kind.NUMBER, Kind.ORDINAL, Kind.MONTH, Kind.DASH, Kind.FRACTION})
_FOLLOWS_NAME = frozenset({"are", "is", "will", "were", "was", "shall", "should"})
_MONTHS = {
    Unit.MONTH: 1,
    Unit.QUARTER: 3,
    Unit.HALF: 6,
    Unit.YEAR: 12,
    Unit.FISCAL_YEAR: 12,
    Unit.DECADE: 120,
}
_COUNTED = frozenset(
    {Kind.WORD, Kind.EVENT, Kind.REPEAT, Kind.OPEN, Kind.BODY, Kind.PAST_WORD, Kind.PARTY}
)
_IN_BRACKETS = 16  # tokens that a date told again may take
_TITLE = 6  # words before "year" in a title: the Japan-Türkiye Cultural Year
_BEFORE_WHOLES = frozenset(
    {Kind.THE, Kind.THIS, Kind.NEXT, Kind.FULL, Kind.ORDINAL, Kind.LATTER, Kind.HALF}
)
_WHOLES = frozenset({Kind.UNIT, Kind.MONTH, Kind.SEASON, Kind.FISCAL})
_BASE = frozenset({Kind.NUMBER, Kind.FISCAL, Kind.UNIT, Kind.THE, Kind.DASH})
_LENGTH = frozenset({Kind.PERIOD, Kind.UNIT, Kind.DASH, Kind.NUMBER})
_BARE = frozenset({Kind.WORD, Kind.FOR, Kind.EVENT, Kind.PAST_WORD, Kind.AND, Kind.COMMA})
"""What may stand before a length that only tells of something: marking 75 years of independence."""


def settled(tokens: list[Token]) -> list[Token]:
    """The tokens, each as what it is beside the others.

    >>> from dipltrack.wording.english import tokens_in
    >>> [token.kind.name for token in tokens_in("the next 2+2 meeting")]
    ['THE', 'NEXT', 'EVENT', 'EVENT']
    """
    at = 0
    while at < len(tokens):
        rule = _RULES.get(tokens[at].text)
        if rule is not None:
            rule(tokens, at)
        at += 1
    return tokens


def _kind(tokens: list[Token], at: int) -> Kind:
    return tokens[at].kind if 0 <= at < len(tokens) else Kind.FINISH


def _kinds(tokens: list[Token], first: int, count: int) -> list[Kind]:
    return [_kind(tokens, at) for at in range(first, first + count)]


def _as_word(tokens: list[Token], first: int, end: int) -> None:
    """These tokens say nothing of time."""
    tokens[first:end] = [token._replace(kind=Kind.WORD, value=None) for token in tokens[first:end]]


def _ends(tokens: list[Token], at: int) -> None:
    """Before the expiry of the year, by the conclusion of 2019: its end, and no event's."""
    of = at + 1
    first = of + 1
    while _kind(tokens, first) in _BEFORE_WHOLES:
        first += 1
    ended = (
        _kind(tokens, first) in _WHOLES
        or _kind(tokens, first - 1) is Kind.HALF
        or (first < len(tokens) and is_year(tokens[first]))
    )
    if _kind(tokens, of) is Kind.OF and ended and _kind(tokens, first + 1) is not Kind.DASH:
        _as_one(tokens, at, of + 1, Kind.PORTION, Portion.END)


def _as_one(tokens: list[Token], first: int, end: int, kind: Kind, value: object = None) -> None:
    """These tokens are one word."""
    text = "".join(
        token.text if at == 0 or tokens[first + at - 1].end == token.start else f" {token.text}"
        for at, token in enumerate(tokens[first:end])
    )
    whole = Token(kind, value, text, tokens[first].start, tokens[end - 1].end)
    tokens[first:end] = [whole]


def _two_plus_two(tokens: list[Token], at: int) -> None:
    """2+2: the meeting of two ministers a side."""
    around = _kind(tokens, at - 1), _kind(tokens, at + 1)
    glued = around == (Kind.NUMBER, Kind.NUMBER) and tokens[at - 1].end == tokens[at].start
    if glued and tokens[at - 1].value == tokens[at + 1].value < 10:
        _as_one(tokens, at - 1, at + 2, Kind.EVENT)


def _before_a_body(tokens: list[Token], at: int) -> None:
    """Laid before Parliament: where, not when."""
    there = {token.text for token in tokens[at + 1 : at + 5]}
    put = {token.text for token in tokens[:at]}
    if there.intersection(_PLACES.split()) and put.intersection(_PLACING.split()):
        _as_word(tokens, at, at + 1)


def _under(tokens: list[Token], at: int) -> None:
    """Under the Finnish presidency: while it lasts."""
    near = {token.text for token in tokens[at + 1 : at + 6]}
    if near & {"presidency", "chairmanship"}:
        tokens[at] = tokens[at]._replace(kind=Kind.OCCASION)


def _last_event(tokens: list[Token], at: int) -> None:
    """At their last meeting in February: what was held."""
    later = at + 1
    while _kind(tokens, later) in {Kind.WORD, Kind.BODY, Kind.REPEAT}:
        later += 1
    if _kind(tokens, later) is Kind.EVENT:
        tokens[later] = tokens[later]._replace(kind=Kind.PAST_WORD)


def _fall_of(tokens: list[Token], at: int) -> None:
    """The fall of the Berlin Wall: no season."""
    behind = at + 2 + (_kind(tokens, at + 2) is Kind.THE)
    if _kind(tokens, at + 1) is Kind.OF and _kind(tokens, behind) in {Kind.WORD, Kind.BODY}:
        _as_word(tokens, at, at + 1)


def _declared(tokens: list[Token], at: int) -> None:
    """Designate 2025 as the Year of Cultural Exchange: the second year is a title."""
    title = at + 2
    while title - at < _TITLE and _kind(tokens, title) in {Kind.WORD, Kind.PARTY, Kind.DASH}:
        title += 1
    if _kind(tokens, at + 1) is not Kind.THE:
        return
    if _kind(tokens, title) in {Kind.UNIT, Kind.UNITS} and tokens[title].value is Unit.YEAR:
        _as_word(tokens, title, title + 1)


def _titled(tokens: list[Token], at: int) -> None:
    """Mr. August, Ms. May: a person."""
    name = at + 1 + (_kind(tokens, at + 1) is Kind.DOT)
    if _kind(tokens, name) in {Kind.MONTH, Kind.SEASON, Kind.WEEKDAY}:
        _as_word(tokens, name, name + 1)


def _hours(tokens: list[Token], at: int) -> None:
    """1500 hours, 0900 GMT: an hour of the day."""
    before = tokens[at - 1] if at else None
    if before is not None and before.kind is Kind.NUMBER and len(before.text) == 4:
        _as_one(tokens, at - 1, at + 1, Kind.CLOCK)


def _bracket(tokens: list[Token], at: int) -> None:
    """On Friday (March 20); on 5-6 June (Wed-Thu): the brackets tell the same day again."""
    end = at + 1
    while end - at < _IN_BRACKETS and _kind(tokens, end) not in {Kind.CLOSING, Kind.FINISH}:
        end += 1
    inner = _kinds(tokens, at + 1, end - at - 1)
    if _kind(tokens, end) is not Kind.CLOSING or not inner:
        return
    dated = {Kind.MONTH, Kind.NUMBER} <= set(inner) <= {*_OF_DATES, Kind.COMMA, Kind.OF}
    if tokens[at - 1].kind in {Kind.PERIOD, Kind.UNIT} and Kind.NUMBER in inner and at:
        _told_again(tokens, at)
    elif _kind(tokens, at - 1) is Kind.WEEKDAY and dated:
        del tokens[end], tokens[at]
    elif inner.count(Kind.WEEKDAY) > 1 and set(inner) <= {
        Kind.WEEKDAY,
        Kind.DASH,
        Kind.TO,
        Kind.AND,
        Kind.COMMA,
    }:
        del tokens[at : end + 1]


def _told_again(tokens: list[Token], at: int) -> None:
    """A three-year period (2020-2022): the years in brackets say which."""
    first = at
    while first and tokens[first - 1].kind in {*_LENGTH, Kind.A}:
        first -= 1
    if Kind.NUMBER in _kinds(tokens, first, at - first):
        _as_word(tokens, first, at)


def _this_or_next(tokens: list[Token], at: int) -> None:
    """At the end of this or the beginning of next year: the end of this year."""
    if _kind(tokens, at + 1) not in {Kind.OR, Kind.AND}:
        return
    later = next((b for b in range(at + 2, min(at + 6, len(tokens))) if _is_next(tokens, b)), None)
    if later is not None:
        end = tokens[at].end
        unit = tokens[later + 1]._replace(start=end, end=end + len(tokens[later + 1].text))
        tokens.insert(at + 1, unit)


def _is_next(tokens: list[Token], at: int) -> bool:
    return _kinds(tokens, at, 2) == [Kind.NEXT, Kind.UNIT]


def _intervals(tokens: list[Token], at: int) -> None:
    """At six-month intervals, at intervals of two years: again and again."""
    first, end = at, at + 1
    if _kinds(tokens, at + 1, 2) == [Kind.OF, Kind.NUMBER]:
        number, unit, end = at + 2, at + 3, at + 4
    else:
        unit = at - 1
        number = unit - 1 - (_kind(tokens, unit - 1) is Kind.DASH)
        first = number
    counted = _kind(tokens, number) is Kind.NUMBER and number >= 0
    if counted and _kind(tokens, unit) in {Kind.UNIT, Kind.UNITS}:
        period = _MONTHS.get(tokens[unit].value)
        months = period and period * tokens[number].value
        first -= _kind(tokens, first - 1) in {Kind.AT, Kind.IN}
        _as_one(tokens, first, end, Kind.REPEAT, (months, None))


def _named_by_time(tokens: list[Token], at: int) -> None:
    """The 12 May statement, the first-quarter figures: a name."""
    first = at
    while first and tokens[first - 1].kind in {*_OF_DATES, Kind.UNIT}:
        first -= 1
    kinds = set(_kinds(tokens, first, at - first))
    follows = tokens[at + 1].text if at + 1 < len(tokens) else ""
    names = Kind.MONTH in kinds or {Kind.ORDINAL, Kind.UNIT} <= kinds or Kind.FRACTION in kinds
    if (
        names
        and _kind(tokens, first - 1) in {Kind.THE, Kind.FINISH}
        and (follows not in _FOLLOWS_NAME)
    ):
        _as_word(tokens, first, at)


def _base_year(tokens: list[Token], at: int) -> None:
    """Below 2019 levels, compared with 2005: what is measured against, and no time."""
    first = at
    while first and tokens[first - 1].kind in _BASE:
        first -= 1
    if any(is_year(token) for token in tokens[first:at]):
        _as_word(tokens, first, at)


def _against(tokens: list[Token], at: int) -> None:
    """Compared with 2005, relative to FY2013: that year is what is measured against."""
    end = at + 2
    while _kind(tokens, end) in _BASE:
        end += 1
    if any(is_year(token) for token in tokens[at + 2 : end]):
        _as_word(tokens, at, end)


def _of_a_length(tokens: list[Token], at: int) -> None:
    """Two days of talks, 75 years of independence: a length of something, and no time."""
    counted = _kinds(tokens, at - 2, 2) == [Kind.NUMBER, Kind.UNITS]
    counted = counted or _kinds(tokens, at - 2, 2) == [Kind.A, Kind.UNIT]
    counted = counted or (
        _kinds(tokens, at - 2, 2) == [Kind.ORDINAL, Kind.UNIT]
        and tokens[at - 1].value is Unit.YEAR
        and _kind(tokens, at + 1) is Kind.WORD
    )
    bare = at < 3 or tokens[at - 3].kind in {*_BARE, Kind.THE}
    if counted and bare and _kind(tokens, at + 1) in _COUNTED:
        _as_word(tokens, at - 2, at)


def _year_to(tokens: list[Token], at: int) -> None:
    """The year to March 2020: the twelve months that end with it."""
    yearly = (
        _kinds(tokens, at - 2, 2) == [Kind.THE, Kind.UNIT] and tokens[at - 1].value is Unit.YEAR
    )
    month = at + 1 + (_kind(tokens, at + 1) is Kind.NUMBER)
    dated = _kinds(tokens, month, 2) == [Kind.MONTH, Kind.NUMBER] and is_year(tokens[month + 1])
    if yearly and dated:
        last, year = tokens[month].value, tokens[month + 1].value
        unit = tokens[at - 1]
        tokens[at - 2 : at] = [
            unit._replace(kind=Kind.MONTH, value=last % 12 + 1),
            unit._replace(kind=Kind.NUMBER, value=year - (last < 12), text="0000"),
        ]
        tokens[at] = tokens[at]._replace(kind=Kind.TO)


def _coded(tokens: list[Token], at: int) -> None:
    """4Q19: the fourth quarter of 2019."""
    before = tokens[at - 1] if at else None
    parts = 4 if tokens[at].text[0] == "q" else 2
    if before is not None and before.kind is Kind.NUMBER and 0 < before.value <= parts:
        year = 2000 + int(tokens[at].text[1:])
        tokens[at - 1] = before._replace(kind=Kind.FRACTION, value=(before.value, parts))
        tokens[at] = tokens[at]._replace(kind=Kind.SHORT_YEAR, value=year)


def _for_so_long(tokens: list[Token], at: int) -> None:
    """We have been at this for two years: since then."""
    been = any(token.text == "been" for token in tokens[max(0, at - 5) : at])
    if been and _kinds(tokens, at + 1, 2) == [Kind.NUMBER, Kind.UNITS]:
        tokens[at] = tokens[at]._replace(kind=Kind.SINCE)


def _thereafter(tokens: list[Token], at: int) -> None:
    """Every five years thereafter: it comes again, and from when is said before."""
    if any(token.kind in {Kind.EVERY, Kind.REPEAT} for token in tokens[:at]):
        _as_word(tokens, at, at + 1)


_RULES: dict[str, Rule] = {
    "+": _two_plus_two,
    "before": _before_a_body,
    "under": _under,
    "last": _last_event,
    "previous": _last_event,
    "as": _declared,
    **dict.fromkeys(("mr", "mrs", "ms", "miss", "dr", "sir", "lady", "dame"), _titled),
    "fall": _fall_of,
    "hours": _hours,
    "hrs": _hours,
    "gmt": _hours,
    "utc": _hours,
    "(": _bracket,
    "[": _bracket,
    **dict.fromkeys(("conclusion", "completion", "expiry", "expiration", "closing"), _ends),
    "intervals": _intervals,
    "this": _this_or_next,
    "for": _for_so_long,
    "thereafter": _thereafter,
    "of": _of_a_length,
    **dict.fromkeys(("to", "ending", "ended", "ending on"), _year_to),
    **dict.fromkeys(("level", "levels", "baseline", "baselines"), _base_year),
    **dict.fromkeys(("compared", "relative"), _against),
    **{f"{part}{year}": _coded for part in "qh" for year in range(15, 40)},
    **dict.fromkeys(_NAMED_BY_TIME.split(), _named_by_time),
}
"""The rules by the word that calls for them."""
