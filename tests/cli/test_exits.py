"""How the program leaves: each exit code, a pipe that is closed, a terminal that knows only ASCII."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from dipltrack.cli.errors import EXIT_CODES, exit_code_of, line_of
from dipltrack.cli.main import COMMANDS, GROUPS
from dipltrack.ledger.append import UnsafeAppendError
from dipltrack.ledger.lock import lock_of
from dipltrack.ledger.mint import NoRefLeftError
from dipltrack.ledger.replace import ChangedMeanwhileError
from dipltrack.model.ref import MeetingRef
from tests.cli.calls import Call

PROGRAM = (sys.executable, "-m", "dipltrack")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("list", 0),
        ("check", 0),
        ("due", 0),
        ("--version", 0),
        ("--help", 0),
        ("due --exit-code", 1),
        ("check --strict", 0),
        ("list --status whaling", 2),
        ("list --whaling", 2),
        ("whaling", 2),
        ("show whaling", 2),
        ("show", 2),
        ("list --as-of whaling", 2),
        ('window "whaling"', 2),
        ("--ledger nowhere list", 3),
    ],
)
def test_a_call_leaves_with(line: str, code: int, desk: Call) -> None:
    done = desk(line)

    assert done.code == code
    assert "Traceback" not in done.err
    assert bool(done.err) is (code in {2, 3})


def test_a_broken_file_is_3_and_the_answer_is_given_all_the_same(desk: Call) -> None:
    Path("desk/TR/2018-01-29.toml").write_text("???\n", encoding="utf-8")

    for line in ("list", "due", "show 1", "meeting list", "meeting show TR-2017", "check"):
        done = desk(line)
        assert done.code == 3, line
        assert done.out, line
    assert "1 file with errors" in desk("list").err


def test_two_broken_files_are_counted(desk: Call) -> None:
    for name in ("2018-01-29", "2018-01-30"):
        Path(f"desk/TR/{name}.toml").write_text("???\n", encoding="utf-8")

    assert "the answer may be incomplete: 2 files with errors" in desk("list").err


def test_a_write_to_a_broken_file_is_3(desk: Call) -> None:
    file = Path("desk/TR/2017-12-28.toml")
    text = file.read_text(encoding="utf-8")
    file.write_text(f'{text}\n[[update]]\nof = "TR-20171228-1"\n', encoding="utf-8")

    for line in ('add "Hold it" -m TR-2017', "document add TR-2017 sankei"):
        done = desk(line)
        assert done.code in {2, 3}, line
        assert done.out == "", line


def test_a_ledger_that_somebody_else_holds_is_4_and_names_the_holder(
    desk: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dipltrack.ledger.lock.WAIT", 0.0)

    with lock_of(Path("desk"), "ms (process 7)"):
        done = desk('note 1 --note "n"')

    assert (done.code, done.out) == (4, "")
    assert done.err == (
        "dipltrack: ms (process 7) is writing to this ledger; waited 0 s; "
        "nothing was written: try again\n"
    )


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (
            ChangedMeanwhileError(Path("TR/x.toml")),
            4,
            "x.toml was changed by another program just now; nothing was written: try again",
        ),
        (
            UnsafeAppendError("TR/x.toml"),
            3,
            "TR/x.toml: the new text would not read back as meant; nothing was written",
        ),
        (
            NoRefLeftError(MeetingRef("TR", "20171228")),
            2,
            "TR-20171228 and its 25 letters are all taken",
        ),
        (PermissionError(13, "Permission denied", "desk/x"), 3, "desk/x: Permission denied"),
        (OSError(28, "No space left on device"), 3, "No space left on device"),
        (OSError("odd"), 3, "odd"),
    ],
)
def test_what_the_machine_refuses_is_told_in_a_line(
    error: Exception, code: int, told: str
) -> None:
    assert (exit_code_of(error), line_of(error)) == (code, told)


def test_every_error_has_its_code_once() -> None:
    kinds = [kind for kind, _ in EXIT_CODES]

    assert len(set(kinds)) == len(kinds)
    assert {code for _, code in EXIT_CODES} == {2, 3, 4}


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_help(command: str, call: Call) -> None:
    done = call(f"{command} --help")

    assert (done.code, done.err) == (0, "")
    assert done.out.lstrip().startswith(f"Usage: dipltrack {command}")


def test_the_help_names_every_command(call: Call) -> None:
    out = call("--help").out

    assert all(f"\n  {command} " in out for command in COMMANDS)


@pytest.mark.parametrize("group", GROUPS)
def test_a_group_alone_shows_its_help(group: str, call: Call) -> None:
    assert call(group) == call(f"{group} --help")


@pytest.mark.parametrize("group", GROUPS)
def test_the_help_of_a_group_names_each_of_its_commands(group: str) -> None:
    commands = import_module(f"dipltrack.cli.{COMMANDS[group].module}").app.registered_commands

    assert list(GROUPS[group]) == [command.name for command in commands]


def test_a_command_that_a_group_has_not_is_told_with_the_nearest(call: Call) -> None:
    done = call("meeting sho")

    assert (done.code, done.err) == (
        2,
        'dipltrack: there is no command "sho": did you mean show?\n',
    )


# In a real shell


def env(**more: str) -> dict[str, str]:
    """The environment of the shell, on the ledger of the desk."""
    return {**os.environ, "DIPLTRACK_LEDGER": "desk", **more}


@pytest.mark.parametrize("command", ["list", "list --format json", "due", "show 1", "check"])
def test_a_reader_that_goes_away_is_no_error(command: str, desk: Call, tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)  # as `head` after its last line

    done = subprocess.run(
        [*PROGRAM, *command.split()],
        stdout=writer,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=env(),
        check=False,
    )
    os.close(writer)

    assert done.stderr == b""


def test_a_reader_that_goes_away_leaves_with_0(desk: Call, tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([*PROGRAM, "list"], stdout=writer, cwd=tmp_path, env=env(), check=False)
    os.close(writer)

    assert done.returncode == 0


def test_the_first_line_of_a_list_is_enough(desk: Call, tmp_path: Path) -> None:
    for number in range(30):
        assert desk(f'add "Promise {number} {"of many words " * 20}" -m TR-2017').code == 0

    done = subprocess.run(
        f"{sys.executable} -m dipltrack list | head -1",
        shell=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=env(),
        check=False,
    )

    assert done.stdout.startswith("Commitments")
    assert (done.returncode, done.stderr) == (0, "")


ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}


@pytest.mark.parametrize("command", ["list", "list --format json", "show 5", "due", "check"])
def test_a_terminal_that_knows_only_ascii_shows_what_it_cannot_write_as_escapes(
    command: str, desk: Call, tmp_path: Path
) -> None:
    assert desk('add "外相会談 – “Hold”" -m TR-2017').code == 0

    done = subprocess.run(
        [*PROGRAM, *command.split()],
        capture_output=True,
        cwd=tmp_path,
        env=env(**ASCII),
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.isascii()


def test_an_error_in_an_ascii_terminal_is_told_too(desk: Call, tmp_path: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "show", "外相"],
        capture_output=True,
        cwd=tmp_path,
        env=env(**ASCII),
        check=False,
    )

    assert done.returncode == 2
    assert done.stderr.isascii()
    assert b"fits no item" in done.stderr


def test_lines_that_are_no_text_are_answered_or_told_without_a_traceback(tmp_path: Path) -> None:
    done = subprocess.run(
        [*PROGRAM, "window", "-"],
        input=b"2017-12-28\t\t\t\xff\xfe\n2017-12-28\t\t\tnext spring\n",
        capture_output=True,
        cwd=tmp_path,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        check=False,
    )

    assert b"Traceback" not in done.stderr
    assert done.returncode in {0, 2}


def test_a_fault_of_the_program_is_one_line_and_70(
    desk: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIPLTRACK_NOW", "9999-12-31T23:59:59-09:00")

    done = desk("list")

    if done.code == 70:  # as long as the end of time is one
        assert len(done.err.splitlines()) == 1
        assert "DIPLTRACK_TRACEBACK=1 shows the whole" in done.err
