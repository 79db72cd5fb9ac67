"""Which of the times in a sentence is that of an act."""

import re
from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from dipltrack.intake.clause.times import Times
from dipltrack.intake.rules import rules_of
from dipltrack.model.vocabulary import TimingClass
from dipltrack.wording.finding import Found

_BY_CLAUSE = frozenset({"fr", "es"})
_OBJECT = re.compile(
    r"[\w’'-]+ (?:(?:la|le|les|sa|son|leurs?|una?|une?|el|los|las|sus?) |l['’])", re.IGNORECASE
)
"""A verb with the article of its object behind it: "tenir la" prochaine session."""
_BESIDE = 6  # letters between a day and the rhythm that it belongs to
_PLAN = 30  # letters before "for 2022" among which the plan stands
_IN_A_YEAR = frozenset({TimingClass.BY, TimingClass.EXACT, TimingClass.MONTH, TimingClass.PART})
_LENGTHS = (
    *("for ", "over ", "pendant ", "pour une durée ", "pour une période ", "durante "),
    *("por un período ", "por un periodo ", "por una duración "),
)


def time_of_act(
    times: Times, start: int, end: int, verb: int, asides: Sequence[tuple[int, int]] = ()
) -> Found | None:
    """The time of an act between the places: the first behind its verb, else the last before.

    A day ahead counts before a rhythm, a rhythm before an event, an event before haste.
    """
    usable = [
        one
        for one in times.within(start, end)
        if not _is_past(one, times.anchor.day)
        and not _tells_nothing(times, one)
        and not _is_usual(times, one)
        and not any(first <= one.start < last for first, last in asides)
    ]
    if not usable:
        return None
    usable = [one for one in usable if not _is_what_happens(times, one, verb)]
    if not usable:
        return None
    best = min(_grade(one) for one in usable)
    graded = [one for one in usable if _grade(one) == best]
    if times.anchor.language == "ja":
        free = [one for one in graded if times.text[one.end : one.end + 1] != "の"]
        return (free or graded)[-1]
    for one in graded if best == 0 else ():
        first = _first_of_rhythm(times, one)
        if first is not None:
            return first
        yearly = _day_of_each_year(times, one, usable)
        if yearly is not None:
            return yearly
    if best == 0 and len(graded) > 1:
        graded = [one for one in graded if not _is_of_a_plan(times, one)] or graded
    if best == 1:
        graded = _no_mere_adjective(times, usable, graded)
    behind = [one for one in graded if one.start >= verb]
    return behind[0] if behind else graded[-1]


def _tells_nothing(times: Times, found: Found) -> bool:
    words = found.words.strip().lower()
    return rules_of(times.anchor.language).pattern("names.no_time").fullmatch(words) is not None


def _is_usual(times: Times, found: Found) -> bool:
    """True for what is so as a rule: "as a rule in spring" sets no day."""
    usual = rules_of(times.anchor.language).pattern("names.usual")
    return usual.search(times.text[max(0, found.start - _PLAN) : found.start]) is not None


def _is_what_happens(times: Times, found: Found, verb: int) -> bool:
    """True for an occasion that is itself what the sentence is about: "the next round will …"."""
    if found.windows[0].class_ is not TimingClass.EVENT or found.windows[0].has_day:
        return False
    if times.anchor.language == "ja":
        return re.match(r"(?:について|は、|を|が)", times.text[found.end :]) is not None
    named = re.match(r"(?:the |its |our |la |le |el |l['’]|next\b|su )", found.words.lower())
    if named is not None and found.end <= verb:
        return True
    between = times.text[verb : found.start]
    return times.anchor.language in _BY_CLAUSE and _OBJECT.fullmatch(between) is not None


def _day_of_each_year(times: Times, day: Found, usable: Sequence[Found]) -> Found | None:
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
            words = times.text[first.start : last.end]
            return replace(other, start=first.start, end=last.end, words=words)
    return None


def _first_of_rhythm(times: Times, day: Found) -> Found | None:
    """The rhythm with its first days: "annually, first in November 2024"; None where it is none.

    The days are those of the first time, and the period counts from it on.
    """
    first = rules_of(times.anchor.language).shape("names.first_of")
    for other in times.found:
        every = other.windows[0].every
        if every is None or other.end > day.start:
            continue
        if not first.fullmatch(times.text, other.end, day.start):
            continue
        window = replace(
            day.windows[0],
            class_=TimingClass.RECURRING,
            every=every,
            basis=f"every {every}, the first time: {day.windows[0].basis}",
        )
        words = times.text[other.start : day.end]
        return replace(day, words=words, start=other.start, windows=(window,))
    return None


def _is_of_a_plan(times: Times, found: Found) -> bool:
    """True for the years that a plan is for: "draw up a plan of work for 2022"."""
    if not found.words.lower().startswith(("for ", "pour ", "para ")):
        return False
    plans = rules_of(times.anchor.language).pattern("names.plans")
    return plans.search(times.text[max(0, found.start - _PLAN) : found.start]) is not None


def _no_mere_adjective(times: Times, usable: Sequence[Found], graded: list[Found]) -> list[Found]:
    """The rhythms, but for an adjective where a time proper stands: "a regular service … within"."""
    adjective = rules_of(times.anchor.language).pattern("names.rhythmic")
    counted = [one for one in graded if one.windows[0].every is not None]
    graded = counted or graded
    kept = [one for one in graded if not adjective.fullmatch(one.words.strip())]
    others = [one for one in usable if one.windows[0].class_ is TimingClass.EVENT]
    return kept or others or graded


def _grade(found: Found) -> int:
    """How soon a time counts: a day, a rhythm, a length, an event, haste."""
    window = found.windows[0]
    if window.has_day:
        length = window.class_ is TimingClass.WITHIN and found.words.lower().startswith(_LENGTHS)
        return 2 if length else 0
    ranks = {TimingClass.RECURRING: 1, TimingClass.EVENT: 3, TimingClass.OPEN: 4}
    return ranks.get(window.class_, 5)


def _is_past(found: Found, day: date) -> bool:
    window = found.windows[0]
    return window.latest is not None and window.latest < day
