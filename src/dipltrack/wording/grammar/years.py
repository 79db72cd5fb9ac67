"""Years as they are written: 2019, next year, fiscal 2019/20, Heisei 30."""

from dipltrack.wording.denotation import Ahead, FiscalAhead, FiscalYear, Unit, Year, YearLike
from dipltrack.wording.grammar.cursor import Cursor
from dipltrack.wording.tokens import Kind, Token

_HINGES = (Kind.OF, Kind.IN)


def is_year(token: Token) -> bool:
    """True for a number of four digits that can be a year of our time."""
    return token.kind is Kind.NUMBER and len(token.text) == 4 and 1000 <= token.value < 3000


def year_after(c: Cursor, *, paired: bool = False) -> YearLike | None:
    """The year that follows a month, a season or a part: "2019", ", 2019", "of next year".

    `paired` where two years may be written for one, as in "winter 2010/11".
    """
    start = c.at
    c.skip(Kind.COMMA)
    c.skip(*_HINGES)
    found = year(c, paired=paired)
    if found is None:
        c.back(start)
    return found


def year(c: Cursor, *, paired: bool = False) -> YearLike | None:
    """A year, by its number or counted from the anchor's own."""
    start = c.at
    c.skip(Kind.THE)
    found = _fiscal(c) or _ahead(c) or _era(c) or _numbered(c, paired=paired)
    if found is None:
        c.back(start)
    return found


def _numbered(c: Cursor, *, paired: bool) -> YearLike | None:
    """2019, '19, the year 2019; but not the first of the numbers of 2019-05-03."""
    start = c.at
    if c.kind() is Kind.UNIT and c.look().value is Unit.YEAR:
        c.at += 1
    short = c.value(Kind.SHORT_YEAR)
    if short is not None:
        return Year(short)
    if is_year(c.look()) and not _goes_on(c, paired=paired):
        return Year(c.value(Kind.NUMBER))
    c.back(start)
    return None


def _goes_on(c: Cursor, *, paired: bool) -> bool:
    """True where the number begins a date in figures: 2019-05, 2019/5/3."""
    mark, second = c.kind(1), c.look(2)
    if mark not in {Kind.DASH, Kind.DOT, Kind.SLASH} or second.kind is not Kind.NUMBER:
        return False
    if not (c.glued(0) and c.glued(1)) or len(second.text) > 2:
        return False
    if c.kind(3) is Kind.MONTH:  # 20 Aralık 2019-5 Ocak 2020
        return False
    follows = second.value == (c.look().value + 1) % 100
    return second.value < 13 and not (paired and follows and c.kind(3) is not mark)


def _ahead(c: Cursor) -> Ahead | FiscalAhead | None:
    start = c.at
    ahead = c.look()
    if ahead.kind is Kind.AHEAD and ahead.value in {(Unit.YEAR, 2), (Unit.FISCAL_YEAR, 1)}:
        c.at += 1
        return Ahead(Unit.YEAR, 2) if ahead.value[1] == 2 else FiscalAhead(1)
    if c.kind() is Kind.NEW_YEAR and _lies_ahead(c):
        c.at += 1
        return Ahead(Unit.YEAR, 1)
    which = c.value(Kind.THIS, Kind.NEXT)
    loose = which is None and c.before().kind is Kind.THE
    names_on = is_year(c.look(1)) or (loose and c.kind(1) is Kind.OF)
    if c.value(Kind.UNIT) is Unit.YEAR and (which is not None or loose) and not names_on:
        return Ahead(Unit.YEAR, which or 0, loose)
    c.back(start)
    return None


def _lies_ahead(c: Cursor) -> bool:
    """True where "the new year" is the coming year and not its first day: behind "in" and "early"."""
    before = c.before()
    if before.kind is Kind.THE:
        before = c.tokens[c.at - 2] if c.at > 1 else c.look(-c.at)
    return before.kind in {Kind.IN, Kind.OF, Kind.EARLY, Kind.PORTION, Kind.LATER}


def _era(c: Cursor) -> Year | None:
    """A year of an era: Heisei 30 is 2018."""
    start = c.at
    before_first = c.value(Kind.ERA)
    number = c.value(Kind.NUMBER)
    if before_first is not None and number is not None and 0 < number < 100:
        return Year(before_first + number)
    c.back(start)
    return None


def _fiscal(c: Cursor) -> FiscalYear | FiscalAhead | None:
    """A fiscal year: FY2019, next fiscal year, the 2019 fiscal year, Japanese fiscal 2019/20."""
    start = c.at
    which = c.value(Kind.THIS, Kind.NEXT)
    stated = c.value(Kind.NUMBER) if is_year(c.look()) else None
    begins = stated is not None and second_year(c, stated)
    party = c.value(Kind.PARTY)
    fiscal = c.take(Kind.FISCAL)
    if fiscal is None:
        c.back(start)
        return None
    party = fiscal.value or party
    whole = c.kind() in {Kind.UNIT, Kind.UNITS} and c.look().value is Unit.YEAR
    c.at += whole
    if stated is not None:
        return FiscalYear(stated, party, begins=begins)
    numbered = _fiscal_number(c, party) if which is None else None
    if numbered is not None:
        return numbered
    if whole or which is not None:
        return FiscalAhead(which or 0, party)
    c.back(start)
    return None


def _fiscal_number(c: Cursor, party: str | None) -> FiscalYear | None:
    number, token = c.value(Kind.SHORT_YEAR), c.look()
    if number is None and token.kind is Kind.NUMBER and len(token.text) in {2, 4}:
        c.at += 1
        number = token.value if len(token.text) == 4 else 2000 + token.value
    if number is None or not 1000 <= number < 3000:
        return None
    return FiscalYear(number, party, begins=second_year(c, number))


def second_year(c: Cursor, first: int) -> bool:
    """True, and read, where the year after follows: "2019/20", "2019-2020"."""
    start = c.at
    joined = c.skip(Kind.DASH, Kind.SLASH)
    token = c.look()
    if joined and token.kind is Kind.NUMBER:
        number = token.value if len(token.text) == 4 else first // 100 * 100 + token.value
        if len(token.text) in {2, 4} and number == first + 1:
            c.at += 1
            return True
    c.back(start)
    return False
