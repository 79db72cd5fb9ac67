"""The state of play of an item: what was last heard of it, and when; and whom was asked."""

from collections.abc import Mapping, Sequence
from datetime import date

from dipltrack.model.reminder import Reminder
from dipltrack.model.update import Update
from dipltrack.model.vocabulary import Status, Timeliness
from dipltrack.register.standing import Standing
from dipltrack.reports.blocks import Dated, Single, Text
from dipltrack.reports.prose import figure, listed, told_day

Reminded = Mapping[str, Sequence[Reminder]]
"""The reminders that were issued, by the ref of their item, in the order of their days."""


def play_cell(standing: Standing) -> Single:
    """What the last report says, with its day; of a closed item how and when it was closed."""
    state = standing.state
    closing = state.status_entry if state.closed_on is not None else None
    if closing is not None:
        told = f"{state.status}{lateness_of(standing)}"
        return _dated(
            ": ".join(part for part in (told, closing.note or closing.reason) if part), closing
        )
    reports = [update for update in state.entries if update.is_report]
    if not reports:
        return Text("no report")
    last = reports[-1]
    told = last.note or last.reason or ("held" if last.held else str(last.status or "reported"))
    if last.status in {Status.ON_HOLD, Status.NOT_STARTED} and told != last.status:
        told = f"{last.status}: {told}"
    return _dated(told, last)


def lateness_of(standing: Standing) -> str:
    """How a kept promise stood to its time, to be put behind a word; "" where it had none.

    A time that had passed before is late by its days; before its time is no error (DESIGN §2).
    """
    match standing.timeliness:
        case Timeliness.LATE:
            return f", {figure(standing.days or 0, 'day')} late"
        case Timeliness.EARLY:
            return ", before its time"
        case Timeliness.IN_WINDOW if standing.state.status.is_kept:
            return ", in time"
        case _:
            return ""


def asked_told(standing: Standing, day: date, reminded: Sequence[Reminder] = ()) -> str:
    """Whom was asked how often since when without an answer; "" where no answer is waited for.

    An answer that is over its day says so. Of the reminders those count that were issued since
    the last report.
    """
    last = standing.state.last_report or date.min
    since = [one for one in reminded if one.date > last]
    asked = _asked_told(standing, day)
    if not since:
        return asked
    if standing.state.pending:
        return f"{asked}; reminded {_times(len(since))}"
    bodies = list(dict.fromkeys(one.to for one in since if one.to))
    whom = f"{listed(bodies)} reminded" if bodies else "reminded"
    when = "on" if len(since) == 1 else "since"
    return f"{whom} {_times(len(since))} {when} {told_day(since[0].date, day.year)}"


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _asked_told(standing: Standing, day: date) -> str:
    pending = standing.state.pending
    if not pending:
        return "answered" if standing.state.asks else ""
    bodies = list(dict.fromkeys(body for ask in pending for body in ask.asked))
    since = "on" if len(pending) == 1 else "since"
    first = pending[0].date
    silence = figure((day - first).days, "day")
    told = f"{listed(bodies)} asked {_times(len(pending))} {since} {told_day(first, day.year)}, no answer for {silence}"
    left = standing.reply_days
    if left is not None and left < 0:
        told += f" ({figure(-left, 'day')} over)"
    return told


def _dated(text: str, update: Update) -> Dated:
    return Dated(text, update.date, update.from_, update.when)
