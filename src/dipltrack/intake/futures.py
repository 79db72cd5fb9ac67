"""What a future promises, and why most futures promise nothing."""

import re
from collections.abc import Iterator

from dipltrack.intake.acts import Act, Ground
from dipltrack.intake.clauses import Frame, Predicate
from dipltrack.intake.coordinated import further_acts
from dipltrack.intake.marks import Kind, Mark
from dipltrack.intake.sentence import ADVERB, NOT_PROMISED, Sentence
from dipltrack.intake.subjects import Subject, Who, subject_of

_DETERMINER = re.compile(
    r"(?:l['’]\w|(?:l[ae]|les|une?|son|sa|ses|leurs?|el|los|las|sus?|una)\s(?!caso?\b))",
    re.IGNORECASE,
)
_NAME = 3  # words of a country's name: "Republic of Korea"
_SHOWN = 28  # letters of an act that are shown as a reason
_BY = re.compile(r"\s(?:by|par|por)\s+([^,.;:]+)", re.IGNORECASE)


def future_acts(sentence: Sentence, predicate: Predicate) -> Iterator[Act]:
    """The act of a future with what speaks against it, and further verbs of the same future."""
    mark, clause = predicate.mark, predicate.clause
    subject = sentence.subject(predicate)
    frame = sentence.governing(clause, mark)
    verb = _verb(sentence, mark)
    act = sentence.act(predicate, frame, verb, Ground.FUTURE, 0.8)
    act.start = sentence.start_of(predicate, frame)
    act.subject, act.modal = subject.words, True
    act.passive = sentence.rules.pattern("verbs.passive").match(sentence.text, verb) is not None
    act.single = subject.who is Who.PERSON or (frame is not None and sentence.is_single(frame))
    act.against = act.against or _against_future(sentence, predicate, subject, frame, verb, act)
    yield act
    if not act.against:
        yield from further_acts(sentence, predicate, frame, act)


def _verb(sentence: Sentence, mark: Mark) -> int:
    if not sentence.rules.modal:
        return mark.start
    skipped = ADVERB.match(sentence.text, mark.end)
    at = skipped.end() if skipped else mark.end
    able = sentence.rules.shape("future.able").match(sentence.text, at)
    at = able.end() if able else at
    going = re.match(r"\s*be\s+(?=[a-z]+ing\b)", sentence.text[at:])
    return at + going.end() if going else at


def _against_future(
    sentence: Sentence,
    predicate: Predicate,
    subject: Subject,
    frame: Frame | None,
    verb: int,
    act: Act,
) -> str:
    """Why a future is no promise; empty where it is one."""
    mark, clause = predicate.mark, predicate.clause
    rules = sentence.rules
    against = sentence.against_clause(predicate, clause, subject, verb)
    if against:
        return against
    negation = sentence.negated(predicate, verb)
    if negation:
        return f'"{negation}" denies it'
    if sentence.context.undertaking and rules.pattern("verbs.whoever").match(predicate.subject):
        return f'"{predicate.subject}" is anybody: a clause of law'
    if rules.pattern("subjects.possible").match(subject.words):
        return f'"{subject.words}" is only possible'
    if subject.who is Who.NOBODY:
        return "denied: its subject is nobody"
    text = sentence.text[verb:]
    if rules.pattern("verbs.same").match(text):
        return _against_same(sentence, act)
    lasting = rules.pattern("verbs.lasting").match(text)
    happening = rules.pattern("verbs.happening").match(text)
    counted = _is_number_set(sentence, predicate, frame, act)
    if lasting and _bears(sentence, subject, act):
        lasting, act.confidence = None, act.confidence - 0.1
    if lasting and not sentence.context.undertaking and _is_met_by_party(sentence, act):
        lasting = None
    if lasting and _is_settled_by_somebody(sentence, subject, act):
        lasting = None
    if lasting and _has_time(sentence, act) and rules.pattern("verbs.timed").match(text):
        lasting = None
    if lasting and lasting[0].startswith("be admitted"):
        told = rules.pattern("subjects.counted").match(
            subject.words
        )  # "Ten engineers", not "nationals"
        lasting = None if told else lasting
    if lasting and _is_due(sentence, act):
        lasting, act.confidence = None, act.confidence - 0.1
    if lasting and not counted and mark.kind is not Kind.APPOINTED:
        return f'"{lasting[0]}" says how things stand or what is law, and is no act'
    there = subject.words.lower() == "there" and sentence.times.ahead(act.start, act.end)
    place = rules.pattern("subjects.open_points").fullmatch(subject.head) and (
        rules.shape("verbs.is_named").match(text)
    )
    if re.match(r"be\b", text) and not (act.passive or happening or there or place):
        return "says how something will be, and is no act"
    if frame is not None and rules.shape("clauses.denied").search(
        sentence.text[: frame.mark.start]
    ):
        return f'"{frame.mark.words}" is denied'
    if frame is not None and sentence.is_of_before(frame):
        return "was agreed before: it lies in the past"
    if frame is not None and frame.mark.kind in (Kind.SAY, Kind.CONFIRM, Kind.COMMIT):
        teller = subject_of(frame.subject, rules, sentence.context.parties)
        if frame.mark.kind is Kind.SAY and sentence.rules.pattern("frames.elsewhere").search(
            sentence.text[: frame.mark.start][-16:]
        ):
            return "was said elsewhere"
        if frame.mark.kind is Kind.SAY and teller.who is Who.BEFORE:
            return f'"{teller.words}" is what was said or written, not who promises'
        if teller.who is Who.OUTSIDER or (teller.who is Who.THING and frame.mark.kind is Kind.SAY):
            return f'"{teller.words}" did not meet: what others say'
    if mark.kind is Kind.WISH:
        return _against_wish(sentence, predicate, subject, frame, act)
    if mark.kind is Kind.MIND:
        return _against_mind(sentence, predicate, subject, act)
    later = sentence.times.ahead(act.start, act.end)
    governed = frame.mark.kind if frame is not None else None
    given = frame is not None and _gives_the_other(sentence, frame, subject, act)
    meets = act.passive or rules.pattern("verbs.meets").match(text)
    told_so = governed is None and later and meets and subject.who in (Who.OCCASION, Who.ACTOR)
    if (
        mark.kind is Kind.WOULD
        and governed not in (Kind.COMMIT, Kind.CONFIRM, Kind.SAY)
        and not (given or told_so)
    ):
        return '"would" is no promise but in what was agreed'
    if mark.kind is Kind.SHOULD and (
        governed not in (Kind.COMMIT, Kind.CONFIRM)
        or (frame is not None and not later and _is_a_view(sentence, frame))
        or (governed is Kind.CONFIRM and not later and _is_everybody(sentence, subject))
        or (
            subject.who not in (Who.ACTOR, Who.OCCASION)
            and not (
                subject.who in (Who.BEFORE, Who.THING, Who.INSTRUMENT)
                and act.passive
                and (later or sentence.times.next_time(act.verb, act.end))
            )
        )
    ):
        return '"should" says what ought to be'
    if (
        mark.kind is Kind.TO_BE
        and mark.words.lower().startswith("w")
        and governed not in (Kind.COMMIT, Kind.CONFIRM)
    ):
        return "lies in the past"
    who = _resolved(sentence, subject, mark.start)
    if (
        mark.kind is Kind.PLANNED
        and who is Who.THING
        and rules.pattern("future.of_mind").match(mark.words)
    ):
        return f'"{subject.head or subject.words}" does not act: nobody undertakes it'
    if mark.words.lower() == "proposed to" and governed is None and not later:
        return "was proposed, and not taken up"
    if frame is not None and subject.who is Who.BEFORE:
        teller = subject_of(frame.subject, rules, sentence.context.parties)
        who = teller.who if teller.who in (Who.ACTOR, Who.PERSON, Who.NAME, Who.OUTSIDER) else who
    if who is Who.OUTSIDER:
        return f'"{subject.words}" did not meet: what others do'
    by = _BY.search(sentence.text[verb : act.end]) if act.passive else None
    if by and subject_of(by[1], rules, sentence.context.parties).who is Who.OUTSIDER:
        return f'done by "{by[1].strip()}", who did not meet'
    if (
        rules.pattern("subjects.tools").fullmatch(subject.head)
        and rules.pattern("verbs.effects").match(text)
        and not later
    ):
        return f'"{subject.head}" serves others: nobody undertakes it'
    course = rules.pattern("verbs.course").match(text)
    done = rules.pattern("verbs.done").match(text)
    rhythm = sentence.times.rhythm(act.start, act.end)
    if given:
        act.ground, act.confidence = Ground.SAID, 0.55
        return ""
    if governed in NOT_PROMISED:
        return _against_told(
            sentence, frame, who, act, happening=happening is not None, later=later
        )
    timed = later or sentence.times.event(act.start, act.end)
    if mark.kind is Kind.EXPECTED and act.passive and not timed:
        return "is expected, and by whom it is done is not told"
    if mark.kind is Kind.EXPECTED and who is Who.OCCASION and (done or governed is Kind.SAY):
        return "is expected, and by whom it is done is not told"
    if (
        mark.kind is Kind.EXPECTED
        and who not in (Who.ACTOR, Who.OCCASION, Who.PERSON)
        and not (later and (act.passive or (happening and not done)))
    ):
        return "is expected, and by whom it is done is not told"
    if rules.pattern("subjects.ceremony").search(subject.head) and not later:
        return f'"{subject.head}" belongs to the meeting itself'
    if governed is None and _is_own_affair(sentence, predicate, subject, act):
        return f'"{subject.words}": a plan for its own affairs'
    if governed is None or governed is Kind.SAY:
        begun = act.start if predicate.subject else min(act.start, predicate.clause.start)
        soon = rules.pattern("openings.journey_days").search(sentence.text, begun, act.end)
        if soon and not rules.pattern("openings.stays").search(subject.head):
            return f'"{soon[0]}": how the meeting or a journey goes'
        until = min(
            (
                one.start
                for one in sentence.marks
                if one.kind is Kind.RELATIVE and verb < one.start < act.end
            ),
            default=act.end,
        )
        same = rules.pattern("openings.same_day").search(sentence.text, act.start, until)
        if same and not later:
            return f'"{same[0]}": how the day of the meeting goes'
        next_time = sentence.times.next_time(act.start, act.end)
        open_ = rules.pattern("subjects.put_forward").search(subject.head) is not None
        if course and open_ and not sentence.times.ahead(act.verb, act.end):
            return f'"{subject.head}" was put forward, and not taken up'
        if course and not (
            later
            or rhythm
            or next_time
            or sentence.context.undertaking
            or _has_doer(sentence, act)
            or _is_organ(sentence, subject)
        ):
            return f'"{course[0]}" tells how the meeting goes'
        bearing = rules.pattern("verbs.bearing").match(text)
        pronoun = re.match(r"(?:we|they|he|she)\b", subject.words, re.IGNORECASE)
        if bearing and (_answers(sentence, act) or _is_another_visit(sentence, act)):
            bearing = None
        if bearing and (pronoun or who in (Who.PERSON, Who.ACTOR, Who.NAME, Who.NONE)):
            return f'"{bearing[0]}" tells how the meeting or a journey goes'
    if mark.kind is Kind.APPOINTED:
        occasion = re.match(r"\s*(?:the|its|la|le|el)\b", text) and rules.pattern(
            "subjects.events"
        ).search(text[:60])
        if not later and not sentence.times.event(act.start, act.end) and not occasion:
            return "no time ahead is set"
        _credit(sentence, act, predicate, frame, who)
        return ""
    if who in (Who.ACTOR, Who.PERSON):
        if who is Who.PERSON and subject.words.lower() in ("he", "she") and governed is None:
            act.confidence -= 0.1
    elif who is Who.OCCASION:
        if not (act.passive or happening or later):
            return f'"{subject.head}" does not act: nobody undertakes it'
    elif who is Who.INSTRUMENT:
        agreed = governed in (Kind.COMMIT, Kind.CONFIRM)
        timed = later or sentence.times.rhythm(act.start, act.end)
        ready = happening and (governed or (later and done))
        open_point = rules.pattern("subjects.open_points").fullmatch(subject.head) is not None
        made = not (sentence.context.undertaking or open_point) and (
            rules.pattern("verbs.made").match(text) is not None
        )
        settled = open_point and _is_settled(sentence, act)
        paid = _is_met_by_party(sentence, act) and not sentence.context.undertaking
        paper = rules.pattern("subjects.papers").search(subject.head) is not None
        doer = _BY.search(sentence.text[act.verb : act.end])
        paper = paper or (doer is not None and _is_actor(sentence, doer[1]))
        found = rules.pattern("subjects.findings").search(subject.head) is not None
        shared = found and rules.pattern("subjects.shared").match(text) is not None
        free = paper and not sentence.context.undertaking and mark.kind is Kind.WILL
        free = free or (shared and mark.words.lower() == "will")
        if (
            not (act.passive and (timed or agreed or made or settled or paid or free))
            and not ready
        ):
            return f'"{subject.head}" does not act: a clause of law'
    elif mark.kind is Kind.TO_BE and later and not act.passive and not happening:
        act.confidence -= 0.1
    elif not (act.passive or counted or there or place or (happening and (timed or governed))):
        acts = rules.pattern("actions.bases").match(text) is not None
        dead = rules.pattern("subjects.inanimate").search(subject.head) is not None
        willed = mark.kind is Kind.WILL and not text.startswith("have ")
        willed = willed and (rules.modal or _DETERMINER.match(subject.words) is not None)
        acts = acts or who is Who.NAME or willed
        if not (acts and (who is Who.NAME or (later and not dead))):
            return f'"{subject.head or subject.words}" does not act: nobody undertakes it'
        act.confidence -= 0.15
    _credit(sentence, act, predicate, frame, who)
    return ""


def _bears(sentence: Sentence, subject: Subject, act: Act) -> bool:
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


def _is_met_by_party(sentence: Sentence, act: Act) -> bool:
    """True where a cost is met by one of those that met, which it names: "will be met by Norway"."""
    by = _BY.search(sentence.text[act.verb : act.end])
    parties = sentence.context.parties
    paid = sentence.rules.pattern("verbs.paid").match(sentence.text, act.verb)
    return by is not None and paid is not None and bool(parties.codes_in(by[1]) & parties.met)


def _is_own_affair(sentence: Sentence, predicate: Predicate, subject: Subject, act: Act) -> bool:
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


def _is_everybody(sentence: Sentence, subject: Subject) -> bool:
    """True for "all members", "States": what everybody should do, nobody undertakes."""
    return sentence.rules.pattern("subjects.everybody").match(subject.words) is not None


def _is_due(sentence: Sentence, act: Act) -> bool:
    """True for what must be done by a time, where the language tells a duty so: "doit être remis avant …"."""
    must = sentence.rules.pattern("verbs.must").match(sentence.text, act.verb)
    return must is not None and sentence.times.ahead(act.verb, act.end)


def _is_a_view(sentence: Sentence, frame: Frame) -> bool:
    """True for "are of the view that": what ought to be, in the eyes of those that met."""
    return sentence.rules.shape("complements.of_view").search(frame.mark.words) is not None


def _has_time(sentence: Sentence, act: Act) -> bool:
    return sentence.times.ahead(act.start, act.end) or sentence.times.event(act.verb, act.end)


def _answers(sentence: Sentence, act: Act) -> bool:
    """True for an answer that is owed, by a day or in writing: "will reply within 30 days"."""
    rules, text = sentence.rules, sentence.text
    if not rules.pattern("verbs.timed").match(text, act.verb):
        return False
    return _has_time(sentence, act) or (
        rules.pattern("verbs.in_writing").match(text, act.verb) is not None
    )


def _is_organ(sentence: Sentence, subject: Subject) -> bool:
    """True for those to whom a meeting gives work: what they will look at, they do after it."""
    rules = sentence.rules
    return rules.pattern("tasked.workers").search(subject.head) is not None


def _is_another_visit(sentence: Sentence, act: Act) -> bool:
    """True for what somebody comes for on another day, not on this journey: "will attend … in November"."""
    visits = sentence.rules.pattern("verbs.visits").match(sentence.text, act.verb)
    return visits is not None and sentence.times.later(act.start, act.end)


def _has_doer(sentence: Sentence, act: Act) -> bool:
    """True where what is to be looked at is given to somebody: "will be taken up by the group"."""
    by = _BY.search(sentence.text[act.verb : act.end]) if act.passive else None
    return by is not None and (
        subject_of(by[1], sentence.rules, sentence.context.parties).who is Who.ACTOR
    )


def _is_settled(sentence: Sentence, act: Act) -> bool:
    """True where it is told how it will be settled: "through diplomatic channels"."""
    through = sentence.rules.pattern("complements.through")
    return through.search(sentence.text, act.verb, act.end) is not None


def _is_actor(sentence: Sentence, words: str) -> bool:
    return subject_of(words, sentence.rules, sentence.context.parties).who is Who.ACTOR


def _gives_the_other(sentence: Sentence, frame: Frame, subject: Subject, act: Act) -> bool:
    """True where one side informs that it will do something for the other, which it names."""
    rules, parties = sentence.rules, sentence.context.parties
    doer = subject.who in (Who.ACTOR, Who.BEFORE) and not act.passive
    sent = act.passive and sentence.times.ahead(act.verb, act.end)
    if frame.mark.kind is not Kind.INFORM or not (doer or sent):
        return False
    tellers = [frame.subject, *(one.subject for one in sentence.predicates if one.frame)]
    who = next((one for one in tellers if parties.codes_in(one) & parties.met), frame.subject)
    if subject_of(who, rules, parties).who is not Who.ACTOR:
        return False
    teller = parties.codes_in(who) & parties.met
    clause = re.split(r"[,;]", sentence.text[act.verb :], maxsplit=1)[0]
    told = parties.codes_in(clause) & parties.met
    return len(teller) == 1 and bool(told - teller)


def _is_settled_by_somebody(sentence: Sentence, subject: Subject, act: Act) -> bool:
    """True for an agenda, a place or a fee that is still to be settled, and for no dispute."""
    rules = sentence.rules
    if not rules.pattern("complements.settling").match(sentence.text, act.verb):
        return False
    if rules.pattern("subjects.open_points").fullmatch(subject.head) and _is_settled(
        sentence, act
    ):
        return True
    if rules.pattern("verbs.disputed").search(subject.head):
        return False
    by = _BY.search(sentence.text[act.verb : act.end])
    times = sentence.times
    return (
        by is not None and subject_of(by[1], rules, sentence.context.parties).who is Who.ACTOR
    ) or (times.ahead(act.start, act.end) or times.event(act.start, act.end))


def _pays(sentence: Sentence, act: Act) -> bool:
    return sentence.rules.pattern("verbs.bears").match(sentence.text, act.verb) is not None


def _is_number_set(
    sentence: Sentence, predicate: Predicate, frame: Frame | None, act: Act
) -> bool:
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


def _against_same(sentence: Sentence, act: Act) -> str:
    """What was done or offered, and will be done again at a time: "have met, and will do so each May"."""
    times = sentence.times
    if not (times.ahead(act.verb, act.end) or times.rhythm(act.verb, act.end)):
        return "what is to be done again has no time of its own"
    act.start = 0
    act.reasons.append("and will do so again")
    return ""


def _against_told(
    sentence: Sentence, frame: Frame | None, who: Who, act: Act, *, happening: bool, later: bool
) -> str:
    """What was noted or welcomed counts only where it is an own occasion with a day ahead.

    What was noted of somebody's statement is that one's: "took note of the words of the Chair that".
    """
    if frame is None:
        return ""
    kind = frame.mark.kind
    between = sentence.text[frame.mark.end : act.verb]
    if sentence.rules.pattern("frames.reports").match(between):
        return f'"{frame.mark.words}": {NOT_PROMISED[kind]}'
    open_ = sentence.rules.pattern("frames.fact_of_own").match(frame.mark.words)
    if (
        kind is Kind.FACT
        and open_
        and later
        and (act.passive or happening)
        and who in (Who.OCCASION, Who.THING, Who.ACTOR)
    ) and not sentence.is_single(frame):
        act.ground, act.confidence = Ground.NOTED, 0.5
        act.reasons.append(f'"{frame.mark.words}", with a time ahead')
        return ""
    return f'"{frame.mark.words}": {NOT_PROMISED[kind]}'


def _against_wish(
    sentence: Sentence, predicate: Predicate, subject: Subject, frame: Frame | None, act: Act
) -> str:
    if sentence.context.opening:
        return "said at the opening, as a courtesy"
    if sentence.context.regional:
        return "a position on affairs of others"
    if subject.who in (Who.OUTSIDER, Who.OCCASION, Who.INSTRUMENT, Who.THING):
        return f'"{subject.words}" did not meet: what others wish'
    if frame is not None and frame.mark.kind in NOT_PROMISED:
        return f'"{frame.mark.words}": {NOT_PROMISED[frame.mark.kind]}'
    wished = act.verb if sentence.rules.modal else predicate.mark.end
    text = sentence.text[wished:].lstrip()
    bases = sentence.rules.pattern("actions.bases")
    if not bases.match(text) and not re.match(r"(?:these|the|this)\s", text):
        return "a wish for no act"
    act.ground, act.confidence = Ground.WISHED, 0.45
    act.reasons.append(f'"{predicate.mark.words}": a wish of one side')
    return ""


def _against_mind(sentence: Sentence, predicate: Predicate, subject: Subject, act: Act) -> str:
    words = predicate.mark.words.lower()
    wish = re.search(
        r"willingness|desire|readiness|wish|interest|volonté|souhait|disponibilité|disposición|deseo|voluntad|interés",
        words,
    )
    if sentence.context.regional and (wish or subject.who is Who.PERSON):
        return "a position on affairs of others"
    if sentence.context.opening and wish:
        return "said at the opening, as a courtesy"
    if subject.who is Who.OUTSIDER:
        return f'"{subject.words}" did not meet: what others intend'
    if re.search(r"inter[eé]s|intérêt", words):
        return "an interest is no intention"
    behind = sentence.behind(predicate.mark).lstrip()
    if words.endswith(" to") and (
        sentence.is_no_verb(behind) or sentence.rules.pattern("verbs.no_verbs").match(behind)
    ):
        return "an intention for no act"
    act.ground, act.confidence = Ground.INTENDED, 0.5 if wish else 0.65
    act.reasons.append(f'"{predicate.mark.words}"')
    return ""


def _resolved(sentence: Sentence, subject: Subject, at: int) -> Who:
    if subject.who is Who.NONE and not sentence.text[:at].strip():
        return Who.ACTOR  # "11. Will take up the subject again": the body that resolves
    if subject.who is Who.BEFORE:
        nearer = sentence.subject_before(at)
        if nearer is not None:
            return nearer.who
        if sentence.context.before is not None and sentence.context.before.who is not Who.BEFORE:
            return sentence.context.before.who
        return Who.OCCASION
    if subject.who is Who.NONE and sentence.context.before is not None:
        return sentence.context.before.who
    if (
        subject.who is Who.ACTOR
        and subject.words.lower() in ("these", "those")
        and sentence.context.before is not None
    ):
        return sentence.context.before.who
    return subject.who


def _credit(
    sentence: Sentence, act: Act, predicate: Predicate, frame: Frame | None, who: Who
) -> None:
    kind = frame.mark.kind if frame is not None else None
    value = (
        {Kind.COMMIT: 0.95, Kind.CONFIRM: 0.9, Kind.TASK: 0.85, Kind.SAY: 0.65}.get(kind, 0.8)
        if kind
        else 0.8
    )
    ground = (
        {Kind.COMMIT: Ground.AGREED, Kind.CONFIRM: Ground.AGREED, Kind.SAY: Ground.SAID}.get(
            kind, Ground.FUTURE
        )
        if kind
        else Ground.FUTURE
    )
    if who in (Who.THING, Who.NAME, Who.INSTRUMENT):
        value -= 0.15
    if predicate.mark.kind is Kind.EXPECTED or predicate.mark.kind is Kind.SHOULD:
        value -= 0.2
    act.confidence = min(value, act.confidence + 0.15)
    act.ground = ground
    if frame is not None and f'"{frame.mark.words}"' not in act.reasons:
        act.reasons.insert(0, f'"{frame.mark.words}"')
    shown = sentence.text[act.verb : act.verb + _SHOWN].split(",")[0]
    words = shown.rpartition(" ")[0] or shown
    act.reasons.append(
        f'"{predicate.mark.words} {words}"' if sentence.rules.modal else f'"{words}"'
    )
