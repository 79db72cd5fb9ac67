"""What words of time denote -> the window, as counted from the anchor."""

from datetime import date

from msgspec.structs import replace

from dipltrack.model.vocabulary import TimingClass
from dipltrack.model.window import Every, Window
from dipltrack.model.window import Unit as Period
from dipltrack.wording.amounts import amount_shown, plus
from dipltrack.wording.calendar import plus_days
from dipltrack.wording.denotation import (
    PAST,
    After,
    Amount,
    Around,
    Bearing,
    Before,
    Begins,
    Beside,
    By,
    Denotation,
    Distant,
    DistantOnward,
    Eager,
    Hanging,
    Happening,
    Inside,
    Joined,
    NoTime,
    Onward,
    Open,
    Part,
    Portion,
    Recurring,
    Remainder,
    Span,
    Told,
    Unit,
    Within,
)
from dipltrack.wording.frame import Frame, Stretch, UnfitError, day_shown, size_of
from dipltrack.wording.occasions import event_named
from dipltrack.wording.spans import stretch_of

OPEN_BASIS = "no time promised: set a review day"


def read(denotation: Denotation, frame: Frame) -> tuple[Window, str]:
    """The window, and the name of the other fair reading, empty where there is none.

    >>> from dipltrack.model.conventions import Conventions
    >>> from dipltrack.wording.denotation import Month
    >>> frame = Frame(anchor=date(2018, 1, 15), conventions=Conventions())
    >>> print(read(By(Month(3)), frame)[0].edtf())
    2018-01-15/2018-03-31
    """
    match denotation:
        case By(of):
            return _by(of, frame)
        case Before(of):
            return _before(of, frame)
        case After(of):
            return _onward(of, frame, after=True)
        case Onward(of):
            return _onward(of, frame, after=False)
        case Begins(of):
            return _worded(of, frame, "the beginning is the act")
        case Eager(of):
            return _worded(of, frame, "an early date in it is expected")
        case Around(of):
            return _worded(of, frame, "about: nothing is widened")
        case Told(of, instead):
            return _told(of, instead, frame)
        case Inside(of):
            return _inside(of, frame)
        case Remainder(of):
            return _remainder(of, frame)
        case Within():
            return _within(denotation, frame)
        case Distant(amount, since):
            return _distant(amount, since, frame)
        case DistantOnward(amount):
            size = size_of(amount)
            day = plus(frame.anchor, size, amount.unit)
            why = f"not before {amount_shown(size, amount.unit)} from the meeting are over"
            return Window(class_=TimingClass.RANGE, earliest=day, basis=why), ""
        case Open():
            return Window(class_=TimingClass.OPEN, basis=OPEN_BASIS), ""
        case Recurring():
            return _recurring(denotation, frame)
        case Happening():
            return _happening(denotation, frame), ""
        case Beside():
            return _beside(denotation, frame)
        case Hanging():
            return _hanging(denotation, frame)
        case NoTime(reason):
            return Window(class_=TimingClass.NONE, basis=f"no time: {reason}"), ""
        case _:
            return _worded(denotation, frame, "")


def _worded(of: Span, frame: Frame, rule: str) -> tuple[Window, str]:
    found = stretch_of(of, frame)
    basis = "; ".join(filter(None, (found.basis(), rule)))
    return (
        Window(class_=found.class_, earliest=found.first, latest=found.last, basis=basis),
        found.other,
    )


def _told(of: Denotation, instead: Denotation | None, frame: Frame) -> tuple[Window, str]:
    """The time of what was signed or agreed; where it lies before the anchor, it promises none."""
    window, other = read(of, frame)
    if window.latest is not None and window.latest < frame.anchor:
        return read(instead or NoTime(PAST), frame)
    return window, other


def _until(class_: TimingClass, latest: date, basis: str, frame: Frame) -> Window:
    """From the anchor to a day; a day before the anchor leaves the beginning open."""
    if latest < frame.anchor:
        return Window(class_=class_, latest=latest, basis=f"{basis}; past at the meeting already")
    return Window(class_=class_, earliest=frame.anchor, latest=latest, basis=basis)


def _by(of: Span, frame: Frame) -> tuple[Window, str]:
    found = stretch_of(of, frame)
    basis = f"by: from the meeting to {day_shown(found.last)}{_reason(of, found)}"
    return _until(TimingClass.BY, found.last, basis, frame), found.other


def _reason(of: Span, found: Stretch) -> str:
    """Why the time ends or begins on that day, where it does not go without saying."""
    plain = isinstance(of, Part) and of.portion is Portion.END
    plain = plain or found.class_ in {TimingClass.EXACT, TimingClass.MONTH, TimingClass.YEAR}
    plain = plain and "fiscal" not in found.why
    said = "; ".join(filter(None, ("" if plain else found.why, found.note)))
    return f" ({said})" if said else ""


def _before(of: Span, frame: Frame) -> tuple[Window, str]:
    """Before a time begins; but before its end, or the end of 2020-2021, is by its end."""
    part = of.first if isinstance(of, Joined) else of
    if isinstance(part, Part) and part.portion is Portion.END:
        return _by(of, frame)
    found = stretch_of(of, frame, begins_later=True)
    latest = plus_days(found.first, -1)
    basis = f"before {day_shown(found.first)}: to the day before it{_reason(of, found)}"
    return _until(TimingClass.BY, latest, basis, frame), found.other


def _onward(of: Span, frame: Frame, *, after: bool) -> tuple[Window, str]:
    found = stretch_of(of, frame)
    day = plus_days(found.last, 1) if after else found.first
    basis = f"from {day_shown(day)} on, no end stated{_reason(of, found)}"
    return Window(class_=TimingClass.RANGE, earliest=day, basis=basis), found.other


def _inside(of: Span, frame: Frame) -> tuple[Window, str]:
    found = stretch_of(of, frame)
    if found.last < frame.anchor:
        return _by(of, frame)
    first = max(found.first, frame.anchor)
    basis = f"within: from the meeting to {day_shown(found.last)}{_reason(of, found)}"
    if first > frame.anchor:
        basis = f"within it: {found.basis()}"
    return (
        Window(class_=TimingClass.BY, earliest=first, latest=found.last, basis=basis),
        found.other,
    )


def _remainder(of: Span, frame: Frame) -> tuple[Window, str]:
    found = stretch_of(of, frame)
    first = max(found.first, frame.anchor)
    if first > found.last:
        raise UnfitError("names the rest of a time that is over")
    basis = f"what is left of it from the meeting on: to {day_shown(found.last)}"
    return (
        Window(class_=TimingClass.RANGE, earliest=first, latest=found.last, basis=basis),
        found.other,
    )


def _within(span: Within, frame: Frame) -> tuple[Window, str]:
    start, amount = frame.anchor, span.amount
    size = amount.size
    if size is None:
        return _vague(amount, frame)
    name = "the meeting"
    if span.since is not None:
        start = stretch_of(span.since, frame).first
        name = day_shown(start)
    latest = plus(start, size, amount.unit)
    if span.split and frame.second:
        return _on(latest, f"{amount_shown(size, amount.unit)} after the meeting"), ""
    basis = f"{amount_shown(size, amount.unit)} from {name}"
    other = "the day that lies so far ahead" if span.split else ""
    return (
        Window(class_=TimingClass.WITHIN, earliest=start, latest=latest, basis=basis),
        other,
    )


def _vague(amount: Amount, frame: Frame) -> tuple[Window, str]:
    if frame.second:
        return Window(class_=TimingClass.OPEN, basis=OPEN_BASIS), ""
    basis = f"from the meeting on: how many {amount.unit.value}s is not stated"
    window = Window(class_=TimingClass.WITHIN, earliest=frame.anchor, basis=basis)
    return window, "no time promised"


def _distant(amount: Amount, since: Span | None, frame: Frame) -> tuple[Window, str]:
    start = frame.anchor if since is None else stretch_of(since, frame).last
    name = "the meeting" if since is None else day_shown(start)
    size = size_of(amount)
    day = plus(start, size, amount.unit)
    return _on(day, f"{amount_shown(size, amount.unit)} after {name}"), ""


def _on(day: date, basis: str) -> Window:
    return Window(class_=TimingClass.EXACT, earliest=day, latest=day, basis=basis)


def _recurring(span: Recurring, frame: Frame) -> tuple[Window, str]:
    """Again and again, with its period. Its next window is computed as of a day, never stored."""
    months = span.other if frame.second else span.months
    if months is None:
        basis = f"{span.words}: no period stated that a day could be counted from"
        return Window(class_=TimingClass.RECURRING, basis=basis), ""
    every = (
        Every(count=months // 12, unit=Period.YEAR)
        if months % 12 == 0
        else Every(count=months, unit=Period.MONTH)
    )
    other = "" if span.other is None else f"every {_period(span.other)}"
    return (
        Window(
            class_=TimingClass.RECURRING,
            every=every,
            basis=f"every {every}: the first time within {every} from the meeting",
        ),
        other,
    )


def _period(months: int) -> str:
    years, rest = divmod(months, 12)
    return amount_shown(months, Unit.MONTH) if rest else amount_shown(years, Unit.YEAR)


def _happening(span: Happening, frame: Frame) -> Window:
    """The days of a known event, or none until it has them."""
    event = event_named(span.name, frame.events, frame.anchor)
    if event is None:
        basis = f"hangs on an event without a known date: {span.name}"
        return Window(class_=TimingClass.EVENT, event=span.name, basis=basis)
    shown = day_shown(event.earliest)
    if event.latest != event.earliest:
        shown += f" to {day_shown(event.latest)}"
    earliest, latest = _event_days(span, event.earliest, event.latest, frame)
    return Window(
        class_=TimingClass.EVENT,
        earliest=earliest,
        latest=latest,
        event=event.name,
        basis=f"{span.bearing.value} {event.name}: {shown}",
    )


def _beside(span: Beside, frame: Frame) -> tuple[Window, str]:
    """The days of the event where it is known and lies in the time; else the time itself."""
    found = stretch_of(span.of, frame)
    inside = [
        event
        for event in frame.events
        if found.first <= event.earliest and event.latest <= found.last
    ]
    if event_named(span.event.name, inside, frame.anchor) is None:
        return _worded(span.of, frame, "")
    return _happening(span.event, replace(frame, events=tuple(inside))), ""


def _hanging(span: Hanging, frame: Frame) -> tuple[Window, str]:
    """Before, by or after an event of a named time: by its own days, or those that it can have.

    Before a summit on 28 June is before that day; before a summit in June is in June at the
    latest, but hangs on the summit.
    """
    found = stretch_of(span.of, frame)
    inside = [
        event
        for event in frame.events
        if found.first <= event.earliest and event.latest <= found.last
    ]
    if event_named(span.event.name, inside, frame.anchor) is not None:
        return _happening(span.event, replace(frame, events=tuple(inside))), ""
    if span.event.bearing is Bearing.BY:
        return _by(span.of, frame)
    if found.class_ in {TimingClass.EXACT, TimingClass.RANGE}:
        before = span.event.bearing is Bearing.BEFORE
        return _before(span.of, frame) if before else _onward(span.of, frame, after=True)
    bearing, name = span.event.bearing.value, span.event.name
    basis = f"{bearing} {name}, whose day is not known; {found.why}"
    before = span.event.bearing is Bearing.BEFORE
    return (
        Window(
            class_=TimingClass.EVENT,
            earliest=None if before else found.first,
            latest=found.last if before else None,
            event=name,
            basis=basis,
        ),
        found.other,
    )


def _event_days(
    span: Happening, first: date, last: date, frame: Frame
) -> tuple[date | None, date | None]:
    amount, before = span.amount, plus_days(first, -1)
    if amount is not None and amount.size is not None and span.bearing is Bearing.BEFORE:
        before = plus(first, -amount.size, amount.unit)
    if span.bearing is Bearing.BY:
        return _anchor_before(last, frame), last
    if span.bearing is Bearing.BEFORE:
        return _anchor_before(before, frame), before
    if span.bearing in (Bearing.AFTER, Bearing.NOT_BEFORE):
        if amount is None or amount.size is None:
            return plus_days(last, 1), None
        day = plus(last, amount.size, amount.unit)
        return day, day if span.bearing is Bearing.AFTER else None
    if amount is None:
        return first, last
    return first, None if amount.size is None else plus(last, amount.size, amount.unit)


def _anchor_before(latest: date, frame: Frame) -> date | None:
    return frame.anchor if latest >= frame.anchor else None
