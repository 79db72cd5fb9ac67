"""Three versions of one file -> one: what both sides added is there, once.

The result hangs on the three texts alone, whichever side is called ours: both desks get the same
bytes. What only one side touched stays as it was written, comments and unknown keys included.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from dipltrack.ledger.merge.blocks import Block, blocks_of, plain, text_of
from dipltrack.ledger.merge.entry import Conflict, Merging, Side, merged_entry, name_of
from dipltrack.ledger.merge.matching import Trio, moment_of, trios_of
from dipltrack.ledger.merge.renaming import Renaming, renamed
from dipltrack.ledger.merge.settling import SIDES, Settled, settled
from dipltrack.ledger.merge.uniting import alike, are_two_meetings, with_documents_united
from dipltrack.ledger.tables import SCHEMA
from dipltrack.ledger.toml import BOM


class UnreadableSideError(Exception):
    """A version of the file that is no TOML, or of a newer schema: it cannot be merged by meaning."""


class TwoMeetingsError(Exception):
    """Each side filed another meeting under this path: one of them needs another letter."""


class Merged(Struct, frozen=True):
    """The merged bytes, what the officer is told, and what only an officer can decide.

    With conflicts the text holds both values between marks, and is no TOML. `renamings` say how
    what each version (base, ours, theirs) called so is called now.
    """

    data: bytes
    told: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    renamings: Mapping[str, Renaming] = field(default_factory=dict)


def merged_file(
    base: bytes | None, ours: bytes, theirs: bytes, keep: Side | None = None
) -> Merged:
    """The file that holds what both sides entered since the base, which may not exist.

    `keep` settles every real conflict for one side. Raises UnreadableSideError, TwoMeetingsError.
    """
    if ours == theirs:
        return Merged(ours)
    if base is not None and base in {ours, theirs}:
        changed, still = (ours, "theirs") if theirs == base else (theirs, "ours")
        moved = _moved_since(base, changed)
        return Merged(changed, renamings=dict.fromkeys(("base", still), moved) if moved else {})
    versions = [_blocks(one) for one in (base, ours, theirs)]
    if base is None:
        versions[0] = _common(versions[1], versions[2])
    trios = trios_of(*versions)
    if are_two_meetings(trios):
        raise TwoMeetingsError
    found = settled(with_documents_united(trios))
    merging = Merging(keep)
    _tell_of_names(found, merging)
    rewritten = [_rewritten(trio, found) for trio in found.trios]
    blocks = _in_order(rewritten, merging)
    for first, second in alike(rewritten):
        merging.told.append(_look(first.any, second.any))
    data = _as_bytes(text_of(blocks), base, ours, theirs)
    return Merged(
        data,
        tuple(merging.told),
        tuple(merging.conflicts),
        found.renamings,
    )


def _moved_since(base: bytes, changed: bytes) -> Renaming:
    """What one side has already moved: links of the other side to it must follow."""
    if b"was" not in changed:
        return Renaming()
    old = _blocks(base)
    return settled(trios_of(old, old, _blocks(changed))).renamings["base"]


def _blocks(data: bytes | None) -> list[Block]:
    if data is None:
        return []
    try:
        blocks = blocks_of(plain(data))
    except (ValueError, RecursionError) as error:
        raise UnreadableSideError(str(error)) from None
    schema = blocks[0].table.get("schema")
    if isinstance(schema, int) and schema > SCHEMA:
        message = f"schema = {schema} is newer than this program, which knows {SCHEMA}"
        raise UnreadableSideError(message)
    return blocks


def _common(ours: Sequence[Block], theirs: Sequence[Block]) -> list[Block]:
    """What both begin with: where nothing is known of the past, it is older than the rest."""
    common = []
    for one, other in zip(ours, theirs, strict=False):
        if one.text != other.text:
            break
        common.append(one)
    return common


def _rewritten(trio: Trio, found: Settled) -> Trio:
    """The trio with all that its versions refer to under the name that it has in the end."""
    versions = (getattr(trio, side) for side in SIDES)
    return Trio(
        *(
            None if block is None else renamed(block, found.renamings[side])
            for side, block in zip(SIDES, versions, strict=True)
        )
    )


def _in_order(trios: Sequence[Trio], merging: Merging) -> list[Block]:
    """What the base has, in its order; then what was added, as it was entered."""
    old: list[tuple[Trio, Block]] = []
    new: list[tuple[Trio, Block]] = []
    for trio in trios:
        block = merged_entry(trio, merging)
        if block is not None:
            (old if trio.base is not None or not block.name else new).append((trio, block))
    new.sort(key=lambda pair: (not pair[1].single, moment_of(pair[1]), pair[1].bare))
    top = [block for _, block in old if not block.name]
    rest = [block for _, block in old if block.name]
    return [*top, *rest, *(_set_apart(block) for _, block in new)]


def _set_apart(block: Block) -> Block:
    """The block below a blank line."""
    return block if block.text.startswith("\n") else replace(block, text=f"\n{block.text}")


def _tell_of_names(found: Settled, merging: Merging) -> None:
    for moved in found.moved:
        title, by = moved.block.value("title"), moved.block.value("by")
        named = f" “{title}”" if title else ""
        whose = f" of {by}" if by else ""
        why = (
            f"the other desk filed it as {moved.new}"
            if moved.united
            else f"the other desk used {moved.old} too"
        )
        merging.told.append(f"{moved.old}{named}{whose} is {moved.new} now: {why}")


def _look(first: Block, second: Block) -> str:
    one, other = name_of(first), name_of(second)
    title = second.value("title") or ""
    return (
        f"{other} “{title}” looks like {one}: if it is the same, "
        f"dipltrack strike {other} --same-as {one}"
    )


def _as_bytes(text: str, base: bytes | None, ours: bytes, theirs: bytes) -> bytes:
    """The text in the line ends, and with the mark, that both sides have; else as the base."""
    sides = (ours, theirs)
    newline = _agreed([b"\r\n" in side for side in sides], base is not None and b"\r\n" in base)
    marked = _agreed(
        [side.startswith(BOM.encode()) for side in sides],
        base is not None and base.startswith(BOM.encode()),
    )
    data = text.encode()
    data = data.replace(b"\n", b"\r\n") if newline else data
    return BOM.encode() + data if marked else data


def _agreed(sides: Sequence[bool], base: bool) -> bool:  # noqa: FBT001
    return sides[0] if sides[0] == sides[1] else base
