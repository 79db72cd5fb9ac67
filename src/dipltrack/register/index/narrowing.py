"""A question -> the SQL that narrows and sorts: which spans hold on the day and fit."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from itertools import islice
from typing import Any

from msgspec import Struct

from dipltrack.model.folding import folded
from dipltrack.model.settings import Body
from dipltrack.model.vocabulary import Firmness, Rag
from dipltrack.register.index.schema import (
    FIRMNESS,
    KIND,
    NEXT_MOVE,
    RAG,
    STATUS,
    TIMELINESS,
)
from dipltrack.register.question import Question, SortBy


class Clause(Struct, frozen=True):
    """A condition in SQL, with its parameters in order."""

    sql: str
    values: tuple[Any, ...] = ()

    def and_(self, other: "Clause") -> "Clause":
        """Both conditions."""
        return Clause(f"{self.sql} AND {other.sql}", (*self.values, *other.values))


_JOINS = {
    "mark": "JOIN mark ON mark.id = span.mark",
    "form": "JOIN form ON form.id = span.form",
    "item": "JOIN item ON item.id = span.item",
    "file": "JOIN file ON file.id = item.file",
}
ITEMS = f"FROM span {' '.join(_JOINS.values())}"
"""All that conditions and orders may be told of."""


LAST_DAY = "coalesce(span.latest, 4000000)"
"""The last day of the window in force; what has none stands behind all that have one."""
TITLE = "coalesce(form.title, item.title)"
"""The title in force."""


def counted_from(told: str) -> str:
    """The same with only what is told of: to count, nothing is looked up that nobody asks for."""
    return f"FROM span {_joined(told, _JOINS)}"


def walked_from(told: str) -> str:
    """The same, item by item in the order of their refs: for the first ones, where many fit."""
    others = {table: join for table, join in _JOINS.items() if table != "item"}
    return (
        "FROM item INDEXED BY item_order CROSS JOIN span ON span.item = item.id"
        f" {_joined(told, others)}"
    )


def _joined(told: str, joins: Mapping[str, str]) -> str:
    return " ".join(join for table, join in joins.items() if f"{table}." in told)


def condition_of(question: Question, day: date, bodies: tuple[Body, ...]) -> Clause:
    """The whole condition: the span holds on the day, and fits all filters."""
    on = day.toordinal()
    whole = _marked(question).and_(Clause("span.to_day > ? AND span.from_day <= ?", (on, on)))
    for clause in _filters(question, on, bodies):
        whole = whole.and_(clause)
    return whole


def marked(*clauses: Clause) -> Clause:
    """The condition that the span bears one of the marks that fit.

    The index of days begins with the mark, so that it is asked for those marks alone.
    """
    return _among("mark", clauses)


def _among(table: str, clauses: Sequence[Clause]) -> Clause:
    """The condition that the span bears one of the rows that fit all the clauses."""
    whole = Clause("1")
    for clause in clauses:
        whole = whole.and_(clause)
    return Clause(f"span.{table} IN (SELECT id FROM {table} WHERE {whole.sql})", whole.values)  # noqa: S608


def _marked(question: Question) -> Clause:
    flags = (
        ("struck", None if question.struck else False),
        ("newest", None if question.each else True),
        ("is_open", question.open_only),
        ("promised", question.promised),
    )
    clauses = [
        Clause(f"{column} = ?", (int(wanted),)) for column, wanted in flags if wanted is not None
    ]
    clauses += _words("status", STATUS, question.statuses)
    clauses += _words("timeliness", TIMELINESS, question.timeliness)
    return marked(*clauses)


def _words(
    column: str, codes: Mapping[StrEnum | None, int | None], words: tuple[StrEnum, ...]
) -> Iterator[Clause]:
    if words:
        yield Clause(f"{column} IN ({places_for(words)})", tuple(codes[word] for word in words))


def held_on(day: date) -> Clause:
    """The meetings that were held up to the day and are not struck, as they were in force on it."""
    on = day.toordinal()
    return Clause(
        "meeting.struck = 0 AND occasion.from_day <= ? AND occasion.to_day > ?", (on, on)
    )


def took_part(partners: tuple[str, ...]) -> Clause:
    """The meetings that are filed under one of the partners, or in which one of them took part."""
    under = Clause(" OR ".join(["folded(meeting.ref) LIKE ?"] * len(partners)))
    present = any_line("occasion.parties", partners)
    begins = tuple(f"{name}-%" for name in _folded(partners))
    return Clause(f"({under.sql} OR {present.sql})", (*begins, *present.values))


def _filters(question: Question, on: int, bodies: tuple[Body, ...]) -> Iterator[Clause]:
    forms = [*_of_forms(question)]
    if forms:
        yield _formed(*forms)
    yield from _words("span.next_move", NEXT_MOVE, question.next_moves)
    if question.leads:
        yield _led_by(question.leads, bodies)
    if question.partners:
        yield _of_partners(question.partners, on)
    if question.meetings:
        yield _of_meetings(question.meetings)
    if question.told_since is not None:
        yield _told_since(question.told_since)
    yield from _due(question)


def _of_forms(question: Question) -> Iterator[Clause]:
    yield from _words("firmness", FIRMNESS, question.firmness)
    yield from _words("kind", KIND, question.kinds)
    for column, names in (("sector", question.sectors), ("dossier", question.dossiers)):
        if names:
            yield Clause(f"folded({column}) IN ({places_for(names)})", _folded(names))
    if question.voices:
        yield any_line("voice", question.voices)


def _formed(*clauses: Clause) -> Clause:
    """The condition that the fields in force fit: asked once of each form, which items share."""
    return _among("form", clauses)


def places_for(values: Sequence[object]) -> str:
    """The places of a question in which the values stand, one after another."""
    return ", ".join("?" * len(values))


def batches_of(values: Iterable[str]) -> Iterator[Sequence[str]]:
    """The values, as many at once as any SQLite takes twice in one question."""
    rest = iter(values)
    while some := list(islice(rest, _AT_ONCE)):
        yield some


_AT_ONCE = 400
"""Values of one question: any SQLite takes 999."""


def _folded(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(folded(name) for name in names)


def any_line(column: str, names: tuple[str, ...]) -> Clause:
    """One of the names is a line of the column, whatever the letter case."""
    tests = " OR ".join([f"instr(char(10) || folded({column}) || char(10), ?)"] * len(names))
    return Clause(f"({tests})", tuple(f"\n{name}\n" for name in _folded(names)))


def _led_by(names: tuple[str, ...], bodies: tuple[Body, ...]) -> Clause:
    """One of the names acts: of open items the successors of the bodies that have ended."""
    named = _formed(any_line("lead", names))
    if not any(body.until for body in bodies):
        return named
    acting = _formed(any_line("acting(lead, 1)", names))
    is_open = marked(Clause("is_open"))
    return Clause(
        f"CASE WHEN {is_open.sql} THEN {acting.sql} ELSE {named.sql} END",
        (*is_open.values, *acting.values, *named.values),
    )


def _of_partners(partners: tuple[str, ...], on: int) -> Clause:
    """Filed under one of the partners, or of a meeting in which one of them took part."""
    present = any_line("parties", partners)
    under = tuple(name.upper() for name in _folded(partners))  # as every ref has it
    return Clause(
        f"(span.item IN (SELECT id FROM item WHERE partner IN ({places_for(partners)}) OR file IN"  # noqa: S608
        " (SELECT file FROM occasion WHERE from_day <= ? AND to_day > ? AND parties IN"
        f" (SELECT parties FROM (SELECT DISTINCT parties FROM occasion) WHERE {present.sql}))))",
        (*under, on, on, *present.values),
    )


def _of_meetings(meetings: tuple[str, ...]) -> Clause:
    """A beginning of the ref is enough: TR-2017 means all of that year."""
    tests = " OR ".join(["substr(folded(item.ref), 1, ?) = ?"] * len(meetings))
    values = [value for name in _folded(meetings) for value in (len(name), name)]
    return Clause(f"({tests})", tuple(values))


def _told_since(day: date) -> Clause:
    """Open, or of which a decision is sought, or with a span that begins since the day, or in a file with an entry made since.

    A moment is held against the day as it began anywhere on earth.
    """
    begun = "span.item IN (SELECT item FROM span WHERE from_day >= ?)"
    made = "item.file IN (SELECT file FROM made WHERE last >= ?)"
    moment = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(days=1)
    return Clause(
        f"(mark.is_open OR mark.sought OR {begun} OR {made})",
        (day.toordinal(), moment.timestamp()),
    )


def _due(question: Question) -> Iterator[Clause]:
    """The window in force, as far as it is known, touches the days."""
    if question.due_from or question.due_to:
        yield Clause("coalesce(span.earliest, span.latest) IS NOT NULL")
    if question.due_from:
        yield Clause(f"{LAST_DAY} >= ?", (question.due_from.toordinal(),))
    if question.due_to:
        yield Clause(
            f"min(coalesce(span.earliest, span.latest, 0), {LAST_DAY}) <= ?",
            (question.due_to.toordinal(),),
        )


_BY_REF = "item.partner, item.dated, item.number, item.file"
_RAGS = (Rag.RED, Rag.AMBER, Rag.NONE, Rag.GREEN, Rag.BLUE)


def _ranked(
    column: str, codes: Mapping[StrEnum | None, int | None], order: tuple[StrEnum, ...]
) -> str:
    whens = " ".join(f"WHEN {codes[word]} THEN {rank}" for rank, word in enumerate(order))
    return f"CASE mark.{column} {whens} END"


_SORTS: Mapping[SortBy, str] = {
    SortBy.REF: _BY_REF,
    SortBy.LATEST: f"{LAST_DAY}, {_BY_REF}",
    SortBy.RAG: f"{_ranked('rag', RAG, _RAGS)}, {_BY_REF}",
    SortBy.STATUS: f"mark.status, {_BY_REF}",
    SortBy.FIRMNESS: f"coalesce(form.firmness, {FIRMNESS[Firmness.AGREEMENT]}), {_BY_REF}",
    SortBy.LEAD: f"form.lead = '', acting(form.lead, mark.is_open), {_BY_REF}",
    SortBy.SECTOR: f"form.sector IS NULL, form.sector, {_BY_REF}",
    SortBy.TITLE: f"folded({TITLE}), {_BY_REF}",
    SortBy.UPDATED: f"coalesce(-span.updated, -1), {_BY_REF}",
}


def order_of(sort: SortBy) -> str:
    """The terms of ORDER BY: what is equal stands by its ref; latest updated first."""
    return _SORTS[sort]
