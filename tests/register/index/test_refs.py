"""The refs on file as a mapping: whether there is any costs no count of all."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from dipltrack.register.index.refs import RefsOnFile
from dipltrack.register.index.schema import TABLES


@contextmanager
def index_with(*refs: str) -> Iterator[sqlite3.Connection]:
    """An index that holds nothing but items of those refs, in one file."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript(TABLES)
        connection.execute("INSERT INTO file (id, path) VALUES (1, 'TR/2017-12-28.toml')")
        connection.executemany(
            "INSERT INTO item (file, ref) VALUES (1, ?)", ((ref,) for ref in refs)
        )
        yield connection


def test_the_refs_are_true_where_there_is_any() -> None:
    with index_with() as connection:
        assert not RefsOnFile(connection)
    with index_with("TR-20171228-1", "TR-20171228-2") as connection:
        refs = RefsOnFile(connection)
        assert refs
        assert len(refs) == 2
        assert refs["TR-20171228-2"] == "TR/2017-12-28.toml"


def test_a_write_that_asks_whether_there_is_any_counts_none() -> None:
    asked: list[str] = []
    with index_with("TR-20171228-1") as connection:
        connection.set_trace_callback(asked.append)

        assert RefsOnFile(connection)

    assert len(asked) == 1
    assert "count(" not in asked[0]
