"""Brings the index up to date with the files: reads those that changed, and writes their rows."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator

from dipltrack.ledger.stamps import is_settled
from dipltrack.register.index.difference import Difference, Source
from dipltrack.register.index.hanging import all_neighbours, hanging_together, reached
from dipltrack.register.index.later import made_later
from dipltrack.register.index.links import Group, linked_spans
from dipltrack.register.index.reach import reach_of
from dipltrack.register.index.reading import Wanted, all_kept
from dipltrack.register.index.schema import INDEXES
from dipltrack.register.index.writing import Writer, take_out, take_out_spans
from dipltrack.register.spreading import without_collecting


def bring_up_to_date(connection: sqlite3.Connection, source: Source, found: Difference) -> None:
    """Writes the rows of the files that changed, and of all items that hang together with theirs.

    Call it inside a transaction. A file whose bytes are the same only gets its new stamp.
    """
    fresh = connection.execute("SELECT 1 FROM file LIMIT 1").fetchone() is None
    around = take_out(connection, found.gone)
    writer = Writer(connection, noting=not fresh)
    wanted = Wanted(view=source.view, since=reach_of(connection), later=made_later(connection))
    known = {} if fresh else _hashes_of(connection, found.changed)
    done = 0
    for together in without_collecting(all_kept(source.root, found.changed, known, wanted)):
        for kept in together.files:
            if kept.same:
                stamp = found.stamps[kept.path]
                settled = is_settled(stamp, source.moment)
                connection.execute(
                    "UPDATE file SET size=?, mtime=?, ctime=?, inode=?, settled=? WHERE path=?",
                    (*stamp, settled, kept.path),
                )
            elif kept.path in known:
                around |= take_out(connection, [kept.path])
        writer.store(together, found.stamps, source.moment)
        done += len(together.files)
        source.report(done, len(found.changed))
    if fresh:
        for statement in INDEXES.split(";"):
            connection.execute(statement)
    around |= writer.stored
    _name_twice(connection, None if fresh else around)
    linked = all_neighbours(connection) if fresh else {}
    _join(connection, source, {*around, *writer.pointed_at, *linked}, writer)


def _hashes_of(connection: sqlite3.Connection, paths: Iterable[str]) -> dict[str, bytes]:
    """The hash of each of the files that the index holds."""
    hashes = {}
    for path in paths:
        found = connection.execute("SELECT hash FROM file WHERE path = ?", (path,)).fetchone()
        if found is not None:
            hashes[path] = found[0]
    return hashes


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
            "INSERT INTO twice SELECT :ref WHERE (SELECT count(*) FROM item WHERE ref = :ref)"
            " + (SELECT count(*) FROM meeting WHERE ref = :ref) > 1",
            {"ref": ref},
        )


def _join(
    connection: sqlite3.Connection,
    source: Source,
    around: Collection[str],
    writer: Writer,
) -> None:
    """Writes anew the spans of every item that hangs, or hung, together with those around.

    What was stored as if it stood alone, and does, is right already; so is what was read together,
    and stands once in the ledger.
    """
    groups = []
    twice = {ref for (ref,) in connection.execute("SELECT ref FROM twice")}
    for together in _groups(connection, around):
        if together in writer.joined and not together & twice:
            continue
        if len(together) > 1 or (writer.noting and not together <= writer.stored):
            keys = dict(_keys_of(connection, together))
            groups.append(Group(refs=together, keys=keys))
    groups.sort(key=lambda group: min(group.keys, default=("", "")))
    keys = {key: number for group in groups for key, number in group.keys.items()}
    for path, ref, spans in linked_spans(groups, source.root, source.view, reach_of(connection)):
        number = keys[path, ref]
        take_out_spans(connection, number)
        writer.store_spans(number, spans)


def _groups(connection: sqlite3.Connection, around: Collection[str]) -> Iterator[set[str]]:
    """All that hangs together with each of the refs, each group once.

    Of many refs all links are read at once; of a few only theirs are asked for.
    """
    linked = all_neighbours(connection) if len(around) > _MANY_REFS else None
    done: set[str] = set()
    for ref in around:
        if ref in done:
            continue
        together = hanging_together(connection, [ref]) if linked is None else reached(linked, ref)
        done |= together
        yield together


_MANY_REFS = 200


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
