"""What two desks filed each by itself and is one: the meeting, a document, an item that looks alike."""

from collections.abc import Iterator, Sequence

from dipltrack.ledger.merge.blocks import Block
from dipltrack.ledger.merge.matching import Trio, moment_of, was_of


def are_two_meetings(trios: Sequence[Trio]) -> bool:
    """True where each side filed another meeting under one path.

    It is one where its title is the same, or the address of one of its documents.
    """
    meeting = next((t for t in trios if t.any.name == "meeting"), None)
    if meeting is None or meeting.base or not (meeting.ours and meeting.theirs):
        return False
    ours, theirs = meeting.ours, meeting.theirs
    same = ours.value("ref") == theirs.value("ref")
    if same and (_is_one(ours, theirs) or _said(ours, "title") == _said(theirs, "title")):
        return False
    return not (same and _addresses(trios, "ours") & _addresses(trios, "theirs"))


def with_documents_united(trios: Sequence[Trio]) -> list[Trio]:
    """The trios, a document that both sides added under one address as one entry."""
    theirs = {
        address: trio
        for trio in reversed(trios)
        if not (trio.base or trio.ours) and (address := _address(trio.theirs))
    }
    united: list[Trio] = []
    gone: set[int] = set()
    for trio in trios:
        if not (trio.base or trio.theirs) and (address := _address(trio.ours)):
            other = theirs.pop(address, None)
            if other is not None:
                gone.add(id(other))
                trio = Trio(ours=trio.ours, theirs=other.theirs)
        united.append(trio)
    return [trio for trio in united if id(trio) not in gone]


def alike(trios: Sequence[Trio]) -> Iterator[tuple[Trio, Trio]]:
    """Items that look the same, of which each side added one: the earlier first.

    They have the same title, or the same passage of the same paragraph. None is dropped.
    """
    items = [t for t in trios if t.any.name == "commitment" and t.base is None]
    ours = [t for t in items if t.theirs is None]
    theirs = [t for t in items if t.ours is None]
    by_look: dict[tuple[str, str], Trio] = {}
    for trio in ours:
        for look in _looks(trio.any):
            by_look.setdefault(look, trio)
    for trio in theirs:
        other = next((by_look[look] for look in _looks(trio.any) if look in by_look), None)
        if other is not None:
            first, second = sorted((trio, other), key=lambda t: moment_of(t.any))
            yield first, second


def _is_one(ours: Block, theirs: Block) -> bool:
    new, other = ours.value("id"), theirs.value("id")
    if new in was_of(theirs) or other in was_of(ours):
        return True
    return (
        new is not None
        and new == other
        and (ours.table.get("recorded") == theirs.table.get("recorded"))
    )


def _addresses(trios: Sequence[Trio], side: str) -> set[str]:
    found = (_address(getattr(trio, side)) for trio in trios)
    return {address for address in found if address}


def _address(block: Block | None) -> str | None:
    """The address of a document, as two desks may both have copied it."""
    if block is None or block.name != "document":
        return None
    address = block.value("address")
    return address.strip().removesuffix("/") if address else None


def _looks(block: Block) -> list[tuple[str, str]]:
    looks = [("title", _said(block, "title"))]
    wording, paragraph = _said(block, "wording"), _said(block, "paragraph")
    if wording and paragraph:
        looks.append((paragraph, wording))
    return [look for look in looks if look[1]]


def _said(block: Block, key: str) -> str:
    return " ".join((block.value(key) or "").casefold().split())
