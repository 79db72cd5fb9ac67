"""The entries of a ledger one by one: who made which, and which of them count."""

from collections.abc import Iterator, Sequence
from datetime import date, tzinfo

from msgspec import Struct

from dipltrack.ledger.contents import MeetingFile
from dipltrack.model.commitment import Record
from dipltrack.model.entry import Entry
from dipltrack.model.meeting import Document
from dipltrack.model.update import Update
from dipltrack.register.corrections import corrected_ids, is_undo


class Made(Struct, frozen=True, kw_only=True):
    """An entry as it was made: its file, its table, and whether it still counts."""

    file: MeetingFile
    table: str
    entry: Entry
    counts: bool

    @property
    def of(self) -> str | None:
        """The ref or id that an entry about it names: an update's own, else its ref or id."""
        match self.entry:
            case Update():
                return self.entry.of
            case _:
                ref = getattr(self.entry, "ref", None)
                return ref if isinstance(ref, str) else self.entry.id

    @property
    def about(self) -> str:
        """The ref of the item or meeting that it is of or about, of a document as TR-20171228/release."""
        entry: Entry | None = self.entry
        by_id = {one.id: one for _, _, one in self.file.entries() if one.id}
        seen: set[str] = set()
        while isinstance(entry, Update | Record) and entry.of in by_id and entry.of not in seen:
            seen.add(entry.of)
            entry = by_id[entry.of]
        match entry:
            case Document():
                return f"{self.file.meeting.ref}/{entry.name}"
            case Update() | Record():
                return entry.of
            case _:
                return str(getattr(entry, "ref", ""))

    @property
    def corrected(self) -> Entry | None:
        """The entry that it takes back or corrects, or None."""
        if not isinstance(self.entry, Update) or self.entry.corrects is None:
            return None
        wrong = self.entry.corrects
        return next((one for _, _, one in self.file.entries() if one.id == wrong), None)

    @property
    def dossier(self) -> str | None:
        """The dossier of the item that it is, or that it is about, as it was filed."""
        items = {item.ref: item for item in self.file.commitments}
        item = items.get(self.about)
        return item.dossier if item else None

    def is_under(self, partners: Sequence[str]) -> bool:
        """True where its meeting is found under one of the partners."""
        meeting = self.file.meeting
        codes = {meeting.ref.rpartition("-")[0], *meeting.parties}
        return any(partner.upper() in codes for partner in partners)

    def entered_on(self, timezone: tzinfo | None) -> date | None:
        """The day on which it was entered; None where a hand wrote it without a moment."""
        recorded = self.entry.recorded
        return recorded.astimezone(timezone).date() if recorded else None

    def moment(self) -> float:
        """The moment of entry, for putting entries in order; those without one come first."""
        recorded = self.entry.recorded
        return recorded.timestamp() if recorded else float("-inf")

    @property
    def is_undo(self) -> bool:
        """True where it only takes something back; a strike is an act of its own."""
        if not isinstance(self.entry, Update) or not is_undo(self.entry):
            return False
        of_update = any(update.id == self.entry.corrects for update in self.file.updates)
        return of_update or self.entry.of == self.entry.corrects


def entries_of(file: MeetingFile) -> Iterator[Made]:
    """Every entry of a file, in its order."""
    wrong = corrected_ids(file.updates)
    for table, _, entry in file.entries():
        yield Made(file=file, table=table, entry=entry, counts=entry.id not in wrong)
