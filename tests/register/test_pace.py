"""What reminders are counted from is the same in the index and in whole standings, on any day."""

import sqlite3
from datetime import UTC, date
from pathlib import Path
from time import time_ns

import pytest

from dipltrack.ledger.read import read_settings
from dipltrack.model.vocabulary import Firmness, Kind, NextMove, Status
from dipltrack.register.ask import Register
from dipltrack.register.pace import Pace, beat_of
from dipltrack.register.question import Question
from dipltrack.register.view import View
from tests.given import day, register
from tests.remind.desks import OF_EACH_RULE, about, desk_of, item, spring

DATA = Path(__file__).parents[2] / "data"
UNDER = "these rules"


def paces(
    asked: Register, on: str, *narrowings: Question, resting: str | None = None
) -> dict[str, tuple[int, Pace]]:
    """The paces on the day by ref, with their numbers."""
    view = View(as_of=day(on), timezone=UTC)
    found = asked.reminders.paces(Question(), narrowings, view, resting)
    return {pace.ref: (number, pace) for number, pace in found}


@pytest.mark.parametrize(
    "on", ["2013-01-01", "2018-02-02", "2019-07-01", "2023-04-05", "2026-01-01"]
)
def test_the_real_ledger_has_the_paces_of_its_standings(on: str) -> None:
    asked = register(DATA)
    view = View(as_of=day(on), timezone=UTC)
    chased = [s for s in asked.ask(Question(open_only=True), view).standings if s.is_chased]

    found = {ref: pace for ref, (_, pace) in paces(asked, on).items()}

    assert set(found) == {standing.ref for standing in chased}
    for standing in chased:
        pace, window = found[standing.ref], standing.state.window
        assert pace.beat == beat_of(standing.state, standing.meeting.date), standing.ref
        assert pace.leads == standing.lead
        assert pace.dossier == standing.item.dossier
        assert pace.recurring is (standing.item.kind is Kind.RECURRING)
        assert pace.continuing is (standing.item.kind is Kind.CONTINUING)
        days = [window.earliest, window.latest]
        assert [pace.earliest, pace.latest] == [one.toordinal() if one else None for one in days]


def test_a_beat_names_every_day_that_something_is_counted_from(tmp_path: Path) -> None:
    root = desk_of(tmp_path / "desk", *OF_EACH_RULE)
    found = {ref[-1]: pace.beat for ref, (_, pace) in paces(register(root), "2018-02-20").items()}

    assert found["3"].review == day("2018-04-10").toordinal()
    assert found["4"].held == day("2018-02-01").toordinal()
    assert (found["5"].reported, found["5"].heard) == (0, day("2017-12-28").toordinal())
    assert (found["6"].reported, found["6"].heard) == (1, day("2018-02-10").toordinal())
    assert found["7"].theirs == day("2018-02-05").toordinal()
    assert found["8"].replies == f'[["METI",{day("2018-02-16").toordinal()}]]'
    assert (found["5"].period, found["6"].period) == (180, 30)
    assert found["1"].muted is None


def test_what_changes_changes_the_beat_from_its_day_on(tmp_path: Path) -> None:
    root = desk_of(
        tmp_path / "desk",
        item(1, timing=spring()),
        about(1, "2018-02-05", next_move=NextMove.THEIRS),
        about(1, "2018-02-08", next_step="Wait."),
        about(1, "2018-02-10", next_move=NextMove.THEIRS),
        about(1, "2018-02-20", next_move=NextMove.OURS),
        about(1, "2018-03-01", status=Status.WITHDRAWN),
        about(1, "2018-03-05", status=Status.IN_PROGRESS),
    )
    asked = register(root)

    theirs = {
        on: one[1].beat.theirs
        for on in ("2018-02-04", "2018-02-07", "2018-02-09", "2018-02-12", "2018-02-20")
        for one in paces(asked, on).values()
    }
    assert theirs == {
        "2018-02-04": None,
        "2018-02-07": day("2018-02-05").toordinal(),
        "2018-02-09": day("2018-02-05").toordinal(),
        "2018-02-12": day("2018-02-10").toordinal(),
        "2018-02-20": None,
    }
    assert [len(paces(asked, on)) for on in ("2018-02-28", "2018-03-02", "2018-03-05")] == [
        1,
        0,
        1,
    ]


def test_a_pace_says_which_questions_its_item_fits(tmp_path: Path) -> None:
    root = desk_of(
        tmp_path / "desk",
        item(1, sector="culture"),
        item(2, firmness=Firmness.UNDERTAKING, lead=("METI",)),
    )

    found = paces(
        register(root),
        "2018-01-10",
        Question(sectors=("Culture",), partners=("tr",)),
        Question(firmness=(Firmness.UNDERTAKING,)),
        Question(leads=("meti",), partners=("FR",)),
    )

    assert {ref[-1]: pace.fits for ref, (_, pace) in found.items()} == {
        "1": (True, False, False),
        "2": (False, True, False),
    }


# Resting


def kept_at(root: Path, path: Path) -> Register:
    """A register whose index is kept at the path."""
    settings, _ = read_settings(root)
    return Register(root, settings, UTC, path=path, moment=time_ns)


def test_what_rests_is_passed_over_until_its_day_under_the_same_rules(
    tmp_path: Path,
) -> None:
    root = desk_of(tmp_path / "desk", item(1), item(2))
    asked = kept_at(root, tmp_path / "index")
    numbers = {ref[-1]: number for ref, (number, _) in paces(asked, "2018-01-10").items()}
    for _ in range(2):
        asked.reminders.let_rest(
            {numbers["1"]: day("2018-01-20").toordinal()}, UNDER, day("2018-01-10")
        )

    def looked_at(on: str, under: str | None = UNDER) -> str:
        again = kept_at(root, tmp_path / "index")
        return "".join(sorted(ref[-1] for ref in paces(again, on, resting=under)))

    assert looked_at("2018-01-10") == looked_at("2018-01-19") == "2"
    assert looked_at("2018-01-20") == "12"
    assert looked_at("2018-01-12", "others") == looked_at("2018-01-12", None) == "12"
    assert looked_at("2018-01-09") == "12"  # a clock that was set back


def test_other_rules_wake_what_rested_under_the_old(tmp_path: Path) -> None:
    root = desk_of(tmp_path / "desk", item(1), item(2))
    asked = kept_at(root, tmp_path / "index")
    numbers = {ref[-1]: number for ref, (number, _) in paces(asked, "2018-01-10").items()}
    far = day("2019-01-01").toordinal()
    asked.reminders.let_rest({numbers["1"]: far}, UNDER, day("2018-01-10"))
    asked.reminders.let_rest({numbers["2"]: far}, "other rules", day("2018-01-11"))

    assert list(paces(asked, "2018-01-12", resting="other rules")) == ["TR-20171228-1"]


def test_a_file_that_changed_has_no_beat_that_rests(tmp_path: Path) -> None:
    root = desk_of(tmp_path / "desk", item(1))
    asked = kept_at(root, tmp_path / "index")
    ((number, _),) = paces(asked, "2018-01-10").values()
    asked.reminders.let_rest({number: day("2019-01-01").toordinal()}, UNDER, day("2018-01-10"))
    desk_of(tmp_path / "desk", item(1), item(2))

    again = kept_at(root, tmp_path / "index")

    assert len(paces(again, "2018-01-11", resting=UNDER)) == 2


def test_nothing_rests_where_another_process_wrote_to_the_index_meanwhile(tmp_path: Path) -> None:
    root = desk_of(tmp_path / "desk", item(1))
    asked = kept_at(root, tmp_path / "index")
    ((number, _),) = paces(asked, "2018-01-10").values()
    other = sqlite3.connect(tmp_path / "index")
    other.execute("DELETE FROM twice")
    other.execute("INSERT INTO twice VALUES ('x')")
    other.commit()
    other.execute("DELETE FROM twice")
    other.commit()
    other.close()

    asked.reminders.let_rest({number: day("2019-01-01").toordinal()}, UNDER, day("2018-01-10"))

    assert len(paces(asked, "2018-01-11", resting=UNDER)) == 1


def test_an_index_that_is_held_or_lost_a_table_loses_only_the_resting(tmp_path: Path) -> None:
    root = desk_of(tmp_path / "desk", item(1))
    asked = register(root)
    ((number, _),) = paces(asked, "2018-01-10").values()
    with asked.reading() as index:
        index.execute("DROP TABLE rest")

    asked.reminders.let_rest({number: date.max.toordinal()}, UNDER, day("2018-01-10"))

    assert len(paces(asked, "2018-01-11")) == 1
