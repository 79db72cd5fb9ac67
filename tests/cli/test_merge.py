"""A copy that came by other ways is taken in; and what git calls for one file."""

import hashlib
import tomllib
from pathlib import Path

import pytest

from tests.cli.desks import Desks

FILE = "TR/2017-12-28.toml"


def merge(desks: Desks, desk: str, other: str, *more: str) -> str:
    return desks.ok(desk, " ".join(["merge", str(desks.root / other), *more]))


def test_both_ways_end_equal_and_nothing_is_missing(desks: Desks) -> None:
    desks.ok("kt", "add 'Build the plant' -m TR-2017", "body add METI")
    desks.ok("ms", "add 'Open the university' -m TR-2017", "note 2 --note Heard.")
    desks.ok("ms", "meeting add --partner TR --date 2018-03-01 --title Later")
    desks.ok("ms", "add Again -m TR-20180301 --follows TR-20171228-2")

    out = merge(desks, "kt", "ms")
    merge(desks, "ms", "kt")

    assert out.splitlines()[0] == "in   1 meeting, 2 items, 1 entry of ms"
    assert desks.texts("kt") == desks.texts("ms")
    tables = tomllib.loads(desks.texts("kt")[FILE])
    assert [(c["ref"], c["title"]) for c in tables["commitment"][1:]] == [
        ("TR-20171228-2", "Build the plant"),
        ("TR-20171228-3", "Open the university"),
    ]
    assert tables["update"][0]["of"] == "TR-20171228-3"
    later = tomllib.loads(desks.texts("kt")["TR/2018-03-01.toml"])
    assert later["commitment"][0]["follows"] == "TR-20171228-3"
    assert merge(desks, "kt", "ms") == "nothing is new\n"


def test_the_copy_stays_as_it_is(desks: Desks) -> None:
    desks.ok("kt", "add 'Build the plant' -m TR-2017")
    before = desks.texts("ms")

    merge(desks, "kt", "ms")

    assert desks.texts("ms") == before


def test_reminders_that_the_copy_issued_are_taken_in_and_told(
    desks: Desks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIPLTRACK_NOW", "2018-02-01T06:00:00+09:00")
    desks.ok("ms", "remind")

    assert merge(desks, "kt", "ms").splitlines() == ["in   1 reminder issued"]
    assert merge(desks, "kt", "ms") == "nothing is new\n"
    assert desks.ok("kt", "remind") == ""


def test_two_meetings_under_one_path_are_two(desks: Desks) -> None:
    for desk, title in (("kt", "Dinner"), ("ms", "Lunch")):
        desks.ok(desk, f"meeting add --partner TR --date 2018-03-01 --title {title}")

    merge(desks, "kt", "ms")
    merge(desks, "ms", "kt")

    assert desks.texts("kt") == desks.texts("ms")
    assert tomllib.loads(desks.texts("kt")["TR/2018-03-01b.toml"])["meeting"]["title"] == "Lunch"


def test_what_both_have_otherwise_is_told_and_nothing_is_written(desks: Desks) -> None:
    file = desks.root / "ms" / FILE
    file.write_text(file.read_text().replace('"Hold the dialogue"', '"Hold a dialogue"'))
    desks.ok("ms", "add 'Open the university' -m TR-2017")
    before = desks.texts("kt")

    done = desks("kt", f"merge {desks.root / 'ms'}")

    assert done.code == 4
    assert 'title is "Hold the dialogue" here and "Hold a dialogue" there' in done.err
    assert desks.texts("kt") == before
    merge(desks, "kt", "ms", "--keep", "theirs")
    assert desks.texts("kt") == desks.texts("ms")


def test_a_side_that_cannot_be_read_is_told_and_nothing_is_written(desks: Desks) -> None:
    (desks.root / "ms" / FILE).write_text("schema = ")

    done = desks("kt", f"merge {desks.root / 'ms'}")

    assert done.code == 3
    assert f"dipltrack: {FILE} cannot be joined: " in done.err


def test_kept_copies_come_along_and_links_do_not(desks: Desks) -> None:
    kept = desks.root / "ms" / "kept"
    kept.mkdir()
    name = hashlib.sha256(b"text").hexdigest()
    (kept / f"{name}.txt").write_bytes(b"text")
    (kept / f"{'0' * 64}.txt").write_bytes(b"forged")
    secret = desks.root / "secret.toml"
    secret.write_text("a = 1\n")
    (desks.root / "ms" / "TR" / "2019-01-01.toml").symlink_to(secret)
    (desks.root / "ms" / "EU").symlink_to(desks.root / "kt" / "TR")

    out = merge(desks, "kt", "ms")

    assert out == "in   1 kept copy\n"
    assert [file.name for file in (desks.root / "kt" / "kept").iterdir()] == [f"{name}.txt"]
    assert list(desks.texts("kt")) == [FILE, "dipltrack.toml"]


@pytest.mark.parametrize("folder", ["nowhere", "kt", "hub.git"])
def test_what_is_no_other_ledger_is_refused(desks: Desks, folder: str) -> None:
    assert desks("kt", f"merge {desks.root / folder}").code == 2


def driver(desks: Desks, base: bytes, ours: bytes, theirs: bytes) -> tuple[int, str, bytes]:
    for name, data in (("o", base), ("a", ours), ("b", theirs)):
        (desks.root / name).write_bytes(data)
    done = desks("kt", " ".join(["merge-driver", *(str(desks.root / n) for n in "oab"), FILE]))
    return done.code, done.err, (desks.root / "a").read_bytes()


def test_the_driver_tells_what_it_leaves(desks: Desks) -> None:
    base = (desks.root / "kt" / FILE).read_bytes()
    ours, theirs = (base.replace(b"Talks", title) for title in (b"One", b"Two"))

    assert driver(desks, base, ours, base) == (0, "", ours)
    code, err, data = driver(desks, base, ours, theirs)
    assert (code, err) == (
        1,
        f'dipltrack: {FILE}: TR-20171228: title is "One" here and "Two" there\n',
    )
    assert b"<<<<<<< ours\n" in data
    code, err, data = driver(desks, base, b"a =", theirs)
    assert code == 1
    assert (err.partition(": ")[2].partition(":")[0], data) == (f"{FILE} cannot be joined", b"a =")
    other = ours.replace(b'id = "', b'id = "0')
    code, err, data = driver(desks, b"", ours, other.replace(b"One", b"Two"))
    assert code == 1
    assert "each side filed another meeting there" in err
    assert data == ours


def test_the_driver_is_no_shell(desks: Desks) -> None:
    touched = desks.root / "touched"
    name = f"$(touch {touched});`touch {touched}`.toml"
    desks.ok("ms", "sync")
    for desk, by in (("kt", "one"), ("ms", "two")):
        (desks.root / desk / "TR" / Path(name).name).write_text(
            f'schema = 1\n\n[meeting]\nref = "TR-20190101"\ntitle = "{by}"\ndate = 2019-01-01\n'
        )
        desks.git(desk, "add", "-A")
        desks.git(desk, "commit", "--quiet", "-m", "odd")
    desks.git("kt", "push", "--quiet")
    desks.git("ms", "fetch", "--quiet")

    desks.git("ms", "merge", "origin/main", code=1)

    assert not touched.exists()
