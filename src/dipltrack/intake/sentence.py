"""One sentence under judgement: its words, marks and predicates, and what belongs to every act."""

import re
from collections.abc import Sequence

from dipltrack.intake.acts import Act, Ground
from dipltrack.intake.clauses import Clause, Frame, Predicate, Sort, predicates_of
from dipltrack.intake.context import Context
from dipltrack.intake.marks import FUTURES, Kind, Mark, marks_of
from dipltrack.intake.subjects import Subject, Who, subject_of
from dipltrack.intake.times import Times

ADVERB = re.compile(
    r"\s*(?:,[^,]{1,40},\s*)?(?:(?:(?!reply|apply|supply|rely|comply|multiply|fly|imply|july|rally)\w+ly|also|then|both|each|again|therefore|thus|further|henceforth|hereafter|thereafter|henceforward|likewise|moreover|otherwise|first|once again|instead|in future|in particular|always|often|in addition|where appropriate|as appropriate|if necessary|for (?:its|their) part|to this end|at the same time|at once|forthwith|soon|now|no longer|in turn|in principle|once more|if possible|et|aussi|également|ensuite|también|asimismo|luego)\s+)*",
    re.IGNORECASE,
)
NOT_PROMISED = {
    Kind.INFORM: "was told of, not promised",
    Kind.FACT: "was noted or welcomed, not promised",
    Kind.APPEAL: "was asked for or hoped, and not taken up",
}
"""Why what hangs on such a verb is no promise."""

_SORT_VETO = {
    Sort.RELATIVE: "stands in a clause that only describes",
    Sort.CONDITION: "stands in a condition",
    Sort.TIME: "stands in a clause of time or reason",
    Sort.QUESTION: "stands in an indirect question",
}


FINITE = (
    "is|are|was|were|will|shall|has|have|had|agreed|issued|est|sont|sera|a été|ont été|es|son|será|"
    "fue|fueron|ha sido|han sido"
)
"""Verbs by which the subject of a main clause is known, for a pronoun that follows."""

_PROMISING = (Kind.WILL, Kind.TO_BE, Kind.APPOINTED, Kind.COMMIT, Kind.TASK)
"""What a clause that goes on with "under which" hangs on, where it is a promise too."""

_TOLD = (Kind.SAY, Kind.INFORM, Kind.FACT)
"""Verbs of telling that may stand within what they tell."""

_ASIDE = 5  # words about such a verb
_WHO_TOLD = re.compile(r"\s+(?:(?:le|la|les|el|los|las|son|sa|su)\s|l['’])", re.IGNORECASE)
_DESCRIBES = re.compile(r",\s+(?:which|who|whose|where|when|\w+ing that)\b[^,;]*,")
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

    def act(
        self,
        predicate: Predicate,
        frame: Frame | None,
        verb: int,
        ground: Ground,
        confidence: float,
    ) -> Act:
        """An act that the predicate names, from where its passage begins to where it ends."""
        act = Act(
            start=self.start_of(predicate, frame),
            end=self.end(verb, predicate),
            verb=verb,
            ground=ground,
            subject=frame.subject if frame is not None else predicate.subject,
            confidence=confidence,
        )
        own = predicate.frame
        if own is not None:
            act.reasons.append(f'"{own.mark.words}"')
            act.single = self.is_single(own)
            act.against = self._against_frame(predicate, own, verb)
        return act

    def subject(self, predicate: Predicate) -> Subject:
        """The subject of the predicate; where it has none of its own, that of the verb before it."""
        rules, parties = self.context.rules, self.context.parties
        subject = subject_of(predicate.subject, rules, parties)
        if subject.who is Who.NONE:
            doer = self._doer_before(predicate.clause)
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

    def subject_before(self, at: int) -> Subject | None:
        """The subject of the main clause that ends with a semicolon before the place, if any.

        A pronoun means that one: "The contractor is not chosen; it will be …".
        """
        clause = self.text[:at].rpartition(";")[0].rpartition(";")[2]
        found = re.match(rf"(.{{2,160}}?)\s(?:{FINITE})\b", clause.strip())
        if not found:
            return None
        subject = subject_of(found[1], self.rules, self.context.parties)
        return None if subject.who in (Who.BEFORE, Who.NONE) else subject

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

    def _against_frame(self, predicate: Predicate, frame: Frame, verb: int) -> str:
        """Why a verb of promising promises nothing here."""
        rules, parties = self.rules, self.context.parties
        subject = subject_of(frame.subject, rules, parties)
        for clause in predicate.clause.chain():
            why = _SORT_VETO.get(clause.sort)
            if why is not None and not (
                clause.sort is Sort.RELATIVE
                and self._own_promise(clause, predicate, subject, verb)
            ):
                return why
            if (
                clause.frame is not None
                and clause.frame is not frame
                and clause.frame.mark.kind in NOT_PROMISED
            ):
                return f'"{clause.frame.mark.words}": {NOT_PROMISED[clause.frame.mark.kind]}'
        if subject.who is Who.OUTSIDER:
            return f'"{subject.words}" did not meet: what others agreed'
        if subject.who is Who.NOBODY:
            return "denied: its subject is nobody"
        negation = self.negated(predicate, verb)
        if negation:
            return f'"{negation}" denies it'
        before = self.text[max(0, frame.mark.start - 40) : frame.mark.start]
        if rules.pattern("frames.perfect").search(before):
            return "was agreed before: it lies in the past"
        if rules.pattern("verbs.housekeeping").match(self.text, verb):
            return "tells how the meeting goes"
        lasting = rules.pattern("verbs.lasting").match(self.text[verb:])
        if (
            lasting
            and frame.mark.kind is Kind.COMMIT
            and not rules.pattern("verbs.promised").match(self.text[verb:])
        ):
            return f'"{lasting[0]}" says how things stand, and is no act'
        first, last = self._beside(frame), min(verb, frame.mark.end + 60)
        if rules.pattern("clauses.past_time").search(self.text, first, last):
            return "was agreed before: it lies in the past"
        if self.times.behind(first, last):
            return "was agreed before: it lies in the past"
        if self.context.background and frame.mark.kind is not Kind.COMMIT:
            return "stands among what is law or background"
        return ""

    def _beside(self, frame: Frame) -> int:
        """From where a time is that of the verb: behind what only describes, "…, which opened in 2021,"."""
        first = max(0, frame.mark.start - 60)
        if re.search(r"\band (?:\w+ )?$", self.text[: frame.mark.start]):
            return frame.mark.start  # "welcomed the signing in 2020 and undertook"
        told = list(_DESCRIBES.finditer(self.text, 0, frame.mark.start))
        return max(first, told[-1].end()) if told else first

    def against_clause(
        self, predicate: Predicate, clause: Clause, subject: Subject, verb: int
    ) -> str:
        """Why the clause that a predicate stands in promises nothing; empty where it may."""
        for one in clause.chain():
            why = _SORT_VETO.get(one.sort)
            if why is None:
                continue
            if one.sort is Sort.RELATIVE and self._own_promise(one, predicate, subject, verb):
                continue
            return why
        return ""

    def _own_promise(
        self, clause: Clause, predicate: Predicate, subject: Subject, verb: int
    ) -> bool:
        """True in a relative clause with a party for its subject and a time ahead."""
        named = bool(self.context.parties.codes_in(subject.words) & self.context.parties.met)
        joint = self.rules.pattern("subjects.pronouns").fullmatch(subject.words) is not None
        before = self.text[: clause.start - len(clause.opener)].rstrip()
        if clause.opener in ("that", "que") and not before.endswith(","):
            return False  # it only tells which: "the sanctions that the EU will adopt"
        if predicate.clause is clause and not predicate.subject:
            return (
                self._is_journey_of_own(clause, verb, predicate)
                or self._is_task_of_own(clause, verb, predicate)
                or self._is_part_of_own(clause, verb, predicate)
            )
        if predicate.clause is clause and self._goes_with_promise(clause, predicate, subject):
            return True
        if predicate.clause is not clause or not (named or joint):
            return False
        if any(
            one.mark.kind is Kind.INFORM and one.mark.start < clause.start
            for one in self.predicates
        ):
            return False  # "outlined the measures by which Japan will …"
        return self.times.ahead(verb, self.end(verb, predicate))

    def _goes_with_promise(self, clause: Clause, predicate: Predicate, subject: Subject) -> bool:
        """True where those that met say what else they do about what is promised beside it.

        "A fund is to be launched, under which each side will pay one half": what hangs on a thing
        that is there already, or that others do, only describes it.
        """
        owner = self.rules.pattern("clauses.no_subject").fullmatch(clause.opener)
        if not (owner or clause.opener.endswith(("which", "whose"))) or (
            predicate.mark.kind not in (Kind.WILL, Kind.TO_BE)
        ):
            return False
        named = bool(self.context.parties.codes_in(subject.words) & self.context.parties.met)
        if owner and subject.who is Who.OCCASION:
            held = self.rules.pattern("verbs.happening").match(self.text, predicate.mark.start)
            if not held or not self.times.ahead(
                predicate.mark.end, self.end(predicate.mark.end, predicate)
            ):
                return False
        elif not (named or subject.who is Who.ACTOR):
            return False
        if self.rules.pattern("verbs.passive").match(self.text, predicate.mark.end + 1):
            return False
        outer = clause.parent
        beside = [
            one for one in self.predicates if one.clause is outer and one.mark.start < clause.start
        ]
        if not beside:
            made = self.rules.pattern("frames.programmes").search(self.text[: clause.start])
            return made is not None or (
                self.rules.pattern("frames.signed").search(self.text[: clause.start]) is not None
            )
        if beside[-1].mark.kind not in _PROMISING:
            return False
        return not any(
            one.clause is outer and one.mark.start < clause.start and one.mark.kind in NOT_PROMISED
            for one in self.predicates
        ) and not self.negated(beside[-1], beside[-1].mark.end + 1)

    def _is_task_of_own(self, clause: Clause, verb: int, predicate: Predicate) -> bool:
        """True for what a body is to do that has just been given something: "referred to the group, which is to report in May".

        Only with a time ahead, and where what it hangs on was not merely noted or told.
        """
        before = self.text[: clause.start - len(clause.opener)].rstrip()
        if clause.opener not in ("which", "who") or not before.endswith(","):
            return False
        if predicate.mark.kind not in (Kind.WILL, Kind.TO_BE):
            return False
        if self.rules.pattern("verbs.passive").match(self.text, verb):
            return False
        outer = [one for one in self.predicates if one.mark.start < clause.start]
        if any(one.mark.kind in NOT_PROMISED for one in outer):
            return False
        whom = re.split(r"[,;.]|\b(?:to|with|by|from|and|of)\b", before.rstrip(" ,"))[-1].strip()
        passed = self.rules.pattern("tasked.passed").search(before) is not None
        organ = self.rules.pattern("tasked.organs").search(whom) is not None
        return passed and organ and self.times.ahead(verb, self.end(verb, predicate))

    def _is_part_of_own(self, clause: Clause, verb: int, predicate: Predicate) -> bool:
        """True for what a party adds for its part: "was accepted by Norway, which will host the server"."""
        rules, parties = self.rules, self.context.parties
        if predicate.mark.kind not in (Kind.WILL, Kind.TO_BE) or any(
            one.mark.kind in NOT_PROMISED
            for one in self.predicates
            if one.mark.start < clause.start
        ):
            return False
        told = [
            name
            for name in ("passive", "lasting", "bearing", "course")
            if rules.pattern(f"verbs.{name}").match(self.text, verb)
        ]
        whom = self._doer_before(clause)
        own = subject_of(whom, rules, parties)
        strict = _DOER.search(self.text[: clause.start - len(clause.opener)].rstrip()) is not None
        party = own.who is Who.ACTOR and bool(parties.codes_in(whom) & parties.met)
        if strict:
            return party and not told and clause.opener == "which"
        ends = not any(one.mark.start > predicate.mark.end for one in self.predicates)
        ahead = self.times.ahead(verb, self.end(verb, predicate))
        own_people = own.who is Who.ACTOR and rules.pattern("tasked.organs").search(own.head)
        alone = not any(
            one.mark.kind in FUTURES for one in self.predicates if one.mark.start < clause.start
        )
        occasion = own.who is Who.OCCASION and told == ["passive"] and alone
        return bool(ends and ahead and ((own_people and not told) or occasion))

    def _doer_before(self, clause: Clause) -> str:
        """Who is meant by a "which" behind "by …,"; empty where it is no such clause."""
        before = self.text[: clause.start - len(clause.opener)].rstrip()
        doer = _DOER.search(before)
        if doer and clause.opener == "which":
            return doer[1] or doer[2]
        if clause.opener not in ("who", "which") or not before.endswith(","):
            return ""
        return re.split(r"[,;.]|\b(?:to|with|by|from|and|of|in|for|on)\b", before.rstrip(" ,"))[-1]

    def _is_journey_of_own(self, clause: Clause, verb: int, predicate: Predicate) -> bool:
        """True for a visit told only beside the name: "… to the Minister of Norway, who will come in May"."""
        if clause.opener not in ("who", "qui", "quien", "quienes"):
            return False
        if not self.rules.pattern("verbs.comes").match(self.text[verb:]):
            return False
        before = self.text[: clause.start - len(clause.opener)].rstrip(" ,")
        whom = re.split(r"[,;.]|\b(?:to|with|by|from|and|à|avec|par|con|por)\b", before)[-1]
        subject = subject_of(whom, self.rules, self.context.parties)
        met = self.context.parties.codes_in(whom) & self.context.parties.met
        office = self.rules.pattern("actors.named").search(whom) is not None
        own = subject.who is Who.PERSON or (subject.who is Who.ACTOR and (bool(met) or office))
        return own and self.times.ahead(verb, self.end(verb, predicate))

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
