"""The reminders that wait to be issued, asked of the ledger and its log; and their logging."""

from collections.abc import Callable, Collection, Sequence
from datetime import date
from hashlib import blake2b

from msgspec import Struct

from dipltrack.cli.session import Session
from dipltrack.ledger.issuing import append_reminders, make_room
from dipltrack.ledger.read import SETTINGS
from dipltrack.model.reminder import Reminder
from dipltrack.model.vocabulary import Channel, RuleName
from dipltrack.register.question import Question
from dipltrack.register.view import View
from dipltrack.remind.due import Calendar, Due, issued_by
from dipltrack.remind.letters import Told, in_order, way_to
from dipltrack.remind.overview import Touched, touched_of
from dipltrack.remind.rules import narrowings_of, rules_of


class Waiting(Struct, frozen=True, kw_only=True):
    """The reminders that are due and were not issued, in order, and the way that each takes.

    `rests` are the items of which none is: until when, by the numbers that the register gave;
    `others` are those of which some are, and until when they rest once these are issued.
    """

    dues: tuple[Due, ...]
    way: Callable[[str | None], Channel]
    rests: dict[int, int]
    others: Sequence[tuple[int, int, Sequence[Due]]]


def waiting_on(session: Session, view: View, question: Question) -> Waiting:
    """The reminders that wait on the day. Raises BrokenFileError for a log with an error.

    Of a past day it is what its first run would have found.
    """
    today, register = session.today, session.register
    register.reminders.issued(())  # what rests hangs on it
    rules = rules_of(session.settings.rules)
    resting = _resting(session, view) if view.as_of == today else None
    paces = register.reminders.paces(question, narrowings_of(rules), view, resting)
    calendar = _calendar(session, view, [pace.ref for _, pace in paces])
    dues: list[Due] = []
    rests: dict[int, int] = {}
    others: list[tuple[int, int, Sequence[Due]]] = []
    for number, pace in paces:
        found, until = calendar.look(pace, view.as_of)
        dues += found
        if found:
            others.append((number, until, found))
        else:
            rests[number] = until
    way = way_to(session.settings)
    return Waiting(dues=tuple(in_order(dues)), way=way, rests=rests, others=others)


def _calendar(session: Session, view: View, refs: Sequence[str]) -> Calendar:
    """The rules, and what was issued of the items: of a past day, by the runs before it.

    What another machine issued counts although its clock, or its time zone, is a day ahead; what
    one issued whose clock was years ahead keeps nothing back.
    """
    settings, day = session.settings, view.as_of
    rows = (
        session.register.reminders.issued(refs, before=day)
        if day < session.today
        else session.register.reminders.issued(refs, up_to=day)
    )
    return Calendar(rules_of(settings.rules), issued_by(rows), settings, day)


def told_of(
    session: Session, view: View, waiting: Waiting, ways: Collection[Channel]
) -> list[Told]:
    """The reminders that go one of the ways, with their items; only these are built."""
    dues = [due for due in waiting.dues if waiting.way(due.to) in ways]
    built = session.register.items([(due.path, due.ref) for due in dues], view)
    return [
        Told(due=due, standing=standing)
        for due in dues
        if (standing := built.get((due.path, due.ref))) is not None
    ]


PATIENCE = 600
"""Seconds for which a writer is waited for when a reminder is out and only not logged yet."""


def make_sure_of_room(session: Session, day: date, count: int) -> None:
    """Makes sure that so many reminders can be logged: asked before any is issued.

    Raises OSError where the disk is full, LockedError where somebody else holds the ledger.
    """
    with session.writing():
        make_room(session.root, day, count)


def log(session: Session, day: date, told: Sequence[Told], channel: Channel) -> None:
    """Logs the reminders as issued on the day.

    They are out, and would be issued again: so it waits for long where a sync, as over a slow
    connection, holds the ledger.
    """
    entries = [
        Reminder(
            of=one.due.ref,
            rule=one.due.rule,
            for_=one.due.for_,
            date=day,
            channel=channel,
            to=one.due.to,
        )
        for one in told
    ]
    with session.writing(PATIENCE) as stamp:
        append_reminders(
            session.root, day, entries, stamp, session.register.reminders.has_taken_in
        )


def let_rest(session: Session, view: View, waiting: Waiting) -> None:
    """Keeps for the next run of which items nothing is due before when.

    What was issued now is looked up in the log: only what stands there rests.
    """
    calendar = _calendar(session, view, [dues[0].ref for _, _, dues in waiting.others])
    rests = waiting.rests | {
        number: until
        for number, until, dues in waiting.others
        if all(map(calendar.has_issued, dues))
    }
    if rests:
        session.register.reminders.let_rest(rests, _resting(session, view), view.as_of)


def _resting(session: Session, view: View) -> str:
    """What the resting hangs on besides the log: the settings, and which bodies have ended."""
    bodies = session.settings.bodies
    ended = [body.name for body in bodies if body.until and body.until < view.as_of]
    digest = blake2b((session.root / SETTINGS).read_bytes(), digest_size=16)
    digest.update("\n".join(ended).encode())
    return digest.hexdigest()


def touched_by(session: Session, view: View, only: RuleName | None) -> list[Touched]:
    """The rules, or those of one name, with the items that each touches from the day on."""
    settings = session.settings
    rules = rules_of(settings.rules)
    calendar = Calendar(rules, {}, settings, view.as_of)
    paces = session.register.reminders.paces(Question(), narrowings_of(rules), view, None)
    found = [
        (rule, day, pace.path, pace.ref)
        for _, pace in paces
        for rule, day in calendar.next_of(pace, view.as_of)
    ]
    return list(touched_of(rules, found, only))
