"""What is amiss in a ledger: what each file shows by itself, and what only all of them show."""

from collections.abc import Sequence
from datetime import UTC
from pathlib import Path

import pytest

from dipltrack.ledger.read import meeting_paths, read_settings
from dipltrack.register.checking import Checked, checked
from tests.given import SETTINGS

ITEM = '[[commitment]]\nref = "{ref}"\ntitle = "{ref}"\n'


def ledger_of(root: Path, *items: str, more: str = "") -> Path:
    """A ledger with those items, each with its keys behind its ref, in the files of their meetings."""
    (root / "TR").mkdir()
    (root / "dipltrack.toml").write_text(SETTINGS + more, encoding="utf-8")
    for item in items:
        ref, *keys = item.split("|")
        meeting = ref.rpartition("-")[0]
        on = f"{meeting[3:7]}-{meeting[7:9]}-{meeting[9:11]}"
        path = root / "TR" / f"{on}{meeting[11:]}.toml"
        if not path.exists():
            head = f'schema = 1\n[meeting]\nref = "{meeting}"\ntitle = "M"\ndate = {on}\n'
            path.write_text(head, encoding="utf-8")
        with path.open("a", encoding="utf-8") as file:
            file.write("\n".join([ITEM.format(ref=ref), *keys, ""]))
    return root


def checked_in(root: Path) -> Checked:
    """What is told of the ledger."""
    settings, _ = read_settings(root)
    return checked(root, settings, UTC)


def told(root: Path) -> list[str]:
    """What is wrong, but that the tables were written by hand."""
    faults = sorted(checked_in(root).faults)
    return [f"{fault.file}: {fault.wrong}" for fault in faults if "it lacks" not in fault.wrong]


@pytest.mark.parametrize(
    ("items", "faults"),
    [
        (["TR-20171228-1", 'TR-20180129-1|restates = "TR-20171228-1"'], []),
        (
            ["TR-20171228-1", 'TR-20180129-1|follows = "TR-20171228-2"'],
            ['TR/2018-01-29.toml: follows = "TR-20171228-2" is no item of this ledger'],
        ),
        (
            ['TR-20171228-1|restates = "TR-20180129-1"', "TR-20180129-1"],
            [
                'TR/2017-12-28.toml: restates = "TR-20180129-1" is of a later meeting, 2018-01-29',
            ],
        ),
        (
            ["TR-20171228-1", "TR-20171228-1"],
            [
                "TR/2017-12-28.toml: TR-20171228-1 is used already above",
            ],
        ),
        (
            ['TR-20171228-1|restates = "TR-20171228-1"'],
            ['TR/2017-12-28.toml: restates = "TR-20171228-1" is the item itself'],
        ),
        (
            [
                'TR-20171228-1|follows = "TR-20171228-2"',
                'TR-20171228-2|follows = "TR-20171228-1"',
                'TR-20171228-3|follows = "TR-20171228-1"',
            ],
            [
                'TR/2017-12-28.toml: follows = "TR-20171228-2" leads back to TR-20171228-1',
                'TR/2017-12-28.toml: follows = "TR-20171228-1" leads back to TR-20171228-2',
            ],
        ),
        (
            ["TR-20171228-1|kind = 7", 'TR-20180129-1|follows = "TR-20171228-1"'],
            ["TR/2017-12-28.toml: kind = 7 is not one-off, recurring or continuing"],
        ),
    ],
    ids=["sound", "nowhere", "later", "twice", "itself", "circle", "broken"],
)
def test_links_and_refs_are_held_against_the_whole_ledger(
    items: Sequence[str], faults: list[str], tmp_path: Path
) -> None:
    assert told(ledger_of(tmp_path, *items)) == faults


def test_of_a_ref_that_stands_twice_the_file_without_an_error_has_it_first(tmp_path: Path) -> None:
    root = ledger_of(tmp_path, "TR-20171228-1|kind = 7", "TR-20171228-2", "TR-20180129-1")
    later = root / "TR" / "2018-01-29.toml"
    later.write_text(later.read_text(encoding="utf-8").replace("TR-20180129-1", "TR-20171228-2"))

    assert [one for one in told(root) if "used already" in one] == [
        "TR/2017-12-28.toml: TR-20171228-2 is used already in TR/2018-01-29.toml"
    ]


def test_only_what_is_read_whole_is_counted(tmp_path: Path) -> None:
    root = ledger_of(
        tmp_path,
        "TR-20171228-1|kind = 7",
        "TR-20180129-1",
        'TR-20180129-2|[[update]]\nof = "TR-20180129-1"\ndate = 2018-02-01\nnote = "n"',
    )
    (root / "TR" / "2018-02-01.toml").write_text("nothing", encoding="utf-8")
    (root / "TR" / "2018-02-02.toml").symlink_to("nowhere")

    found = checked_in(root)

    assert (found.meetings, found.items, found.updates) == (1, 2, 1)
    assert {fault.file for fault in found.faults if fault.is_error} == {
        "TR/2017-12-28.toml",
        "TR/2018-02-01.toml",
        "TR/2018-02-02.toml",
    }


def test_many_files_are_judged_as_few_are(tmp_path: Path) -> None:
    many = [
        f"TR-2018{month:02}{day:02}{x}-1"
        for month in range(1, 13)
        for day in range(1, 13)
        for x in "abc"
    ]
    items = [f'{one}|follows = "{many[n - 7]}"' for n, one in enumerate(many)]
    root = ledger_of(tmp_path, *items)
    seen: list[tuple[int, int]] = []
    settings, _ = read_settings(root)

    faults = checked(root, settings, UTC, lambda *at: seen.append(at)).faults

    assert seen == [(n, len(many)) for n in range(1, len(many) + 1)]
    assert len(meeting_paths(root)) == len(many) > 400
    assert [f.file for f in sorted(faults) if "later meeting" in f.wrong] == [
        f"TR/2018-01-{n}.toml" for n in ("01a", "01b", "01c", "02a", "02b", "02c", "03a")
    ]
