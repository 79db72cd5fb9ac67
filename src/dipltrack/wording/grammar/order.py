"""The order of words: what other languages say behind a noun is brought before it.

The grammar reads "the next year", "the next six months", "from 3 to 5 May". French and Spanish say
"l'année prochaine", "les six prochains mois", "du 3 au 5 mai": the same words, in another order, and
some of them in one ("du" is "of the", or "from the" where "au" follows).
"""

from collections.abc import Callable

from dipltrack.wording.grammar.bounded import BOUNDS, ago, bounded, running, since, spanned
from dipltrack.wording.grammar.daily import ALONE, alone, decades, hours, plain_months
from dipltrack.wording.grammar.named import APART
from dipltrack.wording.grammar.pointed import POINTERS, counted, dated, loose_ends, pointed
from dipltrack.wording.grammar.row import UNITS, kind_at
from dipltrack.wording.tokens import Kind, Token

ARTICLE = "the"
"""The value of a preposition that holds its article: "du" is "de" and "le"."""


_ANY = frozenset(Kind)


def ordered(tokens: list[Token]) -> list[Token]:
    """The tokens in the order of the grammar, each contraction as its two words."""
    kinds = {token.kind for token in tokens}
    for rule, turned in _RULES:
        if not turned.isdisjoint(kinds):
            tokens = rule(tokens)
    return tokens


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


_RULES: tuple[tuple[Callable[[list[Token]], list[Token]], frozenset[Kind]], ...] = (
    (_expanded, _ANY),
    (hours, UNITS),
    (spanned, frozenset({Kind.BY, Kind.AT})),
    (plain_months, UNITS),
    (decades, UNITS),
    (pointed, POINTERS | {Kind.FISCAL, Kind.PARTY}),
    (counted, UNITS),
    (loose_ends, UNITS),
    (dated, frozenset({Kind.NEXT, Kind.THIS, Kind.LAST, Kind.TO_COME})),
    (alone, ALONE),
    (ago, frozenset({Kind.AGO})),
    (running, frozenset({Kind.UNIT})),
    (bounded, BOUNDS),
    (since, frozenset({Kind.FROM})),
    (parted_from_seasons, frozenset({Kind.SEASON})),
)
"""The rules in their order, each with the kinds of words without which it has nothing to turn."""
