"""Why what stands before a verb of promising is no promise, in Japanese."""

import re

from dipltrack.intake.act.acts import Act
from dipltrack.intake.act.verb_last_frames import Frame
from dipltrack.intake.clause.context import Context
from dipltrack.intake.clause.times import Times
from dipltrack.intake.rules import Rules


def against_framed(
    sentence: str,
    complement: str,
    frame: Frame,
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
    if is_outside(who, context):
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


def _governed(sentence: str, frame: Frame, rules: Rules) -> str:
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


def is_outside(who: str, context: Context) -> bool:
    """True for others than those that met."""
    outsiders = context.rules.pattern("subjects.outsiders")
    parties = context.parties
    if not who or who.endswith("側"):
        return False
    if parties.codes_in(who) & parties.met:
        return False
    return outsiders.search(who) is not None or bool(parties.outsiders_in(who))
