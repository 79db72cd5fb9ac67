"""From where the times of a document are read: its day and the conventions; and the times of a text."""

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from dipltrack.intake.rules import rules_of
from dipltrack.model.conventions import Conventions, Event
from dipltrack.model.vocabulary import TimingClass
from dipltrack.model.window import Window
from dipltrack.wording.finding import Found, times_in
from dipltrack.wording.reading import UnreadTimeError, readings_of

_EVENTS = {
    "en": ("signing", "signature", "this meeting"),
    "fr": ("signature", "présente réunion", "présente session", "présente rencontre"),
    "es": ("firma", "suscripción", "presente reunión", "presente sesión"),
    "ja": ("署名",),
}
"""What happened on the day of the document: "within thirty days of the signing"."""

_COMMA = re.compile(r",\s+(?!\d{4})")
_AND = re.compile(r"\s(?:et|puis|mais|y|e|pero|luego)\s+")
_BY_CLAUSE = frozenset({"fr", "es"})
_CLAUSE = 4  # words behind "and" among which the verb of a further clause stands


class Anchor(Struct, frozen=True, kw_only=True):
    """From where words of time are read: the day of the document, and the conventions."""

    day: date
    language: str
    conventions: Conventions = Conventions()
    place: str | None = None
    events: tuple[Event, ...] = ()
    party: str | None = None

    def found_in(self, text: str) -> tuple[Found, ...]:
        """Every time of the text. French and Spanish are read clause by clause."""
        if self.language not in _BY_CLAUSE:
            return self._read(text)
        found: list[Found] = []
        start = 0
        for end in self._clause_ends(text):
            found += [
                self._with_words_about(text, _moved(one, start))
                for one in self._by_trial(text[start:end])
            ]
            start = end
        return tuple(found)

    def _clause_ends(self, text: str) -> Sequence[int]:
        """Where a comma, or an "and" with a verb behind it, ends what one time is looked for in."""
        rules = rules_of(self.language)
        ends = {one.end() for one in _COMMA.finditer(text)} | {len(text)}
        for joined in _AND.finditer(text):
            near = " ".join(text[joined.end() :].split()[:_CLAUSE])
            if rules.pattern("future.will").search(near):
                ends.add(joined.start())
        return sorted(ends)

    def _by_trial(self, text: str) -> tuple[Found, ...]:
        """The times of a stretch; where it cannot be read as a whole, of what a preposition opens."""
        found = self._read(text)
        words = rules_of(self.language).pattern("names.time_words")
        if found:
            end = found[-1].end
            behind = self._by_trial(text[end:]) if words.search(text, end) else ()
            return (*found, *(_moved(one, end) for one in behind))
        if not words.search(text):
            return ()
        for opened in rules_of(self.language).pattern("names.time_prepositions").finditer(text):
            found = self._read(text[opened.start() :])
            if found:
                return tuple(_moved(one, opened.start()) for one in found)
        return ()

    def _with_words_about(self, text: str, found: Found) -> Found:
        """The time with the words about it that bound it: "en agosto", "siguientes a la presente reunión"."""
        rules = rules_of(self.language)
        found = self._without_brackets(text, found)
        verb = rules.pattern("verbs.passive").match(found.words)
        if verb:
            start = found.start + verb.end() + 1
            found = replace(found, words=text[start : found.end], start=start)
        after = rules.shape("names.after_that").match(text, found.end)
        if after and found.windows[0].class_ is TimingClass.WITHIN:
            window = replace(
                found.windows[0],
                class_=TimingClass.EVENT,
                earliest=None,
                latest=None,
                basis="counted from what is told before",
            )
            words = text[found.start : after.end()]
            return replace(found, words=words, end=after.end(), windows=(window,))
        behind = rules.shape("names.time_behind").match(text, found.end)
        if behind and found.windows[0].class_ is TimingClass.WITHIN:
            end = behind.end()
            return replace(found, words=text[found.start : end], end=end)
        return self._with_preposition(text, found)

    def _without_brackets(self, text: str, found: Found) -> Found:
        """The time with no bracket that stands about it, and a last day where it is told to be: "(échéance : 31 mars)"."""
        start, end = found.start, found.end
        while start < end and text[start] == "(" and ")" not in text[start : end - 1]:
            start += 1
        while end > start and text[end - 1] == ")" and "(" not in text[start:end]:
            end -= 1
        due = rules_of(self.language).shape("names.due").search(text[:start])
        if rules_of(self.language).pattern("names.within").fullmatch(text[start:end]):
            due = due or rules_of(self.language).shape("names.within_before").search(text[:start])
        window = found.windows[0]
        if due and due.end() == start and window.has_day and window.latest is not None:
            last = replace(window, class_=TimingClass.BY, earliest=self.day)
            if window.latest >= self.day:
                return replace(
                    found,
                    start=due.start(),
                    end=end,
                    words=text[due.start() : end],
                    windows=(last,),
                )
        return replace(found, start=start, end=end, words=text[start:end])

    def _with_preposition(self, text: str, found: Found) -> Found:
        before = rules_of(self.language).shape("names.time_before").search(text[: found.start])
        if not before:
            return found
        words = text[before.start() : found.end]
        read = self.read_words(words)
        if not read:
            return found
        same = (read[0].earliest, read[0].latest) == (
            found.windows[0].earliest,
            found.windows[0].latest,
        )
        return replace(found, words=words, start=before.start(), windows=read) if same else found

    def beginning(self, found: Found) -> Window | None:
        """The days in which it is to begin, of a time with no end: "from April onwards"; else None.

        The beginning is the act, as for "from April".
        """
        bare = rules_of(self.language).shape("names.onwards").sub("", found.words)
        if bare == found.words:
            return None
        read = self.read_words(bare)
        return read[0] if read and read[0].latest is not None else None

    def read_words(self, words: str) -> tuple[Window, ...]:
        """The readings of words of time; none where they cannot be read."""
        try:
            return readings_of(
                words, self.day, self.conventions, place=self.place, lang=self.language
            )
        except UnreadTimeError:
            return ()

    def _read(self, text: str) -> tuple[Found, ...]:
        whole = text
        for name in ("names.first_time", "names.no_part"):
            blanked = rules_of(self.language).pattern(name)
            text = blanked.sub(lambda found: " " * len(found[0]), text)
        own = tuple(
            Event(name=name, earliest=self.day, latest=self.day)
            for name in _EVENTS.get(self.language, ())
        )
        found = times_in(
            text,
            self.day,
            self.conventions,
            lang=self.language,
            place=self.place,
            party=self.party,
            events=(*self.events, *own),
        )
        read = (replace(one, words=whole[one.start : one.end]) for one in found)
        return tuple(each for one in read for each in self._apart(self._up_to(one, whole)))

    def _up_to(self, found: Found, text: str) -> Found:
        """The time from the day of the document on, where only its end is told: "runs to the end of 2024"."""
        before = rules_of(self.language).shape("names.up_to").search(text, 0, found.start)
        window = found.windows[0]
        if not before or window.latest is None or window.latest < self.day:
            return found
        start = text.rindex("to", 0, found.start)
        words = text[start : found.end]
        return replace(
            found, words=words, start=start, windows=(replace(window, earliest=self.day),)
        )

    def _apart(self, found: Found) -> tuple[Found, ...]:
        """The years of a thing and the time of what is done to it, where both were read as one time."""
        years = rules_of(self.language).shape("names.years_apart").match(found.words)
        if not years:
            return (found,)
        behind = found.words[years.end() :].lstrip()
        first, last = self.read_words(years[0]), self.read_words(behind)
        if not (first and last):
            return (found,)
        middle = found.start + years.end()
        return (
            replace(found, words=years[0], end=middle, windows=first),
            replace(found, words=behind, start=found.end - len(behind), windows=last),
        )


def timed(found: Found, anchor: Anchor) -> Window:
    """The window of a time; one that only has an end begins with the day of the document."""
    window, day = found.windows[0], anchor.day
    if window.earliest is not None and window.latest is None:
        return anchor.beginning(found) or window
    upper = rules_of(anchor.language).pattern("names.upper").fullmatch(found.words)
    if upper and window.has_day and window.latest is not None and window.latest >= day:
        return replace(window, earliest=day)
    if window.earliest is None and window.latest is not None and window.latest >= day:
        return replace(window, earliest=day)
    return window


def _moved(found: Found, by: int) -> Found:
    return replace(found, start=found.start + by, end=found.end + by)
