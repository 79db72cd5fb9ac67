"""Which files of a ledger cannot be read, so that an answer may lack something."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from dipltrack.model.fault import Fault
from dipltrack.register.index.refs import RefsOnFile
from dipltrack.register.unmatched import NoMatchError


def broken_files(index: sqlite3.Connection, root: Path) -> tuple[Fault, ...]:
    """The errors of every file, by which an answer may lack something, in their order."""
    faults = [
        Fault(path, line, wrong, mend)
        for path, line, wrong, mend in index.execute(
            "SELECT path, line, wrong, mend FROM fault JOIN file ON file.id = fault.file"
        )
    ]
    twice = [ref for (ref,) in index.execute("SELECT ref FROM twice")]
    if twice:
        from dipltrack.register.meaning import twice_faults

        faults += twice_faults(root, twice, RefsOnFile(index))
    return tuple(sorted(faults))


def with_what_is_broken(error: NoMatchError, faults: Sequence[Fault]) -> NoMatchError:
    """The error, with the files that could not be read, for what is meant may stand there."""
    files = sorted({fault.file for fault in faults})
    if not files:
        return error
    more = f" and {len(files) - 1} more" if len(files) > 1 else ""
    return NoMatchError(f"{error}, but {files[0]}{more} cannot be read: dipltrack check")
