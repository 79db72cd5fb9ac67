"""How long `sync` takes in a large ledger, in processor time of all its processes.

    python -m benchmarks.sharing 100000 1000

Two desks and a bare repository in a temporary folder. The figures of docs/sharing.md are its output.
"""

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.ledgers import NOW, write_ledger

PROGRAM = Path(sys.executable).with_name("dipltrack")
ITEM = """
[[commitment]]
id = "{new}"
recorded = 2025-06-30T09:00:00.{number:03}+09:00
by = "{by}"
ref = "{meeting}-{number}"
title = "New {number} of {by}"
"""
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def called(folder: Path, *words: str, by: str = "kt") -> None:
    """Runs one command in the folder. Raises CalledProcessError with what it said."""
    machine = os.environ | {
        "DIPLTRACK_NOW": NOW,
        "DIPLTRACK_BY": by,
        "XDG_CACHE_HOME": str(folder.parent / "cache"),
        "PATH": f"{PROGRAM.parent}{os.pathsep}{os.environ['PATH']}",
    }
    subprocess.run(words, cwd=folder, env=machine, check=True, stdout=subprocess.DEVNULL)  # noqa: S603


def seconds_of(folder: Path, by: str, *words: str) -> float:
    """The processor time of a sync, git's processes included, in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    called(folder, str(PROGRAM), "--ledger", ".", "sync", *words, by=by)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def enter(folder: Path, by: str, files: list[str], count: int) -> None:
    """Enters so many items as other commands would, a few a file."""
    each = max(1, count // len(files))
    for at, name in enumerate(files):
        file = folder / name
        text = file.read_text(encoding="utf-8")
        meeting = text.partition('ref = "')[2].partition('"')[0]
        first = 500 + each * (by == "ms")  # refs of their own: what clashes is measured elsewhere
        for number in range(first, first + each):
            digits = f"{at * 1000 + number:08}"
            new = "".join(ALPHABET[int(digit) + (10 if by == "ms" else 0)] for digit in digits)
            text += ITEM.format(new=new, number=number, by=by, meeting=meeting)
        file.write_text(text, encoding="utf-8")


def say(line: str) -> None:
    """Prints a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Makes the ledger and both desks, and prints a line for each sync."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("commitments", type=int)
    parser.add_argument("new", type=int)
    typed = parser.parse_args()
    top = Path(tempfile.mkdtemp(prefix="dipltrack-sharing-"))
    try:
        kt, ms, hub = top / "kt", top / "ms", top / "hub.git"
        write_ledger(kt, typed.commitments)
        called(top, "git", "init", "--quiet", "--bare", "--initial-branch=main", str(hub))
        say(f"first sync: {seconds_of(kt, 'kt', '--init', str(hub)):.1f} s")
        called(top, "git", "clone", "--quiet", str(hub), str(ms))
        say(f"first sync of a clone: {seconds_of(ms, 'ms'):.1f} s")
        say(f"nothing new: {seconds_of(ms, 'ms'):.1f} s")
        files = sorted(str(file.relative_to(kt)) for file in kt.glob("*/*.toml"))
        enter(kt, "kt", files[: typed.new // 2], typed.new)
        say(f"{typed.new:,} out: {seconds_of(kt, 'kt'):.1f} s")
        enter(ms, "ms", files[typed.new // 4 : typed.new * 3 // 4], typed.new)
        say(f"{typed.new:,} in and out: {seconds_of(ms, 'ms'):.1f} s")
    finally:
        shutil.rmtree(top)


if __name__ == "__main__":
    main()
