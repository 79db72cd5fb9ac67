"""Stated words -> the window they mean: what the rest of dipltrack asks.

The grammar is loaded with the first question: most commands read windows, and no words.
"""

from collections.abc import Sequence
from datetime import date

from dipltrack.model.conventions import Conventions, Event
from dipltrack.model.window import Window
from dipltrack.wording.unread import UnreadTimeError

__all__ = ["UnreadTimeError", "readings_of", "window_of"]


def window_of(
    text: str,
    anchor: date,
    conventions: Conventions,
    *,
    place: str | None = None,
    party: str | None = None,
    events: Sequence[Event] = (),
    lang: str | None = "en",
) -> Window:
    """The window that the stated words mean, counted from the anchor.

    The anchor is the day of the meeting, never today: what was promised does not move with the
    reader. Words that promise no time give an open window; words that are not understood raise
    UnreadTimeError, for no date is ever invented.

    >>> print(window_of("late January next year", date(2017, 12, 28), Conventions()))
    2018-01-21/2018-01-31 (late month: the 21st to the end)
    >>> print(window_of("as soon as possible", date(2017, 12, 28), Conventions()))
    ../.. (no time promised: set a review day)
    """
    return readings_of(
        text, anchor, conventions, place=place, party=party, events=events, lang=lang
    )[0]


def readings_of(
    text: str,
    anchor: date,
    conventions: Conventions,
    *,
    place: str | None = None,
    party: str | None = None,
    events: Sequence[Event] = (),
    lang: str | None = "en",
) -> tuple[Window, ...]:
    """Every fair reading of the words, the default first; its basis names the other.

    Where no language is given, None or "", it is detected.

    >>> for window in readings_of("3/4/2019", date(2019, 1, 1), Conventions()):
    ...     print(window)
    2019-04-03 (day first: 3 April 2019; or, the month first: 2019-03-04)
    2019-03-04 (month first: 4 March 2019)
    """
    from dipltrack.wording.interpret import interpret

    return interpret(text, anchor, conventions, place=place, party=party, events=events, lang=lang)
