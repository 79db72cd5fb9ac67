"""The timeline: windows, first and in force, and what was done in them, over the months."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from msgspec import Struct

from dipltrack.register.standing import Standing
from dipltrack.reports.blocks import Bar, Block, Heading, Lane, Mark, Paragraph, Timeline
from dipltrack.reports.released import Released


class Frame(Struct, frozen=True, kw_only=True):
    """What is drawn of a timeline: the days, where they are bounded, and how many lines at most."""

    day: date
    first: date | None = None
    last: date | None = None
    most: int | None = None

    def touches(self, lane: Lane) -> bool:
        """True where a bar of the lane lies within the days, wholly or in part."""
        return any(
            (self.first is None or bar.last is None or bar.last >= self.first)
            and (self.last is None or bar.first is None or bar.first <= self.last)
            for bar in lane.bars
        )


def timeline_blocks(standings: Iterable[Standing], frame: Frame) -> tuple[Block, ...]:
    """The items that have a day, by their first day, drawn over the months that these fill."""
    return _drawn([_lane(one) for one in standings], frame)


def copy_of_timeline(items: Iterable[Released], frame: Frame) -> tuple[Block, ...]:
    """The same as others may see it: the windows in force, and the facts that may be seen."""
    return _drawn([_released_lane(one) for one in items], frame)


def _drawn(lanes: Sequence[Lane], frame: Frame) -> tuple[Block, ...]:
    undated = sum(not lane.bars for lane in lanes)
    dated = sorted((lane for lane in lanes if frame.touches(lane)), key=_begin)
    below = tuple(_undated(undated))
    if not dated:
        return (Paragraph("No item with a day fits."), *below)
    shown = dated[: frame.most]
    days = [day for lane in shown for bar in lane.bars for day in (bar.first, bar.last) if day]
    begins = frame.first or min(days)
    drawn = Timeline(
        first=begins,
        last=max(begins, frame.last or max(days)),
        day=frame.day,
        lanes=tuple(shown),
    )
    more = len(dated) - len(shown)
    left_out = (Paragraph(f"… {more:,} more (--all)", hint=True),) if more else ()
    return (Heading("Windows and facts", len(dated)), drawn, *left_out, *below)


def _undated(count: int) -> Iterator[Block]:
    if count:
        items = "item has" if count == 1 else "items have"
        yield Paragraph(f"{count:,} {items} no day.", hint=True)


def _begin(lane: Lane) -> tuple[date, str]:
    return min(bar.first or bar.last or date.max for bar in lane.bars), lane.ref


def _lane(standing: Standing) -> Lane:
    return Lane(standing.ref, standing.item.title, tuple(_bars(standing)))


def _bars(standing: Standing) -> Iterator[Bar]:
    """The first window, the one in force where it is another, what is expected, and the facts."""
    state = standing.state
    if state.first != state.timing and state.first.window.has_day:
        window = state.first.window
        yield Bar(Mark.FIRST, window.earliest, window.latest)
    if state.window.has_day:
        yield Bar(Mark.IN_FORCE, state.window.earliest, state.window.latest)
    if state.expected is not None and state.expected.window.has_day and state.closed_on is None:
        window = state.expected.window
        yield Bar(Mark.EXPECTED, window.earliest, window.latest)
    for update in state.entries:
        if update.held:
            yield Bar(Mark.HELD, update.first_day, update.date)
    if state.closed_on is not None and state.status.is_kept and state.status_entry is not None:
        yield Bar(Mark.DONE, state.closed_on, state.status_entry.date)


def _released_lane(item: Released) -> Lane:
    window = item.timing.window
    bars = [Bar(Mark.IN_FORCE, window.earliest, window.latest)] if window.has_day else []
    bars += (
        Bar(mark, fact.first or fact.day, fact.day)
        for fact in item.facts
        if (mark := _FACTS.get(fact.what))
    )
    return Lane(item.ref, item.title, tuple(bars))


_FACTS = {"done": Mark.DONE, "done in part": Mark.DONE, "held": Mark.HELD}
