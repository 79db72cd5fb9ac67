"""A year and more of runs over the real ledger: nothing is lost, nothing said twice."""

import json
import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from time import time_ns
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pytest

from dipltrack.cli.main import run
from dipltrack.ledger.read import read_settings
from dipltrack.register.ask import Register
from dipltrack.register.question import Question
from dipltrack.register.standing import Standing
from dipltrack.register.view import View
from tests.remind.independent_reminders import MATTERS, Key, newest_on

DATA = Path(__file__).parents[2] / "data"
DAYS = 400
LIVELY = date(2017, 11, 20)
"""From here on much is entered: closings, dates fixed and moved, new meetings."""
QUIET = date(2025, 9, 1)
"""From here on nothing is entered: only the calendar moves."""

ASKS = """
[[update]]
id = "ASK00001"
recorded = 2018-01-05T09:00:00.000+09:00
by = "me1"
of = "TR-20171228-5"
date = 2018-01-05
asked = ["METI", "TR-ETKB"]
reply_by = 2018-01-19

[[update]]
id = "MUTE0001"
recorded = 2018-02-20T09:00:00.000+09:00
by = "me1"
of = "TR-20171228-4"
date = 2018-02-20
mute_until = 2018-06-10
reason = "The round is on."
next_move = "theirs"

[[update]]
id = "HOLD0001"
recorded = 2018-03-01T09:00:00.000+09:00
by = "me1"
of = "TR-20171228-6"
date = 2018-03-01
status = "on-hold"
reason = "The budget is not settled."
"""
"""What the real ledger has none of: an ask, a mute, a move of theirs, a hold."""


class Run(NamedTuple):
    """What one run issued, and what it said in its place."""

    on: date
    issued: list[Key]
    folded: list[Key]


def days_from(first: date, count: int = DAYS) -> list[date]:
    """So many days, one after another."""
    return [first + timedelta(days=n) for n in range(count)]


def with_gaps(days: Sequence[date], seed: int) -> list[date]:
    """Some of the days, up to five weeks apart; the first and the last are among them."""
    rng, at = random.Random(seed), 0
    chosen = [days[0]]
    while (at := at + rng.choice([1, 1, 2, 3, 5, 8, 13, 21, 34])) < len(days) - 1:
        chosen.append(days[at])
    return [*chosen, days[-1]]


Simulate = Callable[[Sequence[date]], list[Run]]


@pytest.fixture
def simulate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Simulate:
    """Runs `remind` on each of the days, at six in the morning, over a copy of the real ledger."""
    monkeypatch.setenv("DIPLTRACK_BY", "me1")

    def runs(days: Sequence[date]) -> Iterator[Run]:
        root = ledger_in(tmp_path / f"{len(list(tmp_path.iterdir()))}")
        for on in days:
            monkeypatch.setenv("DIPLTRACK_NOW", f"{on}T06:00:00+09:00")
            assert run(["--ledger", str(root), "remind", "--format", "json"]) == 0
            yield run_of(on, json.loads(capsys.readouterr().out)["reminders"])

    return lambda days: list(runs(days))


def ledger_in(folder: Path) -> Path:
    """A copy of the real ledger, with what it has none of."""
    shutil.copytree(DATA, folder)
    with (folder / "TR/2017-12-28.toml").open("a", encoding="utf-8") as file:
        file.write(ASKS)
    return folder


def run_of(on: date, reminders: list[dict[str, Any]]) -> Run:
    """What the JSON of a run says."""

    def key(one: dict[str, Any], of: dict[str, Any]) -> Key:
        rule, to = str(of["rule"]), one["to"]
        body = str(to) if rule == "unanswered" else None
        return str(one["ref"]), rule, body, date.fromisoformat(str(of["for_date"]))

    folded = [key(one, f) for one in reminders for f in one["folded"]]
    return Run(on, [key(one, one) for one in reminders], folded)


def open_items(on: date, register: Register) -> list[Standing]:
    """The items of which one is reminded at all."""
    answer = register.ask(
        Question(open_only=True), View(as_of=on, timezone=ZoneInfo("Asia/Tokyo"))
    )
    return [one for one in answer.standings if one.is_chased]


def due_on(on: date, register: Register) -> set[Key]:
    """What would be due on the day if nothing had ever been issued, by the other means."""
    return {
        key
        for one in open_items(on, register)
        if one.state.mute_until is None or on >= one.state.mute_until
        for key in newest_on(one, on).values()
    }


def register_of(root: Path) -> Register:
    """A register of the ledger, its index in memory."""
    settings, _ = read_settings(root)
    return Register(root, settings, ZoneInfo("Asia/Tokyo"), path=None, moment=time_ns)


def test_over_400_lively_days_each_run_issues_what_is_due_and_gaps_lose_nothing_that_stands(
    simulate: Simulate, tmp_path: Path
) -> None:
    days = days_from(LIVELY)
    root = ledger_in(tmp_path / "apart")
    register = register_of(root)

    daily = simulate(days)

    said = {key: one.on for one in daily for key in one.issued}
    assert sum(len(one.issued) for one in daily) == len(said)
    assert {key[1] for key in said} >= set(MATTERS) - {"review", "not-held"}
    last: dict[tuple[str, str, str | None], date] = {}
    for on, told, _ in daily:
        expected = {key for key in due_on(on, register) if last.get(key[:3], date.min) < key[3]}
        assert set(told) == expected, on
        last |= {key[:3]: key[3] for key in expected}
    for seed in (3, 4):
        gaps = simulate(with_gaps(days, seed))
        said_with_gaps = {key: one.on for one in gaps for key in one.issued}
        assert sum(len(one.issued) for one in gaps) == len(said_with_gaps)
        assert all(on >= said[key] for key, on in said_with_gaps.items())
        for key in said.keys() - said_with_gaps.keys():  # outdone by a newer one, or vanished
            on = next(one.on for one in gaps if one.on >= said[key])
            assert key not in due_on(on, register), key


def test_over_400_quiet_days_the_same_is_said_whatever_days_the_runs_happened_on(
    simulate: Simulate,
) -> None:
    days = days_from(QUIET)

    daily = simulate(days)

    said = [key for one in daily for key in one.issued]
    assert len(said) > 400
    assert len(set(said)) == len(said)
    assert not any(one.folded for one in daily)
    for seed in (1, 2):
        gaps = simulate(with_gaps(days, seed))
        said_with_gaps = [key for one in gaps for key in one.issued + one.folded]
        assert len(gaps) < len(daily) / 4
        assert sum(len(one.folded) for one in gaps) > 50
        assert sorted(said_with_gaps, key=repr) == sorted(said, key=repr)
