"""A timeline as a table, for what cannot draw: a line for each item, a column for each mark."""

from dipltrack.model.vocabulary import TimingClass
from dipltrack.model.window import Window
from dipltrack.reports.blocks import (
    Bar,
    Cell,
    Column,
    Day,
    Lane,
    Many,
    Mark,
    Ref,
    Single,
    Span,
    Table,
    Text,
    Timeline,
)


def table_of_timeline(timeline: Timeline) -> Table:
    """The items of the timeline with the days of each of their marks; no mark that is never set."""
    marks = [
        mark for mark in Mark if any(b.mark is mark for one in timeline.lanes for b in one.bars)
    ]
    columns = (
        Column("Ref", whole=True),
        Column("Title", least=13, good=28, share=4),
        *(Column(mark.value.capitalize(), least=11) for mark in marks),
    )
    rows = tuple(
        (Ref(lane.ref), Text(lane.title), *(_days(lane, mark) for mark in marks))
        for lane in timeline.lanes
    )
    return Table(columns, rows)


def _days(lane: Lane, mark: Mark) -> Cell:
    cells = tuple(_cell(bar) for bar in lane.bars if bar.mark is mark)
    match cells:
        case ():
            return Text("")
        case (one,):
            return one
        case _:
            return Many(cells)


def _cell(bar: Bar) -> Single:
    """A single day as a day, a run as a window, an end that is not known left open."""
    if bar.first is not None and bar.first == bar.last:
        return Day(bar.first)
    return Span(Window(class_=TimingClass.RANGE, earliest=bar.first, latest=bar.last))
