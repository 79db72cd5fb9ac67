"""What was filed wrongly, corrected: a slip, dated the meeting's day, so that it was never so."""

from collections.abc import Iterator

from msgspec.structs import replace

from dipltrack.cli.entry import items_meant
from dipltrack.cli.filing import file_entries, just, warn_of_others
from dipltrack.cli.options import clean
from dipltrack.cli.output import say
from dipltrack.cli.session import Session
from dipltrack.cli.stated import place_of, timing_of
from dipltrack.cli.usage import WrongUsageError
from dipltrack.model.update import Change, Update, Value
from dipltrack.model.vocabulary import Kind, TimingClass
from dipltrack.model.window import UNTIMED, Timing
from dipltrack.register.standing import Standing


def correct_time(
    session: Session, refs: list[str] | None, match: str | None, words: str, reason: str | None
) -> None:
    """Corrects the filed time of each item: the words are read from the meeting's day.

    No words, or `none`, say that no time was stated. Raises WrongUsageError, UnreadTimeError.
    """
    meant = items_meant(session, refs, match)
    entries = [(standing, _slip(session, standing, words, reason)) for standing in meant]
    for standing, (entry, timing) in entries:
        with session.writing() as stamp:
            file_entries(session, standing.path, just([("update", entry)]), stamp)
        say(f"{standing.ref}  {standing.item.title}")
        say(f"  filed  {_told(standing.state.item.timing)} → {_told(timing)}")
        if standing.state.timing != standing.state.first:
            say(f"  the time in force stays {_told(standing.state.timing)}")
    warn_of_others(session, meant[0].path)


def _slip(
    session: Session, standing: Standing, words: str, reason: str | None
) -> tuple[Update, Timing]:
    meeting, item = standing.meeting, standing.state.item
    timing = UNTIMED
    if words.strip().casefold() not in {"", "none"}:
        place = place_of(meeting)
        timing = timing_of(session, words, meeting.date, place, standing.documents)
    timing, kind = _with_period(item.timing, timing, item.kind)
    changes = tuple(changes_between(item.timing, timing))
    if not changes:
        raise WrongUsageError(f"{standing.ref} is filed so already: {_told(timing)}")
    if kind is not item.kind:
        changes += (Change(field="kind", from_=item.kind.value, to=kind.value),)
    reason = clean(reason, "--reason")
    entry = Update(of=standing.ref, date=meeting.date, changes=changes, reason=reason)
    return entry, timing


def _with_period(before: Timing, after: Timing, kind: Kind) -> tuple[Timing, Kind]:
    """The new timing with a period that was given apart from the words; and the kind.

    A period that the old words named goes with them, and with it that the act recurs.
    """
    was_named = before.window.class_ is TimingClass.RECURRING
    every = after.window.every or (None if was_named else before.window.every)
    recurs = after.window.class_ is TimingClass.RECURRING or every is not None
    after = replace(after, window=replace(after.window, every=every))
    if recurs:
        return after, Kind.RECURRING
    return after, Kind.ONE_OFF if was_named and kind is Kind.RECURRING else kind


def changes_between(before: Timing, after: Timing) -> Iterator[Change]:
    """The fields in which two timings differ."""
    pairs: tuple[tuple[str, Value | None, Value | None], ...] = (
        ("stated", before.stated, after.stated),
        ("class", before.window.class_.value, after.window.class_.value),
        ("earliest", before.window.earliest, after.window.earliest),
        ("latest", before.window.latest, after.window.latest),
        ("every", _text(before.window.every), _text(after.window.every)),
        ("event", before.window.event, after.window.event),
        ("basis", before.window.basis, after.window.basis),
    )
    for field, old, new in pairs:
        if old != new:
            yield Change(field=field, from_=old, to=new)


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _told(timing: Timing) -> str:
    if not timing.stated and not timing.window.has_day:
        return "no time"
    return f"“{timing.stated}” ({timing.window.edtf()})" if timing.stated else timing.window.edtf()
