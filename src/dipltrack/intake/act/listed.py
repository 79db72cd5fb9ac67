"""The items of a list that hangs on a verb of promising."""

import re
from collections.abc import Iterator

from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.act.nominal import act_noun
from dipltrack.intake.act.vetoes import act_of
from dipltrack.intake.clause.clauses import Frame, Predicate, Sort
from dipltrack.intake.clause.marks import FUTURES
from dipltrack.intake.clause.sentence import Sentence


def takes_list(sentence: Sentence, rest: str) -> bool:
    """True where the verb leads a list, whose item the sentence goes on with."""
    return bool(sentence.context.listed and re.match(r"[^.]*:", rest))


def list_item(sentence: Sentence, predicate: Predicate, frame: Frame) -> Iterator[Act]:
    """The item of a list that hangs on a verb of promising, if it is an act."""
    if len(sentence.context.lead) >= len(sentence.text):
        return
    start = len(sentence.context.lead) + 1
    item = sentence.text[start:]
    topic = re.match(r"(?:[A-Z][\w’'-]*)(?: [\w’'-]+){0,4}:\s+(?=\w)", item)
    if topic:
        start += topic.end()
        item = item[topic.end() :]
    if any(
        one.mark.kind in FUTURES
        and one.mark.start >= start
        and one.clause.sort is not Sort.RELATIVE
        for one in sentence.predicates
    ):
        return
    first = item.split()[0].lower() if item.split() else ""
    if not sentence.rules.modal and sentence.is_no_verb(item[:1].lower() + item[1:]):
        return
    small = item[:1].lower() + item[1:]
    is_act = sentence.rules.pattern("actions.bases").match(small) or (
        sentence.rules.shape("lists.doing").match(small)
    )
    planned = (
        sentence.rules.pattern("lists.plans").search(sentence.context.lead)
        and sentence.rules.pattern("subjects.events").search(
            re.split(r"\s(?:by|of|in|on|for|with|between)\s|[,.;:]", item, maxsplit=1)[0]
        )
        and not sentence.rules.pattern("lists.verb").search(item)
    )
    if not (is_act or planned or act_noun(sentence, item) or first.endswith("ing")):
        return
    act = act_of(sentence, predicate, frame, start, Ground.LISTED, 0.85)
    yield act


def inline_list(
    sentence: Sentence, predicate: Predicate, frame: Frame, start: int
) -> Iterator[Act]:
    """The items of a list within the sentence that are dated: "agreed on these dates: …; …"."""
    bounds = [start, *(start + one.end() for one in re.finditer(r";", sentence.text[start:]))]
    for begin, end in zip(
        bounds, [*(at - 1 for at in bounds[1:]), len(sentence.text)], strict=True
    ):
        begin += len(sentence.text[begin:end]) - len(sentence.text[begin:end].lstrip())
        if any(
            one.mark.kind in FUTURES and begin <= one.mark.start < end
            for one in sentence.predicates
        ):
            continue
        if not sentence.times.ahead(begin, end):
            continue
        act = act_of(sentence, predicate, frame, begin, Ground.LISTED, 0.8)
        act.start, act.end = begin, len(sentence.text[:end].rstrip(" .;"))
        yield act
