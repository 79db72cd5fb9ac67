"""What can be asked of a ledger, and in which order the answer comes."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from dipltrack.ledger.flaw import nearest
from dipltrack.model.settings import Settings
from dipltrack.model.vocabulary import (
    Firmness,
    Kind,
    NextMove,
    Rag,
    Status,
    Timeliness,
    Voice,
)
from dipltrack.register.standing import Standing


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Which items are asked for; what is not named does not narrow.

    Of several words in one filter any may fit, of several filters all must. `open_only` None asks
    for open and closed ones. The days of `due_from` and `due_to` bound the window in force: an
    item fits whose window, as far as it is known, touches them. Of what was said again only the
    newest is shown, unless `each` is asked for; what was struck only with `struck`.
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
    struck: bool = False
    each: bool = False

    def fits(self, standing: Standing) -> bool:
        """True where the standing is one that is asked for."""
        if standing.struck and not self.struck:
            return False
        if not standing.chain.is_newest and not self.each:
            return False
        return all(test(self, standing) for test in _TESTS)


@dataclass(frozen=True, slots=True)
class Strange:
    """A name in a filter that nothing of the ledger bears, and the nearest that something bears."""

    filter: str
    name: str
    near: str | None


def strange_names(
    question: Question, standings: Iterable[Standing], settings: Settings
) -> tuple[Strange, ...]:
    """The names in the filters that nothing bears on the day: a slip finds nothing, and is told."""
    wanted = {
        "partner": question.partners,
        "sector": question.sectors,
        "dossier": question.dossiers,
        "lead": question.leads,
        "voice": question.voices,
        "meeting": question.meetings,
    }
    if not any(wanted.values()):
        return ()
    borne: dict[str, set[str]] = {
        "partner": {settings.ledger.party},
        "sector": set(),
        "dossier": {dossier.name for dossier in settings.dossiers},
        "lead": {body.name for body in settings.bodies},
        "voice": {voice.value for voice in Voice},
        "meeting": set(),
    }
    for standing in standings:
        borne["partner"] |= {standing.partner, *standing.meeting.parties}
        borne["sector"].add(standing.item.sector or "")
        borne["dossier"].add(standing.item.dossier or "")
        borne["lead"].update(standing.lead)
        borne["voice"].update(standing.item.voice)
        borne["meeting"].add(standing.meeting.ref)
    return tuple(
        Strange(filter_, name, nearest(name, sorted(borne[filter_] - {""})))
        for filter_, names in wanted.items()
        for name in names
        if not _is_borne(filter_, name.casefold(), borne[filter_])
    )


def _is_borne(filter_: str, name: str, borne: Iterable[str]) -> bool:
    folded = (one.casefold() for one in borne)
    if filter_ == "meeting":  # a beginning is enough, and an item's ref goes beyond its meeting's
        return any(one.startswith(name) or name.startswith(one) for one in folded)
    return name in folded


def _any_of(wanted: tuple[Any, ...], present: tuple[Any, ...]) -> bool:
    """True where nothing is wanted, or something wanted is present, whatever the letter case."""
    folded = {str(value).casefold() for value in present}
    return not wanted or any(str(value).casefold() in folded for value in wanted)


def _fits_meeting(question: Question, standing: Standing) -> bool:
    """A beginning of the ref is enough: TR-2017 means all of that year, TR-20171228- one meeting."""
    ref = standing.ref.casefold()
    wanted = tuple(meeting.casefold() for meeting in question.meetings)
    return not wanted or ref.startswith(wanted)


def _fits_text(question: Question, standing: Standing) -> bool:
    if question.text is None:
        return True
    item, state = standing.item, standing.state
    notes = (text for u in state.entries for text in (u.note, u.reason, u.next_step) if text)
    parts = (standing.ref, item.title, item.wording, state.timing.stated, item.dossier, *notes)
    hay = "\n".join(part for part in parts if part).casefold()
    return all(word in hay for word in question.text.casefold().split())


def _fits_due(question: Question, standing: Standing) -> bool:
    window = standing.state.window
    if question.due_from is None and question.due_to is None:
        return True
    if not window.has_day:
        return False
    last = window.latest or date.max
    first = window.earliest or window.latest or date.min
    return (question.due_from is None or last >= question.due_from) and (
        question.due_to is None or min(first, last) <= question.due_to
    )


_TESTS: tuple[Callable[[Question, Standing], bool], ...] = (
    lambda q, s: q.open_only is None or s.state.status.is_open is q.open_only,
    lambda q, s: q.promised is None or s.is_promise is q.promised,
    lambda q, s: _any_of(q.partners, (s.partner, *s.meeting.parties)),
    _fits_meeting,
    lambda q, s: _any_of(q.sectors, (s.item.sector,)),
    lambda q, s: _any_of(q.dossiers, (s.item.dossier,)),
    lambda q, s: _any_of(q.leads, s.lead),
    lambda q, s: _any_of(q.statuses, (s.state.status,)),
    lambda q, s: _any_of(q.timeliness, (s.timeliness,)),
    lambda q, s: _any_of(q.firmness, (s.item.firmness,)),
    lambda q, s: _any_of(q.kinds, (s.item.kind,)),
    lambda q, s: _any_of(q.voices, s.item.voice),
    lambda q, s: _any_of(q.next_moves, (s.state.next_move,)),
    _fits_due,
    _fits_text,
)

_RAGS = (Rag.RED, Rag.AMBER, Rag.NONE, Rag.GREEN, Rag.BLUE)


def _ref_key(standing: Standing) -> tuple[Any, ...]:
    meeting, _, number = standing.ref.rpartition("-")
    return (*meeting.rpartition("-")[::2], int(number))


_KEYS: Mapping[SortBy, Callable[[Standing], Any]] = {
    SortBy.REF: _ref_key,
    SortBy.LATEST: lambda s: s.state.window.latest or date.max,
    SortBy.RAG: lambda s: _RAGS.index(s.rag),
    SortBy.STATUS: lambda s: list(Status).index(s.state.status),
    SortBy.FIRMNESS: lambda s: list(Firmness).index(s.item.firmness or Firmness.AGREEMENT),
    SortBy.LEAD: lambda s: (not s.lead, s.lead),
    SortBy.SECTOR: lambda s: (s.item.sector is None, s.item.sector or ""),
    SortBy.TITLE: lambda s: s.item.title.casefold(),
    SortBy.UPDATED: lambda s: -(s.updated or date.min).toordinal(),
}


def in_order_of(standings: list[Standing], sort: SortBy) -> list[Standing]:
    """The standings in that order, those that are equal in it by ref; latest updated first."""
    return sorted(sorted(standings, key=_ref_key), key=_KEYS[sort])
