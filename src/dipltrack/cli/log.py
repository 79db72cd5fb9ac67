"""`dipltrack log`: what was entered, by whom, when, across the ledger."""

from itertools import islice
from typing import Annotated, TypedDict

import typer

from dipltrack.cli import completion
from dipltrack.cli.delivery import Delivery, delivery_of
from dipltrack.cli.json_answer import show_json
from dipltrack.cli.options import (
    AnyFormat,
    Dossier,
    Everything,
    Limit,
    Out,
    Partner,
    days_typed,
    names_of,
)
from dipltrack.cli.output import leave_if_broken, report_of
from dipltrack.cli.session import Session, on_terminal
from dipltrack.register.entries import EntriesWanted
from dipltrack.reports.blocks import Report
from dipltrack.reports.log import commit_blocks, log_blocks
from dipltrack.reports.machine import document_of, entry_of

app = typer.Typer()


@app.command("log")
def log(
    ctx: typer.Context,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DAY", help="Entered on this day or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DAY", help="Entered on this day or before.")
    ] = None,
    by: Annotated[
        list[str] | None,
        typer.Option(
            "--by",
            metavar="NAME",
            help="Only by this writer.",
            autocompletion=completion.writers,
        ),
    ] = None,
    partner: Partner = None,
    dossier: Dossier = None,
    ref: Annotated[
        str | None,
        typer.Option(
            "--ref",
            metavar="REF",
            help="An item or a meeting: a ref, or a part of one.",
            autocompletion=completion.items,
        ),
    ] = None,
    git: Annotated[
        bool, typer.Option("--git", help="The commits that brought it here instead.")
    ] = False,
    everything: Everything = False,
    limit: Limit = None,
    form: AnyFormat = None,
    out: Out = None,
) -> None:
    """List what was entered, the newest first; what was taken back is marked, never gone.

    dipltrack log --since 2018-01-29 --by kt
    """
    session: Session = ctx.obj
    goes, view = delivery_of(form, out), session.view()
    if git:
        _log_commits(session, goes, limit, everything=everything)
        return
    first, last = days_typed(session, "--since", since, "--until", until)
    wanted = EntriesWanted(
        since=first,
        until=last,
        by=names_of(by),
        partners=names_of(partner),
        dossiers=names_of(dossier),
        **_about(session, ref),
    )
    most = goes.most(limit, everything=everything)
    fitting = session.register.entries.newest(wanted)
    found = list(fitting if most is None else islice(fitting, most))
    if goes.is_json:
        listed = [
            {
                "table": made.table,
                "file": made.file.path,
                "counts": made.counts,
                **entry_of(made.entry),
            }
            for made in found
        ]
        show_json(document_of(view.as_of, None, entries=listed), goes)
    else:
        more = most is not None and next(fitting, None) is not None

        def report_with(rows: int) -> Report:
            blocks = log_blocks(found[:rows], more=more or rows < len(found))
            return report_of(session, view, "Log", blocks)

        goes.deliver_rows(report_with, len(found), whole=everything or limit is not None)
    leave_if_broken(session.errors)


def _log_commits(session: Session, goes: Delivery, limit: int | None, *, everything: bool) -> None:
    """The commits of the ledger, the newest first."""
    from dipltrack.cli.sharing import repository
    from dipltrack.ledger.git_history import commits_of

    most = goes.most(limit, everything=everything)
    found = list(islice(commits_of(repository(session)), None if most is None else most + 1))
    shown, view = found[:most], session.view()
    if goes.is_json:
        listed = [{name: getattr(one, name) for name in one.__struct_fields__} for one in shown]
        show_json(document_of(view.as_of, None, commits=listed), goes)
        return

    def report_with(rows: int) -> Report:
        rows_of = [(one.moment, one.by, one.summary, one.commit) for one in shown[:rows]]
        blocks = commit_blocks(rows_of, more=rows < len(found))
        return report_of(session, view, "Commits", blocks)

    goes.deliver_rows(report_with, len(shown), whole=everything or limit is not None)


class _About(TypedDict, total=False):
    ref: str
    beginning: str


def _about(session: Session, text: str | None) -> _About:
    """What the ref means: the beginning of a meeting's, or an item's.

    Raises NoMatchError, AmbiguousError.
    """
    if text is None:
        return {}
    beginning = text.strip()
    if beginning and session.register.meetings.beginning(beginning, session.whole_view, 1):
        return {"beginning": beginning}
    found = session.register.item_meant(text, session.whole_view, by_words=on_terminal())
    return {"ref": found.ref}
