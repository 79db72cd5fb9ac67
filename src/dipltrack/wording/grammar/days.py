"""Days as they are written: 3 May 2019, Friday, May 3-5, 2019-05-03, 3.5.2019, the 25th."""

from dipltrack.wording.denotation import Ahead, Day, Joined, Month, Numeric, Span, Unit, Year
from dipltrack.wording.grammar.cursor import Cursor
from dipltrack.wording.grammar.years import is_year, year_after
from dipltrack.wording.tokens import Kind

_Listed = tuple[int, int | None]  # the day of the month, and its weekday where one is written
_JOINS = (Kind.DASH, Kind.TO, Kind.THROUGH, Kind.AND, Kind.OR, Kind.SLASH)
_SPREADS = frozenset({Kind.DASH, Kind.TO, Kind.THROUGH, Kind.OR, Kind.SLASH})


def day(c: Cursor) -> Span | None:
    """One day or a run of days, with the weekday where it is written."""
    start = c.at
    for rule in (_in_figures, _day_month, _month_day, _ordinal_alone):
        found = rule(c)
        if found is not None:
            return found
        c.back(start)
    return None


def _weekday(c: Cursor) -> int | None:
    """The weekday before a date: "Friday, the …"."""
    weekday: int | None = c.value(Kind.WEEKDAY)
    if weekday is not None:
        c.skip(Kind.CLOSING, Kind.OPENING)
        c.skip(Kind.COMMA)
        c.skip(Kind.ON)
        c.skip(Kind.THE)
    return weekday


def weekday_after(c: Cursor) -> int | None:
    """The weekday behind a date: "(Friday)", ", Friday"."""
    start = c.at
    if c.skip(Kind.OPENING):
        weekday: int | None = c.value(Kind.WEEKDAY)
        if weekday is not None and c.skip(Kind.CLOSING):
            return weekday
    elif c.skip(Kind.COMMA):
        weekday = c.value(Kind.WEEKDAY)
        if weekday is not None and c.kind() in {Kind.FINISH, Kind.COMMA, Kind.WORD}:
            return weekday
    c.back(start)
    return None


def _number(c: Cursor) -> int | None:
    """A day of a month: a number, or an ordinal, up to 31."""
    token = c.look()
    if token.kind not in {Kind.NUMBER, Kind.ORDINAL} or not 0 < token.value < 32:
        return None
    if token.kind is Kind.NUMBER and len(token.text) > 2 and token.text.isdigit():
        return None
    c.at += 1
    return int(token.value)


def _days(c: Cursor, *, before_month: bool) -> tuple[list[_Listed], bool]:
    """A list of days, "15", "15-17", "15, 16 and 17"; true where each is meant by itself."""
    first = _listed(c)
    if first is None:
        return [], False
    days = [first]
    begun = c.at
    while True:
        start = c.at
        c.skip(Kind.DOT)
        commas = c.skip(Kind.COMMA)
        if not c.skip(*_JOINS) and not commas:
            break
        c.skip(Kind.FROM, Kind.ON)
        c.skip(Kind.THE)
        following = _listed(c)
        if following is None or not _belongs(c, commas=commas, before_month=before_month):
            c.back(start)
            break
        days.append(following)
    joints = {token.kind for token in c.tokens[begun : c.at]}
    return days, Kind.AND in joints and joints.isdisjoint(_SPREADS)


def _listed(c: Cursor) -> _Listed | None:
    start = c.at
    weekday = _weekday(c)
    number = _number(c)
    if number is None:
        c.back(start)
        return None
    return number, weekday if weekday is not None else _in_brackets(c)


def _in_brackets(c: Cursor) -> int | None:
    """The weekday of "4 (Mon)"."""
    if c.kind(1) is not Kind.WEEKDAY or c.kind(2) is not Kind.CLOSING:
        return None
    start = c.at
    weekday: int | None = c.value(Kind.WEEKDAY) if c.skip(Kind.OPENING) else None
    if weekday is None:
        c.back(start)
    else:
        c.skip(Kind.CLOSING)
    return weekday


def _belongs(c: Cursor, *, commas: bool, before_month: bool) -> bool:
    """True where a further day belongs to the list, and not to what follows it."""
    month_follows = c.kind() is Kind.MONTH or (c.kind() is Kind.OF and c.kind(1) is Kind.MONTH)
    if before_month:
        return True
    if commas:
        return not month_follows and c.kind() in {*_JOINS, Kind.COMMA, Kind.FINISH}
    return not month_follows


def _day_month(c: Cursor) -> Span | None:
    """15 May 2019, the 15th of May, 15-17 May, Friday 29 and Saturday 30 March, the 3rd of next month."""
    c.skip(Kind.THE)
    days, apart = _days(c, before_month=True)
    if not days:
        return None
    c.skip(Kind.DOT)
    hinged = c.before().kind is Kind.ORDINAL
    hinged = c.skip(Kind.OF) or hinged
    c.skip(Kind.THE)
    if _hyphenated(c):
        return _spread(c, days, Month(c.value(Kind.MONTH), _hyphened_year(c)), apart=apart)
    month = _month(c) or (_month_ahead(c) if hinged else None)
    return _spread(c, days, month, apart=apart) if month else None


def _hyphenated(c: Cursor) -> bool:
    """True, and past the hyphen, at the month of 15-Jun-2019."""
    kinds = c.kind(), c.kind(1), c.kind(2)
    glued = c.glued(0) and c.glued(1) and c.glued(2)
    if kinds != (Kind.DASH, Kind.MONTH, Kind.DASH) or not glued or not is_year(c.look(3)):
        return False
    c.at += 1
    return True


def _hyphened_year(c: Cursor) -> Year:
    c.at += 1
    return Year(c.value(Kind.NUMBER))


def _month(c: Cursor) -> Month | None:
    number = c.value(Kind.MONTH)
    if number is None:
        return None
    return Month(number, year_after(c))


def _month_ahead(c: Cursor) -> Ahead | None:
    start = c.at
    which = c.value(Kind.THIS, Kind.NEXT)
    loose = c.before().kind is Kind.THE
    if c.value(Kind.UNIT) is Unit.MONTH and (which is not None or loose):
        return Ahead(Unit.MONTH, which or 0, loose=which is None)
    c.back(start)
    return None


def _month_day(c: Cursor) -> Span | None:
    """May 15, 2019; May 15-17; Wednesday, October 17; May the 15th."""
    weekday = _weekday(c)
    number = c.value(Kind.MONTH)
    if number is None:
        return None
    c.skip(Kind.THE)
    days, apart = _days(c, before_month=False)
    if not days or _is_clock(c):
        return None
    if weekday is not None:
        days[0] = (days[0][0], weekday)
    return _spread(c, days, Month(number, year_after(c)), apart=apart)


def _is_clock(c: Cursor) -> bool:
    """True where the number was not a day: "May 20.5"."""
    return c.kind() is Kind.DOT and c.kind(1) is Kind.NUMBER and c.glued(0)


def _spread(c: Cursor, days: list[_Listed], month: Month | Ahead, *, apart: bool) -> Span:
    """The listed days in that month, from the first to the last."""
    last_weekday = weekday_after(c)
    if last_weekday is not None and isinstance(month, Month) and month.year is None:
        month = Month(month.number, year_after(c))
    number, weekday = days[-1]
    last = Day(number, month, weekday if last_weekday is None else last_weekday)
    if len(days) == 1:
        return last
    amid = tuple(Day(day, month, on) for day, on in days[1:-1])
    return Joined(Day(days[0][0], month, days[0][1]), last, apart, amid)


def _ordinal_alone(c: Cursor) -> Span | None:
    """The 25th, where nothing that it counts follows."""
    weekday = _weekday(c)
    c.skip(Kind.THE)
    token = c.look()
    if token.kind is not Kind.ORDINAL or not token.text[0].isdigit():
        return None
    days, apart = _days(c, before_month=False)
    if not days or c.kind() not in {Kind.FINISH, Kind.COMMA, Kind.IN, Kind.AT}:
        return None
    if weekday is not None:
        days[0] = (days[0][0], weekday)
    first = Day(days[0][0], None, days[0][1])
    if len(days) == 1:
        return first
    amid = tuple(Day(day, None, on) for day, on in days[1:-1])
    return Joined(first, Day(days[-1][0], None, days[-1][1]), apart, amid)


def _in_figures(c: Cursor) -> Span | None:
    """2019-05-03, 3.5.2019, 3/5/2019, 2019-05, 5/2019, and 3.-5.5.2019."""
    weekday = _weekday(c)
    if c.kind() not in {Kind.NUMBER, Kind.ORDINAL}:
        return None
    found = _run_in_figures(c) or _date_in_figures(c, weekday) or _month_in_figures(c)
    if isinstance(found, Day | Numeric) and weekday is None:
        checked = weekday_after(c)
        if checked is not None:
            return _with_weekday(found, checked)
    return found


def _with_weekday(found: Day | Numeric, weekday: int) -> Day | Numeric:
    if isinstance(found, Day):
        return Day(found.number, found.month, weekday)
    return Numeric(found.first, found.second, found.year, weekday)


def _figures(c: Cursor, count: int) -> list[str]:
    """The digits of so many numbers that one mark parts, with no space between, or nothing."""
    mark = c.kind(1)
    if mark not in {Kind.DASH, Kind.DOT, Kind.SLASH}:
        return []
    numbers = [c.look(2 * at) for at in range(count)]
    marks = [c.kind(2 * at + 1) for at in range(count - 1)]
    glued = all(c.glued(at) for at in range(2 * count - 2))
    if not glued or any(n.kind is not Kind.NUMBER for n in numbers) or set(marks) != {mark}:
        return []
    goes_on = c.kind(2 * count - 1) is mark and c.kind(2 * count) is Kind.NUMBER
    if goes_on and c.glued(2 * count - 2) and c.glued(2 * count - 1):
        return []
    return [number.text for number in numbers]


def _date_in_figures(c: Cursor, weekday: int | None) -> Span | None:
    digits = _figures(c, 3)
    sizes = [len(figures) for figures in digits]
    if sizes and max(sizes) < 5 and sizes[1] < 3:
        first, second, third = map(int, digits)
        if sizes[0] == 4 and sizes[2] < 3 and 1000 <= first < 3000:
            c.at += 5
            return Day(third, Month(second, Year(first)), weekday) if 0 < second < 13 else None
        if sizes[0] < 3 and sizes[2] in {2, 4}:
            c.at += 5
            year = third if sizes[2] == 4 else 2000 + third
            return _numeric(first, second, year, weekday, dotted=c.look(-4).kind is Kind.DOT)
    return None


def _numeric(first: int, second: int, year: int, weekday: int | None, *, dotted: bool) -> Span:
    """A date of three numbers; with full stops the day always stands first."""
    if dotted and 0 < second < 13:
        return Day(first, Month(second, Year(year)), weekday)
    return Numeric(first, second, year, weekday)


def _month_in_figures(c: Cursor) -> Span | None:
    digits = _figures(c, 2)
    if not digits:
        return None
    first, second = digits
    if is_year(c.look(0)) and len(second) == 2 and 0 < int(second) < 13:
        c.at += 3
        return Month(int(second), Year(int(first)))
    if len(first) < 3 and 0 < int(first) < 13 and is_year(c.look(2)):
        c.at += 3
        return Month(int(first), Year(int(second)))
    return None


def _run_in_figures(c: Cursor) -> Span | None:
    """15.-17.5.2019, 15./17.5.2019, 31.1.-1.2.2019: the first day shares the year of the last."""
    start = c.at
    first = _number(c)
    dotted = c.before().kind is Kind.ORDINAL or c.skip(Kind.DOT)
    month = _number(c) if dotted else None
    c.skip(Kind.DOT)
    if first is not None and (c.skip(Kind.DASH) or (dotted and c.skip(Kind.SLASH))):
        last = _date_in_figures(c, None)
        if isinstance(last, Day):
            return Joined(Day(first, _month_before(month, last)), last)
    c.back(start)
    return None


def _month_before(number: int | None, last: Day) -> Month | Ahead | None:
    """The month of the first day: its own, in the year of the last or the year before."""
    match last.month:
        case Month(of, Year(year)) if number is not None and number < 13:
            return Month(number, Year(year - (number > of)))
        case _:
            return last.month
