"""A report as far as a screen goes: its first rows, and the number of the rest."""

from collections.abc import Sequence

from msgspec.structs import replace

from dipltrack.reports.blocks import Block, Heading, Paragraph, Table


def rows_in(blocks: Sequence[Block]) -> int:
    """How many rows the tables of the blocks have."""
    return sum(len(block.rows) for block in blocks if isinstance(block, Table))


def shortened(blocks: Sequence[Block], rows: int) -> tuple[Block, ...]:
    """The blocks up to the row of that number; behind it how many more there are, and how to see them.

    A section of which no row is left has no heading left either; its count tells of all its rows.
    """
    more = rows_in(blocks) - rows
    if more <= 0:
        return tuple(blocks)
    kept: list[Block] = []
    left = rows
    for block in blocks:
        if isinstance(block, Table):
            if left <= 0:
                break
            kept.append(replace(block, rows=block.rows[:left]))
            left -= len(block.rows)
        else:
            kept.append(block)
    while kept and isinstance(kept[-1], Heading):
        kept.pop()
    return (*kept, Paragraph(f"… {more:,} more (--all)", hint=True))
