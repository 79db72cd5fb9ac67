"""An update: a dated entry about a commitment or a meeting, added and never changed."""

from typing import Annotated

from msgspec import Struct

from dipltrack.model.entry import ONE_OR_LIST, TEXT, Day, Entry
from dipltrack.model.vocabulary import Handling, NextMove, Side, Status, TimingChange
from dipltrack.model.window import Timing

Value = str | bool | int | Day | tuple[str, ...]
"""What a field of a ledger can hold; several names are a tuple."""


class Evidence(Struct, frozen=True, kw_only=True):
    """What shows that a fact is so, or that it is not."""

    address: Annotated[str | None, "where it can be read"] = None
    document: Annotated[
        str | None, "name of a document of this file; of another: `TR-20180129/readout`"
    ] = None
    registry: Annotated[str | None, "registry number of a cable or letter"] = None
    date: Annotated[Day | None, "the day that it bears"] = None
    when: Annotated[str | None, "the words of its date, where no day is known"] = None
    language: Annotated[str | None, "language code of ISO 639"] = None
    says: Annotated[str | None, "what it says"] = None
    contradicts: Annotated[bool, "it speaks against what the update says"] = False
    kept: Annotated[str | None, "SHA-256 of a kept copy, in hexadecimal"] = None
    handling: Annotated[Handling | None, "who may see it; else as its document or address"] = None


class Change(Struct, frozen=True, kw_only=True):
    """A field of an entry that has another value from now on."""

    field: Annotated[str, "the key that changes"]
    from_: Annotated[Value | None, "what it was; left out where it was empty"] = None
    to: Annotated[Value | None, "what it is; left out: the field is emptied"] = None


class Update(Entry, frozen=True, kw_only=True):
    """A dated entry. Each field that it names is in force until a later update names it."""

    of: Annotated[str, "ref of an item or of the meeting, or id of any table of this file"]
    from_: Annotated[Day | None, "first day of a fact of several days"] = None
    date: Annotated[Day, "the day of the fact; of several, or of a month, the last"]
    when: Annotated[str | None, "the words of the date, where no day is known"] = None
    status: Annotated[Status | None, "what has become of it"] = None
    held: Annotated[bool, "one holding of a recurring act"] = False
    reason: Annotated[str | None, "why; required with on-hold, not-fulfilled, moved, at_risk"] = (
        None
    )
    note: Annotated[str | None, "what happened, in our own words", TEXT] = None
    next_step: Annotated[str | None, "what is to be done next"] = None
    next_move: Annotated[NextMove | None, "whose move it is"] = None
    evidence: Annotated[tuple[Evidence, ...], "what shows it"] = ()
    timing: Annotated[TimingChange | None, "what the new time is: fixed, moved, expected"] = None
    to: Annotated[Timing | None, "the new time and the window that it means"] = None
    voice: Annotated[tuple[str, ...], "who said it", ONE_OR_LIST] = ()
    document: Annotated[str | None, "document that it stands in"] = None
    paragraph: Annotated[str | None, "where in the document"] = None
    wording: Annotated[str | None, "the passage, verbatim", TEXT] = None
    asked: Annotated[tuple[str, ...], "bodies that were asked for a report", ONE_OR_LIST] = ()
    reply_by: Annotated[Day | None, "day by which they were to answer"] = None
    answered: Annotated[tuple[str, ...], "bodies whose answer this is", ONE_OR_LIST] = ()
    seek: Annotated[str | None, "decision that is sought from the reader"] = None
    decided: Annotated[str | None, "decision that was given"] = None
    at_risk: Annotated[bool, "shown amber for 30 days, or until the next status"] = False
    review_on: Annotated[Day | None, "day on which somebody must look again"] = None
    mute_until: Annotated[Day | None, "no reminders before this day"] = None
    superseded_by: Annotated[str | None, "ref of the item that stands in its place"] = None
    withdrawn_by: Annotated[Side | None, "who withdrew"] = None
    changes: Annotated[tuple[Change, ...], "fields that have another value from now on"] = ()
    corrects: Annotated[
        str | None, "id of an entry that was wrong; an item's or meeting's own id strikes it"
    ] = None
    same_as: Annotated[str | None, "ref of the item that the struck one was a copy of"] = None

    @property
    def is_report(self) -> bool:
        """True where it says how things stand; an ask or a next step does not (DESIGN §2).

        The note of an ask tells of the asking, not of the matter.

        >>> Update(of="x", date=Day(2018, 1, 5), asked=("METI",), note="By telephone.").is_report
        False
        """
        told = self.note and not self.asked
        return bool(self.status or told or self.evidence or self.held)

    @property
    def first_day(self) -> Day:
        """The first day of the fact: by it a promise was kept early, in time or late."""
        return self.from_ or self.date
