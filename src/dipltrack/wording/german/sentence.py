"""A German phrase: its words in the order of the grammar, and what it denotes."""

from dipltrack.wording.compounds import parted
from dipltrack.wording.denotation import Denotation, NoTime, Span, Told, Unit, Year
from dipltrack.wording.german.lexicon import COMPOUNDS, EVENT_ENDINGS, LEXICON
from dipltrack.wording.grammar.cursor import Cursor
from dipltrack.wording.grammar.order import parted_from_seasons
from dipltrack.wording.grammar.row import kind_at
from dipltrack.wording.grammar.scanning import time_at
from dipltrack.wording.grammar.sentence import meaning
from dipltrack.wording.grammar.years import is_year
from dipltrack.wording.ordinals import with_ordinals
from dipltrack.wording.tokens import Kind, Token, tokens_of

_AUXILIARY_WORDS = """
    soll sollen sollte sollten wird werden würde würden ist sind kann können könnte hat haben auch
    wieder erneut gemeinsam dann erstmals erst sich findet finden tagt tagen reist besucht folgt
    """
_AUXILIARIES = frozenset(_AUXILIARY_WORDS.split())
"""Words behind which a bare year is a time, "soll 2019 beginnen", and no name as "Vision 2030"."""
_ACTS = (
    "inkrafttreten",
    "unterzeichnung",
    "ratifizierung",
    "ratifikation",
    "hinterlegung",
    "öffnung",
    "aufnahme",
    "einführung",
    "abschluss",
)
_WEEK_NUMBERED = frozenset({"kalenderwoche", "kw"})
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def meaning_of(text: str) -> Denotation:
    """What a German phrase, in plain small letters, denotes.

    >>> meaning_of("ende januar")
    Part(portion=<Portion.END: 'end of'>, of=Month(number=1, year=None, pick=<Pick.BARE: 1>))
    """
    return meaning(german_tokens(text), text, _said)


def _said(c: Cursor) -> Denotation | None:
    """The time said there; of what was signed in it, "das 2015 unterzeichnete Abkommen", as told."""
    start = c.at
    found = time_at(c)
    bare = isinstance(found, NoTime) and c.at == start + 1 and is_year(c.before())
    if bare and (not start or c.tokens[start - 1].text in _AUXILIARIES):
        found = Year(c.before().value)
    signed = isinstance(found, Span) and c.kind() is Kind.PAST_WORD
    return Told(found) if signed and found is not None else found


def german_tokens(text: str) -> list[Token]:
    """The tokens of a German text: contractions parted, ordinals and compound events known.

    >>> [token.kind.name for token in german_tokens("am 29. januar")]
    ['ON', 'THE', 'ORDINAL', 'MONTH']
    """
    tokens = parted_from_seasons(parted(_ordinals(tokens_of(text, LEXICON)), COMPOUNDS))
    tokens = _both_named(tokens)
    return [_known(tokens, at) for at in range(len(tokens)) if not _is_idle(tokens, at)]


_COUNTING = frozenset({Kind.ORDINAL, Kind.LAST, Kind.NEXT})
_POINTING = frozenset({Kind.THIS, Kind.NEXT})
_JOINS = frozenset({Kind.OR, Kind.AND, Kind.DASH, Kind.THROUGH})


def _both_named(tokens: list[Token]) -> list[Token]:
    """The unit of the second time with the first too: "Ende dieses oder Anfang nächsten Jahres"."""
    out: list[Token] = []
    for at, token in enumerate(tokens):
        out.append(token)
        if token.kind in _POINTING and kind_at(tokens, at + 1) in _JOINS:
            pointer = next(
                (to for to in range(at + 2, at + 6) if kind_at(tokens, to) in _POINTING), at
            )
            if pointer > at and kind_at(tokens, pointer + 1) is Kind.UNIT:
                unit = tokens[pointer + 1]
                out.append(unit._replace(text="", start=token.end, end=token.end))
    return out


def _ordinals(tokens: list[Token]) -> list[Token]:
    """The tokens, where "II." before a quarter is an ordinal, "10 Uhr" a clock, "KW" a week."""
    found = with_ordinals(tokens)
    for at in range(1, len(found)):
        token, following = found[at - 1], found[at]
        if token.text in _ROMAN and following.kind is Kind.UNIT:
            found[at - 1] = token._replace(kind=Kind.ORDINAL, value=_ROMAN[token.text])
        elif token.kind is Kind.NUMBER and following.text == "uhr":
            found[at - 1] = token._replace(kind=Kind.CLOCK)
        elif token.kind is Kind.ORDINAL and following.text in _WEEK_NUMBERED:
            found[at - 1] = following
            found[at] = token._replace(kind=Kind.NUMBER)
        elif token.kind is following.kind is Kind.ORDINAL and _are_a_date(token, following):
            found[at] = following._replace(kind=Kind.MONTH)
    return found


def _are_a_date(first: Token, second: Token) -> bool:
    """True for "29. 1.", the day and the month in figures."""
    return first.text[0].isdigit() and second.text[0].isdigit() and 0 < second.value < 13


def _is_idle(tokens: list[Token], at: int) -> bool:
    """True for "month" before the name of one: "des Monats Mai"."""
    token = tokens[at]
    before_month = at + 1 < len(tokens) and tokens[at + 1].kind is Kind.MONTH
    return before_month and token.kind is Kind.UNIT and token.value is Unit.MONTH


def _known(tokens: list[Token], at: int) -> Token:
    """The token; an event by the end of its name, and "von" as "of" where no end follows."""
    token = tokens[at]
    if token.kind is Kind.WORD and token.text.endswith(EVENT_ENDINGS):
        return token._replace(kind=Kind.EVENT)
    if token.kind is Kind.FROM and token.text in {"von", "vom"}:
        kinds = {later.kind for later in tokens[at:]}
        dated = at + 1 < len(tokens) and (token.text == "vom" or is_year(tokens[at + 1]))
        goes_on = kinds & {Kind.THROUGH, Kind.DASH} or any(later.text == "an" for later in tokens)
        if dated and not goes_on:
            return token._replace(kind=Kind.OF)
    if token.text.startswith("der auf") and not any(
        later.text.startswith("folg") for later in tokens[at:]
    ):
        return token._replace(kind=Kind.IN)  # der auf den Herbst verschobene Besuch
    if token.text.startswith("beid") and kind_at(tokens, at - 1) in _COUNTING:
        return token._replace(kind=Kind.NUMBER, value=2)  # die ersten beiden Monate
    if token.text == "ablauf" and kind_at(tokens, at + 1) in {Kind.FINISH, Kind.COMMA, Kind.WORD}:
        return token._replace(kind=Kind.EVENT)
    if token.text == "ab" and kind_at(tokens, at + 1) is Kind.EVENT:
        counted = kind_at(tokens, at - 1) in {Kind.UNIT, Kind.UNITS}
        return token if counted else token._replace(kind=Kind.WHEN)
    if token.text == "mit" and _takes_effect(tokens[at + 1 : at + 3]):
        return token._replace(kind=Kind.WHEN)
    if token.kind is Kind.AFTER and token.text == "nach" and _is_whither(tokens[at + 1 : at + 4]):
        return token._replace(kind=Kind.WORD)
    return token


def _takes_effect(following: list[Token]) -> bool:
    """True behind the "mit" of "mit dem Inkrafttreten", which tells when, and not with whom."""
    return any(
        token.text.endswith(_ACTS)
        for token in following[: 1 + (following[:1] != [] and following[0].kind is Kind.THE)]
    )


def _is_whither(following: list[Token]) -> bool:
    """True behind the "nach" of "nach Tokio", which names a place and no event."""
    place = bool(following) and following[0].kind is Kind.WORD
    return place and not any(
        token.kind is Kind.EVENT or token.text.endswith(EVENT_ENDINGS) for token in following
    )
