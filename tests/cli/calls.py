"""The program as a test calls it: one command line, what it printed, how it left."""

import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from dipltrack.cli.main import run


@dataclass(frozen=True)
class Done:
    """What a call printed, and its exit code."""

    code: int
    out: str
    err: str


Call = Callable[[str], Done]


def calls(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Call]:
    """Calls the program in that folder, as `kt`, on a terminal of 80 columns, at a fixed moment."""
    monkeypatch.chdir(root)
    monkeypatch.setenv("DIPLTRACK_NOW", "2018-02-02T18:00:00+09:00")
    monkeypatch.setenv("DIPLTRACK_BY", "kt")
    monkeypatch.setenv("COLUMNS", "80")

    def call(line: str) -> Done:
        code = run(shlex.split(line))
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    yield call
