"""The lock: one writer at a time; who waits in vain is told who writes."""

from pathlib import Path

import pytest

from dipltrack.ledger.lock import LockedError, lock_of


def test_another_writer_is_named_to_whom_waits_in_vain(tmp_path: Path) -> None:
    with (
        lock_of(tmp_path, "kt (process 7)"),
        pytest.raises(LockedError) as refused,
        lock_of(tmp_path, "ms", wait=0),
    ):
        pass

    assert str(refused.value) == "kt (process 7) is writing to this ledger; waited 0 s"
    assert refused.value.holder == "kt (process 7)"


@pytest.mark.parametrize("stands", [b"", b"\xff", b"{", b"7", b"[]", None, "folder"])
def test_a_holder_that_cannot_be_read_is_somebody_else(
    stands: bytes | str | None, tmp_path: Path
) -> None:
    holder = tmp_path / ".dipltrack" / "holder"
    with lock_of(tmp_path, "kt"):
        holder.unlink()
        if isinstance(stands, bytes):
            holder.write_bytes(stands)
        elif stands is not None:
            holder.mkdir()
        with pytest.raises(LockedError, match="somebody else"), lock_of(tmp_path, "ms", wait=0):
            pass


def test_a_holder_is_read_back_as_it_was_written(tmp_path: Path) -> None:
    name = "高橋 “kt”\n‮ (process 7)"
    with (
        lock_of(tmp_path, name),
        pytest.raises(LockedError) as refused,
        lock_of(tmp_path, "ms", wait=0),
    ):
        pass

    assert refused.value.holder == name


def test_one_writer_follows_another(tmp_path: Path) -> None:
    with lock_of(tmp_path, "kt"):
        pass

    with lock_of(tmp_path, "ms", wait=0):
        pass

    assert sorted(f.name for f in (tmp_path / ".dipltrack").iterdir()) == [".gitignore", "lock"]


def test_a_writer_that_fails_frees_the_lock(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), lock_of(tmp_path, "kt"):
        raise ZeroDivisionError

    with lock_of(tmp_path, "ms", wait=0):
        pass


def test_git_does_not_see_the_lock_and_a_hand_may_say_otherwise(tmp_path: Path) -> None:
    with lock_of(tmp_path, "kt"):
        pass
    ignore = tmp_path / ".dipltrack" / ".gitignore"
    assert ignore.read_text(encoding="utf-8") == "*\n"
    ignore.write_text("lock\n", encoding="utf-8")

    with lock_of(tmp_path, "kt"):
        pass

    assert ignore.read_text(encoding="utf-8") == "lock\n"
