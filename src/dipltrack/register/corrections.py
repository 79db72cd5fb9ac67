"""Which entries count: those that no working correction says were wrong (DESIGN §2).

A correction works from the moment that it is known, whatever its date: the entry that it names
counts for no day at all. One that is itself taken back by an undo no longer works; one that is
replaced passes its place on, so that what it had corrected stays corrected.
"""

from collections import defaultdict
from collections.abc import Sequence

from msgspec.structs import fields

from dipltrack.model.update import Update

_NO_FACTS = frozenset(
    {
        "id",
        "recorded",
        "by",
        "of",
        "from_",
        "date",
        "when",
        "corrects",
        "reason",
        "same_as",
        "own",
        "redacted",
    }
)
_FACTS = tuple(field for field in fields(Update) if field.name not in _NO_FACTS)


def is_undo(update: Update) -> bool:
    """True for a correction that puts nothing in the place of what it takes back.

    It may give its reason, which says nothing about the item itself.
    """
    return update.corrects is not None and all(
        getattr(update, field.name) == field.default for field in _FACTS
    )


def _replaces(correction: Update) -> bool:
    """True where it stands in the place of what it takes back: a strike with another `same_as` too."""
    return correction.same_as is not None or not is_undo(correction)


def corrected_ids(updates: Sequence[Update]) -> frozenset[str]:
    """The ids of all entries that working corrections among the known updates say were wrong.

    They may be ids of updates, and of items or the meeting, which are then struck. Corrections in
    a circle, which only a hand can write, take nothing back.
    """
    corrections = [update for update in updates if update.corrects]
    if not corrections:
        return frozenset()
    of_target = defaultdict(list)
    for position, correction in enumerate(corrections):
        of_target[correction.corrects].append(position)
    circling = set(circles_of(corrections))
    works: dict[int, bool] = {}
    for position in _correctors_first(corrections):
        against = [p for p in of_target[corrections[position].id] if works.get(p)]
        replaced = any(_replaces(corrections[p]) for p in against)
        works[position] = position not in circling and (not against or replaced)
    return frozenset(
        target
        for target, positions in of_target.items()
        if target and any(works[position] for position in positions)
    )


def same_as_of(history: Sequence[Update]) -> str | None:
    """Of a struck item, by its history, the one for which its entries count, if they count for any."""
    wrong = corrected_ids(history)
    strikes = (update for update in reversed(history) if update.same_as)
    return next((strike.same_as for strike in strikes if strike.id not in wrong), None)


def struck_by(correction: Update, known: Sequence[Update]) -> str | None:
    """The id of what it strikes: of a strike that corrects another, what that one struck."""
    by_id = {update.id: update for update in known if update.id}
    at, seen = correction.corrects, set[str]()
    while at in by_id and at not in seen:
        seen.add(at)
        at = by_id[at].corrects
    return at


def circles_of(corrections: Sequence[Update]) -> list[int]:
    """The positions of the corrections that, in the end, correct themselves."""
    to = _targets(corrections)
    circling = []
    for start in range(len(corrections)):
        at, seen = to[start], {start}
        while at is not None and at not in seen:
            seen.add(at)
            at = to[at]
        if at == start:
            circling.append(start)
    return circling


def _correctors_first(corrections: Sequence[Update]) -> list[int]:
    """The positions in such an order that a correction of a correction comes before it."""
    to = _targets(corrections)
    depths: list[int] = []
    for start in range(len(corrections)):
        at, seen = to[start], {start}
        while at is not None and at not in seen:
            seen.add(at)
            at = to[at]
        depths.append(len(seen))
    return sorted(range(len(corrections)), key=lambda position: -depths[position])


def _targets(corrections: Sequence[Update]) -> list[int | None]:
    """For each correction the position of the one that it corrects, if it corrects one."""
    by_id = {update.id: position for position, update in enumerate(corrections) if update.id}
    return [by_id.get(update.corrects or "") for update in corrections]
