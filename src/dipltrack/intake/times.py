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
_OBJECT = re.compile(
    r"[\w’'-]+ (?:(?:la|le|les|sa|son|leurs?|una?|une?|el|los|las|sus?) |l['’])", re.IGNORECASE
)
"""A verb with the article of its object behind it: "tenir la" prochaine session."""
_CLAUSE = 4  # words behind "and" among which the verb of a further clause stands
_BESIDE = 6  # letters between a day and the rhythm that it belongs to
_WEEK = 7
_PLAN = 30  # letters before "for 2022" among which the plan stands
_IN_A_YEAR = frozenset({TimingClass.BY, TimingClass.EXACT, TimingClass.MONTH, TimingClass.PART})
_LENGTHS = (
    *("for ", "over ", "pendant ", "pour une durée ", "pour une période ", "durante "),
    *("por un período ", "por un periodo ", "por una duración "),
)
_UNDATED = frozenset({TimingClass.OPEN, TimingClass.RECURRING, TimingClass.EVENT})


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
                ends.add(joined.end())
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
        verb = rules.pattern("verbs.passive").match(found.words)
        if verb:
            start = found.start + verb.end() + 1
            found = replace(found, words=text[start : found.end], start=start)
        behind = rules.shape("names.time_behind").match(text, found.end)
        if behind and found.windows[0].class_ is TimingClass.WITHIN:
            end = behind.end()
            return replace(found, words=text[found.start : end], end=end)
        return self._with_preposition(text, found)

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
        return tuple(replace(one, words=whole[one.start : one.end]) for one in found)


def _moved(found: Found, by: int) -> Found:
    return replace(found, start=found.start + by, end=found.end + by)


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
        return any(_is_ahead(one.windows[0], self.anchor.day) for one in self._within(start, end))

    def later(self, start: int, end: int) -> bool:
        """True where a time stands between the places that begins more than a week ahead."""
        firsts = [one.windows[0].earliest for one in self._within(start, end)]
        return any(
            first is not None and (first - self.anchor.day).days > _WEEK for first in firsts
        )

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

    def next_time(self, start: int, end: int) -> bool:
        """True where a next or a counted occasion stands between the places: "at its fifth session"."""
        counted = rules_of(self.anchor.language).pattern("names.counted")
        return counted.search(self.text, start, end) is not None

    def _within(self, start: int, end: int) -> list[Found]:
        return [one for one in self.found if start <= one.start and one.end <= end]

    def _tells_nothing(self, found: Found) -> bool:
        words = found.words.strip().lower()
        return rules_of(self.anchor.language).pattern("names.no_time").fullmatch(words) is not None

    def _is_usual(self, found: Found) -> bool:
        """True for what is so as a rule: "as a rule in spring" sets no day."""
        usual = rules_of(self.anchor.language).pattern("names.usual")
        return usual.search(self.text[max(0, found.start - _PLAN) : found.start]) is not None

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
            and not self._is_usual(one)
            and not any(first <= one.start < last for first, last in asides)
        ]
        if not usable:
            return None
        usable = [one for one in usable if not self._is_what_happens(one, verb)]
        if not usable:
            return None
        best = min(_grade(one) for one in usable)
        graded = [one for one in usable if _grade(one) == best]
        if self.anchor.language == "ja":
            free = [one for one in graded if self.text[one.end : one.end + 1] != "の"]
            return (free or graded)[-1]
        for one in graded if best == 0 else ():
            first = self._first_of_rhythm(one)
            if first is not None:
                return first
            yearly = self._day_of_each_year(one, usable)
            if yearly is not None:
                return yearly
        if best == 0 and len(graded) > 1:
            graded = [one for one in graded if not self._is_of_a_plan(one)] or graded
        if best == 1:
            graded = self._no_mere_adjective(usable, graded)
        behind = [one for one in graded if one.start >= verb]
        return behind[0] if behind else graded[-1]

    def _is_what_happens(self, found: Found, verb: int) -> bool:
        """True for an occasion that is itself what the sentence is about: "the next round will …"."""
        if found.windows[0].class_ is not TimingClass.EVENT or found.windows[0].has_day:
            return False
        if self.anchor.language == "ja":
            return re.match(r"(?:について|は、|を|が)", self.text[found.end :]) is not None
        named = re.match(r"(?:the |its |our |la |le |el |l['’]|next\b|su )", found.words.lower())
        if named is not None and found.end <= verb:
            return True
        between = self.text[verb : found.start]
        return self.anchor.language in _BY_CLAUSE and _OBJECT.fullmatch(between) is not None

    def _day_of_each_year(self, day: Found, usable: Sequence[Found]) -> Found | None:
        """The rhythm that a day with no year belongs to, with its words, or None.

        "Before the first of May of each year" and "each year, by 31 March" come again and again.
        """
        if re.search(r"\d{4}", day.words) or day.windows[0].class_ not in _IN_A_YEAR:
            return None
        for other in usable:
            if other.windows[0].class_ is not TimingClass.RECURRING:
                continue
            first, last = sorted((day, other), key=lambda one: one.start)
            if 0 <= last.start - first.end < _BESIDE:
                words = self.text[first.start : last.end]
                return replace(other, start=first.start, end=last.end, words=words)
        return None

    def _first_of_rhythm(self, day: Found) -> Found | None:
        """The rhythm with its first days: "annually, first in November 2024"; None where it is none.

        The days are those of the first time, and the period counts from it on.
        """
        first = rules_of(self.anchor.language).shape("names.first_of")
        for other in self.found:
            every = other.windows[0].every
            if every is None or other.end > day.start:
                continue
            if not first.fullmatch(self.text, other.end, day.start):
                continue
            window = replace(
                day.windows[0],
                class_=TimingClass.RECURRING,
                every=every,
                basis=f"every {every}, the first time: {day.windows[0].basis}",
            )
            words = self.text[other.start : day.end]
            return replace(day, words=words, start=other.start, windows=(window,))
        return None

    def _is_of_a_plan(self, found: Found) -> bool:
        """True for the years that a plan is for: "draw up a plan of work for 2022"."""
        if not found.words.lower().startswith(("for ", "pour ", "para ")):
            return False
        plans = rules_of(self.anchor.language).pattern("names.plans")
        return plans.search(self.text[max(0, found.start - _PLAN) : found.start]) is not None

    def _no_mere_adjective(self, usable: Sequence[Found], graded: list[Found]) -> list[Found]:
        """The rhythms, but for an adjective where a time proper stands: "a regular service … within"."""
        adjective = rules_of(self.anchor.language).pattern("names.rhythmic")
        counted = [one for one in graded if one.windows[0].every is not None]
        graded = counted or graded
        kept = [one for one in graded if not adjective.fullmatch(one.words.strip())]
        others = [one for one in usable if one.windows[0].class_ is TimingClass.EVENT]
        return kept or others or graded


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
