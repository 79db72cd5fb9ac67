"""The known events that words may hang on, found by their names."""

import re
from collections.abc import Sequence
from datetime import date

from dipltrack.model.conventions import Event
from dipltrack.wording.frame import UnfitError

_GENERIC = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "for",
        "in",
        "its",
        "of",
        "on",
        "our",
        "the",
        "their",
        "this",
        "to",
        "next",
        "coming",
        "upcoming",
        "forthcoming",
        "following",
        "annual",
        "regular",
        "first",
        "second",
        "third",
        "conference",
        "council",
        "committee",
        "dialogue",
        "forum",
        "meeting",
        "meetings",
        "ministerial",
        "round",
        "session",
        "summit",
        "talks",
        "visit",
        "joint",
        "の",
        "次",
        "次回",
        "次期",
        "今度",
        "サミット",
        "会議",
        "会合",
        "会談",
        "協議",
        "対話",
        "総会",
        "外相会談",
        "外相会合",
        "首脳会議",
        "首脳会談",
        "首脳会合",
        "フォーラム",
    ]
)
"""Words that many events share: alone they name none."""


_SCRIPTS = re.compile(r"[一-鿿々〇]+|[ぁ-ん]+|[ァ-ヺー]+|[^\s一-鿿々〇ぁ-んァ-ヺー]+")


def event_named(name: str, events: Sequence[Event], anchor: date) -> Event | None:
    """The event of that name, or None; of several of the same name the next on or after the anchor.

    Words hit an event where all of one are among the other's, and one of them is its own: "the
    Osaka summit" is "G20 Osaka Summit". Two of different names are refused by name.

    >>> osaka = Event(name="G20 Osaka Summit", earliest=date(2019, 6, 28), latest=date(2019, 6, 29))
    >>> event_named("the Osaka summit", [osaka], date(2019, 1, 1)) is osaka
    True
    """
    words = _words(name)
    hits = [event for event in events if _fits(words, _words(event.name))]
    names = sorted({event.name for event in hits})
    if len(names) > 1:
        exact = [event for event in hits if _words(event.name) == words]
        if not exact:
            raise UnfitError(f"fits {len(names)} events: {', '.join(names)}", *names)
        hits = exact
    return _next_of(hits, anchor)


def _next_of(hits: list[Event], anchor: date) -> Event | None:
    coming = [event for event in hits if event.latest >= anchor]
    if coming:
        return min(coming, key=lambda event: event.earliest)
    return max(hits, key=lambda event: event.latest, default=None)


def _words(name: str) -> frozenset[str]:
    """The words of a name; where it sets no spaces, as in Japanese, one script is a word."""
    spaced = "".join(c if c.isalnum() else " " for c in name.lower())
    if not spaced.isascii():
        spaced = " ".join(_SCRIPTS.findall(spaced))
    return frozenset(spaced.split()) - {"the", "of", "a", "an", "and", "at", "in"}


def _fits(words: frozenset[str], event: frozenset[str]) -> bool:
    own = (words & event) - _GENERIC
    return bool(own) and ((words - _GENERIC) <= event or event <= words)
