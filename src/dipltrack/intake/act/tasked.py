"""Tasks that were given to somebody of one's own: directed, entrusted, asked for."""

import re
from collections.abc import Iterator

from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.act.infinitives import second_infinitive
from dipltrack.intake.act.vetoes import act_of
from dipltrack.intake.clause.clauses import Frame, Predicate
from dipltrack.intake.clause.marks import Kind
from dipltrack.intake.clause.sentence import Sentence
from dipltrack.intake.clause.subjects import Who, subject_of


def tasked_acts(sentence: Sentence, predicate: Predicate, frame: Frame) -> Iterator[Act]:
    """A task that was given to somebody of one's own."""
    mark = predicate.mark
    laid_down = sentence.context.undertaking or sentence.context.listed
    if sentence.rules.pattern("tasked.stands").match(mark.words) and not laid_down:
        return  # "The Office is responsible for issuing permits" tells how things are
    rest = sentence.behind(mark)
    before = sentence.text[max(0, mark.start - 24) : mark.start].lower()
    passive = sentence.rules.shape("tasked.passive").search(before) is not None
    organs = sentence.rules.pattern("tasked.organs")
    own = sentence.rules.shape("tasked.own").match(rest)
    to = sentence.rules.shape("tasked.to").search(rest, own.end() if own else 0)
    if mark.kind is Kind.APPEAL:
        whom = rest[: to.start()] if to else ""
        own = own or organs.match(whom.lstrip())
        own_side = (
            subject_of(frame.subject, sentence.rules, sentence.context.parties).who is Who.ACTOR
        )
        dated = sentence.times.ahead(mark.end, sentence.end(mark.end, predicate))
        ours = sentence.rules.pattern("tasked.ours").match(frame.subject.strip())
        dated = dated or sentence.times.next_time(mark.end, len(sentence.text))
        asked_of = re.match(r"(?:ask|request|demand)", mark.words, re.IGNORECASE) is not None
        told = frame.subject.split(",")[
            0
        ]  # not whom it names beside: "partners, in particular the Bureau"
        worker = (own_side and asked_of) and not (
            sentence.rules.pattern("tasked.others").search(frame.subject)
            or sentence.context.parties.codes_in(frame.subject)
        )
        if passive and to and sentence.rules.pattern("tasked.guests").match(mark.words + rest):
            return  # an invitation that nobody was said to accept
        if passive and to and (organs.search(told) or worker or (own_side and (dated or ours))):
            yield act_of(sentence, predicate, frame, mark.end + to.end(), Ground.TASKED, 0.75)
            yield from _further_task(sentence, predicate, frame, mark.end + to.end())
            return
        paper = sentence.rules.shape("tasked.papers").match(rest)
        asks = re.match(r"(?:ask|request)", mark.words, re.IGNORECASE)
        if paper and asks and passive and organs.search(told):
            yield act_of(sentence, predicate, frame, mark.end, Ground.TASKED, 0.7)
            return
        if paper and asks and own_side and not passive:
            if not sentence.context.parties.codes_in(frame.subject):
                yield act_of(sentence, predicate, frame, mark.end, Ground.TASKED, 0.7)
            return
        if re.fullmatch(r"\s*(?:it|them)\s*", whom) and organs.search(sentence.text[: mark.start]):
            yield act_of(sentence, predicate, frame, mark.end, Ground.TASKED, 0.7)
            return
        asked = sentence.rules.shape("tasked.asked").match(mark.words)
        theirs = sentence.rules.pattern("tasked.ours").match(whom.lstrip())
        met = subject_of(whom, sentence.rules, sentence.context.parties).who is Who.ACTOR
        member = asked and theirs and dated and met
        if not (
            to and own and (organs.search(whom) or member)
        ) or sentence.context.parties.outsiders_in(whom):
            return
        if len(whom.split()) > 10 or re.search(r"[.;:]", whom):
            return
        yield act_of(sentence, predicate, frame, mark.end, Ground.TASKED, 0.7)
        yield from _second_task(sentence, predicate, frame, mark.end + to.end())
        return
    if passive or sentence.rules.pattern("tasked.taken").match(mark.words):
        yield act_of(sentence, predicate, frame, mark.end, Ground.TASKED, 0.85)
        if to and passive:
            yield from _further_task(sentence, predicate, frame, mark.end + to.end())
        return
    if to and sentence.rules.pattern("tasked.instructed").search(mark.words):
        if not sentence.is_no_verb(rest[to.end() :]):
            yield act_of(sentence, predicate, frame, mark.end + to.end(), Ground.AGREED, 0.85)
        return
    if to and sentence.is_no_verb(rest[to.end() :]) and rest[to.start() : to.end()] == " to ":
        return
    if to or re.match(r"\s+(?:their|the|its|senior|a)\b", rest):
        given = mark.start if not to and rest[:1] == " " else mark.end
        yield act_of(sentence, predicate, frame, given, Ground.TASKED, 0.88)
        if to:
            yield from _second_task(sentence, predicate, frame, mark.end + to.end())


def _further_task(
    sentence: Sentence, predicate: Predicate, frame: Frame, start: int
) -> Iterator[Act]:
    """A further task of those that were told what to do, and not what comes of the first."""
    outcome = sentence.rules.pattern("tasked.outcome")
    for act in _second_task(sentence, predicate, frame, start):
        if not outcome.match(sentence.text, act.verb):
            yield act


def _second_task(
    sentence: Sentence, predicate: Predicate, frame: Frame, start: int
) -> Iterator[Act]:
    """Further acts of the same task: "requests the secretariat to prepare … and to circulate …"."""
    for act in second_infinitive(sentence, predicate, frame, start):
        act.ground, act.confidence = Ground.TASKED, 0.7
        yield act
