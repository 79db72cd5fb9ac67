"""`dipltrack list`: commitments as of a day."""

from typing import Annotated

import typer

from dipltrack.cli import completion
from dipltrack.cli.delivery import delivery_of
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
    stream_json,
)
from dipltrack.cli.session import Session
from dipltrack.cli.usage import WrongUsageError
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
    meeting: Annotated[
        list[str] | None,
        typer.Option(
            "--meeting",
            "-m",
            metavar="REF",
            help="Only of it.",
            autocompletion=completion.meetings,
        ),
    ] = None,
    sector: Sector = None,
    dossier: Dossier = None,
    lead: Lead = None,
    status: Annotated[
        list[str] | None,
        typer.Option(
            "--status",
            metavar="WORD",
            help="no-report, fulfilled, …",
            autocompletion=completion.statuses,
        ),
    ] = None,
    timeliness: Annotated[
        list[str] | None,
        typer.Option(
            "--timeliness",
            metavar="WORD",
            help="overdue, late, …",
            autocompletion=completion.timeliness,
        ),
    ] = None,
    firmness: Annotated[
        list[str] | None,
        typer.Option(
            "--firmness",
            metavar="WORD",
            help="agreement, plan, …",
            autocompletion=completion.firmness,
        ),
    ] = None,
    kind: Annotated[
        list[str] | None,
        typer.Option(
            "--kind",
            metavar="WORD",
            help="one-off, continuing, …",
            autocompletion=completion.kinds,
        ),
    ] = None,
    voice: Annotated[
        list[str] | None,
        typer.Option(
            "--voice",
            metavar="WORD",
            help="joint, ours, theirs.",
            autocompletion=completion.voices,
        ),
    ] = None,
    next_move: Annotated[
        list[str] | None,
        typer.Option(
            "--next-move",
            metavar="WORD",
            help="ours, theirs, …",
            autocompletion=completion.next_moves,
        ),
    ] = None,
    promised: Annotated[bool, typer.Option("--promised", help="Only promises.")] = False,
    also_said: Annotated[
        bool, typer.Option("--also-said", help="Only what was also said, not promised.")
    ] = False,
    text: Annotated[
        str | None, typer.Option("--text", metavar="WORDS", help="The same as WORDS.")
    ] = None,
    due_from: Annotated[
        str | None, typer.Option("--due-from", metavar="DAY", help="Window ends on it or later.")
    ] = None,
    due_to: Annotated[
        str | None, typer.Option("--due-to", metavar="DAY", help="Window begins by this day.")
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Only open ones.")] = False,
    closed: Annotated[bool, typer.Option("--closed", help="Only closed ones.")] = False,
    everything: Everything = False,
    limit: Limit = None,
    sort: Annotated[
        str,
        typer.Option(
            "--sort",
            metavar="WORD",
            help="ref, latest, rag, status, updated, …",
            autocompletion=completion.words_of(list(SortBy)),
        ),
    ] = "ref",
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
        promised=_one_of("--promised", promised, "--also-said", also_said),
        open_only=_one_of("--open", open_, "--closed", closed),
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
    leave_if_broken(errors)


def _one_of(option: str, wanted: bool, other: str, other_wanted: bool) -> bool | None:
    """True for the first, False for the other, None for neither. Raises WrongUsageError for both."""
    if wanted and other_wanted:
        raise WrongUsageError(f"write {option} or {other}, not both: without them all are listed")
    return wanted if wanted or other_wanted else None
