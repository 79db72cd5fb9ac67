"""Refs: what is one and what only looks like it; hidden characters; small words of the model."""

from datetime import date

import pytest

from dipltrack.model.fault import Fault, Severity
from dipltrack.model.ref import ItemRef, MeetingRef
from dipltrack.model.text import controls_in, visible
from dipltrack.model.window import Every, Window


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("TR-20171228", "TR/2017-12-28.toml"),
        ("TR-20171228b", "TR/2017-12-28b.toml"),
        ("ASEAN+3-20181115", "ASEAN+3/2018-11-15.toml"),
        ("G20-20190629", "G20/2019-06-29.toml"),
        ("EU-00010101", "EU/0001-01-01.toml"),
    ],
)
def test_the_ref_of_a_meeting_tells_where_its_file_is_put(text: str, path: str) -> None:
    ref = MeetingRef.of(text)

    assert ref is not None
    assert (str(ref), ref.path) == (text, path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "TR",
        "T-20171228",
        "tr-20171228",
        "TR-2017-12-28",
        "TR-20170230",
        "TR-20171328",
        "TR-00000101",
        "TR-20171228bb",
        "TR-20171228B",
        "TR-20171228-1",
        " TR-20171228",
        "TR-20171228\n",
        "T1-20171228",
        "../-20171228",
    ],
)
def test_what_is_no_ref_of_a_meeting(text: str) -> None:
    assert MeetingRef.of(text) is None


@pytest.mark.parametrize(("text", "number"), [("TR-20171228-1", 1), ("TR-20171228b-99999", 99999)])
def test_the_ref_of_an_item_is_that_of_its_meeting_and_a_number(text: str, number: int) -> None:
    ref = ItemRef.of(text)

    assert ref is not None
    assert (str(ref), ref.number) == (text, number)
    assert str(ref.meeting) == text.rpartition("-")[0]


@pytest.mark.parametrize(
    "text",
    ["TR-20171228", "TR-20171228-0", "TR-20171228-01", "TR-20171228-100000", "TR-20170230-1", "1"],
)
def test_what_is_no_ref_of_an_item(text: str) -> None:
    assert ItemRef.of(text) is None


def test_a_year_before_1000_has_eight_digits_all_the_same() -> None:
    assert str(MeetingRef.on("TR", date(622, 7, 16))) == "TR-06220716"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain – “quoted” 日本 🎎", "plain – “quoted” 日本 🎎"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("\x1b[31mred\x1b[0m", "‹U+001B›[31mred‹U+001B›[0m"),
        ("a\u202eb\u2069", "a‹U+202E›b‹U+2069›"),
        ("a\x00b\x7f\x9b", "a‹U+0000›b‹U+007F›‹U+009B›"),
        ("line\u2028break\u2029\r", "line‹U+2028›break‹U+2029›‹U+000D›"),
        ("half\ud800", "half‹U+D800›"),
        ("no-break\u00a0space, zero\u200bwidth", "no-break\u00a0space, zero\u200bwidth"),
    ],
)
def test_what_a_reader_could_not_see_is_made_visible(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert controls_in(shown) == []


def test_faults_stand_in_the_order_of_files_and_lines_and_say_their_place() -> None:
    faults = [
        Fault("TR/b.toml", 2, "w", "m"),
        Fault("TR/b.toml", 0, "w", "m"),
        Fault("TR/a.toml", 9, "w", "m", Severity.WARNING),
    ]

    assert [str(fault) for fault in sorted(faults)] == [
        "TR/a.toml:9: warning: w — m",
        "TR/b.toml: w — m",
        "TR/b.toml:2: w — m",
    ]
    assert [fault.is_error for fault in sorted(faults)] == [False, True, True]


@pytest.mark.parametrize(
    ("earliest", "latest", "edtf"),
    [
        (None, None, "../.."),
        (date(2018, 1, 21), None, "2018-01-21/.."),
        (None, date(2018, 1, 31), "../2018-01-31"),
        (date(2018, 1, 21), date(2018, 1, 31), "2018-01-21/2018-01-31"),
        (date(2018, 1, 21), date(2018, 1, 21), "2018-01-21"),
    ],
)
def test_a_window_is_written_as_an_interval(
    earliest: date | None, latest: date | None, edtf: str
) -> None:
    window = Window(earliest=earliest, latest=latest)

    assert (str(window), window.edtf()) == (edtf, edtf)
    assert window.has_day is (edtf != "../..")


@pytest.mark.parametrize("text", ["1 year", "2 years", "1 month", "18 months", "999 years"])
def test_a_period_is_written_as_it_was_read(text: str) -> None:
    assert str(Every.of(text)) == text
