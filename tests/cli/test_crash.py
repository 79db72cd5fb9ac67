"""A command of many writes that dies at any moment: what was there is there, and the next run ends it.

`CRASH=1 python -m pytest tests/cli/test_crash.py` dies at every call that changes a file; the suite
at each seventh, others of them at each command.
"""

import errno
import os
import shutil
import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dipltrack.cli.main import run
from dipltrack.ledger.read import read_ledger
from tests.ledger.test_disk import failing_at

ROOT = Path(__file__).parents[2]
STEP = int(os.environ.get("CRASH", "7"))
MOST = 400
SHEET = """Meeting,Date,Promised action,When,Status,On
Talks,2018-01-29,Build the plant,next year,in progress,2018-02-01
Talks,2018-01-29,Open the university,2019,,
Lunch,2018-03-01,Meet again,,,
"""
RELEASE = """Foreign Ministers' Meeting

1. The two ministers agreed to hold the first Security Dialogue in late January next year.
2. Both sides will exchange notes on the power plant by the end of 2018.
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DIPLTRACK_BY", "kt")
    monkeypatch.setenv("DIPLTRACK_NOW", "2018-04-02T18:00:00+09:00")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    for line in (
        "init|desk|--name|D|--party|JP|--timezone|Asia/Tokyo",
        "meeting|add|--partner|TR|--date|2017-12-28|--title|First",
        "add|Hold the dialogue|-m|TR-2017|--when|late January next year",
        "note|1|--note|Secret",
        "document|add|TR-2017|release|--issued-by|JP",
        "init|other|--name|D|--party|JP|--timezone|Asia/Tokyo",
    ):
        assert run(["--ledger", "desk", *line.split("|")]) == 0
    shutil.copytree("desk/TR", "other/TR")
    shutil.copy("desk/dipltrack.toml", "other/dipltrack.toml")
    for line in (
        "add|Of the other|-m|TR-2017",
        "meeting|add|--partner|TR|--date|2018-02-01|--title|Second",
        "meeting|add|--partner|EU|--date|2018-02-01|--title|Third",
    ):
        assert run(["--ledger", "other", *line.split("|")]) == 0
    (tmp_path / "sheet.csv").write_text(SHEET, encoding="utf-8")
    (tmp_path / "release.txt").write_text(RELEASE, encoding="utf-8")
    return tmp_path / "desk"


COMMANDS = {
    "redact": "redact|{note}|--reason|Classified",
    "merge": "merge|../other",
    "import": "import|../sheet.csv|--partner|TR|--on|2018-04-01",
    "intake": "intake|../release.txt|-m|TR-2017|--document|release|--accept-all",
    "remind": "remind",
    "drafts": "remind|--drafts|../drafts",
    "keep": "note|TR-20171228-1|--note|x|--keep|../sheet.csv",
}


def tables(root: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every entry of the ledger, by the name of its table."""
    for file in sorted(root.glob("*/*.toml")):
        for name, found in tomllib.loads(file.read_text(encoding="utf-8")).items():
            if isinstance(found, list):
                yield from ((name, table) for table in found)
            elif isinstance(found, dict):
                yield name, found


def said(root: Path) -> list[str]:
    """What the entries say, whatever their ids and moments are."""
    stamps = {"id", "recorded", "by"}
    return sorted(
        f"{name} {sorted((k, str(v)) for k, v in table.items() if k not in stamps)}"
        for name, table in tables(root)
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_that_is_killed_is_ended_by_the_next(name: str, desk: Path) -> None:
    before = {table["id"] for _, table in tables(desk)}
    line, whole = undisturbed(name, desk)

    for number in range(1 + list(COMMANDS).index(name) % STEP, MOST, STEP):
        one = desk.parent / str(number) / "desk"
        copied(desk, one)
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "tests.ledger.killed",
                str(number),
                "--ledger",
                str(one),
                *line,
            ],
            cwd=one,
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | {"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(one.parent / "c")},
        )
        assert done.returncode in {0, -signal.SIGKILL}, done.stderr
        assert not [fault for fault in read_ledger(one).faults if fault.is_error]
        assert {table["id"] for _, table in tables(one)} >= before
        os.chdir(one)
        assert run(["--ledger", str(one), *line]) == 0
        if name != "keep":  # a note is entered each time that it is called
            assert said(one) == said(whole)
        assert run(["--ledger", str(one), "note", "TR-20171228-1", "--note", "next"]) == 0
        litter = [path for path in one.rglob("*.tmp") if path.parent.name == "TR"]
        assert not litter
        shutil.rmtree(one.parent)
        if done.returncode == 0:
            break
    else:
        pytest.fail(f"{name} makes more than {MOST} calls")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_that_may_not_write_is_ended_by_the_next(
    name: str, desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {table["id"] for _, table in tables(desk)}
    line, whole = undisturbed(name, desk)

    for number in range(1, MOST):
        one = desk.parent / str(number) / "desk"
        copied(desk, one)
        os.chdir(one)
        capsys.readouterr()
        with monkeypatch.context() as patch:
            made = failing_at(number, errno.ENOSPC, patch)
            code = run(["--ledger", str(one), *line])
        printed = capsys.readouterr()

        assert "a fault of the program" not in printed.err
        assert code == 0 or (code == 3 and "No space left on device" in printed.err)
        assert not [fault for fault in read_ledger(one).faults if fault.is_error]
        assert {table["id"] for _, table in tables(one)} >= before
        assert not list(one.glob("[A-Z]*/*.tmp"))
        if code:
            assert run(["--ledger", str(one), *line]) == 0
        if name != "keep":
            assert said(one) == said(whole)
        shutil.rmtree(one.parent)
        if made[0] < number:
            break
    else:
        pytest.fail(f"{name} makes more than {MOST} calls")


def undisturbed(name: str, desk: Path) -> tuple[list[str], Path]:
    """The command as it is typed, and a desk on which it was run to its end."""
    note = next(table["id"] for kind, table in tables(desk) if kind == "update")
    line = COMMANDS[name].format(note=note).split("|")
    whole = desk.parent / "whole" / "desk"
    copied(desk, whole)
    os.chdir(whole)
    assert run(["--ledger", str(whole), *line]) == 0
    return line, whole


def copied(desk: Path, to: Path) -> None:
    """The desk and what lies beside it, once more."""
    to.parent.mkdir(parents=True)
    shutil.copytree(desk, to)
    for beside in ("other", "sheet.csv", "release.txt"):
        source = desk.parent / beside
        if source.is_dir():
            shutil.copytree(source, to.parent / beside)
        else:
            shutil.copy(source, to.parent / beside)
