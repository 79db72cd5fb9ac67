"""Files of a ledger -> what the index keeps of each: its rows, or the errors that keep it out."""

from collections.abc import Iterator, Sequence
from functools import partial
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct

from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.read import file_of, read_bytes
from dipltrack.model.fault import Fault
from dipltrack.register.index.rows import FileRows, rows_of
from dipltrack.register.judged import Known
from dipltrack.register.meaning import error_faults
from dipltrack.register.spreading import spread
from dipltrack.register.view import View


class Kept(Struct, frozen=True, kw_only=True):
    """What the index keeps of a file: the hash of its bytes, its errors, its rows if it is whole.

    `unread` are the refs that stand in one that is not: what points at them points at something.
    """

    path: str
    hash: bytes
    errors: tuple[Fault, ...]
    rows: FileRows | None
    unread: tuple[str, ...] = ()


def all_kept(root: Path, paths: Sequence[str], view: View) -> Iterator[Kept]:
    """What the index keeps of each of the files; of many they are read on all processors."""
    yield from spread(partial(_kept_list, root, view), paths)


def _kept_list(root: Path, view: View, paths: Sequence[str]) -> list[Kept]:
    return list(kept_of(root, paths, view))


def kept_of(root: Path, paths: Sequence[str], view: View) -> Iterator[Kept]:
    """Reads the files, one after another."""
    alone = Known(bodies=(), dossiers=(), first_file_of={}, timezone=view.timezone)
    for path in paths:
        data = read_bytes(root, path)
        if isinstance(data, Fault):
            yield Kept(path=path, hash=b"", errors=(data,), rows=None)
            continue
        file, faults = file_of(data, path)
        errors = [fault for fault in faults if fault.is_error]
        if file is not None:
            errors += error_faults(file, data, alone)
        whole = file is not None and file.whole
        yield Kept(
            path=path,
            hash=_hash(data),
            errors=tuple(sorted(errors)),
            rows=rows_of(file, view) if file and whole else None,
            unread=refs_in(file) if file and not whole else (),
        )


def refs_in(file: MeetingFile) -> tuple[str, ...]:
    """The refs of a file's meeting and items."""
    return file.meeting.ref, *(item.ref for item in file.commitments)


def _hash(data: bytes) -> bytes:
    """What tells one content of a file from another."""
    return blake2b(data, digest_size=16).digest()
