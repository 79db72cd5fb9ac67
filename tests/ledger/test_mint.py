"""New names and moments: never one that is taken, never out of order, predictable with a seed."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.mint import (
    ALPHABET,
    NoRefLeftError,
    Stamp,
    next_item_ref,
    next_meeting_ref,
    stamped,
)
from dipltrack.model.commitment import Commitment
from dipltrack.model.entry import Entry
from dipltrack.model.ref import MeetingRef
from dipltrack.model.update import Update
from tests.given import day, meeting

NOON = datetime(2018, 1, 30, 12, 0, 0, 4567, tzinfo=timezone(timedelta(hours=9)))
ANKARA = MeetingRef("TR", "20171228")


def note(**fields: str | datetime) -> Update:
    """An update that is not filed yet, or is."""
    return Update(of="TR-20171228-1", date=day("2018-01-29"), **fields)  # type: ignore[arg-type]


def stamps(
    count: int, *present: Entry, now: datetime = NOON, seed: str | None = None
) -> list[Entry]:
    """So many updates as they would be filed, beside those that are there."""
    new = [("update", note()) for _ in range(count)]
    return [entry for _, entry in stamped(new, Stamp(by="kt", now=now, seed=seed), present)]


def test_an_entry_gets_its_name_its_moment_to_the_millisecond_and_its_writer() -> None:
    (entry,) = stamps(1)

    assert entry.recorded == NOON.replace(microsecond=4000)
    assert entry.recorded.utcoffset() == timedelta(hours=9)
    assert entry.by == "kt"
    assert entry.id is not None
    assert len(entry.id) == 8
    assert set(entry.id) <= set(ALPHABET)


def test_entries_of_one_moment_are_a_millisecond_apart() -> None:
    first, second, third = stamps(3)

    assert first.recorded is not None
    assert second.recorded == first.recorded + timedelta(milliseconds=1)
    assert third.recorded == first.recorded + timedelta(milliseconds=2)


def test_a_clock_that_was_set_back_does_not_set_back_the_ledger() -> None:
    later = datetime(2018, 1, 31, 9, 0, tzinfo=UTC)

    (entry,) = stamps(1, note(recorded=later), note())

    assert entry.recorded == later + timedelta(milliseconds=1)
    assert entry.recorded.utcoffset() == timedelta(hours=9)


def test_an_earlier_entry_leaves_the_moment_as_it_is() -> None:
    (entry,) = stamps(1, note(recorded=datetime(2018, 1, 29, tzinfo=UTC)))

    assert entry.recorded == NOON.replace(microsecond=4000)


def test_a_seed_makes_the_same_names_and_each_once() -> None:
    once, again = stamps(20, seed="docs"), stamps(20, seed="docs")

    assert once == again
    assert len({entry.id for entry in once}) == 20


def test_a_name_that_is_taken_is_passed_over() -> None:
    first, second = stamps(2, seed="docs")

    (third,) = stamps(1, first, seed="docs")
    (fourth,) = stamps(1, note(id=second.id or ""), seed="docs")

    assert third.id == second.id
    assert fourth.id not in {None, second.id}


@pytest.mark.parametrize(
    ("refs", "following"),
    [
        ([], "TR-20171228-1"),
        (["TR-20171228-1", "TR-20171228-2"], "TR-20171228-3"),
        (["TR-20171228-7", "TR-20171228-2"], "TR-20171228-8"),
        (["TR-20171228-10"], "TR-20171228-11"),
        (["by hand"], "TR-20171228-1"),
    ],
)
def test_the_next_item_has_the_number_after_the_highest(refs: list[str], following: str) -> None:
    items = tuple(Commitment(ref=ref, title="Hold it") for ref in refs)
    file = MeetingFile(path="TR/2017-12-28.toml", meeting=meeting(), commitments=items)

    assert next_item_ref(file) == following


def filed(root: Path, name: str, ref: str) -> None:
    """A file of that name in the partner's folder, with that ref in it."""
    folder = root / "TR"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f'schema = 1\n[meeting]\nref = "{ref}"\n', encoding="utf-8")


@pytest.mark.parametrize(
    ("files", "following"),
    [
        ({}, "TR-20171228"),
        ({"2017-12-28.toml": "TR-20171228"}, "TR-20171228b"),
        ({"kono.toml": "TR-20171228"}, "TR-20171228b"),
        ({"2017-12-28.toml": "TR-20171227"}, "TR-20171228b"),
        ({"2017-12-28.toml": "TR-20171228", "x.toml": "TR-20171228b"}, "TR-20171228c"),
        ({"2017-12-28b.toml": "TR-20171228b"}, "TR-20171228"),
        ({"2017-12-28.toml": "TR-20171228b"}, "TR-20171228c"),
    ],
)
def test_a_second_meeting_of_a_day_gets_the_first_free_letter(
    files: dict[str, str], following: str, tmp_path: Path
) -> None:
    for name, ref in files.items():
        filed(tmp_path, name, ref)

    assert str(next_meeting_ref(tmp_path, ANKARA)) == following


def test_the_twenty_seventh_meeting_of_a_day_is_refused(tmp_path: Path) -> None:
    for letter in ("", *"bcdefghijklmnopqrstuvwxyz"):
        filed(tmp_path, f"2017-12-28{letter}.toml", f"TR-20171228{letter}")

    with pytest.raises(NoRefLeftError, match="TR-20171228 and its 25 letters are all taken"):
        next_meeting_ref(tmp_path, ANKARA)


def test_a_ref_is_taken_in_whichever_folder_it_lies(tmp_path: Path) -> None:
    (tmp_path / "Türkiye").mkdir()
    text = 'schema = 1\n[meeting]\nref = "TR-20171228"\n'
    (tmp_path / "Türkiye" / "2017-12-28.toml").write_text(text, encoding="utf-8")

    assert str(next_meeting_ref(tmp_path, ANKARA, {"TR-20171228"})) == "TR-20171228b"
