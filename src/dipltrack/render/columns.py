"""How wide the columns of a table are, counted in characters, and which are kept where it is narrow."""

from collections.abc import Iterable, Mapping, Sequence

from rich.cells import cell_len

from dipltrack.render.cells import written
from dipltrack.reports.blocks import Block, Column, Need, Table

GAP = 2
_FAIR = 18
"""A width at which a title can be read, though on several lines."""


def longest_of(table: Table) -> list[int]:
    """The columns of a screen that the longest line of each column takes; 0 where nothing stands."""
    lengths = [0] * len(table.columns)
    for row in table.rows:
        for place, cell in enumerate(row):
            text = written(cell)
            lines = text.split("\n") if "\n" in text else (text,)
            for line in lines:
                lengths[place] = max(lengths[place], cell_len(line))
    return lengths


def longest_of_alike(blocks: Iterable[Block]) -> Mapping[tuple[Column, ...], Sequence[int]]:
    """For tables of the same columns, as one below the other they are to stand the same: `longest_of`."""
    longest: dict[tuple[Column, ...], list[int]] = {}
    for block in blocks:
        if isinstance(block, Table):
            lengths = longest_of(block)
            longest[block.columns] = list(map(max, longest.get(block.columns, lengths), lengths))
    return longest


def columns_kept(columns: Sequence[Column], longest: Sequence[int], width: int) -> list[int]:
    """The columns that there is room for: the least needed, and of these the last, goes first.

    One that is needed often must leave a fair width to those that are needed always, one that is
    needed only sometimes a good one.
    """
    kept = columns_filled(columns, longest)
    fair = {i: _at_least(columns[i], longest[i], min(columns[i].good, _FAIR)) for i in kept}
    good = {i: _at_least(columns[i], longest[i], columns[i].good) for i in kept}
    spare = sorted(
        (index for index in kept if columns[index].need is not Need.ALWAYS),
        key=lambda index: (columns[index].need.value, index),
    )
    while spare:
        last = spare.pop()
        sizes = fair if columns[last].need is Need.OFTEN else good
        if sum(sizes[index] + GAP for index in kept) - GAP > width:
            kept.remove(last)
    return kept


def columns_filled(columns: Sequence[Column], longest: Sequence[int]) -> list[int]:
    """The columns that are always needed or in which something stands."""
    return [i for i, column in enumerate(columns) if column.need is Need.ALWAYS or longest[i]]


def fair_width(columns: Sequence[Column], longest: Sequence[int]) -> int:
    """The width at which the whole table can be read, every column that is filled included."""
    kept = columns_filled(columns, longest)
    fair = (_at_least(columns[i], longest[i], min(columns[i].good, _FAIR)) for i in kept)
    return sum(width + GAP for width in fair) - GAP


def widths_of(
    columns: Sequence[Column], longest: Sequence[int], kept: Sequence[int], width: int
) -> Mapping[int, int]:
    """The width of each column: first the least that can be read, then what is good, then more.

    A column gets no more than its longest text. What is over goes to those that have not yet a
    good width, then to those without a share, whose texts are short, and at last to those with
    one, in its proportion.
    """
    widths = {index: _least(columns[index], longest[index]) for index in kept}
    wanted = {index: _wanted(columns[index], longest[index]) for index in kept}
    left = width - sum(widths.values()) - GAP * (len(kept) - 1)

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


def _at_least(column: Column, longest: int, good: int) -> int:
    return max(_least(column, longest), min(good, _wanted(column, longest)))


def _least(column: Column, longest: int) -> int:
    """The width below which the column cannot be read, no more than its content needs.

    The title of one of whole cells may be broken, between its words.
    """
    needed = longest or 1
    least = needed if column.whole else min(needed, column.least)
    if column.whole:
        return max(least, *map(cell_len, column.title.split()))
    title = cell_len(column.title)
    return max(least, title if title <= column.least else 1)


def _wanted(column: Column, longest: int) -> int:
    """The width at which no text of the column is broken, or the most that it should have."""
    return max(cell_len(column.title), min(longest, column.most or longest))
