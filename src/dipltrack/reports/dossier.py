"""The story of a dossier: what was promised over all its meetings, and what became of each."""

from collections import Counter
from collections.abc import Sequence

from dipltrack.model.settings import Dossier
from dipltrack.model.vocabulary import Status, Timeliness
from dipltrack.register.standing import Standing
from dipltrack.reports.blocks import (
    Block,
    Cell,
    Colour,
    Column,
    Day,
    Need,
    Pair,
    Pairs,
    Paragraph,
    Ref,
    Table,
    Text,
)
from dipltrack.reports.days import written_day, written_fact, written_window

_COLUMNS = (
    Column("Said on", least=11, whole=True),
    Column("Ref", Need.OFTEN, whole=True),
    Column("Promise", least=18, good=34, share=4),
    Column("Time", Need.OFTEN, least=12, good=18, most=20),
    Column("Words", Need.SOMETIMES, least=9, most=18),
    Column("What became of it", least=18, good=24, share=4),
    Column("RAG", least=9, good=12, most=12),
)


def dossier_blocks(
    name: str, dossier: Dossier | None, standings: Sequence[Standing], *, each: bool = False
) -> tuple[Block, ...]:
    """The dossier on the day: its sum in a sentence or two, then the promises by day.

    What was said again stands once, where it was said last, with how often and since when;
    `each` gives every time it was said.
    """
    if not standings:
        return (Paragraph(f"Nothing is filed under {name} on this day."),)
    ordered = sorted(standings, key=lambda standing: standing.meeting.date)
    head = [Pair("Dossier", Text(name), dossier.title if dossier and dossier.title else "")]
    if dossier and dossier.lead:
        head.append(Pair("Lead", Text(dossier.lead)))
    rows = tuple(_row(one, each=each) for one in ordered if each or one.chain.is_newest)
    return (Pairs(tuple(head)), Paragraph(_sum(ordered)), Table(_COLUMNS, rows))


def _sum(ordered: Sequence[Standing]) -> str:
    """How much was promised since when, and how it stands, in plain words."""
    newest = [standing for standing in ordered if standing.chain.is_newest]
    promised = [standing for standing in newest if standing.is_promise]
    also_said = [standing for standing in newest if not standing.is_promise]
    meetings = len({standing.meeting.ref for standing in ordered})
    first, last = ordered[0].meeting.date, ordered[-1].meeting.date
    said = f"{_count(len(promised), 'promise')} in {_count(meetings, 'meeting')}"
    span = (
        f" from {written_day(first)} to {written_day(last)}"
        if first != last
        else f" on {written_day(first)}"
    )
    fates = f": {_fates(promised)}" if promised else ""
    more = f" {len(also_said)} more also said, not promised: {_fates(also_said)}."
    return f"{said}{span}{fates}.{more if also_said else ''}"


def _fates(standings: Sequence[Standing]) -> str:
    """What became of them, counted."""
    counts = Counter(_fate(standing) for standing in standings)
    return ", ".join(f"{counts[fate]} {fate}" for fate in _FATES if counts[fate])


_FATES = (
    "kept",
    "kept in part",
    "not kept",
    "missed and promised again",
    "closed",
    "overdue",
    "open",
)


def _fate(standing: Standing) -> str:
    status = standing.state.status
    if standing.timeliness is Timeliness.MISSED:
        return "missed and promised again"
    match status:
        case Status.FULFILLED:
            return "kept"
        case Status.PARTLY_FULFILLED:
            return "kept in part"
        case Status.NOT_FULFILLED:
            return "not kept"
        case Status.SUPERSEDED | Status.WITHDRAWN:
            return "closed"
        case Status.NO_REPORT | Status.NOT_STARTED | Status.IN_PROGRESS | Status.ON_HOLD:
            return "overdue" if standing.timeliness is Timeliness.OVERDUE else "open"


def _row(standing: Standing, *, each: bool) -> tuple[Cell, ...]:
    item = standing.item
    return (
        Day(standing.meeting.date),
        Ref(standing.ref),
        Text(item.title if each else f"{item.title}{_said_before(standing)}"),
        Text(_time(standing)),
        Text(", ".join(part for part in (item.firmness, *item.voice) if part)),
        Text(_became(standing)),
        Colour(standing.rag, standing.rag_reason),
    )


def _said_before(standing: Standing) -> str:
    """How often it was said in all, and since which year; what was missed meanwhile."""
    earlier = standing.chain.earlier
    if not earlier:
        return ""
    times = f"said {len(earlier) + 1}× since {earlier[0].on.year}"
    missed = ", ".join(f"“{one.timing.stated}”" for one in standing.chain.missed)
    return f" ({times}; missed: {missed})" if missed else f" ({times})"


def _time(standing: Standing) -> str:
    """The stated words and the window in force."""
    timing, first = standing.state.timing, standing.state.first
    window = written_window(timing.window)
    stated = f"“{first.stated}”" if first.stated else ""
    if stated and window:
        return f"{stated} {window}"
    return stated or window or "–"


def _became(standing: Standing) -> str:
    """The status with its day; of what is open also what was noted with it, and the last note."""
    state = standing.state
    if standing.chain.restated_by:
        missed = "missed, " if standing.timeliness is Timeliness.MISSED else ""
        again = ", ".join(later.ref for later in standing.chain.restated_by)
        return f"{missed}said again: {again}"
    entry = state.status_entry
    late = f", {standing.days} days late" if standing.timeliness is Timeliness.LATE else ""
    told = [f"{state.status} {written_fact(entry)}{late}" if entry else state.status.value]
    if not state.status.is_open:
        return told[0]
    if entry and (entry.note or entry.reason):
        told[0] += f": {entry.note or entry.reason}"
    position = state.entries.index(entry) + 1 if entry else 0
    later = [update for update in state.entries[position:] if update.note]
    if later:
        told = told if entry else []  # what was noted says more than that there is no report
        told.append(f"{written_fact(later[-1])}: {later[-1].note}")
    return " · ".join(told)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
