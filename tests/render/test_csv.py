"""A report as one table in CSV: RFC 4180, no cell a formula, every row of the report in it."""

import csv
import re
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipltrack.model.text import visible
from dipltrack.model.vocabulary import Rag, RagReason
from dipltrack.render.csv_table import render_csv
from dipltrack.render.formats import Wanted, rendered
from dipltrack.reports.blocks import (
    Block,
    Cell,
    Colour,
    Column,
    Dated,
    Day,
    Days,
    Heading,
    Link,
    Many,
    Number,
    Pair,
    Pairs,
    Paragraph,
    Ref,
    Span,
    Stated,
    Table,
    Text,
    Words,
)
from tests.given import day
from tests.nasty import NASTY, Nasty
from tests.render.samples import FULL, ITEMS, TIMELINE, WINDOW, report, table


def rows(*blocks: Block) -> list[dict[str, str]]:
    """The rows by their titles, as a program reads them."""
    return list(csv.DictReader(StringIO(render_csv(report(*blocks)), newline=""), strict=True))


def read(text: str) -> list[list[str]]:
    """The cells, as a program reads them."""
    return list(csv.reader(StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize("nasty", NASTY, ids=lambda nasty: nasty.name)
def test_text_stands_literally_and_is_no_formula(nasty: Nasty) -> None:
    expected = visible(nasty.text)
    text = render_csv(
        report(Heading(nasty.text), table([Text(nasty.text), Ref(nasty.text)], titles="A B"))
    )

    cells = read(text)

    assert all(len(row) == len(cells[0]) for row in cells)
    for cell in cells[1]:
        assert cell.removeprefix("'") == expected or cell == expected
        assert not re.match(r"\s*[=+\-@＝＋－＠]", cell)
    assert text.encode()


@given(st.text(max_size=60))
def test_any_text_leaves_the_table_whole(text: str) -> None:
    cells = read(render_csv(report(table([Text(text), Number(1)]))))

    assert len(cells) == 2
    assert cells[1][0].removeprefix("'") == visible(text).removeprefix("'")
    assert cells[1][1] == "1"


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        (Text("plain"), {"A": "plain"}),
        (Words("late January"), {"A": "late January"}),
        (Day(day("2018-01-29")), {"A": "2018-01-29"}),
        (Day(day("2018-01-31"), day("2018-01-29")), {"A": "2018-01-31", "A: from": "2018-01-29"}),
        (Day(None), {"A": ""}),
        (Days(-1234), {"A": "-1234"}),
        (Days(5, late=True), {"A": "5 late"}),
        (Days(None), {"A": ""}),
        (Number(1234), {"A": "1234"}),
        (Span(WINDOW), {"A": "21–31 Jan 2018", "A: from": "2018-01-21", "A: to": "2018-01-31"}),
        (
            Stated("late January", WINDOW),
            {"A": "late January", "A: from": "2018-01-21", "A: to": "2018-01-31"},
        ),
        (Dated("Held.", day("2018-01-29")), {"A": "Held.", "A: day": "2018-01-29"}),
        (
            Dated("Held.", day("2018-01-31"), first=day("2018-01-29"), when="late January"),
            {"A": "Held. (late January)", "A: from": "2018-01-29", "A: day": "2018-01-31"},
        ),
        (Link("a", "https://example.org"), {"A": "a", "A: address": "https://example.org"}),
        (Link("https://example.org", "https://example.org"), {"A": "https://example.org"}),
        (Colour(Rag.RED, RagReason.OVERDUE), {"A": "R overdue"}),
        (Many((Text("a"), Link("b", "c"))), {"A": "a\nb", "A: address": "c"}),
        (Many((Text("a"), Text("b"))), {"A": "a\nb"}),
    ],
)
def test_each_value_stands_by_itself(cell: Cell, values: dict[str, str]) -> None:
    assert rows(table([cell], titles="A")) == [values]


def test_every_row_and_every_item_is_there_with_its_section() -> None:
    found = rows(
        Heading("Done", 1),
        Heading("Security Dialogue", level=3, ref="TR-20171228-2"),
        Pairs((Pair("Agreed", Words("soon")), Pair("", Text("said twice")), Pair("Next", Text("ask"), "today"))),
        Paragraph("A sentence."),
        Pairs((Pair("Source", Text("release")),)),
        Heading("Overdue", 2),
        Heading("Here", level=2),
        ITEMS,
    )  # fmt: skip

    assert [one["Section"] for one in found] == ["Done", "Overdue / Here", "Overdue / Here"]
    assert found[0]["Ref"] == "TR-20171228-2"
    assert found[0]["Promised action"] == "Security Dialogue"
    assert found[0]["Agreed"] == "“soon”\nsaid twice"
    assert found[0]["Next"] == "ask (today)"
    assert found[0]["Source"] == "release"
    assert found[1]["Promised action"] == "Hold the first Security Dialogue"
    assert list(found[0])[:3] == ["Section", "Ref", "Promised action"]


def test_what_stands_before_all_sections_is_of_the_report_itself() -> None:
    found = rows(Pairs((Pair("Lead", Text("ME1")),)), Heading("Overdue"), ITEMS)

    assert [one["Section"] for one in found] == ["Follow-up with Türkiye", "Overdue", "Overdue"]


def test_without_sections_there_is_no_column_for_them() -> None:
    assert read(render_csv(report(ITEMS)))[0][:2] == ["Ref", "Promised action"]


def test_pairs_of_no_item_are_a_row_of_their_own() -> None:
    assert rows(Pairs((Pair("", Text("a")), Pair("B", Text("b"))))) == [{"Said": "a", "B": "b"}]


def test_titles_that_are_missing_or_come_twice_are_told_apart() -> None:
    columns = (Column("A"), Column(""), Column("A"))

    assert rows(Table(columns, ((Text("1"), Text("2"), Text("3")),))) == [
        {"A": "1", "Column 2": "2", "A (3)": "3"}
    ]


def test_a_timeline_is_rows_of_its_days() -> None:
    found = rows(Heading("Timeline"), TIMELINE)

    assert len(found) == len(TIMELINE.lanes)
    assert found[0]["Window in force: from"] == "2018-01-21"
    assert found[0]["Done"] == "2018-01-29"


def test_an_empty_report_is_an_empty_table() -> None:
    assert render_csv(report()) == "\r\n"


def test_lines_end_in_cr_lf_and_the_mark_stands_in_front_where_it_is_wanted() -> None:
    plain, marked = rendered(FULL, "csv"), rendered(FULL, "csv", Wanted(bom=True))

    assert marked == b"\xef\xbb\xbf" + plain
    assert plain.endswith(b"\r\n")
    assert "日本・トルコ" in plain.decode("utf-8")
