"""One run of a whole process: how long it took, how much of a processor, how much memory."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Mapping, Sequence
from resource import struct_rusage
from statistics import median
from typing import IO, NamedTuple

from msgspec import Struct

ROWS, COLUMNS = 30, 100
"""The terminal on which a person would ask."""
_OF_THE_CALLER = {"COLUMNS", "LINES", "NO_COLOR"}
"""What would stand in the place of that terminal's own size and colours."""


class Call(NamedTuple):
    """A command line and what it needs of the environment beside the usual."""

    argv: Sequence[str]
    env: Mapping[str, str] = {}


class Run(Struct, frozen=True):
    """What one process took: by the clock, by its processor time, and its peak memory in MiB."""

    ms: float
    cpu_ms: float
    mib: float


class Measured(Struct, frozen=True):
    """The runs of one call; what is told is the least, which other work disturbed least."""

    runs: tuple[Run, ...]

    @property
    def ms(self) -> float:
        """The least by the clock."""
        return min(run.ms for run in self.runs)

    @property
    def median_ms(self) -> float:
        """The median by the clock."""
        return median(run.ms for run in self.runs)

    @property
    def cpu_ms(self) -> float:
        """The least of the processor time."""
        return min(run.cpu_ms for run in self.runs)

    @property
    def mib(self) -> float:
        """The median of the peak memory."""
        return median(run.mib for run in self.runs)


class FailedRunError(Exception):
    """A process that left with an error: its time says nothing."""

    def __init__(self, call: Call, code: int, said: str) -> None:
        super().__init__(f"{' '.join(call.argv)} left with {code}: {said.strip()[-600:]}")


def run_of(call: Call, *, on_screen: bool) -> Run:
    """Runs the process once, on a terminal of its own or with its output thrown away.

    Linux counts what this process itself held when it started the other one as that one's memory
    too, so the caller stays small and lets others do what needs memory.
    """
    env = {name: value for name, value in os.environ.items() if name not in _OF_THE_CALLER}
    env |= call.env
    with tempfile.TemporaryFile() as said:
        begun = time.perf_counter()
        code, used = (_on_a_screen if on_screen else _unseen)(call.argv, env, said)
        ms = (time.perf_counter() - begun) * 1000
        if code:
            said.seek(0)
            raise FailedRunError(call, code, said.read().decode(errors="replace"))
    return Run(ms, (used.ru_utime + used.ru_stime) * 1000, mib_of(used))


def mib_of(used: struct_rusage) -> float:
    """The peak memory in MiB: Linux counts in KiB, macOS in bytes."""
    return used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


_Ended = tuple[int, struct_rusage]


def _unseen(argv: Sequence[str], env: Mapping[str, str], said: IO[bytes]) -> _Ended:
    process = subprocess.Popen(  # noqa: S603 - our own command lines
        argv, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=said
    )
    return _ended(process)


def _on_a_screen(argv: Sequence[str], env: Mapping[str, str], said: IO[bytes]) -> _Ended:
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    process = subprocess.Popen(  # noqa: S603
        argv,
        env={**env, "TERM": "xterm-256color"},
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    try:
        while shown := os.read(ours, 65536):
            said.write(shown)
    except OSError:  # how a terminal says that nobody holds it any more
        pass
    finally:
        os.close(ours)
    return _ended(process)


def _ended(process: subprocess.Popen[bytes]) -> _Ended:
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, used
