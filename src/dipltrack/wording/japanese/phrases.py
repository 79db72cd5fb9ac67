"""What Japanese says behind a time: まで, 以内, 以降, 頃, から, より前; and before it: 早ければ, 遅くとも."""

from collections.abc import Callable

from dipltrack.wording.denotation import (
    PAST,
    After,
    Ahead,
    Around,
    Before,
    Begins,
    By,
    Denotation,
    Eager,
    FiscalAhead,
    FiscalYear,
    Inside,
    Joined,
    Lasting,
    Month,
    NoTime,
    Onward,
    Open,
    Recurring,
    Season,
    Span,
    Unit,
    Within,
    Year,
)
from dipltrack.wording.frame import UnfitError
from dipltrack.wording.japanese.cursor import Cursor
from dipltrack.wording.japanese.lengths import amount, length
from dipltrack.wording.japanese.times import inside, times
from dipltrack.wording.japanese.words import Kind


def phrase(c: Cursor) -> Denotation | None:
    """The time said at the cursor, with what is said about it, or None."""
    for rule in _RULES.get(c.kind(), ()):
        found = rule(c)
        if found is not None:
            return found
    return None


def _timed(c: Cursor) -> Denotation | None:
    """A time and what is said behind it."""
    start = c.at
    span = times(c)
    if span is None:
        return None
    if isinstance(span, Joined) and _is_range(c, start):
        c.skip(Kind.BY)
        if not c.skip(Kind.SPANNING, Kind.LENGTH):
            _told_long(c)
        if c.says("期"):
            c.at += 1
    elif c.says("期", "期決算"):
        raise UnfitError("names an accounting year by the month of its end", "2019年3月")
    while c.skip(Kind.SPANNING, Kind.CLOCK):
        pass
    _until_hour(c)
    return _said(c, span)


def _until_hour(c: Cursor) -> None:
    """Pass over the hour at which it ends on the same day: 10時～12時, 10時から12時まで."""
    hours = c.before().kind is Kind.CLOCK and c.kind(1) is Kind.CLOCK
    if hours and c.skip(Kind.DASH, Kind.FROM):
        c.at += 1
        c.skip(Kind.BY)
    if c.before().kind is Kind.CLOCK and c.kind(1) is Kind.FINISH:
        c.skip(Kind.DASH)  # 17時30分~


def _is_range(c: Cursor, start: int) -> bool:
    return any(word.kind in {Kind.FROM, Kind.DASH} for word in c.words[start : c.at])


def _said(c: Cursor, span: Span) -> Denotation:
    """What is said behind the time; what says nothing of it is left."""
    about = _about(c)
    ending = _ENDINGS.get(c.kind())
    found = None
    if ending is not None and not (c.kind() is Kind.FROM and c.before().kind is Kind.CLOCK):
        c.at += 1
        found = ending(c, span)
        _about(c)
    elif c.kind() is Kind.NO and c.kind(1) in {Kind.BEFORE, Kind.AFTER}:
        c.at += 1
        return _said(c, span)
    elif c.kind() is Kind.NO and c.kind(2) is Kind.BY and c.look(1).text.endswith(_LIMITS):
        c.at += 3
        return By(span)
    elif _is_told(c):
        c.skip(Kind.PARTICLE)
        c.at += 1
        return NoTime(PAST)
    return found or (Around(span) if about else span)


def _told_long(c: Cursor) -> None:
    """Pass over how long a range is, told again: 2019年度から2021年度までの3年間."""
    start = c.at
    if not (c.skip(Kind.NO) and amount(c) is not None and c.before().text.endswith("間")):
        c.back(start)


_LIMITS = ("期限", "期日")
"""What ends with the time before it: 11月23日の失効期限までに."""


def _is_told(c: Cursor) -> bool:
    """True where the words behind tell of what was done: 2015年に署名された."""
    return c.kind(c.kind() is Kind.PARTICLE) is Kind.TOLD


def _about(c: Cursor) -> bool:
    """頃, をめどに, の前後: about."""
    start = c.at
    c.skip(Kind.PARTICLE, Kind.NO)
    if c.skip(Kind.AROUND):
        c.skip(Kind.NO) if c.kind(1) in _ENDINGS else None
        return True
    c.back(start)
    return False


def _by(c: Cursor, span: Span) -> Denotation:
    return _years_to(c, span) or _by_end(c, span)


def _by_end(c: Cursor, span: Span) -> Denotation:
    c.skip(Kind.LENGTH)
    return By(span)


def _years_to(c: Cursor, span: Span) -> Denotation | None:
    """2021年までの5年間: the five years of which that is the last."""
    start = c.at
    size = amount(c) if isinstance(span, Year | FiscalYear) and c.skip(Kind.NO) else None
    if isinstance(span, Year | FiscalYear) and size is not None and size.unit is Unit.YEAR:
        c.skip(Kind.LENGTH)
        return Joined(span._replace(number=span.number - (size.size or 1) + 1), span)
    c.back(start)
    return None


def _inside(c: Cursor, span: Span) -> Denotation:
    return _or_next(c, span) or Inside(span)


def _or_next(c: Cursor, span: Span) -> Denotation | None:
    """The time said behind it that may be it too: 本年中又は来年初めに."""
    start = c.at
    last = times(c) if c.skip(Kind.AND) else None
    if last is None:
        c.back(start)
        return None
    running = isinstance(span, Ahead | FiscalAhead) and span.steps == 0
    return By(last) if running else Joined(span, last)


def _onward(c: Cursor, span: Span) -> Denotation:
    """秋以降; and up to the end of the year that follows: 秋以降の年内に."""
    start = c.at
    c.skip(Kind.NO, Kind.COMMA)
    year = c.value(Kind.INSIDE_UNIT, Kind.YEAR)
    if isinstance(year, Ahead) and year.unit is Unit.YEAR and isinstance(span, Month | Season):
        c.skip(Kind.INSIDE)
        return Joined(span._replace(year=year), Month(12, year))
    c.back(start)
    return Onward(span)


def _from(c: Cursor, span: Span) -> Denotation:
    """4月1日から; from then for so long, or within so long; to begin then."""
    start = c.at
    c.skip(Kind.NO)
    size = amount(c)
    if size is not None and size.size is not None:
        if c.skip(Kind.INSIDE):
            return Within(size, span)
        c.skip(Kind.LENGTH)
        return Lasting(size, span)
    c.back(start)
    c.skip(Kind.BEGIN)
    return Begins(span)


def _before(c: Cursor, span: Span) -> Denotation:
    c.skip(Kind.BY)
    return Before(span)


def _after(_: Cursor, span: Span) -> Denotation:
    return After(span)


def _until(c: Cursor, span: Span) -> Denotation:
    c.skip(Kind.BY)
    return By(span)


def _towards(c: Cursor, span: Span) -> Denotation:
    if c.before().text == "に向け":
        return Around(span)
    return Before(span)


def _past_span(c: Cursor, span: Span) -> Denotation:
    entered = c.before().text.startswith("に入") and span != Ahead(Unit.YEAR, 0)
    return span if entered else NoTime(PAST)


def _named(_: Cursor, __: Span) -> Denotation:
    return NoTime("the date or the number of something")


def _lasting(_: Cursor, span: Span) -> Denotation:
    return span


_ENDINGS: dict[Kind, Callable[[Cursor, Span], Denotation]] = {
    Kind.BY: _by,
    Kind.INSIDE: _inside,
    Kind.THROUGH: _until,
    Kind.ONWARD: _onward,
    Kind.FROM: _from,
    Kind.BEFORE: _before,
    Kind.UP_TO: _until,
    Kind.AFTER: _after,
    Kind.SINCE: _past_span,
    Kind.NOT_A_TIME: _named,
    Kind.TOWARDS: _towards,
    Kind.LENGTH: _lasting,
    Kind.DATED: _lasting,
}


def _inside_unit(c: Cursor) -> Denotation:
    """年内, 年度内, 月内: within the running one."""
    span: Span = c.value(Kind.INSIDE_UNIT)
    c.skip(Kind.INSIDE, Kind.THROUGH, Kind.BY)
    _about(c)
    return _or_next(c, span) or Inside(span)


def _past(c: Cursor) -> Denotation:
    """昨年8月以来; but 昨年10月から本年3月まで is a time that ends ahead."""
    value = c.value(Kind.PAST)
    span: Span = value
    if isinstance(value, Ahead | FiscalAhead) and value != Ahead(Unit.MONTH, -1):
        c.skip(Kind.NO)
        span = inside(c, value) or value
    if c.skip(Kind.FROM, Kind.DASH):
        last = times(c)
        if last is not None:
            c.skip(Kind.BY)
            c.skip(Kind.LENGTH)
            return Joined(span, last)
    c.skip(*_ENDINGS)
    return NoTime(PAST)


def _long_past(c: Cursor) -> Denotation:
    """これまで; 去る1月 with the time that is past."""
    of = c.says("去る")
    c.at += 1
    if of:
        times(c)
    return NoTime(PAST)


def _led(make: Callable[[Span], Denotation]) -> Callable[[Cursor], Denotation | None]:
    """The rule of a word before a time that says how it is meant: 早ければ, 遅くとも."""

    def rule(c: Cursor) -> Denotation | None:
        start = c.at
        c.at += 1
        c.skip(Kind.COMMA)
        found = phrase(c)
        if found is None or isinstance(found, NoTime):
            c.back(start)
            return None
        if isinstance(found, Around):
            found = found.of
        return make(found) if isinstance(found, Span) else found

    return rule


def _open(c: Cursor) -> Denotation:
    """早期に; and before the time in which it is hoped for: なるべく早く来年中に."""
    return Open(c.value(Kind.OPEN))


def _repeat(c: Cursor) -> Denotation:
    word = c.look()
    c.at += 1
    return Recurring(word.text, word.value)


def _straight_away(c: Cursor) -> Denotation | None:
    """早々に, of no time named: urgency."""
    if not c.says("早々"):
        return None
    c.at += 1
    return Open()


def _season_name(c: Cursor) -> Denotation:
    """春 that is part of a name."""
    c.at += 1
    return NoTime("a season in a name")


def _in_future(c: Cursor) -> Denotation | None:
    """今後, with no length: no time is promised."""
    return Open(urgent=False) if c.take(Kind.FUTURE) else None


_RULES: dict[Kind, tuple[Callable[[Cursor], Denotation | None], ...]] = {
    Kind.YEAR: (_timed,),
    Kind.SHORT: (_timed, length),
    Kind.MONTH: (_timed,),
    Kind.DAY: (length, _timed),
    Kind.NUMBER: (length, _timed),
    Kind.SPAN: (_timed,),
    Kind.YEAR_PART: (_timed,),
    Kind.MONTH_PART: (_timed,),
    Kind.SEASON: (_timed, _season_name),
    Kind.PORTION: (_timed, _straight_away),
    Kind.HALF: (_timed,),
    Kind.WEEKDAY: (_timed,),
    Kind.DECADE: (_timed,),
    Kind.FISCAL_UNIT: (_timed,),
    Kind.INSIDE_UNIT: (_inside_unit,),
    Kind.AMOUNT: (length,),
    Kind.FUTURE: (length, _in_future),
    Kind.NEXT: (length,),
    Kind.ABOUT: (length,),
    Kind.LONG_PAST: (length, _long_past),
    Kind.PAST: (_past,),
    Kind.EARLIEST: (_led(Eager),),
    Kind.AT_LATEST: (_led(By),),
    Kind.NOT_BEFORE: (_led(Onward),),
    Kind.OPEN: (_open,),
    Kind.REPEAT: (_repeat,),
}
"""The rules of a phrase, by the kind of its first word; the first that fits."""
