"""A ledger leaves as a file and comes back: what is said, what is refused, what is written."""

import json
from pathlib import Path

import pytest

from tests.cli.calls import Call


def test_an_export_makes_a_new_ledger_that_answers_the_same(desk: Call, tmp_path: Path) -> None:
    desk('fulfil TR-20171228-1 --on 2018-01-29 --evidence https://example.org --note "Held."')

    done = desk("export -o ledger.json")
    made = desk("import ledger.json --new copy")

    assert (done.code, done.out) == (0, "")
    assert done.err == "dipltrack: written to ledger.json\n"
    assert made.out == "copy: filed 1 meeting, 1 document, 4 commitments and 1 update\n"
    assert desk("--ledger copy export --format json").out == Path("ledger.json").read_text()
    assert desk("--ledger copy list").out == desk("list").out
    assert desk("--ledger copy check --strict").code == 0
    assert [p.name for p in tmp_path.glob(".*")] == []


def test_a_second_import_writes_nothing(desk: Call) -> None:
    desk("export -o ledger.json")
    desk("import ledger.json --new copy")

    again = desk("--ledger copy import ledger.json")
    new = desk("import ledger.json --new copy")

    assert again.out == "nothing to write: copy holds all 6 entries already\n"
    assert (new.code, "--ledger copy import adds what it lacks" in new.err) == (2, True)


def test_an_import_adds_what_was_entered_meanwhile(desk: Call) -> None:
    desk("export -o old.json")
    desk("import old.json --new copy")
    desk('note TR-20171228-1 --note "A date is sought." --on 2018-01-10')
    desk("export -o new.json")

    dry = desk("--ledger copy import new.json --dry-run")
    before = Path("copy/TR/2017-12-28.toml").read_bytes()
    done = desk("--ledger copy import new.json")

    assert dry.out.splitlines() == [
        "would write to copy: 1 update",
        "  TR/2017-12-28.toml  1 update",
        "  6 entries are on file already",
    ]
    assert done.out.startswith("copy: filed 1 update\n")
    assert Path("copy/TR/2017-12-28.toml").read_bytes().startswith(before)
    assert desk("--ledger copy show TR-20171228-1").out == desk("show TR-20171228-1").out


def test_a_dry_run_makes_no_ledger(desk: Call) -> None:
    desk("export -o ledger.json")

    done = desk("import ledger.json --new copy --dry-run")

    assert (done.code, Path("copy").exists()) == (0, False)
    assert "  TR/2017-12-28.toml  new: 1 meeting, 1 document and 4 commitments" in done.out
    assert "  dipltrack.toml  new: its settings" in done.out


def test_what_differs_is_refused_by_name_and_nothing_is_written(desk: Call) -> None:
    desk("export -o ledger.json")
    whole = json.loads(Path("ledger.json").read_text())
    whole["meetings"][0]["commitment"][1]["title"] = "Hold another round"
    whole["meetings"][0]["commitment"].append({"ref": "TR-20171228-9", "title": "One more"})
    Path("ledger.json").write_text(json.dumps(whole))
    before = Path("desk/TR/2017-12-28.toml").read_bytes()

    done = desk("import ledger.json")

    assert done.code == 2
    assert "TR/2017-12-28.toml: commitment TR-20171228-2: title differs here" in done.err
    assert "nothing was written" in done.err
    assert Path("desk/TR/2017-12-28.toml").read_bytes() == before


def test_what_the_rules_forbid_is_refused(desk: Call) -> None:
    desk("export -o ledger.json")
    whole = json.loads(Path("ledger.json").read_text())
    update = {"of": "TR-20171228-7", "date": "2018-01-10", "note": "of nothing"}
    whole["meetings"][0]["update"] = [update]
    Path("ledger.json").write_text(json.dumps(whole))

    for target in ("import ledger.json", "import ledger.json --new copy"):
        done = desk(target)

        assert done.code == 2
        assert 'update 1: of = "TR-20171228-7" is no item or entry of this file' in done.err
        assert not Path("copy").exists()


def test_items_of_two_files_of_an_export_may_link_to_each_other(desk: Call) -> None:
    desk("meeting add --partner TR --date 2018-01-29 --title Talks")
    desk('add "Hold the second" -m TR-20180129 --follows TR-20171228-1')
    desk("export -o ledger.json")

    assert desk("import ledger.json --new copy").code == 0


def test_broken_files_are_left_out_and_named(desk: Call) -> None:
    desk("meeting add --partner TR --date 2018-01-29 --title Talks")
    with Path("desk/TR/2018-01-29.toml").open("a", encoding="utf-8") as file:
        file.write("[broken\n")

    done = desk("export --format json")

    assert done.code == 3
    assert [one["file"] for one in json.loads(done.out)["meetings"]] == ["TR/2017-12-28.toml"]
    assert "TR/2018-01-29.toml" in done.err


def test_kept_copies_are_named_for_they_are_not_in_it(desk: Call) -> None:
    Path("note.txt").write_text("verbatim", encoding="utf-8")
    desk("fulfil TR-20171228-1 --on 2018-01-29 --evidence https://example.org --keep note.txt")

    done = desk("export -o ledger.json")

    assert "1 kept copy is not in it: copy the folder desk/kept as well" in done.err


def test_an_older_file_is_replaced_and_a_folder_is_not(desk: Call) -> None:
    Path("ledger.json").write_text("old", encoding="utf-8")
    Path("folder.json").mkdir()

    assert desk("export -o ledger.json").code == 0
    assert json.loads(Path("ledger.json").read_text())["export"] == "ledger"
    assert "that is a folder: name a file in it" in desk("export -o folder.json").err
    assert desk("export -o nowhere/ledger.json").code == 2


WRONG = {
    "export": "--format is needed: there is json, csv, xlsx and ics",
    "export --format yaml": "--format yaml: there is json, csv, xlsx and ics",
    "export -o ledger.txt": "-o ledger.txt: there is json, csv, xlsx and ics",
    "export --format json --open": "the JSON is the whole ledger: leave filters and days away",
    "export --format json --as-of 2018-01-01": "the JSON is the whole ledger",
    "export --format json --for public": "it is nothing for the public",
    "export --format ics --open --closed": "write --open or --closed, not both",
    "export --format ics --status done": '--status: "done" is not known',
    "import nothing.json": "nothing.json: No such file or directory",
}


@pytest.mark.parametrize(("line", "told"), WRONG.items())
def test_what_cannot_be_exported_or_imported_is_told_in_a_line(
    desk: Call, line: str, told: str
) -> None:
    done = desk(line)

    assert done.code in {2, 3}
    assert told in done.err
    assert "Traceback" not in done.err


def test_a_calendar_narrows_as_a_list_does_and_is_the_same_each_time(desk: Call) -> None:
    every = desk("export --format ics")
    some = desk("export --format ics --sector politics")

    assert every.out == desk("export --format ics").out
    assert every.out.count("BEGIN:VEVENT") == 3
    assert every.out.count("BEGIN:VTODO") == 2  # the festival was only also said
    assert "SUMMARY:Hold the first Security Dialogue" in some.out
    assert some.out.count("BEGIN:VEVENT") == 1


def test_a_calendar_tells_what_was_withdrawn_and_what_was_struck(desk: Call) -> None:
    desk("withdraw TR-20171228-1 --by ours --on 2018-01-30")
    desk("strike TR-20171228-2 --reason twice")

    out = desk("export --format ics").out

    assert out.count("STATUS:CANCELLED") == 4
    assert "STATUS:CONFIRMED" in out


def test_a_calendar_for_others_holds_what_they_may_see_and_nothing_else(desk: Call) -> None:
    desk("update TR-20171228-1 --status in-progress --on 2018-01-10 --next-step secret-step")
    desk('add "Hold it quietly" -m TR-20171228 --when "next spring"')

    done = desk("export --format ics --for partner")

    assert "SUMMARY:Hold the first Security Dialogue" in done.out
    assert "UID:TR-20171228-1-window@dipltrack" in done.out
    assert "4 items are left out of the copy for the partner" in done.err
    for secret in ("secret-step", "ME1", "quietly", "VTODO", "Middle East", "in-progress"):
        assert secret not in done.out
    assert done.out == desk("export --format ics --for partner").out


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("dipltrack --ledger desk export --format i", "ics"),
        ("dipltrack --ledger desk export --for p", "partner"),
        ("dipltrack --ledger desk export --partner T", "TR"),
        ("dipltrack import x.csv --map Deadline=sta", "Deadline=stated"),
        ("dipltrack import x.csv --dates m", "mdy"),
        ("dipltrack --ledger desk import x.csv --meeting TR", "TR-20171228"),
    ],
)
def test_the_tab_key_offers_formats_and_fields(
    line: str, offered: str, desk: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_DIPLTRACK_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(line.split(" ")) - 1))

    assert offered in desk("").out
