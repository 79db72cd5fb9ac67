"""The list: items as a table, in the columns that are asked for."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from dipltrack.model.vocabulary import Status, Timeliness
from dipltrack.register.standing import Standing
from dipltrack.reports.blocks import (
    Block,
    Cell,
    Colour,
    Column,
    Day,
    Days,
    Need,
    Paragraph,
    Ref,
    Span,
    Table,
    Text,
    Words,
)
from dipltrack.reports.days import written_day


class ColumnName(StrEnum):
    """The columns that a list can have."""

    REF = "ref"
    TITLE = "title"
    WHEN = "when"
    DAYS = "days"
    STATUS = "status"
    RAG = "rag"
    LEAD = "lead"
    COUNTERPART = "counterpart"
    STATED = "stated"
    FIRMNESS = "firmness"
    VOICE = "voice"
    KIND = "kind"
    SECTOR = "sector"
    DOSSIER = "dossier"
    TIMELINESS = "timeliness"
    FRESHNESS = "freshness"
    NEXT_MOVE = "next-move"
    NEXT_STEP = "next-step"
    UPDATED = "updated"
    SOURCE = "source"
    ASKED = "asked"


DEFAULT = (
    ColumnName.REF,
    ColumnName.TITLE,
    ColumnName.WHEN,
    ColumnName.DAYS,
    ColumnName.STATUS,
    ColumnName.RAG,
    ColumnName.LEAD,
    ColumnName.FIRMNESS,
    ColumnName.STATED,
    ColumnName.NEXT_STEP,
)
"""Those of a list that is asked for none, as many as there is room for."""


class _Shown(Struct, frozen=True):
    column: Column
    cell: Callable[[Standing], Cell]


def items_table(standings: Sequence[Standing], names: Sequence[ColumnName] = DEFAULT) -> Table:
    """The items as a table, in as many of the columns as there is room for."""
    shown = [_COLUMNS[name] for name in names]
    columns = tuple(one.column for one in shown)
    rows = tuple(tuple(one.cell(standing) for one in shown) for standing in standings)
    return Table(columns, rows)


def items_blocks(
    standings: Sequence[Standing],
    more: int,
    wanted: Sequence[ColumnName] = (),
    said_again: int = 0,
) -> tuple[Block, ...]:
    """The table with the count below it; `more` is the number of items that are not shown.

    `said_again` are those in whose place the newest of their chain stands, here or elsewhere.
    Columns that are wanted by name are all needed, however narrow the screen.
    """
    if not standings and not more:
        return (Paragraph(f"No item fits{_left_out(said_again)}."),)
    table = items_table(standings, wanted or DEFAULT)
    if wanted:
        table = Table(tuple(_always(column) for column in table.columns), table.rows)
    count = len(standings)
    below = f"… {more:,} more (--all)" if more else f"{count:,} item{'' if count == 1 else 's'}"
    return (table, Paragraph(f"{below}{_left_out(said_again)}", hint=True))


def _left_out(said_again: int) -> str:
    """How many are not shown since they were said again."""
    if not said_again:
        return ""
    are = "is" if said_again == 1 else "are"
    return f"; {said_again:,} said again later {are} not shown (--all)"


def when_cell(standing: Standing) -> Cell:
    """The window in force; where there is none, the stated words, else what it is instead."""
    window = standing.state.window
    if window.has_day:
        return Span(window)
    if standing.state.timing.stated:
        return Words(standing.state.timing.stated)
    return Text("continuing" if standing.timeliness is Timeliness.CONTINUING else "no date")


def _always(column: Column) -> Column:
    return replace(column, need=Need.ALWAYS)


def _days(standing: Standing) -> Days:
    return Days(standing.days, late=standing.timeliness is Timeliness.LATE)


def title_cell(standing: Standing) -> Text:
    """The act; behind it what became of it where it was promised before.

    That is a time that was missed; and, of what is open still, a closing since it was said again,
    and firmer words that are still open.
    """
    chain, title, told = standing.chain, clipped(standing.item.title), []
    if chain.missed:
        times = dict.fromkeys(f"“{one.timing.stated or one.ref}”" for one in chain.missed)
        told.append(f"missed: {', '.join(times)}")
    if standing.state.status.is_open:
        told += (
            f"{one.status} as {one.ref}"
            for one in chain.earlier
            if one.closed_since and one.status is not Status.SUPERSEDED  # for the newest stands
        )
        firmest = standing.firmest
        if firmest is not standing.item.firmness and (firmest is None or firmest.is_promise):
            told.append(f"{firmest or 'promise'} before, still open")
    return Text(f"{title} ({'; '.join(told)})" if told else title)


def clipped(text: str, most: int = 300) -> str:
    """The text, of an overlong one its beginning: a passage is no title, but a hand may write one."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _firmness(standing: Standing) -> Text:
    """The firmness of its words; of firmer ones that it says again and that are still open."""
    own, firmest = standing.item.firmness, standing.firmest
    if firmest is own:
        return Text(own or "")
    return Text(f"{own or 'none'}; {firmest or 'promised'} before")


def _asked(standing: Standing) -> Text:
    """Whom, how often and when last, where no answer has come yet."""
    pending = standing.state.pending
    if not pending:
        return Text("")
    bodies = ", ".join(dict.fromkeys(body for ask in pending for body in ask.asked))
    asked = f"{bodies} {len(pending)}×, last {written_day(pending[-1].date)}"
    return Text(f"{asked}{answer_due(standing)}")


def answer_due(standing: Standing) -> str:
    """By when an answer to what was asked is due, and how long that is over; "" for no day."""
    reply_by, left = standing.state.reply_by, standing.reply_days
    if reply_by is None or left is None:
        return ""
    over = f", {-left:,} day{'' if left == -1 else 's'} over" if left < 0 else ""
    return f", answer due {written_day(reply_by)}{over}"


def sides_told(standing: Standing) -> str:
    """Who carries it here and who there, the two sides apart; a side that nobody carries is left out."""
    sides = (", ".join(standing.lead), ", ".join(standing.counterpart))
    return " / ".join(side for side in sides if side)


def _names(names: tuple[str, ...]) -> Text:
    return Text(", ".join(names))


def _source(standing: Standing) -> Text:
    item = standing.item
    return Text(" ".join(part for part in (item.document, item.paragraph) if part))


_COLUMNS: Mapping[ColumnName, _Shown] = {
    ColumnName.REF: _Shown(Column("Ref", whole=True), lambda s: Ref(s.ref)),
    ColumnName.TITLE: _Shown(Column("Promised action", least=13, good=28, share=4), title_cell),
    ColumnName.WHEN: _Shown(Column("When", least=11, most=16), when_cell),
    ColumnName.DAYS: _Shown(Column("Days", whole=True), _days),
    ColumnName.STATUS: _Shown(
        Column("Status", Need.OFTEN, least=11), lambda s: Text(s.state.status)
    ),
    ColumnName.RAG: _Shown(
        Column("RAG", least=8, good=11, most=12), lambda s: Colour(s.rag, s.rag_reason)
    ),
    ColumnName.LEAD: _Shown(Column("Lead", Need.OFTEN, least=7), lambda s: _names(s.lead)),
    ColumnName.COUNTERPART: _Shown(
        Column("Counterpart", Need.SOMETIMES, least=8), lambda s: _names(s.counterpart)
    ),
    ColumnName.STATED: _Shown(
        Column("Stated", Need.SOMETIMES, least=12, share=2),
        lambda s: Words(s.state.timing.stated) if s.state.timing.stated else Text(""),
    ),
    ColumnName.FIRMNESS: _Shown(Column("Firmness", Need.SOMETIMES, least=11, most=24), _firmness),
    ColumnName.VOICE: _Shown(
        Column("Voice", Need.RARELY, least=6), lambda s: _names(s.item.voice)
    ),
    ColumnName.KIND: _Shown(Column("Kind", Need.RARELY, least=7), lambda s: Text(s.item.kind)),
    ColumnName.SECTOR: _Shown(
        Column("Sector", Need.RARELY, least=7), lambda s: Text(s.item.sector or "")
    ),
    ColumnName.DOSSIER: _Shown(
        Column("Dossier", Need.RARELY, least=7), lambda s: Text(s.item.dossier or "")
    ),
    ColumnName.TIMELINESS: _Shown(
        Column("Timeliness", Need.RARELY, least=10), lambda s: Text(s.timeliness)
    ),
    ColumnName.FRESHNESS: _Shown(
        Column("Freshness", Need.RARELY, least=8), lambda s: Text(s.freshness or "")
    ),
    ColumnName.NEXT_MOVE: _Shown(
        Column("Next move", Need.RARELY, least=9), lambda s: Text(s.state.next_move or "")
    ),
    ColumnName.NEXT_STEP: _Shown(
        Column("Next step", Need.RARELY, least=16, share=3),
        lambda s: Text(s.state.next_step or ""),
    ),
    ColumnName.UPDATED: _Shown(Column("Updated", Need.RARELY, least=11), lambda s: Day(s.updated)),
    ColumnName.ASKED: _Shown(Column("Asked", Need.OFTEN, least=12, most=32), _asked),
    ColumnName.SOURCE: _Shown(Column("Source", Need.RARELY, least=8), _source),
}
