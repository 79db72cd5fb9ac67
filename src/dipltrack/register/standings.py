"""Every commitment of a ledger as a standing: the files and the rules brought together."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dipltrack.ledger.contents import Ledger, MeetingFile
from dipltrack.model.commitment import Commitment
from dipltrack.model.meeting import Meeting
from dipltrack.model.update import Update
from dipltrack.register.corrections import corrected_ids
from dipltrack.register.fold import in_order, meeting_in_force, state_of
from dipltrack.register.freshness import freshness_of
from dipltrack.register.rag import rag_of
from dipltrack.register.standing import Standing, State
from dipltrack.register.timeliness import closed_timeliness, open_timeliness
from dipltrack.register.view import View


def _known(file: MeetingFile, view: View) -> list[Update]:
    return [update for update in file.updates if view.knows(update, file.meeting.date)]


def meetings_of(ledger: Ledger, view: View) -> Iterator[tuple[MeetingFile, Meeting, bool]]:
    """The meetings up to the view's day, as in force, and whether each is struck."""
    for file in ledger.files:
        known = _known(file, view)
        wrong = corrected_ids(known)
        about = {file.meeting.ref, file.meeting.id}
        counting = [u for u in known if u.of in about and u.id not in wrong]
        meeting = meeting_in_force(file.meeting, counting, view.as_of)
        if meeting.date <= view.as_of:
            yield file, meeting, file.meeting.id in wrong


def standings_of(ledger: Ledger, view: View) -> Iterator[Standing]:
    """Every commitment that exists for the view, struck ones too, in the order of the files.

    It exists if its meeting's date has come and it had been entered (DESIGN §2).
    """
    borrowed = _updates_of_copies(ledger, view)
    for file, meeting, struck in meetings_of(ledger, view):
        known = _known(file, view)
        wrong = corrected_ids(known)
        counting = [update for update in known if update.id not in wrong]
        for item in file.commitments:
            if view.knows(item, file.meeting.date):
                about = [u for u in counting if u.of in {item.ref, item.id}]
                history = [u for u in known if u.of in {item.ref, item.id}]
                state = state_of(item, about + borrowed.get(item.ref, []), meeting, view)
                yield _standing_of(
                    file, meeting, item, state, view, history, struck=struck or item.id in wrong
                )


def _updates_of_copies(ledger: Ledger, view: View) -> dict[str, list[Update]]:
    """For an item that was filed twice, the updates of the struck copy, which count for it."""
    borrowed: dict[str, list[Update]] = defaultdict(list)
    for file in ledger.files:
        if not any(update.same_as for update in file.updates):
            continue
        known = _known(file, view)
        wrong = corrected_ids(known)
        for strike in known:
            if strike.same_as and strike.id not in wrong and strike.corrects in wrong:
                copy = next((c for c in file.commitments if c.id == strike.corrects), None)
                names = {copy.ref, copy.id} if copy else set()
                borrowed[strike.same_as] += [
                    update
                    for update in known
                    if update.of in names and update.id not in wrong and not update.same_as
                ]
    return borrowed


def _standing_of(
    file: MeetingFile,
    meeting: Meeting,
    item: Commitment,
    state: State,
    view: View,
    history: Sequence[Update],
    *,
    struck: bool,
) -> Standing:
    """The standing that the rules of DESIGN §2 make of a state on the view's day."""
    day, kind = view.as_of, state.item.kind
    if state.closed_on is None:
        timely = open_timeliness(day, kind, state.window)
        first = open_timeliness(day, kind, state.first.window)
        freshness = freshness_of(day, state.item, state.window, state.review_on, state.last_report)
    else:
        timely = closed_timeliness(state.closed_on, state.status, state.window)
        first = closed_timeliness(state.closed_on, state.status, state.first.window)
        freshness = None
    rag = rag_of(day, state, timely.timeliness, freshness)
    return Standing(
        path=file.path,
        meeting=meeting,
        filed=item,
        state=state,
        records=tuple(
            r
            for r in file.records
            if r.of in {item.ref, item.id} and view.knows(r, file.meeting.date)
        ),
        documents=file.documents,
        history=tuple(in_order(history, meeting.date)),
        struck=struck,
        timeliness=timely.timeliness,
        days=timely.days,
        timeliness_first=first.timeliness,
        days_first=first.days,
        freshness=freshness,
        quiet=(day - (state.last_report or meeting.date)).days,
        rag=rag.rag,
        rag_reason=rag.reason,
    )
