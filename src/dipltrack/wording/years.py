"""Years, fiscal years and decades, and the seasons and months in them."""

from datetime import date

from dipltrack.model.vocabulary import TimingClass
from dipltrack.wording.calendar import Days, months, plus_days, week
from dipltrack.wording.denotation import FiscalYear, Unit
from dipltrack.wording.frame import Frame, Stretch, UnfitError, months_shown

_THIS = {-1: "last", 0: "this", 1: "next"}
_SEASONS = ("spring", "summer", "autumn", "winter")


def year_of(number: int) -> Stretch:
    """The calendar year."""
    return Stretch(*months(number, 1, 12), TimingClass.YEAR, f"the whole of {number}")


def decade(first: int) -> Stretch:
    """The ten years from that one.

    >>> decade(2020).last.isoformat()
    '2029-12-31'
    """
    why = f"the ten years {first} to {first + 9}"
    return Stretch(*months(first, 1, 120), TimingClass.RANGE, why)


def ahead(unit: Unit, count: int, anchor: date) -> Stretch:
    """The calendar unit that many after the anchor's own.

    >>> print(*ahead(Unit.WEEK, 1, date(2019, 3, 13))[:2])
    2019-03-18 2019-03-24
    """
    days, class_ = _unit_days(unit, count, anchor)
    if unit is Unit.DAY:
        when = ("the day of the meeting", "the day after the meeting")
        why = when[count] if count in {0, 1} else f"{count} days after the meeting"
        return Stretch(*days, class_, why)
    name = f"{_THIS[count]} {unit.value}" if count in _THIS else f"the {unit.value} {count} ahead"
    rule = "Monday to Sunday" if unit is Unit.WEEK else "the whole of it"
    return Stretch(*days, class_, f"{name}: {rule}")


def _unit_days(unit: Unit, count: int, anchor: date) -> tuple[Days, TimingClass]:
    year, month = anchor.year, anchor.month
    match unit:
        case Unit.WEEK:
            return week(plus_days(anchor, 7 * count)), TimingClass.RANGE
        case Unit.WEEKEND:
            sunday = week(plus_days(anchor, 7 * count)).last
            return Days(plus_days(sunday, -1), sunday), TimingClass.RANGE
        case Unit.MONTH:
            return months(year, month + count), TimingClass.MONTH
        case Unit.QUARTER:
            return months(year, (month - 1) // 3 * 3 + 1 + 3 * count, 3), TimingClass.PART
        case Unit.HALF:
            return months(year, (month - 1) // 6 * 6 + 1 + 6 * count, 6), TimingClass.PART
        case Unit.YEAR:
            return months(year + count, 1, 12), TimingClass.YEAR
        case Unit.DECADE:
            return months((year // 10 + count) * 10, 1, 120), TimingClass.RANGE
        case _:
            day = plus_days(anchor, count)
            return Days(day, day), TimingClass.EXACT


def fiscal_year(span: FiscalYear, frame: Frame) -> Stretch:
    """The fiscal year of that number, by the party's own first month.

    A fiscal year that begins in the second half of a year is numbered by the year in which it
    ends, as in the United States; any other by the year in which it begins.

    >>> from dipltrack.model.conventions import Conventions
    >>> frame = Frame(anchor=date(2019, 1, 1), conventions=Conventions(), party="US")
    >>> fiscal_year(FiscalYear(2020), frame).first.isoformat()
    '2019-10-01'
    """
    party, month = _fiscal_start(span.party, frame)
    year = span.number - (month > 6 and not span.begins)
    days = months(year, month, 12)
    why = f"fiscal year {span.number} of {party}: {months_shown(*days)}"
    return Stretch(*days, TimingClass.YEAR, why)


def fiscal_ahead(count: int, party: str | None, frame: Frame) -> Stretch:
    """The fiscal year that many after the one that the anchor lies in."""
    party, month = _fiscal_start(party, frame)
    year = frame.anchor.year - (frame.anchor.month < month) + count
    days = months(year, month, 12)
    name = f"{_THIS[count]} fiscal year" if count in _THIS else f"the fiscal year {count} ahead"
    return Stretch(*days, TimingClass.YEAR, f"{name} of {party}: {months_shown(*days)}")


def _fiscal_start(party: str | None, frame: Frame) -> tuple[str, int]:
    party = party or frame.party
    if party is None:
        raise UnfitError("names a fiscal year, but not whose")
    if party not in frame.conventions.fiscal_year:
        raise UnfitError(
            f"names a fiscal year of {party}, whose first month is not set "
            f"([conventions] fiscal_year = {{ {party} = 1 }})"
        )
    return party, frame.conventions.fiscal_year[party]


def month_of(number: int, year: Stretch | int) -> Stretch:
    """The month of a calendar year, or the one that lies in a fiscal year."""
    if isinstance(year, Stretch):
        year = year.first.year + (number < year.first.month)
    why = f"the whole of {months_shown(*months(year, number))} {year}"
    return Stretch(*months(year, number), TimingClass.MONTH, why)


def season_of(number: int, year: int, frame: Frame, *, stated: bool, over: bool) -> Stretch:
    """The season that begins in that year, by the hemisphere of the meeting's place.

    "Winter 2020" is the one that begins in 2020, in another fair reading the one that ends then.

    >>> from dipltrack.model.conventions import Conventions
    >>> frame = Frame(anchor=date(2020, 1, 1), conventions=Conventions())
    >>> season = season_of(3, 2020, frame, stated=True, over=False)
    >>> print(*season[:2], season.other)
    2020-12-01 2021-02-28 the winter that ends in 2020
    """
    starts = frame.conventions.seasons
    crossing = frame.other_hemisphere
    southern = frame.southern != (crossing and frame.second)
    place = (number + 2) % 4 if southern else number
    length = (starts[(place + 1) % 4] - starts[place]) % 12
    spans_years = starts[place] + length > 13
    if over and not spans_years:
        raise UnfitError(f"names two years for a {_SEASONS[number]} that lies in one")
    two_ways = stated and spans_years and not over and not crossing
    days = months(year - (two_ways and frame.second), starts[place], length)
    side = "south" if southern else "north"
    why = f"{_SEASONS[number]} in the {side}: {months_shown(*days)}"
    other = f"{_SEASONS[number]} in the other hemisphere" if crossing else ""
    if two_ways:
        other = f"the {_SEASONS[number]} that ends in {year}"
    return Stretch(*days, TimingClass.SEASON, why, other)
