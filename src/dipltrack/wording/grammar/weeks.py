"""Weeks and their days: Friday next week, the week of 14 May, week 20 of 2019, the weekend."""

from dipltrack.wording.denotation import (
    Ahead,
    Edge,
    Joined,
    Month,
    Nth,
    Pick,
    Span,
    Unit,
    Weekday,
    WeekNumber,
    WeekOf,
)
from dipltrack.wording.grammar.cursor import Cursor
from dipltrack.wording.grammar.days import day
from dipltrack.wording.grammar.years import year_after
from dipltrack.wording.tokens import Kind

_JOINS = (Kind.DASH, Kind.TO, Kind.THROUGH, Kind.AND, Kind.OR, Kind.SLASH)
_HINGES = (Kind.OF, Kind.IN)


def weekday(c: Cursor) -> Span | None:
    """Friday, Friday next week, Friday of the week of 14 May."""
    number = c.value(Kind.WEEKDAY)
    start = c.at
    if c.kind() is Kind.NEXT and c.kind(1) in {Kind.FINISH, Kind.COMMA}:
        c.at += 1
        return Weekday(number, None, Pick.NEXT)
    c.skip(Kind.COMMA)
    c.skip(*_HINGES)
    week = _week_named(c)
    if week is None:
        c.back(start)
    return Weekday(number, week)


def _week_named(c: Cursor) -> Span | None:
    c.skip(Kind.THE)
    if c.kind() in {Kind.THIS, Kind.NEXT} and c.kind(1) is Kind.UNIT:
        which, unit = c.value(Kind.THIS, Kind.NEXT), c.value(Kind.UNIT)
        return Ahead(unit, which) if unit is Unit.WEEK else None
    if c.kind() is Kind.AHEAD and c.look().value[0] is Unit.WEEK:
        return Ahead(*c.value(Kind.AHEAD))
    return unit_named(c) if c.kind() is Kind.UNIT else None


def unit_named(c: Cursor) -> Span | None:
    """The week of 14 May, week 20 of 2019, the weekend of 14 May, the month of May."""
    unit = c.value(Kind.UNIT)
    if unit is Unit.WEEK and c.kind() is Kind.NUMBER and c.look().value < 54:
        return WeekNumber(c.value(Kind.NUMBER), year_after(c))
    if unit is Unit.WEEK and c.skip(Kind.FROM):
        return _run_of_days(c)
    if unit in {Unit.WEEK, Unit.WEEKEND}:
        if unit is Unit.WEEKEND and c.kind() not in {Kind.OF, Kind.BEGIN, Kind.ENDING}:
            return Ahead(unit, 0)
        edge = _edge(c)
        found = None if edge is None else day(c)
        return None if found is None or edge is None else _week_of(unit, found, edge)
    if unit is Unit.MONTH and c.skip(Kind.OF) and c.kind() is Kind.MONTH:
        return Month(c.value(Kind.MONTH), year_after(c))
    return None


def _run_of_days(c: Cursor) -> Span | None:
    """30 October to 3 November, behind "the week from"."""
    first = day(c)
    if isinstance(first, Joined):
        return first
    last = day(c) if first is not None and c.skip(*_JOINS) else None
    return None if first is None or last is None else Joined(first, last)


def week_code(c: Cursor) -> Span | None:
    """W03, the code of a week in ISO 8601."""
    return WeekNumber(c.value(Kind.WEEK_CODE), year_after(c))


def _edge(c: Cursor) -> Edge | None:
    if c.skip(Kind.OF):
        return Edge.HOLDS
    edge = None
    if c.skip(Kind.BEGIN):
        edge = Edge.STARTS
    elif c.skip(Kind.ENDING):
        edge = Edge.ENDS
    c.skip(Kind.ON)
    return edge


def _week_of(unit: Unit, found: Span, edge: Edge) -> Span:
    if isinstance(found, Joined):
        return found
    return Nth(1, unit, WeekOf(found)) if unit is Unit.WEEKEND else WeekOf(found, edge)
