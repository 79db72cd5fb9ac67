"""What became of promises, in plain words, and counted."""

from collections import Counter
from collections.abc import Sequence

from dipltrack.model.vocabulary import Status, Timeliness
from dipltrack.register.standing import Standing


def fates_told(standings: Sequence[Standing], *, each: bool = False) -> str:
    """What became of them, counted.

    `each` says that what was said before stands among them and tells of itself.
    """
    counts = Counter(fate_of(standing, each=each) for standing in standings)
    return ", ".join(f"{counts[fate]} {fate}" for fate in _FATES if counts[fate])


_FATES = (
    "kept",
    "kept in part",
    "not kept",
    "superseded",
    "withdrawn",
    "overdue",
    "missed and promised again",
    "missed and said again in weaker words",
    "open",
)


def fate_of(standing: Standing, *, each: bool = False) -> str:
    """What became of a promise, in a few words; unless `each` tells of itself, of what it says again too."""
    status = standing.state.status
    if standing.timeliness is Timeliness.MISSED:
        return "missed and promised again"
    match status:
        case Status.FULFILLED:
            return "kept"
        case Status.PARTLY_FULFILLED:
            return "kept in part"
        case Status.NOT_FULFILLED:
            return "not kept"
        case Status.SUPERSEDED | Status.WITHDRAWN:
            return status.value
        case Status.NO_REPORT | Status.NOT_STARTED | Status.IN_PROGRESS | Status.ON_HOLD:
            return _open_fate(standing, each=each)


def _open_fate(standing: Standing, *, each: bool) -> str:
    """What is open is overdue, or was missed before, or is simply open."""
    if standing.timeliness is Timeliness.OVERDUE and standing.is_chased:
        return "overdue"
    if each or not standing.chain.never_kept:
        return "open"
    again = "promised again" if standing.is_promise else "said again in weaker words"
    return f"missed and {again}"
