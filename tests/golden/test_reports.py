"""Every report on the real ledger, word for word, at three days and several widths."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.golden.reports import FOLDER, ROOT, Golden, goldens, made

GOLDENS = [pytest.param(golden, id=golden.file) for golden in goldens()]
ON_SCREEN = [pytest.param(golden, id=golden.file) for golden in goldens() if golden.form is None]
assert GOLDENS, "no report is listed"


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("DIPLTRACK_NOW", "2026-11-01T09:00:00+09:00")


@pytest.mark.parametrize("golden", GOLDENS)
def test_the_report_is_as_it_is_to_be(golden: Golden) -> None:
    assert made(golden).decode() == golden.path.read_bytes().decode(), (
        "python -m tests.golden.reports writes it anew, if it must be so"
    )


@pytest.mark.parametrize("golden", ON_SCREEN)
def test_no_line_is_wider_than_the_terminal(golden: Golden) -> None:
    lines = golden.path.read_text(encoding="utf-8").splitlines()[1:]

    assert (
        max(cell_len(line) for line in lines if not line.startswith("dipltrack:")) <= golden.width
    )


def test_no_file_is_left_over() -> None:
    assert {path.name for path in Path(FOLDER).iterdir()} == {one.file for one in goldens()}
