"""What a sentence stands in, as far as it tells whether something was promised."""

from msgspec import Struct

from dipltrack.intake.clause.parties import Parties
from dipltrack.intake.clause.subjects import Subject
from dipltrack.intake.rules import Rules


class Context(Struct, frozen=True, kw_only=True):
    """What the sentence stands in."""

    rules: Rules
    parties: Parties
    opening: bool = False
    regional: bool = False
    background: bool = False
    lead: str = ""
    listed: bool = False
    before: Subject | None = None
    undertaking: bool = False
