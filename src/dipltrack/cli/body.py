"""`dipltrack body`: who acts: ministries, divisions, posts; never persons."""

from typing import Annotated

import typer

from dipltrack.cli.delivery import delivery_of
from dipltrack.cli.json_answer import show_json
from dipltrack.cli.names import settle_bodies
from dipltrack.cli.occasion import partner_typed
from dipltrack.cli.options import AnyFormat, Out, clean, word_of
from dipltrack.cli.output import report_of, say, warn
from dipltrack.cli.session import Session
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.append import append_to_settings
from dipltrack.ledger.read import SETTINGS
from dipltrack.ledger.table import table_of
from dipltrack.model.address import is_address
from dipltrack.model.ref import PARTNER
from dipltrack.model.settings import Body
from dipltrack.model.vocabulary import Remind
from dipltrack.register.bodies import circles_of_successors
from dipltrack.register.meaning import in_a_circle
from dipltrack.reports.machine import document_of, plain
from dipltrack.reports.meetings import bodies_blocks

app = typer.Typer()


@app.command("add")
def add(
    ctx: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Short name: ME1, TR-MFA.")],
    party: Annotated[
        str | None,
        typer.Option("--party", metavar="CODE", help="Whose it is; else by its name, or ours."),
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="Its whole name.")] = None,
    mail: Annotated[
        str | None, typer.Option("--mail", metavar="ADDRESS", help="A post's, never a person's.")
    ] = None,
    remind: Annotated[
        str | None, typer.Option("--remind", metavar="mail|draft", help="How it is reminded.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--until", metavar="DAY", help="Last day of its existence.")
    ] = None,
    successor: Annotated[
        str | None, typer.Option("--successor", metavar="NAME", help="Whom its items pass to.")
    ] = None,
) -> None:
    """Register a body; of one that is known already, only what is named changes.

    An empty value empties a field: --successor "". TR-MFA is of TR where TR is on file.

    dipltrack body add METI --title "Ministry of Economy, Trade and Industry"
    """
    session: Session = ctx.obj
    cleaned = clean(name, "the name of the body")
    if not cleaned or "," in cleaned:
        raise WrongUsageError(f'"{name}" is no name of a body: write one such as ME1')
    ours = session.settings.ledger.party
    before = next((b for b in session.settings.bodies if b.name == cleaned), None)
    known = before or Body(name=cleaned, party=_party_in(session, cleaned) or ours)
    body = Body(
        name=cleaned,
        party=partner_typed(party, "--party") if party is not None else known.party,
        title=known.title if title is None else clean(title, "--title"),
        mail=known.mail if mail is None else _address(mail),
        remind=word_of(Remind, remind, "--remind") if remind else known.remind,
        until=known.until if until is None else session.day("--until", until.strip() or None),
        successor=known.successor if successor is None else clean(successor, "--successor"),
    )
    if body.remind is Remind.MAIL and not body.mail:
        raise WrongUsageError(f"--remind mail: {cleaned} has no address: write --mail too")
    if body.successor and body.successor != known.successor:
        settle_bodies(session, "successor", [body.successor])
    with session.writing() as stamp:
        append_to_settings(session.root, lambda _: [("body", body)], stamp)
    bodies = (*(b for b in session.settings.bodies if b.name != body.name), body)
    for _, circle in circles_of_successors(bodies):
        warn("warning: " + " — ".join(in_a_circle(circle)))
    if body.remind is Remind.MAIL and body.party != ours:
        whose = f"{body.name} is of {body.party}"
        warn(f"{whose}: a mail goes to our own posts alone, so a draft is written for an officer")
    say(f"{body.name}  {f'{body.title}, ' if body.title else ''}of {body.party}")
    say(f"  file    {session.root / SETTINGS}")


def _party_in(session: Session, name: str) -> str | None:
    """The partner on file with whose code the name begins, as TR-MFA does."""
    code, hyphen, _ = name.partition("-")
    is_partner = hyphen and PARTNER.fullmatch(code) and (session.root / code).is_dir()
    return code if is_partner else None


def _address(text: str) -> str | None:
    """The address that was typed, or None where it is empty. Raises WrongUsageError."""
    address = clean(text, "--mail")
    if address is None or is_address(address):
        return address
    raise WrongUsageError(
        f'--mail "{address}" is no plain mail address: write one alone, as me1@example.org'
    )


@app.command("list")
def list_(ctx: typer.Context, form: AnyFormat = None, out: Out = None) -> None:
    """List the bodies."""
    session: Session = ctx.obj
    view = session.view()
    bodies = session.settings.bodies
    goes = delivery_of(form, out)
    if goes.is_json:
        listed = [plain(table_of(body)) for body in bodies]
        show_json(document_of(view.as_of, None, bodies=listed), goes)
    else:
        goes.deliver(report_of(session, view, "Bodies", bodies_blocks(bodies)))
