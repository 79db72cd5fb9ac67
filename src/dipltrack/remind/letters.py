"""The reminders of a run put together: one letter a body, and the way that each may take."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from itertools import groupby

from msgspec import Struct

from dipltrack.model.address import is_address
from dipltrack.model.settings import Body, Settings
from dipltrack.model.text import visible
from dipltrack.model.vocabulary import Channel, Handling, Remind, RuleName
from dipltrack.register.standing import Standing
from dipltrack.remind.due import Due
from dipltrack.remind.message import message_of
from dipltrack.remind.question import question_about
from dipltrack.reports.days import written_weekday
from dipltrack.reports.items import clipped
from dipltrack.reports.prose import figure
from dipltrack.reports.released import released

_LONGEST_NAME = 100
"""Letters of the desk's name in a subject."""


class Told(Struct, frozen=True, kw_only=True):
    """A reminder that is due, with the item that it is of."""

    due: Due
    standing: Standing


class Letter(Struct, frozen=True, kw_only=True):
    """All reminders of a run for one body; for nobody where nobody leads the items.

    `kept` are those of which the body, of another side, may see nothing: they are not in it.
    """

    to: str | None
    body: Body | None
    reminders: tuple[Told, ...]
    kept: tuple[Told, ...]
    subject: str
    text: str
    key: str


def way_to(settings: Settings) -> Callable[[str | None], Channel]:
    """Tells of a body by its name how it is reminded: by mail only one of our own that wants it."""
    bodies = {body.name: body for body in settings.bodies}

    def way(name: str | None) -> Channel:
        body = bodies.get(name) if name else None
        mailed = body is not None and is_ours(body, settings) and body.remind is Remind.MAIL
        return Channel.MAIL if mailed else Channel.DRAFT

    return way


def is_ours(body: Body, settings: Settings) -> bool:
    """True where the body is of the ledger's own party."""
    return body.party == settings.ledger.party


def address_of(body: Body | None) -> str | None:
    """The address to which a mail to the body can go, or None."""
    return body.mail if body is not None and body.mail and is_address(body.mail) else None


def in_order(dues: Iterable[Due]) -> list[Due]:
    """The reminders by body, item and rule; those for nobody come last."""
    order = {rule: number for number, rule in enumerate(RuleName)}
    return sorted(
        dues, key=lambda due: (due.to is None, due.to or "", _place(due.ref), order[due.rule])
    )


def _place(ref: str) -> tuple[str, str, int]:
    """Where the ref stands among others: by partner, day and number."""
    meeting, _, number = ref.rpartition("-")
    partner, _, day = meeting.rpartition("-")
    return partner, day, int(number) if number.isdecimal() else 0


def letters_of(told: Sequence[Told], settings: Settings, day: date) -> list[Letter]:
    """The letters that the reminders make, in the order of their first."""
    by_body: dict[str | None, list[Told]] = {}
    for one in told:
        by_body.setdefault(one.due.to, []).append(one)
    bodies = {body.name: body for body in settings.bodies}
    return [_letter(name, bodies, ones, settings, day) for name, ones in by_body.items()]


def _letter(
    name: str | None,
    bodies: Mapping[str, Body],
    told: Sequence[Told],
    settings: Settings,
    day: date,
) -> Letter:
    body = bodies.get(name) if name else None
    if may_see_all(name, body, told, settings):
        shown, subject, lines = (
            told,
            _subject(len(told), settings),
            _own_lines(told, settings, day),
        )
    else:
        seen = {
            standing.ref: item
            for standing, item in released([one.standing for one in told], Handling.PARTNER)
        }
        shown = [one for one in told if one.due.ref in seen]
        subject = f"How {'a commitment stands' if len(seen) == 1 else 'commitments stand'}"
        lines = question_about(list(seen.values()))
    return Letter(
        to=name,
        body=body,
        reminders=tuple(shown),
        kept=tuple(one for one in told if one not in shown),
        subject=visible(subject),
        text="".join(f"{line}\n" for line in lines),
        key=_key(name, shown, settings),
    )


def may_see_all(
    name: str | None, body: Body | None, told: Sequence[Told], settings: Settings
) -> bool:
    """True for our own bodies, and for nobody; of one that is not registered, only as a lead.

    Who leads an item carries it here (DESIGN §2); anybody else may be of another side.
    """
    if body is not None:
        return is_ours(body, settings)
    return name is None or all(name in one.standing.lead for one in told)


def _subject(count: int, settings: Settings) -> str:
    return f"{_desk(settings)}: {counted(count)}"


def _desk(settings: Settings) -> str:
    """The desk's name, of an overlong one its beginning."""
    return clipped(settings.ledger.name, _LONGEST_NAME)


def counted(count: int) -> str:
    """How many reminders.

    >>> counted(1), counted(2)
    ('1 reminder', '2 reminders')
    """
    return figure(count, "reminder")


def _own_lines(told: Sequence[Told], settings: Settings, day: date) -> list[str]:
    lines = [
        f"{visible(_desk(settings))}, as of {written_weekday(day)}",
        visible(settings.ledger.ceiling),
    ]
    for block in blocks_of(told, day):
        lines += ["", *block]
    return lines


def blocks_of(told: Sequence[Told], day: date) -> Iterator[list[str]]:
    """The lines of each item, which may be reminded of for several reasons at once."""
    for _, group in groupby(told, key=lambda one: one.due.ref):
        ones = list(group)
        yield message_of([one.due for one in ones], ones[0].standing, day)


def _key(name: str | None, told: Sequence[Told], settings: Settings) -> str:
    """What tells the letter from others: the same reminders to the same body give the same."""
    keys = (f"{one.due.ref} {one.due.rule} {one.due.for_}" for one in told)
    parts = [settings.ledger.party, settings.ledger.name, name or "", *keys]
    return blake2b("\n".join(parts).encode(), digest_size=12).hexdigest()
