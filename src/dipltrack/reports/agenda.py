"""The agenda: what is overdue, due soon, in its window, coming up, long without report, undated."""

from collections.abc import Sequence
from datetime import date, timedelta

from dipltrack.register.agenda import Group, group_of, is_near
from dipltrack.register.ask import Agenda
from dipltrack.register.standing import Standing
from dipltrack.reports.blocks import (
    Block,
    Column,
    Day,
    Heading,
    Paragraph,
    Ref,
    Table,
    Text,
)
from dipltrack.reports.items import ColumnName, items_table

_TITLES = {
    Group.OVERDUE: "Overdue",
    Group.DUE_SOON: "Due within 14 days",
    Group.IN_WINDOW: "In its window",
    Group.COMING_UP: "Coming up",
    Group.UNANSWERED: "Not answered in time",
    Group.REVIEW: "To look at again",
    Group.NO_REPORT: "Long without report",
    Group.NO_DATE: "No date",
}
_COLUMNS = (
    ColumnName.REF,
    ColumnName.TITLE,
    ColumnName.WHEN,
    ColumnName.DAYS,
    ColumnName.RAG,
    ColumnName.ASKED,
    ColumnName.LEAD,
    ColumnName.STATUS,
    ColumnName.NEXT_STEP,
    ColumnName.FIRMNESS,
    ColumnName.STATED,
)


def group_of_item(standing: Standing, day: date, within: timedelta) -> Group:
    """The section of the agenda in which an open item stands on the day."""
    return group_of(
        chased=standing.is_chased,
        timeliness=standing.timeliness,
        near=is_near(standing.state.window.earliest, day, within),
        reason=standing.rag_reason,
        silent=standing.silent,
        unanswered=standing.unanswered,
    )


def rows_of(agenda: Agenda) -> int:
    """The rows of the agenda's tables: the items that were built of every section."""
    return sum(map(len, agenda.standings.values())) + len(agenda.sought)


def agenda_blocks(
    agenda: Agenda, within: timedelta, most: int | None = None, *, narrowed: bool = False
) -> tuple[Block, ...]:
    """The agenda: of each section the items that were built, and how many more there are.

    At most so many rows are shown, the first sections first; of a section without any stands its
    heading, with the count. `narrowed` says that they were asked for by a filter.
    """
    left = rows_of(agenda) if most is None else most
    blocks: list[Block] = []
    hidden = 0
    for group, title in _TITLES.items():
        count, shown = agenda.counts[group], agenda.standings[group][:left]
        left -= len(shown)
        if count:
            blocks.append(Heading(_title(group, title, within), count))
        if shown:
            blocks.append(items_table(shown, _COLUMNS))
        if shown and len(shown) < count:
            blocks.append(_more(count - len(shown)))
        hidden += 0 if shown else count
    if not blocks:
        blocks.append(Paragraph(_nothing(agenda, narrowed=narrowed)))
    sought = agenda.sought[:left]
    if agenda.sought:
        blocks.append(Heading("Decisions sought", len(agenda.sought)))
    if sought:
        blocks.append(_sought(sought))
    hidden += len(agenda.sought) - len(sought)
    if hidden:
        blocks.append(_more(hidden))
    return (*blocks, *_rest(agenda))


def _more(count: int) -> Paragraph:
    return Paragraph(f"… {count:,} more (--all)", hint=True)


_SOUGHT = (
    Column("Ref", whole=True),
    Column("Promised action", least=13, good=24, share=2),
    Column("Decision sought", least=18, good=28, share=4),
    Column("Since", least=11, whole=True),
)


def _sought(standings: Sequence[Standing]) -> Table:
    """The decisions that are sought from the reader, of whatever group the item is."""
    rows = tuple(
        (Ref(one.ref), Text(one.item.title), Text(seek.seek or ""), Day(seek.date))
        for one in standings
        if (seek := one.state.seek) is not None
    )
    return Table(_SOUGHT, rows)


def _title(group: Group, title: str, within: timedelta) -> str:
    return f"{title} within {within.days} days" if group is Group.COMING_UP else title


def _nothing(agenda: Agenda, *, narrowed: bool) -> str:
    if any(agenda.counts.values()):
        return "Nothing is overdue, due or without a date."
    if narrowed:
        return "No item fits."
    return (
        "Nothing is open. What was promised is filed by dipltrack meeting add, then dipltrack add."
    )


def _rest(agenda: Agenda) -> tuple[Block, ...]:
    """One line on the open items that the agenda does not show."""
    counts, missed = agenda.counts, agenda.also_said_missed
    before = f" ({missed:,} promised before and missed)" if missed else ""
    told = (
        (counts[Group.LATER], "due later"),
        (counts[Group.IN_HAND], "continuing"),
        (counts[Group.ALSO_SAID], f"also said, not promised{before}"),
    )
    parts = [f"{count:,} {what}" for count, what in told if count]
    return (Paragraph(f"Not shown: {'; '.join(parts)}.", hint=True),) if parts else ()
