"""The command with which a reminder says that it is answered is one that the program takes."""

import json
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dipltrack.model.vocabulary import RuleName
from tests.cli.calls import Call, calls
from tests.remind.desks import BORDERS, OF_EACH_RULE, desk_of

FIRST = {rule: (number, on) for number, rule, on in reversed(BORDERS)}
"""Of each rule an item, and the first day on which it speaks of it."""

STAYS = {RuleName.PREPARE, RuleName.OVERDUE, RuleName.THEIR_MOVE}
"""What is not over with an answer: a time that comes or has passed, a move that is still theirs."""


@pytest.fixture
def call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Call]:
    """Calls the program on a ledger with an item for each rule."""
    desk_of(tmp_path / "desk", *OF_EACH_RULE)
    monkeypatch.setenv("DIPLTRACK_LEDGER", "desk")
    yield from calls(tmp_path, monkeypatch, capsys)


def due(call: Call) -> dict[tuple[str, str], dict[str, Any]]:
    """What is due, by item and rule."""
    found = json.loads(call("remind --dry-run --format json").out)["reminders"]
    return {(one["ref"], one["rule"]): one for one in found}


@pytest.mark.parametrize("rule", RuleName)
def test_the_answer_of_each_rule_is_taken_and_settles_it_where_it_can(
    call: Call, monkeypatch: pytest.MonkeyPatch, rule: RuleName
) -> None:
    number, on = FIRST[rule]
    monkeypatch.setenv("DIPLTRACK_NOW", f"{on}T06:00:00+00:00")
    key = (f"TR-20171228-{number}", rule.value)
    answer = due(call)[key]["message"].rpartition("dipltrack ")[2]
    for day in ("--review-on DAY", "--reply-by DAY"):
        answer = answer.replace(day, day.replace("DAY", "2019-06-01"))
    typed = {"TEXT": "Heard.", "WORD": "in-progress", "ADDRESS": "https://example.org/a"}

    done = call(shlex.join(typed.get(word, word) for word in answer.replace("DAY", on).split()))

    assert (done.code, done.err) == (0, "")
    assert (key in due(call)) == (rule in STAYS)
    assert call("check").code == 0
