"""What each command loads: a start costs what its imports cost, and nothing sneaks in."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli import loaded as on_page
from tests.cli.calls import Call

HEAVY = {
    "lxml",
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


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A cache folder with the index of the real ledger, so that no command has to make it."""
    folder = str(tmp_path_factory.mktemp("cache"))
    on_page.loaded("list --format json", folder)
    return folder


PAGE = on_page.written(on_page.PAGE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("line", on_page.LINES)
def test_no_module_sneaks_into_a_command(line: str, cache: str) -> None:
    new = on_page.loaded(line, cache) - PAGE[line]

    assert not new, "python -m tests.cli.loaded writes the page anew, if it must be so"


@pytest.mark.parametrize(("line", "code"), [("--version", 0), ("list --sort zzz", 2)])
def test_the_process_leaves_with_the_code_of_the_command(line: str, code: int) -> None:
    command = [sys.executable, "-m", "dipltrack", "--ledger", str(on_page.DATA), *line.split()]

    assert subprocess.run(command, check=False, capture_output=True).returncode == code
