"""Where a command's output goes: standard output, or a file that is written whole or not at all."""

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import typer

from dipltrack.cli.usage import WrongUsageError


def write_out(chunks: Iterable[bytes], output: str | None) -> Path | None:
    """Writes the bytes to the file, or to standard output for None or `-`; gives the file.

    An older file of that name is replaced once the new one is whole. Raises OSError.
    """
    if output is None or output == "-":
        _to_standard_output(chunks)
        return None
    path = Path(output).expanduser()
    if path.is_dir():
        raise WrongUsageError(f"-o {output} is a folder: name a file in it")
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(chunks)
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else _mode_of_new_files())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return path


def _to_standard_output(chunks: Iterable[bytes]) -> None:
    sys.stdout.flush()
    binary = getattr(sys.stdout, "buffer", None)
    try:
        for chunk in chunks:
            if binary is None:
                sys.stdout.write(chunk.decode())
            else:
                binary.write(chunk)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit from None


def _mode_of_new_files() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
