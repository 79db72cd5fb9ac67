"""What nobody reported on for too long, and whom was asked without an answer."""

from collections.abc import Sequence
from datetime import date

from dipltrack.register.standing import Standing
from dipltrack.reports.blocks import Block, Cell, Column, Heading, Ref, Table, Text
from dipltrack.reports.items import title_cell
from dipltrack.reports.play import Reminded, asked_told
from dipltrack.reports.prose import lasting
from dipltrack.reports.tally import Place, place_of
from dipltrack.reports.weekly.length import MOST, more_than

_SILENT = (
    Column("Ref", whole=True),
    Column("Promised action", least=16, good=26, share=4),
    Column("Lead", least=7, most=18),
    Column("Silent for", whole=True),
    Column("Asked", least=14, good=24, share=3),
)


def silent_section(chased: Sequence[Standing], day: date, reminded: Reminded) -> list[Block]:
    """What nobody reported on for too long, and what was asked without an answer."""
    quiet = {Place.NO_REPORT, Place.STALE}
    some = [
        one
        for one in chased
        if one.state.closed_on is None
        and (
            (place_of(one) in quiet)
            or (one.state.pending and place_of(one) not in {Place.OVERDUE, Place.DUE_SOON})
        )
    ]
    if not some:
        return []
    some.sort(key=lambda one: (not one.state.pending, not one.silent, -one.quiet, one.ref))
    rows = tuple(_silent_row(one, day, reminded) for one in some[:MOST])
    return [Heading("No report", len(some)), Table(_SILENT, rows), *more_than(len(some))]


def _silent_row(standing: Standing, day: date, reminded: Reminded) -> tuple[Cell, ...]:
    return (
        Ref(standing.ref),
        title_cell(standing),
        Text(", ".join(standing.lead) or "–"),
        Text(lasting(standing.quiet)),
        Text(asked_told(standing, day, reminded.get(standing.ref, ())) or "never"),
    )
