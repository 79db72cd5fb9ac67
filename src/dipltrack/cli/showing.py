"""`dipltrack show`: one commitment whole."""

from typing import Annotated

import typer

from dipltrack.cli.options import AsOf, Format, KnownBy
from dipltrack.cli.output import is_json, leave_if_broken, show, show_json
from dipltrack.cli.session import Session
from dipltrack.register.ask import ask
from dipltrack.register.question import Question
from dipltrack.register.resolve import item_meant
from dipltrack.reports.item import item_blocks
from dipltrack.reports.machine import document_of, whole_item_of

app = typer.Typer()


@app.command("show")
def show_(
    ctx: typer.Context,
    ref: Annotated[
        str, typer.Argument(metavar="REF", help="Its ref, a part of it, or words of its title.")
    ],
    as_of: AsOf = None,
    known_by: KnownBy = None,
    form: Format = "terminal",
) -> None:
    """Show one commitment whole: words, window, roles, history, evidence.

    dipltrack show "security dialogue"
    """
    session: Session = ctx.obj
    view = session.view(as_of, known_by)
    answer = ask(session.root, Question(struck=True, each=True), view)
    standing = item_meant(answer.standings, ref)
    if is_json(form):
        show_json(document_of(view.as_of, view.known_by, **whole_item_of(standing)))
    else:
        show(session, view, f"{standing.ref}  {standing.item.title}", item_blocks(standing))
    leave_if_broken(answer.errors)
