"""Counts the open items of a day by the sections of the agenda, and narrows to those of one."""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct, field

from dipltrack.model.vocabulary import RagReason, Timeliness
from dipltrack.register.agenda import Group, group_of
from dipltrack.register.index.narrowing import Clause, counted_from

_NEAR = "coalesce(span.earliest <= ?, 0)"
_TIMELINESS = tuple(Timeliness)
_REASONS = tuple(RagReason)


class OpenItems(Struct):
    """The open items of a section: by their marks, and whether their windows begin soon.

    `unkept` counts those that were promised before, for a time that was missed, and not kept since.
    """

    near: int
    count: int = 0
    unkept: int = 0
    marks: dict[bool, list[int]] = field(default_factory=lambda: {False: [], True: []})

    @property
    def clause(self) -> Clause:
        """The condition that an item stands in the section."""
        soon, not_soon = (set(self.marks[near]) for near in (True, False))
        whole = Clause(f"span.mark IN ({_listed(soon | not_soon)})")
        if soon == not_soon:
            return whole
        each = f"CASE WHEN {_NEAR} THEN span.mark IN ({_listed(soon)}) ELSE span.mark IN ({_listed(not_soon)}) END"
        return whole.and_(Clause(each, (self.near,)))


def open_by_section(
    connection: sqlite3.Connection, condition: Clause, near: int
) -> Mapping[Group, OpenItems]:
    """The open items that fit, by section; `near` is the last day on which a window begins soon.

    They are counted by mark, in the order of the index of days, so that nothing is looked up nor
    sorted for each of them: what a mark means is asked once a mark.
    """
    told = f"{_NEAR} {condition.sql}"
    counted = connection.execute(
        f"SELECT span.mark, count(*), sum({_NEAR}) {counted_from(told)}"
        f" WHERE {condition.sql} GROUP BY span.mark",
        (near, *condition.values),
    ).fetchall()
    marks = {
        mark: marked
        for mark, *marked in connection.execute(
            "SELECT id, chased, timeliness, reason, silent, unanswered, unkept FROM mark WHERE is_open"
        )
    }
    found: dict[Group, OpenItems] = defaultdict(lambda: OpenItems(near))
    for mark, count, soon in counted:
        chased, timeliness, reason, silent, unanswered, unkept = marks[mark]
        for is_near, number in ((True, soon), (False, count - soon)):
            if not number:
                continue
            group = group_of(
                chased=bool(chased),
                timeliness=_TIMELINESS[timeliness],
                near=is_near,
                reason=_REASONS[reason],
                silent=bool(silent),
                unanswered=bool(unanswered),
            )
            items = found[group]
            items.count += number
            items.unkept += number if unkept else 0
            items.marks[is_near].append(mark)
    return dict(found)


def _listed(marks: set[int]) -> str:
    return ", ".join(map(str, sorted(marks)))
