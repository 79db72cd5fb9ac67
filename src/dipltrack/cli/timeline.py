"""`dipltrack timeline`: windows and facts drawn over the months."""

from typing import Annotated

import typer
from msgspec.structs import replace

from dipltrack.cli.copying import Audience, asked_of, deliver, items_of, seen_by
from dipltrack.cli.delivery import delivery_of
from dipltrack.cli.options import (
    AnyFormat,
    AsOf,
    Dossier,
    Everything,
    KnownBy,
    Lead,
    Limit,
    Out,
    Partner,
    Sector,
)
from dipltrack.cli.session import Session
from dipltrack.cli.usage import WrongUsageError
from dipltrack.model.vocabulary import Handling

app = typer.Typer()


@app.command("timeline")
def timeline(
    ctx: typer.Context,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DAY", help="Draw from this day on.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--to", metavar="DAY", help="Draw up to this day.")
    ] = None,
    partner: Partner = None,
    sector: Sector = None,
    dossier: Dossier = None,
    lead: Lead = None,
    open_: Annotated[bool, typer.Option("--open", help="Only open ones.")] = False,
    audience: Audience = "internal",
    everything: Everything = False,
    limit: Limit = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    form: AnyFormat = None,
    out: Out = None,
) -> None:
    """Draw the windows of commitments, first and in force, and what was done, over the months.

    dipltrack timeline --dossier EPA --from 2017-01-01 --to 2019-12-31
    """
    from dipltrack.reports.timeline import Frame, copy_of_timeline, timeline_blocks

    session: Session = ctx.obj
    goes = delivery_of(form, out)
    asked = asked_of(session, partner, sector, dossier, lead, audience, as_of, known_by)
    asked = replace(asked, question=replace(asked.question, open_only=True if open_ else None))
    frame = Frame(
        day=asked.view.as_of,
        first=session.day("--from", first),
        last=session.day("--to", last),
        most=goes.most(limit, everything=everything),
    )
    if frame.first and frame.last and frame.first > frame.last:
        raise WrongUsageError("--from lies after --to: write the earlier day first")
    items = items_of(asked)
    if asked.audience is Handling.INTERNAL:
        blocks = timeline_blocks(items, frame)
    else:
        blocks = copy_of_timeline([copy for _, copy in seen_by(items, asked)], frame)
    deliver(asked, "timeline", "Timeline", blocks, goes)
