"""Updates at the command line: the short forms, what they need, what they refuse."""

import json

import pytest

from tests.cli.calls import Call


def shown(desk: Call, ref: str) -> dict[str, object]:
    """The item as JSON."""
    found: dict[str, object] = json.loads(desk(f"show {ref} --format json").out)
    return found


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("start 1", "in-progress"),
        ('pause 1 --reason "Elections."', "on-hold"),
        ("fulfil 1 --evidence release", "fulfilled"),
        ("partly 1 --evidence release", "partly-fulfilled"),
        ('unmet 1 --reason "Called off."', "not-fulfilled"),
        ("update 1 --status not-started", "not-started"),
        ("update 1 --status superseded --with 2", "superseded"),
    ],
)
def test_a_short_form_enters_its_status(line: str, status: str, desk: Call) -> None:
    done = desk(line.replace("--with 2", "--with TR-20171228-2"))

    assert done.code == 0, done.err
    assert done.out.startswith("TR-20171228-1  Hold the first Security Dialogue\n")
    assert shown(desk, "1")["status"] == status


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("pause 1", "--reason is needed"),
        ("unmet 1", "--reason is needed"),
        ("update 1 --status on-hold", "--reason is needed"),
        ("update 1 --at-risk", "--reason is needed"),
        ("update 1 --status superseded", "--with REF is needed"),
        ("update 1 --status fulfiled", "did you mean fulfilled?"),
        ("update 1", "there is nothing to enter"),
        ("fulfil 4", "a continuing item is never fulfilled"),
        ("fulfil 1 --on 2018-02-03", "nobody knows a fact ahead"),
        ("note 1 --note x --on tomorrow", "--on 2018-02-03 is still to come"),
        ('note 1 --note x --on "March 2018"', "--on 2018-03-01 is still to come"),
        ('note 1 --note x --on "2 - 4 February 2018"', "--on 2018-02-04 is still to come"),
        ("note 1 --evidence release --dated 2030-01-01", "--dated 2030-01-01 is still to come"),
        ("ask 1 --to METI --on tomorrow", "is still to come"),
        ("fix 1 --to 2018-01-29 --on tomorrow", "is still to come"),
        ("fulfil 1 --on 2017-12-27", "is before the meeting of 2017-12-28"),
        ("partly 1 --on 2017-12-27", "dipltrack meeting set TR-20171228 --date DAY comes first"),
        ("fulfil 1 --on 2018-02-30", "--on"),
        ("fulfil 1 --on 3/4/2018", "--on"),
        ("fulfil 1 --evidence relase", "is no address (https://…) and no document"),
        ("fulfil 1 --says Held", "--says belongs to an --evidence"),
        ("note 1", "there is nothing to enter"),
        ("note 9 --note x", '"9" fits no item'),
        ("note dialogue --note x", "write --match"),
        ("note --match hold --note x", '"hold" fits 3 items'),
        ("note --note x", "which item?"),
        ("note 1 --match dialogue --note x", "not both"),
        ("fix 1 --to 2018-02-05", "lies outside the window"),
        ('fix 1 --to "as soon as possible"', "is no day"),
        ("fix 1", "--to is needed"),
        ('move 1 --to "next spring"', "--reason is needed"),
        ('move 1 --to "someday maybe" --reason x', "someday maybe"),
        ("update 1 --set led=ME2", "did you mean lead?"),
        ("update 1 --set latest=2018-02-01", "fix or dipltrack move"),
        ("update 1 --set lead", "write FIELD=VALUE"),
        ("update 1 --set firmness=strong", "firmness"),
        ("update 1 --set ref=TR-20171228-9", "is no field that can change"),
        ('note 1 --note "a\x1b[31mb"', "control character U+001B"),
    ],
)
def test_what_cannot_be_entered_is_refused_in_a_line(line: str, told: str, desk: Call) -> None:
    before = shown(desk, "1")

    done = desk(line)

    assert done.code == 2
    assert told in done.err
    assert done.err.startswith("dipltrack: ")
    assert len(done.err.splitlines()) == 1
    assert shown(desk, "1") == before


def test_several_refs_are_each_confirmed(desk: Call) -> None:
    done = desk('note 1 2 --note "Asked at the reception."')

    assert [line[:13] for line in done.out.splitlines() if line.startswith("TR")] == [
        "TR-20171228-1",
        "TR-20171228-2",
    ]


def test_a_wrong_ref_among_several_stops_them_all(desk: Call) -> None:
    assert desk('note 1 9 --note "x"').code == 2
    assert shown(desk, "1")["updates"] == []


@pytest.mark.parametrize(
    ("on", "days"),
    [
        ("2018-01-29", ("2018-01-29", None, None)),
        ("29 January 2018", ("2018-01-29", None, None)),
        ("29.01.2018", ("2018-01-29", None, None)),
        ("29/01/2018", ("2018-01-29", None, None)),
        ("yesterday", ("2018-02-01", None, None)),
        ("30 January - 1 February 2018", ("2018-02-01", "2018-01-30", None)),
        ("January 2018", ("2018-01-31", None, "January 2018")),
        ("February 2018", ("2018-02-02", None, "February 2018")),
        ("20180129", ("2018-01-29", None, None)),
        ("29 janvier 2018", ("2018-01-29", None, None)),
        ("29 Ocak 2018", ("2018-01-29", None, None)),
        ("H30.1.29", ("2018-01-29", None, None)),
    ],
)
def test_days_are_taken_as_people_write_them(
    on: str, days: tuple[str | None, ...], desk: Call
) -> None:
    desk(f'fulfil 1 --on "{on}" --evidence release')

    update = shown(desk, "1")["updates"][0]  # type: ignore[index]
    assert (update.get("date"), update.get("from"), update.get("when")) == days


def test_a_fixed_day_is_in_force_and_the_first_time_stays(desk: Call) -> None:
    desk("fix 1 --to 2018-01-29 --on 2018-01-15")

    item = shown(desk, "1")
    assert (item["earliest"], item["latest"], item["class"]) == (
        "2018-01-29",
        "2018-01-29",
        "exact",
    )
    assert item["first"]["latest"] == "2018-01-31"  # type: ignore[index]


def test_undo_takes_back_the_last_entry_and_then_the_one_before(desk: Call) -> None:
    desk('note 1 --note "first"')
    desk("start 1")

    assert "in-progress" in desk("undo").out
    assert shown(desk, "1")["status"] == "no-report"
    assert "note" not in desk("undo").err
    assert shown(desk, "1")["freshness"] == "never-reported"


def test_undo_of_a_filed_item_strikes_it(desk: Call) -> None:
    assert desk("undo").code == 0
    assert "TR-20171228-4" not in desk("list").out
    assert "Struck" in desk("show TR-20171228-4").out
    assert desk('add "Keep in touch" -m TR-2017').out.startswith("TR-20171228-5")


def test_undo_by_id_brings_back_what_an_undo_took(desk: Call) -> None:
    desk("fulfil 1 --on 2018-01-29 --evidence release")
    desk("undo")
    undoing = shown(desk, "1")["updates"][1]["id"]  # type: ignore[index]

    assert desk(f"undo {undoing}").code == 0
    assert shown(desk, "1")["status"] == "fulfilled"


def test_undo_leaves_the_entries_of_others(desk: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIPLTRACK_BY", "another")

    done = desk("undo")

    assert (done.code, "there is no entry by another" in done.err) == (2, True)


def test_undo_takes_back_a_strike(desk: Call) -> None:
    desk("strike TR-20171228-2")

    assert "struck on" in desk("undo").out
    assert "TR-20171228-2" in desk("list").out


def test_undo_takes_back_all_that_one_command_entered(desk: Call) -> None:
    desk('split TR-20171228-4 "Meet more often" "Telephone more often"')
    desk("undo")
    refs = [item["ref"][-1] for item in json.loads(desk("list --format json").out)["items"]]
    assert refs == ["1", "2", "3", "4"]

    desk("meeting set TR-2017 --date 2018-01-02 --reread")
    desk("undo")
    assert shown(desk, "1")["latest"] == "2018-01-31"
    assert "28 Dec 2017" in desk("meeting show TR-2017").out

    desk("note 1 2 3 --note heard")
    desk("undo")
    assert shown(desk, "3")["freshness"] == "never-reported"


def test_undo_of_a_document_and_of_a_record_takes_them_away(desk: Call) -> None:
    desk("document add TR-2017 sankei")
    desk("record 1 --source sankei --firmness agreement")
    desk("undo")
    assert shown(desk, "1")["records"] == []

    desk("undo")
    assert "sankei" not in desk("meeting show TR-2017").out
    assert desk("record 1 --source sankei").code == 2


def test_undo_does_not_pass_over_a_body_that_was_registered_last(desk: Call) -> None:
    desk("body add METI")

    done = desk("undo")

    assert (done.code, "your last command registered METI" in done.err) == (2, True)


def test_a_number_means_nothing_while_a_file_is_broken(desk: Call) -> None:
    from pathlib import Path

    assert desk("meeting add --partner TR --date 2018-01-29 --title Second").code == 0
    assert desk("add Dialogue -m TR-2018").code == 0
    with Path("desk/TR/2017-12-28.toml").open("a", encoding="utf-8") as file:
        file.write("[[update\n")

    done = desk("start 1")

    assert done.code == 3
    assert "write the whole ref" in done.err
    assert desk("start TR-20180129-1").code == 0


def test_a_day_to_answer_and_a_day_to_look_again_may_lie_ahead(desk: Call) -> None:
    assert desk("ask 1 --to METI --reply-by 2018-03-01").code == 0
    assert desk("update 1 --review-on 2018-03-01").code == 0
