"""What a future promises, and why most futures promise nothing."""

import re
from collections.abc import Callable, Iterator

from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.act.coordinated import further_acts
from dipltrack.intake.act.daily import of_the_day
from dipltrack.intake.act.future_case import FutureCase
from dipltrack.intake.act.standing import stands
from dipltrack.intake.act.undertaken import (
    DOER,
    gives_the_other,
    has_doer,
    is_a_view,
    is_everybody,
    is_met_by_party,
    is_settled,
)
from dipltrack.intake.act.vetoes import act_of, against_clause
from dipltrack.intake.act.wishes import against_mind, against_same, against_told, against_wish
from dipltrack.intake.clause.clauses import Predicate
from dipltrack.intake.clause.marks import Kind, Mark
from dipltrack.intake.clause.sentence import ADVERB, NOT_PROMISED, Sentence
from dipltrack.intake.clause.subjects import Who, subject_of

_DETERMINER = re.compile(
    r"(?:l['’]\w|(?:l[ae]|les|une?|son|sa|ses|leurs?|el|los|las|sus?|una|cet?|cette|ces|est[ea]s?|estos)\s(?!caso?\b))",
    re.IGNORECASE,
)
_AGREED = (Kind.COMMIT, Kind.CONFIRM)


def future_acts(sentence: Sentence, predicate: Predicate) -> Iterator[Act]:
    """The act of a future with what speaks against it, and further verbs of the same future."""
    mark, clause = predicate.mark, predicate.clause
    subject = sentence.subject(predicate)
    frame = sentence.governing(clause, mark)
    verb = _verb(sentence, mark)
    turned = sentence.inverted(predicate.subject, sentence.text, mark.end)
    if turned is not None:
        subject, verb = turned
    act = act_of(sentence, predicate, frame, verb, Ground.FUTURE, 0.8)
    act.start = sentence.start_of(predicate, frame)
    act.subject, act.modal = subject.words, True
    act.passive = sentence.rules.pattern("verbs.passive").match(sentence.text, verb) is not None
    act.single = subject.who is Who.PERSON or (frame is not None and sentence.is_single(frame))
    act.against = act.against or _against(FutureCase(sentence, predicate, subject, frame, act))
    yield act
    if not act.against:
        yield from further_acts(sentence, predicate, frame, act)


def _verb(sentence: Sentence, mark: Mark) -> int:
    if not sentence.rules.modal:
        return mark.start
    skipped = ADVERB.match(sentence.text, mark.end)
    at = skipped.end() if skipped else mark.end
    able = sentence.rules.shape("future.able").match(sentence.text, at)
    if not able and sentence.times.ahead(0, len(sentence.text)):
        able = sentence.rules.shape("future.can").match(sentence.text, at)
    at = able.end() if able else at
    going = re.match(r"\s*be\s+(?=[a-z]+ing\b)", sentence.text[at:])
    return at + going.end() if going else at


def _against(case: FutureCase) -> str:
    """Why a future is no promise; empty where it is one.

    Each question in its turn says why not, or that it is one (empty), or leaves it to the next.
    """
    for question in _QUESTIONS:
        answer = question(case)
        if answer is not None:
            return answer
    return case.promised()


def _is_denied(case: FutureCase) -> str | None:
    """In a clause that only describes or conditions, denied, or of anybody."""
    sentence, predicate, subject = case.sentence, case.predicate, case.subject
    against = against_clause(sentence, predicate, predicate.clause, subject, case.verb)
    if against:
        return against
    negation = sentence.negated(predicate, case.verb)
    if negation:
        return f'"{negation}" denies it'
    if case.undertaking and case.rules.pattern("verbs.whoever").match(predicate.subject):
        return f'"{predicate.subject}" is anybody: a clause of law'
    if not case.undertaking and case.rules.pattern("clauses.of_law").match(sentence.text):
        return "is laid down in an older treaty, and not promised now"
    if case.rules.pattern("subjects.possible").match(subject.words):
        return f'"{subject.words}" is only possible'
    if subject.who is Who.NOBODY:
        return "denied: its subject is nobody"
    return against_same(sentence, case.act) if case.is_told("verbs.same") else None


def _is_told_elsewhere(case: FutureCase) -> str | None:
    """Said before, elsewhere or by others."""
    frame, sentence = case.frame, case.sentence
    if frame is None:
        return None
    if case.rules.shape("clauses.denied").search(sentence.text[: frame.mark.start]):
        return f'"{frame.mark.words}" is denied'
    if sentence.is_of_before(frame):
        return "was agreed before: it lies in the past"
    if frame.mark.kind not in (Kind.SAY, *_AGREED):
        return None
    said = frame.mark.kind is Kind.SAY
    before = sentence.text[: frame.mark.start][-16:]
    if said and case.rules.pattern("frames.elsewhere").search(before):
        return "was said elsewhere"
    words = subject_of(frame.subject, case.rules, sentence.context.parties).words
    guest = case.rules.pattern("subjects.tellers").fullmatch(words)
    if said and case.teller is Who.BEFORE:
        return f'"{words}" is what was said or written, not who promises'
    if case.teller is Who.OUTSIDER or (case.teller is Who.THING and said and not guest):
        return f'"{words}" did not meet: what others say'
    return None


def _is_of_a_mood(case: FutureCase) -> str | None:
    """Wished, meant, or told in a mood that promises only where it was agreed."""
    sentence, subject, mark, act = case.sentence, case.subject, case.mark, case.act
    if mark.kind is Kind.WISH:
        return against_wish(sentence, case.predicate, subject, case.frame, act)
    if mark.kind is Kind.MIND:
        return against_mind(sentence, case.predicate, subject, act)
    given = case.frame is not None and gives_the_other(sentence, case.frame, subject, act)
    meets = act.passive or case.is_told("verbs.meets")
    told_so = case.governed is None and case.later and meets
    told_so = told_so and subject.who in (Who.OCCASION, Who.ACTOR)
    reported = case.governed in (*_AGREED, Kind.SAY) or _is_told_in_minutes(case)
    if mark.kind is Kind.WOULD and not (reported or given or told_so):
        return '"would" is no promise but in what was agreed'
    must = case.rules.pattern("verbs.must").match(case.text)
    if must and case.governed is Kind.SAY and not (case.rules.modal or case.later):
        return f'"{must[0]}" says what must be, and promises nothing'
    if mark.kind is Kind.SHOULD and _is_advice(case):
        return '"should" says what ought to be'
    past = mark.kind is Kind.TO_BE and mark.words.lower().startswith("w")
    if past and case.governed not in _AGREED:
        return "lies in the past"
    if mark.words.lower() == "proposed to" and case.governed is None and not case.later:
        return "was proposed, and not taken up"
    return None


def _is_told_in_minutes(case: FutureCase) -> bool:
    """True for what a side would do, as minutes tell it with no verb of saying: "The Chair would write to …"."""
    of_a_side = case.rules.pattern("subjects.of_a_side").fullmatch(case.subject.head)
    does = case.is_told("actions.bases")
    return case.governed is None and of_a_side is not None and does and not case.act.passive


def _is_advice(case: FutureCase) -> bool:
    subject, sentence = case.subject, case.sentence
    if case.governed not in _AGREED or case.frame is None:
        return True
    if not case.later and is_a_view(sentence, case.frame):
        return True
    if case.governed is Kind.CONFIRM and not case.later and is_everybody(sentence, subject):
        return True
    act = case.act
    set_ = case.later or sentence.times.next_time(act.verb, act.end)
    thing = subject.who in (Who.BEFORE, Who.THING, Who.INSTRUMENT) and act.passive and set_
    return subject.who not in (Who.ACTOR, Who.OCCASION) and not thing


def _is_of_others(case: FutureCase) -> str | None:
    """Meant by a thing, done by others, or serving them."""
    subject, mark, rules = case.subject, case.mark, case.rules
    of_mind = mark.kind is Kind.PLANNED and rules.pattern("future.of_mind").match(mark.words)
    if of_mind and case.who is Who.THING:
        return f'"{subject.head or subject.words}" does not act: nobody undertakes it'
    if case.who is Who.OUTSIDER and not (_is_enabled(case) or _is_dealt_with(case)):
        return f'"{subject.words}" did not meet: what others do'
    by = DOER.search(case.sentence.text[case.verb : case.act.end]) if case.act.passive else None
    own = by and rules.pattern("subjects.of_two").match(by[1].strip())
    if (
        by
        and not own
        and subject_of(by[1], rules, case.sentence.context.parties).who is Who.OUTSIDER
    ):
        return f'done by "{by[1].strip()}", who did not meet'
    if rules.pattern("verbs.meets_others").match(case.text):
        parties = case.sentence.context.parties
        whom = re.split(r"[,;:]", case.sentence.text[case.verb : case.act.end])[0]
        if parties.outsiders_in(whom) and not parties.codes_in(whom) & parties.met:
            return "meets others"
    if _is_of_the_same(case):
        return "tells of the act before, and is none of its own"
    tool = rules.pattern("subjects.tools").fullmatch(subject.head)
    if tool and case.is_told("verbs.effects") and not case.later:
        return f'"{subject.head}" serves others: nobody undertakes it'
    return None


def _is_enabled(case: FutureCase) -> bool:
    """True for what people may do from a day on, as those that met grant it: "citizens will be able to …"."""
    able = case.rules.shape("future.can").search(case.sentence.text, case.mark.end, case.verb + 1)
    others = case.sentence.context.parties.outsiders_in(case.subject.words)
    return case.later and not others and able is not None


def _is_dealt_with(case: FutureCase) -> bool:
    """True for people or prices to whom something is done at a time: they do not act themselves."""
    by = DOER.search(case.sentence.text[case.verb : case.act.end])
    others = case.sentence.context.parties.outsiders_in(case.subject.words)
    patients = case.rules.pattern("subjects.patients").search(case.subject.head)
    return bool(case.act.passive and case.later and patients and not (by or others))


def _is_of_the_same(case: FutureCase) -> bool:
    """True for a second verb of the same subject with only a pronoun for its object: "… et le tiendra à jour"."""
    if not case.rules.pattern("future.of_it").match(case.text):
        return False
    if case.predicate.subject.strip(" ,") or case.bound:
        return False
    return any(
        one.clause is case.predicate.clause and one.mark.kind is Kind.WILL
        for one in case.sentence.predicates
        if one.mark.start < case.mark.start
    )


def _is_reported(case: FutureCase) -> str | None:
    """Noted, told or asked for, which promises only what one side gives the other."""
    sentence, frame, act = case.sentence, case.frame, case.act
    if frame is not None and gives_the_other(sentence, frame, case.subject, act):
        act.ground, act.confidence = Ground.SAID, 0.55
        return ""
    if case.governed is None and case.rules.pattern("clauses.attributed").match(sentence.text):
        return "is told as the view or the word of others, and not promised"
    if case.governed in NOT_PROMISED:
        return against_told(
            sentence, frame, case.who, act, happening=case.happening, later=case.later
        )
    return None


def _is_expected(case: FutureCase) -> str | None:
    """Expected, and by whom it is done is not told."""
    if case.mark.kind is not Kind.EXPECTED:
        return None
    act, who = case.act, case.who
    if not (case.rules.modal or case.bound or act.passive):
        return "is expected, and for no time"
    comes = case.later and (act.passive or (case.happening and not case.done))
    if (
        (act.passive and not case.bound)
        or (who is Who.OCCASION and (case.done or case.governed is Kind.SAY))
        or (who not in (Who.ACTOR, Who.OCCASION, Who.PERSON) and not comes)
    ):
        return "is expected, and by whom it is done is not told"
    return None


def _is_unset(case: FutureCase) -> str | None:
    """Set for a day: a promise where there is one, and somebody set it."""
    if case.mark.kind is not Kind.APPOINTED:
        return None
    own = re.match(r"\s*(?:the|its|la|le|el)\b", case.text)
    occasion = own and case.rules.pattern("subjects.events").search(case.text[:60])
    if not (case.bound or occasion):
        return "no time ahead is set"
    foreseen = case.rules.pattern("future.foreseen").fullmatch(case.mark.words)
    if foreseen and case.who not in (Who.OCCASION, Who.ACTOR, Who.INSTRUMENT, Who.BEFORE):
        words = case.subject.head or case.subject.words
        return f'"{words}": what is foreseen, and by nobody undertaken'
    return case.promised()


def _is_done_by_nobody(case: FutureCase) -> str | None:
    """By the sort of its subject: who acts, what is held, what is made, what acts not."""
    subject, act, who = case.subject, case.act, case.who
    if who in (Who.ACTOR, Who.PERSON):
        if who is Who.PERSON and subject.words.lower() in ("he", "she") and case.governed is None:
            act.confidence -= 0.1
    elif who is Who.OCCASION:
        if not (act.passive or case.happening or case.later):
            return f'"{subject.head}" does not act: nobody undertakes it'
    elif who is Who.INSTRUMENT:
        if not (act.passive and _is_made(case)) and not _is_ready(case):
            return f'"{subject.head}" does not act: a clause of law'
    elif case.mark.kind is Kind.TO_BE and case.later and not (act.passive or case.happening):
        act.confidence -= 0.1
    elif not (act.passive or case.counted or case.there or case.place or _begins(case)):
        if not _acts(case):
            return f'"{subject.head or subject.words}" does not act: nobody undertakes it'
        act.confidence -= 0.15
    return None


def _is_ready(case: FutureCase) -> bool:
    return case.happening and bool(case.governed or (case.later and case.done))


def _begins(case: FutureCase) -> bool:
    dead = case.rules.pattern("subjects.inanimate").search(case.subject.head) is not None
    return case.happening and bool(case.bound or (case.governed and not dead))


def _is_made(case: FutureCase) -> bool:
    """True where those that met make, settle, pay or sign a paper, or one has a day for it."""
    sentence, act, head = case.sentence, case.act, case.subject.head
    rules = case.rules
    if case.later or sentence.times.rhythm(act.start, act.end) or case.governed in _AGREED:
        return True
    open_point = rules.pattern("subjects.open_points").fullmatch(head) is not None
    if open_point and is_settled(sentence, act):
        return True
    if not rules.pattern("subjects.legal").search(head) and has_doer(sentence, act):
        return True
    found = rules.pattern("subjects.findings").search(head) and case.is_told("subjects.shared")
    if found and case.mark.words.lower() == "will":
        return True
    if case.undertaking:
        return False
    paper = rules.pattern("subjects.papers").search(head) and case.mark.kind is Kind.WILL
    made = not open_point and case.is_told("verbs.made")
    return bool(paper or made or is_met_by_party(sentence, act))


def _acts(case: FutureCase) -> bool:
    """True where a thing or a name does something that somebody undertakes."""
    named = case.who is Who.NAME
    willed = case.mark.kind is Kind.WILL and not case.text.startswith("have ")
    willed = willed and (case.rules.modal or _DETERMINER.match(case.subject.words) is not None)
    if not (case.is_told("actions.bases") or named or willed):
        return False
    dead = case.rules.pattern("subjects.inanimate").search(case.subject.head) is not None
    return named or (not dead and (_is_dated(case) or _needs_somebody(case)))


def _needs_somebody(case: FutureCase) -> bool:
    """True for a verb that only somebody does, so that its subject is somebody: "Bergen will host …".

    A programme or another tool does so only in a manner of speaking.
    """
    tool = case.rules.pattern("subjects.tools").fullmatch(case.subject.head)
    if tool is not None or case.rules.pattern("verbs.effects").match(case.text):
        return False
    body = case.rules.pattern("subjects.abstract").fullmatch(case.subject.head) is None
    return case.is_told("verbs.of_persons") or (
        body
        and case.mark.words.lower() == "will"
        and case.is_told("actions.bases")
        and not case.is_told("verbs.by_itself")
    )


def _is_dated(case: FutureCase) -> bool:
    """True where a day lies ahead, or it comes again and again, where the language has no "will"."""
    again = case.sentence.times.rhythm(case.act.start, case.act.end)
    return case.later or (again and not case.rules.modal)


_QUESTIONS: tuple[Callable[[FutureCase], str | None], ...] = (
    _is_denied,
    stands,
    _is_told_elsewhere,
    _is_of_a_mood,
    _is_of_others,
    _is_reported,
    _is_expected,
    of_the_day,
    _is_unset,
    _is_done_by_nobody,
)
"""What is asked of a future, in this order."""
