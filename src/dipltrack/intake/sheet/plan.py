"""A sheet -> all that would be filed of it, meeting by meeting; and each row that cannot be.

All of it is judged before a byte is written.
"""

import unicodedata
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from dipltrack.intake.sheet.asked import DAYS, OF_MEETING, Asked, Bad, BadCellError, Row
from dipltrack.intake.sheet.cell import Cell, Grid, shown
from dipltrack.intake.sheet.columns import Columns
from dipltrack.intake.sheet.dates import month_first
from dipltrack.intake.sheet.draft import Draft, draft_of, title_of
from dipltrack.intake.sheet.occasion import Occasion, Settled, occasion_of, settled
from dipltrack.intake.sheet.vocabulary import Field, folded
from dipltrack.ledger.append import Tables
from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.flaw import Flaw
from dipltrack.ledger.mint import Stamp, next_item_ref, stamped
from dipltrack.model.commitment import Commitment
from dipltrack.model.entry import Entry
from dipltrack.model.fault import Severity
from dipltrack.model.meeting import Document
from dipltrack.model.ref import MeetingRef
from dipltrack.model.update import Update
from dipltrack.register.judged import Judged, Known
from dipltrack.register.meaning import flaws_of, new_flaws


class Filing(Struct, frozen=True, kw_only=True):
    """What would be filed of one meeting: the documents that it lacks, and the rows."""

    settled: Settled
    documents: tuple[Document, ...]
    drafts: tuple[Draft, ...]

    def tables(self, file: MeetingFile) -> Tables:
        """The entries, with the refs that come next in the file."""
        number = int(next_item_ref(file).rpartition("-")[2])
        tables: list[tuple[str, Entry]] = [("document", one) for one in self.documents]
        for draft in self.drafts:
            ref = f"{file.meeting.ref}-{number}"
            tables.append(("commitment", replace(draft.item, ref=ref)))
            if draft.update is not None:
                tables.append(("update", replace(draft.update, of=ref)))
            number += 1
        return tables

    def file(self) -> MeetingFile:
        """The meeting's file as it is, or as it begins."""
        if self.settled.held is not None:
            return self.settled.held.file
        meeting = self.settled.meeting
        ref = MeetingRef.of(meeting.ref)
        return MeetingFile(path=ref.path if ref else "", meeting=meeting)


class SheetPlan(Struct, kw_only=True):
    """All that would be filed of a sheet; the rows that cannot be, and those that need not.

    `on_file` are the rows that the ledger has already, `twice` those that say what an earlier row
    says, each with its number. `unsure` are the titles of meetings that differ from those on file.
    """

    filings: list[Filing] = field(default_factory=list)
    bad: list[Bad] = field(default_factory=list)
    on_file: list[tuple[int, str]] = field(default_factory=list)
    twice: list[tuple[int, int]] = field(default_factory=list)
    unsure: list[tuple[str, str]] = field(default_factory=list)
    warnings: list[Flaw] = field(default_factory=list)

    @property
    def drafts(self) -> list[Draft]:
        """The rows that would be filed, by meeting."""
        return [draft for filing in self.filings for draft in filing.drafts]


def days_are_month_first(grid: Grid, columns: Columns) -> bool | None:
    """True where the days of the sheet are written with the month first, None where unclear."""
    places = [columns.places[name] for name in DAYS if name in columns.places]
    rows = grid.rows[columns.header :]
    return month_first(shown(row[place]) for row in rows for place in places if place < len(row))


def plan_of_sheet(grid: Grid, asked: Asked, known: Known, ours: str, stamp: Stamp) -> SheetPlan:
    """What would be filed of the sheet by whoever writes, held against the ledger as it is."""
    plan = SheetPlan()
    rows = [
        Row(number, cells, asked)
        for number, cells in enumerate(_filled_down(grid, asked), 1)
        if number > asked.columns.header and any(shown(cell).strip() for cell in cells)
    ]
    occasions = dict(_occasions(rows, plan))
    places = {
        occasions[row.number]: place
        for row in reversed(rows)
        if row.number in occasions and (place := _place(row, plan))
    }
    found, bad = settled(occasions, places, asked, ours)
    plan.bad += bad
    plan.unsure = list(_unsure(found))
    of_meetings: dict[str, tuple[Settled, list[Row]]] = {}
    for row in rows:
        occasion = occasions.get(row.number)
        if occasion is not None and occasion in found:
            meeting = found[occasion]
            of_meetings.setdefault(meeting.meeting.ref, (meeting, []))[1].append(row)
    for meeting, listed in of_meetings.values():
        new = _not_on_file(meeting, _each_once(listed, plan), plan)
        _plan_meeting(meeting, list(_drafts(meeting, new, plan)), known, plan, stamp)
    plan.bad.sort()
    return plan


def _filled_down(grid: Grid, asked: Asked) -> Iterator[tuple[Cell, ...]]:
    """The rows; where that is wanted, what a row does not say of its meeting is taken from above.

    A row that names a meeting of its own takes nothing.
    """
    places = [asked.columns.places[name] for name in OF_MEETING if name in asked.columns.places]
    above: dict[int, Cell] = {}
    for number, cells in enumerate(grid.rows, 1):
        said = {n: cells[n] for n in places if n < len(cells) and shown(cells[n]).strip()}
        filled = any(shown(cell).strip() for cell in cells)
        if not asked.fill_down or number <= asked.columns.header or not filled or said:
            above = said or above
            yield cells
        else:
            width = max((*above, len(cells) - 1)) + 1
            padded = (*cells, *([""] * (width - len(cells))))
            yield tuple(above.get(n, cell) for n, cell in enumerate(padded))


def _occasions(rows: Sequence[Row], plan: SheetPlan) -> Iterator[tuple[int, Occasion]]:
    for row in rows:
        try:
            yield row.number, occasion_of(row)
        except BadCellError as error:
            plan.bad.append(_bad(row, error))


def _place(row: Row, plan: SheetPlan) -> str | None:
    try:
        return row.text(Field.PLACE)
    except BadCellError as error:
        plan.bad.append(_bad(row, error))
        return None


def _bad(row: Row, error: BadCellError) -> Bad:
    columns = row.asked.columns
    stands = error.field is not None and error.field in columns.places
    column = columns.heading(error.field) if error.field is not None and stands else ""
    return Bad(row.number, column, error.why)


def _unsure(found: dict[Occasion, Settled]) -> Iterator[tuple[str, str]]:
    for occasion, one in found.items():
        title = one.meeting.title
        if one.held and occasion.title and folded(occasion.title) != folded(title):
            yield occasion.title, f"{one.meeting.ref} “{title}”"


def _drafts(meeting: Settled, rows: Sequence[Row], plan: SheetPlan) -> Iterator[Draft]:
    for row in rows:
        try:
            yield draft_of(row, meeting)
        except BadCellError as error:
            plan.bad.append(_bad(row, error))


def _plan_meeting(
    meeting: Settled, drafts: list[Draft], known: Known, plan: SheetPlan, stamp: Stamp
) -> None:
    while drafts:
        filing = Filing(settled=meeting, documents=_lacking(meeting, drafts), drafts=tuple(drafts))
        wrong = _judged(filing, known, plan, stamp)
        if not wrong:
            plan.filings.append(filing)
            return
        plan.bad += wrong
        bad = {one.row for one in wrong}
        drafts = [draft for draft in drafts if draft.row not in bad]


def _each_once(rows: Sequence[Row], plan: SheetPlan) -> list[Row]:
    """The rows without those that say in every column that is filed what an earlier one says."""
    kept: dict[tuple[Cell, ...], Row] = {}
    for row in rows:
        first = kept.setdefault(row.said(), row)
        if first is not row:
            plan.twice.append((row.number, first.number))
    return list(kept.values())


def _not_on_file(meeting: Settled, rows: Sequence[Row], plan: SheetPlan) -> list[Row]:
    """The rows without those whose title, or the passage that it is made of, is on file.

    Two acts of one title are two rows: as many rows are on file as the ledger has of the title.
    What else such a row says is not looked at: the ledger has gone on since.
    """
    refs: dict[str, list[str]] = {}
    if meeting.held is not None:
        for title, ref in _titles_on_file(meeting.held.file):
            refs.setdefault(title, []).append(ref)
    new: list[Row] = []
    used: set[str] = set()
    for row in rows:
        try:
            title = _alike(title_of(row))
        except BadCellError as error:
            plan.bad.append(_bad(row, error))
            continue
        same = next((ref for ref in refs.get(title, ()) if ref not in used), None)
        if same is None:
            new.append(row)
        else:
            used.add(same)
            plan.on_file.append((row.number, same))
    return new


def _alike(title: str) -> str:
    """The title without what nobody means by it: letter case and spaces."""
    return " ".join(unicodedata.normalize("NFKC", title).casefold().split())


def _titles_on_file(file: MeetingFile) -> Iterator[tuple[str, str]]:
    """The titles of its items, as filed and as they are now, each with the ref."""
    in_force = Judged(file, Known(bodies=(), dossiers=(), first_file_of={})).items
    for filed, now in zip(file.commitments, in_force, strict=True):
        for title in dict.fromkeys((_alike(filed.title), _alike(now.item.title))):
            yield title, filed.ref


def _lacking(meeting: Settled, drafts: Sequence[Draft]) -> tuple[Document, ...]:
    """The documents that the rows name and the meeting does not have."""
    names = {document.name for document in meeting.documents}
    named = (draft.item.document for draft in drafts)
    new = dict.fromkeys(one for one in named if one and one not in names and "/" not in one)
    return tuple(Document(name=name) for name in new)


def _judged(filing: Filing, known: Known, plan: SheetPlan, stamp: Stamp) -> list[Bad]:
    """The rows that the rules forbid; what they only warn of is gathered."""
    before = filing.file()
    if filing.settled.held is None:
        ((_, meeting),) = stamped([("meeting", before.meeting)], stamp, ())
        before = replace(before, meeting=meeting)
    added = stamped(filing.tables(before), stamp, (entry for _, _, entry in before.entries()))
    after = replace(
        before,
        documents=(*before.documents, *filing.documents),
        commitments=(*before.commitments, *_of(added, Commitment)),
        updates=(*before.updates, *_of(added, Update)),
    )
    held = filing.settled.held is not None
    flaws = new_flaws(before, after, known) if held else flaws_of(after, known)
    with_updates = [draft for draft in filing.drafts if draft.update is not None]
    bad: list[Bad] = []
    for flaw in flaws:
        if flaw.severity is not Severity.ERROR:
            continue
        first, drafts = {
            "commitment": (len(before.commitments), filing.drafts),
            "update": (len(before.updates), with_updates),
        }.get(flaw.table or "", (0, filing.drafts))
        place = flaw.index - first if flaw.table in {"commitment", "update"} else 0
        bad.append(Bad(drafts[place].row, "", f"{flaw.wrong} — {flaw.mend}"))
    if not bad:
        plan.warnings += flaws
    return bad


def _of(tables: Collection[tuple[str, Entry]], kind: type) -> tuple[Entry, ...]:
    return tuple(entry for _, entry in tables if isinstance(entry, kind))
