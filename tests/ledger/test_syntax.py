"""Faults of syntax: each of a file is told once, with its line, and a file of noise ends quickly."""

from typing import Any

import pytest

from dipltrack.ledger.keys import MEETING_TABLES
from dipltrack.ledger.syntax import parse_all
from dipltrack.ledger.tables import entries_of, text_of
from dipltrack.ledger.toml import BOM, parse

SOUND = 'schema = 1\n\n[meeting]\nref = "TR-20171228"\ntitle = "M"\ndate = 2017-12-28\n'


def faults_in(text: str) -> list[str]:
    """The faults of syntax, each in its line."""
    return [str(fault).removeprefix("f:") for fault in parse_all(text, "f")[1]]


ONE = [
    (
        "when = “March”",
        '1: curly quotes around a text — write straight ones: when = "March"',
    ),
    (
        "date = 2018-03",
        (
            "1: date = 2018-03 is a month, no day — "
            'write the last day it can mean, and beside it when = "2018-03"'
        ),
    ),
    (
        "latest = 2018-03 # spring",
        "1: latest = 2018-03 is a month, no day — write the whole day, such as 2018-03-31",
    ),
    (
        "latest = 2018-02-30",
        (
            "1: latest = 2018-02-30 is no day: February 2018 has 28 — "
            "write the last day meant, such as 2018-02-28"
        ),
    ),
    (
        "latest = 2018-01-00",
        (
            "1: latest = 2018-01-00 is no day: January 2018 has 31 — "
            "write the last day meant, such as 2018-01-31"
        ),
    ),
    (
        "latest = 2018-13-01",
        "1: latest = 2018-13-01 is no day: there is no month 13 — write the month as 01 to 12",
    ),
    (
        "status = fulfilled",
        (
            "1: status = fulfilled is no value (column 10) — "
            'write a text in quotes: status = "fulfilled"'
        ),
    ),
    (
        'status = "fulfilled\n',
        ('1: a text is not closed (column 20) — write the quote at its end: status = "fulfilled'),
    ),
    (
        'note = "C:\\x"',
        '1: a \\ in a text means something else (column 13) — write it as \\\\: note = "C:\\x"',
    ),
    (
        'lead = ["ME1"',
        '1: a list is not closed (column 14) — write ] at its end: lead = ["ME1"',
    ),
    (
        "a = { b = 1",
        "1: a table in { } is not closed (column 12) — write } at its end: a = { b = 1",
    ),
    (
        "a = 1\na = 2",
        "2: it stands here a second time (column 6) — keep one of the two: a = 2",
    ),
    (
        "[a]\n[a]",
        "2: it stands here a second time (column 3) — keep one of the two: [a]",
    ),
    (
        "a = 1 b = 2",
        (
            "1: no TOML from column 7 on: expected newline or end of document after a statement — "
            "mend the line: a = 1 b = 2"
        ),
    ),
    (
        f"note {'x' * 70}",
        (
            "1: no TOML from column 6 on: expected '=' after a key in a key/value pair — "
            f"mend the line: note {'x' * 52}…"
        ),
    ),
    (
        "date = 2018-01-29 at noon",
        (
            "1: no TOML from column 19 on: expected newline or end of document after a statement — "
            "mend the line: date = 2018-01-29 at noon"
        ),
    ),
    (
        "[meeting\ntitle = 1",
        (
            "1: no TOML from column 9 on: expected ']' at the end of a table declaration — "
            "mend the line: [meeting"
        ),
    ),
    (
        "a =\n\n\nb = 1",
        "1: no TOML from column 4 on: invalid value — mend the line: a =",
    ),
]


@pytest.mark.parametrize(("text", "told"), ONE, ids=[text for text, _ in ONE])
def test_a_fault_is_told_with_its_line_and_the_mend(text: str, told: str) -> None:
    assert faults_in(text) == [told]


def test_several_faults_of_a_file_are_each_told() -> None:
    text = "a = 1\nb = 2018-03\nc = 2018-02-30\nd = foo\ne = 5\n"

    parsed, faults, left_out = parse_all(text, "f")

    assert [fault.line for fault in faults] == [2, 3, 4]
    assert left_out == {2, 3, 4}
    assert parsed == {"a": 1, "e": 5}


def test_a_broken_head_takes_the_lines_of_its_table_with_it_and_no_more() -> None:
    text = "schema = 1\n[[update\nof = 1\nnote = 2\n[[update]]\nof = 3\n"

    parsed, faults, left_out = parse_all(text, "f")

    assert [fault.line for fault in faults] == [2]
    assert left_out == {2, 3, 4}
    assert parsed == {"schema": 1, "update": [{"of": 3}]}


@pytest.mark.parametrize(
    ("name", "data", "most"),
    [
        ("ten thousand broken lines", b"no toml at all\n" * 10_000, 20),
        ("a page of the web", b"<!DOCTYPE html>\n<html>\n<body class='x'>\n</body>\n" * 200, 20),
        ("a picture", bytes(range(256)) * 100, 1),
        ("zeros", b"\x00" * 10_000, 2),
        ("zeros on lines", b"\x00\n" * 10_000, 20),
        ("one long line", b"x" * 1_000_000, 2),
        ("a merge conflict", b"<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> b\n" * 100, 1),
        ("nothing but quotes", b'"""\n' * 1001, 20),
    ],
)
def test_what_is_no_toml_at_all_ends_in_few_faults(name: str, data: bytes, most: int) -> None:
    entries, faults = entries_of(data, name, MEETING_TABLES)

    assert 1 <= len(faults) <= most
    assert all(fault.is_error for fault in faults)
    assert faults[0].line > 0
    assert entries is None or not any(entries.values())


def test_an_empty_file_lacks_its_schema() -> None:
    entries, faults = entries_of(b"", "f", MEETING_TABLES)

    assert [str(fault) for fault in faults] == [
        "f: schema is missing — write schema = 1 at the top"
    ]
    assert entries is not None
    assert not any(entries.values())


@pytest.mark.parametrize("text", [SOUND, SOUND.replace("\n", "\r\n"), SOUND.rstrip("\n")])
def test_a_byte_order_mark_is_read_over(text: str) -> None:
    entries, faults = entries_of((BOM + text).encode(), "f", MEETING_TABLES)

    assert faults == []
    assert entries is not None
    assert entries["meeting"][0].ref == "TR-20171228"
    assert parse(BOM + text) == parse(text)


def test_lines_are_the_same_behind_a_byte_order_mark() -> None:
    assert faults_in(f"{BOM}a = 1\nb = 2018-03\n") == faults_in("a = 1\nb = 2018-03\n")


def test_bytes_that_are_no_utf_8_are_told_with_their_line() -> None:
    text, faults = text_of("title = 1\nplace = 'Köln'\n".encode("latin-1"), "f")

    assert text == ""
    assert [str(fault) for fault in faults] == [
        "f:2: byte 0xf6 is no UTF-8 — save the file as UTF-8"
    ]


@pytest.mark.parametrize("side", ["<<<<<<< HEAD", ">>>>>>> theirs"])
def test_the_marks_of_a_merge_are_told_by_that_name(side: str) -> None:
    assert faults_in(f"a = 1\n{side}\na = 2\n") == [
        (
            "2: git left a merge conflict here — "
            "dipltrack sync joins the two sides; or keep what is right and delete the markers"
        )
    ]


def test_a_line_of_equals_signs_alone_is_no_merge() -> None:
    assert faults_in("a = 1\n# x\n") == []
    assert faults_in('a = """\n=======\n"""\n') == []


def test_what_only_follows_from_a_line_left_out_is_not_told() -> None:
    text = SOUND.replace("title =", "title") + "[[update]]\nstatus = done\n"

    _, faults = entries_of(text.encode(), "f", MEETING_TABLES)

    assert [fault.line for fault in faults] == [5, 8]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "schema = 2\n",
            (
                "f:1: schema = 2 is newer than this program, which knows 1 — "
                "install a newer dipltrack"
            ),
        ),
        ("schema = 0\n", "f:1: schema = 0 is unknown — write schema = 1"),
        ("schema = true\n", "f:1: schema = True is unknown — write schema = 1"),
        ('schema = "1"\n', "f:1: schema = 1 is unknown — write schema = 1"),
        ("schema = 1\n", "f: [meeting] is missing — write [meeting] below schema = 1"),
    ],
)
def test_a_file_says_its_schema_and_its_meeting(text: str, told: str) -> None:
    assert [str(fault) for fault in entries_of(text.encode(), "f", MEETING_TABLES)[1]] == [told]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("[[updat]]\n", "f:7: warning: updat is no table of this file — did you mean update?"),
        ("[zzz]\n", "f:7: warning: zzz is no table of this file — call a table of your own x_…"),
        (
            '[update]\nof = "TR-20171228"\ndate = 2018-01-29\nid = "X"\nby = "x"\nrecorded = 2018-01-29T10:00:00Z\n',
            "f:7: [update] stands in single brackets — write [[update]]",
        ),
        ("[x_own]\nof = 1\n", ""),
    ],
)
def test_a_table_that_the_format_does_not_know_is_told(more: str, told: str) -> None:
    faults = entries_of((SOUND + more).encode(), "f", MEETING_TABLES)[1]

    assert "\n".join(str(fault) for fault in faults) == told


def test_a_meeting_in_double_brackets_is_told() -> None:
    text = SOUND.replace("[meeting]", "[[meeting]]")

    assert [str(fault) for fault in entries_of(text.encode(), "f", MEETING_TABLES)[1]] == [
        "f:3: [[meeting]] stands in double brackets — write [meeting], once"
    ]


def test_tables_written_as_values_are_told_where_they_stand() -> None:
    text = SOUND.replace("schema = 1\n", 'schema = 1\ndocument = [{ name = "release" }]\n')

    assert [str(fault) for fault in entries_of(text.encode(), "f", MEETING_TABLES)[1]] == [
        "f:2: document = … is written inline — write each as [[document]]"
    ]


def faults_of(text: str) -> list[Any]:
    """The lines of the faults of a meeting's file."""
    return [fault.line for fault in entries_of(text.encode(), "f", MEETING_TABLES)[1]]


@pytest.mark.parametrize(
    ("opened", "told"),
    [
        ('note = """Held.\n', "a text is not closed"),
        ("note = '''Held.\n", "a text is not closed"),
        ('lead = [\n  "ME1",\n\n', "a list is not closed"),
    ],
)
def test_what_is_never_closed_is_told_once_where_it_opens(opened: str, told: str) -> None:
    text = f"{SOUND}[[update]]\n{opened}" + '[[update]]\nof = "x"\n' * (
        3 if "note" in opened else 0
    )

    faults = parse_all(text, "f")[1]

    assert [(fault.line, fault.wrong[: len(told)]) for fault in faults] == [(8, told)]


@pytest.mark.parametrize("value", ["[" * 5000, "1" * 5000], ids=["brackets", "digits"])
def test_a_value_beyond_all_measure_is_a_fault_like_any_other(value: str) -> None:
    assert faults_of(f"{SOUND}x_own = {value}\n") == [7]


def test_the_marks_of_a_merge_inside_a_text_are_its_words() -> None:
    assert faults_of(f'{SOUND}x_mail = """\n>>>>>>> he wrote\n"""\n') == []


@pytest.mark.parametrize("head", ["[update]", "[[update"])
def test_a_fault_behind_a_broken_head_is_told_on_its_own_line(head: str) -> None:
    text = (
        f'{SOUND}[[update]]\nof = "TR-20171228"\ndate = 2018-01-29\n'
        f'{head}\nof = "TR-20171228"\ndate = 2018-01-30\n'
        '[[update]]\nof = "TR-20171228"\ndate = 2018-01-31\nstatus = "done"\n'
    )

    assert faults_of(text) == [10, 16]


def test_the_year_nought_is_told_as_such() -> None:
    assert "month" not in faults_in("latest = 0000-01-01")[0]


def test_what_is_told_again_of_a_line_left_out_ends_the_telling() -> None:
    tables, faults, left_out = parse_all('"\\\n\n', "f")

    assert (tables, [fault.line for fault in faults], left_out) == (None, [2], {2})
