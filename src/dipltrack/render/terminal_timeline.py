"""A timeline drawn in characters: windows as bars, facts as points, over months or years."""

from collections.abc import Iterator
from datetime import date

from rich.cells import cell_len, set_cell_size
from rich.text import Text as RichText

from dipltrack.model.text import visible
from dipltrack.render.timeline_scale import Scale
from dipltrack.reports.blocks import Lane, Mark, Timeline

_SIGNS = {
    Mark.FIRST: ("░", "dim"),
    Mark.IN_FORCE: ("█", "cyan"),
    Mark.EXPECTED: ("▒", "yellow"),
    Mark.DONE: ("●", "bold green"),
    Mark.HELD: ("◆", "bold green"),
}
_DAY = ("│", "red")
_LEAST, _MOST = 24, 60
"""How narrow and how wide the column of refs and titles is."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_GAP = 2


def timeline_lines(timeline: Timeline, width: int) -> Iterator[RichText]:
    """The timeline as lines of so many columns: the axis, a line for each item, the legend.

    Of a title as much is shown as there is room for; the ref always.
    """
    label = min(_MOST, max(_LEAST, width * 2 // 5))
    scale = Scale(timeline.first, timeline.last, max(12, width - label - _GAP))
    for line in _axis(timeline, scale):
        yield RichText(" " * (label + _GAP) + line, style="dim")
    for lane in timeline.lanes:
        yield _line(lane, timeline.day, scale, label)
    yield from _legend(timeline, width)


def _axis(timeline: Timeline, scale: Scale) -> tuple[str, ...]:
    """A line of years and, where there is room, one of months, each name where its time begins."""
    years, months = [" "] * scale.columns, [" "] * scale.columns
    step = _step(timeline, scale)
    at = timeline.first.replace(day=1)
    while at <= timeline.last:
        shown = max(at, timeline.first)
        column = scale.column(shown)
        if at.month == 1:
            _put(years, column, f"{at.year}")
        if step and (at.month - 1) % step == 0:
            _put(months, column, _MONTHS[at.month - 1])
        if (at.year, at.month) == (date.max.year, 12):
            break
        at = date(at.year + at.month // 12, at.month % 12 + 1, 1)
    _put(years, 0, f"{timeline.first.year}")  # the last, for a whole year has the better claim
    told = ("".join(years).rstrip(), "".join(months).rstrip())
    return tuple(line for line in told if line)


def _step(timeline: Timeline, scale: Scale) -> int:
    """Every how many months one is named; 0 for none."""
    months = (timeline.last.year - timeline.first.year) * 12 + timeline.last.month
    months = max(1, months - timeline.first.month + 1)
    for step in (1, 3, 6):
        if scale.columns * step // months >= len("Jan "):
            return step
    return 0


def _put(line: list[str], column: int, text: str) -> None:
    """Writes the text from that column on, where nothing stands in its way and it fits."""
    end = column + len(text)
    taken = line[max(0, column - 1) : end + 1]
    if end <= len(line) and not "".join(taken).strip():
        line[column:end] = text


def _line(lane: Lane, day: date, scale: Scale, label: int) -> RichText:
    signs = [(" ", "")] * scale.columns
    if not scale.is_before(day) and not scale.is_after(day):
        signs[scale.column(day)] = _DAY
    for bar in lane.bars:
        for column in scale.columns_of(bar):
            signs[column] = _SIGNS[bar.mark]
    ref, title = visible(lane.ref), visible(lane.title)
    room = label - cell_len(ref) - 1
    clipped = title if cell_len(title) <= room else f"{_beginning(title, room - 1)}…"
    text = RichText.assemble((ref, "bold"), " ", set_cell_size(clipped, max(0, room)))
    text.append(" " * (label - text.cell_len + _GAP))
    for sign, style in signs:
        text.append(sign, style=style)
    return text


def _beginning(title: str, room: int) -> str:
    """As much of the title as there is room for; half a wide letter is no room."""
    return set_cell_size(title, max(0, room)).rstrip()


def _legend(timeline: Timeline, width: int) -> Iterator[RichText]:
    """What the signs mean that were drawn, in as many lines as it takes."""
    drawn = {bar.mark for lane in timeline.lanes for bar in lane.bars}
    parts = [f"{_SIGNS[mark][0]} {mark}" for mark in Mark if mark in drawn]
    if timeline.first <= timeline.day <= timeline.last:
        parts.append(f"{_DAY[0]} as of")
    line = ""
    for part in parts:
        joined = f"{line}   {part}" if line else part
        if line and cell_len(joined) > width:
            yield RichText(line, style="dim")
            joined = part
        line = joined
    yield RichText(line, style="dim")
