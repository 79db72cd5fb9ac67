"""The reminders that were issued, for what tells of one item or of many."""

from collections.abc import Sequence

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
    return _issued(found, view), errors


def reminded_by_item(
    session: Session, view: View
) -> tuple[dict[str, list[Reminder]], list[Fault]]:
    """The same of all items, by their refs."""
    if not (session.root / REMINDERS).is_dir():
        return {}, []
    from dipltrack.ledger.reminders import reminders_by_item

    found, errors = reminders_by_item(session.root)
    return {ref: _issued(some, view) for ref, some in found.items()}, errors


def _issued(found: Sequence[Reminder], view: View) -> list[Reminder]:
    return [one for one in found if one.date <= view.as_of and view.knows(one, one.date)]
