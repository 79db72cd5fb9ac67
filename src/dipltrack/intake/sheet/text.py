"""A file of separated values -> its rows: the encoding and the separator are found out.

Desks save them from Excel in the encoding of their Windows and with its separator, and say neither.
"""

import csv
import re
from collections import Counter

from dipltrack.intake.sheet.cell import Cell, Grid, WrongSheetError

_SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_KANA = re.compile(r"[\u3041-\u30fa]")
_OF_TURKISH = re.compile("[ðÐýÝþÞ]")
"""What ğ, ı, ş of the Turkish code page look like in the western one."""

_NAMES = {"utf-8-sig": "UTF-8", "utf-16": "UTF-16", "cp932": "Shift_JIS"}
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_LOOKED_AT = 50
"""Rows by which a separator is told."""


def grid_of_text(data: bytes, encoding: str | None, separator: str | None) -> Grid:
    """The rows of the text, in the encoding and with the separator that it is found to have.

    Both can be named. Raises WrongSheetError.
    """
    text, found = _decoded(data, encoding)
    if "\x00" in text:
        raise WrongSheetError("it holds null bytes: is it a table of text?")
    named = re.match(r"sep=(.)\r?\n", text)  # Excel writes it for itself
    if named:
        text = "\n" + text[named.end() :]  # the row counts: people see the numbers of the file
        separator = separator or named[1]
    separator = separator or _separator_of(text)
    rows = _rows(text, separator)
    name = _SEPARATORS.get(separator, repr(separator))
    return Grid(rows=tuple(rows), told=f"read as {found}, separated by {name}")


def _decoded(data: bytes, encoding: str | None) -> tuple[str, str]:
    """The text, and the name of its encoding."""
    if encoding is not None:
        try:
            return data.decode(encoding).removeprefix("\ufeff"), encoding
        except LookupError:
            raise WrongSheetError(
                f"--encoding {encoding} is none: write one such as cp1252"
            ) from None
        except UnicodeDecodeError as error:
            raise WrongSheetError(
                f"byte {error.start} is no {encoding}: name another with --encoding"
            ) from None
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for one in ("utf-16",) if marked else ("utf-8-sig", "cp932", "cp1252"):
        try:
            text = data.decode(one)
        except UnicodeDecodeError:
            continue
        if one != "cp932" or _is_japanese(text, data):
            return _turkish_if_so(data, text, one)
    return data.decode("latin-1"), "latin-1"


def _is_japanese(text: str, data: bytes) -> bool:
    """True where the text has kana; without them where most of its bytes above ASCII stand in runs.

    In western words one stands alone. An accent before a letter reads as a rare kanji, but never as kana: their lead bytes are the
    low quotation mark and the florin sign of the western code page.
    """
    if _KANA.search(text):
        return True
    runs = re.findall(rb"[\x80-\xff]+", data)
    return sum(len(run) for run in runs if len(run) > 1) > sum(map(len, runs)) / 2


def _turkish_if_so(data: bytes, text: str, encoding: str) -> tuple[str, str]:
    if encoding == "cp1252" and _OF_TURKISH.search(text):
        return data.decode("cp1254", errors="replace"), "cp1254"
    return text, _NAMES.get(encoding, encoding)


def _separator_of(text: str) -> str:
    """The separator by which the most rows have one and the same number of cells, and that many.

    A sniffer of letters is no help: commas stand in every passage. A single column has none.
    """
    best, chosen = (0.0, 0), ","
    for separator in _SEPARATORS:
        try:
            rows = [row for row in _rows(text, separator, _LOOKED_AT) if any(row)]
        except WrongSheetError:
            continue
        widths = Counter(len(row) for row in rows)
        if not widths:
            continue
        width, count = max(widths.items(), key=lambda one: (one[0] > 1, one[1], one[0]))
        score = (count / len(rows), width)
        if width > 1 and score > best:
            best, chosen = score, separator
    return chosen


def _rows(text: str, separator: str, most: int | None = None) -> list[tuple[Cell, ...]]:
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=True)
    rows: list[tuple[Cell, ...]] = []
    try:
        for row in reader:
            rows.append(tuple(_unmasked(cell.strip()) for cell in row))
            if most is not None and len(rows) == most:
                break
    except csv.Error as error:
        raise WrongSheetError(
            f"line {reader.line_num}: {error}: is a quotation mark open there?"
        ) from None
    return rows


def _unmasked(cell: str) -> str:
    """The cell without the apostrophe that keeps a spreadsheet from taking it for a formula.

    >>> _unmasked("'=1+1"), _unmasked("'tis so")
    ('=1+1', "'tis so")
    """
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip().startswith(_FORMULA) else cell
