"""What points at a noun from behind, brought before it: "l'année prochaine", "les six prochains mois"."""

from dipltrack.wording.denotation import Portion, Unit
from dipltrack.wording.grammar.row import (
    COUNTED,
    JOINS,
    LISTS,
    RUN,
    UNITS,
    is_unit,
    kind_at,
    turned,
)
from dipltrack.wording.grammar.years import is_year
from dipltrack.wording.tokens import Kind, Token

_NOUNS = frozenset(
    {Kind.UNIT, Kind.UNITS, Kind.MONTH, Kind.SEASON, Kind.WEEKDAY, Kind.PORTION_UNIT}
)

POINTERS = frozenset({Kind.NEXT, Kind.THIS, Kind.LAST, Kind.TO_COME})


def pointed(tokens: list[Token]) -> list[Token]:
    """What is said behind a noun, before it: "l'année prochaine", "el año que viene"."""
    out: list[Token] = []
    for token in tokens:
        noun = out[-1] if out else None
        if noun is None or not _is_behind(noun, token, out):
            out.append(token)
        elif token.kind in {Kind.FISCAL, Kind.PARTY}:
            _put_before(out, token, noun)
        elif noun.kind is Kind.PORTION_UNIT:
            portion, unit = noun.value
            out[-1] = noun._replace(kind=Kind.PORTION, value=portion)
            out.append(_pointer(token))
            out.append(token._replace(kind=Kind.UNIT, value=unit))
        elif token.kind is Kind.LAST and _is_day(out, len(out) - 1):
            _make_past(out, token)
        elif _is_day(out, len(out) - 1):
            out[-1] = noun._replace(end=token.end)
        else:
            _put_before(out, _pointer(token), noun)
    return out


def _pointer(token: Token) -> Token:
    """«À venir» and «que viene» behind one noun say the next one."""
    if token.kind is not Kind.TO_COME:
        return token
    return token._replace(kind=Kind.NEXT, value=1)


def _is_behind(noun: Token, token: Token, out: list[Token]) -> bool:
    """True for a word that points, behind the noun that it points at."""
    if token.kind in {Kind.FISCAL, Kind.PARTY}:
        return noun.kind is Kind.UNIT and noun.value is Unit.YEAR
    if token.kind not in POINTERS or noun.kind not in _NOUNS:
        return False
    if token.kind is Kind.TO_COME:
        return noun.kind is not Kind.UNITS and kind_at(out, len(out) - 2) is not Kind.NUMBER
    return kind_at(out, len(out) - 2) not in {Kind.NEXT, Kind.THIS}


def _put_before(out: list[Token], token: Token, noun: Token) -> None:
    """Both in the other order; each takes the place of the other, so that places still rise."""
    if token.kind is Kind.PARTY and kind_at(out, len(out) - 2) is Kind.FISCAL:
        out.insert(-2, token._replace(start=out[-2].start, end=out[-2].start))
        return
    out[-1] = token._replace(start=noun.start, end=noun.end)
    out.append(noun._replace(start=token.start, end=token.end))


def _is_day(out: list[Token], at: int) -> bool:
    """True where the month there has its day before it: "le 15 mars", "el 15 de marzo"."""
    before = at - 1 - (kind_at(out, at - 1) is Kind.OF)
    return out[at].kind is Kind.MONTH and kind_at(out, before) in COUNTED


def _make_past(out: list[Token], token: Token) -> None:
    """The 15th of last March: "since" stands before it, for it is past."""
    out[-1] = out[-1]._replace(end=token.end)
    start = len(out) - 1
    while start > 0 and out[start - 1].kind in RUN | LISTS:
        start -= 1
    out.insert(start, Token(Kind.SINCE, None, "", out[start].start, out[start].start))


def counted(tokens: list[Token]) -> list[Token]:
    """«Six prochains mois» as «next six months», «trois premiers mois» as «first three months»."""
    out = list(tokens)
    for at in range(len(out) - 2):
        count, pointer, unit = out[at : at + 3]
        pointing = pointer.kind is Kind.NEXT or _bounding(pointer)
        if count.kind in {Kind.NUMBER, Kind.SOME} and pointing and unit.kind in UNITS:
            out[at] = pointer._replace(start=count.start, end=count.end)
            out[at + 1] = count._replace(start=pointer.start, end=pointer.end)
            out[at + 2] = unit._replace(kind=Kind.UNITS)
            if _is_the_more(out, at):
                out[at - 2 : at + 2] = [out[at], *out[at - 2 : at], out[at + 1]]
    return out


def _is_the_more(tokens: list[Token], at: int) -> bool:
    """True where the count there is the second of two: "les deux à trois prochains mois"."""
    return kind_at(tokens, at - 1) in JOINS and kind_at(tokens, at - 2) is Kind.NUMBER


def _bounding(token: Token) -> bool:
    """True for "first" and "last"."""
    return token.kind is Kind.LAST or (token.kind is Kind.ORDINAL and token.value == 1)


def loose_ends(tokens: list[Token]) -> list[Token]:
    """«Les premiers jours de mai», of which no number is said, as early May."""
    out: list[Token] = []
    for at, token in enumerate(tokens):
        many, of = kind_at(tokens, at + 1), kind_at(tokens, at + 2)
        if _bounding(token) and (many, of) == (Kind.UNITS, Kind.OF):
            part = Portion.LATE if token.kind is Kind.LAST else Portion.EARLY
            out.append(token._replace(kind=Kind.PORTION, value=part, end=tokens[at + 1].end))
        elif token.kind is not Kind.UNITS or not (out and token.start < token.end == out[-1].end):
            out.append(token)
    return out


def dated(tokens: list[Token]) -> list[Token]:
    """«El próximo 15 de marzo», «el próximo año 2019»: the date is enough; a past one is past."""
    out: list[Token] = []
    for at, token in enumerate(tokens):
        if token.kind in {Kind.NEXT, Kind.THIS, Kind.LAST} and _dates(tokens, at + 1):
            if token.kind is Kind.LAST:
                out.append(turned(Kind.SINCE, token))
            continue
        out.append(token)
    return out


def _dates(tokens: list[Token], at: int) -> bool:
    """True where a day with its month, or a year in figures, stands there."""
    year = at + is_unit(tokens, at, Unit.YEAR)
    if year < len(tokens) and is_year(tokens[year]):
        return True
    if kind_at(tokens, at) is Kind.WEEKDAY and kind_at(tokens, at + 1) is Kind.NUMBER:
        at += 1
    if kind_at(tokens, at) not in COUNTED:
        return False
    while kind_at(tokens, at) in LISTS | {Kind.ORDINAL}:
        at += 1
    return kind_at(tokens, at + (kind_at(tokens, at) is Kind.OF)) is Kind.MONTH
