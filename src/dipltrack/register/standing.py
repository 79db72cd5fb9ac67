"""A standing: what is true of one commitment as of a day."""

from datetime import date

from msgspec import Struct

from dipltrack.model.commitment import Commitment, Record
from dipltrack.model.meeting import Document, Meeting
from dipltrack.model.update import Update
from dipltrack.model.vocabulary import Firmness, Freshness, Rag, RagReason, Timeliness
from dipltrack.register.chain import ALONE, Chain
from dipltrack.register.state import State


class Standing(Struct, frozen=True, kw_only=True):
    """A commitment as of a day: its state, and what the rules of DESIGN §2 compute from it.

    `days` counts to the latest day while open, negative when over, and the days late when kept
    late. `silent` is true where nobody reported for longer than reports may be apart; `quiet`
    counts the days since the last report, before any since the meeting; `reply_days` those to the
    day by which an answer is due, negative when over, `unanswered` says that it is over while the
    item is open. `lead` and `counterpart` are the bodies that act on the day: the successors of
    those that have ended, while it is open.
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
    silent: bool
    unanswered: bool
    quiet: int
    rag: Rag
    rag_reason: RagReason
    reply_days: int | None = None
    chain: Chain = ALONE
    lead: tuple[str, ...] = ()
    counterpart: tuple[str, ...] = ()

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

    @property
    def firmest(self) -> Firmness | None:
        """The firmest words still open: its own, or those of a promise that it says again."""
        return self.chain.firmest_of(self.item)

    @property
    def is_promise(self) -> bool:
        """True where it was promised, in its own words or in firmer ones that are still open."""
        return self.chain.promises(self.item)

    @property
    def is_chased(self) -> bool:
        """True where its days count: what was promised, and what is tracked all the same."""
        return self.is_promise or self.item.track
