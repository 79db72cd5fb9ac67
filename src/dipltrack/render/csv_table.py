"""A report as one table in CSV (RFC 4180): UTF-8, ends of lines as CR LF, no cell a formula."""

import csv
from datetime import date
from io import StringIO

from dipltrack.model.text import visible
from dipltrack.render.records import Record, Value, records_of, sheet_of
from dipltrack.reports.blocks import Report

_BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), wide letters too."""


def render_csv(report: Report, *, bom: bool = False) -> str:
    """The rows of all tables and items of the report, below the titles of all of them.

    A first column says in which section a row stands, where the report has sections. Days are
    ISO 8601. With `bom` the text begins with the mark by which Excel tells UTF-8.
    """
    records = list(records_of(report.blocks))
    whole = visible(report.title) if any(one.section for one in records) else ""
    sheet = sheet_of(records, "Section", [_section(one) or whole for one in records])
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_text(title) for title in sheet.titles])
    writer.writerows([_text(value) for value in row] for row in sheet.rows)
    return (_BOM if bom else "") + out.getvalue()


def _section(record: Record) -> str:
    return " / ".join(name for name in (record.section, record.part) if name)


def _text(value: Value) -> str:
    """The value as it stands in the file; a text that would be a formula behind an apostrophe."""
    match value:
        case None:
            return ""
        case date():
            return value.isoformat()
        case int():
            return str(value)
        case str():
            return f"'{value}" if value.lstrip().startswith(_FORMULA) else value
