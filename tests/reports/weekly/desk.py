"""A desk for tests of the weekly report: its items on the as-of day and the week before."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dipltrack.model.commitment import Commitment
from dipltrack.model.entry import Entry
from dipltrack.model.update import Update
from dipltrack.model.vocabulary import TimingClass
from dipltrack.model.window import Timing, Window
from dipltrack.register.question import Question
from dipltrack.register.view import View
from dipltrack.reports.blocks import Block, Heading, Pairs, Paragraph, Table
from dipltrack.reports.partners import partner_name
from dipltrack.reports.weekly.changes import Changes, changes_of
from dipltrack.reports.weekly.report import Weekly, closed_in, weekly_blocks
from dipltrack.reports.weekly.week import Week
from tests.given import day, ledger_of, register

FRIDAY = Week.on(day("2018-02-02"))


def item(
    number: int = 1,
    first: str | None = None,
    last: str | None = None,
    **fields: Any,  # noqa: ANN401 - any field of the model
) -> Commitment:
    """An item of the meeting of 28 December 2017, with those days where they are given."""
    window = Window(
        class_=TimingClass.RANGE if last else TimingClass.NONE,
        earliest=day(first) if first else None,
        latest=day(last) if last else None,
    )
    title = fields.pop("title", f"Act {number}")
    stated = fields.pop("stated", None)
    timing = Timing(stated=stated, window=window)
    return Commitment(ref=f"TR-20171228-{number}", title=title, timing=timing, **fields)


def update(number: int, on: str, **fields: Any) -> Update:  # noqa: ANN401
    """An update of that item on that day."""
    return Update(of=f"TR-20171228-{number}", date=day(on), **fields)


def entered(on: str) -> datetime:
    """A moment of that day."""
    return datetime.fromisoformat(f"{on}T10:00:00").replace(tzinfo=UTC)


def weekly_of(
    root: Path,
    *entries: Entry,
    week: Week = FRIDAY,
    annex: bool = False,
    whole: bool = False,
    **fields: Any,  # noqa: ANN401 - any field of the report
) -> Weekly:
    """The weekly report of a ledger with those entries; `whole`: of what was closed before too."""
    ledger_of(root, *entries)
    asked = register(root)
    question = Question() if whole else Question(told_since=week.since)
    view, before = (View(as_of=on, timezone=UTC) for on in (week.as_of, week.since))
    now = asked.ask(question, view).standings
    return Weekly(
        week=week,
        now=now,
        before=asked.items(closed_in(now), before),
        counts=asked.alike(Question(), view),
        counts_before=asked.alike(Question(), before),
        annex=asked.ask(Question(), view).standings if annex else None,
        day_of=lambda moment: moment.astimezone(UTC).date(),
        partner_name=partner_name,
        **fields,
    )


def changes(weekly: Weekly) -> Changes:
    """What changed in the week."""
    return changes_of(weekly.now, weekly.before, weekly.week, weekly.day_of)


def sections(weekly: Weekly) -> dict[str, list[Block]]:
    """The blocks of the report by the titles of their sections, without their numbers."""
    found: dict[str, list[Block]] = {}
    name = ""
    for block in weekly_blocks(weekly):
        if isinstance(block, Heading) and block.level == 1:
            name = block.text.partition(". ")[2]
            found[name] = []
        else:
            found[name].append(block)
    return found


def rows(blocks: list[Block]) -> list[dict[str, Any]]:
    """The rows of the tables among the blocks, each cell by the title of its column."""
    return [
        {column.title: cell for column, cell in zip(block.columns, row, strict=True)}
        for block in blocks
        if isinstance(block, Table)
        for row in block.rows
    ]


def sentences(blocks: list[Block]) -> list[str]:
    """The paragraphs among the blocks."""
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def pairs(blocks: list[Block]) -> list[dict[str, Any]]:
    """The pairs of each card among the blocks, each cell by its label."""
    return [
        {pair.label: pair.cell for pair in block.pairs}
        for block in blocks
        if isinstance(block, Pairs)
    ]
