"""Acts in the present tense and items of lists, in Japanese, with no verb of promising."""

import re
from collections.abc import Iterator

from dipltrack.intake.act.act_time import time_of_act
from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.act.verb_last_frames import begin_of, topic_of
from dipltrack.intake.act.verb_last_vetoes import is_outside
from dipltrack.intake.clause.context import Context
from dipltrack.intake.clause.plain_form import plain_form
from dipltrack.intake.clause.times import Times


def listed_acts(sentence: str, start: int, context: Context, times: Times) -> Iterator[Act]:
    """The item of a list of what was agreed: it ends with an act, or with the noun of one."""
    item = sentence[start:].rstrip("。；; 　")
    words = re.sub(r"(?:こと|もの)$", "", item)
    noun = context.rules.pattern("frames.noun").search(item + "で一致")
    if not (noun and noun.end() == len(item) + 3) and not context.rules.pattern(
        "clauses.nonpast"
    ).search(words):
        return
    act = Act(
        start=start,
        end=start + len(item),
        verb=start + len(words),
        ground=Ground.LISTED,
        confidence=0.8,
    )
    act.reasons.append("an item of a list of what was agreed")
    if context.rules.pattern("clauses.state").search(words) or context.rules.pattern(
        "clauses.negation"
    ).search(words + "。"):
        act.against = "says how things stand, and is no act"
    yield act


def plain_acts(sentence: str, start: int, context: Context, times: Times) -> Iterator[Act]:
    """An act in the present, as treaties, minutes and programmes put what is to be done."""
    rules = context.rules
    finite = rules.pattern("frames.must").search(sentence) or rules.pattern(
        "frames.finite"
    ).search(sentence)
    if finite is None or finite.end() < len(sentence.rstrip("）)」 　")) - 1:
        return
    act = Act(
        start=begin_of(sentence, start),
        end=len(sentence.rstrip("。 　")),
        verb=finite.start(),
        ground=Ground.FUTURE,
        confidence=0.7,
    )
    act.subject = topic_of(sentence, start, finite.start(), rules)
    act.reasons.append(f"「{finite[0].rstrip('。')}」")
    act_words = sentence[act.start : act.end]
    must = re.search(r"な(?:ければ|くては)なら(?:ない|ず|ません)$|ないといけない$", act_words)
    if must:
        act_words = act_words[: must.start()] + "する"
    rule = rules.pattern("clauses.state_of_rule").search(
        re.sub(r"ものとする$", "", act_words)
    ) or (rules.pattern("clauses.state").search(plain_form(act_words)))
    ahead = time_of_act(times, act.start, act.end, act.verb) is not None
    law = context.undertaking or context.background
    if rule and not law and times.ahead(act.start, act.end):
        done = rules.pattern("clauses.done_on_a_day").fullmatch(rule[0])
        rule = None if done else rule
    party = bool(context.parties.codes_in(act.subject) & context.parties.met) or re.search(
        r"(?:双方|両(?:者|国|大臣|外相|首脳|締約国|政府|当局|局|省|庁)|締約国|委員会|作業部会|部会|事務局|当局|政府|議長|事務方|省|庁|局|大使館|側)$",
        act.subject,
    )
    if rule and not (rule[0].startswith("と") and party and ahead):
        act.against = f"「{rule[0]}」 says how things stand or what is law, and is no act"
    elif rules.pattern("clauses.negation").search(act_words[-8:] + "。"):
        act.against = "it is denied"
    elif rules.pattern("clauses.condition").search(act_words):
        act.against = "hangs on a condition"
    elif is_outside(act.subject, context):
        act.against = f"「{act.subject}」 did not meet: what others do"
    elif rules.pattern("subjects.course").search(plain_form(act_words)):
        act.against = "tells how the meeting or a journey goes"
    elif not (
        party
        or ahead
        or (context.listed and not act.subject)
        or (context.undertaking and not act.subject)
    ):
        act.against = "who is to do it is not told"
    elif rules.pattern("openings.same_day").search(act_words) and not times.ahead(
        act.start, act.end
    ):
        act.against = "how the day of the meeting goes"
    elif context.background:
        act.against = "stands among what is law or background"
    yield act
