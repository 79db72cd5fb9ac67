"""Items that stand alike: what reports count them by, each standing in one place only."""

from typing import NamedTuple

from dipltrack.model.vocabulary import Freshness, Status, Timeliness
from dipltrack.register.standing import Standing


class Alike(NamedTuple):
    """Items of one partner that stand alike on a day."""

    partner: str
    is_promise: bool
    is_open: bool
    status: Status
    timeliness: Timeliness
    freshness: Freshness | None


def alike_of(standing: Standing) -> Alike:
    """The items with which this one is counted."""
    return Alike(
        partner=standing.partner,
        is_promise=standing.is_promise,
        is_open=standing.state.closed_on is None,
        status=standing.state.status,
        timeliness=standing.timeliness,
        freshness=standing.freshness,
    )
