"""What `intake --format json` prints: the document and its proposals, under stable keys."""

from typing import Any

from dipltrack.intake.document.communique import Communique
from dipltrack.intake.kin import Kin
from dipltrack.intake.proposal import Intake, LeftOut, Proposal


def intake_as_json(
    communique: Communique, intake: Intake, kin: dict[int, Kin], *, explain: bool
) -> dict[str, Any]:
    """The object that is printed; what is not there is null, and of several voices a list.

    `kin` names the items on file that state the same, by the place of the proposal.
    """
    content: dict[str, Any] = {
        "schema": 1,
        "document": {
            "title": communique.title,
            "date": communique.date.isoformat() if communique.date else None,
            "language": communique.language,
        },
        "proposals": [_proposal(one, kin.get(at)) for at, one in enumerate(intake.proposals)],
    }
    if explain:
        content["left_out"] = [_left_out(one) for one in intake.left_out]
    return content


def _proposal(one: Proposal, kin: Kin | None) -> dict[str, Any]:
    window = one.timing.window
    voice: Any = list(one.voice) if len(one.voice) > 1 else next(iter(one.voice), None)
    return {
        "passage": one.passage,
        "paragraph": one.paragraph.label,
        "ordinal": one.paragraph.ordinal,
        "title": one.title,
        "stated": one.timing.stated,
        "class": window.class_.value,
        "earliest": window.earliest.isoformat() if window.earliest else None,
        "latest": window.latest.isoformat() if window.latest else None,
        "every": str(window.every) if window.every else None,
        "basis": window.basis,
        "firmness": one.firmness.value if one.firmness else None,
        "voice": voice,
        "kind": one.kind.value,
        "sector": one.sector,
        "dossier": one.dossier,
        "lead": list(one.lead),
        "counterpart": list(one.counterpart),
        "confidence": one.confidence,
        "reasons": list(one.reasons),
        "on_file": {"relation": kin.relation.value, "ref": kin.ref} if kin else None,
    }


def _left_out(one: LeftOut) -> dict[str, Any]:
    return {
        "passage": one.passage,
        "paragraph": one.paragraph.label,
        "ordinal": one.paragraph.ordinal,
        "why": one.why,
    }
