"""The stamps of a ledger's files: what the file system says of each without its being read."""

import os
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import NamedTuple

from dipltrack.ledger.read import NO_MEETINGS


class Stamp(NamedTuple):
    """Size, moments of the last change of content and of anything (in ns), and the file's number.

    A dangling link has none of them.
    """

    size: int
    mtime: int
    ctime: int
    inode: int


NOWHERE = Stamp(-1, 0, 0, 0)
"""The stamp of a name that leads to no file."""

GRAIN = 2_000_000_000
"""The grain of the coarsest clock of a file system (FAT: 2 s), in ns.

Within it two changes can bear one stamp, so that an equal stamp proves nothing.
"""


def stamps_of(root: Path) -> dict[str, Stamp]:
    """The stamp of every meeting's file, exactly one folder deep, by its path in the ledger."""
    stamps: dict[str, Stamp] = {}
    with os.scandir(root) as folders:
        for folder in folders:
            name = folder.name
            if not name.startswith(".") and name not in NO_MEETINGS and folder.is_dir():
                stamps.update(_stamps_in(folder.path, name))
    return stamps


def stamp_of(root: Path, path: str) -> Stamp:
    """The stamp of one file."""
    try:
        return _stamp(os.stat(root / path))  # noqa: PTH116 - as scandir gives it
    except OSError:
        return NOWHERE


def is_settled(stamp: Stamp, moment: int) -> bool:
    """True where a later change would bear another stamp than this one, which was read at the moment.

    The moment is in ns since 1970. A stamp in the future, which a clock set back leaves, is never
    settled.
    """
    return stamp != NOWHERE and moment - max(stamp.mtime, stamp.ctime) > GRAIN


def _stamps_in(folder: str, name: str) -> dict[str, Stamp]:
    stamps = {}
    with os.scandir(folder) as files:
        for file in files:
            if file.name.endswith(".toml") and not file.name.startswith("."):
                try:
                    found = file.stat()
                    if _is_read(found.st_mode):
                        stamps[f"{name}/{file.name}"] = _stamp(found)
                except OSError:
                    stamps[f"{name}/{file.name}"] = NOWHERE
    return stamps


def _is_read(mode: int) -> bool:
    """False for pipes, sockets and devices: who opens one waits for ever."""
    return S_ISREG(mode) or S_ISDIR(mode)


def _stamp(found: os.stat_result) -> Stamp:
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
