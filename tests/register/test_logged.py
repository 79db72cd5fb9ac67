"""`check` tells which entries of the log of reminders are of nothing."""

from pathlib import Path

from dipltrack.ledger.read import read_settings
from dipltrack.register.checking import checked
from dipltrack.register.logged import log_warnings
from tests.remind.desks import desk_of, item


def told(root: Path, *entries: str) -> list[str]:
    """The warnings of a log of those entries, each of an item, the day it is for, that of issue."""
    log = root / "reminders/2018.toml"
    log.parent.mkdir(exist_ok=True)
    text = "".join(
        f'\n[[reminder]]\nof = "{of}"\nrule = "{rule}"\nfor = {for_}\ndate = {on}\nchannel = "text"\n'
        for of, rule, for_, on in map(str.split, entries)
    )
    log.write_text(f"schema = 1\n{text}", encoding="utf-8")
    known = checked(root, read_settings(root)[0], None).known
    return [str(fault) for fault in log_warnings(root, known)]


def test_an_entry_of_an_item_that_is_not_on_file_is_told_with_the_nearest(tmp_path: Path) -> None:
    root = desk_of(tmp_path, item(1))

    assert told(
        root,
        "TR-20171228-1 overdue 2018-06-01 2018-06-01",
        "TR-20171228-7 overdue 2018-06-01 2018-06-01",
        "TR-20171228-8 overdew 2018-06-01 2018-06-01",
    ) == [
        (
            'reminders/2018.toml:11: warning: of = "TR-20171228-7" is no item of this ledger — did you '
            "mean TR-20171228-1?"
        )
    ]


def test_of_an_item_that_a_broken_file_may_hide_nothing_is_said(tmp_path: Path) -> None:
    root = desk_of(tmp_path, item(1))
    (root / "FR").mkdir()
    (root / "FR/2018-01-01.toml").write_text("schema = 1\n[meeting\n", encoding="utf-8")

    assert told(root, "FR-20180101-1 overdue 2018-06-01 2018-06-01") == []
