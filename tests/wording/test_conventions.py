"""Every convention that a ledger may set is honoured."""

from datetime import date

import pytest

from dipltrack.model.conventions import Conventions
from dipltrack.wording.reading import UnreadTimeError, readings_of, window_of

ANCHOR = date(2018, 3, 14)
DEFAULTS = Conventions()


def read(
    text: str, conventions: Conventions, *, place: str | None = None, party: str | None = None
) -> str:
    return window_of(text, ANCHOR, conventions, place=place, party=party).edtf()


def test_late_month_begins_on_the_day_that_is_set() -> None:
    later = Conventions(month_parts=(1, 10, 25))

    assert read("late May", later) == "2018-05-25/2018-05-31"
    assert read("mid-May", later) == "2018-05-10/2018-05-24"
    assert read("early May", later) == "2018-05-01/2018-05-09"


def test_the_second_half_of_a_month_begins_on_the_day_that_is_set() -> None:
    assert read("second half of May", Conventions(half_month=15)) == "2018-05-15/2018-05-31"
    assert read("first half of May", Conventions(half_month=15)) == "2018-05-01/2018-05-14"


def test_the_parts_of_a_year_begin_in_the_months_that_are_set() -> None:
    quarters = Conventions(year_parts=(1, 4, 10))

    assert read("early 2019", quarters) == "2019-01-01/2019-03-31"
    assert read("mid-2019", quarters) == "2019-04-01/2019-09-30"
    assert read("late 2019", quarters) == "2019-10-01/2019-12-31"


def test_the_seasons_begin_in_the_months_that_are_set() -> None:
    early = Conventions(seasons=(2, 5, 8, 11))

    assert read("spring 2019", early) == "2019-02-01/2019-04-30"
    assert read("winter 2019", early) == "2019-11-01/2020-01-31"
    assert read("spring 2019", early, place="AR") == "2019-08-01/2019-10-31"


@pytest.mark.parametrize(
    ("party", "days"),
    [
        ("JP", "2019-04-01/2020-03-31"),
        ("in", "2019-04-01/2020-03-31"),
        ("US", "2018-10-01/2019-09-30"),
    ],
)
def test_a_fiscal_year_is_the_partys_own(party: str, days: str) -> None:
    assert read("FY2019", DEFAULTS, party=party) == days


def test_a_fiscal_year_of_another_party_can_be_set() -> None:
    assert (
        read("FY2019", Conventions(fiscal_year={"TR": 1}), party="TR") == "2019-01-01/2019-12-31"
    )


def test_a_fiscal_year_with_both_its_years_leaves_nothing_open() -> None:
    assert read("FY2018/19", DEFAULTS, party="US") == "2018-10-01/2019-09-30"


def test_the_country_of_the_meeting_stands_in_for_the_party() -> None:
    assert read("FY2019", DEFAULTS, place="JP") == "2019-04-01/2020-03-31"
    assert read("Japanese fiscal year 2019", DEFAULTS) == "2019-04-01/2020-03-31"


def test_a_fiscal_year_that_is_not_known_says_how_to_set_it() -> None:
    with pytest.raises(UnreadTimeError, match=r"fiscal_year = \{ TR = 1 \}"):
        read("FY2019", DEFAULTS, party="TR")


def test_the_place_of_the_meeting_decides_the_hemisphere() -> None:
    assert read("spring 2019", DEFAULTS, place="Ankara") == "2019-03-01/2019-05-31"
    assert (
        read("spring 2019", DEFAULTS, place="Buenos Aires, Argentina") == "2019-09-01/2019-11-30"
    )
    assert read("spring 2019", DEFAULTS, place="NZ") == "2019-09-01/2019-11-30"
    assert read("spring 2019", DEFAULTS) == "2019-03-01/2019-05-31"


def test_a_party_of_the_other_hemisphere_gives_a_second_reading() -> None:
    north, south = readings_of("spring 2019", ANCHOR, DEFAULTS, place="JP", party="AU")

    assert (north.edtf(), south.edtf()) == ("2019-03-01/2019-05-31", "2019-09-01/2019-11-30")
    assert north.basis is not None
    assert "spring in the other hemisphere: 2019-09-01/2019-11-30" in north.basis


def test_a_place_of_the_other_hemisphere_in_the_words_gives_a_second_reading() -> None:
    assert len(readings_of("in Cape Town next spring", ANCHOR, DEFAULTS, place="JP")) == 2


def test_a_date_in_figures_follows_the_order_of_the_place() -> None:
    assert read("3/4/2019", DEFAULTS, place="GB") == "2019-04-03"
    assert read("3/4/2019", DEFAULTS, place="US") == "2019-03-04"
