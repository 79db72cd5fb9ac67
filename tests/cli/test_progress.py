"""The bar of a long reading."""

import sys
from io import StringIO

import pytest

from dipltrack.cli.progress import Progress


class Terminal(StringIO):
    """What is written to a terminal."""

    def isatty(self) -> bool:
        return True


def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Standard error, for the rest of the test: between its fixtures and it pytest sets another."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    return terminal


def test_the_bar_is_drawn_from_the_first_files_on_however_many_are_read_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal, progress = at_a_terminal(monkeypatch), Progress()

    progress(312, 10_000)
    drawn = terminal.getvalue()
    progress(10_000, 10_000)

    assert "Reading the ledger" in drawn


def test_a_second_reading_has_a_bar_too(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal, progress = at_a_terminal(monkeypatch), Progress()
    for done in (1, 10_000):
        progress(done, 10_000)
    before = len(terminal.getvalue())

    progress(1, 10_000)
    drawn = terminal.getvalue()[before:]
    progress(10_000, 10_000)

    assert "Reading the ledger" in drawn


def test_a_short_reading_has_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = at_a_terminal(monkeypatch)

    Progress()(40, 40)

    assert terminal.getvalue() == ""
