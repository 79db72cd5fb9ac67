"""When a recurring act is due: first from the meeting on, then the calendar unit after a holding."""

import pytest

from dipltrack.model.vocabulary import TimingClass
from dipltrack.model.window import Every, Timing, Unit, Window
from dipltrack.register.recurrence import Wait, first_window, unheld_windows, window_after
from tests.given import day


def recurring(count: int | None, unit: Unit = Unit.YEAR) -> Window:
    """A recurring window of that period, without days."""
    every = Every(count=count, unit=unit) if count else None
    return Window(class_=TimingClass.RECURRING, every=every)


@pytest.mark.parametrize(
    ("held", "window", "edtf"),
    [
        ("2018-11-05", recurring(1), "2019-01-01/2019-12-31"),
        ("2018-01-01", recurring(2), "2020-01-01/2020-12-31"),
        ("2018-03-05", recurring(6, Unit.MONTH), "2018-09-01/2018-09-30"),
        ("2018-12-31", recurring(2, Unit.MONTH), "2019-02-01/2019-02-28"),
        ("2018-08-31", recurring(18, Unit.MONTH), "2020-02-01/2020-02-29"),
        ("2018-03-05", recurring(None), "../.."),
        ("9998-03-05", recurring(1), "../.."),
        ("9000-03-05", recurring(999), "../.."),
    ],
)
def test_the_next_window_is_a_unit_of_the_calendar(held: str, window: Window, edtf: str) -> None:
    assert window_after(day(held), window).edtf() == edtf


@pytest.mark.parametrize(
    ("anchor", "window", "edtf"),
    [
        ("2017-12-28", recurring(1), "2017-12-28/2018-12-28"),
        ("2017-12-28", recurring(6, Unit.MONTH), "2017-12-28/2018-06-28"),
        ("2017-08-31", recurring(6, Unit.MONTH), "2017-08-31/2018-02-28"),
        ("2017-12-28", recurring(None), "../.."),
        ("9998-12-28", recurring(2), "../.."),
        (
            "2017-12-28",
            Window(
                class_=TimingClass.RECURRING,
                latest=day("2018-06-30"),
                every=Every(count=1, unit=Unit.YEAR),
            ),
            "../2018-06-30",
        ),
        (
            "2017-12-28",
            Window(class_=TimingClass.OPEN, every=Every(count=1, unit=Unit.YEAR)),
            "../..",
        ),
    ],
)
def test_the_first_window_is_one_period_from_the_meeting(
    anchor: str, window: Window, edtf: str
) -> None:
    assert first_window(Timing(window=window), day(anchor)).window.edtf() == edtf


@pytest.mark.parametrize(
    ("window", "until", "unheld"),
    [
        # held in 2019 and yearly, so that 2020 is the next
        (window_after(day("2019-12-20"), recurring(1)), "2020-12-31", []),
        (window_after(day("2019-12-20"), recurring(1)), "2021-01-01", ["2020-01-01/2020-12-31"]),
        (
            window_after(day("2019-12-20"), recurring(2)),
            "2024-06-01",
            ["2021-01-01/2021-12-31", "2023-01-01/2023-12-31"],
        ),
        (
            window_after(day("2018-03-05"), recurring(6, Unit.MONTH)),
            "2019-04-01",
            ["2018-09-01/2018-09-30", "2019-03-01/2019-03-31"],
        ),
        # the first window runs from the meeting, those behind it are units of the calendar
        (
            first_window(Timing(window=recurring(1)), day("2017-12-28")).window,
            "2020-01-01",
            ["2017-12-28/2018-12-28", "2019-01-01/2019-12-31"],
        ),
        (recurring(None), "2030-01-01", []),
        (recurring(1), "2030-01-01", []),
        (Window(class_=TimingClass.BY, latest=day("2018-12-31")), "2030-01-01", []),
    ],
)
def test_the_windows_that_passed_while_a_holding_was_waited_for(
    window: Window, until: str, unheld: list[str]
) -> None:
    assert [one.edtf() for one in unheld_windows(Wait(window, day(until)))] == unheld
