"""What can be asked of a ledger, and in which order the answer comes."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from dipltrack.model.vocabulary import (
    Firmness,
    Kind,
    NextMove,
    Status,
    Timeliness,
)


class SortBy(StrEnum):
    """The orders in which items can be listed."""

    REF = "ref"
    LATEST = "latest"
    RAG = "rag"
    STATUS = "status"
    FIRMNESS = "firmness"
    LEAD = "lead"
    SECTOR = "sector"
    TITLE = "title"
    UPDATED = "updated"


class Question(Struct, frozen=True, kw_only=True):
    """Which items are asked for; what is not named does not narrow.

    Of several words in one filter any may fit, of several filters all must. `open_only` None asks
    for open and closed ones. The days of `due_from` and `due_to` bound the window in force: an
    item fits whose window, as far as it is known, touches them. Of what was said again only the
    newest is shown, unless `each` is asked for; what was struck only with `struck`. `told_since`
    leaves out what was closed before that day and not written of since, where no decision is sought
    of it: a report of what changed since has nothing to tell of that.
    """

    partners: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    dossiers: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    timeliness: tuple[Timeliness, ...] = ()
    firmness: tuple[Firmness, ...] = ()
    kinds: tuple[Kind, ...] = ()
    voices: tuple[str, ...] = ()
    next_moves: tuple[NextMove, ...] = ()
    promised: bool | None = None
    open_only: bool | None = None
    text: str | None = None
    due_from: date | None = None
    due_to: date | None = None
    told_since: date | None = None
    struck: bool = False
    each: bool = False


class Strange(Struct, frozen=True):
    """A name in a filter that nothing of the ledger bears, and the nearest that something bears."""

    filter: str
    name: str
    near: str | None
