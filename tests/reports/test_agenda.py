"""The agenda: in which section an item stands, what is shown of each, what is only counted."""

from datetime import UTC, timedelta
from pathlib import Path
from typing import Any

import pytest

from dipltrack.model.commitment import Commitment
from dipltrack.model.update import Update
from dipltrack.model.vocabulary import Firmness, Kind, Status, TimingClass
from dipltrack.model.window import Timing, Window
from dipltrack.register.agenda import Group
from dipltrack.register.ask import Agenda
from dipltrack.register.question import Question
from dipltrack.register.standing import Standing
from dipltrack.register.view import View
from dipltrack.reports.agenda import agenda_blocks, group_of_item
from dipltrack.reports.blocks import Heading, Paragraph, Ref, Table
from tests.given import REF, asked, day, ledger_of, register

DAY = day("2018-02-01")
SIXTY = timedelta(days=60)


def timing(earliest: str | None, latest: str | None) -> Timing:
    """A timing of those days."""
    return Timing(
        window=Window(
            class_=TimingClass.RANGE,
            earliest=day(earliest) if earliest else None,
            latest=day(latest) if latest else None,
        )
    )


def open_items(root: Path, *entries: Any) -> tuple[Standing, ...]:  # noqa: ANN401
    """The open items of a ledger with those entries, on the day."""
    view = View(as_of=DAY, timezone=UTC)
    return asked(ledger_of(root, *entries), Question(open_only=True), view)


def agenda_of(root: Path, *entries: Any, most: int | None = None) -> Agenda:  # noqa: ANN401
    """The agenda of the ledger, with those entries where there are any, on the day."""
    if entries:
        ledger_of(root, *entries)
    return register(root).agenda(Question(), View(as_of=DAY, timezone=UTC), SIXTY, most)


def item(number: int = 1, **fields: Any) -> Commitment:  # noqa: ANN401
    """An item of the meeting."""
    return Commitment(ref=f"TR-20171228-{number}", title="Hold it", **fields)


def noted(on: str = "2018-01-30", **fields: Any) -> Update:  # noqa: ANN401
    """An update of the first item."""
    return Update(of=REF, date=day(on), **({"note": "n"} | fields))


FRESH = (noted(),)
LATE = (noted(asked=("METI",), reply_by=day("2018-01-31")),)
IN_TIME = (noted(asked=("METI",), reply_by=DAY),)
GROUPS: list[tuple[str, dict[str, Any], tuple[Update, ...], Group]] = [
    ("over", {"timing": timing(None, "2018-01-31")}, (), Group.OVERDUE),
    (
        "over and on hold",
        {"timing": timing(None, "2018-01-31")},
        (noted(status=Status.ON_HOLD, reason="r"),),
        Group.OVERDUE,
    ),
    ("its last day", {"timing": timing(None, "2018-02-01")}, (), Group.DUE_SOON),
    ("14 days to go", {"timing": timing("2018-02-10", "2018-02-15")}, (), Group.DUE_SOON),
    ("in its window", {"timing": timing("2018-01-01", "2018-02-16")}, (), Group.IN_WINDOW),
    ("60 days ahead", {"timing": timing("2018-04-02", "2018-05-01")}, (), Group.COMING_UP),
    ("61 days ahead, unreported", {"timing": timing("2018-04-03", None)}, (), Group.NO_REPORT),
    ("61 days ahead", {"timing": timing("2018-04-03", None)}, FRESH, Group.LATER),
    (
        "ahead and to be looked at",
        {"timing": timing("2018-06-01", None), "review_on": DAY},
        FRESH,
        Group.REVIEW,
    ),
    ("no date, to be looked at", {"review_on": DAY}, FRESH, Group.REVIEW),
    ("no date, at risk", {}, (noted(at_risk=True, reason="r"),), Group.REVIEW),
    ("no date, on hold", {}, (noted(status=Status.ON_HOLD, reason="r"),), Group.REVIEW),
    ("no date", {}, (), Group.NO_DATE),
    ("no date, due a report", {"report_every": 7}, (noted("2018-01-20"),), Group.NO_REPORT),
    ("continuing", {"kind": Kind.CONTINUING}, (), Group.IN_HAND),
    (
        "continuing, due a report",
        {"kind": Kind.CONTINUING, "report_every": 30},
        (),
        Group.NO_REPORT,
    ),
    (
        "also said",
        {"firmness": Firmness.ENDEAVOUR, "timing": timing(None, "2018-01-31")},
        (),
        Group.ALSO_SAID,
    ),
    ("continuing, not answered", {"kind": Kind.CONTINUING}, LATE, Group.UNANSWERED),
    ("continuing, to be answered today", {"kind": Kind.CONTINUING}, IN_TIME, Group.IN_HAND),
    (
        "continuing, answered too late",
        {"kind": Kind.CONTINUING},
        (*LATE, noted(DAY.isoformat(), answered=("METI",))),
        Group.IN_HAND,
    ),
    ("no date, not answered", {}, LATE, Group.UNANSWERED),
    ("due later, not answered", {"timing": timing("2019-01-01", None)}, LATE, Group.UNANSWERED),
    ("over, not answered", {"timing": timing(None, "2018-01-31")}, LATE, Group.OVERDUE),
    ("to be looked at, not answered", {"review_on": DAY}, LATE, Group.UNANSWERED),
    ("also said, not answered", {"firmness": Firmness.STATEMENT}, LATE, Group.UNANSWERED),
    (
        "also said, tracked",
        {"firmness": Firmness.STATEMENT, "track": True, "timing": timing(None, "2018-01-31")},
        (),
        Group.OVERDUE,
    ),
    (
        "said, tracked, never stale",
        {"firmness": Firmness.STATEMENT, "track": True},
        (),
        Group.NO_DATE,
    ),
]


@pytest.mark.parametrize(
    ("name", "fields", "updates", "group"), GROUPS, ids=[case[0] for case in GROUPS]
)
def test_an_item_stands_in_the_first_section_that_fits(
    name: str, fields: dict[str, Any], updates: tuple[Update, ...], group: Group, tmp_path: Path
) -> None:
    (standing,) = open_items(tmp_path, item(**fields), *updates)

    assert group_of_item(standing, DAY, SIXTY) is group, name
    counts = agenda_of(tmp_path).counts
    assert {group: number for group, number in counts.items() if number} == {group: 1}


def test_every_section_has_a_case() -> None:
    assert {case[3] for case in GROUPS} == set(Group)


def outline(blocks: tuple[object, ...]) -> list[str]:
    """Headings with their counts, tables by the numbers of their items, paragraphs as they are."""
    lines = []
    for block in blocks:
        match block:
            case Heading():
                lines.append(f"# {block.text} ({block.count})")
            case Table():
                refs = (
                    cell.ref[-1] for row in block.rows for cell in row if isinstance(cell, Ref)
                )
                lines.append(" ".join(refs))
            case Paragraph():
                lines.append(block.text)
            case _:
                pass
    return lines


ITEMS = (
    item(1, timing=timing(None, "2018-01-31")),
    item(2, timing=timing(None, "2018-01-30")),
    item(3, timing=timing("2018-03-01", "2018-05-31")),
    item(4),
    item(5, kind=Kind.CONTINUING),
    item(6, firmness=Firmness.STATEMENT),
    item(7, timing=timing("2019-01-01", "2019-05-31"), report_every=365),
)


def test_the_agenda_shows_section_after_section_and_counts_the_rest(tmp_path: Path) -> None:
    blocks = agenda_blocks(agenda_of(tmp_path, *ITEMS), SIXTY)

    assert outline(blocks) == [
        "# Overdue (2)",
        "2 1",
        "# Coming up within 60 days (1)",
        "3",
        "# No date (1)",
        "4",
        "Not shown: 1 due later; 1 continuing; 1 also said, not promised.",
    ]


@pytest.mark.parametrize(
    ("most", "lines"),
    [
        (
            0,
            [
                "# Overdue (2)",
                "# Coming up within 60 days (1)",
                "# No date (1)",
                "… 4 more (--all)",
            ],
        ),
        (
            1,
            [
                "# Overdue (2)",
                "2",
                "… 1 more (--all)",
                "# Coming up within 60 days (1)",
                "# No date (1)",
                "… 2 more (--all)",
            ],
        ),
        (
            3,
            [
                "# Overdue (2)",
                "2 1",
                "# Coming up within 60 days (1)",
                "3",
                "# No date (1)",
                "… 1 more (--all)",
            ],
        ),
    ],
)
def test_a_screenful_names_every_section_and_how_many_more(
    most: int, lines: list[str], tmp_path: Path
) -> None:
    blocks = agenda_blocks(agenda_of(tmp_path, *ITEMS, most=most), SIXTY)

    assert outline(blocks)[:-1] == lines


def test_an_empty_agenda_says_whether_there_is_anything_at_all(tmp_path: Path) -> None:
    empty = agenda_of(ledger_of(tmp_path / "empty"))
    assert outline(agenda_blocks(empty, SIXTY)) == [
        "Nothing is open. What was promised is filed by dipltrack meeting add, then dipltrack add."
    ]
    assert outline(agenda_blocks(agenda_of(tmp_path, ITEMS[4]), SIXTY)) == [
        "Nothing is overdue, due or without a date.",
        "Not shown: 1 continuing.",
    ]
