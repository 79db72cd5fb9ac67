"""A meeting under another ref -> its file, with all that refers to it and to its items."""

from collections.abc import Mapping

from msgspec import Struct

from dipltrack.ledger.merge.blocks import Block, blocks_of, plain, text_of
from dipltrack.ledger.merge.matching import Trio
from dipltrack.ledger.merge.renaming import Renaming, renamed
from dipltrack.ledger.merge.settling import called
from dipltrack.ledger.toml import BOM
from dipltrack.model.ref import MeetingRef


class Headed(Struct, frozen=True):
    """A version of a meeting's file with the block of its meeting; None where it cannot be read."""

    path: str
    data: bytes
    meeting: Block | None = None
    items: tuple[str, ...] = ()

    @property
    def id(self) -> str | None:
        """The id of the meeting."""
        return self.meeting.value("id") if self.meeting else None

    @property
    def ref(self) -> str | None:
        """The ref of the meeting."""
        return self.meeting.value("ref") if self.meeting else None


def headed(path: str, data: bytes) -> Headed:
    """The file with its meeting and the refs of its items."""
    try:
        blocks = blocks_of(plain(data))
    except (ValueError, RecursionError):
        return Headed(path, data)
    meeting = next((block for block in blocks if block.name == "meeting"), None)
    items = (block.value("ref") for block in blocks if block.name == "commitment")
    return Headed(path, data, meeting, tuple(ref for ref in items if ref))


def names_under(file: Headed, new: str) -> Mapping[str, str]:
    """How the meeting and its items are called where the meeting is called so."""
    old = file.ref
    if old is None or old == new:
        return {}
    names = {old: new}
    for ref in file.items:
        meeting, _, number = ref.rpartition("-")
        if meeting == old:
            names[ref] = f"{new}-{number}"
    return names


def relettered(file: Headed, own: Mapping[str, str], links: Mapping[str, str]) -> bytes:
    """The file with its own meeting and items, and all that it links to, under their new refs.

    The old ones of its own are kept as `was`.
    """
    if not any(old.encode() in file.data for old in (*own, *links)):
        return file.data
    try:
        blocks = blocks_of(plain(file.data))
    except (ValueError, RecursionError):
        return file.data
    new = [renamed(_under(block, own), Renaming(links)) for block in blocks]
    return file.data if new == blocks else _as(file.data, new)


def relinked(data: bytes, names: Mapping[str, str]) -> bytes:
    """The file with its links to what is called otherwise now; its own refs stay."""
    return relettered(Headed("", data), {}, names)


def _under(block: Block, names: Mapping[str, str]) -> Block:
    new = names.get(block.value("ref") or "")
    if new is None or block.name not in {"meeting", "commitment"}:
        return block
    return called(Trio(ours=block), block.value("id"), new).ours or block


def _as(data: bytes, blocks: list[Block]) -> bytes:
    new = text_of(blocks).encode()
    new = new.replace(b"\n", b"\r\n") if b"\r\n" in data else new
    mark = BOM.encode()
    return mark + new if data.startswith(mark) else new


def next_letter(ref: str, known: set[str]) -> str:
    """The ref with the first letter that no meeting of that day has or ever had."""
    meeting = MeetingRef.of(ref)
    if meeting is None:
        return ref
    letters = ("", *"bcdefghijklmnopqrstuvwxyz")
    refs = (str(MeetingRef(meeting.partner, meeting.day, letter)) for letter in letters)
    return next((new for new in refs if new not in known), ref)
