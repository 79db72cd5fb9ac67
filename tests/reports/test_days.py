"""Days and windows as people write them."""

from datetime import date

import pytest

from dipltrack.model.vocabulary import TimingClass
from dipltrack.model.window import Window
from dipltrack.reports.days import written_day, written_days, written_weekday, written_window
from tests.given import day


@pytest.mark.parametrize(
    ("first", "last", "written"),
    [
        ("2018-01-29", "2018-01-29", "29 Jan 2018"),
        ("2018-01-21", "2018-01-31", "21–31 Jan 2018"),
        ("2018-01-30", "2018-02-01", "30 Jan – 1 Feb 2018"),
        ("2017-12-28", "2018-01-05", "28 Dec 2017 – 5 Jan 2018"),
        ("2018-01-01", "2018-01-31", "Jan 2018"),
        ("2018-02-01", "2018-02-28", "Feb 2018"),
        ("2020-02-01", "2020-02-29", "Feb 2020"),
        ("2020-02-01", "2020-02-28", "1–28 Feb 2020"),
        ("2018-03-01", "2018-05-31", "Mar–May 2018"),
        ("2017-12-01", "2018-02-28", "Dec 2017 – Feb 2018"),
        ("2018-01-01", "2018-12-31", "2018"),
        ("2018-01-01", "2020-12-31", "2018–2020"),
        ("2018-04-01", "2019-03-31", "Apr 2018 – Mar 2019"),
        ("2018-01-02", "2018-12-31", "2 Jan – 31 Dec 2018"),
        ("2018-12-31", "2019-12-31", "31 Dec 2018 – 31 Dec 2019"),
        ("0001-01-01", "0001-01-01", "1 Jan 1"),
        ("9999-01-01", "9999-12-31", "9999"),
    ],
)
def test_a_run_of_days_is_written_short(first: str, last: str, written: str) -> None:
    assert written_days(day(first), day(last)) == written


@pytest.mark.parametrize(
    ("class_", "earliest", "latest", "written"),
    [
        (TimingClass.OPEN, None, None, ""),
        (TimingClass.PART, "2018-01-21", "2018-01-31", "21–31 Jan 2018"),
        (TimingClass.EXACT, "2018-01-29", "2018-01-29", "29 Jan 2018"),
        (TimingClass.SEASON, "2018-03-01", "2018-05-31", "Mar–May 2018"),
        (TimingClass.BY, "2017-12-28", "2018-12-31", "by 31 Dec 2018"),
        (TimingClass.WITHIN, "2017-12-28", "2018-06-28", "by 28 Jun 2018"),
        (TimingClass.RANGE, None, "2018-06-30", "by 30 Jun 2018"),
        (TimingClass.RANGE, "2018-06-30", None, "from 30 Jun 2018"),
    ],
)
def test_a_window_says_what_is_missing(
    class_: TimingClass, earliest: str | None, latest: str | None, written: str
) -> None:
    window = Window(
        class_=class_,
        earliest=day(earliest) if earliest else None,
        latest=day(latest) if latest else None,
    )

    assert written_window(window) == written


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_name_short_and_long(month: int) -> None:
    on = date(2018, month, 1)

    assert written_weekday(on).split()[2].startswith(written_day(on).split()[1])


def test_a_day_of_the_week_stands_before_the_day_in_full() -> None:
    assert [written_weekday(day(f"2018-01-0{n}")).split()[0] for n in range(1, 8)] == [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ]
