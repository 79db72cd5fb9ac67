"""A disk that is full or may not be written loses nothing: the file is the old one or the new one."""

import errno
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dipltrack.cli.main import run
from dipltrack.ledger.read import read_ledger

ROOT = Path(__file__).parents[2]
COMMANDS = {
    "add": "add|Keep in touch|-m|TR-2017|--kind|continuing",
    "note": "note|1|--note|Heard of it.",
    "meeting": "meeting|add|--partner|TR|--date|2018-01-29|--title|Second",
    "body": "body|add|METI",
}
CALLS = ("write", "fsync", "replace", "link", "chmod", "mkdir", "open")
MOST = 60


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "desk"
    monkeypatch.setenv("DIPLTRACK_BY", "kt")
    monkeypatch.chdir(tmp_path)
    for line in (
        "init|desk|--name|D|--party|JP",
        "meeting|add|--partner|TR|--date|2017-12-28|--title|First",
        "add|Hold the first Security Dialogue|-m|TR-2017",
        "note|1|--note|First.",
    ):
        assert run(["--ledger", "desk", *line.split("|")]) == 0
    return root


def contents(root: Path) -> dict[str, bytes]:
    """Every file of the ledger, litter too."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and ".dipltrack" not in path.parts
    }


def failing_at(number: int, error: int, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The N-th call that changes a file fails so; gives the number of calls that were made."""
    made = [0]

    def wrapped(original: Callable[..., Any], writes: Callable[..., bool]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - any call of os
            if writes(*args):
                made[0] += 1
                if made[0] == number:
                    raise OSError(error, os.strerror(error), str(args[0]))
            return original(*args, **kwargs)

        return call

    def may_write(_: object, flags: int = 0, *__: object) -> bool:
        return bool(flags & (os.O_WRONLY | os.O_RDWR))

    for name in CALLS:
        writes = may_write if name == "open" else lambda *_: True
        monkeypatch.setattr(os, name, wrapped(getattr(os, name), writes))
    return made


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EROFS, errno.EIO], ids=["full", "ro", "io"])
@pytest.mark.parametrize("line", COMMANDS.values(), ids=COMMANDS)
def test_any_call_that_fails_leaves_the_old_file_or_the_new_one(
    line: str,
    error: int,
    desk: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for number in range(1, MOST):
        before = contents(desk)
        with monkeypatch.context() as patch:
            made = failing_at(number, error, patch)
            code = run(["--ledger", str(desk), *line.split("|")])
        after = contents(desk)
        printed = capsys.readouterr()

        assert "Traceback" not in printed.err
        assert all(after[name].startswith(data) for name, data in before.items())
        assert not [name for name in after if name.endswith(".tmp")], "litter"
        if code != 0:
            assert (code, after) == (3, before)
            assert os.strerror(error) in printed.err
        if made[0] < number:
            assert code == 0
            break
    else:
        pytest.fail(f"{line} makes more than {MOST} calls")
    assert not [fault for fault in read_ledger(desk).faults if fault.is_error]


def limited(root: Path, size: int, line: str) -> subprocess.CompletedProcess[str]:
    """Runs the command in a process whose files may have so many bytes: a disk that is really full."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return subprocess.run(
        [sys.executable, "-X", "dev", "-m", "dipltrack", "--ledger", str(root), *line.split("|")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
        env=os.environ | {"XDG_CACHE_HOME": str(root.parent / "none"), "PYTHONWARNINGS": "ignore"},
    )


def test_a_disk_that_is_full_in_the_middle_of_a_file(desk: Path) -> None:
    before = contents(desk)
    size = len(before["TR/2017-12-28.toml"]) + 20

    done = limited(desk, size, COMMANDS["note"])

    assert done.returncode == 3, done
    assert "File too large" in done.stderr
    assert contents(desk) == before
    assert run(["--ledger", str(desk), *COMMANDS["note"].split("|")]) == 0
    assert not [name for name in contents(desk) if name.endswith(".tmp")]


@pytest.mark.skipif(os.getuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("line", COMMANDS.values(), ids=COMMANDS)
def test_a_folder_that_may_only_be_read(
    line: str, desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = contents(desk)
    folders = [desk, desk / "TR", desk / ".dipltrack"]
    for folder in folders:
        folder.chmod(0o555)
    try:
        code = run(["--ledger", str(desk), *line.split("|")])
    finally:
        for folder in folders:
            folder.chmod(0o755)

    assert code == 3
    assert "Permission denied" in capsys.readouterr().err
    assert contents(desk) == before
