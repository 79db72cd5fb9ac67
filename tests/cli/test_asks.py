"""Whom we asked, who answered, and by when the others were to."""

from tests.cli.calls import Call


def test_an_ask_with_a_note_is_no_report(desk: Call) -> None:
    desk('ask 2 --to METI --note "By telephone." --on 2018-01-10')

    assert "never-reported" in desk("show 2").out


def test_the_answer_of_one_body_leaves_the_question_to_the_other(desk: Call) -> None:
    desk("ask 2 --to METI,MOFAA --on 2018-01-10")

    answered = desk('update 2 --from METI --note "All is well."')

    assert "answer of METI" in answered.out
    assert answered.err == ""
    shown = " ".join(desk("show 2").out.split())
    assert "METI, MOFAA 1 time, last on 10 Jan 2018; MOFAA unanswered since 10 Jan 2018" in shown


def test_an_answer_of_who_was_never_asked_is_told(desk: Call) -> None:
    nobody = desk('update 2 --from MOFAA --note "All is well."')
    desk("ask 2 --to METI")
    other = desk('update 2 --from MOFAA --note "All is well."')

    assert "MOFAA was never asked about TR-20171228-2: nobody was" in nobody.err
    assert "MOFAA was never asked about TR-20171228-2: asked were METI" in other.err


def test_the_answer_of_a_successor_is_that_of_the_body_that_was_asked(desk: Call) -> None:
    desk("body add METI --until 2018-01-31 --successor MITI2")
    desk("body add MITI2")
    desk("ask 2 --to METI --on 2018-01-10")

    done = desk('update 2 --from MITI2 --note "All is well."')

    assert "answer of MITI2, METI" in done.out
    assert "; answered" in desk("show 2").out


def test_the_table_says_that_the_day_of_the_answer_has_passed(desk: Call) -> None:
    desk("ask 2 --to METI --on 2018-01-05")
    desk("ask 2 --to METI --on 2018-01-10 --reply-by 2018-01-29")

    before = desk("list --columns ref,asked --as-of 2018-01-29").out
    after = desk("list --columns ref,asked").out

    asked = "METI 2×, last 10 Jan 2018, answer due 29 Jan 2018"
    assert asked in " ".join(before.split())
    assert f"{asked}, 4 days over" in " ".join(after.split())
    assert " over" not in before


def test_the_history_says_by_when_an_answer_was_due(desk: Call) -> None:
    desk("ask 2 --to METI --on 2018-01-10 --reply-by 2018-01-29")

    told = desk("log --ref TR-20171228-2").out
    assert "Asked: METI. Answer" in told
    assert "due: 2018-01-29." in told


def test_nobody_answers_before_being_asked(desk: Call) -> None:
    done = desk("ask 2 --to METI --on 2018-01-10 --reply-by 2018-01-09")

    assert done.code == 2
    assert "--reply-by 2018-01-09 is before the day of the ask, 2018-01-10" in done.err


def test_the_letter_bears_the_day_of_the_ask(desk: Call) -> None:
    done = desk("ask --lead METI --on 2018-01-10")

    assert "Date: 10 Jan 2018" in done.out


def test_an_ask_on_a_day_is_about_what_was_open_on_that_day(desk: Call) -> None:
    desk("fulfil 2 --on 2018-01-20 --evidence release")

    assert "TR-20171228-2" in desk("ask --lead METI --on 2018-01-10").out
    assert "METI leads no open item" in desk("ask --lead METI").err


def test_the_agenda_brings_in_what_is_not_answered_in_time(desk: Call) -> None:
    ref = "TR-20171228-4"  # a continuing one
    desk(f"ask {ref} --to METI --on 2018-01-10 --reply-by 2018-01-29")

    assert ref not in desk("due --as-of 2018-01-29").out
    assert "Not answered in time (1)" in desk("due").out
    desk(f'update {ref} --from METI --note "All is well."')
    assert ref not in desk("due").out


def test_an_ask_says_by_when_an_answer_is_due(desk: Call) -> None:
    done = desk("ask 2 --to METI --on 2018-01-10 --reply-by 2018-01-29")

    assert "  2018-01-10  asked METI, answer due 29 Jan 2018\n" in done.out
