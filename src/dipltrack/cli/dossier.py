"""`dipltrack dossier`: the matters that a minister is briefed on."""

from typing import Annotated

import typer

from dipltrack.cli import completion
from dipltrack.cli.delivery import delivery_of
from dipltrack.cli.json_answer import show_json
from dipltrack.cli.names import settle_bodies
from dipltrack.cli.options import AnyFormat, Out, clean
from dipltrack.cli.output import report_of, say
from dipltrack.cli.session import Session
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.append import append_to_settings
from dipltrack.ledger.read import SETTINGS
from dipltrack.ledger.table import table_of
from dipltrack.model.settings import Dossier
from dipltrack.reports.machine import document_of, plain
from dipltrack.reports.meetings import dossiers_blocks

app = typer.Typer()


@app.command("add")
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Short name: EPA.")],
    title: Annotated[str | None, typer.Option("--title", help="Its whole name.")] = None,
    lead: Annotated[
        str | None,
        typer.Option(
            "--lead",
            metavar="BODY",
            help="Body that carries it.",
            autocompletion=completion.bodies,
        ),
    ] = None,
) -> None:
    """Register a dossier; a later one of the same name replaces the earlier.

    dipltrack dossier add EPA --title "Economic Partnership Agreement" --lead ME1
    """
    session: Session = ctx.obj
    cleaned = clean(name, "the name of the dossier")
    if not cleaned:
        raise WrongUsageError("the name of the dossier is empty: write one such as EPA")
    dossier = Dossier(name=cleaned, title=clean(title, "--title"), lead=clean(lead, "--lead"))
    settle_bodies(session, "lead", [dossier.lead] if dossier.lead else [])
    with session.writing() as stamp:
        append_to_settings(session.root, lambda _: [("dossier", dossier)], stamp)
    say(f"{dossier.name}  {dossier.title or ''}".rstrip())
    say(f"  file    {session.root / SETTINGS}")


@app.command("list")
def list_(ctx: typer.Context, form: AnyFormat = None, out: Out = None) -> None:
    """List the dossiers."""
    session: Session = ctx.obj
    view = session.view()
    dossiers = session.settings.dossiers
    goes = delivery_of(form, out)
    if goes.is_json:
        listed = [plain(table_of(dossier)) for dossier in dossiers]
        show_json(document_of(view.as_of, None, dossiers=listed), goes)
    else:
        goes.deliver(report_of(session, view, "Dossiers", dossiers_blocks(dossiers)))
