"""The words of a sentence that tell what it says: verbs of promising, futures, what parts clauses."""

import re
from collections.abc import Sequence
from enum import StrEnum, auto
from functools import cache, lru_cache
from typing import NamedTuple

from dipltrack.intake.rules import Rules


class Kind(StrEnum):
    """What a mark does in its sentence."""

    COMMIT = "frames.commit"
    CONFIRM = "frames.confirm"
    TASK = "frames.task"
    SAY = "frames.say"
    INFORM = "frames.inform"
    FACT = "frames.fact"
    APPEAL = "frames.appeal"
    WILL = "future.will"
    TO_BE = "future.to_be"
    WOULD = "future.would"
    PLANNED = "future.planned"
    EXPECTED = "future.expected"
    SHOULD = "future.should"
    WISH = "future.wish"
    APPOINTED = "future.appointed"
    MIND = "future.purpose_of_mind"
    RELATIVE = "clauses.relative"
    CONDITION = "clauses.condition"
    TIME = "clauses.time_clause"
    QUESTION = "clauses.question"
    NEGATION = "clauses.negation"
    NO_CONDITION = "clauses.no_condition"
    NO_NEGATION = "clauses.no_negation"
    THAT = "clauses.that"
    COMMA = auto()
    BREAK = auto()
    COLON = auto()


FRAMES = frozenset(
    {Kind.COMMIT, Kind.CONFIRM, Kind.TASK, Kind.SAY, Kind.INFORM, Kind.FACT, Kind.APPEAL}
)
FUTURES = frozenset(
    {
        Kind.WILL,
        Kind.TO_BE,
        Kind.WOULD,
        Kind.PLANNED,
        Kind.EXPECTED,
        Kind.SHOULD,
        Kind.WISH,
        Kind.APPOINTED,
        Kind.MIND,
    }
)
_KEPT = 64  # sentences whose marks are kept: each is asked for twice and more
_PUNCTUATION = re.compile(r"(?P<comma>,|、)|(?P<colon>:(?!\d))|(?P<break>;| [—–-] |\s[—–]|[—–]\s)")
_BY_MARK = {"comma": Kind.COMMA, "colon": Kind.COLON, "break": Kind.BREAK}


class Mark(NamedTuple):
    """Words with a meaning for the sentence, and their place in it."""

    start: int
    end: int
    kind: Kind
    words: str


_FIRST = (
    *(Kind.NO_CONDITION, Kind.NO_NEGATION, Kind.MIND, Kind.APPOINTED, Kind.PLANNED, Kind.EXPECTED),
    *(
        Kind.WISH,
        Kind.APPEAL,
        Kind.INFORM,
        Kind.FACT,
        Kind.COMMIT,
        Kind.CONFIRM,
        Kind.TASK,
        Kind.SAY,
    ),
    *(Kind.WOULD, Kind.TO_BE, Kind.WILL, Kind.SHOULD, Kind.TIME, Kind.CONDITION, Kind.RELATIVE),
    *(Kind.QUESTION, Kind.NEGATION, Kind.THAT),
)
"""Of two kinds that begin at one place, the first one counts."""


_TOLD = "TOLD"
"""Any other verb with a clause behind it tells: "adelantó que", « a laissé entendre que »."""


def _kind(group: str) -> Kind:
    return Kind.INFORM if group == _TOLD else Kind[group]


@cache
def _scanner(rules: Rules) -> re.Pattern[str]:
    """One pattern for all kinds."""
    groups = []
    for kind in _FIRST:
        words = sorted(rules.words(kind.value), key=len, reverse=True)
        if words:
            groups.append(f"(?P<{kind.name}>{'|'.join(words)})")
    told = rules.words("frames.told")
    if told:
        groups.append(f"(?P<{_TOLD}>{'|'.join(told)})")
    return re.compile(rf"(?<![\w-])(?:{'|'.join(groups)})(?![\w-])", re.IGNORECASE)


def _is_noun(mark: Mark, sentence: str, rules: Rules) -> bool:
    """True for "note" and the like behind an article and an adjective: "a short note will be exchanged"."""
    if not rules.pattern("frames.nouns").fullmatch(mark.words):
        return False
    return rules.shape("frames.noun_before").search(sentence, 0, mark.start) is not None


@lru_cache(maxsize=_KEPT)
def marks_of(sentence: str, rules: Rules) -> Sequence[Mark]:
    """The marks of a sentence, in order; what only looks like a condition or a denial is left out."""
    marks = [
        Mark(*found.span(), _kind(found.lastgroup), found[0])
        for found in _scanner(rules).finditer(sentence)
        if found.lastgroup
    ]
    marks = [
        mark
        for mark in marks
        if mark.kind not in (Kind.NO_CONDITION, Kind.NO_NEGATION)
        and not (mark.kind in FRAMES and _is_noun(mark, sentence, rules))
    ]
    if marks and marks[0].kind is Kind.SHOULD and marks[0].start == 0:
        marks[0] = marks[0]._replace(kind=Kind.CONDITION)  # "Should funds be found, …"
    if marks and marks[0].start == 0 and marks[0].words in ("Where", "In case", "Should"):
        marks[0] = marks[0]._replace(kind=Kind.CONDITION)  # "Where a dispute arises, …"
    for found in _PUNCTUATION.finditer(sentence):
        kind = _BY_MARK[found.lastgroup or ""]
        marks.append(Mark(*found.span(), kind, found[0]))
    return tuple(sorted(marks))
