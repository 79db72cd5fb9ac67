"""Who entered what, by git's commits; what was changed after it had been entered; what is removed."""

import json
import re
import shutil
import tomllib
from pathlib import Path

import pytest

from tests.cli.desks import Desks, two_desks

FILE = "TR/2017-12-28.toml"
SECRET = "the secret figure"


@pytest.fixture
def desks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Desks:
    desks = two_desks(tmp_path, monkeypatch, capsys)
    desks.ok(
        "kt",
        f"note 1 --note 'It is {SECRET}.' --evidence https://example.org/x --says '{SECRET}'",
        "sync",
    )
    return desks


def tables(desks: Desks, desk: str) -> dict[str, list[dict[str, object]]]:
    """The tables of the file, the single ones as lists of one."""
    found = tomllib.loads(desks.texts(desk)[FILE])
    return {name: raw if isinstance(raw, list) else [raw] for name, raw in found.items()}


def id_of(desks: Desks, table: str = "update") -> str:
    return str(tables(desks, "kt")[table][-1]["id"])


def by_hand(desks: Desks, desk: str, old: str, new: str) -> None:
    file = desks.root / desk / FILE
    text = file.read_text()
    assert re.search(old, text)
    file.write_text(re.sub(old, new, text))


def test_the_commits_are_listed_as_a_table_and_as_json(desks: Desks) -> None:
    out = desks.ok("kt", "log --git")

    assert "kt: 1 entry" in out
    listed = json.loads(desks.ok("kt", "log --git --format json"))["commits"]
    assert [one["summary"] for one in listed] == ["kt: 1 entry", "kt: 1 meeting, 1 item"]


def test_a_ledger_that_only_grew_has_nothing_to_tell(desks: Desks) -> None:
    desks.ok("ms", "add 'Open the university' -m TR-2017")
    desks.ok("kt", "add 'Build the plant' -m TR-2017", "note TR-20171228-2 --note x", "sync")
    desks.ok("ms", "note TR-20171228-2 --note y", "sync")

    for desk in ("kt", "ms"):
        assert desks.ok(desk, "sync")
        assert desks.ok(desk, "check --history").endswith("0 errors, 0 warnings\n")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('note = "It is', 'note = "It was', "note changed"),
        (r"\n\[\[update\]\][^$]*", "\n", "removed"),
    ],
)
def test_what_a_hand_changed_afterwards_is_told_with_its_commit(
    desks: Desks, old: str, new: str, told: str
) -> None:
    new_id = id_of(desks)
    by_hand(desks, "kt", old, new)
    desks.ok("kt", "sync")
    commit = desks.git("kt", "rev-parse", "HEAD")[:10]
    day = desks.git("kt", "log", "-1", "--format=%as").strip()

    done = desks("kt", "check --history --strict")

    assert done.code == 1
    assert (
        f"{FILE}: warning: the update {new_id} of TR-20171228-1: {told} in commit {commit} of {day} by "
        f"A desk — git show {commit} shows it\n"
    ) in done.out


def test_what_a_hand_changed_is_told_once_after_a_join(desks: Desks) -> None:
    desks.ok("ms", "sync")
    by_hand(desks, "kt", 'note = "It is', 'note = "It was')
    desks.ok("kt", "sync")
    desks.ok("ms", "add 'Open the university' -m TR-2017", "sync")

    assert desks.ok("ms", "check --history").count("note changed") == 1


def test_a_removed_text_is_gone_and_the_entry_is_not(desks: Desks) -> None:
    new = id_of(desks)
    before = tables(desks, "kt")["update"][-1]
    by_hand(desks, "kt", r"\n\[\[update\]\]", "\n# kt: it is the secret figure\n[[update]]")

    out = desks.ok("kt", f"redact {new.lower()} --reason 'Classified: 17-204'")

    assert out.splitlines()[0].startswith(f"{new}: removed on ")
    assert "git filter-repo" in out
    assert SECRET not in desks.texts("kt")[FILE]
    after = tables(desks, "kt")["update"][-1]
    kept = ("id", "recorded", "by", "of", "date")
    assert {key: after[key] for key in kept} == {key: before[key] for key in kept}
    note = str(after["note"])
    assert re.fullmatch(r"removed on [0-9-]{10} by kt", note)
    assert after["evidence"] == [{"address": note, "says": note}]
    assert after["redacted"] == f"{note}: Classified: 17-204"
    assert desks.ok("kt", "check").endswith("0 errors, 0 warnings\n")


def test_a_removal_goes_out_wins_over_every_edit_and_is_no_fault_of_history(desks: Desks) -> None:
    desks.ok("ms", "sync")
    desks.ok("kt", f"redact {id_of(desks)} --reason Classified", "sync")
    by_hand(desks, "ms", 'note = "It is', 'note = "It was')

    desks.ok("ms", "sync")
    desks.ok("kt", "sync")

    assert desks.texts("kt") == desks.texts("ms")
    assert SECRET not in desks.texts("ms")[FILE]
    assert "redacted" not in desks.ok("kt", "check --history")


def test_a_removal_wins_over_a_copy_that_came_by_other_ways(desks: Desks) -> None:
    desks.ok("ms", "sync")
    desks.ok("kt", f"redact {id_of(desks)} --reason Classified")

    desks.ok("kt", f"merge {desks.root / 'ms'}")

    assert SECRET not in desks.texts("kt")[FILE]


def test_a_removal_wins_over_a_copy_that_knows_the_entry_under_another_id(desks: Desks) -> None:
    release = "--document {} --issued-by JP --address https://example.org/{}"
    for desk, name in (("kt", "release"), ("ms", "secretname")):
        line = "meeting add --partner TR --date 2018-01-10 --title Lunch " + release
        desks.ok(desk, line.format(name, "secret"))
    shutil.copytree(desks.root / "ms", desks.root / "stick")
    for desk in ("kt", "ms", "kt"):
        desks.ok(desk, "sync")
    held = tomllib.loads(desks.texts("kt")["TR/2018-01-10.toml"])
    for entry in (held["document"][0], held["meeting"]):
        desks.ok("kt", f"redact {entry['id']} --reason Classified")
    before = desks.texts("kt")

    desks.ok("kt", f"merge {desks.root / 'stick'}")
    assert desks.texts("kt") == before
    desks.ok("stick", f"merge {desks.root / 'kt'}")
    assert desks.texts("stick")["TR/2018-01-10.toml"] == before["TR/2018-01-10.toml"]


def test_what_was_removed_does_not_stay_in_the_index(desks: Desks, tmp_path: Path) -> None:
    desks.monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    desks.ok("kt", "add 'The hidden base' -m TR-2017", "list --text hidden")
    entry = tables(desks, "kt")["commitment"][-1]

    desks.ok("kt", f"redact {entry['id']} --reason Classified", "list")

    cached = [path.read_bytes() for path in (tmp_path / "cache").rglob("*") if path.is_file()]
    assert cached
    assert not any(b"hidden base" in data for data in cached)


@pytest.mark.parametrize("table", ["meeting", "commitment", "document"])
def test_any_entry_can_be_removed(desks: Desks, table: str) -> None:
    desks.ok(
        "kt",
        "document add TR-2017 release --document-title 'the secret figure' --instrument other",
    )
    entry = tables(desks, "kt")[table][-1]

    desks.ok("kt", f"redact {entry['id']} --reason Classified")

    new = tables(desks, "kt")[table][-1]
    assert str(new["title"]).startswith("removed on ")
    assert [new.get(key) for key in ("ref", "name")] == [entry.get(key) for key in ("ref", "name")]
    assert desks.ok("kt", "check").endswith("0 errors, 0 warnings\n")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("redact nothing --reason x", "is no id"),
        ("redact 00000000 --reason x", "there is no entry 00000000"),
        ("redact 00000000 --reason ' '", "--reason is empty"),
    ],
)
def test_what_is_no_entry_is_told(desks: Desks, line: str, said: str) -> None:
    done = desks("kt", line)

    assert done.code == 2
    assert said in done.err
