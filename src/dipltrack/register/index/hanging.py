"""Which items hang together: by links in either direction, asked of the index."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from dipltrack.register.index.narrowing import batches_of, places_for
from dipltrack.register.index.schema import Sort

TOGETHER = (Sort.RESTATES, Sort.SUPERSEDED_BY, Sort.SAME_AS)
"""The links by which one item changes how another stands."""


def hanging_together(
    connection: sqlite3.Connection, refs: Iterable[str], sorts: Sequence[Sort] = TOGETHER
) -> set[str]:
    """The refs and all that hang together with them by links of those sorts, in either direction."""
    found, ahead = set(refs), set(refs)
    while ahead:
        ahead = linked_with(connection, ahead, sorts) - found
        found |= ahead
    return found


def linked_with(
    connection: sqlite3.Connection, refs: Iterable[str], sorts: Sequence[Sort]
) -> set[str]:
    """What the items of the refs point at by links of those sorts, and what points at them."""
    among = _listed(sorts)
    return {
        other
        for some in batches_of(refs)
        for (other,) in connection.execute(
            f"SELECT link.ref FROM item JOIN link ON link.item = item.id"  # noqa: S608
            f" WHERE item.ref IN ({places_for(some)}) AND sort IN {among}"
            f" UNION ALL SELECT item.ref FROM link JOIN item ON item.id = link.item"
            f" WHERE link.ref IN ({places_for(some)}) AND sort IN {among}",
            (*some, *some),
        )
    }


def _listed(sorts: Sequence[Sort]) -> str:
    return f"({', '.join(str(int(sort)) for sort in sorts)})"


def all_neighbours(connection: sqlite3.Connection) -> dict[str, set[str]]:
    """What each ref is linked with by links that change how one of the two stands."""
    linked: dict[str, set[str]] = {}
    for one, other in connection.execute(
        "SELECT item.ref, link.ref FROM link JOIN item ON item.id = link.item"  # noqa: S608
        f" WHERE sort IN {_listed(TOGETHER)}"
    ):
        linked.setdefault(one, set()).add(other)
        linked.setdefault(other, set()).add(one)
    return linked


def reached(linked: Mapping[str, set[str]], ref: str) -> set[str]:
    """The ref and all that it leads to."""
    found, ahead = {ref}, [ref]
    while ahead:
        new = linked.get(ahead.pop(), set()) - found
        found |= new
        ahead += new
    return found
