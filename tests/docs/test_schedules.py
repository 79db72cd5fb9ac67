"""The schedules of the page on reminders: each is run, or verified as far as this machine can."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dipltrack.cli.main import run
from tests.cli.desks import GIT
from tests.docs.console import ROOT
from tests.remind.servers import Postbox, server_of

PAGE = (ROOT / "docs/reminders.md").read_text(encoding="utf-8")
PROGRAM = Path(sys.executable).with_name("dipltrack")


def blocks(language: str) -> list[str]:
    """The blocks of the page in that language."""
    found: list[str] = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert found, f"no {language} block found"
    return found


def cron_line() -> tuple[list[str], str]:
    """The five fields of the crontab line, and its command."""
    (block,) = blocks("crontab")
    *fields, command = block.strip().split(maxsplit=5)
    return fields, command


def test_the_crontab_line_has_five_fields_and_no_sign_that_cron_takes_for_the_end_of_a_line() -> (
    None
):
    fields, command = cron_line()

    assert fields == ["0", "6", "*", "*", "*"]
    assert "%" not in command


def test_the_crontab_line_mails_a_desks_own_post_its_overdue_items_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = tmp_path / "desk"
    shutil.copytree(ROOT / "data", ledger)
    body = ["body", "add", "MOFA", "--mail", "me1@example.org", "--remind", "mail"]
    assert run(["--ledger", str(ledger), *body]) == 0
    command = (
        cron_line()[1]
        .replace("/usr/local/bin/dipltrack", str(PROGRAM))
        .replace("/srv/desk", str(ledger))
        .replace("/srv/drafts", str(tmp_path / "drafts"))
    )
    box = Postbox()
    with server_of(box) as server:
        with (ledger / "dipltrack.toml").open("a", encoding="utf-8") as settings:
            settings.write(f'\n[mail]\nsmtp = "{server}"\nfrom = "desk@example.org"\n')
        done = [as_cron(command, tmp_path) for _ in range(2)]

    assert [(one.returncode, one.stderr) for one in done] == [(0, ""), (0, "")]
    assert "MOFA <me1@example.org>: 6 reminders, mailed\n" in done[0].stdout
    assert done[1].stdout == ""
    (mail,) = box.taken
    assert mail["To"] == "me1@example.org"
    text = mail.get_content().replace("\r\n", "\n")
    assert (
        "TR-20140107-9  Work together for the Geneva II conference\n  overdue by 1,463 days"
        in text
    )
    drafts = sorted(path.name[11:-13] for path in (tmp_path / "drafts").iterdir())
    assert drafts == ["CABINET", "METI", "MEXT", "MHLW", "MIC", "MLIT"]


def as_cron(command: str, home: Path) -> "subprocess.CompletedProcess[str]":
    """Runs the command as cron does: by sh, in the user's folder, with next to no environment."""
    return subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=home,
        env={
            "HOME": str(home),
            "LOGNAME": "desk",
            "PATH": "/usr/bin:/bin",
            "SHELL": "/bin/sh",
            "DIPLTRACK_NOW": "2018-02-02T06:00:00+09:00",
        },
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_systemd_verifies_the_units(tmp_path: Path) -> None:
    service, timer = blocks("systemd")
    service = service.replace("/usr/local/bin/dipltrack", str(PROGRAM))
    units = {"dipltrack-remind.service": service, "dipltrack-remind.timer": timer}
    for name, text in units.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    done = subprocess.run(
        ["systemd-analyze", "verify", *(str(tmp_path / name) for name in units)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "SYSTEMD_LOG_LEVEL": "warning"},
    )

    assert (done.returncode, done.stderr) == (0, "")


def commands() -> list[str]:
    """Every command line of the program in a schedule, its own arguments only."""
    systemd = re.findall(r"^ExecStart=(.*)$", blocks("systemd")[0], re.MULTILINE)
    windows = [re.search(r'/TR "(.*)"', block)[1] for block in blocks("bat")]  # type: ignore[index]
    yaml = [
        line
        for block in blocks("yaml")
        for line in re.findall(r"- (?:run: )?(dipltrack .*?)(?: \|\| .*)?$", block, re.MULTILINE)
    ]
    assert (len(systemd), len(windows), len(yaml)) == (1, 1, 2)
    return [cron_line()[1], *systemd, *windows, *yaml]


@pytest.mark.parametrize("command", commands())
def test_the_program_takes_the_command_of_each_schedule(
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DIPLTRACK_NOW", "2018-02-02T06:00:00+09:00")
    program, _, ledger, *arguments = shlex.split(command.replace("\\", "/"))
    assert Path(program).stem == "dipltrack"
    assert ledger

    code = run(["--ledger", str(ROOT / "data"), *arguments, "--dry-run"])

    printed = capsys.readouterr()
    assert code == 0
    assert ("overdue by" in printed.out) == ("--drafts" in arguments)


@pytest.mark.parametrize(("number", "host"), [(0, "github-workflows"), (1, "gitlab-ci")])
def test_the_host_of_a_schedule_takes_its_file(number: int, host: str, tmp_path: Path) -> None:
    """Held against the schema that the host's own users publish, kept in the checker."""
    checker = Path(sys.executable).with_name("check-jsonschema")
    extra = ["--data-transform", "gitlab-ci"] if host == "gitlab-ci" else []
    text = blocks("yaml")[number]
    wrong = text.replace("runs-on:", "run-on:").replace("script:", "scrip:", 1)

    def checked(text: str) -> "subprocess.CompletedProcess[str]":
        file = tmp_path / "schedule.yml"
        file.write_text(text, encoding="utf-8")
        return subprocess.run(
            [str(checker), "--builtin-schema", f"vendor.{host}", *extra, str(file)],
            capture_output=True,
            text=True,
            check=False,
        )

    assert (checked(text).returncode, checked(text).stderr) == (0, "")
    assert checked(wrong).returncode == 1


GITHUB = "github"


def lines_that_commit(host: str, tmp_path: Path) -> str:
    """What the job of that host does after the run, its origin the one here."""
    github, gitlab = blocks("yaml")
    if host == GITHUB:
        found = re.search(r"run: \|\n((?:          .*\n)+)", github)
        assert found is not None
        return f"set -e\n{found[1]}"
    lines = re.findall(r"^    - (.*)$", gitlab.partition("remind --mail")[2], re.MULTILINE)
    assert lines[0].startswith("git config")
    (origin,) = [line for line in lines if line.startswith("origin=")]
    script = "\n".join(lines).replace(origin, f"origin={tmp_path / 'origin.git'}")
    return f"set -e\nCI_COMMIT_BRANCH=main\n{script}"


@pytest.mark.parametrize("host", [GITHUB, "gitlab"])
def test_what_goes_back_into_the_repository_after_a_run_is_the_log(
    host: str, tmp_path: Path
) -> None:
    """The lines of each job that commit are run on a repository here, in which others work too."""
    script = lines_that_commit(host, tmp_path)
    ledger, other = tmp_path / "desk", tmp_path / "other"
    environment = {**os.environ, **GIT, "DIPLTRACK_NOW": "2018-02-02T06:00:00+09:00"}

    def do(*command: str, folder: Path = ledger) -> str:
        done = subprocess.run(
            command, cwd=folder, check=True, env=environment, capture_output=True, text=True
        )
        return done.stdout

    do("git", "init", "--quiet", "--bare", "--initial-branch=main", "origin.git", folder=tmp_path)
    do("git", "clone", "--quiet", "origin.git", "other", folder=tmp_path)
    shutil.copytree(ROOT / "data", other, dirs_exist_ok=True)
    commit = "git add . && git commit --quiet --message {} && git push --quiet origin HEAD:main"
    do("/bin/sh", "-c", commit.format("Filed"), folder=other)
    do("git", "clone", "--quiet", "origin.git", "desk", folder=tmp_path)
    if host != GITHUB:
        do("git", "checkout", "--quiet", "--detach")

    for number in range(2):
        do(str(PROGRAM), "--ledger", str(ledger), "remind")
        (other / "notes.txt").write_text(f"{number}", encoding="utf-8")
        do("/bin/sh", "-c", commit.format("Meanwhile"), folder=other)
        do("/bin/sh", "-c", script)
        do("git", "pull", "--quiet", "origin", "main", folder=other)

    told = do("git", "log", "-3", "--name-only", "--format=%s", "origin/main", folder=other)
    assert told.split("\n\n") == [
        "Meanwhile",
        "notes.txt\nReminders issued",
        "reminders/2018.toml\nMeanwhile",
        "notes.txt\n",
    ]


def test_the_table_of_rules_has_every_rule_with_its_days() -> None:
    from dipltrack.remind.rules import RULES

    rows = {
        cells[1].strip(" `"): (cells[2], cells[3])
        for line in PAGE.splitlines()
        if line.startswith("| `") and len(cells := line.split("|")) == 6
    }
    assert list(rows) == [rule.name.value for rule in RULES]
    for rule in RULES:
        speaks, again = rows[rule.name.value]
        days = {int(number) for number in re.findall(r"\d+", speaks)}
        assert days == set(rule.days) - {0}, rule.name
        assert re.findall(r"\d+", again) == ([str(rule.every)] if rule.every else []), rule.name
