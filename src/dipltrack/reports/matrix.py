"""The matrix: every item in one line with all that a desk keeps of it, by dossier or by meeting."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from dipltrack.model.settings import Dossier
from dipltrack.register.standing import Standing
from dipltrack.reports.blocks import (
    Block,
    Cell,
    Colour,
    Column,
    Heading,
    Need,
    Paragraph,
    Ref,
    Stated,
    Table,
    Text,
)
from dipltrack.reports.days import written_day
from dipltrack.reports.items import sides_told, title_cell
from dipltrack.reports.play import play_cell
from dipltrack.reports.sources import evidence_cell, source_cell


class GroupBy(StrEnum):
    """What the lines of a matrix are put together by."""

    DOSSIER = "dossier"
    MEETING = "meeting"


_COLUMNS = (
    Column("Ref", whole=True),
    Column("Promised action", least=13, good=24, share=4),
    Column("Source ¶", Need.RARELY, least=8, most=16),
    Column("Firmness", Need.SOMETIMES, least=11, most=12),
    Column("Lead / counterpart", Need.OFTEN, least=11, most=20),
    Column("Stated time → window", least=12, good=18, most=30, share=1),
    Column("Status", Need.SOMETIMES, least=11, most=16),
    Column("RAG", least=8, good=11, most=12),
    Column("State of play (date)", Need.OFTEN, least=16, good=24, share=3),
    Column("Next step", Need.SOMETIMES, least=12, share=2),
    Column("Evidence", Need.RARELY, least=10, most=24),
)


def matrix_blocks(
    standings: Sequence[Standing], by: GroupBy, dossiers: Sequence[Dossier]
) -> tuple[Block, ...]:
    """The items under a heading for each dossier, or each meeting, in the order of their refs.

    What belongs to no dossier stands last.
    """
    if not standings:
        return (Paragraph("No item fits."),)
    blocks: list[Block] = []
    for title, group in _grouped(standings, by, dossiers).items():
        blocks += [Heading(title, len(group)), matrix_table(group)]
    return tuple(blocks)


def matrix_table(standings: Sequence[Standing]) -> Table:
    """The items in all columns of DESIGN §8."""
    return Table(_COLUMNS, tuple(_row(standing) for standing in standings))


def _grouped(
    standings: Sequence[Standing], by: GroupBy, dossiers: Sequence[Dossier]
) -> Mapping[str, list[Standing]]:
    groups: dict[str, list[Standing]] = {}
    for standing in standings:
        groups.setdefault(
            standing.meeting.ref if by is GroupBy.MEETING else standing.item.dossier or "", []
        ).append(standing)
    match by:
        case GroupBy.MEETING:
            ordered = sorted(groups.values(), key=lambda g: (g[0].meeting.date, g[0].meeting.ref))
            return {_meeting(group[0]): group for group in ordered}
        case GroupBy.DOSSIER:
            names = sorted(groups, key=lambda name: (not name, name.casefold()))
            titles = {one.name: one.title for one in dossiers}
            return {_dossier(name, titles): groups[name] for name in names}


def _meeting(standing: Standing) -> str:
    meeting = standing.meeting
    return f"{meeting.title}, {written_day(meeting.date)} ({meeting.ref})"


def _dossier(name: str, titles: Mapping[str, str | None]) -> str:
    if not name:
        return "No dossier"
    title = titles.get(name)
    return f"{title} ({name})" if title and title != name else name


def dossier_title(name: str | None, dossiers: Sequence[Dossier]) -> str:
    """The whole name of a dossier with its short one; a word for what belongs to none."""
    return _dossier(name or "", {one.name: one.title for one in dossiers})


def _row(standing: Standing) -> tuple[Cell, ...]:
    state, item = standing.state, standing.item
    return (
        Ref(standing.ref),
        title_cell(standing),
        source_cell(standing),
        Text(item.firmness or ""),
        Text(sides_told(standing)),
        Stated(state.timing.stated, state.window),
        Text(state.status),
        Colour(standing.rag, standing.rag_reason),
        play_cell(standing),
        Text(state.next_step or ""),
        evidence_cell(state.entries, standing.documents),
    )
