"""The brief: one partner before the next meeting, by dossier, each item once."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from msgspec import Struct

from dipltrack.model.settings import Body, Dossier
from dipltrack.model.vocabulary import NextMove, Status, Timeliness, TimingChange
from dipltrack.register.standing import Standing
from dipltrack.reports.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Many,
    Need,
    Paragraph,
    Ref,
    Stated,
    Table,
    Text,
)
from dipltrack.reports.items import sides_told, title_cell
from dipltrack.reports.matrix import dossier_title
from dipltrack.reports.play import play_cell
from dipltrack.reports.prose import capital, counted, is_or_are, listed, number_word


class Turn(StrEnum):
    """What is to be said of an item at the next meeting: the first that fits."""

    OVERDUE = "overdue"
    THEIRS = "for them to do"
    OURS = "for us to do"
    FIXED = "fixed"
    IN_HAND = "in hand"
    NOT_BEGUN = "not begun"
    ALSO_SAID = "also said"
    KEPT = "kept since"


class Brief(Struct, frozen=True, kw_only=True):
    """What a brief is made of: the items with the partner, and the day of the last meeting."""

    partner: str
    items: Sequence[Standing]
    day: date
    last_meeting: date | None
    bodies: Sequence[Body] = ()
    dossiers: Sequence[Dossier] = ()


def brief_blocks(brief: Brief) -> tuple[Block, ...]:
    """The items by dossier: of each group what is overdue first, what was kept since last.

    Of a meeting of many parties only the items stand here that name the partner.
    """
    turns = [
        (turn, one)
        for one in brief.items
        if _concerns(one, brief) and (turn := turn_of(one, brief)) is not None
    ]
    if not turns:
        return (Paragraph("Nothing is open, and nothing was kept since the last meeting."),)
    groups: dict[str, list[tuple[Turn, Standing]]] = {}
    for turn, one in turns:
        groups.setdefault(one.item.dossier or "", []).append((turn, one))
    blocks: list[Block] = [Paragraph(_sum(turns))]
    for name in sorted(groups, key=lambda name: (not name, name.casefold())):
        group = sorted(groups[name], key=lambda pair: (_ORDER[pair[0]], pair[1].days or 0))
        blocks.append(Heading(dossier_title(name, brief.dossiers), len(group)))
        blocks.append(Table(_COLUMNS, tuple(_row(turn, one) for turn, one in group)))
    return tuple(blocks)


_ORDER = {turn: place for place, turn in enumerate(Turn)}
_COLUMNS = (
    Column("Ref, how it stands", least=14, most=16),
    Column("Promised action", least=14, good=24, share=4),
    Column("Stated time → window", least=12, good=18, most=32, share=1),
    Column("State of play", Need.OFTEN, least=14, good=22, share=3),
    Column("Next step", Need.SOMETIMES, least=12, share=2),
    Column("Lead / counterpart", Need.SOMETIMES, least=11, most=20),
)


def turn_of(standing: Standing, brief: Brief) -> Turn | None:
    """What is to be said of the item; None for what was closed before, or otherwise than kept."""
    state = standing.state
    if state.closed_on is not None:
        since = brief.last_meeting
        kept = state.status.is_kept and (since is None or state.closed_on >= since)
        return Turn.KEPT if kept else None
    if not standing.is_chased:
        return Turn.ALSO_SAID
    if standing.timeliness is Timeliness.OVERDUE:
        return Turn.OVERDUE
    match state.next_move:
        case NextMove.THEIRS:
            return Turn.THEIRS
        case NextMove.OURS | NextMove.BOTH:
            return Turn.OURS
        case NextMove.THIRD_PARTY | NextMove.NOBODY | None:
            pass
    if any(one.timing is TimingChange.FIXED and one.to == state.timing for one in state.entries):
        return Turn.FIXED
    begun = state.status in {Status.IN_PROGRESS, Status.ON_HOLD} or state.last_report is not None
    return Turn.IN_HAND if begun and state.status is not Status.NOT_STARTED else Turn.NOT_BEGUN


def _concerns(standing: Standing, brief: Brief) -> bool:
    """True where the item concerns the partner: of a meeting of many, where it names the partner."""
    meeting, partner = standing.meeting, brief.partner
    if len(meeting.parties) <= 2 or standing.partner == partner:
        return True
    theirs = {body.name for body in brief.bodies if body.party == partner}
    named = {*standing.item.voice, *standing.counterpart, *standing.lead}
    return partner in named or bool(named & theirs)


def _sum(turns: Sequence[tuple[Turn, Standing]]) -> str:
    """How many of each, in a sentence."""
    counts = Counter(turn for turn, _ in turns)
    open_ = [turn for turn in Turn if turn not in {Turn.KEPT, Turn.ALSO_SAID} and counts[turn]]
    promised = sum(counts[turn] for turn in open_)
    told = capital(f"{counted(promised, 'promise')} {is_or_are(promised)} open")
    if len(open_) == 1:
        all_of_them = {1: "", 2: "both "}.get(promised, "all ")
        told += f", {all_of_them}{open_[0]}"
    elif open_:
        told += f": {listed([f'{number_word(counts[turn])} {turn}' for turn in open_])}"
    if counts[Turn.KEPT]:
        told += f"; {number_word(counts[Turn.KEPT])} kept since the last meeting"
    if counts[Turn.ALSO_SAID]:
        told += f"; {number_word(counts[Turn.ALSO_SAID])} also said, not promised"
    return f"{told}."


def _row(turn: Turn, standing: Standing) -> tuple[Cell, ...]:
    state = standing.state
    return (
        Many((Ref(standing.ref), Text(turn))),
        title_cell(standing),
        Stated(state.timing.stated, state.window),
        play_cell(standing),
        Text(state.next_step or ""),
        Text(sides_told(standing)),
    )
