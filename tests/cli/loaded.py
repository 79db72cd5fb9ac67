"""What each command loads: our own modules and those of others, held in loaded.txt.

`python -m tests.cli.loaded` writes the page anew: what is new on it is then seen in the diff.
"""

import os
import subprocess
import sys
import tempfile
from importlib.metadata import packages_distributions
from pathlib import Path

PAGE = Path(__file__).with_name("loaded.txt")
DATA = Path(__file__).parents[2] / "data"
LINES = (
    "--version",
    "--help",
    "meeting --help",
    "report --help",
    "list --format json",
    "list",
    "due --format json",
    "due",
    "show EPA --format json",
    "show TR-20171228-2",
    "log --limit 5",
    "meeting list",
    "check",
    "export --format json",
    "window --anchor 2017-12-28 2018-05",
)
PROBE = """\
import sys
from dipltrack.cli.main import run
run(sys.argv[1:])
print("\\nLOADED", *sorted(sys.modules), file=sys.stderr)
"""


def loaded(line: str, cache: str) -> set[str]:
    """Our modules, and the packages of others, that a command on the real ledger loads."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, "--ledger", str(DATA), *line.split()],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "XDG_CACHE_HOME": cache},
    )
    modules = done.stderr.rpartition("LOADED")[2].split()
    others = set(packages_distributions()) - {"dipltrack"}
    return {m for m in modules if m.startswith("dipltrack.")} | (
        {m.partition(".")[0] for m in modules} & others
    )


def written(page: str) -> dict[str, set[str]]:
    """The modules of each command as the page has them."""
    blocks = (block.splitlines() for block in page.strip().split("\n\n"))
    return {line.removeprefix("$ dipltrack "): set(modules) for line, *modules in blocks}


def main() -> None:
    """Writes the page anew. Each command runs twice: what makes the index is not its own."""
    with tempfile.TemporaryDirectory() as cache:
        loaded("list --format json", cache)
        blocks = [
            "\n".join([f"$ dipltrack {line}", *sorted(loaded(line, cache))]) for line in LINES
        ]
    PAGE.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
