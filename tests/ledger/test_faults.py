"""Every fault of every file is told, with its line and the mend: tests/faults holds the cases."""

from pathlib import Path

import pytest

from dipltrack.cli.main import run
from tests.given import SETTINGS

CASES = sorted((Path(__file__).parents[1] / "faults").glob("*.toml"))


def check(root: Path, *options: str) -> int:
    """Runs `check` on the ledger and gives its exit code."""
    return run(["--ledger", str(root), "check", *options])


def ledger_with(root: Path, path: str, data: bytes) -> Path:
    """A ledger that holds one file at that path."""
    (root / path).parent.mkdir(parents=True)
    (root / "dipltrack.toml").write_text(SETTINGS, encoding="utf-8")
    (root / path).write_bytes(data)
    return root


def test_there_are_cases() -> None:
    assert len(CASES) > 20


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_faults_of_the_file_are_told(
    case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger_with(tmp_path, "TR/2017-12-28.toml", case.read_bytes())
    told = case.with_suffix(".txt").read_text(encoding="utf-8")
    only_warnings = all(": warning: " in line for line in told.splitlines())

    code = check(tmp_path)

    printed = capsys.readouterr().out
    assert "".join(f"{x}\n" for x in printed.splitlines() if x.startswith("TR/")) == told
    assert code == (0 if only_warnings else 3)


def test_warnings_are_no_error_but_under_strict(tmp_path: Path) -> None:
    ledger_with(tmp_path, "TR/2017-12-28.toml", (CASES[0].parent / "warnings.toml").read_bytes())

    assert (check(tmp_path), check(tmp_path, "--strict")) == (0, 1)


SOUND = b'schema = 1\n\n[meeting]\nref = "TR-20171228"\ntitle = "Meeting"\ndate = 2017-12-28\n'


@pytest.mark.parametrize(
    "name",
    [
        "2017-12-28 (1).toml",
        "2017-12-28 2.toml",
        "2017-12-28 - Copy.toml",
        "2017-12-28 copy.toml",
        "2017-12-28-DESK-PC.toml",
        "2017-12-28 (kt's conflicted copy 2018-01-30).toml",
        "kono (2).toml",
    ],
)
def test_a_copy_of_a_shared_drive_is_told(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger_with(tmp_path, f"TR/{name}", SOUND)

    assert check(tmp_path) == 3
    assert f"TR/{name}: it looks like a copy" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["2017-12-28.toml", "2017-12-28b.toml", "kono.toml"])
def test_an_ordinary_name_is_no_copy(name: str, tmp_path: Path) -> None:
    assert check(ledger_with(tmp_path, f"TR/{name}", SOUND)) == 0


@pytest.mark.parametrize("path", ["TR/2017/12-28.toml", "stray.toml"])
def test_a_file_where_none_is_read_is_told(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = ledger_with(tmp_path, "TR/2017-12-28.toml", SOUND)
    (root / path).parent.mkdir(exist_ok=True)
    (root / path).write_bytes(SOUND)

    assert check(root) == 0
    assert f"{path}: warning: it is not read here" in capsys.readouterr().out


def test_a_ref_in_two_files_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = ledger_with(tmp_path, "TR/2017-12-28.toml", SOUND)
    (root / "TR" / "again.toml").write_bytes(SOUND)

    assert check(root) == 3
    told = capsys.readouterr().out
    assert "TR/again.toml:4: TR-20171228 is used already in TR/2017-12-28.toml" in told
    assert told.count("is used already") == 1  # not for each of its items


def test_broken_settings_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = ledger_with(tmp_path, "TR/2017-12-28.toml", SOUND)
    (root / "dipltrack.toml").write_text('schema = 1\n[ledger]\nname = "D"\nparty = 7\n')

    assert check(root) == 3
    assert "dipltrack.toml:4: party = 7 is not a text" in capsys.readouterr().out


def test_a_question_goes_on_with_the_sound_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sound = SOUND + b'[[commitment]]\nref = "TR-20171228-1"\ntitle = "Hold the dialogue"\n'
    root = ledger_with(tmp_path, "TR/2017-12-28.toml", sound)
    (root / "TR" / "2018-01-29.toml").write_text("schema = 1\n[meeting\n", encoding="utf-8")

    code = run(["--ledger", str(root), "list"])

    printed = capsys.readouterr()
    assert code == 3
    assert "TR-20171228-1" in printed.out
    assert "TR/2018-01-29.toml:2:" in printed.err


def test_a_write_to_a_sound_file_only_warns_of_the_broken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = ledger_with(tmp_path, "TR/2017-12-28.toml", SOUND)
    (root / "TR" / "2018-01-29.toml").write_text("schema = 1\n[meeting\n", encoding="utf-8")

    code = run(["--ledger", str(root), "add", "Hold the dialogue", "-m", "TR-2017"])

    printed = capsys.readouterr()
    assert code == 0
    assert printed.out.startswith("TR-20171228-1  Hold the dialogue\n")
    assert "TR/2018-01-29.toml:2:" in printed.err


@pytest.mark.parametrize("name", ["what-is-required", "corrections-in-a-circle", "wrong-types"])
def test_nothing_writes_to_a_broken_file(name: str, tmp_path: Path) -> None:
    data = (CASES[0].parent / f"{name}.toml").read_bytes()
    root = ledger_with(tmp_path, "TR/2017-12-28.toml", data)

    code = run(["--ledger", str(root), "note", "TR-20171228-1", "--note", "Heard of it."])

    assert code != 0
    assert (root / "TR" / "2017-12-28.toml").read_bytes() == data
