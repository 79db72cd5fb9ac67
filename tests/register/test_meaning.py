"""Each rule of meaning: what it tells, with the mend, and what it leaves alone."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct, field
from msgspec.structs import replace

from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.flaw import Flaw
from dipltrack.ledger.read import read_settings
from dipltrack.model.commitment import Commitment, Record
from dipltrack.model.entry import Entry
from dipltrack.model.meeting import Document, Meeting
from dipltrack.model.update import Change, Evidence, Update
from dipltrack.model.vocabulary import Kind, Side, Status, TimingChange, TimingClass
from dipltrack.model.window import Timing, Window
from dipltrack.register.checking import checked
from dipltrack.register.judged import Known
from dipltrack.register.meaning import flaws_of, new_flaws
from tests.given import REF, SETTINGS, day, meeting, stamped

SECOND = "TR-20171228-2"
PATH = "TR/2017-12-28.toml"
SEEN = (Evidence(address="https://example.org"),)
ONE = Commitment(ref=REF, title="Hold it", id="ITEM0001")
TWO = Commitment(ref=SECOND, title="Hold it again", id="ITEM0002")
RELEASE = Document(name="release", id="RELEASE1")
KNOWN = Known(bodies=(), dossiers=(), first_file_of={}, timezone=UTC)
LATER = Timing(stated="in May", window=Window(class_=TimingClass.MONTH, latest=day("2018-05-31")))


def update(on: str = "2018-01-29", of: str = REF, **fields: Any) -> Update:  # noqa: ANN401
    """An update of the first item."""
    return Update(of=of, date=day(on), **fields)


def file_with(*entries: Entry, held: Meeting | None = None, whole: bool = True) -> MeetingFile:
    """The file of the meeting with those entries, stamped."""
    start = datetime(2017, 12, 29, tzinfo=UTC)
    of: dict[type, list[Any]] = {Document: [], Commitment: [], Record: [], Update: []}
    for entry in stamped(entries, start):
        of[type(entry)].append(entry)
    return MeetingFile(
        path=PATH,
        meeting=held or meeting(),
        documents=tuple(of[Document]),
        commitments=tuple(of[Commitment]),
        records=tuple(of[Record]),
        updates=tuple(of[Update]),
        whole=whole,
    )


def told(flaws: list[Flaw]) -> list[str]:
    """Each flaw in a line: table, number, key, how bad, what is wrong, the mend."""
    return [
        f"{flaw.table} {flaw.index} {flaw.key}: {'' if flaw.severity > 1 else 'warning: '}"
        f"{flaw.wrong} — {flaw.mend}"
        for flaw in flaws
    ]


class Case(Struct, frozen=True):
    """Entries of a file, and what is told of them: nothing, unless said."""

    name: str
    entries: tuple[Entry, ...]
    told: list[str] = field(default_factory=list)
    known: Known = KNOWN


EVIDENCE = "add an update with evidence: dipltrack note REF --evidence ADDRESS"
NEXT = "give one of them the next free number"
DESK = Known(
    bodies=("ME1", "METI"),
    dossiers=("EPA",),
    first_file_of={REF: PATH, SECOND: PATH},
    timezone=UTC,
)
CASES = [
    Case("a sound file", (RELEASE, ONE, TWO, update(note="n"))),
    # refs
    Case(
        "a ref twice in a file",
        (ONE, replace(ONE, id=None)),
        [f"commitment 1 ref: {REF} is used already above — {NEXT}"],
    ),
    Case(
        "a ref of another file",
        (ONE,),
        [f"commitment 0 ref: {REF} is used already in TR/a.toml — {NEXT}"],
        Known(bodies=(), dossiers=(), first_file_of={REF: "TR/a.toml"}),
    ),
    Case(
        "an item of another meeting",
        (Commitment(ref="US-20180101-1", title="Hold it"),),
        [
            (
                "commitment 0 ref: US-20180101-1 is no item of TR-20171228 — "
                "move it to the file of its meeting"
            )
        ],
    ),
    # ids
    Case(
        "an id twice",
        (ONE, replace(TWO, id="ITEM0001")),
        [
            (
                "commitment 1 id: id ITEM0001 is used twice — "
                "delete the line: dipltrack edit writes a new one"
            )
        ],
    ),
    Case(
        "an id three times is told twice",
        (ONE, replace(TWO, id="ITEM0001"), replace(RELEASE, id="ITEM0001")),
        [
            f"commitment {n} id: id ITEM0001 is used twice — "
            "delete the line: dipltrack edit writes a new one"
            for n in (0, 1)
        ],
    ),
    # what is meant exists
    Case(
        "records and updates of an item, of the meeting, of any id",
        (
            ONE,
            RELEASE,
            Record(of=REF),
            Record(of="ITEM0001"),
            update(of="ITEM0001"),
            update(of="TR-20171228"),
            update(of="MEETNG01"),
            update(of="RELEASE1"),
        ),
    ),
    Case(
        "an update of what is not there",
        (ONE, update(of=SECOND), update(of="whaling")),
        [
            (
                f'update 0 of: of = "{SECOND}" is no item or entry of this file — '
                f"did you mean TR-20171228-1?"
            ),
            (
                'update 1 of: of = "whaling" is no item or entry of this file — '
                "write the ref of an item of this file"
            ),
        ],
    ),
    Case(
        "a record of the meeting, and of nothing",
        (ONE, Record(of="TR-20171228"), Record(of="whaling")),
        [
            (
                'record 0 of: of = "TR-20171228" is no item or entry of this file — '
                "did you mean TR-20171228?"
            ),
            (
                'record 1 of: of = "whaling" is no item or entry of this file — '
                "write the ref of an item of this file"
            ),
        ],
    ),
    Case(
        "a correction of nothing",
        (ONE, update(corrects="WRONG001")),
        [
            (
                'update 0 corrects: corrects = "WRONG001" is no id of this file — '
                "write the id of the wrong entry"
            )
        ],
    ),
    Case(
        "corrections of an update, an item, the meeting",
        (
            ONE,
            update(id="WRONG001", note="n"),
            update(corrects="WRONG001"),
            update(corrects="ITEM0001"),
            update(of="TR-20171228", corrects="MEETNG01"),
        ),
    ),
    # circles
    Case(
        "a correction of itself",
        (ONE, update(id="SELF0001", corrects="SELF0001")),
        [
            (
                "update 0 corrects: corrections go in a circle: in the end this one corrects itself — "
                "remove the corrects of one of them"
            )
        ],
    ),
    Case(
        "a circle of two, and one that only leads into it",
        (
            ONE,
            update(id="A0000001", corrects="B0000001"),
            update(id="B0000001", corrects="A0000001"),
            update(id="C0000001", corrects="A0000001"),
        ),
        [
            f"update {n} corrects: corrections go in a circle: in the end this one corrects "
            "itself — remove the corrects of one of them"
            for n in (0, 1)
        ],
    ),
    # changes
    Case(
        "changes that can be made, of an item, by its id, of the meeting, of a document",
        (
            ONE,
            RELEASE,
            update(changes=(Change(field="title", to="t"),)),
            update(of="ITEM0001", changes=(Change(field="lead"),)),
            update(of="TR-20171228", changes=(Change(field="place", to="Ankara"),)),
            update(of="RELEASE1", changes=(Change(field="address", to="https://x"),)),
        ),
    ),
    Case(
        "changes that cannot be made",
        (
            ONE,
            RELEASE,
            update(changes=(Change(field="title"), Change(field="led", to="x"))),
            update(changes=(Change(field="ref", to="x"),)),
            update(of="RELEASE1", changes=(Change(field="class", to="open"),)),
        ),
        [
            "update 0 changes: title cannot be emptied — write what it is instead",
            "update 0 changes: led is no field that can change — see docs/format.md",
            "update 1 changes: ref never changes — strike the entry and file it anew",
            "update 2 changes: class is no field that can change — see docs/format.md",
        ],
    ),
    Case(
        "changes of nothing are told as such only",
        (ONE, update(of="whaling", changes=(Change(field="led"),))),
        [
            (
                'update 0 of: of = "whaling" is no item or entry of this file — '
                "write the ref of an item of this file"
            )
        ],
    ),
    # what has no end
    Case(
        "a continuing item fulfilled",
        (replace(ONE, kind=Kind.CONTINUING), update(status=Status.FULFILLED, evidence=SEEN)),
        [
            (
                "update 0 status: a continuing item is never fulfilled — "
                "write held = true for one holding, or withdrawn for its end"
            )
        ],
    ),
    Case(
        "a recurring item fulfilled in part, by its id",
        (
            replace(ONE, kind=Kind.RECURRING),
            update(of="ITEM0001", status=Status.PARTLY_FULFILLED, evidence=SEEN),
        ),
        [
            (
                "update 0 status: a recurring item is never partly-fulfilled — "
                "write held = true for one holding, or withdrawn for its end"
            )
        ],
    ),
    Case(
        "a continuing item withdrawn, and taken back, and made one-off",
        (
            replace(ONE, kind=Kind.CONTINUING),
            replace(TWO, kind=Kind.CONTINUING),
            update(status=Status.WITHDRAWN, withdrawn_by=Side.BOTH),
            update(id="WRONG001", status=Status.FULFILLED, evidence=SEEN),
            update(corrects="WRONG001"),
            update(of=SECOND, changes=(Change(field="kind", to="one-off"),)),
            update(of=SECOND, status=Status.FULFILLED, evidence=SEEN),
        ),
    ),
    Case(
        "a one-off that was made continuing",
        (
            ONE,
            update(changes=(Change(field="kind", to="continuing"),)),
            update(status=Status.FULFILLED, evidence=SEEN),
        ),
        [
            (
                "update 1 status: a continuing item is never fulfilled — "
                "write held = true for one holding, or withdrawn for its end"
            )
        ],
    ),
    # days
    Case(
        "a status of the day after it was entered",
        (
            ONE,
            update(
                "2018-01-30",
                status=Status.IN_PROGRESS,
                recorded=datetime(2018, 1, 29, 23, 59, tzinfo=UTC),
            ),
        ),
        [
            (
                "update 0 date: the status is of 2018-01-30, but was entered on 2018-01-29 — "
                "nobody knows a status ahead: correct the date"
            )
        ],
    ),
    Case(
        "a status of its own day in the ledger's time zone",
        (
            ONE,
            update(
                "2018-01-30",
                status=Status.IN_PROGRESS,
                recorded=datetime(2018, 1, 29, 23, 59, tzinfo=UTC),
            ),
        ),
        known=replace(KNOWN, timezone=timezone(timedelta(hours=9))),
    ),
    Case(
        "an ask may be ahead",
        (ONE, update("2018-02-10", asked=("METI",), recorded=datetime(2018, 1, 1, tzinfo=UTC))),
    ),
    Case(
        "a slip is dated the day that the meeting was thought to be on",
        (
            ONE,
            update("2017-12-28", changes=(Change(field="title", from_="Hold it", to="Hold"),)),
            update(
                "2017-12-28",
                of="TR-20171228",
                changes=(Change(field="date", from_=day("2017-12-28"), to=day("2018-01-02")),),
            ),
        ),
    ),
    Case(
        "an update before the meeting",
        (ONE, update("2017-12-27", note="n"), update("2017-12-28", note="n")),
        [
            (
                "update 0 date: warning: date = 2017-12-27 is before the meeting of 2017-12-28 — "
                "it counts from the meeting on; correct the date if it is wrong"
            )
        ],
    ),
    Case(
        "a missed one does not end what recurs; what goes on may be given up",
        (
            replace(ONE, kind=Kind.RECURRING),
            replace(TWO, kind=Kind.CONTINUING),
            update(status=Status.NOT_FULFILLED, reason="r"),
            update(of=SECOND, status=Status.NOT_FULFILLED, reason="r"),
            update(id="WRONG001", status=Status.NOT_FULFILLED, reason="r"),
            update(corrects="WRONG001"),
        ),
        [
            (
                "update 0 status: warning: not-fulfilled ends a recurring item — for one that was "
                "missed write a note, for the end withdrawn"
            )
        ],
    ),
    Case(
        "a holding twice on a day",
        (
            replace(ONE, kind=Kind.RECURRING),
            update(held=True),
            update(held=True),
            update("2018-01-30", held=True),
            update("2018-01-30", held=True, id="WRONG001"),
            update(corrects="WRONG001"),
        ),
        [
            (
                "update 1 held: warning: TR-20171228-1 was held on 2018-01-29 already — dipltrack "
                "undo ENTRY003 takes it back, if it is the same holding"
            )
        ],
    ),
    Case(
        "a title twice, but not of what is struck or was renamed",
        (
            ONE,
            replace(ONE, ref=SECOND, id="ITEM0002", title="hold it"),
            replace(ONE, ref=f"{REF}1", id="STRUCK01"),
            replace(ONE, ref=f"{REF}2", id="RENAMED1"),
            update(of=f"{REF}1", corrects="STRUCK01"),
            update(of="RENAMED1", changes=(Change(field="title", to="Hold another"),)),
        ),
        [
            (
                f"commitment 1 title: warning: {REF} has the same title — if it was filed twice: "
                f"dipltrack strike {SECOND} --same-as {REF}"
            )
        ],
    ),
    Case(
        "links to what was said later, to what was said on that day, and before",
        (
            replace(ONE, restates="TR-20180129-1"),
            replace(TWO, follows="TR-20171228b-1", restates="TR-20160906-1"),
            update(of=SECOND, changes=(Change(field="follows", to="TR-20180129-1"),)),
        ),
        [
            f'{place}: warning: {key} = "TR-20180129-1" is of a later meeting, '
            "2018-01-29 — a link stands on the later side: write it in TR-20180129-1"
            for place, key in (
                ("commitment 0 restates", "restates"),
                ("update 0 changes", "follows"),
            )
        ],
        Known(
            bodies=(),
            dossiers=(),
            first_file_of={
                "TR-20180129-1": "TR/2018-01-29.toml",
                "TR-20171228b-1": "TR/2017-12-28b.toml",
                "TR-20160906-1": "TR/2016-09-06.toml",
            },
            day_of={
                "TR/2018-01-29.toml": day("2018-01-29"),
                "TR/2017-12-28b.toml": day("2017-12-28"),
                "TR/2016-09-06.toml": day("2016-09-06"),
            },
            timezone=UTC,
        ),
    ),
    # what an entry needs
    Case(
        "all that is needed",
        (
            ONE,
            update(status=Status.ON_HOLD, reason="r"),
            update(status=Status.NOT_FULFILLED, reason="r"),
            update(status=Status.SUPERSEDED, superseded_by=REF),
            update(status=Status.WITHDRAWN, withdrawn_by=Side.OURS),
            update(timing=TimingChange.MOVED, to=LATER, reason="r"),
            update(timing=TimingChange.EXPECTED, to=LATER),
            update(at_risk=True, reason="r"),
        ),
    ),
    Case(
        "all that lacks",
        (
            ONE,
            update(status=Status.ON_HOLD),
            update(status=Status.NOT_FULFILLED),
            update(status=Status.SUPERSEDED),
            update(status=Status.WITHDRAWN),
            update(timing=TimingChange.MOVED, to=LATER),
            update(at_risk=True),
        ),
        [
            'update 0 status: on-hold without a reason — write reason = "…"',
            'update 1 status: not-fulfilled without a reason — write reason = "…"',
            'update 2 status: superseded by nothing — write superseded_by = "REF"',
            (
                "update 3 status: withdrawn by nobody — "
                'write withdrawn_by = "ours", "theirs" or "both"'
            ),
            'update 4 timing: moved without a reason — write reason = "…"',
            'update 5 at_risk: at risk without a reason — write reason = "…"',
        ],
    ),
    Case(
        "what was taken back needs nothing",
        (
            ONE,
            update(id="WRONG001", status=Status.ON_HOLD),
            update(corrects="WRONG001"),
        ),
    ),
    # evidence
    Case(
        "closed without evidence",
        (
            ONE,
            update(status=Status.FULFILLED),
            update(of=SECOND, status=Status.PARTLY_FULFILLED),
            TWO,
        ),
        [
            f"update {n} status: warning: {status} without evidence — "
            "add an update with evidence: dipltrack note REF --evidence ADDRESS"
            for n, status in enumerate((Status.FULFILLED, Status.PARTLY_FULFILLED))
        ],
    ),
    Case(
        "evidence in another update, other closings, and what was taken back",
        (
            ONE,
            TWO,
            update(status=Status.FULFILLED),
            update(note="n", evidence=SEEN),
            update(of=SECOND, status=Status.NOT_FULFILLED, reason="r"),
            update(of=SECOND, id="WRONG001", status=Status.FULFILLED),
            update(of=SECOND, corrects="WRONG001"),
        ),
    ),
    # links
    Case(
        "links that lead nowhere",
        (
            replace(ONE, follows="TR-20160906-1", restates="zzz"),
            update(status=Status.SUPERSEDED, superseded_by="zzz"),
            TWO,
            update(of=SECOND, corrects="ITEM0002", same_as="TR-20160906-1"),
        ),
        [
            (
                'commitment 0 follows: warning: follows = "TR-20160906-1" is no item of this '
                "ledger — did you mean TR-20160906-2?"
            ),
            (
                'commitment 0 restates: warning: restates = "zzz" is no item of this ledger — '
                "write the ref of an item"
            ),
            (
                'update 0 superseded_by: warning: superseded_by = "zzz" is no item of this '
                "ledger — write the ref of an item"
            ),
            (
                'update 1 same_as: warning: same_as = "TR-20160906-1" is no item of this '
                "ledger — did you mean TR-20160906-2?"
            ),
        ],
        Known(bodies=(), dossiers=(), first_file_of={"TR-20160906-2": "TR/2016-09-06.toml"}),
    ),
    Case(
        "links that lead somewhere",
        (replace(ONE, follows="TR-20160906-2", restates=SECOND), TWO),
        known=Known(bodies=(), dossiers=(), first_file_of={"TR-20160906-2": "x"}),
    ),
    # documents
    Case(
        "documents that are not filed",
        (
            RELEASE,
            replace(ONE, document="relase"),
            Record(of=REF, document="zzz"),
            update(document="release2"),
        ),
        [
            (
                'commitment 0 document: warning: document = "relase" is no document of this file — '
                "did you mean release?"
            ),
            (
                'record 0 document: warning: document = "zzz" is no document of this file — '
                "dipltrack document add files it"
            ),
            (
                'update 0 document: warning: document = "release2" is no document of this file — '
                "did you mean release?"
            ),
        ],
    ),
    Case(
        "documents that are, or are of another file",
        (
            RELEASE,
            replace(ONE, document="release"),
            Record(of=REF, document="TR-20180129/readout"),
        ),
    ),
    # names
    Case(
        "bodies and dossiers that are not registered",
        (
            replace(
                ONE,
                lead=("ME2",),
                support=("METI", "zzz"),
                counterpart=("TR-MFA",),
                dossier="EPAs",
            ),
            replace(TWO, dossier="whaling"),
        ),
        [
            (
                'commitment 0 lead: warning: lead = "ME2" is no body — '
                "did you mean ME1? Else dipltrack body add ME2 registers it"
            ),
            (
                'commitment 0 support: warning: support = "zzz" is no body — '
                "dipltrack body add zzz registers it"
            ),
            (
                'commitment 0 counterpart: warning: counterpart = "TR-MFA" is no body — '
                "dipltrack body add TR-MFA registers it"
            ),
            (
                'commitment 0 dossier: warning: "EPAs" is no dossier — '
                "did you mean EPA? Else dipltrack dossier add EPAs registers it"
            ),
            (
                'commitment 1 dossier: warning: "whaling" is no dossier — '
                "dipltrack dossier add whaling registers it"
            ),
        ],
        DESK,
    ),
    Case(
        "names and voices that an update put in force",
        (
            replace(ONE, lead=("ME1",), voice=("joint",)),
            update(
                changes=(
                    Change(field="lead", from_="ME1", to="MEXT"),
                    Change(field="dossier", to="whaling"),
                    Change(field="voice", from_="joint", to="jont"),
                )
            ),
            update(asked=("MOFAA",), answered=("METI",)),
        ),
        [
            (
                'update 0 changes: warning: lead = "MEXT" is no body — '
                "did you mean METI? Else dipltrack body add MEXT registers it"
            ),
            (
                'update 0 changes: warning: "whaling" is no dossier — '
                "dipltrack dossier add whaling registers it"
            ),
            (
                'update 1 asked: warning: asked = "MOFAA" is no body — '
                "dipltrack body add MOFAA registers it"
            ),
            'update 0 changes: warning: "jont" is no voice — did you mean joint?',
        ],
        DESK,
    ),
    Case(
        "a name and a voice that a later update mended",
        (
            replace(ONE, lead=("zzz",), voice=("jont",)),
            update(
                changes=(
                    Change(field="lead", from_="zzz", to="ME1"),
                    Change(field="voice", from_="jont", to="joint"),
                )
            ),
        ),
        known=DESK,
    ),
    # what was taken back
    Case(
        "what was taken back is not asked about",
        (
            replace(ONE, lead=("zzz",), follows="zzz"),
            update(status=Status.FULFILLED, superseded_by="zzz"),
            update(corrects="ITEM0001"),
            replace(TWO, voice=("joint",)),
            update(of=SECOND, id="WRONG001", asked=("MOFAA",)),
            update(of=SECOND, corrects="WRONG001"),
        ),
        known=DESK,
    ),
    Case(
        "what was entered of a copy counts for the item that is left",
        (
            replace(ONE, lead=("zzz",)),
            update(status=Status.FULFILLED),
            update(corrects="ITEM0001", same_as=SECOND),
            TWO,
        ),
        ["update 0 status: warning: fulfilled without evidence — " + EVIDENCE],
        known=DESK,
    ),
    Case(
        "of a struck meeting nothing is asked",
        (
            replace(ONE, lead=("zzz",)),
            update(status=Status.FULFILLED),
            update(of="TR-20171228", corrects="MEETNG01"),
        ),
        known=DESK,
    ),
    Case("those that are", (replace(ONE, lead=("ME1",), dossier="EPA"),), known=DESK),
    Case("where none is registered any will do", (replace(ONE, lead=("x",), dossier="x"),)),
    # voices
    Case(
        "voices",
        (
            replace(ONE, voice=("joint",)),
            replace(TWO, voice=("JP", "TR")),
            Record(of=REF, voice=("jointly",)),
            update(voice=("DE",)),
        ),
        [
            'record 0 voice: warning: "jointly" is no voice — did you mean joint?',
            'update 0 voice: warning: "DE" is no voice — write joint, ours, theirs, JP or TR',
        ],
    ),
    # characters
    Case(
        "a control character",
        (
            replace(ONE, title="a\x1b[2J"),
            update(note="a\x00", reason="\x07"),
            replace(TWO, wording="a\tb\nc"),
        ),
        [
            "commitment 0 title: warning: title holds the control character U+001B — delete it",
            "update 0 reason: warning: reason holds the control character U+0007 — delete it",
            "update 0 note: warning: note holds the control character U+0000 — delete it",
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_rule_tells_and_leaves_alone(case: Case) -> None:
    assert told(flaws_of(file_with(*case.entries), case.known)) == case.told


def test_a_table_of_a_hand_lacks_its_stamp() -> None:
    file = MeetingFile(
        path=PATH,
        meeting=replace(meeting(), by=None),
        commitments=(Commitment(ref=REF, title="Hold it"),),
    )

    assert told(flaws_of(file, KNOWN)) == [
        "meeting 0 None: warning: it lacks by — dipltrack edit fills them in",
        "commitment 0 None: warning: it lacks id, recorded and by — dipltrack edit fills them in",
    ]


def test_what_is_named_is_not_looked_for_in_a_file_read_in_part() -> None:
    entries = (replace(ONE, document="relase"), Record(of="zzz"), update(of="zzz", at_risk=True))

    assert told(flaws_of(file_with(*entries, whole=False), KNOWN)) == [
        'update 0 at_risk: at risk without a reason — write reason = "…"'
    ]


def test_a_write_is_held_against_what_it_makes_worse() -> None:
    before = file_with(ONE, update(status=Status.ON_HOLD))
    after = file_with(ONE, update(status=Status.ON_HOLD), update(status=Status.NOT_FULFILLED))

    assert told(new_flaws(before, after, KNOWN)) == [
        'update 1 status: not-fulfilled without a reason — write reason = "…"'
    ]
    assert new_flaws(after, after, KNOWN) == []


def ledger_with(root: Path, text: str) -> Path:
    """A ledger with that text below a sound meeting."""
    (root / "TR").mkdir(parents=True)
    (root / "dipltrack.toml").write_text(SETTINGS, encoding="utf-8")
    head = 'schema = 1\n[meeting]\nref = "TR-20171228"\ntitle = "M"\ndate = 2017-12-28\n'
    (root / PATH).write_text(head + text, encoding="utf-8")
    return root


def test_faults_of_a_file_read_in_part_stand_on_their_own_lines(tmp_path: Path) -> None:
    root = ledger_with(
        tmp_path,
        '[[update]]\nof = "TR-20171228-1"\n'  # line 6: no date
        '[[commitment]]\nref = "TR-20171228-1"\ntitle = "Hold it"\n'
        '[[update]]\nof = "TR-20171228-1"\ndate = 2018-01-29\nstatus = "done"\n'
        '[[update]]\nof = "TR-20171228-1"\ndate = 2018-01-30\nat_risk = true\n',
    )
    settings, _ = read_settings(root)

    faults = checked(root, settings, UTC).faults

    date, status, reason = (str(f).partition(" — ")[0] for f in sorted(faults) if f.is_error)
    assert date == f"{PATH}:6: date is missing"
    assert status.startswith(f'{PATH}:14: status = "done" is not')
    assert reason == f"{PATH}:18: at risk without a reason"


@pytest.mark.parametrize(
    "entry",
    [
        replace(ONE, lead=("ME\x1b1",)),
        update(note="n", evidence=(Evidence(address="https://x\x1b[2J"),)),
        update(changes=(Change(field="title", to="x\x1b[2J"),)),
        replace(ONE, timing=Timing(stated="in\x1bMay", window=LATER.window)),
    ],
    ids=["lead", "evidence", "change", "stated"],
)
def test_control_characters_are_told_wherever_they_stand(entry: Entry) -> None:
    flaws = told(
        flaws_of(file_with(*([ONE, entry] if isinstance(entry, Update) else [entry])), KNOWN)
    )

    assert [line for line in flaws if "control character U+001B" in line]


def test_a_corrected_meeting_day_is_the_one_that_updates_follow() -> None:
    slip = update(of="TR-20171228", changes=(Change(field="date", to=day("2017-12-20")),))

    assert told(flaws_of(file_with(ONE, slip, update("2017-12-22", note="n")), KNOWN)) == []


def test_evidence_that_was_taken_back_is_none() -> None:
    entries = (
        ONE,
        update(id="WRONG001", note="n", evidence=SEEN),
        update(corrects="WRONG001"),
        update(status=Status.FULFILLED),
    )

    assert [flaw.wrong for flaw in flaws_of(file_with(*entries), KNOWN)] == [
        "fulfilled without evidence"
    ]


def test_changes_that_only_together_are_wrong_are_told() -> None:
    window = Window(class_=TimingClass.PART, earliest=day("2018-01-21"), latest=day("2018-01-31"))
    item = replace(ONE, timing=Timing(stated="late January", window=window))
    slip = update("2017-12-28", changes=(Change(field="earliest", to=day("2018-02-21")),))

    assert flaws_of(file_with(item, slip), KNOWN)
