"""Every row of DESIGN §2 on status, timing, timeliness, freshness and colour, by its name."""

from pathlib import Path

import pytest
from msgspec import Struct, field

from dipltrack.model.commitment import Commitment
from dipltrack.model.update import Change, Update
from dipltrack.model.vocabulary import (
    Firmness,
    Kind,
    NextMove,
    Side,
    Status,
    TimingChange,
    TimingClass,
)
from dipltrack.model.window import Every, Timing, Unit, Window
from dipltrack.register.standing import Standing
from tests.given import REF, day, ledger_of, standing

LATE_JANUARY = Timing(
    stated="late January next year",
    window=Window(class_=TimingClass.PART, earliest=day("2018-01-21"), latest=day("2018-01-31")),
)
FIRST_HALF = Timing(
    stated="first half of 2018",
    window=Window(class_=TimingClass.PART, earliest=day("2018-01-01"), latest=day("2018-06-30")),
)
YEARLY = Timing(
    stated="annually",
    window=Window(
        class_=TimingClass.RECURRING,
        every=Every(count=1, unit=Unit.YEAR),
    ),
)
HALF_YEARLY = Timing(
    stated="every six months",
    window=Window(
        class_=TimingClass.RECURRING,
        every=Every(count=6, unit=Unit.MONTH),
    ),
)
REGULARLY = Timing(stated="regularly", window=Window(class_=TimingClass.RECURRING))
BY_YEAR_END = Timing(
    stated="by the end of 2018",
    window=Window(class_=TimingClass.BY, latest=day("2018-12-31")),
)


def item(**fields: object) -> Commitment:
    """A commitment of the meeting, firm and with a window unless told otherwise."""
    values: dict[str, object] = {
        "ref": REF,
        "title": "Hold the first Security Dialogue",
        "firmness": Firmness.PLAN,
        "timing": LATE_JANUARY,
    }
    return Commitment(**(values | fields))  # type: ignore[arg-type]


def update(on: str, **fields: object) -> Update:
    """An update of the item on that day."""
    return Update(of=REF, date=day(on), **fields)  # type: ignore[arg-type]


UNTIMED = {"timing": Timing()}
YEARLY_ITEM = item(kind=Kind.RECURRING, timing=YEARLY)


class Case(Struct, frozen=True):
    """What was filed and entered, a day, and what holds on it."""

    name: str
    as_of: str
    expect: dict[str, object]
    item: Commitment = field(default_factory=item)
    updates: tuple[Update, ...] = ()
    known_by: str | None = None


CASES = [
    # status: the last update that names one
    Case("nobody has looked", "2018-01-01", {"status": "no-report"}),
    Case(
        "the last status counts",
        "2018-01-20",
        {"status": "in-progress"},
        updates=(
            update("2018-01-05", status=Status.NOT_STARTED),
            update("2018-01-10", status=Status.IN_PROGRESS),
        ),
    ),
    Case(
        "an update of a later day does not count yet",
        "2018-01-28",
        {"status": "no-report"},
        updates=(update("2018-01-29", status=Status.FULFILLED),),
    ),
    Case(
        "on its day it counts",
        "2018-01-29",
        {"status": "fulfilled"},
        updates=(update("2018-01-29", status=Status.FULFILLED),),
    ),
    Case(
        "a later open status reopens",
        "2018-02-10",
        {"status": "in-progress", "timeliness": "overdue"},
        updates=(
            update("2018-01-29", status=Status.FULFILLED),
            update("2018-02-05", status=Status.IN_PROGRESS),
        ),
    ),
    Case(
        "of one day the later entry counts",
        "2018-01-29",
        {"status": "fulfilled"},
        updates=(
            update("2018-01-29", status=Status.IN_PROGRESS),
            update("2018-01-29", status=Status.FULFILLED),
        ),
    ),
    Case(
        "what a note does not name stays in force",
        "2018-01-20",
        {"status": "on-hold", "next_step": "ask the embassy"},
        updates=(
            update("2018-01-05", status=Status.ON_HOLD, reason="r", next_step="ask the embassy"),
            update("2018-01-10", note="nothing new"),
        ),
    ),
    Case(
        "dated before its meeting, it counts from the meeting on",
        "2017-12-28",
        {"status": "in-progress"},
        updates=(update("2017-11-01", status=Status.IN_PROGRESS),),
    ),
    # timing: first and in force
    Case(
        "an update that names a class replaces the whole timing",
        "2018-02-10",
        {"latest": "2018-06-30", "first_latest": "2018-01-31", "stated": "first half of 2018"},
        updates=(
            update("2018-01-20", timing=TimingChange.MOVED, to=FIRST_HALF, reason="elections"),
        ),
    ),
    Case(
        "one side's word is never in force",
        "2018-02-10",
        {"latest": "2018-01-31", "timeliness": "overdue", "expected": "2018-06-30"},
        updates=(update("2018-01-20", timing=TimingChange.EXPECTED, to=FIRST_HALF),),
    ),
    Case(
        "a slip in the filed time corrects the first timing too",
        "2018-01-10",
        {"latest": "2018-01-30", "first_latest": "2018-01-30"},
        updates=(update("2017-12-28", changes=(Change(field="latest", to=day("2018-01-30")),)),),
    ),
    # timeliness of the open: the first that fits
    Case(
        "continuing comes first",
        "2018-03-01",
        {"timeliness": "continuing", "days": -29},
        item=item(kind=Kind.CONTINUING),
    ),
    Case(
        "undated: no day at all",
        "2018-03-01",
        {"timeliness": "undated", "days": None},
        item=item(**UNTIMED),
    ),
    Case(
        "overdue from the day after the latest",
        "2018-02-01",
        {"timeliness": "overdue", "days": -1},
    ),
    Case("due soon on the latest day", "2018-01-31", {"timeliness": "due-soon", "days": 0}),
    Case(
        "due soon 14 days before it, though not yet in the window",
        "2018-01-17",
        {"timeliness": "due-soon", "days": 14},
    ),
    Case("not yet due 15 days before it", "2018-01-16", {"timeliness": "not-yet-due", "days": 15}),
    Case(
        "in window",
        "2018-03-01",
        {"timeliness": "in-window", "days": 121},
        item=item(timing=FIRST_HALF),
    ),
    Case(
        "only a latest day: in window until due soon",
        "2018-03-01",
        {"timeliness": "in-window", "days": 305},
        item=item(timing=BY_YEAR_END),
    ),
    # timeliness of the closed
    Case(
        "kept in the window",
        "2018-03-01",
        {"timeliness": "in-window", "days": None},
        updates=(update("2018-01-29", status=Status.FULFILLED),),
    ),
    Case(
        "kept early is no error",
        "2018-03-01",
        {"timeliness": "early", "days": None, "rag": "B"},
        updates=(update("2018-01-20", status=Status.FULFILLED),),
    ),
    Case(
        "kept late by so many days",
        "2018-03-01",
        {"timeliness": "late", "days": 5},
        updates=(update("2018-02-05", status=Status.PARTLY_FULFILLED),),
    ),
    Case(
        "of several days the first counts",
        "2018-03-01",
        {"timeliness": "in-window"},
        updates=(update("2018-02-02", from_=day("2018-01-31"), status=Status.FULFILLED),),
    ),
    Case(
        "the first day of the unbroken run of closed statuses counts",
        "2018-03-01",
        {"status": "fulfilled", "timeliness": "in-window"},
        updates=(
            update("2018-01-30", status=Status.PARTLY_FULFILLED),
            update("2018-02-20", status=Status.FULFILLED),
        ),
    ),
    Case(
        "a reopening breaks the run",
        "2018-03-01",
        {"status": "fulfilled", "timeliness": "late", "days": 20},
        updates=(
            update("2018-01-30", status=Status.FULFILLED),
            update("2018-02-01", status=Status.IN_PROGRESS),
            update("2018-02-20", status=Status.FULFILLED),
        ),
    ),
    Case(
        "against the first timing and against the one in force",
        "2018-04-01",
        {"timeliness": "in-window", "timeliness_first": "late", "days_first": 29},
        updates=(
            update("2018-01-20", timing=TimingChange.MOVED, to=FIRST_HALF, reason="elections"),
            update("2018-03-01", status=Status.FULFILLED),
        ),
    ),
    Case(
        "kept without a time",
        "2018-03-01",
        {"timeliness": "closed", "rag": "B"},
        item=item(**UNTIMED),
        updates=(update("2018-02-05", status=Status.FULFILLED),),
    ),
    Case(
        "not kept",
        "2018-03-01",
        {"timeliness": "closed", "rag": "–", "rag_reason": "not done"},
        updates=(update("2018-02-05", status=Status.NOT_FULFILLED, reason="r"),),
    ),
    Case(
        "superseded after its latest day: missed",
        "2018-03-01",
        {"timeliness": "missed", "rag": "–"},
        updates=(update("2018-02-05", status=Status.SUPERSEDED, superseded_by=REF),),
    ),
    Case(
        "superseded in time",
        "2018-03-01",
        {"timeliness": "closed"},
        updates=(update("2018-01-05", status=Status.SUPERSEDED, superseded_by=REF),),
    ),
    # recurring
    Case(
        "the first window is one period from the meeting",
        "2018-01-01",
        {"earliest": "2017-12-28", "latest": "2018-12-28", "timeliness": "in-window"},
        item=item(kind=Kind.RECURRING, timing=YEARLY),
    ),
    Case(
        "not held in its first window: overdue",
        "2018-12-29",
        {"timeliness": "overdue", "days": -1},
        item=item(kind=Kind.RECURRING, timing=YEARLY),
    ),
    Case(
        "held: the next window is the next calendar year",
        "2018-12-01",
        {"earliest": "2019-01-01", "latest": "2019-12-31", "timeliness": "not-yet-due"},
        item=item(kind=Kind.RECURRING, timing=YEARLY),
        updates=(update("2018-11-05", held=True),),
    ),
    Case(
        "held in a month: the month so many months on",
        "2018-04-01",
        {"earliest": "2018-09-01", "latest": "2018-09-30"},
        item=item(kind=Kind.RECURRING, timing=HALF_YEARLY),
        updates=(update("2018-03-05", held=True),),
    ),
    Case(
        "a missed one stays overdue",
        "2020-02-01",
        {"timeliness": "overdue", "days": -32, "rag": "R"},
        item=item(kind=Kind.RECURRING, timing=YEARLY),
        updates=(update("2018-11-05", held=True),),
    ),
    Case(
        "a new timing after a holding is in force",
        "2018-12-01",
        {"latest": "2018-06-30"},
        item=item(kind=Kind.RECURRING, timing=YEARLY),
        updates=(
            update("2018-03-05", held=True),
            update("2018-04-01", timing=TimingChange.MOVED, to=FIRST_HALF, reason="r"),
        ),
    ),
    Case(
        "regularly, without a period: no window, never overdue, but stale",
        "2018-09-01",
        {"timeliness": "undated", "freshness": "stale", "rag": "A"},
        item=item(kind=Kind.RECURRING, timing=REGULARLY),
        updates=(update("2018-03-01", held=True),),
    ),
    # freshness
    Case("never reported", "2018-01-05", {"freshness": "never-reported"}),
    Case(
        "30 days with a window are fresh",
        "2018-02-04",
        {"freshness": "fresh"},
        updates=(update("2018-01-05", note="n"),),
    ),
    Case(
        "31 days with a window are stale",
        "2018-02-05",
        {"freshness": "stale"},
        updates=(update("2018-01-05", note="n"),),
    ),
    Case(
        "180 days of the undated are fresh",
        "2018-07-04",
        {"freshness": "fresh"},
        item=item(**UNTIMED),
        updates=(update("2018-01-05", note="n"),),
    ),
    Case(
        "181 days of the undated are stale",
        "2018-07-05",
        {"freshness": "stale", "rag": "A", "rag_reason": "stale"},
        item=item(**UNTIMED),
        updates=(update("2018-01-05", note="n"),),
    ),
    Case(
        "a review day makes it 30",
        "2018-03-05",
        {"freshness": "stale"},
        item=item(**UNTIMED, review_on=day("2019-01-01")),
        updates=(update("2018-01-05", note="n"),),
    ),
    Case(
        "its own period",
        "2018-01-13",
        {"freshness": "stale"},
        item=item(report_every=7),
        updates=(update("2018-01-05", note="n"),),
    ),
    Case(
        "a statement is never stale",
        "2030-01-01",
        {"freshness": "fresh"},
        item=item(firmness=Firmness.STATEMENT),
        updates=(update("2018-01-05", note="n"),),
    ),
    Case(
        "an ask and a next step are no report",
        "2018-01-20",
        {"freshness": "never-reported"},
        updates=(
            update("2018-01-05", asked=("METI",), reply_by=day("2018-01-15")),
            update("2018-01-06", next_step="write again"),
        ),
    ),
    Case(
        "an ask with a note is no report: the note tells of the asking",
        "2018-01-20",
        {"freshness": "never-reported", "rag": "A"},
        updates=(update("2018-01-05", asked=("METI",), note="By telephone."),),
    ),
    Case(
        "an ask that bears a status is a report",
        "2018-01-10",
        {"freshness": "fresh", "rag": "G"},
        updates=(update("2018-01-05", asked=("METI",), status=Status.IN_PROGRESS),),
    ),
    # asks
    Case(
        "an answer ends the waiting for the body that answers, not for the others",
        "2018-01-20",
        {"pending": ["MOFAA"]},
        updates=(
            update("2018-01-05", asked=("METI", "MOFAA")),
            update("2018-01-10", answered=("METI",), note="All is well."),
        ),
    ),
    Case(
        "a status ends all waiting",
        "2018-01-20",
        {"pending": []},
        updates=(
            update("2018-01-05", asked=("METI", "MOFAA")),
            update("2018-01-10", status=Status.IN_PROGRESS),
        ),
    ),
    Case(
        "who is asked again after an answer has not answered again",
        "2018-01-20",
        {"pending": ["METI"]},
        updates=(
            update("2018-01-05", asked=("METI",)),
            update("2018-01-10", answered=("METI",)),
            update("2018-01-12", asked=("METI",)),
        ),
    ),
    # windows of a recurring act that passed without a holding
    Case(
        "the windows between two holdings passed without one",
        "2022-06-01",
        {"unheld": ["2020-01-01/2020-12-31", "2021-01-01/2021-12-31"]},
        item=YEARLY_ITEM,
        updates=(
            update("2018-11-05", held=True),
            update("2019-12-20", held=True),
            update("2022-03-12", held=True),
        ),
    ),
    Case(
        "of the last window only what is over has passed",
        "2020-12-31",
        {"unheld": ["2017-12-28/2018-12-28", "2019-01-01/2019-12-31"]},
        item=YEARLY_ITEM,
    ),
    Case(
        "no window passes after the closing",
        "2025-01-01",
        {"unheld": ["2019-01-01/2019-12-31"]},
        item=YEARLY_ITEM,
        updates=(
            update("2018-11-05", held=True),
            update("2020-06-01", status=Status.WITHDRAWN, withdrawn_by=Side.BOTH),
        ),
    ),
    Case(
        "another time that is agreed ends the waiting",
        "2021-02-01",
        {"unheld": ["2019-01-01/2019-12-31"]},
        item=YEARLY_ITEM,
        updates=(
            update("2018-11-05", held=True),
            update("2020-06-01", timing=TimingChange.MOVED, to=YEARLY, reason="r"),
        ),
    ),
    Case(
        "what is held regularly, with no period, passes no window",
        "2025-01-01",
        {"unheld": []},
        item=item(kind=Kind.RECURRING, timing=REGULARLY),
        updates=(update("2018-11-05", held=True),),
    ),
    Case(
        "what is done once has no holding to miss",
        "2025-01-01",
        {"unheld": []},
        item=item(timing=YEARLY),
    ),
    Case(
        "what is closed has no freshness",
        "2018-03-01",
        {"freshness": None},
        updates=(update("2018-01-29", status=Status.FULFILLED),),
    ),
    # colour
    Case("red: overdue", "2018-02-01", {"rag": "R", "rag_reason": "overdue"}),
    Case(
        "red: overdue and on hold",
        "2018-02-01",
        {"rag": "R"},
        updates=(update("2018-01-05", status=Status.ON_HOLD, reason="r"),),
    ),
    Case("amber: due soon", "2018-01-20", {"rag": "A", "rag_reason": "due soon"}),
    Case(
        "amber: on hold",
        "2018-01-10",
        {"rag": "A", "rag_reason": "on hold"},
        updates=(update("2018-01-05", status=Status.ON_HOLD, reason="r"),),
    ),
    Case(
        "amber: its review day reached",
        "2018-01-05",
        {"rag": "A", "rag_reason": "review"},
        item=item(**UNTIMED, review_on=day("2018-01-05")),
    ),
    Case(
        "before its review day: no report",
        "2018-01-04",
        {"rag": "–", "rag_reason": "no report"},
        item=item(**UNTIMED, review_on=day("2018-01-05")),
    ),
    Case(
        "amber: marked at risk",
        "2018-02-04",
        {"rag": "A", "rag_reason": "at risk"},
        item=item(timing=FIRST_HALF),
        updates=(update("2018-01-05", at_risk=True, reason="budget", note="n"),),
    ),
    Case(
        "a mark lasts 30 days at most",
        "2018-02-05",
        {"rag": "A", "rag_reason": "stale"},
        item=item(timing=FIRST_HALF),
        updates=(update("2018-01-05", at_risk=True, reason="budget", note="n"),),
    ),
    Case(
        "a mark ends with the next status",
        "2018-01-20",
        {"rag": "G", "rag_reason": "in hand"},
        item=item(timing=FIRST_HALF),
        updates=(
            update("2018-01-05", at_risk=True, reason="budget"),
            update("2018-01-10", status=Status.IN_PROGRESS),
        ),
    ),
    Case(
        "an officer can darken, never brighten",
        "2018-02-01",
        {"rag": "R"},
        updates=(update("2018-01-20", at_risk=True, reason="r", note="n"),),
    ),
    Case("none: never reported", "2018-01-01", {"rag": "–", "rag_reason": "no report"}),
    Case(
        "green: in hand",
        "2018-01-10",
        {"rag": "G", "rag_reason": "in hand"},
        updates=(update("2018-01-05", status=Status.IN_PROGRESS),),
    ),
    Case(
        "blue: kept in part",
        "2018-02-10",
        {"rag": "B", "rag_reason": "partly done"},
        updates=(update("2018-01-25", status=Status.PARTLY_FULFILLED),),
    ),
    Case(
        "what was only also said is never red",
        "2018-03-01",
        {"rag": "–", "rag_reason": "also said", "timeliness": "overdue"},
        item=item(firmness=Firmness.ENDEAVOUR),
    ),
    Case(
        "unless it is tracked",
        "2018-03-01",
        {"rag": "R"},
        item=item(firmness=Firmness.STATEMENT, track=True),
    ),
    Case(
        "without a firmness it counts as promised",
        "2018-03-01",
        {"rag": "R"},
        item=item(firmness=None),
    ),
    # whose move
    Case(
        "closing clears whose move it is",
        "2018-03-01",
        {"next_move": None},
        updates=(
            update("2018-01-05", next_move=NextMove.THEIRS),
            update("2018-01-29", status=Status.FULFILLED),
        ),
    ),
    Case(
        "a move named after the closing stands",
        "2018-03-01",
        {"next_move": "ours"},
        updates=(
            update("2018-01-29", status=Status.FULFILLED),
            update("2018-02-05", next_move=NextMove.OURS),
        ),
    ),
    # changes of fields
    Case(
        "a new lead from its day on",
        "2018-02-01",
        {"lead": ("ME2",)},
        item=item(lead=("ME1",)),
        updates=(update("2018-02-01", changes=(Change(field="lead", from_="ME1", to="ME2"),)),),
    ),
    Case(
        "the old lead before it",
        "2018-01-31",
        {"lead": ("ME1",)},
        item=item(lead=("ME1",)),
        updates=(update("2018-02-01", changes=(Change(field="lead", from_="ME1", to="ME2"),)),),
    ),
    Case(
        "without `to` the field is emptied",
        "2018-02-01",
        {"lead": ()},
        item=item(lead=("ME1",)),
        updates=(update("2018-02-01", changes=(Change(field="lead", from_="ME1"),)),),
    ),
    # corrections
    Case(
        "what is taken back counts for no day",
        "2018-01-30",
        {"status": "no-report"},
        updates=(
            update("2018-01-29", id="WRONG001", status=Status.FULFILLED),
            update("2018-02-20", corrects="WRONG001"),
        ),
    ),
    Case(
        "a correction stands in its place with its own date and fields",
        "2018-01-30",
        {"status": "partly-fulfilled"},
        updates=(
            update("2018-01-29", id="WRONG001", status=Status.FULFILLED),
            update("2018-01-30", corrects="WRONG001", status=Status.PARTLY_FULFILLED),
        ),
    ),
    Case(
        "before the correction was known the wrong entry counted",
        "2018-01-30",
        {"status": "fulfilled"},
        updates=(
            update("2018-01-29", id="WRONG001", status=Status.FULFILLED),
            update("2018-02-20", corrects="WRONG001"),
        ),
        known_by="2018-02-19",
    ),
    Case(
        "an undo that is undone brings the entry back",
        "2018-03-01",
        {"status": "fulfilled"},
        updates=(
            update("2018-01-29", id="RIGHT001", status=Status.FULFILLED),
            update("2018-02-20", id="UNDO0001", corrects="RIGHT001"),
            update("2018-02-21", corrects="UNDO0001"),
        ),
    ),
    Case(
        "a correction that is replaced keeps what it corrected out",
        "2018-03-01",
        {"status": "not-fulfilled"},
        updates=(
            update("2018-01-29", id="WRONG001", status=Status.FULFILLED),
            update("2018-01-29", id="WRONG002", corrects="WRONG001", status=Status.IN_PROGRESS),
            update("2018-01-29", corrects="WRONG002", status=Status.NOT_FULFILLED, reason="r"),
        ),
    ),
    Case(
        "correcting the item's own id strikes it",
        "2018-03-01",
        {"struck": True},
        item=item(id="ITEM0001"),
        updates=(update("2018-02-20", corrects="ITEM0001"),),
    ),
]


def seen(found: Standing, key: str) -> object:
    """What the standing says under the name that a case uses."""
    state = found.state
    match key:
        case "status" | "next_step":
            return getattr(state, key)
        case "next_move":
            return state.next_move.value if state.next_move else None
        case "latest" | "earliest":
            return _iso(getattr(state.window, key))
        case "first_latest":
            return _iso(state.first.window.latest)
        case "expected":
            return _iso(state.expected.window.latest if state.expected else None)
        case "stated":
            return state.timing.stated
        case "lead":
            return found.item.lead
        case "pending":
            return [body for ask in state.pending for body in ask.asked]
        case "unheld":
            return [window.edtf() for window in state.unheld]
        case _:
            return getattr(found, key)


def _iso(value: object) -> str | None:
    return str(value) if value is not None else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_holds_on_a_day(case: Case, tmp_path: Path) -> None:
    root = ledger_of(tmp_path, case.item, *case.updates)

    found = standing(root, case.as_of, case.known_by)

    assert {key: seen(found, key) for key in case.expect} == case.expect


def test_every_case_has_a_name_of_its_own() -> None:
    assert len({case.name for case in CASES}) == len(CASES)
