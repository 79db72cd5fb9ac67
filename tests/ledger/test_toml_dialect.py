"""What is TOML to this program: 1.0, whole, and nothing of 1.1; with or without a byte-order mark.

A parser that takes more would let into a ledger what another reader of it refuses. `parse` proves
each write, `parse_all` reads each file: both take and refuse the same.
"""

import math
import tomllib
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from dipltrack.ledger.syntax import parse_all
from dipltrack.ledger.toml import BOM, parse

TOKYO = timezone(timedelta(hours=9))
WEST = timezone(-timedelta(hours=7, minutes=30))

ACCEPTED: list[tuple[str, object]] = [
    # days, times, moments
    ("2018-01-29", date(2018, 1, 29)),
    ("0001-01-01", date(1, 1, 1)),
    ("9999-12-31", date(9999, 12, 31)),
    ("2020-02-29", date(2020, 2, 29)),
    ("10:12:00", time(10, 12)),
    ("10:12:00.004", time(10, 12, 0, 4000)),
    ("2018-01-30T10:12:00", datetime(2018, 1, 30, 10, 12)),  # noqa: DTZ001 - what TOML calls local
    ("2018-01-30T10:12:00Z", datetime(2018, 1, 30, 10, 12, tzinfo=UTC)),
    ("2018-01-30t10:12:00z", datetime(2018, 1, 30, 10, 12, tzinfo=UTC)),
    ("2018-01-30 10:12:00Z", datetime(2018, 1, 30, 10, 12, tzinfo=UTC)),
    ("2018-01-30T10:12:00.004+09:00", datetime(2018, 1, 30, 10, 12, 0, 4000, tzinfo=TOKYO)),
    ("2018-01-30T10:12:00-07:30", datetime(2018, 1, 30, 10, 12, tzinfo=WEST)),
    ("2018-01-30T10:12:00-00:00", datetime(2018, 1, 30, 10, 12, tzinfo=UTC)),
    ("2018-01-30T10:12:00.123456789Z", datetime(2018, 1, 30, 10, 12, 0, 123456, tzinfo=UTC)),
    # numbers
    ("0", 0),
    ("+7", 7),
    ("-0", 0),
    ("1_000_000", 1_000_000),
    ("0xDEAD_beef", 0xDEADBEEF),
    ("0o755", 0o755),
    ("0b1101_0110", 0b11010110),
    ("9223372036854775807", 2**63 - 1),
    ("-9223372036854775808", -(2**63)),
    ("3.25", 3.25),
    ("6.626e-3", 6.626e-3),
    ("1e06", 1e6),
    ("1_0.2_5", 10.25),
    ("inf", math.inf),
    ("-inf", -math.inf),
    ("true", True),
    ("false", False),
    # texts
    ('""', ""),
    ("''", ""),
    (r'"\b\t\n\f\r\"\\"', '\b\t\n\f\r"\\'),
    (r'"\u00e9 \U0001F1EF"', "é \U0001f1ef"),
    (r"'C:\new'", r"C:\new"),
    ('"来年 🇹🇷"', "来年 🇹🇷"),
    ('"tab\there"', "tab\there"),
    ('"""\nfirst line end is dropped"""', "first line end is dropped"),
    ('"""one\ntwo"""', "one\ntwo"),
    ('"""one\r\ntwo"""', "one\ntwo"),
    ('"""one \\\n\n   two"""', "one two"),
    ('"""two "" quotes, and two at the end"""""', 'two "" quotes, and two at the end""'),
    ("'''\nraw \\ and ''two'''''", "raw \\ and ''two''"),
    # lists and inline tables
    ("[]", []),
    ("[1, 2,]", [1, 2]),
    ("[ # a comment\n  1,\n\n  2, # another\n]", [1, 2]),
    ('[1, "a", [2018-01-29], {}]', [1, "a", [date(2018, 1, 29)], {}]),
    ("{}", {}),
    ('{ a = 1, "b c" = 2, d.e = 3 }', {"a": 1, "b c": 2, "d": {"e": 3}}),
    ("{ a = [\n1,\n2\n] }", {"a": [1, 2]}),
    ("1 # a comment", 1),
]
"""What may stand behind `v = `, and what it is."""

REFUSED: list[str] = [
    # what TOML 1.1 allows
    "{ a = 1,\n b = 2 }",
    "{\n a = 1 }",
    "{ a = 1\n}",
    "{ a = 1, }",
    "{ a = 1 # a comment\n}",
    r'"\e[31m"',
    r'"\x1b"',
    "10:12",
    "2018-01-30T10:12",
    "2018-01-30T10:12Z",
    "2018-01-30 10:12+09:00",
    # days and times that are none
    "2018-03",
    "2018-02-30",
    "2019-02-29",
    "2018-13-01",
    "2018-00-10",
    "2018-1-29",
    "18-01-29",
    "0000-01-01",
    "29.01.2018",
    "24:00:00",
    "10:60:00",
    "10:12:61",
    "10:12:00.",
    "2018-01-30T10:12:00+9:00",
    "2018-01-30T10:12:00+0900",
    "2018-01-30T10:12:00+24:00",
    "2018-01-30  10:12:00",
    "2018-01-30T",
    # numbers that are none
    "007",
    "-01",
    "1__000",
    "_1",
    "1_",
    "0x",
    "0XFF",
    "+0xFF",
    "0b2",
    "0o8",
    "1.",
    ".5",
    "1._5",
    "1e",
    "1.e3",
    "Inf",
    "1,000",
    "0x_1",
    # words that are none
    "True",
    "yes",
    "null",
    "fulfilled",
    "",
    # texts that are not closed, or hold what must be escaped
    '"',
    '"a',
    '"a\nb"',
    "'a'b'",
    r'"\ "',
    r'"\q"',
    r'"\u12"',
    r'"\ud800"',
    r'"\U00110000"',
    '"\x00"',
    '"\x7f"',
    '"\x1b"',
    "'\x08'",
    '"""a',
    '"""a"""""" ',
    '"""\rx"""',
    "“March”",
    # lists and tables that are none
    "[1 2]",
    "[,]",
    "[1,,2]",
    "[1",
    "{ a }",
    "{ a = 1 b = 2 }",
    "{ a = 1, a = 2 }",
    "{ a = { b = 1 }, a.c = 2 }",
    "1 2",
    "1 = 2",
    "1 # \x01",
    "1 # \x7f",
    "1\rv",
]
"""What may not stand behind `v = `."""

SHAPES: list[tuple[str, object]] = [
    ("", {}),
    ("# a comment\r\n\r\n", {}),
    ("a = 1\r\nb = 2", {"a": 1, "b": 2}),
    ("[a]\n[[b]]\n[[b]]\nc = 1", {"a": {}, "b": [{}, {"c": 1}]}),
    ("a.b = 1\na.c = 2", {"a": {"b": 1, "c": 2}}),
    ("[a.b]\n[a]", {"a": {"b": {}}}),
    ('"" = 1\n"a.b" = 2\n1 = 3\n-_ = 4', {"": 1, "a.b": 2, "1": 3, "-_": 4}),
    (" [ a . 'b' ] # here\n\tc = 1", {"a": {"b": {"c": 1}}}),
    ("[[a]]\n[a.b]\n[[a]]\n[a.b]", {"a": [{"b": {}}, {"b": {}}]}),
    ("a = [{ b = 1 }]", {"a": [{"b": 1}]}),
]
"""Whole files, and what they hold."""

BROKEN: list[str] = [
    "a = 1\na = 2",
    'a = 1\n"a" = 2',
    "a = 1\na.b = 2",
    "a.b = 1\na.b.c = 2",
    "[a]\n[a]",
    "[a]\nb = 1\n[a.b]",
    "a = 1\n[a]",
    "[a]\n[[a]]",
    "[[a]]\n[a]",
    "a = []\n[[a]]",
    "a = { b = 1 }\n[a.c]",
    "a = { b = 1 }\na.c = 2",
    "[a.b]\nc = 1\n[a]\nb.d = 2",
    "[a",
    "[a]]",
    "[[a]",
    "[ [a] ]",
    "[]",
    "[a.]",
    "[a] b = 1",
    "a",
    "= 1",
    "a =\n1",
    "a = 1, b = 2",
    "a b = 1",
    "café = 1",
    "a\n= 1",
    "a = 1\rb = 2",
    '"""a""" = 1',
    f"a = 1\n{BOM}b = 2",
]
"""Whole files that are no TOML."""


@pytest.mark.parametrize("mark", ["", BOM], ids=["plain", "marked"])
@pytest.mark.parametrize(("value", "meant"), ACCEPTED, ids=[repr(value) for value, _ in ACCEPTED])
def test_a_value_of_toml_1_0_is_read_as_what_it_means(
    value: str, meant: object, mark: str
) -> None:
    text = f"{mark}v = {value}\n"

    read = parse(text)["v"]

    assert read == meant
    assert type(read) is type(meant)
    assert parse_all(text, "f") == ({"v": meant}, [], set())


@pytest.mark.parametrize("value", REFUSED, ids=[repr(value) for value in REFUSED])
def test_a_value_that_toml_1_0_does_not_know_is_refused(value: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        parse(f"v = {value}\n")
    assert parse_all(f"v = {value}\n", "f")[1]


@pytest.mark.parametrize("mark", ["", BOM], ids=["plain", "marked"])
@pytest.mark.parametrize(("text", "meant"), SHAPES, ids=[repr(text) for text, _ in SHAPES])
def test_a_file_of_toml_1_0_is_read_as_what_it_means(text: str, meant: object, mark: str) -> None:
    assert parse(mark + text) == meant
    assert parse_all(mark + text, "f") == (meant, [], set())


@pytest.mark.parametrize("text", BROKEN, ids=[repr(text) for text in BROKEN])
def test_a_file_that_is_no_toml_is_refused(text: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        parse(text)
    assert parse_all(text, "f")[1]


def test_of_two_byte_order_marks_one_is_too_many() -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        parse(f"{BOM}{BOM}v = 1")
