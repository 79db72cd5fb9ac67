"""The counts of a week on a screen: no title is broken inside a word, however narrow it is."""

import pytest
from rich.cells import cell_len

from dipltrack.model.vocabulary import Handling
from dipltrack.render.terminal import render_terminal
from dipltrack.reports.blocks import Report
from dipltrack.reports.tally import Place, tally_table
from tests.given import day


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("without", [(), (Place.STALE,), (Place.CLOSED,)])
def test_the_titles_of_the_counts_are_whole_words(width: int, without: tuple[Place, ...]) -> None:
    counts = {place: 12 for place in Place if place not in without}
    table = tally_table("Promised", [("this week", counts), ("last week", counts)])
    report = Report(
        title="t",
        desk="d",
        as_of=day("2018-02-02"),
        ceiling="internal",
        audience=Handling.INTERNAL,
        blocks=(table,),
    )

    lines = render_terminal(report, width, colour=False).splitlines()[3:]

    words = {word for line in lines for word in line.split()}
    told = {word for place in Place for word in place.value.split()} | {"Promised", "all"}
    assert words <= told | {"this", "last", "week", *map(str, (12, 60, 72, 84))}
    assert {"overdue", "done", "all"} <= words
    assert max(map(cell_len, lines)) <= width
