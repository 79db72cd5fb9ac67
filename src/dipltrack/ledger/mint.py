"""New names under the lock: ids of entries, refs of meetings and items, moments of entry."""

import hashlib
import re
import secrets
from collections.abc import Callable, Collection, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from dipltrack.ledger.contents import MeetingFile
from dipltrack.model.entry import Entry
from dipltrack.model.ref import ItemRef, MeetingRef

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Base 32 of Crockford: no I, L, O, U, which are read or heard wrongly."""

E = TypeVar("E", bound=Entry)
_MILLISECOND = timedelta(milliseconds=1)
_LAST = datetime(9999, 12, 30, tzinfo=UTC)
_REF = re.compile(rb"^[ \t]*ref[ \t]*=[ \t]*[\"']([A-Z0-9+]+-[0-9]{8}[a-z]?)[\"']", re.MULTILINE)


class Stamp(Struct, frozen=True, kw_only=True):
    """Who writes, and when; `seed` makes the ids predictable, for tests and docs."""

    by: str
    now: datetime
    seed: str | None = None


def stamped(
    entries: Iterable[tuple[str, Entry]],
    stamp: Stamp,
    present: Iterable[Entry],
) -> list[tuple[str, Entry]]:
    """The entries of the tables with id, recorded and by, each after every one already there."""
    present = list(present)
    taken = {entry.id for entry in present if entry.id}
    moments = (entry.recorded for entry in present if entry.recorded)
    return stamped_after(entries, stamp, taken, moments)


def stamped_after(
    entries: Iterable[tuple[str, Entry]],
    stamp: Stamp,
    taken: set[str],
    moments: Iterable[datetime],
) -> list[tuple[str, Entry]]:
    """As `stamped`, by the ids and the moments of what is already there; `taken` grows."""
    last = max(filter(can_be_after, moments), default=None)
    result = []
    for table, entry in entries:
        moment = _moment_after(stamp.now, last)
        new = _new_id(taken, stamp.seed)
        taken.add(new)
        last = moment
        result.append((table, replace(entry, id=new, recorded=moment, by=stamp.by)))
    return result


def next_item_ref(file: MeetingFile) -> str:
    """The ref of the next item of the meeting; the number of a struck one is not used again.

    Nor is one that a merge gave to another item.
    """
    refs = (ItemRef.of(ref) for item in file.commitments for ref in (item.ref, *item.was))
    own = (ref for ref in refs if ref and str(ref.meeting) == file.meeting.ref)
    highest = max((ref.number for ref in own), default=0)
    return f"{file.meeting.ref}-{highest + 1}"


def next_meeting_ref(
    root: Path, ref: MeetingRef, known: Collection[str] = frozenset()
) -> MeetingRef:
    """The ref of a new meeting: with the first letter that no meeting of that day has taken.

    `known` are the refs that the ledger was seen to hold, wherever; the partner's own folder is
    looked through once more, under the lock, for the ref inside decides, not the file's name.
    """
    folder = root / ref.partner
    taken = {*known} | {
        found.decode()
        for file in folder.glob("*.toml")
        if file.is_file()
        for found in _REF.findall(file.read_bytes())
    }
    return free_meeting_ref(root, ref, taken)


def free_meeting_ref(root: Path, ref: MeetingRef, taken: Collection[str]) -> MeetingRef:
    """The ref with the first letter that is not taken and whose file is not there either.

    Raises NoRefLeftError.
    """
    for letter in ("", *"bcdefghijklmnopqrstuvwxyz"):
        new = replace(ref, letter=letter)
        if str(new) not in taken and not (root / new.path).exists():
            return new
    raise NoRefLeftError(ref)


class NoRefLeftError(Exception):
    """26 meetings of one day with one partner are filed already."""

    def __init__(self, ref: MeetingRef) -> None:
        super().__init__(f"{ref} and its 25 letters are all taken")


def can_be_after(moment: datetime) -> bool:
    """True where there is a moment after it: not on the last day that a calendar has.

    Nobody entered anything then, and nothing could be entered after it.
    """
    return moment < _LAST


def _moment_after(now: datetime, last: datetime | None) -> datetime:
    moment = _to_the_millisecond(now)
    if last is None or moment > last:
        return moment
    return _to_the_millisecond(last.astimezone(now.tzinfo)) + _MILLISECOND


def _to_the_millisecond(moment: datetime) -> datetime:
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def new_ids(taken: Collection[str], seed: str | None, count: int) -> list[str]:
    """So many ids that no entry of the file has taken; by the seed, where there is one."""
    ids: list[str] = []
    for _ in range(count):
        ids.append(_new_id({*taken, *ids}, seed))
    return ids


def _new_id(taken: Collection[str], seed: str | None) -> str:
    choose: Callable[[int], str] = _random_id if seed is None else _Seeded(seed)
    return next(
        new
        for attempt in range(len(taken), len(taken) + 10**6)
        if (new := choose(attempt)) not in taken
    )


def _random_id(_: int) -> str:
    return "".join(ALPHABET[byte % 32] for byte in secrets.token_bytes(8))


class _Seeded(Struct, frozen=True):
    seed: str

    def __call__(self, attempt: int) -> str:
        digest = hashlib.sha256(f"{self.seed} {attempt}".encode()).digest()
        return "".join(ALPHABET[byte % 32] for byte in digest[:8])
