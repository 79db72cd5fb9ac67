"""Mistyped words of time: "ealry" for "early", "Janury" for "January"."""

from collections.abc import Iterable

_SHORTEST = 4
"""Letters of a word of which a mistyped form is known."""

_LONG = 6
"""Letters of a word that is still known with a letter left out, or one written twice."""


def slips_of(words: Iterable[str]) -> dict[str, str]:
    """Each form in which a hand mistypes one of the words, and the word.

    Two letters that changed places, and of longer words a letter left out or written twice. The
    first letter stays: a hand seldom misses it, and "inter" is no "winter". What is a word of its
    own, such as "moths", is no slip.

    >>> slips = slips_of(["early", "january"])
    >>> [slips.get(word) for word in ("ealry", "janury", "januarry", "yearly", "arly")]
    ['early', 'january', 'january', None, None]
    """
    known = frozenset(words)
    slips: dict[str, str] = {}
    for word in sorted(known):
        for slip in _slips(word) - known - _WORDS:
            slips.setdefault(slip, word)
    return slips


def _slips(word: str) -> set[str]:
    if len(word) < _SHORTEST or not word.isalpha():
        return set()
    swapped = (word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1))
    slips = {slip for slip in swapped if slip[0] == word[0]}
    if len(word) >= _LONG:
        slips |= {word[:at] + word[at + 1 :] for at in range(1, len(word))}
        slips |= {word[:at] + word[at] + word[at:] for at in range(1, len(word))}
    return slips


_OWN = """
    forth latte moths sprig sunda tires
    heres javier maris moite
    carta curato curta curto dais doming domino finale finals mares marte mates mediado quina quino
    quita quito terco vienes
    begin dritt elfen folgend fuentes haben haber hales herbs inert inner jahen kommend mittler mogen
    monte osten somme sunde sunden
"""
_WORDS = frozenset(_OWN.split())
"""What looks like a slip and is a word, or a name, of one of the languages."""
