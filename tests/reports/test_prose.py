"""Numbers, lists and days inside sentences."""

import pytest

from dipltrack.reports.prose import (
    capital,
    counted,
    figure,
    lasting,
    listed,
    long_day,
    number_word,
    told_day,
    told_days,
)
from tests.given import day


@pytest.mark.parametrize(
    ("number", "told"), [(0, "no"), (1, "one"), (10, "ten"), (11, "11"), (1463, "1,463")]
)
def test_small_numbers_are_words(number: int, told: str) -> None:
    assert number_word(number) == told


@pytest.mark.parametrize(
    ("number", "told"),
    [(0, "no replies"), (1, "one reply"), (2, "two replies"), (30, "30 replies")],
)
def test_what_is_counted_agrees_with_its_number(number: int, told: str) -> None:
    assert counted(number, "reply", "replies") == told


@pytest.mark.parametrize(("number", "told"), [(0, "0 days"), (1, "1 day"), (1000, "1,000 days")])
def test_figures_agree_too(number: int, told: str) -> None:
    assert figure(number, "day") == told


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (0, "0 days"),
        (1, "1 day"),
        (120, "120 days"),
        (121, "3 months"),
        (365, "11 months"),
        (366, "12 months"),
        (730, "23 months"),
        (731, "2 years"),
        (1095, "2 years"),
        (1096, "3 years"),
        (6514, "17 years"),
    ],
)
def test_a_long_time_is_told_in_whole_months_or_years(days: int, told: str) -> None:
    assert lasting(days) == told


@pytest.mark.parametrize(
    ("parts", "told"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_lists_are_told(parts: list[str], told: str) -> None:
    assert listed(parts) == told


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (None, "2018-02-01", "1 February"),
        ("2018-02-01", "2018-02-01", "1 February"),
        ("2018-01-08", "2018-01-10", "8–10 January"),
        ("2018-01-30", "2018-02-01", "30 January – 1 February"),
        ("2017-12-30", "2018-01-02", "30 December 2017 – 2 January"),
        ("2016-01-08", "2016-01-10", "8–10 January 2016"),
        ("2016-01-30", "2016-02-01", "30 January – 1 February 2016"),
    ],
)
def test_a_run_of_days_names_the_year_only_where_it_is_another(
    first: str | None, last: str, told: str
) -> None:
    assert told_days(day(first) if first else None, day(last), 2018) == told


def test_a_day_that_stands_alone_names_its_year() -> None:
    assert long_day(day("2018-02-01")) == "1 February 2018"
    assert told_day(day("2018-02-01"), 2019) == "1 February 2018"


def test_a_sentence_begins_with_a_capital() -> None:
    assert (capital("two were"), capital("")) == ("Two were", "")
