"""What a word before a time means for what stands behind it: "d'ici six mois", "du 3 au 5 mai"."""

from dipltrack.wording.denotation import Portion
from dipltrack.wording.grammar.daily import is_hour
from dipltrack.wording.grammar.row import (
    COUNTED,
    RUN,
    UNITS,
    amount_end,
    kind_at,
    past_article,
    turned,
)
from dipltrack.wording.grammar.years import is_year
from dipltrack.wording.tokens import Kind, Token

CLOSE = "close"
"""The value of "à l'issue", which is the end of a time, or an event as "lors de" is."""


_SIDES = frozenset(
    {
        (before, after)
        for before in (Kind.NUMBER, Kind.ORDINAL, Kind.MONTH, Kind.WEEKDAY)
        for after in (Kind.NUMBER, Kind.ORDINAL, Kind.MONTH, Kind.WEEKDAY)
    }
    | {(Kind.MONTH, Kind.PORTION)}
)
"""What stands on both sides of "à" where it means "to" and no "from" stands before."""


_HEADS = frozenset(
    {
        Kind.NUMBER,
        Kind.ORDINAL,
        Kind.MONTH,
        Kind.WEEKDAY,
        Kind.SEASON,
        Kind.PORTION,
        Kind.NEXT,
        Kind.THIS,
        Kind.UNIT,
        Kind.FRACTION,
        Kind.LAST,
        Kind.PORTION_UNIT,
    }
)

BOUNDS = frozenset(
    {
        Kind.BY,
        Kind.BEFORE,
        Kind.AFTER,
        Kind.AT,
        Kind.AT_LATEST,
        Kind.WITHIN,
        Kind.IN,
        Kind.FROM,
        Kind.AS_EARLY_AS,
        Kind.FOR,
        Kind.OVER,
        Kind.OCCASION,
    }
)
"""The words before a time that may have to be turned for what stands behind them."""


_PERIODS = frozenset({Kind.UNIT, Kind.HALF, Kind.MONTH, Kind.SEASON})

_COURSE = (
    *("au cours d", "dans le courant d", "au courant d", "pendant", "durant", "tout au long"),
    *("en el curso d", "en el transcurso d", "en el decurso d", "a lo largo d"),
    *("antes de que ", "antes de terminar", "antes de acabar", "antes de finalizar"),
    "antes de concluir",
)
"""How the words begin behind which a bare unit is the one that runs."""


_FAR = 12

_TO = frozenset({"a", "au", "al", "aux"})

_NAMED_ON = frozenset(
    {
        Kind.OF,
        Kind.NUMBER,
        Kind.AFTER,
        Kind.NEXT,
        Kind.THIS,
        Kind.LAST,
        Kind.TO_COME,
        Kind.FISCAL,
        Kind.PARTY,
        Kind.AND,
        Kind.OR,
    }
)
"""Words behind a unit that say which one is meant."""


def spanned(tokens: list[Token]) -> list[Token]:
    """«De … à …» as «from … to …», where a time stands on both sides."""
    out = list(tokens)
    for at, token in enumerate(tokens):
        until = token.kind is Kind.BY
        if not until and (token.kind is not Kind.AT or token.text not in _TO):
            continue
        behind = past_article(out, at + 1)
        after = kind_at(out, behind)
        if after not in _HEADS or is_hour(out, behind):
            continue
        start = _from_before(out, at)
        if start is not None:
            out[start] = out[start]._replace(kind=Kind.FROM)
        if start is not None or (not until and (kind_at(out, at - 1), after) in _SIDES):
            out[at] = turned(Kind.TO, token)
    return out


def _from_before(tokens: list[Token], at: int) -> int | None:
    """The place of the "de" with which the time before begins, or of a "from" already read."""
    start = at - 1
    while start >= max(0, at - _FAR) and tokens[start].kind in RUN:
        start -= 1
    if kind_at(tokens, start) is Kind.FROM and start < at - 1:
        return start
    first = start + 1
    return first if first < at - 1 and tokens[first].kind is Kind.OF else None


def bounded(tokens: list[Token]) -> list[Token]:
    """«D'ici six mois», «dans l'année» as «within six months», «within the year»."""
    out = list(tokens)
    for at, token in enumerate(tokens):
        if token.kind not in BOUNDS:
            continue
        behind = past_article(tokens, at + 1)
        end = amount_end(tokens, behind)
        if token.kind in {Kind.BY, Kind.BEFORE, Kind.AT_LATEST} and end:
            out[at] = turned(Kind.WITHIN, token)
        elif token.kind is Kind.WITHIN and token.value == "in" and end and behind == at + 1:
            split = kind_at(tokens, end) not in {Kind.OF, Kind.AFTER, Kind.FROM}
            out[at] = turned(Kind.IN if split else Kind.WITHIN, token)
        elif token.kind is Kind.AFTER and _is_counted_on(tokens, at, behind):
            out[at] = turned(Kind.FROM, token)
        elif token.text == "para" and _is_an_end(tokens, at + 1):
            out[at] = turned(Kind.BY, token)
        elif token.kind is Kind.AFTER and _is_behind_length(tokens, at):
            out[at] = turned(Kind.TO_COME, token)
        elif token.kind is Kind.AT and behind > at + 1 and _is_target(tokens, behind):
            out[at] = turned(Kind.BY, token)
        elif token.value == CLOSE and _is_time(tokens, at + 1):
            out[at] = token._replace(kind=Kind.PORTION, value=Portion.END)
        elif token.kind in {Kind.FROM, Kind.AS_EARLY_AS} and _is_event(tokens, at, behind):
            out[at] = turned(Kind.WHEN, token)
        elif token.kind is Kind.IN and token.value == "over":
            out[at] = turned(Kind.OVER if end and behind == at + 1 else Kind.IN, token)
        elif token.kind in {Kind.FOR, Kind.OVER} and _is_next_one(tokens, behind):
            out[at] = turned(Kind.IN, token)
        elif token.kind is Kind.IN and token.value == "within":
            out[at] = _inside(tokens, at, token)
            if kind_at(tokens, behind) is Kind.UNIT and kind_at(tokens, behind + 1) is Kind.AFTER:
                out[at + 1] = turned(Kind.A, out[at + 1])
    return out


def _is_counted_on(tokens: list[Token], at: int, behind: int) -> bool:
    """True for «a contar del 15 de octubre», from which no length is counted."""
    dated = tokens[at].text.startswith("a contar") and kind_at(tokens, behind) in COUNTED
    return dated and kind_at(tokens, at - 1) not in UNITS


def _is_an_end(tokens: list[Token], at: int) -> bool:
    """True for the bare end of a unit, by which something is to be done: "para fin de año"."""
    ends = kind_at(tokens, at) is Kind.PORTION_UNIT and tokens[at].value[0] is Portion.END
    ends = ends and tokens[at].text.startswith("fin ")
    return ends and kind_at(tokens, at - 2) not in {Kind.WORD, Kind.FOR, Kind.IN}


def _is_behind_length(tokens: list[Token], at: int) -> bool:
    """True for «qui suivent» behind a length, with nothing that it follows on."""
    ends = {Kind.FINISH, Kind.COMMA, Kind.DOT}
    return kind_at(tokens, at - 1) is Kind.UNITS and kind_at(tokens, at + 1) in ends


def _is_target(tokens: list[Token], at: int) -> bool:
    """True for the year of «al 2025», by which something is to be reached."""
    return at < len(tokens) and is_year(tokens[at])


def _is_time(tokens: list[Token], at: int) -> bool:
    """True where a time follows, with "of" and its article or without: a unit, a half, a year."""
    at += kind_at(tokens, at) is Kind.OF
    at = past_article(tokens, at)
    kind = kind_at(tokens, at)
    if kind is Kind.NUMBER:
        return is_year(tokens[at])
    if kind in {Kind.ORDINAL, Kind.LAST, Kind.NEXT, Kind.THIS}:
        kind = kind_at(tokens, at + 1)
    return kind in _PERIODS


def _is_event(tokens: list[Token], at: int, behind: int) -> bool:
    """True where an event follows, and no length of time is counted from it."""
    act = tokens[at].kind is Kind.AS_EARLY_AS and behind > at + 1  # dès la réouverture
    named = {Kind.EVENT, Kind.WORD} if act else {Kind.EVENT}
    return kind_at(tokens, behind) in named and kind_at(tokens, at - 1) not in UNITS


def _is_next_one(tokens: list[Token], at: int) -> bool:
    """True for "next year", which is one of the calendar: "pour l'année prochaine"."""
    return kind_at(tokens, at) is Kind.NEXT and kind_at(tokens, at + 1) is Kind.UNIT


def _inside(tokens: list[Token], at: int, token: Token) -> Token:
    """«Dans les six mois», «dans l'année», with its article, is «within»."""
    article = kind_at(tokens, at + 1) is Kind.THE
    behind, after = kind_at(tokens, at + 2), kind_at(tokens, at + 3)
    ends = {Kind.FINISH, Kind.COMMA, Kind.AFTER}
    counted = bool(amount_end(tokens, at + 2)) or behind in {Kind.UNITS, Kind.NEXT}
    if article and (counted or (behind is Kind.UNIT and after in ends)):
        return turned(Kind.WITHIN, token)
    return token._replace(value=None)


def since(tokens: list[Token]) -> list[Token]:
    """«Desde 2015» is past, «desde 2020» may lie ahead: like what was signed then."""
    out: list[Token] = []
    for at, token in enumerate(tokens):
        if token.kind is Kind.FROM and token.value == "since":
            if kind_at(tokens, past_article(tokens, at + 1)) in _HEADS:
                out.append(Token(Kind.PAST_WORD, None, "", token.start, token.start))
            token = token._replace(value=None)
        out.append(token)
    return out


def ago(tokens: list[Token]) -> list[Token]:
    """«Il y a deux ans» as «two years ago»; before anything else the words tell no time."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind is Kind.AGO:
            end = amount_end(tokens, at + 1)
            out += [*tokens[at + 1 : end], token] if end else [turned(Kind.WORD, token)]
            at = end or at + 1
            continue
        out.append(token)
        at += 1
    return out


def running(tokens: list[Token]) -> list[Token]:
    """«Au cours de la semaine», «antes de que termine el mes»: the one that runs is meant."""
    out = list(tokens)
    for at, token in enumerate(tokens):
        if (
            token.kind in BOUNDS
            and token.text.startswith(_COURSE)
            and kind_at(tokens, at + 1) is Kind.THE
            and kind_at(tokens, at + 2) is Kind.UNIT
            and kind_at(tokens, at + 3) not in _NAMED_ON
        ):
            out[at + 1] = out[at + 1]._replace(kind=Kind.THIS, value=0)
    return out
