"""The log of reminders grows by appending, is read fast or not at all, and each counts once."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from dipltrack.ledger.append import BrokenFileError, UnsafeAppendError
from dipltrack.ledger.issuing import append_reminders, make_room
from dipltrack.ledger.mint import Stamp
from dipltrack.ledger.read import meeting_paths, stray_files
from dipltrack.ledger.reminders import (
    issued_after,
    issued_in,
    issued_tables,
    log_faults,
    log_path,
    log_paths,
    new_reminders,
    reminders_by_item,
    reminders_of,
    whole_log,
)
from dipltrack.ledger.stamps import stamps_of
from dipltrack.model.reminder import Reminder
from dipltrack.model.vocabulary import Channel, RuleName
from tests.given import SETTINGS, day

NOW = datetime(2018, 2, 1, 6, tzinfo=UTC)
STAMP = Stamp(by="kt", now=NOW)
FEBRUARY = NOW.date()


def reminder(number: int = 1, on: str = "2018-02-01", to: str | None = "ME1") -> Reminder:
    """A reminder that was issued."""
    return Reminder(
        of=f"TR-20171228-{number}",
        rule=RuleName.OVERDUE,
        for_=day(on),
        date=day(on),
        channel=Channel.MAIL,
        to=to,
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A ledger without a meeting."""
    (tmp_path / "dipltrack.toml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def append(root: Path, *reminders: Reminder, on: date = FEBRUARY) -> bytes:
    """Logs them; the bytes of the log then."""
    append_reminders(root, on, reminders, STAMP)
    return (root / log_path(on)).read_bytes()


def test_what_is_appended_leaves_every_earlier_byte_and_is_later_than_all(root: Path) -> None:
    first = append(root, reminder(1), reminder(2))
    (root / "reminders/2018.toml").write_bytes(first + b"# seen\r\n")

    second = append(root, reminder(3))

    assert second.startswith(first + b"# seen\r\n")
    rows = list(issued_tables(root))
    assert [row["of"][-1] for row in rows] == ["1", "2", "3"]
    assert sorted(row["recorded"] for row in rows) == [row["recorded"] for row in rows]
    assert len({row["id"] for row in rows}) == len({row["recorded"] for row in rows}) == 3
    assert log_faults(root) == []


def test_each_year_of_issue_has_a_file_and_none_is_a_meeting(root: Path) -> None:
    append(root, reminder(1))
    append(root, reminder(1, "2019-01-01"), on=day("2019-01-01"))

    assert log_paths(root) == ["reminders/2018.toml", "reminders/2019.toml"]
    assert meeting_paths(root) == []
    assert stamps_of(root) == {}
    assert stray_files(root) == []


def test_what_is_new_in_a_log_is_counted_each_once_and_a_broken_file_tells_of_none(
    root: Path,
) -> None:
    log = log_path(FEBRUARY)
    before = append(root, reminder(1), reminder(2))
    after = append(root, reminder(2), reminder(3), reminder(3, to="METI"))

    assert new_reminders({}, {log: before}) == 2
    assert new_reminders({log: before}, {log: after, "TR/2017-12-28.toml": b"schema"}) == 2
    assert new_reminders({log: before}, {log: after + b"\n[[reminder]]\nof ="}) == 0


def test_a_ledger_without_a_log_has_issued_nothing(root: Path) -> None:
    assert [*issued_tables(root), *whole_log(root), *log_faults(root)] == []
    assert reminders_of(root, "TR-20171228-1") == ([], [])


def test_the_reminders_of_one_item_are_found_once_each_by_their_day(root: Path) -> None:
    append(root, reminder(1, "2018-02-08"), reminder(1, "2018-02-01"), reminder(2))
    append(root, reminder(1, "2018-02-01"), on=day("2019-01-01"))

    found, errors = reminders_of(root, "TR-20171228-1")

    assert [str(one.for_) for one in found] == ["2018-02-01", "2018-02-08"]
    assert errors == []
    assert len(whole_log(root)) == 3


def test_the_reminders_of_all_items_are_those_of_each(root: Path) -> None:
    append(root, reminder(2, "2018-01-25"), reminder(1), reminder(1), reminder(2, to=None))
    append(root, reminder(1, "2017-12-31"), on=day("2017-12-31"))

    found, errors = reminders_by_item(root)

    assert errors == []
    for ref in ("TR-20171228-1", "TR-20171228-2"):
        assert found[ref] == reminders_of(root, ref)[0]
    assert [len(some) for some in found.values()] == [2, 2]


def test_of_a_file_with_an_error_what_can_be_read_is_found_and_the_error_told(root: Path) -> None:
    append(root, reminder(1), reminder(2))
    with (root / "reminders/2018.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[reminder]]\nof = "TR-20171228-1"\n')

    found, errors = reminders_of(root, "TR-20171228-1")

    assert len(found) == 1
    assert errors
    assert reminders_of(root, "TR-20171228-3") == ([], [])


BROKEN: dict[str, str | bytes] = {
    "syntax": "schema = 1\n[[reminder]]\nof = \n",
    "bytes": b"schema = 1\n# \xff\n",
    "schema": '[[reminder]]\nof = "TR-20171228-1"\n',
    "newer": "schema = 2\n",
    "brackets": 'schema = 1\n[reminder]\nof = "TR-20171228-1"\n',
    "table": "schema = 1\nreminder = [1]\n",
    "missing": 'schema = 1\n[[reminder]]\nof = "TR-20171228-1"\nrule = "overdue"\n',
    "moment": (
        'schema = 1\n[[reminder]]\nof = "TR-20171228-1"\nrule = "overdue"\nchannel = "text"\n'
        "for = 2018-02-01T10:00:00\ndate = 2018-02-01\n"
    ),
    "conflict": (
        'schema = 1\n<<<<<<< ours\n[[reminder]]\nof = "TR-20171228-1"\n=======\n>>>>>>> theirs\n'
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_nobody_knows_what_a_broken_log_says_and_it_is_not_written_to(
    root: Path, name: str
) -> None:
    text = BROKEN[name]
    data = text if isinstance(text, bytes) else text.encode()
    (root / "reminders").mkdir()
    (root / "reminders/2018.toml").write_bytes(data)

    for ask in (lambda: list(issued_tables(root)), lambda: whole_log(root)):
        with pytest.raises(BrokenFileError, match=r"reminders/2018\.toml"):
            ask()
    with pytest.raises(BrokenFileError, match=r"reminders/2018\.toml"):
        append(root, reminder(1))
    assert (root / "reminders/2018.toml").read_bytes() == data
    assert any(fault.is_error for fault in log_faults(root))


def test_a_table_without_its_moment_and_an_overlong_key_of_ones_own_count_all_the_same(
    root: Path,
) -> None:
    deep = "[" * 150 + "]" * 150
    (root / "reminders").mkdir()
    (root / "reminders/2018.toml").write_text(
        f'schema = 1\n[[reminder]]\nof = "TR-20171228-1"\nrule = "overdue"\nfor = 2018-02-01\n'
        f'date = 2018-02-01\nchannel = "text"\nx_deep = {deep}\nrecorded = 2018-02-01T10:00:00\n',
        encoding="utf-8",
    )

    assert len(list(issued_tables(root))) == 1


def test_the_room_for_a_log_is_taken_and_given_back(root: Path) -> None:
    make_room(root, FEBRUARY, 3)
    assert list((root / "reminders").iterdir()) == []

    before = append(root, reminder(1))
    make_room(root, FEBRUARY, 3)

    assert (root / "reminders/2018.toml").read_bytes() == before
    assert len(list((root / "reminders").iterdir())) == 1


def test_a_table_that_a_hand_wrote_without_its_moment_is_appended_to(root: Path) -> None:
    (root / "reminders").mkdir()
    by_hand = (
        'schema = 1\n\n[[reminder]]\nof = "TR-20171228-3"\nrule = "overdue"\n'
        'for = 2018-02-01\ndate = 2018-02-01\nchannel = "text"\nrecorded = 2018-02-01T09:00:00\n'
    )
    (root / "reminders/2018.toml").write_text(by_hand)

    whole = append(root, reminder(1))

    assert whole.startswith(by_hand.encode())
    assert len(list(issued_tables(root))) == 2


def test_what_a_log_grew_by_is_told_of_the_new_tables_alone(root: Path) -> None:
    first = append(root, reminder(1))
    whole = append(root, reminder(2), reminder(3, to=None))

    added = issued_after(whole, len(first))

    assert added is not None
    assert [one.of[-1] for one in added] == ["2", "3"]
    assert issued_in(first, "log") + added == issued_in(whole, "log")
    assert issued_after(first.rstrip() + b"\n" + whole[len(first) :], len(first.rstrip())) == added


@pytest.mark.parametrize(
    ("before", "added"),
    [
        ("", b'to = "ME2"\n'),
        ("", b"# by hand\n"),
        ("", b"[[reminder]]\nof = \n"),
        ("", b"[[reminder]]\nof = 3\n"),
        ("", b"[[reminder]]\n[more]\n"),
        ("", b"[[reminder]]\n[reminder.more]\n"),
        ("", b"[[reminder]]\n\xff\n"),
        ("reminder = []\n", b"[[reminder]]\n"),
        ("# no end", b'[[reminder]]\nof = "TR-20171228-1"\n'),
    ],
)
def test_what_does_not_only_add_tables_is_read_with_the_whole(before: str, added: bytes) -> None:
    assert issued_after(before.encode() + added, len(before)) is None


BY_HAND = (
    '\n[[reminder]]\nof = "TR-20171228-3"\nrule = "overdue"\nfor = 2018-02-01\ndate = 2018-02-01\n'
    'channel = "text"\nid = "HANDMADE"\nrecorded = 2018-02-02T09:00:00+09:00\n'
)


@pytest.mark.parametrize("added", ["", BY_HAND, "\n# [[reminder]] of a comment\n"])
@pytest.mark.parametrize("known", [True, False])
def test_what_is_known_to_be_sound_is_appended_to_as_what_is_read(
    root: Path, added: str, *, known: bool
) -> None:
    first = append(root, reminder(1), reminder(2)) + added.encode()
    (root / "reminders/2018.toml").write_bytes(first)
    seen: list[tuple[str, bytes]] = []

    def is_sound(path: str, data: bytes) -> bool:
        seen.append((path, data))
        return known

    append_reminders(root, FEBRUARY, [reminder(3)], STAMP, is_sound)

    assert seen == [("reminders/2018.toml", first)]
    assert (root / "reminders/2018.toml").read_bytes().startswith(first)
    rows = list(issued_tables(root))
    assert rows[-1]["recorded"] == max(row["recorded"] for row in rows)
    assert len({row["id"] for row in rows}) == len(rows)
    assert log_faults(root) == []


def test_moments_with_other_offsets_are_before_what_is_logged_after_them(root: Path) -> None:
    abroad = datetime(2018, 2, 1, 18, tzinfo=timezone(timedelta(hours=9, minutes=30)))
    ahead = Stamp(by="kt", now=abroad)
    append_reminders(root, FEBRUARY, [reminder(1)], ahead)
    append(root, reminder(2))

    append(root, reminder(3))

    moments = [row["recorded"] for row in issued_tables(root)]
    assert moments == sorted(set(moments))


def test_a_log_in_one_list_is_not_written_to(root: Path) -> None:
    (root / "reminders").mkdir()
    (root / "reminders/2018.toml").write_text("schema = 1\nreminder = []\n")

    with pytest.raises(UnsafeAppendError):
        append(root, reminder(1))

    assert (root / "reminders/2018.toml").read_text() == "schema = 1\nreminder = []\n"
