"""Where tables and keys stand, in TOML as nasty as a hand or another program writes it."""

import tomllib
from typing import Any, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipltrack.ledger.lines import line_of, places_in


class Case(NamedTuple):
    """A text, a key of a table of it, and the line on which that must be found."""

    name: str
    text: str
    table: str | None
    number: int
    key: str | None
    line: int


LINES = [
    Case("a key at the top", "schema = 1\n", None, 0, "schema", 1),
    Case("a key that is not there", "schema = 1\n", None, 0, "name", 0),
    Case("the head of a table", "schema = 1\n\n[meeting]\n", "meeting", 0, None, 3),
    Case("a key of a table", "[meeting]\nref = 1\ntitle = 2\n", "meeting", 0, "title", 3),
    Case("a key that its table lacks: its head", "a = 1\n[meeting]\n", "meeting", 0, "ref", 2),
    Case("the second of a name", "[[update]]\na = 1\n[[update]]\na = 2\n", "update", 1, "a", 4),
    Case("a table that is not there", "a = 1\n", "update", 0, "of", 0),
    Case("a table written as a key", "a = 1\nupdate = [{}]\n", "update", 0, "of", 2),
    Case("the first of two equal keys", "a = 1\na = 2\n", None, 0, "a", 1),
    Case(
        "space before and inside a head", "  [[ update ]]  # why\n\tof = 1\n", "update", 0, "of", 2
    ),
    Case("a quoted head", '["update"]\nof = 1\n', "update", 0, "of", 2),
    Case("a quoted key", "\"of\" = 1\n'date' = 2\n", None, 0, "date", 2),
    Case("a dotted key", "a = 1\nevidence.address = 2\n", None, 0, "evidence", 2),
    Case("no end of the last line", "a = 1\n[[update]]\nof = 1", "update", 0, "of", 3),
    Case("a head at the end", "a = 1\n[[update]]", "update", 0, None, 2),
    Case("CRLF", "a = 1\r\n\r\n[[update]]\r\nof = 1\r\n", "update", 0, "of", 4),
    Case("a head in a comment", "# [[update]]\n[[update]]\nof = 1\n", "update", 0, "of", 3),
    Case("a comment at the end", "a = 1\n# no more", None, 0, "a", 1),
    Case("a quote in a comment", "a = 1 # don't, \"x\nb = 2\n", None, 0, "b", 2),
    Case("a # in a text", 'a = "# [" # ]\nb = 2\n', None, 0, "b", 2),
    Case("a bracket in a text", "a = 'x] [y'\nb = 2\n", None, 0, "b", 2),
    Case("an escaped quote", 'a = "\\" [[update]]"\nb = 2\n', None, 0, "b", 2),
    Case("a backslash in a literal text", "a = 'C:\\'\nb = 2\n", None, 0, "b", 2),
    Case(
        "a head in a text of several lines",
        'a = """\n[[update]]\nof = 1\n"""\nb = 2\n',
        None,
        0,
        "b",
        5,
    ),
    Case(
        "the same between three single quotes",
        "a = '''\n[[update]]\n'''\n[[update]]\nb = 2\n",
        "update",
        0,
        "b",
        5,
    ),
    Case(
        "escaped quotes in a text of several lines",
        'a = """\n\\""" [[update]]\n"""\n[[update]]\n',
        "update",
        0,
        None,
        4,
    ),
    Case("an array over lines", "a = [\n  1, # ]\n  [2],\n]\nb = 2\n", None, 0, "b", 5),
    Case("tables in an array", "a = [\n  { b = 1 },\n  { b = 2 },\n]\nc = 2\n", None, 0, "c", 5),
    Case("a key in an inline table is none of the table", "a = { b = 1 }\n", None, 0, "b", 0),
    Case("a text that is not closed ends with its line", 'a = "x\nb = 2\n', None, 0, "b", 2),
    Case("what is no statement is passed over", "???\nb = 2\n", None, 0, "b", 2),
    Case("a text of several lines without an end", 'a = """x\nb = 2\n', None, 0, "b", 0),
]


@pytest.mark.parametrize("case", LINES, ids=[case.name for case in LINES])
def test_a_key_is_found_on_its_line(case: Case) -> None:
    assert line_of(places_in(case.text), case.table, case.number, case.key) == case.line


@pytest.mark.parametrize("quotes", ['"""', "'''"])
def test_a_text_may_end_in_a_quote_of_its_own(quotes: str) -> None:
    text = f'a = [{quotes}x{quotes}{quotes[0]}, "y"]\nb = 2\n'
    assert set(tomllib.loads(text)) == {"a", "b"}

    assert line_of(places_in(text), None, 0, "b") == 2


def test_a_broken_head_ends_with_its_line() -> None:
    places = places_in("[[update\nof = 1\n[[commitment]]\nref = 2\n")

    assert line_of(places, "commitment", 0, "ref") == 4


# Any TOML: each key that a parser finds is found, on a line that holds its name.

VALUES = st.sampled_from(
    [
        "1",
        "2018-01-29",
        '"text"',
        '""',
        "''",
        '"# no [[update]] comment"',
        "'it\\'",
        '"\\"\\\\"',
        '"""[[update]]\nof = 1\n"""',
        "'''\n[[update]]\n# \"'\n'''",
        '"""\\"""\n"""',
        '"""a \\\n   b"""',
        "[]",
        "[1, 2] # ] [",
        '[\n  "a", # \'\n  "]",\n]',
        '[[1], ["""\n[[update]]\n"""]]',
        '{ a = "}", b = [1] }',
        "[\n  { a = '[[update]]' },\n  { a = 1 }, # }\n]",
    ]
)
NAMES = st.sampled_from(["meeting", "update", "commitment", "x_own"])
ENDS = st.sampled_from(["\n", "\n\n", '\n# it\'s [a] "comment"\n', ' # "\n', "\n   \n\t# '''\n"])
QUOTES = st.sampled_from(["{}", '"{}"', "'{}'"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """A TOML text of several tables; every key of it has a name of its own."""
    number = 0
    text = draw(st.sampled_from(["", "# [[update]]\n", "\n\n"]))
    for head in [None, *draw(st.lists(NAMES, max_size=5))]:
        if head is not None:
            text += f"[[{head}]]{draw(ENDS)}"
        for _ in range(draw(st.integers(0, 3))):
            number += 1
            key = draw(QUOTES).format(f"key{number}")
            text += f"{draw(st.sampled_from(['', '  ']))}{key} = {draw(VALUES)}{draw(ENDS)}"
    if draw(st.booleans()):
        text = text.rstrip("\n")
    return text.replace("\n", "\r\n") if draw(st.booleans()) else text


def keys_in(parsed: dict[str, Any]) -> list[tuple[str | None, int, str]]:
    """Every key of the tables of a parsed text: the table, its number, the key."""
    found: list[tuple[str | None, int, str]] = []
    for name, value in parsed.items():
        if name.startswith("key"):
            found.append((None, 0, name))
        else:
            found += ((name, n, key) for n, table in enumerate(value) for key in table)
    return found


@settings(max_examples=300, deadline=None)
@given(texts())
def test_every_key_that_a_parser_finds_is_found_on_a_line_that_holds_its_name(text: str) -> None:
    lines = text.split("\n")
    places = places_in(text)

    for table, index, key in keys_in(tomllib.loads(text)):
        line = line_of(places, table, index, key)
        assert line > 0
        assert key in lines[line - 1]


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("[]{}=#\"'\\\n\r \tab.,1")))
def test_any_text_has_places_and_no_line_that_it_has_not(text: str) -> None:
    count = text.count("\n") + 1

    for place in places_in(text):
        assert 1 <= place.line <= count
        assert all(place.line <= line <= count for line in place.keys.values())
