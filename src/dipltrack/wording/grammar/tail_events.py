"""Events where heads stand last: "zirve sırasında", "imzadan sonra"."""

from dipltrack.wording.denotation import PAST, Amount, Bearing, Denotation, Happening, NoTime
from dipltrack.wording.endings import folded
from dipltrack.wording.grammar.cursor import Cursor
from dipltrack.wording.grammar.tail_lengths import ONE, UNITS, amount_ahead
from dipltrack.wording.grammar.years import is_year
from dipltrack.wording.tokens import Kind

_COUNTS = frozenset(ONE)


NAMES = frozenset({Kind.WORD, Kind.EVENT, Kind.BODY})


_NAME = frozenset(
    {
        *NAMES,
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
    {*UNITS, Kind.MONTH, Kind.SEASON, Kind.WEEKDAY, Kind.NUMBER, Kind.A, Kind.SOME, Kind.FULL}
)


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


FROM_ENDINGS = ("dan", "den", "tan", "ten")


def past_word(c: Cursor) -> Denotation | None:
    """Dün, daha önce, bugüne kadar."""
    return NoTime(PAST) if c.value(Kind.SINCE) else None


def event(c: Cursor) -> Denotation | None:
    """G20 Zirvesi marjında, zirveden önce, bir sonraki toplantıda."""
    start = c.at
    ahead = coming = known = named = False
    while c.kind() in _NAME and not (c.kind() is Kind.NEXT and c.kind(1) in _OF_TIME):
        kind = c.kind()
        if kind in _COUNTS and (c.kind(1) in UNITS or _is_dated(c)):
            break
        ahead = ahead or kind is Kind.NEXT
        coming = coming or (ahead and kind in {Kind.EVENT, Kind.BODY})
        known = known or kind is Kind.EVENT or coming
        named = named or kind in NAMES
        c.at += 1
    if not named:
        return None
    name = c.words_since(start)
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
    from_it = c.skip(Kind.FROM) or c.before().text.endswith(FROM_ENDINGS)
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
