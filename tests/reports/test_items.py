"""The list: every column, what stands in it, and what is said below the table."""

from pathlib import Path
from typing import Any

import pytest

from dipltrack.model.commitment import Commitment
from dipltrack.model.update import Update
from dipltrack.model.vocabulary import (
    Firmness,
    Kind,
    NextMove,
    Rag,
    RagReason,
    Status,
    TimingClass,
)
from dipltrack.model.window import Timing, Window
from dipltrack.register.standing import Standing
from dipltrack.reports.blocks import (
    Cell,
    Colour,
    Day,
    Days,
    Need,
    Paragraph,
    Ref,
    Span,
    Table,
    Text,
    Words,
)
from dipltrack.reports.items import DEFAULT, ColumnName, items_blocks, items_table, when_cell
from tests.given import REF, day, ledger_of, standing, standings

JANUARY = Window(class_=TimingClass.PART, earliest=day("2018-01-21"), latest=day("2018-01-31"))
FULL = Commitment(
    ref=REF,
    title="Hold it",
    dossier="security",
    document="release",
    paragraph="2(2)a",
    voice=("JP", "TR"),
    firmness=Firmness.PLAN,
    sector="politics",
    lead=("ME1", "METI"),
    counterpart=("TR-MFA",),
    timing=Timing(stated="late January", window=JANUARY),
)
NOTED = Update(
    of=REF,
    date=day("2018-01-05"),
    status=Status.IN_PROGRESS,
    next_move=NextMove.THEIRS,
    next_step="call",
)
CELLS: dict[ColumnName, tuple[Cell, Cell]] = {
    # of an item of which all is known, and of one that has a title only
    ColumnName.REF: (Ref(REF), Ref(REF)),
    ColumnName.TITLE: (Text("Hold it"), Text("Hold it")),
    ColumnName.WHEN: (Span(JANUARY), Text("no date")),
    ColumnName.DAYS: (Days(-5), Days(None)),
    ColumnName.STATUS: (Text("in-progress"), Text("no-report")),
    ColumnName.RAG: (
        Colour(Rag.RED, RagReason.OVERDUE),
        Colour(Rag.NONE, RagReason.NEVER_REPORTED),
    ),
    ColumnName.LEAD: (Text("ME1, METI"), Text("")),
    ColumnName.COUNTERPART: (Text("TR-MFA"), Text("")),
    ColumnName.STATED: (Words("late January"), Text("")),
    ColumnName.FIRMNESS: (Text("plan"), Text("")),
    ColumnName.VOICE: (Text("JP, TR"), Text("")),
    ColumnName.KIND: (Text("one-off"), Text("one-off")),
    ColumnName.SECTOR: (Text("politics"), Text("")),
    ColumnName.DOSSIER: (Text("security"), Text("")),
    ColumnName.TIMELINESS: (Text("overdue"), Text("undated")),
    ColumnName.FRESHNESS: (Text("stale"), Text("never-reported")),
    ColumnName.NEXT_MOVE: (Text("theirs"), Text("")),
    ColumnName.NEXT_STEP: (Text("call"), Text("")),
    ColumnName.UPDATED: (Day(day("2018-01-05")), Day(None)),
    ColumnName.SOURCE: (Text("release 2(2)a"), Text("")),
}


@pytest.mark.parametrize("name", CELLS, ids=str)
def test_a_column_holds(name: ColumnName, tmp_path: Path) -> None:
    full = standing(ledger_of(tmp_path / "full", FULL, NOTED), "2018-02-05")
    bare = standing(
        ledger_of(tmp_path / "bare", Commitment(ref=REF, title="Hold it")), "2018-02-05"
    )

    table = items_table((full, bare), (name,))

    assert table.rows == tuple((cell,) for cell in CELLS[name])


def listed(root: Path, count: int) -> list[Standing]:
    """So many items."""
    items = (Commitment(ref=f"TR-20171228-{n}", title="Hold it") for n in range(1, count + 1))
    return list(standings(ledger_of(root, *items), "2018-02-05").values())


@pytest.mark.parametrize(
    ("count", "more", "below"),
    [(1, 0, "1 item"), (2, 0, "2 items"), (2, 1500, "… 1,500 more (--all)")],
)
def test_the_count_stands_below_the_table(
    count: int, more: int, below: str, tmp_path: Path
) -> None:
    table, hint = items_blocks(listed(tmp_path, count), more)

    assert isinstance(table, Table)
    assert len(table.rows) == count
    assert hint == Paragraph(below, hint=True)


def test_nothing_is_said_in_a_sentence() -> None:
    assert items_blocks((), 0) == (Paragraph("No item fits."),)


def test_columns_that_are_asked_for_are_all_needed(tmp_path: Path) -> None:
    wanted = (ColumnName.SOURCE, ColumnName.UPDATED)

    table, _ = items_blocks(listed(tmp_path, 1), 0, wanted)
    usual, _ = items_blocks(listed(tmp_path, 1), 0)

    assert isinstance(table, Table)
    assert isinstance(usual, Table)
    assert [(column.title, column.need) for column in table.columns] == [
        ("Source", Need.ALWAYS),
        ("Updated", Need.ALWAYS),
    ]
    assert len(usual.columns) == len(DEFAULT)
    assert {column.need for column in usual.columns} > {Need.ALWAYS}


@pytest.mark.parametrize(
    ("fields", "cell"),
    [
        ({"timing": Timing(stated="soon", window=JANUARY)}, Span(JANUARY)),
        ({"timing": Timing(stated="soon", window=Window(class_=TimingClass.OPEN))}, Words("soon")),
        ({"kind": Kind.CONTINUING}, Text("continuing")),
        ({}, Text("no date")),
    ],
)
def test_when_is_the_window_else_the_words_else_what_it_is(
    fields: dict[str, Any], cell: Cell, tmp_path: Path
) -> None:
    item = Commitment(ref=REF, title="Hold it", **fields)

    assert when_cell(standing(ledger_of(tmp_path, item), "2018-01-10")) == cell


def test_days_late_are_told_as_such(tmp_path: Path) -> None:
    kept = Update(of=REF, date=day("2018-02-05"), status=Status.FULFILLED)
    table = items_table(
        (standing(ledger_of(tmp_path, FULL, kept), "2018-03-01"),), (ColumnName.DAYS,)
    )

    assert table.rows == ((Days(5, late=True),),)


def restated(root: Path, first: Firmness | None, again: Firmness | None) -> Standing:
    """An item that says another again, of the same file."""
    second = "TR-20171228-2"
    earlier = Commitment(ref=REF, title="Hold it", firmness=first, timing=FULL.timing)
    later = Commitment(ref=second, title="Hold it", firmness=again, restates=REF)
    return standings(ledger_of(root, earlier, later), "2018-02-05")[second]


@pytest.mark.parametrize(
    ("first", "again", "shown"),
    [
        (Firmness.PLAN, Firmness.AGREEMENT, "agreement"),
        (Firmness.AGREEMENT, Firmness.STATEMENT, "statement; agreement before"),
        (Firmness.UNDERTAKING, None, "none; undertaking before"),
        (None, None, ""),
    ],
)
def test_firmer_words_that_are_still_open_stand_beside(
    first: Firmness | None, again: Firmness | None, shown: str, tmp_path: Path
) -> None:
    table = items_table((restated(tmp_path, first, again),), (ColumnName.FIRMNESS,))

    assert table.rows == ((Text(shown),),)


def test_an_earlier_promise_without_a_firmness_is_no_none(tmp_path: Path) -> None:
    table = items_table((restated(tmp_path, None, Firmness.STATEMENT),), (ColumnName.FIRMNESS,))

    assert "None" not in str(table.rows[0][0])
