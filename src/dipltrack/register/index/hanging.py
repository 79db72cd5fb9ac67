"""Which items hang together: by links in either direction, asked of the index."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence

from dipltrack.register.index.schema import Sort

TOGETHER = (Sort.RESTATES, Sort.SUPERSEDED_BY, Sort.SAME_AS)
"""The links by which one item changes how another stands."""


def hanging_together(
    connection: sqlite3.Connection, refs: Sequence[str], sorts: Sequence[Sort] = TOGETHER
) -> set[str]:
    """The refs and all that hang together with them by links of those sorts, in either direction."""
    found, ahead = set(refs), list(refs)
    while ahead:
        for other in neighbours(connection, ahead.pop(), sorts):
            if other not in found:
                found.add(other)
                ahead.append(other)
    return found


def neighbours(connection: sqlite3.Connection, ref: str, sorts: Sequence[Sort]) -> Iterator[str]:
    """What the items of the ref point at by links of those sorts, and what points at them."""
    among = _listed(sorts)
    for (other,) in connection.execute(
        f"SELECT link.ref FROM item JOIN link ON link.item = item.id"  # noqa: S608
        f" WHERE item.ref = :ref AND sort IN {among}"
        f" UNION SELECT item.ref FROM link JOIN item ON item.id = link.item"
        f" WHERE link.ref = :ref AND sort IN {among}",
        {"ref": ref},
    ):
        yield other


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
