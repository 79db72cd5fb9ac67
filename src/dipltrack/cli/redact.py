"""`dipltrack redact`: what must not be in the ledger is replaced by a note that it was there."""

import re
from typing import Annotated

import typer

from dipltrack.cli.filing import refuse_if_broken
from dipltrack.cli.options import clean
from dipltrack.cli.output import say
from dipltrack.cli.session import Session
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.read import file_of
from dipltrack.ledger.redact import files_with, redacted
from dipltrack.ledger.replace import read_seen, replace_file

app = typer.Typer()

_ID = re.compile(r"[0-9A-Z]{8}")

_STEPS = (
    "The text is out of the file, not yet out of what is older than it:",
    "  1. dipltrack sync sends the removal to the others; each of them syncs once.",
    (
        "  2. Old commits still hold it, and the messages of sync may: git log -S TEXT and "
        "git log --grep TEXT find them."
    ),
    (
        "  3. git clone --no-local ADDRESS NEW; in NEW git filter-repo --replace-text FILE "
        "--replace-message FILE, with a line TEXT==>removed in FILE."
    ),
    (
        "  4. In NEW git push --force ADDRESS BRANCH, for filter-repo (a program of its own) forgets "
        "the address."
    ),
    (
        "  5. New clones everywhere: sync of an old one refuses, so that nothing comes back, and "
        "says how merge takes in what it has alone."
    ),
    (
        "  6. Other copies: the service for git (ask it to collect garbage), backups, sticks, mails, "
        "the others' caches (dipltrack in their cache folder)."
    ),
)
"""What is left to do, a line a step."""


@app.command("redact")
def redact(
    ctx: typer.Context,
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of the entry: log shows it.")],
    reason: Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why it is removed.")],
    meeting: Annotated[
        str | None,
        typer.Option("--meeting", "-m", metavar="REF", help="Where two files have that id."),
    ] = None,
) -> None:
    """Replace the text of one entry by a note that it was removed, by whom and why.

    dipltrack redact 7Q2M9KXD --reason "Classified: registry number 17-204 stands for it"

    The one command that rewrites. Id, days and links stay; git's history is yours to clean.
    """
    session: Session = ctx.obj
    why, new = clean(reason, "--reason"), id_.strip().upper()
    if why is None:
        raise WrongUsageError("--reason is empty: say why it is removed")
    with session.writing() as stamp:
        path = _path_of(session, new, meeting)
        refuse_if_broken(session, path)
        day = stamp.now.date()
        seen = read_seen(session.root / path)
        note = f"removed on {day} by {stamp.by}"
        data = redacted(seen.data, path, new, note, f"{note}: {why}")
        replace_file(session.root / path, data, seen)
        session.remove_index()
    file, _ = file_of(data, path)
    kept = {e.kept for u in (file.updates if file else ()) if u.id == new for e in u.evidence}
    say(f"{new}: {note}")
    say(f"  file    {session.root / path}")
    for name in sorted(filter(None, kept)):
        say(f"  kept    a copy lies in kept/{name}: remove it too where it must not be there")
    for line in _STEPS:
        say(line)


def _path_of(session: Session, new: str, meeting: str | None) -> str:
    """The file of the entry. Raises WrongUsageError."""
    if not _ID.fullmatch(new):
        raise WrongUsageError(f'"{new}" is no id: dipltrack log shows that of each entry')
    paths = files_with(session.root, new)
    if meeting is not None:
        held = session.register.meetings.meant(meeting, session.whole_view)
        paths = [path for path in paths if path == held.path]
    if not paths:
        raise WrongUsageError(f"there is no entry {new}: dipltrack log shows the id of each")
    if len(paths) > 1:
        raise WrongUsageError(f"{new} is an id in {' and '.join(paths)}: --meeting REF names one")
    return paths[0]
