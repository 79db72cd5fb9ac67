"""A report as a Word document: what Word and its readers' tools need, and nothing that acts."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from hypothesis import given, settings
from hypothesis import strategies as st

from dipltrack.model.text import visible
from dipltrack.render.word import render_word
from dipltrack.reports.blocks import (
    Bar,
    Block,
    Cell,
    Column,
    Heading,
    Lane,
    Link,
    Mark,
    Pair,
    Pairs,
    Paragraph,
    Ref,
    Report,
    Table,
    Text,
    Timeline,
)
from tests.given import day
from tests.nasty import NASTY, Nasty
from tests.render.samples import FULL, ITEMS, TIMELINE, report, table


def read(one: Report) -> Document:
    """The document, as a program reads it."""
    return docx.Document(BytesIO(render_word(one)))


def word(*blocks: Block, **fields: object) -> Document:
    """The document of those blocks."""
    return read(report(*blocks, **fields))


def cells(one: WordTable) -> list[list[str]]:
    """What stands in each row of a table."""
    return [[cell.text for cell in row.cells] for row in one.rows]


def links(document: Document) -> list[str]:
    """The addresses that the document links to."""
    return [
        relation.target_ref for relation in document.part.rels.values() if relation.is_external
    ]


def everywhere(words: str) -> Report:
    """A report with the words wherever a text can stand."""
    lane = Lane(words, words, (Bar(Mark.DONE, day("2018-01-29"), day("2018-01-29")),))
    return report(
        Heading(words, 1),
        Heading(words, level=3, ref=words),
        Paragraph(words),
        Pairs((Pair(words, Text(words), words),)),
        Table((Column(words or "A"), Column("B"), Column("C")), ((Text(words), Ref(words), Link(words, words)),)),
        Timeline(TIMELINE.first, TIMELINE.last, TIMELINE.day, (lane,)),
        title=words,
        desk=words,
        ceiling=words,
        told=(words,),
    )  # fmt: skip


@pytest.mark.parametrize("nasty", NASTY, ids=lambda nasty: nasty.name)
def test_text_is_shown_literally_wherever_it_stands(nasty: Nasty) -> None:
    expected = visible(nasty.text)

    document = read(everywhere(nasty.text))

    texts = [paragraph.text for paragraph in document.paragraphs]
    assert texts[0] == expected
    assert f"{expected} (1)" in texts
    assert texts.count(expected) >= 3
    pairs, rows, drawn = document.tables
    assert cells(pairs) == [[expected, f"{expected} ({expected})" if nasty.text else ""]]
    assert cells(rows)[1] == [expected] * 3
    assert drawn.rows[-1].cells[0].text == f"{expected}  {expected}"
    assert document.sections[0].header.paragraphs[0].text == visible(nasty.text.upper())


@settings(max_examples=40)
@given(st.text(max_size=40))
def test_any_text_leaves_the_document_whole(words: str) -> None:
    assert read(everywhere(words)).paragraphs[0].text == visible(words)


@pytest.mark.parametrize(
    ("cell", "linked"),
    [
        (Link("a", "https://example.org/?a=1&b=2"), ["https://example.org/?a=1&b=2"]),
        (Link("a", "mailto:desk@example.org"), ["mailto:desk@example.org"]),
        (Link("a", "javascript:alert(1)"), []),
        (Link("a", "file:///etc/passwd"), []),
        (Text("see https://example.org/a, b"), ["https://example.org/a"]),
    ],
)
def test_only_addresses_of_web_and_mail_become_links(cell: Cell, linked: list[str]) -> None:
    assert links(word(table([cell], [cell]))) == linked


def test_headings_are_headings_and_skip_no_level() -> None:
    document = word(Heading("A"), Heading("B", level=3, ref="TR-1"), Heading("C", 2, level=2))

    told = [(p.style.name, p.text) for p in document.paragraphs if p.style and p.text]
    assert told[0] == ("Title", "Follow-up with Türkiye")
    assert told[2:] == [("Heading 1", "A"), ("Heading 2", "B   TR-1"), ("Heading 2", "C (2)")]


def test_a_table_repeats_its_head_and_parts_no_row() -> None:
    (drawn,) = word(ITEMS).tables

    properties = [row._tr.trPr for row in drawn.rows]  # noqa: SLF001
    assert all(one.find(qn("w:cantSplit")) is not None for one in properties)
    assert [one.find(qn("w:tblHeader")) is not None for one in properties] == [True, False, False]
    assert cells(drawn)[0] == ["Ref", "Promised action", "When", "Days", "RAG"]
    assert cells(drawn)[1][:2] == ["TR-20171228-2", "Hold the first Security Dialogue"]


def test_a_table_says_what_it_is_to_who_hears_it() -> None:
    (drawn,) = word(Heading("Overdue"), ITEMS).tables

    captions = [one.get(qn("w:val")) for one in drawn._tbl.iter(qn("w:tblCaption"))]  # noqa: SLF001
    assert captions == ["Overdue"]


def test_a_table_without_rows_and_pairs_without_a_pair_are_left_out() -> None:
    assert not word(Table((Column("A"),), ()), Pairs(())).tables


def test_every_page_has_the_marking_above_and_below_and_its_number() -> None:
    wide = Table(
        tuple(Column(f"Column {n}", least=12, whole=True) for n in range(12)),
        ((Text("word " * 3),) * 12,),
    )
    document = word(Heading("A"), ITEMS, Heading("B"), wide, Heading("C"))  # fmt: skip

    assert [one.orientation for one in document.sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    for section in document.sections:
        sides = sorted(side.mm for side in (section.page_width, section.page_height) if side)
        assert [round(side) for side in sides] == [210, 297]
        assert [p.text for p in section.header.paragraphs] == ["INTERNAL"]
        assert section.footer.paragraphs[0].text == "INTERNAL"
        fields = [one.text for one in section.footer._element.iter(qn("w:instrText"))]  # noqa: SLF001
        assert fields == [" PAGE ", " NUMPAGES "]


def test_the_document_says_its_language_its_day_and_its_title() -> None:
    told = read(FULL).core_properties

    assert (told.title, told.language) == ("Follow-up with Türkiye", "en-GB")
    assert (told.author, told.keywords) == ("First Middle East Division", "internal")
    assert {str(told.created), str(told.modified)} == {"2018-02-02 00:00:00+00:00"}
    styles = ZipFile(BytesIO(render_word(FULL))).read("word/styles.xml").decode()
    assert '<w:lang w:val="en-GB" w:eastAsia="ja-JP"' in styles
    assert 'w:eastAsia="Yu Gothic"' in styles


def shades(document: Document) -> Iterator[tuple[str, int]]:
    """The ground of each shaded cell of the last table, and over how many columns it goes."""
    for cell in document.tables[-1]._tbl.iter(qn("w:tc")):  # noqa: SLF001
        shade, span = (next(cell.iter(qn(f"w:{name}")), None) for name in ("shd", "gridSpan"))
        if shade is not None and span is not None:
            yield shade.get(qn("w:val"), ""), int(span.get(qn("w:val"), ""))


def test_a_timeline_is_drawn_in_cells() -> None:
    lanes = (
        Lane("TR-1", "a", (Bar(Mark.FIRST, day("2018-01-01"), day("2018-06-30")), Bar(Mark.IN_FORCE, day("2018-01-01"), day("2018-03-31")))),
        Lane("TR-2", "b", (Bar(Mark.DONE, day("2018-05-01"), day("2018-05-01")),)),
    )  # fmt: skip
    document = word(Timeline(day("2018-01-01"), day("2018-12-31"), day("2019-01-01"), lanes))

    assert list(shades(document)) == [("clear", 12), ("pct20", 12)]
    assert "".join(cell.text for cell in document.tables[-1].rows[-1].cells).count("●") == 1
    assert [row.cells[1].text for row in document.tables[-1].rows][:2] == ["2018", "Jan"]
    assert "window in force" in document.paragraphs[-2].text
    assert "as of" not in document.paragraphs[-2].text
