"""German words of time, and the reading of a German phrase.

Contractions and compounds are parted into the words they hold, and a number with a full stop is an
ordinal: then the rules of every language read the phrase. `words` says what each word is,
`lexicon` knows them with their endings, `sentence` reads the whole.
"""

from dipltrack.wording.denotation import Denotation


def denotation_of(words: str) -> Denotation:
    """What a plain text denotes.

    >>> denotation_of("ende januar").of.number
    1
    """
    from dipltrack.wording.german.sentence import meaning_of

    return meaning_of(words)
