"""What a sentence says: each verb that promises, with its complement, and the lower of the two."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dipltrack.model.vocabulary import Firmness
from dipltrack.wording.firmness_rules import Role, WordList
from dipltrack.wording.firmness_text import Hit, Unit, ends_of, every, longest

_DEEPEST = 4  # verbs that hang on each other: "said that they hoped to agree to consider"
_FARTHEST = 8  # units from a coordinator to its verb
_BE = frozenset({"be", "been", "being"})
_REACH = 24  # characters between a verb at the end and its complement


class Said(NamedTuple):
    """A verb with its complement: the level of both, and where its clause begins.

    `hits` are the verb and the complements that counted.
    """

    level: Firmness
    hits: tuple[Hit, ...]
    since: int


def lower(one: Firmness, other: Firmness) -> Firmness:
    """The less firm of the two.

    >>> lower(Firmness.AGREEMENT, Firmness.ENDEAVOUR)
    <Firmness.ENDEAVOUR: 'endeavour'>
    """
    levels = list(Firmness)
    return levels[max(levels.index(one), levels.index(other))]


def said_in(units: Sequence[Unit], words: WordList) -> list[Said]:
    """What the verbs of the sentence say, but for those that only hang on another."""
    return _verb_last(units, words) if words.verb_last else _verb_first(units, words)


def is_glue(units: Sequence[Unit], at: int, words: WordList) -> bool:
    """True for a word that may stand between a verb and what belongs to it."""
    known = units[at].known
    return known.endswith(words.adverbs) or longest(units, at, Role.GLUE, words) is not None


def _level(verb: Hit) -> Firmness:
    return verb.sign.level or Firmness.STATEMENT


def _alone(verb: Hit) -> Firmness:
    return verb.sign.alone or _level(verb)


def _inside(verb: Hit, level: Firmness) -> Firmness:
    """What a verb of that level is worth as a complement: "will" takes nothing from "agreed that"."""
    return verb.sign.inside or level if level is _level(verb) else level


# A verb that stands before its complement: "agreed to consider".


def _verb_first(units: Sequence[Unit], words: WordList) -> list[Said]:
    said: list[Said] = []
    at = 0
    while at < len(units):
        verb = longest(units, at, Role.VERB, words)
        at = at + 1 if verb is None else verb.end
        if verb is None:
            continue
        since = _since(units, verb, said[-1], words) if said else 0
        if since is not None:
            level, hits = _with_complement(units, verb, words)
            said.append(Said(level, hits, since))
            at = hits[-1].end
    return said


def _since(units: Sequence[Unit], verb: Hit, last: Said, words: WordList) -> int | None:
    """Where the clause of a further verb begins; None where it hangs on the last one.

    "And agreed to" begins a new clause. So does "will", but not within "agreed that …" and not
    behind a "which".
    """
    modal, inside_clause = verb.sign.inside is not None, last.hits[0].sign.clause
    if modal and inside_clause:
        return None
    end = last.hits[-1].end
    for at in range(verb.start - 1, max(end, verb.start - _FARTHEST) - 1, -1):
        if longest(units, at, Role.COORDINATOR, words):
            return at
        if longest(units, at, Role.NESTING, words):
            return None
    reached = verb.start - end < _FARTHEST
    return end if modal and reached else None


def _with_complement(
    units: Sequence[Unit], verb: Hit, words: WordList, depth: int = 0
) -> tuple[Firmness, tuple[Hit, ...]]:
    """The level of the verb and what hangs on it, and the words that counted."""
    inner = _beside(units, verb, words)
    if inner is None and verb.sign.clause:
        inner = _in_clause(units, verb, words)
    if inner is None or depth > _DEEPEST:
        return _alone(verb), (verb,)
    level = _level(inner)
    hits: tuple[Hit, ...] = (inner,)
    if inner.sign.role is Role.VERB:
        level, hits = _with_complement(units, inner, words, depth + 1)
        level = _inside(inner, level)
    if verb.sign.lifts and inner.sign.lifts and len(hits) == 1:
        return level, (verb, *hits)
    return lower(_level(verb), level), (verb, *hits)


def _beside(units: Sequence[Unit], verb: Hit, words: WordList) -> Hit | None:
    """The complement that follows the verb, past small words: "agreed to jointly consider"."""
    at = verb.end
    while at < len(units):
        hit = _longer(units, at, words)
        if hit is not None:
            act = _is_act(hit) and units[hit.start].known not in _BE  # "will be important" is none
            return _only_tried(units, hit, words) if act else hit
        if not is_glue(units, at, words):
            break
        glue = longest(units, at, Role.GLUE, words)
        at = at + 1 if glue is None else glue.end
    if verb.sign.inside is not None and _BE.isdisjoint(
        unit.known for unit in units[verb.end : at]
    ):
        return None  # after "will" stands what is done: "will double our support for"
    return _past_adjectives(units, at, words)


def _longer(units: Sequence[Unit], at: int, words: WordList) -> Hit | None:
    """The verb or complement that begins there, the longer of the two; else the complement."""
    hits = [longest(units, at, role, words) for role in (Role.COMPLEMENT, Role.VERB)]
    return max((hit for hit in hits if hit), key=lambda hit: hit.end, default=None)


def _is_act(hit: Hit) -> bool:
    """True for a verb of speaking that is itself what was promised: "agreed to discuss"."""
    sign = hit.sign
    statement = sign.level is Firmness.STATEMENT and sign.inside is None
    return sign.role is Role.VERB and (statement or sign.clause)


def _only_tried(units: Sequence[Unit], act: Hit, words: WordList) -> Hit | None:
    """What lowers an act of speaking to an attempt: "to discuss the possibility of"."""
    for at in range(act.end, len(units)):
        hit = longest(units, at, Role.COMPLEMENT, words)
        if hit is not None:
            return hit if _level(hit) is Firmness.ENDEAVOUR else None
        if not is_glue(units, at, words):
            break
    return None


def _past_adjectives(units: Sequence[Unit], at: int, words: WordList) -> Hit | None:
    """A noun that lowers, behind words that only colour it: "the vital importance".

    A verb may not stand between: "agreed to address the concerns" is an act.
    """
    if units[at - 1].known == "to":
        return None
    for gap in range(1, len(units) - at):
        if units[at + gap - 1].known.endswith("ing") or _is_joint(units, at + gap - 1, words):
            return None
        hit = longest(units, at + gap, Role.COMPLEMENT, words)
        if hit is not None and hit.sign.gap >= gap:
            return hit
        if gap == 2:
            return None
    return None


def _is_joint(units: Sequence[Unit], at: int, words: WordList) -> bool:
    roles = (Role.COORDINATOR, Role.NESTING)
    return any(longest(units, at, role, words) for role in roles)


def _in_clause(units: Sequence[Unit], verb: Hit, words: WordList) -> Hit | None:
    """The next verb of the clause that the verb opens: "agreed that both sides would"."""
    for at in range(verb.end, len(units)):
        hit = longest(units, at, Role.VERB, words)
        if hit is not None:
            apart = hit.sign.inside is None and _is_coordinate(units, hit, verb.end, words)
            return None if apart else hit
    return None


def _is_coordinate(units: Sequence[Unit], verb: Hit, end: int, words: WordList) -> bool:
    for at in range(verb.start - 1, max(end, verb.start - _FARTHEST) - 1, -1):
        if longest(units, at, Role.COORDINATOR, words):
            return True
        if longest(units, at, Role.NESTING, words):
            return False
    return False


# A verb that stands behind its complement: 検討することで一致した.


def _verb_last(units: Sequence[Unit], words: WordList) -> list[Said]:
    said: list[Said] = []
    since = 0
    for verb in every(units, Role.VERB, words):
        if _closes(units, verb, words):
            level, hits = _with_what_precedes(units, verb, since, words)
            said.append(Said(level, hits, since))
            since = verb.end
    return said


def _closes(units: Sequence[Unit], verb: Hit, words: WordList) -> bool:
    """True where the verb ends its clause, and does not merely tell of a noun behind it."""
    reached, ends = {verb.end}, [verb.end]
    while ends:
        at = ends.pop()
        if at >= len(units) or longest(units, at, Role.COORDINATOR, words):
            return True
        new = {end for end in ends_of(units, at, Role.ENDING, words) if end not in reached}
        reached |= new
        ends.extend(new)
    return False


def _with_what_precedes(
    units: Sequence[Unit], verb: Hit, since: int, words: WordList, depth: int = 0
) -> tuple[Firmness, tuple[Hit, ...]]:
    """The level of the verb and what stands before it, and the words that counted."""
    found: list[tuple[Firmness, tuple[Hit, ...]]] = []
    for hit in _outermost(units, verb, since, words) if depth < _DEEPEST else ():
        level = _level(hit)
        hits: tuple[Hit, ...] = (hit,)
        if hit.sign.role is Role.VERB:
            level, hits = _with_what_precedes(units, hit, since, words, depth + 1)
            level = _inside(hit, level)
        found.append((level, hits))
    acts = [hits[0].start for level, hits in found if _names_act(level, hits[0])]
    if acts:
        found = [
            (level, hits)
            for level, hits in found
            if level is not Firmness.STATEMENT or hits[0].end > max(acts)
        ]
    if not found:
        return _alone(verb), (verb,)
    levels = list(Firmness)
    level, hits = max(found, key=lambda one: (levels.index(one[0]), one[1][0].end))
    return lower(_level(verb), level), (verb, *hits)


def _outermost(units: Sequence[Unit], verb: Hit, since: int, words: WordList) -> list[Hit]:
    """What precedes the verb, without what only states inside longer words, or is its object.

    予定であること is more than the あること in it; what is tried may be of any sort: 提案を検討する.
    """
    hits = list(_preceding(units, verb, since, words))
    tried = _level(verb) is Firmness.ENDEAVOUR
    return [
        hit
        for hit in hits
        if _level(hit) is not Firmness.STATEMENT
        or (
            not (tried and _is_object(units, hit, verb))
            and not any(one.start < hit.start and hit.end <= one.end for one in hits)
        )
    ]


def _is_object(units: Sequence[Unit], hit: Hit, verb: Hit) -> bool:
    """True for a noun of speaking that を makes the object of the verb."""
    beside = hit.end == verb.start - 1 and units[hit.end].known == "を"
    return beside and hit.sign.role is Role.VERB


def _names_act(level: Firmness, hit: Hit) -> bool:
    """True for "that … be done": what is welcomed or discussed before it is itself the act."""
    return hit.sign.role is Role.COMPLEMENT and level is Firmness.AGREEMENT


def _preceding(units: Sequence[Unit], verb: Hit, since: int, words: WordList) -> Iterator[Hit]:
    """The verbs and complements before the verb from which small words lead to it."""
    first = max(since, verb.start - _REACH)
    leads = {verb.start}
    for at in range(verb.start - 1, first - 1, -1):
        for role in (Role.VERB, Role.COMPLEMENT):
            hit = longest(units, at, role, words)
            if hit is not None and hit.end in leads:
                yield hit
        if not leads.isdisjoint(ends_of(units, at, Role.GLUE, words)):
            leads.add(at)
