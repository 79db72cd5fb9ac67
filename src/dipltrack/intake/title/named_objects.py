"""What "it" means in a title: the thing that the clause before the act was about."""

import re

from dipltrack.intake.clause.parties import Parties
from dipltrack.intake.clause.subjects import Who, subject_of
from dipltrack.intake.rules import Rules
from dipltrack.intake.title.shortened import shortened

_IT = re.compile(
    r"(?P<act>(?:^|: )[A-Za-z]+(?: (?:over|up|out|into|on|to|for|at|off|down))?) (?P<it>it|them)(?=$| )"
)
"""A pronoun right behind the verb of a title."""
_ABOUT = re.compile(
    r"(?:[A-Z][^,;.]{2,40}, )?(?P<it>(?:The|An?|This|These|the|an?|this|these)\s[^,;.]{2,80}?)"
    r"(?:\s(?:that|which|who)\s.*?)?\s(?:will|shall|is|are|was|were|has|have|had|would|becomes?)\s"
)
_VERB = re.compile(r"\b(?:said|told|asked|noted|added|that|reported|stated|confirmed)\b")
_LONGEST = 8  # words of the thing
_THINGS = (Who.THING, Who.INSTRUMENT, Who.OCCASION)


def with_named_object(title: str, before: str, rules: Rules, parties: Parties) -> str:
    """The title with the thing that its "it" means, where one clause before it tells of one thing.

    >>> from dipltrack.intake.rules import rules_of
    >>> none = Parties(frozenset(), {}, re.compile("(?!)"))
    >>> told = "The issue of a direct flight was raised."
    >>> with_named_object("MIAT: study it", told, rules_of("en"), none)
    'MIAT: study the issue of a direct flight'
    >>> with_named_object("Study it", "The ministers were told.", rules_of("en"), none)
    'Study it'
    """
    found = _IT.search(title) if rules.modal else None
    if found is None:
        return title
    clauses = [one for one in re.split(r"(?<=[.;])\s+|,\s+and\s*$", before.strip()) if one]
    about = _ABOUT.match(clauses[-1]) if clauses else None
    subject = subject_of(about["it"], rules, parties) if about else None
    if about is None or subject is None or subject.who not in _THINGS:
        return title
    if _VERB.search(about["it"]):
        return title
    many = subject.head.endswith("s") and not subject.head.endswith("ss")
    if many != (found["it"] == "them") or len(about["it"].split()) > _LONGEST:
        return title
    thing = about["it"][:1].lower() + about["it"][1:]
    return shortened(f"{title[: found.end('act')]} {thing}{title[found.end() :]}", rules)
