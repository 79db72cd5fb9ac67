"""`dipltrack meeting set`: a field of a meeting that was wrong, its date above all."""

from collections.abc import Iterator, Sequence
from typing import Any

from msgspec.structs import replace

from dipltrack.cli.correction import correct
from dipltrack.cli.filing import file_entries, just, warn_of_others
from dipltrack.cli.occasion import parties_typed, warn_if_ahead
from dipltrack.cli.options import clean, word_of
from dipltrack.cli.output import say
from dipltrack.cli.prompt import agreed
from dipltrack.cli.session import Session, on_terminal
from dipltrack.cli.stated import place_of, timing_of
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.table import table_of
from dipltrack.model.entry import Day
from dipltrack.model.meeting import Meeting
from dipltrack.model.update import Change, Update
from dipltrack.model.vocabulary import Form, Level
from dipltrack.model.window import Timing, Window
from dipltrack.register.held import Held
from dipltrack.register.question import Question
from dipltrack.register.standing import Standing
from dipltrack.wording.unread import UnreadTimeError


def set_meeting(
    session: Session, ref: str, typed: dict[str, str | None], reason: str | None, *, reread: bool
) -> None:
    """Enters the fields that were wrong, and reads the windows of the items anew where wanted.

    The meeting's ref stays as it is. Raises WrongUsageError where nothing was typed.
    """
    held = session.register.meetings.meant(ref, session.whole_view)
    changes = tuple(_changes(session, held.meeting, typed))
    if not changes and not reread:
        raise WrongUsageError("there is nothing to set: write --date, --title, --place or another")
    if changes:
        meeting = held.meeting
        named = f"{meeting.ref}  {meeting.title}"
        correct(session, held, meeting.ref, changes, reason, named=named)
    days = [change.to for change in changes if change.field == "date"]
    for day in days:
        if isinstance(day, Day):
            warn_if_ahead(session, day)
    date_moved = bool(days)
    if date_moved or reread:
        _read_anew(session, held.meeting.ref, reread=reread)
    warn_of_others(session, held.path)


def _changes(session: Session, meeting: Meeting, typed: dict[str, str | None]) -> Iterator[Change]:
    before = table_of(meeting)
    for field, text in typed.items():
        if text is None:
            continue
        old = before.get(field)
        new = _value(session, field, text)
        if new != (tuple(old) if isinstance(old, list) else old):
            yield Change(field=field, from_=tuple(old) if isinstance(old, list) else old, to=new)


def _value(session: Session, field: str, text: str) -> Any:  # noqa: ANN401 - the field decides
    option = f"--{field}"
    match field:
        case "date" | "from":
            return session.day(option, text)
        case "level":
            return word_of(Level, text, option).value
        case "form":
            return word_of(Form, text, option).value
        case "parties":
            return parties_typed(text, session.settings.ledger.party)
        case _:
            return clean(text, option)


def _read_anew(session: Session, ref: str, *, reread: bool) -> None:
    """Offers to read the windows of the meeting's items from its new date, and enters them."""
    view = session.whole_view
    held = session.register.meetings.meant(ref, view)
    items = session.register.ask(Question(meetings=(f"{ref}-",), each=True), view).standings
    moved = [(s, new) for s, new in _windows_anew(session, held, items) if new is not None]
    if not moved:
        return
    for standing, timing in moved:
        old = standing.state.first.window
        say(f"  {standing.ref}  “{timing.stated}”: {old.edtf()} → {timing.window.edtf()}")
    if not reread and on_terminal():
        reread = agreed("Read these windows anew", default=True)
    if not reread:
        say(f"  their windows stay: dipltrack meeting set {ref} --reread reads them anew")
        return
    entries = [("update", _slip(held, standing, timing)) for standing, timing in moved]
    with session.writing() as stamp:
        file_entries(session, held.path, just(entries), stamp)
    say(f"  read anew: {len(entries)}")


def _windows_anew(
    session: Session, held: Held, items: Sequence[Standing]
) -> Iterator[tuple[Standing, Timing | None]]:
    """Each item with the timing that its stated words mean now, None where it is the same."""
    place = place_of(held.meeting)
    for standing in items:
        first = standing.state.first
        if not first.stated:
            continue
        try:
            timing = timing_of(session, first.stated, held.meeting.date, place)
        except UnreadTimeError:
            continue
        same = _days(timing.window) == _days(first.window)
        yield standing, None if same else replace(timing, stated=first.stated)


def _days(window: Window) -> tuple[Day | None, Day | None]:
    return window.earliest, window.latest


def _slip(held: Held, standing: Standing, timing: Timing) -> Update:
    """The change of the filed timing: a slip, dated the meeting's day."""
    before, after = standing.state.first.window, timing.window
    pairs = (
        ("class", before.class_.value, after.class_.value),
        ("earliest", before.earliest, after.earliest),
        ("latest", before.latest, after.latest),
        ("basis", before.basis, after.basis),
    )
    changes = tuple(Change(field=f, from_=a, to=b) for f, a, b in pairs if a != b)
    reason = f"read from the meeting's right date, {held.meeting.date}"
    return Update(of=standing.ref, date=held.meeting.date, changes=changes, reason=reason)
