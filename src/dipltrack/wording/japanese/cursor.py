"""A place in the words of a Japanese phrase, from which the rules read on."""

from typing import Any

from dipltrack.wording.japanese.words import Kind, Word

_AFTER_LAST = Word(Kind.FINISH, None, "", -1, -1)
_FARTHEST = 9  # no rule looks further ahead than this


class Cursor:
    """The words, and the place that is read next.

    A rule returns what it read and leaves the cursor after it, or returns None and leaves it where
    it was.
    """

    def __init__(self, words: list[Word]) -> None:
        """Begin at the first word."""
        self.words = words
        self.at = 0
        self._padded = [*words, *([_AFTER_LAST] * _FARTHEST)]

    def look(self, ahead: int = 0) -> Word:
        """The word that many further on, without taking it; after the last one a FINISH."""
        return self._padded[self.at + ahead]

    def kind(self, ahead: int = 0) -> Kind:
        """The kind of the word that many further on."""
        return self._padded[self.at + ahead].kind

    def before(self) -> Word:
        """The word before the cursor; before the first one a FINISH."""
        return self.words[self.at - 1] if self.at else _AFTER_LAST

    def take(self, *kinds: Kind) -> Word | None:
        """The next word, where it is of one of the kinds; the cursor then stands after it."""
        word = self._padded[self.at]
        if word.kind not in kinds:
            return None
        self.at += 1
        return word

    def value(self, *kinds: Kind) -> Any:  # noqa: ANN401 - a lexicon's values are of many types
        """What the next word stands for, where it is of one of the kinds."""
        word = self.take(*kinds)
        return None if word is None else word.value

    def skip(self, *kinds: Kind) -> bool:
        """Pass over the next word where it is of one of the kinds."""
        return self.take(*kinds) is not None

    def says(self, *texts: str) -> bool:
        """True where the next word is one of these."""
        return self._padded[self.at].text in texts

    def back(self, start: int) -> None:
        """Return to a place: the rule does not fit."""
        self.at = start
