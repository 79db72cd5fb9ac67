"""A report in Markdown: what a viewer shows is what the ledger says, letter by letter."""

import html
import re

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from dipltrack.model.text import visible
from dipltrack.render.markdown import render_markdown
from dipltrack.reports.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Link,
    Many,
    Need,
    Number,
    Pair,
    Pairs,
    Paragraph,
    Ref,
    Table,
    Text,
)
from tests.nasty import NASTY, Nasty
from tests.render.samples import FULL, TIMELINE, report, table

VIEWER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def shown(*blocks: Block, title: str = "Title") -> str:
    """The HTML that a viewer makes of the blocks."""
    return str(VIEWER.render(render_markdown(report(*blocks, title=title))))


def texts(page: str, tag: str) -> list[str]:
    """What a reader sees of each element with that tag; ends of lines as such."""
    page = page.replace("<br>", "\n").replace("<br />", "\n")
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    return ["".join(element.itertext()) for element in tree.iter(tag)]


def seen(text: str) -> str:
    """What is seen of a text in which runs of space count as one."""
    return " ".join(text.split())


@pytest.mark.parametrize("nasty", NASTY, ids=lambda nasty: nasty.name)
def test_text_is_shown_literally_wherever_it_stands(nasty: Nasty) -> None:
    text, expected = nasty.text, seen(visible(nasty.text))

    page = shown(
        Heading(text),
        Paragraph(text),
        Pairs((Pair("Label", Text(text)), Pair(text, Text("x")), Pair("A", Text("b"), text))),
        table([Text(text), Ref(text), Link(text, "https://example.org")]),
        title=text,
    )

    assert [seen(one) for one in texts(page, "h1") + texts(page, "h2")] == [expected] * 2
    if expected:
        assert expected in [seen(one) for one in texts(page, "p")]
    label, *rest = (seen(one) for one in texts(page, "li"))
    if expected:
        assert [label, *rest] == [f"Label: {expected}", f"{expected}: x", f"A: b ({expected})"]
    else:
        assert [label, *rest] == ["Label: x", "A: b"]
    cells = [seen(one) for one in texts(page, "td")]
    assert cells == [expected, expected, expected or "·"]


LETTERS = st.text(st.characters(exclude_categories=["Cs", "Zs", "Cc", "Zl", "Zp"]), max_size=30)


@given(st.lists(LETTERS | st.sampled_from("*_`[]()<>#+-.!|~&\\$:= 1"), max_size=12).map("".join))
def test_any_text_is_shown_literally(text: str) -> None:
    page = shown(Paragraph(text), table([Text(text)]), Heading(text))

    expected = seen(visible(text))
    assert [seen(one) for one in texts(page, "td") + texts(page, "h2")] == [expected] * 2
    assert not expected or expected in [seen(one) for one in texts(page, "p")]


@pytest.mark.parametrize("nasty", NASTY, ids=lambda nasty: nasty.name)
def test_no_text_makes_an_element_of_its_own(nasty: Nasty) -> None:
    page = shown(
        Paragraph(nasty.text), Pairs((Pair("A", Text(nasty.text)),)), table([Text(nasty.text)])
    )

    tags = set(re.findall(r"<(\w+)", re.sub(r"<!--.*?-->", "", page)))
    assert tags <= {
        "h1",
        "p",
        "strong",
        "ul",
        "li",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "a",
    }
    assert all(
        re.match(r"https?://", html.unescape(address))
        for address in re.findall(r'href="([^"]*)"', page)
    )


def test_a_report_has_its_head_its_headings_and_its_tables() -> None:
    page = VIEWER.render(render_markdown(FULL))

    assert texts(page, "h1") == ["Follow-up with Türkiye"]
    assert texts(page, "strong")[0] == "internal"
    assert texts(page, "h2") == [
        "In brief",
        "Done (1)",
        "Overdue (2)",
        "Of every sort",
        "Timeline",
    ]
    assert texts(page, "h3")[0] == "Security Dialogue, first · TR-20171228-2"
    assert texts(page, "th")[:5] == ["Ref", "Promised action", "When", "Days", "RAG"]
    assert texts(page, "td")[:5] == [
        "TR-20171228-2",
        "Hold the first Security Dialogue",
        "21–31 Jan 2018",
        "-2",
        "R overdue",
    ]


def test_a_column_in_which_nothing_stands_is_left_out_unless_it_is_needed() -> None:
    columns = (Column("A"), Column("B", Need.OFTEN), Column("C", Need.OFTEN))
    rows = ((Text(""), Text(""), Text("c")),)

    assert texts(shown(Table(columns, rows)), "th") == ["A", "C"]


def test_a_table_without_rows_is_left_out() -> None:
    assert "|" not in render_markdown(report(Table((Column("A"),), ())))


def test_numbers_stand_to_the_right() -> None:
    assert "| --- | --: |" in render_markdown(report(table([Text("a"), Number(1)])))


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (
            Link("a [b]", "https://example.org/x(1)|y"),
            'href="https://example.org/x%281%29%7Cy">a [b]<',
        ),
        (Link("a", "mailto:desk@example.org"), 'href="mailto:desk@example.org">a<'),
        (Link("a", "javascript:alert(1)"), "<td>a</td>"),
        (Text("at https://example.org/a_b."), ">https://example.org/a_b</a>."),
        (Many((Text("a"), Text("b"))), "<td>a<br>b</td>"),
    ],
)
def test_only_what_does_nothing_becomes_a_link(cell: Cell, found: str) -> None:
    assert found in shown(table([cell]))


def test_a_value_without_a_label_goes_on_with_the_one_before() -> None:
    pairs = Pairs((Pair("Source", Text("release")), Pair("", Text("- second"), "aside")))

    assert texts(shown(pairs), "li") == ["Source: release\n- second (aside)"]
    assert texts(shown(Pairs((Pair("", Text("- first")),))), "li") == ["- first"]


def test_a_timeline_is_a_table_of_its_days() -> None:
    page = shown(TIMELINE)

    assert texts(page, "th") == [
        "Ref",
        "Title",
        "First window",
        "Window in force",
        "Expected",
        "Done",
        "Held",
    ]
    assert "21–31 Jan 2018" in texts(page, "td")
    assert "from 1 Jul 2018" in texts(page, "td")
