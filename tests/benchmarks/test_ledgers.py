from collections import Counter
from pathlib import Path

import pytest

from benchmarks.ledgers import AS_OF, MIX, Fate, meetings_of, write_ledger
from dipltrack.cli.main import run
from dipltrack.model.vocabulary import Timeliness
from tests.given import standings

COUNT = 400
_FATES = {
    Timeliness.CONTINUING: Fate.UNDATED,
    Timeliness.UNDATED: Fate.UNDATED,
    Timeliness.OVERDUE: Fate.OVERDUE,
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ledger = tmp_path_factory.mktemp("benchmark") / "ledger"
    write_ledger(ledger, COUNT)
    return ledger


def test_the_program_tells_the_mix_that_was_written(folder: Path) -> None:
    found = standings(folder, AS_OF.isoformat()).values()

    told = Counter(
        _FATES.get(s.timeliness, Fate.OPEN) if s.state.status.is_open else Fate.CLOSED
        for s in found
    )
    assert told == {fate: share * COUNT // 100 for fate, share in MIX.items()}


def test_the_peers_are_given_the_same_fates_as_the_program_tells(folder: Path) -> None:
    found = standings(folder, AS_OF.isoformat())

    items = [item for meeting in meetings_of(COUNT) for item in meeting.items]
    assert {item.ref for item in items} == set(found)
    assert all((item.closed_on is None) is found[item.ref].state.status.is_open for item in items)
    assert all(
        found[item.ref].timeliness is Timeliness.OVERDUE
        for item in items
        if item.fate is Fate.OVERDUE
    )


def test_nothing_is_wrong_in_it(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["--ledger", str(folder), "check", "--strict"])

    assert code == 0
    assert "40 meetings, 400 items, " in (said := capsys.readouterr().out)
    assert said.endswith(": 0 errors, 0 warnings\n")


def test_an_item_takes_about_790_bytes(folder: Path) -> None:
    size = sum(file.stat().st_size for file in folder.glob("*/*.toml"))

    assert 750 < size / COUNT < 830


def test_the_same_call_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    write_ledger(tmp_path / "again", COUNT)

    assert bytes_of(tmp_path / "again") == bytes_of(folder)


def test_another_seed_gives_another_ledger(folder: Path, tmp_path: Path) -> None:
    write_ledger(tmp_path / "other", COUNT, seed=7)

    assert bytes_of(tmp_path / "other") != bytes_of(folder)


def test_some_items_restate_or_follow_others(folder: Path) -> None:
    links = Counter(
        item.link[0] for meeting in meetings_of(COUNT) for item in meeting.items if item.link
    )

    assert links["restates"] > 0
    assert links["follows"] > 0


def test_a_file_holds_ten_items_and_the_last_one_the_rest() -> None:
    assert [len(meeting.items) for meeting in meetings_of(25)] == [10, 10, 5]


def test_more_than_the_days_hold_is_refused() -> None:
    with pytest.raises(SystemExit, match="at most"):
        next(meetings_of(10_000_000))


def bytes_of(ledger: Path) -> dict[str, bytes]:
    return {str(f.relative_to(ledger)): f.read_bytes() for f in ledger.rglob("*") if f.is_file()}
