"""The review: which items a period holds, and how they are counted."""

from pathlib import Path
from typing import Any

import pytest

from dipltrack.model.vocabulary import Firmness, Status, TimingChange, TimingClass
from dipltrack.model.window import Timing, Window
from dipltrack.reports.blocks import Number, Paragraph, Table, Text
from dipltrack.reports.review import By, Period, falls_into, review_blocks
from tests.given import day, ledger_of, standings
from tests.reports.weekly.desk import item, update

JANUARY = Period(told="January 2018", first=day("2018-01-01"), last=day("2018-01-31"))
DECEMBER = Period(told="December 2017", first=day("2017-12-01"), last=day("2017-12-31"))
MARCH = Timing(
    stated="in March",
    window=Window(class_=TimingClass.MONTH, earliest=day("2018-03-01"), latest=day("2018-03-31")),
)
KEPT = update(1, "2018-01-20", status=Status.FULFILLED)
MOVED = update(1, "2018-01-20", timing=TimingChange.MOVED, to=MARCH, reason="r")


@pytest.mark.parametrize(
    ("entries", "by", "period", "holds"),
    [
        ([item(1)], By.PROMISED, DECEMBER, True),
        ([item(1)], By.PROMISED, JANUARY, False),
        ([item(1, last="2018-01-31")], By.DUE, JANUARY, True),
        ([item(1, last="2018-02-01")], By.DUE, JANUARY, False),
        ([item(1)], By.DUE, JANUARY, False),
        ([item(1, last="2018-01-31"), MOVED], By.DUE, JANUARY, True),  # its first time was due
        ([item(1), KEPT], By.CLOSED, JANUARY, True),
        ([item(1), KEPT], By.CLOSED, DECEMBER, False),
        ([item(1)], By.CLOSED, JANUARY, False),
    ],
)
def test_by_which_day_an_item_falls_into_a_period(
    entries: list[Any],
    by: By,
    period: Period,
    holds: bool,  # noqa: FBT001
    tmp_path: Path,
) -> None:
    (one,) = standings(ledger_of(tmp_path / "ledger", *entries), "2018-06-30").values()

    assert falls_into(one, by, period) is holds


def test_all_is_counted_and_missed_times_among_it(tmp_path: Path) -> None:
    root = ledger_of(
        tmp_path / "ledger",
        item(1, firmness=Firmness.AGREEMENT),
        item(2, last="2018-01-10", firmness=Firmness.PLAN),
        item(3, last="2018-09-30"),
        item(4, firmness=Firmness.STATEMENT),
        KEPT,
        update(2, "2018-01-20", status=Status.SUPERSEDED, superseded_by="TR-20171228-3"),
    )

    blocks = review_blocks(standings(root, "2018-06-30").values(), By.PROMISED, DECEMBER, str)

    assert isinstance(blocks[0], Paragraph)
    assert blocks[0].text == (
        "Three promises were made in December 2017: 1 kept, 1 missed and promised again, 1 open; "
        "one thing was also said, not promised."
    )
    counts = {
        row[0].text: (row[1].number, row[2].number)
        for table in blocks
        if isinstance(table, Table) and table.columns[1].title == "Promised"
        for row in table.rows
        if isinstance(row[0], Text) and isinstance(row[1], Number) and isinstance(row[2], Number)
    }
    assert counts == {
        "no-report": (1, 1),
        "fulfilled": (1, 0),
        "superseded": (1, 0),
        "undated": (0, 1),
        "in-window": (1, 0),
        "closed": (1, 0),
        "missed": (1, 0),
        "agreement": (1, 0),
        "plan": (1, 0),
        "statement": (0, 1),
        "not given": (1, 0),
        "TR": (3, 1),
    }


def test_an_empty_period_says_so(tmp_path: Path) -> None:
    root = ledger_of(tmp_path / "ledger", item(1))

    assert review_blocks(standings(root, "2018-06-30").values(), By.CLOSED, JANUARY, str) == (
        Paragraph("Nothing was closed in January 2018."),
    )
