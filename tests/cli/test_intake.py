"""`dipltrack intake`: what it proposes, what it files, what it refuses; the review at a terminal."""

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from tests.cli.calls import Call

RELEASE = """\
Japan-Türkiye Relations

Maritime talks of the Ministers

December 28, 2017

1. Opening

(1) The Ministers of Japan and Türkiye met in Ankara.

2. Bilateral relations

(1) The two Ministers agreed to hold the first maritime talks in March, and confirmed that the list of ports will be
exchanged by the end of June.

(2) The Minister of Türkiye explained that a law on ports will be passed in spring.

(3) They decided to open a school in Bursa.
"""
PASSAGES = 3
_ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
_STOP = "[q] stop "

Typist = Callable[[str], "pexpect.spawn[str]"]


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """The release as a file in the folder of the calls."""
    path = tmp_path / "maritime.txt"
    path.write_text(RELEASE, encoding="utf-8")
    return path


@pytest.fixture
def typist(desk: Call, tmp_path: Path, release: Path) -> Typist:
    """Starts the program at a terminal of 40 lines and 80 columns, in the folder of the desk."""
    assert desk("list").code == 0
    assert release.is_file()

    def start(line: str) -> "pexpect.spawn[str]":
        return pexpect.spawn(
            f"{sys.executable} -m dipltrack {line}",
            cwd=str(tmp_path),
            encoding="utf-8",
            dimensions=(40, 80),
            timeout=90,
        )

    return start


def reviewed(child: "pexpect.spawn[str]", keys: str) -> str:
    """Presses a key at each proposal, and gives all that was shown."""
    shown = ""
    for key in keys:
        child.expect_exact(_STOP)
        shown += (child.before or "") + _STOP
        child.send(key)
    child.expect(pexpect.EOF)
    child.close()
    return _ESCAPE.sub("", shown + (child.before or "")).replace("\r\n", "\n")


def titles(desk: Call) -> list[str]:
    items = json.loads(desk("list --format json --all").out)["items"]
    return [item["title"] for item in items if item["ref"] > "TR-20171228-4"]


def test_a_dry_run_needs_no_ledger_and_prints_the_proposals_as_json(
    call: Call, release: Path
) -> None:
    done = call(f"intake {release.name} --date 2017-12-28 --dry-run --format json")

    content = json.loads(done.out)
    assert (done.code, done.err, content["schema"]) == (0, "", 1)
    assert content["document"] == {
        "title": "Maritime talks of the Ministers",
        "date": "2017-12-28",
        "language": "en",
    }
    first, second, third = content["proposals"]
    assert first["paragraph"] == second["paragraph"] == "2(1)"
    assert (first["title"], first["stated"]) == ("Hold the first maritime talks", "in March")
    assert (first["earliest"], first["latest"]) == ("2018-03-01", "2018-03-31")
    assert second["latest"] == "2018-06-30"
    assert (third["firmness"], third["voice"], third["latest"]) == ("agreement", "joint", None)
    text = " ".join(RELEASE.split())
    assert all(" ".join(one["passage"].split()) in text for one in content["proposals"])
    assert set(first) >= {"class", "basis", "kind", "sector", "confidence", "reasons"}


def test_a_dry_run_shows_each_proposal_and_explains_what_was_left_out(
    call: Call, release: Path
) -> None:
    done = call(f"intake {release.name} --date 2017-12-28 --dry-run --explain")

    assert "2(1) Hold the first maritime talks\n" in done.out
    assert "“in March”: 2018-03-01/2018-03-31" in done.out
    assert 'because of "agreed"' in done.out
    assert "3 follow-ups proposed, none filed" in done.out
    assert '"explained": was told of, not promised' in done.out


def test_the_day_of_the_document_stands_in_where_none_is_given(call: Call, release: Path) -> None:
    done = call(f"intake {release.name} --dry-run --format json")

    assert json.loads(done.out)["proposals"][0]["earliest"] == "2018-03-01"
    assert "times are read from 2017-12-28, the document's own" in done.err


def test_all_are_filed_at_once_and_a_second_run_files_only_what_is_new(
    desk: Call, release: Path
) -> None:
    line = f"intake {release.name} -m TR-20171228 --document maritime --accept-all"

    first, second = desk(line), desk(line)

    assert (first.code, second.code) == (0, 0)
    assert f"{PASSAGES} filed\n" in first.out
    assert second.out == f"0 filed, {PASSAGES} on file already\n"
    item = json.loads(desk("show TR-20171228-5 --format json").out)
    assert item["wording"] == "The two Ministers agreed to hold the first maritime talks in March"
    assert (item["document"], item["paragraph"], item["latest"]) == (
        "maritime",
        "2(1)",
        "2018-03-31",
    )
    assert desk("check --strict").code == 0


def test_faint_proposals_are_left_out_where_that_is_asked_for(desk: Call, release: Path) -> None:
    line = f"intake {release.name} -m TR-20171228 --document maritime --accept-all"

    done = desk(f"{line} --min-confidence 0.99")

    assert done.out.endswith("0 filed\n")


def test_another_document_that_says_the_same_becomes_a_record_of_it(
    desk: Call, tmp_path: Path
) -> None:
    (tmp_path / "sankei.txt").write_text(
        "Ankara, 28 December 2017\n\n1. Japan and Türkiye agreed to hold the first Security Dialogue late "
        "in January next year.\n",
        encoding="utf-8",
    )

    done = desk("intake sankei.txt -m TR-20171228 --document sankei --accept-all")

    assert "TR-20171228-1  one more record" in done.out
    records = json.loads(desk("show TR-20171228-1 --format json").out)["records"]
    assert [(one["document"], one["paragraph"]) for one in records] == [("sankei", "1")]


def test_what_an_earlier_meeting_promised_is_filed_as_saying_it_again(
    desk: Call, tmp_path: Path
) -> None:
    desk('meeting add --partner TR --date 2018-01-20 --title "Talks" --document minutes')
    (tmp_path / "minutes.txt").write_text(
        "1. The two sides agreed to hold the first Security Dialogue in Ankara in March.\n",
        encoding="utf-8",
    )

    desk("intake minutes.txt -m TR-20180120 --accept-all")

    shown = desk("show TR-20180120-1")
    assert "TR-20171228-1" in shown.out, shown


REFUSED = [
    ("intake nothing.txt --dry-run", "nothing.txt is no file"),
    ("intake empty.txt --dry-run", "empty.txt: it is empty: give the document itself"),
    ("intake maritime.txt", "there is no terminal to review at: add --dry-run"),
    ("intake maritime.txt --format json", "--format json shows proposals and files none"),
    ("intake maritime.txt --dry-run --accept-all", "write --dry-run or --accept-all, not both"),
    ("intake maritime.txt --accept-all", "--meeting is needed"),
    ("intake maritime.txt -m TR-2019 --accept-all", "TR-2019"),
]


@pytest.mark.parametrize(("line", "told"), REFUSED)
def test_what_cannot_be_done_is_told_in_a_line(
    desk: Call, release: Path, tmp_path: Path, line: str, told: str
) -> None:
    (tmp_path / "empty.txt").touch()

    done = desk(line)

    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert release.is_file()


def test_the_review_shows_one_after_the_other_and_files_what_is_accepted(
    typist: Typist, desk: Call
) -> None:
    child = typist("intake maritime.txt -m TR-20171228 --document maritime")

    shown = reviewed(child, "ysy")

    assert "1 of 3 · 0 filed · 0 skipped" in shown
    assert "»The two Ministers agreed to hold the first maritime talks in March«" in shown
    assert "3 of 3 · 1 filed · 1 skipped" in shown
    assert "2 filed, 1 skipped" in shown
    assert titles(desk) == ["Hold the first maritime talks", "Open a school in Bursa"]


def test_what_was_accepted_before_a_stop_is_on_file_and_the_next_run_shows_the_rest(
    typist: Typist, desk: Call
) -> None:
    line = "intake maritime.txt -m TR-20171228 --document maritime"
    shown = reviewed(typist(line), "yq")
    assert "1 filed, 2 not looked at yet" in shown

    again = reviewed(typist(line), "q")

    assert "1 on file already, not shown again" in again
    assert "1 of 2 · 0 filed" in again
    assert titles(desk) == ["Hold the first maritime talks"]


TWO_ACTS = """\
The Ministers of Japan and Türkiye met on December 28, 2017.

1. They will promote cooperation on the construction of the Izmir Wind Power Park and Turkish-Japanese Academy of
Music (TJA), which will be open to all.
"""


def test_of_two_promises_in_the_same_words_the_one_that_is_not_on_file_is_shown_again(
    typist: Typist, desk: Call, release: Path
) -> None:
    release.write_text(TWO_ACTS, encoding="utf-8")
    line = "intake maritime.txt -m TR-20171228 --document maritime"

    first = reviewed(typist(line), "yq")
    again = reviewed(typist(line), "y")

    assert "1 of 2" in first
    assert "1 filed, 1 not looked at yet: the same command shows them again" in first
    assert "1 on file already, not shown again" in again
    assert len(titles(desk)) == 2
    assert "0 filed, 2 on file already" in desk(f"{line} --accept-all").out


def test_what_was_merged_is_not_proposed_again_and_no_words_stand_twice(
    typist: Typist, desk: Call, release: Path
) -> None:
    line = "intake maritime.txt -m TR-20171228 --document maritime"

    reviewed(typist(line), "nnmy")  # the third into the second, from two paragraphs
    again = reviewed(typist(line), "q")

    assert "1 of 1" in again
    assert "2 on file already" in again

    release.write_text(TWO_ACTS, encoding="utf-8")
    reviewed(typist(f"{line.removesuffix('maritime')}two"), "nmy")
    item = json.loads(desk("show TR-20171228-6 --format json").out)
    assert item["wording"].count("They will promote") == 1


def test_the_review_goes_back_and_takes_back_what_was_filed(typist: Typist, desk: Call) -> None:
    child = typist("intake maritime.txt -m TR-20171228 --document maritime")

    shown = reviewed(child, "ybsq")

    assert "filed as TR-20171228-5" in shown
    assert "TR-20171228-5 taken back" in shown
    assert titles(desk) == []


def test_two_proposals_are_merged_into_one_promise(typist: Typist, desk: Call) -> None:
    child = typist("intake maritime.txt -m TR-20171228 --document maritime")

    reviewed(child, "ymyq")

    assert titles(desk) == ["Hold the first maritime talks"]
    item = json.loads(desk("show TR-20171228-6 --format json").out)
    assert item["wording"].startswith("The two Ministers agreed to hold")
    assert item["wording"].endswith("by the end of June.")


def test_a_proposal_is_edited_and_split_before_it_is_filed(typist: Typist, desk: Call) -> None:
    child = typist("intake maritime.txt -m TR-20171228 --document maritime")
    for key, answers in (
        (
            "e",
            [
                *("Hold the maritime talks", "in April", "", "joint", "plan", "", "security"),
                *("none", "ME1", "none"),
            ],
        ),
        ("p", ["Hold talks", "Name the ports"]),
    ):
        child.expect_exact(_STOP)
        child.send(key)
        for answer in answers:
            child.expect(r": $")
            child.sendline(answer)

    reviewed(child, "yyq")

    assert titles(desk) == ["Hold talks", "Name the ports"]
    item = json.loads(desk("show TR-20171228-5 --format json").out)
    assert (item["firmness"], item["sector"], item["latest"]) == ("plan", "security", "2018-04-30")


def test_a_full_stop_keeps_the_rest_of_the_fields(typist: Typist, desk: Call) -> None:
    child = typist("intake maritime.txt -m TR-20171228 --document maritime")
    child.expect_exact(_STOP)
    child.send("e")
    for answer in ("Hold the maritime talks", "."):
        child.expect(r": $")
        child.sendline(answer)

    reviewed(child, "yq")

    assert titles(desk) == ["Hold the maritime talks"]
    item = json.loads(desk("show TR-20171228-5 --format json").out)
    assert item["latest"] == "2018-03-31"


def test_what_was_split_is_not_proposed_again(typist: Typist, desk: Call, release: Path) -> None:
    release.write_text(
        "The Ministers of Japan and Türkiye met on December 28, 2017.\n\n"
        "1. They will promote cooperation on wind power and open a school of music.\n",
        encoding="utf-8",
    )
    line = "intake maritime.txt -m TR-20171228 --document maritime"
    child = typist(line)
    child.expect_exact(_STOP)
    child.send("p")
    for answer in ("Promote cooperation on wind power", "Open a school of music"):
        child.expect(r": $")
        child.sendline(answer)

    reviewed(child, "yy")

    assert "0 filed, 1 on file already" in desk(f"{line} --accept-all").out


def test_a_screen_holds_a_proposal_from_a_long_paragraph(typist: Typist, release: Path) -> None:
    release.write_text(
        "The Ministers of Japan and Türkiye met on December 28, 2017.\n\n1. "
        + "The mood of the talks was friendly, as it has been for many years. " * 30
        + "They agreed to open a school in Bursa in May 2018. "
        + "The weather was fine on both days of the visit. " * 30
        + "\n",
        encoding="utf-8",
    )

    shown = reviewed(typist("intake maritime.txt -m TR-20171228 --document maritime"), "q")

    card = shown[shown.index("1 of 1") : shown.index(_STOP)]
    assert "»They agreed to open a school in Bursa in May 2018.«" in " ".join(card.split())
    assert card.count("\n") < 24
    assert card.count("Open a school in Bursa") == 1


def test_where_no_meeting_is_named_it_offers_to_file_meeting_and_document(
    typist: Typist, desk: Call
) -> None:
    child = typist("intake maritime.txt")
    for question, answer in (
        ("File the meeting and the document now", "y"),
        ("Partner", "DE"),
        ("Day of the meeting", ""),
        ("What was it", ""),
        ("Where", "Berlin"),
        ("Who met", ""),
        ("Short name", "release"),
    ):
        child.expect_exact(question)
        child.sendline(answer)

    shown = reviewed(child, "yq")

    assert "DE-20171228  Maritime talks of the Ministers, with the document release" in shown
    item = json.loads(desk("show DE-20171228-1 --format json").out)
    assert item["title"] == "Hold the first maritime talks"
    assert "ministers" in desk("meeting show DE-20171228").out


def test_a_proposal_is_changed_in_the_officers_own_editor(
    typist: Typist, desk: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor.py"
    editor.write_text(
        "import pathlib, sys\n"
        "form = pathlib.Path(sys.argv[-1])\n"
        "text = form.read_text(encoding='utf-8')\n"
        "wrong = 'kind = \"one-off\"' in text and 'in April' not in text\n"
        "text = text.replace('in March', 'in April', 1).replace('first maritime', 'second maritime', 1)\n"
        "text = text.replace('\"one-off\"', '\"once\"') if wrong else text.replace('\"once\"', '\"one-off\"')\n"
        "form.write_text(text, encoding='utf-8')\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("EDITOR", f"{sys.executable} {editor}")
    child = typist("intake maritime.txt -m TR-20171228 --document maritime")
    child.expect_exact(_STOP)
    child.send("e")
    child.expect_exact("[o] in your editor ")
    child.send("o")
    child.expect_exact("once")  # no kind: what is wrong is said, and the editor opens again
    child.expect_exact("Edit it again")
    child.sendline("")

    reviewed(child, "yq")

    item = json.loads(desk("show TR-20171228-5 --format json").out)
    assert item["title"] == "Hold the second maritime talks"
    assert (item["stated"], item["latest"]) == ("in April", "2018-04-30")


def test_a_body_of_the_ledger_that_is_named_is_proposed_to_carry_it(
    desk: Call, tmp_path: Path
) -> None:
    assert desk('body add TR-MOT --party TR --title "Ministry of Transport"').code == 0
    text = "The Ministry of Transport of Türkiye will send the list of ports to Japan in May."
    (tmp_path / "ports.txt").write_text(f"Talks of Japan and Türkiye\n\n1. {text}\n")

    done = desk("intake ports.txt -m TR-20171228 --document ports --accept-all")

    assert done.code == 0, done.err
    item = json.loads(desk("show TR-20171228-5 --format json").out)
    assert item["counterpart"] == "TR-MOT"
