"""The log: every entry of a ledger in the order in which it was made."""

from collections.abc import Sequence

from dipltrack.model.commitment import Commitment, Record
from dipltrack.model.meeting import Document, Meeting
from dipltrack.model.update import Update
from dipltrack.register.entries import Made
from dipltrack.reports.blocks import Block, Cell, Column, Need, Paragraph, Ref, Table, Text
from dipltrack.reports.item import said_of, what_of


def log_blocks(entries: Sequence[Made], more: int) -> tuple[Block, ...]:
    """The entries, the newest first; `more` is the number of those that are not shown."""
    if not entries:
        return (Paragraph("No entry fits."),)
    columns = (
        Column("Entered", least=10, good=16, most=16),
        Column("By", Need.OFTEN, least=4, most=12),
        Column("Of", whole=True),
        Column("What", least=10, good=13, most=20),
        Column("Said", least=14, good=30, share=4),
        Column("Id", Need.SOMETIMES, whole=True),
    )
    table = Table(columns, tuple(_row(made) for made in entries))
    below = f"… {more:,} more (--all)" if more else f"{len(entries):,} entries"
    return (table, Paragraph(below, hint=True))


def _row(made: Made) -> tuple[Cell, ...]:
    recorded = made.entry.recorded
    taken_back = "" if made.counts else " (taken back)"
    return (
        Text(f"{recorded:%Y-%m-%d %H:%M}" if recorded else "by hand"),
        Text(made.entry.by or ""),
        Ref(_of(made)),
        Text(_what(made) + taken_back),
        Text(_said(made)),
        Text(made.entry.id or ""),
    )


def _of(made: Made) -> str:
    match made.entry:
        case Document():
            return made.file.meeting.ref
        case Record():
            return made.entry.of
        case _:
            return made.of or ""


def _what(made: Made) -> str:
    return what_of(made.entry) if isinstance(made.entry, Update) else f"new {made.table}"


def _said(made: Made) -> str:
    match made.entry:
        case Update() as update:
            return said_of(update)
        case Meeting() | Commitment() as titled:
            return titled.title
        case Document() as document:
            return f"{document.name}, {document.instrument}"
        case Record() as record:
            return f"{record.document}"
        case _:
            return ""
