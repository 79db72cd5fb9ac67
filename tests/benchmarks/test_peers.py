from datetime import date, timedelta
from pathlib import Path

import pytest

from benchmarks import peers
from benchmarks.ledgers import Fate, meetings_of
from benchmarks.peers import MissingPeerError, task_of, taskwarrior, todo_of, todoman

DAY = date(2026, 1, 1)
MEETING = next(meetings_of(100))
HERE = timedelta(days=0)


def test_a_taskwarrior_that_is_not_there_says_how_it_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(MissingPeerError, match="apt-get install taskwarrior"):
        taskwarrior(tmp_path / "taskwarrior", 20, DAY)


def test_a_todoman_that_is_not_there_says_how_it_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(peers, "TODOMAN", tmp_path / "nowhere")

    with pytest.raises(MissingPeerError, match="pip install todoman"):
        todoman(tmp_path / "todoman", 20, DAY)


def test_an_item_is_the_same_for_every_peer() -> None:
    for item in MEETING.items:
        task, todo = task_of(item, MEETING, HERE), todo_of(item, MEETING, HERE)
        is_open = item.fate is not Fate.CLOSED

        assert task["description"] == item.title
        assert f"SUMMARY:{item.title}\r\n" in todo
        assert (task["status"] == "pending") is is_open
        assert ("STATUS:NEEDS-ACTION" in todo) is is_open
        assert ("due" in task) is ("DUE;" in todo)


def test_what_is_due_moves_with_the_clock_of_the_machine() -> None:
    item = next(i for i in MEETING.items if i.time and i.time.latest)
    assert item.time
    assert item.time.latest

    moved = timedelta(days=100)
    wanted = f"{item.time.latest + moved:%Y%m%d}"
    assert task_of(item, MEETING, moved)["due"] == f"{wanted}T000000Z"
    assert f"DUE;VALUE=DATE:{wanted}\r\n" in todo_of(item, MEETING, moved)
