"""The lock of a ledger: held by whatever changes its files, so that one writer follows another."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import ELOOP
from pathlib import Path

WAIT = 10.0
"""Seconds that a writer waits for another before it gives up."""

FOLDER = ".dipltrack"


class LockedError(Exception):
    """Another writer holds the ledger: who, since when, and how long we waited."""

    def __init__(self, holder: str, waited: float) -> None:
        super().__init__(f"{holder} is writing to this ledger; waited {waited:g} s")
        self.holder = holder


@contextmanager
def lock_of(root: Path, holder: str, wait: float = WAIT, *, name: str = "lock") -> Iterator[None]:
    """Holds the ledger's lock, or another of that name; `holder` is what others read who wait.

    filelock does the locking on every platform; the file `.dipltrack/lock` stays where it is, and
    the system frees it when a holder dies. Who holds it stands beside it, for opening the lock
    itself empties it. Raises LockedError after `wait` seconds.
    """
    from filelock import FileLock, Timeout

    folder = root / FOLDER
    told = folder / ("holder" if name == "lock" else f"{name}-holder")
    ignore = folder / ".gitignore"
    for path in (folder, folder / name, told, ignore):
        if path.is_symlink():
            raise OSError(ELOOP, "it may lead out of the ledger: remove the link", str(path))
    folder.mkdir(exist_ok=True)
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")
    lock = FileLock(folder / name)
    try:
        lock.acquire(timeout=wait, poll_interval=0.02)
    except Timeout:
        raise LockedError(_holder_in(told), wait) from None
    try:
        told.write_text(json.dumps(holder), encoding="utf-8")
        yield
    finally:
        with suppress(OSError):
            told.unlink(missing_ok=True)
        lock.release()


def _holder_in(name: Path) -> str:
    try:
        holder = json.loads(name.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return "somebody else"
    return holder if isinstance(holder, str) else "somebody else"
