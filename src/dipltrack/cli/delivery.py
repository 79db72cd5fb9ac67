"""Where an answer goes, and in which format: to standard output, or into a file."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import typer
from msgspec import Struct

from dipltrack.cli.output import put, put_lines, screenful, warn
from dipltrack.cli.usage import WrongUsageError
from dipltrack.reports.blocks import Report

_STREAM = "-"
"""The name that stands for standard output, as everywhere."""

_PROMPT = 1
"""The line of a screen on which the next command is typed."""


class Delivery(Struct, frozen=True):
    """The format of an answer, and the file that it goes to; None for standard output.

    With `bom` a CSV file begins with the mark by which Excel tells UTF-8.
    """

    form: str = "terminal"
    file: Path | None = None
    bom: bool = False

    @property
    def is_json(self) -> bool:
        """True where the answer is JSON."""
        return self.form == "json"

    def most(self, limit: int | None, *, everything: bool) -> int | None:
        """The rows that are shown at once; None for all: only a terminal shows a screenful."""
        on_screen = self.form == "terminal" and self.file is None
        return screenful(limit, everything=everything) if on_screen else limit

    def deliver(self, report: Report) -> None:
        """Writes the report. Raises OSError where its file cannot be written."""
        if self.file is None and self.form == "terminal":
            put_lines(_on_screen(report))
            return
        from dipltrack.render.formats import Wanted, rendered

        content = rendered(report, self.form, Wanted(bom=self.bom))
        if self.file is None:
            put_bytes(content)
        else:
            with self._written(self.file) as file:
                file.write(content)

    def deliver_rows(
        self, report_with: Callable[[int], Report], rows: int, *, whole: bool
    ) -> None:
        """Writes a report of so many rows; unless it is wanted whole, as many as a terminal can show.

        A row may take several lines, the more the narrower the screen: so what is printed is counted.
        """
        on_screen = self.file is None and self.form == "terminal" and sys.stdout.isatty()
        if whole or not on_screen:
            self.deliver(report_with(rows))
        else:
            from dipltrack.render.terminal import lines_in

            size = shutil.get_terminal_size()
            count = fitting(
                lambda count: lines_in(report_with(count), size.columns),
                rows,
                size.lines - _PROMPT,
            )
            self.deliver(report_with(count))

    @contextmanager
    def lines(self) -> Iterator[Callable[[str], object]]:
        """What takes text, piece by piece: a file is there when all is written, or not at all."""
        if self.file is None:
            yield put
            return
        with self._written(self.file) as file:
            yield lambda text: file.write(text.encode(errors="backslashreplace"))

    @contextmanager
    def _written(self, path: Path) -> Iterator[BinaryIO]:
        from dipltrack.cli.target import written_whole

        with written_whole(path) as file:
            yield file
        warn(f"written to {path}")


def fitting(height: Callable[[int], int], rows: int, lines: int) -> int:
    """As many of the rows as these lines hold, and one in any case; `height` tells what some take.

    How many that are is guessed from the lines that a row took on average, and tried.
    """
    fits, taken, over = 0, 0, rows + 1
    guess = min(rows, max(1, lines // _LINES_OF_A_ROW))
    while True:
        count = height(guess)
        if count <= lines or guess <= 1:
            fits, taken = guess, count
        else:
            over = guess
        if over - fits <= 1:
            break
        each = max(1, (count if fits == 0 else taken) // max(1, fits or guess))
        guess = min(over - 1, max(fits + 1, fits + (lines - taken) // each))
    few_left = fits < rows <= fits + 4  # that there are more takes lines too
    return rows if few_left and height(rows) <= lines else fits


_LINES_OF_A_ROW = 3
"""How many lines a row of an agenda takes at 80 to 100 columns, with its share of what stands around."""


def _on_screen(report: Report) -> Iterator[str]:
    """The lines of the report, as wide as the terminal, with colours on a terminal."""
    from dipltrack.render.terminal import terminal_lines

    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return terminal_lines(report, shutil.get_terminal_size().columns, colour=colour)


def delivery_of(form: str | None, out: str | None, *, bom: bool = False) -> Delivery:
    """Where an answer goes and in which format, as it was typed.

    Raises WrongUsageError for a format that there is not, two that contradict each other, a file
    that cannot be written, and what no terminal can show.
    """
    file = None if out in {None, _STREAM} else Path(out or "")
    if file is None and not bom and form in {None, "terminal", "json"}:
        return Delivery(form or "terminal")  # the table of formats is not needed for it
    from dipltrack.cli.target import refuse_target
    from dipltrack.render.formats import FORMATS

    if file is not None and file.is_dir():
        refuse_target(file)  # the ending of its name is not what is wrong
    name = form or "terminal" if file is None else _format_of_file(form, file)
    if name not in FORMATS:
        raise WrongUsageError(f"--format {name}: there is {', '.join(FORMATS)}")
    if bom and name != "csv":
        raise WrongUsageError(f"--bom is for csv, not for {name}: leave it away")
    if file is None:
        _refuse_binary(name, binary=FORMATS[name].binary)
    else:
        refuse_target(file)
    return Delivery(name, file, bom)


def _format_of_file(form: str | None, file: Path) -> str:
    """The format that was named or that the file's ending tells."""
    from dipltrack.render.formats import FORMATS, format_of_ending

    told = format_of_ending(file.name)
    if form is None and told is None:
        endings = ", ".join(ending for one in FORMATS.values() for ending in one.endings)
        raise WrongUsageError(
            f"-o {file}: its ending tells no format: end it in one of {endings}, or name a --format"
        )
    if form is not None and told is not None and form != told and form in FORMATS:
        raise WrongUsageError(
            f"--format {form} but -o {file}, which ends as {told}: leave --format away, or end the "
            f"file in {FORMATS[form].endings[0]}"
        )
    return form or told or ""


def _refuse_binary(name: str, *, binary: bool) -> None:
    if binary and sys.stdout.isatty():
        raise WrongUsageError(
            f"--format {name} cannot be shown on a terminal: write it to a file with -o NAME.{name}"
        )


def put_bytes(content: bytes) -> None:
    """Writes the bytes on standard output; leaves in peace where nobody reads any more."""
    try:
        sys.stdout.flush()
        if hasattr(sys.stdout, "buffer"):
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
        else:  # a stream of text alone, as another program puts there that calls us
            sys.stdout.write(content.decode())
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit from None
