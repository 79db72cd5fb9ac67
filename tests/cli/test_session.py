"""What a call takes from the machine: who writes, what day it is, which ledger is meant."""

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from dipltrack.cli import session
from tests.cli.calls import Call


@pytest.fixture
def machine(desk: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine of which nothing is known but the login: no variable, no configuration, no git."""
    monkeypatch.delenv("DIPLTRACK_BY")
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("LOGNAME", "login")
    return home


def configure(home: Path, text: str) -> Path:
    """The user's configuration file with that text."""
    file = home / "config" / "dipltrack" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return file


def writer_of(desk: Call) -> str:
    """Who the ledger says has written the last entry."""
    done = desk('note 1 --note "Heard of it."')
    assert done.code == 0, done.err
    parsed = tomllib.loads(Path("desk/TR/2017-12-28.toml").read_text(encoding="utf-8"))
    by: str = parsed["update"][-1]["by"]
    return by


# Who writes


def test_the_login_writes_where_nothing_else_is_known(desk: Call, machine: Path) -> None:
    assert writer_of(desk) == "login"


def test_gits_user_comes_before_the_login(
    desk: Call, machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (machine / "gitconfig").write_text("[user]\nname = Kaoru T.\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(machine / "gitconfig"))

    assert writer_of(desk) == "Kaoru T."


def test_a_machine_without_git_goes_on(
    desk: Call, machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(machine))

    assert writer_of(desk) == "login"


def test_the_configuration_file_comes_before_git(
    desk: Call, machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (machine / "gitconfig").write_text("[user]\nname = Kaoru T.\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(machine / "gitconfig"))
    configure(machine, 'by = "kt"\n')

    assert writer_of(desk) == "kt"


@pytest.mark.parametrize("text", ["", "by = 7\n", 'by = " "\n', 'colour = "x"\n'])
def test_a_configuration_that_names_nobody_is_passed_over(
    text: str, desk: Call, machine: Path
) -> None:
    configure(machine, text)

    assert writer_of(desk) == "login"


def test_a_broken_configuration_is_told_with_its_place(desk: Call, machine: Path) -> None:
    file = configure(machine, "by = kt\n")

    done = desk('note 1 --note "Heard of it."')

    assert (done.code, done.out) == (2, "")
    assert f"{file}: " in done.err
    assert 'write by = "kt" there' in done.err


def test_the_variable_comes_first(
    desk: Call, machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(machine, 'by = "kt"\n')
    monkeypatch.setenv("DIPLTRACK_BY", "ms")

    assert writer_of(desk) == "ms"


def test_a_question_does_not_ask_who_writes(desk: Call, machine: Path) -> None:
    configure(machine, "by = kt\n")

    assert desk("list").code == 0


# What day it is


@pytest.mark.parametrize("stated", ["2018", "soon", "", "2018-02-02T18:00:00"])
def test_a_clock_that_is_no_instant_is_told(
    stated: str, desk: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIPLTRACK_NOW", stated)

    done = desk("list")

    assert (done.code, done.out) == (2, "")
    assert done.err == (
        f"dipltrack: DIPLTRACK_NOW={stated} is no instant: write 2018-01-30T10:12:00+09:00\n"
    )


def test_a_clock_at_the_end_of_time_is_told(desk: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIPLTRACK_NOW", "9999-12-31T23:59:59-09:00")

    assert desk("list").code == 2


@pytest.mark.parametrize(
    ("zone", "today"), [("Asia/Tokyo", "2018-02-03"), ("Europe/Istanbul", "2018-02-02")]
)
def test_the_ledgers_time_zone_decides_what_day_it_is(
    zone: str, today: str, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert call(f"init desk --name Desk --party JP --timezone {zone}").code == 0
    monkeypatch.setenv("DIPLTRACK_NOW", "2018-02-02T18:00:00+00:00")

    assert json.loads(call("--ledger desk list --format json").out)["as_of"] == today


def test_an_unknown_time_zone_is_told_by_every_command(desk: Call) -> None:
    settings = Path("desk/dipltrack.toml")
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("Asia/Tokyo", "Asia/Tokio"), encoding="utf-8")
    told = (
        'dipltrack.toml: timezone = "Asia/Tokio" is no time zone — write one such as "Asia/Tokyo"'
    )

    for line in ("list", "due", "check", 'add "Hold it"', 'note 1 --note "n"'):
        done = desk(line)
        assert done.code == 3, line
        assert told in done.out + done.err, line


@pytest.mark.parametrize("zone", ["Asia/Tokio", "../etc/passwd", "UTC+9"])
def test_no_ledger_is_made_in_an_unknown_time_zone(zone: str, call: Call, tmp_path: Path) -> None:
    done = call(f"init desk --name Desk --party JP --timezone {zone}")

    assert (done.code, "is no time zone" in done.err) == (3, True)
    assert not (tmp_path / "desk").exists()


def test_an_empty_time_zone_is_the_machines_own(call: Call) -> None:
    assert call('init desk --name Desk --party JP --timezone ""').code == 0
    assert call("--ledger desk list").code == 0


# Which ledger


def test_the_variable_names_a_ledger_that_must_be_there(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIPLTRACK_LEDGER", "nowhere")

    done = call("list")

    assert done.code == 3
    assert done.err == (
        "dipltrack: DIPLTRACK_LEDGER nowhere holds no dipltrack.toml: dipltrack init nowhere\n"
    )


def test_the_option_comes_before_the_variable(desk: Call) -> None:
    assert desk("init other --name Other --party TR").code == 0

    assert "Other" in desk("--ledger other list").out
    assert "First Middle East Division" in desk("list").out


def test_the_users_own_ledger_comes_last(
    desk: Call, machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DIPLTRACK_LEDGER")
    assert desk("list").code == 3
    assert desk(f"init {machine / 'data' / 'dipltrack'} --name Own --party JP").code == 0

    assert "Own" in desk("list").out


EXAMPLE = "is an example: make a ledger of your own with dipltrack init DIR, or name this one"


def test_an_example_is_written_to_only_where_it_is_named(desk: Call) -> None:
    with Path("desk/dipltrack.toml").open("a", encoding="utf-8") as file:
        file.write("example = true\n")

    for line in ('note 1 --note "n"', "body add ME1", 'add "Hold it"', "undo"):
        done = desk(line)
        assert (done.code, EXAMPLE in done.err) == (2, True), line
    assert desk("list").code == 0
    assert desk('--ledger desk note 1 --note "n"').code == 0


# init


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("init desk", "--name and --party are needed: whose ledger is it?"),
        ("init desk --name Desk", "--name and --party are needed"),
        ("init desk --name Desk --party Japan!", '--party "Japan!" is no code'),
        ("init desk --name ' ' --party JP", "--name is empty"),
        ("init desk --name Desk --party JP --ceiling ''", "--ceiling is empty"),
        ("init desk --name 'D\x1b' --party JP", "--name holds the control character U+001B"),
    ],
)
def test_what_is_no_ledger_is_not_made(line: str, told: str, call: Call, tmp_path: Path) -> None:
    done = call(line)

    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert list(tmp_path.iterdir()) == []


def test_a_ledger_is_never_made_over_another(desk: Call) -> None:
    before = Path("desk/dipltrack.toml").read_bytes()

    done = desk("init desk --name Other --party TR")

    assert (done.code, "is there already: nothing was changed" in done.err) == (2, True)
    assert Path("desk/dipltrack.toml").read_bytes() == before


@pytest.mark.parametrize(
    "line", ["init --name D --party JP", "--ledger . init --name D --party JP"]
)
def test_a_ledger_is_made_where_one_is(line: str, call: Call, tmp_path: Path) -> None:
    assert call(line).code == 0
    assert (tmp_path / "dipltrack.toml").is_file()


def test_the_program_runs_as_a_module_and_says_its_version() -> None:
    from dipltrack import __version__

    done = subprocess.run(
        [sys.executable, "-m", "dipltrack", "--version"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout == f"dipltrack {__version__}\n"


@pytest.mark.parametrize("named", [None, "", "relative", "/var/tmp/somewhere"])
def test_the_cache_folder_is_the_one_of_the_platform(
    named: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    from platformdirs.unix import Unix

    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    if named is not None:
        monkeypatch.setenv("XDG_CACHE_HOME", named)

    folder = Unix("dipltrack", appauthor=False).user_cache_path
    assert session._cache_folder("linux") == folder  # noqa: SLF001 - not to be told from theirs
    monkeypatch.setenv("ANDROID_ROOT", "/system")
    assert session._cache_folder("linux").name == "dipltrack"  # noqa: SLF001
