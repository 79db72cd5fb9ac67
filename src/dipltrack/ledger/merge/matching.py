"""Which blocks of the three versions are one and the same entry."""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from datetime import UTC, datetime

from msgspec import Struct

from dipltrack.ledger.merge.blocks import Block

STAMPS = ("id", "recorded", "by")
LABELS = {
    "commitment": "ref",
    "meeting": "ref",
    "document": "name",
    "body": "name",
    "dossier": "name",
    "event": "name",
}
"""By which key a table is called, where it has no id."""

Keys = Callable[[Block], list[Hashable]]
"""The keys of a block: one in common makes two blocks one entry."""

LAST = datetime(9999, 12, 30, tzinfo=UTC)
"""The moment of what was entered without one: after all others, as a hand adds it at the end."""


class Trio(Struct):
    """One entry as the base has it, as one side has it and as the other; None where it is missing."""

    base: Block | None = None
    ours: Block | None = None
    theirs: Block | None = None

    def present(self) -> list[Block]:
        """The versions that there are."""
        return [one for one in (self.base, self.ours, self.theirs) if one is not None]

    @property
    def any(self) -> Block:
        """One of the versions: those of one side alone have no other."""
        return self.present()[-1]

    @property
    def moment(self) -> tuple[datetime, str]:
        """When it was first entered, and its id: what is earlier keeps its name."""
        return min(moment_of(one) for one in self.present())


def moment_of(block: Block) -> tuple[datetime, str]:
    """The moment of entry as an instant, then the id, then the text: an order of its own."""
    recorded = block.table.get("recorded")
    known = isinstance(recorded, datetime) and recorded.tzinfo is not None
    moment = LAST
    if known and isinstance(recorded, datetime):
        try:
            moment = recorded.astimezone(UTC)
        except OverflowError:
            moment = LAST
    return moment, block.value("id") or block.bare


def was_of(block: Block) -> list[str]:
    """The refs, names and ids by which an entry was once known."""
    was = block.table.get("was")
    return [one for one in was if isinstance(one, str)] if isinstance(was, list) else []


def trios_of(base: Sequence[Block], ours: Sequence[Block], theirs: Sequence[Block]) -> list[Trio]:
    """Every entry of the three versions once: those of the base in its order, then the added ones."""
    of_ours, of_theirs = _matched(base, ours), _matched(base, theirs)
    trios = [Trio(block, of_ours.get(at), of_theirs.get(at)) for at, block in enumerate(base)]
    kept = {id(block) for found in (of_ours, of_theirs) for block in found.values()}
    added = {
        name: [b for b in side if id(b) not in kept]
        for name, side in (("ours", ours), ("theirs", theirs))
    }
    return [*trios, *_added(added["ours"], added["theirs"])]


def _added(ours: list[Block], theirs: list[Block]) -> list[Trio]:
    """What neither side has from the base: the same entry added on both is one."""
    by_key = dict(zip(_numbered(map(_whole_key, theirs)), theirs, strict=True))
    trios = []
    for key, block in zip(_numbered(map(_whole_key, ours)), ours, strict=True):
        trios.append(Trio(ours=block, theirs=by_key.pop(key, None)))
    return _once_united([*trios, *(Trio(theirs=block) for block in by_key.values())])


def _once_united(trios: list[Trio]) -> list[Trio]:
    """The trios; what one side has united with another entry already, and the other has still, as one.

    Of what was redacted nothing stays that was united with it: its text would be there again.
    """
    alone: dict[tuple[bool, str, str], Trio] = {}
    for trio in trios:
        new = trio.any.value("id")
        if new and (trio.ours is None or trio.theirs is None):
            alone[trio.ours is not None, trio.any.name, new] = trio
    gone: set[int] = set()
    for trio in trios:
        for is_ours, block in ((True, trio.ours), (False, trio.theirs)):
            for old in was_of(block) if block else ():
                other = alone.get((not is_ours, block.name, old)) if block else None
                if other is None or other is trio or id(other) in gone:
                    continue
                if trio.ours is None or trio.theirs is None:
                    trio.ours, trio.theirs = trio.ours or other.ours, trio.theirs or other.theirs
                elif "redacted" not in (block.table if block else {}):
                    continue
                gone.add(id(other))
    return [trio for trio in trios if id(trio) not in gone]


def _matched(base: Sequence[Block], side: Sequence[Block]) -> dict[int, Block]:
    """For the place of each block of the base what became of it on that side."""
    found: dict[int, Block] = {}
    rest, left = list(range(len(base))), list(side)
    for of_base, of_side in (
        (_key, _key),
        (_id_or_was, _id_or_was),
        (_label_alone, _label),
        (_content, _content),
    ):
        if rest and left:
            rest, left = _match(base, rest, left, (of_base, of_side), found)
    return found | dict(_by_place(base, rest, left))


def _by_place(
    base: Sequence[Block], rest: list[int], left: list[Block]
) -> Iterator[tuple[int, Block]]:
    """What a hand changed in tables that nothing names, as a [[rule]]: as many before as after."""
    for name in {base[at].name for at in rest}:
        before = [at for at in rest if base[at].name == name and _is_nameless(base[at])]
        after = [block for block in left if block.name == name and _is_nameless(block)]
        if len(before) == len(after):
            yield from zip(before, after, strict=True)


def _is_nameless(block: Block) -> bool:
    return "id" not in block.table and not _label(block)


def _match(
    base: Sequence[Block],
    rest: list[int],
    left: list[Block],
    keys_of: tuple[Keys, Keys],
    found: dict[int, Block],
) -> tuple[list[int], list[Block]]:
    """Finds what has a key in common; gives what is left of both."""
    waiting: dict[Hashable, deque[Block]] = defaultdict(deque)
    for block in left:
        for key in keys_of[1](block):
            waiting[key].append(block)
    taken: set[int] = set()
    for at in rest:
        for key in keys_of[0](base[at]):
            fitting = waiting.get(key, deque())
            while fitting and id(fitting[0]) in taken:
                fitting.popleft()
            if fitting and at not in found:
                found[at] = fitting.popleft()
                taken.add(id(found[at]))
    return [at for at in rest if at not in found], [b for b in left if id(b) not in taken]


def _key(block: Block) -> list[Hashable]:
    """What is the same for an entry that nobody touched, or that bears its id."""
    new = block.value("id")
    if block.single:
        return [(block.name,)]
    return [(block.name, "id", new)] if new else [(block.name, block.bare)]


def _id_or_was(block: Block) -> list[Hashable]:
    ids = [block.value("id"), *was_of(block)]
    return [(block.name, one) for one in ids if one]


def _label(block: Block) -> list[Hashable]:
    """Its ref or name."""
    label = block.value(LABELS.get(block.name, ""))
    return [(block.name, label)] if label else []


def _label_alone(block: Block) -> list[Hashable]:
    """Its ref or name where it has no id: a hand wrote it, and the program gives it one later."""
    return [] if "id" in block.table else _label(block)


def _content(block: Block) -> list[Hashable]:
    """All that it says, whenever it was entered."""
    said = {key: value for key, value in block.table.items() if key not in STAMPS}
    return [(block.name, repr(sorted(said.items(), key=lambda pair: pair[0])))]


def _whole_key(block: Block) -> Hashable:
    """What is the same for an entry that both sides added: its id and who entered it when."""
    if block.single:
        return (block.name,)
    if new := block.value("id"):
        return (block.name, new, moment_of(block)[0], block.value("by"))
    if block.name in {"body", "dossier", "event"}:
        return (block.name, block.value("name"))
    return (block.name, *_content(block))


def _numbered(keys: Iterable[Hashable]) -> list[tuple[Hashable, int]]:
    """The keys, each with how often it stood before: the same thing said twice is two things."""
    seen: Counter[Hashable] = Counter()
    numbered = []
    for key in keys:
        numbered.append((key, seen[key]))
        seen[key] += 1
    return numbered
