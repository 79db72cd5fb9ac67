"""The reports at the command line: what is typed, what is refused, what is left out."""

import pytest

from tests.cli.calls import Call


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("report weekly --week 2018-5", '--week: "2018-5" is no week: write one as 2018-W05'),
        (
            "report weekly --week 2019-W01",
            "--week: 2019-W01 has not begun: the last one is 2018-W05",
        ),
        (
            "report weekly --week 2018-W05 --as-of 2018-02-02",
            "write --week or --as-of, not both: a week is as of its Sunday",
        ),
        ("report weekly --as-of tomorow", '--as-of: "tomorow" is not understood'),
        ("report weekly --for ministers", '--for: "ministers" is not known'),
        ("report matrix --by year", '--by: "year" is not known: write dossier or meeting'),
        ("report review", "write one of --promised, --due and --closed, with a period: 2019"),
        (
            "report review --promised 2017 --due 2018",
            "write one of --promised, --due and --closed, with a period: 2019",
        ),
        (
            "report review --promised soon",
            '--promised: "soon" has no first and last day: write 2019',
        ),
        ("report review --promised 2018-13", "--promised:"),
        ("report item nothing-like-it", "nothing-like-it"),
        ("report brief ''", "write the code of a partner: dipltrack report brief TR"),
        ("timeline --from 2018-02-01 --to 2018-01-01", "--from lies after --to"),
    ],
)
def test_what_cannot_be_is_refused_in_a_line(line: str, told: str, desk: Call) -> None:
    done = desk(line)

    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("dipltrack: ")
    assert done.err.count("\n") == 1
    assert told in done.err


def test_a_partner_that_nothing_bears_is_named(desk: Call) -> None:
    done = desk("report brief KR")

    assert "Nothing is open" in done.out
    assert "--partner KR: nothing on file bears that name" in done.err


def test_the_title_names_the_partner_as_people_do(desk: Call) -> None:
    assert desk("report weekly --partner tr").out.startswith("Follow-up with Türkiye\n")
    assert desk("report brief tr").out.startswith("Brief on Türkiye\n")


def test_a_copy_names_no_desk_and_says_how_much_is_left_out(desk: Call) -> None:
    done = desk("report matrix --for public")

    assert "First Middle East Division" not in done.out
    assert "for public" in done.out
    assert done.err == "dipltrack: 3 items are left out of the copy for the public\n"


def test_an_item_that_is_not_for_the_audience_is_refused(desk: Call) -> None:
    done = desk("report item 2 --for public")

    assert (done.code, done.out) == (2, "")
    assert "TR-20171228-2 is not for the public" in done.err


def test_a_monday_tells_of_the_week_before(desk: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DIPLTRACK_NOW", "2018-02-05T08:00:00+09:00")

    done = desk("report weekly")

    assert "as of Monday 5 February 2018" in done.out
    assert "Week 2018-W05: Monday 29 January to Sunday 4 February 2018" in done.out
    assert "Changes since Sunday 28 January 2018" in done.out


def test_the_review_takes_words_of_time(desk: Call) -> None:
    done = desk("report review --promised 'the fourth quarter of 2017'")

    assert "Three promises were made in the fourth quarter of 2017" in done.out


def test_every_report_of_an_empty_ledger_says_that_there_is_nothing(call: Call) -> None:
    assert call("init empty --name Desk --party JP").code == 0
    for line in ("weekly", "matrix", "brief TR", "review --promised 2018"):
        done = call(f"--ledger empty report {line}")
        assert (done.code, bool(done.out)) == (0, True), done.err
    assert call("--ledger empty timeline").code == 0


def test_a_broken_file_is_named_beside_the_report(desk: Call) -> None:
    from pathlib import Path

    Path("desk/TR/2018-01-01.toml").write_text("schema = 1\n[meeting\n", encoding="utf-8")

    done = desk("report weekly")

    assert done.code == 3
    assert "1. In brief" in done.out
    assert "TR/2018-01-01.toml:2:" in done.err
