"""The agenda: what is overdue, due soon, in its window, coming up, long without report, undated."""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from dipltrack.model.vocabulary import RagReason, Timeliness
from dipltrack.register.freshness import stale_after
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


class Group(StrEnum):
    """The sections of the agenda; an item stands in the first that fits."""

    OVERDUE = "overdue"
    DUE_SOON = "due-soon"
    IN_WINDOW = "in-window"
    COMING_UP = "coming-up"
    REVIEW = "review"
    NO_REPORT = "no-report"
    NO_DATE = "no-date"
    LATER = "later"
    IN_HAND = "in-hand"
    ALSO_SAID = "also-said"


_TITLES = {
    Group.OVERDUE: "Overdue",
    Group.DUE_SOON: "Due within 14 days",
    Group.IN_WINDOW: "In its window",
    Group.COMING_UP: "Coming up",
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


def group_of(standing: Standing, day: date, within: timedelta) -> Group:
    """The section of the agenda in which an open item stands on the day.

    What was only also said is not chased unless the item is tracked (DESIGN §2).
    """
    if not standing.is_chased:
        return Group.ALSO_SAID
    match standing.timeliness:
        case Timeliness.OVERDUE:
            return Group.OVERDUE
        case Timeliness.DUE_SOON:
            return Group.DUE_SOON
        case Timeliness.IN_WINDOW:
            return Group.IN_WINDOW
        case _:
            return _group_of_undue(standing, day, within)


def _group_of_undue(standing: Standing, day: date, within: timedelta) -> Group:
    earliest = standing.state.window.earliest
    if standing.timeliness is Timeliness.NOT_YET_DUE and earliest and earliest - day <= within:
        return Group.COMING_UP
    if standing.rag_reason in {RagReason.REVIEW, RagReason.AT_RISK, RagReason.ON_HOLD}:
        return Group.REVIEW
    most = stale_after(standing.item, standing.state.window, standing.state.review_on)
    if most is not None and standing.quiet > most:
        return Group.NO_REPORT
    if standing.timeliness is Timeliness.UNDATED:
        return Group.NO_DATE
    return Group.LATER if standing.timeliness is Timeliness.NOT_YET_DUE else Group.IN_HAND


def agenda_blocks(
    standings: Sequence[Standing],
    day: date,
    within: timedelta,
    most: int | None = None,
    *,
    narrowed: bool = False,
) -> tuple[Block, ...]:
    """The agenda of the open items as of the day; at most so many rows in all, where given.

    `narrowed` says that they were asked for by a filter.
    """
    groups: dict[Group, list[Standing]] = {group: [] for group in Group}
    for standing in standings:
        groups[group_of(standing, day, within)].append(standing)
    blocks: list[Block] = []
    left = len(standings) if most is None else most
    for group, title in _TITLES.items():
        members = groups[group]
        shown = members[: max(left, 0)]
        left -= len(shown)
        if members:
            blocks.append(Heading(_title(group, title, within), len(members)))
        if shown:
            blocks.append(items_table(shown, _COLUMNS))
        if len(shown) < len(members):
            blocks.append(Paragraph(f"… {len(members) - len(shown):,} more (--all)", hint=True))
    if not blocks:
        blocks.append(Paragraph(_nothing(standings, narrowed=narrowed)))
    blocks += _sought(standings)
    return (*blocks, *_rest(groups))


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


def _nothing(standings: Sequence[Standing], *, narrowed: bool) -> str:
    if standings:
        return "Nothing is overdue, due or without a date."
    if narrowed:
        return "No item fits."
    return "No open item is on file: dipltrack meeting add, then dipltrack add."


def _missed_before(groups: dict[Group, list[Standing]]) -> str:
    """How many of what is only said again were promised before, and missed."""
    missed = sum(bool(standing.chain.never_kept) for standing in groups[Group.ALSO_SAID])
    return f" ({missed:,} promised before and missed)" if missed else ""


def _rest(groups: dict[Group, list[Standing]]) -> tuple[Block, ...]:
    """One line on the open items that the agenda does not show."""
    counts = (
        (len(groups[Group.LATER]), "due later"),
        (len(groups[Group.IN_HAND]), "continuing"),
        (len(groups[Group.ALSO_SAID]), f"also said, not promised{_missed_before(groups)}"),
    )
    parts = [f"{count:,} {what}" for count, what in counts if count]
    return (Paragraph(f"Not shown: {'; '.join(parts)}.", hint=True),) if parts else ()
