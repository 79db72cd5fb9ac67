"""What a verb of promising promises: to do, that it will be done, on doing."""

import re
from collections.abc import Iterator

from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.act.infinitives import second_infinitive
from dipltrack.intake.act.listed import inline_list, list_item, takes_list
from dipltrack.intake.act.nominal import act_noun, dated_noun, nominal_act
from dipltrack.intake.act.tasked import tasked_acts
from dipltrack.intake.act.vetoes import act_of
from dipltrack.intake.clause.clauses import Frame, Predicate
from dipltrack.intake.clause.marks import FUTURES, Kind
from dipltrack.intake.clause.sentence import Sentence
from dipltrack.intake.clause.subjects import Who, subject_of


def framed_acts(sentence: Sentence, predicate: Predicate, frame: Frame) -> Iterator[Act]:
    """The acts that a verb of promising, confirming, tasking or asking makes promises of."""
    kind = predicate.mark.kind
    if kind is Kind.COMMIT:
        yield from _committed(sentence, predicate, frame)
    elif kind is Kind.CONFIRM:
        yield from _confirmed(sentence, predicate, frame)
    elif kind in (Kind.TASK, Kind.APPEAL):
        yield from tasked_acts(sentence, predicate, frame)


def _committed(sentence: Sentence, predicate: Predicate, frame: Frame) -> Iterator[Act]:
    mark = predicate.mark
    rest = sentence.behind(mark)
    if sentence.rules.shape("frames.left_open").search(rest):
        return
    rules = sentence.rules
    if mark.words.lower().startswith("offer") and rules.shape("frames.but").search(rest):
        return
    nominal = nominal_act(sentence, predicate, frame)
    if nominal is not None:
        yield nominal
        return
    to = rules.shape("complements.to").match(rest)
    if to and rules.pattern("verbs.no_deed").match(rest[to.end() :]):
        return
    if to and not sentence.is_no_verb(rest[to.end() :]):
        yield act_of(sentence, predicate, frame, mark.end + to.end(), Ground.AGREED, 0.92)
        yield from second_infinitive(sentence, predicate, frame, mark.end + to.end())
        return
    if rules.pattern("complements.approved").fullmatch(mark.words):
        end = sentence.end(mark.end, predicate)
        noun = act_noun(sentence, rest.lstrip())
        founds = rules.pattern("verbs.founding_nouns").fullmatch(noun) is not None
        if noun and (founds or sentence.times.ahead(mark.end, end)):
            yield act_of(sentence, predicate, frame, mark.end + 1, Ground.AGREED, 0.8)
            return
    on = rules.shape("complements.on").match(rest)
    if on and not rules.pattern("complements.as_follows").match(on[1]):
        phrase = on[1]
        noun = act_noun(sentence, phrase) or dated_noun(sentence, phrase, mark.end + on.start(1))
        if not noun and rules.shape("complements.upon").match(rest):
            new = rules.pattern("verbs.new_thing").match(phrase)
            noun = new[0] if new else ""
        if noun:
            act = act_of(sentence, predicate, frame, mark.end + on.start(1), Ground.AGREED, 0.8)
            act.reasons.append(f'act in "{noun}"')
            yield act
            return
        if mark.words.lower().startswith(("agree", "concur", "convenu", "conv")) and (
            sentence.rules.pattern("verbs.importance").match(phrase)
        ):
            yield act_of(sentence, predicate, frame, mark.end + on.start(1), Ground.VALUED, 0.35)
            return
    if takes_list(sentence, rest):
        yield from list_item(sentence, predicate, frame)
        return
    if re.match(r"[^.;:]{0,60}:\s", rest):
        yield from inline_list(sentence, predicate, frame, mark.end + rest.index(":") + 1)
        return
    if rules.pattern("frames.gives").fullmatch(mark.words) and re.match(
        r"\s+(?!to\b|that\b)", rest
    ):
        end = sentence.end(mark.end, predicate)
        thing = rules.shape("frames.promised").match(rest)
        if thing and (
            sentence.times.ahead(mark.end, end)
            or rules.shape("frames.announced").match(rest)
            or rules.pattern("frames.answers").match(rest, 1)
        ):
            yield act_of(sentence, predicate, frame, mark.start, Ground.AGREED, 0.8)
            return
    yield from _subjunctive(sentence, predicate, frame, rest)
    yield from _arranged(sentence, predicate, frame, rest)
    yield from _ordered(sentence, predicate, frame)


def _subjunctive(
    sentence: Sentence, predicate: Predicate, frame: Frame, rest: str
) -> Iterator[Act]:
    """An act with no future, as in "agreed that a group be set up"."""
    found = sentence.rules.shape("complements.subjunctive").match(rest)
    if not found or re.search(
        r"\b(?:will|shall|should|to|would|must|can|could|may|might|not)$", found[1]
    ):
        return
    if any(
        mark.kind in FUTURES
        for mark in sentence.marks
        if predicate.mark.end <= mark.start < predicate.mark.end + found.end()
    ):
        return
    if found[2] in ("meet", "convene") and not re.search(
        r"\b(?:they|officials|experts|ministers|sides|group|committee)$", found[1]
    ):
        return
    act = act_of(
        sentence, predicate, frame, predicate.mark.end + found.start(2), Ground.AGREED, 0.85
    )
    act.subject, act.passive, act.modal = found[1], True, True
    yield act


def _arranged(sentence: Sentence, predicate: Predicate, frame: Frame, rest: str) -> Iterator[Act]:
    """An act in the present that was arranged for a time: "arranged that two experts work in … from May"."""
    that = re.match(r"\s+that\s+", rest)
    if not that or not sentence.rules.modal:
        return
    start = predicate.mark.end + that.end()
    end = sentence.end(start, predicate)
    if any(mark.kind in FUTURES and start <= mark.start < end for mark in sentence.marks):
        return
    for found in sentence.rules.pattern("actions.bases").finditer(sentence.text, start + 1, end):
        who = subject_of(
            sentence.text[start : found.start()], sentence.rules, sentence.context.parties
        )
        if who.who is Who.ACTOR and sentence.times.ahead(found.end(), end):
            act = act_of(sentence, predicate, frame, found.start(), Ground.AGREED, 0.8)
            act.subject, act.modal = who.words, True
            yield act
            return


def _ordered(sentence: Sentence, predicate: Predicate, frame: Frame) -> Iterator[Act]:
    """What was ordered in a subjunctive, where the language has one: "acordaron que … presente …"."""
    rules = sentence.rules
    if rules.modal:
        return
    for found in rules.shape("complements.ordered").finditer(sentence.text, frame.mark.end):
        end = found.end("what")
        piece = sentence.text[frame.mark.end : end]
        before = sentence.text[frame.mark.end : found.start()].strip().lstrip(",")
        if "," in before and " que " not in f" {before} ":
            return  # "approuve le budget de 2022, tel qu'il figure en annexe"
        states = rules.pattern("complements.indicative").search(found["what"])
        inside = any(
            mark.kind in FUTURES and found.start() <= mark.start < end for mark in sentence.marks
        )
        if states or inside or re.search(r"[;:.]", piece.rstrip(" .;")):
            return
        act = act_of(sentence, predicate, frame, found.start("what"), Ground.AGREED, 0.85)
        if found.start() > frame.mark.end + 2:
            act.start = found.start("what")
        act.end = end
        yield act


def _confirmed(sentence: Sentence, predicate: Predicate, frame: Frame) -> Iterator[Act]:
    mark = predicate.mark
    rest = sentence.behind(mark)
    words = mark.words.lower()
    if re.search(
        r"intention|determination|resolve|commitment|desire|intention|détermination|engagement|volonté|intención|compromiso|voluntad",
        words,
    ):
        to = re.match(r"\s+(?:to|de|d['’])\s+", rest)
        if to:
            yield act_of(sentence, predicate, frame, mark.end + to.end(), Ground.INTENDED, 0.75)
        return
    does = sentence.rules.shape("complements.bare_to").match(rest)
    if does and not sentence.is_no_verb(rest[does.end() :]):
        yield act_of(sentence, predicate, frame, mark.end + does.end(), Ground.AGREED, 0.85)
        return
    on = re.match(r"\s+(?:on|upon)\s+(.*)", rest, re.DOTALL)
    if on and "agreed" in words and act_noun(sentence, on[1]):
        yield act_of(sentence, predicate, frame, mark.end + on.start(1), Ground.AGREED, 0.8)
        return
    if words.startswith(("announ", "a annonc", "ont annonc", "anunci")):
        given = sentence.rules.shape("frames.announced").match(rest)
        if given and not re.match(r"\s+(?:that|que|qu['’])", rest):
            yield act_of(sentence, predicate, frame, mark.end, Ground.AGREED, 0.75)
            return
    holding = re.match(
        r"\s+(?:the|their|his|her|its)\s+(?:\w+\s+){0,2}?(\w+)\s+(?:of|for|to|in)\b", rest
    )
    if not sentence.rules.modal:
        holding = sentence.rules.shape("complements.holding").match(rest)
    if holding and sentence.rules.pattern("verbs.held_nouns").fullmatch(holding[1]):
        end = sentence.end(mark.end, predicate)
        takes_part = sentence.rules.pattern("verbs.own_part").fullmatch(holding[1])
        if takes_part or sentence.times.ahead(mark.end, end):
            yield act_of(
                sentence, predicate, frame, mark.end + holding.start(1), Ground.AGREED, 0.7
            )
            return
    if takes_list(sentence, rest):
        yield from list_item(sentence, predicate, frame)
