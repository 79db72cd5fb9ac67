"""Ledgers for tests, written as real files in a line or two."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import time_ns

from dipltrack.ledger.compose import text_of_table
from dipltrack.ledger.read import read_settings
from dipltrack.ledger.table import table_of
from dipltrack.model.commitment import Commitment, Record
from dipltrack.model.entry import Entry
from dipltrack.model.meeting import Document, Meeting
from dipltrack.model.update import Update
from dipltrack.register.ask import Register
from dipltrack.register.question import Question, SortBy
from dipltrack.register.standing import Standing
from dipltrack.register.view import View

MEETING_DAY = date(2017, 12, 28)
REF = "TR-20171228-1"
SETTINGS = (
    'schema = 1\n\n[ledger]\nname = "First Middle East Division"\nparty = "JP"\ntimezone = "UTC"\n'
)
_TABLES = {Document: "document", Commitment: "commitment", Record: "record", Update: "update"}


def day(text: str) -> date:
    """A day as DESIGN writes it, for short tables of cases."""
    return date.fromisoformat(text)


def meeting(ref: str = "TR-20171228", on: date = MEETING_DAY) -> Meeting:
    """A meeting, filed on the day after it."""
    recorded = datetime(on.year, on.month, on.day, 9, tzinfo=UTC) + timedelta(days=1)
    return Meeting(
        id="MEETNG01",
        recorded=recorded,
        by="kt",
        ref=ref,
        title="Foreign Ministers' Meeting",
        date=on,
        parties=("JP", "TR"),
    )


def stamped(entries: Iterable[Entry], start: datetime) -> list[Entry]:
    """The entries with an id and a moment where they have none; updates on their own day."""
    result: list[Entry] = []
    for number, entry in enumerate(entries, 1):
        moment = start + timedelta(minutes=number)
        if isinstance(entry, Update):
            on = datetime(entry.date.year, entry.date.month, entry.date.day, 12, tzinfo=UTC)
            moment = on + timedelta(minutes=number)
        result.append(_stamped(entry, f"ENTRY{number:03}", moment))
    return result


def _stamped(entry: Entry, new_id: str, moment: datetime) -> Entry:
    from msgspec.structs import replace

    return replace(
        entry,
        id=entry.id or new_id,
        recorded=entry.recorded or moment,
        by=entry.by or "kt",
    )


def ledger_of(root: Path, *entries: Entry, held: Meeting | None = None) -> Path:
    """A ledger of one meeting with those entries, in that order."""
    held = held or meeting()
    root.mkdir(parents=True, exist_ok=True)
    (root / "dipltrack.toml").write_text(SETTINGS, encoding="utf-8")
    text = "schema = 1\n\n" + text_of_table("meeting", table_of(held), single=True)
    start = held.recorded or datetime(2017, 12, 29, tzinfo=UTC)
    for entry in stamped(entries, start):
        text += "\n" + text_of_table(_TABLES[type(entry)], table_of(entry))
    partner, _, digits = held.ref.rpartition("-")
    folder = root / partner
    folder.mkdir(exist_ok=True)
    (folder / f"{digits[:4]}-{digits[4:6]}-{digits[6:]}.toml").write_text(text, encoding="utf-8")
    return root


def register(root: Path) -> Register:
    """A register of the ledger, its index in memory."""
    settings, _ = read_settings(root)
    return Register(root, settings, UTC, path=None, moment=time_ns)


def asked(
    root: Path, question: Question, view: View, sort: SortBy = SortBy.REF
) -> tuple[Standing, ...]:
    """What a fresh register answers."""
    return register(root).ask(question, view, sort).standings


def standings(root: Path, as_of: str, known_by: str | None = None) -> dict[str, Standing]:
    """Every standing of the ledger by its ref, struck ones too."""
    view = View(as_of=day(as_of), known_by=day(known_by) if known_by else None, timezone=UTC)
    return {s.ref: s for s in asked(root, Question(struck=True, each=True), view)}


def standing(root: Path, as_of: str, known_by: str | None = None) -> Standing:
    """The standing of the first item."""
    return standings(root, as_of, known_by)[REF]
