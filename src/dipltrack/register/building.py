"""What is shown, built from the files: items with all that hangs together with them, meetings."""

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.read import read_file
from dipltrack.model.settings import Body
from dipltrack.register.held import Held
from dipltrack.register.index.hanging import hanging_together, linked_with
from dipltrack.register.index.narrowing import batches_of, places_for
from dipltrack.register.index.schema import Sort
from dipltrack.register.standing import Standing
from dipltrack.register.standings import seen_of, standings_of
from dipltrack.register.view import View

_AT_ONCE = 200
"""Items that are built together: their files are read once, and then let go."""

Key = tuple[str, str]
"""The path of a file and the ref of an item in it."""


def built_items(
    connection: sqlite3.Connection,
    root: Path,
    bodies: Sequence[Body],
    view: View,
    keys: Sequence[Key],
) -> Iterator[Standing]:
    """The items under the keys, in their order, as the view sees them."""
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        refs = {ref for _, ref in some}
        around = hanging_together(connection, refs) | linked_with(connection, refs, [Sort.FOLLOWS])
        files = _files_of(connection, root, around)
        built = {(s.path, s.ref): s for s in standings_of(files, bodies, view, around)}
        for key in some:
            if key in built:
                yield built[key]


def built_meeting(root: Path, view: View, path: str, items: int, open_: int) -> Held | None:
    """The meeting of the file as the view sees it; None where the file cannot be read any more."""
    file, _ = read_file(root, path)
    if file is None:
        return None
    seen = seen_of(file, view)
    return Held(
        path=path,
        meeting=seen.meeting,
        file=file,
        documents=seen.documents,
        items=items,
        open=open_,
    )


def _files_of(connection: sqlite3.Connection, root: Path, refs: set[str]) -> list[MeetingFile]:
    """The files in which the items stand, in the order of their paths."""
    paths = {
        path
        for some in batches_of(refs)
        for (path,) in connection.execute(
            "SELECT DISTINCT path FROM item JOIN file ON file.id = item.file"  # noqa: S608
            f" WHERE ref IN ({places_for(some)})",
            some,
        )
    }
    read = (read_file(root, path, refs)[0] for path in sorted(paths))
    return [file for file in read if file is not None and file.whole]
