"""Brings the index up to date with the files: reads those that changed, and writes their rows."""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.read import read_file
from dipltrack.ledger.stamps import Stamp, is_settled
from dipltrack.register.index.links import linked_spans
from dipltrack.register.index.reading import all_kept
from dipltrack.register.index.rows import Sort
from dipltrack.register.index.schema import INDEXES
from dipltrack.register.index.writing import Writer, take_out, write_rows
from dipltrack.register.view import View

TOGETHER = (Sort.RESTATES, Sort.SUPERSEDED_BY, Sort.SAME_AS)
"""The links by which one item changes how another stands."""

Report = Callable[[int, int], None]
"""Is told how many files are read, of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the rows come from: the ledger, what is known of it, the moment of its stamps in ns."""

    root: Path
    view: View
    moment: int
    report: Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What may be other in the files than in the index: the stamps, and the paths."""

    stamps: Mapping[str, Stamp]
    changed: Sequence[str]
    gone: Sequence[str]

    def __bool__(self) -> bool:
        """True where there is something to do."""
        return bool(self.changed or self.gone)


def difference(connection: sqlite3.Connection, stamps: Mapping[str, Stamp]) -> Difference:
    """The files whose stamp is another, or proves nothing, and those that are gone."""
    stored = {
        path: (settled, *stamp)
        for path, settled, *stamp in connection.execute(
            "SELECT path, settled, size, mtime, ctime, inode FROM file"
        )
    }
    return Difference(
        stamps=stamps,
        changed=sorted(p for p, stamp in stamps.items() if stored.get(p) != (1, *stamp)),
        gone=[path for path in stored if path not in stamps],
    )


def bring_up_to_date(connection: sqlite3.Connection, source: Source, found: Difference) -> None:
    """Writes the rows of the files that changed, and of all items that hang together with theirs.

    Call it inside a transaction. A file whose bytes are the same only gets its new stamp.
    """
    fresh = connection.execute("SELECT 1 FROM file LIMIT 1").fetchone() is None
    around = take_out(connection, found.gone)
    writer = Writer(connection)
    for done, kept in enumerate(all_kept(source.root, found.changed, source.view), 1):
        stamp = found.stamps[kept.path]
        settled = is_settled(stamp, source.moment)
        known = None if fresh else _hash_of(connection, kept.path)
        if known == kept.hash:
            connection.execute(
                "UPDATE file SET size=?, mtime=?, ctime=?, inode=?, settled=? WHERE path=?",
                (*stamp, settled, kept.path),
            )
        else:
            if known is not None:
                around |= take_out(connection, [kept.path])
            writer.store(kept, stamp, settled=settled)
        source.report(done, len(found.changed))
    writer.flush()
    if fresh:
        for statement in INDEXES.split(";"):
            connection.execute(statement)
    around |= writer.stored
    _name_twice(connection, None if fresh else around)
    _join(connection, source, around | writer.pointed_at, writer.stored)


def _hash_of(connection: sqlite3.Connection, path: str) -> bytes | None:
    found = connection.execute("SELECT hash FROM file WHERE path = ?", (path,)).fetchone()
    return found[0] if found else None


def _name_twice(connection: sqlite3.Connection, around: Collection[str] | None) -> None:
    """Keeps the refs that stand more than once in the ledger, which only a mistake can make.

    Of the refs around, of meetings too, it is asked anew; None asks of all.
    """
    everywhere = "SELECT ref FROM item UNION ALL SELECT ref FROM meeting"
    if around is None:
        connection.execute(
            f"INSERT INTO twice SELECT ref FROM ({everywhere}) GROUP BY ref HAVING count(*) > 1"  # noqa: S608
        )
        return
    for ref in around:
        connection.execute("DELETE FROM twice WHERE ref = ?", (ref,))
        connection.execute(
            "INSERT INTO twice SELECT ?1 WHERE (SELECT count(*) FROM item WHERE ref = ?1)"
            " + (SELECT count(*) FROM meeting WHERE ref = ?1) > 1",
            (ref,),
        )


def _join(
    connection: sqlite3.Connection,
    source: Source,
    around: Collection[str],
    alone: Collection[str],
) -> None:
    """Writes anew the spans of every item that hangs, or hung, together with those around.

    What was stored as if it stood `alone`, and does, is right already.
    """
    linked = _linked(connection)
    done: set[str] = set()
    files: dict[str, MeetingFile | None] = {}
    for ref in sorted(ref for ref in around if ref in linked or ref not in alone):
        if ref not in done:
            together = hanging_together(connection, [ref])
            done |= together
            _write_together(connection, source, together, files)


def _linked(connection: sqlite3.Connection) -> set[str]:
    """The refs of all items that are at either end of a link that changes how one stands."""
    sorts = _listed(TOGETHER)
    return {
        ref
        for (ref,) in connection.execute(
            f"SELECT ref FROM link WHERE sort IN {sorts} UNION SELECT item.ref FROM link"  # noqa: S608
            f" JOIN item ON item.id = link.item WHERE sort IN {sorts}"
        )
    }


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
        f" WHERE item.ref = ?1 AND sort IN {among}"
        f" UNION SELECT item.ref FROM link JOIN item ON item.id = link.item"
        f" WHERE link.ref = ?1 AND sort IN {among}",
        (ref,),
    ):
        yield other


def _listed(sorts: Sequence[Sort]) -> str:
    return f"({', '.join(str(int(sort)) for sort in sorts)})"


def _write_together(
    connection: sqlite3.Connection,
    source: Source,
    refs: Collection[str],
    files: dict[str, MeetingFile | None],
) -> None:
    keys = dict(_keys_of(connection, refs))
    paths = sorted({path for path, _ in keys})
    for path in paths:
        if path not in files:
            files[path] = read_file(source.root, path)[0]
    held = [file for path in paths if (file := files[path])]
    for path, ref, spans in linked_spans(held, refs, source.view):
        if (key := keys.get((path, ref))) is not None:
            connection.execute("DELETE FROM span WHERE item = ?", (key,))
            write_rows(connection, "span", ((key, *span) for span in spans))


def _keys_of(
    connection: sqlite3.Connection, refs: Iterable[str]
) -> Iterator[tuple[tuple[str, str], int]]:
    """The number of each item of the refs, by its path and ref."""
    for ref in refs:
        for path, key in connection.execute(
            "SELECT file.path, item.id FROM item JOIN file ON file.id = item.file WHERE ref = ?",
            (ref,),
        ):
            yield (path, ref), key
