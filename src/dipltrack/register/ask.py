"""The one door through which a ledger is asked: which items, as of when, known by when."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dipltrack.ledger.contents import Ledger, MeetingFile
from dipltrack.ledger.read import read_ledger
from dipltrack.model.fault import Fault
from dipltrack.model.meeting import Document, Meeting
from dipltrack.model.ref import MeetingRef
from dipltrack.register.entries import Made, entries_of
from dipltrack.register.meaning import Known, known_of, meaning_faults
from dipltrack.register.question import Question, SortBy, Strange, in_order_of, strange_names
from dipltrack.register.standing import Standing
from dipltrack.register.standings import meetings_of, standings_of
from dipltrack.register.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A meeting as of a day, with what was filed of it."""

    path: str
    meeting: Meeting
    file: MeetingFile
    documents: tuple[Document, ...]
    items: int
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was asked for, and the errors by which something may be missing in it.

    `known` is what a write to the ledger is held against; `strange` are the names in the filters
    that nothing bears; `said_again` is the number of items that are left out since a later one says
    them again.
    """

    standings: tuple[Standing, ...] = ()
    meetings: tuple[Held, ...] = ()
    errors: tuple[Fault, ...] = ()
    strange: tuple[Strange, ...] = ()
    said_again: int = 0
    known: Known


def ask(root: Path, question: Question, view: View, sort: SortBy = SortBy.REF) -> Answer:
    """The standings that the question asks for, as the view sees them, in that order.

    A broken file is left out and named among the errors.
    """
    ledger = read_ledger(root)
    every = list(standings_of(ledger, view))
    each = replace(question, each=True)
    fitting = [s for s in every if each.fits(s)]
    standings = [s for s in fitting if question.each or s.chain.is_newest]
    return replace(
        _answer(ledger, view),
        standings=tuple(in_order_of(standings, sort)),
        said_again=len(fitting) - len(standings),
        strange=strange_names(question, every, ledger.settings),
    )


def ask_meetings(root: Path, partners: Sequence[str], view: View) -> Answer:
    """The meetings up to the view's day under which one of the partners is found, by date."""
    ledger = read_ledger(root)
    counts: dict[str, list[bool]] = defaultdict(list)
    for standing in standings_of(ledger, view):
        if not standing.struck:
            counts[standing.path].append(standing.state.status.is_open)
    held = [
        Held(
            path=seen.file.path,
            meeting=seen.meeting,
            file=seen.file,
            documents=seen.documents,
            items=len(counts[seen.file.path]),
            open=sum(counts[seen.file.path]),
        )
        for seen in meetings_of(ledger, view)
        if not seen.struck
        and view.knows(seen.meeting, seen.file.meeting.date)
        and (not partners or _is_under(seen.meeting, partners))
    ]
    held.sort(key=lambda one: (one.meeting.date, one.meeting.ref))
    return replace(_answer(ledger, view), meetings=tuple(held))


def ask_entries(root: Path, view: View) -> tuple[Answer, list[Made]]:
    """Every entry of the ledger, and what a write to it is held against."""
    ledger = read_ledger(root)
    return _answer(ledger, view), list(entries_of(ledger))


def partner_of(meeting: Meeting) -> str:
    """The partner under which the meeting is filed."""
    ref = MeetingRef.of(meeting.ref)
    return ref.partner if ref else ""


def _is_under(meeting: Meeting, partners: Sequence[str]) -> bool:
    codes = {partner_of(meeting), *meeting.parties}
    return any(partner.upper() in codes for partner in partners)


def _answer(ledger: Ledger, view: View) -> Answer:
    """An answer that says nothing yet: its errors, and what a write is held against."""
    known = known_of(ledger, view.timezone)
    faults = (*ledger.faults, *meaning_faults(ledger, known))
    return Answer(errors=tuple(sorted(fault for fault in faults if fault.is_error)), known=known)
