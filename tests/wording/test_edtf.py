"""EDTF: what is read, what is refused, and out and in again."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipltrack.model.vocabulary import TimingClass
from dipltrack.model.window import Window
from dipltrack.wording.edtf import edtf_of, window_of_edtf
from dipltrack.wording.unread import UnreadTimeError


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "class_"),
    [
        ("2018", "2018-01-01", "2018-12-31", "year"),
        ("2018-03", "2018-03-01", "2018-03-31", "month"),
        ("2018-03-05", "2018-03-05", "2018-03-05", "exact"),
        ("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12", "exact"),
        ("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12", "exact"),
        ("2018?", "2018-01-01", "2018-12-31", "year"),
        ("2018-03~", "2018-03-01", "2018-03-31", "month"),
        ("2018-03-05%", "2018-03-05", "2018-03-05", "exact"),
        ("201X", "2010-01-01", "2019-12-31", "range"),
        ("20XX", "2000-01-01", "2099-12-31", "range"),
        ("0XXX", "0001-01-01", "0999-12-31", "range"),
        ("0X00", "0100-01-01", "0900-12-31", "range"),
        ("2X18", "2018-01-01", "2918-12-31", "range"),
        ("2018-XX", "2018-01-01", "2018-12-31", "year"),
        ("2018-1X", "2018-10-01", "2018-12-31", "range"),
        ("2018-03-XX", "2018-03-01", "2018-03-31", "month"),
        ("2018-03-1X", "2018-03-10", "2018-03-19", "range"),
        ("2018-XX-XX", "2018-01-01", "2018-12-31", "year"),
        ("2018-XX-25", "2018-01-25", "2018-12-25", "range"),
        ("156X-12-25", "1560-12-25", "1569-12-25", "range"),
        ("19XX-02-29", "1904-02-29", "1996-02-29", "range"),
        ("2018-21", "2018-03-01", "2018-05-31", "season"),
        ("2018-22", "2018-06-01", "2018-08-31", "season"),
        ("2018-23", "2018-09-01", "2018-11-30", "season"),
        ("2018-24", "2018-12-01", "2019-02-28", "season"),
        ("2018-25", "2018-03-01", "2018-05-31", "season"),
        ("2018-26", "2018-06-01", "2018-08-31", "season"),
        ("2018-27", "2018-09-01", "2018-11-30", "season"),
        ("2018-28", "2018-12-01", "2019-02-28", "season"),
        ("2018-29", "2018-09-01", "2018-11-30", "season"),
        ("2018-30", "2018-12-01", "2019-02-28", "season"),
        ("2018-31", "2018-03-01", "2018-05-31", "season"),
        ("2018-32", "2018-06-01", "2018-08-31", "season"),
        ("2018-33", "2018-01-01", "2018-03-31", "part"),
        ("2018-34", "2018-04-01", "2018-06-30", "part"),
        ("2018-35", "2018-07-01", "2018-09-30", "part"),
        ("2018-36", "2018-10-01", "2018-12-31", "part"),
        ("2018-37", "2018-01-01", "2018-04-30", "part"),
        ("2018-38", "2018-05-01", "2018-08-31", "part"),
        ("2018-39", "2018-09-01", "2018-12-31", "part"),
        ("2018-40", "2018-01-01", "2018-06-30", "part"),
        ("2018-41", "2018-07-01", "2018-12-31", "part"),
        ("2018/2020", "2018-01-01", "2020-12-31", "range"),
        ("2018-03-05/2018-04", "2018-03-05", "2018-04-30", "range"),
        ("2018-06~/2019?", "2018-06-01", "2019-12-31", "range"),
        ("2018-37/2019-21", "2018-01-01", "2019-05-31", "range"),
        ("2018/..", "2018-01-01", None, "range"),
        ("2018/", "2018-01-01", None, "range"),
        ("../2018", None, "2018-12-31", "by"),
        ("/2018", None, "2018-12-31", "by"),
        ("../..", None, None, "open"),
        ("XXXX", None, None, "none"),
        ("XXXX-12-XX", None, None, "none"),
        (" 2018–03 ", "2018-03-01", "2018-03-31", "month"),
        ("9999", "9999-01-01", "9999-12-31", "year"),
    ],
)
def test_edtf_is_read(text: str, earliest: str | None, latest: str | None, class_: str) -> None:
    window = window_of_edtf(text)

    assert window is not None
    assert (window.earliest, window.latest) == (day(earliest), day(latest))
    assert window.class_ == class_


def day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


@pytest.mark.parametrize(
    "text",
    [
        "2018-02-29",
        "2018-02-30",
        "2018-06-31",
        "2018-00",
        "2018-13-01",
        "2018-00-01",
        "201X-02-30",
        "20XX-13-01",
        "2018-XX-32",
        "201X-21",
        "2018-06/2018-05",
        "2018-05-02/2018-05-01",
        "2018-02-01/2018-02-30",
        "0000",
        "0000-21",
        "9999-24",
        "-0001",
        "Y17000",
        "y-17000",
        "-2018-05-01",
    ],
)
def test_impossible_edtf_is_refused(text: str) -> None:
    with pytest.raises(UnreadTimeError):
        window_of_edtf(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "next spring",
        "2019-20",
        "2019/20",
        "2018-45",
        "2018-45/2019",
        "3/4/2019",
        "2018-3",
        "2018-W03",
        "1985-04-12T25:00:00",
        "[1667,1668]",
        "5 May",
    ],
)
def test_what_is_no_edtf_is_left_to_the_words(text: str) -> None:
    assert window_of_edtf(text) is None


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2018-01-01", "2018-12-31", "2018"),
        ("2018-03-01", "2018-03-31", "2018-03"),
        ("2018-03-01", "2018-05-31", "2018-21"),
        ("2018-12-01", "2019-02-28", "2018-24"),
        ("2018-01-01", "2018-03-31", "2018-33"),
        ("2018-01-01", "2018-04-30", "2018-37"),
        ("2018-05-01", "2018-08-31", "2018-38"),
        ("2018-01-01", "2018-06-30", "2018-40"),
        ("2018-07-01", "2018-12-31", "2018-41"),
        ("2018-01-21", "2018-01-31", "2018-01-21/2018-01-31"),
        ("2018-02-01", "2018-04-30", "2018-02-01/2018-04-30"),
        ("2018-03-05", "2018-03-05", "2018-03-05"),
        ("0033-01-01", "0033-12-31", "0033"),
    ],
)
def test_a_window_is_offered_in_its_shortest_form(first: str, last: str, text: str) -> None:
    window = Window(earliest=date.fromisoformat(first), latest=date.fromisoformat(last))

    assert edtf_of(window) == text


days = st.dates()


@given(st.one_of(st.none(), days), st.one_of(st.none(), days))
def test_out_and_in_again_are_the_same_days(one: date | None, other: date | None) -> None:
    first, last = (min(one, other), max(one, other)) if one and other else (one, other)

    again = window_of_edtf(edtf_of(Window(earliest=first, latest=last)))

    assert again is not None
    assert (again.earliest, again.latest) == (first, last)


@given(days, st.integers(0, 11), st.integers(1, 12))
def test_whole_months_come_back_whole(start: date, month: int, count: int) -> None:
    year = min(start.year, 9997)
    first = date(year, month + 1, 1)
    after_year, after = divmod(year * 12 + month + count, 12)
    last = date.fromordinal(date(after_year, after + 1, 1).toordinal() - 1)

    again = window_of_edtf(edtf_of(Window(earliest=first, latest=last)))

    assert again is not None
    assert (again.earliest, again.latest) == (first, last)


@given(st.text(alphabet="0123456789xX-/.?~%tTzZyY:+ ", max_size=24))
def test_any_figures_read_or_are_refused(text: str) -> None:
    try:
        window = window_of_edtf(text)
    except UnreadTimeError:
        return
    if window and window.earliest and window.latest:
        assert window.earliest <= window.latest
        assert isinstance(window.class_, TimingClass)


def test_a_long_dash_joins_two_years_and_is_no_season() -> None:
    assert window_of_edtf("2018–26") is None
    assert window_of_edtf("2018-26") is not None
