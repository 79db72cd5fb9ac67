"""Acts that are promised in a sentence whose verb stands before its complement: English, French, Spanish."""

import re
from collections.abc import Iterator

from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.act.asides import asides_of, asides_of_act
from dipltrack.intake.act.duties import duties_in
from dipltrack.intake.act.framed import framed_acts
from dipltrack.intake.act.futures import future_acts
from dipltrack.intake.clause.context import Context
from dipltrack.intake.clause.marks import FRAMES, FUTURES, Kind
from dipltrack.intake.clause.sentence import Sentence
from dipltrack.intake.clause.subjects import Who, subject_of
from dipltrack.intake.clause.times import Times

_TRAILS = 30  # letters behind an act, after which a condition may still be its own


def acts_in(text: str, context: Context, times: Times) -> list[Act]:
    """Every act that the words of the sentence may promise, with what speaks against it if anything."""
    sentence = Sentence(text, context, times)
    found: list[Act] = []
    for predicate in sentence.predicates:
        if predicate.frame is None:
            found += future_acts(sentence, predicate)
        else:
            found += framed_acts(sentence, predicate, predicate.frame)
    found += _invited(sentence)
    found += duties_in(sentence)
    if not found:
        return []
    acts = [_conditioned(sentence, act) for act in found]
    acts += [one for act in acts if not act.against for one in _trailing(sentence, act)]
    _told_once(sentence, acts)
    if any(not act.against for act in acts) and sentence.times.found:
        asides = asides_of(sentence)
        for act in acts:
            own = () if act.against else tuple(asides_of_act(sentence, act))
            if act.ground is not Ground.INVITED:  # "the invitation, which he accepted for June"
                own = (*asides, *own)
            act.asides = tuple(one for one in own if not one[0] <= act.verb < one[1])
    return sorted(acts, key=lambda act: (act.verb, act.start))


def _trailing(sentence: Sentence, act: Act) -> Iterator[Act]:
    """What is told behind an act, and is one of its own: "…, the first to be held in May".

    An aim is one where both have a time: "in May, with a view to signing by the end of the year".
    """
    text, rules, times = sentence.text, sentence.rules, sentence.times
    for found in rules.shape("complements.absolute").finditer(text, act.verb):
        behind = [one for one in sentence.marks if one.start >= found.end()]
        if any(one.kind in FUTURES or one.kind in FRAMES for one in behind):
            continue
        last = text.find(";", found.end())
        if rules.shape("complements.same_thing").match(found["who"]):
            continue
        who = subject_of(found["who"], rules, sentence.context.parties).who
        until = last if last > 0 else len(text)
        bound = found["being"] or who in (Who.OUTSIDER, Who.INSTRUMENT)
        if found["being"] and times.event(found.start(), until):
            bound = False
        if bound and not times.ahead(found.start(), until):
            continue
        end = last if last > 0 else len(text.rstrip(" .;"))
        yield _cut(
            text, act, found.start("who"), end, found.start("verb"), Ground.FUTURE, found["who"]
        )
        return
    after = rules.shape("complements.followed").search(text, act.verb, act.end)
    if after and times.ahead(act.verb, after.start()) and times.ahead(after.end(), act.end):
        start, end = after.start("who"), act.end
        yield _cut(
            text, act, start, end, after.start("verb"), Ground.FUTURE, text[after.end() : end]
        )
        return
    given = rules.shape("complements.absolute_active").search(text, act.verb, act.end)
    if given and not any(
        one.start >= given.end() and one.kind in (*FUTURES, *FRAMES) for one in sentence.marks
    ):
        giver = subject_of(given["who"], rules, sentence.context.parties)
        if giver.who is Who.ACTOR:
            yield _cut(
                text,
                act,
                given.start("who"),
                act.end,
                given.start("verb"),
                Ground.FUTURE,
                giver.words,
            )
            return
    aim = rules.shape("complements.aim").search(text, act.verb, act.end)
    if aim and times.ahead(act.start, aim.start()) and times.ahead(aim.end(), act.end):
        yield _cut(text, act, aim.start("aim"), act.end, aim.end(), Ground.INTENDED, act.subject)


def _cut(
    text: str, act: Act, start: int, end: int, verb: int, ground: Ground, subject: str
) -> Act:
    """The act that stands at the end of another, which then ends before it."""
    before = re.sub(r"(?:[\s,;]|\b(?:and|with|it being understood that))+$", "", text[:start])
    act.end = min(act.end, len(before))
    return Act(
        start=start,
        end=end,
        verb=verb,
        ground=ground,
        subject=subject,
        confidence=0.6,
        reasons=["told behind another act"],
    )


def _told_once(sentence: Sentence, acts: list[Act]) -> None:
    """Of "were asked to report, and will do so in May" the second is the first again."""
    same = sentence.rules.pattern("verbs.same")
    for act in acts:
        others = [one for one in acts if one is not act and not one.against]
        if same.match(sentence.text, act.verb) and any(one.end >= act.verb for one in others):
            act.against = act.against or "is the act before, said again"


def _conditioned(sentence: Sentence, act: Act) -> Act:
    """An act that hangs on a condition is none."""
    if act.against:
        return act
    for mark in sentence.marks:
        if mark.kind is not Kind.CONDITION:
            continue
        first, last = min(mark.start, act.start), max(mark.start, act.end)
        between = sentence.text[first:last]
        behind = sentence.text[act.end : mark.start]
        trails = 0 <= mark.start - act.end < _TRAILS and not re.search(r"[;:]|\band\b", behind)
        if (
            trails
            or act.start <= mark.start <= act.end
            or (mark.start < act.start and not re.search(r"[;:]", between))
        ):
            if mark.start < act.start and re.search(
                r"\b(?:and|but) (?:that|agreed|will)\b", between
            ):
                continue
            act.against = f'hangs on a condition: "{mark.words}"'
    return act


def _invited(sentence: Sentence) -> Iterator[Act]:
    """An invitation that was accepted is a visit agreed."""
    taken = sentence.rules.pattern("answers.accepted").search(sentence.text)
    if taken and not any(mark.kind is Kind.NEGATION for mark in sentence.marks):
        act = Act(
            start=0,
            end=len(sentence.text),
            verb=taken.start(),
            ground=Ground.INVITED,
            confidence=0.75,
        )
        act.reasons.append(f'"{taken[0]}"')
        yield act
        return
    invites = sentence.rules.pattern("answers.invites").search(sentence.text)
    accepts = sentence.rules.pattern("answers.accepts").search(sentence.text)
    if not (invites and accepts and accepts.start() > invites.end()):
        return
    if sentence.rules.pattern("answers.declines").search(sentence.text, invites.end()):
        return
    if any(mark.kind is Kind.NEGATION for mark in sentence.marks):
        return
    act = Act(
        start=0,
        end=len(sentence.text),
        verb=invites.start(),
        ground=Ground.INVITED,
        confidence=0.8,
    )
    act.reasons.append(f'"{invites[0]} … {accepts[0]}"')
    past = sentence.rules.pattern("frames.perfect").search(sentence.text[: accepts.start()])
    if past or (
        sentence.times.behind(0, len(sentence.text))
        and not sentence.times.ahead(0, len(sentence.text))
    ):
        act.against = "was agreed before: it lies in the past"
    yield act
