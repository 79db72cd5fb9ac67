"""The settings of a ledger: its name and party, the bodies, the dossiers, the conventions."""

from typing import Annotated

from msgspec import Struct, field

from dipltrack.model.conventions import Conventions, Event
from dipltrack.model.entry import Day, Entry
from dipltrack.model.reminder import MailServer, RuleSetting
from dipltrack.model.vocabulary import Remind


class Identity(Struct, frozen=True, kw_only=True):
    """Whose ledger it is, and how high it may be marked."""

    name: Annotated[str, "name of the desk"]
    party: Annotated[str, "our own party: an ISO 3166 code"]
    ceiling: Annotated[str, "highest marking allowed, printed on every page"] = "internal"
    timezone: Annotated[str | None, "IANA zone for `today` and `recorded`; else the machine's"] = (
        None
    )
    example: Annotated[bool, "written to only where `--ledger` names it"] = False


class Body(Entry, frozen=True, kw_only=True):
    """Who acts: a ministry, division or post; never a person."""

    name: Annotated[str, "short name: `ME1`, `TR-MFA`"]
    party: Annotated[str, "whose body it is"]
    title: Annotated[str | None, "its whole name"] = None
    mail: Annotated[str | None, "a post's address, never a person's own"] = None
    remind: Annotated[Remind, "a mail, or a draft for an officer to send"] = Remind.DRAFT
    until: Annotated[Day | None, "last day of its existence"] = None
    successor: Annotated[str | None, "the body that its open items pass to"] = None


class Dossier(Entry, frozen=True, kw_only=True):
    """The matter that a minister is briefed on, across meetings and years."""

    name: Annotated[str, "short name: `EPA`"]
    title: Annotated[str | None, "its whole name"] = None
    lead: Annotated[str | None, "body that carries it"] = None


class Default(Struct, frozen=True, kw_only=True):
    """What nobody should type nine times: taken where a command does not say otherwise."""

    partner: Annotated[str | None, "partner of a new meeting"] = None
    place: Annotated[str | None, "place of a new meeting"] = None
    level: Annotated[str | None, "level of a new meeting"] = None
    issued_by: Annotated[str | None, "whose record a new document is"] = None
    instrument: Annotated[str | None, "what a new document is"] = None
    language: Annotated[str | None, "language of a new document"] = None
    lead: Annotated[str | None, "lead of a new item"] = None
    counterpart: Annotated[str | None, "counterpart of a new item"] = None
    sector: Annotated[str | None, "sector of a new item"] = None
    voice: Annotated[str | None, "voice of a new item"] = None


class Settings(Struct, frozen=True, kw_only=True):
    """All of `dipltrack.toml`; of two bodies, dossiers or events of a name the later counts."""

    ledger: Identity
    conventions: Conventions = field(default_factory=Conventions)
    default: Default = field(default_factory=Default)
    bodies: tuple[Body, ...] = ()
    dossiers: tuple[Dossier, ...] = ()
    events: tuple[Event, ...] = ()
    rules: tuple[RuleSetting, ...] = ()
    mail: MailServer = field(default_factory=MailServer)
