"""A time that is put into a year named apart from it."""

from dipltrack.wording.denotation import (
    Day,
    Feast,
    Fraction,
    Joined,
    Month,
    Nth,
    Part,
    Pick,
    Season,
    Some,
    Span,
    WeekNumber,
    YearLike,
)


def with_year(span: Span, whole: YearLike) -> Span | None:
    """The same time in that year, or None where it has a year already, or cannot have one."""
    match span:
        case Month(_, None, Pick.BARE) | Season(_, None, Pick.BARE) | Feast(_, None):
            return span._replace(year=whole)
        case WeekNumber(_, None):
            return span._replace(year=whole)
        case Fraction(_, _, None):
            return span._replace(of=whole)
        case Day(_, Month() as month) if (dated := with_year(month, whole)) is not None:
            return span._replace(month=dated) if isinstance(dated, Month) else None
        case Part(_, inner) | Fraction(_, _, inner) | Nth(_, _, inner) | Some(_, _, inner):
            within = None if inner is None else with_year(inner, whole)
            return None if within is None else span._replace(of=within)
        case Joined(first, last, apart, amid):
            start, end = with_year(first, whole), with_year(last, whole)
            between = tuple(with_year(one, whole) or one for one in amid)
            return Joined(start, end, apart, between) if start and end else None
        case _:
            return None
