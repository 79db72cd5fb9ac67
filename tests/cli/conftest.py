"""What the tests of the command line share: a folder, and a ledger with the founding case."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.calls import Call, calls
from tests.cli.desks import Desks, two_desks

FOUNDING = """\
init desk --name "First Middle East Division" --party JP --timezone Asia/Tokyo
meeting add --partner TR --date 2017-12-28 --title "Foreign Ministers' Meeting" --place Ankara \
--level ministers --document release --issued-by JP --instrument "press release"
add "Hold the first Security Dialogue" -m TR-20171228 --when "late January next year" \
--source "release 2(2)a" --firmness plan --voice joint --lead ME1 --sector politics
add "Hold the 8th EPA round" -m TR-20171228 --when "at an early date next year" --firmness plan \
--sector economy --lead METI
add "Hold the first Japanese Festival in Ankara" -m TR-20171228 --when "next spring" \
--firmness statement --sector culture
add "Intensify high-level contacts" -m TR-20171228 --kind continuing --firmness agreement
"""


@pytest.fixture
def call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Call]:
    """Calls the program in an empty folder."""
    yield from calls(tmp_path, monkeypatch, capsys)


@pytest.fixture
def desk(call: Call, monkeypatch: pytest.MonkeyPatch) -> Call:
    """Calls the program on a ledger that holds the four promises of the founding case."""
    for line in FOUNDING.splitlines():
        done = call(line)
        assert done.code == 0, done.err
        monkeypatch.setenv("DIPLTRACK_LEDGER", "desk")
    return call


@pytest.fixture
def desks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Desks:
    """Two desks in step, with one meeting and one item."""
    return two_desks(tmp_path, monkeypatch, capsys)
