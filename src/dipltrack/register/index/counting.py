"""Counts the open items of a day by what the agenda asks of each."""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dipltrack.model.vocabulary import RagReason, Timeliness
from dipltrack.register.agenda import Group, group_of
from dipltrack.register.index.narrowing import Clause, counted_from

_COLUMNS = (
    "mark.chased, mark.timeliness, coalesce(span.earliest <= ?, 0), mark.reason, mark.silent,"
    " mark.unanswered, mark.unkept"
)
_TIMELINESS = tuple(Timeliness)
_REASONS = tuple(RagReason)


class OpenKind(NamedTuple):
    """Open items that are alike to the agenda, under the codes of the index.

    `unkept` are those that were promised before, for a time that was missed, and not kept since.
    """

    chased: int
    timeliness: int
    near: int
    reason: int
    silent: int
    unanswered: int
    unkept: int

    @property
    def group(self) -> Group:
        """The section in which they stand."""
        return group_of(
            chased=bool(self.chased),
            timeliness=_TIMELINESS[self.timeliness],
            near=bool(self.near),
            reason=_REASONS[self.reason],
            silent=bool(self.silent),
            unanswered=bool(self.unanswered),
        )


def kinds_of_open(
    connection: sqlite3.Connection, condition: Clause, near: int
) -> Mapping[OpenKind, int]:
    """How many items of each kind fit; `near` is the last day on which a window begins soon."""
    counted = connection.execute(
        f"SELECT {_COLUMNS}, count(*) {counted_from(condition.sql)}"
        f" WHERE {condition.sql} GROUP BY 1, 2, 3, 4, 5, 6, 7",
        (near, *condition.values),
    )
    return {OpenKind(*kind): count for *kind, count in counted}


def any_kind(kinds: Sequence[OpenKind], near: int) -> Clause:
    """The condition that an item is of one of the kinds."""
    marks = ", ".join(["(?, ?, ?, ?, ?, ?, ?)"] * len(kinds))
    values = (value for kind in kinds for value in kind)
    return Clause(f"({_COLUMNS}) IN (VALUES {marks})", (near, *values))
