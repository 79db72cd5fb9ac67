"""What is only noted, wished or meant: when it counts all the same, and how little."""

import re

from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.clause.clauses import Frame, Predicate
from dipltrack.intake.clause.marks import Kind
from dipltrack.intake.clause.sentence import NOT_PROMISED, Sentence
from dipltrack.intake.clause.subjects import Subject, Who


def against_same(sentence: Sentence, act: Act) -> str:
    """What was done or offered, and will be done again at a time: "have met, and will do so each May"."""
    times = sentence.times
    if not (times.ahead(act.verb, act.end) or times.rhythm(act.verb, act.end)):
        return "what is to be done again has no time of its own"
    act.start = 0
    act.reasons.append("and will do so again")
    return ""


def against_told(
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
        and not sentence.rules.pattern("verbs.ends").match(sentence.text, act.verb)
        and (act.passive or happening)
        and who in (Who.OCCASION, Who.THING, Who.ACTOR)
    ) and not sentence.is_single(frame):
        act.ground, act.confidence = Ground.NOTED, 0.5
        act.reasons.append(f'"{frame.mark.words}", with a time ahead')
        return ""
    return f'"{frame.mark.words}": {NOT_PROMISED[kind]}'


def against_wish(
    sentence: Sentence, predicate: Predicate, subject: Subject, frame: Frame | None, act: Act
) -> str:
    """Why a wish counts for nothing; empty where it is one of those that met, for an act."""
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


def against_mind(sentence: Sentence, predicate: Predicate, subject: Subject, act: Act) -> str:
    """Why an intention or a readiness counts for nothing; empty where it is one for an act."""
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
