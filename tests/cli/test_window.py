"""`window`: how words of time are read, for a person, for a script, for a thousand lines."""

import io
import json
import sys

import pytest

from tests.cli.calls import Call


def test_a_window_is_told_with_its_class_its_reason_and_its_edtf(call: Call) -> None:
    done = call('window "late January next year" --anchor 2017-12-28')

    assert (done.code, done.err) == (0, "")
    assert done.out == (
        "2018-01-21/2018-01-31\n"
        "  class  part\n"
        "  basis  late month: the 21st to the end\n"
        "  EDTF   2018-01-21/2018-01-31\n"
        "        Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec\n"
        "  2017  ··· ··· ··· ··· ··· ··· ··· ··· ··· ··· ··· ··o\n"
        "  2018  ··█ ··· ··· ··· ··· ··· ··· ··· ··· ··· ··· ···\n"
    )


def test_a_second_fair_reading_is_told_too(call: Call) -> None:
    lines = call('window "3/4/2019" --anchor 2019-01-01').out.splitlines()

    assert [line for line in lines if not line.startswith(" ")] == ["2019-04-03", "or: 2019-03-04"]


def test_a_period_is_told(call: Call) -> None:
    assert "  every  1 year\n" in call('window "annually" --anchor 2017-12-28').out


def test_without_an_anchor_the_words_are_read_from_today(call: Call) -> None:
    assert call('window "next month"').out.startswith("2018-03-01/2018-03-31\n")


@pytest.mark.parametrize(
    ("options", "earliest"),
    [("", "2018-03-01"), ("--place TR", "2018-03-01"), ("--place AU", "2018-09-01")],
)
def test_a_season_is_that_of_the_place(options: str, earliest: str, call: Call) -> None:
    done = call(f'window "next spring" --anchor 2017-12-28 --format json {options}')

    assert json.loads(done.out)["earliest"] == earliest


def test_as_json_what_is_not_there_is_null(call: Call) -> None:
    done = call('window "as soon as possible" --anchor 2017-12-28 --format json')

    assert json.loads(done.out) == {
        "text": "as soon as possible",
        "lang": "en",
        "class": "open",
        "earliest": None,
        "latest": None,
        "basis": "no time promised: set a review day",
        "every": None,
        "edtf": "../..",
    }


def test_words_that_are_not_understood_are_refused_with_near_ones(call: Call) -> None:
    done = call('window "late Januray" --anchor 2017-12-28')
    as_json = call('window "late Januray" --anchor 2017-12-28 --format json')

    assert (done.code, done.out) == (2, "")
    assert "late Januray" in done.err
    assert "late Januray" in json.loads(as_json.out)["error"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('window "next spring" --anchor soon', "--anchor"),
        ('window "next spring" --format xml', "there is terminal and json"),
        ('--ledger nowhere window "next spring"', "--ledger nowhere holds no dipltrack.toml"),
        ("window 'next\x1b[2Jspring'", "holds a character that cannot be shown"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_line(line: str, told: str, call: Call) -> None:
    done = call(line)

    assert done.code in {2, 3}
    assert told in done.err
    assert "\x1b" not in done.err


def test_the_conventions_of_the_ledger_hold(desk: Call) -> None:
    from pathlib import Path

    with Path("desk/dipltrack.toml").open("a", encoding="utf-8") as file:
        file.write(
            "\n[conventions]\nmonth_parts = [1, 11, 25]\n"
            '[[event]]\nname = "Osaka summit"\nearliest = 2019-06-28\nlatest = 2019-06-29\n'
        )

    assert desk('window "late January" --anchor 2017-12-28').out.startswith("2018-01-25/")
    assert "2019-06" in desk('window "before the Osaka summit" --anchor 2017-12-28').out


def answers(call: Call, monkeypatch: pytest.MonkeyPatch, *lines: str) -> list[dict[str, object]]:
    """What is answered to the lines of standard input."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(lines)))
    done = call("window -")
    assert done.code == 0, done.err
    return [json.loads(line) for line in done.out.splitlines()]


def test_lines_are_answered_one_by_one_and_a_wrong_one_stops_nothing(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = answers(
        call,
        monkeypatch,
        "2017-12-28\tAnkara\ten\tlate January next year\n",
        "2017-12-28\t\t\tnext spring\r\n",
        "2017-12-28\tAU\t\tnext spring\n",
        "28 December 2017\t\t\tnext spring\n",
        "2017-12-28 next spring\n",
        "\n",
        "2017-12-28\t\t\tlate Januray\n",
        "2017-12-28\t\t\t\n",
        "2017-12-28\t\ten\tby 2020",
    )

    assert [answer.get("earliest", "error") for answer in found] == [
        "2018-01-21",
        "2018-03-01",
        "2018-09-01",
        "error",
        "error",
        "error",
        "error",
        "error",
        found[-1]["earliest"],
    ]
    assert found[3] == {
        "text": "28 December 2017\t\t\tnext spring",
        "error": "a line is DATE<TAB>PLACE<TAB>LANG<TAB>TEXT, its date as 2017-12-28",
        "near": [],
    }
    assert (found[1]["lang"], found[1]["text"]) == ("en", "next spring")


def test_no_lines_have_no_answers(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    assert answers(call, monkeypatch) == []


def test_text_of_any_language_is_answered_as_it_stands(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    (answer,) = answers(call, monkeypatch, "2017-12-28\t東京\tja\t来年の早い時期 \x1b[2J\n")

    assert answer["text"] == "来年の早い時期 \x1b[2J"


def test_a_window_without_a_day_or_over_many_years_draws_no_strip(call: Call) -> None:
    assert "Jan Feb" not in call('window "as soon as possible" --anchor 2017-12-28').out
    assert "Jan Feb" not in call('window "within five years" --anchor 2017-12-28').out
