"""A report for a terminal, of any width from 60 columns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from io import StringIO

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text as RichText

from dipltrack.model.text import visible
from dipltrack.model.vocabulary import Rag
from dipltrack.render.cells import is_number, written
from dipltrack.render.columns import GAP, columns_kept, longest_of_alike, widths_of
from dipltrack.render.head import head_of
from dipltrack.render.rows import Rows, Written, places_of
from dipltrack.reports.blocks import (
    Block,
    Cell,
    Colour,
    Column,
    Heading,
    Pair,
    Pairs,
    Paragraph,
    Ref,
    Report,
    Table,
    Timeline,
)

NARROWEST = 60
_ROWS = 100
"""How many rows of a table are drawn at once."""
_STYLES = {
    Rag.RED: "bold red",
    Rag.AMBER: "yellow",
    Rag.GREEN: "green",
    Rag.BLUE: "blue",
    Rag.NONE: "dim",
}


Part = RichText | RichTable | Rows
"""What rich prints at once."""

Layouts = Mapping[tuple[Column, ...], tuple[Sequence[int], Mapping[int, int]]]
"""For the columns of a table: which of them are kept, and how wide each is."""


def render_terminal(report: Report, width: int, *, colour: bool) -> str:
    """The report as text for a terminal of that many columns, with colours only where wanted."""
    return "".join(f"{line}\n" for line in terminal_lines(report, width, colour=colour))


def terminal_lines(report: Report, width: int, *, colour: bool) -> Iterator[str]:
    """The lines of `render_terminal`, each made when its turn comes; the last is not empty.

    Text of the ledger is shown literally: no markup, and hidden characters made visible.
    """
    empty = 0
    for line in _printed(report, max(width, NARROWEST), colour=colour):
        if line:
            yield from [""] * empty
            yield line
            empty = 0
        else:
            empty += 1


def lines_in(report: Report, width: int) -> int:
    """How many lines `terminal_lines` gives of the report, told without drawing its tables."""
    width = max(width, NARROWEST)
    console = _console(StringIO(), width, colour=False)
    lines = empty = 0
    for part in _parts(report, width):
        height = _height(part, console, width)
        if isinstance(part, RichText) and not part.plain.strip():
            empty += height
        elif height:
            lines, empty = lines + empty + height, 0
    return lines


def _height(part: Part, console: Console, width: int) -> int:
    match part:
        case RichText():
            return len(part.wrap(console, width))
        case Rows():
            return part.height(console)
        case _:
            return _height_of_table(part, width)


@lru_cache
def _height_of_table(table: RichTable, width: int) -> int:
    """Of titles it is asked again and again, while it is tried how many rows fit a screen."""
    return len(_console(StringIO(), width, colour=False).render_lines(table, pad=False))


def _printed(report: Report, width: int, *, colour: bool) -> Iterator[str]:
    """What rich prints of the report, part by part, without space at the ends of lines."""
    out = StringIO()
    console = _console(out, width, colour=colour)
    for part in _parts(report, width):
        console.print(part)
        yield from (line.rstrip() for line in out.getvalue().splitlines())
        out.seek(0)
        out.truncate()


def _console(out: StringIO, width: int, *, colour: bool) -> Console:
    return Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )


def _parts(report: Report, width: int) -> Iterator[Part]:
    """The head and the blocks, as rich takes them."""
    layouts = _layouts(report.blocks, width)
    yield from _head(report)
    for block in report.blocks:
        yield from _block(block, layouts, width)


def _head(report: Report) -> Iterable[RichText]:
    """The title; whose report it is, the day that it speaks of, how it is marked."""
    yield RichText(visible(report.title), style="bold")
    yield RichText(" · ".join(head_of(report)), style="dim")
    for line in report.told:
        yield RichText(visible(line), style="dim")
    yield RichText("")


def _block(block: Block, layouts: Layouts, width: int) -> Iterable[Part]:
    match block:
        case Heading():
            yield _heading(block, width)
        case Paragraph():
            yield RichText(visible(block.text), style="dim" if block.hint else "")
            yield RichText("")
        case Table():
            yield from _table(block, *layouts[block.columns], width)
            yield RichText("")
        case Pairs():
            yield _pairs(block.pairs)
            yield RichText("")
        case Timeline():
            from dipltrack.render.terminal_timeline import timeline_lines

            yield from timeline_lines(block, width)
            yield RichText("")


def _heading(heading: Heading, width: int) -> RichText:
    """The title, with the count behind it; of an item with its ref at the right."""
    count = f" ({heading.count:,})" if heading.count is not None else ""
    text = f"{visible(heading.text)}{count}"
    if not heading.ref:
        return RichText(text, style="bold" if heading.level == 1 else "underline")
    ref = visible(heading.ref)
    space = max(GAP, width - cell_len(text) - cell_len(ref))
    return RichText.assemble((text, "bold"), " " * space, (ref, "dim"))


def _layouts(blocks: Sequence[Block], width: int) -> Layouts:
    """The layout of every table; tables of the same columns stand the same, one below the other."""
    layouts = {}
    for columns, lengths in longest_of_alike(blocks).items():
        kept = columns_kept(columns, lengths, width)
        layouts[columns] = (kept, widths_of(columns, lengths, kept, width))
    return layouts


def _table(
    table: Table, kept: Sequence[int], widths: Mapping[int, int], room: int
) -> Iterator[RichTable | Rows]:
    """The titles, and below them the rows, some at a time: a pipe need not wait for the last."""
    columns = [(widths[index], _is_number(table, index)) for index in kept]
    yield _titles(tuple((table.columns[i].title, *c) for i, c in zip(kept, columns, strict=True)))
    places = places_of(columns, room)
    for start in range(0, len(table.rows), _ROWS):
        some = table.rows[start : start + _ROWS]
        yield Rows(places, [[_written(row[index]) for index in kept] for row in some])


@lru_cache
def _titles(columns: Sequence[tuple[str, int, bool]]) -> RichTable:
    """The titles of columns of those widths, which of them stand to the right being told."""
    drawn = RichTable(box=None, padding=(0, GAP, 0, 0), pad_edge=False, header_style="dim")
    for title, width, right in columns:
        drawn.add_column(title, width=width, justify="right" if right else "left", overflow="fold")
    return drawn


def _is_number(table: Table, index: int) -> bool:
    return any(is_number(row[index]) for row in table.rows)


def _pairs(pairs: Sequence[Pair]) -> RichTable:
    drawn = RichTable(box=None, padding=(0, GAP, 0, 0), pad_edge=False, show_header=False)
    drawn.add_column(style="dim", no_wrap=True, min_width=11)
    drawn.add_column(overflow="fold")
    for pair in pairs:
        value = _text(pair.cell)
        if pair.aside:
            value = RichText.assemble(value, "  ", (f"({visible(pair.aside)})", "dim"))
        drawn.add_row(RichText(pair.label), value)
    return drawn


def _text(cell: Cell) -> RichText:
    text, style = _written(cell)
    return RichText(text, style=style)


def _written(cell: Cell) -> Written:
    match cell:
        case Ref():
            return written(cell), "bold"
        case Colour():
            return written(cell), _STYLES[cell.rag]
        case _:
            return written(cell), ""
