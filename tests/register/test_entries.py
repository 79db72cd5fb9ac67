"""The entries one by one: of what each is, who made it, whether it still counts."""

from datetime import UTC
from pathlib import Path

from dipltrack.model.commitment import Commitment, Record
from dipltrack.model.meeting import Document
from dipltrack.model.update import Update
from dipltrack.register.view import View
from tests.given import REF, day, ledger_of, meeting, register

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

    made = list(register(root).newest_entries())

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

    made = list(register(root).newest_entries(since=day("2018-01-29")))

    assert {one.file.meeting.ref for one in made} == {"TR-20171228"}


def test_an_entry_is_found_by_its_id(tmp_path: Path) -> None:
    asked = register(ledger_of(tmp_path, *ENTRIES))

    assert [one.table for one in asked.entries_of_id("RECORD01")] == ["record"]
    assert list(asked.entries_of_id("NOTHERE1")) == []


def test_what_is_corrected_counts_no_more_and_an_undo_is_known_as_one(tmp_path: Path) -> None:
    made = list(register(ledger_of(tmp_path, *ENTRIES)).newest_entries())

    assert {one.entry.id for one in made if not one.counts} == {"WRONG001", "UNDO0001"}
    assert {one.entry.id for one in made if one.is_undo} == {"UNDO0001"}


def test_an_answer_names_the_errors_by_which_it_may_lack_something(tmp_path: Path) -> None:
    root = ledger_of(tmp_path, *ENTRIES)
    (root / "TR" / "2018-01-29.toml").write_text("???\n", encoding="utf-8")

    asked = register(root)
    made = list(asked.newest_entries())

    assert {error.file for error in asked.errors(VIEW)} == {"TR/2018-01-29.toml"}
    assert len(made) == 7


def test_an_entry_is_under_its_partner_and_every_party(tmp_path: Path) -> None:
    made = list(register(ledger_of(tmp_path, *ENTRIES)).newest_entries())

    assert all(one.is_under(["us", "tr"]) and one.is_under(["JP"]) for one in made)
    assert not any(one.is_under(["US"]) or one.is_under([]) for one in made)


def test_an_entry_is_of_the_dossier_of_its_item(tmp_path: Path) -> None:
    item = Commitment(ref=REF, title="Hold it", dossier="EPA")
    made = list(register(ledger_of(tmp_path, ENTRIES[0], item, *ENTRIES[2:])).newest_entries())

    assert [one.dossier for one in made if one.table in {"meeting", "document"}] == [None, None]
    assert {one.dossier for one in made if one.table in {"commitment", "update"}} == {"EPA"}


def test_an_entry_of_a_hand_has_no_moment_and_comes_last(tmp_path: Path) -> None:
    root = ledger_of(tmp_path, ENTRIES[1])
    file = root / "TR" / "2017-12-28.toml"
    with file.open("a", encoding="utf-8") as text:
        text.write(f'\n[[update]]\nof = "{REF}"\ndate = 2018-01-29\nnote = "n"\n')

    made = list(register(root).newest_entries())

    *others, last = made
    assert (last.table, last.entered_on(UTC)) == ("update", None)
    assert [one.entered_on(UTC) for one in others] == [day("2017-12-29")] * 2
