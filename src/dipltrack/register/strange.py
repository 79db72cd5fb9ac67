"""Names in the filters of a question that nothing of the ledger bears: slips, and they are told."""

import sqlite3
from collections.abc import Iterable
from datetime import date

from dipltrack.ledger.flaw import nearest
from dipltrack.model.folding import folded
from dipltrack.model.settings import Settings
from dipltrack.model.vocabulary import Voice
from dipltrack.register.index.narrowing import any_line
from dipltrack.register.question import Question, Strange


def strange_names(
    index: sqlite3.Connection, question: Question, day: date, settings: Settings
) -> tuple[Strange, ...]:
    """The names in the filters that nothing bears on the day.

    A name that is registered, or that the first items bear, is known without listing all there are.
    """
    bodies = tuple(body.name for body in settings.bodies)
    dossiers = tuple(dossier.name for dossier in settings.dossiers)
    parties = (settings.ledger.party,)
    wanted = (
        ("partner", question.partners, parties, _PARTIES),
        ("sector", question.sectors, (), _OF_FORMS.format("sector")),
        ("dossier", question.dossiers, dossiers, _OF_FORMS.format("dossier")),
        ("lead", question.leads, bodies, _OF_FORMS.format("lead")),
        ("voice", question.voices, tuple(Voice), _OF_FORMS.format("voice")),
        ("meeting", question.meetings, (), "SELECT ref FROM meeting"),
    )
    strange: list[Strange] = []
    for filter_, names, registered, others in wanted:
        known = {folded(name) for name in registered}
        unknown = [name for name in names if folded(name) not in known]
        if not all(_is_found(index, filter_, name, day) for name in unknown):
            strange += _strange(filter_, unknown, _borne(index, registered, others, day))
    return tuple(strange)


_HOLDS = "from_day <= ? AND to_day > ?"
_PARTIES = (
    f"SELECT DISTINCT parties FROM occasion WHERE {_HOLDS}"  # noqa: S608
    " UNION SELECT DISTINCT partner FROM item"
)
_OF_FORMS = (
    "SELECT DISTINCT {} FROM form"  # noqa: S608
    f" WHERE id IN (SELECT form FROM span INDEXED BY span_day WHERE {_HOLDS})"
)


def _is_found(index: sqlite3.Connection, filter_: str, name: str, day: date) -> bool:
    """True where it is seen at once that something bears the name on the day."""
    on = day.toordinal()
    if filter_ == "partner":
        found = index.execute("SELECT 1 FROM item WHERE partner = ? LIMIT 1", (name.upper(),))
    elif filter_ == "meeting":
        found = index.execute("SELECT 1 FROM meeting WHERE ref = ? LIMIT 1", (name,))
    else:
        bears = any_line(filter_, (name,))
        found = index.execute(
            "SELECT 1 FROM span INDEXED BY span_day"  # noqa: S608
            f" WHERE form IN (SELECT id FROM form WHERE {bears.sql}) AND {_HOLDS} LIMIT 1",
            (*bears.values, on, on),
        )
    return found.fetchone() is not None


def _borne(
    index: sqlite3.Connection, registered: Iterable[str], others: str, day: date
) -> dict[str, str]:
    """The names that are registered or borne on the day, by what they are compared by."""
    on = (day.toordinal(),) * others.count("?")
    lines = (line for (text,) in index.execute(others, on) for line in (text or "").split("\n"))
    return {folded(name): name for name in (*registered, *lines) if name}


def _strange(filter_: str, names: Iterable[str], borne: dict[str, str]) -> Iterable[Strange]:
    for name in names:
        if not _is_borne(filter_, folded(name), borne):
            yield Strange(filter_, name, nearest(name, sorted(borne.values())))


def _is_borne(filter_: str, name: str, borne: Iterable[str]) -> bool:
    if filter_ == "meeting":  # a beginning is enough, and an item's ref goes beyond its meeting's
        return any(one.startswith(name) or name.startswith(one) for one in borne)
    return name in borne
