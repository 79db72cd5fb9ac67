"""Reminders as an iCalendar file (RFC 5545): to-dos, each with an alarm."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, tzinfo
from typing import TYPE_CHECKING

from dipltrack.model.text import visible
from dipltrack.model.vocabulary import RuleName
from dipltrack.remind.letters import Told
from dipltrack.remind.message import message_of, said_of
from dipltrack.reports.calendar import uid_of

if TYPE_CHECKING:
    from icalendar import Alarm, Todo

MORNING = time(9)
"""The time of the alarm, in the ledger's time zone."""

_DUE_ON_ITS_DAY = frozenset(
    {RuleName.PREPARE, RuleName.DUE, RuleName.OVERDUE, RuleName.NOT_HELD, RuleName.REVIEW}
)
"""The rules that count from a day of the item: by it the to-do is due; else by the reminder's own."""

_EPOCH = date(2000, 1, 1)


def calendar_of(told: Sequence[Told], day: date, timezone: tzinfo | None) -> bytes:
    """The to-dos of the reminders. A later reminder of the same item and rule replaces its to-do."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//dipltrack//dipltrack//EN")
    for one in told:
        calendar.add_component(_todo(one, day, timezone))
    return bytes(calendar.to_ical())


def _todo(one: Told, day: date, timezone: tzinfo | None) -> "Todo":
    from icalendar import Todo

    due, todo = one.due, Todo()
    stamp = datetime.combine(due.for_, time(), tzinfo=UTC)
    heading, *lines = message_of([due], one.standing, day)
    todo.add("uid", _uid(one))
    todo.add("dtstamp", stamp)
    todo.add("last-modified", stamp)
    todo.add("sequence", max((due.for_ - _EPOCH).days, 0))
    todo.add("summary", heading)
    todo.add("description", "\n".join(line.strip() for line in lines))
    todo.add("due", due.counted if due.rule in _DUE_ON_ITS_DAY else due.for_)
    todo.add("categories", [due.rule.value])
    todo.add("status", "NEEDS-ACTION")
    todo.add_component(_alarm(one, day, timezone))
    return todo


def _alarm(one: Told, day: date, timezone: tzinfo | None) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", visible(said_of(one.due, one.standing, day)))
    morning = datetime.combine(day, MORNING)
    alarm.add("trigger", morning.replace(tzinfo=timezone).astimezone(UTC))
    return alarm


def _uid(one: Told) -> str:
    """The same for an item and a rule, whenever it is asked for; another in another ledger."""
    to = visible(f"-{one.due.asked}") if one.due.rule is RuleName.UNANSWERED else ""
    return uid_of(one.standing, f"{one.due.rule}{to}")
