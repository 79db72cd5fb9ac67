"""Meetings as a list, and one meeting whole; the bodies and dossiers of a ledger."""

from collections.abc import Sequence

from dipltrack.model.meeting import Meeting
from dipltrack.model.settings import Body, Dossier
from dipltrack.register.held import Held
from dipltrack.register.standing import Standing
from dipltrack.reports.blocks import (
    Block,
    Column,
    Day,
    Heading,
    Need,
    Number,
    Pair,
    Pairs,
    Paragraph,
    Ref,
    Table,
    Text,
)
from dipltrack.reports.days import written_day, written_days
from dipltrack.reports.items import items_table


def meetings_blocks(meetings: Sequence[Held], more: int = 0) -> tuple[Block, ...]:
    """The meetings as a table, by date; `more` is the number of those that are not shown."""
    if not meetings:
        return (Paragraph("No meeting is on file: dipltrack meeting add."),)
    columns = (
        Column("Ref", whole=True),
        Column("Day", least=11, whole=True),
        Column("Meeting", least=16, good=30, share=4),
        Column("Place", Need.OFTEN, least=8),
        Column("Level", Need.SOMETIMES, least=9),
        Column("Items", whole=True),
        Column("Open", whole=True),
    )
    rows = tuple(
        (
            Ref(held.meeting.ref),
            Day(held.meeting.date, held.meeting.from_),
            Text(held.meeting.title),
            Text(held.meeting.place or ""),
            Text(held.meeting.level or ""),
            Number(held.items),
            Number(held.open),
        )
        for held in meetings
    )
    below = (Paragraph(f"… {more:,} more (--all)", hint=True),) if more else ()
    return (Table(columns, rows), *below)


def meeting_blocks(held: Held, standings: Sequence[Standing]) -> tuple[Block, ...]:
    """One meeting: where and who, its documents, its items."""
    meeting = held.meeting
    pairs = [
        Pair("Day", Day(meeting.date, meeting.from_), _filed_as(meeting, held.file.meeting)),
        Pair("Place", Text(meeting.place or "")),
        Pair("Form", Text(meeting.form)),
        Pair("Level", Text(meeting.level or "")),
        Pair("Parties", Text(", ".join(meeting.parties))),
        Pair("File", Text(held.path)),
    ]
    blocks: list[Block] = [Pairs(tuple(p for p in pairs if p.cell != Text("")))]
    if held.documents:
        blocks += [Heading("Documents", len(held.documents)), _documents(held)]
    blocks.append(Heading("Items", len(standings)))
    blocks.append(
        items_table(standings)
        if standings
        else Paragraph(f"Nothing is filed yet: dipltrack add TITLE -m {meeting.ref}.", hint=True)
    )
    return tuple(blocks)


def _filed_as(meeting: Meeting, filed: Meeting) -> str:
    """Of a meeting whose date was corrected, the day on which it was thought to be."""
    if (filed.from_, filed.date) == (meeting.from_, meeting.date):
        return ""
    days = written_days(filed.from_, filed.date) if filed.from_ else written_day(filed.date)
    return f"corrected; filed as {days}"


def _documents(held: Held) -> Table:
    columns = (
        Column("Name", least=8),
        Column("Instrument", least=12),
        Column("Of", least=4),
        Column("Lang", Need.OFTEN, least=4),
        Column("Dated", Need.OFTEN, least=11),
        Column("Address", least=20, share=4),
    )
    rows = tuple(
        (
            Text(document.name),
            Text(document.instrument),
            Text(document.issued_by or ""),
            Text(document.language or ""),
            Text(document.when) if document.when else Day(document.date),
            Text(document.address or ""),
        )
        for document in held.documents
    )
    return Table(columns, rows)


def bodies_blocks(bodies: Sequence[Body]) -> tuple[Block, ...]:
    """The bodies that the ledger knows."""
    if not bodies:
        return (Paragraph("No body is registered: dipltrack body add NAME --party CODE."),)
    columns = (
        Column("Name", least=6),
        Column("Party", whole=True),
        Column("Title", least=16, share=4),
        Column("Mail", Need.OFTEN, least=12, share=1),
        Column("Reminded by", Need.OFTEN, least=5),
        Column("Until", Need.SOMETIMES, least=11),
        Column("Successor", Need.SOMETIMES, least=8),
    )
    rows = tuple(
        (
            Text(body.name),
            Text(body.party),
            Text(body.title or ""),
            Text(body.mail or ""),
            Text(body.remind or ""),
            Day(body.until),
            Text(body.successor or ""),
        )
        for body in bodies
    )
    return (Table(columns, rows),)


def dossiers_blocks(dossiers: Sequence[Dossier]) -> tuple[Block, ...]:
    """The dossiers that the ledger knows."""
    if not dossiers:
        return (Paragraph("No dossier is registered: dipltrack dossier add NAME --title TITLE."),)
    columns = (
        Column("Name", least=6),
        Column("Title", least=16, share=4),
        Column("Lead", least=6),
    )
    rows = tuple((Text(d.name), Text(d.title or ""), Text(d.lead or "")) for d in dossiers)
    return (Table(columns, rows),)
