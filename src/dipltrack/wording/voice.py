"""Who speaks in a clause, as far as its words tell: both, ours, theirs, or one side unnamed."""

from collections.abc import Sequence
from typing import NamedTuple

from dipltrack.model.vocabulary import Voice
from dipltrack.wording.firmness_rules import Role, Speaker, WordList
from dipltrack.wording.firmness_text import Hit, Unit, every, longest
from dipltrack.wording.verbs import Said, is_glue

_SUBJECT = 6  # units before the verb among which two names can make one subject


class Spoken(NamedTuple):
    """The voice, and the units of the words that tell it; one side's has no voice."""

    voice: Voice | None
    start: int = -1
    end: int = -1


def spoken(said: Said, until: int, units: Sequence[Unit], words: WordList) -> Spoken:
    """Who says it: the subject before the verb, else who did it by a word behind it.

    Where no subject is told, a verb that it takes two to do (一致, concurred) is joint.
    """
    verb = said.hits[0]
    hits = every(units, Role.VOICE, words)
    before = _subjects([hit for hit in hits if hit.end <= verb.start], units)
    own = [hit for hit in before if hit.start >= said.since]
    named = None if own or words.verb_last else _name(units, verb.start, words)
    if named is not None:
        return named
    if before:
        return _whose(own or before, units, words)
    return _behind(verb, [hit for hit in hits if verb.end <= hit.start < until], units)


def _whose(hits: Sequence[Hit], units: Sequence[Unit], words: WordList) -> Spoken:
    """The nearest to the verb; two of one side each, with "and" between them, are both."""
    last = hits[-1]
    ones = [hit for hit in hits if hit.sign.voice is Speaker.ONE]
    if last.sign.voice is Speaker.ONE and len(ones) > 1:
        between = range(ones[-2].end, last.start)
        if any(units[at].known in _AND for at in between):
            return Spoken(Voice.JOINT, ones[-2].start, last.end)
    return _of(last, units, words)


_WHOSE = frozenset({"of", "the", "de", "du", "la", "le", "del", "el"})
_AND = frozenset({"and", "et", "y", "e"})
_OF = frozenset(
    (
        *("in", "of", "to", "at", "with", "from", "for", "between"),
        *("de", "du", "des", "en", "à", "avec", "pour", "entre", "dans", "del", "con", "para"),
    )
)


def _subjects(hits: Sequence[Hit], units: Sequence[Unit]) -> list[Hit]:
    """Those that are no place or owner of another: not "in Japan", "of Australia and Indonesia"."""
    kept: list[Hit] = []
    dropped = -1
    for hit in hits:
        before = units[hit.start - 1].known if hit.start else ""
        listed = before in _AND and hit.start - 1 == dropped
        if before in _OF or listed:
            dropped = hit.end
        else:
            kept.append(hit)
    return kept


_PARTICLES = frozenset("はがらかよりしてと")


def _of(hit: Hit, units: Sequence[Unit], words: WordList) -> Spoken:
    """The voice of the words; one side with its whole name, as far as it is written together."""
    match hit.sign.voice:
        case Speaker.JOINT:
            return Spoken(Voice.JOINT, hit.start, hit.end)
        case Speaker.OURS:
            return Spoken(Voice.OURS, hit.start, hit.end)
        case Speaker.THEIRS:
            return Spoken(Voice.THEIRS, hit.start, hit.end)
        case _:
            return Spoken(None, *_whole_name(hit, units, words))


def _whole_name(hit: Hit, units: Sequence[Unit], words: WordList) -> tuple[int, int]:
    """The words of one side with the name beside them: "Minister Kang", 岸田大臣."""
    start, end = hit.start, hit.end
    if words.verb_last:
        while start > 0 and longest(units, start - 1, Role.COORDINATOR, words) is None:
            start -= 1
        while end > hit.start + 1 and units[end - 1].known in _PARTICLES:
            end -= 1
    else:
        while end < len(units) and units[end].shown[:1].isupper():
            end += 1
        whose = end
        while whose < len(units) and units[whose].known in _WHOSE:
            whose += 1
        while end < whose < len(units) and units[whose].shown[:1].isupper():
            whose = end = whose + 1
    return start, end


def _behind(verb: Hit, after: Sequence[Hit], units: Sequence[Unit]) -> Spoken:
    """Both sides where they did it ("was agreed by both") or are to do it ("that both will")."""
    for hit in after:
        by = units[hit.start - 1].known in {"by", "par", "por"}
        if hit.sign.voice is Speaker.JOINT and (by or verb.sign.clause):
            return Spoken(Voice.JOINT, hit.start, hit.end)
    return Spoken(Voice.JOINT if verb.sign.joint else None)


def _name(units: Sequence[Unit], verb: int, words: WordList) -> Spoken | None:
    """The proper name before the verb: one side; of two with "and" between, both."""
    at = verb - 1
    while at >= 0 and units[at].known.isalpha() and is_glue(units, at, words):
        at -= 1
    if at < 1 or not _is_name(units[at]):
        return None
    start = at
    while start > 0 and _is_name(units[start - 1]):
        start -= 1
    if start == 0:
        return None  # the first word of a sentence is written large, name or not
    first = max(0, start - _SUBJECT)
    others = [place for place in range(first, start) if units[place].known in _AND]
    if others and any(_is_name(units[place]) for place in range(first, others[-1])):
        return Spoken(Voice.JOINT, start, at + 1)
    return Spoken(None, start, at + 1)


def _is_name(unit: Unit) -> bool:
    return unit.shown[:1].isupper()
