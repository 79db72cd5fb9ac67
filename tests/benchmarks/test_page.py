from pathlib import Path

from benchmarks.measure import Measured, Run
from benchmarks.page import (
    Occasion,
    Results,
    growth_table,
    measurements_table,
    page_with,
    targets_table,
)
from benchmarks.questions import OURS, QUESTIONS, TARGETS

PAGE = Path(__file__).parents[2] / "docs" / "speed.md"


def took(ms: float, mib: float = 30) -> Measured:
    return Measured((Run(ms, ms / 2, mib),) * 5)


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line[1:-1].split("|")] for line in table.splitlines()[2:]]


def test_every_target_is_of_a_question_that_is_asked() -> None:
    assert {one for target in TARGETS for one in (target.question, target.of)} <= set(QUESTIONS)


def test_a_target_is_met_by_the_ratio_and_not_by_the_milliseconds() -> None:
    results: Results = {
        (1_000, "due", OURS): took(100),
        (1_000, "due", "todoman"): took(400),
        (10_000, "due", OURS): took(50),
        (10_000, "due", "taskwarrior"): took(20),
    }

    first, second = rows(targets_table(results))[:2]
    assert first == [
        "1,000", "`due`, warm", "0.4 × todoman", "0.25 ×", "100 ms", "400 ms", "met",
    ]  # fmt: skip
    assert second[3:] == ["2.50 ×", "50 ms", "20 ms", "not met"]


def test_a_target_of_memory_is_held_against_memory() -> None:
    results: Results = {
        (100_000, "due", OURS): took(900, mib=40),
        (100_000, "due", "taskwarrior"): took(700, mib=200),
    }

    row = next(row for row in rows(targets_table(results)) if "memory" in row[1])
    assert row[3:] == ["0.20 ×", "40 MiB", "200 MiB", "met"]


def test_a_target_without_a_peer_is_in_milliseconds() -> None:
    results: Results = {(100_000, "check", OURS): took(16_000)}

    row = next(row for row in rows(targets_table(results)) if "check" in row[1])
    assert row[2:] == ["15,000 ms", "16,000 ms", "16,000 ms", "–", "not met"]


def test_what_was_not_measured_is_said_to_be_so() -> None:
    assert {row[-1] for row in rows(targets_table({}))} == {"not measured"}


def test_everything_that_was_measured_stands_in_a_row() -> None:
    results: Results = {
        (1_000, "show", OURS): took(100),
        (1_000, "show", "taskwarrior"): took(20),
        (1_000, "check", OURS): took(300),
    }

    shown, checked = rows(measurements_table(results))
    assert shown[:6] == ["1,000", "`show REF`", "100 (100)", "50", "30", "20 (20)"]
    assert shown[8] == "5.00"
    assert checked[5:] == ["–"] * 8


def test_growth_tells_the_factor_from_each_size_to_the_next() -> None:
    results: Results = {
        (10_000, "due", OURS): took(100),
        (100_000, "due", OURS): took(150),
        (1_000_000, "due", OURS): took(600),
    }

    assert rows(growth_table(results))[0] == [
        "`due`, warm", "100 ms", "150 ms", "1.5 ×", "600 ms", "4.0 ×",
    ]  # fmt: skip


def test_the_page_keeps_all_but_its_tables() -> None:
    page = PAGE.read_text(encoding="utf-8")
    occasion = Occasion(
        day="1 March 2018", machine="2 cores", rounds=5, missing=("one is not there",)
    )

    again = page_with(page, {}, occasion)

    assert again.split("<!-- measured -->")[0] == page.split("<!-- measured -->")[0]
    assert "Measured on 1 March 2018: 2 cores. The least of 5 runs" in again
    assert "Not measured: one is not there" in again
    assert page_with(again, {}, occasion) == again
