"""Many desks, days of work, syncs at random times, lost connections: all end equal, nothing is lost.

`python -m tests.sharing.simulation [DESKS] [DAYS] [SEED]` runs one and prints its figures; with
`--git` at the end every sync is the program's own, with the real git. The suite runs smaller ones.
"""

import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from datetime import timedelta
from io import StringIO
from pathlib import Path
from subprocess import run as run_program

from msgspec import Struct

from dipltrack.cli.main import run
from dipltrack.ledger.merge.ledger import merged_ledger
from tests.sharing.days import SETTINGS, START, Desk, Files, lost


class Ended(Struct):
    """How a simulation ended."""

    entries: int
    syncs: int
    cut: int
    moved: int
    conflicts: int
    equal: bool
    lost: list[str]


class Copies(Struct):
    """The copies of the desks, and the hub with what each desk last had of it."""

    copies: dict[str, Files]
    past: dict[str, Files]
    hub: Files
    moved: int = 0
    conflicts: int = 0

    def files(self, name: str) -> Files:
        """The copy of a desk, to work in."""
        return self.copies[name]

    def keep(self, name: str) -> None:
        """Nothing: the desk has worked in the copy itself."""

    def sync(self, name: str) -> None:
        """The desk takes in what the hub has, and sends the rest: as git does, one past for both."""
        own, past, hub = self.copies[name], self.past[name], self.hub
        paths = {p for p in {*own, *hub, *past} if not own.get(p) == hub.get(p) == past.get(p)}
        sides = [{p: d for p, d in side.items() if p in paths} for side in (past, own, hub)]
        merged = merged_ledger(sides[0], sides[1], sides[2])
        self.conflicts += len(merged.conflicts) + len(merged.unreadable)
        self.moved += sum("is" in line and " now" in line for line in merged.told)
        for path, data in merged.files.items():
            if data is None:
                own.pop(path, None)
            else:
                own[path] = data
        self.hub, self.past[name] = dict(own), dict(own)


class Clones(Struct):
    """The same with the program and the real git: a clone for each desk, and a bare repository."""

    root: Path
    read: dict[str, Files]
    moved: int = 0
    conflicts: int = 0

    def files(self, name: str) -> Files:
        """The files of a clone, as they lie there."""
        folder = self.root / name
        self.read[name] = {
            str(path.relative_to(folder)): path.read_bytes()
            for path in folder.rglob("*.toml")
            if ".git" not in path.parts
        }
        return self.read[name]

    def keep(self, name: str) -> None:
        """Writes what the desk has entered."""
        for path, data in self.read[name].items():
            file = self.root / name / path
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(data)

    def sync(self, name: str) -> None:
        """`dipltrack sync`."""
        os.environ["DIPLTRACK_BY"] = name
        out, err = StringIO(), StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            code = run(["--ledger", str(self.root / name), "sync"])
        self.moved += out.getvalue().count(" now: ") + out.getvalue().count(" now, ")
        if code:
            self.conflicts += 1
            sys.stderr.write(err.getvalue())


def simulated(desks: int, days: int, seed: int, copies: Copies | Clones) -> Ended:
    """So many desks work for so many days, each sometimes without a connection."""
    chance = random.Random(seed)
    workers = [Desk(f"d{number}", seed) for number in range(desks)]
    offline = dict.fromkeys((worker.name for worker in workers), 0)
    syncs = cut = 0
    for day in range(days):
        for worker in workers:
            if offline[worker.name] == 0 and chance.random() < 0.1:
                offline[worker.name] = chance.randrange(1, 6)
            offline[worker.name] = max(0, offline[worker.name] - 1)
        for hour in range(8):
            for worker in chance.sample(workers, len(workers)):
                now = START + timedelta(days=day, hours=hour, seconds=chance.randrange(3600))
                files = copies.files(worker.name)
                for _ in range(chance.choice((0, 0, 0, 1, 1, 2))):
                    worker.act(files, now)
                copies.keep(worker.name)
                if chance.random() < 0.15:
                    cut += bool(offline[worker.name])
                    syncs += not offline[worker.name]
                    if not offline[worker.name]:
                        copies.sync(worker.name)
    for _ in range(2):
        for worker in workers:
            copies.sync(worker.name)
            syncs += 1
    ends = [copies.files(worker.name) for worker in workers]
    return Ended(
        entries=sum(len(worker.entered) for worker in workers),
        syncs=syncs,
        cut=cut,
        moved=copies.moved,
        conflicts=copies.conflicts,
        equal=all(end == ends[0] for end in ends),
        lost=lost(ends[0], workers),
    )


def in_memory(desks: int) -> Copies:
    """Copies of a new ledger without git."""
    start = {"dipltrack.toml": SETTINGS.encode()}
    names = [f"d{number}" for number in range(desks)]
    return Copies(
        copies={name: dict(start) for name in names},
        past={name: dict(start) for name in names},
        hub=dict(start),
    )


@contextmanager
def with_git(root: Path, desks: int) -> Iterator[Clones]:
    """Clones of a new ledger, made by the program and by git."""
    before = dict(os.environ)
    os.environ |= {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "XDG_CACHE_HOME": str(root / "cache"),
    }
    clones = Clones(root, {})
    try:
        with chdir(root):
            _git("init", "--quiet", "--bare", "--initial-branch=main", "hub.git")
            (root / "d0").mkdir()
            (root / "d0" / "dipltrack.toml").write_text(SETTINGS)
            with redirect_stdout(StringIO()):
                run(["--ledger", "d0", "sync", "--init", str(root / "hub.git")])
            for number in range(1, desks):
                _git("clone", "--quiet", "hub.git", f"d{number}")
            yield clones
    finally:
        os.environ.clear()
        os.environ.update(before)


def _git(*words: str) -> None:
    run_program(["git", *words], check=True)


def main(words: list[str]) -> None:
    """Runs one simulation and prints its figures."""
    numbers = [int(word) for word in words if word.isdecimal()]
    desks, days, seed = (*numbers, *(20, 30, 1)[len(numbers) :])
    began = time.perf_counter()
    if "--git" in words:
        with tempfile.TemporaryDirectory() as folder, with_git(Path(folder), desks) as clones:
            ended = simulated(desks, days, seed, clones)
    else:
        ended = simulated(desks, days, seed, in_memory(desks))
    took = time.perf_counter() - began
    sys.stdout.write(
        f"{desks} desks, {days} days: {ended.entries} entries, {ended.syncs} syncs, {ended.cut} cut "
        f"off, {ended.moved} refs moved, {ended.conflicts} conflicts; equal: {ended.equal}; lost: "
        f"{len(ended.lost)}; {took:.0f} s\n"
    )
    for line in ended.lost[:10]:
        sys.stdout.write(f"  {line}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
