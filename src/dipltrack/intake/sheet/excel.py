"""An Excel file -> the rows of its sheets: days stay days, and a month stays a month."""

import io
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from dipltrack.intake.sheet.cell import Cell, Grid, Unread, WrongSheetError
from dipltrack.reports.days import LONG_MONTHS

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_OLD = b"\xd0\xcf\x11\xe0"
"""How Excel's files of before 2007 begin, and those that a password locks."""


def grids_of_excel(data: bytes) -> tuple[Grid, ...]:
    """The visible sheets of the file that hold anything, in their order. Raises WrongSheetError."""
    from openpyxl import load_workbook  # 150 ms, for what only an import asks for

    if data.startswith(_OLD):
        raise WrongSheetError(
            "it is locked by a password, or of before 2007: save it anew as .xlsx, without one"
        )
    try:
        values = load_workbook(io.BytesIO(data), data_only=True)
        formulas = load_workbook(io.BytesIO(data))
    except (BadZipFile, KeyError, ValueError, OSError, TypeError) as error:
        raise WrongSheetError(f"it is no Excel file that can be read: {error}") from None
    return tuple(
        grid
        for sheet in values.worksheets
        if sheet.sheet_state == "visible"
        for grid in (_grid(sheet, formulas[sheet.title]),)
        if any(any(row) for row in grid.rows)
    )


def _grid(sheet: "Worksheet", formulas: "Worksheet") -> Grid:
    merged = _merged(sheet)
    rows = tuple(
        tuple(
            _cell(merged.get((number, place), one), formulas) for place, one in enumerate(row, 1)
        )
        for number, row in enumerate(sheet.iter_rows(), 1)
    )
    return Grid(rows=rows, told=f'read the sheet "{sheet.title}"', name=sheet.title)


def _merged(sheet: "Worksheet") -> dict[tuple[int, int], Any]:
    """The cell whose value stands for each cell of a merged run: people read it in all of them.

    Only downward: a title that runs over several columns is not said of each.
    """
    found: dict[tuple[int, int], Any] = {}
    for run in sheet.merged_cells.ranges:
        if run.min_col == run.max_col:
            first = sheet.cell(run.min_row, run.min_col)
            found |= {(row, run.min_col): first for row in range(run.min_row, run.max_row + 1)}
    return found


def _cell(cell: Any, formulas: "Worksheet") -> Cell:  # noqa: ANN401 - openpyxl has several classes
    value = cell.value
    if cell.data_type == "e":
        return Unread(f"{value} is an error of Excel's: mend it there")
    match value:
        case None:
            written = formulas.cell(cell.row, cell.column).value
            if isinstance(written, str) and written.startswith("="):
                return Unread("a formula whose result is not stored: open it in Excel and save it")
            return ""
        case datetime():
            return _day(value.date(), cell.number_format)
        case date():
            return _day(value, cell.number_format)
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value).strip()


def _day(day: date, shown_as: str) -> Cell:
    """The day; where the sheet shows only its month or its year, those in words.

    >>> _day(date(2018, 1, 1), "mmm-yy"), _day(date(2018, 1, 1), "dd/mm/yyyy")
    ('January 2018', datetime.date(2018, 1, 1))
    """
    plain = "".join(_shown_parts(shown_as)).lower()
    if "d" in plain or "y" not in plain:
        return day
    return f"{LONG_MONTHS[day.month - 1]} {day.year}" if "m" in plain else f"{day.year}"


def _shown_parts(shown_as: str) -> Iterator[str]:
    """A number format without what is only written out: quoted words, colours, locales."""
    first = shown_as.partition(";")[0]
    yield re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", first)
