"""Acts that are promised in a sentence whose verb stands last: Japanese."""

import re
from collections.abc import Iterator

from msgspec import Struct

from dipltrack.intake.act_time import time_of_act
from dipltrack.intake.acts import Act, Ground
from dipltrack.intake.context import Context
from dipltrack.intake.plain_form import plain_form
from dipltrack.intake.rules import Rules
from dipltrack.intake.times import Times

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


class _Frame(Struct, frozen=True):
    """Words that make a promise of what stands before them, and where they stand."""

    kind: str
    start: int
    end: int


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
        found += _listed(sentence, start0, context, times)
    elif not frames:
        found += _plain(sentence, start, context, times)
    return found


def _frames(sentence: str, rules: Rules) -> list[_Frame]:
    found = [
        _Frame(kind, *match.span())
        for kind in _FRAMES
        for match in rules.pattern(f"frames.{kind}").finditer(sentence)
    ]
    kept: list[_Frame] = []
    for frame in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or frame.start >= kept[-1].end:
            kept.append(frame)
    return kept


def _framed(
    sentence: str, start: int, frame: _Frame, context: Context, times: Times
) -> Iterator[Act]:
    ground, confidence = _FRAMES[frame.kind]
    ends = [*_parts(sentence, start, frame, context.rules, times), frame.end]
    begin = start
    for number, end in enumerate(ends):
        last = number == len(ends) - 1
        verb = frame.start if last else end
        begin = _behind_past(sentence, begin, frame.start)
        act = Act(
            start=_begin(sentence, begin),
            end=_tail(sentence, end) if last else end,
            verb=verb,
            ground=ground,
            confidence=confidence,
        )
        act.reasons.append(f"「{sentence[frame.start : frame.end]}」")
        complement = sentence[act.start : verb]
        until = frame.end if frame.kind == "accept" else frame.start
        act.subject = _topic(sentence, start, until, context.rules)
        act.single = ground in (Ground.INTENDED, Ground.WISHED, Ground.SAID)
        act.against = _against(sentence, complement, frame, act, context, times, joint=not last)
        yield act
        begin = end


def _parts(sentence: str, start: int, frame: _Frame, rules: Rules, times: Times) -> list[int]:
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


def _begin(sentence: str, start: int) -> int:
    while start < len(sentence) and sentence[start] in "、。　 ・":
        start += 1
    return start


def _tail(sentence: str, end: int) -> int:
    """The end of the verb: to the next comma or the end of the sentence, if that is near."""
    found = re.match(r"[^、。]{0,12}?(?=[、。]|$)", sentence[end:])
    return end + found.end() if found else end


def _topic(sentence: str, start: int, end: int, rules: Rules) -> str:
    """Who acts: the last of the words before は or が in the stretch, else of the sentence."""
    for piece, outer in ((sentence[start:end], False), (sentence[:start], True)):
        found = [
            match["who"]
            for match in rules.pattern("subjects.topic").finditer(piece)
            if not (outer and match[0].rstrip("、").endswith("が"))  # が is of its own clause only
        ]
        if found:
            return found[-1].strip("　 ")
    return ""


def _against(
    sentence: str,
    complement: str,
    frame: _Frame,
    act: Act,
    context: Context,
    times: Times,
    *,
    joint: bool,
) -> str:
    """Why it is no promise; empty where it is one."""
    rules = context.rules
    act_words = re.sub(
        r"(?:(?:こと|旨)(?:、|及び|並びに|また|かつ)*|(?:ととも|と共|と同時)に、?)$",
        "",
        complement.rstrip("、 　"),
    )
    behind = sentence[frame.end :]
    if rules.pattern("clauses.condition").search(complement):
        return "hangs on a condition"
    if frame.kind in ("plan", "intent") and re.match(
        r"(?:でし|だっ|であっ)", sentence[frame.end - 1 : frame.end + 3] + behind[:4]
    ):
        return "lies in the past"
    if frame.kind == "plan":
        past = re.search(r"予定(?:でし|だっ|であっ)", sentence[frame.start : frame.end + 4])
        if past:
            return "lies in the past"
    if re.match(r"[^、。]{0,6}?(?:に(?:とどめ|留め|とどま|留ま))", behind):
        return "no more was said"
    if frame.kind in ("commit", "view", "task", "plan", "wish", "intent", "said"):
        state = rules.pattern("clauses.state").search(act_words)
        if re.search(r"(?:た|だ|ました)$", act_words) and frame.kind != "wish":
            return "lies in the past"
        if frame.kind in ("commit", "view", "intent", "said") and state:
            return f"「{state[0]}」 says how things stand, and is no act"
    if rules.pattern("clauses.negation").search(act_words[-6:] + "。"):
        return "it is denied"
    if frame.kind == "view" and not rules.pattern("clauses.nonpast").search(
        re.sub(r"(?:と|べき)$", "", act_words)
    ):
        return "a view, and no act"
    if joint and rules.pattern("clauses.continuative").search(act_words + "、"):
        act_words = ""
    elif (
        frame.kind == "commit"
        and sentence[frame.start : frame.start + 1] in "こ旨も"
        and not rules.pattern("clauses.nonpast").search(act_words)
    ):
        return "no act is named"
    if re.search(r"(?:合意|決定)済", sentence[frame.end :]):
        return "was agreed before: it lies in the past"
    if re.match(r"(?:して|されて|って)(?:い|お)(?:た|り)", behind) or rules.pattern(
        "clauses.past_time"
    ).match(complement):
        return "was agreed before: it lies in the past"
    if frame.kind == "intent" and re.match(r"(?:と|旨)(?:の|を)?(?:説明|紹介|言及|触れ)", behind):
        return "was told of, not promised"
    same = rules.pattern("openings.same_day").search(act_words)
    if same and frame.kind == "plan" and not times.ahead(act.start, act.end):
        return f"「{same[0]}」: how the day of the meeting goes"
    governed = _governed(sentence, frame, rules)
    if governed:
        return f"「{governed}」: was told of or asked for, not promised"
    if re.match(r"[^、。]{0,6}?(?:なかった|ませんでした|ない|しなかっ)", behind) or re.search(
        r"(?:なかった|ませんでした)。?$", sentence[frame.start :][:40]
    ):
        return "it is denied"
    if frame.kind in ("plan", "said") and re.match(r"[^、。]{0,6}?とのこと", behind):
        return "was told of, not promised"
    who = act.subject
    if _is_outside(who, complement, context):
        return f"「{who}」 did not meet: what others do"
    abroad = re.search(r"(?:で|において)(?:開催|開か|行わ)", act_words)
    if frame.kind == "plan" and abroad:
        place = re.split(r"[、に]", act_words[: abroad.start()])[-1]
        if context.parties.outsiders_in(place):
            return f"「{place}」: an occasion of others"
    course = rules.pattern("subjects.course").search(act_words)
    if course and frame.kind in ("plan", "intent", "wish", "said"):
        return f"「{course[0]}」 tells how the meeting or a journey goes"
    if frame.kind in ("wish", "intent", "said") and context.opening:
        return "said at the opening, as a courtesy"
    if frame.kind in ("wish", "intent", "said") and context.regional:
        return "a position on affairs of others"
    if frame.kind in ("planned_talk", "said") and not times.ahead(act.start, act.end):
        return "no time ahead is set"
    begin = act.start
    if times.behind(begin, act.end) and re.search(
        r"(?:合意|決定|一致)(?:された|した|済み)", complement
    ):
        return "was agreed before: it lies in the past"
    if re.match(
        r"(?:された|した|していた|に至った|済みの)(?=[一-龠ァ-ンA-Za-zＡ-Ｚ「『])", behind
    ):
        return "stands in a clause that only describes"
    if frame.kind == "commit" and not re.search(
        r"(?:一致|合意|確認|決定|約束|なっ|なり|し[たま]|する)",
        sentence[frame.start : frame.end + 4],
    ):
        return ""
    return ""


def _governed(sentence: str, frame: _Frame, rules: Rules) -> str:
    """The verb of telling or asking on which it hangs, or nothing: 「予定であると説明した」."""
    if frame.kind in ("wish", "intent", "accept", "noun", "view", "said"):
        return ""
    behind = sentence[frame.end :]
    found = (
        re.match(
            r"[^、。]{0,6}?(?:と|旨|こと(?:を|に|も|が)|との)(?P<rest>、?[^、。]{0,70})",
            sentence[frame.end - 3 : frame.end][-3:] + behind,
        )
        if frame.kind == "plan"
        else re.match(
            r"(?:[^、。]{0,10}?)(?:た|る|い)?(?:と|旨(?:を)?|こと(?:を|に|も|が)|との|よう)(?P<rest>、?[^、。]{0,70})",
            behind,
        )
    )
    if not found:
        return ""
    rest = found["rest"]
    if frame.kind == "commit":
        rest = re.sub(r"(?:伝え|述べ|表明|応じ|発言)", "〇", rest)
    ok = re.search(r"(?:一致|合意|確認|決定|約束|明らかに|発表|共有)", rest)
    told = rules.pattern("frames.inform").search(rest)
    if told and (not ok or told.start() < ok.start()):
        return told[0]
    return ""


def _is_outside(who: str, complement: str, context: Context) -> bool:
    outsiders = context.rules.pattern("subjects.outsiders")
    parties = context.parties
    if not who or who.endswith("側"):
        return False
    if parties.codes_in(who) & parties.met:
        return False
    return outsiders.search(who) is not None or bool(parties.outsiders_in(who))


def _listed(sentence: str, start: int, context: Context, times: Times) -> Iterator[Act]:
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


def _plain(sentence: str, start: int, context: Context, times: Times) -> Iterator[Act]:
    """An act in the present, as treaties, minutes and programmes put what is to be done."""
    rules = context.rules
    finite = rules.pattern("frames.must").search(sentence) or rules.pattern(
        "frames.finite"
    ).search(sentence)
    if finite is None or finite.end() < len(sentence.rstrip("）)」 　")) - 1:
        return
    act = Act(
        start=_begin(sentence, start),
        end=len(sentence.rstrip("。 　")),
        verb=finite.start(),
        ground=Ground.FUTURE,
        confidence=0.7,
    )
    act.subject = _topic(sentence, start, finite.start(), rules)
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
    elif _is_outside(act.subject, act_words, context):
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
