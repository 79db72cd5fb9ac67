"""Which files are read, what is told of those that are not, and the settings with their defaults."""

import subprocess
import sys
from pathlib import Path

import pytest

from dipltrack.ledger.contents import Ledger, MeetingFile
from dipltrack.ledger.flaw import list_of, nearest
from dipltrack.ledger.read import (
    BrokenSettingsError,
    copied_from,
    file_of,
    meeting_paths,
    read_ledger,
    read_settings,
)
from dipltrack.model.conventions import Conventions
from dipltrack.model.settings import Default
from dipltrack.model.vocabulary import Remind
from tests.given import SETTINGS, day, meeting

SOUND = 'schema = 1\n[meeting]\nref = "{}"\ntitle = "M"\ndate = 2017-12-28\n'


def ledger(root: Path, **files: str) -> Path:
    """A ledger with those files; `__` in a name is the slash of its path."""
    root.mkdir(exist_ok=True)
    (root / "dipltrack.toml").write_text(SETTINGS, encoding="utf-8")
    for name, text in files.items():
        path = root / f"{name.replace('__', '/')}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_files_one_folder_deep_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    root = ledger(tmp_path, US__2="", TR__2="", TR__1="", x="", TR__a__1="")
    (root / ".git").mkdir()
    (root / ".git" / "x.toml").touch()
    (root / "TR" / ".x.toml").touch()
    (root / "TR" / "note.txt").touch()

    assert meeting_paths(root) == ["TR/1.toml", "TR/2.toml", "US/2.toml"]


PROBE = """\
import sys
from pathlib import Path
from dipltrack.ledger.read import read_ledger
assert read_ledger(Path(sys.argv[1])).files
print(*{"tomllib", "difflib", "dipltrack.ledger.syntax", "dipltrack.ledger.lines"} & set(sys.modules))
"""


def test_a_ledger_without_faults_loads_nothing_that_explains_them() -> None:
    data = Path(__file__).parents[2] / "data"

    done = subprocess.run([sys.executable, "-c", PROBE, data], capture_output=True, text=True)

    assert (done.stdout, done.stderr) == ("\n", "")


def test_files_where_none_is_looked_for_are_warned_of(tmp_path: Path) -> None:
    root = ledger(tmp_path, x="", TR__a__1="", **{".x__a__1": ""})

    assert [str(fault) for fault in read_ledger(root).faults] == [
        f"{path}: warning: it is not read here — "
        "move it into the folder of its partner: TR/2017-12-28.toml"
        for path in ("TR/a/1.toml", "x.toml")
    ]


def test_a_file_that_cannot_be_read_is_a_fault_and_the_others_are_read(tmp_path: Path) -> None:
    root = ledger(tmp_path, TR__1=SOUND.format("TR-20171228"))
    (root / "TR" / "2.toml").mkdir()
    (root / "TR" / "3.toml").symlink_to(root / "nowhere")

    found = read_ledger(root)

    assert [file.path for file in found.files] == ["TR/1.toml"]
    assert [str(fault) for fault in found.errors] == [
        "TR/2.toml: it is a folder, and no file — give it a name without .toml",
        "TR/3.toml: it is a link that leads nowhere — remove it",
    ]


def test_a_file_of_which_a_part_cannot_be_read_is_partial(tmp_path: Path) -> None:
    text = SOUND.format("TR-20171228") + '[[commitment]]\ntitle = "A"\n[[document]]\nname = "r"\n'

    found: Ledger = read_ledger(ledger(tmp_path, TR__1=text))

    assert found.files == ()
    (file,) = found.partial
    assert (file.whole, file.unread) == (False, frozenset({("commitment", 0)}))
    assert [document.name for document in file.documents] == ["r"]


@pytest.mark.parametrize("text", ["", "schema = 1\n", "schema = 1\n[meeting]\nref = 7\n", "???"])
def test_a_file_without_its_meeting_is_nothing_but_its_faults(text: str) -> None:
    file, faults = file_of(text.encode(), "TR/1.toml")

    assert file is None
    assert faults


@pytest.mark.parametrize(
    ("unread", "numbers"),
    [
        ([], [0, 1, 2]),
        ([("update", 0)], [1, 2, 3]),
        ([("update", 1)], [0, 2, 3]),
        ([("update", 2), ("update", 0)], [1, 3, 4]),
        ([("commitment", 0)], [0, 1, 2]),
    ],
)
def test_the_number_of_an_entry_counts_those_that_were_not_read(
    unread: list[tuple[str, int]], numbers: list[int]
) -> None:
    file = MeetingFile(path="x", meeting=meeting(), whole=False, unread=frozenset(unread))

    assert [file.number_of("update", index) for index in range(3)] == numbers


def test_settings_that_are_not_written_are_at_their_defaults(tmp_path: Path) -> None:
    settings, faults = read_settings(ledger(tmp_path))

    assert faults == []
    assert (settings.conventions, settings.default) == (Conventions(), Default())
    assert (settings.bodies, settings.dossiers, settings.events) == ((), (), ())
    assert (settings.ledger.ceiling, settings.ledger.example) == ("internal", False)


def test_of_two_of_one_name_the_later_counts(tmp_path: Path) -> None:
    root = ledger(tmp_path)
    with (root / "dipltrack.toml").open("a", encoding="utf-8") as file:
        file.write(
            '[conventions]\nhalf_month = 15\n[default]\npartner = "TR"\n'
            '[[body]]\nname = "ME1"\nparty = "JP"\n[[body]]\nname = "ME2"\nparty = "JP"\n'
            '[[body]]\nname = "ME1"\nparty = "JP"\nremind = "mail"\nuntil = 2024-03-31\n'
            '[[event]]\nname = "G20"\nearliest = 2019-06-28\nlatest = 2019-06-29\n'
        )

    settings, _ = read_settings(root)

    assert [(body.name, body.remind) for body in settings.bodies] == [
        ("ME1", Remind.MAIL),
        ("ME2", Remind.DRAFT),
    ]
    assert settings.bodies[0].until == day("2024-03-31")
    assert settings.conventions.half_month == 15
    assert settings.default.partner == "TR"
    assert settings.events[0].latest == day("2019-06-29")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("schema = 1\n", "dipltrack.toml: [ledger] is missing — write [ledger] below schema = 1"),
        (
            SETTINGS.replace('"JP"', '"Japan"'),
            'dipltrack.toml:5: "Japan" is no code of a party — write it as JP',
        ),
        (
            "???",
            ("dipltrack.toml:1: no TOML from column 1 on: invalid statement — mend the line: ???"),
        ),
    ],
)
def test_settings_with_an_error_are_not_read(text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "dipltrack.toml").write_text(text, encoding="utf-8")

    with pytest.raises(BrokenSettingsError) as refused:
        read_settings(tmp_path)

    assert told in str(refused.value).splitlines()


def test_a_warning_in_the_settings_keeps_nobody_from_asking(tmp_path: Path) -> None:
    (tmp_path / "dipltrack.toml").write_text(SETTINGS + "colour = 1\n", encoding="utf-8")

    _, faults = read_settings(tmp_path)

    assert [fault.is_error for fault in faults] == [False]


@pytest.mark.parametrize(
    ("name", "original"),
    [
        ("2017-12-28 (1).toml", "2017-12-28.toml"),
        ("2017-12-28b (12).toml", "2017-12-28b.toml"),
        ("2017-12-28 - Copy.toml", "2017-12-28.toml"),
        ("2017-12-28 - copy (2).toml", "2017-12-28.toml"),
        ("2017-12-28 copy 3.toml", "2017-12-28.toml"),
        ("2017-12-28 2.toml", "2017-12-28.toml"),
        ("2017-12-28-PC-04.toml", "2017-12-28.toml"),
        ("kono (KT's conflicted copy).toml", "kono.toml"),
        ("2017-12-28.toml", None),
        ("2017-12-28z.toml", None),
        ("summit 2019.toml", None),
        ("copyright.toml", None),
    ],
)
def test_a_copy_is_known_by_its_name(name: str, original: str | None) -> None:
    assert copied_from(f"TR/{name}") == (f"TR/{original}" if original else None)


@pytest.mark.parametrize("more", ["_conflict-20180130", " (KT's conflicted copy 2018-01-30)"])
def test_a_conflicted_copy_of_a_day_names_its_original(more: str) -> None:
    assert copied_from(f"TR/2017-12-28{more}.toml") == "TR/2017-12-28.toml"


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("fullfilled", "fulfilled"),
        ("FULFILLED", "fulfilled"),
        ("mou", "MoU"),
        ("whaling", None),
        ("", None),
    ],
)
def test_a_misspelt_word_has_the_nearest_known(word: str, near: str | None) -> None:
    assert nearest(word, ("withdrawn", "fulfilled", "MoU")) == near


@pytest.mark.parametrize(
    ("words", "listed"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_words_are_listed_as_in_a_sentence(words: list[str], listed: str) -> None:
    assert list_of(words, "and") == listed


def test_a_value_where_tables_belong_is_told() -> None:
    data = (
        b'schema = 1\nupdate = 7\n[meeting]\nref = "TR-20171228"\ntitle = "M"\ndate = 2017-12-28\n'
    )

    _, faults = file_of(data, "TR/2017-12-28.toml")

    assert [str(fault) for fault in faults if fault.is_error][:1] == [
        "TR/2017-12-28.toml:2: update is no list of tables — write each as [[update]]"
    ]


def test_bytes_that_are_no_toml_at_all_end_in_few_faults() -> None:
    _, faults = file_of(b"\n".join(b"?%d" % n for n in range(100)), "TR/x.toml")

    assert 0 < len(faults) <= 20
