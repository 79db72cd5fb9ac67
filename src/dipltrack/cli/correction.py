"""A field of a meeting or a document that was filed wrong, corrected, and told as it was and is."""

from dipltrack.cli.filing import file_entries, just
from dipltrack.cli.options import clean
from dipltrack.cli.output import say
from dipltrack.cli.session import Session
from dipltrack.model.update import Change, Update
from dipltrack.register.held import Held
from dipltrack.reports.history import changed_from_to


def correct(
    session: Session,
    held: Held,
    of: str,
    changes: tuple[Change, ...],
    reason: str | None,
    *,
    named: str,
) -> None:
    """Files the changes as a slip, dated the meeting's day: on no day was it as filed.

    `of` is the ref of the meeting or the id of its document, `named` the line that says which.
    """
    entry = Update(
        of=of, date=held.meeting.date, changes=changes, reason=clean(reason, "--reason")
    )
    with session.writing() as stamp:
        file_entries(session, held.path, just([("update", entry)]), stamp)
    say(named)
    for change in changes:
        say(f"  {changed_from_to(change)}")
