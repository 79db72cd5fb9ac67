"""A sentence into clauses: what stands in which, and which verb governs it."""

import re
from collections.abc import Sequence

from dipltrack.intake.clause.clause_words import (
    AND,
    AND_LAST,
    AT_ONCE,
    ATTRIBUTE,
    IN_FUTURE,
    NO_WILL,
    OF_CONTRAST,
    OF_MANY,
    OF_ONE,
    PREPOSITION,
    PUT_BESIDE,
    PUT_IN,
    REASON,
    ROMANCE,
    ROMANCE_VERB,
    SETTLED,
    SUBJECT,
    WITH_VERB,
)
from dipltrack.intake.clause.clauses import Clause, Frame, Predicate, Sort
from dipltrack.intake.clause.finite import (
    begins_with_verb,
    has_own_verb,
    has_verb,
    is_past_beside,
)
from dipltrack.intake.clause.marks import FRAMES, FUTURES, Kind, Mark


def predicates_of(text: str, marks: Sequence[Mark]) -> list[Predicate]:
    """The predicates of a sentence, each in its clause, as far as the marks tell them.

    English says no "will" behind when, if, before or until: one that stands there belongs to the
    clause outside. A relative clause ends at the comma behind its verb, or where a second verb
    comes that has no subject of its own.
    """
    reader = _Reader(text, marks)
    for at, mark in enumerate(marks):
        reader.take(at, mark)
    return reader.found


class _Reader:
    """The clause that is open while the marks are read from left to right."""

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self.text = text
        self.marks = marks
        self.clause = Clause(Sort.MAIN, 0)
        self.found: list[Predicate] = []

    def take(self, at: int, mark: Mark) -> None:
        if mark.kind in FRAMES or mark.kind in FUTURES:
            self._leave_reason(mark)
        if mark.kind in FRAMES:
            self._frame(mark)
        elif mark.kind in FUTURES:
            self._future(mark)
        elif mark.kind is Kind.THAT:
            self._that(mark)
        elif mark.kind in (Kind.RELATIVE, Kind.CONDITION, Kind.TIME, Kind.QUESTION):
            self._subordinate(mark)
        elif mark.kind is Kind.COMMA:
            self._comma(at, mark)
        elif mark.kind in (Kind.BREAK, Kind.COLON):
            self._break(mark)

    def _leave_reason(self, mark: Mark) -> None:
        """Come back to the main clause: "Recalling that it was open, and noting that …, the Parties agreed"."""
        frame = self.clause.frame
        before = self.text[: mark.start].rstrip()
        if frame is not None and PUT_IN.fullmatch(frame.mark.words) and before.endswith(","):
            first = frame.clause.start  # "The Chair, noting that …, asked"
            self.clause = Clause(Sort.MAIN, first, last=first)
            return
        if self.clause.sort is Sort.MAIN or not REASON.match(self.text):
            return
        comma = self.text.rfind(",", 0, mark.start) + 1
        if comma > self.clause.start and SUBJECT.fullmatch(self.text, comma, mark.start):
            self.clause = Clause(Sort.MAIN, comma, last=comma)

    def _close(self) -> None:
        clause = self.clause
        if clause.parent is not None:
            self.clause = clause.parent

    def _frame(self, mark: Mark) -> None:
        before = self.text[: mark.start]
        attribute = not mark.words.lower().endswith("ing") and ATTRIBUTE.search(before[-14:])
        if attribute and not re.search(r"\bis\s+$", before):
            return
        if IN_FUTURE.search(before[-30:]) or SETTLED.match(self.text, mark.start):
            return
        if before.rstrip().endswith(",") and PUT_BESIDE.match(self.text, mark.start):
            return  # "The exchange, agreed in principle in 2023, will begin"
        self._leave_gerund(mark)
        clause = self.clause
        if clause.sort is Sort.RELATIVE and clause.finite and not _is_joined(before):
            self._close()
            clause = self.clause
        if clause.sort in (Sort.CONDITION, Sort.TIME, Sort.QUESTION) and clause.finite:
            self._close()
            clause = self.clause
        told = not mark.words.lower().endswith("ing") and clause.opener in OF_CONTRAST
        if told and clause.sort is Sort.TIME and not before[clause.start :].count(","):
            clause.sort = Sort.MAIN  # "…, while the host replied that …"
        ended = clause.finite or is_past_beside(self.text[clause.start : mark.start], mark.words)
        alike = _is_said_alike(clause, before, mark)
        ended = ended or alike
        if clause.sort is Sort.THAT and clause.frame and ended and _is_joined(before):
            outer = clause.frame.clause
            subject = _subject_text(self.text, clause, mark) or clause.frame.subject
            if alike or len(subject) < 3:
                subject = clause.frame.subject
            self.clause = clause = outer
        else:
            subject = _subject_text(self.text, clause, mark)
        frame = Frame(mark, clause, subject)
        clause.own = frame
        clause.finite = True
        clause.last = mark.end
        self.found.append(Predicate(mark, clause, subject, frame))

    def _future(self, mark: Mark) -> None:
        if (
            self.found
            and self.found[-1].frame is None
            and not (mark.kind is Kind.WILL and self.found[-1].mark.kind is Kind.WILL)
            and not self.text[self.found[-1].mark.end : mark.start].strip()
        ):
            return  # "will aim for": one future
        before = self.text[: mark.start]
        noun = mark.kind is Kind.PLANNED and re.fullmatch(r"plans? to", mark.words, re.IGNORECASE)
        if noun and (not before.strip() or ATTRIBUTE.search(before[-14:])):
            return  # "Plans to link the two were dropped"
        self._leave_gerund(mark)
        clause = self.clause
        will = mark.kind in (Kind.WILL, Kind.TO_BE, Kind.PLANNED, Kind.EXPECTED, Kind.APPOINTED)
        if will and clause.sort is Sort.TIME and clause.opener in OF_CONTRAST:
            clause.sort = Sort.MAIN
        if (
            (clause.sort in (Sort.TIME, Sort.CONDITION) and will and clause.opener in NO_WILL)
            or (
                clause.sort is Sort.RELATIVE
                and (
                    clause.finite
                    or has_own_verb(self.text[clause.start : mark.start])
                    or (
                        clause.opener in WITH_VERB
                        and ROMANCE_VERB.match(self.text, clause.start, mark.start)
                    )
                )
                and not _is_joined(self.text[: mark.start])
            )
            or (clause.sort in (Sort.CONDITION, Sort.TIME, Sort.QUESTION) and clause.finite)
            or (
                clause.opener in ("what", "whatever")
                and not self.text[: clause.start - len(clause.opener)].strip()
                and has_verb(self.text[clause.start : mark.start])
            )
        ):
            self._close()
        clause = self.clause
        subject = _subject_text(self.text, clause, mark)
        self.found.append(Predicate(mark, clause, subject, None))
        clause.finite = True
        clause.last = mark.end

    def _leave_gerund(self, mark: Mark) -> None:
        """Behind the comma the main clause goes on: "Recognising that the fleet is old, the Ministers agreed"."""
        clause = self.clause
        frame = clause.frame
        if clause.sort is not Sort.THAT or frame is None or len(frame.subject.split()) > 1:
            return
        if not frame.mark.words.lower().endswith("ing"):
            return
        behind = self.text[clause.start : mark.start].rpartition(",")
        if behind[1] and len(behind[2].split()) > 1:
            self.clause = clause.chain()[-1]
            root = Clause(Sort.MAIN, mark.start - len(behind[2]), last=mark.start - len(behind[2]))
            self.clause = root

    def _that(self, mark: Mark) -> None:
        before = self.text[: mark.start]
        frame = self._open_frame()
        if frame is not None and AND_LAST.search(before) and frame.opened:
            self.clause = Clause(Sort.THAT, mark.end, frame.clause, frame, "that", last=mark.end)
            return
        own = self.clause.own
        promised = own is not None and own.mark.kind in (Kind.COMMIT, Kind.CONFIRM, Kind.TASK)
        if own is not None and promised and re.search(r"[\s,]and\s*$", before):
            own.opened = True  # "agree to meet again and that officials will report"
            self.clause = Clause(Sort.THAT, mark.end, self.clause, own, "that", last=mark.end)
            return
        between = self.text[own.mark.end : mark.start] if own is not None else ""
        if self._tells_of_thing(mark, between):
            self.clause = Clause(Sort.RELATIVE, mark.end, self.clause, None, "que", last=mark.end)
            return
        bound = _adjoins(between) and not re.match(r"\s+to\s", between)
        if own is not None and not own.opened and bound:
            own.opened = True
            self.clause = Clause(Sort.THAT, mark.end, self.clause, own, "that", last=mark.end)
            return
        if before.rstrip().endswith(",") and mark.words.lower() == "que":
            self.clause = Clause(Sort.RELATIVE, mark.end, self.clause, None, "que", last=mark.end)
            return
        if PREPOSITION.search(before) or not before.strip() or before.rstrip().endswith(","):
            return
        opener = "que" if mark.words.lower().startswith("qu") else "that"
        self.clause = Clause(Sort.RELATIVE, mark.end, self.clause, None, opener, last=mark.end)

    def _tells_of_thing(self, mark: Mark, between: str) -> bool:
        """True for "que" behind an object and a comma: "anunció la donación de libros, que llegarán"."""
        put_in = between.lstrip().startswith(",") or between.count(",") > 1
        return mark.words.lower() == "que" and between.rstrip().endswith(",") and not put_in

    def _open_frame(self) -> Frame | None:
        for clause in self.clause.chain():
            if clause.frame is not None:
                return clause.frame
            if clause.own is not None and clause.own.opened:
                return clause.own
        return None

    def _subordinate(self, mark: Mark) -> None:
        sorts = {
            Kind.RELATIVE: Sort.RELATIVE,
            Kind.CONDITION: Sort.CONDITION,
            Kind.TIME: Sort.TIME,
            Kind.QUESTION: Sort.QUESTION,
        }
        sort = sorts[mark.kind]
        before = self.text[: mark.start].rstrip()
        if mark.kind is Kind.TIME and mark.words.lower() == "when" and before.endswith(","):
            sort = Sort.RELATIVE
        outer = self.clause
        if outer.sort is Sort.RELATIVE and sort is Sort.RELATIVE:
            outer = outer.parent or outer  # "which … and whose …"
        self.clause = Clause(sort, mark.end, outer, None, mark.words.lower(), last=mark.end)

    def _comma(self, at: int, mark: Mark) -> None:
        clause = self.clause
        if clause.sort in (Sort.MAIN, Sort.THAT):
            return
        inside = self.text[clause.start : mark.start]
        outer = clause.parent
        if (
            clause.sort is Sort.TIME
            and outer is not None
            and outer.sort is Sort.RELATIVE
            and not (clause.finite or has_verb(inside))
        ):
            self._close()  # "who is in Japan until May, agreed": a preposition, and no clause
            self._comma(at, mark)
            return
        rest = self.text[mark.end :].lstrip()
        joined = re.match(
            r"(?:and|or|et|y|e|ou|o)\s+(?:which|who|whose|where|when|if|whether|how|dont|qui|cuy|donde)",
            rest,
        )
        if joined:
            return
        if (
            clause.sort is Sort.RELATIVE
            and not clause.finite
            and not has_verb(self.text[clause.start : mark.start])
            and not (
                clause.opener in ("which", "who")
                and begins_with_verb(self.text[clause.start : mark.start])
            )
            and not (
                clause.opener in ROMANCE and self.text[clause.start : mark.start].count(" ") > 1
            )
        ):
            return
        begun = not self.text[: clause.start].strip().lower().removesuffix(clause.opener).strip()
        self._close()
        while self.clause.sort is Sort.RELATIVE and has_verb(
            self.text[self.clause.start : mark.start]
        ):
            if not re.match(r"(?:will|shall|is|are|was|were|has|have|had|would)\b", rest):
                break
            self._close()
        if begun:
            self.clause.start = mark.end
            self.clause.last = max(self.clause.last, mark.end)

    def _break(self, mark: Mark) -> None:
        frame = self._open_frame()
        own = self.clause.own
        if mark.kind is Kind.COLON and own is not None and not own.opened:
            own.opened = True
            self.clause = Clause(Sort.THAT, mark.end, self.clause, own, ":", last=mark.end)
        elif frame is not None and self.clause.opener == ":":
            self.clause = Clause(Sort.THAT, mark.end, frame.clause, frame, ":", last=mark.end)
        elif frame is not None and re.match(
            r"\s*(?:and |et |y )?(?:that|que|qu['’])\b", self.text[mark.end :]
        ):
            self.clause = Clause(Sort.THAT, mark.end, frame.clause, frame, "that", last=mark.end)
        else:
            self.clause = Clause(Sort.MAIN, mark.end, last=mark.end)


def _is_joined(before: str) -> bool:
    """True where "and" stands before the verb, with at most a few words between."""
    return bool(AND.search(before))


def _last_clause(piece: str, joined: Sequence[re.Match[str]]) -> int:
    """Where the last clause begins: not within a name, as that of the "Center for Research and Extension"."""
    at = len(joined) - 1
    while at and _NAMES.match(piece[joined[at].end() :]):
        before = piece[joined[at - 1].end() : joined[at].start()].rstrip()
        if not _OPENS_NAME.match(before):
            break
        at -= 1
    return joined[at].end()


_NAMES = re.compile(r"[A-Z][\w-]*(?: [A-Z][\w-]*)*\s*$")
_OPENS_NAME = re.compile(
    r"(?:the|its|their|our|his|her) (?:[\w-]+ ){0,8}[A-Z][\w-]*$", re.IGNORECASE
)


def _is_said_alike(clause: Clause, before: str, mark: Mark) -> bool:
    """True where a verb behind "et" is that of the governing one: "ont rappelé que … et se sont entendus pour"."""
    if clause.frame is None or not AT_ONCE.search(before):
        return False
    number = OF_MANY.match(clause.frame.mark.words) is not None
    told = OF_ONE.match(clause.frame.mark.words) is not None
    return (number and OF_MANY.match(mark.words) is not None) or (
        told and OF_ONE.match(mark.words) is not None
    )


def _adjoins(between: str) -> bool:
    """True where a "that" still belongs to the verb before it: little stands between."""
    return (
        len(between) < 70
        and not re.search(r"[;:]", between)
        and (
            len(between.split()) <= 4
            or between.lstrip().startswith(",")
            or len(between.split()) <= 7
        )
    )


def _subject_text(text: str, clause: Clause, mark: Mark) -> str:
    """The words before the verb, from where its clause began or from behind its last verb."""
    start = max(clause.start, clause.last)
    piece = text[start : mark.start]
    if clause.last > clause.start and clause.finite:
        joined = list(re.finditer(r"(?:,\s*)?\b(?:and|but|while|et|mais|y|e|pero)\b\s+", piece))
        piece = piece[_last_clause(piece, joined) :] if joined else piece
    return piece.lstrip(" ,").rstrip()
