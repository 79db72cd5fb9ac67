"""`dipltrack edit`: a file in the officer's own editor, on a copy, checked before it counts."""

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from dipltrack.cli import completion
from dipltrack.cli.exits import CONFLICT
from dipltrack.cli.output import say, warn
from dipltrack.cli.prompt import agreed
from dipltrack.cli.session import Session, on_terminal
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.edit import EditConflictError, joined, with_stamps
from dipltrack.ledger.lock import LockedError
from dipltrack.ledger.mint import Stamp
from dipltrack.ledger.read import file_of
from dipltrack.ledger.replace import ChangedMeanwhileError, read_seen, replace_file
from dipltrack.model.fault import Fault
from dipltrack.register.meaning import error_faults
from dipltrack.register.unmatched import NoMatchError

app = typer.Typer()


@app.command("edit")
def edit(
    ctx: typer.Context,
    ref: Annotated[
        str,
        typer.Argument(
            metavar="REF", help="An item or a meeting.", autocompletion=completion.items
        ),
    ],
) -> None:
    """Open the file of an item or a meeting in $EDITOR, on a copy; check it before it counts.

    Tables without id, recorded and by get them. What others appended meanwhile is kept.
    """
    session: Session = ctx.obj
    session.refuse_example()  # before anybody types into it
    path = _path_of(session, ref)
    seen = read_seen(session.root / path)
    with tempfile.TemporaryDirectory(prefix="dipltrack-") as folder:
        copy = Path(folder) / Path(path).name
        copy.write_bytes(seen.data)
        open_in_editor(copy)
        edited = _checked(session, path, seen.data, copy)
        if edited == seen.data:
            say(f"{path}: nothing was changed")
            return
        try:
            _take_over(session, path, seen.data, edited)
        except (LockedError, ChangedMeanwhileError):
            warn(f"your text is kept in {_kept(session, path, edited)}")
            raise
    say(f"{path}: changed")


def _path_of(session: Session, ref: str) -> str:
    try:
        return session.register.meetings.meant(ref, session.whole_view).path
    except NoMatchError:
        return session.register.item_meant(ref, session.whole_view).path


def has_editor() -> bool:
    """True where the officer has said which editor is theirs."""
    return bool(os.environ.get("VISUAL") or os.environ.get("EDITOR"))


def open_in_editor(copy: Path) -> None:
    """Waits for the editor. Raises WrongUsageError where there is none or it fails."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    command = shlex.split(editor)
    if not command or shutil.which(command[0]) is None:
        raise WrongUsageError(f"there is no editor {editor}: set EDITOR to yours")
    done = subprocess.run([*command, str(copy)], check=False)  # noqa: S603 - the officer's own
    if done.returncode:
        raise WrongUsageError(f"{editor} ended with {done.returncode}: nothing was changed")


def _checked(session: Session, path: str, before: bytes, copy: Path) -> bytes:
    """The edited bytes once they are sound; on a terminal the editor opens again until they are."""
    while True:
        data = copy.read_bytes()
        errors = _new_errors(session, path, before, data)
        if not errors:
            return data
        _name(errors)
        if not (on_terminal() and agreed("Edit it again", default=True)):
            kept = _kept(session, path, data)
            raise WrongUsageError(f"{path} stays as it was; your text is kept in {kept}")
        open_in_editor(copy)


def _new_errors(session: Session, path: str, before: bytes, data: bytes) -> list[Fault]:
    """The errors of shape, and those of meaning that the file has not already.

    Who mends one of several faults must be let; who makes a new one is told before it counts.
    """
    file, faults = file_of(data, path)
    errors = [fault for fault in faults if fault.is_error]
    if errors or file is None:
        return errors
    known = session.register.known()
    if not (now := error_faults(file, data, known)):
        return []
    was, _ = file_of(before, path)
    old = {(fault.wrong, fault.mend) for fault in error_faults(was, before, known)} if was else ()
    return [fault for fault in now if (fault.wrong, fault.mend) not in old]


def _name(faults: Sequence[Fault]) -> None:
    for fault in faults:
        warn(str(fault))


def _take_over(session: Session, path: str, base: bytes, edited: bytes) -> None:
    with session.writing() as stamp:
        seen = read_seen(session.root / path)
        try:
            data = joined(base, _stamped(edited, stamp), seen.data)
        except EditConflictError as error:
            kept = _kept(session, path, edited)
            warn(f"{path} was changed meanwhile: {error}; your text is kept in {kept}")
            raise typer.Exit(CONFLICT) from None
        errors = _new_errors(session, path, seen.data, data)
        if errors:
            _name(errors)
            kept = _kept(session, path, edited)
            raise WrongUsageError(f"{path} stays as it was; your text is kept in {kept}")
        replace_file(session.root / path, data, seen)


def _stamped(edited: bytes, stamp: Stamp) -> bytes:
    return with_stamps(edited.decode(), stamp).encode()


def _kept(session: Session, path: str, data: bytes) -> Path:
    """Keeps a text that did not get into the ledger, beside the lock."""
    kept = session.root / ".dipltrack" / f"edited-{path.replace('/', '-')}"
    kept.parent.mkdir(exist_ok=True)
    kept.write_bytes(data)
    return kept
