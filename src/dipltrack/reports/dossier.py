"""The story of a dossier: what was promised over all its meetings, and what became of each."""

from collections.abc import Sequence

from dipltrack.model.settings import Dossier
from dipltrack.model.vocabulary import Timeliness
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
from dipltrack.reports.fates import fates_told
from dipltrack.reports.prose import figure

_COLUMNS = (
    Column("Said on", Need.SOMETIMES, least=11, whole=True),
    Column("Ref", whole=True),
    Column("Promise, and for when", least=16, good=42, share=4),
    Column("Words", Need.RARELY, least=18, most=22),
    Column("What became of it", least=15, good=17, share=3),
    Column("RAG", Need.SOMETIMES, least=12, most=13),
)
"""The ref tells the day too, and what became of it whether it is overdue, where room is scarce."""


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
    lead = f"lead {dossier.lead}" if dossier and dossier.lead else None
    known = ", ".join(filter(None, (dossier.title if dossier else None, lead)))
    head = (Pair("Dossier", Text(name), known),)
    mixed = len({one.is_promise for one in ordered}) > 1
    shown = [one for one in ordered if each or _counts(one)]
    rows = tuple(_row(one, each=each, mixed=mixed) for one in shown)
    return (Pairs(head), Paragraph(_sum(ordered)), Table(_COLUMNS, rows))


def _sum(ordered: Sequence[Standing]) -> str:
    """How much was promised since when, and how it stands, in plain words."""
    counted = [standing for standing in ordered if _counts(standing)]
    promised = [standing for standing in counted if standing.is_promise]
    also_said = [standing for standing in counted if not standing.is_promise]
    meetings = len({standing.meeting.ref for standing in ordered})
    first, last = ordered[0].meeting.date, ordered[-1].meeting.date
    said = f"{figure(len(promised), 'promise')} said at {figure(meetings, 'meeting')}"
    span = (
        f" from {written_day(first)} to {written_day(last)}"
        if first != last
        else f" on {written_day(first)}"
    )
    fates = f": {fates_told(promised)}" if promised else ""
    more = f" {len(also_said)} more only also said: {fates_told(also_said)}."
    return f"{said}{span}{fates}.{more if also_said else ''}"


def _counts(standing: Standing) -> bool:
    """True for the newest of a chain, and for an older promise that was kept since it was said again."""
    kept_on = standing.state.closed_on if standing.state.status.is_kept else None
    again_on = standing.chain.again_on
    return again_on is None or (kept_on is not None and kept_on >= again_on)


def _row(standing: Standing, *, each: bool, mixed: bool) -> tuple[Cell, ...]:
    item = standing.item
    return (
        Day(standing.meeting.date),
        Ref(standing.ref),
        Text(f"{item.title}{_time(standing)}{_aside(standing, each=each, mixed=mixed)}"),
        Text(", ".join(part for part in (item.firmness, *item.voice) if part)),
        Text(_became(standing)),
        Colour(standing.rag, standing.rag_reason),
    )


def _aside(standing: Standing, *, each: bool, mixed: bool) -> str:
    """That it was not promised, where others were; how often it was said, and what was missed."""
    told = []
    if mixed and not standing.is_promise:
        told.append(f"{standing.item.firmness}")
    if not each and (earlier := standing.chain.earlier):
        told.append(f"said {len(earlier) + 1}× since {earlier[0].on.year}")
        missed = dict.fromkeys(f"“{one.timing.stated}”" for one in standing.chain.missed)
        told += [f"missed: {', '.join(missed)}"] if missed else []
    return f" ({'; '.join(told)})" if told else ""


def _time(standing: Standing) -> str:
    """The stated words and the window in force, as they follow the promise; "" where it has no time.

    In a column of their own they left room for three words a line, and a story of eleven years ran
    over its screen.
    """
    timing, first = standing.state.timing, standing.state.first
    window = written_window(timing.window)
    stated = f"“{first.stated}”" if first.stated else ""
    told = " ".join(filter(None, (stated, window)))
    return f": {told}" if told else ""


def _became(standing: Standing) -> str:
    """The status with its day; of what is open also what was noted with it, and the last note."""
    state = standing.state
    if standing.chain.restated_by and not _counts(standing):
        missed = "missed, " if standing.timeliness is Timeliness.MISSED else ""
        again = ", ".join(later.ref for later in standing.chain.restated_by)
        return f"{missed}said again: {again}"
    entry = state.status_entry
    late = f", {standing.days} days late" if standing.timeliness is Timeliness.LATE else ""
    told = [f"{state.status} {written_fact(entry)}{late}" if entry else state.status.value]
    if not state.status.is_open:
        return told[0]
    if standing.timeliness is Timeliness.OVERDUE and standing.is_chased:
        told[0] = f"overdue, {told[0]}"
    if entry and (entry.note or entry.reason):
        told[0] += f": {entry.note or entry.reason}"
    position = state.entries.index(entry) + 1 if entry else 0
    later = [update for update in state.entries[position:] if update.note]
    if later:
        told = (
            told if entry or told[0].startswith("overdue") else []
        )  # what was noted says more than that there is no report
        told.append(f"{written_fact(later[-1])}: {later[-1].note}")
    return " · ".join(told)
