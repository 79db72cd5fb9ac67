"""Japanese words of time, and the reading of a Japanese phrase.

Japanese says first the time and then what is meant about it, and sets no space between words, so
its grammar is its own: `words` says what each word is, `scanner` finds them and the numbers,
`times` and `lengths` read a time, `phrases` what is said about it, `sentence` the whole. The trees
they make are those of every language.
"""

import re

from dipltrack.wording.denotation import Denotation

_ELSEWHERE = re.compile(r"\((?:日本|現地|東京|米国|当地)時間[^)]*\)")
"""The same day by the clock of another place: 6月13日夕方(日本時間14日未明)."""


def denotation_of(words: str) -> Denotation:
    """What a plain text denotes.

    >>> denotation_of("来年1月下旬に").portion.value
    'late'
    """
    from dipltrack.wording.japanese.scanner import words_of
    from dipltrack.wording.japanese.sentence import meaning

    words = _ELSEWHERE.sub("", words)
    return meaning(words_of(words), words)
