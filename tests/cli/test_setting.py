"""Fields that changed, evidence and undoings at the command line, case by case."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from dipltrack.cli.main import main
from tests.cli.calls import Call


def changes_of(desk: Call) -> list[dict[str, Any]]:
    """The changes of the last update of the first item."""
    shown = json.loads(desk("show TR-20171228-1 --format json").out)
    changes: list[dict[str, Any]] = shown["updates"][-1]["changes"]
    return changes


@pytest.mark.parametrize(
    ("typed", "change"),
    [
        ("lead=ME2", {"field": "lead", "from": "ME1", "to": "ME2"}),
        ("lead=ME2,METI", {"field": "lead", "from": "ME1", "to": ["ME2", "METI"]}),
        ("lead=", {"field": "lead", "from": "ME1"}),
        ("review-on='1 March 2018'", {"field": "review_on", "to": "2018-03-01"}),
        ("report_every=90", {"field": "report_every", "to": 90}),
        ("track=yes", {"field": "track", "to": True}),
        ("track=False", {"field": "track", "to": False}),
        ("kind=continuing", {"field": "kind", "to": "continuing"}),
        (
            "title='Hold it'",
            {"field": "title", "from": "Hold the first Security Dialogue", "to": "Hold it"},
        ),
    ],
)
def test_a_field_is_set_as_it_is_typed(typed: str, change: dict[str, Any], desk: Call) -> None:
    done = desk(f"update 1 --set {typed}")

    assert done.code == 0, done.err
    assert changes_of(desk) == [change]


def test_several_fields_are_set_at_once_and_a_list_is_told_as_it_was(desk: Call) -> None:
    assert desk("update 1 --set lead=ME1,METI --set sector=economy").code == 0
    assert desk("update 1 --set lead=ME2").code == 0

    assert changes_of(desk) == [{"field": "lead", "from": ["ME1", "METI"], "to": "ME2"}]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("title=", "title cannot be emptied: write what it is instead"),
        ("report_every=soon", 'report_every = "soon" is not a whole number above 0'),
        ("report_every=0", "report_every = 0 is not a whole number above 0"),
        ("track=maybe", 'track = "maybe" is not true or false'),
        ("review_on=soon", "--set review_on"),
        ("zzz=1", '--set "zzz" is no field that can change: there are title, dossier'),
        ("stated=soon", "dipltrack fix or dipltrack move changes a time"),
    ],
)
def test_what_cannot_be_set_is_told_in_a_line(typed: str, told: str, desk: Call) -> None:
    done = desk(f"update 1 --set {typed}")

    assert (done.code, done.out) == (2, "")
    assert told in done.err


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("--evidence ''", "--evidence is empty"),
        ("--evidence https://x --says a --says b", "--says belongs to an --evidence"),
        ("--dated 2018-01-29", "--dated belongs to an --evidence"),
        ("--lang en", "--lang belongs to an --evidence"),
        ("--contradicts", "--contradicts belongs to an --evidence"),
        ("--evidence https://x --dated someday", "--dated"),
        ("--keep nowhere.pdf", '--keep "nowhere.pdf" is no file'),
    ],
)
def test_what_is_no_evidence_is_told_in_a_line(options: str, told: str, desk: Call) -> None:
    done = desk(f"note 1 --note n {options}")

    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_evidence_of_a_month_has_the_words_and_the_last_day(desk: Call) -> None:
    assert desk('note 1 --evidence release --dated "January 2018" --lang ja --says so').code == 0

    shown = json.loads(desk("show 1 --format json").out)
    assert shown["updates"][-1]["evidence"] == [
        {
            "document": "release",
            "date": "2018-01-31",
            "when": "January 2018",
            "language": "ja",
            "says": "so",
        }
    ]


def ids_of(desk: Call) -> list[str]:
    """The ids of the updates of the first item."""
    shown = json.loads(desk("show TR-20171228-1 --format json").out)
    return [update["id"] for update in shown["updates"]]


def test_what_was_taken_back_cannot_be_taken_back_again(desk: Call) -> None:
    assert desk("note 1 --note n").code == 0
    (note,) = ids_of(desk)
    assert desk(f"undo {note.lower()} --reason 'Typed in error'").code == 0

    done = desk(f"undo {note}")

    assert (done.code, f"{note} was taken back already" in done.err) == (2, True)


def test_an_id_in_several_files_is_not_guessed(desk: Call) -> None:
    assert desk("note 1 --note n").code == 0
    (note,) = ids_of(desk)
    file = Path("desk/TR/2017-12-28.toml")
    other = Path("desk/TR/2018-01-29.toml")
    shutil.copy(file, other)
    text = other.read_text(encoding="utf-8")
    other.write_text(text.replace("TR-20171228", "TR-20180129"), encoding="utf-8")

    done = desk(f"undo {note}")

    assert done.code == 2
    assert f"{note} is an id in several files: TR/2017-12-28.toml, TR/2018-01-29.toml" in done.err


def test_a_new_item_either_follows_or_says_again(desk: Call) -> None:
    done = desk("add Hold --follows TR-20171228-1 --restates TR-20171228-2")

    assert (done.code, "write --follows or --restates, not both" in done.err) == (2, True)


@pytest.mark.parametrize(("line", "code"), [("--version", 0), ("--ledger nowhere list", 3)])
def test_the_program_leaves_with_its_code(line: str, code: int, call: Call) -> None:
    with pytest.raises(SystemExit) as left:
        main(line.split())

    assert left.value.code == code


# A meeting's own fields


def test_a_later_date_warns_of_no_entry_that_the_program_made(desk: Call) -> None:
    desk("update 1 --on 2017-12-28 --set lead=METI")
    desk('note 1 2 --on 2017-12-29 --note "Heard of it."')

    done = desk("meeting set TR-2017 --date 2018-01-02 --reread")

    assert done.err == (
        "dipltrack: warning: date = 2017-12-29 is before the meeting of 2018-01-02, and so in 1 "
        "more — it counts from the meeting on; correct the date if it is wrong\n"
    )
    assert desk("check").out.count("is before the meeting") == 2


def test_a_date_that_is_still_to_come_is_told(desk: Call) -> None:
    done = desk("meeting set TR-2017 --date 2028-01-01")

    assert "2028-01-01 is still to come" in done.err


def test_parties_are_set_as_they_are_filed(desk: Call) -> None:
    assert "parties: JP, TR → JP, TR, EU\n" in desk("meeting set TR-2017 --parties TR,eu").out

    done = desk("meeting set TR-2017 --parties TR,Turkey")
    assert (done.code, '--parties "Turkey" is no code' in done.err) == (2, True)


def test_a_flag_that_was_set_is_told_in_words(desk: Call) -> None:
    desk("update 3 --set track=yes")

    assert "track: no → yes" in " ".join(desk("show 3").out.split())


# What recurs


def test_a_period_makes_an_act_recur_from_its_stated_window_on(desk: Call) -> None:
    done = desk('add "Hold talks" -m TR-2017 --every "1 year" --when "next spring"')

    assert "2018-03-01/2018-05-31" in done.out
    assert "then every 1 year\n" in done.out
    item = json.loads(desk("show 5 --format json").out)
    assert (item["kind"], item["latest"]) == ("recurring", "2018-05-31")
    assert desk("held 5 --on 2018-01-30 --evidence release").code == 0
    assert json.loads(desk("show 5 --format json").out)["latest"] == "2019-12-31"


def test_a_period_is_refused_of_what_is_done_once(desk: Call) -> None:
    done = desk('add "Hold talks" -m TR-2017 --every "1 year" --kind one-off')

    assert (done.code, "--every 1 year is of what recurs" in done.err) == (2, True)
    done = desk('add "Keep in touch" -m TR-2017 --every "1 year" --kind continuing')
    assert done.code == 0


# What no longer counts


def test_check_says_nothing_of_what_was_struck_or_taken_back(desk: Call) -> None:
    desk("fulfil 1")
    desk('add "Build it" -m TR-2017 --restates TR-20171228-1')
    assert "fulfilled without evidence" in desk("check").out

    desk("strike TR-20171228-1")

    assert "fulfilled without evidence" not in desk("check").out


# Names and voices


@pytest.mark.parametrize(
    "line",
    [
        'add "Hold it" -m TR-2017 --voice them',
        "expect 1 --to 2018 --voice both",
        "update 1 --set voice=jont",
        "record 1 --source release --voice US",
    ],
)
def test_a_voice_that_nobody_at_the_meeting_had_is_refused(line: str, desk: Call) -> None:
    done = desk(line)

    assert (done.code, done.out) == (2, "")
    assert "is no voice of TR-20171228: " in done.err


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('add "Hold it" -m TR-2017 --lead MEXT', 'lead = "MEXT" is no body'),
        ("ask 1 --to MOFAA", 'asked = "MOFAA" is no body'),
        ("update 1 --from MOFAA", 'answered = "MOFAA" is no body'),
        ("update 1 --set lead=MEXT", 'lead = "MEXT" is no body'),
        ('add "Hold it" -m TR-2017 --dossier XYZ', '"XYZ" is no dossier'),
        ("update 1 --set dossier=XYZ", '"XYZ" is no dossier'),
    ],
)
def test_a_name_that_is_not_registered_is_told_once_and_filed(
    line: str, told: str, desk: Call
) -> None:
    for setup in ("body add ME1", "body add METI", "dossier add EPA"):
        desk(setup)
    name = told.split('"')[1]
    table = "dossier" if name == "XYZ" else "body"

    done = desk(line)

    assert done.code == 0
    assert done.err.count(told) == 1
    assert f"dipltrack {table} add {name} registers it" in done.err
    assert told in desk("check").out


def test_a_paragraph_alone_is_of_the_only_document(desk: Call) -> None:
    desk('add "Hold it" -m TR-2017 --source "2(2)d"')
    item = json.loads(desk("show 5 --format json").out)
    assert (item["document"], item["paragraph"]) == ("release", "2(2)d")

    desk("document add TR-2017 sankei")
    assert desk('add "Hold it" -m TR-2017 --source "2(2)d"').code == 2


def test_a_value_that_is_so_already_is_told(desk: Call) -> None:
    alone = desk("update 2 --set lead=METI")
    emptied = desk("update 2 --set done_when=")
    beside = desk("update 2 --set lead=METI --set sector=trade")

    assert alone.code == emptied.code == 2
    assert "TR-20171228-2: lead is METI already" in alone.err
    assert "there is nothing to enter" in alone.err
    assert "TR-20171228-2: done_when is empty already" in emptied.err
    assert beside.code == 0
    assert "TR-20171228-2: lead is METI already" in beside.err
    assert "lead" not in beside.out
    assert "sector: economy → trade" in beside.out


def test_the_desks_own_keys_are_changed_by_hand(desk: Call) -> None:
    done = desk("update 2 --set x_file=7")

    assert done.code == 2
    assert "--set x_file: keys that begin with x_ are the desk's own" in done.err
    assert "dipltrack edit REF changes them by hand" in done.err
