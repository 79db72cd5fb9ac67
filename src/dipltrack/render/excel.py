"""A report as an Excel workbook: a sheet a section, days as days, numbers as numbers, no formula."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING

from msgspec import Struct
from rich.cells import cell_len

from dipltrack.model.text import visible
from dipltrack.render.addresses import is_linked
from dipltrack.render.archive import packed_alike
from dipltrack.render.head import head_of
from dipltrack.render.records import Record, Sheet, Value, records_of, sheet_of
from dipltrack.render.sheet_names import sheet_names
from dipltrack.reports.blocks import Heading, Paragraph, Report

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.styles import Font
    from openpyxl.worksheet.worksheet import Worksheet

_DAY_FORMAT = "d mmm yyyy"
_FIRST_DAY = date(1900, 3, 1)
"""Excel counts days from here on as the calendar does; it knows a 29 February 1900."""
_LONGEST_TEXT = 32_767
_LONGEST_LINK = 2_000
_MOST_LINKS = 60_000
"""What Excel takes in a cell, in a link, and of links in a sheet; more and the file is damaged."""
_ESCAPED = re.compile(r"_x(?=[0-9A-Fa-f]{4}_)")
_NARROWEST, _WIDEST, _FRONT_WIDTH = 9, 60, 110
_LINE, _TALLEST = 13.5, 405.0
"""The height of a line, and the most that Excel takes for a row, in points."""
_FONT = "Calibri"
_FRONT = "Report"


def render_excel(report: Report) -> bytes:
    """The report as an .xlsx file: the words of the report in front, then a sheet a section."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    sections = _sections(report)
    names = sheet_names([_FRONT, *(name or report.title for name, _ in sections)])
    styles = _Styles()
    sheets = {name: at for at, (name, _) in zip(names[1:], sections, strict=True)}
    _front(book.create_sheet(names[0]), report, sheets, styles)
    for name, (_, records) in zip(names[1:], sections, strict=True):
        sheet = sheet_of(records, "Part", [one.part for one in records])
        _fill(book.create_sheet(name), sheet, styles)
    _describe(book, report)
    out = BytesIO()
    book.save(out)
    return packed_alike(out.getvalue(), report.as_of)


def _sections(report: Report) -> list[tuple[str, list[Record]]]:
    """The sections in which there are rows, each with its own, those of one name together."""
    found: dict[str, list[Record]] = {}
    for record in records_of(report.blocks):
        found.setdefault(record.section, []).append(record)
    return list(found.items())


def _describe(book: "Workbook", report: Report) -> None:
    """What the workbook says of itself and prints on each page: A4 across, with the marking."""
    from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
    from openpyxl.worksheet.properties import PageSetupProperties

    told = book.properties
    day = report.as_of
    told.title = visible(report.title)[:250]
    told.creator = told.lastModifiedBy = visible(report.desk)[:250]
    told.keywords = visible(report.marking)[:250]
    told.created = datetime(day.year, day.month, day.day, tzinfo=UTC)
    marking, title = _beside(report.marking.upper()), _beside(report.title)
    for sheet in book.worksheets:
        sheet.HeaderFooter.oddHeader = HeaderFooterItem(center=_HeaderFooterPart(marking))
        sheet.HeaderFooter.oddFooter = HeaderFooterItem(
            left=_HeaderFooterPart(title),
            center=_HeaderFooterPart(marking),
            right=_HeaderFooterPart("&P / &N"),
        )
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = 9
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _beside(text: str) -> str:
    """The text as it stands in the margin of a page, where & begins a code."""
    return visible(text).strip()[:80].replace("&", "&&") or "–"


class _Styles:
    """How cells look, made once: openpyxl looks each up for each cell it is given to."""

    def __init__(self) -> None:
        from openpyxl.styles import Alignment, Font, PatternFill

        self.top = Alignment(vertical="top", wrap_text=True)
        self.left = Alignment(vertical="top", horizontal="left")
        self.plain = Font(name=_FONT, size=10)
        self.head = Font(name=_FONT, size=10, bold=True)
        self.head_ground = PatternFill("solid", fgColor="E8EBEF")
        self.title = Font(name=_FONT, bold=True, size=16)
        self.section = Font(name=_FONT, bold=True, size=12)
        self.quiet = Font(name=_FONT, size=10, color="54585F")
        self.link = Font(name=_FONT, size=10, color="0B4F9E", underline="single")

    def of_line(self, look: str) -> "tuple[Font, float]":
        """How a line of the front looks, and how much taller than a row it is."""
        match look:
            case "title":
                return self.title, 1.6
            case "section":
                return self.section, 1.25
            case "quiet":
                return self.quiet, 1.0
            case _:
                return self.plain, 1.0


def _front(sheet: "Worksheet", report: Report, sheets: Mapping[str, str], styles: _Styles) -> None:
    """The head of the report and its sentences, and on which sheet the rows of a section are."""
    sheet.column_dimensions["A"].width = _FRONT_WIDTH
    for number, line in enumerate(_lines(report, sheets), 1):
        if not line.text:
            continue  # Excel knows an empty cell by its not being there
        cell = sheet.cell(number, 1)
        _put_text(cell, line.text)
        cell.alignment = styles.top
        cell.font, size = styles.of_line(line.look)
        sheet.row_dimensions[number].height = _height([line.text], [_FRONT_WIDTH], size)


class _Line(Struct, frozen=True):
    text: str
    look: str = ""


def _lines(report: Report, sheets: Mapping[str, str]) -> Iterator[_Line]:
    yield _Line(visible(report.title), "title")
    yield _Line(" · ".join(head_of(report)), "quiet")
    for told in report.told:
        yield _Line(visible(told), "quiet")
    for block in report.blocks:
        if isinstance(block, Heading) and block.level == 1:
            count = f" ({block.count:,})" if block.count is not None else ""
            yield _Line("")
            yield _Line(f"{visible(block.text)}{count}", "section")
            if at := sheets.get(visible(block.text)):
                yield _Line(f"rows on the sheet “{at}”", "quiet")
        elif isinstance(block, Paragraph):
            yield _Line(visible(block.text), "quiet" if block.hint else "")


def _fill(target: "Worksheet", sheet: Sheet, styles: _Styles) -> None:
    """The titles, which stay in sight and are printed on each page, and the rows with a filter."""
    from openpyxl.utils import get_column_letter

    for place, title in enumerate(sheet.titles, 1):
        cell = target.cell(1, place)
        _put_text(cell, title)
        cell.font, cell.fill, cell.alignment = styles.head, styles.head_ground, styles.top
    widths = _widths(sheet)
    for place, width in enumerate(widths, 1):
        target.column_dimensions[get_column_letter(place)].width = width
    target.row_dimensions[1].height = _height(sheet.titles, widths)
    links = 0
    for number, row in enumerate(sheet.rows, 2):
        target.row_dimensions[number].height = _height(row, widths)
        for place, value in enumerate(row, 1):
            if value is None or value == "":
                continue
            cell = target.cell(number, place)
            _put(cell, value)
            cell.font, cell.alignment = styles.plain, styles.top
            if isinstance(value, date):
                cell.alignment = styles.left
            if links < _MOST_LINKS and _is_link(value):
                links += 1
                cell.hyperlink = str(value)
                cell.font = styles.link
    last = get_column_letter(max(1, len(sheet.titles)))
    target.freeze_panes = "A2"
    target.auto_filter.ref = f"A1:{last}{len(sheet.rows) + 1}"
    target.print_title_rows = "1:1"


def _put(cell: "Cell | MergedCell", value: Value) -> None:
    match value:
        case date() if value >= _FIRST_DAY:
            cell.value = value
            cell.number_format = _DAY_FORMAT
        case date():
            _put_text(cell, value.isoformat())
        case int():
            cell.value = value
        case _:
            _put_text(cell, value or "")


def _put_text(cell: "Cell | MergedCell", text: str) -> None:
    """The text as text, whatever it begins with; one that Excel cannot hold is cut, and says so."""
    shown = "\n".join(visible(line) for line in text.split("\n"))
    if len(shown) > _LONGEST_TEXT - 200:
        shown = f"{shown[: _LONGEST_TEXT - 300]} … (cut: {len(text):,} letters)"
    shown = _ESCAPED.sub("_x005F_x", shown)
    cell.value = shown[:_LONGEST_TEXT]
    cell.data_type = "s"
    if shown[:1] in {"=", "+", "-", "@"}:
        cell.quotePrefix = True  # so it stays a text where somebody edits it


def _is_link(value: Value) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST_LINK and is_linked(value)


def _widths(sheet: Sheet) -> Sequence[int]:
    """Of each column so many letters as its longest line has, within bounds."""
    longest = [cell_len(title) + 3 for title in sheet.titles]
    for row in sheet.rows:
        for place, value in enumerate(row):
            longest[place] = max(longest[place], _length(value))
    return [min(max(length + 1, _NARROWEST), _WIDEST) for length in longest]


def _height(row: Sequence[Value], widths: Sequence[int], size: float = 1.0) -> float:
    """The height at which the row shows all its lines: not every program reckons it by itself."""
    lines = (_lines_in(value, width / size) for value, width in zip(row, widths, strict=True))
    return min(max(lines, default=1) * _LINE * size + 2, _TALLEST)


def _lines_in(value: Value, width: float) -> int:
    if not isinstance(value, str):
        return 1
    if len(value) < width / 2 and "\n" not in value:
        return 1
    return sum(_wrapped(cell_len(line), width) for line in value.split("\n"))


def _wrapped(length: int, width: float) -> int:
    """The lines that so many letters take; where they are broken, some room is lost at each end."""
    return 1 if length <= width else ceil(1.1 * length / width)


def _length(value: Value) -> int:
    match value:
        case None:
            return 0
        case date():
            return len("28 Sep 2018")
        case int():
            return len(str(value))
        case str():
            return max(cell_len(line[:200]) for line in value.split("\n"))
