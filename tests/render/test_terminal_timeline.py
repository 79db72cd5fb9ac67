"""A timeline in characters: bars where their days are, at any width."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from dipltrack.render.terminal import render_terminal
from dipltrack.render.terminal_timeline import timeline_lines
from dipltrack.reports.blocks import Bar, Lane, Mark, Timeline
from tests.given import day
from tests.render.samples import TIMELINE, report

GOLDEN = Path(__file__).with_name("timelines")
WIDTHS = (60, 80, 120, 200)


def lines_of(timeline: Timeline, width: int) -> list[str]:
    """The timeline as plain lines."""
    return [line.plain.rstrip() for line in timeline_lines(timeline, width)]


@pytest.mark.parametrize("width", WIDTHS)
def test_it_is_drawn_as_on_file(width: int) -> None:
    golden = (GOLDEN / f"{width}.txt").read_text(encoding="utf-8")

    assert "\n".join(lines_of(TIMELINE, width)) + "\n" == golden


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    assert max(cell_len(line) for line in lines_of(TIMELINE, width)) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_the_bars_of_all_items_begin_in_the_same_column(width: int) -> None:
    bar = Bar(Mark.IN_FORCE, day("2018-03-01"), day("2018-03-01"))
    titles = ("a", "会合を開催する" * 9, "é" * 90)
    lanes = tuple(Lane("TR-20171228-1", title, (bar,)) for title in titles)

    lines = lines_of(Timeline(TIMELINE.first, TIMELINE.last, TIMELINE.day, lanes), width)

    drawn = [line for line in lines if line.startswith("TR-")]
    assert len({cell_len(line.partition("█")[0]) for line in drawn}) == 1


def test_a_year_of_one_month_gives_way_to_the_whole_one() -> None:
    assert lines_of(TIMELINE, 60)[0].split() == ["2018"]
    assert lines_of(TIMELINE, 120)[0].split() == ["2017", "2018"]


def test_the_legend_names_only_what_is_drawn() -> None:
    bar = Bar(Mark.DONE, day("2018-03-01"), day("2018-03-01"))
    one = Timeline(TIMELINE.first, TIMELINE.last, TIMELINE.day, (Lane("A", "b", (bar,)),))

    assert lines_of(one, 80)[-1] == "● done   │ as of"


def test_hidden_characters_of_a_title_are_made_visible() -> None:
    lanes = (Lane("TR\x07", "a\x1b[31m\u202eb", ()),)
    lines = lines_of(Timeline(TIMELINE.first, TIMELINE.last, TIMELINE.day, lanes), 120)

    assert any("TR‹U+0007› a‹U+001B›[31m‹U+202E›b" in line for line in lines)


def test_many_years_and_the_last_of_all_are_drawn() -> None:
    lanes = (Lane("TR-1", "a", (Bar(Mark.IN_FORCE, None, None),)),)
    lines = lines_of(Timeline(day("0001-01-01"), day("9999-12-31"), day("2018-02-02"), lanes), 80)

    assert "█" * 40 in lines[-2]


def test_a_report_draws_it_among_its_blocks() -> None:
    drawn = render_terminal(report(TIMELINE), 80, colour=False)

    assert "\n".join(lines_of(TIMELINE, 80)) in drawn
    assert "\x1b" in render_terminal(report(TIMELINE), 80, colour=True)
