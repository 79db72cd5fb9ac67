"""The timeline: windows, first and in force, and what was done in them, over the months."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from dipltrack.register.standing import Standing
from dipltrack.reports.blocks import Bar, Block, Heading, Lane, Mark, Paragraph, Timeline


def timeline_blocks(
    standings: Sequence[Standing], day: date, first: date | None = None, last: date | None = None
) -> tuple[Block, ...]:
    """The items that have a day, by their first day, drawn over the months that these fill.

    `first` and `last` bound what is drawn; items that lie wholly outside are left out.
    """
    lanes = [(one, _bars(one)) for one in standings]
    dated = [(one, bars) for one, bars in lanes if bars and _touches(bars, first, last)]
    undated = sum(not bars for _, bars in lanes)
    if not dated:
        return (Paragraph("No item with a day fits."), *_undated(undated))
    days = [d for _, bars in dated for bar in bars for d in (bar.first, bar.last) if d]
    begins = first or min(days)
    ends = last or max(days)
    ordered = sorted(dated, key=lambda pair: (_begin(pair[1]), pair[0].ref))
    drawn = Timeline(
        first=begins,
        last=max(begins, ends),
        day=day,
        lanes=tuple(Lane(one.ref, one.item.title, bars) for one, bars in ordered),
    )
    return (Heading("Windows and facts", len(ordered)), drawn, *_undated(undated))


def _undated(count: int) -> Iterable[Block]:
    if count:
        items = "item has" if count == 1 else "items have"
        yield Paragraph(f"{count:,} {items} no day.", hint=True)


def _bars(standing: Standing) -> tuple[Bar, ...]:
    return tuple(_each_bar(standing))


def _each_bar(standing: Standing) -> Iterator[Bar]:
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


def _begin(bars: Sequence[Bar]) -> date:
    return min(bar.first or bar.last or date.max for bar in bars)


def _touches(bars: Sequence[Bar], first: date | None, last: date | None) -> bool:
    return any(
        (first is None or bar.last is None or bar.last >= first)
        and (last is None or bar.first is None or bar.first <= last)
        for bar in bars
    )
