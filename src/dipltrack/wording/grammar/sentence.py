"""A whole phrase: the times in it, the words around them, and the one time that is meant."""

from collections.abc import Sequence
from itertools import pairwise
from typing import TypeGuard

from dipltrack.wording.denotation import (
    PAST,
    Ahead,
    Bearing,
    Before,
    Begins,
    Beside,
    By,
    Counted,
    Day,
    Denotation,
    Eager,
    Hanging,
    Happening,
    Joined,
    Month,
    NoTime,
    Numeric,
    Open,
    Recurring,
    Span,
    Told,
    Unit,
    Within,
    Year,
)
from dipltrack.wording.frame import MistypedError, UnfitError
from dipltrack.wording.grammar.dating import with_year
from dipltrack.wording.grammar.scanning import Found, Said, scan
from dipltrack.wording.tokens import Kind, Mistyped, Token
from dipltrack.wording.unread import EXAMPLES

_WRITTEN = frozenset({Kind.NUMBER, Kind.MONTH, Kind.ORDINAL, Kind.WEEKDAY})
"""The first words of a date in full, behind "of" the date of a document or a meeting."""

_OF_TIME = frozenset(
    {
        Kind.MONTH,
        Kind.WEEKDAY,
        Kind.SEASON,
        Kind.UNIT,
        Kind.UNITS,
        Kind.FRACTION,
        Kind.FISCAL,
        Kind.FEAST,
        Kind.DECADE,
        Kind.SHORT_YEAR,
        Kind.PORTION_UNIT,
        Kind.AHEAD,
        Kind.AFTER_NEXT,
        Kind.CHANGE,
        Kind.TIMES,
        Kind.AGO,
        Kind.ONWARD,
        Kind.AT_EARLIEST,
        Kind.NOT_BEFORE,
        Kind.LATER,
        Kind.EARLIER,
        Kind.REST,
        Kind.ERA,
    }
)
"""Words that change the sense where the grammar found no place for them."""

_TOUCHING = frozenset(
    {
        Kind.EARLY,
        Kind.EVERY,
        Kind.BOUND,
        Kind.NUMBER,
        Kind.ORDINAL,
        Kind.OR,
        Kind.SLASH,
        Kind.PORTION,
        Kind.HALF,
        Kind.DAYWORD,
        Kind.SIDE,
        Kind.LAST,
    }
)
"""Words that change the sense where they touch a time, on either side."""

_LEADING = frozenset(
    {Kind.BETWEEN, Kind.TO, Kind.BY, Kind.BEFORE, Kind.AFTER, Kind.WITHIN, Kind.FROM}
)
"""Words that change the sense where they stand before a time."""

_BOUNDING = frozenset({Kind.BY, Kind.BEFORE, Kind.AFTER})
_PARTING = frozenset({Kind.PORTION, Kind.EARLY})
_NOUN = frozenset({Kind.WORD, Kind.THE, Kind.OF, Kind.A})

_ENDING = frozenset({Kind.BY, Kind.BEFORE, Kind.WITHIN, Kind.BETWEEN})
"""Words that change the sense where they stand before an hour of it: on 3 May, by 17:00."""

_COUNTING = frozenset({Kind.ORDINAL, Kind.NUMBER, Kind.HALF, Kind.PORTION, Kind.EARLY, Kind.LAST})
"""Words that change the sense where "of" stands between them and a time: the 3rd of next year."""

_PLACE = frozenset({Kind.IN, Kind.AT, Kind.WORD, Kind.THE})
"""What may part an event and its time: "before COP26 in Glasgow this November"."""

_HINGES = frozenset({Kind.OF, Kind.THE, Kind.IN})
"""What may part a time and its past year: "in November of last year"."""

_PREPOSITIONS = frozenset({Kind.IN, Kind.ON, Kind.AT, Kind.BY, Kind.BEFORE, Kind.AFTER})

_GLUE = frozenset({Kind.DASH, Kind.SLASH, Kind.DOT, Kind.WORD, Kind.MARK})
"""What makes one word of a time where no space parts them: pre-2019, 2019-based."""


def meaning(tokens: list[Token], text: str, said: Said | None = None) -> Denotation:
    """The one time that the phrase means; what leaves a doubt is refused.

    Words that say nothing of time may stand around it. A word of time that the grammar found no
    place for, or a second time, changes the sense: then the phrase is refused. `said` reads the
    time at a place, for a language whose words stand in another order.
    """
    _check_spelling(tokens)
    found, left = scan(tokens, said)
    if not found:
        raise UnfitError("names no time that is understood", *EXAMPLES)
    dated = [one for one in found if _is_dated(one.what)]
    if not dated:
        return _undated(found, left, tokens)
    kept = _narrowed(dated, tokens)
    near = _near(dated, tokens, text)
    if len(kept) > 1:
        raise UnfitError("names more than one time", *near)
    _check_around(kept[0], left, tokens, near)
    chosen = _chosen(kept[0], found, tokens, near)
    if is_past(kept[0], chosen, found, tokens):
        return _beside(found) or NoTime(PAST)
    told = _is_told(kept[0], tokens) or _after_telling(kept[0], tokens)
    return Told(chosen, _beside(found)) if told and not isinstance(chosen, Recurring) else chosen


def _check_spelling(tokens: list[Token]) -> None:
    """Refuse a mistyped word of time: passed over, it would leave another time."""
    for token in tokens:
        if isinstance(token.value, Mistyped):
            raise MistypedError(token.text, token.value.meant)


def _beside(found: list[Found]) -> Denotation | None:
    """Of what is said beside a time, that which says most."""
    whats = [one.what for one in found if isinstance(one.what, Open | Happening)]
    return min(whats, key=_rank, default=None)


def _is_dated(what: Denotation) -> bool:
    return not isinstance(what, Open | Recurring | Happening | NoTime)


def _narrowed(dated: list[Found], tokens: list[Token]) -> list[Found]:
    """The times without those that only tell what was: "the agreement signed in 2015"."""
    if len(dated) == 1:
        return dated
    kept = [one for one in dated if not _is_told(one, tokens)] or dated
    kept = [one for one in kept if not _is_in_hours(one.what)] or kept
    kept = _limits(kept)
    joined = year_apart(kept)
    return kept if joined is None else [joined]


def _limits(kept: list[Found]) -> list[Found]:
    """The limit, where so many weeks are uncounted: in the coming weeks, no later than 30 June."""
    limits = [one for one in kept if isinstance(one.what, By | Before)]
    vague = [one for one in kept if isinstance(one.what, Within) and one.what.amount.size is None]
    return limits if limits and len(limits) + len(vague) == len(kept) else kept


def _is_told(one: Found, tokens: list[Token]) -> bool:
    """True for the day of speaking, "agreed today to …", and for what was signed or adopted."""
    if isinstance(one.what, Ahead) and one.what.unit is Unit.DAY and one.end - one.start == 1:
        return one.what.steps == 0
    first = one.start + (tokens[one.start].kind is Kind.THE)  # "du" is "of the"
    dates = one.start > 0 and tokens[one.start - 1].kind is Kind.OF
    return _follows_telling(one, tokens) or (dates and tokens[first].kind in _WRITTEN)


def _is_in_hours(what: Denotation) -> bool:
    """True for how long something takes on its day: on 20 May for one hour."""
    return isinstance(what, Within) and what.amount.unit is Unit.HOUR


def _follows_telling(one: Found, tokens: list[Token]) -> bool:
    """True where a word of what was done stands right before the time: "signed in May".

    What is joined to what is to be is still ahead: "to be finalised in April and signed in June".
    """
    before = [token.kind for token in tokens[max(0, one.start - 2) : one.start]]
    if tokens[one.start].kind is Kind.FOR:
        return False  # "a visit was agreed for May": what it was agreed for lies ahead
    if before == [Kind.AND, Kind.PAST_WORD]:
        return all(token.kind is not Kind.TO_BE for token in tokens[: one.start])
    return before[-1:] == [Kind.PAST_WORD] and before != [Kind.TO_BE, Kind.PAST_WORD]


def is_past(one: Found, what: Denotation, found: Sequence[Found], tokens: list[Token]) -> bool:
    """True for a time that names no year and is past by a word beside it.

    By what was done right before it, "announced in May", "agreed today"; or by the year behind it,
    "in November last year", whatever else is said of that.
    """
    says_so = _follows_telling(one, tokens) and tokens[one.start - 1].text  # no mere mark
    if says_so and (floats(what) or what == Ahead(Unit.DAY, 0)):
        return True
    return len(found) > 1 and floats(one.what) and _is_of_a_past_year(one, found, tokens)


def _is_of_a_past_year(one: Found, found: Sequence[Found], tokens: list[Token]) -> bool:
    """True where the year behind the time is past: "in November of last year"."""
    return any(
        other.what == NoTime(PAST)
        and all(token.kind in _HINGES for token in tokens[one.end : other.start])
        for other in found
        if other.start >= one.end
    )


def floats(what: Denotation) -> bool:
    """True for a month or day of no year: what was "announced in May" lies in the last one."""
    return isinstance(what, Span) and with_year(what, Year(1)) is not None


def _after_telling(one: Found, tokens: list[Token]) -> bool:
    """True where a word of what was done stands beside the time, and not what is to be."""
    kinds = [Kind.FINISH, *(token.kind for token in tokens)]
    return Kind.SINCE in kinds[: one.start + 1] or any(
        b is Kind.PAST_WORD and a is not Kind.TO_BE for a, b in pairwise(kinds)
    )


def year_apart(dated: list[Found]) -> Found | None:
    """A time and its year that other words part: "in March in Tokyo next year"."""
    if len(dated) != 2:
        return None
    for one, other in (dated, dated[::-1]):
        whole, inner = one.what, other.what
        if _is_a_year(whole) and isinstance(inner, Span):
            span = with_year(inner, whole)
            if span is not None:
                return Found(span, dated[0].start, dated[1].end)
    return None


def _is_a_year(what: Denotation) -> TypeGuard[Year | Ahead]:
    return isinstance(what, Year) or (isinstance(what, Ahead) and what.unit is Unit.YEAR)


def _check_around(
    kept: Found, left: list[int], tokens: list[Token], near: tuple[str, ...]
) -> None:
    """Refuse the phrase where a word left over changes the sense of the time in it."""
    for at in left:
        kind = tokens[at].kind
        leads, trails = at == kept.start - 1, at == kept.end
        if _is_said_of_the_year(at, kept, tokens) or (
            kind is Kind.NUMBER and _is_closed(kept, tokens)
        ):
            continue
        changes = (
            kind in _OF_TIME
            or (kind in _TOUCHING and (leads or trails) and not _is_one_of(at, tokens))
            or (kind in _LEADING and leads and not _begins(at, tokens))
            or (kind in _ENDING and _is_before(Kind.CLOCK, at, tokens))
            or (kind is Kind.BEFORE and trails)
            or (kind in _PARTING and _parts_a_name(at, kept, tokens))
            or (kind in _BOUNDING and _bounds_through_noun(at, kept, tokens))
            or (kind is Kind.FOR and leads and _is_before(Kind.OVER, at, tokens))
            or (kind is Kind.NEXT and trails)
            or (kind in _COUNTING and at == kept.start - 2 and tokens[at + 1].kind is Kind.OF)
            or (kind in _GLUE and _is_glued(at, tokens, leads=leads, trails=trails))
        )
        if changes:
            shown = tokens[at].text or tokens[at - 1].text
            raise UnfitError(f'leaves "{shown}" unread, which may change it', *near)


def _parts_a_name(at: int, kept: Found, tokens: list[Token]) -> bool:
    """True for the end of what bears a year and is no time that is known: "the end of Hanami 2018"."""
    between = {token.kind for token in tokens[at + 1 : kept.start]}
    return tokens[kept.start].kind is Kind.NUMBER and Kind.WORD in between <= {Kind.WORD, Kind.OF}


def _bounds_through_noun(at: int, kept: Found, tokens: list[Token]) -> bool:
    """True for the "by" of "by the outcome of 2019": it bounds what the time only belongs to."""
    between = [token.kind for token in tokens[at + 1 : kept.start]]
    return between[-1:] == [Kind.OF] and Kind.WORD in between and set(between) <= _NOUN


def _is_one_of(at: int, tokens: list[Token]) -> bool:
    """True for one of several, behind a comma: "in two phases, the first by June"."""
    before = [token.kind for token in tokens[max(0, at - 2) : at]]
    return tokens[at].kind is Kind.ORDINAL and before == [Kind.COMMA, Kind.THE]


def _begins(at: int, tokens: list[Token]) -> bool:
    """True for the first word of "to start from January"."""
    return tokens[at].kind is Kind.TO and _is_before(Kind.BEGIN, at, tokens)


def _is_before(kind: Kind, at: int, tokens: list[Token]) -> bool:
    """True where a token of that kind follows: "by 17:00", "for over sixty years"."""
    return tokens[at + 1 : at + 2] != [] and tokens[at + 1].kind is kind


def _is_said_of_the_year(at: int, kept: Found, tokens: list[Token]) -> bool:
    """True for "year" behind a year and a comma: "en 2020, année du centenaire"."""
    kinds = [token.kind for token in tokens[kept.end : at + 2]]
    said = kinds in ([Kind.COMMA, Kind.UNIT, Kind.OF], [Kind.COMMA, Kind.THE, Kind.UNIT, Kind.OF])
    return said and isinstance(kept.what, Year)


def _is_closed(kept: Found, tokens: list[Token]) -> bool:
    """True where the time ends with its postposition: no number behind it is part of it."""
    return tokens[kept.end - 1].kind is Kind.BY


def _is_glued(at: int, tokens: list[Token], *, leads: bool, trails: bool) -> bool:
    """True for a mark or word with no space between it and the time, and something on its far side."""
    if leads:
        return tokens[at].end == tokens[at + 1].start and tokens[at].kind is not Kind.MARK
    if not trails or tokens[at - 1].end != tokens[at].start:
        return False
    if tokens[at].kind is Kind.WORD:
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and following.start == tokens[at].end


def _chosen(
    kept: Found, found: list[Found], tokens: list[Token], near: tuple[str, ...]
) -> Denotation:
    """The time, as the other things said beside it turn it."""
    others = sorted((one for one in found if one is not kept), key=lambda one: _rank(one.what))
    events: list[Happening] = []
    for other in others:
        if isinstance(other.what, Recurring):
            return other.what
        if isinstance(other.what, Happening):
            hung = hung_on(other, other.what, kept, tokens)
            if hung is not None:
                return hung
            if other.what.bearing is not Bearing.AT and not _stands_apart(other, kept, tokens):
                raise UnfitError("names a time and an event beside it", *near)
            events.append(other.what)
    if not isinstance(kept.what, Span):
        return kept.what
    if any(isinstance(other.what, Open) and other.what.urgent for other in others):
        return Eager(kept.what)
    return Beside(kept.what, events[0]) if events else kept.what


def hung_on(other: Found, event: Happening, kept: Found, tokens: list[Token]) -> Hanging | None:
    """The time of an event that it follows: "before the summit in June", "… du 26 mai"."""
    between = {token.kind for token in tokens[other.end : kept.start]}
    if isinstance(kept.what, Day | Numeric | Month):  # a year may be another's: the budget of 2020
        between -= {Kind.OF}
    follows = between <= _PLACE and 0 <= kept.start - other.end < 4
    follows = follows and tokens[other.start].kind is not Kind.WHEN
    bound = event.bearing in {Bearing.BY, Bearing.BEFORE, Bearing.AFTER} and event.amount is None
    return Hanging(event, kept.what) if follows and bound and isinstance(kept.what, Span) else None


def _stands_apart(other: Found, kept: Found, tokens: list[Token]) -> bool:
    """True where the time is one of what is promised, and the event says more of it.

    So it is behind "when" or "subject to", and where a comma or a preposition of its own parts the
    two: "by 30 June, before the summit"; "in June after the elections".
    """
    bearing = other.what.bearing if isinstance(other.what, Happening) else Bearing.AT
    if bearing is Bearing.WITHIN or isinstance(kept.what, Begins | Counted):
        return False
    if tokens[other.start].kind is Kind.WHEN:
        return True
    if other.start < kept.start:
        return isinstance(kept.what, By) or tokens[other.end].kind is Kind.COMMA
    parted = kept.end < len(tokens) and tokens[kept.end].kind is Kind.COMMA
    own = parted or tokens[kept.start].kind in _PREPOSITIONS
    return own and bearing is not Bearing.BY


def _undated(found: list[Found], left: list[int], tokens: list[Token]) -> Denotation:
    """Of the times without days the one that says most."""
    for at in left:
        if tokens[at].kind in _OF_TIME - {Kind.UNIT, Kind.UNITS}:
            shown = tokens[at].text
            raise UnfitError(f'leaves "{shown}" unread, which may change it', *EXAMPLES)
    whats = [one.what for one in found]
    whats.sort(key=_rank)
    return whats[0]


def _rank(what: Denotation) -> int:
    """How much is said: a period most, then that it recurs, an event, urgency, no time."""
    match what:
        case Recurring(_, months):
            return 0 if months else 1
        case Happening():
            return 2
        case Open():
            return 3
        case _:
            return 4


def _may_have_a_gap(what: Denotation) -> bool:
    """True for two times that "and" joins; but the 30th and the 31st follow on one another."""
    match what:
        case Joined(Day(first, month), Day(last, same), True, amid) if month == same:
            return last - first > len(amid) + 1
        case Joined():
            return what.apart
        case _:
            return False


def _near(dated: list[Found], tokens: list[Token], text: str) -> tuple[str, ...]:
    """The words of each time by itself: what can be typed instead."""
    shown = (
        text[tokens[one.start].start : tokens[one.end - 1].end].strip()
        for one in dated
        if not _may_have_a_gap(one.what)
    )
    return tuple(dict.fromkeys(shown)) or EXAMPLES
