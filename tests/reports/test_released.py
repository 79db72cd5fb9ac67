"""A copy for a partner or for the public holds what DESIGN §2 lists, and not one word more."""

import re
from pathlib import Path

import pytest

from dipltrack.model.commitment import Commitment
from dipltrack.model.meeting import Document
from dipltrack.model.update import Evidence
from dipltrack.model.vocabulary import Handling, Instrument, Status
from dipltrack.register.handling import (
    handling_of_document,
    handling_of_evidence,
    handling_of_item,
    may_see,
)
from dipltrack.reports.copies import copy_of_item, copy_of_items, copy_of_week
from dipltrack.reports.released import Released, released
from dipltrack.reports.timeline import Frame, copy_of_timeline
from tests.given import day, ledger_of, standings
from tests.reports.secrets import ledger
from tests.reports.weekly.desk import item, update

OPEN = {
    "SECRETCommitmenttitle",
    "SECRETCommitmentwording",
    "SECRETDocumentname",
    "SECRETCommitmentparagraph",
    "SECRETDocumentaddress",
    "SECRETCommitmentstated",
    "SECRETCommitmentcounterpart",
    "SECRETUpdatewhen",
    "SECRETEvidenceaddress",
}
"""All that a copy for others may say of the ledger: each was opened on purpose."""

PUBLIC, PARTNER, INTERNAL = Handling.PUBLIC, Handling.PARTNER, Handling.INTERNAL


@pytest.mark.parametrize(
    ("instrument", "address", "marked", "expected"),
    [
        (Instrument.TREATY, None, None, PUBLIC),
        (Instrument.JOINT_STATEMENT, None, None, PUBLIC),
        (Instrument.PRESS_RELEASE, None, None, PUBLIC),
        (Instrument.RESOLUTION, None, None, PUBLIC),
        (Instrument.READOUT, "https://example.org/r", None, PUBLIC),
        (Instrument.READOUT, None, None, INTERNAL),
        (Instrument.READOUT, "cable 12", None, INTERNAL),
        (Instrument.AGREED_MINUTES, "https://example.org/m", None, PARTNER),
        (Instrument.MOU, None, None, PARTNER),
        (Instrument.EXCHANGE_OF_NOTES, None, None, PARTNER),
        (Instrument.PRESS_CONFERENCE, None, None, INTERNAL),
        (Instrument.NEWS_REPORT, "https://example.org/n", None, INTERNAL),
        (Instrument.OTHER, None, None, INTERNAL),
        (Instrument.OTHER, None, PUBLIC, PUBLIC),
        (Instrument.TREATY, None, INTERNAL, INTERNAL),
    ],
)
def test_a_document_is_marked_by_its_instrument_unless_it_says_otherwise(
    instrument: Instrument, address: str | None, marked: Handling | None, expected: Handling
) -> None:
    document = Document(name="d", instrument=instrument, address=address, handling=marked)

    assert handling_of_document(document) is expected


@pytest.mark.parametrize(
    ("document", "marked", "expected"),
    [
        ("minutes", None, PARTNER),
        ("minutes", PUBLIC, PUBLIC),
        ("release", INTERNAL, INTERNAL),
        ("another", None, INTERNAL),
        (None, None, INTERNAL),
    ],
)
def test_an_item_takes_the_handling_of_its_document(
    document: str | None, marked: Handling | None, expected: Handling
) -> None:
    documents = (
        Document(name="release", instrument=Instrument.PRESS_RELEASE),
        Document(name="minutes", instrument=Instrument.AGREED_MINUTES),
    )
    promise = Commitment(ref="TR-20171228-1", title="t", document=document, handling=marked)

    assert handling_of_item(promise, documents) is expected


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        (Evidence(address="https://example.org/"), PUBLIC),
        (Evidence(address="HTTP://example.org/"), PUBLIC),
        (Evidence(address="ftp://example.org/"), INTERNAL),
        (Evidence(registry="12/3"), INTERNAL),
        (Evidence(document="minutes"), PARTNER),
        (Evidence(document="TR-20180129/readout"), INTERNAL),
        (Evidence(address="https://example.org/", handling=INTERNAL), INTERNAL),
    ],
)
def test_evidence_is_public_at_an_address_and_else_as_its_document(
    evidence: Evidence, expected: Handling
) -> None:
    documents = (Document(name="minutes", instrument=Instrument.AGREED_MINUTES),)

    assert handling_of_evidence(evidence, documents) is expected


@pytest.mark.parametrize(
    ("audience", "seen"),
    [
        (PUBLIC, {PUBLIC}),
        (PARTNER, {PUBLIC, PARTNER}),
        (INTERNAL, {PUBLIC, PARTNER, INTERNAL}),
    ],
)
def test_each_audience_sees_what_is_marked_for_it_and_for_wider_ones(
    audience: Handling, seen: set[Handling]
) -> None:
    assert {handling for handling in Handling if may_see(audience, handling)} == seen


@pytest.mark.parametrize("audience", [PUBLIC, PARTNER])
def test_only_what_was_opened_gets_into_a_copy(audience: Handling, tmp_path: Path) -> None:
    on_file = standings(ledger(tmp_path / "ledger"), "2018-02-02").values()
    seen = [copy for _, copy in released(on_file, audience)]

    assert len(seen) == 1, "the item is public: the test would prove nothing without it"
    copies = (
        copy_of_items(seen),
        copy_of_item(seen[0]),
        copy_of_week(seen, seen, day("2018-01-26"), day("2018-02-02")),
        copy_of_timeline(seen, Frame(day=day("2018-02-02"))),
    )
    assert set(re.findall(r"SECRET[A-Za-z_]+", str(copies))) == OPEN, "what is open is shown"
    for blocks in copies:
        assert set(re.findall(r"SECRET[A-Za-z_]+", str(blocks))) <= OPEN
        assert not re.search(r"undertaking|overdue|2031|in-window|joint\b", str(blocks))


def test_every_field_of_the_model_has_its_word(tmp_path: Path) -> None:
    text = "".join(
        path.read_text(encoding="utf-8") for path in ledger(tmp_path / "ledger").rglob("*.toml")
    )

    words = set(re.findall(r"SECRET[A-Za-z]+_?", text))
    assert words > OPEN
    assert {
        "SECRETUpdatenote",
        "SECRETUpdateseek",
        "SECRETIdentityname",
        "SECRETBodymail",
    } <= words


def test_what_is_not_for_the_audience_is_left_out_whole(tmp_path: Path) -> None:
    documents = (
        Document(name="release", instrument=Instrument.PRESS_RELEASE),
        Document(name="minutes", instrument=Instrument.AGREED_MINUTES),
    )
    root = ledger_of(
        tmp_path / "ledger",
        *documents,
        item(1, document="release"),
        item(2, document="minutes"),
        item(3),
    )
    on_file = list(standings(root, "2018-02-02").values())

    assert [copy.ref[-1] for _, copy in released(on_file, PUBLIC)] == ["1"]
    assert [copy.ref[-1] for _, copy in released(on_file, PARTNER)] == ["1", "2"]


SHOWN = Evidence(address="https://example.org/")
OURS = Evidence(registry="12/3")


@pytest.mark.parametrize(
    ("entry", "what"),
    [
        ({"status": Status.FULFILLED, "evidence": (SHOWN,)}, ["done"]),
        ({"status": Status.PARTLY_FULFILLED, "evidence": (SHOWN, OURS)}, ["done in part"]),
        ({"status": Status.IN_PROGRESS, "evidence": (SHOWN,)}, ["begun"]),
        ({"held": True, "evidence": (SHOWN,)}, ["held"]),
        ({"status": Status.FULFILLED, "evidence": (OURS,)}, []),
        ({"status": Status.FULFILLED}, []),
        ({"status": Status.ON_HOLD, "reason": "r", "evidence": (SHOWN,)}, []),
        ({"status": Status.NOT_STARTED, "evidence": (SHOWN,)}, []),
        ({"note": "n", "evidence": (SHOWN,)}, []),
        (
            {
                "status": Status.FULFILLED,
                "evidence": (Evidence(address="https://example.org/", contradicts=True),),
            },
            [],
        ),
    ],
)
def test_a_fact_is_let_through_with_evidence_that_may_be_seen_and_never_without(
    entry: dict[str, object], what: list[str], tmp_path: Path
) -> None:
    release = Document(name="release", instrument=Instrument.PRESS_RELEASE)
    root = ledger_of(
        tmp_path / "ledger", release, item(1, document="release"), update(1, "2018-01-29", **entry)
    )

    ((_, copy),) = released(standings(root, "2018-02-02").values(), PUBLIC)

    assert [fact.what for fact in copy.facts] == what
    assert all(shown.address for fact in copy.facts for shown in fact.evidence)


def test_a_struck_item_is_in_no_copy(tmp_path: Path) -> None:
    root = ledger_of(
        tmp_path / "ledger",
        Document(name="release", instrument=Instrument.PRESS_RELEASE),
        item(1, document="release", id="STRCK001"),
        update(1, "2018-01-02", corrects="STRCK001"),
    )

    assert released(standings(root, "2018-02-02").values(), PUBLIC) == ()


def test_a_copy_without_anything_says_so() -> None:
    none: list[Released] = []

    assert "Nothing that may be shown" in str(copy_of_items(none))
    assert "Nothing that may be shown" in str(
        copy_of_week(none, none, day("2018-01-26"), day("2018-02-02"))
    )
