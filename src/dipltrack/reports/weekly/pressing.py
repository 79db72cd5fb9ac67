"""What presses: what is overdue, and what falls due within fourteen days."""

from collections.abc import Sequence
from datetime import date

from dipltrack.register.standing import Standing
from dipltrack.reports.blocks import (
    Block,
    Cell,
    Column,
    Days,
    Heading,
    Many,
    Need,
    Ref,
    Stated,
    Table,
    Text,
)
from dipltrack.reports.items import sides_told, title_cell
from dipltrack.reports.play import Reminded, asked_told, play_cell
from dipltrack.reports.tally import Place, place_of
from dipltrack.reports.weekly.length import MOST, more_than

_PRESSING = (
    Column("Ref", whole=True),
    Column("Promised action", least=13, good=22, share=3),
    Column("Stated time → window", least=14, good=20, most=32, share=1),
    Column("Days", whole=True),
    Column("Lead / counterpart", Need.SOMETIMES, least=11, most=16),
    Column("State of play", Need.OFTEN, least=14, good=14, share=3),
    Column("Next step", Need.SOMETIMES, least=12, share=2),
)


def pressing_section(chased: Sequence[Standing], day: date, reminded: Reminded) -> list[Block]:
    """The promises that are overdue, the longest first; those due soon, the nearest first."""
    blocks: list[Block] = []
    for place, title in ((Place.OVERDUE, "Overdue"), (Place.DUE_SOON, "Due within 14 days")):
        some = sorted((one for one in chased if place_of(one) is place), key=_urgency)
        if some:
            rows = tuple(_pressing_row(one, day, reminded) for one in some[:MOST])
            level = 2 if blocks else 1
            blocks += [
                Heading(title, len(some), level),
                Table(_PRESSING, rows),
                *more_than(len(some)),
            ]
    return blocks


def _urgency(standing: Standing) -> tuple[int, str]:
    return (standing.days or 0, standing.ref)


def _pressing_row(standing: Standing, day: date, reminded: Reminded) -> tuple[Cell, ...]:
    said = asked_told(standing, day, reminded.get(standing.ref, ()))
    asked = said if standing.state.pending else ""
    play = play_cell(standing)
    return (
        Ref(standing.ref),
        title_cell(standing),
        Stated(standing.state.timing.stated, standing.state.window),
        Days(standing.days),
        Text(sides_told(standing)),
        Many((play, Text(asked))) if asked else play,
        Text(standing.state.next_step or ""),
    )
