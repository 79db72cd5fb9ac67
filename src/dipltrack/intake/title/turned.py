"""What is done to something, with the doing first: "the round will be held" is "hold the round"."""

import re

from dipltrack.intake.act.duties import infinitive_of
from dipltrack.intake.clause.conjugated import infinitive_by_ending
from dipltrack.intake.clause.inflected import base_of_participle
from dipltrack.intake.rules import Rules

_SIDES = re.compile(r"(?:[A-Z][\w’'-]*(?:,| and)? ?)+")
_DESCRIBED = re.compile(r"\w(?:ed|ées?|és?|ies?|[ai]d[oa]s?)\s*$")
"""A participle of its own before who did that: "images provided by the Agency"."""
_OBJECTS = {"they": "them", "he": "him", "she": "her", "it": "it"}
_PARTICLE = 2  # words of a verb with its particle: "set up"


def done_first(tail: str, subject: str, rules: Rules) -> str:
    """The doing, then what it is done to; who does it stands before a colon. Nothing where it is no passive.

    >>> from dipltrack.intake.rules import rules_of
    >>> done_first("be received by the Prime Minister at noon", "The guest", rules_of("en"))
    'the Prime Minister: receive the guest at noon'
    >>> done_first("be commissioned by the two sides jointly", "The audit itself", rules_of("en"))
    'commission the audit jointly'
    >>> done_first("seront assumés par le gouvernement", "Les frais", rules_of("fr"))
    'le gouvernement: assumer les frais'
    """
    found = rules.pattern("titles.passive").match(tail) or rules.pattern("titles.is_done").match(
        tail
    )
    base = _base(found[0].lower().split(), rules) if found else ""
    if found is None or not base:
        return ""
    rest = tail[found.end() :]
    by = rules.shape("titles.by").search(rest)
    who = ""
    if by and not _DESCRIBED.search(rest[: by.start()]):
        who = _own(by["who"], rules)
        rest = f"{rest[: by.start()]} {rest[by.end() :]}"
    what = _OBJECTS.get(subject.lower()) or small(_own(subject, rules), rules)
    act = _joined_doings(" ".join(f"{base} {what} {rest.strip()}".split()), rules)
    return act if not who or is_joint(who, rules) else f"{who}: {act}"


def _base(words: list[str], rules: Rules) -> str:
    two = " ".join(words[-_PARTICLE:])
    if rules.modal:
        return base_of_participle(two, rules) or base_of_participle(words[-1], rules)
    return infinitive_of(words[-1], rules) or infinitive_by_ending(
        "titles.participles", words[-1], rules
    )


def _joined_doings(act: str, rules: Rules) -> str:
    """The act with a second doing in the same form: "draft a text and printed in English"."""
    if not rules.modal:
        return act

    def told(found: re.Match[str]) -> str:
        return f"and {base_of_participle(found[1], rules) or found[1]}"

    return re.sub(r"\band (\w+ed|put|sent|made|held|given)(?= [a-z]+\b)", told, act)


def _own(text: str, rules: Rules) -> str:
    """The words but for what stresses them: "the audit itself"."""
    return rules.pattern("titles.stress").sub("", text).strip()


def is_joint(subject: str, rules: Rules) -> bool:
    """True for those that met, of whom a title need not speak."""
    both = _SIDES.fullmatch(subject) and " and " in subject
    return bool(both) or rules.pattern("titles.joint").fullmatch(subject) is not None


def small(text: str, rules: Rules) -> str:
    """The text with a small first letter, where that is no name."""
    text = text.strip()
    first = text.partition(" ")[0]
    lowered = rules.pattern("titles.small").fullmatch(first)
    return text[:1].lower() + text[1:] if lowered else text


def who_does(act: str, subject: str, rules: Rules) -> str:
    """The act, with who is to do it before it where that is not those that met."""
    joint = not subject or is_joint(subject, rules)
    return act if joint else f"{subject}: {act}"
