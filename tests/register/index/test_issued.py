"""What the log of reminders says is the same in the index and in its files, whoever changed them."""

import sqlite3
from datetime import UTC, date, datetime
from pathlib import Path
from time import time_ns

import pytest

from dipltrack.ledger.append import BrokenFileError
from dipltrack.ledger.issuing import append_reminders
from dipltrack.ledger.mint import Stamp
from dipltrack.ledger.read import read_settings
from dipltrack.model.reminder import Reminder
from dipltrack.model.vocabulary import Channel, RuleName
from dipltrack.register.ask import Register
from dipltrack.register.question import Question
from dipltrack.register.view import View
from tests.given import day, register
from tests.remind.desks import desk_of, item

STAMP = Stamp(by="kt", now=datetime(2018, 2, 1, 6, tzinfo=UTC))
LATER = time_ns() + 3600 * 10**9
REFS = [f"TR-20171228-{number}" for number in range(1, 5)]
LOG = "reminders/2018.toml"
UNDER = "these rules"

Said = list[tuple[str, str, str | None, int]]


def issue(root: Path, number: int, on: str, to: str | None = "ME1") -> None:
    """Logs a reminder as issued."""
    one = Reminder(
        of=REFS[number - 1],
        rule=RuleName.OVERDUE,
        for_=day(on),
        date=day(on),
        channel=Channel.MAIL,
        to=to,
    )
    append_reminders(root, day(on), [one], STAMP)


def kept_at(root: Path, path: Path, moment: int = LATER) -> Register:
    """A register whose index is kept at the path."""
    settings, _ = read_settings(root)
    return Register(root, settings, UTC, path=path, moment=lambda: moment)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A ledger of four items; of the first two something was issued."""
    root = desk_of(tmp_path / "desk", *map(item, range(1, 5)))
    issue(root, 1, "2018-02-01")
    issue(root, 2, "2018-02-02", to=None)
    return root


def in_step(root: Path, index: Path) -> Said:
    """What a new process is told, after it was made sure that it is what the files say."""
    told = sorted(kept_at(root, index).reminders.issued(REFS), key=repr)
    assert told == sorted(register(root).reminders.issued(REFS), key=repr)
    return told


def test_what_was_issued_is_told_of_the_items_asked_for_within_the_days(root: Path) -> None:
    issue(root, 1, "2018-02-08")
    asked = register(root)

    def days(*refs: str, up_to: date | None = None, before: date | None = None) -> list[date]:
        rows = asked.reminders.issued(refs, up_to=up_to, before=before)
        return [date.fromordinal(number) for *_, number in rows]

    assert days(REFS[0]) == [day("2018-02-08")]
    assert days(REFS[0], up_to=day("2018-02-07")) == [day("2018-02-01")]
    assert days(REFS[0], before=day("2018-02-08")) == [day("2018-02-01")]
    assert days(REFS[2]) == days() == []
    assert days(*[*REFS, *map(str, range(6_000))]) == [day("2018-02-08"), day("2018-02-02")]


def test_what_is_added_and_changed_and_removed_is_seen(root: Path, tmp_path: Path) -> None:
    index, log = tmp_path / "index", root / LOG
    assert len(in_step(root, index)) == 2
    issue(root, 3, "2018-02-03")
    assert len(in_step(root, index)) == 3
    issue(root, 4, "2019-01-03")
    assert len(in_step(root, index)) == 4
    log.write_text(log.read_text().replace('-2"', '-1"'))
    assert [of[-1] for of, *_ in in_step(root, index)] == ["1", "1", "3", "4"]
    log.write_text(log.read_text() + "# looked at\n")
    assert len(in_step(root, index)) == 4
    log.unlink()
    assert [of[-1] for of, *_ in in_step(root, index)] == ["4"]


def test_a_young_stamp_proves_nothing(root: Path, tmp_path: Path) -> None:
    index, log = tmp_path / "index", root / LOG
    young = log.stat().st_mtime_ns
    for ref in ("-2", "-3"):
        log.write_text(log.read_text().replace('-2"', f'{ref}"'))
        told = kept_at(root, index, young).reminders.issued(REFS)
        assert sorted(of[-2:] for of, *_ in told) == ["-1", ref]


def test_a_damaged_log_is_told_each_time(root: Path, tmp_path: Path) -> None:
    in_step(root, tmp_path / "index")
    (root / LOG).write_text("schema = 1\n[[reminder]]\n")
    for _ in range(2):
        with pytest.raises(BrokenFileError):
            kept_at(root, tmp_path / "index").reminders.issued(REFS)


def test_what_rests_does_so_while_the_log_only_grows(root: Path, tmp_path: Path) -> None:
    index, view = tmp_path / "index", View(as_of=day("2018-02-05"), timezone=UTC)

    def looked_at() -> int:
        asked = kept_at(root, index)
        asked.reminders.issued(())
        paces = asked.reminders.paces(Question(), (), view, UNDER)
        asked.reminders.let_rest(
            {number: date.max.toordinal() for number, _ in paces}, UNDER, view.as_of
        )
        return len(paces)

    assert [looked_at(), looked_at()] == [4, 0]
    issue(root, 3, "2018-02-03")
    issue(root, 3, "2019-02-03")
    assert looked_at() == 0
    (root / LOG).write_text((root / LOG).read_text().replace("2018-02-01\n", "2018-01-31\n"))
    assert [looked_at(), looked_at()] == [4, 0]
    (root / "reminders/2019.toml").unlink()
    assert [looked_at(), looked_at()] == [4, 0]


def test_where_the_index_is_held_the_files_are_read_and_nothing_rests(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index, view = tmp_path / "index", View(as_of=day("2018-02-05"), timezone=UTC)
    asked = kept_at(root, index)
    asked.reminders.issued(())
    numbers = [number for number, _ in asked.reminders.paces(Question(), (), view, UNDER)]
    asked.reminders.let_rest(dict.fromkeys(numbers, date.max.toordinal()), UNDER, view.as_of)
    issue(root, 3, "2018-02-03")
    monkeypatch.setattr("dipltrack.register.index.opening.WAIT", 0)
    holder = sqlite3.connect(index)
    holder.execute("BEGIN IMMEDIATE")

    held = kept_at(root, index)

    assert len(held.reminders.issued(REFS)) == 3
    assert len(held.reminders.paces(Question(), (), view, UNDER)) == 4
    holder.rollback()
    held.reminders.let_rest(dict.fromkeys(numbers, date.max.toordinal()), UNDER, view.as_of)
    holder.close()


def test_only_bytes_that_were_taken_in_are_known(root: Path, tmp_path: Path) -> None:
    asked, data = kept_at(root, tmp_path / "index"), (root / LOG).read_bytes()
    assert not asked.reminders.has_taken_in(LOG, data)
    asked.reminders.issued(())
    assert asked.reminders.has_taken_in(LOG, data)
    assert not asked.reminders.has_taken_in(LOG, data + b"\n")
    assert not asked.reminders.has_taken_in("reminders/2019.toml", data)


def test_an_index_that_somebody_damaged_knows_of_nothing(root: Path, tmp_path: Path) -> None:
    asked = kept_at(root, tmp_path / "index")
    asked.reminders.issued(())
    other = sqlite3.connect(tmp_path / "index")
    other.execute("DROP TABLE log")
    other.commit()
    other.close()

    assert not asked.reminders.has_taken_in(LOG, (root / LOG).read_bytes())
