"""The formats in which a report can be had: their names, the endings of their files, who makes them."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from dipltrack.reports.blocks import Report


class Wanted(Struct, frozen=True, kw_only=True):
    """How a report is wanted, beside its format: what only some of them heed.

    `width` (columns) and `colour` are the terminal's; with `bom` a CSV file begins with the mark
    by which Excel tells UTF-8.
    """

    width: int = 80
    colour: bool = False
    bom: bool = False


class Format(Struct, frozen=True, kw_only=True):
    """A format: the endings of its files, what it is in a word, and what makes it of a report.

    What is `binary` no terminal can show.
    """

    endings: tuple[str, ...]
    said: str
    made: Callable[[Report, Wanted], str | bytes]
    binary: bool = False


def _terminal(report: Report, wanted: Wanted) -> str:
    from dipltrack.render.terminal import render_terminal

    return render_terminal(report, wanted.width, colour=wanted.colour)


def _markdown(report: Report, _: Wanted) -> str:
    from dipltrack.render.markdown import render_markdown

    return render_markdown(report)


def _html(report: Report, _: Wanted) -> str:
    from dipltrack.render.html import render_html

    return render_html(report)


def _word(report: Report, _: Wanted) -> bytes:
    from dipltrack.render.word import render_word

    return render_word(report)


def _excel(report: Report, _: Wanted) -> bytes:
    from dipltrack.render.excel import render_excel

    return render_excel(report)


def _csv(report: Report, wanted: Wanted) -> str:
    from dipltrack.render.csv_table import render_csv

    return render_csv(report, bom=wanted.bom)


def _json(report: Report, _: Wanted) -> str:
    from dipltrack.reports.machine_report import json_of_report

    return json_of_report(report)


FORMATS: Mapping[str, Format] = {
    "terminal": Format(endings=(".txt",), said="plain text", made=_terminal),
    "md": Format(endings=(".md", ".markdown"), said="Markdown", made=_markdown),
    "html": Format(endings=(".html", ".htm"), said="a page for a browser or paper", made=_html),
    "docx": Format(endings=(".docx",), said="Word", made=_word, binary=True),
    "xlsx": Format(endings=(".xlsx",), said="Excel", made=_excel, binary=True),
    "csv": Format(endings=(".csv",), said="one table for any program", made=_csv),
    "json": Format(endings=(".json",), said="for programs", made=_json),
}
"""Every format by its name. Each loads what it is made with when it is asked for, and not before."""


def rendered(report: Report, name: str, wanted: Wanted | None = None) -> bytes:
    """The report in that format, as it stands in a file; text in UTF-8.

    The same report gives the same bytes. Raises KeyError for a format that there is not.
    """
    made = FORMATS[name].made(report, wanted or Wanted())
    return made if isinstance(made, bytes) else made.encode(errors="backslashreplace")


def format_of_ending(file_name: str) -> str | None:
    """The format that the ending of a file's name tells; None where it tells none.

    >>> format_of_ending("week 5.TXT"), format_of_ending("week.2018")
    ('terminal', None)
    """
    folded = file_name.casefold()
    told = (name for name, one in FORMATS.items() if folded.endswith(one.endings))
    return next(told, None)
