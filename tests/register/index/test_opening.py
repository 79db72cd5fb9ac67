"""The index on disk: many processes, broken files, broken off, where nothing can be written."""

import multiprocessing
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dipltrack.ledger.read import read_settings
from dipltrack.model.commitment import Commitment
from dipltrack.register.ask import Register
from tests.given import day, ledger_of, meeting
from tests.register.index.dumps import dump_at, dump_whole, rebuilt, register_at


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Forty meetings of one item each."""
    root = tmp_path / "desk"
    for number in range(1, 41):
        ref = f"TR-2018{(number - 1) // 20 + 1:02}{(number - 1) % 20 + 1:02}"
        item = Commitment(ref=f"{ref}-1", title=f"Promise {number}")
        ledger_of(root, item, held=meeting(ref, day(f"{ref[3:7]}-{ref[7:9]}-{ref[9:]}")))
    return root


def _count(root: Path, path: Path, start: float) -> int:
    time.sleep(max(0.0, start - time.time()))
    with register_at(root, path).reading() as index:
        (count,) = index.execute("SELECT count(*) FROM item").fetchone()
    return int(count)


def test_many_processes_open_one_index_at_once(root: Path, tmp_path: Path) -> None:
    path, start = tmp_path / "cache" / "index.sqlite", time.time() + 1

    with multiprocessing.get_context("spawn").Pool(6) as pool:
        counts = pool.starmap(_count, [(root, path, start)] * 6)

    assert counts == [40] * 6
    assert dump_at(root, path) == rebuilt(root)
    assert not list(path.parent.glob("*.sqlite.*"))


def test_what_is_no_index_is_made_anew(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    path.write_bytes(b"no database at all" * 1000)

    assert dump_at(root, path) == rebuilt(root)
    assert path.read_bytes().startswith(b"SQLite format 3")


def test_an_index_that_was_cut_off_is_made_anew(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    dump_at(root, path)
    path.write_bytes(path.read_bytes()[:20_000])

    assert dump_at(root, path) == rebuilt(root)


def test_an_index_without_its_tables_is_made_anew(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    sqlite3.connect(path).close()
    path.touch()

    assert dump_at(root, path) == rebuilt(root)


@pytest.mark.parametrize("table", ["fault", "span", "mark", "meeting", "item", "twice"])
def test_an_index_that_lost_a_table_is_made_anew(table: str, root: Path, tmp_path: Path) -> None:
    path = tmp_path / "index.sqlite"
    dump_at(root, path)
    with sqlite3.connect(path) as connection:
        connection.execute(f"DROP TABLE {table}")
    connection.close()

    assert dump_at(root, path) == rebuilt(root)


def test_an_index_that_another_holds_is_left_alone_and_the_answer_comes_from_memory(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dipltrack.register.index import opening

    monkeypatch.setattr(opening, "WAIT", 0)
    path = tmp_path / "index.sqlite"
    dump_at(root, path)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    item = Commitment(ref="TR-20190101-1", title="One more")
    ledger_of(root, item, held=meeting("TR-20190101", day("2019-01-01")))

    assert dump_at(root, path) == rebuilt(root)

    holder.execute("ROLLBACK")
    holder.close()
    assert dump_at(root, path) == rebuilt(root)


def test_what_is_written_while_another_holds_the_index_is_seen_all_the_same(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dipltrack.register.index import opening

    monkeypatch.setattr(opening, "WAIT", 0)
    path = tmp_path / "index.sqlite"
    register = register_at(root, path)
    with register.reading():
        holder = sqlite3.connect(path, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        item = Commitment(ref="TR-20190101-1", title="One more")
        ledger_of(root, item, held=meeting("TR-20190101", day("2019-01-01")))
        register.written("TR/2019-01-01.toml")
        with register.reading() as index:
            (count,) = index.execute("SELECT count(*) FROM item").fetchone()
    holder.close()

    assert count == 41


def test_a_pipe_among_the_files_is_passed_over(root: Path, tmp_path: Path) -> None:
    os.mkfifo(root / "TR" / "pipe.toml")

    with register_at(root, tmp_path / "index.sqlite").reading() as index:
        (count,) = index.execute("SELECT count(*) FROM file").fetchone()

    assert count == 40


def test_where_nothing_can_be_written_it_is_in_memory(root: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder belongs")

    assert dump_at(root, blocked / "index.sqlite") == rebuilt(root)
    assert blocked.read_text() == "a file where a folder belongs"


def test_a_full_disk_does_not_keep_the_answer_away(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dipltrack.register.index import opening

    connect = opening._connect  # noqa: SLF001 - the disk that is full

    def small(name: str) -> sqlite3.Connection:
        connection = connect(name)
        if name != ":memory:":
            connection.execute("PRAGMA max_page_count = 20")
        return connection

    monkeypatch.setattr(opening, "_connect", small)

    assert dump_at(root, tmp_path / "index.sqlite") == rebuilt(root)
    assert not (tmp_path / "index.sqlite").exists()


def test_who_makes_an_index_while_another_does_takes_that_of_the_faster(
    root: Path, tmp_path: Path
) -> None:
    path, faster = tmp_path / "index.sqlite", tmp_path / "faster.sqlite"
    settings, _ = read_settings(root)
    dump_at(root, faster)
    with sqlite3.connect(faster) as whole:  # nothing of it is left in its journal
        whole.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole.close()
    made = faster.stat().st_ino

    def meanwhile(_done: int, _of: int) -> None:
        if faster.exists():
            faster.rename(path)

    slower = Register(root, settings, None, path=path, moment=time.time_ns, report=meanwhile)

    assert dump_whole(slower) == rebuilt(root)
    assert path.stat().st_ino == made
    assert list(tmp_path.glob("index.sqlite.*")) == []


KILLED = """
import sys
from pathlib import Path
from tests.register.index.dumps import register_at
from dipltrack.register.index import writing
import os, signal
store = writing.Writer.store
def killed(self, *read):
    store(self, *read)
    os.kill(os.getpid(), signal.SIGKILL)
writing.Writer.store = killed
with register_at(Path(sys.argv[1]), Path(sys.argv[2])).reading():
    pass
"""


@pytest.mark.parametrize("made_before", [False, True])
def test_what_is_killed_in_the_middle_leaves_nothing_half_made(
    made_before: bool,  # noqa: FBT001
    root: Path,
    tmp_path: Path,
) -> None:
    path = tmp_path / "index.sqlite"
    if made_before:
        dump_at(root, path)
        item = Commitment(ref="TR-20190101-1", title="One more")
        ledger_of(root, item, held=meeting("TR-20190101", day("2019-01-01")))

    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(root), str(path)],
        check=False,
        cwd=Path(__file__).parents[3],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[3])},
    )

    assert done.returncode == -signal.SIGKILL
    assert path.exists() is made_before
    assert dump_at(root, path) == rebuilt(root)


def test_many_files_are_read_on_all_processors_and_make_the_same_index(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dipltrack.register import spreading
    from dipltrack.register.index import links

    again = Commitment(ref="TR-20190101-1", title="Again", restates="TR-20180101-1")
    ledger_of(root, again, held=meeting("TR-20190101", day("2019-01-01")))
    alone = rebuilt(root)
    monkeypatch.setattr(spreading, "MANY", 10)
    monkeypatch.setattr(spreading, "CHUNK", 3)
    monkeypatch.setattr(links, "_WORTH", 1)
    monkeypatch.setattr(spreading, "cores_here", lambda: 2)

    assert dump_at(root, tmp_path / "index.sqlite") == alone
