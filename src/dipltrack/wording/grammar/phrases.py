"""What is said about a time: by, before, after, within, from, between, in."""

from collections.abc import Callable

from dipltrack.wording.denotation import (
    PAST,
    After,
    Ahead,
    Around,
    Bearing,
    Before,
    Begins,
    By,
    Day,
    Denotation,
    Distant,
    Eager,
    Fraction,
    Hanging,
    Happening,
    Month,
    NoTime,
    Onward,
    Open,
    Remainder,
    Span,
    Unit,
    Within,
)
from dipltrack.wording.grammar.amounts import amount
from dipltrack.wording.grammar.cursor import Cursor
from dipltrack.wording.grammar.events import event
from dipltrack.wording.grammar.joins import elliptic, times
from dipltrack.wording.grammar.lengths import (
    after_length,
    at_most,
    in_length,
    length_from,
    next_length,
    nth_after,
    within,
)
from dipltrack.wording.grammar.named import HINGES, dated, names_event
from dipltrack.wording.grammar.ranges import begin, between, from_now, from_time
from dipltrack.wording.grammar.repeats import nth_of_every, repeat
from dipltrack.wording.grammar.spans import time
from dipltrack.wording.grammar.undated import (
    ago,
    at_event,
    coming_event,
    early,
    fitting,
    occasion,
    open_time,
    past,
    qualified_event,
    some_moment,
    when,
)
from dipltrack.wording.tokens import Kind

_WHICH = frozenset({Kind.OF, Kind.NUMBER, Kind.SHORT_YEAR, Kind.THIS, Kind.NEXT, Kind.LAST})
"""Words behind a quarter that say of which year it is."""

_INSIDE = (Kind.IN, Kind.ON, Kind.AT, Kind.FOR, Kind.OVER, Kind.WITHIN)


def phrase(c: Cursor) -> Denotation | None:
    """What is said at the cursor, by the longest rule that fits; None leaves it where it was."""
    start = c.at
    for rule in _RULES.get(c.kind(), _SPAN_RULES):
        found = rule(c)
        if found is not None:
            return _closed(c, found)
        c.back(start)
    return None


def _closed(c: Cursor, found: Denotation) -> Denotation:
    """What may stand behind: "at the latest", "onwards", "at the earliest"."""
    start = c.at
    c.skip(Kind.COMMA)
    span = _inner(found)
    if span is None:
        if not c.skip(Kind.AT_LATEST, Kind.OR_SOONER):
            c.back(start)
        return found
    if c.skip(Kind.AT_LATEST, Kind.OR_SOONER):
        return By(span)
    if c.skip(Kind.ONWARD, Kind.AT_EARLIEST):
        return Onward(span)
    c.back(start)
    return found


def _inner(found: Denotation) -> Span | None:
    """The span that was merely named, which a word behind it may still turn."""
    match found:
        case Begins(of):
            return of
        case Open() | NoTime():
            return None
        case _ if isinstance(found, Span):
            return found
        case _:
            return None


def _bounded(
    c: Cursor, make: Callable[[Span], Denotation], bearing: Bearing, *, any_name: bool
) -> Denotation | None:
    """By, before or after a time, or else an event."""
    c.at += 1
    c.skip(Kind.AT_LATEST)
    c.skip(Kind.COMMA)
    start = c.at
    span = dated(c)
    if span is not None and not _names_on(c, start, span):
        return make(span)
    c.back(start)
    happening = event(c, bearing, any_name=any_name)
    if happening is None or span is None:
        return happening
    bounds = bearing is not Bearing.BY and isinstance(span, Day | Month)  # before the June summit
    return Hanging(happening, span) if bounds else happening


def _names_on(c: Cursor, start: int, span: Span) -> bool:
    """True where the time only qualifies an event: "before the June European Council"."""
    if names_event(c, start, span):
        return True
    end = next((at for at in range(3) if c.kind(at) is not Kind.WORD), 3)
    article = c.tokens[start].kind is Kind.THE and isinstance(span, Month)
    return article and end > 0 and c.kind(end) in {Kind.EVENT, Kind.BODY}


def _by(c: Cursor) -> Denotation | None:
    start = c.at
    found = _bounded(c, By, Bearing.BY, any_name=False)
    if found is None:
        c.back(start + 1)
        length = length_from(c)
        if isinstance(length, Distant):  # not later than six weeks from now
            found = Within(length.amount, length.since)
        else:
            found = length if isinstance(length, Happening) else None
    return found


def _before(c: Cursor) -> Denotation | None:
    start = c.at
    c.at += 1
    if c.before().value == "ago" and amount(c) is not None:
        return NoTime(PAST)
    loose = _out_of_time(c)
    if loose is not None:
        return loose
    c.back(start)
    return _bounded(c, Before, Bearing.BEFORE, any_name=True)


def _out_of_time(c: Cursor) -> Denotation | None:
    """Before the year is out, before 2019 is over."""
    start = c.at
    if c.skip(Kind.THE) and c.kind() is Kind.UNIT:
        unit = c.value(Kind.UNIT)
        if c.skip(Kind.OUT):
            return By(Ahead(unit, 0))
    c.back(start)
    span = dated(c)
    return By(span) if span is not None and c.skip(Kind.OUT) else None


def _after_time(c: Cursor) -> Denotation | None:
    return _bounded(c, After, Bearing.AFTER, any_name=True)


def _not_before(c: Cursor) -> Denotation | None:
    c.at += 1
    span = dated(c)
    return None if span is None else Onward(span)


def _in(c: Cursor) -> Denotation | None:
    """In a time; in the next two weeks; in two weeks' time; at an event."""
    kind = c.kind()
    c.at += 1
    around = c.skip(Kind.AROUND)
    start = c.at
    found = in_length(c, kind)
    if found is None:
        c.back(start)
        found = _named(c, around=around)
    if kind is Kind.FOR:
        return found
    return found or at_event(c, any_name=c.tokens[start - 1].value == "of")


def _last_quarter(c: Cursor) -> Fraction | None:
    """«Au dernier trimestre»: the fourth; but "in the last quarter" is in the one that ended."""
    c.at += 1
    c.skip(Kind.THE)
    if c.look().text == "last" or not c.skip(Kind.LAST) or c.value(Kind.UNIT) is not Unit.QUARTER:
        return None
    return None if c.kind() in _WHICH else Fraction(4, 4)


def _named(c: Cursor, *, around: bool) -> Denotation | None:
    start = c.at
    span = dated(c)
    if span is None or names_event(c, start, span):
        c.back(start)
        return None
    return Around(span) if around or c.tokens[start].kind is Kind.AROUND else span


def _later(c: Cursor) -> Denotation | None:
    """Later this year, later in May; later, with no word more."""
    c.at += 1
    return Open(urgent=False) if c.kind() is Kind.FINISH else _rest_of(c)


def _rest(c: Cursor) -> Denotation | None:
    """For the rest of the year."""
    c.skip(*_INSIDE)
    c.skip(Kind.THE)
    return _rest_of(c) if c.skip(Kind.REST) else None


def _rest_of(c: Cursor) -> Denotation | None:
    c.skip(*HINGES)
    span = time(c)
    if span is None and (c.skip(Kind.THE) or c.before().kind is Kind.REST):
        unit = c.value(Kind.UNIT)
        span = Ahead(unit, 0) if isinstance(unit, Unit) and unit is not Unit.HOUR else None
    if span is None:
        return None
    end = c.at
    following = elliptic(c, span) if c.skip(Kind.OR) else None
    if following is not None:  # later this month or early next
        return By(following)
    c.back(end)
    return Remainder(span)


def _as_early_as(c: Cursor) -> Denotation | None:
    c.at += 1
    span = dated(c)
    return None if span is None else Eager(span)


def _around(c: Cursor) -> Denotation | None:
    c.at += 1
    span = dated(c)
    return None if span is None else Around(span)


def _latest(c: Cursor) -> Denotation | None:
    """At the latest by May, at the latest in May."""
    c.at += 1
    c.skip(Kind.COMMA)
    if c.kind() is Kind.WITHIN:
        return within(c)
    if c.kind() is Kind.BEFORE:
        return _before(c)
    if c.skip(Kind.AFTER):
        length = amount(c)
        return None if length is None else Within(length)
    c.skip(Kind.BY, Kind.IN, Kind.ON, Kind.AT)
    span = dated(c)
    return None if span is None else By(span)


def _earliest(c: Cursor) -> Denotation | None:
    c.at += 1
    alone = c.at == 1 and c.kind() is Kind.FINISH
    c.skip(Kind.IN, Kind.ON)
    span = dated(c)
    if span is None:
        return Open() if alone else None
    return Onward(span)


def _span(c: Cursor) -> Denotation | None:
    return times(c)


_SPAN_RULES: tuple[Callable[[Cursor], Denotation | None], ...] = (_span,)
_RULES: dict[Kind, tuple[Callable[[Cursor], Denotation | None], ...]] = {
    Kind.WORD: (),
    Kind.IN: (_last_quarter, past, _rest, nth_of_every, _in),
    Kind.ON: (past, fitting, nth_of_every, nth_after, _in, some_moment),
    Kind.AT: (_last_quarter, fitting, _in),
    Kind.FOR: (past, _rest, _in),
    Kind.OVER: (past, _rest, _in),
    Kind.BY: (fitting, _by),
    Kind.THROUGH: (_by,),
    Kind.BEFORE: (_before,),
    Kind.AFTER: (after_length, _after_time),
    Kind.NOT_BEFORE: (_not_before,),
    Kind.WITHIN: (within,),
    Kind.FROM: (from_time,),
    Kind.HENCE: (from_now,),
    Kind.BETWEEN: (between,),
    Kind.BEGIN: (_span, begin),
    Kind.LATER: (_later,),
    Kind.REST: (_rest,),
    Kind.SINCE: (past,),
    Kind.EARLIER: (past,),
    Kind.LAST: (_span, past),
    Kind.FITTING: (fitting,),
    Kind.MOMENT: (fitting,),
    Kind.THE: (
        nth_of_every,
        past,
        _rest,
        fitting,
        nth_after,
        qualified_event,
        _span,
        next_length,
        coming_event,
        length_from,
    ),
    Kind.THIS: (qualified_event, _span, coming_event),
    Kind.NEXT: (qualified_event, _span, next_length, coming_event),
    Kind.NUMBER: (repeat, ago, length_from, _span),
    Kind.A: (ago, length_from, repeat, fitting),
    Kind.SOME: (ago,),
    Kind.UNITS: (ago, _span),
    Kind.LENGTH: (at_most, length_from),
    Kind.HALF: (length_from,),
    Kind.TIMES: (repeat, when),
    Kind.EVERY: (repeat,),
    Kind.REPEAT: (repeat,),
    Kind.OPEN: (open_time,),
    Kind.EARLY: (_span, fitting, early),
    Kind.AS_EARLY_AS: (_as_early_as,),
    Kind.AROUND: (_around,),
    Kind.AT_LATEST: (_latest,),
    Kind.AT_EARLIEST: (fitting, _earliest),
    Kind.OCCASION: (occasion,),
    Kind.WHEN: (when,),
}
"""The rules of a phrase, by the kind of its first word; the first that fits."""
