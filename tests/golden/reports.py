"""The reports on the real ledger as they are to be, one file each.

`python -m tests.golden.reports` writes them anew: read the difference before it is committed.
"""

import contextlib
import io
import os
import shlex
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

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


class Golden(Struct, frozen=True):
    """A report as it is to be: the command that prints it, on so many columns, and its file."""

    command: str
    width: int
    file: str

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
        golden.path.write_text(printed(golden), encoding="utf-8")


if __name__ == "__main__":
    main()
