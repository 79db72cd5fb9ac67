"""The sections of the agenda, and in which of them an open item stands on a day."""

from datetime import date, timedelta
from enum import StrEnum

from dipltrack.model.vocabulary import RagReason, Timeliness


class Group(StrEnum):
    """The sections of the agenda; an item stands in the first that fits."""

    OVERDUE = "overdue"
    DUE_SOON = "due-soon"
    IN_WINDOW = "in-window"
    COMING_UP = "coming-up"
    UNANSWERED = "unanswered"
    REVIEW = "review"
    NO_REPORT = "no-report"
    NO_DATE = "no-date"
    LATER = "later"
    IN_HAND = "in-hand"
    ALSO_SAID = "also-said"


SECTIONS = (
    Group.OVERDUE,
    Group.DUE_SOON,
    Group.IN_WINDOW,
    Group.COMING_UP,
    Group.UNANSWERED,
    Group.REVIEW,
    Group.NO_REPORT,
    Group.NO_DATE,
)
"""Those whose items the agenda shows; of the others it says how many there are."""

_BY_TIMELINESS = {
    Timeliness.OVERDUE: Group.OVERDUE,
    Timeliness.DUE_SOON: Group.DUE_SOON,
    Timeliness.IN_WINDOW: Group.IN_WINDOW,
}
_TO_LOOK_AT = frozenset({RagReason.REVIEW, RagReason.AT_RISK, RagReason.ON_HOLD})


def group_of(
    *,
    chased: bool,
    timeliness: Timeliness,
    near: bool,
    reason: RagReason,
    silent: bool,
    unanswered: bool,
) -> Group:
    """The section in which an open item stands.

    What was only also said is not chased unless the item is tracked (DESIGN §2); but who asked
    for an answer by a day waits for it, whatever was asked about. `near` says that its window
    begins soon enough to be coming up, `unanswered` that the day for an answer is over.
    """
    if not chased:
        return Group.UNANSWERED if unanswered else Group.ALSO_SAID
    if timeliness in _BY_TIMELINESS:
        return _BY_TIMELINESS[timeliness]
    if timeliness is Timeliness.NOT_YET_DUE and near:
        return Group.COMING_UP
    if unanswered:
        return Group.UNANSWERED
    if reason in _TO_LOOK_AT:
        return Group.REVIEW
    if silent:
        return Group.NO_REPORT
    if timeliness is Timeliness.UNDATED:
        return Group.NO_DATE
    return Group.LATER if timeliness is Timeliness.NOT_YET_DUE else Group.IN_HAND


def is_near(earliest: date | None, day: date, within: timedelta) -> bool:
    """True where a window that begins then begins soon enough.

    >>> is_near(date(2018, 3, 1), date(2018, 1, 1), timedelta(days=60))
    True
    """
    return earliest is not None and earliest - day <= within
