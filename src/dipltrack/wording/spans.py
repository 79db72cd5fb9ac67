"""A span of the calendar -> its days, as counted from the anchor."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from msgspec.structs import replace

from dipltrack.model.vocabulary import TimingClass
from dipltrack.wording.amounts import amount_shown, plus
from dipltrack.wording.calendar import Days, plus_days, week
from dipltrack.wording.denotation import (
    Ahead,
    Amount,
    Day,
    Decade,
    Edge,
    Feast,
    FiscalAhead,
    FiscalYear,
    Fraction,
    Joined,
    Lasting,
    Month,
    Nth,
    Numeric,
    Part,
    Pick,
    Season,
    Some,
    Span,
    Unit,
    Weekday,
    WeekNumber,
    WeekOf,
    Year,
    YearLike,
)
from dipltrack.wording.feasts import TURN, TURN_OTHER, feast_days
from dipltrack.wording.frame import (
    MONTHS,
    WEEKDAYS,
    Frame,
    Stretch,
    UnfitError,
    day_shown,
    size_of,
)
from dipltrack.wording.parts import (
    fraction_of,
    nth,
    nth_in,
    nth_week,
    nth_weekday,
    portion_of,
    some_of,
)
from dipltrack.wording.unread import EXAMPLES
from dipltrack.wording.years import (
    ahead,
    decade,
    fiscal_ahead,
    fiscal_year,
    month_of,
    season_of,
    year_of,
)


class NoSuchDayError(UnfitError):
    """A day that its month does not have, though another year's may."""


_TURNS = 11  # a 29 February comes at the latest after eight years, any other day sooner
_RECENT = 31  # days
_NEXT_ONE = "no {} stated: the next on or after the meeting"


def stretch_of(span: Span, frame: Frame, *, begins_later: bool = False) -> Stretch:
    """The days of the span; with no year stated, the next such days on or after the anchor.

    `begins_later` asks for the next that begins after the anchor: "before spring", said in
    spring, is before the next one.

    >>> from dipltrack.model.conventions import Conventions
    >>> frame = Frame(anchor=date(2017, 12, 28), conventions=Conventions())
    >>> stretch_of(Month(1), frame)[:2]
    (datetime.date(2018, 1, 1), datetime.date(2018, 1, 31))
    """
    if isinstance(span, Joined):
        return _joined(span, frame)
    unit = floats(span)
    if unit is None:
        return _checked(span, _at(span, frame, 0))
    for found in _turns(span, frame, frame.anchor):
        if _fits(found, span, frame.anchor, begins_later=begins_later):
            return _checked(span, _with_rule(found, span, unit))
    raise UnfitError("names a day that no year has", *EXAMPLES)


def _fits(found: Stretch, span: Span, anchor: date, *, begins_later: bool) -> bool:
    """True for the turn that is meant: the next. Five years from 1 April are still to begin."""
    if begins_later:
        return found.first > anchor
    if isinstance(span, Lasting) and isinstance(span.since, Day):
        return found.first >= anchor
    return found.last >= anchor


def _checked(span: Span, found: Stretch) -> Stretch:
    """The days found, where a weekday written with them is theirs."""
    inner = span.day if isinstance(span, WeekOf) else span
    if isinstance(inner, Day):
        day = found.last if isinstance(span, WeekOf) and span.edge is Edge.ENDS else found.first
        if inner is span or (isinstance(span, WeekOf) and span.edge is not Edge.HOLDS):
            _check_weekday(day, inner.weekday)
    return found


def _with_rule(found: Stretch, span: Span, unit: Unit) -> Stretch:
    if isinstance(span, Ahead) or unit not in {Unit.YEAR, Unit.MONTH}:
        return found
    return found._replace(note=_NEXT_ONE.format(unit.value))


def floats(span: Span) -> Unit | None:
    """The unit in which a span can be moved until it fits, or None for one that stands fast.

    "January" moves by years, "the 25th" by months, "Friday" by weeks; "January 2018" stands.

    >>> floats(Month(1)).value, floats(Day(25)).value, floats(Month(1, Year(2018)))
    ('year', 'month', None)
    """
    match span:
        case Month(_, None, Pick.BARE) | Season(_, None, Pick.BARE) | Feast(_, None):
            return Unit.YEAR
        case WeekNumber(_, None) | Fraction(_, _, None):
            return Unit.YEAR
        case Day(_, None):
            return Unit.MONTH
        case Weekday(_, None, Pick.BARE):
            return Unit.WEEK
        case Ahead(unit, _, loose):
            return unit if loose else None
        case Joined(first, last, _):
            return floats(last) and floats(first)
        case _:
            inner = _inner(span)
            return floats(inner) if inner else None


def _inner(span: Span) -> Span | None:
    match span:
        case Day(_, inner) | Weekday(_, inner):
            return inner
        case Fraction(_, _, inner) | Nth(_, _, inner) | Some(_, _, inner):
            return inner
        case WeekOf(inner) | Part(_, inner) | Lasting(_, inner):
            return inner
        case _:
            return None


def _turns(
    span: Span, frame: Frame, around: date, *, backwards: bool = False
) -> Iterator[Stretch]:
    """The span at each turn from just before a day on, or from just after it backwards."""
    anchor, step = frame.anchor, -1 if backwards else 1
    match floats(span):
        case Unit.WEEK:
            near = (week(around).first - week(anchor).first).days // 7
        case Unit.MONTH:
            near = (around.year - anchor.year) * 12 + around.month - anchor.month
        case Unit.YEAR:
            near = around.year - anchor.year
        case _:
            near = 0
    for turn in range(near - step, near + step * _TURNS, step):
        try:
            yield _at(span, frame, turn)
        except NoSuchDayError:
            continue


def _at(span: Span, frame: Frame, turn: int) -> Stretch:
    """The days of the span, where one that floats is moved that many of its units."""
    match span:
        case Year(number):
            return year_of(number)
        case Ahead(unit, count, loose):
            return ahead(unit, turn if loose else count, frame.anchor)
        case FiscalYear():
            return fiscal_year(span, frame)
        case FiscalAhead(count, party):
            return fiscal_ahead(count, party, frame)
        case Decade(first):
            return decade(first)
        case Month():
            return _month(span, frame, turn)
        case Season():
            return _season(span, frame, turn)
        case Day():
            return _day(span, frame, turn)
        case Numeric():
            return _numeric(span, frame)
        case Weekday():
            return _weekday(span, frame, turn)
        case Feast(name, year):
            return _feast(name, _year(year, frame, turn), frame)
        case WeekNumber(number, year):
            return _week_number(number, _year(year, frame, turn))
        case WeekOf(day, edge):
            return _week_of(_at(day, frame, turn), edge)
        case Fraction(number, parts, of):
            whole = _at(of, frame, turn) if of else year_of(frame.anchor.year + turn)
            return _part(whole, *fraction_of(_days(whole), number, parts, frame.conventions))
        case Part(portion, of):
            whole = _at(of, frame, turn)
            if whole.first == whole.last:
                return whole
            return _part(whole, *portion_of(_days(whole), portion, frame.conventions))
        case Nth():
            return _nth(span, _at(span.of, frame, turn), frame)
        case Some(count, unit, of, from_end):
            whole = _at(of, frame, turn)
            days = some_of(_days(whole), Amount(count, unit), from_end=from_end)
            why = f"the {'last' if from_end else 'first'} {count} {unit.value}s of it"
            return Stretch(*days, TimingClass.RANGE, why, whole.other)
        case Lasting(amount, since):
            return _lasting(size_of(amount), amount.unit, _at(since, frame, turn))
        case _:
            return _joined(span, frame)


def _days(stretch: Stretch) -> Days:
    return Days(stretch.first, stretch.last)


def _part(whole: Stretch, days: Days, why: str) -> Stretch:
    fiscal = "fiscal year" in whole.why
    why = f"{why}, {whole.why}" if fiscal else why
    return Stretch(*days, TimingClass.PART, why, whole.other, whole.note)


def _year(year: YearLike | None, frame: Frame, turn: int) -> int:
    return frame.anchor.year + turn if year is None else _at(year, frame, turn).first.year


def _month(span: Month, frame: Frame, turn: int) -> Stretch:
    if span.pick is not Pick.BARE and span.year is None:
        return _picked(Month(span.number), span.pick, frame)
    if span.year is None:
        return month_of(span.number, frame.anchor.year + turn)
    return month_of(span.number, _at(span.year, frame, turn))


def _season(span: Season, frame: Frame, turn: int) -> Stretch:
    if span.southern is not None:
        there = replace(frame, southern=span.southern, other_hemisphere=False)
        return _season(span._replace(southern=None), there, turn)
    if span.pick is not Pick.BARE and span.year is None:
        return _picked(Season(span.number), span.pick, frame)
    year = _year(span.year, frame, turn)
    return season_of(span.number, year, frame, stated=span.year is not None, over=span.over)


def _picked(bare: Month | Season | Weekday, pick: Pick, frame: Frame) -> Stretch:
    """The one that runs or the next one, where no year is stated."""
    if pick is Pick.NEXT:
        found = stretch_of(bare, frame, begins_later=True)
        rule = "next: the next that begins after the meeting"
        if isinstance(bare, Season) and found.first.year == frame.anchor.year:
            return _next_season(bare, found._replace(note=rule), frame)
    else:
        found, rule = stretch_of(bare, frame), "this: the one that runs, or else the coming one"
    return found._replace(note=rule)


def _next_season(bare: Season, found: Stretch, frame: Frame) -> Stretch:
    """Next spring, said in January: this year's; in another fair reading that of next year."""
    following = season_of(bare.number, frame.anchor.year + 1, frame, stated=False, over=False)
    if frame.second and not found.other:
        return following._replace(note="that of next year")
    return found if found.other else found._replace(other="that of next year")


def _day(span: Day, frame: Frame, turn: int) -> Stretch:
    if span.month is None:
        month = ahead(Unit.MONTH, turn, frame.anchor)
    else:
        month = _at(span.month, frame, turn)
    if span.number > month.last.day:
        raise NoSuchDayError(
            f"names a day that is none: {MONTHS[month.first.month - 1]} {month.first.year} "
            f"has {month.last.day} days",
            day_shown(month.last),
            f"{MONTHS[month.first.month - 1]} {month.first.year}",
        )
    day = month.first.replace(day=span.number)
    return Stretch(day, day, TimingClass.EXACT, "the day as written")


def _check_weekday(day: date, weekday: int | None) -> None:
    if weekday is not None and day.weekday() != weekday:
        raise UnfitError(
            f"names a {WEEKDAYS[weekday]}, but {day_shown(day)} is a {WEEKDAYS[day.weekday()]}",
            day_shown(day),
        )


def _numeric(span: Numeric, frame: Frame) -> Stretch:
    """The day and the month in the order of the place; the other order is the second reading."""
    orders = [(span.first, span.second), (span.second, span.first)]
    if frame.month_first:
        orders.reverse()
    fitting = [
        date(span.year, month, day)
        for day, month in dict.fromkeys(orders)
        if 0 < month < 13 and 0 < day <= monthrange(span.year, month)[1]
    ]
    if not fitting:
        raise UnfitError("names a day that the calendar does not have")
    if span.weekday is not None:
        fitting = [day for day in fitting if day.weekday() == span.weekday] or fitting[:1]
        _check_weekday(fitting[0], span.weekday)
    day = fitting[-1 if frame.second else 0]
    other = ("the month first", "the day first")[frame.month_first] if len(fitting) > 1 else ""
    why = "the day as written"
    if other:
        why = f"{('day', 'month')[frame.month_first != frame.second]} first: {day_shown(day)}"
    return Stretch(day, day, TimingClass.EXACT, why, other)


def _weekday(span: Weekday, frame: Frame, turn: int) -> Stretch:
    if span.week is not None:
        whole = _at(span.week, frame, turn)
        day = nth_weekday(_days(whole), 1, span.number)
    elif span.pick is Pick.NEXT and frame.second:
        day = plus_days(week(frame.anchor).first, 7 + span.number)
    elif span.pick is not Pick.BARE:
        found = _picked(Weekday(span.number), span.pick, frame)
        following = plus_days(week(frame.anchor).first, 7 + span.number)
        twofold = span.pick is Pick.NEXT and found.first != following
        return found._replace(other="the one of the next week" if twofold else "")
    else:
        day = plus_days(week(frame.anchor).first, 7 * turn + span.number)
    return Stretch(day, day, TimingClass.EXACT, f"{WEEKDAYS[span.number]}: {day_shown(day)}")


def _feast(name: str, year: int, frame: Frame) -> Stretch:
    days = feast_days(name, year, second=frame.second)
    if name == TURN:
        return Stretch(
            *days, TimingClass.PART, f"{name}: late December to early January", TURN_OTHER
        )
    return Stretch(*days, TimingClass.EXACT, f"{name.capitalize()}: {day_shown(days.first)}")


def _week_number(number: int, year: int) -> Stretch:
    try:
        monday = date.fromisocalendar(year, number, 1)
    except ValueError:
        raise UnfitError(f"names week {number}, which {year} does not have") from None
    return Stretch(*week(monday), TimingClass.RANGE, f"week {number} of {year}: Monday to Sunday")


def _week_of(day: Stretch, edge: Edge) -> Stretch:
    days, why = week(day.first), "the week that holds the day: Monday to Sunday"
    if edge is Edge.STARTS:
        days, why = Days(day.first, plus_days(day.first, 6)), "the seven days from the day on"
    elif edge is Edge.ENDS:
        days, why = Days(plus_days(day.first, -6), day.first), "the seven days up to the day"
    return Stretch(*days, TimingClass.RANGE, why, day.other)


def _nth(span: Nth, whole: Stretch, frame: Frame) -> Stretch:
    if span.weekday is not None:
        day = nth_weekday(_days(whole), span.number, span.weekday)
        why = f"the {nth(span.number)} {WEEKDAYS[span.weekday]} of it"
        return Stretch(day, day, TimingClass.EXACT, why, whole.other)
    if span.unit is Unit.WEEK:
        return _nth_week(span, whole, frame)
    days = nth_in(_days(whole), span.number, span.unit)
    class_ = {Unit.DAY: TimingClass.EXACT, Unit.MONTH: TimingClass.MONTH}.get(
        span.unit, TimingClass.RANGE
    )
    return Stretch(*days, class_, f"the {nth(span.number)} {span.unit.value} of it", whole.other)


def _nth_week(span: Nth, whole: Stretch, frame: Frame) -> Stretch:
    """The second week of May: the 8th to the 14th; in another fair reading from Monday to Sunday.

    The last week ends with the month, and is its last seven days.
    """
    number, week_shown = span.number, f"the {nth(span.number)} week of it"
    if number != -1 and frame.second and not whole.other:
        days = nth_week(_days(whole), number)
        shown = f"{week_shown}: Monday to Sunday, most of it in {whole.why}"
        return Stretch(*days, TimingClass.RANGE, shown, whole.other)
    days = nth_in(_days(whole), number, Unit.WEEK)
    shown = f"{week_shown}, counted by seven days"
    other = whole.other or ("" if number == -1 else "Monday to Sunday")
    return Stretch(*days, TimingClass.RANGE, shown, other)


def _lasting(count: int, unit: Unit, start: Stretch) -> Stretch:
    last = plus_days(plus(start.first, count, unit), -1)
    why = f"{amount_shown(count, unit)} from {day_shown(start.first)}"
    return Stretch(start.first, last, TimingClass.RANGE, why, start.other)


def _joined(span: Joined, frame: Frame) -> Stretch:
    """From the first day of the one to the last of the other, each as near to the other as it fits.

    The year stands with the last, "between November and February 2019": the first is then the
    latest one before it.
    """
    first, last = _ends(span.first, span.last, frame)
    if last.last < first.first:
        raise UnfitError(
            f"ends before it begins: {day_shown(last.last)} is before {day_shown(first.first)}"
        )
    if span.apart:
        _check_no_gap([first, *_amid(span, first, frame), last])
    classes = {first.class_, last.class_}
    class_ = TimingClass.PART if classes == {TimingClass.PART} else TimingClass.RANGE
    why = "both and all between"
    if classes & {TimingClass.PART, TimingClass.SEASON}:
        why = "; ".join(dict.fromkeys((first.why, last.why)))
    return Stretch(
        min(first.first, last.first),
        last.last,
        class_,
        why,
        last.other or first.other,
        last.note or first.note,
    )


def _amid(span: Joined, first: Stretch, frame: Frame) -> Iterator[Stretch]:
    """The times that a list names between its first and its last, each after the one before."""
    before = first
    for one in span.amid:
        fast = floats(one) is None
        before = stretch_of(one, frame) if fast else _end_after(before, one, frame)
        yield before


def _check_no_gap(listed: list[Stretch]) -> None:
    """Refuse times that do not follow on one another: what lies between was not promised."""
    if any((after.first - before.last).days > 1 for before, after in pairwise(listed)):
        near = ("/".join(dict.fromkeys(map(str, one[:2]))) for one in listed)
        raise UnfitError("names more than one time", *near)


def _ends(first: Span, last: Span, frame: Frame) -> tuple[Stretch, Stretch]:
    if floats(last) is None:
        end = stretch_of(last, frame)
        if floats(first) is None:
            return stretch_of(first, frame), end
        return _start_before(end, first, frame), end
    if floats(first) is None:
        start = stretch_of(first, frame)
        return start, _checked(last, _end_after(start, last, frame))
    for start in _turns(first, frame, frame.anchor):
        end = _end_after(start, last, frame)
        if _are_parted(first, last, start, end) or _has_begun(first, start, frame):
            continue
        if end.last >= frame.anchor and _is_near(start, frame.anchor):
            return _checked(first, start), _checked(last, end)
    raise UnfitError("names a day that no year has", *EXAMPLES)


def _are_parted(first: Span, last: Span, start: Stretch, end: Stretch) -> bool:
    """True for the 28th and the 29th where they were found in two months, around a February."""
    match first, last:
        case Day(from_, None), Day(to, None) if from_ < to:
            return start.first.month != end.first.month
        case _:
            return False


def _has_begun(first: Span, start: Stretch, frame: Frame) -> bool:
    """True for the Tuesday of "Tuesday and Wednesday", said on a Wednesday: the next are meant."""
    return isinstance(first, Weekday) and start.first < frame.anchor


def _start_before(end: Stretch, first: Span, frame: Frame) -> Stretch:
    for start in _turns(first, frame, end.first, backwards=True):
        if start.first <= end.first:
            return _checked(first, start)
    raise UnfitError("names a day that no year has", *EXAMPLES)


def _is_near(start: Stretch, anchor: date) -> bool:
    """True for a beginning to come, and for one of a run of days that has just begun.

    "November to March", said in March, means the coming winter; "15 to 25 July", said on the
    20th, these days.
    """
    recent = plus_days(anchor, -_RECENT) if anchor.toordinal() > _RECENT else anchor
    return start.last >= recent or start.first.year == anchor.year


def _end_after(start: Stretch, last: Span, frame: Frame) -> Stretch:
    for end in _turns(last, frame, start.first):
        if end.last >= start.last:
            return end
    raise UnfitError("names a day that no year has", *EXAMPLES)
