"""The English words: each phrase is of one kind, and is found as it is written."""

from collections import Counter

from dipltrack.wording.english import LEXICON
from dipltrack.wording.plain import plain
from dipltrack.wording.tokens import Kind, tokens_of


def test_no_phrase_is_written_down_twice() -> None:
    twice = [phrase for phrase, count in Counter(LEXICON.words).items() if count > 1]

    assert twice == []


def test_every_phrase_is_in_the_plain_form_in_which_texts_are_read() -> None:
    assert [phrase for phrase in LEXICON.words if plain(phrase) != phrase] == []


def test_a_hyphen_in_the_text_is_a_space_in_the_phrase() -> None:
    kinds = [
        [token.kind for token in tokens_of(text, LEXICON)] for text in ("mid-year", "mid year")
    ]

    assert kinds == [[Kind.PORTION_UNIT], [Kind.PORTION_UNIT]]


def test_the_longest_phrase_is_taken() -> None:
    (token,) = tokens_of("as soon as possible", LEXICON)

    assert (token.kind, token.text) == (Kind.OPEN, "as soon as possible")
