"""What a question takes in and leaves out, and the order of the answer."""

from datetime import UTC
from pathlib import Path
from typing import Any

import pytest

from dipltrack.model.commitment import Commitment
from dipltrack.model.update import Update
from dipltrack.model.vocabulary import (
    Firmness,
    Kind,
    NextMove,
    Status,
    Timeliness,
    TimingClass,
)
from dipltrack.model.window import Timing, Window
from dipltrack.register.question import Question, SortBy
from dipltrack.register.view import View
from tests.given import asked, day, ledger_of

VIEW = View(as_of=day("2018-02-02"), timezone=UTC)


def timed(stated: str, earliest: str | None = None, latest: str | None = None) -> Timing:
    """A timing of those words and days."""
    window = Window(
        class_=TimingClass.RANGE,
        earliest=day(earliest) if earliest else None,
        latest=day(latest) if latest else None,
    )
    return Timing(stated=stated, window=window)


def item(number: int, title: str, **fields: Any) -> Commitment:  # noqa: ANN401
    """An item of the meeting."""
    return Commitment(id=f"ITEM{number:04}", ref=f"TR-20171228-{number}", title=title, **fields)


ENTRIES = (
    item(
        1,
        "hold the dialogue",
        firmness=Firmness.PLAN,
        lead=("ME1", "METI"),
        sector="politics",
        dossier="security",
        voice=("joint",),
        timing=timed("late January", "2018-01-21", "2018-01-31"),
        wording="will hold a Security Dialogue",
    ),
    item(
        2,
        "Sign",
        firmness=Firmness.UNDERTAKING,
        lead=("METI",),
        sector="economy",
        timing=timed("this year", "2018-01-01", "2018-12-31"),
    ),
    item(3, "apply", firmness=Firmness.STATEMENT, timing=timed("from March", "2018-03-01")),
    item(4, "Keep in touch", kind=Kind.CONTINUING, voice=("theirs",)),
    item(5, "build", timing=timed("by May", latest="2018-05-31")),
    item(10, "Filed in error"),
    Update(of="TR-20171228-2", date=day("2018-01-05"), note="Text agreed; ASEAN waits"),
    Update(
        of="TR-20171228-3",
        date=day("2018-01-10"),
        status=Status.IN_PROGRESS,
        next_move=NextMove.THEIRS,
        next_step="write to Ankara",
    ),
    Update(of="TR-20171228-5", date=day("2018-01-20"), status=Status.FULFILLED),
    Update(of="TR-20171228-10", date=day("2018-01-20"), corrects="ITEM0010"),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A ledger of six items."""
    return ledger_of(tmp_path, *ENTRIES)


FITS: list[tuple[dict[str, Any], str]] = [
    ({}, "1 2 3 4 5"),
    ({"struck": True}, "1 2 3 4 5 10"),
    ({"partners": ("tr",)}, "1 2 3 4 5"),
    ({"partners": ("JP",)}, "1 2 3 4 5"),
    ({"partners": ("US", "TR")}, "1 2 3 4 5"),
    ({"partners": ("US",)}, ""),
    ({"meetings": ("TR-2017",)}, "1 2 3 4 5"),
    ({"meetings": ("tr-20171228-1",), "struck": True}, "1 10"),
    ({"meetings": ("US", "TR-2018")}, ""),
    ({"sectors": ("POLITICS", "economy")}, "1 2"),
    ({"dossiers": ("security",)}, "1"),
    ({"leads": ("METI",)}, "1 2"),
    ({"statuses": (Status.FULFILLED, Status.IN_PROGRESS)}, "3 5"),
    ({"timeliness": (Timeliness.OVERDUE,)}, "1"),
    ({"firmness": (Firmness.PLAN,)}, "1"),
    ({"kinds": (Kind.CONTINUING,)}, "4"),
    ({"voices": ("Joint", "theirs")}, "1 4"),
    ({"next_moves": (NextMove.THEIRS,)}, "3"),
    ({"promised": True}, "1 2 4 5"),
    ({"promised": False}, "3"),
    ({"open_only": True}, "1 2 3 4"),
    ({"open_only": False}, "5"),
    ({"open_only": True, "promised": True, "leads": ("ME1",)}, "1"),
    # words: in the ref, title, wording, stated time, dossier, notes, reasons, next steps
    ({"text": "SECURITY dialogue"}, "1"),
    ({"text": "january"}, "1"),
    ({"text": "asean"}, "2"),
    ({"text": "ankara"}, "3"),
    ({"text": "20171228-4"}, "4"),
    ({"text": "security whaling"}, ""),
    ({"text": ""}, "1 2 3 4 5"),
    # days: what touches the window as far as it is known
    ({"due_from": day("2018-01-31")}, "1 2 3 5"),
    ({"due_from": day("2018-02-01")}, "2 3 5"),
    ({"due_from": day("2018-06-01")}, "2 3"),
    ({"due_from": day("2019-01-01")}, "3"),
    ({"due_to": day("2017-12-31")}, ""),
    ({"due_to": day("2018-01-01")}, "2"),
    ({"due_to": day("2018-01-21")}, "1 2"),
    ({"due_to": day("2018-05-31")}, "1 2 3 5"),
    ({"due_from": day("2018-02-01"), "due_to": day("2018-02-28")}, "2"),
]


@pytest.mark.parametrize(("words", "found"), FITS, ids=[str(words) for words, _ in FITS])
def test_an_item_fits_what_is_asked_for(words: dict[str, Any], found: str, root: Path) -> None:
    found_here = asked(root, Question(**words), VIEW)

    assert " ".join(one.ref.rpartition("-")[2] for one in found_here) == found


ORDERS = {
    SortBy.REF: "1 2 3 4 5 10",
    SortBy.LATEST: "1 5 2 3 4 10",
    SortBy.RAG: "1 3 4 10 2 5",
    SortBy.STATUS: "1 2 4 10 3 5",
    SortBy.FIRMNESS: "2 4 5 10 1 3",
    SortBy.LEAD: "1 2 3 4 5 10",
    SortBy.SECTOR: "2 1 3 4 5 10",
    SortBy.TITLE: "3 5 10 1 4 2",
    SortBy.UPDATED: "5 3 2 1 4 10",
}


@pytest.mark.parametrize("sort", list(SortBy))
def test_the_answer_stands_in_order_and_what_is_equal_by_ref(sort: SortBy, root: Path) -> None:
    found_here = asked(root, Question(struck=True), VIEW, sort)

    assert " ".join(one.ref.rpartition("-")[2] for one in found_here) == ORDERS[sort]
