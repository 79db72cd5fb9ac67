"""One item whole, as plain blocks: its words, where it stands, its history, its evidence."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from dipltrack.model.commitment import Commitment, Record
from dipltrack.model.entry import Entry
from dipltrack.model.meeting import Document
from dipltrack.model.update import Change, Evidence, Update
from dipltrack.model.vocabulary import (
    Firmness,
    Instrument,
    Kind,
    NextMove,
    Rag,
    RagReason,
    Status,
    TimingChange,
    TimingClass,
)
from dipltrack.model.window import Timing, Window
from dipltrack.reports.blocks import (
    Block,
    Cell,
    Colour,
    Day,
    Heading,
    Pair,
    Pairs,
    Paragraph,
    Ref,
    Span,
    Table,
    Text,
    Words,
)
from dipltrack.reports.history import said_of, what_of
from dipltrack.reports.item import item_blocks
from tests.given import REF, day, ledger_of, standing

JANUARY = Window(
    class_=TimingClass.PART,
    earliest=day("2018-01-21"),
    latest=day("2018-01-31"),
    basis="late month",
)
HALF = Window(class_=TimingClass.PART, earliest=day("2018-01-01"), latest=day("2018-06-30"))
LATE = Timing(stated="late January", window=JANUARY)
LATER = Timing(stated="first half", window=HALF)


def item(**fields: Any) -> Commitment:  # noqa: ANN401
    """The item, with a title only unless told otherwise."""
    return Commitment(**({"ref": REF, "title": "Hold it"} | fields))


def update(on: str, **fields: Any) -> Update:  # noqa: ANN401
    """An update of it."""
    return Update(of=REF, date=day(on), **fields)


def blocks_of(root: Path, *entries: Entry, as_of: str = "2018-02-05") -> tuple[Block, ...]:
    """What the report says of the first item on that day."""
    return item_blocks(standing(ledger_of(root, *entries), as_of))


def pairs_of(
    root: Path, *entries: Entry, as_of: str = "2018-02-05"
) -> list[tuple[str, Cell, str]]:
    """Every label of the report, with its value and what stands behind it."""
    return [
        (pair.label, pair.cell, pair.aside)
        for block in blocks_of(root, *entries, as_of=as_of)
        if isinstance(block, Pairs)
        for pair in block.pairs
    ]


def rows_of(heading: str, blocks: tuple[Block, ...]) -> list[tuple[Cell, ...]]:
    """The rows of the table below that heading."""
    position = next(
        n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.text == heading
    )
    table = blocks[position + 1]
    assert isinstance(table, Table)
    return list(table.rows)


def test_an_item_of_which_little_is_known_says_little(tmp_path: Path) -> None:
    assert blocks_of(tmp_path, item()) == (
        Pairs((Pair("Meeting", Ref("TR-20171228"), "Foreign Ministers' Meeting"),)),
        Pairs(
            (
                Pair("Time", Text("no date")),
                Pair("Status", Text("no-report")),
                Pair("RAG", Colour(Rag.NONE, RagReason.NEVER_REPORTED), "undated"),
                Pair("Report", Text("never-reported"), "39 days since the meeting"),
            )
        ),
    )


def test_an_item_of_which_all_is_known_says_all(tmp_path: Path) -> None:
    release = Document(
        name="release",
        issued_by="JP",
        instrument=Instrument.PRESS_RELEASE,
        address="https://www.mofa.go.jp/x",
    )
    whole = item(
        document="release",
        paragraph="2(2)a",
        wording="will hold a dialogue",
        voice=("joint",),
        firmness=Firmness.PLAN,
        dossier="security",
        sector="politics",
        lead=("ME1", "METI"),
        support=("MEXT",),
        counterpart=("TR-MFA",),
        timing=LATE,
        done_when="held once",
        review_on=day("2018-03-01"),
        follows="TR-20160906-1",
    )
    noted = update(
        "2018-01-10",
        note="n",
        next_step="call Ankara",
        next_move=NextMove.THEIRS,
        seek="May we go?",
    )

    assert pairs_of(tmp_path, release, whole, noted) == [
        ("Meeting", Ref("TR-20171228"), "Foreign Ministers' Meeting"),
        ("Source", Text("release 2(2)a"), "press release of JP"),
        ("", Text("https://www.mofa.go.jp/x"), ""),
        ("Wording", Words("will hold a dialogue"), ""),
        ("Firmness", Text("plan"), "promised, joint"),
        ("Dossier", Text("security"), ""),
        ("Sector", Text("politics"), ""),
        ("Lead", Text("ME1, METI"), ""),
        ("Support", Text("MEXT"), ""),
        ("Counterpart", Text("TR-MFA"), ""),
        ("Done when", Text("held once"), ""),
        ("Follows", Ref("TR-20160906-1"), ""),
        ("Time", Words("late January"), ""),
        ("", Span(JANUARY), "late month"),
        ("Status", Text("no-report"), ""),
        ("RAG", Colour(Rag.RED, RagReason.OVERDUE), "overdue by 5 days"),
        ("Report", Text("fresh"), "26 days since the last one"),
        ("Sought", Text("May we go?"), "since 10 Jan 2018"),
        ("Next step", Text("call Ankara"), ""),
        ("Next move", Text("theirs"), ""),
        ("Review on", Day(day("2018-03-01")), ""),
    ]


@pytest.mark.parametrize(
    ("fields", "cell", "aside"),
    [
        ({"firmness": Firmness.STATEMENT}, Text("statement"), "also said, not promised"),
        ({"voice": ("JP", "TR")}, Text("not given"), "promised, JP, TR"),
        ({"firmness": Firmness.UNDERTAKING}, Text("undertaking"), "promised"),
    ],
)
def test_whether_it_was_promised_stands_beside_the_firmness(
    fields: dict[str, Any], cell: Cell, aside: str, tmp_path: Path
) -> None:
    assert ("Firmness", cell, aside) in pairs_of(tmp_path, item(**fields))


@pytest.mark.parametrize(
    ("document", "source", "about"),
    [
        (Document(name="other"), "release", ""),
        (Document(name="release"), "release", "other"),
        (Document(name="release", issued_by="TR"), "release", "other of TR"),
    ],
)
def test_a_source_says_what_it_is_where_that_is_known(
    document: Document, source: str, about: str, tmp_path: Path
) -> None:
    assert ("Source", Text(source), about) in pairs_of(
        tmp_path, document, item(document="release")
    )


MOVED = update("2018-01-20", timing=TimingChange.MOVED, to=LATER, reason="elections")
TIMELY: list[tuple[str, dict[str, Any], tuple[Update, ...], str, str]] = [
    ("overdue", {"timing": LATE}, (), "2018-02-01", "overdue by 1 day"),
    ("due soon", {"timing": LATE}, (), "2018-01-31", "due-soon, 0 days to the last day"),
    ("ahead", {"timing": LATE}, (), "2018-01-01", "not-yet-due, 30 days to the last day"),
    ("in the window", {"timing": LATER}, (), "2018-06-01", "in-window, 29 days to the last day"),
    (
        "only an earliest day",
        {"timing": Timing(window=Window(class_=TimingClass.RANGE, earliest=day("2018-01-01")))},
        (),
        "2018-06-01",
        "in-window",
    ),
    ("continuing", {"kind": Kind.CONTINUING}, (), "2018-06-01", "continuing"),
    (
        "late",
        {"timing": LATE},
        (update("2018-02-03", status=Status.FULFILLED),),
        "2018-03-01",
        "late by 3 days",
    ),
    (
        "kept in the window",
        {"timing": LATE},
        (update("2018-01-25", status=Status.FULFILLED),),
        "2018-03-01",
        "in-window",
    ),
    (
        "moved: overdue by the first time",
        {"timing": LATE},
        (MOVED,),
        "2018-02-10",
        "in-window, 140 days to the last day; by the first time overdue by 10 days",
    ),
    (
        "moved: not so far from either",
        {"timing": LATE},
        (MOVED,),
        "2018-01-20",
        "in-window, 161 days to the last day; by the first time due-soon",
    ),
    (
        "moved and kept: late by the first time",
        {"timing": LATE},
        (MOVED, update("2018-02-01", status=Status.FULFILLED)),
        "2018-03-01",
        "in-window; by the first time late by 1 day",
    ),
    (
        "moved: overdue by both",
        {"timing": LATE},
        (MOVED,),
        "2018-07-03",
        "overdue by 3 days; by the first time overdue by 153 days",
    ),
]


@pytest.mark.parametrize(
    ("name", "fields", "updates", "as_of", "told"), TIMELY, ids=[case[0] for case in TIMELY]
)
def test_timeliness_is_told_by_the_time_in_force_and_by_the_first(
    name: str,
    fields: dict[str, Any],
    updates: tuple[Update, ...],
    as_of: str,
    told: str,
    tmp_path: Path,
) -> None:
    pairs = pairs_of(tmp_path, item(**fields), *updates, as_of=as_of)

    assert [aside for label, _, aside in pairs if label == "RAG"] == [told], name


def test_the_time_in_force_the_first_and_the_expected_are_each_told(tmp_path: Path) -> None:
    open_ = Timing(window=Window(class_=TimingClass.OPEN, basis="no time promised"))
    pairs = pairs_of(
        tmp_path,
        item(timing=LATE),
        MOVED,
        update("2018-01-25", timing=TimingChange.EXPECTED, to=open_),
    )

    assert [pair for pair in pairs if pair[0] in {"Time", "First", "Expected", ""}] == [
        ("Time", Words("first half"), ""),
        ("", Span(HALF), ""),
        ("First", Words("late January"), ""),
        ("", Span(JANUARY), "late month"),
        ("Expected", Text("no time promised"), ""),
    ]


def test_a_closing_says_since_when_why_and_what_stands_in_its_place(tmp_path: Path) -> None:
    closed = update(
        "2018-01-31",
        when="January 2018",
        status=Status.SUPERSEDED,
        reason="folded into the EPA",
        superseded_by="TR-20180129-1",
    )
    pairs = pairs_of(tmp_path, item(), closed)

    assert ("Status", Text("superseded"), "since January 2018") in pairs
    assert ("Reason", Text("folded into the EPA"), "") in pairs
    assert ("In its place", Ref("TR-20180129-1"), "") in pairs
    assert "Report" not in {label for label, _, _ in pairs}


ASKS = [
    (
        (update("2018-01-05", asked=("METI",)),),
        ("METI 1 time, last on 5 Jan 2018; unanswered since 5 Jan 2018"),
    ),
    (
        (
            update("2018-01-05", asked=("METI",)),
            update("2018-01-20", asked=("METI", "MEXT"), reply_by=day("2018-02-01")),
        ),
        (
            "METI, MEXT 2 times, last on 20 Jan 2018; unanswered since 5 Jan 2018, "
            "answer due 1 Feb 2018, 4 days over"
        ),
    ),
    (
        (
            update("2018-01-05", asked=("METI",)),
            update("2018-01-09", answered=("METI",), note="n"),
        ),
        "METI 1 time, last on 5 Jan 2018; answered",
    ),
]


@pytest.mark.parametrize(("updates", "told"), ASKS, ids=[told for _, told in ASKS])
def test_whom_we_asked_and_whether_they_answered(
    updates: tuple[Update, ...], told: str, tmp_path: Path
) -> None:
    assert ("Asked", Text(told), "") in pairs_of(tmp_path, item(), *updates)


def test_a_struck_item_says_so_first(tmp_path: Path) -> None:
    blocks = blocks_of(tmp_path, item(id="ITEM0001"), update("2018-01-05", corrects="ITEM0001"))

    assert blocks[0] == Paragraph("Struck: filed in error. It counts in no list and no report.")


def test_other_records_stand_below_the_items_own_words(tmp_path: Path) -> None:
    blocks = blocks_of(
        tmp_path,
        item(
            document="release", paragraph="2", wording="will", firmness=Firmness.PLAN, timing=LATE
        ),
        Record(of=REF, document="TR-20180129/readout", wording="agreed", timing=LATER),
        Record(of=REF),
    )

    assert Heading("Records", 3) in blocks
    assert rows_of("Records", blocks) == [
        (Text("release 2"), Words("will"), Text("plan"), Words("late January")),
        (Text("TR-20180129/readout"), Words("agreed"), Text(""), Words("first half")),
        (Text(""), Text(""), Text(""), Text("")),
    ]


def test_the_history_tells_each_entry_and_what_was_taken_back(tmp_path: Path) -> None:
    recorded = datetime(2018, 2, 1, 9, 0, tzinfo=UTC)
    blocks = blocks_of(
        tmp_path,
        item(),
        update("2018-01-30", from_=day("2018-01-29"), id="WRONG001", status=Status.FULFILLED),
        update("2018-01-31", when="January 2018", id="MONTH001", note="Heard.", by="ms"),
        update("2018-02-01", id="UNDO0001", corrects="WRONG001", reason="Typed in error"),
        update("2018-02-02", id="NOTE0001", note="n", recorded=recorded),
    )

    assert rows_of("History", blocks) == [
        (
            Day(day("2018-01-30"), day("2018-01-29")),
            Text("fulfilled (taken back)"),
            Text(""),
            Text("WRONG001"),
            Day(day("2018-01-30")),
            Text("kt"),
        ),
        (
            Text("January 2018"),
            Text("note"),
            Text("Heard."),
            Text("MONTH001"),
            Day(day("2018-01-31")),
            Text("ms"),
        ),
        (
            Day(day("2018-02-01")),
            Text("takes back WRONG001"),
            Text("Reason: Typed in error."),
            Text("UNDO0001"),
            Day(day("2018-02-01")),
            Text("kt"),
        ),
        (
            Day(day("2018-02-02")),
            Text("note"),
            Text("n"),
            Text("NOTE0001"),
            Day(day("2018-02-01")),
            Text("kt"),
        ),
    ]


WHAT: list[tuple[dict[str, Any], str, str]] = [
    ({}, "note", ""),
    ({"note": "Heard."}, "note", "Heard."),
    ({"status": Status.ON_HOLD, "reason": "elections"}, "on-hold", "Reason: elections."),
    ({"held": True, "note": "Held."}, "held", "Held."),
    (
        {"timing": TimingChange.MOVED, "to": LATER, "reason": "r"},
        "moved",
        "“first half” (2018-01-01/2018-06-30) Reason: r.",
    ),
    ({"asked": ("METI", "MEXT")}, "asked", "Asked: METI, MEXT."),
    ({"answered": ("METI",), "note": "n"}, "answered", "n. Answer from: METI."),
    ({"seek": "May we?"}, "sought", "Sought: May we?"),
    ({"decided": "Go."}, "decided", "Decided: Go."),
    ({"at_risk": True, "reason": "budget"}, "at risk", "Reason: budget."),
    (
        {
            "changes": (
                Change(field="lead", from_="ME1", to=("ME2", "METI")),
                Change(field="sector"),
            )
        },
        "changed",
        "lead: ME1 → ME2, METI; sector: nothing → nothing",
    ),
    (
        {"next_step": "call", "next_move": NextMove.OURS, "review_on": day("2018-03-01")},
        "note",
        "Next: call. Whose move: ours. Review on: 2018-03-01.",
    ),
    (
        {"status": Status.SUPERSEDED, "superseded_by": "TR-20180129-1"},
        "superseded",
        "In its place: TR-20180129-1.",
    ),
    ({"corrects": "WRONG001"}, "takes back WRONG001", ""),
    ({"corrects": "ITEM0001", "same_as": "TR-20171228-2"}, "struck", ""),
    (
        {"status": Status.IN_PROGRESS, "held": True, "at_risk": True, "corrects": "WRONG001"},
        "in-progress, held, at risk",
        "",
    ),
]


@pytest.mark.parametrize(("fields", "what", "said"), WHAT, ids=[what for _, what, _ in WHAT])
def test_an_entry_is_told_in_a_word_and_a_line(
    fields: dict[str, Any], what: str, said: str
) -> None:
    entry = update("2018-01-29", **fields)

    assert (what_of(entry), said_of(entry)) == (what, said)


def test_evidence_is_told_by_its_source_its_day_and_what_it_says(tmp_path: Path) -> None:
    blocks = blocks_of(
        tmp_path,
        item(),
        update(
            "2018-01-29",
            note="n",
            evidence=(
                Evidence(address="https://x", date=day("2018-01-29"), says="held"),
                Evidence(document="release", when="January 2018"),
                Evidence(registry="No. 7", contradicts=True, says="not held"),
                Evidence(kept="ab12", contradicts=True),
            ),
        ),
        update("2018-03-01", note="later", evidence=(Evidence(registry="No. 8"),)),
    )

    assert Heading("Evidence", 4) in blocks
    assert rows_of("Evidence", blocks) == [
        (Day(day("2018-01-29")), Text("https://x"), Text("held")),
        (Text("January 2018"), Text("release"), Text("")),
        (Day(None), Text("No. 7"), Text("against: not held")),
        (Day(None), Text("kept ab12"), Text("against")),
    ]


def test_records_that_differ_are_told_apart(tmp_path: Path) -> None:
    window = Window(class_=TimingClass.YEAR, earliest=day("2018-01-01"), latest=day("2018-12-31"))
    root = ledger_of(
        tmp_path,
        Commitment(ref=REF, title="t", document="release", firmness=Firmness.PLAN),
        Record(
            of=REF,
            document="sankei",
            firmness=Firmness.AGREEMENT,
            timing=Timing(stated="next year", window=window),
        ),
    )

    told = [b.text for b in item_blocks(standing(root, "2018-02-02")) if isinstance(b, Paragraph)]

    assert told == ["They differ in strength: plan (release); agreement (sankei)."]
