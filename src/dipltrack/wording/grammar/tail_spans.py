"""Named times in a language that says the whole first and the part last: "2019'un ilk yarısı".

What hangs on a word stands behind it as a word of its own: OF, IN, TO, FROM.
"""

from collections.abc import Callable

from dipltrack.wording.denotation import (
    Ahead,
    Day,
    Feast,
    Fraction,
    Joined,
    Month,
    Nth,
    Part,
    Pick,
    Portion,
    Season,
    Some,
    Span,
    Unit,
    Weekday,
    WeekOf,
    Year,
)
from dipltrack.wording.frame import UnfitError
from dipltrack.wording.grammar.cursor import Cursor
from dipltrack.wording.grammar.dating import with_year
from dipltrack.wording.grammar.days import day
from dipltrack.wording.grammar.years import is_year, second_year
from dipltrack.wording.tokens import Kind

JOINS = (Kind.DASH, Kind.AND, Kind.OR, Kind.SLASH, Kind.THROUGH)
_SPREADS = {Kind.DASH, Kind.OR, Kind.SLASH, Kind.THROUGH, Kind.COMMA}
_DIVISIONS = {Unit.HALF: 2, Unit.QUARTER: 4}
_PARTS = {1: Portion.EARLY, -1: Portion.LATE}
_BEHIND_LOOSE = frozenset({Kind.OF, Kind.PORTION, Kind.WITHIN, Kind.OVER, Kind.ORDINAL, Kind.OUT})


def times(c: Cursor) -> Span | None:
    """A named time, or several that are joined."""
    first = time(c)
    if first is None:
        return None
    last = first
    start = c.at
    following = _joined(c, last)
    while following is not None:
        last = following
        following = _joined(c, last)
    if last is first:
        return first
    apart = not {token.kind for token in c.tokens[start : c.at]} & _SPREADS
    if isinstance(first, Year) and not isinstance(last, Year):
        raise UnfitError("joins a whole year and a time in another")
    span = _same_part(first, last)
    return span if span is not None else Joined(_first(first), _last(last), apart)


def _first(span: Span) -> Span:
    return span.first if isinstance(span, Joined) else span


def _last(span: Span) -> Span:
    return span.last if isinstance(span, Joined) else span


def _same_part(first: Span, last: Span) -> Span | None:
    """The whole stands with the first of two parts: "2019'un birinci ve ikinci çeyreği"."""
    if isinstance(first, Fraction) and isinstance(last, Fraction) and last.of is None:
        return Joined(first, last._replace(of=first.of))
    return None


def _joined(c: Cursor, last: Span) -> Span | None:
    start = c.at
    c.skip(Kind.IN)
    c.skip(Kind.COMMA)
    joined = c.skip(*JOINS)
    if joined or c.kind() is Kind.MONTH:
        found = time(c)
        if found is not None and (joined or _goes_on(last, found)):
            return found
    c.back(start)
    return None


def _goes_on(last: Span, following: Span) -> bool:
    """True for "Mayıs sonu Haziran başında", which nothing joins: an end and a beginning."""
    match last, following:
        case Part(Portion.END, Month()), Part(Portion.EARLY, Month()):
            return True
        case _:
            return False


def time(c: Cursor) -> Span | None:
    """One named time: a whole, and the parts of it that are named behind it."""
    start = c.at
    found = _whole(c)
    if found is None:
        c.back(start)
        return None
    part = _part_of(c, found)
    while part is not None:
        found = part
        part = _part_of(c, found)
    return found


def _whole(c: Cursor) -> Span | None:
    start = c.at
    for rule in _RULES.get(c.kind(), ()):
        found = rule(c)
        if found is not None:
            return found
        c.back(start)
    return None


def _whole_unit(c: Cursor, unit: Unit) -> bool:
    """Past the word for what was named already: "Ocak ayı", "2019 yılı", "cuma günü"."""
    if c.kind() in {Kind.UNIT, Kind.UNITS} and c.look().value is unit:
        c.at += 1
        return True
    return False


def _day(c: Cursor) -> Span | None:
    """14 Aralık 2018 Cuma günü, 14-16 Aralık, 14.12.2018."""
    found = day(c)
    if isinstance(found, Day):
        weekday: int | None = c.value(Kind.WEEKDAY)
        if weekday is not None:
            found = found._replace(weekday=weekday)
    if found is not None:
        _whole_unit(c, Unit.DAY)
        if _whole_unit(c, Unit.WEEK):
            return WeekOf(found)
    return found


def _year(c: Cursor) -> Span | None:
    """2019, 2019 yılı; 2019-2021 is two years that are joined."""
    if not is_year(c.look()):
        return None
    found = Year(c.value(Kind.NUMBER))
    start = c.at
    if second_year(c, found.number):
        season = c.value(Kind.SEASON)
        if season is not None:
            return Season(season, found, over=True)
        c.back(start)
    _whole_unit(c, Unit.YEAR)
    return found


def _month(c: Cursor) -> Span | None:
    """Ocak, Ocak ayı, Ocak 2019."""
    number = c.value(Kind.MONTH)
    year = Year(c.value(Kind.NUMBER)) if is_year(c.look()) else None
    _whole_unit(c, Unit.YEAR if year else Unit.MONTH)
    return Month(number, year)


def _season(c: Cursor) -> Span | None:
    number = c.value(Kind.SEASON)
    year = Year(c.value(Kind.NUMBER)) if is_year(c.look()) else None
    _whole_unit(c, Unit.MONTH)
    return Season(number, year)


def _weekday(c: Cursor) -> Span | None:
    number = c.value(Kind.WEEKDAY)
    _whole_unit(c, Unit.DAY)
    start = c.at
    found = day(c) if c.skip(Kind.OPENING) else None
    if isinstance(found, Day) and c.skip(Kind.CLOSING):
        return found._replace(weekday=number)
    c.back(start)
    return Weekday(number)


def _pointed(c: Cursor) -> Span | None:
    """Gelecek yıl, bu ay, önümüzdeki bahar, gelecek Ocak ayı, önümüzdeki cuma."""
    steps = c.value(Kind.NEXT, Kind.THIS)
    pick = Pick.NEXT if steps else Pick.THIS
    token = c.look()
    c.at += 1
    match token.kind:
        case Kind.MONTH:
            _whole_unit(c, Unit.MONTH)
            return None if is_year(c.look()) else Month(token.value, None, pick)
        case Kind.SEASON:
            _whole_unit(c, Unit.MONTH)
            return Season(token.value, None, pick)
        case Kind.WEEKDAY:
            _whole_unit(c, Unit.DAY)
            return Weekday(token.value, None, pick)
        case Kind.UNIT if token.value is not Unit.HOUR:
            return Ahead(token.value, steps)
        case _:
            return None


def _loose(c: Cursor) -> Span | None:
    """The year, the month: this one, or the next where it has to be, if something hangs on it.

    "Haftaya" and "seneye", to the week and to the year, are the next ones.
    """
    unit = c.value(Kind.UNIT)
    if c.before().text in {"hafta", "sene"} and c.kind() is Kind.TO and c.kind(1) is not Kind.BY:
        c.at += 1
        return Ahead(unit, 1)
    if unit is Unit.DAY and c.kind() is Kind.WITHIN:
        return Ahead(Unit.DAY, 0)
    if c.kind() not in _BEHIND_LOOSE or unit in {Unit.DAY, Unit.HOUR, Unit.WORKING_DAY}:
        return None
    return Ahead(unit, 0, loose=c.kind() not in {Kind.WITHIN, Kind.OUT})


def _portion_unit(c: Cursor) -> Span | None:
    """Yılsonu, written in one word."""
    portion, unit = c.value(Kind.PORTION_UNIT)
    return Part(portion, Ahead(unit, 0, loose=True))


def _fraction_alone(c: Cursor) -> Span | None:
    """İkinci çeyrek, with no year: the next one."""
    return _fraction(c, None)


def _fraction_code(c: Cursor) -> Span | None:
    number, parts = c.value(Kind.FRACTION)
    return Fraction(number, parts, Year(c.value(Kind.NUMBER)) if is_year(c.look()) else None)


def _feast(c: Cursor) -> Span | None:
    return Feast(c.value(Kind.FEAST))


def _dayword(c: Cursor) -> Span | None:
    return Ahead(Unit.DAY, c.value(Kind.DAYWORD))


def _part_of(c: Cursor, whole: Span) -> Span | None:
    """The part named behind a whole: its end, its first half, a month in it."""
    if isinstance(whole, Part):
        return None
    start = c.at
    owned = c.skip(Kind.OF)
    c.skip(Kind.COMMA)
    for rule in (_portion, _fraction, _counted, _inside):
        place = c.at
        found = rule(c, whole)
        if found is not None and (owned or rule is not _counted):
            return found
        c.back(place)
    c.back(start)
    return None


def _portion(c: Cursor, whole: Span) -> Span | None:
    """Ocak sonu, yıl ortası; sonu veya başı."""
    portion: Portion | None = c.value(Kind.PORTION)
    if portion is None:
        return None
    start = c.at
    c.skip(Kind.IN)
    apart = c.kind() is Kind.AND
    last: Portion | None = c.value(Kind.PORTION) if c.skip(*JOINS) else None
    if last is None:
        c.back(start)
        return _one_part(portion, whole, owned=c.tokens[start - 2].kind is Kind.OF)
    ordered = list(Portion).index(portion) < list(Portion).index(last)
    return Joined(Part(portion, whole), Part(last, whole), apart) if ordered else None


def _one_part(portion: Portion, whole: Span, *, owned: bool) -> Span:
    """The part; but "hafta sonu" is the weekend, where "haftanın sonu" is the end of the week."""
    if (
        isinstance(whole, Ahead)
        and whole.unit is Unit.WEEK
        and portion is Portion.END
        and not owned
    ):
        return Ahead(Unit.WEEKEND, whole.steps)
    return Part(portion, whole)


def _has_days(whole: Month | Ahead) -> bool:
    return isinstance(whole, Month) or whole.unit is Unit.MONTH


def _fraction(c: Cursor, whole: Span | None) -> Span | None:
    """İlk yarısı, son çeyreği, birinci veya ikinci çeyreği."""
    numbers = _numbers(c)
    token = c.take(Kind.HALF, Kind.UNIT)
    _whole_unit(c, Unit.YEAR)
    if not numbers or token is None:
        return None
    parts = 2 if token.kind is Kind.HALF else _DIVISIONS.get(token.value)
    if parts is None:
        return None
    ends = [Fraction(parts if number < 0 else number, parts, whole) for number in numbers]
    return ends[0] if len(ends) == 1 else Joined(ends[0], ends[-1])


def _numbers(c: Cursor) -> list[int]:
    """The ordinals there: first, or first and second; the last is -1."""
    numbers: list[int] = []
    while True:
        start = c.at
        if numbers and not c.skip(*JOINS):
            break
        token = c.take(Kind.ORDINAL, Kind.LAST)
        if token is None:
            c.back(start)
            break
        numbers.append(-1 if token.kind is Kind.LAST else token.value)
    return numbers


def _counted(c: Cursor, whole: Span) -> Span | None:
    """İkinci haftası, son cuması, ilk üç ayı, ilk ayları."""
    numbers = _numbers(c)
    if len(numbers) != 1:
        return None
    number = numbers[0]
    count: int | None = c.value(Kind.NUMBER)
    token = c.take(Kind.UNIT, Kind.UNITS, Kind.WEEKDAY)
    if token is None:
        return None
    if token.kind is Kind.WEEKDAY:
        _whole_unit(c, Unit.DAY)
        return None if count else Nth(number, Unit.DAY, whole, token.value)
    if token.value not in {Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.WEEKEND}:
        return None
    if count is not None:
        few = number in _PARTS and token.value is not Unit.WEEKEND
        return Some(count, token.value, whole, from_end=number < 0) if few else None
    if token.kind is Kind.UNITS:
        return Part(_PARTS[number], whole) if number in _PARTS else None
    return Nth(number, token.value, whole)


def _inside(c: Cursor, whole: Span) -> Span | None:
    """What lies in a year or week that was named before it: "gelecek yılın Ocak ayı"."""
    number = c.look()
    counted = number.kind is Kind.NUMBER and 0 < number.value < 32
    if counted and isinstance(whole, Month | Ahead) and _has_days(whole):
        c.at += 1
        return Day(number.value, whole)
    if isinstance(whole, Ahead) and whole.unit is Unit.WEEK:
        weekday: int | None = c.value(Kind.WEEKDAY)
        _whole_unit(c, Unit.DAY)
        return None if weekday is None else Weekday(weekday, whole)
    if not (isinstance(whole, Year) or (isinstance(whole, Ahead) and whole.unit is Unit.YEAR)):
        return None
    if c.kind() not in {Kind.MONTH, Kind.SEASON, Kind.NUMBER, Kind.FRACTION}:
        return None
    found = _whole(c)
    return None if found is None or isinstance(found, Year) else with_year(found, whole)


_RULES: dict[Kind, tuple[Callable[[Cursor], Span | None], ...]] = {
    Kind.NUMBER: (_day, _year),
    Kind.MONTH: (_month,),
    Kind.SEASON: (_season,),
    Kind.WEEKDAY: (_weekday,),
    Kind.NEXT: (_pointed,),
    Kind.THIS: (_pointed,),
    Kind.UNIT: (_loose,),
    Kind.PORTION_UNIT: (_portion_unit,),
    Kind.ORDINAL: (_fraction_alone,),
    Kind.LAST: (_fraction_alone,),
    Kind.FRACTION: (_fraction_code,),
    Kind.FEAST: (_feast,),
    Kind.DAYWORD: (_dayword,),
}
"""The rules for a whole, by the kind of its first word."""
