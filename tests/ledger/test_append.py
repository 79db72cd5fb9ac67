"""What an append refuses: nothing is written that would not read back, and nothing to what is broken."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from dipltrack.ledger.append import (
    BrokenFileError,
    Tables,
    UnsafeAppendError,
    append_to_meeting,
    append_to_settings,
    appended,
    create_meeting,
)
from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.mint import Stamp
from dipltrack.ledger.read import BrokenSettingsError, read_settings
from dipltrack.model.commitment import Commitment
from dipltrack.model.settings import Body
from dipltrack.model.update import Update
from tests.given import REF, day, ledger_of, meeting

PATH = "TR/2017-12-28.toml"
STAMP = Stamp(by="kt", now=datetime(2018, 1, 30, tzinfo=UTC), seed="docs")
NOTE = Update(of=REF, date=day("2018-01-29"), note="Heard of it.")


def of(*tables: tuple[str, Update | Commitment]) -> Callable[[MeetingFile], Tables]:
    """What is to be appended, whatever the file holds."""
    return lambda _: list(tables)


def leave(_: MeetingFile, __: MeetingFile) -> None:
    """A judge who lets all pass."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A ledger with one item."""
    return ledger_of(tmp_path, Commitment(ref=REF, title="Hold it"))


def test_what_was_appended_is_given_back_with_its_stamp(root: Path) -> None:
    ((table, entry),) = append_to_meeting(root, PATH, of(("update", NOTE)), STAMP, leave)

    assert table == "update"
    assert entry == replace(NOTE, id=entry.id, recorded=STAMP.now, by="kt")


def test_an_entry_that_would_not_read_back_is_not_written(root: Path) -> None:
    before = (root / PATH).read_bytes()
    empty = Commitment(ref="TR-20171228-2", title="")

    with pytest.raises(UnsafeAppendError) as refused:
        append_to_meeting(root, PATH, of(("commitment", empty)), STAMP, leave)

    assert str(refused.value) == (
        f"{PATH}: the new text would not read back as meant; nothing was written"
    )
    assert (root / PATH).read_bytes() == before


@pytest.mark.parametrize(
    "text",
    [
        'update = [{ of = "x" }]\n',
        "[update]\n",
        "[[update]]\n[update.x]\nupdate = 1\n[[update.x.y]]\n[update.z]\n[[update.z.update]]\n",
    ],
)
def test_a_file_that_cannot_be_appended_to_is_refused(text: str) -> None:
    try:
        data = appended(text.encode(), [("update", NOTE)], PATH)
    except UnsafeAppendError:
        return
    assert data.startswith(text.encode())


def test_a_text_that_is_no_toml_is_refused() -> None:
    with pytest.raises(UnsafeAppendError):
        appended(b"???\n", [("update", NOTE)], PATH)


def test_a_missing_last_line_end_is_written_first_in_the_files_own_way() -> None:
    assert appended(b"a = 1\r\nb = 2", [("update", NOTE)], PATH).startswith(
        b'a = 1\r\nb = 2\r\n\r\n[[update]]\r\nof = "TR-20171228-1"\r\n'
    )


def test_a_broken_file_is_not_written_to(root: Path) -> None:
    with (root / PATH).open("a", encoding="utf-8") as file:
        file.write("[[update]]\nzzz = 1\n")
    before = (root / PATH).read_bytes()

    with pytest.raises(BrokenFileError) as refused:
        append_to_meeting(root, PATH, of(("update", NOTE)), STAMP, leave)

    assert [line.partition(" — ")[0] for line in str(refused.value).splitlines()] == [
        f"{PATH}:18: of is missing",
        f"{PATH}:18: date is missing",
    ]
    assert len(refused.value.faults) == 3
    assert (root / PATH).read_bytes() == before


def test_a_judge_sees_before_and_after_and_can_stop_it(root: Path) -> None:
    before = (root / PATH).read_bytes()
    seen: list[int] = []

    def judge(old: MeetingFile, new: MeetingFile) -> None:
        seen.extend((len(old.updates), len(new.updates)))
        raise LookupError

    with pytest.raises(LookupError):
        append_to_meeting(root, PATH, of(("update", NOTE)), STAMP, judge)

    assert seen == [0, 1]
    assert (root / PATH).read_bytes() == before


def test_a_body_is_appended_to_the_settings_and_they_stay_as_they_were(root: Path) -> None:
    before = (root / "dipltrack.toml").read_bytes()

    append_to_settings(root, lambda _: [("body", Body(name="ME1", party="JP"))], STAMP)

    assert (root / "dipltrack.toml").read_bytes().startswith(before)
    assert [body.name for body in read_settings(root)[0].bodies] == ["ME1"]


def test_broken_settings_are_not_written_to(root: Path) -> None:
    (root / "dipltrack.toml").write_text("schema = 1\n", encoding="utf-8")

    with pytest.raises(BrokenSettingsError):
        append_to_settings(root, lambda _: [("body", Body(name="ME1", party="JP"))], STAMP)

    assert (root / "dipltrack.toml").read_text(encoding="utf-8") == "schema = 1\n"


def test_a_meeting_never_takes_the_file_of_another(root: Path) -> None:
    before = (root / PATH).read_bytes()

    with pytest.raises(FileExistsError):
        create_meeting(root, PATH, [("meeting", meeting())], STAMP)

    assert (root / PATH).read_bytes() == before


@pytest.mark.parametrize(
    "entry",
    [
        replace(NOTE, recorded=datetime(2018, 1, 30, 0, 0, 0, 1, tzinfo=UTC)),
        replace(NOTE, note="one\r\ntwo\n"),
    ],
    ids=["a moment finer than a millisecond", "line ends that TOML would change"],
)
def test_what_would_read_back_otherwise_is_refused(entry: Update) -> None:
    with pytest.raises(UnsafeAppendError):
        appended(b"schema = 1\n", [("update", entry)], PATH)
