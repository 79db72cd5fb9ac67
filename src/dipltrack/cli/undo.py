"""`dipltrack undo`: take entries back, by others that say that they were wrong."""

import shlex
from collections import defaultdict
from collections.abc import Sequence
from datetime import timedelta
from typing import Annotated

import typer

from dipltrack.cli import completion
from dipltrack.cli.filing import file_entries, just, warn_of_others
from dipltrack.cli.options import clean
from dipltrack.cli.output import say
from dipltrack.cli.prompt import agreed
from dipltrack.cli.session import Session, on_terminal, writer
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.append import Tables
from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.read import SETTINGS
from dipltrack.model.commitment import Commitment
from dipltrack.model.meeting import Meeting
from dipltrack.model.settings import Body, Dossier
from dipltrack.model.update import Update
from dipltrack.register.corrections import is_undo
from dipltrack.register.entries import EntriesWanted, Made
from dipltrack.reports.history import what_of

app = typer.Typer()
ONE_COMMAND = timedelta(milliseconds=50)
"""What one command writes bears its one moment, a millisecond more for each entry of a file."""
_MANY = 3
"""Entries that are taken back without a question, and lines of them that are shown with one."""


@app.command("undo")
def undo(
    ctx: typer.Context,
    id_: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]",
            help="Its id; else your last command's.",
            autocompletion=completion.entries,
        ),
    ] = None,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="TEXT", help="Why it was wrong.")
    ] = None,
) -> None:
    """Take back what your last command entered, or one entry by its id. Nothing is deleted.

    An item that is taken back is struck: in no list, still shown by show; so are the items of a
    meeting that is taken back. Where that is much, a terminal asks first.
    """
    session: Session = ctx.obj
    why, by = clean(reason, "--reason"), writer(session.root)

    def chosen() -> list[Made]:
        return [_by_id(session, id_)] if id_ else _last_command(session, by)

    before = chosen()
    agreed_to = not id_ and (_goes_on(session, before, by) or _is_much(before, by))
    with session.writing() as stamp:
        session.register.catch_up()
        taken = chosen()  # once more, for another may have been faster
        if agreed_to and _ids(taken) != _ids(before):
            raise WrongUsageError("the ledger has changed meanwhile: nothing was taken back")
        by_file: dict[str, list[Made]] = defaultdict(list)
        for made in taken:
            by_file[made.file.path].append(made)
        for path, ones in by_file.items():
            file_entries(session, path, just(_undoing(session, ones, why)), stamp)
            for made in ones:
                say(f"taken back: {described(made)}")
            say(f"  file    {session.root / path}")
    warn_of_others(session, taken[0].file.path)


def _ids(taken: Sequence[Made]) -> list[tuple[str, str | None]]:
    return [(made.file.path, made.entry.id) for made in taken]


def _undoing(session: Session, taken: Sequence[Made], reason: str | None) -> Tables:
    """The entries that take others back: of an update about its item, else about the entry itself."""
    return [
        (
            "update",
            Update(
                of=made.of or "" if isinstance(made.entry, Update) else made.entry.id or "",
                date=session.today,
                corrects=made.entry.id,
                reason=reason,
            ),
        )
        for made in taken
    ]


def _by_id(session: Session, wanted: str) -> Made:
    found = list(session.register.entries.of_id(wanted.strip().upper()))
    if not found:
        raise WrongUsageError(f'there is no entry "{wanted}": dipltrack show REF tells the ids')
    if len(found) > 1:
        files = ", ".join(made.file.path for made in found)
        raise WrongUsageError(f"{wanted} is an id in several files: {files}; edit one by hand")
    if not found[0].counts:
        raise WrongUsageError(f"{wanted} was taken back already")
    return found[0]


def _last_command(session: Session, by: str) -> list[Made]:
    """What your last command entered and still counts, undoings left aside, the last first."""
    own: list[Made] = []
    for made in session.register.entries.newest(EntriesWanted(by=(by,))):
        if own and made.moment() < own[0].moment() - ONE_COMMAND.total_seconds():
            break
        if made.counts and made.entry.recorded and not made.is_undo:
            own.append(made)
    if not own:
        raise WrongUsageError(f"there is no entry by {by}: dipltrack undo ID takes back another's")
    return own


def _goes_on(session: Session, taken: Sequence[Made], by: str) -> bool:
    """True where your last command registered a body or a dossier, and the entry before it is meant.

    Those are replaced by a later one of the name, never taken back; on a terminal the officer may
    go on to the entry before, elsewhere WrongUsageError is raised.
    """
    settings = session.settings
    last = max(made.moment() for made in taken)
    registered: list[Body | Dossier] = [*settings.bodies, *settings.dossiers]
    later = [
        (named.recorded, named)
        for named in registered
        if named.by == by and named.recorded is not None and named.recorded.timestamp() > last
    ]
    if not later:
        return False
    named = max(later, key=lambda pair: pair[0])[1]
    table = "body" if isinstance(named, Body) else "dossier"
    told = (
        f"your last command registered {named.name}, which dipltrack {table} add "
        f"{shlex.quote(named.name)} mends, with the right values"
    )
    if on_terminal():
        say(told)
        if agreed(f"Take back the entry before it: {described(taken[0])}", default=False):
            return True
        raise WrongUsageError("nothing was taken back")
    raise WrongUsageError(
        f"{told}; to remove it edit {session.root / SETTINGS} by hand; "
        f"dipltrack undo {taken[0].entry.id} takes back the entry before it"
    )


def _is_much(taken: Sequence[Made], by: str) -> bool:
    """True where more goes than an officer may think of, and is meant to go.

    That are many entries of one command, as of a review, and the items of a meeting that were not
    filed with it. On a terminal the officer is asked; elsewhere WrongUsageError is raised where an
    item is another's.
    """
    ids = {made.entry.id for made in taken}
    meetings = [made for made in taken if isinstance(made.entry, Meeting)]
    along = [item for made in meetings for item in made.file.commitments if item.id not in ids]
    others = sorted({item.by for item in along if item.by and item.by != by})
    if not on_terminal():
        if others:
            raise WrongUsageError(
                f"{meetings[0].about} holds items of {', '.join(others)}, which would go with it: "
                f"dipltrack undo {meetings[0].entry.id} takes it back with them"
            )
        return False
    if len(taken) <= _MANY and not along:
        return False
    one = len(taken) == 1
    say(f"your last command made {'this entry' if one else f'these {len(taken):,} entries'}:")
    for made in reversed(taken[-_MANY:]):
        say(f"  {described(made)}")
    if len(taken) > _MANY:
        say(f"  … and {len(taken) - _MANY} more; dipltrack undo ID takes back one alone")
    if others:
        say(f"  items of {', '.join(others)} go with it")
    if not agreed("Take all of it back", default=False):
        raise WrongUsageError("nothing was taken back")
    return True


def described(made: Made) -> str:
    """The entry in a line: what it is, of what, when it was made; how many items go with it."""
    entry = made.entry
    when = f", entered {entry.recorded:%Y-%m-%d %H:%M}" if entry.recorded else ""
    return f"{entry.id}, {made.about}: {_what(made.file, entry)}{when}"


def _what(file: MeetingFile, entry: object) -> str:
    match entry:
        case Update():
            what = "struck" if is_undo(entry) else what_of(entry)
            return f"{what} on {entry.date}"
        case Meeting():
            count = len(file.commitments)
            with_it = f" with its {count} item{'' if count == 1 else 's'}" if count else ""
            return f"meeting, {entry.title}{with_it}"
        case Commitment():
            return f"commitment, {entry.title}"
        case _:
            name = getattr(entry, "name", None) or getattr(entry, "document", None)
            return f"{type(entry).__name__.lower()}, {name}"
