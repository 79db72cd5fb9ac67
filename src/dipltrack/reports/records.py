"""The records of several documents side by side, and where they differ in time or strength."""

from collections.abc import Iterator

from dipltrack.model.commitment import Record
from dipltrack.model.window import Timing
from dipltrack.register.standing import Standing
from dipltrack.reports.blocks import Cell, Column, Need, Table, Text, Words


def records_table(standing: Standing) -> Table:
    """Each document's version of the promise."""
    columns = (
        Column("Document", least=10),
        Column("Wording", least=20, share=4),
        Column("Firmness", least=9),
        Column("Stated", Need.OFTEN, least=10),
    )
    item = standing.item
    first = Record(
        of=item.ref,
        document=item.document,
        paragraph=item.paragraph,
        wording=item.wording,
        firmness=item.firmness,
        timing=standing.state.first,
    )
    return Table(columns, tuple(_record_row(record) for record in (first, *standing.records)))


def differences(standing: Standing) -> Iterator[str]:
    """Where the documents differ in strength or in time, in a sentence each."""
    first = Record(
        of=standing.ref,
        document=standing.item.document,
        firmness=standing.item.firmness,
        timing=standing.state.first,
    )
    records = (first, *standing.records)
    strengths = {r.document or "?": r.firmness.value for r in records if r.firmness}
    times = {r.document or "?": _stated(r.timing) for r in records if r.timing.window.has_day}
    for what, by_document in (("strength", strengths), ("time", times)):
        if len(set(by_document.values())) > 1:
            grouped = {
                said: [document for document, one in by_document.items() if one == said]
                for said in by_document.values()
            }
            told = "; ".join(f"{said} ({', '.join(names)})" for said, names in grouped.items())
            yield f"They differ in {what}: {told}."


def _stated(timing: Timing) -> str:
    return f"“{timing.stated}”" if timing.stated else timing.window.edtf()


def _record_row(record: Record) -> tuple[Cell, ...]:
    return (
        Text(" ".join(part for part in (record.document, record.paragraph) if part)),
        Words(record.wording) if record.wording else Text(""),
        Text(record.firmness or ""),
        Words(record.timing.stated) if record.timing.stated else Text(""),
    )
