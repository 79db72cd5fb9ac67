"""`dipltrack import`: a whole ledger from its export, or the spreadsheet that a desk has kept."""

from pathlib import Path
from typing import Annotated

import typer

from dipltrack.cli.session import Session
from dipltrack.cli.usage import WrongUsageError

app = typer.Typer()
JSON = frozenset({".json"})


@app.command("import")
def import_(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A .json, .csv or .xlsx file.")],
    new: Annotated[
        str | None, typer.Option("--new", metavar="DIR", help="Make a new ledger of an export.")
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be filed; write nothing.")
    ] = False,
) -> None:
    """File a whole export, or the spreadsheet that a desk has kept; nothing is filed twice.

    dipltrack import ledger.json --new copy
    """
    from dipltrack.cli.import_export import import_export

    session: Session = ctx.obj
    path = Path(file).expanduser()
    if path.suffix.lower() in JSON:
        import_export(session, path, new, dry_run=dry_run)
        return
    raise WrongUsageError("x")
