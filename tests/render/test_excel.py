"""A report in Excel: values of their own sort, sheets that Excel takes, and never a formula."""

from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from dipltrack.model.text import visible
from dipltrack.render.excel import render_excel
from dipltrack.render.sheet_names import sheet_names
from dipltrack.reports.blocks import (
    Block,
    Cell,
    Day,
    Heading,
    Link,
    Number,
    Paragraph,
    Ref,
    Report,
    Text,
)
from tests.given import day
from tests.nasty import NASTY, Nasty
from tests.render.samples import FULL, ITEMS, report, table


def read(one: Report) -> Workbook:
    """The workbook, as a program reads it."""
    return openpyxl.load_workbook(BytesIO(render_excel(one)))


def excel(*blocks: Block, **fields: object) -> Workbook:
    """The workbook of those blocks."""
    return read(report(*blocks, **fields))


def values(sheet: Worksheet) -> list[list[object]]:
    """What stands in each row."""
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@pytest.mark.parametrize("nasty", NASTY, ids=lambda nasty: nasty.name)
def test_text_stands_literally_and_is_no_formula(nasty: Nasty) -> None:
    expected = visible(nasty.text).replace("_x00", "_x005F_x00")

    book = excel(
        Heading(nasty.text),
        Paragraph(nasty.text),
        table([Text(nasty.text), Ref(nasty.text), Text("end")]),
        title=nasty.text,
        ceiling=nasty.text,
        told=(nasty.text,),
    )

    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n"}
    assert all(cell.value is None or isinstance(cell.value, str) for cell in cells)
    front, sheet = book.worksheets
    shown = [expected or None] * 2 if len(expected) < 32_000 else None
    found = [cell.value for cell in sheet[2]][:2]
    assert found == shown if shown else all("… (cut: 100," in str(one) for one in found)
    assert front["A1"].value == found[0]
    assert all(len(str(cell.value)) <= 32_767 for cell in cells)


@settings(max_examples=50)
@given(st.text(max_size=40))
def test_any_text_leaves_the_workbook_whole(text: str) -> None:
    book = excel(Heading(text), table([Text(text), Number(1)]), title=text, ceiling=text)

    assert book.worksheets[-1]["B2"].value == 1


def test_days_are_days_and_numbers_numbers() -> None:
    sheet = excel(
        table([Day(day("2018-01-29")), Number(1234), Day(day("1868-01-03")), Day(None)])
    ).worksheets[1]

    assert values(sheet)[1] == [datetime(2018, 1, 29), 1234, "1868-01-03", None]  # noqa: DTZ001 - as Excel has days
    assert sheet["A2"].number_format == "d mmm yyyy"


def test_each_section_with_rows_is_a_sheet_and_the_words_stand_in_front() -> None:
    book = read(FULL)

    assert book.sheetnames == ["Report", "Done", "Overdue", "Of every sort", "Timeline"]
    front = [row[0] for row in values(book["Report"])]
    assert front[:2] == [
        "Follow-up with Türkiye",
        "First Middle East Division · as of Friday 2 February 2018 · internal",
    ]
    assert "Both promises were kept. Nothing is overdue." in front
    assert "Overdue (2)" in front
    assert [cell.value for cell in book["Done"][1]][:3] == ["Ref", "Promised action", "Agreed"]
    assert book["Of every sort"]["A1"].value == "Part"


def test_titles_stay_in_sight_and_filter_and_are_printed_on_each_page() -> None:
    sheet = excel(ITEMS).worksheets[1]

    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:H3"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet["B2"].alignment.wrap_text
    assert sheet.column_dimensions["B"].width == 59


def test_every_page_is_marked_and_a4() -> None:
    for sheet in read(FULL).worksheets:
        for margin in (sheet.HeaderFooter.oddHeader, sheet.HeaderFooter.oddFooter):
            assert margin
            assert margin.center.text == "INTERNAL"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)


def test_only_addresses_of_web_and_mail_become_links() -> None:
    cells: list[Cell] = [
        Text("https://example.org"),
        Text("see https://example.org"),
        Link("a", "javascript:alert(1)"),
        Link("b", "https://example.org/b"),
    ]
    sheet = excel(table(cells)).worksheets[1]

    links = {cell.value: cell.hyperlink.target for cell in sheet[2] if cell.hyperlink}
    assert links == {one: one for one in ("https://example.org", "https://example.org/b")}


def test_an_empty_report_has_its_head() -> None:
    book = excel()

    assert book.sheetnames == ["Report"]
    assert book["Report"]["A1"].value == "Follow-up with Türkiye"


def test_the_workbook_says_its_title_and_its_day() -> None:
    told = read(FULL).properties

    assert (told.title, told.creator) == ("Follow-up with Türkiye", "First Middle East Division")
    assert {f"{told.created}", f"{told.modified}"} == {"2018-02-02 00:00:00"}


@pytest.mark.parametrize(
    ("wanted", "named"),
    [
        (["a" * 40, "A" * 40], ["a" * 31, "A" * 27 + " (2)"]),
        (["'quoted'", "", "   ", "[:]"], ["quoted", "Sheet", "Sheet (2)", "---"]),
        (["history"], ["history (2)"]),
        (["🎌" * 20], ["🎌" * 15]),
        (["\x00"], ["‹U+0000›"]),
    ],
)
def test_sheets_have_names_that_excel_takes(wanted: list[str], named: list[str]) -> None:
    assert sheet_names(wanted) == named


@given(st.lists(st.text(max_size=40), max_size=8))
def test_any_names_become_names_that_excel_takes(wanted: list[str]) -> None:
    names = sheet_names(wanted)

    assert len({name.casefold() for name in names}) == len(wanted)
    for name in names:
        assert 0 < len(name.encode("utf-16-le")) <= 62
        assert not set(name) & set("[]:*?/\\")
        assert name.strip("'") == name


def test_no_file_of_the_workbook_holds_a_formula() -> None:
    archive = ZipFile(BytesIO(render_excel(report(table(*([Text(one.text)] for one in NASTY))))))

    assert not any(b"<f>" in archive.read(name) for name in archive.namelist())
