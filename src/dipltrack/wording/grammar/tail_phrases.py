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
    Distant,
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
    Recurring,
    Remainder,
    Season,
    Span,
    Told,
    Unit,
    Within,
    Year,
)
from dipltrack.wording.endings import folded
from dipltrack.wording.grammar.cursor import Cursor
from dipltrack.wording.grammar.tail_spans import JOINS, times
from dipltrack.wording.grammar.years import is_year
from dipltrack.wording.tokens import Kind

_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.YEAR: 12, Unit.DECADE: 120}
_UNITS = (Kind.UNIT, Kind.UNITS)
_ONE = (Kind.NUMBER, Kind.A)
_COUNTS = frozenset(_ONE)
_NAMES = frozenset({Kind.WORD, Kind.EVENT, Kind.BODY})
_NAME = frozenset(
    {
        *_NAMES,
        Kind.OF,
        Kind.ORDINAL,
        Kind.NUMBER,
        Kind.DASH,
        Kind.NEXT,
        Kind.AND,
        Kind.PAST_WORD,
        Kind.DOT,
        Kind.SLASH,
        Kind.FULL,
        Kind.A,
        Kind.MOMENT,
    }
)
"""Words that the name of an event is made of."""
_OF_TIME = frozenset(
    {*_UNITS, Kind.MONTH, Kind.SEASON, Kind.WEEKDAY, Kind.NUMBER, Kind.A, Kind.SOME, Kind.FULL}
)
APART = "apart"
"""Beside a period of a repeat: so many of it lie between, "altı aylık aralıklarla"."""

MARKED = "marked"
"""The value of a case that stands behind an apostrophe: what it hangs on is a name."""

_AFTER_ANY = frozenset({"ardından", "akabinde", "takiben", "müteakip", "muteakip", "müteakiben"})
_DONE = ("digi", "dugu", "tigi", "tugu")
_AT_A_LENGTH = {
    Kind.AFTER: Bearing.AFTER,
    Kind.BEFORE: Bearing.BEFORE,
    Kind.WITHIN: Bearing.WITHIN,
}
_ACCUSATIVES = ("ni", "nı", "nu", "nü", "i", "ı", "u", "ü")
_ONCE = tuple(f"{ending}{case}" for ending in _DONE for case in ("nda", "nde"))
_FOLLOWING = frozenset({"takip eden", "izleyen"})
_DAYS_GO_ON = frozenset({Kind.NUMBER, Kind.DASH, Kind.AND, Kind.OR, Kind.THROUGH})
_BEHIND_YEAR = frozenset({Kind.PORTION, Kind.OF, Kind.IN, Kind.SEASON, Kind.MONTH, Kind.TO})
_PUT_TO = ("planla", "birak", "ertele", "sark", "ongor", "alin", "kaldi", "kalan")
"""How the verbs begin by which something is put to the time before them."""

_FROM_ENDINGS = ("dan", "den", "tan", "ten")


def said(c: Cursor) -> Denotation | None:
    """What is said at the cursor, by the first rule that fits; None leaves it where it was."""
    start = c.at
    for rule in (_repeat, _length, _span, _open, _past_word, _event):
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
    while c.skip(*_NAMES):
        pass
    name = _shown(c, first)
    from_it = c.skip(Kind.FROM) or c.before().text.endswith(_FROM_ENDINGS)
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
    return bare and (numbered or c.kind() in _NAMES or before in _NAMES)


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
    if not c.skip(*_UNITS, Kind.MONTH, Kind.SEASON, Kind.WEEKDAY):
        return None
    while c.skip(*_BEHIND_PAST) or (
        c.before().kind is Kind.OF
        and c.skip(Kind.LAST, Kind.ORDINAL)
        and c.skip(*_UNITS, Kind.HALF)
    ):
        pass
    return NoTime(PAST)


def _length(c: Cursor) -> Denotation | None:
    """Altı ay içinde, önümüzdeki iki yılda, iki hafta sonra; iki hafta önce is past."""
    c.skip(Kind.AT_LATEST, Kind.AROUND)
    ahead = c.skip(Kind.NEXT)
    amount = amount_ahead(c, vague=ahead)
    if amount is None:
        return None
    if isinstance(amount, NoTime):
        return amount
    return _counted(c, amount, ahead=ahead)


def _counted(c: Cursor, amount: Amount, *, ahead: bool) -> Denotation | None:
    if c.skip(Kind.WITHIN, Kind.OVER, Kind.FOR):
        return Within(amount)
    if c.skip(Kind.AFTER):
        return Distant(amount) if amount.size else Within(amount)
    if c.skip(Kind.BEFORE, Kind.SINCE):
        return NoTime(PAST)
    if c.skip(Kind.FROM):
        return NoTime(PAST) if c.skip(Kind.SINCE) else None
    if c.skip(Kind.IN):
        return Within(amount)
    return Within(amount) if ahead else None


def amount_ahead(c: Cursor, *, vague: bool) -> Amount | NoTime | None:
    """A length of time; of two counts the longer. "Beş yıllık" is a length, but no time."""
    while c.skip(Kind.LENGTH):
        pass
    if c.kind() is Kind.UNITS and vague:
        return Amount(None, c.value(Kind.UNITS))
    some = c.skip(Kind.SOME)
    count = None if some else _count(c)
    if not some and count is None:
        return None
    if c.kind() is Kind.REPEAT:
        return _adjective(c, count)
    half = c.kind() is Kind.HALF and c.value(Kind.HALF) == "more"
    working = c.skip(Kind.FULL) and c.before().text == "iş"
    unit = c.value(*_UNITS)
    if unit is None or (unit is Unit.YEAR and (count or 0) > 999):
        return None
    if working and unit is Unit.DAY:
        unit = Unit.WORKING_DAY
    c.skip(Kind.LENGTH, Kind.MOMENT)
    if half:
        return Amount((count or 0) * 12 + 6, Unit.MONTH) if unit is Unit.YEAR else None
    return Amount(count, unit)


def _count(c: Cursor) -> int | None:
    count: int | None = c.value(*_ONE)
    start = c.at
    if count is not None and (c.skip(*JOINS) or _is_next_number(c, count)):
        other: int | None = c.value(Kind.NUMBER)
        if other is not None:
            return max(count, other)
        c.back(start)
    if c.kind() is Kind.OPENING and c.kind(1) is Kind.NUMBER and c.kind(2) is Kind.CLOSING:
        c.at += 3
    return count


def _is_next_number(c: Cursor, count: int) -> bool:
    """True for "iki üç", two or three, which nothing joins."""
    token = c.look()
    return token.kind is Kind.NUMBER and token.value == count + 1 and not token.text.isdigit()


def _adjective(c: Cursor, count: int | None) -> Amount | NoTime | None:
    """Altı aylık süre içinde is within six months; beş yıllık plan is a plan of five years."""
    months = c.value(Kind.REPEAT)[0]
    c.skip(Kind.A)
    named = c.skip(Kind.LENGTH, Kind.MOMENT)
    counted = c.kind() in {Kind.WITHIN, Kind.OVER, Kind.FOR, Kind.IN}
    if not (months and count and counted and (named or c.kind() is Kind.OVER)):
        return NoTime("a length, but no time")
    return Amount(count * months, Unit.MONTH)


def _repeat(c: Cursor) -> Denotation | None:
    """Her yıl, iki yılda bir, yılda iki kez, düzenli olarak."""
    start = c.at
    months = _period(c)
    if months is None:
        return None
    return Recurring(_shown(c, start), months or None)


def _period(c: Cursor) -> int | None:
    """The period in months; 0 where none is counted in them, None where nothing comes again."""
    if c.kind() is Kind.REPEAT:
        return c.value(Kind.REPEAT)[0] or 0
    c.skip(Kind.AROUND)
    every = c.skip(Kind.EVERY)
    count: int | None = c.value(*_ONE)
    if count is not None and c.kind() is Kind.REPEAT and c.look().value[1] == APART:
        return int(count * c.value(Kind.REPEAT)[0])
    token = (
        c.take(Kind.UNIT, Kind.SEASON, Kind.MONTH, Kind.WEEKDAY) if every else c.take(Kind.UNIT)
    )
    if token is None:
        return None
    months = _MONTHS.get(token.value, 0) if token.kind is Kind.UNIT else 0
    if token.kind in {Kind.SEASON, Kind.MONTH}:
        months = 12
    if every:
        return months * (count or 1) * _is_every(c)
    return _so_often(c, months, count)


def _is_every(c: Cursor) -> bool:
    """Past what may stand behind "her iki yılda bir", "her yılın", "her Mayıs ayında"."""
    while c.skip(Kind.UNIT, Kind.OF, Kind.IN):
        pass
    if c.kind(1) is Kind.WEEKDAY and c.skip(Kind.ORDINAL, Kind.LAST):
        c.skip(Kind.WEEKDAY)
        c.skip(Kind.UNIT)
    c.skip(*_ONE)
    c.skip(Kind.TIMES_WORD)
    return True


def _so_often(c: Cursor, months: int, count: int | None) -> int | None:
    """İki yılda bir, yılda iki kez."""
    if not c.skip(Kind.IN):
        return None
    c.skip(Kind.BOUND)
    times: int | None = c.value(*_ONE)
    if times is None or (count is not None and times != 1):
        return None
    if not c.skip(Kind.TIMES_WORD) and times != 1 and c.kind() is not Kind.EVENT:
        return None
    months *= count or 1
    return months // times if months % times == 0 else 0


def _open(c: Cursor) -> Denotation | None:
    token = c.take(Kind.OPEN)
    return None if token is None else Open(bool(token.value))


def _past_word(c: Cursor) -> Denotation | None:
    """Dün, daha önce, bugüne kadar."""
    return NoTime(PAST) if c.value(Kind.SINCE) else None


def _event(c: Cursor) -> Denotation | None:
    """G20 Zirvesi marjında, zirveden önce, bir sonraki toplantıda."""
    start = c.at
    ahead = coming = known = named = False
    while c.kind() in _NAME and not (c.kind() is Kind.NEXT and c.kind(1) in _OF_TIME):
        kind = c.kind()
        if kind in _COUNTS and (c.kind(1) in _UNITS or _is_dated(c)):
            break
        ahead = ahead or kind is Kind.NEXT
        coming = coming or (ahead and kind in {Kind.EVENT, Kind.BODY})
        known = known or kind is Kind.EVENT or coming
        named = named or kind in _NAMES
        c.at += 1
    if not named:
        return None
    name = _shown(c, start)
    found = _hanging(c, name, known=known)
    if found is None and known and coming:
        c.skip(Kind.IN)
        return Happening(name)
    return found


def _is_dated(c: Cursor) -> bool:
    """True where a number is a day or a year: "turu 18 Mart'ta", "toplantısı 2024 başında"."""
    if is_year(c.look()) and c.kind(1) in _BEHIND_YEAR:
        return True
    ahead = 1
    while c.kind(ahead) in _DAYS_GO_ON:
        ahead += 1
    return c.kind(ahead) is Kind.MONTH


def _following(c: Cursor, name: str) -> Happening | None:
    """Yürürlüğe girmesini takip eden altı ay içinde, son bildirimi izleyen otuz gün içinde."""
    start = c.at
    if c.before().text.endswith(_ACCUSATIVES) and c.look().text in _FOLLOWING:
        c.at += 1
        return _in_the_length(c, name, start)
    return None


def _in_the_length(c: Cursor, name: str, start: int) -> Happening | None:
    """The days or the thirty days that follow on an event."""
    amount = amount_ahead(c, vague=True)
    if not isinstance(amount, Amount):
        c.back(start)
        return None
    c.skip(Kind.WITHIN, Kind.IN, Kind.OVER, Kind.FOR)
    return Happening(name, Bearing.WITHIN, amount) if amount.size else Happening(name)


def _hanging(c: Cursor, name: str, *, known: bool) -> Denotation | None:
    """How the time stands to the event, by the word behind its name."""
    from_it = c.skip(Kind.FROM) or c.before().text.endswith(_FROM_ENDINGS)
    if c.skip(Kind.OCCASION):
        return Happening(name)
    following = _following(c, name)
    if following is not None:
        return following
    if c.skip(Kind.BEFORE):
        return Happening(name, Bearing.BEFORE) if known or from_it else None
    if c.skip(Kind.OUT):
        return Happening(name, Bearing.BEFORE)
    beside = _at_a_length(c, name) if from_it else None
    if beside is not None:
        return beside
    start = c.at
    if from_it and c.kind() is Kind.NEXT and folded(c.look().text) == "sonraki":
        c.at += 1
        after = _in_the_length(c, name, start)
        if after is not None:
            return after
    if folded(c.before().text).endswith(_ONCE) or _as_soon_as(c):
        return Happening(name)
    if from_it and c.skip(Kind.AFTER, Kind.ONWARD):
        c.skip(Kind.AT_LATEST)
        amount = amount_ahead(c, vague=False)
        if isinstance(amount, Amount) and c.skip(Kind.WITHIN, Kind.IN, Kind.OVER):
            return Happening(name, Bearing.WITHIN, amount)
        if isinstance(amount, Amount) and c.skip(Kind.AFTER):
            return Happening(name, Bearing.AFTER, amount)
        return Happening(name, Bearing.AFTER) if amount is None else None
    if c.skip(Kind.AFTER):
        known = known or c.before().text in _AFTER_ANY
        return Happening(name, Bearing.AFTER) if known else None
    if c.kind() is Kind.IN and (_is_proper(c) or _is_done_then(c)):
        c.at += 1
        return Happening(name)
    by = c.skip(Kind.TO) and c.skip(Kind.BY)
    return Happening(name, Bearing.BY) if by and known else None


def _as_soon_as(c: Cursor) -> bool:
    """True behind "tamamlanır tamamlanmaz", as soon as it is completed."""
    done = [folded(token.text) for token in c.tokens[max(0, c.at - 2) : c.at]]
    return len(done) > 1 and done[1].endswith(("maz", "mez")) and done[0][:4] == done[1][:4]


def _at_a_length(c: Cursor, name: str) -> Happening | None:
    """Yürürlüğe girmesinden beş yıl sonra, seçimlerden iki ay önce."""
    start = c.at
    amount = amount_ahead(c, vague=False)
    if isinstance(amount, Amount):
        for kind, bearing in _AT_A_LENGTH.items():
            if c.skip(kind):
                return Happening(name, bearing, amount)
    c.back(start)
    return None


def _is_proper(c: Cursor) -> bool:
    """True behind an event that an apostrophe marks as a name: "G20 Zirvesi'nde"."""
    return c.before().kind in {Kind.EVENT, Kind.BODY} and c.look().value == MARKED


def _is_done_then(c: Cursor) -> bool:
    """True behind the day on which something was done: "bildirimin alındığı tarihte"."""
    verb = c.tokens[c.at - 2] if c.at > 1 else c.look(-c.at)
    done = verb.kind is Kind.EVENT or folded(verb.text).endswith(_DONE)
    return done and c.before().kind is Kind.MOMENT


def _shown(c: Cursor, start: int) -> str:
    """The words read since a place, as they are written."""
    shown = ""
    end = -1
    for token in c.tokens[start : c.at]:
        shown += token.text if not shown or token.start == end else f" {token.text}"
        end = token.end
    return shown
