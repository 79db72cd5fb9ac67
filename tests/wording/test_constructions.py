"""Every construction with every kind of time: what is said about a time moves its two ends."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from dipltrack.model.conventions import Conventions
from dipltrack.wording.reading import window_of

DEFAULTS = Conventions()
ANCHOR = date(2018, 3, 14)
DAY = timedelta(days=1)
Ends = tuple[date | None, date | None]

TIMES = {
    "2019": ("2019-01-01", "2019-12-31"),
    "next year": ("2019-01-01", "2019-12-31"),
    "the year after next": ("2020-01-01", "2020-12-31"),
    "early 2019": ("2019-01-01", "2019-04-30"),
    "mid-2019": ("2019-05-01", "2019-08-31"),
    "late 2019": ("2019-09-01", "2019-12-31"),
    "the first half of 2019": ("2019-01-01", "2019-06-30"),
    "the second half of next year": ("2019-07-01", "2019-12-31"),
    "H2 2018": ("2018-07-01", "2018-12-31"),
    "the third quarter of 2018": ("2018-07-01", "2018-09-30"),
    "Q4": ("2018-10-01", "2018-12-31"),
    "next quarter": ("2018-04-01", "2018-06-30"),
    "FY2019": ("2019-04-01", "2020-03-31"),
    "next fiscal year": ("2018-04-01", "2019-03-31"),
    "the first half of FY2019": ("2019-04-01", "2019-09-30"),
    "June": ("2018-06-01", "2018-06-30"),
    "January": ("2019-01-01", "2019-01-31"),
    "June 2019": ("2019-06-01", "2019-06-30"),
    "June next year": ("2019-06-01", "2019-06-30"),
    "next month": ("2018-04-01", "2018-04-30"),
    "early June": ("2018-06-01", "2018-06-10"),
    "mid-June 2019": ("2019-06-11", "2019-06-20"),
    "late January": ("2019-01-21", "2019-01-31"),
    "the first half of June": ("2018-06-01", "2018-06-15"),
    "the second half of June 2019": ("2019-06-16", "2019-06-30"),
    "mid- to late June": ("2018-06-11", "2018-06-30"),
    "May or June": ("2018-05-01", "2018-06-30"),
    "late December or early January": ("2018-12-21", "2019-01-10"),
    "next spring": ("2019-03-01", "2019-05-31"),
    "summer": ("2018-06-01", "2018-08-31"),
    "autumn 2019": ("2019-09-01", "2019-11-30"),
    "early summer 2019": ("2019-06-01", "2019-06-30"),
    "next week": ("2018-03-19", "2018-03-25"),
    "the week of 14 May": ("2018-05-14", "2018-05-20"),
    "the second week of May": ("2018-05-08", "2018-05-14"),
    "15 June 2018": ("2018-06-15", "2018-06-15"),
    "June 15": ("2018-06-15", "2018-06-15"),
    "Friday, 15 June": ("2018-06-15", "2018-06-15"),
    "15.6.2018": ("2018-06-15", "2018-06-15"),
    "2018-06-15": ("2018-06-15", "2018-06-15"),
    "29–31 May 2019": ("2019-05-29", "2019-05-31"),
    "30 January - 1 February": ("2019-01-30", "2019-02-01"),
    "tomorrow": ("2018-03-15", "2018-03-15"),
    "Friday": ("2018-03-16", "2018-03-16"),
    "Friday next week": ("2018-03-23", "2018-03-23"),
    "Christmas": ("2018-12-25", "2018-12-25"),
}
SAID: dict[str, Callable[[date, date], Ends]] = {
    "{}": lambda first, last: (first, last),
    "in {}": lambda first, last: (first, last),
    "hold the meeting in {} in Tokyo": lambda first, last: (first, last),
    "around {}": lambda first, last: (first, last),
    "by {}": lambda _, last: (ANCHOR, last),
    "until {}": lambda _, last: (ANCHOR, last),
    "no later than {}": lambda _, last: (ANCHOR, last),
    "{} at the latest": lambda _, last: (ANCHOR, last),
    "from now until {}": lambda _, last: (ANCHOR, last),
    "before {}": lambda first, _: (ANCHOR, first - DAY),
    "prior to {}": lambda first, _: (ANCHOR, first - DAY),
    "after {}": lambda _, last: (last + DAY, None),
    "not before {}": lambda first, _: (first, None),
    "from {} onwards": lambda first, _: (first, None),
    "starting from {}": lambda first, last: (first, last),
    "within {}": lambda first, last: (first, last),
}


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("time", TIMES)
def test_a_construction_moves_the_ends_of_a_time(said: str, time: str) -> None:
    first, last = (date.fromisoformat(day) for day in TIMES[time])

    window = window_of(said.format(time), ANCHOR, DEFAULTS, place="JP")

    assert (window.earliest, window.latest) == SAID[said](first, last)


UNITS = {
    "day": "2018-03-15",
    "week": "2018-03-21",
    "fortnight": "2018-03-28",
    "month": "2018-04-14",
    "quarter": "2018-06-14",
    "year": "2019-03-14",
    "decade": "2028-03-14",
}


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(
    "said", ["within a {}", "within one {}", "within the next {}", "over the next {}", "in a {}"]
)
def test_a_length_of_time_counts_from_the_meeting(said: str, unit: str) -> None:
    window = window_of(said.format(unit), ANCHOR, DEFAULTS)

    assert (window.earliest, window.latest) == (ANCHOR, date.fromisoformat(UNITS[unit]))


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("said", ["in a {}'s time", "one {} from now", "a {} hence"])
def test_a_day_so_far_ahead_is_that_day(said: str, unit: str) -> None:
    window = window_of(said.format(unit), ANCHOR, DEFAULTS)

    assert window.earliest == window.latest == date.fromisoformat(UNITS[unit])


@pytest.mark.parametrize(
    ("words", "anchor", "latest"),
    [
        ("within one month", "2018-01-31", "2018-02-28"),
        ("within one year", "2020-02-29", "2021-02-28"),
        ("within 6 months", "2018-08-31", "2019-02-28"),
        ("within 3 working days", "2019-05-10", "2019-05-15"),
        ("within 5 working days", "2019-05-11", "2019-05-17"),
        ("within 1 hour", "2019-05-11", "2019-05-12"),
    ],
)
def test_a_length_ends_on_a_day_that_its_month_has(words: str, anchor: str, latest: str) -> None:
    window = window_of(words, date.fromisoformat(anchor), DEFAULTS)

    assert window.latest == date.fromisoformat(latest)
