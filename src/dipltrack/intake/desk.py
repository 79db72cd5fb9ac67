"""What a ledger knows of its own, for what is read of a document."""

from msgspec import Struct

from dipltrack.model.settings import Body, Dossier
from dipltrack.wording.firmness_rules import FirmnessRules


class Desk(Struct, frozen=True, kw_only=True):
    """Whose ledger it is, its matters, its bodies, its list of firm words."""

    party: str | None = None
    dossiers: tuple[Dossier, ...] = ()
    bodies: tuple[Body, ...] = ()
    firmness: FirmnessRules | None = None
