"""Further infinitives of the same promise: "to hold … and to sign …"."""

import re
from collections.abc import Iterator

from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.act.vetoes import act_of
from dipltrack.intake.clause.clauses import Frame, Predicate
from dipltrack.intake.clause.sentence import Sentence

_FEWEST = 3  # words of a second act that stands for itself


def second_infinitive(
    sentence: Sentence, predicate: Predicate, frame: Frame, start: int
) -> Iterator[Act]:
    """Further acts of the same verb: "to hold … and to sign …", "to hold …, and sign …"."""
    end = sentence.end(start, predicate)
    if ":" in sentence.text[predicate.mark.end : start]:
        end = len(sentence.text)
    piece = sentence.text[start:end]
    for found in sentence.rules.shape("infinitives.further").finditer(piece):
        journey = sentence.rules.pattern("verbs.journeys").match(piece)
        if journey and sentence.rules.pattern("verbs.of_two").match(
            found[0].strip(" ,;") + " " + piece[found.end() :].split(" ")[0]
        ):
            continue
        if found[0].startswith(", to") and not re.search(r"\band\s+to\s", piece[found.end() :]):
            continue
        further = re.split(r"[,;.]", piece[found.end() :])[0]
        if sentence.is_no_verb(piece[found.end() :]) or len(further.split()) < _FEWEST:
            continue
        act = act_of(sentence, predicate, frame, start + found.end(), Ground.AGREED, 0.9)
        act.start = start + found.end()
        act.bare = True
        yield act
    for found in sentence.rules.shape("complements.second").finditer(piece):
        one, other = piece[: found.start()], re.split(r"[,;.]", piece[found.end() :])[0]
        told = found["by"] or sentence.times.ahead(start, start + found.start())
        if not told or min(len(one.split()), len(other.split())) < _FEWEST:
            continue
        if sentence.is_no_verb(piece[found.end() :]):
            continue
        act = act_of(sentence, predicate, frame, start + found.end(), Ground.AGREED, 0.85)
        act.start, act.bare = start + found.end(), True
        yield act
    yield from _bare_second(sentence, predicate, frame, start, piece)


def _bare_second(
    sentence: Sentence, predicate: Predicate, frame: Frame, start: int, piece: str
) -> Iterator[Act]:
    """A second verb with no "to": two acts where each has an object and a time of its own."""
    dated = sentence.times.ahead
    for found in sentence.rules.shape("infinitives.bare").finditer(piece):
        if not sentence.rules.pattern("actions.bases").match(found[1]) or found[1] == "to":
            continue
        one, other = piece[: found.start()], piece[found.end() :]
        if len(one.split()) < 3 or len(other.split()) < 3:
            continue
        middle, end = start + found.start(), start + len(piece)
        if dated(start, middle) and (
            dated(middle, end)
            or (len(other.split()) > 5 and not re.match(r"(?:meet|see|discuss)", other))
        ):
            act = act_of(sentence, predicate, frame, start + found.end(), Ground.AGREED, 0.85)
            act.start, act.bare = start + found.end(), True
            yield act
