"""Words that make a promise of what stands before them, in Japanese, and who the act is told of."""

from msgspec import Struct

from dipltrack.intake.rules import Rules


class Frame(Struct, frozen=True):
    """Words that make a promise of what stands before them, and where they stand."""

    kind: str
    start: int
    end: int


def begin_of(sentence: str, start: int) -> int:
    """Where the words begin, behind commas and spaces."""
    while start < len(sentence) and sentence[start] in "、。　 ・":
        start += 1
    return start


def topic_of(sentence: str, start: int, end: int, rules: Rules) -> str:
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
