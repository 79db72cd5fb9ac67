"""The timeline: which bars an item has, what is drawn, and what is only counted."""

from pathlib import Path

import pytest

from dipltrack.model.update import Update
from dipltrack.model.vocabulary import Kind, Status, TimingChange, TimingClass
from dipltrack.model.window import Timing, Window
from dipltrack.reports.blocks import Bar, Mark, Paragraph, Timeline
from dipltrack.reports.timeline import Frame, timeline_blocks
from tests.given import day, ledger_of, standings
from tests.reports.weekly.desk import item, update

JUNE = Timing(
    stated="in June",
    window=Window(class_=TimingClass.MONTH, earliest=day("2018-06-01"), latest=day("2018-06-30")),
)
MARCH = (day("2018-03-01"), day("2018-03-31"))


def drawn(root: Path, *entries: object, **frame: object) -> Timeline:
    """The timeline of a ledger with those entries."""
    blocks = timeline_blocks(
        standings(ledger_of(root, *entries), "2018-12-31").values(),  # type: ignore[arg-type]
        Frame(day=day("2018-12-31"), **frame),  # type: ignore[arg-type]
    )
    return next(block for block in blocks if isinstance(block, Timeline))


@pytest.mark.parametrize(
    ("entries", "bars"),
    [
        ((), [Bar(Mark.IN_FORCE, *MARCH)]),
        (
            (update(1, "2018-02-01", timing=TimingChange.MOVED, to=JUNE, reason="r"),),
            [
                Bar(Mark.FIRST, *MARCH),
                Bar(Mark.IN_FORCE, day("2018-06-01"), day("2018-06-30")),
            ],
        ),
        (
            (update(1, "2018-02-01", timing=TimingChange.EXPECTED, to=JUNE, voice=("theirs",)),),
            [
                Bar(Mark.IN_FORCE, *MARCH),
                Bar(Mark.EXPECTED, day("2018-06-01"), day("2018-06-30")),
            ],
        ),
        (
            (update(1, "2018-03-08", from_=day("2018-03-07"), status=Status.FULFILLED),),
            [Bar(Mark.IN_FORCE, *MARCH), Bar(Mark.DONE, day("2018-03-07"), day("2018-03-08"))],
        ),
        (
            (update(1, "2018-03-08", status=Status.WITHDRAWN),),
            [Bar(Mark.IN_FORCE, *MARCH)],
        ),
    ],
)
def test_an_item_has_its_windows_and_its_facts(
    entries: tuple[Update, ...], bars: list[Bar], tmp_path: Path
) -> None:
    timeline = drawn(tmp_path / "ledger", item(1, "2018-03-01", "2018-03-31"), *entries)

    assert list(timeline.lanes[0].bars) == bars


def test_holdings_are_facts_of_their_own(tmp_path: Path) -> None:
    timeline = drawn(
        tmp_path / "ledger",
        item(1, kind=Kind.RECURRING),
        update(1, "2018-03-08", held=True),
        update(1, "2018-09-08", held=True),
    )

    assert [bar.first for bar in timeline.lanes[0].bars] == [day("2018-03-08"), day("2018-09-08")]


def test_the_months_reach_from_the_first_day_to_the_last(tmp_path: Path) -> None:
    timeline = drawn(
        tmp_path / "ledger",
        item(1, "2018-03-01", "2018-03-31"),
        item(2, "2018-01-10", "2018-01-20"),
        item(3, last="2018-11-30"),
    )

    assert (timeline.first, timeline.last) == (day("2018-01-10"), day("2018-11-30"))
    assert [lane.ref[-1] for lane in timeline.lanes] == ["2", "1", "3"]


def test_days_may_be_bounded_and_what_lies_outside_is_left_out(tmp_path: Path) -> None:
    timeline = drawn(
        tmp_path / "ledger",
        item(1, "2018-03-01", "2018-03-31"),
        item(2, "2018-01-10", "2018-01-20"),
        item(3, "2018-05-01", "2018-05-20"),
        first=day("2018-01-21"),
        last=day("2018-04-30"),
    )

    assert [lane.ref[-1] for lane in timeline.lanes] == ["1"]
    assert (timeline.first, timeline.last) == (day("2018-01-21"), day("2018-04-30"))


def test_what_has_no_day_is_only_counted(tmp_path: Path) -> None:
    blocks = timeline_blocks(
        standings(ledger_of(tmp_path / "ledger", item(1)), "2018-02-01").values(),
        Frame(day=day("2018-02-01")),
    )

    assert [b.text for b in blocks if isinstance(b, Paragraph)] == [
        "No item with a day fits.",
        "1 item has no day.",
    ]


def test_a_screenful_says_how_many_more_there_are(tmp_path: Path) -> None:
    root = ledger_of(
        tmp_path / "ledger", *(item(number, last="2018-03-31") for number in range(1, 8))
    )

    blocks = timeline_blocks(
        standings(root, "2018-02-01").values(), Frame(day=day("2018-02-01"), most=5)
    )

    assert [b.text for b in blocks if isinstance(b, Paragraph)] == ["… 2 more (--all)"]
