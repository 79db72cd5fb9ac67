"""Measures whole processes, ours and the peers' in turn, and writes docs/speed.md.

    make bench SIZES="1000 10000"
    python -m benchmarks.speed 100000 --only due add --no-peers

Each question is asked of every program once to warm up, then of each in turn, round by round, so that whatever
else the machine does falls on all alike. What is told is the least of each, and their ratios. The page is written
only where every question is asked, of the peers too.
"""

import argparse
import os
import platform
import resource
import shutil
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from benchmarks.measure import Call, FailedRunError, Measured, Run, mib_of, run_of
from benchmarks.page import Occasion, page_with, report_of
from benchmarks.peers import FRESH, PEERS, SCRATCH, MissingPeerError, Peer
from benchmarks.questions import INSTALLED, OURS, QUESTIONS, Ours, Question
from dipltrack.ledger.stamps import GRAIN

PAGE = Path("docs/speed.md")
SIZES = (1_000, 10_000, 100_000)
LARGEST_FOR_PEERS = 100_000
LEAST_ROUNDS = 5
_Results = dict[tuple[int, str, str], Measured]


def main() -> None:
    """Measures what is asked for, prints the tables and writes the page."""
    asked = _asked()
    if not INSTALLED.exists():
        sys.exit("dipltrack is not installed as an officer has it: make build/bench/dipltrack")
    day = date.fromisoformat(time.strftime("%Y-%m-%d"))
    results: _Results = {}
    loads = [os.getloadavg()[0]]
    missing: dict[str, None] = {}
    for count in asked.sizes:
        folder = SCRATCH.resolve() / str(count)
        shutil.rmtree(folder, ignore_errors=True)
        peers = list(_peers(folder, count, day, missing)) if asked.peers else []
        ours = _ours(folder, count)
        for key in (key for key in asked.only if count <= (QUESTIONS[key].most or count)):
            results |= _measured(count, key, ours, peers, asked.rounds)
            loads.append(os.getloadavg()[0])
        shutil.rmtree(folder)
    occasion = Occasion(
        day=f"{day:%d %B %Y}".lstrip("0"),
        machine=_machine(),
        rounds=asked.rounds,
        load=(min(loads), max(loads)),
        missing=tuple(missing),
        floor_mib=mib_of(resource.getrusage(resource.RUSAGE_SELF)),
    )
    _progress("")
    sys.stdout.write(report_of(results, occasion))
    if asked.peers and set(asked.only) == set(QUESTIONS):
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(page_with(page, results, occasion), encoding="utf-8")
        sys.stdout.write(f"\nwritten: {PAGE}\n")


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("sizes", type=int, nargs="*", default=SIZES, help="1000 10000 100000")
    parser.add_argument("--rounds", type=int, default=LEAST_ROUNDS)
    parser.add_argument("--only", nargs="+", choices=QUESTIONS, default=list(QUESTIONS))
    parser.add_argument("--no-peers", dest="peers", action="store_false")
    asked = parser.parse_args()
    if not LEAST_ROUNDS <= asked.rounds <= FRESH - 2:
        parser.error(
            f"--rounds is {LEAST_ROUNDS} to {FRESH - 2}: each write has an item of its own"
        )
    return asked


def _ours(folder: Path, count: int) -> Ours:
    """Our ledger, written by another process: this one stays small, see `run_of`."""
    _progress(f"{count:,}: writing the ledger")
    maker = Path(__file__).with_name("ledgers.py")
    ledger = folder / "ledger"
    run_of(Call([sys.executable, str(maker), str(count), str(ledger)]), on_screen=False)
    time.sleep(
        GRAIN / 1e9 + 1
    )  # warm is a ledger whose stamps have settled: nobody asks within 2 s
    return Ours.of(ledger, folder / "cache", count)


def _peers(folder: Path, count: int, day: date, missing: dict[str, None]) -> Iterator[Peer]:
    """The peers that are there, with the items; what is missing is told once, with the mend."""
    if count > LARGEST_FOR_PEERS:
        return
    for made in PEERS:
        _progress(f"{count:,}: giving the items to {made.__name__}")
        try:
            yield made(folder / made.__name__, count, day)
        except MissingPeerError as error:
            if str(error) not in missing:
                _progress("")
                sys.stderr.write(f"{error}\n")
            missing[str(error)] = None


def _measured(count: int, key: str, ours: Ours, peers: list[Peer], rounds: int) -> _Results:
    """The runs of one question, of every program in turn."""
    question = QUESTIONS[key]
    asking = _asking(key, question, ours, peers)
    runs: dict[str, list[Run]] = {name: [] for name in asking}
    for n in range(rounds + 1):
        for name, call_of in asking.items():
            _progress(f"{count:,}: {question.said}, {name}, {n or 'warming up'} of {rounds}")
            call = call_of(n)
            run = run_of(call, on_screen=question.on_screen)
            runs[name] += [run] if n else []
    once = {(count, key, p.name): Measured((p.once[key],)) for p in peers if key in p.once}
    return once | {(count, key, name): Measured(tuple(some)) for name, some in runs.items()}


def _asking(
    key: str, question: Question, ours: Ours, peers: list[Peer]
) -> Mapping[str, Callable[[int], Call]]:
    def own(n: int) -> Call:
        if question.before:
            question.before(ours, n)
        return question.call(ours, n)

    def of(peer: Peer) -> Callable[[int], Call]:
        return lambda n: Call(peer.calls[key](n), peer.env)

    return {OURS: own, **{peer.name: of(peer) for peer in peers if key in peer.calls}}


def _machine() -> str:
    """The machine's kind: cores, processor, Python; nothing that names it."""
    info = Path("/proc/cpuinfo")
    text = info.read_text() if info.exists() else ""
    names = [line.partition(":")[2].strip() for line in text.splitlines() if "model name" in line]
    kind = names[0] if names else platform.machine()
    return (
        f"{os.cpu_count()} cores of {kind}, {platform.system()}, "
        f"Python {platform.python_version()}"
    )


def _progress(said: str) -> None:
    """One line that is written over, on a terminal; nothing elsewhere."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r\x1b[K{said}")
        sys.stderr.flush()


if __name__ == "__main__":
    try:
        main()
    except FailedRunError as error:
        sys.exit(f"\n{error}")
