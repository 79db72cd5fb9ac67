"""Words with accents and without, contracted and not: one lexicon for all their spellings."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from dipltrack.wording.grammar.order import ARTICLE
from dipltrack.wording.tokens import Entry, Kind, Lexicon, Token

_BASE = str.maketrans("àâäáãåçèêëéìîïíñòôöóõùûüúÿý", "aaaaaaceeeeiiiinooooouuuuyy")
_SINCE = re.compile(r"\bdès\b")
_OPTIONAL = re.compile(r"\((\w+)\)")
_ELIDED = re.compile(r"(?<=[^\W\d_])'")
_ENDINGS = frozenset(
    (
        *(
            "er",
            "re",
            "ere",
            "e",
            "eme",
            "nd",
            "nde",
            "o",
            "a",
            "ro",
            "ra",
            "do",
            "da",
            "to",
            "ta",
        ),
        *("º", "ª", "°"),
    )
)
_COUNTS = frozenset({Kind.NUMBER, Kind.ORDINAL})
_ROMAN = {
    word: number
    for number, word in enumerate(
        ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii"), 1
    )
}


def folded(words: str) -> str:
    """The words without accents, an apostrophe behind a letter as a space; no longer, no shorter.

    The French "dès" keeps its own, for "des" is another word.

    >>> folded("d'ici à la mi-août")
    'd ici a la mi-aout'
    """
    return _ELIDED.sub(" ", _SINCE.sub("dēs", words).translate(_BASE))


def as_spelt(tokens: list[Token], text: str) -> list[Token]:
    """The tokens with the letters of the text, so that what is named is shown as it is written."""
    out = list(tokens)
    for at, (kind, value, plain, start, end) in enumerate(tokens):
        shown = text[start:end]
        if shown != plain and kind not in _COUNTS:
            out[at] = Token(kind, value, shown, start, end)
    return out


def spellings(
    phrase: str, contractions: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, bool]]:
    """Each spelling of a phrase, and whether its last word holds an article.

    >>> sorted(spellings("au cours de", {"de": ("du",)}))
    [('au cours d', False), ('au cours de', False), ('au cours du', True)]
    """
    found = _OPTIONAL.search(phrase)
    if found:
        for letters in ("", found[1]):
            yield from spellings(
                phrase[: found.start()] + letters + phrase[found.end() :], contractions
            )
        return
    plain = " ".join(folded(phrase).split())
    yield plain, False
    if plain.startswith("dēs "):
        yield plain.replace("ē", "e"), False
    *lead, last = plain.split(" ")
    if last == "de":
        yield " ".join((*lead, "d")), False
    for whole in contractions.get(last, ()):
        yield " ".join((*lead, whole)), True


def counted_from(first: int, words: str) -> dict[int, str]:
    """Numbers by their words, which semicolons part.

    >>> counted_from(2, "deux; trois")
    {2: 'deux', 3: ' trois'}
    """
    return dict(enumerate(words.split(";"), first))


def lexicon_of(
    named: Mapping[Kind, str],
    valued: Mapping[Kind, Mapping[Any, str]],
    contractions: Mapping[str, tuple[str, ...]],
    soft: tuple[str, ...],
) -> Lexicon:
    """The lexicon of a language, from its words by what they say."""
    entries: dict[str, Entry] = {}
    for kind, words in named.items():
        for phrase, article in _phrases(words, contractions):
            entries.setdefault(phrase, Entry(kind, ARTICLE if article else None))
    for kind, groups in valued.items():
        for value, words in groups.items():
            for phrase, _ in _phrases(words, {}):
                entries.setdefault(phrase, Entry(kind, value))
    return Lexicon(entries.items(), soft=[folded(word) for word in soft])


def _phrases(
    words: str, contractions: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[str, bool]]:
    for phrase in words.split(","):
        yield from spellings(phrase.strip(), contractions)


_POINTED = frozenset({Kind.NUMBER, Kind.DOT})


def with_ordinals(tokens: list[Token]) -> list[Token]:
    """The tokens, where "1er", "2e", "3.º", "IVe" are each one ordinal, and "14h30" one hour."""
    out: list[Token] = []
    for at, token in enumerate(tokens):
        if token.kind is Kind.WORD and _is_roman(tokens, at):
            token = token._replace(kind=Kind.ORDINAL, value=_ROMAN[_roman(token)])
        before = out[-1] if out else None
        if before is None or before.end != token.start or before.kind not in _POINTED:
            out.append(token)
        elif before.kind is Kind.DOT and token.text in {"º", "ª"} and _is_number(out[-2:-1]):
            out.pop()
            out[-1] = _joined(Kind.ORDINAL, out[-1], token)
        elif before.kind is Kind.NUMBER and token.text in _ENDINGS:
            out[-1] = _joined(Kind.ORDINAL, before, token)
        elif before.kind is Kind.NUMBER and re.fullmatch(r"h\d{0,2}", token.text):
            out[-1] = _joined(Kind.CLOCK, before, token)
        else:
            out.append(token)
    return out


def _is_roman(tokens: list[Token], at: int) -> bool:
    """True for a Roman number before what it counts: "IVe trimestre", "II semestre"."""
    following = tokens[at + 1].kind if at + 1 < len(tokens) else Kind.FINISH
    counts = following in {Kind.UNIT, Kind.HALF, Kind.EVENT, Kind.BODY}
    return counts and _roman(tokens[at]) in _ROMAN


def _roman(token: Token) -> str:
    return re.sub(r"(?:e|er|re|ere|eme)$", "", token.text)


def _is_number(tokens: list[Token]) -> bool:
    return bool(tokens) and tokens[0].kind is Kind.NUMBER


def _joined(kind: Kind, first: Token, last: Token) -> Token:
    return Token(kind, first.value, first.text + last.text, first.start, last.end)


def with_plurals(tokens: list[Token], word: str, leaders: frozenset[str]) -> list[Token]:
    """The tokens, where a unit that is the same in singular and plural is many behind such words."""
    out = list(tokens)
    for at, token in enumerate(tokens):
        if token.text != word or token.kind is not Kind.UNIT:
            continue
        before = tokens[max(0, at - 2) : at]
        counted = bool(before) and before[-1].kind is Kind.NUMBER and before[-1].value > 1
        if counted or not leaders.isdisjoint(one.text for one in before):
            out[at] = token._replace(kind=Kind.UNITS)
    return out
