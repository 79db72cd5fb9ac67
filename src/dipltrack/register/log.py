"""The entries of a ledger, asked one by one: the newest, those of an id, and who wrote any."""

from collections.abc import Iterator
from heapq import heappop, heappush

from dipltrack.ledger.read import file_of, read_bytes, read_file
from dipltrack.model.fault import Fault
from dipltrack.register.entries import EVERY_ENTRY, EntriesWanted, Made, entries_of
from dipltrack.register.index.kept import KeptIndex
from dipltrack.register.index.made import files_with


class Entries:
    """The entries of a ledger that can be asked."""

    def __init__(self, kept: KeptIndex) -> None:
        self._kept = kept

    def newest(self, wanted: EntriesWanted = EVERY_ENTRY) -> Iterator[Made]:
        """The entries that are asked for, the newest first; those without a moment come last.

        Only files that may hold one are read, each when its turn comes, so that who needs the
        first ones does not wait for the others.
        """
        timezone = self._kept.timezone
        waiting: list[tuple[float, int, Made]] = []
        number = 0
        for path, last in files_with(self._kept.in_step(), wanted, timezone):
            while waiting and -waiting[0][0] > last:
                yield heappop(waiting)[2]
            file, _ = read_file(self._kept.root, path)
            for made in entries_of(file) if file is not None and file.whole else ():
                if not wanted.fits(made, timezone):
                    continue
                number -= 1  # of one moment, the one that stands later in its file comes first
                heappush(waiting, (-made.moment(), number, made))
        while waiting:
            yield heappop(waiting)[2]

    def of_id(self, wanted: str) -> Iterator[Made]:
        """The entries of that id, of whatever file."""
        paths = self._kept.in_step().execute("SELECT path FROM file ORDER BY path").fetchall()
        for (path,) in paths:
            data = read_bytes(self._kept.root, path)
            if isinstance(data, Fault) or wanted.encode() not in data:
                continue
            file, _ = file_of(data, path)
            if file is not None and file.whole:
                yield from (made for made in entries_of(file) if made.entry.id == wanted)

    def writers(self) -> list[str]:
        """Who entered anything, by name."""
        found = self._kept.in_step().execute(
            "SELECT DISTINCT by FROM made WHERE by IS NOT NULL ORDER BY by"
        )
        return [name for (name,) in found]
