"""A writer that dies at any moment loses nothing that was confirmed and breaks no file."""

import errno
import os
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from dipltrack.cli.main import run
from dipltrack.ledger.read import read_ledger

ROOT = Path(__file__).parents[2]
FILE = Path("TR") / "2017-12-28.toml"
MOST = 60
"""More calls than any command makes; the test fails where one needs more."""

COMMANDS = {
    "add": "add|Keep in touch|-m|TR-2017|--kind|continuing",
    "note": "note|1|--note|Heard of it.",
    "meeting": "meeting|add|--partner|TR|--date|2018-01-29|--title|Second",
    "body": "body|add|METI",
}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "desk"
    monkeypatch.setenv("DIPLTRACK_BY", "kt")
    for line in (
        "init|desk|--name|D|--party|JP",
        "meeting|add|--partner|TR|--date|2017-12-28|--title|First",
        "add|Hold the first Security Dialogue|-m|TR-2017",
    ):
        monkeypatch.chdir(tmp_path)
        assert run(["--ledger", "desk", *line.split("|")]) == 0
    return root


def killed_at(root: Path, number: int, line: str) -> subprocess.CompletedProcess[str]:
    """Runs the command in a process of its own that dies at that call."""
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "tests.ledger.killed",
            str(number),
            "--ledger",
            str(root),
            *line.split("|"),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def contents(root: Path) -> dict[str, bytes]:
    """Every file of the ledger, what a dead writer left beside it too."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".dipltrack" not in path.parts
    }


@pytest.mark.parametrize("line", COMMANDS.values(), ids=COMMANDS)
def test_a_killed_writer_leaves_the_old_files_or_the_new_ones(line: str, desk: Path) -> None:
    before = contents(desk)
    confirmed = 0
    for number in range(1, MOST):
        done = killed_at(desk, number, line)
        now = {name: data for name, data in contents(desk).items() if not name.endswith(".tmp")}
        grown = [name for name in now if now[name] != before.get(name)]

        assert done.returncode in {0, -signal.SIGKILL}, done.stderr
        assert all(now[name].startswith(before.get(name, b"")) for name in grown)
        assert before.keys() <= now.keys()
        for data in now.values():
            tomllib.loads(data.decode())
        if done.stdout:
            confirmed += 1
            assert grown, "confirmed, and nothing is there"
        before = now
        if done.returncode == 0:
            break
    else:
        pytest.fail(f"{line} makes more than {MOST} calls")

    assert confirmed
    assert not [name for name in contents(desk) if name.endswith(".tmp")]
    assert not [fault for fault in read_ledger(desk).faults if fault.is_error]


def test_a_full_disk_loses_nothing(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(desk)

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    code = run(["--ledger", str(desk), *COMMANDS["note"].split("|")])

    assert code == 3
    assert "No space left on device" in capsys.readouterr().err
    assert contents(desk) == before


def test_a_file_changed_by_another_program_meanwhile_is_left_alone(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = os.fsync

    def another_writes(descriptor: int) -> None:
        real(descriptor)
        monkeypatch.setattr(os, "fsync", real)
        with (desk / FILE).open("a", encoding="utf-8") as file:
            file.write("# a hand was faster\n")

    monkeypatch.setattr(os, "fsync", another_writes)
    code = run(["--ledger", str(desk), *COMMANDS["note"].split("|")])

    assert code == 4
    assert "was changed by another program just now" in capsys.readouterr().err
    text = (desk / FILE).read_text(encoding="utf-8")
    assert text.endswith("# a hand was faster\n")
    assert "Heard of it." not in text


def test_a_folder_that_cannot_be_written_is_told(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = os.open

    def read_only(path: str, flags: int, *rest: int) -> int:
        if flags & os.O_EXCL:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return real(path, flags, *rest)

    monkeypatch.setattr(os, "open", read_only)
    code = run(["--ledger", str(desk), *COMMANDS["note"].split("|")])

    assert code == 3
    assert "Permission denied" in capsys.readouterr().err
