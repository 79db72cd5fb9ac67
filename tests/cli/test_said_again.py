"""What was said again: which way a link goes, and what a closing leaves open."""

import pytest

from tests.cli.calls import Call

OLD, NEW = "TR-20171228-2", "TR-20180129-1"


@pytest.fixture
def again(desk: Call) -> Call:
    """The founding case, with the round said again a month later."""
    desk('meeting add --partner TR --date 2018-01-29 --title "Consultations"')
    assert desk(f"add -m TR-2018 --restates {OLD} --firmness plan").code == 0
    return desk


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("fulfil {} --evidence release", f"dipltrack fulfil {NEW} closes it too"),
        ("partly {} --evidence release", f"dipltrack partly {NEW} closes it too"),
        ("unmet {} --reason r", f"dipltrack unmet {NEW} --reason TEXT closes it too"),
        ("withdraw {} --by both", f"dipltrack withdraw {NEW} --by WHOM closes it too"),
    ],
)
def test_a_closing_says_what_says_it_again_and_stays_open(
    command: str, told: str, again: Call
) -> None:
    done = again(command.format(OLD))

    assert f"  said again as {NEW}, still open: {told}" in done.out


@pytest.mark.parametrize(
    "command",
    [
        "fulfil {old} {new} --note n",
        "supersede {old} --with {new}",
        "start {old}",
        "fulfil {new} --note n",
    ],
)
def test_nothing_is_said_where_nothing_stays_open(command: str, again: Call) -> None:
    assert "still open" not in again(command.format(old=OLD, new=NEW)).out


def test_the_oldest_promise_tells_what_was_missed_and_the_last_words(again: Call) -> None:
    again("meeting add --partner TR --date 2018-02-01 --title Third")
    again("update TR-20180129-1 --when 2018-01-30")
    again(f'add "Said once more" -m TR-20180201 --restates {NEW} --when 2018')

    first = again(f"show {OLD}").out
    second = again(f"show {NEW}").out

    assert f"Said again   {NEW}  (" in first
    assert "missed, no-report)" in " ".join(first.split())
    assert "Last said    TR-20180201-1  (" in first
    assert "RAG          – missed  (missed)" in second
    assert "– missed" in again("list --all --columns ref,rag").out


def test_firmer_words_behind_a_promise_are_named(again: Call) -> None:
    again(f"update {OLD} --set firmness=agreement --on 2017-12-28")
    again(f"update {NEW} --set firmness=plan --on 2018-01-29")

    assert f"(promised: agreement of {OLD} still open" in " ".join(
        again(f"show {NEW}").out.split()
    )


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("fulfil {} --note n", "dipltrack fulfil {} closes it too"),
        ("partly {} --note n", "dipltrack partly {} closes it too"),
        ("withdraw {} --by ours", "dipltrack withdraw {} --by WHOM closes it too"),
    ],
)
def test_a_closing_names_the_firmer_promise_that_it_says_again(
    command: str, told: str, again: Call
) -> None:
    again(f"update {NEW} --set firmness=endeavour")

    done = again(command.format(NEW))

    older = f"  in firmer words {OLD} (plan, 28 Dec 2017), still open: {told.format(OLD)}"
    assert older in done.out


def test_a_firmer_promise_that_is_closed_with_it_is_not_named(again: Call) -> None:
    again(f"update {NEW} --set firmness=endeavour")

    assert "still open" not in again(f"fulfil {NEW} {OLD} --note n").out


def test_the_list_says_that_what_is_open_was_closed_where_it_was_said_before(again: Call) -> None:
    again(f"fulfil {OLD} --evidence release")

    listed = " ".join(again("list -m TR-2018 --columns ref,title").out.split())
    shown = " ".join(again(f"show {NEW}").out.split())

    assert f"(fulfilled as {OLD})" in listed
    assert (
        f"Says again {OLD} (28 Dec 2017, plan, “at an early date next year”: fulfilled)" in shown
    )


@pytest.mark.parametrize("option", ["--restates", "--follows"])
def test_a_link_goes_to_what_was_said_before(option: str, again: Call) -> None:
    done = again(f'add "Hold the round" -m TR-2017 {option} {NEW}')

    assert done.code == 2
    assert f"{option} {NEW} is of a later meeting, 2018-01-29" in done.err


def test_a_link_to_a_later_meeting_is_told_by_check(again: Call) -> None:
    done = again(f"update {OLD} --set follows={NEW} --on 2017-12-28")

    assert (
        f'follows = "{NEW}" is of a later meeting, 2018-01-29 — a link stands on the later side: '
        f"write it in {NEW}" in done.err
    )


def test_what_was_replaced_is_named_once_and_a_review_tells_where_it_was_said_again(
    again: Call,
) -> None:
    again("update TR-20171228-2 --when 2018-01-10")

    reviewed = again("report review --due 2018-01").out
    again(f"supersede {OLD} --with {NEW} --on 2018-01-29")

    assert f"missed, said again as {NEW}" in " ".join(reviewed.split())
    assert again(f"show {NEW}").out.count(OLD) == 1
    assert "superseded as" not in again("list").out
