"""A recurring act: when it was held, when not, and that it is not over because one was missed."""

import json

import pytest

from tests.cli.calls import Call


@pytest.fixture
def yearly(desk: Call) -> Call:
    """The founding case with consultations that are held once a year, as the fifth item."""
    desk('meeting add --partner TR --date 2014-01-07 --title "Summit Meeting"')
    desk('add "Hold consultations" -m TR-2014 --when annually --kind recurring --firmness plan')
    desk('add "Intensify contacts" -m TR-2014 --kind continuing --firmness plan')
    return desk


def test_what_recurs_is_not_closed_because_one_was_missed(yearly: Call) -> None:
    done = yearly('unmet TR-20140107-1 --reason "Not in 2015." --on 2015-12-31')

    assert done.code == 2
    assert "it stays overdue until the next is held" in done.err
    assert "dipltrack withdraw ends it" in done.err


def test_what_goes_on_may_be_given_up(yearly: Call) -> None:
    assert yearly('unmet TR-20140107-2 --reason "Cost." --on 2015-12-31').code == 0


def test_what_was_withdrawn_and_is_held_again_is_open_again(yearly: Call) -> None:
    yearly("held TR-20140107-1 --on 2014-11-05")
    yearly("withdraw TR-20140107-1 --by both --on 2015-06-01")

    yearly("held TR-20140107-1 --on 2017-05-05")

    assert "in-progress" in yearly("show TR-20140107-1").out


def test_show_names_the_holdings_and_the_windows_without_one(yearly: Call) -> None:
    yearly("held TR-20140107-1 --on 2014-11-05")
    yearly("held TR-20140107-1 --on 2017-05-05")

    shown = yearly("show TR-20140107-1").out

    assert "Held         5 Nov 2014, 5 May 2017  (2 times)" in shown
    assert "Not held     2015, 2016  (2 windows)" in shown


def test_a_holding_twice_on_a_day_is_told(yearly: Call) -> None:
    yearly("held TR-20140107-1 --on 2014-11-05")

    done = yearly("held TR-20140107-1 --on 2014-11-05")

    assert "TR-20140107-1 was held on 2014-11-05 already" in done.err
    assert "dipltrack undo " in done.err


def test_nothing_is_held_before_it_was_promised(yearly: Call) -> None:
    done = yearly("held TR-20140107-1 --on 2014-01-06")

    assert done.code == 2
    assert "--on 2014-01-06 is before the meeting of 2014-01-07" in done.err


def test_machines_read_the_holdings(desk: Call) -> None:
    desk("held 4 --on 2018-01-15")
    desk("held 4 --on 2018-01-20")
    desk("ask 4 --to METI --on 2018-01-21 --reply-by 2018-02-16")

    one, other = (json.loads(desk(f"show {n} --format json").out) for n in (4, 1))

    assert one["holdings"] == ["2018-01-15", "2018-01-20"]
    assert one["reply_by"] == "2018-02-16"
    assert (other["holdings"], other["reply_by"]) == ([], None)
