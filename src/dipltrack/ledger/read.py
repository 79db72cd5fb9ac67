"""Reads a ledger: its folder, its settings and the file of each meeting."""

import os
import re
from collections.abc import Collection, Iterator
from errno import ELOOP
from pathlib import Path
from stat import S_ISREG
from typing import Any

from dipltrack.ledger.contents import Ledger, MeetingFile
from dipltrack.ledger.keys import MEETING_TABLES, SETTINGS_TABLES
from dipltrack.ledger.tables import entries_of
from dipltrack.model.conventions import Conventions
from dipltrack.model.fault import Fault, Severity
from dipltrack.model.reminder import MailServer
from dipltrack.model.settings import Default, Settings

SETTINGS = "dipltrack.toml"
FIRMNESS = "firmness.toml"
"""The ledger's own list of words for firmness, beside the settings."""
KEPT = "kept"
"""The folder of kept copies."""
REMINDERS = "reminders"
"""The folder of the log of reminders, a file a year."""
NO_MEETINGS = frozenset({KEPT, REMINDERS})
"""The folders in which no file of a meeting is looked for."""

LARGEST = 2**30
"""Bytes of a file that are read: a million updates of one item have a third of it."""

_OWN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[a-z]?\.toml")
_COPY = (
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2}[a-z]?)"
    r"( [0-9]+|-[A-Z0-9]+(-[A-Z0-9]+)+|[ ._(-].*conflict.*)\.toml"
    r"|(?P<name>.+?)( \([0-9]+\)| - copy.*| copy( [0-9]+)?| \(.*conflicted copy.*|"
    r"[._-](sync-)?conflict-[0-9].*)\.toml"
)
"""How cloud drives and desktops name copies: a number, a machine's name, "conflicted copy"."""


def read_ledger(root: Path) -> Ledger:
    """The whole ledger in that folder, with the faults of shape of every file.

    Raises OSError where its settings cannot be read. Faults are in the order of files and lines.
    """
    settings, faults = read_settings(root)
    files: list[MeetingFile] = []
    partial: list[MeetingFile] = []
    for path in meeting_paths(root):
        file, found = read_file(root, path)
        faults += found
        if file is not None:
            (files if file.whole else partial).append(file)
    faults += stray_files(root)
    return Ledger(
        root=root,
        settings=settings,
        files=tuple(files),
        partial=tuple(partial),
        faults=tuple(sorted(faults)),
    )


def meeting_paths(root: Path) -> list[str]:
    """The files of meetings, exactly one folder deep, in the order of their names."""
    return sorted(
        f"{folder.name}/{file.name}"
        for folder in root.iterdir()
        if folder.is_dir() and not folder.name.startswith(".") and folder.name not in NO_MEETINGS
        for file in folder.glob("*.toml")
        if not file.name.startswith(".") and not _waits_for_ever(file)
    )


def _waits_for_ever(path: Path) -> bool:
    """True for a pipe, a socket or a device: who opens one may wait for ever."""
    return path.exists() and not path.is_file() and not path.is_dir()


def stray_files(root: Path) -> list[Fault]:
    """Warnings of TOML files that lie where no meeting is looked for, or are not called as one.

    No link is followed, for one may lead anywhere, and no hidden folder is looked into.
    """
    found: list[str] = []
    for folder, inner, names in os.walk(root):
        inner[:] = [name for name in inner if not name.startswith(".")]
        place = Path(folder).relative_to(root)
        if place == Path():
            inner[:] = [name for name in inner if name != KEPT]
        for name in names:
            path = (place / name).as_posix()
            if name.lower().endswith(".toml") and not name.startswith(".") and not _is_read(path):
                found.append(path)
    mend = "move it into the folder of its partner: TR/2017-12-28.toml"
    return [
        Fault(path, 0, "it is not read here", mend, Severity.WARNING) for path in sorted(found)
    ]


def _is_read(path: str) -> bool:
    """True for the path of a file that the ledger looks for."""
    depth = path.count("/")
    return path in {SETTINGS, FIRMNESS} if depth == 0 else depth == 1 and path.endswith(".toml")


def read_file(
    root: Path, path: str, only: Collection[str] | None = None
) -> tuple[MeetingFile | None, list[Fault]]:
    """The meeting's file at that path of the ledger, as `file_of` gives it."""
    data = read_bytes(root, path)
    return (None, [data]) if isinstance(data, Fault) else file_of(data, path, only)


def read_bytes(root: Path, path: str) -> bytes | Fault:
    """The bytes of a meeting's file, or the error that keeps it from being read."""
    if copy := copied_from(path):
        mend = f"compare it with {copy}, keep what is missing there and remove it"
        return Fault(path, 0, "it looks like a copy that a shared drive made", mend)
    try:
        return bytes_of(root, path)
    except FileNotFoundError:
        return Fault(path, 0, "it went away while it was read", "ask again")


def bytes_of(root: Path, path: str) -> bytes | Fault:
    """The bytes of any file of the ledger, or the error that keeps it from being read.

    No link is followed out of the ledger, and what is no file is not opened. Raises
    FileNotFoundError.
    """
    if not _is_plain(root, path) and (fault := _no_file(root, path)):
        return fault
    try:
        with open(f"{root}/{path}", "rb", buffering=0) as file:  # noqa: PTH123 - of thousands
            if os.fstat(file.fileno()).st_size <= LARGEST:
                return file.readall()
    except FileNotFoundError:
        raise
    except OSError as error:
        mend = "give yourself the right to read it"
        return Fault(path, 0, f"it cannot be read: {error.strerror}", mend)
    wrong = f"it has more than {LARGEST >> 20} MB, and no file of a ledger fills so much"
    return Fault(path, 0, wrong, "move what is no part of the ledger out of it")


def _is_plain(root: Path, path: str) -> bool:
    """True for a file that lies in the ledger and is no link: nearly all are, and soon told to be."""
    try:
        is_file = S_ISREG(os.lstat(f"{root}/{path}").st_mode)
    except OSError:
        return False
    folder = path.partition("/")[0]
    return is_file and not os.path.islink(f"{root}/{folder}")  # noqa: PTH114 - a stat


def _no_file(root: Path, path: str) -> Fault | None:
    """What keeps the name from being that of a file to read, if anything does."""
    if (root / path).is_symlink() and not (root / path).exists():
        return Fault(path, 0, "it is a link that leads nowhere", "remove it")
    if leads_out(root, path):
        return Fault(path, 0, "it is a link that leads out of the ledger", "remove it")
    if _waits_for_ever(root / path):
        return Fault(path, 0, "it is a pipe or a device, and no file", "remove it")
    if (root / path).is_dir():
        return Fault(path, 0, "it is a folder, and no file", "give it a name without .toml")
    return None


def leads_out(root: Path, path: str) -> bool:
    """True where the file, or its folder, is a link to somewhere else than the ledger."""
    file, folder = f"{root}/{path}", f"{root}/{path.partition('/')[0]}"
    if not (os.path.islink(file) or os.path.islink(folder)):  # noqa: PTH114 - a stat each
        return False
    return not Path(file).resolve().is_relative_to(root.resolve())


def stay_inside(root: Path, path: str) -> None:
    """Raises OSError where the file, or its folder, is a link out of the ledger: ask before a write."""
    if leads_out(root, path):
        raise OSError(ELOOP, "it leads out of the ledger: remove the link", str(root / path))


def file_of(
    data: bytes, path: str, only: Collection[str] | None = None
) -> tuple[MeetingFile | None, list[Fault]]:
    """The meeting's file that the bytes are, and the faults of its shape.

    With an error it is not `whole`, and None where not even the meeting could be read. What is
    about other items than those of the refs in `only` may be left out.
    """
    entries, faults = entries_of(data, path, MEETING_TABLES, only)
    if entries is None or not any(entries["meeting"]):
        return None, faults
    whole = not any(fault.is_error for fault in faults)
    return MeetingFile(
        path=path,
        meeting=entries["meeting"][0],
        documents=_those_read(entries["document"]),
        commitments=_those_read(entries["commitment"]),
        records=_those_read(entries["record"]),
        updates=_those_read(entries["update"]),
        whole=whole,
        unread=frozenset() if whole else frozenset(_unread(entries)),
    ), faults


def _those_read(entries: list[Any]) -> tuple[Any, ...]:
    return tuple(filter(None, entries))


def _unread(entries: dict[str, list[Any]]) -> Iterator[tuple[str, int]]:
    for table, listed in entries.items():
        for number, entry in enumerate(listed):
            if entry is None:
                yield table, number


def read_settings(root: Path) -> tuple[Settings, list[Fault]]:
    """The settings of the ledger, of two bodies, dossiers or events of a name the later.

    Raises BrokenSettingsError where they cannot be read: nothing can be asked without them.
    """
    data = bytes_of(root, SETTINGS)
    if isinstance(data, Fault):
        raise BrokenSettingsError([data])
    entries, faults = entries_of(data, SETTINGS, SETTINGS_TABLES)
    if entries is None or any(fault.is_error for fault in faults):
        raise BrokenSettingsError(faults)
    return Settings(
        ledger=entries["ledger"][0],
        conventions=entries["conventions"][0] if entries["conventions"] else Conventions(),
        default=entries["default"][0] if entries["default"] else Default(),
        bodies=_last_of_each_name(entries["body"]),
        dossiers=_last_of_each_name(entries["dossier"]),
        events=_last_of_each_name(entries["event"]),
        rules=tuple(entries["rule"]),
        mail=entries["mail"][0] if entries["mail"] else MailServer(),
    ), faults


class BrokenSettingsError(Exception):
    """`dipltrack.toml` cannot be read: its faults."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(str(fault) for fault in faults if fault.is_error))
        self.faults = faults


def copied_from(path: str) -> str | None:
    """The file that this one looks like a copy of, as cloud drives and desktops name copies.

    >>> copied_from("TR/2017-12-28 (1).toml"), copied_from("TR/2017-12-28b.toml")
    ('TR/2017-12-28.toml', None)
    """
    folder, _, name = path.rpartition("/")
    found = None if _OWN.fullmatch(name) else re.fullmatch(_COPY, name, re.IGNORECASE)
    return f"{folder}/{found['day'] or found['name']}.toml" if found else None


def _last_of_each_name(entries: list[Any]) -> tuple[Any, ...]:
    return tuple({entry.name: entry for entry in entries}.values())
