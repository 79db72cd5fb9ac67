"""Every fault of every meeting's file: each is read once, and judged on all processors.

What needs the whole ledger, as a ref that stands in two files, is asked in the end, and only of
the files in which it may be amiss.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, tzinfo
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.kept import kept_flaws
from dipltrack.ledger.read import file_of, meeting_paths, read_bytes
from dipltrack.ledger.tables import located
from dipltrack.model.fault import Fault
from dipltrack.model.settings import Settings
from dipltrack.register.doubtful import links_back, links_of, links_on
from dipltrack.register.judged import Judged, Known
from dipltrack.register.meaning import flaws_alone, flaws_in_ledger
from dipltrack.register.spreading import chunks_of, spread

Report = Callable[[int, int], None]
"""Is told how many files are read, of how many."""


class Checked(Struct, frozen=True, kw_only=True):
    """The faults of all meetings' files, and how much was read without an error of its shape.

    `known` is what the files know of each other, for others to be held against.
    """

    faults: list[Fault]
    known: Known
    meetings: int
    items: int
    updates: int


class _File(Struct, frozen=True, kw_only=True):
    """A file that was judged alone: its faults, and what the rest of the ledger is asked about it.

    `refs` are those of its meeting and its items, `on` is the day of the meeting; `links` are what
    its entries point at, `back` what must not be of a later meeting, `chained` its links by key,
    from and to. Of one that could not even be
    read in part nothing of that is known.
    """

    path: str
    faults: tuple[Fault, ...]
    whole: bool = False
    on: date | None = None
    refs: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    chained: tuple[tuple[str, str, str], ...] = ()
    items: int = 0
    updates: int = 0


def checked(
    root: Path, settings: Settings, timezone: tzinfo | None, report: Report = lambda *_: None
) -> Checked:
    """What is amiss in the files of meetings of the ledger, in no order.

    The time zone, the ledger's or None for the machine's, tells the day on which an entry was made.
    """
    alone = Known(
        bodies=tuple(body.name for body in settings.bodies),
        dossiers=tuple(dossier.name for dossier in settings.dossiers),
        first_file_of={},
        timezone=timezone,
    )
    paths = meeting_paths(root)
    files: list[_File] = []
    for file in spread(partial(_judged_alone, root, alone), chunks_of(paths)):
        files.append(file)
        report(len(files), len(paths))
    known = _known_of(files, alone)
    faults = [fault for file in files for fault in file.faults]
    for file in files:
        if _may_clash(file, known):
            faults += _clashes(root, file.path, known)
    whole = [file for file in files if file.whole]
    return Checked(
        faults=faults,
        known=known,
        meetings=len(whole),
        items=sum(file.items for file in whole),
        updates=sum(file.updates for file in whole),
    )


def _judged_alone(root: Path, alone: Known, paths: Sequence[str]) -> list[_File]:
    return [_judged(root, alone, path) for path in paths]


def _judged(root: Path, alone: Known, path: str) -> _File:
    data = read_bytes(root, path)
    if isinstance(data, Fault):
        return _File(path=path, faults=(data,))
    file, faults = file_of(data, path)
    if file is None:
        return _File(path=path, faults=tuple(faults))
    judged = Judged(file, alone)
    flaws = flaws_alone(judged)
    if file.whole:
        flaws += kept_flaws(root, file)
    if flaws:
        faults += located(data, path, flaws)
    return _File(
        path=path,
        faults=tuple(faults),
        whole=file.whole,
        on=judged.meeting.date,
        refs=_refs_in(file),
        links=tuple(ref for *_, ref in links_of(file)),
        back=tuple(ref for _, _, ref in links_back(judged)),
        chained=tuple((key, of, ref) for _, key, of, ref in links_on(judged)),
        items=len(file.commitments),
        updates=len(file.updates),
    )


def _refs_in(file: MeetingFile) -> tuple[str, ...]:
    return file.meeting.ref, *(item.ref for item in file.commitments)


def _known_of(files: Iterable[_File], alone: Known) -> Known:
    """What the ledger knows; of a ref that stands twice, a file without an error has it first."""
    first_file_of: dict[str, str] = {}
    for file in sorted(files, key=lambda file: not file.whole):
        for ref in file.refs:
            first_file_of.setdefault(ref, file.path)
    return replace(
        alone,
        first_file_of=first_file_of,
        day_of={file.path: file.on for file in files if file.on is not None},
        broken=frozenset(file.path for file in files if not file.whole),
        circling=_circling(files),
    )


def _circling(files: Iterable[_File]) -> dict[str, frozenset[str]]:
    """By their key the refs from which the links lead back to themselves."""
    to: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for file in files:
        for key, of, ref in file.chained:
            to[key][of] = ref
    return {key: frozenset(ref for ref in on if _comes_back(on, ref)) for key, on in to.items()}


def _comes_back(to: Mapping[str, str], ref: str) -> bool:
    at, seen = to.get(ref), set[str]()
    while at is not None and at != ref and at not in seen:
        seen.add(at)
        at = to.get(at)
    return at == ref


def _may_clash(file: _File, known: Known) -> bool:
    """True where a rule that needs the whole ledger may be broken."""
    first, day_of = known.first_file_of, known.day_of
    return (
        len(set(file.refs)) < len(file.refs)
        or any(first[ref] != file.path for ref in file.refs)
        or any(ref not in first for ref in file.links)
        or any(of in known.circling[key] for key, of, _ in file.chained)
        or any(ref in first and file.on and day_of[first[ref]] > file.on for ref in file.back)
    )


def _clashes(root: Path, path: str, known: Known) -> list[Fault]:
    data = read_bytes(root, path)
    file = None if isinstance(data, Fault) else file_of(data, path)[0]
    if isinstance(data, Fault) or file is None:
        return []
    flaws = flaws_in_ledger(Judged(file, known))
    return located(data, path, flaws) if flaws else []
