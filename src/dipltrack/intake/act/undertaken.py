"""By what it shows that somebody undertakes an act: who does it, how it is settled, who pays, who is told."""

import re

from dipltrack.intake.act.acts import Act
from dipltrack.intake.clause.clauses import Frame, Predicate
from dipltrack.intake.clause.marks import Kind
from dipltrack.intake.clause.sentence import Sentence
from dipltrack.intake.clause.subjects import Subject, Who, subject_of

_NAME = 3  # words of a country's name: "Republic of Korea"
DOER = re.compile(r"\s(?:by|par|por)\s+([^,.;:]+)", re.IGNORECASE)
"""By whom something is done, behind a passive."""


def bears_cost(sentence: Sentence, subject: Subject, act: Act) -> bool:
    """True where one of those that met takes over a cost: "Norway will bear the cost of the course".

    That everybody pays for himself is how things stand, and what a treaty says of costs is law.
    """
    context = sentence.context
    if context.background or re.search(r"\bown\b", sentence.text[act.verb : act.end]):
        return False
    named = bool(context.parties.codes_in(subject.words) & context.parties.met)
    if subject.who is not Who.ACTOR and not named:
        return subject.who is Who.NAME and not context.undertaking and _pays(sentence, act)
    return (named or not context.undertaking) and _pays(sentence, act)


def is_met_by_party(sentence: Sentence, act: Act) -> bool:
    """True where a cost is met by one of those that met, which it names: "will be met by Norway"."""
    by = DOER.search(sentence.text[act.verb : act.end])
    parties = sentence.context.parties
    paid = sentence.rules.pattern("verbs.paid").match(sentence.text, act.verb)
    return by is not None and paid is not None and bool(parties.codes_in(by[1]) & parties.met)


def is_own_affair(sentence: Sentence, predicate: Predicate, subject: Subject, act: Act) -> bool:
    """True for what one country plans at home, with no word of the other: "Norway aims to double …"."""
    rules, parties = sentence.rules, sentence.context.parties
    own = parties.codes_in(subject.words) & parties.met
    bare = re.sub(r"^(?:the|la|le|el)\s+", "", subject.words, flags=re.IGNORECASE)
    if len(own) != 1 or len(bare.split()) > _NAME or subject.words.lower().endswith("side"):
        return False
    words = sentence.text[predicate.mark.end : act.end]
    if rules.pattern("verbs.targets").match(sentence.text, act.verb):
        return True
    if not rules.pattern("future.of_mind").match(predicate.mark.words):
        return False
    others = parties.codes_in(words) & parties.met - own
    return not others and rules.pattern("openings.bilateral").search(words) is None


def is_everybody(sentence: Sentence, subject: Subject) -> bool:
    """True for "all members", "States": what everybody should do, nobody undertakes."""
    return sentence.rules.pattern("subjects.everybody").match(subject.words) is not None


def is_due(sentence: Sentence, act: Act) -> bool:
    """True for what must be done by a time, where the language tells a duty so: "doit être remis avant …"."""
    must = sentence.rules.pattern("verbs.must").match(sentence.text, act.verb)
    return must is not None and sentence.times.ahead(act.verb, act.end)


def is_a_view(sentence: Sentence, frame: Frame) -> bool:
    """True for "are of the view that": what ought to be, in the eyes of those that met."""
    return sentence.rules.shape("complements.of_view").search(frame.mark.words) is not None


def has_time(sentence: Sentence, act: Act) -> bool:
    """True where a time ahead stands in the act, or an event behind its verb."""
    return sentence.times.ahead(act.start, act.end) or sentence.times.event(act.verb, act.end)


def answers(sentence: Sentence, act: Act) -> bool:
    """True for an answer that is owed, by a day or in writing: "will reply within 30 days"."""
    rules, text = sentence.rules, sentence.text
    if not rules.pattern("verbs.timed").match(text, act.verb):
        return False
    return has_time(sentence, act) or (
        rules.pattern("verbs.in_writing").match(text, act.verb) is not None
    )


def is_organ(sentence: Sentence, subject: Subject) -> bool:
    """True for those to whom a meeting gives work: what they will look at, they do after it."""
    rules = sentence.rules
    return rules.pattern("tasked.workers").search(subject.head) is not None


def is_another_visit(sentence: Sentence, act: Act) -> bool:
    """True for what somebody comes for on another day, not on this journey: "will attend … in November"."""
    visits = sentence.rules.pattern("verbs.visits").match(sentence.text, act.verb)
    return visits is not None and sentence.times.later(act.start, act.end)


def has_doer(sentence: Sentence, act: Act) -> bool:
    """True where what is to be looked at is given to somebody: "will be taken up by the group"."""
    by = DOER.search(sentence.text[act.verb : act.end]) if act.passive else None
    return by is not None and (
        subject_of(by[1], sentence.rules, sentence.context.parties).who is Who.ACTOR
    )


def is_settled(sentence: Sentence, act: Act) -> bool:
    """True where it is told how it will be settled: "through diplomatic channels"."""
    through = sentence.rules.pattern("complements.through")
    return through.search(sentence.text, act.verb, act.end) is not None


def gives_the_other(sentence: Sentence, frame: Frame, subject: Subject, act: Act) -> bool:
    """True where one side informs that it will do something for the other, which it names."""
    rules, parties = sentence.rules, sentence.context.parties
    doer = subject.who in (Who.ACTOR, Who.BEFORE) and not act.passive
    sent = act.passive and sentence.times.ahead(act.verb, act.end)
    if frame.mark.kind is not Kind.INFORM:
        return False
    if _informs_of_own(sentence, frame, subject, act):
        return True
    if not (doer or sent):
        return False
    tellers = [frame.subject, *(one.subject for one in sentence.predicates if one.frame)]
    who = next((one for one in tellers if parties.codes_in(one) & parties.met), frame.subject)
    if subject_of(who, rules, parties).who is not Who.ACTOR:
        return False
    teller = parties.codes_in(who) & parties.met
    clause = re.split(r"[,;]", sentence.text[act.verb :], maxsplit=1)[0]
    if rules.pattern("clauses.waits").search(clause):
        return False  # "will raise the ceiling for Norway once the arrears are paid"
    told = parties.codes_in(clause) & parties.met
    return len(teller) == 1 and bool(told - teller)


def _informs_of_own(sentence: Sentence, frame: Frame, subject: Subject, act: Act) -> bool:
    """True where a side that met informs of what it will do itself, or will give out at a time.

    "informed his colleague that Norway would open a consulate", "… that the call will be published
    in May": what parliaments, courts and others do, or what happens, is only told.
    """
    rules, parties = sentence.rules, sentence.context.parties
    if not rules.pattern("frames.informs").fullmatch(frame.mark.words):
        return False
    teller = subject_of(frame.subject, rules, parties)
    guest = rules.pattern("subjects.tellers").fullmatch(teller.words)
    if not guest and teller.who not in (Who.ACTOR, Who.PERSON):
        return False
    if act.passive:
        by = DOER.search(sentence.text, act.verb, act.end)
        offered = rules.pattern("verbs.offered").match(sentence.text, act.verb) is not None
        others = (
            subject.who is Who.OUTSIDER
            or rules.pattern("subjects.statutes").search(subject.head)
            or (by and not sentence.times.ahead(by.start(), by.end()))
        )
        return offered and not others and sentence.times.ahead(act.verb, act.end)
    own = subject.who is Who.ACTOR and bool(parties.codes_in(subject.words) & parties.met)
    side = rules.pattern("subjects.of_a_side").fullmatch(subject.head) is not None
    acts = rules.pattern("actions.bases").match(sentence.text, act.verb) is not None
    return (own or side) and acts


def is_settled_by_somebody(sentence: Sentence, subject: Subject, act: Act) -> bool:
    """True for an agenda, a place or a fee that is still to be settled, and for no dispute."""
    rules = sentence.rules
    if not rules.pattern("complements.settling").match(sentence.text, act.verb):
        return False
    if rules.pattern("subjects.open_points").fullmatch(subject.head) and is_settled(sentence, act):
        return True
    if rules.pattern("verbs.disputed").search(subject.head):
        return False
    by = DOER.search(sentence.text[act.verb : act.end])
    times = sentence.times
    return (
        by is not None and subject_of(by[1], rules, sentence.context.parties).who is Who.ACTOR
    ) or (times.ahead(act.start, act.end) or times.event(act.start, act.end))


def _pays(sentence: Sentence, act: Act) -> bool:
    return sentence.rules.pattern("verbs.bears").match(sentence.text, act.verb) is not None


def is_number_set(sentence: Sentence, predicate: Predicate, frame: Frame | None, act: Act) -> bool:
    """True where a number was agreed on: "confirmed that the grants will rise to 120 next year".

    A number of which nobody said that it is agreed on is a forecast: "trade will grow to …"; what
    is somebody's to give is none: "le nombre des bourses passera à …".
    """
    agreed = frame is not None and frame.mark.kind in (Kind.COMMIT, Kind.CONFIRM)
    own = sentence.rules.pattern("subjects.set_numbers").search(predicate.subject) is not None
    if not (agreed or own or predicate.mark.kind is Kind.TO_BE):
        return False
    found = sentence.rules.pattern("verbs.numbers").match(sentence.text, act.verb)
    return found is not None
