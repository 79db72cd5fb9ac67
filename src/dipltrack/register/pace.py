"""The days from which reminders of a commitment are counted: its pace, as of a day."""

from datetime import date
from typing import NamedTuple

from msgspec import json

from dipltrack.model.vocabulary import NextMove, Status
from dipltrack.register.freshness import stale_after
from dipltrack.register.state import State


class Beat(NamedTuple):
    """What of a pace an entry may change, and the calendar does not.

    Days are counted as `date.toordinal` counts them, for the index keeps them so. `heard` is the
    day of the last report, before any that of the meeting; `reported` says which of the two;
    `period` the days after which a report is stale. `theirs` is the day on which it became the
    other side's move, `held` the one on which it was put on hold. `replies` are the bodies that
    have not answered, each with the day by which it was to, as JSON: `[["METI",736741]]`.
    """

    heard: int
    reported: bool
    period: int | None
    review: int | None
    theirs: int | None
    held: int | None
    muted: int | None
    replies: str | None


class Pace(NamedTuple):
    """The days from which the reminders of one open, chased commitment are counted.

    `fits` says of each question that was asked with it whether the commitment fits it; `leads`
    are the bodies that act. The other days are those of its beat.
    """

    path: str
    ref: str
    leads: tuple[str, ...]
    dossier: str | None
    recurring: bool
    continuing: bool
    earliest: int | None
    latest: int | None
    beat: Beat
    fits: tuple[bool, ...]


def beat_of(state: State, meeting_date: date) -> Beat | None:
    """The beat of a state; None of a closed one, of which nobody is reminded."""
    if state.closed_on is not None:
        return None
    heard = state.last_report or meeting_date
    on_hold = state.status is Status.ON_HOLD and state.status_entry is not None
    return Beat(
        heard=heard.toordinal(),
        reported=state.last_report is not None,
        period=stale_after(state.item, state.timing.window, state.review_on),
        review=_number(state.review_on),
        theirs=_theirs_since(state, meeting_date),
        held=_number(state.status_entry.date) if on_hold and state.status_entry else None,
        muted=_number(state.mute_until),
        replies=_replies(state),
    )


def _theirs_since(state: State, meeting_date: date) -> int | None:
    """The day of the last entry that says that it is their move."""
    if state.next_move is not NextMove.THEIRS:
        return None
    days = (one.date for one in reversed(state.entries) if one.next_move is NextMove.THEIRS)
    return max(next(days, meeting_date), meeting_date).toordinal()


def _replies(state: State) -> str | None:
    due = {body: ask.reply_by for ask in state.pending if ask.reply_by for body in ask.asked}
    if not due:
        return None
    return json.encode([(body, day.toordinal()) for body, day in due.items()]).decode()


def replies_in(text: str) -> list[tuple[str, int]]:
    """The bodies that have not answered, each with the day by which it was to.

    >>> replies_in('[["METI",736741]]')
    [('METI', 736741)]
    """
    return json.decode(text, type=list[tuple[str, int]])


def _number(day: date | None) -> int | None:
    return day.toordinal() if day else None
