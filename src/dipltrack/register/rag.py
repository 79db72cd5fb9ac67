"""Red, amber, green, blue or none: the first that fits of DESIGN §2, with its word."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from dipltrack.model.vocabulary import Freshness, Rag, RagReason, Status, Timeliness
from dipltrack.register.state import State

AT_RISK = 30
"""How many days an officer's mark holds where no status follows: it can darken, never brighten."""


class Colour(NamedTuple):
    """A letter and the word for it."""

    rag: Rag
    reason: RagReason


CLOSED: Mapping[Status, Colour] = {
    Status.FULFILLED: Colour(Rag.BLUE, RagReason.KEPT),
    Status.PARTLY_FULFILLED: Colour(Rag.BLUE, RagReason.PARTLY),
    Status.NOT_FULFILLED: Colour(Rag.NONE, RagReason.NOT_KEPT),
    Status.SUPERSEDED: Colour(Rag.NONE, RagReason.SUPERSEDED),
    Status.WITHDRAWN: Colour(Rag.NONE, RagReason.WITHDRAWN),
}
"""The colours of what is closed, on every day."""


def open_colour(
    day: date, state: State, timeliness: Timeliness, freshness: Freshness, *, chased: bool
) -> Colour:
    """The colour of an open commitment on the day. Nothing overdue is hidden by being on hold.

    What was missed before it was promised anew is not chased twice: the newest bears the colour.
    """
    if not chased:
        return _ALSO_SAID
    return _PRESSING.get(timeliness) or _warning(day, state) or _REPORTED[freshness]


_ALSO_SAID = Colour(Rag.NONE, RagReason.ALSO_SAID)

_PRESSING = {
    Timeliness.OVERDUE: Colour(Rag.RED, RagReason.OVERDUE),
    Timeliness.DUE_SOON: Colour(Rag.AMBER, RagReason.DUE_SOON),
    Timeliness.MISSED: Colour(Rag.NONE, RagReason.MISSED),
}

_PAUSED = Status.ON_HOLD  # as in timeliness.py
_ON_HOLD = Colour(Rag.AMBER, RagReason.ON_HOLD)
_REVIEW = Colour(Rag.AMBER, RagReason.REVIEW)
_AT_RISK = Colour(Rag.AMBER, RagReason.AT_RISK)

_REPORTED = {
    Freshness.NEVER_REPORTED: Colour(Rag.NONE, RagReason.NEVER_REPORTED),
    Freshness.STALE: Colour(Rag.AMBER, RagReason.STALE),
    Freshness.FRESH: Colour(Rag.GREEN, RagReason.IN_HAND),
}


def _warning(day: date, state: State) -> Colour | None:
    if state.status is _PAUSED:
        return _ON_HOLD
    if state.review_on is not None and day >= state.review_on:
        return _REVIEW
    if state.at_risk is not None and (day - state.at_risk).days <= AT_RISK:
        return _AT_RISK
    return None
