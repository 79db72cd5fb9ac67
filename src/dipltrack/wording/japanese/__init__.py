"""Japanese words of time, and the reading of a Japanese phrase.

Japanese says first the time and then what is meant about it, and sets no space between words, so
its grammar is its own: `words` says what each word is, `scanner` finds them and the numbers,
`times` and `lengths` read a time, `phrases` what is said about it, `sentence` the whole. The trees
they make are those of every language.
"""

from dipltrack.wording.denotation import Denotation


def denotation_of(words: str) -> Denotation:
    """What a plain text denotes.

    >>> denotation_of("来年1月下旬に").portion.value
    'late'
    """
    from dipltrack.wording.japanese.scanner import words_of
    from dipltrack.wording.japanese.sentence import meaning

    return meaning(words_of(words), words)
