"""`dipltrack undo`: take an entry back, by another that says that it was wrong."""

from typing import Annotated

import typer

from dipltrack.cli.filing import file_entries, warn_of_others
from dipltrack.cli.options import clean
from dipltrack.cli.output import say
from dipltrack.cli.session import Session, writer
from dipltrack.cli.usage import WrongUsageError
from dipltrack.model.update import Update
from dipltrack.register.ask import ask_entries
from dipltrack.register.entries import Made

app = typer.Typer()


@app.command("undo")
def undo(
    ctx: typer.Context,
    id_: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Its id; else the last one of your own.")
    ] = None,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="TEXT", help="Why it was wrong.")
    ] = None,
) -> None:
    """Take back the last entry of your own, or one by its id. Nothing is deleted.

    An item or a meeting that is taken back is struck: in no list, still shown by show.
    """
    session: Session = ctx.obj
    answer, entries = ask_entries(session.root, session.whole_view)
    made = _by_id(entries, id_) if id_ else _last_own(entries, writer(session.root))
    update = Update(
        of=made.of or "",
        date=session.today,
        corrects=made.entry.id,
        reason=clean(reason, "--reason"),
    )
    with session.writing() as stamp:
        file_entries(session, answer, made.file.path, lambda _: [("update", update)], stamp)
    say(f"taken back: {described(made)}")
    say(f"  file    {session.root / made.file.path}")
    warn_of_others(answer, made.file.path)


def _by_id(entries: list[Made], wanted: str) -> Made:
    found = [made for made in entries if made.entry.id == wanted.strip().upper()]
    if not found:
        raise WrongUsageError(f'there is no entry "{wanted}": dipltrack show REF tells the ids')
    if len(found) > 1:
        files = ", ".join(made.file.path for made in found)
        raise WrongUsageError(f"{wanted} is an id in several files: {files}; edit one by hand")
    if not found[0].counts:
        raise WrongUsageError(f"{wanted} was taken back already")
    return found[0]


def _last_own(entries: list[Made], by: str) -> Made:
    """The last entry that counts and that you made, undoings left aside."""
    own = [
        made
        for made in entries
        if made.counts and made.entry.by == by and made.entry.recorded and not made.is_undo
    ]
    if not own:
        raise WrongUsageError(f"there is no entry by {by}: dipltrack undo ID takes back another's")
    return max(own, key=lambda made: (made.entry.recorded, made.file.path))


def described(made: Made) -> str:
    """The entry in a line: what it is, of what, when it was made."""
    entry = made.entry
    what = getattr(entry, "title", None) or getattr(entry, "name", None)
    if isinstance(entry, Update):
        what = entry.status or entry.timing or "an entry"
        what = f"{what} of {entry.date}"
    when = f", entered {entry.recorded:%Y-%m-%d %H:%M}" if entry.recorded else ""
    return f"{entry.id}, {made.of}: {made.table}, {what}{when}"
