"""Faults at the very end of a file, where the parser tells no line: each is told on its own."""

import pytest

from dipltrack.ledger.syntax import parse_all

ENDS = [
    ("a = 1\nb =", 2),
    ('a = 1\nx = """y\nb = 2\n', 2),
    ("a = 1\nx = [1,\n2", 2),
    ("a = [1]\nb = { c = 1", 2),
    ("a = 1\na = 2", 2),
    ("a = 2018-01-29\na = 2018-01-29\n", 2),
]


SOUND_BEFORE = [("a = 1\nb", 2), ("a = 1\n[u", 2), ('a = 1\n"', 2), ("\nb", 2)]


@pytest.mark.parametrize(("text", "line"), ENDS, ids=[repr(text) for text, _ in ENDS])
def test_a_fault_at_the_end_is_told_once_on_its_line(text: str, line: int) -> None:
    parsed, faults, _ = parse_all(text, "f")

    assert [fault.line for fault in faults] == [line]
    assert parsed is not None


@pytest.mark.parametrize(
    ("text", "line"), SOUND_BEFORE, ids=[repr(text) for text, _ in SOUND_BEFORE]
)
def test_a_fault_on_a_last_line_without_its_end_is_told_on_that_line(text: str, line: int) -> None:
    test_a_fault_at_the_end_is_told_once_on_its_line(text, line)
