"""A timeline as a drawing in SVG, a page's worth at a time, told in words to who cannot see it."""

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from rich.cells import cell_len, set_cell_size

from dipltrack.model.text import visible
from dipltrack.render.html_style import class_of_mark
from dipltrack.render.month_ticks import month_ticks, year_ticks
from dipltrack.reports.blocks import Bar, Lane, Mark, Timeline
from dipltrack.reports.days import written_day, written_days

_LANES = 20
"""So many items stand in one drawing: more would not fit on a page."""
_LABEL, _DRAWN = 300, 500
"""The width of the names and of the drawing, in units of the drawing's own."""
_ROW, _HEAD, _FOOT = 24, 34, 26
_LETTERS = 53
"""How many letters of the size of a screen's fit into the width of the names."""
_BAR = 10
_MONTHS_AT_MOST, _YEARS_AT_MOST = 16, 12


def svg_of_timeline(timeline: Timeline, before: int) -> Iterator[str]:
    """The timeline as drawings of so many items each; `before` were drawn on the page already."""
    lanes = timeline.lanes
    for number, at in enumerate(range(0, max(1, len(lanes)), _LANES), before + 1):
        yield "\n".join(_svg(timeline, lanes[at : at + _LANES], number))


def _svg(timeline: Timeline, lanes: Sequence[Lane], number: int) -> Iterator[str]:
    height = _HEAD + _ROW * len(lanes) + _FOOT
    named = f'aria-labelledby="timeline-{number} told-{number}"'
    yield (
        f'<svg viewBox="0 0 {_LABEL + _DRAWN} {height}" xmlns="http://www.w3.org/2000/svg" '
        f'role="img" {named}>'
    )
    span = written_days(timeline.first, timeline.last)
    yield f'<title id="timeline-{number}">Timeline, {escape(span)}</title>'
    yield f'<desc id="told-{number}">{escape(" ".join(map(_told, lanes)))}</desc>'
    yield from _axis(timeline, _HEAD + _ROW * len(lanes))
    for row, lane in enumerate(lanes):
        yield from _lane(timeline, lane, _HEAD + _ROW * row + _ROW // 2)
    if timeline.first <= timeline.day <= timeline.last:
        x = _x(timeline, timeline.day)
        yield f'<path class="day" d="M{x} {_HEAD - 4}V{_HEAD + _ROW * len(lanes)}"/>'
    yield from _legend(timeline, height - _FOOT + 17)
    yield "</svg>"


def _told(lane: Lane) -> str:
    """The item in words: what is drawn of it, with its days."""
    bars = "; ".join(f"{bar.mark} {_days(bar)}" for bar in lane.bars)
    return f"{visible(lane.ref)} {visible(lane.title)}: {bars or 'nothing drawn'}."


def _days(bar: Bar) -> str:
    if bar.first is None:
        return "at all times" if bar.last is None else f"by {written_day(bar.last)}"
    if bar.last is None:
        return f"from {written_day(bar.first)}"
    return written_days(bar.first, bar.last)


def _axis(timeline: Timeline, bottom: int) -> Iterator[str]:
    for tick in year_ticks(timeline, _YEARS_AT_MOST):
        x = _x(timeline, tick.day)
        yield f'<path class="grid" d="M{x} {_HEAD - 4}V{bottom}"/>'
        if x + 26 <= _LABEL + _DRAWN:
            yield f'<text class="axis" x="{x}" y="12">{tick.name}</text>'
    for tick in month_ticks(timeline, _MONTHS_AT_MOST):
        x = _x(timeline, tick.day)
        if x + 20 <= _LABEL + _DRAWN:
            yield f'<text class="axis" x="{x}" y="26">{tick.name}</text>'
    yield f'<path class="grid" d="M{_LABEL} {_HEAD - 4}H{_LABEL + _DRAWN}"/>'


def _lane(timeline: Timeline, lane: Lane, middle: int) -> Iterator[str]:
    ref, title = visible(lane.ref), visible(lane.title)
    room = _LETTERS - cell_len(ref) - 1
    short = (
        title if cell_len(title) <= room else f"{set_cell_size(title, max(0, room - 1)).rstrip()}…"
    )
    yield (
        f'<text x="0" y="{middle + 4}"><title>{escape(title)}</title>'
        f'<tspan class="quiet">{escape(ref)}</tspan> {escape(short)}</text>'
    )
    for bar in lane.bars:
        yield from _bar(timeline, bar, middle)


def _bar(timeline: Timeline, bar: Bar, middle: int) -> Iterator[str]:
    """A window as a bar, a fact as a point; what lies outside is not drawn, an open end runs on."""
    first = bar.first or timeline.first
    last = bar.last or timeline.last
    if first > timeline.last or last < timeline.first:
        return
    left = _x(timeline, max(first, timeline.first))
    right = _x(timeline, min(last, timeline.last), end=True)
    if bar.mark in {Mark.DONE, Mark.HELD} and right - left < 2 * _BAR:
        yield _point(bar.mark, round((left + right) / 2, 1), middle)
        return
    half = _BAR // 2 + (2 if bar.mark is Mark.FIRST else 0)
    yield _rectangle(bar.mark, left, middle - half, max(2.0, round(right - left, 1)), 2 * half)


def _rectangle(mark: Mark, x: float, y: float, width: float, height: float) -> str:
    box = f'x="{x}" y="{y}" width="{width}" height="{height}" rx="2"'
    return f'<rect class="{class_of_mark(mark)}" {box}/>'


def _point(mark: Mark, x: float, y: float) -> str:
    """A circle for what was done, a diamond for what was held once more."""
    named = f'class="{class_of_mark(mark)}"'
    if mark is Mark.DONE:
        return f'<circle {named} cx="{x}" cy="{y}" r="5.5"/>'
    return f'<path {named} d="M{x} {y - 7}l7 7l-7 7l-7 -7z"/>'


def _legend(timeline: Timeline, y: int) -> Iterator[str]:
    """What the signs mean that were drawn."""
    drawn = {bar.mark for lane in timeline.lanes for bar in lane.bars}
    x = 0
    for mark in Mark:
        if mark not in drawn:
            continue
        if mark in {Mark.DONE, Mark.HELD}:
            yield _point(mark, x + 10, y - 4)
        else:
            yield _rectangle(mark, x + 2, y - 9, 16, 10)
        yield f'<text class="axis" x="{x + 24}" y="{y}">{mark}</text>'
        x += 24 + 6 * len(mark.value) + 20
    if timeline.first <= timeline.day <= timeline.last:
        yield f'<path class="day" d="M{x + 10} {y - 12}v14"/>'
        told = f"as of {written_day(timeline.day)}"
        yield f'<text class="axis" x="{x + 24}" y="{y}">{told}</text>'


def _x(timeline: Timeline, day: date, *, end: bool = False) -> float:
    """Where the day begins, or ends, from left to right."""
    days = timeline.last.toordinal() - timeline.first.toordinal() + 1
    at = day.toordinal() - timeline.first.toordinal() + (1 if end else 0)
    return round(_LABEL + _DRAWN * at / days, 1)
