"""A report on a terminal: literal text, straight columns, nothing wider than the screen."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from dipltrack.model.text import visible
from dipltrack.model.vocabulary import Rag, RagReason, TimingClass
from dipltrack.model.window import Window
from dipltrack.render.terminal import lines_in, render_terminal, terminal_lines
from dipltrack.reports.blocks import (
    Block,
    Cell,
    Colour,
    Column,
    Day,
    Days,
    Heading,
    Need,
    Number,
    Pair,
    Pairs,
    Paragraph,
    Ref,
    Report,
    Span,
    Table,
    Text,
    Words,
)
from tests.given import day
from tests.render.samples import TIMELINE

WINDOW = Window(class_=TimingClass.PART, earliest=day("2018-01-21"), latest=day("2018-01-31"))


def drawn(*blocks: Block, width: int = 80, colour: bool = False, **fields: Any) -> str:  # noqa: ANN401
    """The blocks below the head of a report."""
    values: dict[str, Any] = {
        "title": "List",
        "desk": "ME1",
        "as_of": day("2018-02-02"),
        "ceiling": "internal",
    }
    report = Report(**(values | fields), blocks=blocks)
    return render_terminal(report, width, colour=colour)


def body(*blocks: Block, width: int = 80) -> list[str]:
    """The lines below the head."""
    return drawn(*blocks, width=width).splitlines()[3:]


# The head


def test_the_head_says_whose_it_is_the_day_and_the_marking() -> None:
    assert drawn(width=80).splitlines() == [
        "List",
        "ME1 · as of Friday 2 February 2018 · internal",
    ]


def test_a_long_head_takes_more_lines() -> None:
    assert drawn(
        width=60, title="The whole story of it", known_by=day("2018-03-01")
    ).splitlines() == [
        "The whole story of it",
        "ME1 · as of Friday 2 February 2018, known by 1 Mar 2018 ·",
        "internal",
    ]


def test_a_screen_narrower_than_60_is_written_as_60() -> None:
    assert drawn(Paragraph("word " * 20), width=10) == drawn(Paragraph("word " * 20), width=60)


def test_no_line_ends_in_space_and_each_in_its_end() -> None:
    text = drawn(Heading("Due", 12), Paragraph("a  "), Pairs((Pair("Place", Text("")),)))

    assert all(line == line.rstrip() for line in text.splitlines())
    assert text.endswith("\n")


# The cells

CELLS: list[tuple[Cell, str]] = [
    (Text("plain [red]text[/red] :boom:"), "plain [red]text[/red] :boom:"),
    (Text("two\nlines"), "two lines"),
    (Text("\x1b[31mred"), "‹U+001B›[31mred"),
    (Text("\u202eback"), "‹U+202E›back"),
    (Words("late [b]January"), "“late [b]January”"),
    (Ref("TR-20171228-1"), "TR-20171228-1"),
    (Ref("TR\x07"), "TR‹U+0007›"),
    (Day(day("2018-01-29")), "29 Jan 2018"),
    (Day(day("2018-01-31"), day("2018-01-29")), "29–31 Jan 2018"),
    (Day(None), "–"),
    (Days(None), "–"),
    (Days(1234), "1,234"),
    (Days(-3), "-3"),
    (Days(0), "0"),
    (Days(5, late=True), "5 late"),
    (Number(1234), "1,234"),
    (Span(WINDOW), "21–31 Jan 2018"),
    (Colour(Rag.RED, RagReason.OVERDUE), "R overdue"),
    (Colour(Rag.NONE, RagReason.ALSO_SAID), "– also said"),
]


@pytest.mark.parametrize(("cell", "shown"), CELLS, ids=[shown for _, shown in CELLS])
def test_a_cell_is_shown_in_a_table_and_beside_a_label(cell: Cell, shown: str) -> None:
    table = Table((Column("Head", whole=True),), ((cell,),))

    assert body(table)[1].strip() == shown
    assert body(Pairs((Pair("Label", cell),)))[0].split("  ")[-1] == shown


def test_an_aside_stands_behind_its_value_in_brackets() -> None:
    assert body(Pairs((Pair("Time", Words("soon"), "no [b]time\x1b"),)))[0] == (
        "Time         “soon”  (no [b]time‹U+001B›)"
    )


def test_headings_count_and_hints_are_only_quieter() -> None:
    assert body(Heading("Due", 1234), Heading("[b]Due"), Paragraph("a [b]", hint=True))[:3] == [
        "Due (1,234)",
        "[b]Due",
        "a [b]",
    ]


@pytest.mark.parametrize("rag", list(Rag))
def test_colour_stands_beside_the_letter_and_only_where_it_is_wanted(rag: Rag) -> None:
    table = Table((Column("RAG"),), ((Colour(rag, RagReason.IN_HAND),),))

    plain, coloured = drawn(table), drawn(table, colour=True)

    assert "\x1b" not in plain
    assert "\x1b[" in coloured
    assert f"{rag} in hand" in coloured


# The columns

COLUMNS = (
    Column("Ref", whole=True),
    Column("Title", least=13, good=28, share=4),
    Column("Status", Need.OFTEN, least=9),
    Column("Stated", Need.SOMETIMES, least=12, share=2),
    Column("Lead", Need.RARELY, least=7),
)


def table(*titles: str, **cells: str) -> Table:
    """A table of so many items, all with the same words in the other columns."""
    words = {"status": "in-progress", "stated": "late January next year", "lead": "METI"} | cells
    return Table(
        COLUMNS,
        tuple(
            (
                Ref(f"TR-20171228-{n}"),
                Text(title),
                Text(words["status"]),
                Words(words["stated"]) if words["stated"] else Text(""),
                Text(words["lead"]),
            )
            for n, title in enumerate(titles, 1)
        ),
    )


TITLE = "Hold the first Security Dialogue between the two ministries in the capital"


@pytest.mark.parametrize(
    ("width", "heads"),
    [
        (60, "Ref Title Status"),
        (70, "Ref Title Status Stated"),
        (80, "Ref Title Status Stated Lead"),
        (120, "Ref Title Status Stated Lead"),
        (200, "Ref Title Status Stated Lead"),
    ],
)
def test_what_is_needed_least_goes_first(width: int, heads: str) -> None:
    assert body(table(TITLE), width=width)[0].split() == heads.split()


def test_a_column_in_which_nothing_stands_is_left_out_unless_it_is_always_needed() -> None:
    assert body(table("", stated="", lead=""), width=200)[0].split() == ["Ref", "Title", "Status"]


def test_a_whole_cell_is_never_broken_and_no_word_of_a_title_is_lost() -> None:
    lines = body(table(TITLE), width=60)

    assert lines[1].startswith("TR-20171228-1  Hold the")
    assert all(word in " ".join(lines) for word in TITLE.split())


def test_numbers_stand_below_each_other_on_the_right() -> None:
    rows = tuple((Text("x"), Days(n)) for n in (7, -365, None))
    lines = body(Table((Column("What"), Column("Days", whole=True)), rows))

    assert [line[-1] for line in lines[1:4]] == ["7", "5", "–"]
    assert len({len(line) for line in lines[:4]}) == 1


def test_a_table_without_rows_has_its_head() -> None:
    assert body(Table(COLUMNS[:2], ()))[0].split() == ["Ref", "Title"]


def test_the_most_that_a_column_needs_is_all_that_it_gets() -> None:
    columns = (Column("When", least=4, most=10), Column("Title", share=1))
    lines = body(Table(columns, ((Text("one two three four"), Text("x" * 100)),)), width=80)

    assert lines[1].startswith("one two     x")


@pytest.mark.parametrize(
    "title",
    [
        "日本・トルコ外相会談を来年1月下旬に開催することで一致した",
        "é ü e\u0301 combining",
        "🎎🇯🇵 👩‍👩‍👧 festival",
    ],
)
def test_text_of_any_width_keeps_the_columns_straight(title: str) -> None:
    lines = body(table(title, "plain"), width=200)
    plain = next(line for line in lines if "plain" in line)
    first = lines[1]

    assert cell_len(first[: first.index("in-progress")]) == cell_len(
        plain[: plain.index("in-progress")]
    )


TEXTS = st.text(max_size=120) | st.text(
    st.sampled_from("日本語🎎é [](){}<>:/\\\x1b\u202e\u200b\u0301\n\tab-"), max_size=120
)


@settings(max_examples=150, deadline=None)
@given(title=TEXTS, stated=TEXTS, lead=TEXTS, width=st.integers(60, 200))
def test_no_line_is_wider_than_the_screen(title: str, stated: str, lead: str, width: int) -> None:
    text = drawn(
        Heading(title, 3),
        Paragraph(stated),
        table(title, stated, status="on-hold", stated=stated, lead=lead[:9]),
        Pairs((Pair("Wording", Words(title), stated), Pair("Place", Text(lead)))),
        width=width,
        desk=lead[:20],
    )

    assert max(cell_len(line) for line in text.splitlines()) <= width
    assert "\x1b" not in text
    assert "\u202e" not in text


@settings(max_examples=150, deadline=None)
@given(text=TEXTS, width=st.integers(60, 200))
def test_every_character_of_a_text_is_shown(text: str, width: int) -> None:
    for block in (Paragraph(text), Pairs((Pair("", Text(text)),))):
        shown = "".join(body(block, width=width))

        assert "".join(shown.split()) == "".join(visible(text).split())


@pytest.mark.parametrize("width", [60, 80, 100, 120])
def test_a_status_is_broken_at_its_hyphen_only(width: int) -> None:
    columns = (
        Column("Title", least=13, share=4),
        Column("Status", Need.OFTEN, least=11),
        Column("Lead", least=30, whole=True),
    )
    row = (Text("Hold the first Security Dialogue in Ankara"), Text("partly-fulfilled"))
    table = Table(columns, ((*row, Text("x" * 30)),))

    shown = drawn(table, width=width)

    assert "fulfilled" in shown
    assert "partly-" in shown


def test_a_long_table_has_its_titles_once_and_its_rows_stand_below_one_another() -> None:
    titles = [f"{TITLE} {n}" if n % 7 else "Meet" for n in range(250)]

    lines = body(table(*titles))

    status = lines[0].index("Status")
    refs = [line.split()[0] for line in lines if line.startswith("TR-")]
    assert sum("Status" in line for line in lines) == 1
    assert refs == [f"TR-20171228-{n}" for n in range(1, 251)]
    assert all(line.index("in-progress") == status for line in lines if line.startswith("TR-"))


def test_the_lines_of_a_report_are_what_is_written_of_it() -> None:
    report = Report(
        title="List",
        desk="ME1",
        as_of=day("2018-02-02"),
        ceiling="internal",
        blocks=(Heading("Due"), table(TITLE), Paragraph("a")),
    )

    lines = list(terminal_lines(report, 80, colour=False))

    assert "".join(f"{line}\n" for line in lines) == render_terminal(report, 80, colour=False)


@settings(max_examples=150, deadline=None)
@given(
    title=TEXTS,
    stated=TEXTS,
    lead=TEXTS,
    width=st.integers(40, 200),
    blocks=st.lists(st.integers(0, 5), max_size=7),
)
def test_how_many_lines_a_report_takes_is_told_without_drawing_it(
    title: str, stated: str, lead: str, width: int, blocks: list[int]
) -> None:
    kinds = (
        Heading(title, 3),
        Heading(title, level=3, ref="TR-20171228-2"),
        Paragraph(stated, hint=True),
        table(title, stated, TITLE, status="on-hold", stated=stated, lead=lead[:9]),
        Pairs((Pair("Wording", Words(title), stated), Pair("Place", Text(lead)))),
        TIMELINE,
    )
    report = Report(
        title=title,
        desk=lead,
        as_of=day("2018-02-02"),
        ceiling="internal",
        told=(stated,),
        blocks=tuple(kinds[number] for number in blocks),
    )

    assert lines_in(report, width) == len(list(terminal_lines(report, width, colour=False)))
