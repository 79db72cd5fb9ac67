"""TOML text -> tables: toml-rs reads what is sound, tomllib has the word on all the rest.

toml-rs reads twenty times as fast as tomllib and takes and gives the same (tests hold them against
each other); but it descends without a limit, and a hostile text would end the whole process.
"""

import re
import sys
from datetime import datetime
from typing import Any

import toml_rs
from msgspec import json

BOM = "\ufeff"
DEEPEST = 100
"""Levels of lists and inline tables that are left to toml-rs: it bears 400 on a stack of 1 MB."""

LONGEST = 64
"""Signs in a row that are left to toml-rs: it descends at each, and bears 500 on 256 KB."""

DIGITS = sys.int_info.str_digits_check_threshold
"""Digits in a row that are left to toml-rs: of more Python may refuse to make a number."""

_MARKS = bytes.maketrans(b"{+-_123456789", b"[==0000000000")
_HOSTILE = (b"=" * LONGEST, b"0" * DIGITS)
_CLOSING = {"[": "]", "{": "}"}
_HEADS = ("[[commitment]]", "[[update]]", "[[reminder]]")
_TO_NEXT_BRACKET = r"""(?:
        [^\[\]{}"'\#]++
        | \"{3} (?: [^"\\] | \\. | "(?!"") )*+ \"{3,5}
        | '{3} (?: [^'] | '(?!'') )*+ '{3,5}
        | " (?: [^"\\\n] | \\. )*+ "
        | ' [^'\n]*+ '
        | \# [^\n]*+
    )*+ (?P<bracket> [\[\]{}] | \Z )"""
"""Text, strings and comments up to a bracket that counts. Compiled only where it is needed: 1 ms."""


def parse(text: str) -> dict[str, Any]:
    """The tables of a TOML 1.0 text, a byte-order mark before it read over.

    Raises tomllib.TOMLDecodeError, and RecursionError where it is nested beyond all measure.
    """
    tables = tables_if_sound(text)
    return told_by_tomllib(text.removeprefix(BOM)) if tables is None else tables


def told_by_tomllib(text: str) -> dict[str, Any]:
    """The tables as tomllib reads them: slowly, but it says where it gave up, and why."""
    import tomllib  # 5 ms at a start, for what nearly no start needs

    return tomllib.loads(text)


def tables_if_sound(text: str, data: bytes | None = None) -> dict[str, Any] | None:
    """The tables of the text, or None where toml-rs refuses it or must not be trusted with it.

    `data` are its bytes, where they are at hand.

    >>> tables_if_sound("a = 1"), tables_if_sound("a = ")
    ({'a': 1}, None)
    """
    try:
        # It reads over one mark itself. Its default is TOML 1.1, which others cannot read.
        return None if is_hostile(text, data) else toml_rs.loads(text, toml_version="1.0.0")
    except ValueError:
        return None


def same_value(one: object, other: object) -> bool:
    """True where two values of a TOML file are the same, of one type, moments with one offset.

    >>> same_value({"a": [1, float("nan")]}, {"a": [1, float("nan")]}), same_value(1, 1.0)
    (True, False)
    """
    match one, other:
        case dict(), dict():
            keys = one.keys() == other.keys()
            return keys and all(same_value(value, other[key]) for key, value in one.items())
        case list(), list():
            return len(one) == len(other) and all(map(same_value, one, other))
        case float(), float():
            return repr(one) == repr(other)  # nan is not equal to itself, and -0.0 is to 0.0
        case datetime(), datetime():
            return one == other and one.utcoffset() == other.utcoffset()
        case str(), str():
            return one == other
        case _:
            return type(one) is type(other) and one == other


def same_tables(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """As `same_value`, of many tables in a fourth of the time.

    Equal to Python are also 1 and 1.0, and one moment with two offsets: as JSON they are not.

    >>> same_tables({"a": [1]}, {"a": [1]}), same_tables({"a": [1]}, {"a": [1.0]})
    (True, False)
    """
    try:
        if one == other and json.encode(one) == json.encode(other):
            return True
    except (ValueError, TypeError, RecursionError, OverflowError):  # what JSON does not bear
        pass
    return same_value(one, other)


def is_hostile(text: str, data: bytes | None = None) -> bool:
    """True where the text may nest, or go on, so far that toml-rs or Python cannot bear it.

    No text can nest deeper than it opens brackets, which are soon counted.

    >>> is_hostile("a = [[1], [2]]"), is_hostile("a = " + "[" * 1000)
    (False, True)
    """
    marks = (data or text.encode()).translate(_MARKS)
    if any(run in marks for run in _HOSTILE):
        return True
    opened = marks.count(b"[")
    if opened > DEEPEST:  # a head closes what it opens, wherever it stands
        opened -= 2 * sum(text.count(head) for head in _HEADS)
    return opened > DEEPEST and _nests_deeper(text, DEEPEST)


def _nests_deeper(text: str, most: int) -> bool:
    """True where more brackets than that stand open at once, or where it is no TOML anyway."""
    to_next_bracket = re.compile(_TO_NEXT_BRACKET, re.VERBOSE | re.DOTALL)
    opened: list[str] = []
    at = 0
    while found := to_next_bracket.match(text, at):
        bracket = found["bracket"]
        if not bracket:
            return False
        if bracket in _CLOSING:
            opened.append(_CLOSING[bracket])
        elif not opened or opened.pop() != bracket:
            return True
        if len(opened) > most:
            return True
        at = found.end()
    return True
