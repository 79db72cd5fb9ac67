"""What an entry names and a later one holds: the last word counts, whatever was entered last."""

from pathlib import Path

import pytest

from dipltrack.model.commitment import Commitment
from dipltrack.model.update import Change, Update
from dipltrack.model.vocabulary import Status, TimingChange, TimingClass
from dipltrack.model.window import Timing, Window
from dipltrack.register.fold import overridden
from tests.given import REF, day, ledger_of, standing

MAY = Timing(stated="in May", window=Window(class_=TimingClass.MONTH, latest=day("2018-05-31")))
CASES = [
    ({"status": Status.IN_PROGRESS}, {"status": Status.FULFILLED}, ["status"]),
    ({"changes": (Change(field="lead", to="A"),)}, {"changes": (Change(field="lead"),)}, ["lead"]),
    ({"changes": (Change(field="lead", to="A"),)}, {"changes": (Change(field="title"),)}, []),
    (
        {"timing": TimingChange.MOVED, "to": MAY},
        {"timing": TimingChange.FIXED, "to": MAY},
        ["time"],
    ),
    ({"timing": TimingChange.MOVED, "to": MAY}, {"timing": TimingChange.EXPECTED, "to": MAY}, []),
    ({"next_step": "a"}, {"changes": (Change(field="next_step"),)}, ["next_step"]),
    ({"note": "a"}, {"note": "b"}, []),
]


@pytest.mark.parametrize(("named", "later", "fields"), CASES)
def test_what_a_later_entry_names_anew(
    named: dict[str, object], later: dict[str, object], fields: list[str], tmp_path: Path
) -> None:
    first = Update(of=REF, date=day("2018-01-05"), id="FIRST001", **named)  # type: ignore[arg-type]
    second = Update(of=REF, date=day("2018-01-10"), id="SECOND01", **later)  # type: ignore[arg-type]
    root = ledger_of(tmp_path, Commitment(ref=REF, title="t"), first, second)

    state = standing(root, "2018-02-02").state

    assert {field: entry.id for field, entry in overridden(state, "FIRST001").items()} == (
        dict.fromkeys(fields, "SECOND01")
    )
    assert overridden(state, "SECOND01") == {}


@pytest.mark.parametrize("entry_id", [None, "NOTHERE1"])
def test_what_does_not_count_is_not_overridden(entry_id: str | None, tmp_path: Path) -> None:
    entry = Update(of=REF, date=day("2018-01-05"), status=Status.IN_PROGRESS)
    root = ledger_of(tmp_path, Commitment(ref=REF, title="t"), entry)

    assert overridden(standing(root, "2018-02-02").state, entry_id) == {}
