"""What a state amounts to on a day: timeliness, freshness, colour; and the days on which they turn."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from dipltrack.model.vocabulary import Freshness, Rag, RagReason, Timeliness
from dipltrack.register.chain import Chain, is_missed
from dipltrack.register.freshness import freshness_of, stale_after
from dipltrack.register.rag import AT_RISK, rag_of
from dipltrack.register.state import State
from dipltrack.register.timeliness import SOON, Timely, timely_of

_DAY = timedelta(days=1)


class Marks(NamedTuple):
    """What the rules of DESIGN §2 make of a state on a day.

    `days` counts to the latest day while open, negative when over, and the days late when kept
    late. `silent` is true where nobody reported for longer than reports may be apart.
    """

    timeliness: Timeliness
    days: int | None
    freshness: Freshness | None
    silent: bool
    rag: Rag
    rag_reason: RagReason
    promised: bool
    chased: bool


def marks_of(day: date, state: State, chain: Chain, meeting_date: date) -> Marks:
    """The marks of a state on a day on which it holds."""
    timely = timely_of(day, state, state.window)
    if is_missed(state, chain.again_on) and not state.status.is_kept:
        timely = Timely(Timeliness.MISSED, timely.days)
    freshness, silent = None, False
    if state.closed_on is None:
        most = stale_after(state.item, state.window, state.review_on)
        freshness = freshness_of(day, state.last_report, most)
        silent = most is not None and (day - (state.last_report or meeting_date)).days > most
    promised = chain.promises(state.item)
    chased = promised or state.item.track
    rag = rag_of(day, state, timely.timeliness, freshness, chased=chased)
    return Marks(
        timeliness=timely.timeliness,
        days=timely.days,
        freshness=freshness,
        silent=silent,
        rag=rag.rag,
        rag_reason=rag.reason,
        promised=promised,
        chased=chased,
    )


def turning_days(state: State, meeting_date: date) -> Iterator[date]:
    """Every day from which on the marks of the state may be others, though nothing is entered.

    They may lie outside the days on which the state holds. A closed state has none.
    """
    if state.closed_on is not None:
        return
    window = state.window
    if window.earliest is not None:
        yield window.earliest
    if window.latest is not None:
        yield _shifted(window.latest, -SOON)
        yield _shifted(window.latest, _DAY)
    if state.review_on is not None:
        yield state.review_on
    if state.at_risk is not None:
        yield _shifted(state.at_risk, AT_RISK + _DAY)
    most = stale_after(state.item, window, state.review_on)
    if most is not None:
        yield _shifted(state.last_report or meeting_date, timedelta(days=most + 1))


def _shifted(day: date, by: timedelta) -> date:
    """The day shifted, or the first or last day that there is."""
    try:
        return day + by
    except OverflowError:
        return date.max if by > timedelta(0) else date.min
