"""How each entry is called in the end: its id, its ref, its name.

Two desks that file at the same time give the same next ref to two items. What was entered first
keeps it; the other gets the next free one, and its old one stays with it as `was`.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct, field

from dipltrack.ledger.merge.blocks import Block, with_values
from dipltrack.ledger.merge.matching import LABELS, Trio, moment_of, was_of
from dipltrack.ledger.merge.renaming import Renaming
from dipltrack.ledger.mint import ALPHABET

SIDES = ("base", "ours", "theirs")
_WITH_WAS = frozenset({"meeting", "commitment", "document"})
_NUMBER = re.compile(r"(.*?)([0-9]{1,9})")


class Moved(Struct, frozen=True):
    """An entry that is no longer called as one of the two sides called it.

    It was `united` where both sides had filed it, each under a name of its own.
    """

    block: Block
    old: str
    new: str
    united: bool


class Settled(Struct):
    """The entries under their names, how each version called them, and which were moved."""

    trios: list[Trio]
    renamings: dict[str, Renaming] = field(default_factory=dict)
    moved: list[Moved] = field(default_factory=list)


def settled(trios: Sequence[Trio]) -> Settled:
    """The trios with one id, one ref and one name each; what refers to them is not touched yet."""
    ids = _new_ids(trios, [_id_of(trio) for trio in trios])
    refs = labels(trios, "commitment", _next_number)
    names = labels(trios, "document", _next_name)
    found = Settled([])
    maps: dict[str, tuple[dict[str, str], dict[str, str]]] = {s: ({}, {}) for s in SIDES}
    for at, trio in enumerate(trios):
        label = refs.get(at) or names.get(at)
        found.trios.append(called(trio, ids[at], label))
        for side in SIDES:
            block: Block | None = getattr(trio, side)
            if block is not None:
                _note(maps[side], block, ids[at], label)
                old = block.value(LABELS.get(block.name, ""))
                if side != "base" and label and old and old != label:
                    united = trio.base is None and bool(trio.ours and trio.theirs)
                    found.moved.append(Moved(block, old, label, united))
    found.renamings = {side: Renaming(*maps[side]) for side in SIDES}
    return found


def _note(
    maps: tuple[dict[str, str], dict[str, str]], block: Block, new: str | None, label: str | None
) -> None:
    old_id, old_label = block.value("id"), block.value(LABELS.get(block.name, ""))
    if old_id and new and old_id != new:
        maps[0][old_id] = new
    if old_label and label and old_label != label:
        maps[1 if block.name == "document" else 0][old_label] = label


def called(trio: Trio, new: str | None, label: str | None) -> Trio:
    """The trio with all its versions under one id and one label, the others under `was`."""
    blocks = trio.present()
    key = LABELS.get(blocks[0].name, "")
    values: dict[str, object] = {}
    if new is not None and any(block.value("id") != new for block in blocks):
        values["id"] = new
    if label is not None:
        values[key] = label
    was = {one for block in blocks for one in was_of(block)}
    if blocks[0].name in _WITH_WAS:
        was |= {old for block in blocks if (old := block.value(key)) and label and old != label}
        if len({moment_of(block) for block in blocks}) > 1:
            was |= {old for block in blocks if (old := block.value("id")) and new and old != new}
        was -= {label, new}
        if was:
            values["was"] = sorted(was, key=lambda one: (len(one), one))
    if not values:
        return trio
    versions = (getattr(trio, side) for side in SIDES)
    return Trio(*(None if one is None else with_values(one, values) for one in versions))


def _id_of(trio: Trio) -> str | None:
    """The id of an entry: where the sides differ that of the one that changed it, or the earlier."""
    base, ours, theirs = (
        block.value("id") if block is not None else None
        for block in (trio.base, trio.ours, trio.theirs)
    )
    if trio.ours is None or trio.theirs is None or ours == theirs:
        return ours or theirs or base
    if trio.base is not None and base in {ours, theirs} and base is not None:
        return theirs if ours == base else ours
    if ours is None or theirs is None:
        return ours or theirs
    return min((moment_of(trio.ours), ours), (moment_of(trio.theirs), theirs))[1]


def _new_ids(trios: Sequence[Trio], ids: list[str | None]) -> list[str | None]:
    """The ids, another for what two desks by chance gave the same: the earlier keeps it."""
    by_id: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(ids):
        if one is not None:
            by_id[one].append(at)
    for one, places in by_id.items():
        if len(places) > 1 and not _is_twice([trios[at] for at in places], "id", one):
            for at in sorted(places, key=lambda at: trios[at].moment)[1:]:
                said = min(block.bare for block in trios[at].present())
                ids[at] = _derived_id(said, one, by_id)
    return ids


def _is_twice(trios: Sequence[Trio], key: str, name: str) -> bool:
    """True where one version bears the name twice already: a fault that `check` tells."""
    blocks = ([getattr(trio, side) for trio in trios] for side in SIDES)
    return any(sum(b is not None and b.value(key) == name for b in side) > 1 for side in blocks)


def _derived_id(said: str, old: str, taken: dict[str, list[int]]) -> str:
    attempt = 0
    while True:
        digest = hashlib.sha256(f"{old} {said} {attempt}".encode()).digest()
        new = "".join(ALPHABET[byte % 32] for byte in digest[:8])
        if new not in taken:
            return new
        attempt += 1


NextFree = Callable[[str, set[str]], str]
"""The name that a clashing entry gets, from the one that it wanted and all that are known."""


def labels(trios: Sequence[Trio], table: str, next_free: NextFree) -> dict[int, str]:
    """The ref or name of each entry of that table in the end, by its place among the trios."""
    places = [at for at, trio in enumerate(trios) if trio.any.name == table]
    key = LABELS[table]
    wanted = {at: label for at in places if (label := _wanted(trios[at], key))}
    if len(set(wanted.values())) == len(wanted):
        return wanted
    known = {one for at in places for one in _known(trios[at], key)}
    order = sorted(wanted, key=lambda at: _rank(trios[at]))
    taken: set[str] = set()
    losers = []
    for at in order:
        if wanted[at] not in taken or _is_twice([trios[p] for p in places], key, wanted[at]):
            taken.add(wanted[at])
        else:
            losers.append(at)
    for at in losers:
        own = sorted(_own_labels(trios[at], key) - taken, key=_by_number)
        wanted[at] = own[0] if own else next_free(wanted[at], known)
        known.add(wanted[at])
        taken.add(wanted[at])
    return wanted


def _rank(trio: Trio) -> tuple[bool, bool, object]:
    """Who keeps a name: what has long had it, what a merge gave it to, what was entered first."""
    return trio.base is None, not any(map(was_of, trio.present())), trio.moment


def _wanted(trio: Trio, key: str) -> str | None:
    """The label that an entry should have, as far as it alone is concerned."""
    base, ours, theirs = (
        block.value(key) if block is not None else None
        for block in (trio.base, trio.ours, trio.theirs)
    )
    if trio.ours is None or trio.theirs is None or ours == theirs:
        return ours or theirs or base
    if ours is None or theirs is None:
        return ours or theirs
    if base in {ours, theirs}:
        return theirs if ours == base else ours
    ours_is_later, theirs_is_later = theirs in was_of(trio.ours), ours in was_of(trio.theirs)
    if ours_is_later != theirs_is_later:
        return ours if ours_is_later else theirs
    if trio.base is None and trio.any.name == "document":  # united: the earlier one's name
        return min((moment_of(trio.ours), ours), (moment_of(trio.theirs), theirs))[1]
    return min(ours, theirs, key=_by_number)


def _own_labels(trio: Trio, key: str) -> set[str]:
    return {label for block in trio.present() if (label := block.value(key))}


def _known(trio: Trio, key: str) -> Iterator[str]:
    yield from _own_labels(trio, key)
    for block in trio.present():
        yield from was_of(block)


def _by_number(label: str) -> tuple[str, int, str]:
    found = _NUMBER.fullmatch(label)
    return (found[1], int(found[2]), label) if found else (label, 0, label)


def _next_number(ref: str, known: set[str]) -> str:
    """The ref after the highest that the meeting has or ever had."""
    meeting, _, _ = ref.rpartition("-")
    numbers = (one.rpartition("-") for one in known)
    taken = (int(n) for m, _, n in numbers if m == meeting and n.isdecimal() and len(n) < 10)
    return f"{meeting}-{max(taken, default=0) + 1}"


def _next_name(name: str, known: set[str]) -> str:
    number = 2
    while f"{name}-{number}" in known:
        number += 1
    return f"{name}-{number}"
