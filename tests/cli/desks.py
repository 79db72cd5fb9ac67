"""Desks that share a ledger through a bare repository, with the real git."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec import Struct

from dipltrack.cli.main import run
from tests.cli.calls import Done

GIT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "A desk",
    "GIT_AUTHOR_EMAIL": "desk@localhost",
    "GIT_COMMITTER_NAME": "A desk",
    "GIT_COMMITTER_EMAIL": "desk@localhost",
}
"""git without the settings of the machine."""


class Desks(Struct):
    """A folder with `hub.git` and the ledgers of desks, each called as its own writer."""

    root: Path
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def __call__(self, desk: str, line: str) -> Done:
        """Calls the program on the ledger of a desk."""
        self.monkeypatch.setenv("DIPLTRACK_BY", desk)
        code = run(["--ledger", str(self.root / desk), *shlex.split(line)])
        printed = self.capsys.readouterr()
        return Done(code, printed.out, printed.err)

    def ok(self, desk: str, *lines: str) -> str:
        """The same for several lines that must succeed; what the last one printed."""
        out = ""
        for line in lines:
            done = self(desk, line)
            assert done.code == 0, (line, done)
            out = done.out
        return out

    def git(self, desk: str, *words: str, code: int = 0) -> str:
        """Plain git in the folder of a desk."""
        done = subprocess.run(
            ["git", *words], cwd=self.root / desk, capture_output=True, text=True, check=False
        )
        assert done.returncode == code, (words, done.stdout, done.stderr)
        return done.stdout

    def texts(self, desk: str) -> dict[str, str]:
        """The files of a desk's ledger."""
        folder = self.root / desk
        return {
            str(path.relative_to(folder)): path.read_text(encoding="utf-8")
            for path in sorted(folder.rglob("*.toml"))
            if ".git" not in path.parts
        }


def two_desks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Desks:
    """kt and ms, in step with a bare repository, with one meeting and one item."""
    for name, value in GIT.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.chdir(tmp_path)
    desks = Desks(tmp_path, monkeypatch, capsys)
    desks.git(".", "init", "--quiet", "--bare", "--initial-branch=main", "hub.git")
    desks.ok(
        "kt",
        "init --name D --party JP --timezone Asia/Tokyo",
        "meeting add --partner TR --date 2017-12-28 --title Talks",
        "add 'Hold the dialogue' -m TR-2017",
        f"sync --init {tmp_path / 'hub.git'}",
    )
    desks.git(".", "clone", "--quiet", "hub.git", "ms")
    return desks
