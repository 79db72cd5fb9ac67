"""The times in a sentence: which lies ahead, which behind, and which is that of an act."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from dipltrack.intake.rules import rules_of
from dipltrack.model.conventions import Conventions, Event
from dipltrack.model.vocabulary import TimingClass
from dipltrack.model.window import Window
from dipltrack.wording.finding import Found, times_in

_EVENTS = {
    "en": ("signing", "signature", "this meeting"),
    "fr": ("signature",),
    "es": ("firma",),
    "ja": ("署名",),
}
"""What happened on the day of the document: "within thirty days of the signing"."""

_COMMA = re.compile(r",\s+(?!\d{4})")
_BESIDE = 6  # letters between a day and the rhythm that it belongs to
_LENGTHS = ("for ", "pendant ", "durante ", "over ")
_UNDATED = frozenset({TimingClass.OPEN, TimingClass.RECURRING, TimingClass.EVENT})


class Anchor(Struct, frozen=True, kw_only=True):
    """From where words of time are read: the day of the document, and the conventions."""

    day: date
    language: str
    conventions: Conventions = Conventions()
    place: str | None = None
    events: tuple[Event, ...] = ()

    def found_in(self, text: str) -> tuple[Found, ...]:
        """Every time of the text. French and Spanish are read from comma to comma."""
        if self.language not in ("fr", "es"):
            return self._read(text)
        found: list[Found] = []
        start = 0
        for end in [*(one.end() for one in _COMMA.finditer(text)), len(text)]:
            found += [
                replace(one, start=one.start + start, end=one.end + start)
                for one in self._read(text[start:end])
            ]
            start = end
        return tuple(found)

    def _read(self, text: str) -> tuple[Found, ...]:
        own = tuple(
            Event(name=name, earliest=self.day, latest=self.day)
            for name in _EVENTS.get(self.language, ())
        )
        return times_in(
            text,
            self.day,
            self.conventions,
            lang=self.language,
            place=self.place,
            events=(*self.events, *own),
        )


class Times:
    """The times of one sentence, read when they are first asked for."""

    def __init__(self, text: str, anchor: Anchor) -> None:
        """Keep the text and from where it is read."""
        self.text = text
        self.anchor = anchor

    @cached_property
    def found(self) -> tuple[Found, ...]:
        """Every time, in order."""
        return self.anchor.found_in(self.text)

    def ahead(self, start: int, end: int) -> bool:
        """True where a time with a day that is not past stands between the places."""
        return any(_is_ahead(one.windows[0], self.anchor.day) for one in self._within(start, end))

    def behind(self, start: int, end: int) -> bool:
        """True where only times that are past stand between the places, and one at least."""
        days = [one.windows[0] for one in self._within(start, end) if one.windows[0].has_day]
        return bool(days) and all(_is_behind(window, self.anchor.day) for window in days)

    def event(self, start: int, end: int) -> bool:
        """True where a time stands between the places that hangs on an event, or has no day."""
        return any(one.windows[0].class_ in _UNDATED for one in self._within(start, end))

    def rhythm(self, start: int, end: int) -> bool:
        """True where a rhythm or an event stands between the places."""
        classes = (TimingClass.RECURRING, TimingClass.EVENT)
        return any(one.windows[0].class_ in classes for one in self._within(start, end))

    def _within(self, start: int, end: int) -> list[Found]:
        return [one for one in self.found if start <= one.start and one.end <= end]

    def _tells_nothing(self, found: Found) -> bool:
        words = found.words.strip().lower()
        return rules_of(self.anchor.language).pattern("names.no_time").fullmatch(words) is not None

    def of_act(
        self, start: int, end: int, verb: int, asides: Sequence[tuple[int, int]] = ()
    ) -> Found | None:
        """The time of an act between the places: the first behind its verb, else the last before.

        A day ahead counts before a rhythm, a rhythm before an event, an event before haste.
        """
        usable = [
            one
            for one in self._within(start, end)
            if not _is_past(one, self.anchor.day)
            and not self._tells_nothing(one)
            and not any(first <= one.start < last for first, last in asides)
        ]
        if not usable:
            return None
        best = min(_grade(one) for one in usable)
        graded = [one for one in usable if _grade(one) == best]
        if self.anchor.language == "ja":
            free = [one for one in graded if self.text[one.end : one.end + 1] != "の"]
            return (free or graded)[-1]
        rhythm = [one for one in usable if one.windows[0].class_ is TimingClass.RECURRING]
        for one in graded if best == 0 else ():
            for other in rhythm:
                if 0 <= other.start - one.end < _BESIDE:
                    return other  # "before the first of May of each year"
        behind = [one for one in graded if one.start >= verb]
        return behind[0] if behind else graded[-1]


def timed(found: Found, day: date) -> Window:
    """The window of a time; one that only has an end begins with the day of the document."""
    window = found.windows[0]
    if window.earliest is None and window.latest is not None and window.latest >= day:
        return replace(window, earliest=day)
    return window


def _grade(found: Found) -> int:
    """How soon a time counts: a day, a rhythm, a length, an event, haste."""
    window = found.windows[0]
    if window.has_day:
        length = window.class_ is TimingClass.WITHIN and found.words.lower().startswith(_LENGTHS)
        return 2 if length else 0
    ranks = {TimingClass.RECURRING: 1, TimingClass.EVENT: 3, TimingClass.OPEN: 4}
    return ranks.get(window.class_, 5)


def _is_ahead(window: Window, day: date) -> bool:
    last = window.latest or window.earliest
    return last is not None and last > day


def _is_behind(window: Window, day: date) -> bool:
    return window.latest is not None and (day - window.latest).days > 3


def _is_past(found: Found, day: date) -> bool:
    window = found.windows[0]
    return window.latest is not None and window.latest < day
