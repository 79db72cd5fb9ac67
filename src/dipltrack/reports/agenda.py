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


def agenda_blocks(
    agenda: Agenda, within: timedelta, *, narrowed: bool = False
) -> tuple[Block, ...]:
    """The agenda: of each section the items that were built, and how many more there are.

    `narrowed` says that they were asked for by a filter.
    """
    blocks: list[Block] = []
    for group, title in _TITLES.items():
        count, shown = agenda.counts[group], agenda.standings[group]
        if count:
            blocks.append(Heading(_title(group, title, within), count))
        if shown:
            blocks.append(items_table(shown, _COLUMNS))
        if len(shown) < count:
            blocks.append(Paragraph(f"… {count - len(shown):,} more (--all)", hint=True))
    if not blocks:
        blocks.append(Paragraph(_nothing(agenda, narrowed=narrowed)))
    blocks += _sought(agenda.sought)
    return (*blocks, *_rest(agenda))


_SOUGHT = (
    Column("Ref", whole=True),
    Column("Promised action", least=13, good=24, share=2),
    Column("Decision sought", least=18, good=28, share=4),
    Column("Since", least=11, whole=True),
)


def _sought(standings: Sequence[Standing]) -> tuple[Block, ...]:
    """The decisions that are sought from the reader, of whatever group the item is."""
    rows = tuple(
        (Ref(one.ref), Text(one.item.title), Text(seek.seek or ""), Day(seek.date))
        for one in standings
        if (seek := one.state.seek) is not None
    )
    return (Heading("Decisions sought", len(rows)), Table(_SOUGHT, rows)) if rows else ()


def _title(group: Group, title: str, within: timedelta) -> str:
    return f"{title} within {within.days} days" if group is Group.COMING_UP else title


def _nothing(agenda: Agenda, *, narrowed: bool) -> str:
    if any(agenda.counts.values()):
        return "Nothing is overdue, due or without a date."
    if narrowed:
        return "No item fits."
    return "No open item is on file: dipltrack meeting add, then dipltrack add."


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
