"""Times that are joined: "May or June", "late 2018 to early 2019", "this year or next"."""

from dipltrack.wording.denotation import (
    Ahead,
    FiscalYear,
    Joined,
    Month,
    Part,
    Portion,
    Span,
    Year,
)
from dipltrack.wording.grammar.cursor import Cursor
from dipltrack.wording.grammar.spans import time
from dipltrack.wording.tokens import Kind

_JOINS = (Kind.DASH, Kind.TO, Kind.THROUGH, Kind.AND, Kind.OR, Kind.SLASH)
_SPREADS = {Kind.BETWEEN, Kind.DASH, Kind.TO, Kind.THROUGH, Kind.SLASH, Kind.OR}
_HINGES = (Kind.OF, Kind.IN)
_PORTIONS = (Kind.PORTION, Kind.EARLY)


def times(c: Cursor) -> Span | None:
    """A named time, or several that are joined: "May or June", "late 2018 to early 2019"."""
    start = c.at
    first = time(c)
    if first is None:
        return None
    named = [first]
    while True:
        following = _joined(c, first, named[-1])
        if following is None:
            break
        named.append(following)
    if len(named) == 1:
        return first
    each = [one for span in named for one in _each(span)]
    if _is_one_day_range(each[0], each[-1]):
        c.back(start)
        return None
    return Joined(each[0], each[-1], _are_two(c, start), tuple(each[1:-1]))


def _each(span: Span) -> tuple[Span, ...]:
    return (span.first, *span.amid, span.last) if isinstance(span, Joined) else (span,)


def _are_two(c: Cursor, start: int) -> bool:
    """True where a mere "and" joins two times: no "from … to …", no "between … and …"."""
    kinds = {token.kind for token in c.tokens[max(0, start - 3) : c.at]}
    return Kind.AND in kinds and not kinds & _SPREADS


def _is_one_day_range(first: Span, last: Span) -> bool:
    return type(first) is type(last) and first == last


def _joined(c: Cursor, first: Span, last: Span) -> Span | None:
    """What is joined to a time: another time, or "next" alone after "this year or"."""
    start = c.at
    if c.skip(Kind.AFTER_NEXT) and isinstance(last, Ahead) and last.steps == 1:
        return Ahead(last.unit, 2)
    c.back(start)
    comma = c.skip(Kind.COMMA)
    if not c.skip(*_JOINS) and not comma:
        return None
    c.skip(Kind.IN, Kind.ON, Kind.AT, Kind.FROM)
    following = _in_kind(first, time(c) or elliptic(c, first))
    if following is None or (comma and not _list_goes_on(c, start, following, last)):
        c.back(start)
        return None
    return _year_after(c, first, following)


def _year_after(c: Cursor, first: Span, following: Span) -> Span:
    """Late next year or early in the following year: in the one after that."""
    if not (isinstance(first, Part) and isinstance(following, Part)):
        return following
    whole = following.of
    again = isinstance(whole, Ahead) and whole == first.of and whole.steps == 1
    if again and isinstance(whole, Ahead) and c.before().kind is Kind.AHEAD:
        return following._replace(of=whole._replace(steps=2))
    return following


def _in_kind(first: Span, following: Span | None) -> Span | None:
    """The other year, which is a fiscal one as the first is: "fiscal years 2018 and 2019"."""
    if isinstance(first, FiscalYear) and isinstance(following, Year):
        return FiscalYear(following.number, first.party)
    return following


def _list_goes_on(c: Cursor, start: int, following: Span, last: Span) -> bool:
    """True where a comma parts a list: like is parted from like, or another join follows.

    "Late February, early March" is no list, but one time that goes over from month to month.
    """
    if c.tokens[start + 1].kind in _JOINS or _goes_over(last, following):
        return True
    return type(following) is type(last) and c.kind() in {*_JOINS, Kind.COMMA}


def _goes_over(last: Span, following: Span) -> bool:
    """True where the end of a month and the beginning of the next are one time."""
    if not (isinstance(last, Part) and isinstance(following, Part)):
        return False
    ending, beginning = last.of, following.of
    if not (isinstance(ending, Month) and isinstance(beginning, Month)):
        return False
    ends = last.portion in {Portion.LATE, Portion.END} and following.portion is Portion.EARLY
    return ends and beginning.number == ending.number % 12 + 1


def elliptic(c: Cursor, first: Span) -> Span | None:
    """The word "next" alone, for the unit before it: "this year or next"."""
    start = c.at
    c.skip(Kind.THE)
    portion = c.value(*_PORTIONS)
    c.skip(*_HINGES)
    c.skip(Kind.THE)
    inner = first.of if isinstance(first, Part) else first
    if isinstance(inner, Ahead) and inner.steps == 0 and c.value(Kind.NEXT):
        following = Ahead(inner.unit, 1)
        return following if portion is None else Part(portion, following)
    c.back(start)
    return None
