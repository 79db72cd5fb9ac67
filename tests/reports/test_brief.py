"""The brief: each item once, under what is to be said of it at the next meeting."""

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from dipltrack.model.settings import Body
from dipltrack.model.vocabulary import (
    Firmness,
    NextMove,
    Status,
    TimingChange,
    TimingClass,
)
from dipltrack.model.window import Timing, Window
from dipltrack.reports.blocks import Block, Heading, Many, Paragraph, Ref, Table, Text
from dipltrack.reports.brief import Brief, Turn, brief_blocks, turn_of
from tests.given import day, ledger_of, meeting, standings
from tests.reports.weekly.desk import item, update

ON = "2018-02-02"
MAY = Timing(
    stated="5 May",
    window=Window(class_=TimingClass.EXACT, earliest=day("2018-05-05"), latest=day("2018-05-05")),
)


def brief_of(root: Path, *entries: Any, last: str | None = "2018-01-15", **held: Any) -> Brief:  # noqa: ANN401
    """The brief on Türkiye, of a ledger with those entries."""
    of = replace(meeting(), **held) if held else None
    items = tuple(standings(ledger_of(root, *entries, held=of), ON).values())
    return Brief(partner="TR", items=items, day=day(ON), last_meeting=day(last) if last else None)


@pytest.mark.parametrize(
    ("promise", "entries", "turn"),
    [
        (item(1, last="2018-01-20"), [], Turn.OVERDUE),
        (
            item(1, last="2018-01-20"),
            [update(1, "2018-01-10", note="n", next_move=NextMove.THEIRS)],
            Turn.OVERDUE,
        ),
        (item(1), [update(1, "2018-01-10", note="n", next_move=NextMove.THEIRS)], Turn.THEIRS),
        (item(1), [update(1, "2018-01-10", note="n", next_move=NextMove.OURS)], Turn.OURS),
        (item(1), [update(1, "2018-01-10", note="n", next_move=NextMove.BOTH)], Turn.OURS),
        (item(1), [update(1, "2018-01-10", note="n", next_move=NextMove.NOBODY)], Turn.IN_HAND),
        (
            item(1, "2018-05-01", "2018-05-31"),
            [update(1, "2018-01-10", timing=TimingChange.FIXED, to=MAY)],
            Turn.FIXED,
        ),
        (item(1), [update(1, "2018-01-10", status=Status.IN_PROGRESS)], Turn.IN_HAND),
        (item(1), [update(1, "2018-01-10", status=Status.NOT_STARTED)], Turn.NOT_BEGUN),
        (item(1), [], Turn.NOT_BEGUN),
        (item(1, firmness=Firmness.STATEMENT), [], Turn.ALSO_SAID),
        (item(1, firmness=Firmness.STATEMENT, track=True), [], Turn.NOT_BEGUN),
        (item(1), [update(1, "2018-01-20", status=Status.FULFILLED)], Turn.KEPT),
        (item(1), [update(1, "2018-01-14", status=Status.FULFILLED)], None),
        (item(1), [update(1, "2018-01-20", status=Status.WITHDRAWN)], None),
    ],
)
def test_what_is_to_be_said_of_an_item(
    promise: Any,  # noqa: ANN401
    entries: list[Any],
    turn: Turn | None,
    tmp_path: Path,
) -> None:
    brief = brief_of(tmp_path / "ledger", promise, *entries)

    assert turn_of(brief.items[0], brief) is turn


def test_each_item_stands_once_under_its_dossier_the_overdue_first(tmp_path: Path) -> None:
    brief = brief_of(
        tmp_path / "ledger",
        item(1, dossier="EPA"),
        item(2, last="2018-01-20", dossier="EPA"),
        item(3),
        item(4, dossier="festival"),
    )

    blocks = brief_blocks(brief)

    assert [b.text for b in blocks if isinstance(b, Heading)] == ["EPA", "festival", "No dossier"]
    assert _refs(blocks) == ["2", "1", "4", "3"]
    assert isinstance(blocks[0], Paragraph)
    assert blocks[0].text == "Four promises are open: one overdue and three not begun."


def _refs(blocks: tuple[Block, ...]) -> list[str]:
    """The numbers of the items, in the order in which they stand."""
    firsts = [row[0] for b in blocks if isinstance(b, Table) for row in b.rows]
    cells = [cell for first in firsts if isinstance(first, Many) for cell in first.cells]
    return [cell.ref[-1] for cell in cells if isinstance(cell, Ref)]


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        ([item(1)], "One promise is open, not begun."),
        ([item(1), item(2)], "Two promises are open, both not begun."),
        ([item(1), item(2), item(3)], "Three promises are open, all not begun."),
        (
            [item(1), item(2), update(2, "2018-01-20", status=Status.FULFILLED)],
            "One promise is open, not begun; one kept since the last meeting.",
        ),
        (
            [item(1), update(1, "2018-01-20", status=Status.FULFILLED)],
            "No promises are open; one kept since the last meeting.",
        ),
        (
            [item(1), item(2, firmness=Firmness.STATEMENT)],
            "One promise is open, not begun; one also said, not promised.",
        ),
    ],
)
def test_the_sum_agrees_in_number(entries: list[Any], told: str, tmp_path: Path) -> None:
    assert brief_blocks(brief_of(tmp_path / "ledger", *entries))[0] == Paragraph(told)


@pytest.mark.parametrize(
    ("parties", "fields", "stands"),
    [
        (("JP", "TR"), {}, True),
        (("JP", "TR", "KR"), {}, True),  # filed under the partner
        (("JP", "KR", "TR"), {"ref": "G20-20171228"}, False),
        (("JP", "KR", "TR"), {"ref": "G20-20171228", "voice": ("TR",)}, True),
        (("JP", "KR", "TR"), {"ref": "G20-20171228", "counterpart": ("TR-MFA",)}, True),
        (("JP", "KR", "TR"), {"ref": "G20-20171228", "counterpart": ("KR-MFA",)}, False),
    ],
)
def test_of_a_meeting_of_many_only_what_names_the_partner(
    parties: tuple[str, ...],
    fields: dict[str, Any],
    stands: bool,  # noqa: FBT001
    tmp_path: Path,
) -> None:
    ref = fields.pop("ref", "TR-20171228")
    promise = replace(item(1, **fields), ref=f"{ref}-1")
    brief = brief_of(tmp_path / "ledger", promise, ref=ref, parties=parties)
    brief = replace(
        brief, bodies=(Body(name="TR-MFA", party="TR"), Body(name="KR-MFA", party="KR"))
    )

    fits = not any("Nothing is open" in getattr(b, "text", "") for b in brief_blocks(brief))
    assert fits is stands


def test_a_partner_with_nothing_open_has_a_line(tmp_path: Path) -> None:
    assert brief_blocks(brief_of(tmp_path / "ledger")) == (
        Paragraph("Nothing is open, and nothing was kept since the last meeting."),
    )


def test_a_time_that_was_missed_and_promised_again_is_in_the_brief(tmp_path: Path) -> None:
    brief = brief_of(
        tmp_path / "ledger",
        item(1, last="2018-01-10", stated="by 10 January"),
        item(2, last="2018-03-31"),
        update(1, "2018-01-12", status=Status.SUPERSEDED, superseded_by="TR-20171228-2"),
    )

    (table,) = (b for b in brief_blocks(brief) if isinstance(b, Table))
    assert table.rows[0][1] == Text("Act 2 (missed: “by 10 January”)")
