"""Files of a ledger -> what the index keeps of each: its rows, or the errors that keep it out."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache, partial
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct
from msgspec.msgpack import Decoder, Encoder

from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.read import file_of, read_bytes, read_file
from dipltrack.model.fault import Fault
from dipltrack.register.index.joining import joined_in
from dipltrack.register.index.later import Later
from dipltrack.register.index.rows import Gathered, Gathering, later_rows_of, lived_in
from dipltrack.register.index.spans import Row
from dipltrack.register.judged import Known
from dipltrack.register.meaning import error_faults
from dipltrack.register.spreading import spread
from dipltrack.register.view import View


class Kept(Struct, frozen=True, kw_only=True, array_like=True):
    """What the index keeps of a file beside its rows: the hash of its bytes, its errors.

    `same` is one whose bytes are those that the index knows: nothing else is told of it. `unread` are
    the refs that stand in one that is not whole: what points at them points at something.
    """

    path: str
    hash: bytes
    same: bool = False
    errors: tuple[Fault, ...] = ()
    unread: tuple[str, ...] = ()


class Together(Struct, frozen=True, kw_only=True, array_like=True):
    """What the index keeps of files that were read together, those that are the same left out of the rows.

    `joined` are the groups of items that hang together, and with none of another file: their spans
    are right, while those of all other items are as if each stood alone.
    """

    files: list[Kept]
    rows: Gathered
    joined: list[frozenset[str]]


class Wanted(Struct, frozen=True, kw_only=True):
    """What is to be kept: of what is known, from which day on, and for which later tables."""

    view: View
    since: date
    later: frozenset[Later]


def all_kept(
    root: Path, paths: Sequence[str], known: Mapping[str, bytes], wanted: Wanted
) -> Iterator[Together]:
    """What the index keeps of the files; many are read on all processors.

    `known` are the hashes of those that it has already.
    """
    unpacked = _decoder().decode
    chunks = [[(path, known.get(path)) for path in some] for some in _neighbours(paths)]
    for packed in spread(partial(_packed_together, root, wanted), chunks):
        yield unpacked(packed)


Asked = tuple[str, bytes | None]
"""The path of a file and the hash that is known of it."""


def _packed_together(root: Path, wanted: Wanted, asked: Sequence[Asked]) -> list[bytes]:
    """What is kept of the files, as bytes: they are handed over in half of pickle's time."""
    return [Encoder().encode(_kept_together(root, wanted, asked))]


@cache
def _decoder() -> Decoder[Together]:
    return Decoder(Together)


def _neighbours(paths: Sequence[str]) -> Iterator[Sequence[str]]:
    """The paths by their folders: what a promise says again was mostly said to the same partner."""
    some: list[str] = []
    for path in paths:
        is_other = bool(some) and path.partition("/")[0] != some[-1].partition("/")[0]
        if len(some) >= (_FEW if is_other else _MOST):
            yield some
            some = []
        some.append(path)
    if some:
        yield some


_FEW, _MOST = 50, 400
"""Files that are read together: folders of fewer are, and of more are not."""


def _kept_together(root: Path, wanted: Wanted, asked: Sequence[Asked]) -> Together:
    """What the index keeps of the files; of items that hang together, and with no others, too."""
    view, since = wanted.view, wanted.since
    alone = Known(bodies=(), dossiers=(), first_file_of={}, timezone=view.timezone)
    read = [_read(root, path, known, alone) for path, known in asked]
    files = {file.path: file for file, _ in read if file is not None and file.whole}
    lived = {path: lived_in(file, view, since) for path, file in files.items()}
    joined = joined_in(files, lived, view, since)
    gathering = Gathering(view, joined.spans, wanted.later)
    for number, (file, _) in enumerate(read):
        if file is not None and file.whole:
            gathering.take(number, file, lived[file.path])
    return Together(
        files=[kept for _, kept in read], rows=gathering.gathered, joined=joined.groups
    )


def _read(
    root: Path, path: str, known: bytes | None, alone: Known
) -> tuple[MeetingFile | None, Kept]:
    """The file, unless it is the one that is known, and what is kept of it without its rows."""
    data = read_bytes(root, path)
    if isinstance(data, Fault):
        return None, Kept(path=path, hash=b"", errors=(data,))
    found = _hash(data)
    if found == known:
        return None, Kept(path=path, hash=found, same=True)
    file, faults = file_of(data, path)
    errors = [fault for fault in faults if fault.is_error]
    if file is not None:
        errors += error_faults(file, data, alone)
    unread = refs_in(file) if file and not file.whole else ()
    return file, Kept(path=path, hash=found, errors=tuple(sorted(errors)), unread=unread)


LaterRows = list[tuple[str, list[Row]]]
"""Of a file: the rows of each item by its ref, without its number."""


def later_rows_in(
    root: Path, view: View, since: date, table: Later, paths: Sequence[str]
) -> list[LaterRows]:
    """The rows of a later table of each of the files."""
    return [list(_later_rows_in(root, view, since, table, path)) for path in paths]


def _later_rows_in(
    root: Path, view: View, since: date, table: Later, path: str
) -> Iterator[tuple[str, list[Row]]]:
    file, _ = read_file(root, path)
    if file is not None and file.whole:
        for one in lived_in(file, view, since):
            yield one.life.item.ref, later_rows_of(one, table)


def refs_in(file: MeetingFile) -> tuple[str, ...]:
    """The refs of a file's meeting and items."""
    return file.meeting.ref, *(item.ref for item in file.commitments)


def _hash(data: bytes) -> bytes:
    """What tells one content of a file from another."""
    return blake2b(data, digest_size=16).digest()
