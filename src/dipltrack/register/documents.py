"""The documents of a meeting as they are in force: with what was corrected of them."""

from collections.abc import Collection, Sequence
from datetime import date

from dipltrack.ledger.contents import MeetingFile
from dipltrack.model.meeting import Document
from dipltrack.model.update import Update
from dipltrack.register.changes import changed_where_possible
from dipltrack.register.fold import in_order


def documents_in_force(
    file: MeetingFile, known: Sequence[Update], wrong: Collection[str], as_of: date
) -> tuple[Document, ...]:
    """The documents that were not taken back, with the changes of their fields up to the day."""
    filed = tuple(document for document in file.documents if document.id not in wrong)
    ids = {document.id for document in filed if document.id}
    about = [u for u in known if u.of in ids and u.id not in wrong and u.date <= as_of]
    if not about:
        return filed
    ordered = in_order(about, file.meeting.date)
    return tuple(
        changed_where_possible(d, (c for u in ordered if u.of == d.id for c in u.changes))
        for d in filed
    )
