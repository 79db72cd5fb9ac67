"""What was given to somebody as a task, with its verb first."""

import re

from dipltrack.intake.act.duties import infinitive_of
from dipltrack.intake.clause.conjugated import with_subjunctive, with_verb_of_noun
from dipltrack.intake.clause.inflected import base_of_any_gerund, base_of_gerund
from dipltrack.intake.rules import Rules
from dipltrack.intake.title.turned import done_first, is_joint, small

_TO = re.compile(r"\bto\s+(?=[a-z]+\b)")
_NAMED = re.compile(r".*\b((?:the|an?|its|their)\s[^,;]+?),?\s+to\s+$", re.IGNORECASE | re.DOTALL)
_GIVEN = re.compile(r"\b(?:with|of|for)\s+(?:(\w+ing)\b|the (\w+) of\b)\s*", re.IGNORECASE)
_CLAUSE = re.compile(
    r"(?:to\s+)?(?P<what>[^,;]+?)\s+(?:shall|will|should|(?=(?:is|are)\s))\s*(?P<rest>.+)",
    re.DOTALL,
)
_STARTS = re.compile(r"(?:to\s+)?(?:the|an?|each|every|all|both)\s", re.IGNORECASE)


def task_told(tail: str, subject: str, rules: Rules) -> str:
    """What was tasked: the verb behind "to", else the thing that was given to somebody.

    >>> from dipltrack.intake.rules import rules_of
    >>> task_told("experts with comparing the laws", "the ministers", rules_of("en"))
    'compare the laws'
    >>> task_told("It falls to the two agencies to organise a fair", "", rules_of("en"))
    'organise a fair'
    """
    tail = tail.strip()
    return _in_english(tail, subject, rules) if rules.modal else _behind_noun(tail, subject, rules)


def _in_english(tail: str, subject: str, rules: Rules) -> str:
    bases = rules.pattern("actions.bases")
    tail = re.sub(r"^to\s+(?=[a-zA-Z])", "", tail)
    if bases.match(tail):
        return re.sub(r"\band to (?=[a-z]+\b)", "and ", tail)
    clause = _CLAUSE.match(tail) if _STARTS.match(tail) else None
    done = done_first(_as_done(clause["rest"]), clause["what"], rules) if clause else ""
    if done:
        return done
    given = _given(tail, rules)
    for to in () if given else _TO.finditer(tail):
        rest = tail[to.end() :]
        if rest.startswith("be "):
            named = _NAMED.match(tail[: to.end()])
            done = done_first(rest, named[1], rules) if named else ""
            if done:
                return done
        if bases.match(rest):
            return re.sub(r"\band to (?=[a-z]+\b)", "and ", rest)
    if given:
        return given
    first, _, rest = tail.partition(" ")
    base = infinitive_of(first, rules)
    if base:
        return f"{base} {rest}"
    any_to = _TO.search(tail)
    if any_to and not _STARTS.match(tail[any_to.end() :]):
        return tail[any_to.end() :]
    return _carried(tail, subject, rules)


def _given(tail: str, rules: Rules) -> str:
    """What somebody was charged with doing, or with the doing of; nothing where a "to" stands before."""
    given = _GIVEN.search(tail)
    to = _TO.search(tail)
    if given is None or (to and to.start() < given.start()):
        return ""
    base = base_of_any_gerund(given[1], rules) if given[1] else base_of_gerund(given[2], rules)
    rest = re.sub(
        r"\band (\w+ing)\b",
        lambda one: f"and {base_of_any_gerund(one[1], rules)}",
        tail[given.end() :],
    )
    return f"{base} {rest}" if base else ""


def _as_done(rest: str) -> str:
    return rest if rest.startswith(("be ", "is ", "are ")) else f"be {rest}"


def _behind_noun(tail: str, subject: str, rules: Rules) -> str:
    if rules.shape("titles.infinitive").match(tail):
        return tail
    behind = rules.shape("titles.task").search(tail)
    for found in rules.shape("titles.noun_of").finditer(tail):
        by_noun = with_verb_of_noun(tail[found.start() :], rules)
        if by_noun and (behind is None or found.start() < behind.start()):
            return by_noun
    if behind:
        act = tail[behind.end() :]
        return with_subjunctive(act, rules) or act
    first, _, rest = tail.partition(" ")
    base = infinitive_of(first, rules)
    return f"{base} {rest}" if base else _carried(tail, subject, rules)


def _carried(tail: str, subject: str, rules: Rules) -> str:
    """A thing that was ordered, as what is carried out; what is none of that stays as it is told."""
    carried = next(iter(rules.words("titles.carry_out")), "")
    thing = (
        subject
        and not is_joint(subject, rules)
        and re.match(r"(?:an?|une?|una?)\s", subject, re.IGNORECASE)
    )
    return f"{carried} {small(subject, rules)}" if thing and carried else tail
