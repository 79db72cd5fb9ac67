"""A file is replaced as a whole or not at all, with its mode, and a link stays a link."""

import errno
import os
import resource
import stat
from pathlib import Path

import pytest

from dipltrack.ledger.replace import (
    ChangedMeanwhileError,
    create_file,
    read_seen,
    remove_leftovers,
    replace_file,
)


def names_in(folder: Path) -> list[str]:
    """All that lies in the folder."""
    return sorted(file.name for file in folder.iterdir())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of the desk."""
    path = tmp_path / "2017-12-28.toml"
    path.write_bytes(b"old")
    return path


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664])
def test_the_new_file_has_the_bytes_and_the_mode_of_the_old(mode: int, file: Path) -> None:
    file.chmod(mode)

    replace_file(file, b"new", read_seen(file))

    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == mode
    assert names_in(file.parent) == ["2017-12-28.toml"]


def test_a_link_stays_a_link_and_its_file_keeps_its_mode(file: Path, tmp_path: Path) -> None:
    file.chmod(0o640)
    (tmp_path / "desk").mkdir()
    link = tmp_path / "desk" / "link.toml"
    link.symlink_to(file)

    replace_file(link, b"new", read_seen(link))

    assert link.is_symlink()
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert names_in(tmp_path / "desk") == ["link.toml"]


@pytest.mark.parametrize("change", ["longer", "another", "touched"])
def test_what_another_program_changed_meanwhile_is_left_as_it_is(change: str, file: Path) -> None:
    seen = read_seen(file)
    match change:
        case "longer":
            file.write_bytes(b"by hand")
        case "another":
            other = file.with_name("other")
            other.write_bytes(b"old")
            os.utime(other, ns=(seen.modified, seen.modified))
            other.replace(file)
        case _:
            os.utime(file, ns=(seen.modified + 1, seen.modified + 1))
    before = file.read_bytes()

    with pytest.raises(ChangedMeanwhileError) as refused:
        replace_file(file, b"new", seen)

    assert str(refused.value) == "2017-12-28.toml was changed by another program just now"
    assert refused.value.path == file
    assert file.read_bytes() == before
    assert names_in(file.parent) == ["2017-12-28.toml"]


def test_a_file_that_was_taken_away_meanwhile_is_not_made_anew(file: Path) -> None:
    seen = read_seen(file)
    file.unlink()

    with pytest.raises(FileNotFoundError):
        replace_file(file, b"new", seen)

    assert names_in(file.parent) == []


def test_what_cannot_be_written_leaves_nothing_behind(file: Path) -> None:
    seen = read_seen(file)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4, before[1]))  # as on a disk that is full
    try:
        with pytest.raises(OSError, match="File too large"):
            replace_file(file, b"longer than that", seen)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert file.read_bytes() == b"old"
    assert names_in(file.parent) == ["2017-12-28.toml"]


def test_a_new_file_is_made_with_its_folder_and_as_the_umask_wants(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        create_file(tmp_path / "TR" / "2017-12-28.toml", b"new")
    finally:
        os.umask(before)

    made = tmp_path / "TR" / "2017-12-28.toml"
    assert made.read_bytes() == b"new"
    assert stat.S_IMODE(made.stat().st_mode) == 0o640
    assert names_in(tmp_path / "TR") == ["2017-12-28.toml"]


def test_a_new_file_never_takes_the_place_of_another(file: Path) -> None:
    with pytest.raises(FileExistsError):
        create_file(file, b"new")

    assert file.read_bytes() == b"old"
    assert names_in(file.parent) == ["2017-12-28.toml"]


def test_what_a_killed_writer_left_is_removed_and_nothing_else(file: Path) -> None:
    for name in (".2017-12-28.toml.123.tmp", "note.tmp", ".hidden"):
        (file.parent / name).write_bytes(b"")

    remove_leftovers(file.parent)

    assert names_in(file.parent) == [".hidden", "2017-12-28.toml", "note.tmp"]


def test_a_file_is_made_where_there_are_no_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    create_file(tmp_path / "new.toml", b"schema = 1\n")

    assert (tmp_path / "new.toml").read_bytes() == b"schema = 1\n"
    with pytest.raises(OSError, match="not permitted"):
        create_file(tmp_path / "new.toml", b"other")
    assert (tmp_path / "new.toml").read_bytes() == b"schema = 1\n"


def test_the_hidden_files_of_others_are_left_alone(tmp_path: Path) -> None:
    for name in (".notes.tmp", ".2017-12-28.toml.swp", ".2017-12-28.toml.417.tmp"):
        (tmp_path / name).write_text("x", encoding="utf-8")

    remove_leftovers(tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == [
        ".2017-12-28.toml.swp",
        ".notes.tmp",
    ]
