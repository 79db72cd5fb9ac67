"""Reports made by hand, with every block and every cell, for the tests of the renderers."""

from collections.abc import Sequence
from typing import Any

from dipltrack.model.vocabulary import Rag, RagReason, TimingClass
from dipltrack.model.window import Window
from dipltrack.reports.blocks import (
    Bar,
    Block,
    Cell,
    Colour,
    Column,
    Dated,
    Day,
    Days,
    Heading,
    Lane,
    Link,
    Many,
    Mark,
    Need,
    Number,
    Pair,
    Pairs,
    Paragraph,
    Ref,
    Report,
    Span,
    Stated,
    Table,
    Text,
    Timeline,
    Words,
)
from tests.given import day

WINDOW = Window(class_=TimingClass.PART, earliest=day("2018-01-21"), latest=day("2018-01-31"))
CELLS: tuple[Cell, ...] = (
    Text("plain"),
    Words("late January"),
    Ref("TR-20171228-2"),
    Day(day("2018-01-29")),
    Day(day("2018-01-31"), day("2018-01-29")),
    Day(None),
    Days(-3),
    Days(5, late=True),
    Days(None),
    Number(1234),
    Span(WINDOW),
    Stated("late January next year", WINDOW),
    Stated(None, WINDOW),
    Dated("Held in Ankara.", day("2018-01-29")),
    Dated("Heard of", day("2018-03-31"), when="March 2018"),
    Link("the readout", "https://example.org/readout"),
    Colour(Rag.RED, RagReason.OVERDUE),
    Many((Text("first"), Link("mail", "mailto:desk@example.org"), Day(day("2018-02-01")))),
)
"""A cell of every sort."""


def report(*blocks: Block, **fields: Any) -> Report:  # noqa: ANN401
    """A report of those blocks."""
    values: dict[str, Any] = {
        "name": "weekly",
        "title": "Follow-up with Türkiye",
        "desk": "First Middle East Division",
        "as_of": day("2018-02-02"),
        "ceiling": "internal",
    }
    return Report(**(values | fields), blocks=blocks)


def table(*rows: Sequence[Cell], titles: str = "") -> Table:
    """A table of the rows, its columns named in a word each, else A, B, C."""
    names = titles.split() or [chr(65 + number) for number in range(len(rows[0]))]
    return Table(tuple(Column(name, least=6) for name in names), tuple(map(tuple, rows)))


ITEMS = Table(
    (
        Column("Ref", whole=True),
        Column("Promised action", least=13, good=28, share=4),
        Column("When", Need.OFTEN, least=11),
        Column("Days", whole=True),
        Column("RAG", least=8),
        Column("Lead", Need.RARELY),
    ),
    (
        (
            Ref("TR-20171228-2"),
            Text("Hold the first Security Dialogue"),
            Span(WINDOW),
            Days(-2),
            Colour(Rag.RED, RagReason.OVERDUE),
            Text(""),
        ),
        (
            Ref("TR-20171228-3"),
            Text("日本・トルコ経済連携協定（ＥＰＡ）交渉第８回会合を開催する"),
            Words("at an early date"),
            Days(None),
            Colour(Rag.GREEN, RagReason.IN_HAND),
            Text(""),
        ),
    ),
)
TIMELINE = Timeline(
    day("2017-12-01"),
    day("2018-12-31"),
    day("2018-02-02"),
    (
        Lane(
            "TR-20171228-2",
            "Hold the first Security Dialogue",
            (
                Bar(Mark.IN_FORCE, day("2018-01-21"), day("2018-01-31")),
                Bar(Mark.DONE, day("2018-01-29"), day("2018-01-29")),
            ),
        ),
        Lane(
            "TR-20171228-3",
            "日本・トルコ経済連携協定（ＥＰＡ）交渉第８回会合を開催する",
            (
                Bar(Mark.FIRST, day("2018-01-01"), day("2018-12-31")),
                Bar(Mark.IN_FORCE, day("2018-01-30"), day("2018-02-01")),
            ),
        ),
        Lane(
            "TR-20171228-7",
            "Hold the Japanese Festival in Ankara",
            (
                Bar(Mark.IN_FORCE, day("2018-03-01"), day("2018-05-31")),
                Bar(Mark.EXPECTED, day("2018-05-10"), day("2018-05-20")),
            ),
        ),
        Lane(
            "TR-20120101-1",
            "Consult yearly",
            (
                Bar(Mark.IN_FORCE, None, day("2018-06-30")),
                Bar(Mark.HELD, day("2018-06-01"), day("2018-06-01")),
            ),
        ),
        Lane("TR-20120101-2", "From July on", (Bar(Mark.IN_FORCE, day("2018-07-01"), None),)),
        Lane(
            "TR-20120101-3",
            "After all that is drawn",
            (Bar(Mark.IN_FORCE, day("2019-06-30"), day("2019-07-01")),),
        ),
    ),
)
FULL = report(
    Heading("In brief"),
    Paragraph("Both promises were kept. Nothing is overdue."),
    Paragraph("Not shown: 3 due later.", hint=True),
    Heading("Done", 1),
    Heading("Security Dialogue, first", level=3, ref="TR-20171228-2"),
    Pairs(
        (
            Pair("Agreed", Stated("late January next year", WINDOW)),
            Pair("Done", Dated("Held in Ankara.", day("2018-01-29")), "in time"),
            Pair("", Link("the readout", "https://example.org/readout")),
        )
    ),
    Heading("Overdue", 2),
    ITEMS,
    Heading("Of every sort", level=1),
    Heading("Each beside its label", level=2),
    Pairs(tuple(Pair(f"Label {number}", cell) for number, cell in enumerate(CELLS, 1))),
    Heading("Each in a table", level=2),
    Table(
        (Column("Number"), Column("Cell")), tuple((Number(n), c) for n, c in enumerate(CELLS, 1))
    ),
    Heading("Timeline"),
    TIMELINE,
    told=(
        "Week 2018-W05 (Mon 29 January – Sun 4 February)",
        "Changes since Friday 26 January 2018",
    ),
)
"""A report with every block and every cell."""
