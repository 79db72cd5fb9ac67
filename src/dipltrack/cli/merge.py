"""`dipltrack merge`: a copy of the ledger that came by other ways; and what git calls for a file."""

from pathlib import Path
from typing import Annotated

import typer

from dipltrack.cli.exits import ATTENTION, BROKEN, CONFLICT
from dipltrack.cli.output import say, warn
from dipltrack.cli.session import Session
from dipltrack.cli.sharing import Keep, news_in, side_of, tell
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.merge.file import TwoMeetingsError, UnreadableSideError, merged_file
from dipltrack.ledger.merge.ledger import MergedLedger, merged_ledger
from dipltrack.ledger.read import FIRMNESS, SETTINGS, bytes_of, meeting_paths
from dipltrack.ledger.reminders import log_paths
from dipltrack.ledger.replace import write_file
from dipltrack.model.fault import Fault

app = typer.Typer()


@app.command("merge")
def merge(
    ctx: typer.Context,
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="The other ledger.")],
    keep: Annotated[
        Keep | None,
        typer.Option("--keep", help="Whose word counts where both have the same thing otherwise."),
    ] = None,
) -> None:
    """Take in what another copy of this ledger has and this one lacks; the copy stays as it is.

    dipltrack merge /media/stick/desk

    Nothing is known of what both grew from, so that every difference within one entry is a
    conflict, and what was removed on one side comes back.
    """
    session: Session = ctx.obj
    other = _other(session, folder)
    with session.writing():
        ours, theirs = _files(session.root), _files(other)
        same = {path for path in ours if ours[path] == theirs.get(path)}
        merged = merged_ledger(
            {},
            {path: data for path, data in ours.items() if path not in same},
            {path: data for path, data in theirs.items() if path not in same},
            keep=side_of(keep),
            taken=_refs(session),
        )
        _refuse(merged)
        kept = _take_copies(session.root, other)
        changed = {path: data for path, data in merged.files.items() if data != ours.get(path)}
        _write(session, ours, changed)
    new = {path: data for path, data in merged.files.items() if data is not None}
    news = news_in(ours, new)
    if any(news):
        tell("in", news)
    for line in dict.fromkeys(merged.told):
        say(line)
    if kept:
        say(f"in   {kept} kept {'copy' if kept == 1 else 'copies'}")
    if not any(news) and not kept:
        say("nothing is new" if not changed else "no entry is new")


@app.command("merge-driver")
def merge_driver(
    base: Annotated[Path, typer.Argument(metavar="%O", help="What both grew from.")],
    ours: Annotated[Path, typer.Argument(metavar="%A", help="Ours; the result is put there.")],
    theirs: Annotated[Path, typer.Argument(metavar="%B", help="Theirs.")],
    path: Annotated[str, typer.Argument(metavar="%P", help="The name of the file.")],
) -> None:
    """What git calls to join two versions of a file by meaning; `sync` sets it up.

    Exit 1 where it leaves something to an officer: dipltrack sync finishes the merge.
    """
    old = base.read_bytes()
    try:
        merged = merged_file(old or None, ours.read_bytes(), theirs.read_bytes())
    except UnreadableSideError as error:
        warn(f"{path} cannot be joined: {error}")
        raise typer.Exit(ATTENTION) from None
    except TwoMeetingsError:
        warn(f"{path}: each side filed another meeting there: dipltrack sync gives one a letter")
        raise typer.Exit(ATTENTION) from None
    for line in merged.told:
        warn(f"{path}: {line}")
    ours.write_bytes(merged.data)
    for conflict in merged.conflicts:
        warn(f"{path}: {conflict}")
    if merged.conflicts:
        raise typer.Exit(ATTENTION)


def _other(session: Session, folder: str) -> Path:
    other = Path(folder).expanduser()
    if not (other / SETTINGS).is_file():
        raise WrongUsageError(f"{folder} holds no {SETTINGS}: name the folder of a ledger")
    if other.resolve() == session.root.resolve():
        raise WrongUsageError(f"{folder} is this ledger itself")
    return other


def _files(root: Path) -> dict[str, bytes]:
    """The settings, the words and the meetings' files of a ledger; links are not followed.

    Leaves with exit 3 where one cannot be read: a join that lacks it would look whole.
    """
    paths = [name for name in (SETTINGS, FIRMNESS) if (root / name).is_file()]
    paths += (*meeting_paths(root), *log_paths(root))
    read = {path: bytes_of(root, path) for path in paths if not _is_link(root, path)}
    faults = [data for data in read.values() if isinstance(data, Fault)]
    for fault in faults:
        warn(f"{root}/{fault}")
    if faults:
        warn("nothing was written: mend it first")
        raise typer.Exit(BROKEN)
    return {path: data for path, data in read.items() if not isinstance(data, Fault)}


def _is_link(root: Path, path: str) -> bool:
    return any((root / part).is_symlink() for part in (path, path.partition("/")[0]))


def _refs(session: Session) -> set[str]:
    first_file_of = session.register.known().first_file_of
    return {ref for ref in first_file_of if ref.count("-") == 1}


def _refuse(merged: MergedLedger) -> None:
    """Leaves where something cannot be joined: nothing is written then."""
    for path, why in merged.unreadable:
        warn(f"{path} cannot be joined: {why}")
    for path, conflict in merged.conflicts:
        warn(f"{path}: {conflict}")
    if merged.unreadable:
        warn("nothing was written: mend it first")
        raise typer.Exit(BROKEN)
    if merged.conflicts:
        warn(
            "nothing was written: dipltrack merge --keep ours or --keep theirs says whose word counts"
        )
        raise typer.Exit(CONFLICT)


def _take_copies(root: Path, other: Path) -> int:
    """Copies the kept files that are not here yet; how many."""
    from dipltrack.ledger.kept import take_copies

    return take_copies(root, other)


def _write(session: Session, ours: dict[str, bytes], changed: dict[str, bytes | None]) -> None:
    """Writes what changed: first what is new, so that nothing is ever nowhere."""
    for path, data in changed.items():
        if data is not None:
            write_file(session.root / path, data)
    for path, data in changed.items():
        if data is None and path in ours:
            (session.root / path).unlink()
