"""The state of a commitment: what its entries up to a day say of it."""

from datetime import date

from msgspec import Struct

from dipltrack.model.commitment import Commitment
from dipltrack.model.update import Update
from dipltrack.model.vocabulary import Kind, NextMove, Status
from dipltrack.model.window import Timing, Window
from dipltrack.register.recurrence import Wait, unheld_windows


class State(Struct, frozen=True):
    """What the entries up to the day say of a commitment: the last that names a field decides.

    `before` is the timing that was in force when the one in force was agreed, if another was.
    `waits` are the windows from which on a holding was waited for, each until it was held, until
    another time was agreed, until the item was closed, or until the day. `asks` are all entries
    that asked a body; `pending` those since the last status, each with the bodies that have not
    answered it; `seek` the decision that is sought and not yet given. Its fields may be given by their
    place, for that takes a sixth of the time and a first run makes one for each commitment.
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
    before: Timing | None = None
    waits: tuple[Wait, ...] = ()
    mute_until: date | None = None
    asks: tuple[Update, ...] = ()
    pending: tuple[Update, ...] = ()
    seek: Update | None = None

    @property
    def window(self) -> Window:
        """The window in force."""
        return self.timing.window

    @property
    def reply_by(self) -> date | None:
        """The day by which an answer is due: of each body asked the last one named, of these the first."""
        due = {body: ask.reply_by for ask in self.pending if ask.reply_by for body in ask.asked}
        return min(due.values(), default=None)

    @property
    def unheld(self) -> tuple[Window, ...]:
        """The windows of a recurring act that passed without a holding, the oldest first."""
        if self.item.kind is not Kind.RECURRING:
            return ()
        return tuple(window for wait in self.waits for window in unheld_windows(wait))
