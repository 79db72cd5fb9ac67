"""Items counted by where they stand: each in one place, so that the counts add up."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from dipltrack.model.vocabulary import Freshness, Timeliness
from dipltrack.register.alike import Alike, alike_of
from dipltrack.register.standing import Standing
from dipltrack.reports.blocks import Cell, Column, Need, Number, Table, Text


class Place(StrEnum):
    """Where an item stands: the first that fits."""

    OVERDUE = "overdue"
    DUE_SOON = "due soon"
    IN_HAND = "in hand"
    DONE = "done"
    CLOSED = "closed"
    NO_REPORT = "no report"
    STALE = "stale"


_ALWAYS = frozenset({Place.OVERDUE, Place.DUE_SOON, Place.IN_HAND, Place.DONE, Place.NO_REPORT})
"""The places that are told of though nothing stands there."""

_NEED = {Place.CLOSED: Need.SOMETIMES}
"""What goes first where a screen is too narrow: nobody has to act on it."""


def place_of(standing: Standing) -> Place:
    """Where the item stands. Nothing that is overdue is hidden by having no report."""
    return _place(alike_of(standing))


def _place(alike: Alike) -> Place:
    if not alike.is_open:
        return Place.DONE if alike.status.is_kept else Place.CLOSED
    if alike.timeliness is Timeliness.OVERDUE:
        return Place.OVERDUE
    if alike.timeliness is Timeliness.DUE_SOON:
        return Place.DUE_SOON
    if alike.freshness is Freshness.NEVER_REPORTED:
        return Place.NO_REPORT
    return Place.STALE if alike.freshness is Freshness.STALE else Place.IN_HAND


def tally_of(counts: Iterable[tuple[Alike, int]]) -> Counter[Place]:
    """How many stand in each place, of the items that are counted."""
    tally: Counter[Place] = Counter()
    for alike, count in counts:
        tally[_place(alike)] += count
    return tally


def tally_table(title: str, rows: Sequence[tuple[str, Mapping[Place, int]]]) -> Table:
    """The counts of several groups, a line each, with their sum; what is nowhere is left out."""
    places = [
        place for place in Place if place in _ALWAYS or any(row.get(place) for _, row in rows)
    ]
    columns = (
        Column(title, least=9, share=1),
        *(Column(place.value, _NEED.get(place, Need.ALWAYS), whole=True) for place in places),
        Column("all", whole=True),
    )
    return Table(columns, tuple(_row(name, counts, places) for name, counts in rows))


def _row(name: str, counts: Mapping[Place, int], places: Sequence[Place]) -> tuple[Cell, ...]:
    return (
        Text(name),
        *(Number(counts.get(place, 0)) for place in places),
        Number(sum(counts.values())),
    )
