"""A meeting as of a day, with what was filed of it."""

from dataclasses import dataclass

from dipltrack.ledger.contents import MeetingFile
from dipltrack.model.meeting import Document, Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A meeting as of a day, with what was filed of it, and the numbers of its items."""

    path: str
    meeting: Meeting
    file: MeetingFile
    documents: tuple[Document, ...]
    items: int
    open: int
