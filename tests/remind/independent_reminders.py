"""Which reminder is due, found again from whole standings, a day at a time, by other means.

Nothing of the rules' own table is used: each rule is written out as what holds on one day.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from dipltrack.model.vocabulary import Firmness, Kind, NextMove, Status
from dipltrack.register.standing import Standing

Spoken = tuple[str, str | None]
"""A rule, and the body that it names."""

Key = tuple[str, str, str | None, date]
"""An item, a rule, the body that it names, the day that the reminder is for."""

_DAY = timedelta(days=1)
MATTERS = {
    "prepare": "time",
    "due": "time",
    "overdue": "time",
    "not-held": "time",
    "review": "review",
    "on-hold": "report",
    "no-report": "report",
    "stale": "report",
    "their-move": "move",
    "unanswered": "answer",
}


def spoken_on(one: Standing, at: date, on: date) -> Iterator[Spoken]:
    """The rules that speak on the day `on`, as the item stands on the day `at`."""
    state = one.state
    first, last = state.window.earliest, state.window.latest
    if state.item.kind is Kind.CONTINUING:
        first = last = None
    if first and on == first - 14 * _DAY and not (last and at > last):
        yield "prepare", None
    if last and at <= last and on in {last - 14 * _DAY, last - 3 * _DAY}:
        yield "due", None
    if last and on > last and (on - last).days % 7 == 1:
        yield ("not-held" if state.item.kind is Kind.RECURRING else "overdue"), None
    if state.review_on and on >= state.review_on and (on - state.review_on).days % 14 == 0:
        yield "review", None
    late = bool(last and at > last)
    if not late:
        yield from _on_reports(one, on)
    if state.next_move is NextMove.THEIRS:
        since = next(e.date for e in reversed(state.entries) if e.next_move is NextMove.THEIRS)
        if on > since and (on - since).days % 21 == 0:
            yield "their-move", None
    asked = {b: ask.reply_by for ask in state.pending if ask.reply_by for b in ask.asked}
    for body, reply_by in asked.items():
        if on > reply_by and (on - reply_by).days % 7 == 1:
            yield "unanswered", body


def _on_reports(one: Standing, on: date) -> Iterator[Spoken]:
    state = one.state
    dated = bool(state.window.earliest or state.window.latest or state.review_on)
    period = state.item.report_every or (30 if dated else 180)
    if state.item.firmness is Firmness.STATEMENT and state.item.report_every is None:
        period = 0
    if state.status is Status.ON_HOLD and state.status_entry:
        held = (on - state.status_entry.date).days
        if state.review_on is None and held > 0 and held % 30 == 0:
            yield "on-hold", None
    elif state.last_report is None:
        silent = (on - one.meeting.date).days - 30
        if silent == 0 or (silent > 0 and period and silent % period == 0):
            yield "no-report", None
    else:
        silent = (on - state.last_report).days - period - 1
        if period and silent >= 0 and silent % period == 0:
            yield "stale", None


def newest_on(one: Standing, at: date) -> dict[tuple[str, str | None], Key]:
    """Of each matter the last reminder that came due up to the day, muted or not."""
    newest: dict[tuple[str, str | None], Key] = {}
    on = at
    while on > one.meeting.date - 800 * _DAY:
        spoken = list(spoken_on(one, at, on))
        for rule, body in spoken:
            matter = (MATTERS[rule], body)
            before = newest.get(matter)
            if before is None or (before[3] == on and _later(rule, before[1])):
                newest[matter] = (one.ref, rule, body, on)
        on -= _DAY
    return newest


def _later(rule: str, other: str) -> bool:
    order = list(MATTERS)
    return order.index(rule) > order.index(other)
