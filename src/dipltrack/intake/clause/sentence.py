"""One sentence under judgement: its words, marks and predicates, and what belongs to every act."""

import re
from collections.abc import Sequence

from dipltrack.intake.clause.clause_reader import predicates_of
from dipltrack.intake.clause.clauses import Clause, Frame, Predicate, Sort
from dipltrack.intake.clause.context import Context
from dipltrack.intake.clause.marks import FUTURES, Kind, Mark, marks_of
from dipltrack.intake.clause.subjects import Subject, Who, subject_of
from dipltrack.intake.clause.times import Times

ADVERB = re.compile(
    r"\s*(?:,[^,]{1,40},\s*)?(?:(?:(?!reply|apply|supply|rely|comply|multiply|fly|imply|july|rally)\w+ly|also|not only|not just|then|both|each|again|therefore|thus|further|henceforth|hereafter|thereafter|henceforward|likewise|moreover|otherwise|first|once again|instead|in future|in particular|always|often|in addition|where appropriate|as appropriate|if necessary|for (?:its|their) part|to this end|at the same time|at once|forthwith|soon|now|no longer|from now on|in future|in turn|in principle|once more|if possible|et|aussi|également|ensuite|también|asimismo|luego)\s+)*",
    re.IGNORECASE,
)
NOT_PROMISED = {
    Kind.INFORM: "was told of, not promised",
    Kind.FACT: "was noted or welcomed, not promised",
    Kind.APPEAL: "was asked for or hoped, and not taken up",
}
"""Why what hangs on such a verb is no promise."""


FINITE = (
    "is|are|was|were|will|shall|has|have|had|agreed|issued|est|sont|sera|a été|ont été|es|son|será|"
    "fue|fueron|ha sido|han sido"
)
"""Verbs by which the subject of a main clause is known, for a pronoun that follows."""


_TOLD = (Kind.SAY, Kind.INFORM, Kind.FACT)
"""Verbs of telling that may stand within what they tell."""

_BEHIND = 2  # letters between a modal and what denies it
_ASIDE = 5  # words about such a verb
_WHO_TOLD = re.compile(r"\s+(?:(?:le|la|les|el|los|las|son|sa|su)\s|l['’])", re.IGNORECASE)
_DOER = re.compile(r"\bby\s+([^,;.]+),$|\bentrust\w*\b[^,;.]+\b(?:to|with)\s+([^,;.]+),$")
_MOST = 120  # marks of a sentence: one of more is no sentence that anybody wrote


class Sentence:
    """A sentence with its marks and predicates, and what it stands in."""

    def __init__(self, text: str, context: Context, times: Times) -> None:
        self.text = text
        self.context = context
        self.times = times
        self.rules = context.rules
        self.marks: Sequence[Mark] = marks_of(text, context.rules)[:_MOST]
        self.predicates = predicates_of(text, self.marks)

    def behind(self, mark: Mark) -> str:
        """The words behind a mark."""
        return self.text[mark.end :]

    def subject(self, predicate: Predicate) -> Subject:
        """The subject of the predicate; where it has none of its own, that of the verb before it."""
        rules, parties = self.context.rules, self.context.parties
        subject = subject_of(predicate.subject, rules, parties)
        if subject.who is Who.NONE:
            doer = self.doer_before(predicate.clause)
            if doer:
                return subject_of(doer, rules, parties)
            same = [
                one
                for one in self.predicates
                if one.mark.start < predicate.mark.start
                and one.subject
                and one.clause is predicate.clause
            ]
            if same:
                return subject_of(same[-1].subject, rules, parties)
            for clause in predicate.clause.chain():
                if clause.own is not None and clause.own.subject:
                    return subject_of(clause.own.subject, rules, parties)
                if clause.frame is not None and clause.frame.subject:
                    return subject_of(clause.frame.subject, rules, parties)
            found = [
                one
                for one in self.predicates
                if one.mark.start < predicate.mark.start and one.subject
            ]
            if found:
                return subject_of(found[-1].subject, rules, parties)
        return subject

    def is_given(self, clause: Clause) -> bool:
        """True where the clause hangs on whom something is done by, or entrusted to."""
        return _DOER.search(self.text[: clause.start - len(clause.opener)].rstrip()) is not None

    def doer_before(self, clause: Clause) -> str:
        """Who is meant by a "which" behind "by …,"; empty where it is no such clause."""
        before = self.text[: clause.start - len(clause.opener)].rstrip()
        doer = _DOER.search(before)
        if doer and clause.opener == "which":
            return doer[1] or doer[2]
        if clause.opener not in ("who", "which") or not before.endswith(","):
            return ""
        return re.split(r"[,;.]|\b(?:to|with|by|from|and|of|in|for|on)\b", before.rstrip(" ,"))[-1]

    def subject_before(self, at: int) -> Subject | None:
        """The subject of the main clause that ends with a semicolon before the place, if any.

        A pronoun means that one: "The contractor is not chosen; it will be …".
        """
        clause = self.text[:at].rpartition(";")[0].rpartition(";")[2]
        found = re.match(rf"(.{{2,160}}?)\s(?:{FINITE})\b", clause.strip())
        if not found:
            return None
        turned = self.inverted(found[1], clause, found.end())
        if turned is not None:
            return turned[0]
        subject = subject_of(found[1], self.rules, self.context.parties)
        return None if subject.who in (Who.BEFORE, Who.NONE) else subject

    def inverted(self, before: str, text: str, at: int) -> tuple[Subject, int] | None:
        """The subject that stands behind its modal, and its verb: "Only in May will the sides resume …".

        Before the modal, which ends at the place, stands only what turned the sentence about.
        """
        if not self.rules.shape("future.inverted").fullmatch(before.strip()):
            return None
        verbs = (self.rules.pattern("actions.bases"), self.rules.shape("future.turned_verb"))
        found = [one for each in verbs for one in [each.search(text, at + 2)] if one]
        if not found:
            return None
        verb = min(found, key=lambda one: one.start())
        subject = subject_of(text[at : verb.start()], self.rules, self.context.parties)
        return subject, verb.start()

    def governing(self, clause: Clause, mark: Mark) -> Frame | None:
        """The verb whose complement the clause is, or None; "…, I hope" behind it governs nothing."""
        for one in clause.chain():
            if one.frame is not None:
                return one.frame
        own = clause.own
        beside = self._told_beside(mark)
        if beside is not None:
            return beside
        if (
            own is not None
            and not own.opened
            and own.mark.start < mark.start
            and own.mark.kind
            in (Kind.SAY, Kind.CONFIRM, Kind.INFORM, Kind.FACT, Kind.COMMIT, Kind.APPEAL)
        ):
            return own if self._without_that(own, clause) else None
        return None

    def _told_beside(self, mark: Mark) -> Frame | None:
        """The verb of telling put into a sentence: "The text, he explained, will be …".

        A participle tells nothing of what stands about it: "The study, presented in May, will be …".
        """
        for one in self.predicates:
            if one.frame is None or one.mark.kind not in _TOLD or one.clause.sort is Sort.RELATIVE:
                continue
            comma = self.text.rfind(",", 0, one.mark.start)
            inset, end, behind = self.text[one.mark.end :].partition(",")
            words = self.text[comma + 1 : one.mark.start].split()
            if comma < 1 or not end or len(words) > _ASIDE or len(inset.split()) > _ASIDE:
                continue
            told = words or _WHO_TOLD.match(inset)
            if told and not self.text[len(self.text) - len(behind) : mark.start].strip():
                return one.frame
        return None

    def _without_that(self, frame: Frame, clause: Clause) -> bool:
        """True where "that" was left out: "confirmed they will", and not "welcomed X and will"."""
        rest = self.text[frame.mark.end : clause.last]
        return not re.search(r"\b(?:and|but|et|mais|y|pero)\b|[,;]", rest)

    def is_of_before(self, frame: Frame) -> bool:
        """True for what was agreed before: "had promised that", "the former government said that"."""
        before = self.text[max(0, frame.mark.start - 60) : frame.mark.start]
        return self.rules.pattern("frames.perfect").search(before) is not None

    def is_single(self, frame: Frame) -> bool:
        """True where one person speaks, not all that met."""
        return subject_of(frame.subject, self.rules, self.context.parties).who is Who.PERSON

    def negated(self, predicate: Predicate, verb: int) -> str:
        """The word that denies the verb: beside it, or before it in its own clause."""
        mark = predicate.mark
        for one in self.marks:
            if one.kind is Kind.NEGATION and mark.start - 4 <= one.start <= verb + 12:
                if one.start >= verb and re.search(r"[,;]|\bbut\b", self.text[verb : one.start]):
                    continue
                return one.words
        found = [
            one
            for one in self.marks
            if one.kind is Kind.NEGATION
            and mark.start - 40 <= one.start < mark.start
            and one.start >= predicate.clause.start
            and not self._is_of_verb_before(one, mark)
            and not self._is_of_relative(one, predicate)
        ]
        if (
            found
            and re.fullmatch(r"[^,;:]*", self.text[found[-1].start : mark.start])
            and not re.search(
                r"\b(?:but|mais|sino|pero)\b", self.text[found[-1].start : mark.start]
            )
        ):
            return found[-1].words
        return ""

    def _is_of_verb_before(self, negation: Mark, mark: Mark) -> bool:
        """True for the denial of a future before this one: "will not wait and will convene …"."""
        return mark.kind in FUTURES and any(
            one.frame is None
            and one.mark.end < mark.start
            and 0 <= negation.start - one.mark.end <= _BEHIND
            for one in self.predicates
        )

    def _is_of_relative(self, negation: Mark, predicate: Predicate) -> bool:
        """True for the denial within a subject: "Members that have not yet paid shall do so"."""
        return any(
            one.kind in (Kind.RELATIVE, Kind.THAT)
            and predicate.clause.start < one.start < negation.start
            and re.search(r"\w", self.text[predicate.clause.start : one.start])
            for one in self.marks
        )

    def is_no_verb(self, text: str) -> bool:
        """True where the words behind "to" are no act: "the agenda", "disagree"."""
        adverb = ADVERB.match(text)
        bare = text[adverb.end() :] if adverb else text
        found = self.rules.pattern("verbs.not_acts").match(bare)
        return found is not None or not bare[:1].islower()

    def start_of(self, predicate: Predicate, frame: Frame | None) -> int:
        """Where the passage begins: with the verb of promising, or with the clause."""
        clause = predicate.clause
        if frame is not None and clause.frame is frame and clause.opener in ("that", ":"):
            first = min(
                (
                    one.mark.start
                    for one in self.predicates
                    if one.clause.frame is frame and one.frame is None
                ),
                default=-1,
            )
            return (
                self._phrase_start(frame.clause, frame.mark.start)
                if predicate.mark.start == first
                else clause.start
            )
        if predicate.frame is not None:
            return self._phrase_start(clause, predicate.mark.start)
        return self._phrase_start(clause, predicate.mark.start)

    def _phrase_start(self, clause: Clause, at: int) -> int:
        """The beginning of the clause, or what comes behind the last act before that place."""
        earlier = [
            one.mark.end
            for one in self.predicates
            if one.mark.end <= at and one.clause is clause and one.mark.start < at
        ]
        start = clause.start
        if earlier:
            piece = self.text[earlier[-1] : at]
            joined = list(re.finditer(r"(?:,\s*)?\b(?:and|but|et|mais|y|e|pero)\b\s+|;\s*", piece))
            start = earlier[-1] + joined[-1].end() if joined else start
        while start < len(self.text) and self.text[start] in " ,;:\u3000":
            start += 1
        return start

    def end(self, verb: int, predicate: Predicate) -> int:
        """Where the passage ends: before the next predicate of its level, or with the sentence."""
        end = len(self.text)
        for mark in self.marks:
            if mark.kind is Kind.BREAK and mark.start > verb and mark.words.strip() == ";":
                end = min(end, mark.start)
                break
        for one in self.predicates:
            if one.mark.start <= verb or one.mark.start >= end:
                continue
            if one.clause.sort in (Sort.RELATIVE, Sort.TIME, Sort.QUESTION, Sort.CONDITION):
                continue
            if self.rules.pattern("verbs.same").match(self.behind(one.mark).lstrip()):
                continue  # "were asked to report, and will do so in May"
            if (
                predicate.frame is not None
                and one.clause.frame is predicate.frame
                and one.mark.kind in FUTURES
                and not one.clause.opener
            ):
                continue
            piece = self.text[verb : one.mark.start]
            joined = list(re.finditer(r",?\s+(?:and|but|et|mais|y|e|pero)\s+(?!\d)|,\s+", piece))
            if joined:
                first = joined[-1]
                for found in joined:
                    tail = piece[found.end() :]
                    if len(tail.split()) <= 12 and not re.search(r",", tail):
                        first = found
                        break
                end = min(end, verb + first.start())
        while end > 0 and self.text[end - 1] in " ,;":
            end -= 1
        return end
