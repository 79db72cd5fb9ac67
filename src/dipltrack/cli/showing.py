"""`dipltrack show`: one commitment whole, or the story of a dossier."""

from typing import Annotated

import typer

from dipltrack.cli import completion
from dipltrack.cli.delivery import delivery_of
from dipltrack.cli.json_answer import show_json
from dipltrack.cli.options import AnyFormat, AsOf, KnownBy, Out
from dipltrack.cli.output import leave_if_broken, report_of
from dipltrack.cli.reminded import reminded_of
from dipltrack.cli.session import Session
from dipltrack.register.question import Question
from dipltrack.reports.dossier import dossier_blocks
from dipltrack.reports.item import item_blocks
from dipltrack.reports.machine import document_of, entry_of, whole_item_of

app = typer.Typer()


@app.command("show")
def show_(
    ctx: typer.Context,
    ref: Annotated[
        str,
        typer.Argument(
            metavar="REF",
            help="Its ref, a part of it, words of its title; or a dossier.",
            autocompletion=completion.items_and_dossiers,
        ),
    ],
    everything: Annotated[
        bool, typer.Option("--all", help="Of a dossier, each time that something was said.")
    ] = False,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    form: AnyFormat = None,
    out: Out = None,
) -> None:
    """Show one commitment whole: words, window, roles, history, evidence; or a dossier.

    dipltrack show "security dialogue"; dipltrack show EPA
    """
    session: Session = ctx.obj
    goes, view = delivery_of(form, out), session.view(as_of, known_by)
    register = session.register
    if name := register.dossier_named(ref):
        answer = register.ask(Question(dossiers=(name,), each=True), view)
        items = answer.standings
        if goes.is_json:
            listed = [whole_item_of(standing) for standing in items]
            show_json(document_of(view.as_of, view.known_by, dossier=name, items=listed), goes)
        else:
            dossier = next((d for d in session.settings.dossiers if d.name == name), None)
            goes.deliver(
                report_of(
                    session, view, name, dossier_blocks(name, dossier, items, each=everything)
                )
            )
        leave_if_broken(answer.errors)
        return
    standing = register.item_meant(ref, view)
    reminded, missing = reminded_of(session, view, standing)
    if goes.is_json:
        listed = [entry_of(one) for one in reminded]
        whole = {**whole_item_of(standing), "reminders": listed}
        show_json(document_of(view.as_of, view.known_by, **whole), goes)
    else:
        title = f"{standing.ref}  {standing.item.title}"
        blocks = item_blocks(standing, session.settings.bodies, reminded)
        goes.deliver(report_of(session, view, title, blocks))
    leave_if_broken((*register.errors(view), *missing))
