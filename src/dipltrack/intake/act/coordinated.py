"""Further acts of the same future: "will hold … in May and sign … in June", "will be drafted in May and signed in June"."""

import re
from collections.abc import Iterator

from dipltrack.intake.act.act_time import time_of_act
from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.act.vetoes import act_of
from dipltrack.intake.clause.clauses import Frame, Predicate
from dipltrack.intake.clause.sentence import Sentence
from dipltrack.intake.clause.subjects import Who, subject_of

_CONFIDENCE = 0.75
_FEWEST = 3  # words of an act that stands for itself


def further_acts(
    sentence: Sentence, predicate: Predicate, frame: Frame | None, first: Act
) -> Iterator[Act]:
    """The acts that are joined to the first with no future of their own; each has its own time.

    Without a time of its own a second verb only tells how the first act is done: "will meet in May
    and discuss trade".
    """
    if first.passive:
        yield from _passives(sentence, predicate, frame, first)
    else:
        yield from _actives(sentence, predicate, frame, first)


def _actives(
    sentence: Sentence, predicate: Predicate, frame: Frame | None, first: Act
) -> Iterator[Act]:
    """A second verb of the same subject, or a second subject of the same verb."""
    verb, end = first.verb, first.end
    piece = sentence.text[verb:end]
    yield from _besides(sentence, predicate, frame, first)
    for found in sentence.rules.shape("infinitives.bare").finditer(piece):
        if not sentence.rules.pattern("actions.bases").match(found[1]):
            continue
        middle = verb + found.start()
        own = _is_own(sentence, piece, found) and sentence.times.ahead(middle, end)
        if (_are_dated(sentence, verb, middle, end) or own) and _is_long(piece, found):
            second = act_of(
                sentence, predicate, frame, verb + found.end(), Ground.FUTURE, _CONFIDENCE
            )
            second.start, second.subject, second.bare = verb + found.end(), first.subject, True
            yield second
            return
    for found in sentence.rules.shape("coordinated.same_subject").finditer(piece):
        middle, when = verb + found.start(), verb + found.end("when")
        if sentence.times.ahead(verb, middle) and sentence.times.ahead(middle, when):
            words = f"{piece.split()[0]} {found['what']}"
            start, what = verb + found.start("when"), verb + found.start("what")
            yield _second(sentence, first, start, what, words, first.subject)
            return
    for found in sentence.rules.shape("coordinated.same_verb").finditer(piece):
        who = subject_of(found["who"], sentence.rules, sentence.context.parties)
        if who.who not in (Who.ACTOR, Who.OCCASION, Who.NAME) or (
            _has_verb(sentence, verb + found.end())
        ):
            continue
        if _are_dated(sentence, verb, verb + found.start(), end):
            words = f"{piece.split()[0]} {piece[found.end() :]}"
            yield _second(
                sentence, first, verb + found.start("who"), verb + found.end(), words, who.words
            )
            return
    yield from _objects(sentence, first, piece)


def _besides(
    sentence: Sentence, predicate: Predicate, frame: Frame | None, first: Act
) -> Iterator[Act]:
    """A second verb that is told as a further act, or has its time before it.

    "Will not only exchange lists but also open an office", "will link their registers and, from
    2025, accept each other's certificates".
    """
    rules, verb = sentence.rules, first.verb
    piece = sentence.text[verb : first.end]
    besides = rules.shape("coordinated.besides") if _is_one_of_two(sentence, first) else None
    places = [] if besides is None else [one.end() for one in besides.finditer(piece)]
    places += [
        found.end()
        for found in rules.shape("coordinated.own_time_first").finditer(piece)
        if sentence.times.ahead(verb + found.start("when"), verb + found.end("when"))
    ]
    for at in places:
        if not rules.pattern("actions.bases").match(piece, at):
            continue
        second = act_of(sentence, predicate, frame, verb + at, Ground.FUTURE, _CONFIDENCE)
        start = piece.rfind("and", 0, at)
        second.start = verb + (at if start < 0 else start + len("and, "))
        second.subject, second.bare = first.subject, True
        yield second
        return


def _is_one_of_two(sentence: Sentence, first: Act) -> bool:
    """True behind "not only"."""
    return re.search(r"\bnot (?:only|just)\s+$", sentence.text[: first.verb]) is not None


def _objects(sentence: Sentence, first: Act, piece: str) -> Iterator[Act]:
    """Another object of the same verb with its own time: "will exchange lists by May, and maps by June"."""
    verb, end = first.verb, first.end
    for found in sentence.rules.shape("coordinated.same_passive").finditer(piece):
        if not found["who"] or _has_verb(sentence, verb + found.end()):
            continue
        if sentence.rules.pattern("actions.bases").match(found["who"]):
            continue
        if _are_dated(sentence, verb, verb + found.start(), end):
            words = f"{piece.split()[0]} {piece[found.start('who') :]}"
            start = verb + found.start("who")
            yield _second(sentence, first, start, start, words, first.subject)
            return


def _passives(
    sentence: Sentence, predicate: Predicate, frame: Frame | None, first: Act
) -> Iterator[Act]:
    """A second participle, with the same subject or one of its own: "… and its results published by May"."""
    rules, verb, end = sentence.rules, first.verb, first.end
    piece = sentence.text[verb:end]
    for found in rules.shape("coordinated.participle").finditer(piece):
        middle = verb + found.start()
        if not _are_dated(sentence, verb, middle, end):
            continue
        start = verb + found.start("who" if found["who"] else "done")
        be = "be" if rules.modal else piece.split()[0]
        words = f"{be} {piece[found.start('done') :]}"
        yield _second(
            sentence,
            first,
            start,
            verb + found.start("done"),
            words,
            found["who"] or first.subject,
        )
        return
    for found in rules.shape("coordinated.same_passive").finditer(piece):
        middle = verb + found.start()
        if _has_verb(sentence, verb + found.end()):
            continue
        if _are_dated(sentence, verb, middle, end):
            who = "who" if found["who"] else "other"
            done = " ".join(piece.split()[:2])
            words = f"{done} {piece[found.end() :]}"
            yield _second(
                sentence, first, verb + found.start(who), verb + found.end(), words, found[who]
            )
            return


def _second(
    sentence: Sentence, first: Act, start: int, verb: int, words: str, subject: str
) -> Act:
    time = time_of_act(sentence.times, verb, first.end, verb)
    if time is not None:
        words = words.replace(time.words, "", 1)
    return Act(
        start=start,
        end=first.end,
        verb=verb,
        ground=Ground.FUTURE,
        subject=subject,
        confidence=_CONFIDENCE,
        passive=first.passive,
        modal=True,
        bare=True,
        act_words=" ".join(words.rstrip(" .;").split()),
        reasons=["told beside another act"],
    )


def _are_dated(sentence: Sentence, verb: int, middle: int, end: int) -> bool:
    times = sentence.times
    return times.ahead(verb, middle) and times.ahead(middle, end)


def _is_long(piece: str, found: re.Match[str]) -> bool:
    one, other = piece[: found.start()], piece[found.end() :]
    return len(one.split()) >= _FEWEST and len(other.split()) >= _FEWEST


def _is_own(sentence: Sentence, piece: str, found: re.Match[str]) -> bool:
    """True for a second verb that does something else: not "prepare a plan and submit it by May"."""
    return sentence.rules.shape("coordinated.of_first").match(piece, found.start(1)) is None


def _has_verb(sentence: Sentence, start: int) -> bool:
    """True where a predicate of its own follows in the same breath."""
    until = re.search(r"[,;]", sentence.text[start:])
    end = start + until.start() if until else len(sentence.text)
    return any(start - 1 <= one.mark.start < end for one in sentence.predicates)
