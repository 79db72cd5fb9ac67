"""What a question asks for, told in Python over whole standings, to hold the index against."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from dipltrack.model.vocabulary import Firmness, Rag, Status
from dipltrack.register.question import Question, SortBy
from dipltrack.register.standing import Standing


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
    notes = [
        text
        for u in state.entries
        for text in (u.note, u.reason, u.next_step, u.seek, u.decided, *u.asked, *u.answered)
    ]
    notes += (text for u in state.entries for e in u.evidence for text in (e.says, e.registry))
    bodies = (*item.lead, *item.support, *item.counterpart)
    parts = [standing.ref, item.title, item.wording, state.timing.stated, item.dossier]
    parts += [item.sector, item.done_when, standing.meeting.title, standing.meeting.place]
    parts += [record.wording for record in standing.records]
    hay = _plain("\n".join(part for part in (*parts, *bodies, *notes) if part))
    return all(word in hay for word in _plain(question.text).split())


def _plain(text: str) -> str:
    """The text as the words of these tests are compared."""
    return text.translate(str.maketrans("İışöüÜＥＰＡ", "iisouuepa")).casefold()


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


def fits(question: Question, standing: Standing) -> bool:
    """True where the standing is one that is asked for."""
    if standing.struck and not question.struck:
        return False
    if not standing.chain.is_newest and not question.each:
        return False
    return all(test(question, standing) for test in _TESTS)
