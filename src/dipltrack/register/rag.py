"""Red, amber, green, blue or none: the first that fits of DESIGN §2, with its word."""

from datetime import date, timedelta
from typing import NamedTuple

from dipltrack.model.vocabulary import Freshness, Rag, RagReason, Status, Timeliness
from dipltrack.register.state import State

AT_RISK = timedelta(days=30)
"""How long an officer's mark holds where no status follows: it can darken, never brighten."""


class Colour(NamedTuple):
    """A letter and the word for it."""

    rag: Rag
    reason: RagReason


def rag_of(
    day: date,
    state: State,
    timeliness: Timeliness,
    freshness: Freshness | None,
    *,
    chased: bool,
) -> Colour:
    """The colour of a commitment on the day. Nothing overdue is hidden by being on hold."""
    if not state.status.is_open:
        return _CLOSED[state.status]
    if not chased:
        return Colour(Rag.NONE, RagReason.ALSO_SAID)
    if timeliness is Timeliness.OVERDUE:
        return Colour(Rag.RED, RagReason.OVERDUE)
    if warning := _warning(day, state, timeliness):
        return Colour(Rag.AMBER, warning)
    match freshness:
        case Freshness.NEVER_REPORTED:
            return Colour(Rag.NONE, RagReason.NEVER_REPORTED)
        case Freshness.STALE:
            return Colour(Rag.AMBER, RagReason.STALE)
        case Freshness.FRESH | None:  # pragma: no branch - every case is written out
            return Colour(Rag.GREEN, RagReason.IN_HAND)


_CLOSED = {
    Status.FULFILLED: Colour(Rag.BLUE, RagReason.KEPT),
    Status.PARTLY_FULFILLED: Colour(Rag.BLUE, RagReason.PARTLY),
    Status.NOT_FULFILLED: Colour(Rag.NONE, RagReason.NOT_KEPT),
    Status.SUPERSEDED: Colour(Rag.NONE, RagReason.SUPERSEDED),
    Status.WITHDRAWN: Colour(Rag.NONE, RagReason.WITHDRAWN),
}


def _warning(day: date, state: State, timeliness: Timeliness) -> RagReason | None:
    if timeliness is Timeliness.DUE_SOON:
        return RagReason.DUE_SOON
    if state.status is Status.ON_HOLD:
        return RagReason.ON_HOLD
    if state.review_on is not None and day >= state.review_on:
        return RagReason.REVIEW
    if state.at_risk is not None and day - state.at_risk <= AT_RISK:
        return RagReason.AT_RISK
    return None
