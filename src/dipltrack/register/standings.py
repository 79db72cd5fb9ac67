"""Every commitment of a ledger as a standing: the files and the rules brought together."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from dipltrack.ledger.contents import Ledger, MeetingFile
from dipltrack.model.commitment import Commitment, Record
from dipltrack.model.meeting import Document, Meeting
from dipltrack.model.update import Update
from dipltrack.model.vocabulary import Timeliness
from dipltrack.model.window import Window
from dipltrack.register.bodies import acting_on
from dipltrack.register.chain import Chain, Link, chains_of, is_missed
from dipltrack.register.corrections import corrected_ids, struck_by
from dipltrack.register.documents import documents_in_force
from dipltrack.register.fold import in_order, meeting_in_force, state_of
from dipltrack.register.freshness import freshness_of
from dipltrack.register.rag import rag_of
from dipltrack.register.standing import Standing
from dipltrack.register.state import State
from dipltrack.register.timeliness import Timely, closed_timeliness, open_timeliness
from dipltrack.register.view import View


def _known(file: MeetingFile, view: View) -> list[Update]:
    return [update for update in file.updates if view.knows(update, file.meeting.date)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A meeting's file as the view sees it: what was known of it, and what of that was wrong."""

    file: MeetingFile
    known: list[Update]
    wrong: frozenset[str]
    meeting: Meeting
    struck: bool
    documents: tuple[Document, ...]
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Folded:
    """A commitment with its state, before others are looked at."""

    seen: Seen
    item: Commitment
    state: State
    history: list[Update]
    struck: bool


def meetings_of(ledger: Ledger, view: View) -> Iterator[Seen]:
    """The meetings up to the view's day, as in force, without what was taken back of them."""
    for file in ledger.files:
        known = _known(file, view)
        wrong = corrected_ids(known)
        about = {file.meeting.ref, file.meeting.id}
        counting = [u for u in known if u.of in about and u.id not in wrong]
        meeting = meeting_in_force(file.meeting, counting, view.as_of)
        if meeting.date <= view.as_of:
            yield Seen(
                file=file,
                known=known,
                wrong=wrong,
                meeting=meeting,
                struck=file.meeting.id in wrong,
                documents=documents_in_force(file, known, wrong, view.as_of),
                records=tuple(
                    record
                    for record in file.records
                    if record.id not in wrong and view.knows(record, file.meeting.date)
                ),
            )


def standings_of(ledger: Ledger, view: View) -> Iterator[Standing]:
    """Every commitment that exists for the view, struck ones too, in the order of the files.

    It exists if its meeting's date has come and it had been entered (DESIGN §2).
    """
    folded = list(_folded(ledger, view))
    chain_of = chains_of(
        Link(ref=one.item.ref, on=one.seen.meeting.date, state=one.state)
        for one in folded
        if not one.struck
    )
    acting = acting_on(ledger.settings.bodies, view.as_of)
    for one in folded:
        yield _standing_of(one, chain_of(one.item.ref), view, acting)


def _folded(ledger: Ledger, view: View) -> Iterator[_Folded]:
    borrowed = _updates_of_copies(ledger, view)
    for seen in meetings_of(ledger, view):
        for item in seen.file.commitments:
            if view.knows(item, seen.file.meeting.date):
                own = [u for u in seen.known if u.of in {item.ref, item.id}]
                others = borrowed.get(item.ref, [])
                about = [u for u in own if u.id not in seen.wrong] + others
                yield _Folded(
                    seen=seen,
                    item=item,
                    state=state_of(item, about, seen.meeting, view),
                    history=own + others,
                    struck=seen.struck or item.id in seen.wrong,
                )


def _updates_of_copies(ledger: Ledger, view: View) -> dict[str, list[Update]]:
    """For an item that was filed twice, the updates of the struck copy, which count for it."""
    borrowed: dict[str, list[Update]] = defaultdict(list)
    stays: dict[str, str] = {}
    for file in ledger.files:
        if not any(update.same_as for update in file.updates):
            continue
        known = _known(file, view)
        wrong = corrected_ids(known)
        for strike in known:
            if strike.same_as and strike.id not in wrong:
                struck = struck_by(strike, known)
                copy = next((c for c in file.commitments if c.id == struck in wrong), None)
                if copy is not None:
                    stays[copy.ref] = strike.same_as
                    borrowed[copy.ref] += [
                        update
                        for update in known
                        if update.of in {copy.ref, copy.id}
                        and update.id not in wrong
                        and not update.same_as
                    ]
    return _passed_on(borrowed, stays)


def _passed_on(
    of_copies: dict[str, list[Update]], stays: dict[str, str]
) -> dict[str, list[Update]]:
    """The updates of copies under the item that is left: a copy of a copy counts for it too."""
    passed: dict[str, list[Update]] = defaultdict(list)
    for copy, updates in of_copies.items():
        at, seen = stays[copy], {copy}
        while at in stays and at not in seen:
            seen.add(at)
            at = stays[at]
        passed[at] += updates
    return passed


def _standing_of(
    folded: _Folded,
    chain: Chain,
    view: View,
    acting: Callable[[tuple[str, ...]], tuple[str, ...]],
) -> Standing:
    """The standing that the rules of DESIGN §2 make of a state on the view's day."""
    day, state, seen = view.as_of, folded.state, folded.seen
    meeting = seen.meeting
    timely = _timely(day, state, state.window)
    if is_missed(state, chain.again_on) and not state.status.is_kept:
        timely = Timely(Timeliness.MISSED, timely.days)
    first = _timely(day, state, state.first.window)
    freshness = None
    if state.closed_on is None:
        freshness = freshness_of(day, state.item, state.window, state.review_on, state.last_report)
    chased = chain.promises(state.item) or state.item.track
    rag = rag_of(day, state, timely.timeliness, freshness, chased=chased)
    names = {folded.item.ref, folded.item.id}
    return Standing(
        path=seen.file.path,
        meeting=meeting,
        filed=folded.item,
        state=state,
        records=tuple(record for record in seen.records if record.of in names),
        documents=seen.documents,
        history=tuple(in_order(folded.history, meeting.date)),
        struck=folded.struck,
        timeliness=timely.timeliness,
        days=timely.days,
        timeliness_first=first.timeliness,
        days_first=first.days,
        freshness=freshness,
        quiet=(day - (state.last_report or meeting.date)).days,
        reply_days=(state.reply_by - day).days if state.reply_by else None,
        rag=rag.rag,
        rag_reason=rag.reason,
        chain=chain,
        lead=acting(state.item.lead) if state.closed_on is None else state.item.lead,
        counterpart=acting(state.item.counterpart)
        if state.closed_on is None
        else state.item.counterpart,
    )


def _timely(day: date, state: State, window: Window) -> Timely:
    if state.closed_on is None:
        return open_timeliness(day, state.item.kind, window)
    return closed_timeliness(state.closed_on, state.status, window)
