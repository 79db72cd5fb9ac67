"""A meeting as of a day, with what was filed of it."""

from msgspec import Struct

from dipltrack.ledger.contents import MeetingFile
from dipltrack.model.meeting import Document, Meeting


class Held(Struct, frozen=True, kw_only=True):
    """A meeting as of a day, with what was filed of it, and the numbers of its items."""

    path: str
    meeting: Meeting
    file: MeetingFile
    documents: tuple[Document, ...]
    items: int
    open: int
