"""What is new: what was agreed or filed in the week."""

from dipltrack.model.vocabulary import Timeliness
from dipltrack.register.standing import Standing
from dipltrack.reports.blocks import Block, Cell, Column, Heading, Need, Ref, Stated, Table, Text
from dipltrack.reports.items import sides_told, title_cell
from dipltrack.reports.weekly.changes import Changes
from dipltrack.reports.weekly.length import MOST, more_than

_NEW = (
    Column("Ref", whole=True),
    Column("Promised action", least=16, good=26, share=4),
    Column("Stated time → window", least=12, good=18, most=32, share=1),
    Column("How firmly", least=10, most=22),  # "endeavour, also said" breaks behind its comma
    Column("Lead / counterpart", Need.OFTEN, least=11, most=20),
    Column("Next step", Need.SOMETIMES, least=12, share=2),
)


def new_section(changes: Changes) -> list[Block]:
    """What was agreed or filed in the week, the promises first; left out where there is nothing."""
    new = sorted(changes.new, key=lambda one: not one.is_promise)
    if not new:
        return []
    rows = tuple(_new_row(one) for one in new[:MOST])
    return [Heading("New", len(new)), Table(_NEW, rows), *more_than(len(new))]


def _new_row(standing: Standing) -> tuple[Cell, ...]:
    state, item = standing.state, standing.item
    timed = state.timing.stated or state.window.has_day
    nothing = "continuing" if standing.timeliness is Timeliness.CONTINUING else "no date"
    strength = item.firmness or "promised"
    also = "" if standing.is_promise else ", also said"
    return (
        Ref(standing.ref),
        title_cell(standing),
        Stated(state.timing.stated, state.window) if timed else Text(nothing),
        Text(f"{strength}{also}"),
        Text(sides_told(standing)),
        Text(state.next_step or ""),
    )
