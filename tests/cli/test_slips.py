"""What was filed wrongly and is corrected: the stated time, a document, a body."""

import json
from pathlib import Path

import pytest

from tests.cli.calls import Call


def shown(desk: Call, ref: str) -> dict[str, object]:
    """The item as JSON."""
    found: dict[str, object] = json.loads(desk(f"show {ref} --format json").out)
    return found


# The stated time


def test_a_mistyped_time_is_corrected_from_the_meetings_day(desk: Call) -> None:
    done = desk('update 1 --when "late February next year" --reason "Mistyped."')

    assert done.out == (
        "TR-20171228-1  Hold the first Security Dialogue\n"
        "  filed  “late January next year” (2018-01-21/2018-01-31) → “late February next year” "
        "(2018-02-21/2018-02-28)\n"
    )
    item = shown(desk, "1")
    assert (item["stated"], item["latest"]) == ("late February next year", "2018-02-28")
    assert item["first"]["latest"] == "2018-02-28"  # type: ignore[index]
    assert (
        json.loads(desk("show 1 --as-of 2017-12-29 --format json").out)["latest"] == "2018-02-28"
    )
    assert desk("check --strict").code == 0


def test_a_time_that_was_moved_stays_in_force(desk: Call) -> None:
    desk('move 1 --to "second half of 2018" --reason Elections')

    assert "stays “second half of 2018”" in desk('update 1 --when "early January 2018"').out
    item = shown(desk, "1")
    assert item["latest"] == "2018-12-31"
    assert item["first"]["latest"] == "2018-01-10"  # type: ignore[index]


@pytest.mark.parametrize("words", ["none", ""])
def test_a_time_that_was_never_stated_is_taken_away(words: str, desk: Call) -> None:
    assert desk(f"update 1 --when '{words}'").code == 0

    item = shown(desk, "1")
    assert (item["stated"], item["latest"], item["timeliness"]) == (None, None, "undated")


def test_words_of_recurrence_make_it_recur_and_others_end_that(desk: Call) -> None:
    desk("update 1 --when annually")
    assert (shown(desk, "1")["kind"], shown(desk, "1")["latest"]) == ("recurring", "2018-12-28")

    desk('update 1 --when "next spring"')
    assert (shown(desk, "1")["kind"], shown(desk, "1")["latest"]) == ("one-off", "2018-05-31")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('update 1 --when "late January next year"', "is filed so already"),
        ("update 1 --when 2018 --note n", "write it alone"),
        ("update 1 --when soonish", "names no time"),
        ("update 9 --when 2018", '"9" fits no item'),
    ],
)
def test_what_corrects_nothing_is_refused(line: str, told: str, desk: Call) -> None:
    done = desk(line)

    assert (done.code, done.out) == (2, "")
    assert told in done.err


# A document


def test_a_document_is_corrected(desk: Call) -> None:
    done = desk("document set TR-2017 release --address https://example.org --language en")

    assert done.out == (
        "TR-20171228/release  press release\n"
        "  language: nothing → en\n"
        "  address: nothing → https://example.org\n"
    )
    assert "https://example.org" in desk("show 1").out
    desk("document set TR-2017 release --address '' --instrument readout")
    assert "https://example.org" not in desk("show 1").out
    assert "release 2(2)a  (readout of JP)" in desk("show 1").out
    desk("undo")
    assert "https://example.org" in desk("show 1").out


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("document set TR-2017 sankei --language en", "there is release"),
        ("document set TR-2017 release", "there is nothing to set"),
        ("document set TR-2017 release --issued-by JP", "there is nothing to set"),
        ("document set TR-2017 release --instrument letter", '"letter" is not known'),
    ],
)
def test_what_is_no_correction_of_a_document_is_refused(line: str, told: str, desk: Call) -> None:
    done = desk(line)

    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_a_document_that_a_hand_wrote_needs_an_id_first(desk: Call) -> None:
    with Path("desk/TR/2017-12-28.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[document]]\nname = "minutes"\n')

    assert "dipltrack edit gives it one" in desk("document set TR-2017 minutes --language en").err


# A body


def test_an_empty_value_empties_a_field_of_a_body(desk: Call) -> None:
    desk("body add ME2 --title Second --mail me2@example.org --until 2018-01-31 --successor ME1")

    desk("body add ME2 --title '' --mail '' --until '' --successor ''")

    (body,) = json.loads(desk("body list --format json").out)["bodies"]
    assert {"title", "mail", "until", "successor"} & {k for k, v in body.items() if v} == set()


def test_successors_in_a_circle_are_told_as_they_are_entered_and_by_check(desk: Call) -> None:
    desk("body add ME1 --until 2018-01-31 --successor ME2")
    done = desk("body add ME2 --until 2018-01-31 --successor ME1")
    told = "successors go in a circle: ME2, ME1, ME2"

    assert (done.code, told in done.err) == (0, True)
    assert f": warning: {told} — dipltrack body add ME2 --successor" in desk("check").out

    desk("body add ME2 --successor ''")
    assert "circle" not in desk("check").out


def test_undo_names_the_body_that_was_registered_last_and_the_entry_before(desk: Call) -> None:
    desk("note 1 --note heard")
    note = shown(desk, "1")["updates"][0]["id"]  # type: ignore[index]
    desk("body add ME1")
    desk("body add ME2")

    done = desk("undo")

    assert (done.code, "your last command registered ME2" in done.err) == (2, True)
    assert "dipltrack body add ME2" in done.err
    assert f"dipltrack undo {note} takes back the entry before it" in done.err
    assert desk(f"undo {note}").code == 0


@pytest.mark.parametrize(
    ("options", "party"), [("", "TR"), ("--party US", "US"), ("--party JP", "JP")]
)
def test_a_body_named_after_a_partner_is_of_it(options: str, party: str, desk: Call) -> None:
    assert f"TR-MFA  of {party}\n" in desk(f"body add TR-MFA {options}").out
    assert "ME1  of JP\n" in desk("body add ME1").out


def test_a_meeting_says_that_its_date_was_corrected(desk: Call) -> None:
    before = desk("meeting show TR-20171228").out
    desk("meeting set TR-20171228 --date 2017-12-29")

    assert "corrected" not in before
    shown = " ".join(desk("meeting show TR-20171228").out.split())
    assert "Day 29 Dec 2017 (corrected; filed as 28 Dec 2017)" in shown
