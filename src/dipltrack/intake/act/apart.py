"""The acts of a sentence parted from one another: no two of the same words."""

import re
from collections.abc import Sequence

from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.clause.times import Times
from dipltrack.intake.rules import Rules


def acts_apart(acts: Sequence[Act], text: str, rules: Rules, times: Times) -> list[Act]:
    """The acts with no two of the same words: each ends where the next begins.

    A reason before a colon and what was ordered behind it are one; so is what is set up, and when
    it begins: "a group will be formed and will meet for the first time in May". And so is what is
    done, and when it is due: "the audit will be commissioned and is to be ready by May".
    """
    kept: list[Act] = []
    for act in sorted(acts, key=lambda one: (one.verb, one.start)):
        if kept:
            last = kept[-1]
            colon = text.find(":", last.verb, act.verb)
            if (
                colon > 0
                and last.ground is Ground.FUTURE
                and act.ground in (Ground.TASKED, Ground.AGREED)
            ):
                act.start = last.start
                kept[-1] = act
                continue
            if (
                rules.pattern("verbs.first_work").match(text, act.verb)
                and rules.pattern("verbs.founds").match(text, last.verb)
                and ";" not in text[last.verb : act.verb]
            ):
                last.end = max(last.end, act.end)
                continue
            between = text[last.verb : act.verb]
            due = rules.shape("apart.is_due").match(text, act.start)
            if due and not times.ahead(last.verb, act.start) and ";" not in between:
                last.end = max(last.end, act.end)
                continue
            if last.ground is Ground.TASKED and rules.shape("apart.given_on").search(between):
                last.end = max(last.end, act.end)  # "was entrusted to officials, who will …"
                continue
            clause = between.rpartition(";")[2] if ";" in between else ""
            if (
                rules.shape("apart.goes_on").match(clause)
                and not rules.shape("apart.adds").match(
                    f"{clause}{text[act.verb - 12 : act.verb]}"
                )
                and not re.search(r"\d", between)
            ):
                last.end = max(last.end, act.end)
                continue
            if act.ground is Ground.INVITED or last.ground is Ground.INVITED:
                if act.confidence > last.confidence:
                    act.start, act.end = min(last.start, act.start), max(last.end, act.end)
                    kept[-1] = act
                continue
            if last.verb == act.verb:
                if act.confidence > last.confidence:
                    kept[-1] = act
                continue
            if act.start < last.verb:
                act.start = _start_behind(text, last, act)
            if last.end > act.start:
                last.end = max(last.verb, _trimmed(text, act.start))
        kept.append(act)
    return kept


def _start_behind(text: str, last: Act, act: Act) -> int:
    piece = text[last.verb : act.verb]
    joined = list(
        re.finditer(
            r"(?:,\s*)?\b(?:and|but|et|mais|y|e|pero)\b\s+(?:that\s+|to\s+)?|;\s*|,\s*", piece
        )
    )
    return last.verb + joined[-1].end() if joined else act.verb


def _trimmed(text: str, end: int) -> int:
    words = r"(?:under|for|to|in|of|on|by|with|through|at) which|which|while|whereas"
    piece = re.sub(
        rf"(?:[\s,;]|\b(?:{words}|and|but|that|to|et|y|e|que|de|a|both)\b|\bd[’\x27])+$",
        "",
        text[:end],
    )
    return len(piece)
