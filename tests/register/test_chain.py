"""Chains: what was said again, what continues what, and a missed date that stays missed."""

from pathlib import Path

import pytest

from dipltrack.model.commitment import Commitment
from dipltrack.model.update import Update
from dipltrack.model.vocabulary import Firmness, Status, TimingClass
from dipltrack.model.window import Timing, Window
from dipltrack.register.question import Question
from dipltrack.register.sequel import next_title
from dipltrack.register.standing import Standing
from dipltrack.register.view import View
from tests.given import asked, day, ledger_of, meeting, standings

OLD, MIDDLE, NEW = "TR-20220319-1", "TR-20230101-1", "TR-20240116-1"


def promised_for(year: int) -> Timing:
    """A promise for that year."""
    window = Window(
        class_=TimingClass.YEAR, earliest=day(f"{year}-01-01"), latest=day(f"{year}-12-31")
    )
    return Timing(stated=f"in {year}", window=window)


@pytest.fixture
def university(tmp_path: Path) -> Path:
    """Promised for 2023, hoped for in 2023 again, and promised anew in 2024 for that year."""
    title = "Open the university"
    for ref, on, item in (
        (
            "TR-20220319",
            "2022-03-19",
            Commitment(
                ref=OLD, title=title, firmness=Firmness.AGREEMENT, timing=promised_for(2023)
            ),
        ),
        (
            "TR-20230101",
            "2023-01-01",
            Commitment(ref=MIDDLE, title=title, firmness=Firmness.ENDEAVOUR, restates=OLD),
        ),
        (
            "TR-20240116",
            "2024-01-16",
            Commitment(
                ref=NEW,
                title=title,
                firmness=Firmness.STATEMENT,
                restates=MIDDLE,
                timing=promised_for(2024),
            ),
        ),
    ):
        ledger_of(tmp_path, item, held=meeting(ref, day(on)))
    return tmp_path


def listed(root: Path, as_of: str, *, each: bool = False) -> list[Standing]:
    """What the list shows."""
    return list(asked(root, Question(each=each), View(as_of=day(as_of))))


@pytest.mark.parametrize(
    ("as_of", "shown"),
    [("2022-12-31", [OLD]), ("2023-12-31", [MIDDLE]), ("2024-02-01", [NEW])],
)
def test_the_list_shows_the_newest_of_a_chain_that_exists_on_the_day(
    as_of: str, shown: list[str], university: Path
) -> None:
    assert [standing.ref for standing in listed(university, as_of)] == shown


def test_each_is_shown_where_wanted(university: Path) -> None:
    assert [s.ref for s in listed(university, "2024-02-01", each=True)] == [OLD, MIDDLE, NEW]


def test_the_firmest_words_still_open_stand_beside_the_newest(university: Path) -> None:
    (newest,) = listed(university, "2024-02-01")

    assert newest.item.firmness is Firmness.STATEMENT
    assert newest.firmest is Firmness.AGREEMENT
    assert newest.is_promise


def test_a_promise_that_is_closed_lends_its_firmness_no_more(
    university: Path, tmp_path: Path
) -> None:
    closing = Update(of=OLD, date=day("2024-01-31"), status=Status.NOT_FULFILLED, reason="r")
    item = Commitment(ref=OLD, title="t", firmness=Firmness.AGREEMENT, timing=promised_for(2023))
    ledger_of(university, item, closing, held=meeting("TR-20220319", day("2022-03-19")))

    (newest,) = listed(university, "2024-02-01")

    assert newest.firmest is Firmness.ENDEAVOUR
    assert not newest.is_promise


def test_a_date_that_had_passed_when_it_was_said_again_stays_missed(tmp_path: Path) -> None:
    old = Commitment(ref=OLD, title="t", timing=promised_for(2023))
    new = Commitment(ref=NEW, title="t", timing=promised_for(2024), restates=OLD)
    ledger_of(tmp_path, old, held=meeting("TR-20220319", day("2022-03-19")))
    ledger_of(tmp_path, new, held=meeting("TR-20240116", day("2024-01-16")))

    found = standings(tmp_path, "2024-02-01")

    assert found[OLD].timeliness.value == "missed"
    assert [one.timing.stated for one in found[NEW].chain.missed] == ["in 2023"]
    assert standings(tmp_path, "2024-01-15")[OLD].timeliness.value == "overdue"


def test_what_was_said_again_in_time_was_not_missed(university: Path) -> None:
    assert standings(university, "2023-06-01")[OLD].timeliness.value == "in-window"


@pytest.mark.parametrize(
    ("kept_on", "timeliness", "missed"),
    [
        ("2023-12-31", "in-window", []),  # kept in time, whenever it was entered
        ("2024-01-15", "late", []),  # kept late, but before it was said again
        ("2024-06-01", "late", [OLD]),  # it was open when it was said again, and missed
    ],
)
def test_a_date_that_was_missed_stays_so_where_it_is_kept_later(
    kept_on: str, timeliness: str, missed: list[str], tmp_path: Path
) -> None:
    old = Commitment(ref=OLD, title="t", timing=promised_for(2023))
    closing = Update(of=OLD, date=day(kept_on), status=Status.FULFILLED)
    new = Commitment(ref=NEW, title="t", timing=promised_for(2024), restates=OLD)
    ledger_of(tmp_path, old, closing, held=meeting("TR-20220319", day("2022-03-19")))
    ledger_of(tmp_path, new, held=meeting("TR-20240116", day("2024-01-16")))

    found = standings(tmp_path, "2024-07-01")

    assert found[OLD].timeliness.value == timeliness
    assert [one.ref for one in found[NEW].chain.missed] == missed
    assert [one.ref for one in found[NEW].chain.earlier if one.closed_since] == missed


def test_the_newest_of_a_chain_is_known_from_its_beginning(university: Path) -> None:
    found = standings(university, "2024-02-01")

    assert [later.ref for later in found[OLD].chain.newest] == [NEW]
    assert [later.ref for later in found[MIDDLE].chain.newest] == [NEW]
    assert found[NEW].chain.newest == ()


def test_a_superseded_promise_is_told_by_its_successor(tmp_path: Path) -> None:
    old = Commitment(ref=OLD, title="t", timing=promised_for(2023))
    closing = Update(of=OLD, date=day("2024-01-16"), status=Status.SUPERSEDED, superseded_by=NEW)
    ledger_of(tmp_path, old, closing, held=meeting("TR-20220319", day("2022-03-19")))
    new = Commitment(ref=NEW, title="t")
    ledger_of(tmp_path, new, held=meeting("TR-20240116", day("2024-01-16")))

    found = standings(tmp_path, "2024-02-01")

    assert found[OLD].timeliness.value == "missed"
    assert [(one.ref, one.missed) for one in found[NEW].chain.in_place_of] == [(OLD, True)]


def test_a_link_is_shown_from_both_sides(tmp_path: Path) -> None:
    ledger_of(
        tmp_path,
        Commitment(ref=OLD, title="8th round"),
        held=meeting("TR-20220319", day("2022-03-19")),
    )
    new = Commitment(ref=NEW, title="9th round", follows=OLD)
    ledger_of(tmp_path, new, held=meeting("TR-20240116", day("2024-01-16")))

    found = standings(tmp_path, "2024-02-01")

    assert [(later.ref, later.on) for later in found[OLD].chain.followed_by] == [
        (NEW, day("2024-01-16"))
    ]
    assert found[OLD].chain.is_newest
    assert found[NEW].item.follows == OLD


def test_what_is_struck_links_nothing(tmp_path: Path) -> None:
    ledger_of(
        tmp_path, Commitment(ref=OLD, title="t"), held=meeting("TR-20220319", day("2022-03-19"))
    )
    new = Commitment(ref=NEW, id="STRUCK01", title="t", restates=OLD)
    strike = Update(of=NEW, date=day("2024-01-17"), corrects="STRUCK01")
    ledger_of(tmp_path, new, strike, held=meeting("TR-20240116", day("2024-01-16")))

    assert [standing.ref for standing in listed(tmp_path, "2024-02-01")] == [OLD]


def test_promises_that_say_each_other_again_end(tmp_path: Path) -> None:
    old = Commitment(ref=OLD, title="t", restates=NEW)
    ledger_of(tmp_path, old, held=meeting("TR-20220319", day("2022-03-19")))
    new = Commitment(ref=NEW, title="t", restates=OLD)
    ledger_of(tmp_path, new, held=meeting("TR-20240116", day("2024-01-16")))

    assert [s.ref for s in listed(tmp_path, "2024-02-01", each=True)] == [OLD, NEW]


@pytest.mark.parametrize(
    ("title", "offered"),
    [
        ("Hold the 8th EPA round", "Hold the 9th EPA round"),
        ("Hold the 11th round", "Hold the 12th round"),
        ("Hold the 22nd round", "Hold the 23rd round"),
        ("Hold the first Security Dialogue", "Hold the second Security Dialogue"),
        ("Twelfth session", "Thirteenth session"),
        ("Hold the twentieth round", "Hold the twenty-first round"),
        ("Hold the thirtieth round", "Hold the 31st round"),
        ("Hold the first and second meeting", None),
        ("Hold round 9", "Hold round 10"),
        ("第8回交渉会合を開催する", "第9回交渉会合を開催する"),
        ("Promote cooperation", None),
        ("Build 4 plants", None),
    ],
)
def test_the_next_of_a_series_is_offered(title: str, offered: str | None) -> None:
    assert next_title(title) == offered
