"""`dipltrack remind`: the reminders due, once each; for a scheduler first of all."""

import sys
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from dipltrack.cli import completion
from dipltrack.cli.delivery import delivery_of
from dipltrack.cli.exits import ATTENTION, BROKEN
from dipltrack.cli.json_answer import show_json
from dipltrack.cli.options import (
    AnyFormat,
    AsOf,
    Bom,
    Dossier,
    Everything,
    Lead,
    Limit,
    Out,
    Partner,
    Sector,
    names_of,
    word_of,
)
from dipltrack.cli.output import (
    leave_if_broken,
    name_broken,
    name_strange,
    put,
    report_of,
    say,
    warn,
)
from dipltrack.cli.posting import Post, post_of
from dipltrack.cli.session import Session
from dipltrack.cli.usage import WrongUsageError
from dipltrack.cli.waiting import Waiting, let_rest, log, make_sure_of_room, told_of, waiting_on
from dipltrack.model.vocabulary import Channel, RuleName
from dipltrack.register.question import Question
from dipltrack.register.view import View
from dipltrack.remind.letters import Told
from dipltrack.remind.output import json_of, text_of
from dipltrack.reports.machine import document_of

app = typer.Typer(rich_markup_mode=None, invoke_without_command=True)

FORMATS = (Channel.TEXT, Channel.JSON, Channel.ICS)


@app.callback()
def remind(
    ctx: typer.Context,
    mail: Annotated[
        bool, typer.Option("--mail", help="Mail them to our own posts that are mailed.")
    ] = False,
    drafts: Annotated[
        Path | None,
        typer.Option("--drafts", metavar="DIR", help="Write a draft for everybody else."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would go out; send and log nothing.")
    ] = False,
    attention: Annotated[
        bool, typer.Option("--exit-code", help="Exit 1 where something was due.")
    ] = False,
    form: Annotated[
        str, typer.Option("--format", metavar="text|json|ics", help="How to print.")
    ] = "text",
    smtp: Annotated[
        str | None, typer.Option("--smtp", metavar="HOST:PORT", help="The mail server.")
    ] = None,
    sender: Annotated[
        str | None, typer.Option("--from", metavar="ADDRESS", help="The desk's own address.")
    ] = None,
    encryption: Annotated[
        str | None, typer.Option("--encryption", metavar="WORD", help="starttls, tls or none.")
    ] = None,
    partner: Partner = None,
    sector: Sector = None,
    dossier: Dossier = None,
    lead: Lead = None,
    as_of: AsOf = None,
) -> None:
    """Issue the reminders that are due, each once; the log in the ledger says which were.

    Prints them, or hands them out with --mail and --drafts. Of another day than today it only
    says what would go out. User and password of the server come from DIPLTRACK_SMTP_USER and
    DIPLTRACK_SMTP_PASSWORD alone.

    dipltrack remind; dipltrack remind --mail --drafts drafts
    """
    if ctx.invoked_subcommand is not None:
        return
    session: Session = ctx.obj
    channel = word_of(Channel, form, "--format")
    if channel not in FORMATS:
        raise WrongUsageError(f"--format {form}: there is text, json and ics")
    if channel is Channel.ICS and (mail or drafts is not None):
        raise WrongUsageError("--format ics is printed: leave out --mail and --drafts")
    view = session.view(as_of)
    dry = _is_dry(session, view, dry=dry_run, out=mail or drafts is not None)
    post = post_of(session, smtp, sender, encryption, drafts, mail=mail, dry=dry)
    question = Question(
        partners=names_of(partner),
        sectors=names_of(sector),
        dossiers=names_of(dossier),
        leads=names_of(lead),
    )
    with nullcontext() if dry else session.reminding():
        waiting = waiting_on(session, view, question)
        told = told_of(session, view, waiting, post.ways)
        failed = _issue(session, view, told, channel, post, dry=dry)
        if not dry:
            let_rest(session, view, waiting)
    _say_who_waits(waiting, post)
    if not dry and not post.hands_out and sys.stdout.isatty():
        _say_what_no_mail_repeats(waiting)
    name_strange(session.register.strange(question, view))
    errors = session.register.errors(view)
    name_broken(errors)
    if errors or failed:
        raise typer.Exit(BROKEN)
    if attention and waiting.dues:
        raise typer.Exit(ATTENTION)


def _is_dry(session: Session, view: View, *, dry: bool, out: bool) -> bool:
    """True where nothing is sent or logged: where that was asked for, and of another day."""
    if dry or view.as_of == session.today:
        return dry
    if out:
        raise WrongUsageError(
            "--as-of: what goes out is what is due today; with --dry-run it is only shown"
        )
    warn(f"as of {view.as_of}, not today: nothing is logged")
    return True


def _issue(
    session: Session,
    view: View,
    told: Sequence[Told],
    channel: Channel,
    post: Post,
    *,
    dry: bool,
) -> bool:
    """Prints the reminders, or hands them out, and logs what went out. True where some did not."""
    if post.hands_out and not dry:
        return post.hand_out(session, view, told, as_json=channel is Channel.JSON)
    if told and not dry:
        make_sure_of_room(session, view.as_of, len(told))
    match channel:
        case Channel.JSON:
            show_json(document_of(view.as_of, None, reminders=json_of(told, view.as_of)))
        case Channel.ICS:
            from dipltrack.remind.ical import calendar_of

            put(calendar_of(told, view.as_of, session.timezone).decode())
        case _:
            _say(text_of(told, session.settings, view.as_of))
    if told and not dry:
        log(session, view.as_of, told, channel)
    return False


def _say(text: str) -> None:
    """Prints the text at once; on a terminal line by line, each broken at its spaces."""
    if sys.stdout.isatty():
        for line in text.splitlines():
            say(line)
    else:
        put(text)


def _say_who_waits(waiting: Waiting, post: Post) -> None:
    """Names on standard error the reminders that go another way than was asked for."""
    for way, mend in (
        (Channel.MAIL, "bodies that are mailed: --mail"),
        (Channel.DRAFT, "bodies that get a draft: --drafts DIR"),
    ):
        count = sum(waiting.way(due.to) is way for due in waiting.dues)
        if count and way not in post.ways:
            warn(
                f"{count:,} reminder{'' if count == 1 else 's'} wait{'s' * (count == 1)} for {mend}"
            )


def _say_what_no_mail_repeats(waiting: Waiting) -> None:
    """Tells an officer who only looked that what was shown is issued, also to whom is mailed."""
    count = sum(waiting.way(due.to) is Channel.MAIL for due in waiting.dues)
    if count:
        was = "1 of them was" if count == 1 else f"{count:,} of them were"
        warn(f"{was} to be mailed, and no mail repeats what was shown: --dry-run only shows")


@app.command("rules")
def rules(
    ctx: typer.Context,
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar="RULE", help="Only this one.", autocompletion=completion.reminder_rules
        ),
    ] = None,
    everything: Everything = False,
    limit: Limit = None,
    as_of: AsOf = None,
    form: AnyFormat = None,
    out: Out = None,
    bom: Bom = False,
) -> None:
    """Show the rules and what each touches next; of one rule the items.

    dipltrack remind rules overdue
    """
    from dipltrack.cli.waiting import touched_by
    from dipltrack.remind.overview import items_blocks, rules_blocks, rules_json

    session: Session = ctx.obj
    goes, view = delivery_of(form, out, bom=bom), session.view(as_of)
    only = word_of(RuleName, rule, "RULE") if rule else None
    touched = touched_by(session, view, only)
    if goes.is_json:
        show_json(document_of(view.as_of, None, rules=rules_json(touched)), goes)
    elif only is None:
        goes.deliver(report_of(session, view, "Rules of reminders", rules_blocks(touched)))
    else:
        most = goes.most(limit, everything=everything)
        keys = [(path, ref) for one in touched for _, path, ref in one.items][:most]
        built = session.register.items(keys, view)
        blocks = items_blocks(touched, built, most)
        goes.deliver(report_of(session, view, f"Reminders: {only}", blocks))
    for one in touched:
        if one.rule.narrowed is not None and not one.rule.off:
            strange = session.register.strange(one.rule.narrowed, view)
            name_strange(strange, f'rule = "{one.rule.name}", {{}} = "{{}}"')
    leave_if_broken(session.register.errors(view))
