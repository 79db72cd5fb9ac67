"""Which files hold entries that are asked for, the last entered to first: no other need be read."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta, tzinfo

from dipltrack.ledger.contents import MeetingFile
from dipltrack.model.entry import Entry
from dipltrack.model.folding import folded
from dipltrack.register.entries import EntriesWanted, dossiers_in
from dipltrack.register.index.narrowing import Clause, any_line, places_for, took_part

Row = tuple[str | None, float | None, float | None]


def made_in(file: MeetingFile) -> list[Row]:
    """Who entered to the file, each with the first and the last moment; none of a hand has any."""
    by: defaultdict[str | None, list[datetime | None]] = defaultdict(list)
    tables: tuple[Sequence[Entry], ...]
    tables = (file.meeting,), file.documents, file.commitments, file.records, file.updates
    for table in tables:
        for entry in table:
            by[entry.by].append(entry.recorded)
    made: list[Row] = []
    for who, recorded in by.items():
        moments = [one.timestamp() for one in recorded if one is not None]
        made.append((who, min(moments, default=None), max(moments, default=None)))
    return made


def dossiers_of(file: MeetingFile) -> list[str]:
    """The dossiers that its items were ever in, in their order."""
    if any(update.changes for update in file.updates):
        return sorted({name for names in dossiers_in(file).values() for name in names})
    return sorted({item.dossier for item in file.commitments if item.dossier})


def files_with(
    connection: sqlite3.Connection, wanted: EntriesWanted, timezone: tzinfo | None
) -> list[tuple[str, float]]:
    """The paths of the files that may hold such entries, each with the moment of the last of them."""
    whole = Clause("1")
    for clause in _conditions(wanted, timezone):
        whole = whole.and_(clause)
    found = connection.execute(
        "SELECT path, max(made.last) AS latest FROM made JOIN file ON file.id = made.file"  # noqa: S608
        f" WHERE {whole.sql} GROUP BY path ORDER BY latest DESC, path",
        whole.values,
    )
    return [(path, last if last is not None else float("-inf")) for path, last in found]


def _conditions(wanted: EntriesWanted, timezone: tzinfo | None) -> Iterator[Clause]:
    if wanted.since is not None:
        yield Clause("made.last >= ?", (_begin_of(wanted.since, timezone),))
    if wanted.until is not None and wanted.until < date.max:
        end = _begin_of(wanted.until + timedelta(days=1), timezone)
        yield Clause("made.first < ?", (end,))
    if wanted.by:
        yield Clause(f"made.by IN ({places_for(wanted.by)})", wanted.by)
    if wanted.partners:
        held = "occasion JOIN meeting ON meeting.file = occasion.file"
        yield _in(f"occasion.file FROM {held}", took_part(wanted.partners))
    if wanted.dossiers:
        yield _in("file FROM matter", any_line("matter.dossiers", wanted.dossiers))
    if wanted.ref is not None:
        both = "(SELECT file, ref FROM item UNION ALL SELECT file, ref FROM meeting)"
        yield _in(f"file FROM {both}", Clause("ref = ?", (wanted.ref,)))
    if wanted.beginning is not None:
        begin = folded(wanted.beginning)
        begins = Clause("substr(folded(ref), 1, ?) = ?", (len(begin), begin))
        yield _in("file FROM meeting", begins)


def _in(files: str, where: Clause) -> Clause:
    """The condition that the file is one of those."""
    return Clause(f"made.file IN (SELECT {files} WHERE {where.sql})", where.values)


def _begin_of(day: date, timezone: tzinfo | None) -> float:
    """The moment at which the day begins. Days at the ends of the calendar have none of their own."""
    try:
        return datetime.combine(day, time(), tzinfo=timezone).timestamp()
    except (OverflowError, ValueError):
        return float("-inf") if day.year == 1 else float("inf")
