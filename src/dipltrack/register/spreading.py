"""Work that is spread over all processors, where there is enough of it to be worth their start."""

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

S = TypeVar("S")
T = TypeVar("T")

MANY = 400
"""Files from which on it is worth starting other processes."""

CHUNK = 25
"""Things that are done in one go by one of them, where it does not matter which stand together."""


def spread(
    work: Callable[[Sequence[S]], list[T]],
    chunks: Sequence[Sequence[S]],
    *,
    many: int | None = None,
) -> Iterator[T]:
    """What the work makes of the things in each chunk, files if nothing else is said, in order.

    The work is given a chunk at a time, and must be such that another process can be told of it:
    a function of a module, with its arguments.
    """
    cores = cores_here()
    if sum(map(len, chunks)) < (many or MANY) or cores == 1:
        for some in chunks:
            yield from work(some)
        return
    from concurrent.futures import ProcessPoolExecutor  # 15 ms, paid where it saves seconds

    pool = ProcessPoolExecutor(cores, initializer=_begin)
    try:
        ahead = deque(pool.submit(work, some) for some in chunks[: _AHEAD * cores])
        for some in chunks[_AHEAD * cores :]:
            yield from ahead.popleft().result()
            ahead.append(pool.submit(work, some))
        while ahead:
            yield from ahead.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


_AHEAD = 4
"""Chunks that wait for each processor: more would only fill the memory, where what is made waits."""


def without_collecting(things: Iterable[T]) -> Iterator[T]:
    """The things, and nobody looks for circles while they are at work: rows by the thousand make none."""
    as_before = gc.enable if gc.isenabled() else gc.disable
    gc.disable()
    try:
        yield from things
    finally:
        as_before()


def chunks_of(things: Sequence[S], size: int | None = None) -> list[Sequence[S]]:
    """The things in their order, some at a time."""
    step = size or CHUNK
    return [things[start : start + step] for start in range(0, len(things), step)]


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
