"""Parts of a longer time: its early days, its second half, its third week, its last Friday."""

from datetime import date

from dipltrack.model.conventions import Conventions
from dipltrack.wording.calendar import Days, months, plus_days, weekday_from
from dipltrack.wording.denotation import Amount, Portion, Unit
from dipltrack.wording.frame import ORDINALS, UnfitError, months_shown, size_of

_WEEK_THIRDS = ((0, 1), (2, 3), (4, 6))
_WEEK_HALVES = ((0, 2), (3, 6))
_WORDS = {Portion.EARLY: "early", Portion.MID: "mid", Portion.LATE: "late", Portion.END: "late"}
_PLACE = {Portion.EARLY: 0, Portion.MID: 1, Portion.LATE: 2, Portion.END: 2}
_DIVISIONS = {2: "half", 3: "third", 4: "quarter", 6: "sixth"}


def portion_of(whole: Days, portion: Portion, conventions: Conventions) -> tuple[Days, str]:
    """The early, middle or late days of a whole, and the rule by which they are.

    >>> days, why = portion_of(months(2018, 1), Portion.LATE, Conventions())
    >>> print(*days, why)
    2018-01-21 2018-01-31 late month: the 21st to the end
    """
    third, word = _PLACE[portion], _WORDS[portion]
    match _whole_months(whole):
        case 1:
            return _month_part(whole, third, word, conventions)
        case 12 if whole.first.month == 1:
            days = _year_part(whole, third, conventions)
            return days, f"{word} year: {months_shown(*days)}"
        case count if count and count % 3 == 0:
            days = months(whole.first.year, whole.first.month + third * count // 3, count // 3)
            return days, f"{word} in it: its {('first', 'middle', 'last')[third]} third"
        case _:
            return _day_part(whole, third, word)


def _month_part(whole: Days, third: int, word: str, conventions: Conventions) -> tuple[Days, str]:
    starts = (*conventions.month_parts, whole.last.day + 1)
    first, last = starts[third], starts[third + 1] - 1
    if third == 2:
        return Days(whole.first.replace(day=first), whole.last), (
            f"{word} month: the {nth(first)} to the end"
        )
    days = Days(whole.first.replace(day=first), whole.first.replace(day=last))
    return days, f"{word} month: the {nth(first)} to the {nth(last)}"


def _year_part(whole: Days, third: int, conventions: Conventions) -> Days:
    starts = (*conventions.year_parts, 13)
    return months(whole.first.year, starts[third], starts[third + 1] - starts[third])


def _day_part(whole: Days, third: int, word: str) -> tuple[Days, str]:
    length = (whole.last - whole.first).days + 1
    if length < 3:
        return whole, "the whole of it: it has no parts"
    if length == 7:
        first, last = _WEEK_THIRDS[third]
        shown = ("Monday and Tuesday", "Wednesday and Thursday", "Friday to Sunday")[third]
        return _slice(whole, first, last), f"{word} week: {shown}"
    cuts = [length * cut // 3 for cut in range(4)]
    return (
        _slice(whole, cuts[third], cuts[third + 1] - 1),
        f"{word} in it: its {('first', 'middle', 'last')[third]} third",
    )


def fraction_of(
    whole: Days, number: int, parts: int, conventions: Conventions
) -> tuple[Days, str]:
    """The half, third or quarter of a whole; -1 is the last one.

    >>> days, why = fraction_of(months(2018, 4, 12), 2, 2, Conventions())
    >>> print(*days, why)
    2018-10-01 2019-03-31 second half: October to March
    """
    number = parts if number == -1 else number
    name = f"{ORDINALS[number] if number <= parts else nth(number)} {_DIVISIONS[parts]}"
    if number > parts:
        raise UnfitError(f"has a {name}, but there are only {parts}")
    count = _whole_months(whole)
    if count == 1:
        return _month_fraction(whole, number, parts, name, conventions)
    if count:
        days = _months_fraction(whole, count, number, parts, conventions)
        return days, f"{name}: {months_shown(*days)}"
    if (whole.last - whole.first).days == 6 and parts == 2:
        first, last = _WEEK_HALVES[number - 1]
        return _slice(
            whole, first, last
        ), f"{name}: {('Monday to Wednesday', 'Thursday to Sunday')[number - 1]}"
    raise UnfitError(f"has a {_DIVISIONS[parts]} of a time that has no such part")


def _month_fraction(
    whole: Days, number: int, parts: int, name: str, conventions: Conventions
) -> tuple[Days, str]:
    if parts == 3:
        return _month_part(whole, number - 1, name + " of the", conventions)
    if parts > 3:
        raise UnfitError(f"has a {_DIVISIONS[parts]} of a month, which has no fixed days")
    middle = whole.first.replace(day=conventions.half_month)
    if number == 1:
        return Days(whole.first, plus_days(middle, -1)), f"{name}: to the {nth(middle.day - 1)}"
    return Days(middle, whole.last), f"{name}: the {nth(middle.day)} to the end"


def _months_fraction(
    whole: Days, count: int, number: int, parts: int, conventions: Conventions
) -> Days:
    return Days(
        _cut(whole.first, count * (number - 1), parts, conventions),
        plus_days(_cut(whole.first, count * number, parts, conventions), -1),
    )


def _cut(first: date, numerator: int, parts: int, conventions: Conventions) -> date:
    full, rest = divmod(numerator, parts)
    start = months(first.year, first.month + full).first
    if rest and rest * 2 != parts:
        raise UnfitError(f"has a {_DIVISIONS[parts]} that does not fall on whole months")
    return start.replace(day=conventions.half_month) if rest else start


def nth_in(whole: Days, number: int, unit: Unit) -> Days:
    """The day, week, weekend or month of that number in a whole; -1 is the last one.

    The first week of a month is its first seven days, as people count.

    >>> print(*nth_in(months(2019, 5), 2, Unit.WEEK))
    2019-05-08 2019-05-14
    """
    match unit:
        case Unit.MONTH:
            return _nth_month(whole, number)
        case Unit.WEEKEND:
            saturday = nth_weekday(whole, number, 5)
            return Days(saturday, plus_days(saturday, 1))
        case _:
            size = 7 if unit is Unit.WEEK else 1
            if number == -1:
                return Days(max(whole.first, plus_days(whole.last, 1 - size)), whole.last)
            first = plus_days(whole.first, (number - 1) * size)
            return _inside(Days(first, plus_days(first, size - 1)), whole, number, unit.value)


def nth_week(whole: Days, number: int) -> Days:
    """The week of that number, Monday to Sunday, so far as it lies in the whole.

    A week counts for the month or year in which most of its days lie, as in ISO 8601: so the
    second week of a month never lies more than three days off the 8th to the 14th.

    >>> print(*nth_week(months(2019, 6), 3))
    2019-06-17 2019-06-23
    >>> print(*nth_week(months(2018, 5), 1))
    2018-05-01 2018-05-06
    """
    thursday = nth_weekday(whole, number, 3)
    days = Days(plus_days(thursday, -3), plus_days(thursday, 3))
    return Days(max(days.first, whole.first), min(days.last, whole.last))


def _nth_month(whole: Days, number: int) -> Days:
    count = _whole_months(whole)
    if not count or number > count:
        raise UnfitError(f"has a {nth(number)} month of a time that has none")
    return months(whole.first.year, whole.first.month + (count if number == -1 else number) - 1)


def nth_weekday(whole: Days, number: int, weekday: int) -> date:
    """The first, second … or last such weekday of a whole.

    >>> nth_weekday(months(2019, 5), -1, 4).isoformat()
    '2019-05-31'
    """
    if number == -1:
        return plus_days(whole.last, -((whole.last.weekday() - weekday) % 7))
    day = plus_days(weekday_from(whole.first, weekday), 7 * (number - 1))
    return _inside(Days(day, day), whole, number, "such weekday").first


def _inside(days: Days, whole: Days, number: int, name: str) -> Days:
    if days.first > whole.last:
        raise UnfitError(f"has a {nth(number)} {name} of a time that has fewer")
    return Days(days.first, min(days.last, whole.last))


def some_of(whole: Days, amount: Amount, *, from_end: bool) -> Days:
    """The first, or the last, so many days, weeks or months of a whole.

    >>> print(*some_of(months(2019, 1), Amount(10, Unit.DAY), from_end=True))
    2019-01-22 2019-01-31
    """
    count = size_of(amount)
    if amount.unit is Unit.MONTH:
        total = _whole_months(whole)
        if count > total:
            raise UnfitError(f"has {count} months of a time that has fewer")
        offset = total - count if from_end else 0
        return months(whole.first.year, whole.first.month + offset, count)
    size = count * {Unit.DAY: 1, Unit.WEEK: 7}[amount.unit]
    if size > (whole.last - whole.first).days + 1:
        raise UnfitError(f"has {count} {amount.unit.value}s of a time that has fewer")
    if from_end:
        return Days(plus_days(whole.last, 1 - size), whole.last)
    return _slice(whole, 0, size - 1)


def _whole_months(whole: Days) -> int:
    """How many months the whole consists of; 0 where it is not made of whole months."""
    after = plus_days(whole.last, 1)
    if whole.first.day != 1 or after.day != 1:
        return 0
    return (after.year - whole.first.year) * 12 + after.month - whole.first.month


def _slice(whole: Days, first: int, last: int) -> Days:
    return Days(plus_days(whole.first, first), plus_days(whole.first, last))


def nth(number: int) -> str:
    """The ordinal number in figures.

    >>> nth(1), nth(11), nth(22), nth(30), nth(-1)
    ('1st', '11th', '22nd', '30th', 'last')
    """
    if number == -1:
        return "last"
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < number % 100 < 14 else ending}"
