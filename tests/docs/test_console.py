"""Every console block of the README and of docs/ prints what it shows."""

from pathlib import Path

import pytest

from tests.docs.console import executed, pages


def test_there_are_pages_with_commands() -> None:
    assert pages(), "no console block found: has the fence been renamed?"


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_the_page_shows_what_the_program_prints(page: Path) -> None:
    assert page.read_text(encoding="utf-8") == executed(page), "make docs writes it anew"
