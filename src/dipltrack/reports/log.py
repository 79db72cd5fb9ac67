"""The log: every entry of a ledger in the order in which it was made."""

from collections.abc import Sequence

from dipltrack.model.commitment import Commitment, Record
from dipltrack.model.entry import Entry
from dipltrack.model.meeting import Document, Meeting
from dipltrack.model.update import Update
from dipltrack.register.corrections import is_undo
from dipltrack.register.entries import Made
from dipltrack.reports.blocks import Block, Cell, Column, Need, Paragraph, Ref, Table, Text
from dipltrack.reports.history import said_of, what_of


def log_blocks(entries: Sequence[Made], *, more: bool) -> tuple[Block, ...]:
    """The entries, the newest first; `more` says that there are others, which are not counted."""
    if not entries:
        return (Paragraph("No entry fits."),)
    columns = (
        Column("Entered", least=10, good=16, most=16),
        Column("By", Need.SOMETIMES, least=4, most=12),
        Column("Of", whole=True),
        Column("What", least=10, good=13, most=24),
        Column("Said", least=14, good=30, share=4),
        Column("Id", whole=True),
    )
    table = Table(columns, tuple(_row(made) for made in entries))
    below = (
        "… more (--all)"
        if more
        else f"{len(entries):,} {'entry' if len(entries) == 1 else 'entries'}"
    )
    return (table, Paragraph(below, hint=True))


Commit = tuple[str, str, str, str]
"""The moment of a commit of git, who made it, what it brought, its name."""


def commit_blocks(commits: Sequence[Commit], *, more: bool) -> tuple[Block, ...]:
    """The commits of the ledger, the newest first, as `log_blocks` lists its entries."""
    columns = (
        Column("Committed", least=10, good=16, most=16),
        Column("By", least=4, most=20),
        Column("What", least=14, good=30, share=4),
        Column("Commit", whole=True),
    )
    rows = tuple(
        (Text(moment[:16].replace("T", " ")), Text(by), Text(summary), Text(name[:10]))
        for moment, by, summary, name in commits
    )
    below = (
        "… more (--all)" if more else f"{len(commits):,} commit{'' if len(commits) == 1 else 's'}"
    )
    return (Table(columns, rows), Paragraph(below, hint=True))


def _row(made: Made) -> tuple[Cell, ...]:
    recorded = made.entry.recorded
    taken_back = "" if made.counts else " (taken back)"
    return (
        Text(f"{recorded:%Y-%m-%d %H:%M}" if recorded else "by hand"),
        Text(made.entry.by or ""),
        Ref(made.about),
        Text(what_was_made(made) + taken_back),
        Text(said_by(made)),
        Text(made.entry.id or ""),
    )


def what_was_made(made: Made) -> str:
    """What sort of entry it is, and what it takes back."""
    if not isinstance(made.entry, Update):
        return f"new {made.table}"
    if made.corrected is not None and is_undo(made.entry):
        return "struck" if made.entry.same_as else "takes back"
    return what_of(made.entry)


def sort_of(entry: Entry) -> str:
    """What sort of entry it is, in a word or two."""
    return what_of(entry) if isinstance(entry, Update) else type(entry).__name__.lower()


def _shown_by(update: Update) -> str:
    """The sources of an entry that says nothing else."""
    sources = (one.address or one.document or one.registry for one in update.evidence)
    named = ", ".join(source for source in sources if source)
    return f"Evidence: {named}" if named else ""


def said_by(made: Made) -> str:
    """What the entry says, in a line."""
    match made.entry:
        case Update() as update:
            wrong = made.corrected
            taken = f"{sort_of(wrong)} {wrong.id}." if wrong else ""
            shown = "" if said_of(update) else _shown_by(update)
            return " ".join(part for part in (taken, said_of(update), shown) if part)
        case Meeting() | Commitment() as titled:
            return titled.title
        case Document() as document:
            return f"{document.name}, {document.instrument}"
        case Record() as record:
            return f"{record.document}"
        case _:
            return ""
