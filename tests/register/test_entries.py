"""The entries one by one: of what each is, who made it, whether it still counts."""

from datetime import UTC, date
from pathlib import Path

import pytest
from msgspec.structs import replace

from dipltrack.model.commitment import Commitment, Record
from dipltrack.model.meeting import Document
from dipltrack.model.update import Change, Update
from dipltrack.register.entries import EntriesWanted
from dipltrack.register.view import View
from tests.given import MEETING_DAY, REF, day, ledger_of, meeting, register

VIEW = View(as_of=day("2018-06-01"), timezone=UTC)
ENTRIES = (
    Document(id="RELEASE1", name="release"),
    Commitment(id="ITEM0001", ref=REF, title="Hold it"),
    Record(id="RECORD01", of=REF),
    Update(id="WRONG001", of=REF, date=day("2018-01-29"), note="n"),
    Update(id="UNDO0001", of=REF, date=day("2018-01-30"), corrects="WRONG001"),
    Update(id="AGAIN001", of=REF, date=day("2018-01-30"), corrects="UNDO0001", note="n"),
)


def test_entries_are_told_the_newest_first(tmp_path: Path) -> None:
    root = ledger_of(tmp_path, *ENTRIES)
    later = Update(id="LATER001", of="TR-20180101-1", date=day("2019-01-01"), note="n")
    item = Commitment(id="ITEM0002", ref="TR-20180101-1", title="Hold another")
    ledger_of(root, item, later, held=meeting("TR-20180101", day("2018-01-01")))

    made = list(register(root).entries.newest())

    assert [(one.table, one.entry.id, one.of) for one in made] == [
        ("update", "LATER001", "TR-20180101-1"),
        ("update", "AGAIN001", REF),
        ("update", "UNDO0001", REF),
        ("update", "WRONG001", REF),
        ("commitment", "ITEM0002", "TR-20180101-1"),
        ("meeting", "MEETNG01", "TR-20180101"),
        ("record", "RECORD01", "RECORD01"),
        ("commitment", "ITEM0001", REF),
        ("document", "RELEASE1", "RELEASE1"),
        ("meeting", "MEETNG01", "TR-20171228"),
    ]


def test_only_files_with_an_entry_since_the_day_are_read(tmp_path: Path) -> None:
    root = ledger_of(tmp_path, *ENTRIES)
    item = Commitment(id="ITEM0002", ref="TR-20180101-1", title="Hold another")
    ledger_of(root, item, held=meeting("TR-20180101", day("2018-01-01")))

    made = list(register(root).entries.newest(EntriesWanted(since=day("2018-01-29"))))

    assert {one.file.meeting.ref for one in made} == {"TR-20171228"}


def test_an_entry_is_found_by_its_id(tmp_path: Path) -> None:
    asked = register(ledger_of(tmp_path, *ENTRIES))

    assert [one.table for one in asked.entries.of_id("RECORD01")] == ["record"]
    assert list(asked.entries.of_id("NOTHERE1")) == []


def test_what_is_corrected_counts_no_more_and_an_undo_is_known_as_one(tmp_path: Path) -> None:
    made = list(register(ledger_of(tmp_path, *ENTRIES)).entries.newest())

    assert {one.entry.id for one in made if not one.counts} == {"WRONG001", "UNDO0001"}
    assert {one.entry.id for one in made if one.is_undo} == {"UNDO0001"}


def test_an_answer_names_the_errors_by_which_it_may_lack_something(tmp_path: Path) -> None:
    root = ledger_of(tmp_path, *ENTRIES)
    (root / "TR" / "2018-01-29.toml").write_text("???\n", encoding="utf-8")

    asked = register(root)
    made = list(asked.entries.newest())

    assert {error.file for error in asked.errors(VIEW)} == {"TR/2018-01-29.toml"}
    assert len(made) == 7


def test_an_entry_is_under_its_partner_and_every_party(tmp_path: Path) -> None:
    made = register(ledger_of(tmp_path, *ENTRIES))
    every = list(made.entries.newest())

    for partners in (("us", "tr"), ("JP",)):
        assert list(made.entries.newest(EntriesWanted(partners=partners))) == every
    assert list(made.entries.newest(EntriesWanted(partners=("US",)))) == []


def test_an_entry_is_of_every_dossier_in_which_its_item_ever_was(tmp_path: Path) -> None:
    item = Commitment(ref=REF, title="Hold it", dossier="EPA")
    change = Change(field="dossier", from_="EPA", to="security")
    moved = Update(of=REF, date=MEETING_DAY, changes=(change,))
    made = register(ledger_of(tmp_path, ENTRIES[0], item, *ENTRIES[2:], moved))

    of_epa = list(made.entries.newest(EntriesWanted(dossiers=("epa",))))

    assert {one.table for one in of_epa} == {"commitment", "record", "update"}
    assert list(made.entries.newest(EntriesWanted(dossiers=("Security",)))) == of_epa
    assert list(made.entries.newest(EntriesWanted(dossiers=("culture",)))) == []


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (EntriesWanted(ref=REF), ["AGAIN001", "UNDO0001", "WRONG001", "RECORD01", "ITEM0001"]),
        (EntriesWanted(ref="TR-20171228"), ["MEETNG01"]),
        (EntriesWanted(beginning="tr-2017", by=("os",)), ["RELEASE1"]),
        (EntriesWanted(beginning="US-"), []),
        (EntriesWanted(by=("xy",)), []),
        (EntriesWanted(until=day("2017-12-28")), []),
        (EntriesWanted(until=date.max, by=("os",)), ["RELEASE1"]),
        (EntriesWanted(since=date.min, by=("os",)), ["RELEASE1"]),
        (EntriesWanted(since=date.max), []),
        (EntriesWanted(since=day("2018-01-29"), until=day("2018-01-29")), ["WRONG001"]),
    ],
)
def test_only_what_is_asked_for_is_told(
    wanted: EntriesWanted, ids: list[str], tmp_path: Path
) -> None:
    release, *others = ENTRIES
    root = ledger_of(tmp_path, replace(release, by="os"), *others)

    assert [one.entry.id for one in register(root).entries.newest(wanted)] == ids


def test_no_file_is_read_to_which_those_asked_for_entered_nothing(tmp_path: Path) -> None:
    made = register(ledger_of(tmp_path, *ENTRIES))
    with made.reading():  # the index is in step; what comes now only a reading of the file tells
        file = tmp_path / "TR" / "2017-12-28.toml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace('by = "kt"', 'by = "os"'), encoding="utf-8")

    assert list(made.entries.newest(EntriesWanted(by=("os",)))) == []


def test_an_entry_of_a_hand_has_no_moment_and_comes_last(tmp_path: Path) -> None:
    root = ledger_of(tmp_path, ENTRIES[1])
    file = root / "TR" / "2017-12-28.toml"
    with file.open("a", encoding="utf-8") as text:
        text.write(f'\n[[update]]\nof = "{REF}"\ndate = 2018-01-29\nnote = "n"\n')

    made = list(register(root).entries.newest())

    *others, last = made
    assert (last.table, last.entered_on(UTC)) == ("update", None)
    assert [one.entered_on(UTC) for one in others] == [day("2017-12-29")] * 2
