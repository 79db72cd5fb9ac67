"""The reminders of one item that were issued, for what tells all of it."""

from dipltrack.cli.session import Session
from dipltrack.ledger.read import REMINDERS
from dipltrack.model.fault import Fault
from dipltrack.model.reminder import Reminder
from dipltrack.register.standing import Standing
from dipltrack.register.view import View


def reminded_of(
    session: Session, view: View, standing: Standing
) -> tuple[list[Reminder], list[Fault]]:
    """The reminders of the item that had been issued by the day, as far as was known.

    Beside them the errors of the log by which some may be missing. Where there is no log, nothing
    is loaded for it.
    """
    if not (session.root / REMINDERS).is_dir():
        return [], []
    from dipltrack.ledger.reminders import reminders_of

    found, errors = reminders_of(session.root, standing.ref)
    return [one for one in found if one.date <= view.as_of and view.knows(one, one.date)], errors
