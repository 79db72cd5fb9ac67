"""Named times: months, seasons, parts, halves, weeks."""

from dipltrack.wording.denotation import (
    Ahead,
    Day,
    Decade,
    Feast,
    FiscalAhead,
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
    Year,
    YearLike,
)
from dipltrack.wording.grammar.cursor import Cursor
from dipltrack.wording.grammar.dating import with_year
from dipltrack.wording.grammar.days import day
from dipltrack.wording.grammar.weeks import unit_named, week_code, weekday
from dipltrack.wording.grammar.years import is_year, second_year, year, year_after
from dipltrack.wording.tokens import Kind

_JOINS = (Kind.DASH, Kind.TO, Kind.THROUGH, Kind.AND, Kind.OR, Kind.SLASH)
_HINGES = (Kind.OF, Kind.IN)
_DEEPEST = 6
_DIVISIONS = {Unit.HALF: 2, Unit.QUARTER: 4, Unit.FORTNIGHT: 2}
_PORTIONS = (Kind.PORTION, Kind.EARLY)
_DECADES = {1: Portion.EARLY, 2: Portion.MID, 3: Portion.LATE, -1: Portion.LATE}
_WHOLES = (Unit.WEEK, Unit.MONTH, Unit.WEEKEND, Unit.DAY)


def time(c: Cursor) -> Span | None:
    """One named time; what was read at a place is remembered."""
    start = c.at
    if start in c.known:
        found, c.at = c.known[start]
        return found
    if c.depth >= _DEEPEST:
        return None
    c.depth += 1
    found = _time(c)
    c.depth -= 1
    if found is None:
        c.back(start)
    c.known[start] = found, c.at
    return found


def _time(c: Cursor) -> Span | None:
    start = c.at
    c.skip(Kind.THE)
    c.skip(Kind.PERIOD) and c.skip(Kind.OF, Kind.FROM, Kind.BETWEEN)
    for rule in _RULES.get(c.kind(), ()):
        inner = c.at
        found = rule(c)
        if found is not None:
            return found
        c.back(inner)
    c.back(start)
    return None


def _plain_year(c: Cursor) -> Span | None:
    """A year; behind it may stand what lies in it: "next year's spring", "2019, first half"."""
    if c.kind() is Kind.UNIT and c.before().kind is Kind.THE:
        c.at -= 1
    found = year(c)
    if found is None:
        return None
    if isinstance(found, Year):
        span = _split_years(c, found)
        if span is not None:
            return span
    return _in_year(c, found) or found


def _split_years(c: Cursor, first: Year) -> Span | None:
    """Two years in figures of which the second is short: "2019-21", "2019/20"."""
    start = c.at
    if c.before().kind is Kind.NUMBER and c.skip(Kind.DASH, Kind.SLASH):
        token = c.look()
        if token.kind is Kind.NUMBER and len(token.text) == 2:
            last = first.number // 100 * 100 + token.value
            if last > first.number:
                c.at += 1
                return Joined(first, Year(last))
    c.back(start)
    return None


def _in_year(c: Cursor, whole: YearLike) -> Span | None:
    """What lies in the year that was named before it."""
    start = c.at
    c.skip(Kind.COMMA, Kind.DASH)
    c.skip(Kind.IN)
    c.skip(Kind.THE)
    if c.kind() in {
        Kind.WEEK_CODE,
        Kind.MONTH,
        Kind.SEASON,
        Kind.ORDINAL,
        Kind.FRACTION,
        *_PORTIONS,
    }:
        found = time(c)
        dated = None if found is None else with_year(found, whole)
        if dated is not None:
            return dated
    c.back(start)
    return None


def _month(c: Cursor) -> Span | None:
    number = c.value(Kind.MONTH)
    return Month(number, year_after(c))


def _season(c: Cursor) -> Span | None:
    """Spring 2019, the winter of 2020/21, summer next year."""
    number = c.value(Kind.SEASON)
    southern = _hemisphere(c)
    whole = year_after(c, paired=True)
    over = isinstance(whole, Year) and second_year(c, whole.number)
    return Season(number, whole, over=over, southern=southern)


def _hemisphere(c: Cursor) -> bool | None:
    """Whether the south is named behind a season; None where no hemisphere is."""
    return c.value(Kind.SIDE) if c.look().value is not None else None


def _part(c: Cursor) -> Span | None:
    """Early, mid or late in a time: "mid-June", "the end of next year", "mid- to late June"."""
    first = _portion(c)
    if first is None:
        return None
    last = first
    start = c.at
    c.skip(Kind.DASH)
    apart = c.kind() is Kind.AND
    if c.skip(*_JOINS):
        c.skip(Kind.IN, Kind.ON, Kind.AT)
        c.skip(Kind.THE, Kind.DASH)
        joined = _portion(c)
        if joined is None:
            c.back(start)
        else:
            last = joined
    whole = _whole(c)
    if whole is None:
        return None
    if last is first:
        return _parts(first, whole)
    return Joined(Part(first, whole), Part(last, whole), apart)


def _parts(portion: Portion, whole: Span) -> Span:
    """The part of a whole; of joined times the early part is the first's, the late the last's."""
    if isinstance(whole, Joined):
        return Joined(Part(portion, whole.first), whole.last)
    return Part(portion, whole)


def _portion(c: Cursor) -> Portion | None:
    """A part of a time; "beginning" is one only before "of" or another part."""
    found: Portion | None = c.value(*_PORTIONS)
    if found is None and c.kind() is Kind.BEGIN and c.look().value and c.kind(1) in _JOINS:
        found = c.value(Kind.BEGIN)
    return found


def _whole(c: Cursor) -> Span | None:
    """What a part is of."""
    c.skip(Kind.DASH)
    c.skip(*_HINGES)
    return _loosely(c) or time(c)


def _loosely(c: Cursor) -> Span | None:
    """The year, the month: this one, or the next where it has to be."""
    start = c.at
    if c.skip(Kind.THE):
        c.skip(Kind.FULL)
        unit = c.value(Kind.UNIT)
        named = c.kind() in {Kind.NUMBER, Kind.OF, Kind.BEGIN, Kind.ENDING}
        if unit is not None and not named and unit not in {Unit.DAY, Unit.HOUR}:
            return Ahead(unit, 0, loose=True)
    c.back(start)
    return None


def _portion_unit(c: Cursor) -> Span | None:
    """Year-end, mid-year, month-end; with its year where one follows."""
    portion, unit = c.value(Kind.PORTION_UNIT)
    if unit is Unit.YEAR:
        whole = year_after(c)
        if whole is not None:
            return Part(portion, whole)
    return Part(portion, Ahead(unit, 0, loose=True))


def _fiscal_end(c: Cursor) -> Span | None:
    """The fiscal year-end."""
    party = c.look().value
    if c.skip(Kind.FISCAL) and c.kind() is Kind.PORTION_UNIT:
        portion, _ = c.value(Kind.PORTION_UNIT)
        return Part(portion, FiscalAhead(0, party))
    return None


def _fraction_code(c: Cursor) -> Span | None:
    """Q1 2019, H2, 1H FY2019, Q1-Q2 2019."""
    number, parts = c.value(Kind.FRACTION)
    if c.kind() is Kind.SLASH and c.kind(1) is not Kind.FRACTION:
        c.at += 1
    return Fraction(number, parts, year_after(c))


def _counted(c: Cursor) -> Span | None:
    """What is counted in a time: its first half, third week, last Friday, first ten days."""
    numbers = _ordinals(c)
    for rule in (_fraction, _nth, _some):
        start = c.at
        found = rule(c, numbers)
        if found is not None:
            return found
        c.back(start)
    return None


def _ordinals(c: Cursor) -> list[int]:
    """First, second or third, last; the latter of two is the last."""
    numbers: list[int] = []
    token = c.take(Kind.ORDINAL, Kind.LAST, Kind.LATTER)
    while token is not None:
        numbers.append(token.value if token.kind is Kind.ORDINAL else -1)
        start = c.at
        joined = c.skip(*_JOINS)
        c.skip(Kind.THE)
        token = c.take(Kind.ORDINAL, Kind.LAST) if joined else None
        if token is None:
            c.back(start)
    return numbers


def _fraction(c: Cursor, numbers: list[int]) -> Span | None:
    """The first half of 2019, the second or third quarter, the first half of the month."""
    pointing_back = c.before().kind is Kind.LAST
    start = c.at
    parts = _parts_named(c)
    if parts is None:
        return None
    of_month = Unit.FORTNIGHT in {token.value for token in c.tokens[start : c.at]}
    whole, bare = _whole_of(c)
    if of_month and not _is_month(whole):
        return None
    if whole is None and (pointing_back or not bare):
        return None
    ends = [Fraction(number, parts, whole) for number in (numbers[0], numbers[-1])]
    return ends[0] if len(numbers) == 1 else Joined(ends[0], ends[1])


def _is_month(whole: Span | None) -> bool:
    return isinstance(whole, Month) or (isinstance(whole, Ahead) and whole.unit is Unit.MONTH)


def _parts_named(c: Cursor) -> int | None:
    """Into how many parts a whole is cut; a HALF may hold the number: a third, "quadrimestre"."""
    c.skip(Kind.DASH)
    half = c.take(Kind.HALF)
    if half is not None:
        return half.value if isinstance(half.value, int) else 2
    if c.kind() in {Kind.UNIT, Kind.UNITS} and c.look().value in _DIVISIONS:
        return _DIVISIONS[c.value(Kind.UNIT, Kind.UNITS)]
    token = c.look()
    if token.kind is Kind.ORDINAL and token.value == 3:
        c.at += 1
        return 3
    return None


def _whole_of(c: Cursor) -> tuple[Span | None, bool]:
    """The whole that a half or quarter is of, and whether none is named at all."""
    start = c.at
    c.skip(Kind.COMMA)
    hinged = c.skip(*_HINGES)
    found = _loosely(c) or time(c)
    if isinstance(found, Joined) or (isinstance(found, Day) and not hinged):
        found = None
    if found is None:
        c.back(start)
        return None, not hinged or c.kind() is Kind.IN
    return found, False


def _nth(c: Cursor, numbers: list[int]) -> Span | None:
    """The second week of May, the last Friday in June, the first weekend of next month."""
    weekday = c.value(Kind.WEEKDAY)
    unit = Unit.DAY if weekday is not None else c.value(Kind.UNIT, Kind.UNITS)
    if unit is Unit.DECADE:
        return _ten_days(c, numbers)
    if unit not in _WHOLES or not c.skip(*_HINGES):
        return None
    whole = _loosely(c) or time(c)
    if whole is None:
        return None
    ends = [Nth(number, unit, whole, weekday) for number in (numbers[0], numbers[-1])]
    return ends[0] if len(numbers) == 1 else Joined(ends[0], ends[1])


def _ten_days(c: Cursor, numbers: list[int]) -> Span | None:
    """The second decade of January: its ten days, as in Russian."""
    whole = time(c) if c.skip(*_HINGES) else None
    portions = [_DECADES[number] for number in numbers if number in _DECADES]
    if whole is None or not _is_month(whole) or len(portions) != len(numbers):
        return None
    ends = [Part(portion, whole) for portion in (portions[0], portions[-1])]
    return ends[0] if len(portions) == 1 else Joined(ends[0], ends[1])


def _some(c: Cursor, numbers: list[int]) -> Span | None:
    """The first ten days of May, the last three months of next year."""
    count = c.value(Kind.NUMBER)
    unit = c.value(Kind.UNITS)
    hinged = c.skip(*_HINGES) or is_year(c.look())
    if count is None or numbers[0] not in {1, -1} or not hinged:
        return None
    whole = _loosely(c) or time(c)
    if whole is None or unit not in {Unit.DAY, Unit.WEEK, Unit.MONTH}:
        return None
    return Some(count, unit, whole, from_end=numbers[0] == -1)


def _pointed(c: Cursor) -> Span | None:
    """What is pointed at: "next week", "this winter", "next March", "the coming Thursday"."""
    token = c.look()
    c.at += 1
    if token.kind is Kind.THIS and c.kind() is Kind.NEXT:
        token = c.look()
        c.at += 1
    count, pick = token.value, Pick.NEXT if token.value else Pick.THIS
    return _pointed_at(c, count, pick)


def _pointed_at(c: Cursor, count: int, pick: Pick) -> Span | None:
    c.skip(Kind.FULL)
    dated = day(c) if c.kind() is Kind.WEEKDAY else None
    if dated is not None:
        return dated
    token = c.take(Kind.UNIT, Kind.MONTH, Kind.SEASON, Kind.WEEKDAY, Kind.HALF)
    match token.kind if token else None:
        case Kind.MONTH:
            return None if is_year(c.look()) else Month(c.before().value, None, pick)
        case Kind.SEASON:
            return Season(c.before().value, None, pick, southern=_hemisphere(c))
        case Kind.WEEKDAY:
            return Weekday(c.before().value, None, pick)
        case Kind.HALF if c.before().value is None:
            return Ahead(Unit.HALF, count)
        case Kind.UNIT:
            return _unit_pointed_at(c, Ahead(c.before().value, count))
        case _:
            return None


def _unit_pointed_at(c: Cursor, ahead: Ahead) -> Span | None:
    """Next week; and what lies in it: "next week, on Friday"."""
    if ahead.unit is Unit.WEEK:
        start = c.at
        c.skip(Kind.COMMA)
        c.skip(Kind.ON)
        c.skip(Kind.THE)
        weekday = c.value(Kind.WEEKDAY)
        if weekday is not None and c.kind() not in {Kind.NUMBER, Kind.ORDINAL, Kind.COMMA}:
            return Weekday(weekday, ahead)
        c.back(start)
    return None if ahead.unit is Unit.HOUR else ahead


def _decade(c: Cursor) -> Span | None:
    return Decade(c.value(Kind.DECADE))


def _dayword(c: Cursor) -> Span | None:
    return Ahead(Unit.DAY, c.value(Kind.DAYWORD))


def _ahead_named(c: Cursor) -> Span | None:
    return Ahead(*c.value(Kind.AHEAD))


def _feast(c: Cursor) -> Span | None:
    """Christmas, Easter 2019, the turn of the year 2019/20; the turn of 2019 may be either end."""
    one_year_is_doubtful = c.look().text.endswith(" of")
    name = c.value(Kind.FEAST)
    whole = year_after(c, paired=True)
    paired = isinstance(whole, Year) and second_year(c, whole.number)
    return None if one_year_is_doubtful and not paired else Feast(name, whole)


def _new_year(c: Cursor) -> Span | None:
    """New Year: the day; in the new year, early in it: the coming year."""
    c.at += 1
    if c.kind() in {Kind.NUMBER, Kind.SHORT_YEAR}:
        return Feast("new year", year_after(c))
    return Feast("new year")


def _units_listed(c: Cursor) -> Span | None:
    """The years 2019 to 2021, the months of May and June."""
    unit = c.value(Kind.UNITS)
    if unit is Unit.YEAR and is_year(c.look()):
        return time(c)
    if unit is Unit.MONTH and c.skip(Kind.OF) and c.kind() is Kind.MONTH:
        return _month(c)
    return None


_RULES = {
    Kind.NUMBER: (day, _plain_year),
    Kind.ORDINAL: (day, _counted),
    Kind.MONTH: (day, _month),
    Kind.WEEKDAY: (day, weekday),
    Kind.SHORT_YEAR: (_plain_year,),
    Kind.SEASON: (_season,),
    Kind.PORTION: (_part,),
    Kind.EARLY: (_part,),
    Kind.BEGIN: (_part,),
    Kind.PORTION_UNIT: (_portion_unit,),
    Kind.FRACTION: (_fraction_code,),
    Kind.LAST: (_counted,),
    Kind.LATTER: (_counted,),
    Kind.THIS: (_plain_year, _pointed),
    Kind.NEXT: (_plain_year, _pointed),
    Kind.FISCAL: (_fiscal_end, _plain_year),
    Kind.PARTY: (_plain_year,),
    Kind.ERA: (_plain_year,),
    Kind.UNIT: (_plain_year, unit_named),
    Kind.UNITS: (_units_listed,),
    Kind.DECADE: (_decade,),
    Kind.DAYWORD: (_dayword,),
    Kind.AHEAD: (_plain_year, _ahead_named),
    Kind.FEAST: (_feast,),
    Kind.NEW_YEAR: (_plain_year, _new_year),
    Kind.WEEK_CODE: (week_code,),
}
"""The rules for a time, by the kind of its first word after the article; the first that fits."""
