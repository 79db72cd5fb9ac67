"""A long report on a screen: its first rows, and the number of the rest."""

import pytest

from dipltrack.reports.blocks import Block, Column, Heading, Paragraph, Table, Text
from dipltrack.reports.shortened import rows_in, shortened

COLUMNS = (Column("Ref"),)


def table(*names: str) -> Table:
    """A table of a column with those cells."""
    return Table(COLUMNS, tuple((Text(name),) for name in names))


BLOCKS: tuple[Block, ...] = (
    Paragraph("Five promises."),
    Heading("EPA", 2),
    table("1", "2"),
    Heading("Sinop", 3),
    table("3", "4", "5"),
)


def more(number: int) -> Paragraph:
    """What is said of the rows that are left out."""
    return Paragraph(f"… {number} more (--all)", hint=True)


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        (9, BLOCKS),
        (5, BLOCKS),
        (3, (*BLOCKS[:4], table("3"), more(2))),
        (2, (*BLOCKS[:3], more(3))),
        (1, (*BLOCKS[:2], table("1"), more(4))),
        (0, (BLOCKS[0], more(5))),
    ],
)
def test_so_many_rows_are_kept_and_the_rest_is_counted(rows: int, kept: tuple[Block, ...]) -> None:
    assert shortened(BLOCKS, rows) == kept


def test_rows_are_counted_over_all_tables() -> None:
    assert rows_in(BLOCKS) == 5
    assert rows_in(()) == 0
