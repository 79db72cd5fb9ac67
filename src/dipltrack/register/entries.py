"""The entries of a ledger one by one: who made which, and which of them count."""

from collections.abc import Iterator, Mapping
from datetime import date, tzinfo

from msgspec import Struct

from dipltrack.ledger.contents import MeetingFile
from dipltrack.model.commitment import Record
from dipltrack.model.entry import Entry
from dipltrack.model.folding import folded
from dipltrack.model.meeting import Document
from dipltrack.model.update import Update
from dipltrack.register.corrections import corrected_ids, is_undo


class EntriesWanted(Struct, frozen=True, kw_only=True):
    """Which entries are asked for: entered on those days, by one of those, under a partner or dossier.

    `ref` is that of an item or a meeting, `beginning` one with which what they are about begins.
    """

    since: date | None = None
    until: date | None = None
    by: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    dossiers: tuple[str, ...] = ()
    ref: str | None = None
    beginning: str | None = None

    def fits(self, made: "Made", timezone: tzinfo | None) -> bool:
        """True for an entry that is asked for, of a file under one of the partners."""
        day = made.entered_on(timezone)
        begins = folded(self.beginning or "")
        return (
            (self.since is None or (day is not None and day >= self.since))
            and (self.until is None or (day is not None and day <= self.until))
            and (not self.by or made.entry.by in self.by)
            and (not self.dossiers or not made.dossiers.isdisjoint(map(folded, self.dossiers)))
            and (self.ref is None or made.about == self.ref)
            and (self.beginning is None or folded(made.about).startswith(begins))
        )


EVERY_ENTRY = EntriesWanted()


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
    def dossiers(self) -> frozenset[str]:
        """The dossiers in which the item that it is, or is about, ever was, folded for comparing."""
        return frozenset(folded(name) for name in dossiers_in(self.file).get(self.about, ()))

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


def dossiers_in(file: MeetingFile) -> Mapping[str, set[str]]:
    """For the ref of each item the dossiers in which it ever was, as filed and as changed."""
    ref_of = {one.id: one.ref for one in file.commitments if one.id}
    named: dict[str, set[str]] = {one.ref: {one.dossier or ""} for one in file.commitments}
    for update in file.updates:
        changed = (change for change in update.changes if change.field == "dossier")
        for change in changed:
            names = named.setdefault(ref_of.get(update.of, update.of), set())
            names.update(str(value) for value in (change.from_, change.to) if value)
    return {ref: names - {""} for ref, names in named.items()}


def entries_of(file: MeetingFile) -> Iterator[Made]:
    """Every entry of a file, in its order."""
    wrong = corrected_ids(file.updates)
    for table, _, entry in file.entries():
        yield Made(file=file, table=table, entry=entry, counts=entry.id not in wrong)
