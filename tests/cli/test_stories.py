"""What `show` tells: of a dossier on a narrow screen, of slips, of who has taken over, of firmness."""

from pathlib import Path

import pytest

from tests.cli.calls import Call

DATA = Path(__file__).parents[2] / "data"


def words(text: str) -> str:
    """The text without its breaks of lines."""
    return " ".join(text.split())


@pytest.mark.parametrize(("columns", "most"), [("60", 70), ("80", 49), ("120", 49)])
def test_the_story_of_a_dossier_keeps_its_times_on_every_screen(
    columns: str, most: int, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    shown = call(f"--ledger {DATA} show EPA --as-of 2026-11-26").out.splitlines()

    assert len(shown) <= most
    story = words("\n".join(shown))
    for time in ("“April”", "“this", "“in the", "“at an early"):
        assert time in story
    assert any(line.lstrip().startswith(("Ref", "Said on")) for line in shown)
    assert max(len(line) for line in shown) <= int(columns)


def test_the_colour_of_a_dossier_is_never_broken_inside_a_word(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")

    assert "– superseded" in call(f"--ledger {DATA} show EPA --as-of 2026-11-26").out


def test_the_sum_of_a_dossier_counts_each_fate_by_its_name(desk: Call) -> None:
    for number in (1, 2, 3, 4):
        desk(f"update {number} --set dossier=EPA --on 2017-12-28")
    desk("withdraw 1 --by theirs")
    desk("supersede 2 --with TR-20171228-1")

    shown = words(desk("show EPA").out)

    assert (
        "3 promises said at 1 meeting on 28 Dec 2017: 1 superseded, 1 withdrawn, 1 open. "
        "1 more only also said: 1 open." in shown
    )
    assert "(statement)" in shown


@pytest.mark.parametrize(
    ("close", "told"),
    [
        # the older, firm words still bind: it is a promise
        (
            "",
            "1 promise said at 2 meetings from 28 Dec 2017 to 10 Feb 2018: 1 missed and promised",
        ),
        # they bind no more: what is left was only said
        (
            "unmet 1 --reason r --on 2018-02-10",
            "1 more only also said: 1 missed and said again in weaker words.",
        ),
    ],
)
def test_a_promise_that_was_missed_and_said_again_in_weaker_words_is_not_simply_open(
    close: str, told: str, desk: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIPLTRACK_NOW", "2018-02-11T12:00:00+09:00")
    desk("update 1 --set dossier=dialogue --on 2017-12-28")
    desk('meeting add --partner TR --date 2018-02-10 --title "Call"')
    desk("add -m TR-20180210 --restates TR-20171228-1 --firmness endeavour")
    if close:
        assert desk(close.replace(" 1 ", " TR-20171228-1 ")).code == 0

    assert told in words(desk("show dialogue").out)
    hint = "1 promised before and missed" in words(desk("due").out)
    assert hint is bool(close)


def test_a_promise_that_was_kept_after_it_was_said_again_counts_as_kept(
    desk: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIPLTRACK_NOW", "2018-02-21T12:00:00+09:00")
    monkeypatch.setenv("COLUMNS", "200")
    desk("update 1 --set dossier=dialogue --on 2017-12-28")
    desk('meeting add --partner TR --date 2018-02-10 --title "Call"')
    desk("add -m TR-20180210 --restates TR-20171228-1 --firmness endeavour")
    desk("fulfil TR-20171228-1 --on 2018-02-20 --note n")

    shown = words(desk("show dialogue").out)

    assert "1 promise said at 2 meetings from 28 Dec 2017 to 10 Feb 2018: 1 kept." in shown
    assert "1 more only also said: 1 open." in shown
    assert "fulfilled 20 Feb 2018, 20 days late" in shown
    assert "promised before and missed" not in desk("due").out


def test_what_is_overdue_says_so_in_the_story(desk: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    desk("update 1 --set dossier=dialogue --on 2017-12-28")

    assert "overdue, no-report" in words(desk("show dialogue").out)


def test_the_count_below_a_list_names_what_was_said_again(desk: Call) -> None:
    desk('meeting add --partner TR --date 2018-01-29 --title "Consultations"')
    desk("add -m TR-2018 --restates TR-20171228-2")

    assert "3 items; 1 said again later is not shown (--all)" in desk("list -m TR-20171228").out
    assert "\n4 items\n" in desk("list -m TR-20171228 --all").out
    alone = desk('list -m TR-20171228 --text "8th EPA"').out
    assert "No item fits; 1 said again later is not shown (--all)." in alone


MOVES = [
    # a day settled inside the window is no slip
    (["fix 1 --to 2018-01-25 --on 2018-01-10"], None),
    (
        ['move 1 --to "by 3 April 2018" --reason r --on 2018-01-30'],
        "62 days later than the first time",
    ),
    (
        [
            'move 1 --to "by 24 March 2018" --reason r --on 2018-01-20',
            'move 1 --to "by 3 April 2018" --reason r --on 2018-01-30',
        ],
        "62 days later than the first time, 10 days later than the time before",
    ),
    # put off after it was fixed, though not beyond the first window
    (
        [
            "fix 1 --to 2018-01-25 --on 2018-01-10",
            "move 1 --to 2018-01-29 --reason r --on 2018-01-20",
        ],
        "4 days later than the time before",
    ),
    # brought forward
    (
        ['move 1 --to "10 January 2018" --reason r --on 2018-01-02'],
        "21 days earlier than the first time",
    ),
    # fixed inside the window to which it had been moved
    (
        [
            'move 1 --to "April 2018" --reason r --on 2018-01-20',
            "fix 1 --to 2018-04-10 --on 2018-01-30",
        ],
        "69 days later than the first time",
    ),
]


@pytest.mark.parametrize(("moves", "told"), MOVES, ids=[told or "none" for _, told in MOVES])
def test_how_far_it_slipped(moves: list[str], told: str | None, desk: Call) -> None:
    for move in moves:
        assert desk(move).code == 0

    shown = words(desk("show 1").out)

    if told is None:
        assert "Slipped" not in shown
    else:
        assert f"Slipped {told} Status" in shown


def test_show_names_who_has_taken_over_and_from_whom(desk: Call) -> None:
    desk("body add METI --until 2018-02-01 --successor MITI2")
    desk("body add MITI2")

    assert "Lead         MITI2  (for METI until 1 Feb 2018)" in desk("show 2").out
    assert "Lead         METI\n" in desk("show 2 --as-of 2018-02-01").out


def test_show_says_why_weaker_words_count_as_promised(desk: Call) -> None:
    desk('meeting add --partner TR --date 2018-01-29 --title "Consultations"')
    desk("add -m TR-2018 --restates TR-20171228-2 --firmness endeavour")

    shown = desk("show TR-20180129-1").out

    assert "endeavour  (promised: plan of TR-20171228-2 still open)" in shown
    desk("fulfil TR-20171228-2 --note n")
    assert "endeavour  (also said, not promised)" in desk("show TR-20180129-1").out
