"""Names in the filters of a question that nothing of the ledger bears: slips, and they are told."""

import sqlite3
from collections.abc import Iterable
from datetime import date

from dipltrack.ledger.flaw import nearest
from dipltrack.model.folding import folded
from dipltrack.model.settings import Settings
from dipltrack.model.vocabulary import Voice
from dipltrack.register.question import Question, Strange


def strange_names(
    index: sqlite3.Connection, question: Question, day: date, settings: Settings
) -> tuple[Strange, ...]:
    """The names in the filters that nothing bears on the day."""
    bodies = (body.name for body in settings.bodies)
    dossiers = (dossier.name for dossier in settings.dossiers)
    parties = (settings.ledger.party,)
    wanted = (
        ("partner", question.partners, parties, _PARTIES),
        ("sector", question.sectors, (), _BORNE.format("sector")),
        ("dossier", question.dossiers, dossiers, _BORNE.format("dossier")),
        ("lead", question.leads, bodies, _BORNE.format("lead")),
        ("voice", question.voices, Voice, _BORNE.format("voice")),
        ("meeting", question.meetings, (), "SELECT ref FROM meeting"),
    )
    return tuple(
        strange
        for filter_, names, registered, others in wanted
        if names
        for strange in _strange(filter_, names, _borne(index, registered, others, day))
    )


_PARTIES = (
    "SELECT DISTINCT parties FROM occasion WHERE {on} UNION SELECT DISTINCT partner FROM item"
)


_BORNE = "SELECT DISTINCT {} FROM span JOIN form ON form.id = span.form WHERE {{on}}"


def _borne(
    index: sqlite3.Connection, registered: Iterable[str], others: str, day: date
) -> dict[str, str]:
    """The names that are registered or borne on the day, by what they are compared by."""
    on = day.toordinal()
    sql = others.replace("{on}", f"from_day <= {on} AND to_day > {on}")
    lines = (line for (text,) in index.execute(sql) for line in (text or "").split("\n"))
    return {folded(name): name for name in (*registered, *lines) if name}


def _strange(filter_: str, names: Iterable[str], borne: dict[str, str]) -> Iterable[Strange]:
    for name in names:
        if not _is_borne(filter_, folded(name), borne):
            yield Strange(filter_, name, nearest(name, sorted(borne.values())))


def _is_borne(filter_: str, name: str, borne: Iterable[str]) -> bool:
    if filter_ == "meeting":  # a beginning is enough, and an item's ref goes beyond its meeting's
        return any(one.startswith(name) or name.startswith(one) for one in borne)
    return name in borne
