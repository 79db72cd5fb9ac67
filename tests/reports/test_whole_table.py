"""A table of everything: one row an item, a column for all that is known of it."""

import re
from datetime import date
from pathlib import Path

import pytest

from dipltrack.intake.sheet.vocabulary import field_of
from dipltrack.model.commitment import Commitment
from dipltrack.model.meeting import Document
from dipltrack.model.update import Evidence, Update
from dipltrack.model.vocabulary import Firmness, Handling, Instrument, Status, TimingClass
from dipltrack.model.window import Timing, Window
from dipltrack.render.cells import written
from dipltrack.reports.blocks import Day, Table
from dipltrack.reports.calendar import calendar_copy_of
from dipltrack.reports.released import released
from dipltrack.reports.whole_table import released_table, whole_table
from tests.given import REF, day, ledger_of, standings
from tests.reports.secrets import ledger
from tests.reports.test_released import OPEN

ITEM = Commitment(
    ref=REF,
    title="Hold the dialogue",
    document="release",
    paragraph="2(2)a",
    wording="there is a plan to hold …",
    firmness=Firmness.PLAN,
    lead=("ME1", "METI"),
    timing=Timing(
        stated="late January",
        window=Window(
            class_=TimingClass.PART,
            earliest=date(2018, 1, 21),
            latest=date(2018, 1, 31),
            basis="late month",
        ),
    ),
)
RELEASE = Document(name="release", instrument=Instrument.PRESS_RELEASE, address="https://e.org/r")
DONE = Update(
    of=REF,
    date=day("2018-01-29"),
    status=Status.FULFILLED,
    note="Held.",
    evidence=(Evidence(address="https://e.org/1"), Evidence(document="release")),
)


def row(table: Table) -> dict[str, str]:
    """The one row by its headings, each cell as a terminal writes it."""
    (cells,) = table.rows
    headings = [column.title for column in table.columns]
    return dict(zip(headings, map(written, cells), strict=True))


def test_a_row_says_all_that_is_known_on_the_day(tmp_path: Path) -> None:
    root = ledger_of(tmp_path, RELEASE, ITEM, DONE)

    told = row(whole_table(standings(root, "2018-06-01").values()))

    assert (
        told
        | {
            "Promised action": "Hold the dialogue",
            "Meeting ref": "TR-20171228",
            "Document": "release",
            "Paragraph": "2(2)a",
            "Wording": "“there is a plan to hold …”",
            "Stated time": "“late January”",
            "Class": "part",
            "Earliest": "21 Jan 2018",
            "Latest": "31 Jan 2018",
            "Basis": "late month",
            "Lead": "ME1, METI",
            "Status": "fulfilled",
            "Status date": "29 Jan 2018",
            "Timeliness": "in-window",
            "Last heard": "Held.",
            "Evidence": "https://e.org/1\nhttps://e.org/r",
        }
        == told
    )


def test_days_are_days_and_what_is_not_there_is_empty(tmp_path: Path) -> None:
    root = ledger_of(tmp_path, Commitment(ref=REF, title="Cooperate"))

    table = whole_table(standings(root, "2018-06-01").values())
    cells = dict(zip([column.title for column in table.columns], table.rows[0], strict=True))

    assert cells["Meeting date"] == Day(date(2017, 12, 28))
    assert cells["Latest"] == Day(None)
    assert row(table)["Evidence"] == ""


def test_its_columns_are_known_again_by_an_import(tmp_path: Path) -> None:
    root = ledger_of(tmp_path, RELEASE, ITEM, DONE)
    headings = [c.title for c in whole_table(standings(root, "2018-06-01").values()).columns]

    fields = {found[0].value for heading in headings if (found := field_of(heading))}

    assert fields >= {
        "meeting_ref",
        "title",
        "wording",
        "stated",
        "document",
        "paragraph",
        "lead",
        "support",
        "counterpart",
        "status",
        "status_date",
        "evidence",
        "next_step",
        "review_on",
    }


@pytest.mark.parametrize("audience", [Handling.PUBLIC, Handling.PARTNER])
def test_only_what_was_opened_gets_into_a_copy(audience: Handling, tmp_path: Path) -> None:
    on_file = standings(ledger(tmp_path / "ledger"), "2018-02-02").values()
    seen = [copy for _, copy in released(on_file, audience)]

    assert len(seen) == 1, "the item is public: the test would prove nothing without it"
    calendar = calendar_copy_of(seen, day("2018-02-02")).replace(b"\r\n ", b"").decode()
    for copy in (str(released_table(seen)), calendar):
        words = set(re.findall(r"SECRET[A-Za-z_]+", copy))
        assert {"SECRETCommitmenttitle", "SECRETCommitmentwording"} <= words <= OPEN
        assert not re.search(r"undertaking|overdue|2031|in-window|joint\b", copy)
