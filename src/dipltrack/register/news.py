"""What is new in files: the entries that the later version has and the earlier has not."""

from collections.abc import Iterator, Mapping

from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.read import file_of
from dipltrack.register.entries import Made, entries_of


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


def _read(data: bytes, path: str) -> MeetingFile | None:
    return file_of(data, path)[0]


def _keys(file: MeetingFile | None) -> Iterator[object]:
    return (_key(made) for made in entries_of(file)) if file is not None else iter(())


def _key(made: Made) -> object:
    entry = made.entry
    return (made.table, entry.id or repr(entry))
