"""A ref that a merge gave to another item still finds the one that bore it."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from dipltrack.ledger.mint import next_item_ref
from dipltrack.ledger.read import file_of
from dipltrack.model.commitment import Commitment
from dipltrack.model.update import Update
from dipltrack.register.unmatched import AmbiguousError
from dipltrack.register.view import View
from tests.given import day, ledger_of, meeting, register

VIEW = View(as_of=day("2018-02-02"))
HAS = Commitment(ref="TR-20171228-1", title="Open the university")
HAD = Commitment(ref="TR-20171228-2", title="Build the plant", was=("TR-20171228-1",))
ALONE = Commitment(ref="TR-20171228-3", title="Widen the road", was=("TR-20171228b-1",))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return ledger_of(tmp_path / "desk", HAS, HAD, ALONE)


def test_the_old_ref_of_one_item_means_it(root: Path) -> None:
    assert register(root).item_meant("tr-20171228B-1", VIEW).ref == "TR-20171228-3"


def test_a_ref_that_was_two_items_lists_both(root: Path) -> None:
    with pytest.raises(AmbiguousError) as error:
        register(root).item_meant("TR-20171228-1", VIEW)

    assert str(error.value) == (
        "TR-20171228-1 is the ref of “Open the university”, and was that of TR-20171228-2 "
        "(Build the plant) before two desks' work was joined: name the first by words of its "
        "title, the other by its ref"
    )


def test_words_and_the_new_ref_name_one_of_the_two(root: Path) -> None:
    asked = register(root)

    assert asked.item_meant("university", VIEW).ref == "TR-20171228-1"
    assert asked.item_meant("TR-20171228-2", VIEW).ref == "TR-20171228-2"
    assert asked.item_meant("TR-20171228-1", VIEW, by_old_ref=False).ref == "TR-20171228-1"


def test_the_item_itself_is_not_meant_where_it_is_left_out(root: Path) -> None:
    asked = register(root)

    assert asked.item_meant("TR-20171228-1", VIEW, but="TR-20171228-2").ref == "TR-20171228-1"


def test_a_struck_item_gives_up_its_old_ref_to_the_one_that_has_it(tmp_path: Path) -> None:
    root = ledger_of(
        tmp_path / "desk",
        replace(HAS, id="A1A1A1A1"),
        replace(HAD, id="B1B1B1B1"),
        replace(ALONE, id="C1C1C1C1"),
        Update(of=HAD.ref, date=day("2018-01-10"), corrects="B1B1B1B1"),
        Update(of=ALONE.ref, date=day("2018-01-10"), corrects="C1C1C1C1"),
    )

    assert register(root).item_meant("TR-20171228-1", VIEW).ref == "TR-20171228-1"
    assert register(root).item_meant("TR-20171228b-1", VIEW).ref == "TR-20171228-3"


def test_a_whole_title_means_its_item_though_another_holds_its_words(tmp_path: Path) -> None:
    longer = replace(HAD, title="Open the university and its library")
    asked = register(ledger_of(tmp_path / "desk", HAS, longer))

    assert asked.item_meant("open the University", VIEW).ref == "TR-20171228-1"
    with pytest.raises(AmbiguousError):
        asked.item_meant("university", VIEW)


def test_a_meeting_is_found_by_the_ref_that_it_bore(tmp_path: Path) -> None:

    held = replace(meeting("TR-20171228b"), was=("TR-20171228",))
    root = ledger_of(tmp_path / "desk", held=held)

    assert register(root).meetings.meant("TR-20171228", VIEW).meeting.ref == "TR-20171228b"


def test_the_number_that_an_item_bore_is_not_given_again(root: Path) -> None:
    (root / "TR" / "2017-12-28.toml").write_text(
        (root / "TR" / "2017-12-28.toml").read_text().replace("TR-20171228b-1", "TR-20171228-9")
    )
    file, _ = file_of((root / "TR" / "2017-12-28.toml").read_bytes(), "TR/2017-12-28.toml")

    assert file is not None
    assert next_item_ref(file) == "TR-20171228-10"
