"""Words with two fair readings: both are given, the default first, and its basis names the other."""

from datetime import date

import pytest

from dipltrack.model.conventions import Conventions
from dipltrack.wording.reading import UnreadTimeError, readings_of, window_of

ANCHOR = date(2018, 3, 14)
DEFAULTS = Conventions()


@pytest.mark.parametrize(
    ("words", "first", "second"),
    [
        ("3/4/2019", "2019-04-03", "2019-03-04"),
        ("winter 2020", "2020-12-01/2021-02-28", "2019-12-01/2020-02-29"),
        ("early winter 2020", "2020-12-01/2020-12-31", "2019-12-01/2019-12-31"),
        ("by winter 2020", "2018-03-14/2021-02-28", "2018-03-14/2020-02-29"),
        ("at the turn of the year", "2018-12-21/2019-01-10", "2018-12-31/2019-01-01"),
        ("next Friday", "2018-03-16", "2018-03-23"),
        ("in the coming weeks", "2018-03-14/..", "../.."),
        ("in two weeks", "2018-03-14/2018-03-28", "2018-03-28"),
        ("next autumn", "2018-09-01/2018-11-30", "2019-09-01/2019-11-30"),
        ("between winter 2019 and spring 2020", "2019-12-01/2020-05-31", "2018-12-01/2020-05-31"),
    ],
)
def test_both_readings_are_given(words: str, first: str, second: str) -> None:
    windows = readings_of(words, ANCHOR, DEFAULTS)

    assert [window.edtf() for window in windows] == [first, second]
    assert windows[0].basis is not None
    assert windows[0].basis.endswith(second)


@pytest.mark.parametrize(
    "words", ["5/5/2019", "13/4/2019", "winter 2020/21", "next Tuesday", "May", "annually", "soon"]
)
def test_words_with_one_reading_have_one(words: str) -> None:
    assert len(readings_of(words, ANCHOR, DEFAULTS)) == 1


def test_a_written_weekday_settles_the_order_of_figures() -> None:
    assert window_of("Monday 3/5/2018", ANCHOR, DEFAULTS).edtf() == "2018-03-05"
    assert window_of("3/5/2018 (Thursday)", ANCHOR, DEFAULTS).edtf() == "2018-05-03"


def test_a_language_that_is_not_read_is_refused() -> None:
    with pytest.raises(UnreadTimeError, match="a language that is not read"):
        window_of("im Mai", ANCHOR, DEFAULTS, lang="xx")


def test_a_word_of_two_periods_names_both() -> None:
    windows = readings_of("biannually", ANCHOR, DEFAULTS)

    assert [str(window.every) for window in windows] == ["6 months", "2 years"]
    assert (windows[0].basis or "").endswith("; or, every 2 years")


def test_next_spring_in_japanese_too_is_the_next_that_begins() -> None:
    windows = readings_of("来春", date(2018, 1, 15), DEFAULTS, lang="ja")

    assert [window.edtf() for window in windows] == [
        "2018-03-01/2018-05-31",
        "2019-03-01/2019-05-31",
    ]


def test_a_season_of_two_hemispheres_keeps_that_as_its_other_reading() -> None:
    windows = readings_of("next autumn", ANCHOR, DEFAULTS, party="AR", place="JP")

    assert [window.edtf() for window in windows] == [
        "2018-09-01/2018-11-30",
        "2019-03-01/2019-05-31",
    ]
