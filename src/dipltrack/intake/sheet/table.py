"""What would be filed of a sheet, as a table: row by row, below each meeting."""

from collections.abc import Iterator, Sequence

from dipltrack.intake.sheet.draft import Draft
from dipltrack.intake.sheet.plan import Filing
from dipltrack.model.update import Update
from dipltrack.model.window import Timing
from dipltrack.reports.blocks import (
    Block,
    Cell,
    Column,
    Dated,
    Heading,
    Many,
    Need,
    Number,
    Paragraph,
    Span,
    Table,
    Text,
    Words,
)
from dipltrack.reports.days import written_day

_COLUMNS = (
    Column("Row", whole=True),
    Column("Promised action", least=16, good=28, share=3),
    Column("Stated time → window", least=14, good=22, share=2),
    Column("Status, note", least=14, good=20, share=2),
    Column("Lead", Need.SOMETIMES, least=6),
    Column("Source", Need.RARELY, least=8),
)


def filings_blocks(filings: Sequence[Filing]) -> tuple[Block, ...]:
    """A heading for each meeting, new or on file, and its rows."""
    if not filings:
        return (Paragraph("Nothing is to be filed."),)
    return tuple(block for filing in filings for block in _blocks(filing))


def _blocks(filing: Filing) -> Iterator[Block]:
    meeting = filing.settled.meeting
    new = "" if filing.settled.held else ", new"
    title = f"{meeting.title}, {written_day(meeting.date)} ({meeting.ref}{new})"
    yield Heading(title, len(filing.drafts))
    if filing.documents:
        names = ", ".join(f"“{document.name}”" for document in filing.documents)
        yield Paragraph(f"With the new documents {names}.", hint=True)
    yield Table(_COLUMNS, tuple(_row(draft) for draft in filing.drafts))


def _row(draft: Draft) -> tuple[Cell, ...]:
    item, timing = draft.item, draft.item.timing
    return (
        Number(draft.row),
        Text(item.title),
        _time(timing),
        _said(draft.update) if draft.update else Text(""),
        Text(", ".join(item.lead)),
        Text(" ".join(part for part in (item.document, item.paragraph) if part)),
    )


def _time(timing: Timing) -> Cell:
    """The words, and below them the days that they were read as."""
    words = [Words(timing.stated)] if timing.stated else []
    days = [Span(timing.window)] if timing.window.has_day else []
    return Many((*words, *days)) if words or days else Text("")


def _said(update: Update) -> Cell:
    """The status and what was said, with the day."""
    told = (update.status, update.reason, update.note, update.next_step)
    text = ": ".join(part for part in told if part) or "evidence"
    return Dated(text, update.date, when=update.when)
