"""A time as Japanese names it, the longer before the shorter: 来年1月下旬, 5月第3週, 10月18日～27日."""

from dipltrack.wording.denotation import (
    Ahead,
    Day,
    Edge,
    FiscalAhead,
    FiscalYear,
    Fraction,
    Joined,
    Month,
    Nth,
    Part,
    Pick,
    Portion,
    Season,
    Span,
    Unit,
    Weekday,
    WeekOf,
    Year,
    YearLike,
)
from dipltrack.wording.frame import UnfitError
from dipltrack.wording.japanese.cursor import Cursor
from dipltrack.wording.japanese.words import Kind

_ERAS = frozenset("明大昭平令mtshr")  # how the name of an era begins
_JOINS = (Kind.DASH, Kind.AND, Kind.FROM, Kind.COMMA, Kind.DOT)
_AFTER_SHORT = frozenset(
    {
        Kind.MONTH,
        Kind.SEASON,
        Kind.PORTION,
        Kind.FRACTION,
        Kind.HALF,
        Kind.BY,
        Kind.AROUND,
        Kind.ONWARD,
        Kind.INSIDE,
        Kind.YEAR_PART,
    }
)
"""What stands behind a year of two figures, and behind no length."""

_AFTER_SEASON = frozenset(
    {
        Kind.FINISH,
        Kind.PARTICLE,
        Kind.NO,
        Kind.BY,
        Kind.INSIDE,
        Kind.THROUGH,
        Kind.ONWARD,
        Kind.FROM,
        Kind.BEFORE,
        Kind.UP_TO,
        Kind.AROUND,
        Kind.AND,
        Kind.COMMA,
        Kind.DOT,
        Kind.DASH,
        Kind.CLOSING,
        Kind.PORTION,
        Kind.FRACTION,
        Kind.TO_BE,
        Kind.SLASH,
        Kind.OPEN,
        Kind.LENGTH,
        Kind.EVENT,
        Kind.ACT,
    }
)
_ADVERBS = ("れば", "らく", "とも", "まずは")
"""How a word ends that stands before a time and makes no name with it: できれば夏."""
_FIRST_SHORT, _LAST_SHORT = 10, 27  # beyond lie the years of Heisei, which are written so too


def times(c: Cursor) -> Span | None:
    """A time, or several that are joined: 5～6月, 3月上旬から中旬, 2018年度及び2019年度."""
    start = c.at
    first = _elided(c) or time(c)
    if first is None:
        c.back(start)
        return None
    span = first
    while True:
        end = c.at
        last = _joined(c, span.last if isinstance(span, Joined) else span)
        if last is None:
            c.back(end)
            return span
        span = Joined(span.first if isinstance(span, Joined) else span, last)


def _joined(c: Cursor, first: Span) -> Span | None:
    """The other of two times, which may leave unsaid what the first has said."""
    join = c.take(*_JOINS)
    if join is None:
        return None
    loose = join.kind in {Kind.COMMA, Kind.DOT}
    if join.kind is Kind.FROM and c.kind() is Kind.DAY and c.look(1).text in {"以内", "間"}:
        return None  # 本日から30日以内 is a length
    if c.says("同", "同月"):
        c.at += 1
    elided = _elided(c)
    last = elided or _inherited(c, first) or time(c)
    if last is None or (loose and not elided and not _are_alike(first, last)):
        return None
    if join.kind is Kind.FROM and join.text == "より" and not c.says("まで"):
        return None
    return last


def _are_alike(first: Span, last: Span) -> bool:
    """True for two times of one sort: 5月、6月, but not 本日、来年."""
    if isinstance(first, Ahead) and isinstance(last, Ahead):
        return first.unit is last.unit
    return type(first) is type(last)


def _elided(c: Cursor) -> Span | None:
    """A number whose unit comes with the next: the 5 of 5～6月, the 28 of 28、29両日."""
    if c.kind() is not Kind.NUMBER or c.kind(1) not in _JOINS:
        return None
    ahead = 2
    while c.kind(ahead) is Kind.NUMBER and c.kind(ahead + 1) in _JOINS and ahead < 5:
        ahead += 2
    number, unit = c.look().value, c.look(ahead)
    span: Span | None = None
    match unit.kind:
        case Kind.MONTH if 0 < number < 13:
            span = Month(number)
        case Kind.DAY:
            span = Day(number, unit.value.month)
        case Kind.YEAR if number > 999:
            span = FiscalYear(number) if isinstance(unit.value, FiscalYear) else Year(number)
        case Kind.SHORT if number > 999:
            span = FiscalYear(number) if unit.value[1] else Year(number)
        case Kind.HALF if 0 < number < 5:
            span = Fraction(number, unit.value[1])
        case _:
            pass
    if span is not None:
        c.at += 1
    return span


def _inherited(c: Cursor, first: Span) -> Span | None:
    """A second time that leaves unsaid the year, month or whole of the first."""
    word = c.look()
    match first, word.kind:
        case Day(number, month), Kind.DAY if word.value.month is None:
            c.at += 1
            later = word.value.number >= number
            return Day(word.value.number, month if later else None, _weekday(c))
        case Day(number, Month() as month), Kind.NUMBER if _is_slashed(c, number):
            c.at += 1
            return Day(word.value, month, _weekday(c))
        case (Part(_, of), Kind.PORTION) if isinstance(word.value, Portion):
            c.at += 1
            return Part(word.value, of)
        case (Part(_, of) | Fraction(_, _, of), Kind.FRACTION) if of is not None:
            c.at += 1
            return Fraction(word.value[0], word.value[1], of)
        case Fraction(_, _, of), Kind.PORTION if of is not None and isinstance(
            word.value, Portion
        ):
            c.at += 1
            return Part(word.value, of)
        case Fraction(_, _, of), Kind.HALF:
            c.at += 1
            return Fraction(word.value[0], word.value[1], of)
        case Nth(_, unit, of), Kind.NTH if word.value[1] is unit:
            c.at += 1
            return Nth(word.value[0], unit, of, word.value[2])
        case (Year(number), Kind.SHORT) if not _is_length(c):
            c.at += 1
            return _second_year(c, number, word.value)
        case (FiscalYear(number), Kind.SHORT) if not _is_length(c):
            c.at += 1
            return _second_year(c, number, (word.value[0], True))
        case (Year(number), Kind.YEAR) if isinstance(word.value, FiscalYear):
            c.at += 1
            return word.value
        case _:
            return None


def _is_slashed(c: Cursor, first: int) -> bool:
    """True for the 17 of 6/15~17, a later day of the same month."""
    before = c.words[c.at - 2]
    return "/" in before.text and c.before().kind is Kind.DASH and first < c.look().value < 32


def _is_length(c: Cursor) -> bool:
    """True for the 3年 of 2019年から3年以内, which is no year."""
    if c.before().kind is Kind.FROM and c.kind(1) not in {Kind.BY, Kind.LENGTH}:
        return not c.look().value[1]
    return c.kind(1) in {Kind.AFTER, Kind.EACH} or c.look(1).text in {"以内", "内", "のうち"}


def _second_year(c: Cursor, first: int, second: tuple[int, bool]) -> YearLike | None:
    """The 19 of 2018～19年, the 30 of 平成29年、30年: a later year in the count of the first."""
    number, fiscal = second
    by_era = c.words[max(0, c.at - 3)].text[0] in _ERAS
    for year in range(first + 1, first + 60):
        if number in ({year - 1988, year - 2018} if by_era else {year % 100}):
            return FiscalYear(year) if fiscal else Year(year)
    return None


def time(c: Cursor) -> Span | None:
    """One time."""
    start = c.at
    found = _in_year(c) or _in_month(c) or _alone(c)
    if found is None:
        c.back(start)
        return None
    return _refined(c, found)


def year(c: Cursor) -> YearLike | None:
    """A year: 2019年, 来年, 2018年度; of two figures only before what stands behind a year."""
    word = c.look()
    if word.kind is Kind.YEAR:
        c.at += 1
        _in_brackets(c)
        found: YearLike = word.value
        return found
    if word.kind is Kind.SHORT and _is_short_year(c):
        number, fiscal = word.value
        if not _FIRST_SHORT <= number <= _LAST_SHORT:
            raise UnfitError(
                f'names the year "{word.text}", which may be one of two eras',
                f"平成{word.text}",
                f"20{number:02}{word.text.lstrip('0123456789')}",
            )
        c.at += 1
        return FiscalYear(2000 + number) if fiscal else Year(2000 + number)
    return None


def _is_short_year(c: Cursor) -> bool:
    word, after = c.look(), c.kind(1)
    if word.value[1] or (word.value[0] > 9 and after is Kind.NO and c.kind(2) in _AFTER_SHORT):
        return True
    if after is Kind.PARTICLE and c.look(1).text == "に":
        return word.value[0] > 9 and c.kind(2) is not Kind.TIMES
    if after is Kind.INSIDE and c.look(1).text != "中":
        return False
    if after is Kind.AROUND and c.look(1).text in {"程度", "ほど", "くらい", "ぐらい"}:
        return False
    return after in _AFTER_SHORT


def _in_brackets(c: Cursor) -> None:
    """Pass over the same year in another count: 2019年(平成31年)."""
    if c.kind() is Kind.OPENING and c.kind(1) is Kind.YEAR and c.kind(2) is Kind.CLOSING:
        c.at += 3


def _in_year(c: Cursor) -> Span | None:
    """A year, and the part, season, month or day in it."""
    stated = year(c)
    if stated is None:
        return None
    end = c.at
    c.skip(Kind.NO, Kind.COMMA)
    found = inside(c, stated)
    if found is None:
        c.back(end)
        return stated
    return found


def inside(c: Cursor, stated: YearLike) -> Span | None:
    """What is named in a year."""
    word = c.look()
    match word.kind:
        case Kind.MONTH:
            c.at += 1
            return _within_month(c, Month(word.value.number, stated))
        case Kind.DAY if word.value.month is not None and word.value.month.year is None:
            c.at += 1
            month = Month(word.value.month.number, stated)
            return Day(word.value.number, month, _weekday(c))
        case Kind.NUMBER:
            return _elided_in(c, stated)
        case Kind.SEASON:
            c.at += 1
            return _season(word.value, stated)
        case Kind.YEAR_PART:
            c.at += 1
            return Part(word.value, stated)
        case Kind.PORTION if _fits_portion(c):
            c.at += 1
            return portion(word.value, stated)
        case Kind.FRACTION | Kind.HALF:
            c.at += 1
            return Fraction(word.value[0], word.value[1], stated)
        case _:
            return None


def _elided_in(c: Cursor, stated: YearLike) -> Span | None:
    """The 5 of 2019年5～6月."""
    found = _elided(c)
    return Month(found.number, stated) if isinstance(found, Month) else None


def _fits_portion(c: Cursor) -> bool:
    """True for a part of a time; 初 alone may be the first of something: 来年初開催."""
    return c.look().text != "初" or c.kind(1) in _AFTER_SEASON


def portion(value: Portion | tuple[Portion, Portion], of: Span) -> Span:
    """Early, mid or late in a time, or two of them joined: 上中旬."""
    if isinstance(value, tuple):
        return Joined(Part(value[0], of), Part(value[1], of))
    return Part(value, of)


def _season(
    value: tuple[int, Portion | None], stated: YearLike | None, pick: Pick = Pick.BARE
) -> Span:
    season = Season(value[0], stated, pick)
    return season if value[1] is None else Part(value[1], season)


def _in_month(c: Cursor) -> Span | None:
    word = c.take(Kind.MONTH)
    return None if word is None else _within_month(c, word.value)


def _within_month(c: Cursor, month: Month | Ahead) -> Span:
    """A month, and the day, part or week in it."""
    end = c.at
    c.skip(Kind.NO, Kind.COMMA)
    word = c.look()
    match word.kind:
        case Kind.DAY if word.value.month is None:
            c.at += 1
            return Day(word.value.number, month, _weekday(c))
        case Kind.NUMBER:
            found = _elided(c)
            if isinstance(found, Day):
                return Day(found.number, month)
        case Kind.PORTION if _fits_portion(c):
            c.at += 1
            return portion(word.value, month)
        case Kind.MONTH_PART:
            c.at += 1
            return Part(word.value, month)
        case Kind.FRACTION:
            c.at += 1
            return Fraction(word.value[0], word.value[1], month)
        case Kind.NTH:
            c.at += 1
            return Nth(word.value[0], word.value[1], month, word.value[2])
        case _:
            pass
    c.back(end)
    return month


def _weekday(c: Cursor) -> int | None:
    """The weekday of a day, in brackets or not, which is checked."""
    if c.kind() in {Kind.COMMA, Kind.NO} and c.kind(1) is Kind.WEEKDAY:
        c.at += 1
    weekday: int | None = c.value(Kind.WEEKDAY)
    c.skip(Kind.CLOCK)
    return weekday


def _alone(c: Cursor) -> Span | None:
    """A time that no year or month is named with."""
    word = c.look()
    match word.kind:
        case Kind.DAY:
            c.at += 1
            return Day(word.value.number, word.value.month, _weekday(c))
        case Kind.SPAN:
            c.at += 1
            return _in_span(c, word.value)
        case Kind.YEAR_PART:
            c.at += 1
            new = word.text.startswith("年明け")
            if c.kind() is Kind.MONTH and c.look().value.year is None:  # 年明け1月中旬
                return _within_month(c, Month(c.value(Kind.MONTH).number, Ahead(Unit.YEAR, new)))
            return Part(word.value, Ahead(Unit.YEAR, 1 if new else 0, loose=not new))
        case Kind.MONTH_PART:
            c.at += 1
            return Part(word.value, Ahead(Unit.MONTH, 0, loose=True))
        case Kind.PORTION if word.text[-1] == "旬" and _is_apart(c):
            c.at += 1
            return portion(word.value, Ahead(Unit.MONTH, 0, loose=True))
        case Kind.SEASON if c.kind(1) in _AFTER_SEASON and _is_apart(c):
            c.at += 1
            return _season(word.value, None)
        case Kind.HALF:
            c.at += 1
            return Fraction(word.value[0], word.value[1])
        case Kind.WEEKDAY if len(word.text) > 1 and word.text[0] != "(":
            c.at += 1
            return Weekday(word.value)
        case Kind.DECADE:
            c.at += 1
            return _parted(c, word.value)
        case Kind.FISCAL_UNIT:
            return _in_fiscal_unit(c)
        case _:
            return None


def _is_apart(c: Cursor) -> bool:
    before = c.before()
    if before.kind is Kind.WORD:
        return before.text.endswith(_ADVERBS)
    return before.kind not in {Kind.NUMBER, Kind.NAME, Kind.SEASON}


def _in_span(c: Cursor, span: Span) -> Span:
    end = c.at
    if isinstance(span, Ahead) and span.unit is Unit.MONTH:
        return _within_month(c, span)
    if isinstance(span, Ahead) and span.unit is Unit.WEEK:
        c.skip(Kind.NO)
        weekday = c.value(Kind.WEEKDAY)
        if weekday is not None:
            return Weekday(weekday, span)
        c.back(end)
    if isinstance(span, Ahead) and span.unit is Unit.DAY:
        word = c.look()
        if word.kind is Kind.DAY and word.value.month is None:  # 明日15日
            c.at += 1
            return Day(word.value.number, None, _weekday(c))
        _weekday(c)
    return _parted(c, span)


def _parted(c: Cursor, span: Span) -> Span:
    """The time, or the part of it that is named behind it."""
    end = c.at
    c.skip(Kind.NO)
    if c.kind() is Kind.PORTION and _fits_portion(c):
        return portion(c.value(Kind.PORTION), span)
    if c.kind() is Kind.FRACTION:
        number, parts = c.value(Kind.FRACTION)
        return Fraction(number, parts, span)
    c.back(end)
    return span


def _in_fiscal_unit(c: Cursor) -> Span | None:
    """The end or a half of the running fiscal year: 年度末, 年度前半."""
    stated = c.value(Kind.FISCAL_UNIT)
    if c.kind() is Kind.PORTION and c.look().text.startswith("明け"):
        stated = FiscalAhead(stated.steps + 1)
    return inside(c, stated) if c.kind() in {Kind.PORTION, Kind.FRACTION, Kind.HALF} else None


def _refined(c: Cursor, span: Span) -> Span:
    """A part of what was read, or the week of a day: 2019年春の初め, 第1四半期末, 5月14日の週."""
    if isinstance(span, Day):
        if c.skip(Kind.WEEK_FROM):
            return WeekOf(span, Edge.STARTS)
        return _parted(c, WeekOf(span)) if c.skip(Kind.WEEK_OF) else span
    if isinstance(span, Season | Fraction):
        return _parted(c, span)
    return span
