"""An act that a sentence may promise, and what speaks for it or against it."""

from enum import StrEnum
from typing import Self

from msgspec import Struct, field


class Ground(StrEnum):
    """By what sort of words an act was found."""

    AGREED = "agreed"
    TASKED = "tasked"
    FUTURE = "future"
    SAID = "said"
    INTENDED = "intended"
    WISHED = "wished"
    APPOINTED = "appointed"
    INVITED = "invited"
    LISTED = "listed"
    NOTED = "noted"
    VALUED = "valued"
    DUTY = "duty"


class Act(Struct, kw_only=True):
    """Words of a sentence that may promise an act: from `start` to `end`, the act from `verb`.

    `modal` where a future tells it, so that the subject is that of the act. `act_words` are those of the act alone, where the passage says more than one. `asides` are stretches
    that only describe, whose times are not those of the act. `against` is why it is no promise; empty where it is one. `reasons` are the words that counted.
    """

    start: int
    end: int
    verb: int
    ground: Ground
    subject: str = ""
    confidence: float = 0.0
    single: bool = False
    passive: bool = False
    bare: bool = False
    modal: bool = False
    reasons: list[str] = field(default_factory=list)
    against: str = ""
    act_words: str = ""
    asides: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of_line(cls, line: str, verb: int, ground: Ground, confidence: float) -> Self:
        """The act of a whole line, which has no verb of promising before it."""
        end = len(line.rstrip(" .;"))
        return cls(start=0, end=end, verb=verb, ground=ground, confidence=confidence)
