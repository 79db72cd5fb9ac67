"""A future under judgement: its verb, its subject, what governs it, and when it is to be."""

import re
from functools import cached_property

from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.act.undertaken import is_number_set
from dipltrack.intake.clause.clauses import Frame, Predicate
from dipltrack.intake.clause.marks import Kind
from dipltrack.intake.clause.sentence import Sentence
from dipltrack.intake.clause.subjects import Subject, Who, subject_of

_SHOWN = 28  # letters of an act that are shown as a reason
_CONFIDENCE = {Kind.COMMIT: 0.95, Kind.CONFIRM: 0.9, Kind.TASK: 0.85, Kind.SAY: 0.65}
_GROUND = {Kind.COMMIT: Ground.AGREED, Kind.CONFIRM: Ground.AGREED, Kind.SAY: Ground.SAID}
_USUAL = 0.8


class FutureCase:
    """A future in its sentence, with what is asked of it more than once."""

    def __init__(
        self,
        sentence: Sentence,
        predicate: Predicate,
        subject: Subject,
        frame: Frame | None,
        act: Act,
    ) -> None:
        """Keep the future with the act that it may promise."""
        self.sentence = sentence
        self.predicate = predicate
        self.subject = subject
        self.frame = frame
        self.act = act
        self.rules = sentence.rules
        self.mark = predicate.mark
        self.verb = act.verb
        self.text = sentence.text[act.verb :]
        self.undertaking = sentence.context.undertaking
        self.governed = frame.mark.kind if frame is not None else None

    def is_told(self, name: str) -> bool:
        """True where the words from the verb on begin with one of that group."""
        return self.rules.pattern(name).match(self.text) is not None

    @cached_property
    def later(self) -> bool:
        """A time ahead stands in the act."""
        return self.sentence.times.ahead(self.act.start, self.act.end)

    @cached_property
    def bound(self) -> bool:
        """A time ahead or an event to come stands in the act."""
        return self.later or self.sentence.times.event(self.act.start, self.act.end)

    @cached_property
    def happening(self) -> bool:
        """The verb tells what happens by itself: "begins", "takes place"."""
        return self.is_told("verbs.happening")

    @cached_property
    def done(self) -> bool:
        """The verb tells that something is finished: "be ready"."""
        return self.is_told("verbs.done")

    @cached_property
    def counted(self) -> bool:
        """A number that was agreed on, or that those that met set."""
        return is_number_set(self.sentence, self.predicate, self.frame, self.act)

    @cached_property
    def there(self) -> bool:
        """What will be there from a day on: "there will be a second teacher from August"."""
        words = self.subject.words.lower()
        turned = re.match(r"(?:as )?(?:from|of)\b.* there$", words) is not None
        return (words == "there" or turned) and self.later

    @cached_property
    def place(self) -> bool:
        """A venue or a day that is named: "the venue will be Oslo"."""
        open_point = self.rules.pattern("subjects.open_points").fullmatch(self.subject.head)
        named = self.rules.shape("verbs.is_named").match(self.text)
        return bool(open_point and named)

    @cached_property
    def teller(self) -> Who:
        """Who says it, where somebody does."""
        if self.frame is None:
            return Who.NONE
        return subject_of(self.frame.subject, self.rules, self.sentence.context.parties).who

    @cached_property
    def who(self) -> Who:
        """What sort of subject it is, a pronoun being whom it means."""
        who = self._resolved()
        if self.frame is not None and self.subject.who is Who.BEFORE:
            told_by = (Who.ACTOR, Who.PERSON, Who.NAME, Who.OUTSIDER)
            return self.teller if self.teller in told_by else who
        return who

    def _resolved(self) -> Who:
        subject, before = self.subject, self.sentence.context.before
        at = self.mark.start
        if subject.who is Who.NONE and not self.sentence.text[:at].strip():
            return Who.ACTOR  # "11. Will take up the subject again": the body that resolves
        if subject.who is Who.BEFORE:
            nearer = self.sentence.subject_before(at)
            if nearer is not None:
                return nearer.who
            return (
                before.who if before is not None and before.who is not Who.BEFORE else Who.OCCASION
            )
        if before is None:
            return subject.who
        these = subject.who is Who.ACTOR and subject.words.lower() in ("these", "those")
        return before.who if these or subject.who is Who.NONE else subject.who

    def promised(self) -> str:
        """Nothing speaks against it: how sure it is, on what ground, and which words counted."""
        act, kind = self.act, self.governed
        value = _CONFIDENCE.get(kind, _USUAL) if kind else _USUAL
        if self.who in (Who.THING, Who.NAME, Who.INSTRUMENT):
            value -= 0.15
        if self.mark.kind in (Kind.EXPECTED, Kind.SHOULD):
            value -= 0.2
        act.confidence = min(value, act.confidence + 0.15)
        act.ground = _GROUND.get(kind, Ground.FUTURE) if kind else Ground.FUTURE
        if self.frame is not None and f'"{self.frame.mark.words}"' not in act.reasons:
            act.reasons.insert(0, f'"{self.frame.mark.words}"')
        shown = self.sentence.text[act.verb : act.verb + _SHOWN].split(",")[0]
        words = shown.rpartition(" ")[0] or shown
        act.reasons.append(f'"{self.mark.words} {words}"' if self.rules.modal else f'"{words}"')
        return ""
