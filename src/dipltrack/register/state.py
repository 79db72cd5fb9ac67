"""The state of a commitment: what its entries up to a day say of it."""

from dataclasses import dataclass
from datetime import date

from dipltrack.model.commitment import Commitment
from dipltrack.model.update import Update
from dipltrack.model.vocabulary import NextMove, Status
from dipltrack.model.window import Timing, Window


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the entries up to the day say of a commitment: the last that names a field decides.

    `asks` are all entries that asked a body; `pending` those since the last answer or status;
    `seek` the decision that is sought and not yet given.
    """

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
    at_risk: date | None
    last_report: date | None
    mute_until: date | None = None
    asks: tuple[Update, ...] = ()
    pending: tuple[Update, ...] = ()
    seek: Update | None = None

    @property
    def window(self) -> Window:
        """The window in force."""
        return self.timing.window
