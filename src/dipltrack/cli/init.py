"""`dipltrack init`: a new ledger."""

from pathlib import Path
from typing import Annotated

import typer

from dipltrack.cli.occasion import partner_typed
from dipltrack.cli.options import clean
from dipltrack.cli.output import say
from dipltrack.cli.session import Session, on_terminal, zone
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.create import copy_example, create_ledger
from dipltrack.ledger.read import SETTINGS
from dipltrack.model.settings import Identity

app = typer.Typer()


@app.command("init")
def init(
    ctx: typer.Context,
    folder: Annotated[
        str | None, typer.Argument(metavar="[DIR]", help="Where; else the folder you are in.")
    ] = None,
    name: Annotated[str | None, typer.Option("--name", help="Name of the desk.")] = None,
    party: Annotated[
        str | None, typer.Option("--party", metavar="CODE", help="Our own party, such as JP.")
    ] = None,
    ceiling: Annotated[
        str, typer.Option("--ceiling", metavar="WORD", help="Highest marking allowed in it.")
    ] = "internal",
    timezone: Annotated[
        str | None, typer.Option("--timezone", metavar="ZONE", help="Such as Asia/Tokyo.")
    ] = None,
    example: Annotated[
        bool, typer.Option("--example", help="Copy the real ledger of Japan and Türkiye.")
    ] = False,
) -> None:
    """Make a new ledger.

    dipltrack init desk --name "First Middle East Division" --party JP
    """
    session: Session = ctx.obj
    root = Path(folder or session.named or ".").expanduser()
    if (root / SETTINGS).exists():
        raise WrongUsageError(f"{root / SETTINGS} is there already: nothing was changed")
    if example:
        copy_example(root)
        say(f"{root}: a copy of the real ledger, to try things on")
        say(f"next: dipltrack --ledger {root} due --as-of 2018-02-02")
        return
    if on_terminal() and (name is None or party is None):
        name = name or typer.prompt("Name of the desk")
        party = party or typer.prompt("Our own party, two letters")
        ceiling = typer.prompt("Highest marking allowed in it", default=ceiling)
    if name is None or party is None:
        raise WrongUsageError("--name and --party are needed: whose ledger is it?")
    if timezone:
        zone(timezone)
    identity = Identity(
        name=_needed(name, "--name"),
        party=_party(party),
        ceiling=_needed(ceiling, "--ceiling"),
        timezone=timezone or None,
    )
    create_ledger(root, identity)
    say(f"{root / SETTINGS}: the ledger of {identity.name} ({identity.party})")
    say(f"next: dipltrack --ledger {root} meeting add --partner CODE --date DAY --title TITLE")


def _needed(text: str, option: str) -> str:
    cleaned = clean(text, option)
    if cleaned is None:
        raise WrongUsageError(f"{option} is empty")
    return cleaned


def _party(text: str) -> str:
    code = partner_typed(text, "--party")
    if len(code) != len("JP"):
        raise WrongUsageError(f'--party "{text}" is no code of a party: write two letters, as JP')
    return code
