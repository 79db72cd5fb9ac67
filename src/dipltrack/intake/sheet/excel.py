"""An Excel file -> the rows of its sheets: days stay days, and a month stays a month."""

import io
import re
import struct
import warnings
import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile, LargeZipFile, ZipFile

from dipltrack.intake.document.opened import LARGEST
from dipltrack.intake.sheet.cell import Cell, Grid, Unread, WrongSheetError
from dipltrack.reports.days import LONG_MONTHS

if TYPE_CHECKING:
    from openpyxl.reader.excel import ExcelReader

_OLD = b"\xd0\xcf\x11\xe0"
"""How Excel's files of before 2007 begin, and those that a password locks."""

_UNPACKED = 4 * LARGEST
_MOST_CELLS = 2_000_000
"""Cells of a sheet that are read, empty ones between others too: 100,000 rows of 20 columns."""

_MERGED = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")

_BROKEN = (
    BadZipFile,
    LargeZipFile,
    zlib.error,
    struct.error,
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    SyntaxError,  # what XML parsers raise
    TypeError,
    ValueError,
)
"""What a damaged file makes the libraries raise, as it comes."""


def grids_of_excel(data: bytes) -> tuple[Grid, ...]:
    """The visible sheets of the file that hold anything, in their order. Raises WrongSheetError."""
    if data.startswith(_OLD):
        raise WrongSheetError(
            "it is locked by a password, or of before 2007: save it anew as .xlsx, without one"
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what we do not read: charts, rules of validation
            _refuse_swollen(data)
            return tuple(_grids(data))
    except _BROKEN as error:
        why = next(iter(str(error).splitlines()), type(error).__name__)
        raise WrongSheetError(f"it is no Excel file that can be read: {why}") from None


def _refuse_swollen(data: bytes) -> None:
    """Raises WrongSheetError for a file that fills the memory when it is unpacked."""
    with ZipFile(io.BytesIO(data)) as packed:
        unpacked = sum(info.file_size for info in packed.infolist())
    if len(data) > LARGEST or unpacked > _UNPACKED:
        size = max(len(data), unpacked) >> 20
        raise WrongSheetError(
            f"it has {size} MB when unpacked, and {_UNPACKED >> 20} are read: save the sheet that is "
            f"wanted, without pictures, as a file of its own, or as .csv"
        )


def _grids(data: bytes) -> Iterator[Grid]:
    values, formulas = _reader(data, data_only=True), _reader(data, data_only=False)
    places = {sheet.name: rel.target for sheet, rel in values.parser.find_sheets()}
    for sheet, written in zip(values.wb.worksheets, formulas.wb.worksheets, strict=True):
        if sheet.sheet_state != "visible":
            continue
        sheet.reset_dimensions()  # what a file says of its own size is not always so
        written.reset_dimensions()
        merged = _merged(values.archive, places[sheet.title])
        rows = _rows(sheet.title, sheet.iter_rows(), written.iter_rows(), merged)
        if rows:
            filled = _filled(sheet.title, rows)
            yield Grid(rows=filled, told=f'read the sheet "{sheet.title}"', name=sheet.title)


def _reader(data: bytes, *, data_only: bool) -> "ExcelReader":
    """The file, its sheets read row by row: what else hangs on cells is left alone."""
    from openpyxl.reader.excel import ExcelReader  # 150 ms, for what only an import asks for

    reader = ExcelReader(io.BytesIO(data), read_only=True, data_only=data_only, keep_links=False)
    reader.read()
    return reader


def _rows(
    name: str,
    sheet: Iterator[Sequence[Any]],
    written: Iterator[Sequence[Any]],
    merged: Mapping[int, list[tuple[int, int]]],
) -> list[list[Cell]]:
    """The rows of a sheet, up to the last that holds anything.

    A cell of a merged run has the value of its first, for people read it in all of them. Only
    downward: a title that runs over several columns is not said of each.
    """
    rows: list[list[Cell]] = []
    count = last = 0
    first: dict[int, Cell] = {}
    for number, (row, also) in enumerate(zip(sheet, written, strict=True), 1):
        count += len(row) + 1
        if count > _MOST_CELLS:
            raise _too_large(name)
        cells = [_cell(one, other) for one, other in zip(row, also, strict=False)]
        for place, runs in merged.items():
            while runs and runs[-1][1] < number:
                runs.pop()
            if runs and runs[-1][0] <= number:
                cells += [""] * (place - len(cells))
                if number == runs[-1][0]:
                    first[place] = cells[place - 1]
                cells[place - 1] = first.get(place, "")
        while cells and cells[-1] == "":
            cells.pop()
        rows.append(cells)
        last = number if cells else last
    return rows[:last]


def _filled(name: str, rows: Sequence[list[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows with as many cells each as the longest has."""
    width = max(map(len, rows), default=0)
    if width * len(rows) > _MOST_CELLS:
        raise _too_large(name)
    return tuple((*row, *[""] * (width - len(row))) for row in rows)


def _too_large(name: str) -> WrongSheetError:
    return WrongSheetError(
        f'the sheet "{name}" reaches over more than {_MOST_CELLS:,} cells: delete the empty rows '
        f"and columns beside its table, or save it in parts"
    )


def _merged(packed: ZipFile, part: str) -> dict[int, list[tuple[int, int]]]:
    """The merged runs of one column, by the column: their first and their last row, the last first."""
    from defusedxml.ElementTree import iterparse
    from openpyxl.utils import column_index_from_string

    found: dict[int, list[tuple[int, int]]] = {}
    with packed.open(part) as xml:
        for _, element in iterparse(xml):
            named = _MERGED.fullmatch(element.get("ref", ""))
            if element.tag.endswith("}mergeCell") and named and named[1] == named[3]:
                column = column_index_from_string(named[1])
                found.setdefault(column, []).append((int(named[2]), int(named[4])))
            if element.tag.endswith("}row"):
                element.clear()
    return {column: sorted(runs, reverse=True) for column, runs in found.items()}


def _cell(cell: Any, written: Any) -> Cell:  # noqa: ANN401 - openpyxl has several classes
    value = cell.value
    if cell.data_type == "e":
        return Unread(f"{value} is an error of Excel's: mend it there")
    match value:
        case None:
            if isinstance(written.value, str) and written.value.startswith("="):
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
