"""Whole chains over meetings: what is said again agrees with an account written independently."""

import tempfile
from datetime import UTC, date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from dipltrack.model.commitment import Commitment
from dipltrack.model.update import Update
from dipltrack.model.vocabulary import Firmness, Kind, Status, TimingClass
from dipltrack.model.window import UNTIMED, Timing, Window
from dipltrack.register.question import Question
from dipltrack.register.view import View
from tests.given import asked, ledger_of, meeting

START = date(2018, 1, 1)
AS_OF = START + timedelta(days=2600)
"""After all that can happen: the independent account knows no day."""
KEPT = {"fulfilled", "partly-fulfilled"}


class Said(Struct, frozen=True):
    """One item of a meeting of its own: what it says again or follows, and how it was closed."""

    ref: str
    on: date
    firmness: Firmness | None
    kind: Kind
    latest: date | None
    restates: str | None
    follows: str | None
    struck: bool
    closed: tuple[date, Status, str] | None


def days_after(on: date, most: int) -> st.SearchStrategy[date]:
    """Any day from that one on."""
    return st.dates(on, on + timedelta(days=most))


@st.composite
def chains(draw: st.DrawFn) -> tuple[Said, ...]:
    """Up to six items, each of another day, linked in any way, in circles too."""
    gaps = draw(st.lists(st.integers(1, 300), min_size=2, max_size=6))
    days = [START + timedelta(days=sum(gaps[: n + 1])) for n in range(len(gaps))]
    refs = [f"TR-{on:%Y%m%d}-1" for on in days]
    items = []
    for ref, on in zip(refs, days, strict=True):
        others = st.sampled_from([other for other in refs if other != ref])
        latest = draw(st.none() | days_after(on, 700))
        closing = st.tuples(
            days_after(on, 600),
            st.sampled_from([s for s in Status if not s.is_open]),
            others,
        )
        items.append(
            Said(
                ref=ref,
                on=on,
                firmness=draw(st.none() | st.sampled_from(Firmness)),
                kind=draw(st.sampled_from([Kind.ONE_OFF, Kind.ONE_OFF, Kind.CONTINUING])),
                latest=latest,
                restates=draw(st.none() | others),
                follows=draw(st.none() | others),
                struck=draw(st.integers(0, 7)) == 0,
                closed=draw(st.none() | closing),
            )
        )
    return tuple(items)


def filed(root: Path, chain: tuple[Said, ...]) -> Path:
    """The items as real files of a real ledger."""
    for one in chain:
        timing = UNTIMED
        if one.latest:
            window = Window(class_=TimingClass.BY, earliest=one.on, latest=one.latest)
            timing = Timing(stated="by then", window=window)
        item = Commitment(
            id="STRUCK01",
            ref=one.ref,
            title="t",
            firmness=one.firmness,
            kind=one.kind,
            timing=timing,
            restates=one.restates,
            follows=one.follows,
        )
        updates = []
        if one.closed:
            on, status, other = one.closed
            updates.append(Update(of=one.ref, date=on, status=status, superseded_by=other))
        if one.struck:
            updates.append(Update(of=one.ref, date=one.on, corrects="STRUCK01"))
        ledger_of(root, item, *updates, held=meeting(one.ref[:-2], one.on))
    return root


def _back(one: Said, by_ref: dict[str, Said]) -> list[Said]:
    """What it says again, and what that says again, until something comes a second time."""
    path: list[Said] = []
    at = by_ref.get(one.restates or "")
    while at and at is not one and at not in path:
        path.append(at)
        at = by_ref.get(at.restates or "")
    return path


def _in_a_circle(one: Said, by_ref: dict[str, Said]) -> bool:
    seen: set[str] = set()
    at = by_ref.get(one.restates or "")
    while at and at.ref not in seen:
        if at is one:
            return True
        seen.add(at.ref)
        at = by_ref.get(at.restates or "")
    return False


def _missed(old: Said, on: date | None) -> bool:
    if old.latest is None or on is None or old.kind is Kind.CONTINUING:
        return False
    kept_before = old.closed is not None and old.closed[1].value in KEPT and old.closed[0] < on
    return on > old.latest and not kept_before


def _is_kept(one: Said) -> bool:
    return one.closed is not None and one.closed[1].value in KEPT


@given(chain=chains())
@settings(max_examples=150)
def test_what_is_said_again_is_what_an_independent_account_says(chain: tuple[Said, ...]) -> None:
    by_ref = {one.ref: one for one in chain if not one.struck}
    with tempfile.TemporaryDirectory() as folder:
        root = filed(Path(folder) / "desk", chain)
        view = View(as_of=AS_OF, timezone=UTC)
        found = {s.ref: s for s in asked(root, Question(struck=True, each=True), view)}
        shown = {s.ref for s in asked(root, Question(), view)}

    again: dict[str, list[Said]] = {
        ref: [
            later
            for later in by_ref.values()
            if later.restates == ref and not _in_a_circle(later, by_ref)
        ]
        for ref in by_ref
    }
    assert shown == {ref for ref in by_ref if not again[ref]}
    for ref, one in by_ref.items():
        chained = found[ref].chain
        assert [later.ref for later in chained.restated_by] == [x.ref for x in again[ref]]
        assert [later.ref for later in chained.followed_by] == [
            x.ref for x in by_ref.values() if x.follows == ref
        ]
        path = _back(one, by_ref)
        assert [old.ref for old in chained.earlier] == [old.ref for old in reversed(path)]
        said_on = [later.on for later in [one, *path]]
        assert [old.missed for old in reversed(chained.earlier)] == [
            _missed(old, on) for old, on in zip(path, said_on, strict=False)
        ]
        first_again = min((later.on for later in again[ref]), default=None)
        superseded_late = (
            one.closed is not None
            and one.closed[1] is Status.SUPERSEDED
            and one.latest is not None
            and one.closed[0] > one.latest
        )
        assert (found[ref].timeliness.value == "missed") is (
            (_missed(one, first_again) and not _is_kept(one)) or superseded_late
        )
        assert {later.ref for later in chained.newest} == {
            other.ref
            for other in by_ref.values()
            if one in _back(other, by_ref)
            and not _in_a_circle(other, by_ref)
            and not again[other.ref]
            and not any(
                _in_a_circle(x, by_ref)
                for x in _back(other, by_ref)[: _back(other, by_ref).index(one)]
            )
        }
        in_place = [
            old
            for old in by_ref.values()
            if old.closed and old.closed[1] is Status.SUPERSEDED and old.closed[2] == ref
        ]
        assert [(old.ref, old.missed) for old in chained.in_place_of] == [
            (old.ref, _missed(old, old.closed[0] if old.closed else None)) for old in in_place
        ]
        open_words = [one.firmness, *(old.firmness for old in path if old.closed is None)]
        strengths = {f: n for n, f in enumerate(Firmness)} | {None: 2}
        firmest = found[ref].firmest
        assert strengths[firmest] == min(strengths[words] for words in open_words)
