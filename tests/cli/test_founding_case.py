"""The founding case at the terminal, as the README tells it: file, fulfil, ask as of two days."""

import json
from pathlib import Path

import pytest

from tests.cli.calls import Call

ADDRESS = "https://www.tr.emb-japan.go.jp/itpr_tr/00_000240.html"


@pytest.fixture
def kept(desk: Call) -> Call:
    done = desk(
        f'fulfil --match "security dialogue" --on 2018-01-29 --note "Held in Ankara." '
        f"--evidence {ADDRESS}"
    )
    assert done.code == 0, done.err
    return desk


@pytest.mark.parametrize(
    ("as_of", "status", "timeliness"),
    [("2018-01-28", "no-report", "due-soon"), ("2018-01-30", "fulfilled", "in-window")],
)
def test_the_status_is_that_of_the_day(
    as_of: str, status: str, timeliness: str, kept: Call
) -> None:
    listed = json.loads(kept(f"list --as-of {as_of} --format json").out)

    assert listed["schema"] == 1
    assert listed["as_of"] == as_of
    assert [item["status"] for item in listed["items"]] == [status, *["no-report"] * 3]
    assert listed["items"][0]["timeliness"] == timeliness
    assert status in kept(f"list --as-of {as_of}").out


def test_an_item_has_the_keys_that_scripts_rely_on(kept: Call) -> None:
    item = json.loads(kept("list --as-of 2018-01-30 --format json").out)["items"][0]

    assert item == {
        "ref": "TR-20171228-1",
        "title": "Hold the first Security Dialogue",
        "partner": "TR",
        "meeting": "TR-20171228",
        "dossier": None,
        "sector": "politics",
        "kind": "one-off",
        "voice": "joint",
        "firmness": "plan",
        "promised": True,
        "lead": "ME1",
        "counterpart": None,
        "stated": "late January next year",
        "class": "part",
        "earliest": "2018-01-21",
        "latest": "2018-01-31",
        "basis": "late month: the 21st to the end",
        "status": "fulfilled",
        "timeliness": "in-window",
        "days": None,
        "freshness": None,
        "rag": "B",
        "next_move": None,
        "next_step": None,
        "updated": "2018-01-29",
        "holdings": [],
        "reply_by": None,
    }


def test_show_adds_the_source_the_first_timing_and_the_updates(kept: Call) -> None:
    shown = json.loads(kept("show TR-20171228-1 --format json").out)

    assert (shown["document"], shown["paragraph"]) == ("release", "2(2)a")
    assert (shown["wording"], shown["records"]) == (None, [])
    assert shown["first"]["latest"] == "2018-01-31"
    assert [update["evidence"] for update in shown["updates"]] == [[{"address": ADDRESS}]]


def test_add_prints_the_ref_the_window_and_the_file(desk: Call) -> None:
    done = desk('add "Sign the agreement" -m TR-2017 --when "by the end of 2018"')

    assert done.out == (
        "TR-20171228-5  Sign the agreement\n"
        "  window  2017-12-28/2018-12-31 (by: from the meeting to 31 December 2018)\n"
        "  file    desk/TR/2017-12-28.toml\n"
    )


def test_a_file_only_grows(kept: Call, tmp_path: Path) -> None:
    file = tmp_path / "desk" / "TR" / "2017-12-28.toml"
    before = file.read_bytes()

    for line in (
        'note 2 --note "The date is being settled."',
        'move 2 --to "first half of 2018" --reason "Elections."',
        "undo",
        'add "Keep in touch" -m TR-2017 --kind continuing',
    ):
        assert kept(line).code == 0
        assert file.read_bytes().startswith(before)
        before = file.read_bytes()
