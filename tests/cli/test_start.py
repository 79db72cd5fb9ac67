"""What each command loads: a start costs what its imports cost, and nothing sneaks in."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.calls import Call

HEAVY = {
    "rich",
    "pydantic",
    "dateutil",
    "filelock",
    "platformdirs",
    "docx",
    "openpyxl",
    "icalendar",
    "dipltrack.wording.english",
    "dipltrack.wording.firmness",
    "dipltrack.wording.firmness_list",
    "dipltrack.render",
    "sqlite3",
    "asyncio",
    "unittest",
}
"""Modules that only some commands may load."""

INDEX = {"sqlite3", "platformdirs"}
"""What asking a ledger loads: the index and the folder that it lies in."""

PROBE = """\
import sys
from dipltrack.cli.main import run
code = run(sys.argv[1:])
print("\\nLOADED", *sorted(sys.modules), file=sys.stderr)
sys.exit(code)
"""


def loaded(folder: Path, line: str) -> set[str]:
    """The modules of the heavy ones that the command loads, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *line.split()],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
    )
    modules = set(done.stderr.rpartition("LOADED")[2].split())
    assert modules, done.stderr
    return modules & HEAVY


@pytest.mark.parametrize(
    ("line", "allowed"),
    [
        ("--version", set()),
        ("--help", set()),
        ("meeting --help", set()),
        ("list --format json", INDEX),
        ("due --format json", INDEX),
        ("show 1 --format json", INDEX),
        ("check", set()),
        ("list", {"rich", "dipltrack.render", *INDEX}),
        ("due --as-of 2018-01-28", {"rich", "dipltrack.render", *INDEX}),
        ("note 1 --note heard", {"filelock", *INDEX}),
        ("add Meet -m TR-2017", {"filelock", *INDEX}),
        ("add Meet -m TR-2017 --wording shall --firmness plan --voice ours", {"filelock", *INDEX}),
    ],
)
def test_a_command_loads_only_what_it_uses(
    line: str, allowed: set[str], desk: Call, tmp_path: Path
) -> None:
    assert loaded(tmp_path, line) <= allowed
