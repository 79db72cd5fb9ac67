"""Where the ledger is: the one that is named, else the nearest above, else the user's own."""

from pathlib import Path

import pytest

from dipltrack.ledger.find import NoLedgerError, ledger_root
from tests.given import SETTINGS


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    """A desk with a folder below it, a project with its ledger in data/, a ledger of the user."""
    for folder in ("desk/TR/notes", "project/data", "project/src", "own", "empty"):
        (tmp_path / folder).mkdir(parents=True)
    for folder in ("desk", "project/data", "own"):
        (tmp_path / folder / "dipltrack.toml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("cwd", "found"),
    [
        ("desk", "desk"),
        ("desk/TR", "desk"),
        ("desk/TR/notes", "desk"),
        ("project", "project/data"),
        ("project/src", "project/data"),
        ("project/data", "project/data"),
        ("empty", "own"),
    ],
)
def test_without_a_name_the_nearest_above_is_meant(cwd: str, found: str, folders: Path) -> None:
    assert ledger_root(None, folders / cwd, lambda: folders / "own") == folders / found


def test_a_folder_that_is_a_ledger_comes_before_the_one_in_its_data(folders: Path) -> None:
    (folders / "project" / "dipltrack.toml").write_text(SETTINGS, encoding="utf-8")

    assert ledger_root(None, folders / "project" / "src", Path) == folders / "project"


def test_a_folder_of_the_name_of_the_settings_is_no_ledger(folders: Path) -> None:
    (folders / "empty" / "dipltrack.toml").mkdir()

    assert ledger_root(None, folders / "empty", lambda: folders / "own") == folders / "own"


@pytest.mark.parametrize("named", ["desk", "desk/dipltrack.toml"])
def test_the_named_one_is_meant_wherever_one_is(named: str, folders: Path) -> None:
    assert ledger_root(str(folders / named), folders / "project", Path) == folders / "desk"


def test_a_tilde_is_the_home_folder(folders: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folders))

    assert ledger_root("~/desk", folders, Path) == folders / "desk"


@pytest.mark.parametrize("source", ["--ledger", "DIPLTRACK_LEDGER"])
def test_a_name_that_is_no_ledger_is_never_passed_over(source: str, folders: Path) -> None:
    with pytest.raises(NoLedgerError) as refused:
        ledger_root("empty", folders / "desk", lambda: folders / "own", source=source)

    assert str(refused.value) == f"{source} empty holds no dipltrack.toml: dipltrack init empty"


def test_an_empty_name_is_no_name(folders: Path) -> None:
    assert ledger_root("", folders / "desk", Path) == folders / "desk"


def test_where_there_is_none_the_mend_is_told(folders: Path) -> None:
    with pytest.raises(NoLedgerError) as refused:
        ledger_root(None, folders / "empty", lambda: folders / "empty")

    assert str(refused.value) == "there is no ledger here or above: dipltrack init DIR makes one"
