"""The paces of open, chased commitments on a day, asked of the index.

A beat rests until the next day on which a reminder may be due of it, once a run has seen that none
is due now; so the next run looks at few. That hangs on the rules: under others no beat rests; and
on the log, which may only grow meanwhile (`issued.py`). A file that changed has new beats, which do
not rest yet.
"""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from dipltrack.model.settings import Body
from dipltrack.model.vocabulary import Kind
from dipltrack.register.index.narrowing import Clause, condition_of, marked
from dipltrack.register.index.schema import KIND
from dipltrack.register.pace import Beat, Pace
from dipltrack.register.question import Question

_COLUMNS = (
    "beat.rowid, path, item.ref, form.lead, form.dossier, form.kind, span.earliest, span.latest,"
    " heard, reported, period, review, theirs, held, muted, replies"
)
_FROM = (
    "FROM beat CROSS JOIN span ON span.item = beat.item JOIN mark ON mark.id = span.mark"
    " JOIN form ON form.id = span.form JOIN item ON item.id = beat.item"
    " JOIN file ON file.id = item.file"
)
_RECURRING, _CONTINUING = KIND[Kind.RECURRING], KIND[Kind.CONTINUING]

Acting = Callable[[tuple[str, ...]], tuple[str, ...]]


def paces_on(
    connection: sqlite3.Connection,
    question: Question,
    narrowings: Sequence[Question],
    day: date,
    bodies: tuple[Body, ...],
    acting: Acting,
    *,
    rested: bool,
) -> Iterator[tuple[int, Pace]]:
    """The pace of each commitment that fits the question on the day, with the number of its beat.

    `narrowings` are asked of each beside it. Those that rest are left out where that is wanted.
    """
    on = day.toordinal()
    whole = condition_of(question, day, bodies).and_(marked(Clause("chased = 1")))
    fits = [condition_of(one, day, bodies) for one in narrowings]
    columns = "".join(f", ({one.sql})" for one in fits)
    values = tuple(value for one in fits for value in one.values)
    found = connection.execute(
        f"SELECT {_COLUMNS}{columns} {_FROM} WHERE beat.from_day <= ? AND beat.to_day > ?"
        f" AND beat.rests <= ? AND {whole.sql}",
        (*values, on, on, on if rested else date.max.toordinal() + 1, *whole.values),
    )
    for number, path, ref, lead, dossier, kind, earliest, latest, *rest in found:
        yield (
            number,
            Pace(
                path=path,
                ref=ref,
                leads=acting(tuple(lead.split("\n"))) if lead else (),
                dossier=dossier,
                recurring=kind == _RECURRING,
                continuing=kind == _CONTINUING,
                earliest=earliest,
                latest=latest,
                beat=Beat(*rest[:8]),
                fits=tuple(map(bool, rest[8:])),
            ),
        )


def rest_under(connection: sqlite3.Connection, what: str, day: date) -> bool:
    """True where the beats rest under those rules, as they were told by that day."""
    found = connection.execute("SELECT under, day FROM rest").fetchone()
    return found is not None and found[0] == what and found[1] <= day.toordinal()


def let_rest(
    connection: sqlite3.Connection, days: Mapping[int, int], what: str, day: date
) -> None:
    """Lets the beats rest, each until its day, under those rules; no others rest.

    Call it inside a transaction, and only where nobody wrote to the index since they were asked.
    """
    if not rest_under(connection, what, day):
        connection.execute("UPDATE beat SET rests = 0 WHERE rests > 0")
    connection.execute("DELETE FROM rest")
    connection.execute("INSERT INTO rest VALUES (?, ?)", (what, day.toordinal()))
    connection.executemany(
        "UPDATE beat SET rests = ? WHERE rowid = ?",
        ((until, number) for number, until in days.items()),
    )
