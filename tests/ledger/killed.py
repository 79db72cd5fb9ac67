"""Runs one command of the program in this process, and dies at its N-th call that changes files.

`python -m tests.ledger.killed N COMMAND …`: the calls are counted from 1; where the command makes
fewer, it ends as usual. What it printed before is on its standard output.
"""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from dipltrack.cli.main import run

CHANGING = ("write", "fsync", "replace", "link", "unlink", "chmod", "mkdir", "ftruncate", "rename")


def die_at(number: int) -> None:
    """Wraps the calls of `os` that change files; an `open` that may write is one of them."""
    left = number

    def counted(original: Callable[..., Any], writes: Callable[..., bool]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - any call of os
            nonlocal left
            if writes(*args):
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)
            return original(*args, **kwargs)

        return call

    for name in CHANGING:
        setattr(os, name, counted(getattr(os, name), lambda *_: True))
    os.open = counted(os.open, lambda _, flags=0, *__: bool(flags & (os.O_WRONLY | os.O_RDWR)))


if __name__ == "__main__":
    die_at(int(sys.argv[1]))
    sys.exit(run(sys.argv[2:]))
