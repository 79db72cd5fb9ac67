"""What is said about a time: by, before, after, within, from, between, in."""

from collections.abc import Callable

from dipltrack.wording.denotation import (
    PAST,
    After,
    Ahead,
    Amount,
    Around,
    Bearing,
    Before,
    Begins,
    By,
    Denotation,
    Distant,
    DistantOnward,
    Eager,
    Inside,
    Joined,
    Lasting,
    NoTime,
    Onward,
    Open,
    Remainder,
    Season,
    Span,
    Unit,
    Within,
)
from dipltrack.wording.grammar.amounts import amount
from dipltrack.wording.grammar.cursor import Cursor
from dipltrack.wording.grammar.events import event
from dipltrack.wording.grammar.repeats import repeat
from dipltrack.wording.grammar.spans import time, times
from dipltrack.wording.tokens import Kind

_CLOCKS = frozenset({Kind.CLOCK, Kind.DASH, Kind.TO, Kind.AND, Kind.AT, Kind.THE, Kind.IN})
_ADJECTIVES = (Kind.FITTING, Kind.EARLY, Kind.NEXT, Kind.ORDINAL, Kind.LATER, Kind.LATTER)
_HINGES = (Kind.ON, Kind.OF, Kind.IN)
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


def _dated(c: Cursor) -> Span | None:
    """A time behind a preposition, past the hour of the day that may stand between."""
    c.skip(Kind.AROUND)
    start = c.at
    clock = False
    while c.kind() in _CLOCKS:
        clock = clock or c.kind() is Kind.CLOCK
        c.at += 1
    if clock:
        c.skip(Kind.COMMA)
        c.skip(*_HINGES)
    else:
        c.back(start)
    if c.kind() in _HINGES:
        c.at += 1
    return times(c)


def _names_event(c: Cursor, start: int, span: Span) -> bool:
    """True where the time only qualifies what follows: "the spring meetings", "the May summit"."""
    if c.kind() is Kind.EVENT:
        return any(token.kind is Kind.THE for token in c.tokens[start : c.at])
    return isinstance(span, Season) and span.year is None and c.kind() is Kind.WORD


def _bounded(
    c: Cursor, make: Callable[[Span], Denotation], bearing: Bearing, *, any_name: bool
) -> Denotation | None:
    """By, before or after a time, or else an event."""
    c.at += 1
    c.skip(Kind.AT_LATEST)
    c.skip(Kind.COMMA)
    start = c.at
    span = _dated(c)
    if span is not None and not _names_event(c, start, span):
        return make(span)
    c.back(start)
    return event(c, bearing, any_name=any_name)


def _by(c: Cursor) -> Denotation | None:
    return _bounded(c, By, Bearing.BY, any_name=False)


def _before(c: Cursor) -> Denotation | None:
    start = c.at
    c.at += 1
    loose = _out_of_unit(c)
    if loose is not None:
        return loose
    c.back(start)
    return _bounded(c, Before, Bearing.BEFORE, any_name=True)


def _out_of_unit(c: Cursor) -> Denotation | None:
    """Before the year is out."""
    if c.skip(Kind.THE) and c.kind() is Kind.UNIT:
        unit = c.value(Kind.UNIT)
        if c.skip(Kind.OUT):
            return By(Ahead(unit, 0))
    return None


def _after(c: Cursor) -> Denotation | None:
    c.at += 1
    length = amount(c)
    if length is not None and length.size is not None:
        return DistantOnward(length)
    return None


def _after_time(c: Cursor) -> Denotation | None:
    return _bounded(c, After, Bearing.AFTER, any_name=True)


def _not_before(c: Cursor) -> Denotation | None:
    c.at += 1
    span = _dated(c)
    return None if span is None else Onward(span)


def _within(c: Cursor) -> Denotation | None:
    """Within three months of signature, within the next year, within this year."""
    c.at += 1
    start = c.at
    found = _length_ahead(c)
    if found is None:
        c.back(start)
        found = _within_time(c)
    return found


def _length_ahead(c: Cursor) -> Denotation | None:
    """A length of time from the anchor or from what is named behind it."""
    start = c.at
    the = c.skip(Kind.THE)
    following = c.skip(Kind.NEXT)
    length = amount(c)
    if length is None and following and the:
        unit = c.value(Kind.UNIT)
        length = Amount(1, unit) if isinstance(unit, Unit) else None
    if length is None:
        c.back(start)
        return None
    c.skip(Kind.TO_COME)
    return _counted_from(c, length)


def _counted_from(c: Cursor, length: Amount) -> Denotation | None:
    """The length, from the meeting or the time or event that is named."""
    if not c.skip(Kind.OF, Kind.AFTER, Kind.FROM):
        c.skip(Kind.HENCE)
        return Within(length)
    if c.skip(Kind.NOW):
        return Within(length)
    start = c.at
    span = _dated(c)
    if span is not None and not _names_event(c, start, span):
        return Within(length, span)
    c.back(start)
    return event(c, Bearing.WITHIN, any_name=True, amount=length)


def _within_time(c: Cursor) -> Denotation | None:
    start = c.at
    span = _dated(c)
    if span is None:
        c.back(start)
        c.skip(Kind.THE)
        c.skip(Kind.FULL)
        unit = c.value(Kind.UNIT)
        span = Ahead(unit, 0) if isinstance(unit, Unit) and unit is not Unit.HOUR else None
    return None if span is None else Inside(span)


def _fitting(c: Cursor) -> Denotation | None:
    """At an early date, at the earliest opportunity, on dates to be agreed; and in what time."""
    c.skip(Kind.AT, Kind.ON, Kind.BY)
    vague = c.skip(Kind.SOME, Kind.AT_EARLIEST)
    c.skip(Kind.THE, Kind.A)
    urgent = False
    while c.kind() in _ADJECTIVES:
        token = c.look()
        vague, urgent = True, urgent or token.value == "urgent" or token.kind is Kind.EARLY
        c.at += 1
    if not c.skip(Kind.MOMENT, Kind.TIME):
        return Open() if urgent and c.before().value == "urgent" else None
    if not (c.skip(Kind.TO_BE_SET, Kind.FITTING, Kind.OPEN) or vague):
        return None
    return _open_in(c, urgent=urgent or c.tokens[c.at - 1].value is True)


def _in(c: Cursor) -> Denotation | None:
    """In a time; in the next two weeks; in two weeks' time; at an event."""
    kind = c.kind()
    c.at += 1
    around = c.skip(Kind.AROUND)
    start = c.at
    found = _in_length(c, kind)
    if found is None:
        c.back(start)
        found = _named(c, around=around)
    return found or (None if kind is Kind.FOR else _at_event(c))


def _at_event(c: Cursor) -> Denotation | None:
    start = c.at
    found = event(c, Bearing.AT, any_name=False)
    if found is None:
        c.back(start)
    return found


def _named(c: Cursor, *, around: bool) -> Denotation | None:
    start = c.at
    span = _dated(c)
    if span is None or _names_event(c, start, span):
        c.back(start)
        return None
    return Around(span) if around or c.tokens[start].kind is Kind.AROUND else span


def _in_length(c: Cursor, kind: Kind) -> Denotation | None:
    """In, over or for a length of time."""
    start = c.at
    the = c.skip(Kind.THE)
    following = c.skip(Kind.NEXT)
    length = amount(c)
    if length is None and following and the and kind in {Kind.OVER, Kind.FOR}:
        unit = c.value(Kind.UNIT)
        length = Amount(1, unit) if isinstance(unit, Unit) else None
    if length is None or _is_named(c):
        c.back(start)
        return None
    if following or c.skip(Kind.TO_COME):
        return Within(length)
    if kind in {Kind.FOR, Kind.OVER}:
        return _lasting(c, length)
    if c.skip(Kind.TIME, Kind.HENCE):
        return Distant(length) if length.size is not None else Within(length)
    if the or kind is not Kind.IN:
        c.back(start)
        return None
    return Within(length, split=length.size is not None)


def _is_named(c: Cursor) -> bool:
    """True where the length is a part of something: "in a week of May", "the years 2019"."""
    return c.kind() in {Kind.OF, Kind.NUMBER, Kind.AGO}


def _lasting(c: Cursor, length: Amount) -> Denotation | None:
    """For four years from 2008; for five years, from the anchor."""
    if c.skip(Kind.HENCE) or not c.skip(Kind.FROM, Kind.BEGIN, Kind.AFTER) or c.skip(Kind.NOW):
        return Within(length)
    start = c.at
    span = _dated(c)
    if span is not None and length.size is not None:
        return Lasting(length, span)
    c.back(start)
    return event(c, Bearing.WITHIN, any_name=True, amount=length)


def _from(c: Cursor) -> Denotation | None:
    """From a time to another; from a time on; from now until a time."""
    c.at += 1
    if c.skip(Kind.NOW):
        span = _dated(c) if c.skip(Kind.TO, Kind.BY, Kind.THROUGH) else None
        return None if span is None else By(span)
    start = c.at
    span = _dated(c)
    if span is None or _names_event(c, start, span):
        return None
    if c.kind() is Kind.TO and c.kind(1) is Kind.NOW:
        return NoTime(PAST)
    if c.kind() in {Kind.BY, Kind.THROUGH, Kind.TO}:
        return _until(c, span)
    if c.skip(Kind.FOR):
        length = amount(c)
        return None if length is None or length.size is None else Lasting(length, span)
    return span if isinstance(span, Joined) else Begins(span)


def _until(c: Cursor, first: Span) -> Denotation:
    start = c.at
    c.at += 1
    last = _dated(c)
    if last is None:
        c.back(start)
        return Begins(first)
    return Joined(first.first if isinstance(first, Joined) else first, last)


def _between(c: Cursor) -> Denotation | None:
    """Between two times; between now and a time."""
    c.at += 1
    if c.skip(Kind.NOW):
        span = _dated(c) if c.skip(Kind.AND) else None
        return None if span is None else By(span)
    span = _dated(c)
    return span if isinstance(span, Joined) else None


def _begin(c: Cursor) -> Denotation | None:
    """Beginning in May: the beginning is the act."""
    c.at += 1
    c.skip(Kind.FROM)
    span = _dated(c)
    if span is None:
        return None
    return span if isinstance(span, Joined) else Begins(span)


def _later(c: Cursor) -> Denotation | None:
    """Later this year, later in May."""
    c.at += 1
    return _rest_of(c)


def _rest(c: Cursor) -> Denotation | None:
    """For the rest of the year."""
    c.skip(*_INSIDE)
    c.skip(Kind.THE)
    return _rest_of(c) if c.skip(Kind.REST) else None


def _rest_of(c: Cursor) -> Denotation | None:
    c.skip(*_HINGES)
    span = time(c)
    if span is None and c.skip(Kind.THE):
        unit = c.value(Kind.UNIT)
        span = Ahead(unit, 0) if isinstance(unit, Unit) and unit is not Unit.HOUR else None
    return None if span is None else Remainder(span)


def _past(c: Cursor) -> Denotation | None:
    """Since last August, last year, earlier this year, two years ago."""
    since = c.skip(Kind.SINCE)
    if since:
        _dated(c) or _past_unit(c)
        return NoTime(PAST)
    if c.skip(Kind.EARLIER):
        c.skip(Kind.IN)
        return None if time(c) is None else NoTime(PAST)
    return NoTime(PAST) if _past_unit(c) else None


def _past_unit(c: Cursor) -> bool:
    """Last year, the last two years, last August."""
    c.skip(Kind.OVER, Kind.IN, Kind.FOR, Kind.ON)
    c.skip(Kind.THE)
    if not c.skip(Kind.LAST):
        return False
    counted = c.skip(Kind.NUMBER) or c.skip(Kind.SOME)
    kinds = (
        (Kind.UNITS,)
        if counted
        else (
            Kind.UNIT,
            Kind.UNITS,
            Kind.MONTH,
            Kind.SEASON,
            Kind.WEEKDAY,
        )
    )
    return c.skip(*kinds) and not _is_counted_in(c)


def _is_counted_in(c: Cursor) -> bool:
    """True for the last Friday in June, the last week of May: the last in it, not the past."""
    start = c.at
    counted = c.skip(Kind.OF) or (c.skip(Kind.IN) and time(c) is not None)
    c.back(start)
    return counted


def _ago(c: Cursor) -> Denotation | None:
    length = amount(c)
    return NoTime(PAST) if length is not None and c.skip(Kind.AGO) else None


def _amount_from(c: Cursor) -> Denotation | None:
    """Two weeks from now, three months after signature, five years from 2019."""
    length = amount(c)
    if length is None or length.size is None:
        return None
    if c.skip(Kind.HENCE):
        return Distant(length)
    from_ = c.kind() is Kind.FROM
    if not c.skip(Kind.FROM, Kind.AFTER):
        return None
    if c.skip(Kind.NOW):
        return Distant(length)
    span = _dated(c)
    if span is not None:
        return Distant(length, span)
    return event(c, Bearing.WITHIN if from_ else Bearing.AFTER, any_name=True, amount=length)


def _open(c: Cursor) -> Denotation | None:
    """As soon as possible; and inside a named time, of which the early days are hoped for."""
    return _open_in(c, urgent=bool(c.value(Kind.OPEN)))


def _open_in(c: Cursor, *, urgent: bool) -> Denotation:
    start = c.at
    c.skip(Kind.COMMA)
    c.skip(*_HINGES, Kind.FOR, Kind.WITHIN)
    span = times(c)
    if span is None:
        c.back(start)
        return Open(urgent)
    return Eager(span) if urgent else span


def _early(c: Cursor) -> Denotation | None:
    """An early meeting, early conclusion: urgency."""
    c.at += 1
    return Open() if c.kind() in {Kind.WORD, Kind.EVENT, Kind.BODY} else None


def _as_early_as(c: Cursor) -> Denotation | None:
    c.at += 1
    span = _dated(c)
    return None if span is None else Eager(span)


def _around(c: Cursor) -> Denotation | None:
    c.at += 1
    span = _dated(c)
    return None if span is None else Around(span)


def _latest(c: Cursor) -> Denotation | None:
    """At the latest by May, at the latest in May."""
    c.at += 1
    c.skip(Kind.COMMA)
    c.skip(Kind.BY, Kind.IN, Kind.ON)
    span = _dated(c)
    return None if span is None else By(span)


def _earliest(c: Cursor) -> Denotation | None:
    c.at += 1
    alone = c.at == 1 and c.kind() is Kind.FINISH
    c.skip(Kind.IN, Kind.ON)
    span = _dated(c)
    if span is None:
        return Open() if alone else None
    return Onward(span)


def _occasion(c: Cursor) -> Denotation | None:
    """On the margins of the General Assembly; when the agreement enters into force."""
    c.at += 1
    return event(c, Bearing.AT, any_name=True)


def _when(c: Cursor) -> Denotation | None:
    c.at += 1
    return event(c, Bearing.AFTER, any_name=True)


def _next_length(c: Cursor) -> Denotation | None:
    """The next three months, the coming weeks: with no preposition."""
    c.skip(Kind.THE)
    if not c.skip(Kind.NEXT):
        return None
    length = amount(c)
    return None if length is None else Within(length)


def _coming_event(c: Cursor) -> Denotation | None:
    """The next round, their upcoming meeting: with no preposition."""
    c.skip(Kind.THE)
    c.skip(Kind.THIS)
    return event(c, Bearing.AT, any_name=False) if c.kind() is Kind.NEXT else None


def _qualified_event(c: Cursor) -> Denotation | None:
    """The spring meetings, the May 2019 summit: the time only names the event."""
    start = c.at
    span = times(c)
    if span is None or not _names_event(c, start, span) or c.kind() is not Kind.EVENT:
        return None
    c.back(start)
    return event(c, Bearing.AT, any_name=False)


def _span(c: Cursor) -> Denotation | None:
    return times(c)


_SPAN_RULES: tuple[Callable[[Cursor], Denotation | None], ...] = (_span,)
_RULES: dict[Kind, tuple[Callable[[Cursor], Denotation | None], ...]] = {
    Kind.WORD: (),
    Kind.IN: (_past, _rest, _in),
    Kind.ON: (_past, _fitting, _in),
    Kind.AT: (_fitting, _in),
    Kind.FOR: (_past, _rest, _in),
    Kind.OVER: (_past, _rest, _in),
    Kind.BY: (_fitting, _by),
    Kind.THROUGH: (_by,),
    Kind.BEFORE: (_before,),
    Kind.AFTER: (_after, _after_time),
    Kind.NOT_BEFORE: (_not_before,),
    Kind.WITHIN: (_within,),
    Kind.FROM: (_from,),
    Kind.BETWEEN: (_between,),
    Kind.BEGIN: (_span, _begin),
    Kind.LATER: (_later,),
    Kind.REST: (_rest,),
    Kind.SINCE: (_past,),
    Kind.EARLIER: (_past,),
    Kind.LAST: (_span, _past),
    Kind.FITTING: (_fitting,),
    Kind.MOMENT: (_fitting,),
    Kind.THE: (
        _past,
        _rest,
        _fitting,
        _qualified_event,
        _span,
        _next_length,
        _coming_event,
        _amount_from,
    ),
    Kind.THIS: (_span, _coming_event),
    Kind.NEXT: (_span, _next_length, _coming_event),
    Kind.NUMBER: (repeat, _ago, _amount_from, _span),
    Kind.A: (_ago, _amount_from, _fitting),
    Kind.SOME: (_ago,),
    Kind.UNITS: (_ago, _span),
    Kind.LENGTH: (_amount_from,),
    Kind.HALF: (_amount_from,),
    Kind.TIMES: (repeat, _when),
    Kind.EVERY: (repeat,),
    Kind.REPEAT: (repeat,),
    Kind.OPEN: (_open,),
    Kind.EARLY: (_span, _fitting, _early),
    Kind.AS_EARLY_AS: (_as_early_as,),
    Kind.AROUND: (_around,),
    Kind.AT_LATEST: (_latest,),
    Kind.AT_EARLIEST: (_fitting, _earliest),
    Kind.OCCASION: (_occasion,),
    Kind.WHEN: (_when,),
}
"""The rules of a phrase, by the kind of its first word; the first that fits."""
