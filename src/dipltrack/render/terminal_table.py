"""Tables and pairs on a terminal: which columns there is room for, how wide, and their rows."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from dipltrack.model.text import visible
from dipltrack.model.vocabulary import Rag
from dipltrack.render.cells import is_number, written
from dipltrack.render.lines import Line, Piece, Style, broken, wrapped
from dipltrack.render.widths import width_of
from dipltrack.reports.blocks import Block, Cell, Colour, Column, Need, Pair, Ref, Table

GAP = 2
"""The columns of the screen between two of a table."""
_FAIR = 18
"""A width at which a title can be read, though on several lines."""
_LABEL = 11
"""How wide the labels of pairs stand at least, so that most lists of them stand alike."""
_BREAKS = re.compile(r"(?<=/)|(?<=-)(?=[^\W\d_])")
"""Where an overlong word may be broken: partly-|fulfilled, 2018-10-01/|2018-10-31."""
_STYLES = {
    Rag.RED: Style.BOLD_RED,
    Rag.AMBER: Style.YELLOW,
    Rag.GREEN: Style.GREEN,
    Rag.BLUE: Style.BLUE,
    Rag.NONE: Style.DIM,
}


class Layout(Struct, frozen=True, kw_only=True):
    """Which columns of a table are kept, how wide each of them is, and which stand to the right."""

    kept: Sequence[int]
    widths: Mapping[int, int]
    right: frozenset[int]


class _Size(Struct, frozen=True, kw_only=True):
    """Of a column: the width below which it cannot be read, and that at which no text is broken."""

    least: int
    wanted: int


Layouts = Mapping[tuple[Column, ...], Layout]


def layouts_of(blocks: Iterable[Block], width: int) -> Layouts:
    """The layout of every table; tables of the same columns stand the same, one below the other."""
    tables: defaultdict[tuple[Column, ...], list[Table]] = defaultdict(list)
    for block in blocks:
        if isinstance(block, Table):
            tables[block.columns].append(block)
    return {columns: _layout(columns, some, width) for columns, some in tables.items()}


def table_lines(table: Table, layout: Layout) -> Iterator[Line]:
    """The table as lines, the titles of its columns first; each row is made when it is asked for."""
    titles = [(column.title, Style.DIM) for column in table.columns]
    yield from _row(titles, layout, at_foot=True)
    for row in table.rows:
        yield from _row([piece_of(cell) for cell in row], layout)


def pairs_lines(pairs: Sequence[Pair], width: int) -> Iterator[Line]:
    """The pairs as lines: the labels in a column of their own, their values beside it."""
    label = max(_LABEL, *(width_of(pair.label) for pair in pairs)) if pairs else _LABEL
    for pair in pairs:
        value = [piece_of(pair.cell)]
        if pair.aside:
            value += [("  ", Style.PLAIN), (f"({visible(pair.aside)})", Style.DIM)]
        for number, line in enumerate(wrapped(value, width - label - GAP)):
            name = "" if number else pair.label
            yield [(name + " " * (label - width_of(name) + GAP), Style.DIM), *line]


def piece_of(cell: Cell) -> Piece:
    """The cell in words, with its style."""
    match cell:
        case Ref():
            return written(cell), Style.BOLD
        case Colour():
            return written(cell), _STYLES[cell.rag]
        case _:
            return written(cell), Style.PLAIN


def _row(cells: Sequence[Piece], layout: Layout, *, at_foot: bool = False) -> Iterator[Line]:
    """The lines of a row: as many as its highest cell has; the others begin, or end, beside it."""
    texts = [_cell(cells[index][0], layout.widths[index]) for index in layout.kept]
    height = max(map(len, texts), default=0)
    if at_foot:
        texts = [[""] * (height - len(parts)) + parts for parts in texts]
    for number in range(height):
        line: Line = []
        for index, parts in zip(layout.kept, texts, strict=True):
            part = parts[number].rstrip() if number < len(parts) else ""
            space = " " * (layout.widths[index] - width_of(part))
            text = space + part if index in layout.right else part + space
            line += [(text, cells[index][1]), (" " * GAP, Style.PLAIN)]
        yield line


def _cell(text: str, width: int) -> list[str]:
    """The cell in lines; a word that is too long for it is broken at a hyphen or slash, not inside."""
    if "\n" not in text and width_of(text) <= width:
        return [text]
    if any(width_of(word) > width for word in text.split(" ")):
        text = " ".join(_at_hyphens(word, width) for word in text.split(" "))
    return broken(text, width)


def _at_hyphens(word: str, width: int) -> str:
    if width_of(word) <= width:
        return word
    lines = [""]
    for part in _BREAKS.split(word):
        if lines[-1] and width_of(lines[-1] + part) > width:
            lines.append("")
        lines[-1] += part
    return "\n".join(lines)


def _layout(columns: Sequence[Column], tables: Sequence[Table], width: int) -> Layout:
    longest = [0] * len(columns)
    right = set()
    for table in tables:
        for row in table.rows:
            for index, cell in enumerate(row):
                longest[index] = max(longest[index], width_of(written(cell)))
                if is_number(cell):
                    right.add(index)
    sizes = [_size(*both) for both in zip(columns, longest, strict=True)]
    filled = [
        index
        for index, column in enumerate(columns)
        if column.need is Need.ALWAYS or longest[index]
    ]
    kept = _columns_kept(columns, sizes, filled, width)
    widths = _widths(columns, sizes, kept, width)
    return Layout(kept=kept, widths=widths, right=frozenset(right))


def _size(column: Column, longest: int) -> _Size:
    """The sizes of a column whose longest text is so wide."""
    least = longest if column.whole else min(longest, column.least)
    title = width_of(column.title)
    return _Size(
        least=max(least, title if title <= column.least or column.whole else 1),
        wanted=max(title, min(longest, column.most or longest)),
    )


def _columns_kept(
    columns: Sequence[Column], sizes: Sequence[_Size], filled: Sequence[int], width: int
) -> list[int]:
    """The columns that there is room for: the least needed, and of these the last, goes first.

    One that is needed often must leave a fair width to those that are needed always, one that is
    needed only sometimes a good one.
    """
    kept = list(filled)
    good = {i: max(sizes[i].least, min(columns[i].good, sizes[i].wanted)) for i in kept}
    fair = {i: max(sizes[i].least, min(good[i], _FAIR)) for i in kept}
    spare = sorted(
        (index for index in kept if columns[index].need is not Need.ALWAYS),
        key=lambda index: (columns[index].need.value, index),
    )
    while spare:
        last = spare.pop()
        needed = fair if columns[last].need is Need.OFTEN else good
        if sum(needed[index] + GAP for index in kept) - GAP > width:
            kept.remove(last)
    return kept


def _widths(
    columns: Sequence[Column], sizes: Sequence[_Size], kept: Sequence[int], width: int
) -> dict[int, int]:
    """The width of each column: first the least that can be read, then what is good, then more.

    A column gets no more than its longest text. What is over goes to those that have not yet a
    good width, then to those without a share, whose texts are short, and at last to those with
    one, in its proportion. Where there is not even room for the least, the widest give way.
    """
    widths = {index: sizes[index].least for index in kept}
    wanted = {index: sizes[index].wanted for index in kept}
    left = width - sum(widths.values()) - GAP * (len(kept) - 1)
    while left < 0 and max(widths.values()) > 1:
        widest = max(kept, key=lambda index: widths[index])
        widths[widest] -= 1
        left += 1

    def widen(index: int, most: int) -> None:
        nonlocal left
        more = max(0, min(left, most - widths[index]))
        widths[index] += more
        left -= more

    for index in sorted(kept, key=lambda index: columns[index].good):
        widen(index, min(columns[index].good, wanted[index]))
    for index in sorted(kept, key=lambda index: (columns[index].need.value, index)):
        if not columns[index].share:
            widen(index, wanted[index])
    while left > 0 and (narrow := [i for i in kept if columns[i].share and widths[i] < wanted[i]]):
        for index in sorted(narrow, key=lambda i: -columns[i].share):
            widen(index, min(wanted[index], widths[index] + columns[index].share))
    return widths
