"""A sentence into clauses: what stands in which, and which verb governs it."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from msgspec import Struct

from dipltrack.intake.marks import FRAMES, FUTURES, Kind, Mark

_AND = re.compile(
    r"(?:^|[\s,;])(?:and|but|or|as well as|et|mais|ou|y|e|pero|o|sino)\s+(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_AND_LAST = re.compile(
    r"(?:,\s*)?\b(?:and|but|et|mais|y|e|pero)\b\s*(?:also|further|that|que|qu['’])?\s*$",
    re.IGNORECASE,
)
_IN_FUTURE = re.compile(
    r"\b(?:be|being|will|shall|would|to|should|may|can|must)\s+(?:\w+ly\s+|also\s+|then\s+|jointly\s+)?$",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\b(?:to|at|in|on|of|for|from|with|by|after|before|than|like)\s*$", re.IGNORECASE
)
_ATTRIBUTE = re.compile(
    r"\b(?:the|an?|as|is|of|by|in|on|for|with|from|under|through|at|into|upon|verbal|joint|its|their|his|her|our|this|these|already|previously|newly|mutually|so|otherwise|both|jointly|any|all|"
    r"la|l['’]|une?|cette|leur|sa|en|à|una|esta|su)\s*$",
    re.IGNORECASE,
)
_ROMANCE = frozenset({"qui", "que", "dont", "où", "quien", "quienes", "cuyo", "cuya", "donde"})
"""Relatives of languages whose verbs no ending tells: more than a word behind one has a verb."""
_REASON = re.compile(
    r"(?:[A-Z]\w+ing|Aware|Mindful|Conscious|Convinced|Determined|Concerned|Guided|Encouraged|Inspired)\b"
    r"[^.;]*?\b(?:that|which|who|whose|where|how)\b"
)
"""A sentence that begins with a reason in a participle: "Recognising that …"."""
_PUT_IN = re.compile(r"[a-z]+ing", re.IGNORECASE)
"""A participle that is put in behind a subject."""
_PUT_BESIDE = re.compile(
    r"[a-z]+ed\s+(?:in|on|by|at|between|last|this|during|upon|with|under)\b[^,;]*,"
    r"\s*(?:will|shall|is|are|was|were|has|have|would)\b"
)
"""A participle beside a subject, whose verb comes behind it."""
_SUBJECT = re.compile(
    r"\s+(?:the|both|each|all|they|we|it|he|she|our|their|its|(?-i:[A-Z]))[^,;:]{0,60}?\s+(?:\w+ly\s+|also\s+)?"
)
_WITH_VERB = frozenset({"qui", "que", "quien", "quienes"})
_ROMANCE_VERB = re.compile(
    r"\s+(?:(?:ne|n['’]|se|s['’]|y|en|lui|leur|lo|la|le|les|no|ahora|ya|aún|también|aussi|déjà|encore|\w+ment|\w+mente)\s+)*"
    r"(?!(?:les?|la|un|une|des|ce|cette|ces|leurs?|son|sa|ses|chaque|ils?|elles?|on|nous|el|los|las|unas?|unos?|sus?|cada|"
    r"ambos|ambas|est[aeo]s?|en|à|aux?|dans|par|pour|avec|de|del|du|a|al|con|por|para|selon|según|lors|durante|desde|d|l)\b)"
    r"[a-zà-ÿ]{2,}\s+"
)
"""A verb right behind such a relative: "qui ouvre en mai", "que ahora empieza"."""
_NO_WILL = frozenset(
    {
        "before",
        "after",
        "until",
        "till",
        "once",
        "since",
        "if",
        "when",
        "unless",
        "as soon as",
        "despite",
    }
)


_OF_CONTRAST = frozenset({"while", "whilst", "whereas"})
"""Openers that tell of a time, but of a contrast where a future stands behind: "while Oslo will pay"."""
_OPENS_SUBJECT = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "their",
        "our",
        "his",
        "her",
        "both",
        "each",
        "all",
        "any",
        "no",
        "in",
        "on",
        "at",
        "by",
        "after",
        "before",
        "as",
        "for",
        "with",
        "under",
        "these",
        "those",
        "this",
        "that",
        "it",
        "they",
        "he",
        "she",
        "we",
        "if",
        "when",
        "once",
        "among",
        "together",
        "not",
        "also",
        "from",
        "to",
    ]
)
"""Words behind "which" with which no verb begins."""


class Sort(Enum):
    """What a clause is of its sentence."""

    MAIN = auto()
    THAT = auto()
    RELATIVE = auto()
    CONDITION = auto()
    TIME = auto()
    QUESTION = auto()


class Clause(Struct, eq=False):
    """A stretch of a sentence with a subject of its own, and the verb whose complement it is."""

    sort: Sort
    start: int
    parent: "Clause | None" = None
    frame: "Frame | None" = None
    opener: str = ""
    finite: bool = False
    last: int = 0
    own: "Frame | None" = None

    def chain(self) -> "list[Clause]":
        """The clause and those it hangs on, from the inside."""
        found = [self]
        while found[-1].parent is not None:
            found.append(found[-1].parent)
        return found


class Frame(Struct, eq=False):
    """A verb of promising, telling or asking, with its clause and its subject."""

    mark: Mark
    clause: Clause
    subject: str
    opened: bool = False


class Predicate(NamedTuple):
    """A verb of promising or a future, with its clause and the words that are its subject."""

    mark: Mark
    clause: Clause
    subject: str
    frame: Frame | None


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
        if frame is not None and _PUT_IN.fullmatch(frame.mark.words) and before.endswith(","):
            first = frame.clause.start  # "The Chair, noting that …, asked"
            self.clause = Clause(Sort.MAIN, first, last=first)
            return
        if self.clause.sort is Sort.MAIN or not _REASON.match(self.text):
            return
        comma = self.text.rfind(",", 0, mark.start) + 1
        if comma > self.clause.start and _SUBJECT.fullmatch(self.text, comma, mark.start):
            self.clause = Clause(Sort.MAIN, comma, last=comma)

    def _close(self) -> None:
        clause = self.clause
        if clause.parent is not None:
            self.clause = clause.parent

    def _between(self, start: int, end: int) -> str:
        return self.text[start:end]

    def _frame(self, mark: Mark) -> None:
        before = self.text[: mark.start]
        attribute = not mark.words.lower().endswith("ing") and _ATTRIBUTE.search(before[-14:])
        if attribute and not re.search(r"\bis\s+$", before):
            return
        if _IN_FUTURE.search(before[-30:]):
            return
        if before.rstrip().endswith(",") and _PUT_BESIDE.match(self.text, mark.start):
            return  # "The exchange, agreed in principle in 2023, will begin"
        clause = self.clause
        if clause.sort is Sort.RELATIVE and clause.finite and not _is_joined(before):
            self._close()
            clause = self.clause
        if clause.sort in (Sort.CONDITION, Sort.TIME, Sort.QUESTION) and clause.finite:
            self._close()
            clause = self.clause
        ended = clause.finite or _is_past_beside(self.text[clause.start : mark.start], mark.words)
        if clause.sort is Sort.THAT and clause.frame and ended and _is_joined(before):
            outer = clause.frame.clause
            subject = _subject_text(self.text, clause, mark) or clause.frame.subject
            if len(subject) < 3:
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
        if noun and (not before.strip() or _ATTRIBUTE.search(before[-14:])):
            return  # "Plans to link the two were dropped"
        clause = self.clause
        will = mark.kind in (Kind.WILL, Kind.TO_BE, Kind.PLANNED, Kind.EXPECTED, Kind.APPOINTED)
        if will and clause.sort is Sort.TIME and clause.opener in _OF_CONTRAST:
            clause.sort = Sort.MAIN
        if (
            (clause.sort in (Sort.TIME, Sort.CONDITION) and will and clause.opener in _NO_WILL)
            or (
                clause.sort is Sort.RELATIVE
                and (
                    clause.finite
                    or _has_own_verb(self.text[clause.start : mark.start])
                    or (
                        clause.opener in _WITH_VERB
                        and _ROMANCE_VERB.match(self.text, clause.start, mark.start)
                    )
                )
                and not _is_joined(self.text[: mark.start])
            )
            or (clause.sort in (Sort.CONDITION, Sort.TIME, Sort.QUESTION) and clause.finite)
            or (
                clause.opener in ("what", "whatever")
                and not self.text[: clause.start - len(clause.opener)].strip()
                and _has_verb(self.text[clause.start : mark.start])
            )
        ):
            self._close()
        clause = self.clause
        subject = _subject_text(self.text, clause, mark)
        self.found.append(Predicate(mark, clause, subject, None))
        clause.finite = True
        clause.last = mark.end

    def _that(self, mark: Mark) -> None:
        before = self.text[: mark.start]
        frame = self._open_frame()
        if frame is not None and _AND_LAST.search(before) and frame.opened:
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
        if _PREPOSITION.search(before) or not before.strip() or before.rstrip().endswith(","):
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
            and not (clause.finite or _has_verb(inside))
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
            and not _has_verb(self.text[clause.start : mark.start])
            and not (
                clause.opener in ("which", "who")
                and _begins_with_verb(self.text[clause.start : mark.start])
            )
            and not (
                clause.opener in _ROMANCE and self.text[clause.start : mark.start].count(" ") > 1
            )
        ):
            return
        begun = not self.text[: clause.start].strip().lower().removesuffix(clause.opener).strip()
        self._close()
        while self.clause.sort is Sort.RELATIVE and _has_verb(
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
    return bool(_AND.search(before))


def _is_past_beside(clause: str, verb: str) -> bool:
    """True where what was done follows what is: "noted that the mandate ends in June and decided to …"."""
    joined = re.match(
        r"(.{12,}?),?\s+and\s+(?:\w+ly\s+|further\s+|also\s+|therefore\s+)?$", clause
    )
    past = re.match(rf"(?:\w+ed|{IRREGULAR}|undertook)\b", verb, re.IGNORECASE)
    if not joined or not past:
        return False
    told = re.sub(r"\b(?:be|is|are|been) \w+", "", joined[1])  # "must be met" tells of no past
    return not re.search(rf"\b(?:\w+ed|{IRREGULAR}|was|were|had|did)\b", told)


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


IRREGULAR = (
    "took|gave|went|came|made|met|held|began|rose|fell|left|saw|said|led|brought|sent|kept|ran|won|lost|"
    "spoke|wrote|built|bought|put|set|cut|grew|drew|paid|sold|found|thought|fought|sat|lay|stood|struck"
)


def _has_own_verb(text: str) -> bool:
    """True where a relative clause had its verb, so that the future is that of the clause outside.

    "The two that are outstanding will …", "officials who met in May will …", "what they signed will …".
    """
    own = rf"(?:is|are|was|were|has|have|had|remains?|exists?|\w+ed|{IRREGULAR})"
    begins = re.match(rf"\s*(?:(?:also|still|already|not|now|again)\s+)*{own}\b", text)
    helped = re.search(r"\b(?:is|are|was|were|has been|have been|had been)\b", text)
    ends = re.search(rf"\s(?:\w+ed|{IRREGULAR})\s*$", text) and len(text.split()) > 1
    present = re.match(r"\s*[a-z]+s\s+(?:the|an?|its|their|this|that)\b", text)
    return bool(begins or helped or ends or present)


def _begins_with_verb(text: str) -> bool:
    """True where a verb follows its relative at once, in the plural too: "which stand at 90"."""
    words = text.split()
    return (
        len(words) > 1
        and words[0].isalpha()
        and words[0].islower()
        and (words[0] not in _OPENS_SUBJECT and not words[0].endswith("ly"))
    )


def _has_verb(text: str) -> bool:
    usual = r"is|are|was|were|has|have|had|does|did|can|may|\w+ed|\w+(?<!s)s"
    return bool(re.search(rf"\b(?:{usual}|{IRREGULAR})\b", text))


def _subject_text(text: str, clause: Clause, mark: Mark) -> str:
    """The words before the verb, from where its clause began or from behind its last verb."""
    start = max(clause.start, clause.last)
    piece = text[start : mark.start]
    if clause.last > clause.start and clause.finite:
        joined = list(re.finditer(r"(?:,\s*)?\b(?:and|but|while|et|mais|y|e|pero)\b\s+", piece))
        piece = piece[joined[-1].end() :] if joined else piece
    return piece.lstrip(" ,").rstrip()
