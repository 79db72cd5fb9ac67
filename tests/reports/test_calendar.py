"""What a calendar holds of an item, on any day: one event, one to-do, each by a name that stays."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from msgspec.structs import replace

from dipltrack.model.commitment import Commitment
from dipltrack.model.entry import Entry
from dipltrack.model.update import Update
from dipltrack.model.vocabulary import Firmness, Side, Status, TimingChange, TimingClass
from dipltrack.model.window import Timing, Window
from dipltrack.reports.calendar import calendar_of
from tests.given import REF, day, ledger_of, standings

WINDOW = Window(
    class_=TimingClass.PART, earliest=date(2018, 1, 21), latest=date(2018, 1, 31), basis="late"
)
ITEM = Commitment(
    ref=REF, title="Hold the dialogue", timing=Timing(stated="late January", window=WINDOW)
)


def parts(root: Path, *entries: Entry, as_of: str = "2018-06-01") -> dict[str, Any]:
    """The event and the to-do of the one item, as icalendar reads them back."""
    ledger_of(root, *entries)
    data = calendar_of(standings(root, as_of).values(), "Desk")
    found = Calendar.from_ical(data)
    assert isinstance(found, Calendar)
    return {part.name or "": part for part in found.subcomponents}


def test_a_window_is_an_event_of_whole_days_and_its_last_day_a_to_do(tmp_path: Path) -> None:
    found = parts(tmp_path, ITEM, as_of="2018-01-05")

    event, to_do = found["VEVENT"], found["VTODO"]
    assert event["DTSTART"].to_ical() == b"20180121"
    assert event["DTEND"].to_ical() == b"20180201"  # the day after the last
    assert (event["STATUS"], event["TRANSP"]) == ("CONFIRMED", "TRANSPARENT")
    assert to_do["DUE"].to_ical() == b"20180131"
    assert to_do["STATUS"] == "NEEDS-ACTION"
    assert "stated: “late January” (21–31 Jan 2018)" in event["DESCRIPTION"]


def test_names_stay_and_the_stamp_moves_only_with_an_entry(tmp_path: Path) -> None:
    note = Update(of=REF, date=day("2018-01-10"), note="Heard.")
    before = parts(tmp_path / "a", ITEM, as_of="2018-01-05")
    later = parts(tmp_path / "b", ITEM, as_of="2018-01-09")
    after = parts(tmp_path / "c", ITEM, note, as_of="2018-01-11")

    for part in ("VEVENT", "VTODO"):
        assert before[part].to_ical() == later[part].to_ical()
        assert before[part]["UID"] == after[part]["UID"]
        assert before[part].DTSTAMP < after[part].DTSTAMP
        assert before[part]["SEQUENCE"] < after[part]["SEQUENCE"]
    assert before["VEVENT"]["UID"] != before["VTODO"]["UID"]


STATUSES = [
    (Status.NOT_STARTED, "CONFIRMED", "NEEDS-ACTION"),
    (Status.IN_PROGRESS, "CONFIRMED", "IN-PROCESS"),
    (Status.ON_HOLD, "CONFIRMED", "NEEDS-ACTION"),
    (Status.FULFILLED, "CONFIRMED", "COMPLETED"),
    (Status.PARTLY_FULFILLED, "CONFIRMED", "COMPLETED"),
    (Status.NOT_FULFILLED, "CANCELLED", "CANCELLED"),
    (Status.WITHDRAWN, "CANCELLED", "CANCELLED"),
    (Status.SUPERSEDED, "CANCELLED", "CANCELLED"),
]


@pytest.mark.parametrize(("status", "event", "to_do"), STATUSES)
def test_what_has_become_of_it_stands_in_both(
    tmp_path: Path, status: Status, event: str, to_do: str
) -> None:
    update = Update(
        of=REF,
        date=day("2018-01-30"),
        status=status,
        reason="why",
        withdrawn_by=Side.BOTH,
        superseded_by=f"{REF}0",
    )

    found = parts(tmp_path, ITEM, update)

    assert (found["VEVENT"]["STATUS"], found["VTODO"]["STATUS"]) == (event, to_do)
    kept = to_do == "COMPLETED"
    assert ("COMPLETED" in found["VTODO"]) is kept


def test_what_was_done_was_done_on_the_day_of_the_fact(tmp_path: Path) -> None:
    update = Update(of=REF, date=day("2018-01-30"), status=Status.FULFILLED)

    assert parts(tmp_path, ITEM, update)["VTODO"].get("COMPLETED").dt.date() == day("2018-01-30")


def test_a_struck_item_is_cancelled(tmp_path: Path) -> None:
    item = replace(ITEM, id="WRONGITM")
    strike = Update(of=REF, date=day("2018-01-10"), corrects="WRONGITM", reason="twice")

    found = parts(tmp_path, item, strike)

    assert {part["STATUS"] for part in found.values()} == {"CANCELLED"}


def test_what_is_said_again_is_cancelled_in_its_old_place(tmp_path: Path) -> None:
    again = replace(ITEM, ref="TR-20171228-2", restates=REF)
    ledger_of(tmp_path, ITEM, again)

    data = calendar_of(standings(tmp_path, "2018-06-01").values(), "Desk")
    found = Calendar.from_ical(data)

    assert isinstance(found, Calendar)
    told = {
        str(part["UID"]).partition("-ENTRY")[0]: part["STATUS"] for part in found.walk("VEVENT")
    }
    assert told == {REF: "CANCELLED", "TR-20171228-2": "CONFIRMED"}


def moved(to: Window) -> Update:
    """Another time that was agreed."""
    return Update(
        of=REF,
        date=day("2018-01-15"),
        timing=TimingChange.MOVED,
        reason="elections",
        to=Timing(stated="otherwise", window=to),
    )


def test_a_moved_window_moves_the_same_event(tmp_path: Path) -> None:
    spring = Window(class_=TimingClass.SEASON, earliest=date(2018, 3, 1), latest=date(2018, 5, 31))

    found = parts(tmp_path, ITEM, moved(spring))

    assert found["VEVENT"]["DTSTART"].to_ical() == b"20180301"
    assert found["VTODO"]["DUE"].to_ical() == b"20180531"


def test_a_time_that_is_open_again_cancels_what_stood_there(tmp_path: Path) -> None:
    found = parts(tmp_path, ITEM, moved(Window(class_=TimingClass.OPEN)))

    assert {part["STATUS"] for part in found.values()} == {"CANCELLED"}
    assert found["VEVENT"]["DTSTART"].to_ical() == b"20180121"


def test_what_only_ends_has_no_event_and_what_only_begins_no_to_do(tmp_path: Path) -> None:
    by = Window(class_=TimingClass.BY, latest=date(2018, 1, 31))
    since = Window(class_=TimingClass.RANGE, earliest=date(2018, 1, 21))

    ends = parts(tmp_path / "a", replace(ITEM, timing=Timing(window=by)))
    begins = parts(tmp_path / "b", replace(ITEM, timing=Timing(window=since)))

    assert list(ends) == ["VTODO"]
    assert list(begins) == ["VEVENT"]
    assert begins["VEVENT"]["DTEND"].to_ical() == b"20180122"


def test_nobody_has_to_see_to_what_was_only_also_said(tmp_path: Path) -> None:
    said = replace(ITEM, firmness=Firmness.STATEMENT)

    assert list(parts(tmp_path / "a", said)) == ["VEVENT"]
    assert list(parts(tmp_path / "b", replace(said, track=True))) == ["VEVENT", "VTODO"]


def test_an_item_without_a_day_is_not_there(tmp_path: Path) -> None:
    assert parts(tmp_path, Commitment(ref=REF, title="Cooperate")) == {}


def test_no_text_of_the_ledger_adds_a_line(tmp_path: Path) -> None:
    hostile = replace(
        ITEM,
        title="Hold;it,\\ now",
        wording="one\nEND:VEVENT\r\nBEGIN:VALARM\nATTACH:x\x00" + "ü" * 200,
    )

    found = parts(tmp_path, hostile)

    assert found["VEVENT"]["SUMMARY"] == hostile.title
    assert list(found) == ["VEVENT", "VTODO"]
    assert not found["VEVENT"].subcomponents
    assert "‹U+0000›" in found["VEVENT"]["DESCRIPTION"]


def test_no_line_is_longer_than_75_octets_and_each_ends_as_the_rfc_says(tmp_path: Path) -> None:
    ledger_of(tmp_path, replace(ITEM, wording="早期に開催する。" * 50))

    data = calendar_of(standings(tmp_path, "2018-06-01").values(), "外務省")

    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
