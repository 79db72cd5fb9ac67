"""A standing: what is true of one commitment as of a day."""

from dataclasses import dataclass
from datetime import date

from dipltrack.model.commitment import Commitment, Record
from dipltrack.model.meeting import Document, Meeting
from dipltrack.model.update import Update
from dipltrack.model.vocabulary import (
    Freshness,
    NextMove,
    Rag,
    RagReason,
    Status,
    Timeliness,
)
from dipltrack.model.window import Timing, Window


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the entries up to the day say of a commitment: the last that names a field decides."""

    item: Commitment
    entries: tuple[Update, ...]
    first: Timing
    timing: Timing
    expected: Timing | None
    holdings: tuple[date, ...]
    status: Status
    status_entry: Update | None
    closed_on: date | None
    next_move: NextMove | None
    next_step: str | None
    review_on: date | None
    at_risk: Update | None
    last_report: date | None

    @property
    def window(self) -> Window:
        """The window in force."""
        return self.timing.window


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A commitment as of a day: its state, and what the rules of DESIGN §2 compute from it.

    `days` counts to the latest day while open, negative when over, and the days late when kept
    late. `quiet` counts the days since the last report, before any since the meeting.
    """

    path: str
    meeting: Meeting
    filed: Commitment
    state: State
    records: tuple[Record, ...]
    documents: tuple[Document, ...]
    history: tuple[Update, ...]
    struck: bool
    timeliness: Timeliness
    days: int | None
    timeliness_first: Timeliness
    days_first: int | None
    freshness: Freshness | None
    quiet: int
    rag: Rag
    rag_reason: RagReason

    @property
    def ref(self) -> str:
        """The ref of the commitment."""
        return self.filed.ref

    @property
    def item(self) -> Commitment:
        """The commitment with the fields in force."""
        return self.state.item

    @property
    def partner(self) -> str:
        """The partner under which its meeting is filed."""
        return self.meeting.ref.rpartition("-")[0]

    @property
    def updated(self) -> date | None:
        """The date of the last entry in force."""
        return self.state.entries[-1].date if self.state.entries else None
