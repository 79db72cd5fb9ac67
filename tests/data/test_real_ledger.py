"""The real ledger says what the sources say: forty statuses as of five days, read from the facts."""

import csv
from datetime import UTC, date
from pathlib import Path

import pytest

from dipltrack.ledger.read import read_ledger, read_settings
from dipltrack.model.vocabulary import Status
from dipltrack.register.checking import checked
from dipltrack.register.question import Question
from dipltrack.register.standing import Standing
from dipltrack.register.view import View
from tests.given import asked

DATA = Path(__file__).parents[2] / "data"
ROWS = list(
    csv.DictReader(
        (Path(__file__).parent / "statuses.tsv").read_text(encoding="utf-8").splitlines(),
        delimiter="\t",
    )
)


def found(as_of: str, known_by: str | None = None) -> dict[str, Standing]:
    view = View(
        as_of=date.fromisoformat(as_of),
        known_by=date.fromisoformat(known_by) if known_by else None,
        timezone=UTC,
    )
    return {s.ref: s for s in asked(DATA, Question(each=True), view)}


@pytest.fixture(scope="module")
def by_day() -> dict[str, dict[str, Standing]]:
    return {day: found(day) for day in {row["as_of"] for row in ROWS}}


def test_the_table_is_there() -> None:
    assert len(ROWS) >= 30
    assert len({row["as_of"] for row in ROWS}) == 5


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['ref']} as of {row['as_of']}")
def test_the_status_is_that_of_the_facts(
    row: dict[str, str], by_day: dict[str, dict[str, Standing]]
) -> None:
    standing = by_day[row["as_of"]].get(row["ref"])

    if row["status"] == "absent":
        assert standing is None
    else:
        assert standing is not None
        assert (standing.state.status, standing.timeliness) == (row["status"], row["timeliness"])


def test_nothing_is_amiss() -> None:
    settings, faults = read_settings(DATA)

    assert [*map(str, faults), *map(str, checked(DATA, settings, UTC).faults)] == []


def test_it_is_of_the_size_that_the_readme_says() -> None:
    ledger = read_ledger(DATA)

    items = sum(len(file.commitments) for file in ledger.files)
    with_evidence = sum(bool(u.evidence) for file in ledger.files for u in file.updates)
    assert len(ledger.files) == 43
    assert items >= 110
    assert with_evidence >= 55


def test_every_closing_has_evidence_and_every_item_its_source() -> None:
    for standing in found("2026-11-20").values():
        assert standing.item.document, standing.ref
        if not standing.state.status.is_open:
            evidence = [e for update in standing.state.entries for e in update.evidence]
            assert evidence, standing.ref


def test_only_a_few_words_are_quoted() -> None:
    for standing in found("2026-11-20").values():
        assert len((standing.item.wording or "").split()) <= 14, standing.ref


def test_what_was_known_on_a_day_can_be_asked() -> None:
    later, then = found("2018-02-02"), found("2018-02-02", "2018-02-02")

    assert later["TR-20171228-3"].state.status is Status.FULFILLED
    assert then["TR-20171228-3"].state.status is Status.NO_REPORT
    assert then["TR-20171228-2"].state.status is Status.FULFILLED
