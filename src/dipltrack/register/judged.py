"""A file that is judged: what its rules hold it against, and what several of them ask of it."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, tzinfo
from functools import cached_property

from msgspec import Struct, field

from dipltrack.ledger.contents import MeetingFile
from dipltrack.model.commitment import Commitment
from dipltrack.model.meeting import Meeting
from dipltrack.model.update import Change, Update
from dipltrack.model.vocabulary import Kind
from dipltrack.register.changes import changed_where_possible
from dipltrack.register.corrections import corrected_ids, struck_by
from dipltrack.register.fold import meeting_in_force


class Known(Struct, frozen=True, kw_only=True):
    """What the rest of the ledger knows, for the entries of one file to be held against.

    `first_file_of` by the refs of meetings and items, `day_of` by the path of a file: the day on
    which its meeting was. `broken` are the files with errors: what lies in one of them may exist all the same.
    `circling` are by their key the items whose links lead back to themselves.
    """

    bodies: tuple[str, ...]
    dossiers: tuple[str, ...]
    first_file_of: Mapping[str, str]
    day_of: Mapping[str, date] = field(default_factory=dict)
    timezone: tzinfo | None = None
    broken: frozenset[str] = frozenset()
    circling: Mapping[str, frozenset[str]] = field(default_factory=dict)


class InForce(Struct, frozen=True, kw_only=True):
    """An item as the entries about it have changed it, and which of them last changed a field."""

    index: int
    item: Commitment
    changed_by: Mapping[str, int]

    def place_of(self, key: str) -> tuple[str, int, str]:
        """Table, number and key that name the value in force."""
        if key in self.changed_by:
            return "update", self.changed_by[key], "changes"
        return "commitment", self.index, key


class Judged(Struct, frozen=True, dict=True):  # a dict holds what is cached
    """A file beside what the ledger knows; what several rules ask of it is found once."""

    file: MeetingFile
    known: Known

    @cached_property
    def ids(self) -> list[str]:
        """The ids of all its tables, in their order; one that is used twice stands there twice."""
        file = self.file
        entries = (file.documents, file.commitments, file.records, file.updates)
        ids = [file.meeting.id, *(entry.id for table in entries for entry in table)]
        return [one for one in ids if one]

    @cached_property
    def wrong_ids(self) -> frozenset[str]:
        """The ids of what was taken back or struck."""
        return corrected_ids(self.file.updates)

    @cached_property
    def changing(self) -> list[tuple[int, Update]]:
        """The updates that change fields, with their numbers: most files have none."""
        return [(n, update) for n, update in enumerate(self.file.updates) if update.changes]

    @cached_property
    def meeting(self) -> Meeting:
        """The meeting as corrected, whatever the day."""
        filed = self.file.meeting
        about = {filed.ref, filed.id}
        counting = [u for _, u in self.changing if u.of in about and u.id not in self.wrong_ids]
        return meeting_in_force(filed, counting, date.max) if counting else filed

    @cached_property
    def items(self) -> list[InForce]:
        """The items with the changes that count, whatever their day."""
        ref_of = {item.id: item.ref for item in self.file.commitments} if self.changing else {}
        changes: defaultdict[str, list[tuple[int, Change]]] = defaultdict(list)
        for position, update in self.changing:
            if update.id not in self.wrong_ids:
                of = ref_of.get(update.of, update.of)
                changes[of] += ((position, change) for change in update.changes)
        return [
            InForce(
                index=index,
                item=changed_where_possible(filed, (change for _, change in about)),
                changed_by={change.field: position for position, change in about},
            )
            for index, filed in enumerate(self.file.commitments)
            for about in (changes.get(filed.ref, ()),)
        ]

    @cached_property
    def kinds(self) -> Mapping[str | None, Kind]:
        """The kind of each item by its ref and by its id, with what was changed of it."""
        kinds: dict[str | None, Kind] = {}
        for item in self.file.commitments:
            kinds[item.ref] = kinds[item.id] = item.kind
        for _, update in self.changing:
            for change in update.changes:
                if change.field == "kind" and change.to in set(Kind) and update.of in kinds:
                    kinds[update.of] = Kind(str(change.to))
        return kinds

    @cached_property
    def idle(self) -> frozenset[tuple[str | None, int]]:
        """Table and number of what was taken back, and of what is about a struck item.

        What was entered of a copy counts for the item that is left. Of a struck meeting nothing counts.
        """
        wrong, file = self.wrong_ids, self.file
        if not wrong:
            return frozenset()
        copies = {
            struck_by(u, file.updates) for u in file.updates if u.same_as and u.id not in wrong
        }
        struck = {item.id: item.ref for item in file.commitments if item.id in wrong - copies}
        gone = {*struck, *struck.values()}
        return frozenset(
            (table, index)
            for table, index, entry in file.entries()
            if file.meeting.id in wrong or entry.id in wrong or getattr(entry, "of", None) in gone
        )
