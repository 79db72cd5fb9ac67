"""Rows stand as a table of rich has them, whatever is in their cells and however narrow it is."""

from io import StringIO

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from dipltrack.model.text import visible
from dipltrack.render.columns import GAP
from dipltrack.render.rows import Rows, Written, places_of

STYLES = st.sampled_from(["", "", "bold", "bold red", "dim"])
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="-/"), max_size=12)
TEXTS = st.lists(
    WORDS | st.sampled_from(["来年早期に", "e\u0301", "🇯🇵", "  ", "cooperation"])
).map(lambda words: visible(" ".join(words)))
SEVERAL = st.lists(TEXTS, min_size=1, max_size=3).map("\n".join)
COLUMNS = st.lists(st.tuples(st.integers(2, 24), st.booleans()), min_size=1, max_size=5)


def printed(what: RenderableType, room: int, *, colour: bool) -> list[str]:
    out = StringIO()
    console = Console(
        file=out,
        width=room,
        force_terminal=colour,
        color_system="standard" if colour else None,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    console.print(what)
    return [line.rstrip() for line in out.getvalue().splitlines()]


@given(columns=COLUMNS, data=st.data(), less=st.integers(0, 12), colour=st.booleans())
def test_rows_are_printed_as_the_table_of_rich_prints_them(
    columns: list[tuple[int, bool]], data: st.DataObject, less: int, *, colour: bool
) -> None:
    cells = st.tuples(*[st.tuples(TEXTS | SEVERAL, STYLES)] * len(columns))
    rows: list[tuple[Written, ...]] = data.draw(st.lists(cells, min_size=1, max_size=3))
    wanted = sum(width for width, _ in columns) + GAP * (len(columns) - 1)
    room = max(wanted - less, 1)
    places = places_of(columns, room)
    assume(all(place.width >= 2 for place in places))  # room for the widest letter
    table = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, show_header=False)
    for width, right in columns:
        justify = "right" if right else "left"
        table.add_column(width=width, justify=justify, overflow="fold")  # type: ignore[arg-type]
    for row in rows:
        table.add_row(*(Text(text, style=style) for text, style in row))

    drawn = printed(Rows(places, rows), room, colour=colour)

    assert drawn == printed(table, room, colour=colour)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("partly-fulfilled", ["partly-", "fulfilled"]),
        ("2018-10-01/2018-10-31", ["2018-10-01/", "2018-10-31"]),
        ("a 2018-10-01/2018-10-31", ["a", "2018-10-01/", "2018-10-31"]),
        ("unbreakableword", ["unbreakabl", "eword"]),
    ],
)
def test_an_overlong_word_is_broken_at_a_hyphen_or_slash(text: str, lines: list[str]) -> None:
    rows = Rows(places_of([(11 if "/" in text else 10, False)], 20), [[(text, "")]])

    assert printed(rows, 20, colour=False) == lines
