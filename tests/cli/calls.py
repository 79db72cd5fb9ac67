"""The program as a test calls it: one command line, what it printed, how it left."""

import os
import shlex
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from msgspec import Struct

from dipltrack.cli.main import run


class Done(Struct, frozen=True):
    """What a call printed, and its exit code."""

    code: int
    out: str
    err: str


Call = Callable[[str], Done]


def calls(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Call]:
    """Calls the program in that folder, as `kt`, on a terminal of 80 columns, a second after the call before."""
    monkeypatch.chdir(root)
    monkeypatch.setenv("DIPLTRACK_BY", "kt")
    monkeypatch.setenv("COLUMNS", "80")

    moment, ours = datetime.fromisoformat("2018-02-02T18:00:00+09:00"), None

    def call(line: str) -> Done:
        nonlocal moment, ours
        if os.environ.get("DIPLTRACK_NOW") in {None, ours}:  # where no test has set its own
            moment += timedelta(seconds=1)
            ours = moment.isoformat()
            monkeypatch.setenv("DIPLTRACK_NOW", ours)
        code = run(shlex.split(line))
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    yield call
