"""The pages tell all that a ledger's own list for firmness may hold, and their examples are sound."""

import re
from pathlib import Path

import pytest
from msgspec.structs import fields

from dipltrack.ledger.firmness import read_firmness
from dipltrack.ledger.read import FIRMNESS
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


def example_of(page: str) -> str:
    """The list that the page shows as a ledger's own."""
    text = (DOCS / page).read_text(encoding="utf-8")
    (example,) = re.findall(r"```toml\n(schema = 1\n\n\[\[en.*?)```", text, re.DOTALL)
    assert isinstance(example, str)
    return example


@pytest.mark.parametrize("page", ["format.md", "firmness.md"])
def test_the_list_that_a_page_shows_is_sound(page: str, tmp_path: Path) -> None:
    (tmp_path / FIRMNESS).write_text(example_of(page), encoding="utf-8")

    assert read_firmness(tmp_path)[1] == []


def test_the_page_shows_what_is_told_of_a_broken_list(tmp_path: Path) -> None:
    broken = example_of("firmness.md").replace('"plan"', '"plann"')
    (tmp_path / FIRMNESS).write_text(broken, encoding="utf-8")

    (fault,) = read_firmness(tmp_path)[1]

    assert f"{fault}\n" in (DOCS / "firmness.md").read_text(encoding="utf-8")
