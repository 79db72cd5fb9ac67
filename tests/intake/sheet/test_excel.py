"""An Excel file is read as people see it: days, months, merged cells, formulas."""

import io
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
