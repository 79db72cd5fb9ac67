"""A report for a terminal, of any width from 60 columns."""

from collections.abc import Iterator

from dipltrack.model.text import visible
from dipltrack.render.lines import EMPTY, Line, Style, painted, wrapped
from dipltrack.render.terminal_table import GAP, Layouts, layouts_of, pairs_lines, table_lines
from dipltrack.render.widths import width_of
from dipltrack.reports.blocks import (
    Block,
    Heading,
    Pairs,
    Paragraph,
    Report,
    Table,
    Timeline,
)
from dipltrack.reports.days import written_day, written_weekday

NARROWEST = 60


def render_terminal(report: Report, width: int, *, colour: bool) -> str:
    """The report as text for a terminal of that many columns, with colours only where wanted."""
    return "".join(f"{line}\n" for line in terminal_lines(report, width, colour=colour))


def terminal_lines(report: Report, width: int, *, colour: bool) -> Iterator[str]:
    """The lines of `render_terminal`, each made when it is asked for, the last of them not empty.

    Text of the ledger is shown literally: no markup, and hidden characters made visible.
    """
    width = max(width, NARROWEST)
    empty = 0
    for line in _lines(report, width):
        text = painted(line, colour=colour)
        if not text:
            empty += 1
            continue
        yield from [""] * empty
        yield text
        empty = 0


def _lines(report: Report, width: int) -> Iterator[Line]:
    for line in _head(report):
        yield from wrapped(line, width)
    layouts = layouts_of(report.blocks, width)
    for block in report.blocks:
        yield from _block(block, layouts, width)


def _head(report: Report) -> Iterator[Line]:
    """The title; whose report it is, the day that it speaks of, how it is marked."""
    as_of = f"as of {written_weekday(report.as_of)}"
    if report.known_by is not None:
        as_of += f", known by {written_day(report.known_by)}"
    told = " · ".join(visible(part) for part in (report.desk, as_of, report.marking) if part)
    yield [(visible(report.title), Style.BOLD)]
    yield [(told, Style.DIM)]
    for line in report.told:
        yield [(visible(line), Style.DIM)]
    yield EMPTY


def _block(block: Block, layouts: Layouts, width: int) -> Iterator[Line]:
    match block:
        case Heading():
            yield from wrapped(_heading(block, width), width)
            return
        case Paragraph():
            style = Style.DIM if block.hint else Style.PLAIN
            yield from wrapped([(visible(block.text), style)], width)
        case Table():
            yield from table_lines(block, layouts[block.columns])
        case Pairs():
            yield from pairs_lines(block.pairs, width)
        case Timeline():
            from dipltrack.render.terminal_timeline import timeline_lines

            for line in timeline_lines(block, width):
                yield from wrapped(line, width)
    yield EMPTY


def _heading(heading: Heading, width: int) -> Line:
    """The title, with the count behind it; of an item with its ref at the right."""
    count = f" ({heading.count:,})" if heading.count is not None else ""
    text = f"{visible(heading.text)}{count}"
    if not heading.ref:
        return [(text, Style.BOLD if heading.level == 1 else Style.UNDERLINE)]
    ref = visible(heading.ref)
    space = max(GAP, width - width_of(text) - width_of(ref))
    return [(text, Style.BOLD), (" " * space, Style.PLAIN), (ref, Style.DIM)]
