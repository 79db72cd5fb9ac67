"""toml-rs reads what tomllib reads, as tomllib reads it, and no text can end the process."""

import threading
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipltrack.ledger.toml import (
    BOM,
    DEEPEST,
    DIGITS,
    LONGEST,
    is_hostile,
    parse,
    same_tables,
    same_value,
    tables_if_sound,
)
from tests.ledger.test_toml_dialect import ACCEPTED, BROKEN, REFUSED, SHAPES

SOUND = [*(f"v = {value}\n" for value, _ in ACCEPTED), *(text for text, _ in SHAPES)]
UNSOUND = [*(f"v = {value}\n" for value in REFUSED), *BROKEN]
FILES = sorted((Path(__file__).parents[2] / "data").rglob("*.toml"))

KEYS = ("a", "b", "a.b", "a.c", "a . b", '"a"', "'a'.b", "1", "1.2", '""', '"é"', "-", "x_y")
HEADS = (
    "[a]",
    "[b]",
    "[a.b]",
    "[[a]]",
    "[[b]]",
    "[[a.b]]",
    "[ a.c ]",
    '["a"]',
    "[1] # 1",
    "[t.u.v]",
)
VALUES = (
    *(value for value, _ in ACCEPTED),
    *("nan", "-nan", "-0.0", "1e400", "5e-324", "1.7976931348623157e308", "0xFFFFFFFFFFFFFFFFFF"),
    *("99999999999999999999999999", "-9223372036854775809", "23:59:60", "2016-12-31T23:59:60Z"),
    *("2018-01-30T10:12:00+23:59", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"),
    *(
        '"\\u0000"',
        '"\ufffe\x80\u2028"',
        '"""\\\n  a"""',
        "'''\r\na'''",
        '"""""a"""',
        "00",
        "True",
    ),
)
CHARACTERS = "\x00\t\n\r\x0b\x1f\x7f\x85\xa0 \"'\\[]{}=.,#_-+:eTZtz019axbé\u2028\ufeff"


@st.composite
def texts(draw: st.DrawFn) -> str:
    """What looks like a TOML file, sound or not: no writer of TOML would make the most of these."""
    values = st.sampled_from(VALUES)
    pairs = st.builds("{} = {}".format, st.sampled_from(KEYS), values)
    inline = st.lists(pairs, max_size=3).map(lambda inside: f"{{ {', '.join(inside)} }}")
    lists = st.lists(values | inline, max_size=3).map(lambda inside: f"[{', '.join(inside)}]")
    statements = st.one_of(
        pairs,
        st.sampled_from(HEADS),
        st.builds("{} = {}".format, st.sampled_from(KEYS), inline | lists),
    )
    ends = st.sampled_from(["\n", "\r\n", "\n\n", " # c\n", "\n \t\n"])
    lines = st.lists(st.tuples(statements, ends).map("".join), min_size=1, max_size=6)
    text = "".join(draw(lines))
    for _ in range(draw(st.sampled_from([0, 0, 1, 2]))):
        at = draw(st.integers(0, len(text)))
        cut = draw(st.integers(0, 1))
        text = text[:at] + draw(st.sampled_from(["", *CHARACTERS])) + text[at + cut :]
    return text


def exactly(value: object) -> object:
    """The value with its types, its order, its offsets and its nan, as two values can be compared."""
    match value:
        case dict():
            return [(key, exactly(inside)) for key, inside in value.items()]
        case list():
            return ["list", *(exactly(inside) for inside in value)]
        case _:
            return type(value), repr(value)


def by_tomllib(text: str) -> object:
    """What tomllib makes of the text, a byte-order mark read over, or None where it refuses it."""
    try:
        return exactly(tomllib.loads(text.removeprefix(BOM)))
    except tomllib.TOMLDecodeError:
        return None


def by_toml_rs(text: str) -> object:
    """What is read of the text without tomllib, or None."""
    tables = tables_if_sound(text)
    return None if tables is None else exactly(tables)


@given(texts(), st.sampled_from(["", "", BOM, BOM + BOM]))
def test_any_text_is_read_or_refused_as_tomllib_does(text: str, mark: str) -> None:
    assert by_toml_rs(mark + text) == by_tomllib(mark + text)


@pytest.mark.parametrize("text", SOUND, ids=repr)
def test_what_is_toml_1_0_needs_no_tomllib(text: str) -> None:
    assert by_toml_rs(text) == by_tomllib(text) is not None


@pytest.mark.parametrize("text", UNSOUND, ids=repr)
def test_what_is_not_toml_1_0_is_left_to_tomllib(text: str) -> None:
    assert by_toml_rs(text) is None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_real_ledger_needs_no_tomllib(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert by_toml_rs(text) == by_tomllib(text) is not None


def test_there_is_a_real_ledger() -> None:
    assert len(FILES) > 20


@pytest.mark.parametrize("start", ["", "v = ", "v = [", "v = {", "["])
@pytest.mark.parametrize(
    "motif",
    [
        "[",
        "{a=",
        "[{a=",
        "=",
        "+",
        "-+",
        "[}",
        '["]",',
        "[[],",
        "[[a]]\n[",
        '["""]""",',
        "1",
        "[#]\n",
    ],
)
def test_no_text_ends_the_process(start: str, motif: str) -> None:
    text = start + motif * 30_000

    assert is_hostile(text)
    with pytest.raises((ValueError, RecursionError)):
        parse(text)


@pytest.mark.parametrize(
    "value",
    [
        "[" * DEEPEST + "]" * DEEPEST,
        "{ a = " * DEEPEST + "1" + " }" * DEEPEST,
        "[{ a = " * (DEEPEST // 2) + "1" + " }]" * (DEEPEST // 2),
        "=" * (LONGEST - 2),
        "+" * (LONGEST - 2),
        "1" * (DIGITS - 1),
    ],
    ids=["lists", "tables", "both", "equals", "signs", "digits"],
)
def test_what_is_left_to_toml_rs_fits_on_a_small_stack(value: str) -> None:
    read: list[object] = []
    reader = threading.Thread(target=lambda: read.append(tables_if_sound(f"v ={value}")))
    before = threading.stack_size(256 * 1024)

    reader.start()
    threading.stack_size(before)
    reader.join()

    assert len(read) == 1
    assert not is_hostile(f"v ={value}")


@pytest.mark.parametrize(
    "table",
    [
        '[[update]]\nevidence = [{ says = "a" }]\nasked = ["ME1", "ME2"]\n',
        "[[update]]\nnote = 'a [ in a text' # and { here\n",
        '[[update]]\nnote = """\n[ and { "" \\" \\\\"""\nseek = \'\'\'\n[{\'\'a\'\'\'\n',
        '[[update]]\nnote = "\\"[" # ]\n"quoted [" = {}\n',
        '[[update]]\nnote = """two at its end"""""\nseek = "]}"\n',
    ],
)
def test_a_long_file_is_left_to_toml_rs(table: str) -> None:
    text = table * 300

    assert not is_hostile(text)
    assert by_toml_rs(text) == by_tomllib(text) is not None


@pytest.mark.parametrize("end", ["]", "}", "[}", '"', "'", '"""', "'''\n"])
def test_a_long_file_whose_brackets_cannot_be_followed_is_left_to_tomllib(end: str) -> None:
    assert is_hostile("v = [[]]\n" * DEEPEST + end)


def test_half_a_surrogate_is_left_to_tomllib() -> None:
    assert tables_if_sound("v = '\ud800'") is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a = 1", "a = 1.0", False),
        ("a = 1", "a = true", False),
        ("a = 0.0", "a = -0.0", False),
        ("a = nan", "a = nan", True),
        ("a = nan", "a = inf", False),
        ("a = 2018-02-01", 'a = "2018-02-01"', False),
        ("a = 2018-02-01T09:00:00+09:00", "a = 2018-02-01T00:00:00Z", False),
        ("a = 2018-02-01T09:00:00+09:00", "a = 2018-02-01T09:00:00+09:00", True),
        ("a = 1\nb = 2", "b = 2\na = 1", True),
        ("[[a]]\nb = 1", "[[a]]\nb = 1\n[[a]]", False),
    ],
)
def test_tables_are_the_same_where_each_value_is_in_its_type(
    one: str, other: str, *, same: bool
) -> None:
    tables, others = parse(one), parse(other)

    assert same_tables(tables, others) is same_value(tables, others) is same


def test_tables_that_json_does_not_bear_are_compared_value_by_value() -> None:
    assert same_tables({"a": "\ud800"}, {"a": "\ud800"})
