"""What is new in files: the entries that the later version has and the earlier has not."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.read import file_of
from dipltrack.model.commitment import Commitment
from dipltrack.model.meeting import Meeting
from dipltrack.register.entries import Made, entries_of

_WAS = b"\nwas = "
"""What stands in every file in which something has another ref than it was filed under."""


class Renamed(NamedTuple):
    """A meeting or an item that has another ref in the later version; `old` is that of the earlier."""

    old: str
    entry: Meeting | Commitment


def new_entries(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[Made]:
    """The entries of meetings' files that are only in the later version, as they were entered.

    They are known by their ids, whatever file they lie in; those without one by what they say.
    """
    known = {key for path, data in before.items() for key in _keys(_read(data, path))}
    found = [
        made
        for path, data in after.items()
        if data != before.get(path) and (file := _read(data, path)) is not None
        for made in entries_of(file)
        if _key(made) not in known
    ]
    return sorted(found, key=lambda made: (made.moment(), made.about))


def renamed_entries(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[Renamed]:
    """The meetings and items that have another ref later; not the items that went with their meeting."""
    marked = {path: data for path, data in after.items() if _WAS in data}
    if not marked:
        return []  # the earlier files need not be read
    refs = {id_: ref for file in _files(before) for id_, ref in _refs_of(file)}
    found: list[Renamed] = []
    for file in _files(marked):
        meeting = file.meeting
        old = refs.get(meeting.id or "")
        if old and old != meeting.ref:
            found.append(Renamed(old, meeting))
        for item in file.commitments:
            was = refs.get(item.id or "")
            went_along = old and was == item.ref.replace(meeting.ref, old, 1)
            if was and was != item.ref and not went_along:
                found.append(Renamed(was, item))
    return found


def _files(versions: Mapping[str, bytes]) -> Iterator[MeetingFile]:
    read = (_read(data, path) for path, data in versions.items())
    return (file for file in read if file is not None)


def _refs_of(file: MeetingFile) -> Iterator[tuple[str, str]]:
    named: tuple[Meeting | Commitment, ...] = (file.meeting, *file.commitments)
    return ((one.id, one.ref) for one in named if one.id)


def _read(data: bytes, path: str) -> MeetingFile | None:
    return file_of(data, path)[0]


def _keys(file: MeetingFile | None) -> Iterator[object]:
    return (_key(made) for made in entries_of(file)) if file is not None else iter(())


def _key(made: Made) -> object:
    entry = made.entry
    return (made.table, entry.id or repr(entry))
