import os
import subprocess

import pytest

from benchmarks.ledgers import write_ledger
from benchmarks.measure import Call
from benchmarks.questions import QUESTIONS, Ours
from dipltrack.cli.main import run

COUNT = 100


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Ours:
    folder = tmp_path_factory.mktemp("questions")
    write_ledger(folder / "ledger", COUNT)
    return Ours.of(folder / "ledger", folder / "cache", COUNT)


def left_with(call: Call, monkeypatch: pytest.MonkeyPatch) -> int:
    for name, value in call.env.items():
        monkeypatch.setenv(name, value)
    return run(list(call.argv[1:]))


@pytest.mark.parametrize("key", sorted(QUESTIONS.keys() - {"completion"}))
def test_the_program_answers_what_it_is_asked_twice(
    key: str, ours: Ours, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in (0, 1):
        if before := QUESTIONS[key].before:
            before(ours, n)
        assert left_with(QUESTIONS[key].call(ours, n), monkeypatch) == 0


def test_tab_offers_the_items_of_the_meeting(ours: Ours) -> None:
    call = QUESTIONS["completion"].call(ours, 0)

    assert offered(call) == [f"{ours.meetings[-1]}-{number}" for number in range(1, 11)]


def offered(call: Call) -> list[str]:

    done = subprocess.run(
        call.argv, env={**os.environ, **call.env}, check=True, capture_output=True, text=True
    )
    return done.stdout.split()
