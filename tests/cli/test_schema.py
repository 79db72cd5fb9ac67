"""The schema of a ledger's files: said, never guessed, raised with a copy of the old ones."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from dipltrack.ledger import schema_steps
from dipltrack.ledger.schema_steps import raised
from tests.cli.calls import Call

FILE = Path("desk") / "TR" / "2017-12-28.toml"


def test_a_ledger_of_the_newest_schema_needs_nothing(desk: Call) -> None:
    assert desk("schema").out == "schema 1, the newest: all of 2 files; nothing to do\n"


def test_a_newer_file_is_left_alone_and_told(desk: Call) -> None:
    text = FILE.read_text().replace("schema = 1", "schema = 2")
    FILE.write_text(text)

    for line in ("schema", "schema --dry-run", "schema --backup old"):
        done = desk(line)
        assert (done.code, done.out) == (3, "")
        assert done.err == (
            "dipltrack: TR/2017-12-28.toml: schema 2 is newer than this program, which knows 1: it "
            "is left as it is; install a newer dipltrack\n"
        )
    assert desk("note 1 --note x").code == 3
    assert desk("list").code == 3
    assert FILE.read_text() == text


def test_an_older_file_without_a_way_is_told(desk: Call) -> None:
    FILE.write_text(FILE.read_text().replace("schema = 1", "schema = 0"))

    assert desk("schema --dry-run").out == "TR/2017-12-28.toml: schema 0 would be raised to 1\n"
    done = desk("schema --backup old")
    assert done.code == 2
    assert "there is no way from schema 0 to 1" in done.err


def test_a_file_that_cannot_be_read_is_told(desk: Call) -> None:
    FILE.write_text("schema = ")

    done = desk("schema")

    assert (done.code, done.err) == (
        3,
        "dipltrack: TR/2017-12-28.toml: its schema cannot be read: dipltrack check tells why\n",
    )


STEPS: Mapping[int, schema_steps.Step] = {
    0: lambda data: data.replace(b"schema = 0", b"schema = 1").replace(b"name_of =", b"title ="),
}


def test_an_older_file_is_raised_and_the_old_one_kept(
    desk: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = FILE.read_text()
    old = new.replace("schema = 1", "schema = 0").replace("title =", "name_of =")
    FILE.write_text(old)
    monkeypatch.setattr("dipltrack.cli.schema.STEPS", STEPS)
    monkeypatch.setattr(schema_steps, "raised", lambda data, schema: raised(data, schema, STEPS))
    assert desk("schema").code == 2
    assert FILE.read_text() == old

    done = desk("schema --backup old")

    assert (done.code, done.out) == (0, "TR/2017-12-28.toml: schema 0 is raised to 1\n")
    assert FILE.read_text() == new
    assert (Path("old") / "TR" / "2017-12-28.toml").read_text() == old
