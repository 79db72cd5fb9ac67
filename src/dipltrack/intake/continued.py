"""A promise that goes on in the next sentence: more of it, or its time."""

from collections.abc import Sequence

from msgspec.structs import replace

from dipltrack.intake.act.act_time import time_of_act
from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.act.judging import Judged
from dipltrack.intake.clause.anchor import Anchor, timed
from dipltrack.intake.field.qualities import kind_of
from dipltrack.intake.proposal import Proposal
from dipltrack.intake.rules import Rules
from dipltrack.model.window import UNTIMED, Timing


def continues_last(
    before: Proposal,
    last: Judged,
    sentence: Judged,
    act: Act,
    acts: Sequence[Act],
    rules: Rules,
) -> bool:
    """True where a sentence only says more of the promise before it."""
    if len(acts) != 1 or sentence.paragraph is not last.paragraph or not last.acts:
        return False
    if sentence.context.listed:
        return False
    start = sentence.text[:60]
    takes_back = rules.pattern("answers.takes_back").match(start)
    goes_on = rules.pattern("answers.goes_on").search(sentence.text[:120])
    invited = last.acts[-1].ground is Ground.INVITED and not last.acts[-1].against
    if invited and (goes_on or takes_back):
        return True
    if before.timing is UNTIMED and rules.pattern("answers.it_held").search(
        sentence.text[act.verb : act.verb + 60]
    ):
        return True
    happening = (
        act.passive
        or rules.pattern("verbs.happening").match(sentence.text, act.verb)
        or rules.pattern("answers.is_set").match(sentence.text, act.start)
    )
    if not (takes_back and happening):
        return False
    return (
        before.timing is UNTIMED
        and before.confidence > 0.5
        and len(start.split()) > 0
        and _says_no_more(sentence.text, act)
    )


def joined(before: Proposal, proposal: Proposal, sentence: Judged, rules: Rules) -> Proposal:
    """The proposal with the words of the next sentence, and its time where it has none."""
    text = sentence.paragraph.text
    start, end = text.find(before.passage), text.find(proposal.passage)
    passage = text[start : end + len(proposal.passage)] if 0 <= start < end else before.passage
    timing = before.timing if before.timing is not UNTIMED else proposal.timing
    return replace(
        before,
        passage=passage,
        timing=timing,
        kind=kind_of(before.title, timing.window, rules),
        confidence=max(before.confidence, proposal.confidence),
        reasons=(*before.reasons, "and the next sentence", *proposal.reasons),
    )


def with_time_of(
    before: Proposal, last: Judged, sentence: Judged, rules: Rules, anchor: Anchor
) -> Proposal:
    """The proposal with the time that the next sentence gives it: "The date is 3 May"."""
    if before.timing is not UNTIMED or sentence.paragraph is not last.paragraph:
        return before
    if not rules.pattern("answers.gives_time").match(sentence.text):
        return before
    found = time_of_act(sentence.times, 0, len(sentence.text), 0)
    if found is None or not found.windows[0].has_day:
        return before
    return replace(
        before,
        timing=Timing(stated=found.words, window=timed(found, anchor)),
        reasons=(*before.reasons, f'time, from the next sentence: "{found.words}"'),
    )


def _says_no_more(text: str, act: Act) -> bool:
    return len(text.split()) <= 30 and act.ground in (
        Ground.FUTURE,
        Ground.APPOINTED,
        Ground.AGREED,
    )
