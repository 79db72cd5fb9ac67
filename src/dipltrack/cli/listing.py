"""`dipltrack list`: commitments as of a day."""

from typing import Annotated

import typer

from dipltrack.cli import completion, filters
from dipltrack.cli.delivery import delivery_of
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
    days_typed,
    names_of,
    word_of,
    words_of,
)
from dipltrack.cli.output import (
    leave_if_broken,
    name_ours,
    name_strange,
    report_of,
)
from dipltrack.cli.session import Session
from dipltrack.model.vocabulary import Firmness, Kind, NextMove, Status, Timeliness
from dipltrack.register.question import Question, SortBy
from dipltrack.reports.blocks import Report
from dipltrack.reports.items import ColumnName, items_blocks
from dipltrack.reports.machine import document_of, item_of

app = typer.Typer()


@app.command("list")
def list_(
    ctx: typer.Context,
    words: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]…", help="Only those that hold all.")
    ] = None,
    partner: Partner = None,
    meeting: filters.Meetings = None,
    sector: Sector = None,
    dossier: Dossier = None,
    lead: Lead = None,
    status: filters.Statuses = None,
    timeliness: filters.Timeliness = None,
    firmness: filters.Firmness = None,
    kind: filters.Kinds = None,
    voice: filters.Voices = None,
    next_move: filters.NextMoves = None,
    promised: filters.Promised = False,
    also_said: filters.AlsoSaid = False,
    text: filters.Words = None,
    due_from: filters.DueFrom = None,
    due_to: filters.DueTo = None,
    open_: filters.Open = False,
    closed: filters.Closed = False,
    everything: Everything = False,
    limit: Limit = None,
    sort: filters.Sort = "ref",
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--columns",
            metavar="NAMES",
            help="ref,title,when,…",
            autocompletion=completion.words_of(list(ColumnName)),
        ),
    ] = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    form: AnyFormat = None,
    out: Out = None,
    bom: Bom = False,
) -> None:
    """List commitments, open and closed, as of a day.

    WORDS are looked for, in any letters, in title, wording, other records, stated time, dossier,
    sector, bodies, the meeting's title and place, notes, reasons, steps, decisions and evidence.

    dipltrack list --partner TR --open --sort latest
    """
    session: Session = ctx.obj
    goes, view = delivery_of(form, out, bom=bom), session.view(as_of, known_by)
    first, last = days_typed(session, "--due-from", due_from, "--due-to", due_to)
    question = Question(
        partners=names_of(partner),
        meetings=names_of(meeting),
        sectors=names_of(sector),
        dossiers=names_of(dossier),
        leads=names_of(lead),
        statuses=words_of(Status, status, "--status"),
        timeliness=words_of(Timeliness, timeliness, "--timeliness"),
        firmness=words_of(Firmness, firmness, "--firmness"),
        kinds=words_of(Kind, kind, "--kind"),
        voices=names_of(voice),
        next_moves=words_of(NextMove, next_move, "--next-move"),
        promised=filters.one_of("--promised", promised, "--also-said", also_said),
        open_only=filters.one_of("--open", open_, "--closed", closed),
        text=" ".join([*words, text or ""]) if words else text,
        each=everything,
        due_from=first,
        due_to=last,
    )
    names = words_of(ColumnName, columns, "--columns")
    order, register = word_of(SortBy, sort, "--sort"), session.register
    if goes.is_json:
        found = register.stream(question, view, order, limit)
        stream_json(document_of(view.as_of, view.known_by), "items", map(item_of, found), goes)
        strange, errors = register.strange(question, view), register.errors(view)
    else:
        answer = register.ask(question, view, order, goes.most(limit, everything=everything))

        def report_with(rows: int) -> Report:
            shown, more = answer.standings[:rows], answer.count - rows
            blocks = items_blocks(shown, more, names, answer.said_again)
            return report_of(session, view, "Commitments", blocks)

        whole = everything or limit is not None
        goes.deliver_rows(report_with, len(answer.standings), whole=whole)
        strange, errors = answer.strange, answer.errors
    name_strange(strange)
    name_ours(session, question.partners)
    if question.leads:
        from dipltrack.cli.names import tell_passed

        tell_passed(session, question.leads, view.as_of)
    leave_if_broken(errors)
