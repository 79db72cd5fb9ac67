"""The matrix: all that a desk keeps of an item in one line, by dossier or by meeting."""

from pathlib import Path

from dipltrack.model.meeting import Document
from dipltrack.model.settings import Dossier
from dipltrack.model.update import Evidence
from dipltrack.model.vocabulary import Firmness, Instrument, Rag, RagReason, Status
from dipltrack.reports.blocks import (
    Colour,
    Dated,
    Heading,
    Link,
    Paragraph,
    Ref,
    Stated,
    Table,
    Text,
)
from dipltrack.reports.matrix import GroupBy, matrix_blocks
from tests.given import day, ledger_of, standings
from tests.reports.weekly.desk import item, update

SITE = "https://www.example.org/release"


def test_an_item_has_every_column_of_the_design(tmp_path: Path) -> None:
    root = ledger_of(
        tmp_path / "ledger",
        Document(name="release", instrument=Instrument.PRESS_RELEASE, address=SITE),
        item(
            1,
            "2018-01-21",
            "2018-01-31",
            stated="late January next year",
            document="release",
            paragraph="2(2)a",
            firmness=Firmness.PLAN,
            lead=("ME1",),
            counterpart=("TR-MFA",),
        ),
        update(
            1,
            "2018-01-29",
            status=Status.FULFILLED,
            note="Held in Ankara.",
            next_step="propose a second one",
            evidence=(Evidence(document="release"), Evidence(document="release")),
        ),
    )
    (one,) = standings(root, "2018-02-02").values()

    (_, table) = matrix_blocks([one], GroupBy.DOSSIER, ())

    assert isinstance(table, Table)
    told = {c.title: cell for c, cell in zip(table.columns, table.rows[0], strict=True)}
    assert told == {
        "Ref": Ref("TR-20171228-1"),
        "Promised action": Text("Act 1"),
        "Source ¶": Link("release 2(2)a", SITE),
        "Firmness": Text("plan"),
        "Lead / counterpart": Text("ME1 / TR-MFA"),
        "Stated time → window": Stated("late January next year", one.state.window),
        "Status": Text("fulfilled"),
        "RAG": Colour(Rag.BLUE, RagReason.KEPT),
        "State of play (date)": Dated("fulfilled, in time: Held in Ankara.", day("2018-01-29")),
        "Next step": Text("propose a second one"),
        "Evidence": Link("release", SITE),
    }


def test_items_stand_under_their_dossiers_what_has_none_last(tmp_path: Path) -> None:
    root = ledger_of(
        tmp_path / "ledger", item(1), item(2, dossier="EPA"), item(3, dossier="energy")
    )
    dossiers = (Dossier(name="EPA", title="Economic Partnership Agreement"),)

    blocks = matrix_blocks(list(standings(root, "2018-02-02").values()), GroupBy.DOSSIER, dossiers)

    assert [b for b in blocks if isinstance(b, Heading)] == [
        Heading("energy", 1),
        Heading("Economic Partnership Agreement (EPA)", 1),
        Heading("No dossier", 1),
    ]


def test_items_stand_under_their_meetings(tmp_path: Path) -> None:
    root = ledger_of(tmp_path / "ledger", item(1), item(2))

    blocks = matrix_blocks(list(standings(root, "2018-02-02").values()), GroupBy.MEETING, ())

    assert [b for b in blocks if isinstance(b, Heading)] == [
        Heading("Foreign Ministers' Meeting, 28 Dec 2017 (TR-20171228)", 2)
    ]


def test_no_item_is_said() -> None:
    assert matrix_blocks([], GroupBy.DOSSIER, ()) == (Paragraph("No item fits."),)
