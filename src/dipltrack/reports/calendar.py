"""Items as a calendar (RFC 5545): windows as all-day events, their last days as to-dos.

A calendar that was imported before is brought up to date by a second import, for the name of each
entry never changes, and its stamp is the moment of the last entry about the item. What no longer
holds is not left out but cancelled: a program that read it once would keep it for ever.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from dipltrack.model.text import visible
from dipltrack.model.vocabulary import Status, TimingChange
from dipltrack.model.window import Timing, Window
from dipltrack.register.standing import Standing
from dipltrack.reports.days import written_window
from dipltrack.reports.released import Released

if TYPE_CHECKING:
    from icalendar import Component

_PRODUCT = "-//dipltrack//dipltrack//EN"
_GONE = frozenset({Status.WITHDRAWN, Status.SUPERSEDED, Status.NOT_FULFILLED})
"""The closings after which nothing will happen in the window."""

_TODO_STATUS = {
    Status.NO_REPORT: "NEEDS-ACTION",
    Status.NOT_STARTED: "NEEDS-ACTION",
    Status.ON_HOLD: "NEEDS-ACTION",
    Status.IN_PROGRESS: "IN-PROCESS",
    Status.FULFILLED: "COMPLETED",
    Status.PARTLY_FULFILLED: "COMPLETED",
    Status.NOT_FULFILLED: "CANCELLED",
    Status.SUPERSEDED: "CANCELLED",
    Status.WITHDRAWN: "CANCELLED",
}


def calendar_of(standings: Iterable[Standing], desk: str) -> bytes:
    """The calendar of the items, in their order; the same items give the same bytes."""
    parts = (part for standing in standings for part in _components_of(standing))
    return _calendar(parts, desk)


def calendar_copy_of(items: Iterable[Released], as_of: date) -> bytes:
    """The calendar as others may see it: the windows as events, stamped with the as-of day.

    No to-dos: who has to see to what is the desk's own concern, and so is when it entered it.
    """
    return _calendar((part for item in items for part in _events_of_copy(item, as_of)), None)


def _calendar(parts: "Iterable[Component]", name: str | None) -> bytes:
    from icalendar import Calendar  # 60 ms, for what only an export asks for

    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if name:
        calendar.add("x-wr-calname", visible(name))
    for part in parts:
        calendar.add_component(part)
    data: bytes = calendar.to_ical()
    return data


def _events_of_copy(item: Released, as_of: date) -> "Iterator[Component]":
    from icalendar import Event

    window = item.timing.window
    if _span_of(window) is None:
        return
    event = Event()
    event.add("uid", f"{item.ref}-window@dipltrack")
    event.add("dtstamp", datetime.combine(as_of, time(), tzinfo=UTC))
    event.add("summary", visible(item.title))
    told = [item.ref, *_told_time(item.timing)]
    source = " ".join(part for part in (item.document, item.paragraph) if part)
    told += _told_wording(item.wording, source)
    told += [f"counterpart: {', '.join(item.counterpart)}"] if item.counterpart else []
    event.add("description", _lines(told))
    if item.address:
        event.add("url", item.address)
    gone = bool(item.facts) and item.facts[-1].what in {Status.WITHDRAWN, Status.SUPERSEDED}
    _add_span(event, window)
    event.add("status", "CANCELLED" if gone else "CONFIRMED")
    yield event


def uid_of(standing: Standing, part: str) -> str:
    """The name under which the program of a reader knows it: the same in every export.

    The ref alone may be another desk's item as well; the id, where there is one, tells them apart.
    """
    name = "-".join(part for part in (standing.ref, standing.filed.id) if part)
    return f"{name}-{part}@dipltrack"


def _components_of(standing: Standing) -> "Iterator[Component]":
    """The event of its window, and the to-do of its last day where somebody has to see to it.

    One that it had once and has no longer is cancelled in its old days.
    """
    now, once = standing.state.window, _windows_once(standing)
    event = next((window for window in (now, *once) if _span_of(window)), None)
    if event is not None:
        yield _event(standing, event, held=event is now and not _is_gone(standing))
    to_do = next((window for window in (now, *once) if window.latest), None)
    if to_do is not None and (standing.is_chased or _was_chased(standing)):
        yield _to_do(standing, to_do, held=to_do is now and standing.is_chased)


def _event(standing: Standing, window: Window, *, held: bool) -> "Component":
    from icalendar import Event

    event = Event()
    _add_common(event, standing, "window")
    _add_span(event, window)
    event.add("status", "CONFIRMED" if held else "CANCELLED")
    return event


def _add_span(event: "Component", window: Window) -> None:
    first, last = _span_of(window) or (date.min, date.min)
    event.add("dtstart", first)
    if last < date.max:  # the day after the last: the end itself is not part of it
        event.add("dtend", last + timedelta(days=1))
    event.add("transp", "TRANSPARENT")  # nobody is busy for all of a season


def _to_do(standing: Standing, window: Window, *, held: bool) -> "Component":
    from icalendar import Todo

    state = standing.state
    to_do = Todo()
    _add_common(to_do, standing, "last-day")
    to_do.add("due", window.latest)
    status = "CANCELLED" if not held or _is_gone(standing) else _TODO_STATUS[state.status]
    to_do.add("status", status)
    if status == "COMPLETED" and state.closed_on is not None:
        to_do.add("percent-complete", 100)
        noon = datetime.combine(
            state.closed_on, time(12), tzinfo=UTC
        )  # that day nearly everywhere
        to_do.add("completed", noon)
    return to_do


def _add_common(component: "Component", standing: Standing, part: str) -> None:
    moment = _moment_of(standing)
    item = standing.item
    component.add("uid", uid_of(standing, part))
    component.add("dtstamp", moment)
    component.add("last-modified", moment)
    component.add("sequence", len(standing.history) + len(standing.chain.restated_by))
    component.add("summary", visible(item.title))
    component.add("description", _lines(_told(standing)))
    component.add("categories", [one for one in (standing.partner, item.sector) if one])
    address = next((d.address for d in standing.documents if d.name == item.document), None)
    if address:
        component.add("url", address)


def _told(standing: Standing) -> Iterator[str]:
    """What a reader wants to know beside the title."""
    item, state = standing.item, standing.state
    yield f"{standing.ref}, {standing.meeting.title}"
    yield from _told_time(state.timing)
    source = " ".join(part for part in (item.document, item.paragraph) if part)
    yield from _told_wording(item.wording, source)
    bodies = (("lead", standing.lead), ("counterpart", standing.counterpart))
    yield from (f"{name}: {', '.join(names)}" for name, names in bodies if names)
    yield f"status: {'struck' if standing.struck else state.status}"
    if state.next_step:
        yield f"next step: {state.next_step}"


def _told_time(timing: Timing) -> Iterator[str]:
    if timing.stated:
        meant = written_window(timing.window)
        yield f"stated: “{timing.stated}”{f' ({meant})' if meant else ''}"


def _told_wording(wording: str | None, source: str) -> Iterator[str]:
    if wording:
        yield f"wording{f' ({source})' if source else ''}: “{wording}”"


def _lines(told: Iterable[str]) -> str:
    """The lines, each with what is hidden in it made visible: RFC 5545 bears no control."""
    return "\n".join(visible(line) for line in "\n".join(told).split("\n"))


def _span_of(window: Window) -> tuple[date, date] | None:
    """The days of the event: of a window that is open at one end the day that is known.

    One that only ends has a to-do and no event: nobody said when it begins.
    """
    if window.earliest is None:
        return None
    return window.earliest, window.latest or window.earliest


def _windows_once(standing: Standing) -> Sequence[Window]:
    """The windows that it had before, the newest first."""
    moved = [
        update.to.window
        for update in standing.history
        if update.to and update.timing is not TimingChange.EXPECTED
    ]
    return [*reversed(moved), standing.filed.timing.window]


def _was_chased(standing: Standing) -> bool:
    """True where it may stand in a calendar as a to-do from before."""
    filed = standing.filed
    return filed.track or filed.firmness is None or filed.firmness.is_promise


def _is_gone(standing: Standing) -> bool:
    """True where nothing will happen in the window, or a later item says it in its place."""
    status = standing.state.status
    said_again = status.is_open and not standing.chain.is_newest
    return standing.struck or status in _GONE or said_again


def _moment_of(standing: Standing) -> datetime:
    """The moment of the last entry about it; where none has one, the day of its meeting.

    What was said again changed by an entry in another file, no earlier than that was said.
    """
    entries = (standing.filed, *standing.history)
    moments = [entry.recorded for entry in entries if entry.recorded]
    days = [standing.meeting.date] if not moments else []
    days += (later.on for later in standing.chain.restated_by)
    moments += (datetime.combine(day, time(), tzinfo=UTC) for day in days)
    return max(moments).astimezone(UTC).replace(microsecond=0)
