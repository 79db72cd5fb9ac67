"""What the index answers is what whole standings say, on any day, to any question."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.read import read_ledger
from dipltrack.model.commitment import Commitment, Record
from dipltrack.model.update import Change, Evidence, Update
from dipltrack.model.vocabulary import (
    Firmness,
    Kind,
    NextMove,
    Status,
    Timeliness,
    TimingClass,
)
from dipltrack.model.window import UNTIMED, Every, Timing, Unit, Window
from dipltrack.register.agenda import SECTIONS
from dipltrack.register.index import opening
from dipltrack.register.question import Question, SortBy
from dipltrack.register.standing import Standing
from dipltrack.register.standings import standings_of
from dipltrack.register.view import View
from dipltrack.reports.agenda import group_of_item
from tests.given import ledger_of, meeting, register
from tests.register.independent_question import fits, in_order_of

START = date(2018, 1, 1)
REACHES = {"of all days": date.min, "of the last days": START + timedelta(days=250)}


@pytest.fixture(autouse=True, scope="module", params=REACHES)
def _reach(request: pytest.FixtureRequest) -> Iterator[None]:
    """An index that goes back to that day, and further once a day before it is asked of."""
    since = REACHES[request.param]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(opening, "first_reach", lambda *_: since)
        yield


BODIES = '\n[[body]]\nname = "ME1"\nparty = "JP"\nuntil = 2018-06-30\nsuccessor = "ME2"\n'
DAYS = st.dates(START, START + timedelta(days=500))
SOUGHT = ("ISTANBUL", "istanbul", "Işik", "uskudar", "ＥＰＡ", "minist ankara", "whether m")
WORDS = ("hold", "dialogue", "EPA", "İstanbul", "ışık", "Üsküdar", "港", "来年1月")


@st.composite
def windows(draw: st.DrawFn) -> Timing:
    """Any timing, dated at one or both ends, recurring or without a day."""
    one, other = sorted([draw(DAYS), draw(DAYS)])
    window = draw(
        st.sampled_from(
            [
                Window(class_=TimingClass.PART, earliest=one, latest=other),
                Window(class_=TimingClass.BY, latest=other),
                Window(class_=TimingClass.RANGE, earliest=one),
                Window(class_=TimingClass.OPEN),
                Window(class_=TimingClass.RECURRING, every=Every(count=6, unit=Unit.MONTH)),
            ]
        )
    )
    return draw(st.sampled_from([UNTIMED, Timing(stated="as stated", window=window)]))


@st.composite
def items(draw: st.DrawFn, ref: str, others: list[str]) -> list[Commitment | Update | Record]:
    """An item and what was entered about it."""
    item = Commitment(
        id=f"ITEM{ref[-10:].replace('-', '')[-4:]}",
        ref=ref,
        title=" ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))),
        firmness=draw(st.none() | st.sampled_from(Firmness)),
        kind=draw(st.sampled_from(Kind)),
        lead=draw(st.sampled_from([(), ("ME1",), ("ME2", "METI"), ("ME1", "METI")])),
        voice=draw(st.sampled_from([(), ("joint",), ("ours",)])),
        sector=draw(st.sampled_from([None, "politics", "culture"])),
        dossier=draw(st.sampled_from([None, "EPA", "security"])),
        timing=draw(windows()),
        track=draw(st.booleans()),
        restates=draw(st.none() | st.none() | st.sampled_from(others)),
        follows=draw(st.none() | st.none() | st.sampled_from(others)),
    )
    entries: list[Commitment | Update | Record] = [item]
    for sort in draw(st.lists(st.integers(0, 9), max_size=4)):
        update = Update(of=ref, date=draw(DAYS))
        said: dict[str, Any] = {}
        match sort:
            case 0 | 1:
                said = {"status": draw(st.sampled_from(Status)), "reason": "r"}
                said |= {"superseded_by": draw(st.sampled_from(others))}
            case 2:
                says = Evidence(address="https://example.org", says=draw(st.sampled_from(WORDS)))
                said = draw(st.sampled_from([{"note": says.says}, {"evidence": (says,)}]))
            case 3:
                said = {"next_move": draw(st.sampled_from(NextMove)), "next_step": "call"}
            case 4:
                said = {"changes": (draw(st.sampled_from(CHANGES)),)}
            case 5:
                said = {"seek": "whether"} if draw(st.booleans()) else {"decided": "yes"}
            case 6:
                said = {"corrects": item.id}
                said |= {"same_as": draw(st.none() | st.sampled_from(others))}
            case 7:
                said = draw(
                    st.sampled_from([{"at_risk": True, "reason": "r"}, {"answered": ("M",)}])
                )
            case _:
                said = {"asked": ("M",), "reply_by": draw(st.none() | DAYS)}
        entries.append(Update(of=ref, date=update.date, **said))
    if draw(st.booleans()):
        entries.append(Record(of=ref, document="release", wording=draw(st.sampled_from(WORDS))))
    return entries


CHANGES = (
    Change(field="lead", to="METI"),
    Change(field="sector", to="economy"),
    Change(field="title", to="hold another festival"),
    Change(field="firmness", to="statement"),
    Change(field="kind", to="continuing"),
    Change(field="review_on", to=date(2018, 5, 1)),
)


@st.composite
def ledgers(draw: st.DrawFn) -> list[tuple[str, date, list[Commitment | Update | Record]]]:
    """Up to four meetings of one to three items, linked in any way."""
    days = sorted(draw(st.sets(DAYS, min_size=1, max_size=4)))
    partners = [draw(st.sampled_from(["TR", "US", "ASEAN+3"])) for _ in days]
    held = [f"{partner}-{on:%Y%m%d}" for partner, on in zip(partners, days, strict=True)]
    refs = [f"{ref}-{number}" for ref in held for number in range(1, draw(st.integers(2, 4)))]
    refs = refs or [f"{held[0]}-1"]
    return [
        (ref, on, [e for own in refs if own.startswith(f"{ref}-") for e in draw(items(own, refs))])
        for ref, on in zip(held, days, strict=True)
    ]


QUESTIONS = st.builds(
    Question,
    partners=st.sampled_from([(), (), ("tr",), ("US", "ASEAN+3"), ("JP",)]),
    meetings=st.sampled_from([(), (), ("tr-2018",), ("US-2018", "ASEAN")]),
    sectors=st.sampled_from([(), (), ("Politics",), ("culture", "economy")]),
    dossiers=st.sampled_from([(), (), ("epa",)]),
    leads=st.sampled_from([(), (), ("ME2",), ("me1", "METI")]),
    statuses=st.sampled_from([(), (), (Status.NO_REPORT,), (Status.FULFILLED, Status.ON_HOLD)]),
    timeliness=st.sampled_from([(), (), (Timeliness.OVERDUE, Timeliness.MISSED)]),
    firmness=st.sampled_from([(), (), (Firmness.STATEMENT, Firmness.PLAN)]),
    kinds=st.sampled_from([(), (), (Kind.RECURRING, Kind.CONTINUING)]),
    voices=st.sampled_from([(), (), ("Joint",)]),
    next_moves=st.sampled_from([(), (), (NextMove.OURS, NextMove.BOTH)]),
    promised=st.sampled_from([None, None, True, False]),
    open_only=st.sampled_from([None, None, True, False]),
    text=st.sampled_from(
        [None, None, "hold EPA", "港", "来年1月", "ep", "", '"', "call", *SOUGHT]
    ),
    due_from=st.none() | DAYS,
    due_to=st.none() | DAYS,
    struck=st.booleans(),
    each=st.booleans(),
)


def filed(root: Path, ledger: list[tuple[str, date, list[Commitment | Update | Record]]]) -> Path:
    """The meetings as real files."""
    for ref, on, entries in ledger:
        ledger_of(root, *entries, held=meeting(ref, on))
    with (root / "dipltrack.toml").open("a", encoding="utf-8") as settings_file:
        settings_file.write(BODIES)
    return root


def whole(root: Path, view: View) -> list[Standing]:
    """Every standing, from all files at once."""
    read = read_ledger(root)
    files: tuple[MeetingFile, ...] = read.files
    return list(standings_of(files, read.settings.bodies, view))


@given(ledger=ledgers(), question=QUESTIONS, as_of=DAYS, sort=st.sampled_from(SortBy))
@settings(max_examples=250)
def test_the_index_finds_what_whole_standings_say(
    ledger: list[tuple[str, date, list[Commitment | Update | Record]]],
    question: Question,
    as_of: date,
    sort: SortBy,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = filed(Path(folder) / "desk", ledger)
        view = View(as_of=as_of, timezone=UTC)
        every = whole(root, view)

        answer = register(root).ask(question, view, sort)

        wanted = in_order_of([one for one in every if fits(question, one)], sort)
        assert [one.ref for one in answer.standings] == [one.ref for one in wanted]
        assert list(answer.standings) == wanted
        assert answer.count == len(wanted)


@given(ledger=ledgers(), as_of=DAYS, known_by=DAYS, most=st.integers(0, 5))
@settings(max_examples=60)
def test_what_was_known_by_a_day_and_the_first_of_an_answer(
    ledger: list[tuple[str, date, list[Commitment | Update | Record]]],
    as_of: date,
    known_by: date,
    most: int,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = filed(Path(folder) / "desk", ledger)
        view = View(as_of=as_of, known_by=known_by, timezone=UTC)
        every = in_order_of(whole(root, view), SortBy.REF)
        question = Question(struck=True, each=True)

        answer = register(root).ask(question, view, most=most)

        assert list(answer.standings) == every[:most]
        assert answer.count == len(every)


@given(
    ledger=ledgers(), as_of=DAYS, within=st.integers(0, 200), most=st.none() | st.integers(0, 4)
)
@settings(max_examples=100)
def test_the_agenda_counts_and_shows_what_whole_standings_say(
    ledger: list[tuple[str, date, list[Commitment | Update | Record]]],
    as_of: date,
    within: int,
    most: int | None,
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = filed(Path(folder) / "desk", ledger)
        view, span = View(as_of=as_of, timezone=UTC), timedelta(days=within)
        found = [one for one in whole(root, view) if fits(Question(open_only=True), one)]
        every = in_order_of(found, SortBy.LATEST)

        agenda = register(root).agenda(Question(), view, span, most)

        groups = {one.ref: group_of_item(one, as_of, span) for one in every}
        assert +Counter(agenda.counts) == Counter(groups.values())
        shown = [one.ref for section in SECTIONS for one in agenda.standings[section]]
        wanted = [one.ref for s in SECTIONS for one in every if groups[one.ref] is s]
        assert shown == wanted[:most]
        assert [one.ref for one in agenda.sought] == [one.ref for one in every if one.state.seek]
