"""Whole lives of commitments: the fold agrees with one written independently, on every day."""

import tempfile
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dipltrack.model.commitment import Commitment
from dipltrack.model.meeting import Meeting
from dipltrack.model.update import Change, Evidence, Update
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
from dipltrack.register.fold import states_of
from dipltrack.register.question import Question
from dipltrack.register.standing import Standing
from dipltrack.register.view import View
from tests.given import SETTINGS, asked
from tests.register.independent_fold import Life, folded

START = date(2017, 12, 28)
REF = "TR-20171228-1"
DAYS = (st.integers(-3, 60) | st.integers(-40, 500)).map(lambda n: START + timedelta(days=n))
EDGES = (-15, -14, -13, -1, 0, 1, 30, 31, 180, 181)
"""Days before and after any day of a life at which a rule may turn."""
OFFSETS = st.sampled_from([UTC, timezone(timedelta(hours=9)), timezone(timedelta(hours=-10))])
MOMENTS = st.none() | st.builds(
    lambda day, hour, zone: datetime(day.year, day.month, day.day, hour, tzinfo=zone),
    DAYS,
    st.integers(0, 23),
    OFFSETS,
)
IDS = [f"ENTRY{number:03}" for number in range(12)]


@st.composite
def windows(draw: st.DrawFn) -> Window:
    """Any window that can be filed: dated at one or both ends, recurring, or without a day."""
    first, last = sorted([draw(DAYS), draw(DAYS)])
    every = Every(count=draw(st.integers(1, 3)), unit=draw(st.sampled_from(Unit)))
    return draw(
        st.sampled_from(
            [
                Window(class_=TimingClass.PART, earliest=first, latest=last),
                Window(class_=TimingClass.BY, latest=last),
                Window(class_=TimingClass.RANGE, earliest=first),
                Window(class_=TimingClass.OPEN),
                Window(class_=TimingClass.RECURRING, every=every),
                Window(class_=TimingClass.RECURRING),
            ]
        )
    )


TIMINGS = st.builds(lambda window: Timing(stated="as stated", window=window), windows())
CHANGES = st.sampled_from(
    [
        Change(field="lead", to="ME2"),
        Change(field="lead", to=("ME2", "METI")),
        Change(field="lead"),
        Change(field="title", to="Hold another dialogue"),
        Change(field="firmness", to="statement"),
        Change(field="firmness", to="agreement"),
        Change(field="kind", to="continuing"),
        Change(field="review_on", to=START + timedelta(days=90)),
        Change(field="review_on"),
        Change(field="next_step"),
        Change(field="next_move"),
    ]
)


@st.composite
def updates(draw: st.DrawFn, number: int, item_id: str | None) -> Update:
    """Any update: a status, a note, a new time, a holding, a change, a correction, or several."""
    on = draw(DAYS)
    update = Update(
        of=REF,
        id=IDS[number] if draw(st.integers(0, 9)) else None,
        recorded=draw(MOMENTS),
        by="kt",
        from_=draw(st.none() | st.just(on - timedelta(days=draw(st.integers(0, 5))))),
        date=on,
    )
    said: dict[str, Any] = {}
    for sort in draw(st.lists(st.integers(0, 10), min_size=1, max_size=3, unique=True)):
        match sort:
            case 0 | 1:
                status = draw(st.sampled_from(Status))
                said |= {"status": status, "reason": "r", "superseded_by": REF}
                said |= {"withdrawn_by": Side.BOTH}
            case 2:
                said |= {"note": "heard of it"}
            case 3:
                change = draw(st.sampled_from(TimingChange))
                said |= {"timing": change, "to": draw(TIMINGS), "reason": "r"}
            case 4:
                said |= {"held": True}
            case 5:
                said |= {"changes": tuple(draw(st.lists(CHANGES, min_size=1, max_size=2)))}
            case 6:
                said |= {"next_move": draw(st.sampled_from(NextMove)), "next_step": "ask again"}
            case 7 | 10:
                said |= draw(
                    st.sampled_from(
                        [
                            {"at_risk": True, "reason": "budget"},
                            {"at_risk": True, "reason": "budget"},
                            {"evidence": (Evidence(address="https://example.org"),)},
                            {"review_on": START + timedelta(days=60)},
                            {"asked": ("METI",), "reply_by": START + timedelta(days=30)},
                            {"asked": ("METI", "MOFAA"), "note": "by telephone"},
                            {"asked": ("MOFAA",), "note": "by letter"},
                            {"answered": ("METI",)},
                            {"answered": ("METI", "MOFAA"), "note": "all is well"},
                        ]
                    )
                )
            case _:
                targets = [*IDS[max(0, number - 3) : number], *([item_id] if item_id else [])]
                if targets:
                    said |= {"corrects": draw(st.sampled_from(targets))}
    if draw(st.booleans()) and "corrects" in said:
        said = {"corrects": said["corrects"]}
    return replace(update, **said)


@st.composite
def lives(draw: st.DrawFn) -> Life:
    """A meeting, one item of it, and up to ten updates."""
    meeting = Meeting(ref="TR-20171228", title="M", date=START, parties=("JP", "TR"))
    item = Commitment(
        id=draw(st.none() | st.just("ITEM0001")),
        recorded=draw(MOMENTS),
        by="kt",
        ref=REF,
        title="Hold the dialogue",
        firmness=draw(st.none() | st.sampled_from(Firmness)),
        kind=draw(st.sampled_from(Kind)),
        lead=draw(st.sampled_from([(), ("ME1",)])),
        timing=draw(st.just(Timing()) | TIMINGS),
        review_on=draw(st.none() | DAYS),
        report_every=draw(st.none() | st.integers(1, 90)),
        track=draw(st.booleans()),
    )
    count = draw(st.integers(0, 10))
    drawn = tuple(draw(updates(number, item.id)) for number in range(count))
    return Life(meeting=meeting, item=item, updates=drawn)


def seen(standing: Standing) -> dict[str, Any]:
    """The standing under the names of the other fold."""
    state = standing.state
    return {
        "struck": standing.struck,
        "status": str(state.status),
        "class": str(state.window.class_),
        "earliest": state.window.earliest,
        "latest": state.window.latest,
        "first": (state.first.window.earliest, state.first.window.latest),
        "timeliness": str(standing.timeliness),
        "days": standing.days,
        "timeliness_first": (str(standing.timeliness_first), standing.days_first),
        "freshness": str(standing.freshness) if standing.freshness else None,
        "rag": str(standing.rag),
        "next_move": str(state.next_move) if state.next_move else None,
        "next_step": state.next_step,
        "review_on": state.review_on,
        "lead": standing.item.lead,
        "title": standing.item.title,
        "updated": standing.updated,
        "before": (state.before.window.earliest, state.before.window.latest)
        if state.before
        else None,
        "pending": [(ask.date, body) for ask in state.pending for body in ask.asked],
        "unheld": [(window.earliest, window.latest) for window in state.unheld],
    }


def written(folder: str, life: Life) -> Path:
    """The life as a real file of a real ledger."""
    from dipltrack.ledger.compose import text_of_table
    from dipltrack.ledger.table import table_of

    root = Path(folder)
    (root / "TR").mkdir()
    (root / "dipltrack.toml").write_text(SETTINGS, encoding="utf-8")
    text = "schema = 1\n\n" + text_of_table("meeting", table_of(life.meeting), single=True)
    text += text_of_table("commitment", table_of(life.item))
    text += "".join(text_of_table("update", table_of(update)) for update in life.updates)
    (root / "TR" / "2017-12-28.toml").write_text(text, encoding="utf-8")
    return root


def found(root: Path, as_of: date, known_by: date | None) -> dict[str, Any] | None:
    """What the program says of the item."""
    view = View(as_of=as_of, known_by=known_by, timezone=UTC)
    standings = asked(root, Question(struck=True, each=True), view)
    return seen(standings[0]) if standings else None


def days_of(life: Life) -> list[date]:
    """Every day of the life at which a rule may turn, and the days around it."""
    named = [life.meeting.date, life.item.review_on, *_ends(life.item.timing)]
    for update in life.updates:
        named += [update.date, update.from_, update.review_on]
        named += _ends(update.to) if update.to else []
    known = {day for day in named if day}
    return sorted(day + timedelta(days=edge) for day in known for edge in EDGES)


def _ends(timing: Timing) -> list[date | None]:
    return [timing.window.earliest, timing.window.latest]


@given(life=lives(), known_by=st.none() | DAYS, more=st.data())
@settings(max_examples=300)
def test_what_holds_on_a_day_is_what_an_independent_fold_says(
    life: Life, known_by: date | None, more: st.DataObject
) -> None:
    days = more.draw(st.lists(st.sampled_from(days_of(life)), min_size=6, max_size=6))
    with tempfile.TemporaryDirectory() as folder:
        root = written(folder, life)

        for day in days:
            assert found(root, day, known_by) == folded(life, day, known_by)


@given(life=lives(), as_of=DAYS, known_by=DAYS, more=st.data())
@settings(max_examples=100)
def test_a_day_is_blind_to_what_is_dated_and_to_what_was_entered_later(
    life: Life, as_of: date, known_by: date, more: st.DataObject
) -> None:
    later = more.draw(updates(11, None))
    later = replace(
        later,
        date=max(as_of, START) + timedelta(days=1),
        from_=None,
        corrects=None,
        recorded=datetime(known_by.year, known_by.month, known_by.day, 12, tzinfo=UTC)
        + timedelta(days=1),
    )
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        before = written(one, life)
        after = written(two, replace(life, updates=(*life.updates, later)))

        assert found(after, as_of, None) == found(before, as_of, None)
        far = as_of + timedelta(days=3)
        assert found(after, far, known_by) == found(before, far, known_by)


@given(life=lives(), ahead=st.integers(-5, 500))
def test_states_asked_for_from_a_day_on_are_those_of_the_whole_life(
    life: Life, ahead: int
) -> None:
    since = START + timedelta(days=ahead)
    whole = list(states_of(life.item, life.updates, START))

    some = list(states_of(life.item, life.updates, START, since))

    assert [state for _, state in some] == [state for _, state in whole[-len(some) :]]
    assert [day for day, _ in some] == [max(day, since) for day, _ in whole[-len(some) :]]
    assert len(some) == len(whole) or some[0][0] == since
