"""The times in a running text: each with its place, its words and its readings."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from dipltrack.model.conventions import Conventions, Event
from dipltrack.model.vocabulary import TimingClass
from dipltrack.model.window import Window
from dipltrack.wording.language import language_of
from dipltrack.wording.pieces import pieces_of
from dipltrack.wording.plain import LONGEST
from dipltrack.wording.reading import UnreadTimeError, readings_of
from dipltrack.wording.running import english_times, tried_times

_LONGEST_ENGLISH = 600  # a longer sentence is cut at a comma


class Found(Struct, frozen=True, kw_only=True):
    """A time in a text: its words, where they stand, and every fair reading, the default first."""

    words: str
    start: int
    end: int
    windows: tuple[Window, ...]


def times_in(
    text: str,
    anchor: date,
    conventions: Conventions,
    *,
    lang: str | None = "en",
    place: str | None = None,
    party: str | None = None,
    events: Sequence[Event] = (),
) -> tuple[Found, ...]:
    """Every time of the text, in order, none inside another: the longest words that are read.

    Returned is whatever names a time that can be promised: days, windows, urgency, recurrence, a
    known sort of event that lies ahead. A day that is past is returned too ("on 28 December they
    met"), for whether it was promised the caller sees from the sentence. Not returned is what
    only looks like a time (an ordinal, a resolution's number, a year in a name, the verb "may"),
    what says itself that it is past ("since last August", "two years ago"), and what is written
    like a time but cannot be read ("31 June"). A language that is not read has no times; where
    none is given, None or "", it is told from the whole text.

    >>> text = "They agreed to hold the first Security Dialogue in late January next year."
    >>> [found.words for found in times_in(text, date(2017, 12, 28), Conventions())]
    ['in late January next year']
    """
    written = lang or language_of(text)

    def read(words: str) -> tuple[Window, ...]:
        try:
            return readings_of(
                words, anchor, conventions, place=place, party=party, events=events, lang=written
            )
        except UnreadTimeError:
            return ()

    found: list[Found] = []
    for start, end in _places(text, written):
        words = text[start:end]
        windows = read(words)
        if windows and windows[0].class_ is not TimingClass.NONE:
            found.append(Found(words=words, start=start, end=end, windows=windows))
    return tuple(found)


def _places(text: str, lang: str) -> Iterator[tuple[int, int]]:
    """Where the times of the text begin and end, in order."""
    english = lang == "en"
    for start, end in pieces_of(text, _LONGEST_ENGLISH if english else LONGEST):
        piece = text[start:end]
        places = english_times(piece) if english else tried_times(piece, lang)
        for first, last in places:
            yield start + first, start + last
