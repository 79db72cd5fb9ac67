"""What a state amounts to on a day: timeliness, freshness, colour; and the days on which they turn."""

from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from dipltrack.model.vocabulary import Freshness, Rag, RagReason, Status, Timeliness
from dipltrack.register.chain import Chain, is_missed
from dipltrack.register.freshness import freshness_of, stale_after
from dipltrack.register.rag import AT_RISK, CLOSED, open_colour
from dipltrack.register.state import State
from dipltrack.register.timeliness import SOON, timeliness_of


class Marks(NamedTuple):
    """What the rules of DESIGN §2 make of a state on a day.

    `silent` is true where nobody reported for longer than reports may be apart, `unanswered` where
    the day by which an answer is due is over.
    """

    timeliness: Timeliness
    freshness: Freshness | None
    silent: bool
    unanswered: bool
    rag: Rag
    rag_reason: RagReason


def marks_of(day: date, state: State, chain: Chain, meeting_date: date) -> Marks:
    """The marks of a state on a day on which it holds."""
    return Course(state, chain, meeting_date).on(day)


class Course:
    """How the marks of a state in its chain turn from day to day, though nothing is entered.

    What is the same on each of its days is found once, for the index asks of many: so whether it
    was `promised`, and whether it is `chased`, because it was or because it is tracked all the same.
    """

    __slots__ = ("_missed", "_silent_from", "_state", "_unanswered_from", "chased", "promised")

    def __init__(self, state: State, chain: Chain, meeting_date: date) -> None:
        self._state = state
        again_on = chain.again_on
        missed = again_on is not None and is_missed(state, again_on)
        self._missed = missed and not state.status.is_kept
        self.promised = chain.promises(state.item)
        self.chased = self.promised or state.item.track
        self._silent_from: date | None = None
        self._unanswered_from: date | None = None
        if state.closed_on is None:
            most = stale_after(state.item, state.window, state.review_on)
            if most is not None:
                self._silent_from = _after(state.last_report or meeting_date, timedelta(most + 1))
            if state.pending and (reply_by := state.reply_by):
                self._unanswered_from = _after(reply_by, _A_DAY)

    def on(self, day: date) -> Marks:
        """The marks on a day on which the state holds."""
        state = self._state
        timeliness = _MISSED if self._missed else timeliness_of(day, state, state.timing.window)
        if state.closed_on is not None:
            return _closed(timeliness, state.status)
        silent = self._silent_from is not None and day >= self._silent_from
        unanswered = self._unanswered_from is not None and day >= self._unanswered_from
        freshness = freshness_of(state.last_report, silent=silent)
        rag, reason = open_colour(day, state, timeliness, freshness, chased=self.chased)
        return Marks(timeliness, freshness, silent, unanswered, rag, reason)

    def turns(self) -> list[date]:
        """The days from which on the marks may be others, in their order: none of a closed state.

        They may lie outside the days on which the state holds.
        """
        state = self._state
        if state.closed_on is not None:
            return []
        window = state.timing.window
        days = [window.earliest, state.review_on, self._silent_from, self._unanswered_from]
        if window.latest is not None:
            days += (_after(window.latest, _TO_BE_SOON), _after(window.latest, _A_DAY))
        if state.at_risk is not None:
            days.append(_after(state.at_risk, _AT_RISK))
        return sorted(filter(None, days))


@cache
def _closed(timeliness: Timeliness, status: Status) -> Marks:
    rag, reason = CLOSED[status]
    return Marks(timeliness, None, silent=False, unanswered=False, rag=rag, rag_reason=reason)


_MISSED = Timeliness.MISSED  # as in timeliness.py
_A_DAY, _TO_BE_SOON, _AT_RISK = timedelta(1), timedelta(-SOON), timedelta(AT_RISK + 1)


def _after(day: date, time: timedelta) -> date | None:
    """The day that lies so long after it; None where the calendar does not go so far."""
    try:
        return day + time
    except OverflowError:
        return None
