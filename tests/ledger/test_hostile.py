"""A ledger that came from elsewhere leads nowhere, fills no memory and hangs nothing."""

import os
from pathlib import Path

import pytest

from dipltrack.cli.main import run
from dipltrack.ledger import read
from dipltrack.ledger.read import read_ledger
from dipltrack.model.commitment import Commitment
from tests.given import REF, ledger_of

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DIPLTRACK_BY", "kt")
    return ledger_of(tmp_path / "desk", Commitment(ref=REF, title="Hold the dialogue"))


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A ledger beside, to which links lead."""
    return ledger_of(tmp_path / "outside", Commitment(ref=REF, title="Secret"))


def test_links_out_of_the_ledger_are_not_followed(
    root: Path, outside: Path, capsys: Printed
) -> None:
    (root / "EU").symlink_to(outside / "TR")
    (root / "TR" / "2018-01-01.toml").symlink_to(outside / "TR" / "2017-12-28.toml")
    before = contents(outside)

    for line in ("list", "show dialogue", "due", "log", "check", "note 1 --note x"):
        run(["--ledger", str(root), *line.split()])

    printed = capsys.readouterr()
    assert "Secret" not in printed.out
    assert printed.err.count("it is a link that leads out of the ledger — remove it") >= 2
    assert contents(outside) == before


def test_links_inside_the_ledger_stay_links(root: Path) -> None:
    (root / "EU").mkdir()
    (root / "TR" / "2017-12-28.toml").rename(root / "EU" / "2017-12-28.toml")
    (root / "TR" / "2017-12-28.toml").symlink_to("../EU/2017-12-28.toml")

    assert [file.path for file in read_ledger(root).files] == [
        "EU/2017-12-28.toml",
        "TR/2017-12-28.toml",
    ]


@pytest.mark.parametrize("name", ["TR", ".dipltrack"])
def test_nothing_is_written_through_a_link(
    root: Path, outside: Path, name: str, capsys: Printed
) -> None:
    target = outside / "elsewhere"
    target.mkdir()
    if (root / name).exists():
        (root / name).rename(root / "TR2")
    (root / name).symlink_to(target)
    before = contents(outside)

    line = "meeting add --partner TR --date 2018-03-01 --title Later"
    code = run(["--ledger", str(root), *line.split()])

    assert code == 3
    assert "remove the link" in capsys.readouterr().err
    assert contents(outside) == before


@pytest.mark.parametrize(
    "ref", ["../../etc/passwd", "TR/../../x", "TR-2017/..", "..", "/etc/passwd"]
)
@pytest.mark.parametrize(
    "line", ["show {}", "edit {}", "note {} --note x", "add Title -m {}", "log --ref {}"]
)
def test_names_that_lead_out_are_no_refs(
    root: Path, ref: str, line: str, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "false")
    before = contents(root.parent)

    code = run(["--ledger", str(root), *line.format(ref).split()])

    assert code == 2
    assert "Traceback" not in capsys.readouterr().err
    after = contents(root.parent)
    assert {p: d for p, d in after.items() if ".dipltrack" not in p} == before


@pytest.mark.parametrize("partner", ["../x", "..", "T/R", "T\\R", "", "TR\0", "tr/../../x"])
def test_a_partner_that_leads_out_is_refused(root: Path, partner: str, capsys: Printed) -> None:
    line = ["meeting", "add", "--date", "2018-03-01", "--title", "x", "--partner", partner]

    assert run(["--ledger", str(root), *line]) == 2
    assert sorted(p.name for p in root.parent.iterdir()) == ["desk"]


def test_a_file_beyond_all_measure_is_told_and_not_read(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read, "LARGEST", 2**20)
    with (root / "TR" / "2018-01-01.toml").open("wb") as file:
        file.truncate(2**20 + 1)

    ledger = read_ledger(root)

    assert [fault.wrong for fault in ledger.faults] == [
        "it has more than 1 MB, and no file of a ledger fills so much"
    ]
    assert len(ledger.files) == 1


@pytest.mark.parametrize("deep", ["[" * 100_000, "{a=" * 100_000, "[[a." * 50_000, "a." * 100_000])
def test_what_is_nested_beyond_all_measure_is_told(root: Path, deep: str, capsys: Printed) -> None:
    file = root / "TR" / "2018-01-01.toml"
    for text in (f"schema = 1\nx_a = {deep}", f"schema = 1\n{deep}", f"{deep} = 1"):
        file.write_text(text)

        assert run(["--ledger", str(root), "check"]) == 3
        assert "TR/2018-01-01.toml" in capsys.readouterr().out


PIPES = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes on this system")


@PIPES
def test_pipes_and_devices_hang_nothing(root: Path) -> None:
    os.mkfifo(root / "TR" / "2018-01-01.toml")
    (root / "TR" / "2018-01-02.toml").symlink_to("/dev/zero")

    ledger = read_ledger(root)

    assert len(ledger.files) == 1


WHERE = ["firmness.toml", "reminders/2018.toml", "TR/2018-03-01.toml"]
CALLS = [
    "due",
    "show dialogue",
    "report weekly",
    "check",
    "remind --dry-run",
    "schema",
    "add Later -m TR-2017",
    "meeting add --partner TR --date 2018-03-01 --title Later",
]


@PIPES
@pytest.mark.parametrize("place", WHERE)
@pytest.mark.parametrize("kind", ["pipe", "endless", "folder", "outside"])
def test_what_is_no_file_hangs_no_command_and_is_not_read(
    root: Path, outside: Path, place: str, kind: str, capsys: Printed
) -> None:
    file = root / place
    file.parent.mkdir(exist_ok=True)
    match kind:
        case "pipe":
            os.mkfifo(file)
        case "endless":
            file.symlink_to("/dev/zero")
        case "folder":
            file.mkdir()
        case _:
            file.symlink_to(outside / "TR" / "2017-12-28.toml")

    for line in CALLS:
        assert run(["--ledger", str(root), *line.split()]) in {0, 3}, line

    printed = capsys.readouterr()
    assert "a fault of the program" not in printed.err
    assert "Secret" not in printed.out + printed.err


def test_a_link_to_the_whole_disk_is_not_looked_through(root: Path, capsys: Printed) -> None:
    (root / "ALL").symlink_to("/")
    (root / "TR" / "ROUND").symlink_to(root)

    assert run(["--ledger", str(root), "check"]) == 0
    assert "is not read here" not in capsys.readouterr().out


def test_what_lies_in_the_wrong_place_is_named(root: Path, capsys: Printed) -> None:
    strays = ["note.toml", "TR/deep/er/2018-01-01.toml", "TR/2018-01-01.TOML"]
    for stray in (*strays, ".git/a/b.toml", "kept/a/b.toml", "TR/.x.toml"):
        (root / stray).parent.mkdir(parents=True, exist_ok=True)
        (root / stray).touch()

    run(["--ledger", str(root), "check"])

    told = capsys.readouterr().out.splitlines()[:-1]
    assert [line.partition(":")[0] for line in told if "is not read here" in line] == sorted(
        strays
    )


@pytest.mark.parametrize("name", ["lock", "holder", ".gitignore"])
def test_the_lock_is_no_way_to_empty_a_file_elsewhere(
    root: Path, tmp_path: Path, name: str, capsys: Printed
) -> None:
    precious = tmp_path / "precious"
    precious.write_text("of somebody\n")
    (root / ".dipltrack").mkdir(exist_ok=True)
    (root / ".dipltrack" / name).unlink(missing_ok=True)
    (root / ".dipltrack" / name).symlink_to(precious)

    assert run(["--ledger", str(root), "note", "1", "--note", "x"]) == 3
    assert "remove the link" in capsys.readouterr().err
    assert precious.read_text() == "of somebody\n"


@pytest.mark.parametrize(
    ("folder", "line"),
    [
        ("kept", "note 1 --note x --keep {paper}"),
        ("reminders", "remind"),
        ("EU", "merge {other}"),
        ("EU/2018-01-01.toml", "merge {other}"),
    ],
)
def test_no_command_writes_through_a_link_out_of_the_ledger(
    root: Path, tmp_path: Path, folder: str, line: str, capsys: Printed
) -> None:
    other = ledger_of(tmp_path / "other", Commitment(ref="EU-20180101-1", title="Theirs"))
    paper = tmp_path / "paper.txt"
    paper.write_text("kept\n")
    target = tmp_path / "elsewhere"
    if folder.endswith(".toml"):
        (root / folder).parent.mkdir()
        target.write_text("schema = 1\n")
    else:
        target.mkdir()
    (root / folder).symlink_to(target)
    before = contents(tmp_path / "elsewhere")

    run(["--ledger", str(root), *line.format(paper=paper, other=other).split()])

    printed = capsys.readouterr()
    assert "a fault of the program" not in printed.err
    assert contents(tmp_path / "elsewhere") == before
    assert not target.is_file() or target.read_text() == "schema = 1\n"


def test_the_rights_of_a_file_are_kept_and_the_index_is_the_users_own(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = root / "TR" / "2017-12-28.toml"
    file.chmod(0o640)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))

    assert run(["--ledger", str(root), "note", "1", "--note", "x"]) == 0

    assert file.stat().st_mode & 0o777 == 0o640
    index = [path for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert index
    assert all(path.stat().st_mode & 0o077 == 0 for path in index)


def test_a_great_many_updates_of_one_item_work(root: Path, capsys: Printed) -> None:
    """A million were tried by hand: docs/faults-tried.md."""
    file = root / "TR" / "2017-12-28.toml"
    update = f'\n[[update]]\nof = "{REF}"\ndate = 2018-01-29\nnote = "Nothing new."\n'
    with file.open("a", encoding="utf-8") as ledger:
        ledger.write(update * 20_000)

    assert run(["--ledger", str(root), "list"]) == 0
    assert REF in capsys.readouterr().out
