"""An Excel file is read as people see it: days, months, merged cells, formulas."""

import io
import zipfile
from datetime import date, datetime
from typing import Any

import pytest
from openpyxl import Workbook

from dipltrack.intake.sheet.cell import Cell, Unread, WrongSheetError
from dipltrack.intake.sheet.excel import grids_of_excel


def saved(book: Workbook) -> bytes:
    """The bytes of the file."""
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def cell_of(value: Any, shown_as: str | None = None) -> Cell:  # noqa: ANN401
    """How the one cell of a file is read."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = value
    if shown_as:
        sheet["A1"].number_format = shown_as
    (grid,) = grids_of_excel(saved(book))
    return grid.rows[0][0]


CELLS = [
    ("Hold it ", None, "Hold it"),
    (date(2018, 1, 31), None, date(2018, 1, 31)),
    (datetime(2018, 1, 31, 15, 30), "dd/mm/yyyy hh:mm", date(2018, 1, 31)),  # noqa: DTZ001
    (date(2018, 1, 1), "mmm-yy", "January 2018"),
    (date(2018, 1, 1), "[$-409]mmmm\\ yyyy;@", "January 2018"),
    (date(2018, 1, 1), 'yyyy"年"m"月"', "January 2018"),
    (date(2018, 1, 1), "yyyy", "2018"),
    (date(2018, 1, 1), "d. mmmm yyyy", date(2018, 1, 1)),
    (2018, None, "2018"),
    (3.0, None, "3"),
    (2.5, None, "2.5"),
    (True, None, "yes"),
    ("=1+1", None, Unread("a formula whose result is not stored: open it in Excel and save it")),
    ("#REF!", None, Unread("#REF! is an error of Excel's: mend it there")),
]


@pytest.mark.parametrize(("value", "shown_as", "read"), CELLS)
def test_a_cell_is_read_as_it_is_shown(value: object, shown_as: str | None, read: Cell) -> None:
    assert cell_of(value, shown_as) == read


def test_a_merged_run_of_rows_says_its_value_in_each() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["A title over all columns", None], ["Ministers", "one"], [None, "two"]):
        sheet.append(row)
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("A2:A3")

    (grid,) = grids_of_excel(saved(book))

    assert grid.rows == (
        ("A title over all columns", ""),
        ("Ministers", "one"),
        ("Ministers", "two"),
    )


def test_hidden_and_empty_sheets_are_left_out_and_rows_keep_their_numbers() -> None:
    book = Workbook()
    hidden = book.active
    assert hidden is not None
    hidden.title, hidden["A1"] = "Old", "x"
    book.create_sheet("Empty")
    book.create_sheet("New")["B3"] = "Hold it"
    hidden.sheet_state = "hidden"

    (grid,) = grids_of_excel(saved(book))

    assert (grid.name, grid.rows) == ("New", (("", ""), ("", ""), ("", "Hold it")))


WRONG = {
    "of before 2007": (b"\xd0\xcf\x11\xe0 and so on", "save it anew as .xlsx"),
    "a text": (b"Title,When\n", "it is no Excel file that can be read"),
    "nothing": (b"", "it is no Excel file that can be read"),
}


@pytest.mark.parametrize(("data", "told"), WRONG.values(), ids=WRONG)
def test_what_is_no_excel_file_is_told(data: bytes, told: str) -> None:
    with pytest.raises(WrongSheetError, match=told):
        grids_of_excel(data)


def test_a_file_that_is_cut_off_is_told() -> None:
    book = Workbook()
    data = saved(book)

    for length in range(100, len(data), 300):
        with pytest.raises(WrongSheetError):
            grids_of_excel(data[:length])


SHEET = "xl/worksheets/sheet1.xml"


def with_sheet(old: str, new: str) -> bytes:
    """A file of one cell with its sheet written otherwise."""
    book = Workbook()
    assert book.active is not None
    book.active["A1"] = "Hold it"
    packed = zipfile.ZipFile(io.BytesIO(saved(book)))
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name in packed.namelist():
            text = packed.read(name).decode()
            file.writestr(name, text.replace(old, new) if name == SHEET else text)
    return data.getvalue()


END = "</sheetData>"
MANY = "".join(f'<mergeCell ref="A{row}:A1048576"/>' for row in range(1, 20_000))
LARGE = {
    "a cell far away": '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>',
    "a row that no sheet has": '<row r="999999999"><c r="A999999999"><v>1</v></c></row></sheetData>',
}
HARMLESS = {
    "a link over the whole sheet": '<hyperlinks><hyperlink ref="A1:XFD1048576"/></hyperlinks>',
    "runs over each other": f"<mergeCells>{MANY}</mergeCells>",
    "nested beyond all measure": "<a>" * 50_000 + "</a>" * 50_000,
}


@pytest.mark.parametrize("end", LARGE.values(), ids=LARGE)
def test_a_sheet_that_reaches_beyond_all_measure_is_refused(end: str) -> None:
    with pytest.raises(WrongSheetError, match="delete the empty rows and columns"):
        grids_of_excel(with_sheet(END, end))


@pytest.mark.parametrize("end", HARMLESS.values(), ids=HARMLESS)
def test_what_hangs_on_cells_fills_nothing(end: str) -> None:
    (grid,) = grids_of_excel(with_sheet(END, END + end))

    assert grid.rows == (("Hold it",),)


def test_a_file_that_swells_is_not_unpacked() -> None:
    with pytest.raises(WrongSheetError, match="MB when unpacked"):
        grids_of_excel(with_sheet("</worksheet>", "</worksheet>" + " " * (129 << 20)))


def test_entities_are_not_resolved() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><worksheet '

    with pytest.raises(WrongSheetError, match="it is no Excel file that can be read") as told:
        grids_of_excel(with_sheet("<worksheet ", bomb))
    assert "\n" not in str(told.value)


def test_a_formula_is_what_it_came_to_or_is_named() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["B1"] = "=1+1", "='[1]Other book'!A1"

    (grid,) = grids_of_excel(saved(book))

    assert all(isinstance(cell, Unread) for cell in grid.rows[0])
