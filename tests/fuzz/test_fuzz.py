"""Whatever a file holds, it is read or told: no fault of the program, no hang, no write.

`FUZZ=100000 python -m pytest tests/fuzz` tries so many; the suite some hundred, others each time
but in CI. What was once found stays in `findings/`.
"""

import os
import random
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipltrack.ledger.edit import with_stamps
from dipltrack.ledger.keys import MEETING_TABLES, SETTINGS_TABLES
from dipltrack.ledger.merge.file import (
    Merged,
    TwoMeetingsError,
    UnreadableSideError,
    merged_file,
)
from dipltrack.ledger.merge.ledger import merged_ledger
from dipltrack.ledger.mint import Stamp
from dipltrack.ledger.read import file_of
from dipltrack.ledger.tables import entries_of
from dipltrack.ledger.toml import parse
from dipltrack.register.index.later import Later
from dipltrack.register.index.rows import Gathering, lived_in
from dipltrack.register.judged import Judged, Known
from dipltrack.register.meaning import flaws_of
from dipltrack.register.view import View
from tests.fuzz.mutating import mutated, seeds

TIMES = int(os.environ.get("FUZZ", "200"))
FINDINGS = sorted((Path(__file__).parent / "findings").glob("*.toml"))
SEEDS = seeds()
PATH = "TR/2017-12-28.toml"
NOW = date(2018, 2, 2)
MOMENT = datetime(2018, 2, 2, tzinfo=UTC)
numbers = st.integers(0, 10**9)
fuzzed = settings(max_examples=TIMES)


def a_file(number: int) -> bytes:
    """A file that the number stands for."""
    chance = random.Random(number)
    return mutated(chance.choice(SEEDS), chance, chance.randrange(1, 8))


def read(data: bytes) -> None:
    """Reads the file, judges it, and makes the rows of the index of it."""
    file, faults = file_of(data, PATH)
    assert all(fault.line >= 0 and fault.wrong and fault.mend for fault in faults)
    assert file is not None or any(fault.is_error for fault in faults)
    entries_of(data, "dipltrack.toml", SETTINGS_TABLES)
    entries_of(data, PATH, MEETING_TABLES)
    if file is not None:
        known = Known(bodies=(), dossiers=(), first_file_of={})
        flaws = flaws_of(file, known)
        assert all(flaw.wrong and flaw.mend for flaw in flaws)
        assert Judged(file, known) is not None
        if file.whole and not any(flaw.severity.name == "ERROR" for flaw in flaws):
            view = View(as_of=NOW)
            Gathering(view, {}, frozenset(Later)).take(0, file, lived_in(file, view))


def merged(base: bytes | None, ours: bytes, theirs: bytes) -> Merged | None:
    try:
        return merged_file(base, ours, theirs)
    except (UnreadableSideError, TwoMeetingsError):
        return None


def merges(base: bytes, ours: bytes, theirs: bytes) -> None:
    """Both directions agree, and what comes out of sound sides is sound."""
    one, other = merged(base, ours, theirs), merged(base, theirs, ours)
    assert (one is None) == (other is None)
    if one is None or other is None:
        return
    assert bool(one.conflicts) == bool(other.conflicts)
    if not one.conflicts:
        assert one.data == other.data
        if base not in {ours, theirs} and ours != theirs:
            parse(one.data.decode())
    merged(None, ours, theirs)
    merged_ledger({PATH: base}, {PATH: ours}, {PATH: theirs})
    merged_ledger({}, {PATH: ours}, {PATH: theirs, "TR/2018-01-01.toml": base})


@fuzzed
@given(numbers)
def test_any_file_is_read_or_told(number: int) -> None:
    read(a_file(number))


@fuzzed
@given(numbers)
def test_any_three_files_are_joined_or_told(number: int) -> None:
    chance = random.Random(number)
    seed = chance.choice(SEEDS)
    base, ours, theirs = (mutated(seed, chance, chance.randrange(3)) for _ in range(3))

    merges(base, ours, theirs)


@fuzzed
@given(numbers)
def test_any_file_that_reads_is_stamped(number: int) -> None:
    data = a_file(number)
    try:
        text = data.decode()
        parse(text)
    except (ValueError, RecursionError):
        return
    parse(with_stamps(text, Stamp(by="kt", now=MOMENT, seed="x")))


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda path: path.stem)
def test_what_was_once_found_is_read_and_joined(finding: Path) -> None:
    data = finding.read_bytes()

    read(data)
    for seed in SEEDS:
        for three in permutations(data, seed.encode()):
            merges(*three)


def permutations(data: bytes, seed: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """The finding as each of the three sides."""
    yield data, seed, seed + b"# x\n"
    yield seed, data, seed + b"# x\n"
    yield seed, data, data + b"\n# x\n"
