"""Why a verb of promising, or a clause that only describes, promises nothing: and where it does."""

import re

from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.clause.clauses import Clause, Frame, Predicate, Sort
from dipltrack.intake.clause.marks import FUTURES, Kind
from dipltrack.intake.clause.sentence import NOT_PROMISED, Sentence
from dipltrack.intake.clause.subjects import Subject, Who, subject_of

_SORT_VETO = {
    Sort.RELATIVE: "stands in a clause that only describes",
    Sort.CONDITION: "stands in a condition",
    Sort.TIME: "stands in a clause of time or reason",
    Sort.QUESTION: "stands in an indirect question",
}
_DESCRIBES = re.compile(r",\s+(?:which|who|whose|where|when|\w+ing that)\b[^,;]*,")
_PROMISING = (Kind.WILL, Kind.TO_BE, Kind.APPOINTED, Kind.COMMIT, Kind.TASK)
"""What a clause that goes on with "under which" hangs on, where it is a promise too."""


def act_of(
    sentence: Sentence,
    predicate: Predicate,
    frame: Frame | None,
    verb: int,
    ground: Ground,
    confidence: float,
) -> Act:
    """An act that the predicate names, from where its passage begins to where it ends."""
    act = Act(
        start=sentence.start_of(predicate, frame),
        end=sentence.end(verb, predicate),
        verb=verb,
        ground=ground,
        subject=frame.subject if frame is not None else predicate.subject,
        confidence=confidence,
    )
    own = predicate.frame
    if own is not None:
        act.reasons.append(f'"{own.mark.words}"')
        act.single = sentence.is_single(own)
        act.against = _against_frame(sentence, predicate, own, verb)
    return act


def _against_frame(sentence: Sentence, predicate: Predicate, frame: Frame, verb: int) -> str:
    """Why a verb of promising promises nothing here."""
    rules, parties = sentence.rules, sentence.context.parties
    subject = subject_of(frame.subject, rules, parties)
    for clause in predicate.clause.chain():
        why = _SORT_VETO.get(clause.sort)
        if why is not None and not (
            clause.sort is Sort.RELATIVE
            and _own_promise(sentence, clause, predicate, subject, verb)
        ):
            return why
        if (
            clause.frame is not None
            and clause.frame is not frame
            and clause.frame.mark.kind in NOT_PROMISED
        ):
            return f'"{clause.frame.mark.words}": {NOT_PROMISED[clause.frame.mark.kind]}'
    if subject.who is Who.OUTSIDER:
        return f'"{subject.words}" did not meet: what others agreed'
    told = rules.pattern("clauses.of_law").match(sentence.text)
    if told and not (rules.modal or sentence.context.undertaking):
        return "is laid down in an older treaty, and not promised now"
    if subject.who is Who.NOBODY:
        return "denied: its subject is nobody"
    negation = sentence.negated(predicate, verb)
    if negation:
        return f'"{negation}" denies it'
    before = sentence.text[max(0, frame.mark.start - 40) : frame.mark.start]
    if rules.pattern("frames.perfect").search(before):
        return "was agreed before: it lies in the past"
    if rules.pattern("verbs.housekeeping").match(sentence.text, verb):
        return "tells how the meeting goes"
    lasting = rules.pattern("verbs.lasting").match(sentence.text[verb:])
    if (
        lasting
        and frame.mark.kind is Kind.COMMIT
        and not rules.pattern("verbs.promised").match(sentence.text[verb:])
    ):
        return f'"{lasting[0]}" says how things stand, and is no act'
    first, last = _beside(sentence, frame), min(verb, frame.mark.end + 60)
    if rules.pattern("clauses.past_time").search(sentence.text, first, last):
        return "was agreed before: it lies in the past"
    if sentence.times.behind(first, last):
        return "was agreed before: it lies in the past"
    if sentence.context.background and frame.mark.kind is not Kind.COMMIT:
        return "stands among what is law or background"
    return ""


def _beside(sentence: Sentence, frame: Frame) -> int:
    """From where a time is that of the verb: behind what only describes, "…, which opened in 2021,"."""
    first = max(0, frame.mark.start - 60)
    if re.search(r"\b(?:and|but|et|mais|y|e|pero) (?:\w+ )?$", sentence.text[: frame.mark.start]):
        return frame.mark.start  # "welcomed the signing in 2020 and undertook"
    told = list(_DESCRIBES.finditer(sentence.text, 0, frame.mark.start))
    return max(first, told[-1].end()) if told else first


def against_clause(
    sentence: Sentence, predicate: Predicate, clause: Clause, subject: Subject, verb: int
) -> str:
    """Why the clause that a predicate stands in promises nothing; empty where it may."""
    for one in clause.chain():
        why = _SORT_VETO.get(one.sort)
        if why is None:
            continue
        if one.sort is Sort.RELATIVE and _own_promise(sentence, one, predicate, subject, verb):
            continue
        return why
    return ""


def _own_promise(
    sentence: Sentence, clause: Clause, predicate: Predicate, subject: Subject, verb: int
) -> bool:
    """True in a relative clause with a party for its subject and a time ahead."""
    named = bool(sentence.context.parties.codes_in(subject.words) & sentence.context.parties.met)
    joint = sentence.rules.pattern("subjects.pronouns").fullmatch(subject.words) is not None
    before = sentence.text[: clause.start - len(clause.opener)].rstrip()
    if clause.opener in ("that", "que") and not before.endswith(","):
        return False  # it only tells which: "the sanctions that the EU will adopt"
    if predicate.clause is clause and not predicate.subject:
        return (
            _is_journey_of_own(sentence, clause, verb, predicate)
            or _is_task_of_own(sentence, clause, verb, predicate)
            or _is_part_of_own(sentence, clause, verb, predicate)
            or _is_signing(sentence, clause, verb, predicate)
        )
    if not sentence.rules.modal and dates_what_is_promised(sentence, clause):
        return False
    if predicate.clause is clause and _goes_with_promise(sentence, clause, predicate, subject):
        return True
    if predicate.clause is not clause or not (named or joint):
        return False
    if any(
        one.mark.kind is Kind.INFORM and one.mark.start < clause.start
        for one in sentence.predicates
    ):
        return False  # "outlined the measures by which Japan will …"
    if not sentence.rules.modal and _goes_on_behind(sentence, clause, verb):
        return False
    return sentence.times.ahead(verb, sentence.end(verb, predicate))


def dates_what_is_promised(sentence: Sentence, clause: Clause) -> bool:
    """True where the clause tells who does what is promised, and when: "… de un estudio, que el Perú contratará en mayo"."""
    promised = [
        one.mark.start
        for one in sentence.predicates
        if one.clause is clause.parent and one.mark.kind in _PROMISING
    ]
    at = [start for start in promised if start < clause.start]
    return clause.opener == "que" and bool(at) and not sentence.times.ahead(at[-1], clause.start)


def _goes_on_behind(sentence: Sentence, clause: Clause, verb: int) -> bool:
    """True where the clause is put in before the main verb: "Le port, que le Maroc ouvrira en 2026, a coûté"."""
    if any(one.mark.start < clause.start for one in sentence.predicates):
        return False
    comma = sentence.text.find(",", verb)
    goes_on = sentence.rules.shape("complements.goes_on")
    return comma > 0 and goes_on.match(sentence.text, comma + 1) is not None


def _is_signing(sentence: Sentence, clause: Clause, verb: int, predicate: Predicate) -> bool:
    """True where what the sentence is about is signed or held at a day: "L'accord, qui sera signé le 3 mai, porte …"."""
    rules = sentence.rules
    about = sentence.text[: clause.start - len(clause.opener)].rstrip()
    if not about.endswith(",") or not rules.pattern("verbs.signed").match(sentence.text, verb):
        return False
    subject = subject_of(about.rstrip(","), rules, sentence.context.parties)
    first = not any(one.mark.start < clause.start for one in sentence.predicates)
    ahead = sentence.times.ahead(verb, sentence.end(verb, predicate))
    return first and ahead and subject.who in (Who.INSTRUMENT, Who.OCCASION)


def _goes_with_promise(
    sentence: Sentence, clause: Clause, predicate: Predicate, subject: Subject
) -> bool:
    """True where those that met say what else they do about what is promised beside it.

    "A fund is to be launched, under which each side will pay one half": what hangs on a thing
    that is there already, or that others do, only describes it.
    """
    owner = sentence.rules.pattern("clauses.no_subject").fullmatch(clause.opener)
    if not (owner or clause.opener.endswith(("which", "whose", "whereby"))) or (
        predicate.mark.kind not in (Kind.WILL, Kind.TO_BE)
    ):
        return False
    named = bool(sentence.context.parties.codes_in(subject.words) & sentence.context.parties.met)
    if owner and subject.who is Who.OCCASION:
        held = sentence.rules.pattern("verbs.happening").match(sentence.text, predicate.mark.start)
        if not held or not sentence.times.ahead(
            predicate.mark.end, sentence.end(predicate.mark.end, predicate)
        ):
            return False
    elif not (named or subject.who is Who.ACTOR):
        return False
    if sentence.rules.pattern("verbs.passive").match(sentence.text, predicate.mark.end + 1):
        return False
    outer = clause.parent
    beside = [
        one for one in sentence.predicates if one.clause is outer and one.mark.start < clause.start
    ]
    if not beside:
        made = sentence.rules.pattern("frames.programmes").search(sentence.text[: clause.start])
        return made is not None or (
            sentence.rules.pattern("frames.signed").search(sentence.text[: clause.start])
            is not None
        )
    if beside[-1].mark.kind not in _PROMISING:
        return False
    return not any(
        one.clause is outer and one.mark.start < clause.start and one.mark.kind in NOT_PROMISED
        for one in sentence.predicates
    ) and not sentence.negated(beside[-1], beside[-1].mark.end + 1)


def _is_task_of_own(sentence: Sentence, clause: Clause, verb: int, predicate: Predicate) -> bool:
    """True for what a body is to do that has just been given something: "referred to the group, which is to report in May".

    Only with a time ahead, and where what it hangs on was not merely noted or told.
    """
    before = sentence.text[: clause.start - len(clause.opener)].rstrip()
    if clause.opener not in ("which", "who") or not before.endswith(","):
        return False
    if predicate.mark.kind not in (Kind.WILL, Kind.TO_BE):
        return False
    if sentence.rules.pattern("verbs.passive").match(sentence.text, verb):
        return False
    outer = [one for one in sentence.predicates if one.mark.start < clause.start]
    if any(one.mark.kind in NOT_PROMISED for one in outer):
        return False
    whom = re.split(r"[,;.]|\b(?:to|with|by|from|and|of)\b", before.rstrip(" ,"))[-1].strip()
    passed = sentence.rules.pattern("tasked.passed").search(before) is not None
    organ = sentence.rules.pattern("tasked.organs").search(whom) is not None
    return passed and organ and sentence.times.ahead(verb, sentence.end(verb, predicate))


def _is_part_of_own(sentence: Sentence, clause: Clause, verb: int, predicate: Predicate) -> bool:
    """True for what a party adds for its part: "was accepted by Norway, which will host the server"."""
    rules, parties = sentence.rules, sentence.context.parties
    if predicate.mark.kind not in (Kind.WILL, Kind.TO_BE) or any(
        one.mark.kind in NOT_PROMISED
        for one in sentence.predicates
        if one.mark.start < clause.start
    ):
        return False
    told = [
        name
        for name in ("passive", "lasting", "bearing", "course")
        if rules.pattern(f"verbs.{name}").match(sentence.text, verb)
    ]
    whom = sentence.doer_before(clause)
    own = subject_of(whom, rules, parties)
    if sentence.is_given(clause):
        party = own.who is Who.ACTOR and bool(parties.codes_in(whom) & parties.met)
        due = own.who is Who.ACTOR and sentence.times.ahead(verb, sentence.end(verb, predicate))
        return not told and ((party and clause.opener == "which") or due)
    ends = not any(one.mark.start > predicate.mark.end for one in sentence.predicates)
    ahead = sentence.times.ahead(verb, sentence.end(verb, predicate))
    own_people = own.who is Who.ACTOR and rules.pattern("tasked.organs").search(own.head)
    alone = not any(
        one.mark.kind in FUTURES for one in sentence.predicates if one.mark.start < clause.start
    )
    occasion = own.who is Who.OCCASION and told == ["passive"] and alone
    return bool(ends and ahead and ((own_people and not told) or occasion))


def _is_journey_of_own(
    sentence: Sentence, clause: Clause, verb: int, predicate: Predicate
) -> bool:
    """True for a visit told only beside the name: "… to the Minister of Norway, who will come in May"."""
    if clause.opener not in ("who", "qui", "quien", "quienes"):
        return False
    if not sentence.rules.pattern("verbs.comes").match(sentence.text[verb:]):
        return False
    before = sentence.text[: clause.start - len(clause.opener)].rstrip(" ,")
    whom = re.split(r"[,;.]|\b(?:to|with|by|from|and|à|avec|par|con|por)\b", before)[-1]
    subject = subject_of(whom, sentence.rules, sentence.context.parties)
    met = sentence.context.parties.codes_in(whom) & sentence.context.parties.met
    office = sentence.rules.pattern("actors.named").search(whom) is not None
    own = subject.who is Who.PERSON or (subject.who is Who.ACTOR and (bool(met) or office))
    return own and sentence.times.ahead(verb, sentence.end(verb, predicate))
