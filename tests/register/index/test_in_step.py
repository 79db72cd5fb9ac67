"""The index is what a rebuild would make, whatever was done to the files since."""

import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from time import time_ns

import pytest

from dipltrack.ledger.stamps import GRAIN
from dipltrack.model.commitment import Commitment
from dipltrack.model.update import Update
from dipltrack.model.vocabulary import Status
from dipltrack.register.index import opening
from tests.given import MEETING_DAY, day, ledger_of, meeting
from tests.register.index.dumps import dump_at, rebuilt

FIRST, SECOND = "TR-20171228", "TR-20180129"
LATER = time_ns() + 3600 * 10**9
"""A moment at which every stamp of these tests is long settled."""


@pytest.fixture(autouse=True, params=["of all days", "of the last days"])
def reach(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """How far the index goes back: a large ledger's at first to a day not long ago."""
    if request.param == "of the last days":
        monkeypatch.setattr(opening, "first_reach", lambda *_: day("2018-01-20"))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two meetings; an item of the second says one of the first again."""
    root = tmp_path / "desk"
    ledger_of(root, Commitment(ref=f"{FIRST}-1", title="Hold it"), held=meeting(FIRST))
    again = Commitment(ref=f"{SECOND}-1", title="Hold it again", restates=f"{FIRST}-1")
    ledger_of(root, again, held=meeting(SECOND, MEETING_DAY + timedelta(days=32)))
    return root


def first(root: Path) -> Path:
    return root / "TR" / "2017-12-28.toml"


def second(root: Path) -> Path:
    return root / "TR" / "2018-01-29.toml"


def of_the_same_size(root: Path) -> None:
    text = first(root).read_text(encoding="utf-8")
    first(root).write_text(text.replace("Hold it", "Held it"), encoding="utf-8")


def of_the_same_size_with_its_time_set_back(root: Path) -> None:
    stat = first(root).stat()
    of_the_same_size(root)
    os.utime(first(root), ns=(stat.st_atime_ns, stat.st_mtime_ns))


def swapped_by_a_rename(root: Path) -> None:
    other = first(root).with_suffix(".other")
    shutil.copy2(first(root), other)
    of_the_same_size(root)
    text = other.read_text(encoding="utf-8").replace("Hold it", "Told it")
    other.write_text(text, encoding="utf-8")
    other.replace(first(root))


def two_files_that_change_places(root: Path) -> None:
    aside = first(root).with_suffix(".aside")
    first(root).rename(aside)
    second(root).rename(first(root))
    aside.rename(second(root))


def removed(root: Path) -> None:
    second(root).unlink()


def what_was_said_again_removed(root: Path) -> None:
    first(root).unlink()


def a_folder_moved(root: Path) -> None:
    (root / "TR").rename(root / "US")


def a_folder_removed(root: Path) -> None:
    shutil.rmtree(root / "TR")


def a_folder_added(root: Path) -> None:
    ledger_of(root, Commitment(ref="US-20180301-1", title="Meet"), held=meeting("US-20180301"))


def appended_to(root: Path) -> None:
    with first(root).open("a", encoding="utf-8") as file:
        file.write(
            f'\n[[update]]\nid = "CLOSED01"\nof = "{FIRST}-1"\ndate = 2018-01-15\n'
            'status = "fulfilled"\n'
        )


def its_link_taken_out(root: Path) -> None:
    text = second(root).read_text(encoding="utf-8")
    second(root).write_text(text.replace(f'restates = "{FIRST}-1"\n', ""), encoding="utf-8")


def a_link_to_what_is_not_there_yet(root: Path) -> None:
    later = Commitment(ref="TR-20190101-1", title="Once more", restates=f"{SECOND}-1")
    ledger_of(root, later, held=meeting("TR-20190101", day("2019-01-01")))


def broken(root: Path) -> None:
    with first(root).open("a", encoding="utf-8") as file:
        file.write("\n[[update\n")


def broken_by_its_meaning(root: Path) -> None:
    with first(root).open("a", encoding="utf-8") as file:
        file.write('\n[[update]]\nof = "nothing"\ndate = 2018-01-15\nnote = "n"\n')


def filed_twice(root: Path) -> None:
    shutil.copy(first(root), root / "TR" / "2017-12-29.toml")


def touched(root: Path) -> None:
    os.utime(first(root))


def missed_before_what_was_touched_says_it_again(root: Path) -> None:
    text = first(root).read_text(encoding="utf-8")
    missed = 'class = "exact"\nearliest = 2018-01-10\nlatest = 2018-01-10\n'
    first(root).write_text(text.replace('title = "Hold it"\n', f'title = "Hold it"\n{missed}'))
    os.utime(second(root))


def given_another_title(root: Path) -> None:
    with first(root).open("a", encoding="utf-8") as file:
        file.write(
            f'\n[[update]]\nid = "TITLED01"\nof = "{FIRST}-1"\ndate = 2018-02-15\n'
            'changes = [{ field = "title", from = "Hold it", to = "Hold it soon" }]\n'
        )


def led_elsewhere(root: Path) -> None:
    first(root).unlink()
    first(root).symlink_to(second(root))


def led_nowhere(root: Path) -> None:
    first(root).unlink()
    first(root).symlink_to("nothing.toml")


EDITS = [
    of_the_same_size,
    of_the_same_size_with_its_time_set_back,
    swapped_by_a_rename,
    two_files_that_change_places,
    removed,
    what_was_said_again_removed,
    a_folder_moved,
    a_folder_removed,
    a_folder_added,
    appended_to,
    its_link_taken_out,
    a_link_to_what_is_not_there_yet,
    broken,
    broken_by_its_meaning,
    filed_twice,
    touched,
    missed_before_what_was_touched_says_it_again,
    given_another_title,
    led_elsewhere,
    led_nowhere,
]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_after_an_edit_it_is_what_a_rebuild_would_make(
    edit: Callable[[Path], None], root: Path, tmp_path: Path
) -> None:
    path = tmp_path / "index.sqlite"
    assert dump_at(root, path, moment=LATER) == rebuilt(root)

    edit(root)

    assert dump_at(root, path, moment=LATER) == rebuilt(root)


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.__name__)
def test_after_an_edit_and_its_undoing_it_is_what_a_rebuild_would_make(
    edit: Callable[[Path], None], root: Path, tmp_path: Path
) -> None:
    path, before = tmp_path / "index.sqlite", tmp_path / "before"
    shutil.copytree(root, before, symlinks=True)
    dump_at(root, path, moment=LATER)
    edit(root)
    dump_at(root, path, moment=LATER)

    shutil.rmtree(root)
    shutil.copytree(before, root, symlinks=True)

    assert dump_at(root, path, moment=LATER) == rebuilt(root)


def test_an_equal_stamp_is_not_trusted_within_the_grain_of_the_clock(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two writes within one tick of the clock leave one stamp: here the clock stands still."""
    from dipltrack.ledger import stamps

    path = tmp_path / "index.sqlite"
    still = stamps.stamp_of(root, "TR/2017-12-28.toml")
    monkeypatch.setattr(stamps, "_stamp", lambda _: still)
    dump_at(root, path, moment=still.mtime + GRAIN // 2)

    of_the_same_size(root)

    assert dump_at(root, path, moment=still.mtime + GRAIN // 2) == rebuilt(root)


def test_a_stamp_in_the_future_is_never_trusted(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The clock was set back after the file was written: a later write may bear the same stamp."""
    from dipltrack.ledger import stamps

    path = tmp_path / "index.sqlite"
    still = stamps.stamp_of(root, "TR/2017-12-28.toml")
    monkeypatch.setattr(stamps, "_stamp", lambda _: still)
    yesterday = still.mtime - 86_400 * 10**9
    dump_at(root, path, moment=yesterday)

    of_the_same_size(root)

    assert dump_at(root, path, moment=yesterday) == rebuilt(root)


def test_what_is_settled_is_not_read_again(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dipltrack.register.index import reading

    path = tmp_path / "index.sqlite"
    dump_at(root, path, moment=LATER)

    def read_bytes(_root: Path, path: str) -> bytes:
        raise AssertionError(path)

    monkeypatch.setattr(reading, "read_bytes", read_bytes)
    dump_at(root, path, moment=LATER)


def test_what_the_program_wrote_is_taken_in_without_a_look_at_the_others(
    root: Path, tmp_path: Path
) -> None:
    from tests.register.index.dumps import dump, register_at

    dump_at(root, tmp_path / "index.sqlite")
    register = register_at(root, tmp_path / "index.sqlite")
    with register.reading():
        appended_to(root)
        register.written("TR/2017-12-28.toml")

    with register.reading() as index:
        assert dump(index) == rebuilt(root)


def test_a_closing_of_what_is_said_again_is_seen_in_both(root: Path, tmp_path: Path) -> None:
    """An item of another file stands otherwise, though its own file is as it was."""
    path = tmp_path / "index.sqlite"
    before = dump_at(root, path)
    closing = Update(
        of=f"{FIRST}-1", date=day("2018-01-15"), status=Status.NOT_FULFILLED, reason="r"
    )
    item = Commitment(ref=f"{FIRST}-1", title="Hold it")
    ledger_of(root, item, closing, held=meeting(FIRST))

    after = dump_at(root, path)

    assert after == rebuilt(root)
    assert after != before
