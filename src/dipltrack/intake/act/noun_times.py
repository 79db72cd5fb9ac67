"""Times that a noun bears, and not the act that is done to it: a paper's day, a plan's years, an occasion.

"Will collect the answers to the questionnaire of 9 January", "agreed to revise the budget for 2025",
"to prepare for the summit in November" set the act no time.
"""

import re
from collections.abc import Iterator

from dipltrack.intake.act.acts import Act
from dipltrack.intake.clause.marks import FUTURES
from dipltrack.intake.clause.sentence import Sentence
from dipltrack.model.vocabulary import TimingClass
from dipltrack.wording.finding import Found

_DATED = frozenset({TimingClass.EXACT, TimingClass.SEASON, TimingClass.YEAR})
_AIM = 12  # words between an aim and its time
_PERIOD = 70  # letters of what a period lasts up to
_STOPS = re.compile(r"[,;:]|\b(?:and|et|y|e)\b")
_NEAR = 7  # words between what has a time of its own and that time
_JOINT = 4  # letters between a paper and its day: "the Treaty of"
_MANY = 3  # words of a place between an occasion and its time: "in Rio de Janeiro"


def times_of_nouns(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The stretches of the sentence in which a noun has its own time, whatever is done to it."""
    yield from _dated_things(sentence)
    yield from _beside(sentence)


def times_of_nouns_served(sentence: Sentence, act: Act) -> Iterator[tuple[int, int]]:
    """The stretches of the act whose times are those of an occasion or a plan that it serves."""
    yield from _occasions(sentence, act)
    yield from _bases(sentence, act)
    yield from _plans(sentence, act)
    yield from _aims(sentence, act)


def _dated_things(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """A paper that is named by its day: "the Treaty of 1 March 2024"."""
    for name in ("asides.papers", "asides.bids"):
        for found in sentence.rules.shape(name).finditer(sentence.text):
            for one in sentence.times.found:
                if one.start <= found.end() < one.end or 0 <= found.end() - one.start <= _JOINT:
                    yield found.start(), one.end
    rules, text = sentence.rules, sentence.text
    for one in sentence.times.found:
        if one.windows[0].class_ in _DATED:
            owned = rules.shape("asides.of_day").search(text, 0, one.start)
            if owned and not rules.pattern("asides.day_of").search(text, 0, owned.end()):
                yield owned.start(), one.end
        if rules.shape("asides.in_which").match(text, one.end):
            yield one.start, one.end  # "by the end of the year in which it enters into force"


def _beside(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The years that work is for, the first of whom will come, the autumn of an autumn survey.

    What a noun bears as its attribute is the time of the act where no other stands in the sentence.
    """
    rules, text, times = sentence.rules, sentence.text, sentence.times.found
    for found in rules.shape("asides.beside").finditer(text):
        yield found.span()
    for found in rules.shape("asides.attribute").finditer(text):
        own = [one for one in times if found.start() <= one.start < found.end()]
        if own and len(times) > len(own):
            yield own[0].start, own[-1].end


def _occasions(sentence: Sentence, act: Act) -> Iterator[tuple[int, int]]:
    """An occasion that the act only serves: "to prepare for the summit to be held in Oslo in May"."""
    rules, text = sentence.rules, sentence.text
    moves = rules.pattern("asides.moves").match(text, act.verb)
    for one in () if moves else sentence.times.found:
        said = re.search(r"\b(?:be|is|are|was|were|been)\s+$", text[: one.start])
        if (
            one.start > act.verb
            and not said
            and rules.pattern("asides.set_for").fullmatch(one.words)
        ):
            yield one.start, one.end
    for found in rules.shape("asides.occasion").finditer(text, act.start, act.end):
        if found["of"] is None and moves and act.verb <= found.start():
            continue
        first = first_time(sentence, found.end(), _NEAR)
        if first is not None and not rules.pattern("asides.limit").match(first.words):
            yield found.start() + (found.start() == act.verb), first.end


def _bases(sentence: Sentence, act: Act) -> Iterator[tuple[int, int]]:
    """What the act rests on: "under the programme for 2022-2026", "in line with the strategy of 2030"."""
    for found in sentence.rules.shape("asides.basis").finditer(sentence.text, 0, act.end):
        if found.start() <= act.verb < found.end():
            continue
        first = first_time(sentence, found.end("basis"), _NEAR + _MANY)
        if first is not None and not sentence.rules.pattern("asides.limit").match(first.words):
            yield found.start(), first.end


def _plans(sentence: Sentence, act: Act) -> Iterator[tuple[int, int]]:
    """The years that a plan is for, of an act that is done to the plan: "to revise the budget for 2025"."""
    rules = sentence.rules
    done = (
        act.passive
        or not rules.modal
        or rules.pattern("actions.bases").match(sentence.text, act.verb)
    )
    first, last = (0, act.end) if done else (0, act.start)
    for found in rules.shape("asides.plan").finditer(sentence.text, first, last):
        for one in sentence.times.found:
            if found.start("years") <= one.start < found.end() or (
                one.start <= found.start("years") < one.end
            ):
                yield found.start(), max(found.end(), one.end)
        if rules.shape("asides.lasting_to").search(found["years"]):
            until = next(
                (
                    one
                    for one in sentence.times.found
                    if found.start() <= one.start < found.end() + _PERIOD
                    and one.windows[0].has_day
                    and "," not in sentence.text[found.end() : one.start]
                ),
                None,
            )
            if until is not None:
                yield found.start(), until.end


def _aims(sentence: Sentence, act: Act) -> Iterator[tuple[int, int]]:
    """What an aim or a need is to have reached by when, of an act that only serves it.

    Who sets himself an aim promises it with its time: "set themselves the goal of doubling it by 2030".
    """
    rules, text = sentence.rules, sentence.text
    for found in rules.shape("asides.aims").finditer(text, act.start, act.end):
        if found.start() <= act.verb or rules.shape("asides.aims_set").search(
            text, act.start, found.start()
        ):
            continue
        first = first_time(sentence, found.end(), _AIM)
        if first is not None and rules.pattern("asides.limit").match(first.words):
            yield found.start(), first.end


def first_time(sentence: Sentence, start: int, most: int = _NEAR) -> Found | None:
    """The first time behind a place, where no comma and no other verb stands between."""
    for one in sentence.times.found:
        if one.start < start - 1:
            continue
        between = sentence.text[start : one.start]
        stops = any(
            mark.kind in FUTURES and start <= mark.start < one.start for mark in sentence.marks
        )
        if stops or len(between.split()) > most or _STOPS.search(between):
            return None
        return one
    return None
