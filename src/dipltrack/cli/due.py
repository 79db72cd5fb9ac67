"""`dipltrack due`: the agenda."""

import re
from datetime import timedelta
from typing import Annotated

import typer

from dipltrack.cli.delivery import delivery_of
from dipltrack.cli.exits import ATTENTION
from dipltrack.cli.json_answer import stream_json
from dipltrack.cli.options import (
    AnyFormat,
    AsOf,
    Bom,
    Dossier,
    Everything,
    KnownBy,
    Lead,
    Limit,
    Out,
    Partner,
    Sector,
    names_of,
)
from dipltrack.cli.output import (
    leave_if_broken,
    name_ours,
    name_strange,
    report_of,
)
from dipltrack.cli.session import Session
from dipltrack.cli.usage import WrongUsageError
from dipltrack.register.agenda import Group
from dipltrack.register.question import Question, SortBy
from dipltrack.reports.agenda import agenda_blocks, group_of_item, rows_of
from dipltrack.reports.blocks import Report
from dipltrack.reports.machine import document_of, item_of

app = typer.Typer()


@app.command("due")
def due(
    ctx: typer.Context,
    within: Annotated[
        str, typer.Option("--within", metavar="DAYS", help="How far ahead: 60d, 8w.")
    ] = "60d",
    partner: Partner = None,
    sector: Sector = None,
    dossier: Dossier = None,
    lead: Lead = None,
    everything: Everything = False,
    limit: Limit = None,
    attention: Annotated[
        bool, typer.Option("--exit-code", help="Exit 1 where something is overdue or due soon.")
    ] = False,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    form: AnyFormat = None,
    out: Out = None,
    bom: Bom = False,
) -> None:
    """The agenda of open commitments: overdue, due soon, in window, coming up, no date.

    dipltrack due --within 90d
    """
    session: Session = ctx.obj
    goes, view = delivery_of(form, out, bom=bom), session.view(as_of, known_by)
    span = _span(within)
    question = Question(
        partners=names_of(partner),
        sectors=names_of(sector),
        dossiers=names_of(dossier),
        leads=names_of(lead),
        open_only=True,
    )
    register, most = session.register, goes.most(limit, everything=everything)
    agenda = register.agenda(question, view, span, 0 if goes.is_json else most)
    if goes.is_json:
        found = register.stream(question, view, SortBy.LATEST, limit)
        items = (
            {**item_of(one), "group": group_of_item(one, view.as_of, span).value} for one in found
        )
        stream_json(document_of(view.as_of, view.known_by), "items", items, goes)
    else:
        narrowed = any((partner, sector, dossier, lead))

        def report_with(rows: int) -> Report:
            blocks = agenda_blocks(agenda, span, rows, narrowed=narrowed)
            return report_of(session, view, "Agenda", blocks)

        goes.deliver_rows(report_with, rows_of(agenda), whole=everything or limit is not None)
    name_strange(agenda.strange)
    name_ours(session, question.partners)
    leave_if_broken(agenda.errors)
    if attention and (agenda.counts[Group.OVERDUE] or agenda.counts[Group.DUE_SOON]):
        raise typer.Exit(ATTENTION)


def _span(text: str) -> timedelta:
    found = re.fullmatch(r"([0-9]{1,4}) ?(d|days?|w|weeks?)?", text.strip().casefold())
    if not found:
        raise WrongUsageError(f'--within "{text}": write days or weeks, as 60d or 8w')
    return timedelta(days=int(found[1]) * (7 if (found[2] or "d").startswith("w") else 1))
