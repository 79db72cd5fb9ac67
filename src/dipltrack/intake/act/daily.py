"""How a meeting, its day or a journey goes: no promise, but for what is owed or has a day of its own."""

import re

from dipltrack.intake.act.future_case import FutureCase
from dipltrack.intake.act.undertaken import (
    answers,
    has_doer,
    is_another_visit,
    is_organ,
    is_own_affair,
)
from dipltrack.intake.clause.marks import Kind
from dipltrack.intake.clause.subjects import Who


def of_the_day(case: FutureCase) -> str | None:
    """Why a future only tells how the meeting or a journey goes, or what one country plans at home."""
    sentence, subject, act, rules = case.sentence, case.subject, case.act, case.rules
    if rules.pattern("subjects.ceremony").search(subject.head) and not case.later:
        return f'"{subject.head}" belongs to the meeting itself'
    if case.governed is None and is_own_affair(sentence, case.predicate, subject, act):
        return f'"{subject.words}": a plan for its own affairs'
    if case.governed not in (None, Kind.SAY):
        return None
    predicate = case.predicate
    begun = act.start if predicate.subject else min(act.start, predicate.clause.start)
    soon = rules.pattern("openings.journey_days").search(sentence.text, begun, act.end)
    if soon and not rules.pattern("openings.stays").search(subject.head):
        return f'"{soon[0]}": how the meeting or a journey goes'
    relatives = [one.start for one in sentence.marks if one.kind is Kind.RELATIVE]
    until = min((at for at in relatives if case.verb < at < act.end), default=act.end)
    same = rules.pattern("openings.same_day").search(sentence.text, act.start, until)
    if same and not case.later:
        return f'"{same[0]}": how the day of the meeting goes'
    return _of_course(case) or _of_bearing(case)


def _of_course(case: FutureCase) -> str | None:
    """What a meeting talks of; another occasion, an organ or a doer makes an act of it."""
    sentence, subject, act = case.sentence, case.subject, case.act
    course = case.rules.pattern("verbs.course").match(case.text)
    if not course:
        return None
    put_forward = case.rules.pattern("subjects.put_forward").search(subject.head)
    if put_forward and not sentence.times.ahead(act.verb, act.end):
        return f'"{subject.head}" was put forward, and not taken up'
    others = case.rules.pattern("subjects.outsiders").search(sentence.text, act.verb, act.end)
    if others and not case.rules.modal:
        return f'"{others[0]}": what others talk of'
    if (
        case.later
        or case.undertaking
        or sentence.times.rhythm(act.start, act.end)
        or sentence.times.next_time(act.start, act.end)
        or has_doer(sentence, act)
        or is_organ(sentence, subject)
    ):
        return None
    return f'"{course[0]}" tells how the meeting goes'


def _of_bearing(case: FutureCase) -> str | None:
    """What a guest does on the way; an answer that is owed and a visit of its own are acts."""
    sentence, subject = case.sentence, case.subject
    bearing = case.rules.pattern("verbs.bearing").match(case.text)
    if not bearing:
        return None
    invited = case.later and case.rules.pattern("openings.visit").search(sentence.text, case.verb)
    if case.undertaking and case.later:
        return None  # "Japan will hold the chair in 2024"
    if invited or answers(sentence, case.act) or is_another_visit(sentence, case.act):
        return None
    pronoun = re.match(r"(?:we|they|he|she)\b", subject.words, re.IGNORECASE)
    if pronoun or case.who in (Who.PERSON, Who.ACTOR, Who.NAME, Who.NONE):
        return f'"{bearing[0]}" tells how the meeting or a journey goes'
    return None
