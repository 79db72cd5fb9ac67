"""Days, hours, months and decades as other languages write them: "le 25", "el mes de mayo"."""

from dipltrack.wording.denotation import Unit
from dipltrack.wording.grammar.row import JOINS, LISTS, is_unit, kind_at, past_article, turned
from dipltrack.wording.grammar.years import is_year
from dipltrack.wording.tokens import Kind, Token

_BEHIND_A_DAY = frozenset({Kind.WORD, Kind.FINISH, Kind.IN, Kind.AT, Kind.EVENT})
"""Words behind "el día 20" with which no month is named."""


ALONE = frozenset({Kind.NUMBER, Kind.ORDINAL, Kind.A})

_ENDS = frozenset({Kind.FINISH, Kind.COMMA, Kind.AT, Kind.IN})


def is_hour(tokens: list[Token], at: int) -> bool:
    """True where a number is an hour: "à 14 heures"."""
    if kind_at(tokens, at) is not Kind.NUMBER:
        return False
    pointed = kind_at(tokens, at + 1) is Kind.DOT and kind_at(tokens, at + 2) is Kind.NUMBER
    return is_unit(tokens, at + (3 if pointed else 1), Unit.HOUR)


def _is_minutes(tokens: list[Token], at: int) -> bool:
    """True for the stop and the minutes of "18.30 horas", behind the hour."""
    minutes = at + (kind_at(tokens, at) is Kind.DOT)
    before = at - (kind_at(tokens, at) is Kind.NUMBER)
    stopped = kind_at(tokens, minutes - 1) is Kind.DOT or before == at
    return (
        stopped
        and kind_at(tokens, minutes) is Kind.NUMBER
        and is_unit(tokens, minutes + 1, Unit.HOUR)
    )


def plain_months(tokens: list[Token]) -> list[Token]:
    """The month of May as May, the months of summer as summer, the day 15 as 15."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        if is_unit(tokens, at, Unit.MONTH) and kind_at(tokens, at + 1) is Kind.OF:
            behind = at + 2 + (kind_at(tokens, at + 2) in {Kind.NEXT, Kind.THIS})
            at += 2 * (kind_at(tokens, behind) in {Kind.MONTH, Kind.SEASON})
        elif is_unit(tokens, at, Unit.DAY) and kind_at(tokens, at + 1) is Kind.NUMBER:
            at += kind_at(tokens, at - 1) not in {Kind.NUMBER, Kind.ORDINAL}
            if kind_at(tokens, at + 1) in _BEHIND_A_DAY:
                if kind_at(out, len(out) - 1) is Kind.NEXT:
                    out.pop()
                out.append(tokens[at]._replace(kind=Kind.ORDINAL))
                end = tokens[at].end
                out.append(Token(Kind.COMMA, None, "", end, end))  # no number of a meeting
                at += 1
                continue
        out.append(tokens[at])
        at += 1
    return out


def decades(tokens: list[Token]) -> list[Token]:
    """«La década de 2020», «les années 2020»: ten years, where no second year follows."""
    if all(token.kind is not Kind.NUMBER for token in tokens):
        return tokens
    out: list[Token] = []
    for at, token in enumerate(tokens):
        round_ = token.kind is Kind.NUMBER and is_year(token) and token.value % 10 == 0
        if not round_:
            out.append(token)
            continue
        named = at - 1 - (kind_at(tokens, at - 1) is Kind.OF)
        joined = kind_at(tokens, at + 1) in LISTS
        many = kind_at(tokens, at - 1) is Kind.UNITS and tokens[at - 1].value is Unit.YEAR
        if not joined and (many or is_unit(tokens, named, Unit.DECADE)):
            del out[named - at :]
            token = token._replace(kind=Kind.DECADE)
        out.append(token)
    return out


def alone(tokens: list[Token]) -> list[Token]:
    """«Le 25», with nothing that it counts, as «the 25th»; «un ou deux» as «one or two»."""
    out = list(tokens)
    for at, token in enumerate(tokens):
        if token.kind not in ALONE:
            continue
        after = kind_at(tokens, at + 1)
        if _is_the_day(tokens, at) and (after in _ENDS or _range_ends(tokens, at + 1)):
            out[at] = token._replace(kind=Kind.ORDINAL)
        if _is_one_of_them(tokens, at):
            out[at] = turned(Kind.CHANGE, token)
        if token.kind is Kind.A and after in JOINS and kind_at(tokens, at + 2) is Kind.NUMBER:
            out[at] = token._replace(kind=Kind.NUMBER, value=1)
            out[at + 1] = turned(Kind.TO, out[at + 1])
    return out


def _is_the_day(tokens: list[Token], at: int) -> bool:
    """True where an article, or a weekday behind one, stands before a number of a day."""
    if kind_at(tokens, at) is not Kind.NUMBER or not 0 < tokens[at].value < 32:
        return False
    before = at - 1 - (kind_at(tokens, at - 1) is Kind.WEEKDAY)
    return kind_at(tokens, before) is Kind.THE and tokens[at].text.isdigit()


def _is_one_of_them(tokens: list[Token], at: int) -> bool:
    """True for «la primera de junio», which is no day but a week or a meeting named before."""
    if tokens[at].kind is not Kind.ORDINAL or not tokens[at].text.endswith(("a", "iere", "ª")):
        return False
    return (kind_at(tokens, at + 1), kind_at(tokens, at + 2)) == (Kind.OF, Kind.MONTH)


def _range_ends(tokens: list[Token], at: int) -> bool:
    """True where only a second day follows: "du 25 au 27"."""
    if kind_at(tokens, at) not in {Kind.TO, Kind.AND}:
        return False
    last = past_article(tokens, at + 1)
    return _is_the_day(tokens, last) and kind_at(tokens, last + 1) is Kind.FINISH


def hours(tokens: list[Token]) -> list[Token]:
    """«À 14 heures», «a las 10:00 horas» as the hour of the day."""
    if all(token.value is not Unit.HOUR for token in tokens):
        return tokens
    out: list[Token] = []
    for at, token in enumerate(tokens):
        if _is_minutes(tokens, at) and kind_at(out, len(out) - 1) is Kind.CLOCK:
            continue
        leads = kind_at(out, len(out) - 1 - (kind_at(out, len(out) - 1) is Kind.THE))
        if leads is Kind.AT and is_hour(tokens, at):
            out.append(turned(Kind.CLOCK, token))
        elif not (is_unit(tokens, at, Unit.HOUR) and kind_at(out, len(out) - 1) is Kind.CLOCK):
            out.append(token)
    return out
