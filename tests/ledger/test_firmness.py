"""The ledger's own list of words for firmness: read, replacing ours by word, its faults told."""

from pathlib import Path

import pytest

from dipltrack.cli.main import run
from dipltrack.ledger.firmness import read_firmness
from dipltrack.ledger.read import FIRMNESS, read_ledger
from dipltrack.model.vocabulary import Firmness
from dipltrack.wording.firmness import firmness_of
from dipltrack.wording.firmness_list import default_rules
from tests.given import SETTINGS

OWN = """\
schema = 1

[[en.phrases]]
role = "verb"
level = "endeavour"
words = ["pla/n to"]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A ledger without a meeting."""
    (tmp_path / "dipltrack.toml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def faults_of(root: Path, text: str | bytes) -> list[str]:
    """The faults of a list of that text, each in its line."""
    (root / FIRMNESS).write_bytes(text if isinstance(text, bytes) else text.encode())
    rules, faults = read_firmness(root)
    assert (rules is None) is bool(faults)
    return [str(fault) for fault in faults]


def test_a_ledger_without_a_list_has_the_shipped_one(root: Path) -> None:
    assert read_firmness(root) == (default_rules(), [])


def test_a_ledgers_list_takes_the_place_of_ours_by_word(root: Path) -> None:
    assert faults_of(root, OWN) == []
    rules, _ = read_firmness(root)

    assert firmness_of("They plan to meet", rules=rules).firmness is Firmness.ENDEAVOUR
    assert firmness_of("They agreed to meet", rules=rules).firmness is Firmness.AGREEMENT


def test_the_list_is_no_meeting_and_no_stray_file(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / FIRMNESS).write_text(OWN, encoding="utf-8")

    assert read_ledger(root).faults == ()
    assert run(["--ledger", str(root), "check", "--strict"]) == 0
    assert capsys.readouterr().out == "0 meetings, 0 items, 0 updates: 0 errors, 0 warnings\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            OWN.replace('"endeavour"', '"endeavor"'),
            'firmness.toml:5: level = "endeavor" is none of undertaking, agreement, plan, endeavour, statement — did you mean "endeavour"?',
        ),
        (
            OWN.replace('"endeavour"', '"zzz"'),
            'firmness.toml:5: level = "zzz" is none of undertaking, agreement, plan, endeavour, statement — write one',
        ),
        (
            OWN.replace("level", "leve"),
            'firmness.toml:5: leve is no key of [[en.phrases]] — did you mean "level"?',
        ),
        (
            OWN.replace("pla/n", "pla/nn"),
            'firmness.toml:6: "pla/nn" has no class of endings — write one of the classes: s, e, ',
        ),
        (OWN.replace("schema = 1\n", ""), "firmness.toml:1: schema is missing — write schema = 1"),
        (OWN.replace("= 1", "= 9"), "firmness.toml:1: schema = 9 is not known — write schema = 1"),
        (OWN.replace('["pla/n to"]', '["pla/n to"'), "firmness.toml:6: a list is not closed"),
        (
            "schema = 1\nen = { endings = { s = 3 } }\n",
            "firmness.toml:2: s is no list of words",
        ),
        (b"schema = 1\n\xff\n", "firmness.toml:2: byte 0xff is no UTF-8 — save the file as UTF-8"),
        ("<<<<<<< HEAD\n=======\n>>>>>>> other\n", "firmness.toml:1: git left a merge conflict"),
    ],
)
def test_a_broken_list_is_told_by_its_line_with_the_mend(
    text: str | bytes, told: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    faults = faults_of(root, text)

    assert any(fault.startswith(told) for fault in faults)
    assert run(["--ledger", str(root), "check"]) == 3
    assert capsys.readouterr().out.splitlines() == faults


def test_what_else_is_wrong_is_told_beside_a_broken_line(root: Path) -> None:
    text = OWN.replace('role = "verb"', 'role = verb"').replace("endeavour", "endeavor")

    lines = [fault.partition(":")[2].partition(":")[0] for fault in faults_of(root, text)]

    assert lines == ["4", "5"]


def test_a_list_that_cannot_be_opened_is_told(root: Path) -> None:
    (root / FIRMNESS).mkdir()

    rules, (fault,) = read_firmness(root)

    assert rules is None
    assert str(fault).startswith("firmness.toml: it is a folder")
