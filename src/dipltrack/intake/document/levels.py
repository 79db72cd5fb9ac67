"""The levels of numbering in a document, nested as printed: `2(2)a`, `IV(1)`, `3(1)ア`."""

import re
from collections.abc import Iterable
from enum import Enum, auto
from typing import NamedTuple


class Style(Enum):
    """How a label is written, which tells on what level it stands."""

    ARTICLE = auto()
    DECIMAL = auto()
    ROMAN = auto()
    NUMBER = auto()
    IN_BRACKETS = auto()
    BRACKETED = auto()
    CIRCLED = auto()
    CAPITAL = auto()
    LETTER = auto()
    SMALL_ROMAN = auto()
    KANA = auto()


class Label(NamedTuple):
    """A label before a paragraph: its style, its number, how it is written, and its length."""

    style: Style
    value: int
    shown: str
    end: int
    heading: str = ""


_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def roman_value(text: str) -> int:
    """The value of a Roman number in small letters; 0 where it is none.

    >>> [roman_value(text) for text in ("iv", "ix", "xii", "iiii", "b")]
    [4, 9, 12, 0, 0]
    """
    if not text or set(text) - set(_ROMAN) or re.search(r"iiii|vv|xxxx|ll", text):
        return 0
    values = [_ROMAN[character] for character in text]
    after = [*values[1:], 0]
    return sum(-one if one < other else one for one, other in zip(values, after, strict=True))


_SECTIONS = (Style.ROMAN, Style.CAPITAL)


def count_through(labels: Iterable[Label]) -> bool:
    """True where the numbers of paragraphs count through sections with letters or Roman numbers.

    So where a section begins with the number after the last of the one before, and none with 1 again.
    """
    last, begun, through = 0, 0, False
    for label in labels:
        if label.style in _SECTIONS:
            begun += 1
        elif label.style is Style.NUMBER:
            if begun and last:
                if label.value == 1:
                    return False
                through = through or label.value == last + 1
            last, begun = label.value, 0
    return through


class Levels:
    """The levels of numbering that stand open, from the outermost in."""

    def __init__(self, *, through: bool = False) -> None:
        """Begin with none; `through` where the plain numbers count through the sections."""
        self._open: list[tuple[Label, bool]] = []
        self._through = through

    def takes(self, style: Style, value: int, *, strictly: bool = False) -> bool:
        """True where a label of that style and number comes in its turn.

        Strictly: only as the next of an open level, or the first of letters with none open.
        """
        last = next((label.value for label, _ in self._open if label.style is style), None)
        if last is None and style is Style.CAPITAL and self._open:
            outer = self._open[0][0].shown[:1]  # a B. behind an A.2
            decimal = self._open[0][0].style is Style.DECIMAL
            last = ord(outer) - ord("A") + 1 if decimal and outer.isalpha() else None
        if last is None:
            return value == 1
        return value == last + 1 or (value == 1 and not strictly)

    def takes_capital(self, letter: str) -> bool:
        """True where a capital with a dot is a label and no initial of a name."""
        value = ord(letter) - ord("A") + 1
        roman = roman_value(letter.lower())
        return self.takes(Style.CAPITAL, value) or bool(roman and self.takes(Style.ROMAN, roman))

    def enter(self, label: Label, *, heading: bool) -> None:
        """Put a label in its place: beside one of its style, else under what stands open.

        An article or a decimal number closes all that is open.
        """
        if label.style in (Style.ARTICLE, Style.DECIMAL) or self._follows_decimals(label):
            self._open.clear()
        else:
            for at, (one, _) in enumerate(self._open):
                if one.style is label.style:
                    del self._open[at:]
                    break
        self._open.append((label, heading))

    def _follows_decimals(self, label: Label) -> bool:
        """True for a 4 behind a 3.2: it stands outside."""
        if label.style is not Style.NUMBER or not self._open:
            return False
        first = self._open[0][0]
        outer = first.shown.split(".")[0]
        return first.style is Style.DECIMAL and outer.isdecimal() and label.value == int(outer) + 1

    def restart(self, label: Label) -> None:
        """Close all where a numbering begins anew below a heading without a number."""
        if label.value == 1 and label.style in (Style.NUMBER, Style.ROMAN, Style.CAPITAL):
            self.close()

    def leave_paragraphs(self) -> None:
        """Close the levels that are whole paragraphs: what follows stands under a heading only."""
        while self._open and not self._open[-1][1]:
            self._open.pop()

    def close(self) -> None:
        """Close every level: a part without numbers begins."""
        self._open.clear()

    def __str__(self) -> str:
        shown = ""
        for label, _ in self._open:
            if self._through and label.style is Style.NUMBER:
                shown = ""  # the number alone is the paragraph's own: "7", whatever section
            text = label.shown
            bare = shown and text.isdecimal()
            shown += f"({text})" if bare else text
        return shown
