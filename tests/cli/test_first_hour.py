"""The first hour of an officer who is new to it: each error names its cause and the mend."""

import os
import subprocess
import sys

import pytest

from tests.cli.calls import Call


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("done 1", "did you mean fulfil?"),
        ("agenda", "did you mean due?"),
        ("dossier show EPA", "did you mean dipltrack show NAME?"),
        ("body remove METI", "dipltrack body --help lists the commands"),
        ("list --status done", "did you mean fulfilled?"),
        ('add "Meet" -m TR-2017 --kind ongoing', "did you mean continuing?"),
        ("show whaling", "dipltrack list --all shows those on file"),
        ("note 9 --note x", '"9" fits no item: dipltrack list --all shows those on file'),
        ('add "Meet" -m TR-2016', "dipltrack meeting list shows those on file"),
        ("report brief", "dipltrack report brief TR"),
    ],
)
def test_an_error_is_one_line_with_the_mend(line: str, told: str, desk: Call) -> None:
    done = desk(line)

    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert len(done.err.splitlines()) == 1


def test_the_ref_of_a_meeting_is_known_as_one(desk: Call) -> None:
    desk("meeting add --partner TR --date 2018-01-29 --title Consultations")

    assert desk("show TR-20180129").err == (
        'dipltrack: "TR-20180129" is a meeting without an item: dipltrack meeting show TR-20180129, '
        "dipltrack add TITLE -m TR-20180129\n"
    )


def test_the_brief_takes_its_partner_as_the_other_reports_do(desk: Call) -> None:
    assert desk("report brief --partner TR").out == desk("report brief TR").out


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_tab_key_offers_a_title_as_it_stands_on_one_line(shell: str, desk: Call) -> None:
    title = f"Sign the [draft] agreement {'and so on ' * 12}".strip()
    desk(f'add "{title}" -m TR-2017')
    asked = {
        "_DIPLTRACK_COMPLETE": f"complete_{shell}",
        "_TYPER_COMPLETE_ARGS": "dipltrack show TR-20171228-5",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }

    done = subprocess.run(
        [sys.executable, "-m", "dipltrack"],
        env={**os.environ, **asked},
        capture_output=True,
        text=True,
        check=True,
    )

    assert title in done.stdout
