"""The file that an answer is written to: as a whole or not at all, and never over what is no file."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from dipltrack.cli.usage import WrongUsageError

_NEW_FILE_MODE = 0o666
"""What the umask leaves of it is the mode of a new file."""
_LEDGER_ENDING = ".toml"
"""The files of a ledger, which no report may replace."""


def refuse_target(file: Path) -> None:
    """Raises WrongUsageError where the file cannot be written, and says why, before any work."""
    why = _objection(file)
    if why:
        raise WrongUsageError(f"-o {file}: {why}")


def _objection(file: Path) -> str | None:
    if not file.name or file.is_dir():
        return "that is a folder: name a file in it"
    if file.suffix.casefold() == _LEDGER_ENDING:
        return f"a file in {_LEDGER_ENDING} may be one of a ledger: name another"
    if os.path.lexists(file) and not file.is_file():
        return "that is no regular file: -o - writes on standard output"
    if file.exists() and not os.access(file, os.W_OK):
        return "that file may not be written: name another"
    folder = file.resolve().parent
    if not folder.is_dir():
        return f"there is no folder {file.parent}: make it first"
    if not os.access(folder, os.W_OK):
        return "nothing may be written into that folder: name another"
    return None


@contextmanager
def written_whole(file: Path) -> Iterator[BinaryIO]:
    """A new file that takes the place of the old one when all is written; else it stays as it was.

    It keeps the mode of the old one; a link stays a link. Raises OSError.
    """
    file = file.resolve()
    temporary = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(temporary, flags, _NEW_FILE_MODE), "wb") as written:
            if file.exists():
                temporary.chmod(file.stat().st_mode & 0o7777)
            yield written
        temporary.replace(file)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
