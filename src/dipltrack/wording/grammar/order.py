"""The order of words: what other languages say behind a noun is brought before it.

The grammar reads "the next year", "the next six months", "from 3 to 5 May". French and Spanish say
"l'année prochaine", "les six prochains mois", "du 3 au 5 mai": the same words, in another order, and
some of them in one ("du" is "of the", or "from the" where "au" follows).
"""

from collections.abc import Callable

from dipltrack.wording.denotation import Portion, Unit
from dipltrack.wording.grammar.named import APART
from dipltrack.wording.grammar.years import is_year
from dipltrack.wording.tokens import Kind, Token

ARTICLE = "the"
"""The value of a preposition that holds its article: "du" is "de" and "le"."""

CLOSE = "close"
"""The value of "à l'issue", which is the end of a time, or an event as "lors de" is."""

_NOUNS = frozenset(
    {Kind.UNIT, Kind.UNITS, Kind.MONTH, Kind.SEASON, Kind.WEEKDAY, Kind.PORTION_UNIT}
)
_POINTERS = frozenset({Kind.NEXT, Kind.THIS, Kind.LAST, Kind.TO_COME})
_UNITS = frozenset({Kind.UNIT, Kind.UNITS})
_COUNTED = frozenset({Kind.NUMBER, Kind.ORDINAL})
_LISTS = frozenset({Kind.NUMBER, Kind.AND, Kind.OR, Kind.DASH, Kind.COMMA, Kind.TO, Kind.THE})
_RUN = frozenset(
    {
        Kind.NUMBER,
        Kind.ORDINAL,
        Kind.MONTH,
        Kind.WEEKDAY,
        Kind.SEASON,
        Kind.UNIT,
        Kind.UNITS,
        Kind.PORTION,
        Kind.NEXT,
        Kind.THIS,
        Kind.LAST,
        Kind.THE,
        Kind.OF,
        Kind.FRACTION,
        Kind.HALF,
        Kind.DASH,
        Kind.COMMA,
        Kind.DOT,
        Kind.PORTION_UNIT,
        Kind.DAYWORD,
    }
)
"""The words of which the first of two times may consist, back to the word "from"."""

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
_BOUNDS = frozenset(
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
_AMOUNT = frozenset({Kind.NUMBER, Kind.A, Kind.SOME})
_IN_AMOUNT = frozenset(
    {Kind.OR, Kind.TO, Kind.DASH, Kind.AND, Kind.FULL, Kind.OPENING, Kind.CLOSING}
)
_COURSE = (
    *("au cours d", "dans le courant d", "au courant d", "pendant", "durant", "tout au long"),
    *("en el curso d", "en el transcurso d", "en el decurso d", "a lo largo d"),
    *("antes de que ", "antes de terminar", "antes de acabar", "antes de finalizar"),
    "antes de concluir",
)
"""How the words begin behind which a bare unit is the one that runs."""

_JOINS = frozenset({Kind.TO, Kind.OR, Kind.DASH, Kind.AT})
_BEHIND_A_DAY = frozenset({Kind.WORD, Kind.FINISH, Kind.IN, Kind.AT, Kind.EVENT})
"""Words behind "el día 20" with which no month is named."""

_ALONE = frozenset({Kind.NUMBER, Kind.ORDINAL, Kind.A})
_ENDS = frozenset({Kind.FINISH, Kind.COMMA, Kind.AT, Kind.IN})
_FAR = 12
_TO = frozenset({"a", "au", "al", "aux"})


def ordered(tokens: list[Token]) -> list[Token]:
    """The tokens in the order of the grammar, each contraction as its two words."""
    kinds = {token.kind for token in tokens}
    for rule, turned in _RULES:
        if not turned.isdisjoint(kinds):
            tokens = rule(tokens)
    return tokens


def kind_at(tokens: list[Token], at: int) -> Kind:
    """The kind of the token at a place; outside the text a FINISH."""
    return tokens[at].kind if 0 <= at < len(tokens) else Kind.FINISH


def _past_article(tokens: list[Token], at: int) -> int:
    return at + (kind_at(tokens, at) is Kind.THE)


def _turned(kind: Kind, token: Token) -> Token:
    return Token(kind, None, token.text, token.start, token.end)


def _expanded(tokens: list[Token]) -> list[Token]:
    """Each contraction as a preposition and an article."""
    if all(token.value != ARTICLE for token in tokens):
        return tokens
    out: list[Token] = []
    for token in tokens:
        if token.value == ARTICLE and token.kind is not Kind.THE:
            out.append(token._replace(value=None))
            out.append(Token(Kind.THE, None, "", token.end, token.end))
        else:
            out.append(token)
    return out


def _spanned(tokens: list[Token]) -> list[Token]:
    """«De … à …» as «from … to …», where a time stands on both sides."""
    out = list(tokens)
    for at, token in enumerate(tokens):
        until = token.kind is Kind.BY
        if not until and (token.kind is not Kind.AT or token.text not in _TO):
            continue
        behind = _past_article(out, at + 1)
        after = kind_at(out, behind)
        if after not in _HEADS or _is_hour(out, behind):
            continue
        start = _from_before(out, at)
        if start is not None:
            out[start] = out[start]._replace(kind=Kind.FROM)
        if start is not None or (not until and (kind_at(out, at - 1), after) in _SIDES):
            out[at] = _turned(Kind.TO, token)
    return out


def _is_hour(tokens: list[Token], at: int) -> bool:
    """True where a number is an hour: "à 14 heures"."""
    if kind_at(tokens, at) is not Kind.NUMBER:
        return False
    pointed = kind_at(tokens, at + 1) is Kind.DOT and kind_at(tokens, at + 2) is Kind.NUMBER
    return _is_unit(tokens, at + (3 if pointed else 1), Unit.HOUR)


def _is_minutes(tokens: list[Token], at: int) -> bool:
    """True for the stop and the minutes of "18.30 horas", behind the hour."""
    minutes = at + (kind_at(tokens, at) is Kind.DOT)
    before = at - (kind_at(tokens, at) is Kind.NUMBER)
    stopped = kind_at(tokens, minutes - 1) is Kind.DOT or before == at
    return (
        stopped
        and kind_at(tokens, minutes) is Kind.NUMBER
        and _is_unit(tokens, minutes + 1, Unit.HOUR)
    )


def _is_unit(tokens: list[Token], at: int, unit: Unit) -> bool:
    return kind_at(tokens, at) in _UNITS and tokens[at].value is unit


def _from_before(tokens: list[Token], at: int) -> int | None:
    """The place of the "de" with which the time before begins, or of a "from" already read."""
    start = at - 1
    while start >= max(0, at - _FAR) and tokens[start].kind in _RUN:
        start -= 1
    if kind_at(tokens, start) is Kind.FROM and start < at - 1:
        return start
    first = start + 1
    return first if first < at - 1 and tokens[first].kind is Kind.OF else None


def _plain_months(tokens: list[Token]) -> list[Token]:
    """The month of May as May, the months of summer as summer, the day 15 as 15."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        if _is_unit(tokens, at, Unit.MONTH) and kind_at(tokens, at + 1) is Kind.OF:
            behind = at + 2 + (kind_at(tokens, at + 2) in {Kind.NEXT, Kind.THIS})
            at += 2 * (kind_at(tokens, behind) in {Kind.MONTH, Kind.SEASON})
        elif _is_unit(tokens, at, Unit.DAY) and kind_at(tokens, at + 1) is Kind.NUMBER:
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


def _decades(tokens: list[Token]) -> list[Token]:
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
        joined = kind_at(tokens, at + 1) in _LISTS
        many = kind_at(tokens, at - 1) is Kind.UNITS and tokens[at - 1].value is Unit.YEAR
        if not joined and (many or _is_unit(tokens, named, Unit.DECADE)):
            del out[named - at :]
            token = token._replace(kind=Kind.DECADE)
        out.append(token)
    return out


def _pointed(tokens: list[Token]) -> list[Token]:
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
    if token.kind not in _POINTERS or noun.kind not in _NOUNS:
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
    return out[at].kind is Kind.MONTH and kind_at(out, before) in _COUNTED


def _make_past(out: list[Token], token: Token) -> None:
    """The 15th of last March: "since" stands before it, for it is past."""
    out[-1] = out[-1]._replace(end=token.end)
    start = len(out) - 1
    while start > 0 and out[start - 1].kind in _RUN | _LISTS:
        start -= 1
    out.insert(start, Token(Kind.SINCE, None, "", out[start].start, out[start].start))


def _counted(tokens: list[Token]) -> list[Token]:
    """«Six prochains mois» as «next six months», «trois premiers mois» as «first three months»."""
    out = list(tokens)
    for at in range(len(out) - 2):
        count, pointer, unit = out[at : at + 3]
        pointing = pointer.kind is Kind.NEXT or _bounding(pointer)
        if count.kind in {Kind.NUMBER, Kind.SOME} and pointing and unit.kind in _UNITS:
            out[at] = pointer._replace(start=count.start, end=count.end)
            out[at + 1] = count._replace(start=pointer.start, end=pointer.end)
            out[at + 2] = unit._replace(kind=Kind.UNITS)
            if _is_the_more(out, at):
                out[at - 2 : at + 2] = [out[at], *out[at - 2 : at], out[at + 1]]
    return out


def _is_the_more(tokens: list[Token], at: int) -> bool:
    """True where the count there is the second of two: "les deux à trois prochains mois"."""
    return kind_at(tokens, at - 1) in _JOINS and kind_at(tokens, at - 2) is Kind.NUMBER


def _bounding(token: Token) -> bool:
    """True for "first" and "last"."""
    return token.kind is Kind.LAST or (token.kind is Kind.ORDINAL and token.value == 1)


def _loose_ends(tokens: list[Token]) -> list[Token]:
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


def _dated(tokens: list[Token]) -> list[Token]:
    """«El próximo 15 de marzo», «el próximo año 2019»: the date is enough; a past one is past."""
    out: list[Token] = []
    for at, token in enumerate(tokens):
        if token.kind in {Kind.NEXT, Kind.THIS, Kind.LAST} and _dates(tokens, at + 1):
            if token.kind is Kind.LAST:
                out.append(_turned(Kind.SINCE, token))
            continue
        out.append(token)
    return out


def _dates(tokens: list[Token], at: int) -> bool:
    """True where a day with its month, or a year in figures, stands there."""
    year = at + _is_unit(tokens, at, Unit.YEAR)
    if year < len(tokens) and is_year(tokens[year]):
        return True
    if kind_at(tokens, at) is Kind.WEEKDAY and kind_at(tokens, at + 1) is Kind.NUMBER:
        at += 1
    if kind_at(tokens, at) not in _COUNTED:
        return False
    while kind_at(tokens, at) in _LISTS | {Kind.ORDINAL}:
        at += 1
    return kind_at(tokens, at + (kind_at(tokens, at) is Kind.OF)) is Kind.MONTH


def _alone(tokens: list[Token]) -> list[Token]:
    """«Le 25», with nothing that it counts, as «the 25th»; «un ou deux» as «one or two»."""
    out = list(tokens)
    for at, token in enumerate(tokens):
        if token.kind not in _ALONE:
            continue
        after = kind_at(tokens, at + 1)
        if _is_the_day(tokens, at) and (after in _ENDS or _range_ends(tokens, at + 1)):
            out[at] = token._replace(kind=Kind.ORDINAL)
        if _is_one_of_them(tokens, at):
            out[at] = _turned(Kind.CHANGE, token)
        if token.kind is Kind.A and after in _JOINS and kind_at(tokens, at + 2) is Kind.NUMBER:
            out[at] = token._replace(kind=Kind.NUMBER, value=1)
            out[at + 1] = _turned(Kind.TO, out[at + 1])
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
    last = _past_article(tokens, at + 1)
    return _is_the_day(tokens, last) and kind_at(tokens, last + 1) is Kind.FINISH


def _hours(tokens: list[Token]) -> list[Token]:
    """«À 14 heures», «a las 10:00 horas» as the hour of the day."""
    if all(token.value is not Unit.HOUR for token in tokens):
        return tokens
    out: list[Token] = []
    for at, token in enumerate(tokens):
        if _is_minutes(tokens, at) and kind_at(out, len(out) - 1) is Kind.CLOCK:
            continue
        leads = kind_at(out, len(out) - 1 - (kind_at(out, len(out) - 1) is Kind.THE))
        if leads is Kind.AT and _is_hour(tokens, at):
            out.append(_turned(Kind.CLOCK, token))
        elif not (_is_unit(tokens, at, Unit.HOUR) and kind_at(out, len(out) - 1) is Kind.CLOCK):
            out.append(token)
    return out


def _bounded(tokens: list[Token]) -> list[Token]:
    """«D'ici six mois», «dans l'année» as «within six months», «within the year»."""
    out = list(tokens)
    for at, token in enumerate(tokens):
        if token.kind not in _BOUNDS:
            continue
        behind = _past_article(tokens, at + 1)
        end = _amount_end(tokens, behind)
        if token.kind in {Kind.BY, Kind.BEFORE, Kind.AT_LATEST} and end:
            out[at] = _turned(Kind.WITHIN, token)
        elif token.kind is Kind.WITHIN and token.value == "in" and end and behind == at + 1:
            split = kind_at(tokens, end) not in {Kind.OF, Kind.AFTER, Kind.FROM}
            out[at] = _turned(Kind.IN if split else Kind.WITHIN, token)
        elif token.kind is Kind.AFTER and _is_counted_on(tokens, at, behind):
            out[at] = _turned(Kind.FROM, token)
        elif token.text == "para" and _is_an_end(tokens, at + 1):
            out[at] = _turned(Kind.BY, token)
        elif token.kind is Kind.AFTER and _is_behind_length(tokens, at):
            out[at] = _turned(Kind.TO_COME, token)
        elif token.kind is Kind.AT and behind > at + 1 and _is_target(tokens, behind):
            out[at] = _turned(Kind.BY, token)
        elif token.value == CLOSE and _is_time(tokens, at + 1):
            out[at] = token._replace(kind=Kind.PORTION, value=Portion.END)
        elif token.kind in {Kind.FROM, Kind.AS_EARLY_AS} and _is_event(tokens, at, behind):
            out[at] = _turned(Kind.WHEN, token)
        elif token.kind is Kind.IN and token.value == "over":
            out[at] = _turned(Kind.OVER if end and behind == at + 1 else Kind.IN, token)
        elif token.kind in {Kind.FOR, Kind.OVER} and _is_next_one(tokens, behind):
            out[at] = _turned(Kind.IN, token)
        elif token.kind is Kind.IN and token.value == "within":
            out[at] = _inside(tokens, at, token)
            if kind_at(tokens, behind) is Kind.UNIT and kind_at(tokens, behind + 1) is Kind.AFTER:
                out[at + 1] = _turned(Kind.A, out[at + 1])
    return out


def _is_counted_on(tokens: list[Token], at: int, behind: int) -> bool:
    """True for «a contar del 15 de octubre», from which no length is counted."""
    dated = tokens[at].text.startswith("a contar") and kind_at(tokens, behind) in _COUNTED
    return dated and kind_at(tokens, at - 1) not in _UNITS


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
    at = _past_article(tokens, at)
    kind = kind_at(tokens, at)
    if kind is Kind.NUMBER:
        return is_year(tokens[at])
    if kind in {Kind.ORDINAL, Kind.LAST, Kind.NEXT, Kind.THIS}:
        kind = kind_at(tokens, at + 1)
    return kind in _PERIODS


def _amount_end(tokens: list[Token], at: int) -> int:
    """The place behind an amount of time that begins there; 0 where none does."""
    if kind_at(tokens, at) not in _AMOUNT:
        return 0
    while kind_at(tokens, at) in _AMOUNT | _IN_AMOUNT:
        at += 1
    return at + 1 if kind_at(tokens, at) in _UNITS else 0


def _is_event(tokens: list[Token], at: int, behind: int) -> bool:
    """True where an event follows, and no length of time is counted from it."""
    act = tokens[at].kind is Kind.AS_EARLY_AS and behind > at + 1  # dès la réouverture
    named = {Kind.EVENT, Kind.WORD} if act else {Kind.EVENT}
    return kind_at(tokens, behind) in named and kind_at(tokens, at - 1) not in _UNITS


def _is_next_one(tokens: list[Token], at: int) -> bool:
    """True for "next year", which is one of the calendar: "pour l'année prochaine"."""
    return kind_at(tokens, at) is Kind.NEXT and kind_at(tokens, at + 1) is Kind.UNIT


def _inside(tokens: list[Token], at: int, token: Token) -> Token:
    """«Dans les six mois», «dans l'année», with its article, is «within»."""
    article = kind_at(tokens, at + 1) is Kind.THE
    behind, after = kind_at(tokens, at + 2), kind_at(tokens, at + 3)
    ends = {Kind.FINISH, Kind.COMMA, Kind.AFTER}
    counted = bool(_amount_end(tokens, at + 2)) or behind in {Kind.UNITS, Kind.NEXT}
    if article and (counted or (behind is Kind.UNIT and after in ends)):
        return _turned(Kind.WITHIN, token)
    return token._replace(value=None)


def _since(tokens: list[Token]) -> list[Token]:
    """«Desde 2015» is past, «desde 2020» may lie ahead: like what was signed then."""
    out: list[Token] = []
    for at, token in enumerate(tokens):
        if token.kind is Kind.FROM and token.value == "since":
            if kind_at(tokens, _past_article(tokens, at + 1)) in _HEADS:
                out.append(Token(Kind.PAST_WORD, None, "", token.start, token.start))
            token = token._replace(value=None)
        out.append(token)
    return out


def _ago(tokens: list[Token]) -> list[Token]:
    """«Il y a deux ans» as «two years ago»; before anything else the words tell no time."""
    out: list[Token] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind is Kind.AGO:
            end = _amount_end(tokens, at + 1)
            out += [*tokens[at + 1 : end], token] if end else [_turned(Kind.WORD, token)]
            at = end or at + 1
            continue
        out.append(token)
        at += 1
    return out


def parted_from_seasons(tokens: list[Token]) -> list[Token]:
    """The tokens, where a word behind a season is no part of its name, as it is in English.

    «Avant l'été afin de …» is before the summer, "before the summer recess" before the recess.
    """
    return [
        token._replace(value=APART)
        if token.kind is Kind.WORD and kind_at(tokens, at - 1) is Kind.SEASON
        else token
        for at, token in enumerate(tokens)
    ]


def _running(tokens: list[Token]) -> list[Token]:
    """«Au cours de la semaine», «antes de que termine el mes»: the one that runs is meant."""
    out = list(tokens)
    for at, token in enumerate(tokens):
        if (
            token.kind in _BOUNDS
            and token.text.startswith(_COURSE)
            and kind_at(tokens, at + 1) is Kind.THE
            and kind_at(tokens, at + 2) is Kind.UNIT
            and kind_at(tokens, at + 3) not in _NAMED_ON
        ):
            out[at + 1] = out[at + 1]._replace(kind=Kind.THIS, value=0)
    return out


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

_ANY = frozenset(Kind)
_RULES: tuple[tuple[Callable[[list[Token]], list[Token]], frozenset[Kind]], ...] = (
    (_expanded, _ANY),
    (_hours, _UNITS),
    (_spanned, frozenset({Kind.BY, Kind.AT})),
    (_plain_months, _UNITS),
    (_decades, _UNITS),
    (_pointed, _POINTERS | {Kind.FISCAL, Kind.PARTY}),
    (_counted, _UNITS),
    (_loose_ends, _UNITS),
    (_dated, frozenset({Kind.NEXT, Kind.THIS, Kind.LAST, Kind.TO_COME})),
    (_alone, _ALONE),
    (_ago, frozenset({Kind.AGO})),
    (_running, frozenset({Kind.UNIT})),
    (_bounded, _BOUNDS),
    (_since, frozenset({Kind.FROM})),
    (parted_from_seasons, frozenset({Kind.SEASON})),
)
"""The rules in their order, each with the kinds of words without which it has nothing to turn."""
