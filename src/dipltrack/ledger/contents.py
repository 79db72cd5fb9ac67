"""What a ledger holds once it is read: its settings, the files of its meetings, its faults."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from dipltrack.model.commitment import Commitment, Record
from dipltrack.model.entry import Entry
from dipltrack.model.fault import Fault
from dipltrack.model.meeting import Document, Meeting
from dipltrack.model.settings import Settings
from dipltrack.model.update import Update


class MeetingFile(Struct, frozen=True, kw_only=True):
    """One file of a ledger: a meeting and all that was entered about it, in file order.

    One that is not `whole` lacks the entries that could not be read: their tables and numbers,
    counted from 0, stand under `unread`.
    """

    path: str
    meeting: Meeting
    documents: tuple[Document, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    records: tuple[Record, ...] = ()
    updates: tuple[Update, ...] = ()
    whole: bool = True
    unread: frozenset[tuple[str, int]] = frozenset()

    def number_of(self, table: str, index: int) -> int:
        """The number of the entry among all tables of that name, those not read counted too."""
        missing = sorted(number for name, number in self.unread if name == table)
        for number in missing:
            index += number <= index
        return index

    def entries(self) -> Iterator[tuple[str, int, Entry]]:
        """Every table of the file: its name, its number from 0, the entry."""
        yield "meeting", 0, self.meeting
        for table, entries in (
            ("document", self.documents),
            ("commitment", self.commitments),
            ("record", self.records),
            ("update", self.updates),
        ):
            for index, entry in enumerate(entries):
                yield table, index, entry


class Ledger(Struct, frozen=True, kw_only=True):
    """A ledger as read: a file with an error is not among its files but among its faults.

    What could be read of it all the same stands under `partial`, for more faults to be found.
    """

    root: Path
    settings: Settings
    files: tuple[MeetingFile, ...] = ()
    partial: tuple[MeetingFile, ...] = ()
    faults: tuple[Fault, ...] = ()

    @property
    def errors(self) -> tuple[Fault, ...]:
        """The faults by which an answer may be incomplete."""
        return tuple(fault for fault in self.faults if fault.is_error)
