"""Replaces a file as a whole or not at all: a reader sees the old one or the new one."""

import os
import re
from contextlib import suppress
from errno import ELOOP
from pathlib import Path
from typing import NamedTuple

_TEMPORARY = ".tmp"
_OURS = re.compile(r"\..+\.toml\.[0-9]+\.tmp")
"""The names that `_write_beside` gives; other hidden files of the folder are not ours."""
_NEW_FILE_MODE = 0o666
"""What the umask leaves of it is the mode of a new file."""


class ChangedMeanwhileError(Exception):
    """Somebody changed the file, without the lock, while it was being written anew."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} was changed by another program just now")
        self.path = path


class Seen(NamedTuple):
    """A file as it was read: its bytes, and the stamps that tell whether it is still the same."""

    data: bytes
    inode: int
    modified: int
    size: int
    mode: int


def read_seen(path: Path) -> Seen:
    """The file's bytes with its stamps. Raises OSError."""
    with path.open("rb") as file:
        stat = os.fstat(file.fileno())
        data = file.read()
    return Seen(data, stat.st_ino, stat.st_mtime_ns, stat.st_size, stat.st_mode & 0o7777)


def replace_file(path: Path, data: bytes, seen: Seen) -> None:
    """Puts the bytes in the place of the file that was seen, with its mode, through a rename.

    The bytes are on the disk before the rename, and the rename before this returns. Raises
    ChangedMeanwhileError where the file is another by then, OSError where it cannot be written;
    in both cases the file stays as it is.
    """
    path = path.resolve()  # a link in the ledger stays a link
    temporary = _write_beside(path, data, seen.mode)
    try:
        stat = path.stat()
        if (stat.st_ino, stat.st_mtime_ns, stat.st_size) != (seen.inode, seen.modified, seen.size):
            raise ChangedMeanwhileError(path)
        os.replace(temporary, path)  # noqa: PTH105 - one name for every file-changing call
    except BaseException:
        _remove(temporary)
        raise
    _sync_folder(path.parent)


def create_file(path: Path, data: bytes) -> None:
    """Makes a new file of the bytes, never over another. Raises FileExistsError, OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = _write_beside(path, data, None)
    try:
        _link(temporary, path)
    finally:
        _remove(temporary)
    _sync_folder(path.parent)


def write_file(path: Path, data: bytes) -> None:
    """The file with these bytes, new or in the place of the old one; call it under the lock.

    A link there is replaced and not followed: it may lead out of the ledger. Nor is one in the
    place of its folder. Raises OSError.
    """
    if path.parent.is_symlink():
        raise OSError(ELOOP, "it may lead out of the ledger: remove the link", str(path.parent))
    if path.is_symlink():
        path.unlink()
    if path.exists():
        remove_leftovers(path.parent)
        replace_file(path, data, read_seen(path))
    else:
        create_file(path, data)


def _link(temporary: Path, path: Path) -> None:
    """Gives the file its name, never over another; by a rename where there are no hard links."""
    try:
        os.link(temporary, path)  # fails where the file exists, as a rename does not
    except OSError as error:
        if isinstance(error, FileExistsError) or path.exists():
            raise
        os.replace(temporary, path)  # noqa: PTH105 - some sticks and shared drives know no links


def room_for(path: Path, size: int) -> None:
    """Makes sure that a file of so many bytes can be written beside the path, and leaves none.

    Raises OSError, as where the disk is full.
    """
    temporary = _write_beside(path, bytes(size), None)
    _remove(temporary)


def remove_leftovers(folder: Path) -> None:
    """Removes what a writer that was killed left in the folder. Call it only under the lock."""
    for file in folder.glob(f".*.toml.*{_TEMPORARY}"):
        if _OURS.fullmatch(file.name):
            _remove(file)


def _write_beside(path: Path, data: bytes, mode: int | None) -> Path:
    temporary = path.with_name(f".{path.name}.{os.getpid()}{_TEMPORARY}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(temporary, flags, _NEW_FILE_MODE)
    try:
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
            if mode is not None:
                temporary.chmod(mode)
            os.fsync(descriptor)
        except OSError as error:
            error.filename = error.filename or str(path)  # a full disk names no file
            raise
        finally:
            os.close(descriptor)
    except BaseException:
        _remove(temporary)
        raise
    return temporary


def _remove(file: Path) -> None:
    with suppress(OSError):
        os.unlink(file)  # noqa: PTH108


def _sync_folder(folder: Path) -> None:
    """Makes a rename last through a loss of power, where the system can."""
    with suppress(OSError):  # Windows cannot open a folder
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
