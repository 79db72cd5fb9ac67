"""Kept copies: files that lie beside the ledger under the SHA-256 of what they hold."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.flaw import Flaw
from dipltrack.ledger.read import KEPT, stay_inside
from dipltrack.ledger.replace import create_file
from dipltrack.model.fault import Severity

_HASH = re.compile(r"[0-9a-f]{64}")


def keep(root: Path, source: Path) -> str:
    """Copies the file beside the ledger; the SHA-256 of what it holds, in hexadecimal.

    The copy has that name and the file's own ending. The same file kept twice lies there once.
    Raises OSError.
    """
    data = source.read_bytes()
    name = hashlib.sha256(data).hexdigest()
    if not list((root / KEPT).glob(f"{name}*")):
        stay_inside(root, f"{KEPT}/{name}")
        create_file(root / KEPT / f"{name}{source.suffix.lower()}", data)
    return name


def take_copies(root: Path, other: Path) -> int:
    """Copies the kept files of another ledger that this one lacks; how many. Raises OSError.

    What does not hold what its name says is left where it is, and so are links.
    """
    taken = 0
    stay_inside(root, f"{KEPT}/")
    for file in sorted((other / KEPT).glob("*")):
        name = file.name.partition(".")[0]
        if file.is_symlink() or not file.is_file() or not _HASH.fullmatch(name):
            continue
        if not list((root / KEPT).glob(f"{name}*")):
            data = file.read_bytes()
            if hashlib.sha256(data).hexdigest() == name:
                create_file(root / KEPT / file.name, data)
                taken += 1
    return taken


def kept_flaws(root: Path, file: MeetingFile) -> Iterator[Flaw]:
    """Warnings of kept copies that are missing or hold something else than they did."""
    named = [("document", index, "kept", one.kept) for index, one in enumerate(file.documents)]
    named += [
        ("update", index, "evidence", evidence.kept)
        for index, update in enumerate(file.updates)
        for evidence in update.evidence
    ]
    for table, index, key, name in named:
        if name and (told := _told(root, name)):
            yield Flaw(
                table=table,
                index=index,
                key=key,
                wrong=told[0],
                mend=told[1],
                severity=Severity.WARNING,
            )


def _told(root: Path, name: str) -> tuple[str, str] | None:
    """What is wrong with a kept copy, and the mend, or None."""
    if not _HASH.fullmatch(name):
        return f'kept = "{name[:20]}" is no SHA-256', "dipltrack note REF --keep FILE makes one"
    found = [
        file for file in (root / KEPT).glob(f"{name}*") if file.is_file() and not file.is_symlink()
    ]
    short = f"{name[:12]}…"
    if not found:
        return f"the kept copy {short} is missing", f"put it back into {KEPT}/"
    if hashlib.sha256(found[0].read_bytes()).hexdigest() != name:
        return f"the kept copy {short} was changed", f"put the old {KEPT}/{found[0].name} back"
    return None
