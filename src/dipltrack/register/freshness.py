"""How long ago anybody said how an open commitment stands (DESIGN §2)."""

from datetime import date

from dipltrack.model.commitment import Commitment
from dipltrack.model.vocabulary import Firmness, Freshness
from dipltrack.model.window import Window

DATED = 30
"""Days after which a report is stale where there is a window or a review day."""
UNDATED = 180
"""The same for what is continuing or has no day."""


def freshness_of(day: date, last_report: date | None, most: int | None) -> Freshness:
    """The freshness of an open commitment on the day; `most` is what `stale_after` gives."""
    if last_report is None:
        return Freshness.NEVER_REPORTED
    is_stale = most is not None and (day - last_report).days > most
    return Freshness.STALE if is_stale else Freshness.FRESH


def stale_after(item: Commitment, window: Window, review_on: date | None) -> int | None:
    """The days after which a report on it is stale; None where it never is, as of a statement."""
    if item.report_every is not None:
        return item.report_every
    if item.firmness is Firmness.STATEMENT:
        return None
    return DATED if window.has_day or review_on else UNDATED
