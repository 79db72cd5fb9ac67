"""Names of bodies and dossiers that were typed, settled before anything is written."""

from collections.abc import Iterable
from datetime import date

from dipltrack.cli.output import say, warn
from dipltrack.cli.prompt import agreed
from dipltrack.cli.session import Session, on_terminal
from dipltrack.cli.usage import WrongUsageError
from dipltrack.model.commitment import Commitment
from dipltrack.register.bodies import acting_on
from dipltrack.register.doubtful import no_body, no_dossier

_OF_BODIES = ("lead", "support", "counterpart")


def settle_bodies(session: Session, key: str, names: Iterable[str]) -> None:
    """Asks on a terminal whether a body that is not registered is meant; elsewhere warns of it.

    A name may be new, and registered later: it is no error. Raises WrongUsageError for a no.
    """
    registered = tuple(body.name for body in session.settings.bodies)
    for name in names:
        _settle(session, no_body(key, name, registered))


def tell_ended(session: Session, key: str, names: Iterable[str], day: date) -> None:
    """Warns of a body that had ended before the day on which it was to act, with its successor."""
    for body in session.settings.bodies:
        if body.name in names and body.until is not None and body.until < day:
            to = f": {body.successor} has taken over" if body.successor else ""
            warn(f"warning: {key} = {body.name} ended on {body.until}, before the meeting{to}")


def tell_passed(session: Session, leads: Iterable[str], day: date) -> None:
    """Tells under which body the open items stand of one that had ended by the day."""
    for name in leads:
        body = next((b for b in reversed(session.settings.bodies) if b.name == name), None)
        (acting,) = acting_on(session.settings.bodies, day)((name,))
        if body is not None and body.until is not None and acting != name:
            warn(f"--lead {name}: it ended on {body.until}; what is open stands under {acting}")


def settle_dossier(session: Session, name: str | None) -> None:
    """The same for the name of a dossier."""
    registered = tuple(dossier.name for dossier in session.settings.dossiers)
    _settle(session, no_dossier(name, registered) if name else None)


def settle_item(session: Session, item: Commitment) -> None:
    """The same for all names of an item."""
    for key in _OF_BODIES:
        settle_bodies(session, key, getattr(item, key))
    settle_dossier(session, item.dossier)


def settle_change(session: Session, field: str, value: object) -> None:
    """The same for a field that is set."""
    names = (value,) if isinstance(value, str) else value
    if field in _OF_BODIES and isinstance(names, tuple):
        settle_bodies(session, field, names)
    if field == "dossier" and isinstance(value, str):
        settle_dossier(session, value)


def _settle(session: Session, told: tuple[str, str] | None) -> None:
    if told is None or told[0] in session.told:
        return
    wrong, mend = told
    if on_terminal():
        say(f"  {wrong}: {mend}")
        if not agreed("File it all the same", default=False):
            raise WrongUsageError(f"{wrong}: nothing was written")
    else:
        warn(f"warning: {wrong} — {mend}")
    session.told.add(wrong)
