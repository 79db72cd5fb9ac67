"""What is agreed on as a noun: "the opening of a school", "a visit was agreed for May"."""

import re

from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.act.vetoes import act_of
from dipltrack.intake.clause.clauses import Frame, Predicate
from dipltrack.intake.clause.sentence import Sentence
from dipltrack.intake.clause.subjects import Who, subject_of

_NEAR = 5  # letters of a preposition before a time


def nominal_act(sentence: Sentence, predicate: Predicate, frame: Frame) -> Act | None:
    """What was agreed, told before its verb: "The launch in May of a course was agreed"."""
    mark, text, rules = predicate.mark, sentence.text, sentence.rules
    if not (
        rules.pattern("frames.settled").fullmatch(mark.words)
        and rules.shape("frames.settled_by").search(text[: mark.start])
        and (
            _says_no_more(sentence, mark.end) or rules.shape("frames.after").match(text, mark.end)
        )
    ):
        return None
    subject = subject_of(frame.subject, rules, sentence.context.parties)
    start = text.rfind(subject.words, 0, mark.start) if subject.words else -1
    if start < 0 or (sentence.context.before is not None and subject.who is Who.BEFORE):
        return None
    if rules.pattern("complements.approved").fullmatch(mark.words) and (
        rules.pattern("complements.papers").search(subject.head)
    ):
        return None  # a paper that was approved is no act: what stands in it is
    ahead = sentence.times.ahead(start, sentence.end(mark.end, predicate))
    if not ahead and sentence.times.behind(start, mark.start):
        return None
    event = subject.who is Who.OCCASION and ahead
    if not (event or act_noun(sentence, subject.words)):
        return None
    act = act_of(sentence, predicate, frame, start, Ground.AGREED, 0.8 if ahead else 0.65)
    act.start, act.end = start, max(mark.end, sentence.end(mark.end, predicate))
    act.act_words = text[start : mark.start].rpartition(" ")[0].partition(",")[0].strip()
    act.act_words = re.sub(r"\s+(?:was|were|is|are|has been|have been)$", "", act.act_words)
    return act


def _says_no_more(sentence: Sentence, end: int) -> bool:
    """True where the sentence ends there, or with a time: "was agreed for the spring of 2024"."""
    behind = re.match(r"\s*(?:up)?(?:on)?\s*", sentence.text[end:])
    at = end + (behind.end() if behind else 0)
    timed = [one.end for one in sentence.times.found if at <= one.start <= at + _NEAR]
    return re.match(r"\s*(?:[.;]|$)", sentence.text[timed[0] if timed else at :]) is not None


def act_noun(sentence: Sentence, phrase: str) -> str:
    """The noun of doing at the head of a complement: "the strengthening of …"; or nothing."""
    head = re.split(
        r"\s(?:of|to|for|in|at|between|with|among|by|that|which|when|and|as|through|entre|pour|que)\s|[,.;:]",
        phrase,
        maxsplit=1,
    )[0]
    if sentence.rules.pattern("verbs.no_act_nouns").search(head):
        return ""
    found = sentence.rules.pattern("verbs.act_nouns").search(head)
    if not found or (sentence.rules.modal and len(head.split()) > 9):
        return ""
    if not sentence.rules.modal and sentence.rules.pattern("subjects.prepositions").search(
        head, 0, found.start()
    ):
        return ""  # "les résultats de la formation"
    return found[0]


def dated_noun(sentence: Sentence, phrase: str, start: int) -> str:
    """The programme, the plan or the venue that was agreed on, where it has a time ahead."""
    found = sentence.rules.pattern("verbs.dated_nouns").search(re.split(r"[.;:]", phrase)[0])
    times = sentence.times
    set_ = times.ahead(start, start + len(phrase)) or times.rhythm(0, len(sentence.text))
    set_ = set_ or sentence.rules.pattern("verbs.venues").search(phrase) is not None
    return found[0] if found and set_ else ""
