"""What else is read of a promise: what kind, which dossier, how firm, whose bodies."""

import re
from collections.abc import Sequence

from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.rules import Rules
from dipltrack.model.settings import Body, Dossier
from dipltrack.model.vocabulary import Firmness, Kind, TimingClass
from dipltrack.model.window import Window
from dipltrack.wording.firmness import Reading


def kind_of(title: str, window: Window, rules: Rules) -> Kind:
    """The kind: what has a rhythm recurs, what only goes on with no day is continuing.

    What goes on is told by the verb of the title: "Strengthen cooperation", and not "Draw up a plan
    for the development of the port".
    """
    if window.class_ is TimingClass.RECURRING or window.every is not None:
        return Kind.RECURRING
    verb = re.sub(r"^[^:]{1,90}: ", "", title)
    goes_on = rules.pattern("kinds.continuing")
    if not window.has_day and (goes_on.search(verb) if rules.verb_last else goes_on.match(verb)):
        return Kind.CONTINUING
    return Kind.ONE_OFF


def dossier_of(texts: Sequence[str], dossiers: Sequence[Dossier]) -> str | None:
    """The dossier of the ledger whose name or title stands in the first of the texts that has one.

    The title of an act comes before its passage, which may say more than one act.
    """
    for folded, dossier in ((text.casefold(), one) for text in texts for one in dossiers):
        for words in (dossier.title, dossier.name):
            if (
                words
                and len(words) > 2
                and re.search(rf"(?<!\w){re.escape(words.casefold())}(?!\w)", folded)
            ):
                return dossier.name
    return None


_BY_GROUND = {
    Ground.AGREED: Firmness.AGREEMENT,
    Ground.TASKED: Firmness.AGREEMENT,
    Ground.LISTED: Firmness.AGREEMENT,
    Ground.INVITED: Firmness.AGREEMENT,
    Ground.FUTURE: Firmness.AGREEMENT,
    Ground.DUTY: Firmness.AGREEMENT,
    Ground.SAID: Firmness.PLAN,
    Ground.INTENDED: Firmness.PLAN,
    Ground.APPOINTED: Firmness.PLAN,
    Ground.WISHED: Firmness.ENDEAVOUR,
}
_BOUND = frozenset(
    {Ground.AGREED, Ground.TASKED, Ground.LISTED, Ground.INVITED, Ground.DUTY, Ground.INTENDED}
)
"""Grounds that tell by themselves how firm an act is."""
_LISTED_IN_PART = frozenset({"fr", "es"})


def firmness_told(act: Act, reading: Reading, language: str) -> Firmness | None:
    """How firmly it is worded, by the list of words; where none of them stands, by how it was found.

    That is so for what was agreed, tasked or listed and for a duty in the present tense, and in
    French and Spanish, whose lists know no nouns of doing, for all. What is an act by how it was
    found is no mere statement: "Ministers were directed to commence the review".
    """
    by_ground = act.ground in _BOUND
    if reading.firmness is Firmness.STATEMENT and (by_ground or act.ground is Ground.FUTURE):
        return _BY_GROUND[act.ground]
    if reading.firmness is not None:
        return reading.firmness
    if by_ground or language in _LISTED_IN_PART:
        return _BY_GROUND.get(act.ground)
    return None


def bodies_of(
    passage: str, bodies: Sequence[Body], ours: str | None
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The bodies of the ledger that the passage names: who is to carry it here, and who there.

    A body is known by its whole name, in any case of letters, or by its short name as it is written.
    """
    lead: list[str] = []
    counterpart: list[str] = []
    for body in {body.name: body for body in bodies}.values():
        title = body.title and re.search(
            rf"(?<!\w){re.escape(body.title)}(?!\w)", passage, re.IGNORECASE
        )
        if title or re.search(rf"(?<![\w-]){re.escape(body.name)}(?![\w-])", passage):
            (lead if body.party == ours else counterpart).append(body.name)
    return tuple(lead), tuple(counterpart)
