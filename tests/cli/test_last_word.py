"""An entry that is not the last word says so, with the way to take the other back."""

import pytest

from tests.cli.calls import Call


def test_a_slip_mended_at_the_meetings_day_does_not_mend_a_later_typo(desk: Call) -> None:
    desk("update 2 --set lead=METTI")

    done = desk("update 2 --set lead=METI --on 2017-12-28")

    assert "lead stays METTI, by a later entry (2 Feb 2018): dipltrack undo " in done.err
    undo = done.err.partition("dipltrack undo ")[2].split()[0]
    desk(f"undo {undo}")
    assert "Lead         METI" in desk("show 2").out


@pytest.mark.parametrize(
    ("later", "earlier", "told"),
    [
        (
            "fulfil 2 --on 2018-01-29 --evidence release",
            "start 2 --on 2018-01-10",
            "TR-20171228-2 stays fulfilled, by a later entry (29 Jan 2018): dipltrack undo ",
        ),
        (
            'move 2 --to "May 2018" --reason r --on 2018-01-20',
            'move 2 --to "April 2018" --reason r --on 2018-01-10',
            "time stays “May 2018”, by a later entry (20 Jan 2018): dipltrack undo ",
        ),
        (
            'expect 2 --to "May 2018" --on 2018-01-20',
            'expect 2 --to "April 2018" --on 2018-01-10',
            "expected stays “May 2018”, by a later entry (20 Jan 2018): dipltrack undo ",
        ),
        (
            'update 2 --next-step "Ask again" --on 2018-01-20',
            'update 2 --next-step "Ask" --on 2018-01-10',
            "next_step stays Ask again, by a later entry (20 Jan 2018): dipltrack undo ",
        ),
        (
            "update 2 --set lead= --on 2018-01-20",
            "update 2 --set lead=MOFA --on 2018-01-10",
            "lead stays empty, by a later entry (20 Jan 2018): dipltrack undo ",
        ),
    ],
)
def test_what_a_later_entry_holds_is_told(later: str, earlier: str, told: str, desk: Call) -> None:
    assert desk(later).code == 0

    assert told in desk(earlier).err


@pytest.mark.parametrize(
    "entry",
    [
        "update 2 --set lead=MOFA",
        'note 2 --note "All is well." --on 2018-01-10',
        "start 2 --on 2018-01-31",
    ],
)
def test_the_last_word_needs_no_word(entry: str, desk: Call) -> None:
    desk("update 2 --set lead=METTI --on 2018-01-20")
    desk("start 2 --on 2018-01-30")

    assert desk(entry).err == ""


def test_a_title_twice_in_a_meeting_is_told(desk: Call) -> None:
    done = desk('add "hold the 8th EPA round" -m TR-20171228')

    assert done.code == 0
    assert (
        "TR-20171228-2 has the same title — if it was filed twice: "
        "dipltrack strike TR-20171228-5 --same-as TR-20171228-2" in done.err
    )
    assert desk("strike TR-20171228-5 --same-as TR-20171228-2").err == ""
    assert "0 warnings" in desk("check").out


def test_a_meeting_twice_on_a_day_is_told(desk: Call) -> None:
    other = desk('meeting add --partner TR --date 2017-12-28 --title "Summit Meeting"')
    twice = desk(
        'meeting add --partner TR --date 2017-12-28 --title "foreign ministers\' meeting"'
    )

    assert other.err == ""
    assert (
        "TR-20171228 has the same day and title — if it was filed twice: dipltrack strike "
        "TR-20171228c" in twice.err
    )


def test_of_two_closings_that_differ_each_has_its_own_day(desk: Call) -> None:
    desk("unmet 2 --on 2018-01-31 --reason 'Never begun.'")

    done = desk("fulfil 2 --on 2018-01-10 --evidence release")

    assert done.out.splitlines()[1] == "  2018-01-10  fulfilled"  # how timely it was is not told
    assert "Status       not-fulfilled  (since 31 Jan 2018)" in desk("show 2").out


def test_of_two_closings_alike_the_first_tells_since_when(desk: Call) -> None:
    desk("fulfil 2 --on 2018-01-31 --evidence release")
    desk("fulfil 2 --on 2018-01-10 --evidence release")

    assert "Status       fulfilled  (since 10 Jan 2018)" in desk("show 2").out
