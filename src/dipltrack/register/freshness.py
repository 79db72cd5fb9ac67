"""How long ago anybody said how an open commitment stands (DESIGN §2)."""

from datetime import date

from dipltrack.model.commitment import Commitment
from dipltrack.model.vocabulary import Firmness, Freshness
from dipltrack.model.window import Window

DATED = 30
"""Days after which a report is stale where there is a window or a review day."""
UNDATED = 180
"""The same for what is continuing or has no day."""


def freshness_of(last_report: date | None, *, silent: bool) -> Freshness:
    """The freshness of an open commitment, silent where `stale_after` so many days none came."""
    if last_report is None:
        return _NEVER_REPORTED
    return _STALE if silent else _FRESH


# As in timeliness.py.
_NEVER_REPORTED = Freshness.NEVER_REPORTED
_STALE = Freshness.STALE
_FRESH = Freshness.FRESH
_STATEMENT = Firmness.STATEMENT


def stale_after(item: Commitment, window: Window, review_on: date | None) -> int | None:
    """The days after which a report on it is stale; None where it never is, as of a statement."""
    if item.report_every is not None:
        return item.report_every
    if item.firmness is _STATEMENT:
        return None
    return DATED if window.has_day or review_on else UNDATED
