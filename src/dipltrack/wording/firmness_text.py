"""A text as firmness is read in it: sentences of units, and where the listed phrases stand."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dipltrack.model.vocabulary import Firmness
from dipltrack.wording.firmness_rules import Role, Sign, WordList, unelided

_WORD = re.compile(r"[^\W_]+(?:['’‘ʼ][^\W_]+)*|\S")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_ENDS = frozenset("。！？!?．")
_QUOTES = str.maketrans("’‘ʼ", "'''")
_MARKS = frozenset(',;:()[]"“”—–。、，')
_ANY = "~"
_MOST_ANY = 2
_LONGEST = 300  # units: a sentence of more is cut
_SHORTEST = 2  # letters: no future is so short
_FUTURE = Sign(role=Role.VERB, level=Firmness.AGREEMENT, inside=Firmness.UNDERTAKING, small=True)
_NO_NAMES = frozenset({Role.VERB, Role.COMPLEMENT})


class Unit(NamedTuple):
    """A word, or a character where words are not parted, with its place in the text.

    `known` is the form in which it is looked up: empty where it is to be found in no phrase.
    """

    known: str
    shown: str
    start: int
    end: int


class Hit(NamedTuple):
    """A phrase of the list that stands in a sentence, from one unit to before another."""

    start: int
    end: int
    sign: Sign


def sentences_of(text: str, words: WordList) -> Iterator[list[Unit]]:
    """The sentences of a text, each as its units."""
    units: list[Unit] = []
    last = 0
    for unit in _units(text, words):
        if units and (len(units) == _LONGEST or _BLANK_LINE.search(text, last, unit.start)):
            yield units
            units = []
        last = unit.end
        if _is_end(unit, units, text, words):
            if units:
                yield units
            units = []
        else:
            units.append(unit)
    if units:
        yield units


def _units(text: str, words: WordList) -> Iterator[Unit]:
    if not words.characters:
        for found in _WORD.finditer(text):
            shown, (start, end) = found[0], found.span()
            known = shown.lower().translate(_QUOTES)
            first, _, second = unelided(known, words).partition(" ")
            if second:
                middle = end - len(second)
                yield Unit(first, shown[: middle - start], start, middle)
                known, shown, start = second, shown[middle - start :], middle
            yield Unit(known, shown, start, end)
        return
    for at, shown in enumerate(text):
        for known in unicodedata.normalize("NFKC", shown).lower():
            if not known.isspace():
                yield Unit(known, shown, at, at + 1)


def _is_end(unit: Unit, units: Sequence[Unit], text: str, words: WordList) -> bool:
    """True for the mark that ends a sentence, and not the one of an abbreviation or a number."""
    if unit.known in _ENDS:
        return True
    if unit.known != "." or words.characters:
        return False
    following = text[unit.end : unit.end + 1]
    if following and not following.isspace() and following not in "\"'”’)":
        return False
    before = units[-1].known if units else ""
    return before not in words.abbreviations and (len(before) > 1 or not before.isalpha())


def longest(units: Sequence[Unit], at: int, role: Role, words: WordList) -> Hit | None:
    """The longest phrase of that role that begins at the place.

    A name is no verb: "States" and "March" inside a sentence.
    """
    if role in _NO_NAMES and at and units[at].shown.istitle() and len(units[at].shown) > 1:
        return None
    best, most = None, (0, 0)
    second = units[at + 1].known if at + 1 < len(units) else ""
    for form, sign in words.phrases.get(role, {}).get(units[at].known, {}).items():
        if len(form) > 1 and form[1] not in (second, _ANY):
            continue  # most phrases end there
        end = _end_of(form, units, at)
        if end is None or (sign.small and not units[at].shown.islower()):
            continue
        if (end, -form.count(_ANY)) > most:  # of two as long, the one that names every word
            best, most = Hit(at, end, sign), (end, -form.count(_ANY))
    if best is None and role is Role.VERB and _is_future(units[at].known, words):
        return Hit(at, at + 1, _FUTURE)
    return best


def _is_future(known: str, words: WordList) -> bool:
    """True for a verb whose ending tells a future: "enverra", "enviarán"."""
    bare = known.rpartition("'")[2]
    return len(bare) > _SHORTEST and bare.endswith(words.futures)


def ends_of(units: Sequence[Unit], at: int, role: Role, words: WordList) -> set[int]:
    """Where the phrases of that role end that begin at the place."""
    forms = words.phrases.get(role, {}).get(units[at].known, {})
    ends = (_end_of(form, units, at) for form in forms)
    return {end for end in ends if end is not None}


def _end_of(form: Sequence[str], units: Sequence[Unit], at: int) -> int | None:
    """Where a phrase that begins there ends; None where it does not stand there."""
    for place, word in enumerate(form):
        if word == _ANY:
            for size in range(1, _MOST_ANY + 1):
                passed = units[at : at + size]
                if any(unit.known in _MARKS or not unit.known for unit in passed):
                    return None
                end = _end_of(form[place + 1 :], units, at + size)
                if end is not None:
                    return end
            return None
        if at >= len(units) or units[at].known != word:
            return None
        at += 1
    return at


def every(units: Sequence[Unit], role: Role, words: WordList) -> list[Hit]:
    """The longest phrases of that role, in order, none inside another."""
    hits: list[Hit] = []
    at = 0
    while at < len(units):
        hit = longest(units, at, role, words)
        if hit is None:
            at += 1
        else:
            hits.append(hit)
            at = hit.end
    return hits


def without(units: Sequence[Unit], hits: Sequence[Hit]) -> list[Unit]:
    """The units without those of the hits, and without the commas on both sides of them.

    Several that stand side by side are one insertion: "will endeavour, in principle as far as
    possible, to simplify".
    """
    gone = {at for hit in hits for at in range(hit.start, hit.end)}
    for start, end in _runs(gone):
        if start and end < len(units) and units[start - 1].known == units[end].known == ",":
            gone.update((start - 1, end))
    return [unit for at, unit in enumerate(units) if at not in gone]


def _runs(places: set[int]) -> list[tuple[int, int]]:
    """The first place of each run of places, and the place after its last."""
    starts = sorted(at for at in places if at - 1 not in places)
    ends = sorted(at + 1 for at in places if at + 1 not in places)
    return list(zip(starts, ends, strict=True))


def masked(units: Sequence[Unit], hits: Sequence[Hit]) -> list[Unit]:
    """The units, where those of the hits are found in no phrase."""
    hidden = {at for hit in hits for at in range(hit.start, hit.end)}
    return [unit._replace(known="") if at in hidden else unit for at, unit in enumerate(units)]
