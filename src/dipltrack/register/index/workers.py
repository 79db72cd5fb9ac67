"""Work that is done on all processors, where there is enough of it to be worth their start."""

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def shared_out(
    work: Callable[..., list[R]], things: Sequence[T], *others: object, worth: int, chunk: int
) -> Iterator[R]:
    """What the work makes of the things, a list of them at a time, in their order.

    It is given the list and the others. From `worth` things on it is done by as many processes as
    there are processors, a `chunk` at a time; else here.
    """
    cores = cores_here()
    if len(things) < worth or cores == 1:
        yield from work(things, *others)
        return
    from concurrent.futures import ProcessPoolExecutor  # 15 ms, paid where it saves seconds

    chunks = [things[start : start + chunk] for start in range(0, len(things), chunk)]
    pool = ProcessPoolExecutor(cores, initializer=_begin)
    try:
        for made in pool.map(work, chunks, *(repeat(other) for other in others)):
            yield from made
    finally:
        pool.shutdown(cancel_futures=True)


def cores_here() -> int:
    """The processors that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # macOS and Windows do not tell
        return os.cpu_count() or 1


def _begin() -> None:
    """An interrupt ends the process that asked, which ends the others in silence.

    What they make is let go in one piece, so that looking for circles in it is lost time.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
