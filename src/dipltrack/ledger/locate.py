"""Flaws of the tables of a file -> faults, each with its line. Loaded only where there is a flaw."""

from collections.abc import Mapping, Set
from typing import Any

from dipltrack.ledger.flaw import Flaw
from dipltrack.ledger.lines import Place, line_of
from dipltrack.model.fault import Fault, Severity


def faults_of(
    flaws: list[Flaw], places: list[Place], path: str, left_out: Set[int] = frozenset()
) -> list[Fault]:
    """The flaws with their lines; what only follows from a line left out is not told."""
    faults = []
    for flaw in flaws:
        line = line_of(places, flaw.table, flaw.index, flaw.key)
        follows = left_out and flaw.key is None
        if not follows:
            faults.append(Fault(path, line, flaw.wrong, flaw.mend, flaw.severity))
    return faults


def inline_tables(places: list[Place], path: str, tables: Mapping[str, type[Any]]) -> list[Fault]:
    """Faults of tables written as `update = […]`, and warnings of sub-tables."""
    faults = [
        Fault(path, line, f"{key} = … is written inline", f"write each as [[{key}]]")
        for key, line in places[0].keys.items()
        if key in tables
    ]
    for place in places:
        head, _, rest = place.name.partition(".")
        if rest and head in tables:
            mend = f"write it inside: {rest} = [{{ … }}]"
            wrong = f"{place.opened}{place.name}{']' * len(place.opened)} is a table in a table"
            faults.append(Fault(path, place.line, wrong, mend, Severity.WARNING))
    return faults
