"""The reports on the real ledger as they are to be, one file each, in every format.

Of a Word file and an Excel sheet the words are kept, each by its place: what libraries write around
them is theirs.

`python -m tests.golden.reports` writes them anew: read the difference before it is committed.
"""

import contextlib
import io
import os
import shlex
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from docx import Document
from docx.text.paragraph import Paragraph
from msgspec import Struct
from openpyxl import load_workbook

from dipltrack.cli.main import run

ROOT = Path(__file__).parents[2]
FOLDER = Path(__file__).parent / "reports"
DAYS = ("2018-01-20", "2018-02-02", "2022-04-01")
REPORTS = {
    "weekly": "report weekly",
    "weekly-annex": "report weekly --dossier EPA --annex --intro 'The round was well prepared.'",
    "weekly-public": "report weekly --for public",
    "matrix": "report matrix --dossier EPA,security-dialogue",
    "matrix-meeting": "report matrix --by meeting --sector economy",
    "matrix-partner": "report matrix --for partner --dossier EPA",
    "brief": "report brief TR --for-meeting 'Foreign Ministers, Ankara'",
    "review-promised": "report review --promised 2017",
    "review-due": "report review --due 'first half of 2018'",
    "review-closed": "report review --closed 2017-06/2018-03",
    "item": "report item TR-20171228-2",
    "timeline": "timeline",
}
WIDTHS = (80,)
MORE_WIDTHS = {"weekly": (60, 120), "matrix": (60, 200), "timeline": (60, 200)}


IN_EVERY_FORMAT = (
    "weekly",
    "matrix",
    "matrix-partner",
    "brief",
    "review-promised",
    "item",
    "timeline",
)
FORMATS = ("md", "html", "csv", "json", "docx", "xlsx")


class Golden(Struct, frozen=True):
    """A report as it is to be: the command that prints it, on so many columns, and its file.

    Of another format than the terminal's `form` is its name.
    """

    command: str
    width: int
    file: str
    form: str | None = None

    @property
    def path(self) -> Path:
        """Where what it prints is kept."""
        return FOLDER / self.file


def goldens() -> Iterator[Golden]:
    """Each report as of each day; some of them at more widths."""
    for name, command in REPORTS.items():
        for day in DAYS:
            for width in (*WIDTHS, *MORE_WIDTHS.get(name, ())):
                file = f"{name}.{day}.{width}.txt"
                yield Golden(f"--ledger data {command} --as-of {day}", width, file)
            for form in FORMATS if name in IN_EVERY_FORMAT else ():
                file = f"{name}.{day}.{form}" + ("" if form in _AS_THEY_ARE else ".txt")
                yield Golden(f"--ledger data {command} --as-of {day}", 80, file, form)


_AS_THEY_ARE = ("md", "html", "csv", "json")
"""The formats that are text themselves."""


def made(golden: Golden) -> bytes:
    """What the command makes now, as it is kept."""
    if golden.form is None:
        return printed(golden).encode()
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"report.{golden.form}"
        with contextlib.redirect_stderr(io.StringIO()):
            code = run([*shlex.split(golden.command), "-o", str(file)])
        if code:
            raise SystemExit(f"{golden.command} -o {file.name}: exit {code}")
        match golden.form:
            case "docx":
                return _words_of_docx(file).encode()
            case "xlsx":
                return _cells_of_xlsx(file).encode()
            case _:
                return file.read_bytes()


def _words_of_docx(file: Path) -> str:
    """Every paragraph with its style, every row of a table with its cells, in their order."""
    document = Document(str(file))
    lines = [f"header: {document.sections[0].header.paragraphs[0].text}"]
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph):
            lines.append(f"{block.style.name if block.style else ''}: {block.text}")
        else:
            lines += ("| " + " | ".join(cell.text for cell in row.cells) for row in block.rows)
    return "\n".join(lines) + "\n"


def _cells_of_xlsx(file: Path) -> str:
    """Every sheet with its rows, each value with its type where that is no text."""
    lines = []
    for sheet in load_workbook(file).worksheets:
        lines.append(f"sheet: {sheet.title}")
        for row in sheet.iter_rows(values_only=True):
            told = ("" if v is None else v if isinstance(v, str) else repr(v) for v in row)
            lines.append("| " + " | ".join(told))
    return "\n".join(lines) + "\n"


def printed(golden: Golden) -> str:
    """What the command prints now, on both streams."""
    out, err = io.StringIO(), io.StringIO()
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = str(golden.width)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run(shlex.split(golden.command))
    finally:
        if before is None:
            del os.environ["COLUMNS"]
        else:
            os.environ["COLUMNS"] = before
    told = err.getvalue()
    return f"$ dipltrack {golden.command}\n{out.getvalue()}{told}exit {code}\n"


def main() -> None:
    """Writes every file anew, and takes away those that no report has."""
    os.chdir(ROOT)
    FOLDER.mkdir(exist_ok=True)
    wanted = {golden.path for golden in goldens()}
    for path in set(FOLDER.iterdir()) - wanted:
        path.unlink()
    for golden in goldens():
        golden.path.write_bytes(made(golden))


if __name__ == "__main__":
    main()
