"""Where an answer goes: the format and the file that were named, whole or not at all."""

import json
import os
import stat
from pathlib import Path

import pytest

from dipltrack.render.formats import FORMATS
from tests.cli.calls import Call

QUESTIONS = (
    "due",
    "list",
    "show 1",
    "meeting list",
    "meeting show TR-2017",
    "log",
    "body list",
    "dossier list",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_json_into_a_file_is_what_standard_output_would_have_had(
    question: str, desk: Call
) -> None:
    printed = desk(f"{question} --format json")
    done = desk(f"{question} -o answer.json")

    assert (done.code, done.out) == (0, "")
    assert done.err == "dipltrack: written to answer.json\n"
    assert Path("answer.json").read_text(encoding="utf-8") == printed.out
    assert json.loads(printed.out)["schema"] == 1


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("name", [name for name in FORMATS if name != "json"])
def test_every_list_is_written_in_every_format(name: str, question: str, desk: Call) -> None:
    done = desk(f"{question} --format {name} -o answer{FORMATS[name].endings[0]}")

    assert (done.code, done.out) == (0, ""), done.err
    assert Path(f"answer{FORMATS[name].endings[0]}").stat().st_size > 1


def test_the_ending_settles_the_format_whatever_its_letter_case(desk: Call) -> None:
    desk("list -o LIST.TXT")

    assert "Hold the 8th EPA round" in Path("LIST.TXT").read_text(encoding="utf-8")


def test_a_file_of_any_ending_is_written_where_the_format_is_named(desk: Call) -> None:
    assert desk("list --format json -o list.2018").code == 0
    assert json.loads(Path("list.2018").read_text(encoding="utf-8"))["items"]


def test_a_hyphen_is_standard_output(desk: Call) -> None:
    assert desk("list --format json -o -").out == desk("list --format json").out


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("--format pdf", "--format pdf: there is terminal, "),
        ("-o list", "-o list: its ending tells no format: end it in one of .txt, "),
        ("-o list.pdf", "-o list.pdf: its ending tells no format"),
        ("--format pdf -o list.pdf", "--format pdf: there is terminal, "),
        (
            "--format json -o list.txt",
            "--format json but -o list.txt, which ends as terminal: leave --format away",
        ),
        ("-o desk", "-o desk: that is a folder: name a file in it"),
        ("--format json -o desk", "-o desk: that is a folder: name a file in it"),
        ("--format json -o ''", "that is a folder: name a file in it"),
        ("-o none/list.txt", "-o none/list.txt: there is no folder none: make it first"),
        (
            "--format json -o desk/dipltrack.toml",
            "-o desk/dipltrack.toml: a file in .toml may be one of a ledger: name another",
        ),
        ("--format json -o /dev/null", "that is no regular file: -o - writes on standard output"),
    ],
)
def test_what_cannot_be_done_is_told_with_the_mend(typed: str, told: str, desk: Call) -> None:
    before = Path("desk/dipltrack.toml").read_bytes()

    done = desk(f"list {typed}")

    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert Path("desk/dipltrack.toml").read_bytes() == before


def test_what_hangs_on_nothing_is_no_regular_file(desk: Call) -> None:
    Path("list.json").symlink_to("nowhere.json")

    assert "no regular file" in desk("list -o list.json").err


def test_a_file_that_may_not_be_written_stays_as_it_is(
    desk: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("list.json").write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda path, _: Path(path).name != "list.json")

    done = desk("list -o list.json")

    assert "that file may not be written" in done.err
    assert Path("list.json").read_text(encoding="utf-8") == "old"


def test_a_folder_into_which_nothing_may_be_written_is_told(
    desk: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)

    assert "nothing may be written into that folder" in desk("list -o list.json").err


def test_a_new_file_takes_the_place_and_the_mode_of_the_old_one(desk: Call) -> None:
    file = Path("list.json")
    file.write_text("old", encoding="utf-8")
    file.chmod(0o600)

    desk("list -o list.json")

    assert json.loads(file.read_text(encoding="utf-8"))["items"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_link_stays_a_link(desk: Call) -> None:
    Path("real.json").write_text("old", encoding="utf-8")
    Path("list.json").symlink_to("real.json")

    desk("list -o list.json")

    assert Path("list.json").is_symlink()
    assert json.loads(Path("real.json").read_text(encoding="utf-8"))["items"]


def test_where_the_disk_is_full_the_old_file_stays_and_nothing_is_left(
    desk: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("list.json").write_text("old", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    done = desk("list -o list.json")

    assert (done.code, done.out) == (3, "")
    assert "No space left on device" in done.err
    assert Path("list.json").read_text(encoding="utf-8") == "old"
    assert [path.name for path in Path().iterdir() if path.name.endswith(".tmp")] == []
