"""Acts that are promised in a sentence whose verb stands last: Japanese."""

import re
from collections.abc import Iterator

from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.act.verb_last_frames import Frame, begin_of, topic_of
from dipltrack.intake.act.verb_last_plain import listed_acts, plain_acts
from dipltrack.intake.act.verb_last_vetoes import against_framed
from dipltrack.intake.clause.context import Context
from dipltrack.intake.clause.times import Times
from dipltrack.intake.rules import Rules

_FRAMES = {
    "commit": (Ground.AGREED, 0.92),
    "noun": (Ground.AGREED, 0.8),
    "view": (Ground.AGREED, 0.6),
    "task": (Ground.TASKED, 0.85),
    "accept": (Ground.INVITED, 0.8),
    "plan": (Ground.FUTURE, 0.75),
    "intent": (Ground.INTENDED, 0.6),
    "wish": (Ground.WISHED, 0.4),
    "said": (Ground.SAID, 0.6),
    "planned_talk": (Ground.VALUED, 0.4),
}


def acts_in(sentence: str, context: Context, times: Times) -> list[Act]:
    """Every act that the words of the sentence may promise, with what speaks against it if anything.

    Each verb of promising closes a stretch of the sentence; the act is the verb before it.
    """
    rules = context.rules
    frames = _frames(sentence, rules)
    found: list[Act] = []
    start = start0 = len(context.lead) + 1 if context.listed else 0
    for frame in frames:
        if frame.end <= start:
            continue
        found += _framed(sentence, start, frame, context, times)
        start = frame.end
        tail = re.match(r"[^、。]{0,24}[、。]", sentence[start:])
        start += tail.end() if tail else 0
    if (
        context.listed
        and rules.pattern("lists.leads").search(context.lead)
        and not any(frame.start >= start0 for frame in frames)
    ):
        found += listed_acts(sentence, start0, context, times)
    elif not frames:
        found += plain_acts(sentence, start, context, times)
    return found


def _frames(sentence: str, rules: Rules) -> list[Frame]:
    found = [
        Frame(kind, *match.span())
        for kind in _FRAMES
        for match in rules.pattern(f"frames.{kind}").finditer(sentence)
    ]
    kept: list[Frame] = []
    for frame in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or frame.start >= kept[-1].end:
            kept.append(frame)
    return kept


def _framed(
    sentence: str, start: int, frame: Frame, context: Context, times: Times
) -> Iterator[Act]:
    ground, confidence = _FRAMES[frame.kind]
    ends = [*_parts(sentence, start, frame, context.rules, times), frame.end]
    begin = start
    for number, end in enumerate(ends):
        last = number == len(ends) - 1
        verb = frame.start if last else end
        begin = _behind_past(sentence, begin, frame.start)
        act = Act(
            start=begin_of(sentence, begin),
            end=_tail(sentence, end) if last else end,
            verb=verb,
            ground=ground,
            confidence=confidence,
        )
        act.reasons.append(f"「{sentence[frame.start : frame.end]}」")
        complement = sentence[act.start : verb]
        until = frame.end if frame.kind == "accept" else frame.start
        act.subject = topic_of(sentence, start, until, context.rules)
        act.single = ground in (Ground.INTENDED, Ground.WISHED, Ground.SAID)
        act.against = against_framed(
            sentence, complement, frame, act, context, times, joint=not last
        )
        yield act
        begin = end


def _parts(sentence: str, start: int, frame: Frame, rules: Rules, times: Times) -> list[int]:
    """Where the complement falls into several acts: 「Aすること、Bすることで一致」, or two with times."""
    if frame.kind not in ("commit", "plan", "task"):
        return []
    piece = sentence[start : frame.start]
    ends = [start + found.end() for found in rules.pattern("clauses.and").finditer(piece)]
    ends = [
        end
        for end in ends
        if re.search(
            r"[うくぐすつぬぶむる](?:こと|旨)[^ぁ-ん一-龠]*(?:及び|並びに|また|かつ|、)?$",
            sentence[start:end],
        )
    ]
    ends += [start + found.end() for found in rules.pattern("clauses.with").finditer(piece)]
    if ends:
        return sorted(ends)
    for found in rules.pattern("clauses.continuative").finditer(piece):
        at = start + found.end()
        if (
            times.ahead(start, at)
            and times.ahead(at, frame.start)
            and len(piece) - found.end() > 8
        ):
            return [at]
    return []


def _behind_past(sentence: str, start: int, end: int) -> int:
    """Behind what only tells of the past: 「第8回は昨年開かれたところであり、第9回は…」."""
    found = list(
        re.finditer(
            r"(?:た(?:ところ)?(?:であり|で|が)|ており|ましたが|だったが|つつ)、",
            sentence[start:end],
        )
    )
    return start + found[-1].end() if found else start


def _tail(sentence: str, end: int) -> int:
    """The end of the verb: to the next comma or the end of the sentence, if that is near."""
    found = re.match(r"[^、。]{0,12}?(?=[、。]|$)", sentence[end:])
    return end + found.end() if found else end
