"""The times in a sentence: which lies ahead, which behind."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from msgspec.structs import replace

from dipltrack.intake.clause.anchor import Anchor
from dipltrack.intake.rules import rules_of
from dipltrack.model.vocabulary import TimingClass
from dipltrack.model.window import Window
from dipltrack.wording.finding import Found

_WEEK = 7
_UNDATED = frozenset({TimingClass.OPEN, TimingClass.RECURRING, TimingClass.EVENT})


class Times:
    """The times of one sentence, read when they are first asked for."""

    def __init__(self, text: str, anchor: Anchor) -> None:
        """Keep the text and from where it is read."""
        self.text = text
        self.anchor = anchor

    @cached_property
    def found(self) -> tuple[Found, ...]:
        """Every time, in order."""
        found = [
            one for one in self.anchor.found_in(self.text) if not self._is_name_of_a_season(one)
        ]
        return tuple(self._in_that_year(one, found[:at]) for at, one in enumerate(found))

    def _in_that_year(self, found: Found, earlier: Sequence[Found]) -> Found:
        """The time in the year of one before it, where it says so: "in 2025, and by June of that year"."""
        same = rules_of(self.anchor.language).shape("names.that_year").match(self.text, found.end)
        days = [one.windows[0].earliest for one in earlier if one.windows[0].earliest]
        if not same or not days:
            return found
        read = self.anchor.read_words(f"{found.words} {days[-1].year}")
        if not read:
            return found
        words = self.text[found.start : same.end()]
        return replace(found, words=words, end=same.end(), windows=read)

    def _is_name_of_a_season(self, found: Found) -> bool:
        """True where the season is that of a thing: "by the start of the summer timetable"."""
        named = rules_of(self.anchor.language).shape("names.season_of")
        seasons = (TimingClass.SEASON, TimingClass.BY, TimingClass.PART)
        return (
            found.windows[0].class_ in seasons
            and re.search(r"(?:spring|summer|autumn|fall|winter)$", found.words) is not None
            and named.match(self.text, found.end) is not None
        )

    def ahead(self, start: int, end: int) -> bool:
        """True where a time with a day that is not past stands between the places."""
        return any(_is_ahead(one.windows[0], self.anchor.day) for one in self.within(start, end))

    def later(self, start: int, end: int) -> bool:
        """True where a time stands between the places that begins more than a week ahead."""
        firsts = [one.windows[0].earliest for one in self.within(start, end)]
        return any(
            first is not None and (first - self.anchor.day).days > _WEEK for first in firsts
        )

    def behind(self, start: int, end: int) -> bool:
        """True where only times that are past stand between the places, and one at least."""
        days = [one.windows[0] for one in self.within(start, end) if one.windows[0].has_day]
        return bool(days) and all(_is_behind(window, self.anchor.day) for window in days)

    def event(self, start: int, end: int) -> bool:
        """True where a time stands between the places that hangs on an event, or has no day."""
        return any(one.windows[0].class_ in _UNDATED for one in self.within(start, end))

    def rhythm(self, start: int, end: int) -> bool:
        """True where a rhythm or an event stands between the places."""
        classes = (TimingClass.RECURRING, TimingClass.EVENT)
        return any(one.windows[0].class_ in classes for one in self.within(start, end))

    def next_time(self, start: int, end: int) -> bool:
        """True where a next or a counted occasion stands between the places: "at its fifth session"."""
        counted = rules_of(self.anchor.language).pattern("names.counted")
        return counted.search(self.text, start, end) is not None

    def within(self, start: int, end: int) -> list[Found]:
        """The times that stand between the places, whole."""
        return [one for one in self.found if start <= one.start and one.end <= end]


def _is_ahead(window: Window, day: date) -> bool:
    last = window.latest or window.earliest
    return last is not None and last > day


def _is_behind(window: Window, day: date) -> bool:
    return window.latest is not None and (day - window.latest).days > 3
