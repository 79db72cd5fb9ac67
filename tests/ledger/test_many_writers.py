"""Many writers at once: one follows the other, none is lost, none waits for ever."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dipltrack.cli.main import run
from dipltrack.ledger.lock import LockedError, lock_of
from dipltrack.ledger.read import read_ledger


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DIPLTRACK_BY", "kt")
    assert run(["init", "desk", "--name", "D", "--party", "JP"]) == 0
    meeting = "meeting add --partner TR --date 2017-12-28 --title First"
    assert run(["--ledger", "desk", *meeting.split()]) == 0
    return tmp_path / "desk"


def program(desk: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs the program in a process of its own."""
    command = [sys.executable, "-m", "dipltrack", "--ledger", str(desk), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_twenty_that_add_at_once_keep_twenty(desk: Path) -> None:
    titles = [f"Promise {number}" for number in range(20)]

    with ThreadPoolExecutor(20) as pool:
        done = list(pool.map(lambda title: program(desk, "add", title, "-m", "TR-2017"), titles))

    assert [one.stderr for one in done if one.returncode] == []
    (file,) = read_ledger(desk).files
    assert sorted(item.title for item in file.commitments) == sorted(titles)
    assert [item.ref for item in file.commitments] == [f"TR-20171228-{n}" for n in range(1, 21)]
    moments = [item.recorded for item in file.commitments if item.recorded]
    assert moments == sorted(set(moments))
    assert len({item.id for item in file.commitments}) == 20


def test_ten_that_undo_at_once_take_back_ten_entries(desk: Path) -> None:
    assert program(desk, "add", "Promise", "-m", "TR-2017").returncode == 0
    for number in range(12):
        assert program(desk, "note", "1", "--note", f"Note {number}").returncode == 0

    with ThreadPoolExecutor(10) as pool:
        done = list(pool.map(lambda _: program(desk, "undo"), range(10)))

    assert [one.stderr for one in done if one.returncode] == []
    (file,) = read_ledger(desk).files
    undone = [update.corrects for update in file.updates if update.corrects]
    notes = {update.id: update.note for update in file.updates if update.note}
    assert sorted(notes[one] or "" for one in undone if one) == sorted(
        f"Note {number}" for number in range(2, 12)
    )


def test_an_entry_is_taken_back_once_however_many_try(desk: Path) -> None:
    assert program(desk, "add", "Promise", "-m", "TR-2017").returncode == 0
    assert program(desk, "note", "1", "--note", "Wrong").returncode == 0
    (file,) = read_ledger(desk).files
    (wrong,) = (update.id for update in file.updates)

    with ThreadPoolExecutor(6) as pool:
        done = list(pool.map(lambda _: program(desk, "undo", wrong or ""), range(6)))

    assert sorted(one.returncode for one in done) == [0, 2, 2, 2, 2, 2]
    (file,) = read_ledger(desk).files
    assert [update.corrects for update in file.updates if update.corrects] == [wrong]


def test_two_meetings_of_a_day_filed_at_once_get_letters(desk: Path) -> None:
    line = ("meeting", "add", "--partner", "TR", "--date", "2018-01-29", "--title", "M")

    with ThreadPoolExecutor(4) as pool:
        done = list(pool.map(lambda _: program(desk, *line), range(4)))

    assert sorted(one.stdout.split()[0] for one in done) == [
        "TR-20180129",
        "TR-20180129b",
        "TR-20180129c",
        "TR-20180129d",
    ]
    assert len(read_ledger(desk).files) == 5


HOLD = """\
import sys
from pathlib import Path
from dipltrack.ledger.lock import lock_of
with lock_of(Path(sys.argv[1]), "kt (process 7, since 10:12:00)"):
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_who_holds_the_ledger_is_named_to_those_who_wait(desk: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(desk)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with (
            pytest.raises(LockedError, match=r"kt \(process 7, since 10:12:00\)"),
            lock_of(desk, "another", wait=0.1),
        ):
            pytest.fail("two writers hold one ledger")
        holder.communicate("\n")

    with lock_of(desk, "another", wait=0.1):
        assert (desk / ".dipltrack" / "lock").exists()


def test_a_holder_that_was_killed_holds_nothing(desk: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(desk)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        holder.kill()
        holder.wait()

    done = program(desk, "add", "Promise", "-m", "TR-2017")

    assert done.returncode == 0, done.stderr
