"""When a recurring act is due: first from the meeting on, then the calendar unit after a holding."""

import pytest

from dipltrack.model.vocabulary import TimingClass
from dipltrack.model.window import Every, Timing, Unit, Window
from dipltrack.register.recurrence import first_window, window_after
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
