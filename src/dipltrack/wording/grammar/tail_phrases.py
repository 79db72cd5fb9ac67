"""What is said about a time where the word for it stands behind: "1 Temmuz'dan önce"."""

from collections.abc import Callable

from dipltrack.wording.denotation import (
    PAST,
    After,
    Amount,
    Around,
    Bearing,
    Before,
    Begins,
    By,
    Day,
    Denotation,
    Hanging,
    Happening,
    Inside,
    Joined,
    Lasting,
    Month,
    NoTime,
    Onward,
    Open,
    Pick,
    Remainder,
    Season,
    Span,
    Told,
    Within,
    Year,
)
from dipltrack.wording.endings import folded
from dipltrack.wording.grammar.cursor import Cursor
from dipltrack.wording.grammar.tail_events import FROM_ENDINGS, NAMES, event, past_word
from dipltrack.wording.grammar.tail_lengths import UNITS, amount_ahead, length, repeat
from dipltrack.wording.grammar.tail_spans import times
from dipltrack.wording.grammar.years import is_year
from dipltrack.wording.tokens import Kind

_PUT_TO = ("planla", "birak", "ertele", "sark", "ongor", "alin", "kaldi", "kalan")
"""How the verbs begin by which something is put to the time before them."""


def said(c: Cursor) -> Denotation | None:
    """What is said at the cursor, by the first rule that fits; None leaves it where it was."""
    start = c.at
    for rule in (repeat, length, _span, _open, past_word, event):
        found = rule(c)
        if found is not None:
            return found
        c.back(start)
    return None


def _span(c: Cursor) -> Denotation | None:
    """A time, and how it is meant by what hangs on it and stands behind it."""
    start = c.at
    latest = c.skip(Kind.AT_LATEST)
    earliest = c.skip(Kind.AT_EARLIEST)
    around = c.skip(Kind.AROUND)
    span = times(c)
    if span is None:
        c.back(start)
        return _past(c)
    if isinstance(span, Day) and span.month is not None:
        hung = _day_of_event(c, span)
        if hung is not None:
            return hung
    c.skip(Kind.MOMENT)
    if _is_a_name(c, start, span):
        return NoTime("a year in a name")
    found = _turned(c, span, latest=latest)
    if found is None:
        return None
    if c.kind() is Kind.PAST_WORD:
        return NoTime(PAST) if _has_no_year(found) else Told(found)
    if not isinstance(found, Span):
        return found
    if latest or _is_latest(c):
        return By(found)
    if earliest:
        return Onward(found)
    return Around(found) if around else found


def _day_of_event(c: Cursor, span: Day) -> Hanging | None:
    """31 Mart seçimlerinden önce: before an event of that day."""
    start = c.at
    c.skip(Kind.IN)
    first = c.at
    while c.skip(*NAMES):
        pass
    name = c.words_since(first)
    from_it = c.skip(Kind.FROM) or c.before().text.endswith(FROM_ENDINGS)
    c.skip(Kind.OPEN)  # hemen sonra
    if name and from_it:
        for kind, bearing in ((Kind.BEFORE, Bearing.BEFORE), (Kind.AFTER, Bearing.AFTER)):
            if c.skip(kind):
                return Hanging(Happening(name, bearing), span)
    c.back(start)
    return None


def _has_no_year(found: Denotation) -> bool:
    """True for a month or a day of one with no year: what was held in it was held last time."""
    month = found.month if isinstance(found, Day) else found
    return isinstance(month, Month) and month.year is None and month.pick is Pick.BARE


def _is_latest(c: Cursor) -> bool:
    """True, and past it, for the "en geç" behind a time."""
    start = c.at
    c.skip(Kind.COMMA)
    if c.skip(Kind.AT_LATEST):
        return True
    c.back(start)
    return False


def _is_a_name(c: Cursor, start: int, span: Span) -> bool:
    """True for a bare year beside a name: "2030 Gündemi", "Vizyon 2030"."""
    years = span.first if isinstance(span, Joined) else span
    bare = isinstance(years, Year) and c.before().kind is Kind.NUMBER and c.kind() not in _TURNS
    before = c.tokens[start - 1].kind if start else Kind.FINISH
    numbered = c.kind() is Kind.OPENING and is_year(c.look(1))
    return bare and (numbered or c.kind() in NAMES or before in NAMES)


def _turned(c: Cursor, span: Span, *, latest: bool) -> Denotation | None:
    """The time, as the case and the word behind it turn it; None where they say something else."""
    rule = _TURNS.get(c.kind())
    if rule is None:
        return span
    c.at += 1
    if rule is _to and latest:
        return _to(c, span) or By(span)
    return rule(c, span)


def _in(c: Cursor, span: Span) -> Denotation | None:
    c.skip(Kind.AROUND)
    return span


def _to(c: Cursor, span: Span) -> Denotation | None:
    """-e kadar: until; -e doğru: towards; -e ertelendi: put off to."""
    if c.skip(Kind.BY):
        return By(span)
    if folded(c.look().text).startswith(_PUT_TO):
        c.at += 1
        return span
    return Around(span) if c.skip(Kind.AROUND) else None


def _from(c: Cursor, span: Span) -> Denotation | None:
    """-den önce, -den sonra, -den itibaren, -den beri; or from the one to the other."""
    if c.skip(Kind.ONWARD):
        return _within_from(c, span) or Begins(span)
    for kind, make in _FROM.items():
        if c.skip(kind):
            return make(span)
    if c.kind() is Kind.NEXT:
        c.at += 1
        return _within_from(c, span)
    last = times(c)
    if last is None or not c.skip(Kind.TO):
        return None
    c.skip(Kind.BY)
    return Joined(span, last)


def _within_from(c: Cursor, span: Span) -> Denotation | None:
    """1 Ocak'tan itibaren altı ay içinde."""
    start = c.at
    amount = amount_ahead(c, vague=False)
    if isinstance(amount, Amount) and c.skip(Kind.WITHIN):
        return Within(amount, span)
    if isinstance(amount, Amount) and amount.size and c.skip(Kind.OVER, Kind.FOR):
        return Lasting(amount, span)
    c.back(start)
    return None


def _between(c: Cursor, span: Span) -> Denotation | None:
    """Mart ile Mayıs arasında."""
    return span._replace(apart=False) if isinstance(span, Joined) else None


def _of(c: Cursor, span: Span) -> Denotation | None:
    """Yılın geri kalanında; yazın is in summer; of other nouns, what is said is not known."""
    if c.skip(Kind.REST):
        return Remainder(span)
    if c.skip(Kind.AFTER):
        return After(span)
    return span if isinstance(span, Season) else None


def _since(span: Span) -> Denotation:
    return NoTime(PAST)


_FROM: dict[Kind, Callable[[Span], Denotation]] = {
    Kind.BEFORE: Before,
    Kind.AFTER: After,
    Kind.SINCE: _since,
    Kind.BY: By,
}


_TURNS: dict[Kind, Callable[[Cursor, Span], Denotation | None]] = {
    Kind.IN: _in,
    Kind.TO: _to,
    Kind.FROM: _from,
    Kind.OF: _of,
    Kind.BETWEEN: _between,
    Kind.WITHIN: lambda _, span: Inside(span),
    Kind.OUT: lambda _, span: By(span),
    Kind.BEFORE: lambda _, span: Before(span),
    Kind.AFTER: lambda _, span: After(span),
    Kind.AROUND: lambda _, span: Around(span),
    Kind.OVER: lambda _, span: span,
    Kind.FOR: lambda _, span: span,
    Kind.ONWARD: lambda _, span: span,
    Kind.SINCE: lambda _, span: _since(span),
}
"""What the word behind a time makes of it, by its kind."""


_BEHIND_PAST = (
    Kind.UNIT,
    Kind.OF,
    Kind.IN,
    Kind.FROM,
    Kind.SINCE,
    Kind.WITHIN,
    Kind.PORTION,
    Kind.MONTH,
    Kind.SEASON,
)


def _past(c: Cursor) -> Denotation | None:
    """Geçen yıl, son iki yılda, geçtiğimiz Ağustos'ta."""
    if not c.skip(Kind.LAST):
        return None
    c.skip(Kind.NUMBER, Kind.SOME)
    if not c.skip(*UNITS, Kind.MONTH, Kind.SEASON, Kind.WEEKDAY):
        return None
    while c.skip(*_BEHIND_PAST) or (
        c.before().kind is Kind.OF
        and c.skip(Kind.LAST, Kind.ORDINAL)
        and c.skip(*UNITS, Kind.HALF)
    ):
        pass
    return NoTime(PAST)


def _open(c: Cursor) -> Denotation | None:
    token = c.take(Kind.OPEN)
    return None if token is None else Open(bool(token.value))
