"""One day as people write it at a prompt."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipltrack.wording.day import day_of, day_or_last_of
from dipltrack.wording.frame import MONTHS
from dipltrack.wording.unread import UnreadTimeError

TODAY = date(2018, 1, 5)  # a Friday


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2017-12-28", "2017-12-28"),
        ("20171228", "2017-12-28"),
        ("２０１７－１２－２８", "2017-12-28"),
        ("2017–12–28", "2017-12-28"),
        ("2017/12/28", "2017-12-28"),
        ("28/12/2017", "2017-12-28"),
        ("12/28/2017", "2017-12-28"),
        ("5/5/2018", "2018-05-05"),
        ("28.12.2017", "2017-12-28"),
        ("3.4.2019", "2019-04-03"),
        ("28.12.17", "2017-12-28"),
        ("Dec 28 2017", "2017-12-28"),
        ("Dec. 28, 2017", "2017-12-28"),
        ("DECEMBER 28TH, 2017", "2017-12-28"),
        ("28 December 2017", "2017-12-28"),
        ("on 28 December 2017", "2017-12-28"),
        ("28th of December 2017", "2017-12-28"),
        ("28-Dec-2017", "2017-12-28"),
        ("Thursday, 28 December 2017", "2017-12-28"),
        ("28 December 2017 (Thursday)", "2017-12-28"),
        ("today", "2018-01-05"),
        (" Yesterday ", "2018-01-04"),
        ("tomorrow", "2018-01-06"),
        ("Friday", "2018-01-05"),
        ("last Friday", "2018-01-05"),
        ("Monday", "2018-01-01"),
        ("on Monday", "2018-01-01"),
        ("last Saturday", "2017-12-30"),
        ("this Wednesday", "2018-01-03"),
        ("next Friday", "2018-01-12"),
        ("next Saturday", "2018-01-06"),
        ("2017年12月28日", "2017-12-28"),
        ("２０１７年１２月２８日（木）", "2017-12-28"),
        ("平成29年12月28日", "2017-12-28"),
        ("令和元年5月1日", "2019-05-01"),
        ("昭和64年1月7日", "1989-01-07"),
        ("昨日", "2018-01-04"),
    ],
)
def test_a_day_is_read(text: str, day: str) -> None:
    assert day_of(text, TODAY) == date.fromisoformat(day)
    assert day_or_last_of(text, TODAY) == (date.fromisoformat(day), None)


@pytest.mark.parametrize(
    ("text", "wrong", "near"),
    [
        ("3/4/2019", "could be 3 April 2019 or 4 March 2019", ("2019-04-03", "2019-03-04")),
        ("28 December", "has no year", ("2018-12-28", "2017-12-28")),
        ("December 28", "has no year", ("2018-12-28", "2017-12-28")),
        ("31 June", "has no year", None),
        ("2018-02-30", "is no day: February 2018 has 28 days", ("2018-02-28", "2018-02")),
        ("31 June 2018", "June 2018 has 30 days", ("30 June 2018", "June 2018")),
        ("31/02/2018", "does not have", ()),
        ("2017年2月30日", "does not have", ()),
        ("Friday, 28 December 2017", "28 December 2017 is a Thursday", ("28 December 2017",)),
        ("last 28 December 2017", "not one day", None),
        ("last 28 December", "not one day", None),
        ("next week", "not one day", None),
        ("next May", "not one day", None),
        ("Friday next week", "not one day", None),
        ("the 25th", "not one day", None),
        ("in May", "not understood as a day", None),
        ("by 2019", "not understood as a day", None),
        ("soonish", "not understood as a day", None),
        ("am Freitag", "not understood as a day", None),
        ("20 20 2018", "not understood as a day", None),
        ("", "not understood as a day", None),
        ("FY2019", "not one day", None),
        ("winter 2018", "not one day", None),
        ("28\x1b[2J December 2017", "cannot be shown", ()),
    ],
)
def test_what_is_no_one_day_is_refused(
    text: str, wrong: str, near: tuple[str, ...] | None
) -> None:
    for read in (day_of, day_or_last_of):
        with pytest.raises(UnreadTimeError, match=wrong) as refused:
            read(text, TODAY)

        assert near is None or refused.value.near == near


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("March 2018", "2018-03-31"),
        ("2018-03", "2018-03-31"),
        ("2018", "2018-12-31"),
        ("Spring 2018", "2018-05-31"),
        ("early 2018", "2018-04-30"),
        ("Q1 2018", "2018-03-31"),
        ("late March 2018", "2018-03-31"),
        ("28-29 June 2019", "2019-06-29"),
        ("2018-W03", "2018-01-21"),
        ("201X", "2019-12-31"),
    ],
)
def test_of_a_longer_time_the_last_day_and_the_words_are_kept(text: str, last: str) -> None:
    assert day_or_last_of(f" {text} ", TODAY) == (date.fromisoformat(last), text)


def test_a_day_outside_the_calendar_is_refused() -> None:
    with pytest.raises(UnreadTimeError, match="outside the years 1 to 9999"):
        day_of("yesterday", date.min)
    with pytest.raises(UnreadTimeError, match="outside the years 1 to 9999"):
        day_of("next Monday", date.max)


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31)))
def test_every_day_written_out_is_that_day(day: date) -> None:
    month = MONTHS[day.month - 1]

    assert day_of(f"{day.day} {month} {day.year}", TODAY) == day
    assert day_of(f"{month[:3]} {day.day}, {day.year}", TODAY) == day
    assert day_of(f"{day.day}.{day.month}.{day.year}", TODAY) == day
    assert day_of(f"{day.year}年{day.month}月{day.day}日", TODAY) == day


@given(st.text(max_size=40), st.dates())
def test_any_text_reads_or_is_refused(text: str, today: date) -> None:
    for read in (day_of, day_or_last_of):
        with suppress(UnreadTimeError):
            read(text, today)
