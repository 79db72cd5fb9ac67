"""From where one looks at a ledger: as of which day, known by which day, in which time zone."""

from datetime import date, tzinfo

from msgspec import Struct

from dipltrack.model.entry import Entry


class View(Struct, frozen=True, kw_only=True):
    """The day that is asked of, and the day by whose end an entry must have been made.

    `known_by` None counts every entry. The time zone is the ledger's; None is the machine's.
    """

    as_of: date
    known_by: date | None = None
    timezone: tzinfo | None = None

    def knows(self, entry: Entry, meeting_date: date) -> bool:
        """True where the entry had been made by the end of the day `known_by`.

        One that a hand wrote without its moment is known from its meeting's date on (DESIGN §3).
        """
        if self.known_by is None:
            return True
        if entry.recorded is None:
            return meeting_date <= self.known_by
        return entry.recorded.astimezone(self.timezone).date() <= self.known_by
