"""Whatever stands in a file and whatever is appended: no byte is lost and every text reads back."""

import tempfile
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dipltrack.ledger.append import UnsafeAppendError, append_to_meeting, appended
from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.mint import Stamp
from dipltrack.ledger.read import file_of
from dipltrack.ledger.toml import parse
from dipltrack.model.entry import Entry
from dipltrack.model.update import Update
from tests.given import MEETING_DAY, REF
from tests.ledger.ledgers import ENTRIES, FILES, PATH, STAMPS, TEXTS

SCHEMA = b"schema = 1\n"


def read(data: bytes) -> MeetingFile:
    """The file that the bytes are; it has no error."""
    file, faults = file_of(data, PATH)
    assert [fault for fault in faults if fault.is_error] == []
    assert file is not None
    return file


def leave(_: MeetingFile, __: MeetingFile) -> None:
    """A judge who lets all pass."""


def in_order_of_writing(file: MeetingFile, new: list[Entry]) -> list[Entry]:
    """The entries of the file that were appended, in the order in which they were."""
    found = {entry.id: entry for _, _, entry in file.entries() if entry.id}
    return [found[entry.id] for entry in new if entry.id]


@given(text=TEXTS)
@example(text='"""')
@example(text='ends in a quote"')
@example(text='one\ntwo"""')
@example(text="\nbegins and ends with a line\n")
@example(text="one\\\n  two")
@example(text="\x00\x1b\x7f\x85\u2028\ufeff")
@pytest.mark.parametrize("file", [SCHEMA, b"schema = 1\r\n"], ids=["unix", "windows"])
def test_any_text_reads_back_as_it_was_written(file: bytes, text: str) -> None:
    note = Update(of=REF, date=MEETING_DAY, note=text, next_step=text, asked=(text, text))

    (table,) = parse(appended(file, [("update", note)], PATH).decode())["update"]

    assert (table["note"], table["next_step"], table["asked"]) == (text, text, [text, text])


@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
@example(text="one\r\ntwo")
@example(text="\r")
@example(text="\r\n")
def test_a_text_with_any_line_ends_reads_back_or_is_refused(text: str) -> None:
    note = Update(of=REF, date=MEETING_DAY, note=text)

    try:
        data = appended(SCHEMA, [("update", note)], PATH)
    except UnsafeAppendError:
        assert "\r" in text
    else:
        assert parse(data.decode())["update"][0]["note"] == text


@given(data=FILES, entries=ENTRIES)
def test_what_stood_in_a_file_stands_in_it_after_byte_for_byte(
    data: bytes, entries: list[tuple[str, Entry]]
) -> None:
    before = parse(data.decode())

    after = appended(data, entries, PATH)

    assert after.startswith(data)
    tables = parse(after.decode())
    assert {name: tables[name] for name in before if name not in dict(entries)} == {
        name: table for name, table in before.items() if name not in dict(entries)
    }
    for name in dict(entries):
        kept = before.get(name, [])
        assert tables[name][: len(kept)] == kept
        assert len(tables[name]) == len(kept) + sum(name == other for other, _ in entries)


@given(data=FILES, entries=ENTRIES)
def test_what_is_appended_has_the_line_ends_of_the_file(
    data: bytes, entries: list[tuple[str, Entry]]
) -> None:
    new = appended(data, entries, PATH)[len(data) :]

    assert new.count(b"\r\n") == (new.count(b"\n") if b"\r\n" in data else 0)
    assert new.endswith(b"\n")


@given(data=FILES, commands=st.lists(st.tuples(ENTRIES, STAMPS), min_size=1, max_size=4))
@settings(max_examples=60)
def test_any_sequence_of_writes_only_grows_the_file_and_each_reads_back(
    data: bytes, commands: list[tuple[list[tuple[str, Entry]], Stamp]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / PATH
        path.parent.mkdir()
        path.write_bytes(data)
        written: list[Entry] = []

        for entries, stamp in commands:
            before = path.read_bytes()
            new = append_to_meeting(Path(folder), PATH, lambda _, e=entries: e, stamp, leave)  # type: ignore[misc]
            written += [entry for _, entry in new]
            assert path.read_bytes().startswith(before)

        assert [one.name for one in path.parent.iterdir()] == [path.name]
        file = read(path.read_bytes())
    assert in_order_of_writing(file, written) == written
    ids = [entry.id for _, _, entry in file.entries() if entry.id]
    assert len(ids) == len(set(ids))
    already = [entry.recorded for _, _, entry in read(data).entries() if entry.recorded]
    moments = [*already, *(entry.recorded for entry in written if entry.recorded)]
    assert len(moments) == len(already) + len(written)
    assert all(one < two for one, two in pairwise(moments))
