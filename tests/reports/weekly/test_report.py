"""The sections of the weekly report: what stands in each, in which order, and what is left out."""

from pathlib import Path

from dipltrack.model.reminder import Reminder
from dipltrack.model.update import Evidence
from dipltrack.model.vocabulary import (
    Channel,
    Firmness,
    NextMove,
    RuleName,
    Status,
    TimingChange,
    TimingClass,
)
from dipltrack.model.window import Timing, Window
from dipltrack.reports.blocks import Dated, Heading, Link, Many, Number, Paragraph, Stated, Text
from dipltrack.reports.weekly.report import weekly_blocks
from dipltrack.reports.weekly.week import Week
from tests.given import day
from tests.reports.weekly.desk import (
    FRIDAY,
    changes,
    entered,
    item,
    pairs,
    rows,
    sections,
    sentences,
    update,
    weekly_of,
)

KEPT = Status.FULFILLED
FIXED = Timing(
    stated="5 March",
    window=Window(class_=TimingClass.EXACT, earliest=day("2018-03-05"), latest=day("2018-03-05")),
)


def test_the_sections_stand_in_the_order_of_the_design_and_are_numbered(tmp_path: Path) -> None:
    weekly = weekly_of(
        tmp_path / "ledger",
        item(1, "2018-01-01", "2018-01-20"),
        item(2, "2018-02-01", "2018-02-10"),
        item(3, "2018-01-21", "2018-01-31"),
        item(4),
        item(5, recorded=entered("2018-02-01")),
        item(6, "2018-03-01", "2018-03-31"),
        update(3, "2018-01-29", status=KEPT),
        update(6, "2018-01-30", timing=TimingChange.FIXED, to=FIXED, note="n"),
        update(4, "2018-01-29", seek="Shall we ask at ministers' level?"),
        annex=True,
    )

    titles = [b.text for b in weekly_blocks(weekly) if isinstance(b, Heading) and b.level == 1]
    assert titles == [
        "1. In brief",
        "2. Sought from you",
        "3. Overdue",
        "4. Done",
        "5. New",
        "6. Dates fixed or moved",
        "7. No report",
        "8. Coming up to 3 April",
        "9. Annex: the matrix",
    ]


def test_a_desk_without_news_says_so_in_a_line_each(tmp_path: Path) -> None:
    found = sections(weekly_of(tmp_path / "ledger", item(1), update(1, "2018-01-20", note="n")))

    assert list(found) == ["In brief", "Sought from you", "Done", "Coming up to 3 April"]
    assert sentences(found["Sought from you"]) == ["Nothing this week."]
    assert sentences(found["Done"]) == ["Nothing was reported done this week."]
    assert sentences(found["Coming up to 3 April"]) == ["No day is fixed, expected or due."]


def test_promises_are_counted_this_week_and_last_apart_from_what_was_also_said(
    tmp_path: Path,
) -> None:
    found = sections(
        weekly_of(
            tmp_path / "ledger",
            item(1, "2018-01-21", "2018-01-31"),
            item(2),
            item(3, firmness=Firmness.STATEMENT),
            update(1, "2018-01-29", status=KEPT),
        )
    )

    counts = [
        {title: cell.number for title, cell in row.items() if isinstance(cell, Number)}
        for row in rows(found["In brief"])
    ]
    assert counts == [
        {"overdue": 0, "due soon": 0, "in hand": 0, "done": 1, "no report": 1, "all": 2},
        {"overdue": 0, "due soon": 1, "in hand": 0, "done": 0, "no report": 1, "all": 2},
    ]
    assert sentences(found["In brief"])[-1] == "Also said, not promised, and open: 1."


def test_what_was_done_tells_the_agreed_time_the_day_the_evidence_and_what_follows(
    tmp_path: Path,
) -> None:
    found = sections(
        weekly_of(
            tmp_path / "ledger",
            item(1, "2018-01-21", "2018-01-31", stated="late January next year"),
            item(2, follows="TR-20171228-1"),
            update(
                1,
                "2018-01-31",
                from_=day("2018-01-30"),
                status=KEPT,
                note="Held in Ankara.",
                evidence=(
                    Evidence(address="https://www.example.org/a"),
                    Evidence(registry="12/3"),
                ),
            ),
        )
    )

    assert found["Done"][0] == Heading("Act 1", level=3, ref="TR-20171228-1")
    (card,) = pairs(found["Done"])
    assert isinstance(card["Agreed"], Stated)
    assert card["Agreed"].words == "late January next year"
    assert card["Done"] == Text("30–31 January, in time: Held in Ankara.")
    assert card["Source"] == Many((Link("example.org", "https://www.example.org/a"), Text("12/3")))
    assert card["Next"] == Text("TR-20171228-2 follows: no-report")


def test_a_fact_that_was_entered_only_this_week_is_told_this_week(tmp_path: Path) -> None:
    weekly = weekly_of(
        tmp_path / "ledger",
        item(1),
        item(2),
        update(1, "2018-01-10", status=KEPT, recorded=entered("2018-01-31")),
        update(2, "2018-01-10", status=KEPT, recorded=entered("2018-01-11")),
    )

    assert [one.ref for one in changes(weekly).kept] == ["TR-20171228-1"]


def test_a_promise_that_was_reopened_and_kept_again_is_told_once(tmp_path: Path) -> None:
    weekly = weekly_of(
        tmp_path / "ledger",
        item(1),
        update(1, "2018-01-10", status=KEPT),
        update(1, "2018-01-30", status=Status.IN_PROGRESS),
        update(1, "2018-02-01", status=KEPT),
    )

    assert [one.ref for one in changes(weekly).kept] == ["TR-20171228-1"]


def test_what_is_pressing_stands_most_urgent_first_with_whom_we_asked(tmp_path: Path) -> None:
    found = sections(
        weekly_of(
            tmp_path / "ledger",
            item(1, last="2018-02-12"),
            item(2, last="2018-01-20"),
            item(3, last="2017-12-31", lead=("METI",), counterpart=("TR-MFA",)),
            update(3, "2018-01-08", asked=("METI",), reply_by=day("2018-01-20")),
            update(3, "2018-01-22", asked=("METI",)),
        )
    )

    pressing = rows(found["Overdue"])
    assert [row["Ref"].ref[-1] for row in pressing] == ["3", "2", "1"]
    assert pressing[0]["Lead / counterpart"] == Text("METI / TR-MFA")
    assert pressing[0]["State of play"] == Many(
        (
            Text("no report"),
            Text("METI asked 2 times since 8 January, no answer for 25 days (13 days over)"),
        )
    )


def test_asked_and_not_answered_stands_first_among_what_nobody_reported_on(tmp_path: Path) -> None:
    found = sections(
        weekly_of(
            tmp_path / "ledger",
            item(1),
            item(2),
            item(3, "2018-04-20", "2018-05-31"),
            update(2, "2018-01-30", asked=("METI", "MEXT")),
            update(3, "2018-01-20", status=Status.IN_PROGRESS),
        )
    )

    silent = rows(found["No report"])
    assert [row["Ref"].ref[-1] for row in silent] == ["2", "1"]
    assert silent[0]["Asked"] == Text(
        "METI and MEXT asked once on 30 January, no answer for 3 days"
    )
    assert (silent[1]["Silent for"], silent[1]["Asked"]) == (Text("36 days"), Text("never"))


def test_reminders_since_the_last_report_count_among_what_was_asked(tmp_path: Path) -> None:
    issued = {
        f"TR-20171228-{number}": [reminder(number, on, to) for on, to in some]
        for number, some in {
            1: (("2018-01-27", "METI"), ("2018-01-31", "ME1")),
            2: (("2018-01-31", "MEXT"),),
            3: (("2017-12-30", "MEXT"), ("2018-01-28", "METI"), ("2018-01-29", "METI")),
            4: (("2018-01-29", None),),
        }.items()
    }
    entries = (
        *(item(number) for number in (1, 2, 4)),
        item(3, last="2018-01-20"),
        update(2, "2018-01-20", asked=("MEXT",)),
        update(3, "2018-01-02", note="Heard."),
        update(3, "2018-01-22", asked=("METI",)),
    )

    found = sections(weekly_of(tmp_path / "ledger", *entries, reminded=issued))

    silent = {row["Ref"].ref[-1]: row["Asked"].text for row in rows(found["No report"])}
    assert silent == {
        "1": "METI and ME1 reminded 2 times since 27 January",
        "2": "MEXT asked once on 20 January, no answer for 13 days; reminded once",
        "4": "reminded once on 29 January",
    }
    (late,) = rows(found["Overdue"])
    assert late["State of play"].cells[1] == Text(
        "METI asked once on 22 January, no answer for 11 days; reminded 2 times"
    )


def reminder(number: int, on: str, to: str | None) -> Reminder:
    """A reminder that was issued on that day."""
    return Reminder(
        of=f"TR-20171228-{number}",
        rule=RuleName.STALE,
        for_=day(on),
        date=day(on),
        channel=Channel.MAIL,
        to=to,
    )


def test_a_section_past_ten_lines_shows_ten_and_the_number_of_the_rest(tmp_path: Path) -> None:
    items = [item(number, last="2018-01-20") for number in range(1, 14)]

    found = sections(weekly_of(tmp_path / "ledger", *items))

    assert len(rows(found["Overdue"])) == 10
    assert sentences(found["Overdue"]) == ["… 3 more"]


def test_a_time_that_changed_says_from_which_to_which_and_why(tmp_path: Path) -> None:
    found = sections(
        weekly_of(
            tmp_path / "ledger",
            item(1, "2018-03-01", "2018-03-31"),
            update(1, "2018-01-30", timing=TimingChange.FIXED, to=FIXED, note="By note verbale."),
        )
    )

    (row,) = rows(found["Dates fixed or moved"])
    assert (row["Change"], row["From → to"], row["Why"]) == (
        Text("fixed"),
        Text("Mar 2018 → 5 Mar 2018"),
        Text("By note verbale."),
    )


def test_fixed_and_expected_days_come_before_agreed_ones(tmp_path: Path) -> None:
    expected = Timing(stated="1 April", window=FIXED.window)
    found = sections(
        weekly_of(
            tmp_path / "ledger",
            item(1, "2018-02-20", "2018-03-31"),
            item(2, "2018-04-01", "2018-06-30"),
            item(3, "2018-03-01", "2018-03-31"),
            update(2, "2018-01-10", timing=TimingChange.EXPECTED, to=expected, voice=("theirs",)),
            update(3, "2018-01-10", timing=TimingChange.FIXED, to=FIXED, note="n"),
        )
    )

    coming = rows(found["Coming up to 3 April"])
    assert [(row["Ref"].ref[-1], row["How sure"].text) for row in coming] == [
        ("3", "fixed"),
        ("2", "expected (theirs)"),
        ("1", "agreed"),
        ("2", "agreed"),
    ]


def test_the_own_sentence_stands_first_and_the_partners_have_a_line_each(tmp_path: Path) -> None:
    found = sections(
        weekly_of(tmp_path / "ledger", item(1), intro="A calm week.", by_partner=True)
    )

    assert isinstance(found["In brief"][0], Paragraph)
    assert found["In brief"][0].text == "A calm week."


def test_a_desk_without_anything_has_a_report_all_the_same(tmp_path: Path) -> None:
    found = sections(weekly_of(tmp_path / "ledger"))

    assert sentences(found["In brief"]) == ["No promise is on file as of 2 February."]


def test_a_week_that_begins_in_another_year_names_it(tmp_path: Path) -> None:
    from dipltrack.reports.weekly.report import week_told

    assert week_told(FRIDAY) == "Week 2018-W05: Monday 29 January to Sunday 4 February 2018"
    assert week_told(Week.on(day("2020-01-01"))) == (
        "Week 2020-W01: Monday 30 December 2019 to Sunday 5 January 2020"
    )


def test_the_state_of_play_of_what_is_overdue_is_the_last_that_was_heard(tmp_path: Path) -> None:
    found = sections(
        weekly_of(
            tmp_path / "ledger",
            item(1, last="2018-01-20"),
            update(1, "2018-01-10", note="The draft is with them.", next_move=NextMove.THEIRS),
        )
    )

    (row,) = rows(found["Overdue"])
    assert row["State of play"] == Dated("The draft is with them.", day("2018-01-10"))
