"""A large ledger's index goes back as far as it was asked of; some tables are made when they are asked for."""

import sqlite3
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from dipltrack.model.commitment import Commitment
from dipltrack.model.update import Update
from dipltrack.model.vocabulary import Status
from dipltrack.register.ask import Register
from dipltrack.register.index import filling, later, opening
from dipltrack.register.index.reach import A_YEAR, LARGE, first_reach, reach_of
from dipltrack.register.question import Question
from dipltrack.register.view import View
from tests.given import MEETING_DAY, day, ledger_of, meeting
from tests.register.index.dumps import dump_whole, register_at

REF = "TR-20171228-1"
REACH = day("2019-01-01")
NOW = int(datetime(2020, 1, 1, tzinfo=UTC).timestamp()) * 10**9


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An item that was begun in 2018 and done in 2019, in a ledger that counts as large."""
    monkeypatch.setattr(opening, "first_reach", lambda *_: REACH)
    begun = Update(of=REF, date=day("2018-03-01"), status=Status.IN_PROGRESS)
    done = Update(of=REF, date=day("2019-06-01"), status=Status.FULFILLED)
    item = Commitment(ref=REF, title="Hold it")
    return ledger_of(
        tmp_path / "desk", item, begun, done, held=meeting("TR-20171228", MEETING_DAY)
    )


def status_on(register: Register, on: str) -> Status:
    (standing,) = register.ask(Question(), View(as_of=day(on))).standings
    return standing.state.status


def statuses_kept(register: Register) -> int:
    with register.reading() as index:
        found = index.execute(
            "SELECT count(DISTINCT mark.status) FROM span JOIN mark ON mark.id = mark"
        )
        return int(found.fetchone()[0])


def test_at_first_no_day_before_its_reach_is_kept(root: Path, tmp_path: Path) -> None:
    register = register_at(root, tmp_path / "index.sqlite")

    assert status_on(register, "2019-01-01") is Status.IN_PROGRESS
    assert statuses_kept(register) == 2


def test_a_day_before_its_reach_is_answered_and_from_then_on_all_are_kept(
    root: Path, tmp_path: Path
) -> None:
    path = tmp_path / "index.sqlite"
    status_on(register_at(root, path), "2019-12-01")

    assert status_on(register_at(root, path), "2018-02-01") is Status.NO_REPORT

    register = register_at(root, path)
    assert statuses_kept(register) == 3
    with register.reading() as index:
        assert reach_of(index) == date.min


def test_what_goes_back_is_what_a_rebuild_of_all_days_would_make(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = register_at(root, tmp_path / "index.sqlite")
    register.ask(Question(text="hold"), View(as_of=day("2019-12-01")))
    status_on(register, "2018-02-01")

    reached = dump_whole(register)

    monkeypatch.setattr(opening, "first_reach", lambda *_: date.min)
    assert dump_whole(register_at(root, None)) == reached


def test_where_another_holds_the_index_a_day_before_its_reach_is_answered_from_memory(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "WAIT", 0)
    path = tmp_path / "index.sqlite"
    register = register_at(root, path)
    status_on(register, "2019-12-01")
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")

    assert status_on(register, "2018-02-01") is Status.NO_REPORT

    holder.execute("ROLLBACK")
    holder.close()
    with register_at(root, path).reading() as index:
        assert reach_of(index) == REACH


def test_an_interruption_while_it_goes_back_leaves_what_was_there(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "index.sqlite"
    register = register_at(root, path)
    status_on(register, "2019-12-01")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(opening, "_bring_up_to_date", interrupted)
        with pytest.raises(KeyboardInterrupt):
            status_on(register, "2018-02-01")

    with register_at(root, path).reading() as index:
        assert reach_of(index) == REACH
    assert status_on(register_at(root, path), "2019-12-01") is Status.FULFILLED


def test_what_was_known_by_a_day_goes_back_too(root: Path) -> None:
    register = register_at(root, None)

    on = [
        register.ask(Question(), View(as_of=day(one), known_by=day("2020-01-01"))).standings[0]
        for one in ("2019-12-01", "2018-02-01", "2018-04-01")
    ]

    found = [one.state.status for one in on]
    assert found == [Status.FULFILLED, Status.NO_REPORT, Status.IN_PROGRESS]


def test_only_a_large_ledger_is_cut_short_and_never_after_the_day_asked_of() -> None:
    assert first_reach(LARGE - 1, None, NOW) == date.min
    assert first_reach(LARGE, None, NOW) == day("2020-01-01") - A_YEAR
    assert first_reach(LARGE, day("2030-01-01"), NOW) == day("2020-01-01") - A_YEAR
    assert first_reach(LARGE, day("2010-01-01"), NOW) == day("2010-01-01") - A_YEAR
    assert first_reach(LARGE, date.min + timedelta(days=3), NOW) == date.min


@pytest.mark.parametrize("table", list(later.Later))
def test_a_later_table_that_is_broken_off_is_not_there(
    table: later.Later, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register = register_at(root, tmp_path / "index.sqlite")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with register.reading() as index:
        monkeypatch.setattr(filling, "_fill", interrupted)
        source = register._kept.source(None)  # noqa: SLF001 - what a search or a reminder hands on
        with pytest.raises(KeyboardInterrupt):
            filling.make_ready(index, source, table)

        assert later.made_later(index) == frozenset()


def test_where_nothing_can_be_written_reminders_are_counted_in_memory(
    root: Path, tmp_path: Path
) -> None:
    register = register_at(root, tmp_path / "index.sqlite")
    with register.reading() as index:
        index.execute("PRAGMA query_only = ON")

    assert len(register.reminders.paces(Question(), (), View(as_of=day("2019-02-01")), None)) == 1
