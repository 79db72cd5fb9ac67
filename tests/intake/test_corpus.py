"""Whole documents: how well follow-ups are proposed does not fall below what was reached."""

from datetime import date
from pathlib import Path

import pytest

from benchmarks.follow_ups import scored
from dipltrack.intake.clause.anchor import Anchor
from dipltrack.intake.document.opening import opened
from dipltrack.intake.document.reading import communique_of
from dipltrack.intake.proposal import Proposal
from dipltrack.intake.proposing import intake_of

CORPUS = Path(__file__).parent / "corpus"
SHARED = Path(__file__).parents[3] / "shared"
AIMS = {"recall": 0.92, "precision": 0.88, "windows": 0.9, "undated": 0.95, "paragraphs": 0.9}


def test_the_documents_that_were_looked_at_are_read_as_wanted() -> None:
    told: list[str] = []

    score = scored(CORPUS / "seen", told)

    assert score.docs > 15
    for name, least in AIMS.items():
        assert score.figures()[name] >= least, told


def test_the_documents_that_are_only_scored_do_not_fall_back() -> None:
    score = scored(CORPUS / "kept")

    assert score.docs > 12
    assert score.figures()["recall"] >= 0.8
    assert score.figures()["precision"] >= 0.8


@pytest.mark.parametrize("name", ["plain", "hard"])
def test_the_shared_documents_are_read_as_wanted(name: str) -> None:
    folder = SHARED / "corpus" / name
    if not folder.is_dir():
        pytest.skip(f"{folder} is not here: it is not part of the project")
    told: list[str] = []

    figures = scored(folder, told).figures()

    assert figures["recall"] >= 0.92, told
    assert figures["precision"] >= 0.88, told
    assert figures["undated"] >= 0.98, told


def founding() -> tuple[Proposal, ...]:
    files = sorted((SHARED / "seed").glob("*.txt"))
    if not files:
        pytest.skip(f"{SHARED / 'seed'} is not here: it is not part of the project")
    text, title = opened(files[0].read_bytes(), files[0].name)
    communique = communique_of(text, None, title)
    anchor = Anchor(day=date(2017, 12, 28), language="en")
    return intake_of(communique, anchor).proposals


def test_the_founding_case_yields_its_seven_follow_ups_and_no_regional_position() -> None:
    proposals = founding()

    told = {(one.paragraph.label, one.timing.window.edtf()) for one in proposals}
    assert ("2(2)a", "2018-01-21/2018-01-31") in told
    assert ("2(2)b", "2018-01-01/2018-12-31") in told
    assert ("2(2)d", "2018-03-01/2018-05-31") in told
    titles = [one.title for one in proposals]
    assert sum("Sinop" in title for title in titles) == 1
    assert sum("University" in title for title in titles) == 1
    assert any(title.startswith("Intensify their high level engagement") for title in titles)
    last = proposals[-1]
    assert (last.paragraph.label, str(last.firmness)) == ("3(3)", "statement")
    assert len(proposals) == 7
