"""Which week a report is of, as of which day, and since when its changes are told."""

import pytest

from dipltrack.reports.weekly.week import NoWeekError, Week
from tests.given import day


@pytest.mark.parametrize(
    ("on", "name", "since"),
    [
        ("2018-01-29", "2018-W04", "2018-01-21"),  # a Monday: the week that has ended
        ("2018-01-30", "2018-W05", "2018-01-23"),
        ("2018-02-02", "2018-W05", "2018-01-26"),
        ("2018-02-04", "2018-W05", "2018-01-28"),
        ("2018-02-05", "2018-W05", "2018-01-28"),  # its Sunday before is told again: none is lost
        ("2021-01-01", "2020-W53", "2020-12-25"),  # the year of the week is not that of the day
        ("2019-12-31", "2020-W01", "2019-12-24"),
    ],
)
def test_the_week_of_a_day(on: str, name: str, since: str) -> None:
    week = Week.on(day(on))

    assert (week.name, week.as_of, week.since) == (name, day(on), day(since))


def test_a_monday_tells_the_whole_week_that_has_ended() -> None:
    week = Week.on(day("2018-02-05"))

    assert all(week.holds(day(f"2018-{on}")) for on in ("01-29", "02-04", "02-05"))
    assert not week.holds(day("2018-01-28"))


@pytest.mark.parametrize(
    ("text", "today", "as_of"),
    [
        ("2018-W05", "2018-03-01", "2018-02-04"),
        ("2018w05", "2018-03-01", "2018-02-04"),
        ("2018-W05", "2018-01-31", "2018-01-31"),  # it runs: as of today
        ("2020-W53", "2021-06-01", "2021-01-03"),
    ],
)
def test_a_week_is_as_of_its_sunday_or_of_today(text: str, today: str, as_of: str) -> None:
    assert Week.named(text, day(today)).as_of == day(as_of)


@pytest.mark.parametrize(
    "text", ["2018-W54", "2018-W00", "2019-W53", "2018-05", "W05", "", "2018-W5", "0000-W01"]
)
def test_what_is_no_week_is_refused_with_one_that_is(text: str) -> None:
    with pytest.raises(NoWeekError, match=r"is no week: write one as 2018-W09"):
        Week.named(text, day("2018-03-01"))


def test_a_week_to_come_is_refused() -> None:
    with pytest.raises(NoWeekError, match="has not begun: the last one is 2018-W09"):
        Week.named("2018-W10", day("2018-03-01"))
