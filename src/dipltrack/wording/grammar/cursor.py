"""A place in the tokens of a phrase, from which the rules of the grammar read on."""

from typing import Any

from dipltrack.wording.denotation import Span
from dipltrack.wording.tokens import Kind, Token

_AFTER_LAST = Token(Kind.FINISH, None, "", -1, -1)
_FARTHEST = 9  # no rule looks further ahead than this


class Cursor:
    """The tokens, and the place that is read next.

    A rule returns what it read and leaves the cursor after it, or returns None and leaves the
    cursor where it was. Spans read at a place are remembered, so that no phrase is read twice.
    """

    def __init__(self, tokens: list[Token]) -> None:
        """Begin at the first token."""
        self.tokens = tokens
        self.at = 0
        self.depth = 0
        self.known: dict[int, tuple[Span | None, int]] = {}
        self._padded = [*tokens, *([_AFTER_LAST] * _FARTHEST)]

    def look(self, ahead: int = 0) -> Token:
        """The token that many further on, without taking it; after the last one a FINISH."""
        return self._padded[self.at + ahead]

    def kind(self, ahead: int = 0) -> Kind:
        """The kind of the token that many further on."""
        return self._padded[self.at + ahead].kind

    def before(self) -> Token:
        """The token before the cursor; before the first one a FINISH."""
        return self.tokens[self.at - 1] if self.at else _AFTER_LAST

    def take(self, *kinds: Kind) -> Token | None:
        """The next token, where it is of one of the kinds; the cursor then stands after it."""
        token = self._padded[self.at]
        if token.kind not in kinds:
            return None
        self.at += 1
        return token

    def value(self, *kinds: Kind) -> Any:  # noqa: ANN401 - a lexicon's values are of many types
        """What the next token stands for, where it is of one of the kinds."""
        token = self.take(*kinds)
        return None if token is None else token.value

    def skip(self, *kinds: Kind) -> bool:
        """Pass over the next token where it is of one of the kinds."""
        if self._padded[self.at].kind not in kinds:
            return False
        self.at += 1
        return True

    def back(self, start: int) -> None:
        """Return to a place: the rule does not fit."""
        self.at = start

    def glued(self, ahead: int = 0) -> bool:
        """True where no space stands between that token and the one after it."""
        return self.look(ahead).end == self.look(ahead + 1).start

    def words_since(self, start: int) -> str:
        """The words read since a place, as they are written."""
        shown, end = "", -1
        for token in self.tokens[start : self.at]:
            shown += token.text if not shown or token.start == end else f" {token.text}"
            end = token.end
        return shown
