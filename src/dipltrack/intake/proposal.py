"""What is proposed of a document: a follow-up with all that can be read of it, or why it is none."""

from msgspec import Struct

from dipltrack.intake.document.communique import Paragraph
from dipltrack.model.vocabulary import Firmness, Kind
from dipltrack.model.window import UNTIMED, Timing


class Proposal(Struct, frozen=True, kw_only=True):
    """A follow-up as it may be filed; `confidence` from 0 to 1 says how plainly it was promised."""

    passage: str
    paragraph: Paragraph
    title: str
    timing: Timing = UNTIMED
    firmness: Firmness | None = None
    voice: tuple[str, ...] = ()
    kind: Kind = Kind.ONE_OFF
    sector: str | None = None
    dossier: str | None = None
    lead: tuple[str, ...] = ()
    counterpart: tuple[str, ...] = ()
    confidence: float = 0.0
    reasons: tuple[str, ...] = ()


class LeftOut(Struct, frozen=True, kw_only=True):
    """Words that look like a promise and are none, with the reason."""

    passage: str
    paragraph: Paragraph
    why: str


class Intake(Struct, frozen=True, kw_only=True):
    """All that was found in a document, in its order."""

    proposals: tuple[Proposal, ...]
    left_out: tuple[LeftOut, ...] = ()
