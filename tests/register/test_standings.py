"""Standings across files: copies that were struck, struck and corrected meetings, what is known."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from dipltrack.model.commitment import Commitment, Record
from dipltrack.model.entry import Entry
from dipltrack.model.update import Change, Evidence, Update
from dipltrack.model.vocabulary import Firmness, Freshness, Status
from dipltrack.register.question import Question
from dipltrack.register.standing import Standing
from dipltrack.register.view import View
from tests.given import REF, SETTINGS, asked, day, ledger_of, meeting, register, standings

COPY = "TR-20171228-2"
KEPT = Commitment(id="ITEM0001", ref=REF, title="Hold the dialogue")
TWICE = Commitment(id="ITEM0002", ref=COPY, title="Hold the dialogue")
OTHER = meeting("TR-20180129", day("2018-01-29"))


def update(of: str, on: str, **fields: Any) -> Update:  # noqa: ANN401
    """An update of that item on that day."""
    return Update(of=of, date=day(on), **fields)


STRIKE = update(COPY, "2018-03-01", id="STRIKE01", corrects="ITEM0002", same_as=REF)


def seen(root: Path, as_of: str = "2018-06-01", known_by: str | None = None) -> dict[str, str]:
    """The status of each item, in brackets where it is struck."""
    found = standings(root, as_of, known_by)
    return {
        ref: f"({one.state.status})" if one.struck else str(one.state.status)
        for ref, one in found.items()
    }


# Copies

COPIES: list[tuple[str, tuple[Update, ...], str, str]] = [
    ("the copy has no updates", (STRIKE,), "no-report", "(no-report)"),
    (
        "the updates of the copy count for the other",
        (update(COPY, "2018-02-01", status=Status.IN_PROGRESS), STRIKE),
        "in-progress",
        "(in-progress)",
    ),
    (
        "of both the last counts",
        (
            update(COPY, "2018-02-01", status=Status.IN_PROGRESS),
            update(REF, "2018-02-02", status=Status.ON_HOLD, reason="r"),
            STRIKE,
        ),
        "on-hold",
        "(in-progress)",
    ),
    (
        "updates by the copy's id count too",
        (update("ITEM0002", "2018-02-01", status=Status.IN_PROGRESS), STRIKE),
        "in-progress",
        "(in-progress)",
    ),
    (
        "what was taken back of the copy does not",
        (
            update(COPY, "2018-02-01", id="WRONG001", status=Status.IN_PROGRESS),
            update(COPY, "2018-02-02", corrects="WRONG001"),
            STRIKE,
        ),
        "no-report",
        "(no-report)",
    ),
    (
        "a strike that was taken back is none",
        (
            update(COPY, "2018-02-01", status=Status.IN_PROGRESS),
            STRIKE,
            update(COPY, "2018-03-02", corrects="STRIKE01"),
        ),
        "no-report",
        "in-progress",
    ),
    (
        "struck without an other",
        (update(COPY, "2018-02-01", status=Status.IN_PROGRESS), replace(STRIKE, same_as=None)),
        "no-report",
        "(in-progress)",
    ),
    (
        "the same of an entry that is no item",
        (
            update(COPY, "2018-02-01", id="NOTE0001", status=Status.IN_PROGRESS),
            update(COPY, "2018-03-01", corrects="NOTE0001", same_as=REF),
        ),
        "no-report",
        "no-report",
    ),
]


@pytest.mark.parametrize(("name", "updates", "kept", "copy"), COPIES, ids=[c[0] for c in COPIES])
def test_a_struck_copy(
    name: str, updates: tuple[Update, ...], kept: str, copy: str, tmp_path: Path
) -> None:
    root = ledger_of(tmp_path, KEPT, TWICE, *updates)

    assert seen(root) == {REF: kept, COPY: copy}, name


def test_before_the_strike_was_known_both_counted(tmp_path: Path) -> None:
    noted = update(COPY, "2018-02-01", status=Status.IN_PROGRESS)
    root = ledger_of(tmp_path, KEPT, TWICE, noted, STRIKE)

    assert seen(root, known_by="2018-02-28") == {REF: "no-report", COPY: "in-progress"}


def two_meetings(root: Path, first: tuple[Entry, ...], second: tuple[Entry, ...]) -> Path:
    """A ledger of two meetings, the second one a month after the first."""
    ledger_of(root, *first)
    return ledger_of(root, *second, held=OTHER)


def test_the_updates_of_a_copy_count_across_files(tmp_path: Path) -> None:
    later = replace(TWICE, ref="TR-20180129-1")
    root = two_meetings(
        tmp_path,
        (KEPT,),
        (
            later,
            update("TR-20180129-1", "2018-02-01", status=Status.IN_PROGRESS),
            replace(STRIKE, of="TR-20180129-1"),
        ),
    )

    assert seen(root) == {REF: "in-progress", "TR-20180129-1": "(in-progress)"}
    assert seen(root, "2018-01-31")[REF] == "no-report"


def test_what_counts_for_an_item_stands_in_its_history(tmp_path: Path) -> None:
    noted = update(COPY, "2018-02-01", status=Status.IN_PROGRESS, note="Begun.")
    root = ledger_of(tmp_path, KEPT, TWICE, noted, STRIKE)

    assert "Begun." in {entry.note for entry in standings(root, "2018-06-01")[REF].history}


def test_a_copy_of_a_copy_counts_for_the_one_that_is_left(tmp_path: Path) -> None:
    third = Commitment(id="ITEM0003", ref="TR-20171228-3", title="Hold the dialogue")
    root = ledger_of(
        tmp_path,
        KEPT,
        TWICE,
        third,
        update("TR-20171228-3", "2018-02-01", status=Status.IN_PROGRESS),
        update("TR-20171228-3", "2018-03-01", corrects="ITEM0003", same_as=COPY),
        STRIKE,
    )

    assert seen(root)[REF] == "in-progress"


# Meetings


def test_a_struck_meeting_strikes_its_items(tmp_path: Path) -> None:
    strike = update("TR-20171228", "2018-01-05", corrects="MEETNG01")
    root = ledger_of(tmp_path, KEPT, TWICE, strike)
    view = View(as_of=day("2018-06-01"), timezone=UTC)

    assert seen(root) == {REF: "(no-report)", COPY: "(no-report)"}
    assert asked(root, Question(), view) == ()
    assert register(root).meetings.ask(view).meetings == ()


SLIP = update("TR-20171228", "2017-12-28", changes=(Change(field="date", to=day("2018-01-10")),))


@pytest.mark.parametrize(
    ("as_of", "refs"), [("2017-12-28", []), ("2018-01-09", []), ("2018-01-10", [REF])]
)
def test_an_item_is_there_from_the_day_on_which_its_meeting_really_was(
    as_of: str, refs: list[str], tmp_path: Path
) -> None:
    assert list(standings(ledger_of(tmp_path, KEPT, SLIP), as_of)) == refs


def test_before_the_slip_was_known_it_was_there_earlier(tmp_path: Path) -> None:
    root = ledger_of(tmp_path, KEPT, replace(SLIP, recorded=datetime(2018, 2, 1, tzinfo=UTC)))

    assert list(standings(root, "2017-12-28", known_by="2018-01-31")) == [REF]
    assert list(standings(root, "2017-12-28", known_by="2018-02-01")) == []


def test_the_ref_stays_as_it_was_and_updates_count_from_the_real_day_on(tmp_path: Path) -> None:
    noted = update(REF, "2018-01-02", note="Heard of it.")
    found = standings(ledger_of(tmp_path, KEPT, SLIP, noted), "2018-01-15")[REF]

    assert (found.meeting.ref, found.meeting.date) == ("TR-20171228", day("2018-01-10"))
    assert found.state.last_report == day("2018-01-10")
    assert found.quiet == 5


def test_another_place_of_a_meeting_is_in_force_from_its_day_on(tmp_path: Path) -> None:
    moved = update("TR-20171228", "2018-01-05", changes=(Change(field="place", to="Izmir"),))
    wrong = update("TR-20171228", "2018-01-06", changes=(Change(field="colour", to="x"),))
    root = ledger_of(tmp_path, KEPT, moved, wrong)

    assert standings(root, "2018-01-04")[REF].meeting.place is None
    assert standings(root, "2018-01-06")[REF].meeting.place == "Izmir"


@pytest.mark.parametrize(
    ("partners", "refs"),
    [
        ((), ["TR-20171228", "TR-20180129"]),
        (("tr",), ["TR-20171228", "TR-20180129"]),
        (("JP",), ["TR-20171228", "TR-20180129"]),
        (("US", "DE"), []),
    ],
)
def test_a_meeting_is_found_under_each_of_its_parties(
    partners: tuple[str, ...], refs: list[str], tmp_path: Path
) -> None:
    root = two_meetings(tmp_path, (KEPT,), ())
    view = View(as_of=day("2018-06-01"), timezone=UTC)

    found = register(root).meetings.ask(view, partners).meetings

    assert [held.meeting.ref for held in found] == refs


def test_a_meeting_counts_its_items_and_the_open_ones(tmp_path: Path) -> None:
    closed = update(COPY, "2018-02-01", status=Status.NOT_FULFILLED, reason="r")
    third = Commitment(id="ITEM0003", ref="TR-20171228-3", title="Filed in error")
    struck = update("TR-20171228-3", "2018-02-01", corrects="ITEM0003")
    root = ledger_of(tmp_path, KEPT, TWICE, third, closed, struck)

    (held,) = register(root).meetings.ask(View(as_of=day("2018-06-01"), timezone=UTC)).meetings

    assert (held.items, held.open) == (2, 1)


# What is known


def test_what_a_hand_wrote_is_known_from_its_meeting_on(tmp_path: Path) -> None:
    (tmp_path / "TR").mkdir()
    (tmp_path / "dipltrack.toml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "TR" / "2017-12-28.toml").write_text(
        'schema = 1\n[meeting]\nref = "TR-20171228"\ntitle = "M"\ndate = 2017-12-28\n'
        '[[commitment]]\nref = "TR-20171228-1"\ntitle = "Hold it"\n',
        encoding="utf-8",
    )

    assert list(standings(tmp_path, "2018-01-01", known_by="2017-12-27")) == []
    assert list(standings(tmp_path, "2018-01-01", known_by="2017-12-28")) == [REF]


def test_a_day_of_entry_is_that_of_the_ledgers_time_zone() -> None:
    from zoneinfo import ZoneInfo

    late = update(REF, "2018-01-01", recorded=datetime(2018, 1, 1, 20, 0, tzinfo=UTC))
    new_year = View(as_of=day("2018-06-01"), known_by=day("2018-01-01"), timezone=UTC)

    assert new_year.knows(late, day("2017-12-28"))
    assert not replace(new_year, timezone=ZoneInfo("Asia/Tokyo")).knows(late, day("2017-12-28"))


def test_records_are_those_of_the_item_that_are_known(tmp_path: Path) -> None:
    early = Record(of=REF, document="sankei", recorded=datetime(2018, 1, 1, tzinfo=UTC))
    late = Record(of="ITEM0001", document="hürriyet", recorded=datetime(2018, 2, 1, tzinfo=UTC))
    root = ledger_of(tmp_path, KEPT, TWICE, early, late, Record(of=COPY, document="x"))

    def documents(known_by: str | None) -> list[str | None]:
        found = standings(root, "2018-06-01", known_by)[REF]
        return [record.document for record in found.records]

    assert documents("2018-01-31") == ["sankei"]
    assert documents(None) == ["sankei", "hürriyet"]


def test_the_history_holds_what_was_taken_back_too(tmp_path: Path) -> None:
    wrong = update(REF, "2018-02-01", id="WRONG001", status=Status.FULFILLED)
    undo = update(REF, "2018-02-02", corrects="WRONG001")
    found: Standing = standings(ledger_of(tmp_path, KEPT, wrong, undo), "2018-06-01")[REF]

    assert len(found.history) == 2
    assert found.state.entries == ()
    assert found.updated is None


def test_evidence_alone_is_a_report(tmp_path: Path) -> None:
    seen_on = update(REF, "2018-02-01", evidence=(Evidence(registry="No. 7"),))
    statement = replace(KEPT, firmness=Firmness.STATEMENT)

    found = standings(ledger_of(tmp_path, statement, seen_on), "2018-06-01")[REF]

    assert (found.freshness, found.partner) == (Freshness.FRESH, "TR")


@pytest.mark.parametrize(
    ("updates", "sought"),
    [
        ((), None),
        ((update(REF, "2018-02-01", seek="May we go?"),), "May we go?"),
        (
            (
                update(REF, "2018-02-01", seek="May we go?"),
                update(REF, "2018-02-02", decided="Go."),
            ),
            None,
        ),
        ((update(REF, "2018-02-01", decided="Go.", seek="And when?"),), "And when?"),
    ],
)
def test_a_decision_is_sought_until_it_is_given(
    updates: tuple[Update, ...], sought: str | None, tmp_path: Path
) -> None:
    state = standings(ledger_of(tmp_path, KEPT, *updates), "2018-06-01")[REF].state

    assert (state.seek.seek if state.seek else None) == sought
