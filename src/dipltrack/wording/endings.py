"""Turkish endings: a word -> its stem and the cases that hang on it.

An ending says what a preposition says elsewhere: "Ocak'ta" is in January, "yılın" of the year,
"Temmuz'dan" from July. The vowels follow those of the stem; since a stem is known by itself, any
vowel is taken in its ending.
"""

from itertools import product
from typing import NamedTuple

from dipltrack.wording.tokens import Kind

_MARKED = str.maketrans("çğıöşü", "cgiosu")


def folded(text: str) -> str:
    """The text without the marks that a keyboard may lack, letter for letter.

    >>> folded("yıl sonuna kadar, ağustos")
    'yil sonuna kadar, agustos'
    """
    return text.translate(_MARKED)


def _forms(pattern: str) -> set[str]:
    """Every harmony of an ending: {a} is a or e, {i} is i or u, {t} is t or d."""
    sounds = product("ae", "iu", "td")
    return {pattern.format(a=a, i=i, t=t) for a, i, t in sounds}


_CASES: dict[str, Kind | None] = {
    "": None,
    "{t}{a}": Kind.IN,
    "{t}{a}ki": Kind.IN,
    "{t}{a}n": Kind.FROM,
}
_AFTER_CONSONANT = {"{i}": None, "{i}n": Kind.OF, "{a}": Kind.TO}
_BEHIND_VOWEL = {"y{i}": None, "n{i}n": Kind.OF, "y{a}": Kind.TO}
_BEHIND_OWNER = {
    "": None,
    "n{t}{a}": Kind.IN,
    "n{t}{a}ki": Kind.IN,
    "n{t}{a}n": Kind.FROM,
    "n{i}": None,
    "n{i}n": Kind.OF,
    "n{a}": Kind.TO,
}


class Ending(NamedTuple):
    """What an ending says: its case, whether it is of several, and how many letters the case has."""

    case: Kind | None
    several: bool
    length: int


def _endings(*, vowel: bool) -> dict[str, Ending]:
    """Each ending of a stem that ends in a vowel, or in a consonant."""
    one = _CASES | (_BEHIND_VOWEL if vowel else _AFTER_CONSONANT)
    heads = (
        ("", one, False),
        ("s{i}" if vowel else "{i}", _BEHIND_OWNER, False),
        ("l{a}r", _CASES | _AFTER_CONSONANT, True),
        ("l{a}r{i}", _BEHIND_OWNER, True),
    )
    return {
        form: Ending(case, several, len(form) - len(head.format(a="a", i="i")))
        for head, cases, several in heads
        for tail, case in cases.items()
        for form in _forms(head + tail)
    }


_OF_CONSONANT = _endings(vowel=False)
_OF_VOWEL = _endings(vowel=True)
BEHIND_A_MARK: dict[str, Kind | None] = {
    **{form: case for tail, case in _BEHIND_OWNER.items() for form in _forms(tail) if form},
    **{form: found.case for form, found in (_OF_CONSONANT | _OF_VOWEL).items() if form},
}
"""The endings that stand behind an apostrophe: 2019'un, Aralık'ta, 2020'ye."""
LONGEST_ENDING = max(map(len, BEHIND_A_MARK))


def ending_of(stem: str, letters: str) -> Ending | None:
    """What the letters behind a stem say, or None where they are no ending of it.

    >>> ending_of("yil", "inin").case.name, ending_of("hafta", "da").case.name, ending_of("ay", "ni")
    ('OF', 'IN', None)
    """
    return (_OF_VOWEL if stem[-1] in "aeiou" else _OF_CONSONANT).get(letters)
