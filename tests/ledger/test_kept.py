"""Kept copies: under the hash of what they hold, told where they are missing or changed."""

import hashlib
from pathlib import Path

import pytest

from dipltrack.ledger.kept import keep, kept_flaws
from dipltrack.ledger.read import meeting_paths, read_ledger
from dipltrack.ledger.tables import located
from dipltrack.model.commitment import Commitment
from dipltrack.model.fault import Fault
from dipltrack.model.meeting import Document
from dipltrack.model.update import Evidence, Update
from tests.given import REF, day, ledger_of

TEXT = b"will hold a dialogue"
HASH = hashlib.sha256(TEXT).hexdigest()
PATH = "TR/2017-12-28.toml"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A file to be kept."""
    path = tmp_path / "Release.PDF"
    path.write_bytes(TEXT)
    return path


def desk(root: Path, *names: str) -> Path:
    """A ledger whose document and evidence name the copies."""
    evidence = tuple(Evidence(registry="7", kept=name) for name in names[1:])
    return ledger_of(
        root,
        Document(name="release", kept=names[0]),
        Commitment(ref=REF, title="Hold it"),
        Update(of=REF, date=day("2018-01-29"), note="n", evidence=evidence),
    )


def faults_of(root: Path) -> list[Fault]:
    """What is told of the copies that the one meeting names."""
    (file,) = read_ledger(root).files
    return located((root / PATH).read_bytes(), PATH, list(kept_flaws(root, file)))


def test_a_copy_lies_under_its_hash_with_its_own_ending(source: Path, tmp_path: Path) -> None:
    root = ledger_of(tmp_path / "desk")

    assert keep(root, source) == HASH
    assert (root / "kept" / f"{HASH}.pdf").read_bytes() == TEXT


def test_the_same_file_kept_twice_lies_there_once(source: Path, tmp_path: Path) -> None:
    root = ledger_of(tmp_path / "desk")
    other = tmp_path / "copy.txt"
    other.write_bytes(TEXT)

    assert keep(root, source) == keep(root, other) == keep(root, source)
    assert [file.name for file in (root / "kept").iterdir()] == [f"{HASH}.pdf"]


def test_kept_files_are_no_meetings_and_no_strays(tmp_path: Path) -> None:
    root = ledger_of(tmp_path / "desk")
    source = tmp_path / "x.toml"
    source.write_bytes(b"???")
    keep(root, source)

    assert meeting_paths(root) == [PATH]
    assert read_ledger(root).faults == ()


def test_a_copy_that_holds_what_it_held_is_no_fault(source: Path, tmp_path: Path) -> None:
    root = desk(tmp_path / "desk", HASH, HASH)
    keep(root, source)

    assert faults_of(root) == []


def test_a_copy_that_is_missing_or_was_changed_is_told_with_its_line(tmp_path: Path) -> None:
    changed = "0" * 64
    root = desk(tmp_path / "desk", HASH, changed, "abc")
    (root / "kept").mkdir()
    (root / "kept" / f"{changed}.pdf").write_bytes(b"other")

    faults = faults_of(root)

    lines = (root / PATH).read_text(encoding="utf-8").splitlines()
    assert all(not fault.is_error for fault in faults)
    assert [
        (lines[fault.line - 1].split(" ")[0], fault.wrong, fault.mend) for fault in faults
    ] == [
        ("kept", f"the kept copy {HASH[:12]}… is missing", "put it back into kept/"),
        (
            "evidence",
            "the kept copy 000000000000… was changed",
            f"put the old kept/{changed}.pdf back",
        ),
        ("evidence", 'kept = "abc" is no SHA-256', "dipltrack note REF --keep FILE makes one"),
    ]


def test_a_name_that_leads_out_of_the_folder_is_no_hash(tmp_path: Path) -> None:
    root = desk(tmp_path / "desk", "../../etc/passwd")

    assert [fault.wrong for fault in faults_of(root)] == [
        'kept = "../../etc/passwd" is no SHA-256'
    ]
