"""The console blocks of a page, run one after another beside a copy of data/ and docs/examples/."""

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from dipltrack.cli.main import run

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.DOTALL | re.MULTILINE)
ENVIRONMENT = {"DIPLTRACK_BY": "kt", "COLUMNS": "80"}
"""The writer and the width of every page."""


NO_SETTINGS = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
"""git without the settings of the machine."""


def pages() -> list[Path]:
    """The pages that show commands."""
    listed = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
    return [page for page in listed if BLOCK.search(page.read_text(encoding="utf-8"))]


def executed(page: Path) -> str:
    """The page with what its commands print now, each command below what stood above it."""
    text = page.read_text(encoding="utf-8")
    moments = _minutes_from(datetime.fromisoformat("2018-02-02T18:00:00+09:00"))
    with _folder_with_data():
        return BLOCK.sub(lambda block: _executed_block(block[0], moments), text)


def _minutes_from(moment: datetime) -> Iterator[str]:
    """A moment for each command, a minute after the one before."""
    while True:
        yield moment.isoformat()
        moment += timedelta(minutes=1)


def _executed_block(block: str, moments: Iterator[str]) -> str:
    parts = []
    for call in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        lines = call.splitlines()
        length = next(n for n, line in enumerate(lines, 1) if not line.endswith("\\"))
        command = "\n".join(lines[:length])
        moment = next(moments)
        for clock in ("DIPLTRACK_NOW", "GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
            os.environ[clock] = moment  # names of commits are the same at every run
        parts.append(f"$ {command}\n{_printed(command)}")
    return "".join(parts)


def _printed(command: str) -> str:
    """What a command prints: the program's, or git's; a variable may be set before it."""
    words = shlex.split(command.replace("\\\n", " "))
    before = dict(os.environ)
    while words and re.fullmatch(r"[A-Z_]+=.*", words[0]):
        name, _, value = words.pop(0).partition("=")
        os.environ[name] = value
    program, *arguments = words
    try:
        if program == "git":
            return _printed_by_git(arguments)
        if program != "dipltrack":
            raise ValueError(f"a console block shows the program and git, not {program}")
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            run(arguments)
        return printed.getvalue()
    finally:
        os.environ.clear()
        os.environ.update(before)


def _printed_by_git(arguments: list[str]) -> str:
    """What git prints, without the settings of the machine."""
    done = subprocess.run(
        ["git", *arguments],
        env=os.environ | NO_SETTINGS,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return done.stdout


@contextlib.contextmanager
def _folder_with_data() -> Iterator[None]:
    here, before = Path.cwd(), dict(os.environ)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "data", Path(folder) / "data")
        for example in (ROOT / "docs" / "examples").iterdir():
            shutil.copy(example, folder)
        os.environ.update(ENVIRONMENT | NO_SETTINGS)
        os.environ.pop("DIPLTRACK_LEDGER", None)
        os.environ.pop("NO_COLOR", None)
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(here)
            os.environ.clear()
            os.environ.update(before)
