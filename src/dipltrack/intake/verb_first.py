"""Acts that are promised in a sentence whose verb stands before its complement: English, French, Spanish."""

import re
from collections.abc import Iterator, Sequence

from dipltrack.intake.acts import Act, Ground
from dipltrack.intake.clauses import Clause, Frame, Predicate, Sort, predicates_of
from dipltrack.intake.context import Context
from dipltrack.intake.marks import FUTURES, Kind, Mark, marks_of
from dipltrack.intake.subjects import Subject, Who, subject_of
from dipltrack.intake.times import Times

_ADVERB = re.compile(
    r"\s*(?:,[^,]{1,40},\s*)?(?:(?:\w+ly|also|then|both|each|again|therefore|thus|further|soon|now|in turn|in principle|once more|if possible|et|aussi|également|ensuite|también|asimismo|luego)\s+)*",
    re.IGNORECASE,
)
_BY = re.compile(r"\s(?:by|par|por)\s+([^,.;:]+)", re.IGNORECASE)
_VETO = {
    Kind.INFORM: "was told of, not promised",
    Kind.FACT: "was noted or welcomed, not promised",
    Kind.APPEAL: "was asked for or hoped, and not taken up",
}
_SORT_VETO = {
    Sort.RELATIVE: "stands in a clause that only describes",
    Sort.CONDITION: "stands in a condition",
    Sort.TIME: "stands in a clause of time or reason",
    Sort.QUESTION: "stands in an indirect question",
}


def acts_in(sentence: str, context: Context, times: Times) -> list[Act]:
    """Every act that the words of the sentence may promise, with what speaks against it if anything."""
    rules = context.rules
    marks = marks_of(sentence, rules)
    reader = _Judge(sentence, marks, context, times)
    acts = reader.acts()
    return sorted(acts, key=lambda act: (act.verb, act.start))


class _Judge:
    """One sentence under judgement."""

    def __init__(
        self, sentence: str, marks: Sequence[Mark], context: Context, times: Times
    ) -> None:
        self.text = sentence
        self.marks = marks
        self.context = context
        self.times = times
        self.rules = context.rules
        self.predicates = predicates_of(sentence, marks)
        self.low = sentence.lower()

    def acts(self) -> list[Act]:
        found: list[Act] = []
        for at, predicate in enumerate(self.predicates):
            if predicate.frame is None:
                found += self._future(at, predicate)
            else:
                found += self._framed(at, predicate, predicate.frame)
        found += self._invited()
        return [self._conditioned(act) for act in found]

    # What a verb of promising promises: to do, that it will be done, on doing.

    def _framed(self, at: int, predicate: Predicate, frame: Frame) -> Iterator[Act]:
        kind = predicate.mark.kind
        if kind is Kind.COMMIT:
            yield from self._committed(predicate, frame)
        elif kind is Kind.CONFIRM:
            yield from self._confirmed(predicate, frame)
        elif kind in (Kind.TASK, Kind.APPEAL):
            yield from self._tasked(predicate, frame)
        elif kind is Kind.FACT:
            yield from self._planned(predicate)

    def _rest(self, mark: Mark) -> str:
        return self.text[mark.end :]

    def _committed(self, predicate: Predicate, frame: Frame) -> Iterator[Act]:
        mark = predicate.mark
        rest = self._rest(mark)
        to = (
            re.match(
                r"(?:\s*,[^,]{2,80},|\s*:\s*(?:\([a-z\d]\))?)?(?:\s+(?:\w+ly|also|further|both|in principle|together|with\s+[^,]{2,40}?|in \w+ \d{4}|during [^,]{2,60}?))?\s+(?:to|de|d['’]|à|a)\s+",
                rest,
                re.IGNORECASE,
            )
            if mark.words.split()[-1].lower() != "to"
            else re.match(r"\s+", rest)
        )
        if self.rules.language == "en":
            pass
        if self.rules.language == "es":
            to = re.match(
                r"\s+(?:a\s+|en\s+)?(?=\w+[aei]r(?:se|lo|la|los|las)?\b)", rest, re.IGNORECASE
            )
        elif self.rules.language == "fr":
            to = re.match(
                r"\s+(?:de\s+|d['’]|à\s+)(?:(?:se|s['’]|ne pas)\s*)?(?=\w+(?:er|ir|re)\b)",
                rest,
                re.IGNORECASE,
            )
        if to and not self._is_no_verb(rest[to.end() :]):
            yield self._act(predicate, frame, mark.end + to.end(), Ground.AGREED, 0.92)
            yield from self._second_infinitive(predicate, frame, mark.end + to.end())
            return
        on = re.match(
            r"(?:\s*,[^,]{2,60},)?(?:\s+\w+ly)?\s+(?:on|upon|in|with|to|sur|sobre|en|à|la|le|les|el|los|las|l['’])\s*(.*)",
            rest,
            re.IGNORECASE | re.DOTALL,
        )
        if on:
            phrase = on[1]
            noun = self._act_noun(phrase)
            if noun:
                act = self._act(predicate, frame, mark.end + on.start(1), Ground.AGREED, 0.8)
                act.reasons.append(f'act in "{noun}"')
                yield act
                return
            if mark.words.lower().startswith(("agree", "concur", "convenu", "conv")) and (
                self.rules.pattern("verbs.importance").match(phrase)
            ):
                yield self._act(predicate, frame, mark.end + on.start(1), Ground.VALUED, 0.35)
                return
        if self._takes_list(rest):
            yield from self._list_item(predicate, frame)
            return
        yield from self._subjunctive(predicate, frame, rest)

    def _is_no_verb(self, text: str) -> bool:
        adverb = _ADVERB.match(text)
        bare = text[adverb.end() :] if adverb else text
        found = self.rules.pattern("verbs.not_acts").match(bare)
        return found is not None or not bare[:1].islower()

    def _second_infinitive(self, predicate: Predicate, frame: Frame, start: int) -> Iterator[Act]:
        """Further acts of the same verb: "to hold … and to sign …", "to hold …, and sign …"."""
        end = self._end(start, predicate)
        if ":" in self.text[predicate.mark.end : start]:
            end = len(self.text)
        piece = self.text[start:end]
        for found in re.finditer(
            r"(?:,\s*|\s+)(?:and|as well as)\s+(?:(?:further|also|then|jointly|subsequently)\s+)?to\s+(?=[a-z])|;\s*(?:and\s+)?to\s+(?=[a-z])|,\s+to\s+(?=[a-z])",
            piece,
        ):
            journey = self.rules.pattern("verbs.journeys").match(piece)
            if journey and self.rules.pattern("verbs.of_two").match(
                found[0].strip(" ,;") + " " + piece[found.end() :].split(" ")[0]
            ):
                continue
            if found[0].startswith(", to") and not re.search(
                r"\band\s+to\s", piece[found.end() :]
            ):
                continue
            if self._is_no_verb(piece[found.end() :]):
                continue
            act = self._act(predicate, frame, start + found.end(), Ground.AGREED, 0.9)
            act.start = start + found.end()
            act.bare = True
            yield act
        yield from self._bare_second(predicate, frame, start, piece)

    def _bare_second(
        self, predicate: Predicate, frame: Frame, start: int, piece: str
    ) -> Iterator[Act]:
        """A second verb with no "to": two acts where each has an object and a time of its own."""
        dated = self.times.ahead
        for found in re.finditer(r"(?:,\s*|\s+)and\s+(?:then\s+|also\s+)?(?=([a-z]+))", piece):
            if not self.rules.pattern("actions.bases").match(found[1]) or found[1] == "to":
                continue
            one, other = piece[: found.start()], piece[found.end() :]
            if len(one.split()) < 3 or len(other.split()) < 3:
                continue
            middle, end = start + found.start(), start + len(piece)
            if dated(start, middle) and (
                dated(middle, end)
                or (len(other.split()) > 5 and not re.match(r"(?:meet|see|discuss)", other))
            ):
                act = self._act(predicate, frame, start + found.end(), Ground.AGREED, 0.85)
                act.start, act.bare = start + found.end(), True
                yield act

    def _act_noun(self, phrase: str) -> str:
        """The noun of doing at the head of a complement: "the strengthening of …"; or nothing."""
        head = re.split(
            r"\s(?:of|to|for|between|with|among|by|that|which|when|and|as|through|entre|pour|que)\s|[,.;:]",
            phrase,
            maxsplit=1,
        )[0]
        if self.rules.pattern("verbs.no_act_nouns").search(head):
            return ""
        found = self.rules.pattern("verbs.act_nouns").search(head)
        if not found or len(head.split()) > 9:
            return ""
        return found[0]

    def _takes_list(self, rest: str) -> bool:
        return bool(self.context.listed and re.match(r"[^.]*:", rest))

    def _list_item(self, predicate: Predicate, frame: Frame) -> Iterator[Act]:
        """The item of a list that hangs on a verb of promising, if it is an act."""
        if len(self.context.lead) >= len(self.text):
            return
        start = len(self.context.lead) + 1
        item = self.text[start:]
        if any(mark.kind in FUTURES and mark.start >= start for mark in self.marks):
            return
        first = item.split()[0].lower() if item.split() else ""
        is_act = self.rules.pattern("actions.bases").match(item[:1].lower() + item[1:])
        if not (is_act or self._act_noun(item) or first.endswith("ing")):
            return
        act = self._act(predicate, frame, start, Ground.LISTED, 0.85)
        yield act

    def _subjunctive(self, predicate: Predicate, frame: Frame, rest: str) -> Iterator[Act]:
        """An act with no future, as in "agreed that a group be set up"."""
        that = re.match(r"\s+that\b", rest)
        if not that or self.rules.language != "en":
            return
        found = re.match(
            r"\s+that\s+([^,.;]{3,120}?)\s+(be\s+(?:\w+ed|held|set up|made|sent|drawn up)|meet|convene)\b",
            rest,
        )
        if not found or re.search(
            r"\b(?:will|shall|should|to|would|must|can|could|may|might|not)$", found[1]
        ):
            return
        if any(
            mark.kind in FUTURES
            for mark in self.marks
            if predicate.mark.end <= mark.start < predicate.mark.end + found.end()
        ):
            return
        if found[2] in ("meet", "convene") and not re.search(
            r"\b(?:they|officials|experts|ministers|sides|group|committee)$", found[1]
        ):
            return
        yield self._act(predicate, frame, predicate.mark.end + found.start(2), Ground.AGREED, 0.85)

    def _confirmed(self, predicate: Predicate, frame: Frame) -> Iterator[Act]:
        mark = predicate.mark
        rest = self._rest(mark)
        words = mark.words.lower()
        if re.search(
            r"intention|determination|resolve|commitment|desire|intention|détermination|engagement|volonté|intención|compromiso|voluntad",
            words,
        ):
            to = re.match(r"\s+(?:to|de|d['’])\s+", rest)
            if to:
                yield self._act(predicate, frame, mark.end + to.end(), Ground.INTENDED, 0.75)
            return
        on = re.match(r"\s+(?:on|upon)\s+(.*)", rest, re.DOTALL)
        if on and "agreed" in words and self._act_noun(on[1]):
            yield self._act(predicate, frame, mark.end + on.start(1), Ground.AGREED, 0.8)
            return
        holding = re.match(
            r"\s+(?:the|their|his|her|its)\s+(?:\w+\s+){0,2}?(\w+)\s+(?:of|for|to|in)\b", rest
        )
        if holding and self.rules.pattern("verbs.held_nouns").fullmatch(holding[1]):
            end = self._end(mark.end, predicate)
            if self.times.ahead(mark.end, end):
                yield self._act(predicate, frame, mark.end + holding.start(1), Ground.AGREED, 0.7)
                return
        if self._takes_list(rest):
            yield from self._list_item(predicate, frame)

    def _tasked(self, predicate: Predicate, frame: Frame) -> Iterator[Act]:
        """A task that was given to somebody of one's own."""
        mark = predicate.mark
        rest = self._rest(mark)
        before = self.text[max(0, mark.start - 24) : mark.start].lower()
        passive = (
            re.search(
                r"\b(?:was|were|is|are|been|be|été|est|sont|fue|fueron|ha sido)\s+(?:\w+\s+)?$",
                before,
            )
            is not None
        )
        organs = self.rules.pattern("tasked.organs")
        to = re.search(r"\s(?:to|with|de|d['’]|à|que|a)\s", rest)
        if mark.kind is Kind.APPEAL:
            whom = rest[: to.start()] if to else ""
            own = re.match(
                r"\s+(?:their|the|its|his|her|our|both|all|senior|leurs?|les?|la|l['’]|sus?|los|las|al?|aux?)\b",
                whom + " ",
            )
            if passive and to and organs.search(frame.subject):
                yield self._act(predicate, frame, mark.end + to.end(), Ground.TASKED, 0.75)
                return
            if not (to and own and organs.search(whom)) or self.context.parties.outsiders_in(whom):
                return
            if len(whom.split()) > 10 or re.search(r"[.;:]", whom):
                return
            yield self._act(predicate, frame, mark.end, Ground.TASKED, 0.7)
            return
        if passive or self.rules.pattern("tasked.taken").match(mark.words):
            yield self._act(predicate, frame, mark.end, Ground.TASKED, 0.85)
            return
        if to or re.match(r"\s+(?:their|the|its|senior|a)\b", rest):
            yield self._act(predicate, frame, mark.end, Ground.TASKED, 0.88)

    def _planned(self, predicate: Predicate) -> Iterator[Act]:
        """Views exchanged on a plan with a day of its own: nearly nothing is promised, but it is dated."""
        return iter(())

    # What a future promises.

    def _future(self, at: int, predicate: Predicate) -> Iterator[Act]:
        mark, clause = predicate.mark, predicate.clause
        subject = self._subject(predicate)
        frame = self._governing(clause)
        verb = self._verb(mark)
        act = self._act(predicate, frame, verb, Ground.FUTURE, 0.8)
        act.start = self._start_of(predicate, frame)
        act.subject, act.modal = subject.words, True
        act.passive = self.rules.pattern("verbs.passive").match(self.text, verb) is not None
        act.single = subject.who is Who.PERSON or (frame is not None and self._is_single(frame))
        act.against = act.against or self._against_future(predicate, subject, frame, verb, act)
        yield act
        if not act.against:
            yield from self._further_verbs(predicate, frame, verb, act)

    def _further_verbs(
        self, predicate: Predicate, frame: Frame | None, verb: int, first: Act
    ) -> Iterator[Act]:
        """Other acts of the same future: "will hold … in May and sign … in June"."""
        dated = self.times.ahead
        piece = self.text[verb : first.end]
        if first.passive and not re.search(r"\band\s+(?:\w+ly\s+)?(?:\w+ed|sent|held)\b", piece):
            return
        for found in re.finditer(r"(?:,\s*|\s+)and\s+(?:then\s+|also\s+)?(?=([a-z]+))", piece):
            if first.passive or not self.rules.pattern("actions.bases").match(found[1]):
                continue
            one, other = piece[: found.start()], piece[found.end() :]
            if len(one.split()) < 3 or len(other.split()) < 3:
                continue
            middle = verb + found.start()
            if dated(verb, middle) and dated(middle, first.end):
                second = self._act(predicate, frame, verb + found.end(), Ground.FUTURE, 0.75)
                second.start, second.subject, second.bare = verb + found.end(), first.subject, True
                yield second

    def _verb(self, mark: Mark) -> int:
        if self.rules.language != "en":
            return mark.start
        skipped = _ADVERB.match(self.text, mark.end)
        at = skipped.end() if skipped else mark.end
        going = re.match(r"\s*be\s+(?=[a-z]+ing\b)", self.text[at:])
        return at + going.end() if going else at

    def _subject(self, predicate: Predicate) -> Subject:
        rules, parties = self.context.rules, self.context.parties
        subject = subject_of(predicate.subject, rules, parties)
        if subject.who is Who.NONE:
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

    def _governing(self, clause: Clause) -> Frame | None:
        for one in clause.chain():
            if one.frame is not None:
                return one.frame
        own = clause.own
        if (
            own is not None
            and not own.opened
            and own.mark.kind
            in (Kind.SAY, Kind.CONFIRM, Kind.INFORM, Kind.FACT, Kind.COMMIT, Kind.APPEAL)
        ):
            return own if self._without_that(own, clause) else None
        return None

    def _without_that(self, frame: Frame, clause: Clause) -> bool:
        """True where "that" was left out: "confirmed they will", and not "welcomed X and will"."""
        rest = self.text[frame.mark.end : clause.last]
        return not re.search(r"\b(?:and|but|et|mais|y|pero)\b|[,;]", rest)

    def _is_single(self, frame: Frame) -> bool:
        return subject_of(frame.subject, self.rules, self.context.parties).who is Who.PERSON

    def _against_future(
        self, predicate: Predicate, subject: Subject, frame: Frame | None, verb: int, act: Act
    ) -> str:
        """Why a future is no promise; empty where it is one."""
        mark, clause = predicate.mark, predicate.clause
        rules = self.rules
        against = self._against_clause(predicate, clause, subject, verb)
        if against:
            return against
        negation = self._negated(predicate, verb)
        if negation:
            return f'"{negation}" denies it'
        if subject.who is Who.NOBODY:
            return "denied: its subject is nobody"
        text = self.text[verb:]
        lasting = rules.pattern("verbs.lasting").match(text)
        happening = rules.pattern("verbs.happening").match(text)
        if lasting and mark.kind is not Kind.APPOINTED:
            return f'"{lasting[0]}" says how things stand or what is law, and is no act'
        if text.startswith("be ") and not act.passive and not happening:
            return "says how something will be, and is no act"
        if frame is not None and frame.mark.kind in (Kind.SAY, Kind.CONFIRM, Kind.COMMIT):
            teller = subject_of(frame.subject, rules, self.context.parties)
            if teller.who is Who.OUTSIDER or (
                teller.who is Who.THING and frame.mark.kind is Kind.SAY
            ):
                return f'"{teller.words}" did not meet: what others say'
        if mark.kind is Kind.WISH:
            return self._against_wish(predicate, subject, frame, act)
        if mark.kind is Kind.MIND:
            return self._against_mind(predicate, subject, act)
        governed = frame.mark.kind if frame is not None else None
        if mark.kind is Kind.WOULD and governed not in (Kind.COMMIT, Kind.CONFIRM, Kind.SAY):
            return '"would" is no promise but in what was agreed'
        if mark.kind is Kind.SHOULD and (
            governed not in (Kind.COMMIT, Kind.CONFIRM)
            or subject.who not in (Who.ACTOR, Who.OCCASION)
        ):
            return '"should" says what ought to be'
        if (
            mark.kind is Kind.TO_BE
            and mark.words.lower().startswith("w")
            and governed not in (Kind.COMMIT, Kind.CONFIRM)
        ):
            return "lies in the past"
        who = self._resolved(subject)
        if frame is not None and subject.who is Who.BEFORE and predicate.clause.frame is frame:
            teller = subject_of(frame.subject, rules, self.context.parties)
            who = (
                teller.who
                if teller.who in (Who.ACTOR, Who.PERSON, Who.NAME, Who.OUTSIDER)
                else who
            )
        if who is Who.OUTSIDER:
            return f'"{subject.words}" did not meet: what others do'
        by = _BY.search(self.text[verb : act.end]) if act.passive else None
        if by and subject_of(by[1], rules, self.context.parties).who is Who.OUTSIDER:
            return f'done by "{by[1].strip()}", who did not meet'
        course = rules.pattern("verbs.course").match(text)
        later = self.times.ahead(act.start, act.end)
        if governed in _VETO:
            return self._against_told(
                frame, who, act, happening=happening is not None, later=later
            )
        timed = later or self.times.event(act.start, act.end)
        if (
            mark.kind is Kind.EXPECTED
            and who not in (Who.ACTOR, Who.OCCASION, Who.PERSON)
            and not (later and (act.passive or happening))
        ):
            return "is expected, and by whom it is done is not told"
        if governed is None or governed is Kind.SAY:
            if course and not later:
                return f'"{course[0]}" tells how the meeting goes'
            bearing = rules.pattern("verbs.bearing").match(text)
            if bearing and who in (Who.PERSON, Who.ACTOR, Who.NAME, Who.NONE):
                return f'"{bearing[0]}" tells how the meeting or a journey goes'
        if mark.kind is Kind.APPOINTED:
            occasion = re.match(r"\s*(?:the|its|la|le|el)\b", text) and rules.pattern(
                "subjects.events"
            ).search(text[:60])
            if not later and not self.times.event(act.start, act.end) and not occasion:
                return "no time ahead is set"
            self._credit(act, predicate, frame, who)
            return ""
        if who in (Who.ACTOR, Who.PERSON):
            if who is Who.PERSON and subject.words.lower() in ("he", "she") and governed is None:
                act.confidence -= 0.1
        elif who is Who.OCCASION:
            if not (act.passive or happening):
                return f'"{subject.head}" does not act: nobody undertakes it'
        elif who is Who.INSTRUMENT:
            agreed = governed in (Kind.COMMIT, Kind.CONFIRM)
            if not (act.passive and (later or agreed)) and not (happening and governed):
                return f'"{subject.head}" does not act: a clause of law'
        elif mark.kind is Kind.TO_BE and later and not act.passive and not happening:
            act.confidence -= 0.1
        elif not (act.passive or (happening and (timed or governed))):
            if not (who is Who.NAME and rules.pattern("actions.bases").match(text)):
                return f'"{subject.head or subject.words}" does not act: nobody undertakes it'
            act.confidence -= 0.15
        self._credit(act, predicate, frame, who)
        return ""

    def _against_told(
        self, frame: Frame | None, who: Who, act: Act, *, happening: bool, later: bool
    ) -> str:
        """What was noted or welcomed counts only where it is an own occasion with a day ahead."""
        if frame is None:
            return ""
        kind = frame.mark.kind
        open_ = self.rules.pattern("frames.fact_of_own").match(frame.mark.words)
        if (
            kind is Kind.FACT
            and open_
            and later
            and (act.passive or happening)
            and who in (Who.OCCASION, Who.THING, Who.ACTOR)
        ) and not self._is_single(frame):
            act.ground, act.confidence = Ground.NOTED, 0.5
            act.reasons.append(f'"{frame.mark.words}", with a time ahead')
            return ""
        return f'"{frame.mark.words}": {_VETO[kind]}'

    def _against_wish(
        self, predicate: Predicate, subject: Subject, frame: Frame | None, act: Act
    ) -> str:
        if self.context.opening:
            return "said at the opening, as a courtesy"
        if self.context.regional:
            return "a position on affairs of others"
        if subject.who in (Who.OUTSIDER, Who.OCCASION, Who.INSTRUMENT, Who.THING):
            return f'"{subject.words}" did not meet: what others wish'
        if frame is not None and frame.mark.kind in _VETO:
            return f'"{frame.mark.words}": {_VETO[frame.mark.kind]}'
        if not self.rules.pattern("actions.bases").match(self.text[act.verb :]) and not re.match(
            r"(?:these|the|this)\s", self.text[act.verb :]
        ):
            return "a wish for no act"
        act.ground, act.confidence = Ground.WISHED, 0.45
        act.reasons.append(f'"{predicate.mark.words}": a wish of one side')
        return ""

    def _against_mind(self, predicate: Predicate, subject: Subject, act: Act) -> str:
        words = predicate.mark.words.lower()
        wish = re.search(
            r"willingness|desire|readiness|wish|interest|volonté|souhait|disponibilité|disposición|deseo|voluntad|interés",
            words,
        )
        if self.context.regional and (wish or subject.who is Who.PERSON):
            return "a position on affairs of others"
        if self.context.opening and wish:
            return "said at the opening, as a courtesy"
        if subject.who is Who.OUTSIDER:
            return f'"{subject.words}" did not meet: what others intend'
        if "interest" in words:
            return "an interest is no intention"
        act.ground, act.confidence = Ground.INTENDED, 0.5 if wish else 0.65
        act.reasons.append(f'"{predicate.mark.words}"')
        return ""

    def _against_clause(
        self, predicate: Predicate, clause: Clause, subject: Subject, verb: int
    ) -> str:
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
        if predicate.clause is not clause or not (named or joint):
            return False
        return self.times.ahead(verb, self._end(verb, predicate))

    def _negated(self, predicate: Predicate, verb: int) -> str:
        """The word that denies the verb: beside it, or before it in its own clause."""
        mark = predicate.mark
        for one in self.marks:
            if one.kind is Kind.NEGATION and mark.start - 4 <= one.start <= verb + 12:
                if one.start >= verb and re.search(r"[,;]|\bbut\b", self.text[verb : one.start]):
                    continue
                return one.words
        before = self.text[max(predicate.clause.start, mark.start - 40) : mark.start]
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
        del before
        return ""

    def _resolved(self, subject: Subject) -> Who:
        if subject.who is Who.BEFORE:
            if self.context.before is not None and self.context.before.who is not Who.BEFORE:
                return self.context.before.who
            return Who.OCCASION
        if subject.who is Who.NONE and self.context.before is not None:
            return self.context.before.who
        if (
            subject.who is Who.ACTOR
            and subject.words.lower() in ("these", "those")
            and self.context.before is not None
        ):
            return self.context.before.who
        return subject.who

    def _credit(self, act: Act, predicate: Predicate, frame: Frame | None, who: Who) -> None:
        kind = frame.mark.kind if frame is not None else None
        value = (
            {Kind.COMMIT: 0.95, Kind.CONFIRM: 0.9, Kind.TASK: 0.85, Kind.SAY: 0.65}.get(kind, 0.8)
            if kind
            else 0.8
        )
        ground = (
            {Kind.COMMIT: Ground.AGREED, Kind.CONFIRM: Ground.AGREED, Kind.SAY: Ground.SAID}.get(
                kind, Ground.FUTURE
            )
            if kind
            else Ground.FUTURE
        )
        if who in (Who.THING, Who.NAME, Who.INSTRUMENT):
            value -= 0.15
        if predicate.mark.kind is Kind.EXPECTED or predicate.mark.kind is Kind.SHOULD:
            value -= 0.2
        act.confidence = min(value, act.confidence + 0.15)
        act.ground = ground
        if frame is not None and f'"{frame.mark.words}"' not in act.reasons:
            act.reasons.insert(0, f'"{frame.mark.words}"')
        act.reasons.append(
            f'"{predicate.mark.words} {self.text[act.verb : act.verb + 24].split(",")[0].strip()}"'
        )

    # What belongs to every act.

    def _act(
        self,
        predicate: Predicate,
        frame: Frame | None,
        verb: int,
        ground: Ground,
        confidence: float,
    ) -> Act:
        act = Act(
            start=self._start_of(predicate, frame),
            end=self._end(verb, predicate),
            verb=verb,
            ground=ground,
            subject=frame.subject if frame is not None else predicate.subject,
            confidence=confidence,
        )
        own = predicate.frame
        if own is not None:
            act.reasons.append(f'"{own.mark.words}"')
            act.single = self._is_single(own)
            act.against = self._against_frame(predicate, own, verb)
        return act

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
                and clause.frame.mark.kind in _VETO
            ):
                return f'"{clause.frame.mark.words}": {_VETO[clause.frame.mark.kind]}'
        if subject.who is Who.OUTSIDER:
            return f'"{subject.words}" did not meet: what others agreed'
        if subject.who is Who.NOBODY:
            return "denied: its subject is nobody"
        negation = self._negated(predicate, verb)
        if negation:
            return f'"{negation}" denies it'
        before = self.text[max(0, frame.mark.start - 40) : frame.mark.start]
        if rules.pattern("frames.perfect").search(before):
            return "was agreed before: it lies in the past"
        lasting = rules.pattern("verbs.lasting").match(self.text[verb:])
        if (
            lasting
            and frame.mark.kind is Kind.COMMIT
            and not lasting[0].lower().startswith(("contribut", "help", "review"))
        ):
            return f'"{lasting[0]}" says how things stand, and is no act'
        near = self.text[max(0, frame.mark.start - 60) : min(verb, frame.mark.end + 60)]
        if rules.pattern("clauses.past_time").search(near):
            return "was agreed before: it lies in the past"
        if self.times.behind(max(0, frame.mark.start - 60), min(verb, frame.mark.end + 60)):
            return "was agreed before: it lies in the past"
        if self.context.background and frame.mark.kind is not Kind.COMMIT:
            return "stands among what is law or background"
        return ""

    def _conditioned(self, act: Act) -> Act:
        """An act that hangs on a condition is none."""
        if act.against:
            return act
        for mark in self.marks:
            if mark.kind is not Kind.CONDITION:
                continue
            first, last = min(mark.start, act.start), max(mark.start, act.end)
            between = self.text[first:last]
            if act.start <= mark.start <= act.end or (
                mark.start < act.start and not re.search(r"[;:]", between)
            ):
                if mark.start < act.start and re.search(
                    r"\b(?:and|but) (?:that|agreed|will)\b", between
                ):
                    continue
                act.against = f'hangs on a condition: "{mark.words}"'
        return act

    def _start_of(self, predicate: Predicate, frame: Frame | None) -> int:
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

    def _end(self, verb: int, predicate: Predicate) -> int:
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
            if (
                predicate.frame is not None
                and one.clause.frame is predicate.frame
                and one.mark.kind in FUTURES
                and not one.clause.opener
            ):
                continue
            piece = self.text[verb : one.mark.start]
            joined = list(re.finditer(r",?\s+(?:and|but|et|mais|y|e|pero)\s+|,\s+", piece))
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

    def _invited(self) -> Iterator[Act]:
        """An invitation that was accepted is a visit agreed."""
        taken = self.rules.pattern("answers.accepted").search(self.text)
        if taken and not any(mark.kind is Kind.NEGATION for mark in self.marks):
            act = Act(
                start=0,
                end=len(self.text),
                verb=taken.start(),
                ground=Ground.INVITED,
                confidence=0.75,
            )
            act.reasons.append(f'"{taken[0]}"')
            yield act
            return
        invites = self.rules.pattern("answers.invites").search(self.text)
        accepts = self.rules.pattern("answers.accepts").search(self.text)
        if not (invites and accepts and accepts.start() > invites.end()):
            return
        if self.rules.pattern("answers.declines").search(self.text):
            return
        if any(mark.kind is Kind.NEGATION for mark in self.marks):
            return
        act = Act(
            start=0,
            end=len(self.text),
            verb=invites.start(),
            ground=Ground.INVITED,
            confidence=0.8,
        )
        act.reasons.append(f'"{invites[0]} … {accepts[0]}"')
        if self.times.behind(0, len(self.text)) and not self.times.ahead(0, len(self.text)):
            act.against = "was agreed before: it lies in the past"
        yield act
