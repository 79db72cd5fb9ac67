"""`dipltrack schema`: which schema the files have, and their way to the newest."""

from pathlib import Path
from typing import Annotated

import typer

from dipltrack.cli.exits import BROKEN
from dipltrack.cli.output import say, warn
from dipltrack.cli.session import Session
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.schema_steps import STEPS, Schemas, raise_file, schemas_in
from dipltrack.ledger.tables import SCHEMA

app = typer.Typer()


@app.command("schema")
def schema(
    ctx: typer.Context,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")
    ] = False,
    backup: Annotated[
        str | None,
        typer.Option("--backup", metavar="DIR", help="Where the old files are copied first."),
    ] = None,
) -> None:
    """Say which schema the files have, and raise older ones to the newest.

    The old files are copied to DIR first. A file of a newer schema than this program knows is
    neither read nor written: install a newer dipltrack.
    """
    session: Session = ctx.obj
    found = schemas_in(session.root)
    count = found.current + len(found.old) + len(found.new)
    if not (found.old or found.new or found.unread):
        say(f"schema {SCHEMA}, the newest: all of {count} files; nothing to do")
        return
    for path, number in found.old.items():
        say(f"{path}: schema {number}{' would be' if dry_run else ' is'} raised to {SCHEMA}")
    if found.old and not dry_run:
        _raise(session, found, backup)
    for path, number in found.new.items():
        warn(
            f"{path}: schema {number} is newer than this program, which knows {SCHEMA}: it is left "
            f"as it is; install a newer dipltrack"
        )
    for path in found.unread:
        warn(f"{path}: its schema cannot be read: dipltrack check tells why")
    if found.new or found.unread:
        raise typer.Exit(BROKEN)


def _raise(session: Session, found: Schemas, backup: str | None) -> None:
    missing = sorted({number for number in found.old.values() if number not in STEPS})
    if missing:
        raise WrongUsageError(
            f"there is no way from schema {missing[0]} to {SCHEMA}: write schema = {SCHEMA}, and "
            f"dipltrack check tells what does not fit"
        )
    if backup is None:
        raise WrongUsageError("--backup DIR is needed: the old files are copied there first")
    with session.writing():
        for path, number in found.old.items():
            raise_file(session.root, path, number, Path(backup).expanduser())
