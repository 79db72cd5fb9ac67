"""docs/format.md names every key and word that a ledger's own list for firmness may hold."""

from dataclasses import fields

from dipltrack.wording.firmness_rules import Role, Sign, Speaker, WordList
from tests.docs.generate import DOCS


def test_the_format_names_every_key_role_and_speaker_of_a_list() -> None:
    page = (DOCS / "format.md").read_text(encoding="utf-8")
    section = page.partition("## `firmness.toml`")[2].partition("\n## ")[0]
    keys = {field.name for kind in (Sign, WordList) for field in fields(kind)}
    named = {*keys - {"phrases", "endings"}, "words", *Role, *Speaker}

    assert [name for name in sorted(named) if f"`{name}`" not in section] == []
    assert "[[LANG.phrases]]" in section
    assert "[LANG.endings]" in section
