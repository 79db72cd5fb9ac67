"""A report for a terminal, of any width from 60 columns."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from itertools import chain

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text as RichText

from dipltrack.model.text import visible
from dipltrack.model.vocabulary import Rag
from dipltrack.render.cells import is_number, written
from dipltrack.render.columns import GAP, columns_kept, longest_of_alike, widths_of
from dipltrack.render.head import head_of
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
_BREAKS = re.compile(r"(?<=/)|(?<=-)(?=[^\W\d_])")
"""Where an overlong word may be broken: partly-|fulfilled, 2018-10-01/|2018-10-31."""
_STYLES = {
    Rag.RED: "bold red",
    Rag.AMBER: "yellow",
    Rag.GREEN: "green",
    Rag.BLUE: "blue",
    Rag.NONE: "dim",
}


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


def _printed(report: Report, width: int, *, colour: bool) -> Iterator[str]:
    """What rich prints of the report, part by part, without space at the ends of lines."""
    out = StringIO()
    console = Console(
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
    layouts = _layouts(report.blocks, width)
    parts = (part for block in report.blocks for part in _block(block, layouts, width))
    for part in chain(_head(report), parts):
        console.print(part)
        yield from (line.rstrip() for line in out.getvalue().splitlines())
        out.seek(0)
        out.truncate()


def _head(report: Report) -> Iterable[RichText]:
    """The title; whose report it is, the day that it speaks of, how it is marked."""
    yield RichText(visible(report.title), style="bold")
    yield RichText(" · ".join(head_of(report)), style="dim")
    for line in report.told:
        yield RichText(visible(line), style="dim")
    yield RichText("")


def _block(block: Block, layouts: Layouts, width: int) -> Iterable[RichText | RichTable | Padding]:
    match block:
        case Heading():
            yield _heading(block, width)
        case Paragraph():
            yield RichText(visible(block.text), style="dim" if block.hint else "")
            yield RichText("")
        case Table():
            yield from _table(block, *layouts[block.columns])
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


def _table(table: Table, kept: Sequence[int], widths: Mapping[int, int]) -> Iterator[RichTable]:
    """The table in pieces of some rows, for rich draws a whole one before it shows its first row."""
    right = {index for index in kept if _is_number(table, index)}
    for start in range(0, max(1, len(table.rows)), _ROWS):
        drawn = RichTable(
            box=None,
            padding=(0, GAP, 0, 0),
            pad_edge=False,
            header_style="dim",
            show_header=start == 0,
        )
        for index in kept:
            drawn.add_column(
                table.columns[index].title,
                width=widths[index],
                justify="right" if index in right else "left",
                overflow="fold",
            )
        for row in table.rows[start : start + _ROWS]:
            texts = ((_text(row[index]), widths[index]) for index in kept)
            drawn.add_row(*(_at_hyphens(text, width) for text, width in texts))
        yield drawn


def _at_hyphens(text: RichText, width: int) -> RichText:
    """The cell with words that are too long for it broken at a hyphen or slash, not inside a part."""
    words = text.plain.split(" ")
    if all(cell_len(word) <= width for word in words):
        return text
    return RichText(" ".join(_broken(word, width) for word in words), style=text.style)


def _broken(word: str, width: int) -> str:
    lines = [""]
    for part in _BREAKS.split(word):
        if lines[-1] and cell_len(lines[-1] + part) > width:
            lines.append("")
        lines[-1] += part
    return "\n".join(lines)


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
    match cell:
        case Ref():
            return RichText(written(cell), style="bold")
        case Colour():
            return RichText(written(cell), style=_STYLES[cell.rag])
        case _:
            return RichText(written(cell))
