"""Verbs that say how things stand or what is law, and when they tell an act all the same."""

import re

from dipltrack.intake.act.future_case import FutureCase
from dipltrack.intake.act.undertaken import (
    bears_cost,
    has_time,
    is_due,
    is_met_by_party,
    is_settled_by_somebody,
)
from dipltrack.intake.clause.marks import Kind
from dipltrack.intake.clause.subjects import Who

_FAINT = 0.6


def stands(case: FutureCase) -> str | None:
    """Why the verb of a future is no act; empty where it ends something, None where it may be one."""
    act, sentence = case.act, case.sentence
    habit = case.rules.pattern("verbs.habit").search(sentence.text[case.mark.end : case.verb])
    if habit and case.rules.modal:
        return f'"{habit[0]}" says how things usually are, and is no act'
    lasting = case.rules.pattern("verbs.lasting").match(case.text)
    if lasting and not _is_act(case, lasting[0]):
        ends = "no longer" in sentence.text[case.mark.end : case.verb]
        if ends and sentence.times.ahead(0, len(sentence.text)):
            act.confidence = _FAINT
            return ""
        if not case.counted and case.mark.kind is not Kind.APPOINTED:
            return f'"{lasting[0]}" says how things stand or what is law, and is no act'
    told = act.passive or case.happening or case.there or case.place
    if re.match(r"be\b", case.text) and not told:
        return "says how something will be, and is no act"
    return None


def _is_act(case: FutureCase, lasting: str) -> bool:
    """True where somebody pays, settles, makes or ends it, or a time is set for it."""
    sentence, subject, act = case.sentence, case.subject, case.act
    if bears_cost(sentence, subject, act):
        act.confidence -= 0.1
        return True
    actor = subject.who is Who.ACTOR and case.is_told("verbs.of_actors")
    if not case.undertaking and (actor or is_met_by_party(sentence, act)):
        return True
    if is_settled_by_somebody(sentence, subject, act):
        return True
    if case.is_told("verbs.timed") and has_time(sentence, act):
        return True
    if lasting.startswith("be admitted"):  # "Ten engineers will be admitted", and not "nationals"
        return case.rules.pattern("subjects.counted").match(subject.words) is not None
    if is_due(sentence, act):
        act.confidence -= 0.1
        return True
    return False
