"""The entries one by one: of what each is, who made it, whether it still counts."""

from datetime import UTC
from pathlib import Path

from dipltrack.model.commitment import Commitment, Record
from dipltrack.model.meeting import Document
from dipltrack.model.update import Update
from dipltrack.register.ask import ask_entries
from dipltrack.register.view import View
from tests.given import REF, day, ledger_of

VIEW = View(as_of=day("2018-06-01"), timezone=UTC)
ENTRIES = (
    Document(id="RELEASE1", name="release"),
    Commitment(id="ITEM0001", ref=REF, title="Hold it"),
    Record(id="RECORD01", of=REF),
    Update(id="WRONG001", of=REF, date=day("2018-01-29"), note="n"),
    Update(id="UNDO0001", of=REF, date=day("2018-01-30"), corrects="WRONG001"),
    Update(id="AGAIN001", of=REF, date=day("2018-01-30"), corrects="UNDO0001", note="n"),
)


def test_each_entry_is_told_in_the_order_of_its_file(tmp_path: Path) -> None:
    _, made = ask_entries(ledger_of(tmp_path, *ENTRIES), VIEW)

    assert [(one.table, one.entry.id, one.of) for one in made] == [
        ("meeting", "MEETNG01", "TR-20171228"),
        ("document", "RELEASE1", "RELEASE1"),
        ("commitment", "ITEM0001", REF),
        ("record", "RECORD01", "RECORD01"),
        ("update", "WRONG001", REF),
        ("update", "UNDO0001", REF),
        ("update", "AGAIN001", REF),
    ]


def test_what_is_corrected_counts_no_more_and_an_undo_is_known_as_one(tmp_path: Path) -> None:
    _, made = ask_entries(ledger_of(tmp_path, *ENTRIES), VIEW)

    assert {one.entry.id for one in made if not one.counts} == {"WRONG001", "UNDO0001"}
    assert {one.entry.id for one in made if one.is_undo} == {"UNDO0001"}


def test_an_answer_names_the_errors_by_which_it_may_lack_something(tmp_path: Path) -> None:
    root = ledger_of(tmp_path, *ENTRIES)
    (root / "TR" / "2018-01-29.toml").write_text("???\n", encoding="utf-8")

    answer, made = ask_entries(root, VIEW)

    assert {error.file for error in answer.errors} == {"TR/2018-01-29.toml"}
    assert len(made) == 7


def test_an_entry_is_under_its_partner_and_every_party(tmp_path: Path) -> None:
    _, made = ask_entries(ledger_of(tmp_path, *ENTRIES), VIEW)

    assert all(one.is_under(["us", "tr"]) and one.is_under(["JP"]) for one in made)
    assert not any(one.is_under(["US"]) or one.is_under([]) for one in made)


def test_an_entry_is_of_the_dossier_of_its_item(tmp_path: Path) -> None:
    item = Commitment(ref=REF, title="Hold it", dossier="EPA")
    _, made = ask_entries(ledger_of(tmp_path, ENTRIES[0], item, *ENTRIES[2:]), VIEW)

    assert [one.dossier for one in made if one.table in {"meeting", "document"}] == [None, None]
    assert {one.dossier for one in made if one.table in {"commitment", "update"}} == {"EPA"}


def test_an_entry_of_a_hand_has_no_moment_and_comes_first(tmp_path: Path) -> None:
    root = ledger_of(tmp_path, ENTRIES[1])
    file = root / "TR" / "2017-12-28.toml"
    with file.open("a", encoding="utf-8") as text:
        text.write(f'\n[[update]]\nof = "{REF}"\ndate = 2018-01-29\nnote = "n"\n')

    _, made = ask_entries(root, VIEW)

    first, *others = sorted(made, key=lambda one: one.moment())
    assert (first.table, first.entered_on(UTC)) == ("update", None)
    assert [one.entered_on(UTC) for one in others] == [day("2017-12-29")] * 2
