"""`dipltrack ask`: a body is asked how things stand, and the letter to it."""

from datetime import date
from typing import Annotated

import typer
from msgspec.structs import replace

from dipltrack.cli import completion
from dipltrack.cli.entry import Typed, enter
from dipltrack.cli.entry_options import Match, Note, On
from dipltrack.cli.fact import fact_of
from dipltrack.cli.options import names_of
from dipltrack.cli.output import say
from dipltrack.cli.prompt import agreed
from dipltrack.cli.session import Session, on_terminal
from dipltrack.cli.usage import WrongUsageError
from dipltrack.register.question import Question
from dipltrack.register.view import View
from dipltrack.reports.letter import letter_of

app = typer.Typer()
_MANY = 20
"""Items about which a body is asked at once without a question before."""


@app.command("ask")
def ask(
    ctx: typer.Context,
    refs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="REF…", help="The items; several allowed.", autocompletion=completion.items
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="BODY",
            help="Whom.",
            autocompletion=completion.bodies,
        ),
    ] = None,
    lead: Annotated[
        str | None,
        typer.Option(
            "--lead",
            metavar="BODY",
            help="All open items of this lead.",
            autocompletion=completion.bodies,
        ),
    ] = None,
    reply_by: Annotated[
        str | None, typer.Option("--reply-by", metavar="DAY", help="By when to answer.")
    ] = None,
    match: Match = None,
    on: On = None,
    note: Note = None,
) -> None:
    """Enter that a body was asked for a report; with --lead print the letter too.

    dipltrack ask --lead METI --reply-by 2018-02-16
    """
    session: Session = ctx.obj
    whom = to or lead
    if not whom:
        raise WrongUsageError("--to or --lead is needed: who is asked?")
    day = fact_of(session, on).date
    view = replace(session.view(), as_of=day)
    if lead:
        question = Question(leads=names_of(lead), open_only=True)
        standings = session.register.ask(question, view).standings
        refs = [*(refs or []), *(s.ref for s in standings if s.is_chased)]
        if not refs:
            raise WrongUsageError(f"{lead} leads no open item")
        if len(refs) > _MANY and on_terminal():
            about = f"{whom} about {len(refs):,} items, an entry for each"
            if not agreed(f"Ask {about}", default=False):
                raise WrongUsageError("nobody was asked: name the items by their refs, with --to")
    typed = Typed(asked=names_of(whom), reply_by=reply_by, on=on, note=note)
    enter(session, refs, match, typed)
    if lead:
        _print_letter(session, whom, refs or [], view, session.day("--reply-by", reply_by))


def _print_letter(
    session: Session, whom: str, refs: list[str], view: View, reply_by: date | None
) -> None:
    """Prints the letter, of the day on which they were asked."""
    meant = (
        session.register.item_meant(ref, view, by_words=False, by_old_ref=False) for ref in refs
    )
    wanted = [standing for standing in meant if standing.chain.is_newest]
    body = next((b for b in session.settings.bodies if b.name == whom), None)
    say("")
    for line in letter_of(session.settings, body, whom, wanted, view.as_of, reply_by):
        say(line)
