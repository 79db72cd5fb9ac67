"""Whether what stands before a verb only tells, notes or asks for it."""

import re

from dipltrack.intake.rules import Rules


def is_told_of(before: str, rules: Rules) -> bool:
    """True where what stands before the verb only tells, notes or asks: "recalled that … is due"."""
    if re.search(r",\s+(?:an?|the)\s+\w+\s+(?:that|which)\s+$", before):
        return False
    told = ("frames.inform", "frames.fact", "frames.appeal")
    return any(
        re.match(r"\s+(?:that|que)\b", before[found.end() :])
        for name in told
        for found in rules.pattern(name).finditer(before)
    )
