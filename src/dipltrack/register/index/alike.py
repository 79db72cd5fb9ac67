"""Counts all items of a day by how they stand, the closed ones too."""

import sqlite3
from collections.abc import Mapping

from dipltrack.model.vocabulary import Freshness, Status, Timeliness
from dipltrack.register.alike import Alike
from dipltrack.register.index.narrowing import Clause, counted_from

_STATUSES = tuple(Status)
_TIMELINESS = tuple(Timeliness)
_FRESHNESS = tuple(Freshness)
_ALIKE = "item.partner, mark.promised, mark.is_open, mark.status, mark.timeliness, mark.freshness"


def all_alike(connection: sqlite3.Connection, condition: Clause) -> Mapping[Alike, int]:
    """How many of the items that fit stand alike."""
    told = f"{_ALIKE} {condition.sql}"
    counted = connection.execute(
        f"SELECT {_ALIKE}, count(*) {counted_from(told)}"
        f" WHERE {condition.sql} GROUP BY 1, 2, 3, 4, 5, 6",
        condition.values,
    )
    return {
        Alike(
            partner=partner,
            is_promise=bool(promised),
            is_open=bool(is_open),
            status=_STATUSES[status],
            timeliness=_TIMELINESS[timeliness],
            freshness=None if freshness is None else _FRESHNESS[freshness],
        ): count
        for partner, promised, is_open, status, timeliness, freshness, count in counted
    }
