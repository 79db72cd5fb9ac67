"""Every commitment of a ledger as a standing: the files and the rules brought together."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec import Struct

from dipltrack.ledger.contents import MeetingFile
from dipltrack.model.commitment import Commitment, Record
from dipltrack.model.meeting import Document, Meeting
from dipltrack.model.settings import Body
from dipltrack.model.update import Update
from dipltrack.register.bodies import acting_on
from dipltrack.register.chain import Chain, Link, chains_of
from dipltrack.register.corrections import corrected_ids, is_undo, struck_by
from dipltrack.register.documents import documents_in_force
from dipltrack.register.fold import in_order, meeting_in_force, state_of
from dipltrack.register.marks import marks_of
from dipltrack.register.standing import Standing
from dipltrack.register.state import State
from dipltrack.register.timeliness import days_of, timeliness_of
from dipltrack.register.view import View


def _known(file: MeetingFile, view: View) -> Sequence[Update]:
    if view.known_by is None:
        return file.updates
    return [update for update in file.updates if view.knows(update, file.meeting.date)]


class Seen(Struct, frozen=True, kw_only=True):
    """A meeting's file as the view sees it: what was known of it, and what of that was wrong.

    `known_of` are the known updates by what they name, a ref or an id.
    """

    file: MeetingFile
    known: Sequence[Update]
    known_of: Mapping[str, list[Update]]
    wrong: frozenset[str]
    meeting: Meeting
    struck: bool
    documents: tuple[Document, ...]
    records: tuple[Record, ...]

    def about(self, entry: Meeting | Commitment) -> list[Update]:
        """The updates known of it, whether they name it by its ref or by its id."""
        by_ref, by_id = self.known_of.get(entry.ref), self.known_of.get(entry.id or "")
        if by_ref and by_id:
            return [u for u in self.known if u.of in {entry.ref, entry.id}]
        return by_ref or by_id or []


class Life(NamedTuple):
    """A commitment with all that was ever entered about it, as far as the view knows of it.

    `counting` are the entries that count, `history` also those that were taken back.
    """

    seen: Seen
    item: Commitment
    counting: list[Update]
    history: list[Update]
    struck: bool


def seen_of(file: MeetingFile, view: View) -> Seen:
    """The meeting's file as the view sees it, the meeting as in force, what was taken back left out."""
    known = _known(file, view)
    known_of: defaultdict[str, list[Update]] = defaultdict(list)
    for update in known:
        known_of[update.of].append(update)
    wrong = corrected_ids(known)
    about = {file.meeting.ref, file.meeting.id}
    counting = [u for u in known if u.of in about and u.id not in wrong]
    return Seen(
        file=file,
        known=known,
        known_of=known_of,
        wrong=wrong,
        meeting=meeting_in_force(file.meeting, counting, view.as_of),
        struck=file.meeting.id in wrong,
        documents=documents_in_force(file, known, wrong, view.as_of),
        records=tuple(
            record
            for record in file.records
            if record.id not in wrong and view.knows(record, file.meeting.date)
        ),
    )


def lives_of(
    files: Sequence[MeetingFile], view: View, only: Collection[str] | None = None
) -> Iterator[Life]:
    """Every commitment of the files that exists for the view, or those of the refs in `only`.

    It exists if its meeting's date has come and it had been entered (DESIGN §2). Struck ones are
    among them.
    """
    borrowed = _updates_of_copies(files, view)
    for file in files:
        wanted = [c for c in file.commitments if only is None or c.ref in only]
        seen = seen_of(file, view) if wanted else None
        if seen is None or seen.meeting.date > view.as_of:
            continue
        for item in wanted:
            if view.knows(item, file.meeting.date):
                own = seen.about(item)
                others = borrowed.get(item.ref, [])
                yield Life(
                    seen=seen,
                    item=item,
                    counting=[u for u in own if u.id not in seen.wrong] + others,
                    history=own + others,
                    struck=seen.struck or item.id in seen.wrong,
                )


def standings_of(
    files: Sequence[MeetingFile],
    bodies: Sequence[Body],
    view: View,
    only: Collection[str] | None = None,
) -> Iterator[Standing]:
    """Every commitment of the files as the view sees it, or those of the refs in `only`.

    Struck ones are among them, in the order of the files. Chains are seen as far as the files go.
    """
    lives = list(lives_of(files, view, only))
    states = [state_of(one.item, one.counting, one.seen.meeting, view) for one in lives]
    chain_of = chains_of(
        Link(ref=one.item.ref, on=one.seen.meeting.date, state=state)
        for one, state in zip(lives, states, strict=True)
        if not one.struck
    )
    acting = acting_on(bodies, view.as_of)
    for one, state in zip(lives, states, strict=True):
        yield _standing_of(one, state, chain_of(one.item.ref), view, acting)


def _updates_of_copies(files: Sequence[MeetingFile], view: View) -> dict[str, list[Update]]:
    """For an item that was filed twice, the updates of the struck copy, which count for it."""
    borrowed: dict[str, list[Update]] = defaultdict(list)
    stays: dict[str, str] = {}
    for file in files:
        if not any(update.same_as for update in file.updates):
            continue
        known = _known(file, view)
        wrong = corrected_ids(known)
        for strike in known:
            if strike.same_as and strike.id not in wrong:
                struck = struck_by(strike, known)
                copy = next((c for c in file.commitments if c.id == struck in wrong), None)
                if copy is not None and view.knows(copy, file.meeting.date):
                    stays[copy.ref] = strike.same_as
                    borrowed[copy.ref] += [
                        update
                        for update in known
                        if update.of in {copy.ref, copy.id}
                        and update.id not in wrong
                        and not update.same_as
                        and not is_undo(update)  # what it took back is not shown there
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
    life: Life,
    state: State,
    chain: Chain,
    view: View,
    acting: Callable[[tuple[str, ...]], tuple[str, ...]],
) -> Standing:
    """The standing that the rules of DESIGN §2 make of a state on the view's day."""
    day, seen = view.as_of, life.seen
    meeting = seen.meeting
    marks = marks_of(day, state, chain, meeting.date)
    first = state.first.window
    names = {life.item.ref, life.item.id}
    return Standing(
        path=seen.file.path,
        meeting=meeting,
        filed=life.item,
        state=state,
        records=tuple(record for record in seen.records if record.of in names)
        if seen.records
        else (),
        documents=seen.documents,
        history=tuple(in_order(life.history, meeting.date)),
        struck=life.struck,
        timeliness=marks.timeliness,
        days=days_of(day, state, state.window),
        timeliness_first=timeliness_of(day, state, first),
        days_first=days_of(day, state, first),
        freshness=marks.freshness,
        silent=marks.silent,
        unanswered=marks.unanswered,
        quiet=(day - (state.last_report or meeting.date)).days,
        reply_days=(state.reply_by - day).days if state.reply_by else None,
        rag=marks.rag,
        rag_reason=marks.rag_reason,
        chain=chain,
        lead=acting(state.item.lead) if state.closed_on is None else state.item.lead,
        counterpart=acting(state.item.counterpart)
        if state.closed_on is None
        else state.item.counterpart,
    )
