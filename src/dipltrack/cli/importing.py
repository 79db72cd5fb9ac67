"""`dipltrack import`: a whole ledger from its export, or the spreadsheet that a desk has kept."""

from pathlib import Path
from typing import Annotated

import typer

from dipltrack.cli import completion
from dipltrack.cli.session import Session
from dipltrack.cli.usage import WrongUsageError

app = typer.Typer()
_JSON = ".json"
_SHEETS = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods", ".numbers"})


@app.command("import")
def import_(
    ctx: typer.Context,
    file: Annotated[str, typer.Argument(metavar="FILE", help="A .json, .csv or .xlsx file.")],
    new: Annotated[
        str | None, typer.Option("--new", metavar="DIR", help="Make a new ledger of an export.")
    ] = None,
    maps: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="COLUMN=FIELD",
            help='What a column holds: "Deadline=stated", "No.=x_no"; "Old=" leaves it out.',
            autocompletion=completion.maps,
        ),
    ] = None,
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="NAME", help="Which sheet of an Excel file.")
    ] = None,
    header: Annotated[
        int | None, typer.Option("--header", metavar="N", help="The row of the headings.")
    ] = None,
    partner: Annotated[
        str | None,
        typer.Option(
            "--partner",
            metavar="CODE",
            help="Of rows that name none.",
            autocompletion=completion.partners,
        ),
    ] = None,
    meeting: Annotated[
        str | None,
        typer.Option(
            "--meeting",
            "-m",
            metavar="REF",
            help="Of rows that name none.",
            autocompletion=completion.meetings,
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(
            "--on", metavar="DAY", help="As of when the sheet stands, where no row says."
        ),
    ] = None,
    dates: Annotated[
        str | None,
        typer.Option(
            "--dates",
            metavar="dmy|mdy",
            help="How days in figures are written.",
            autocompletion=completion.orders_of_days,
        ),
    ] = None,
    encoding: Annotated[
        str | None, typer.Option("--encoding", metavar="NAME", help="Of a .csv: cp1252, cp932.")
    ] = None,
    separator: Annotated[
        str | None, typer.Option("--separator", metavar="SIGN", help="Of a .csv: ; or tab.")
    ] = None,
    fill_down: Annotated[
        bool, typer.Option("--fill-down", help="Rows that name no meeting are of that above.")
    ] = False,
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help="File the good rows, and name the others.")
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be filed; write nothing.")
    ] = False,
) -> None:
    """File a whole export, or the spreadsheet that a desk has kept; nothing is filed twice.

    dipltrack import ledger.json --new copy

    dipltrack import promises.xlsx --partner TR --on 2018-02-02 --dry-run

    Of a spreadsheet it says what it takes each column for; --map says it otherwise. Words of
    time are read from the day of the meeting. Every row that cannot be filed is named with its
    number, and then nothing is written. Meetings that are not on file yet are filed.
    """
    session: Session = ctx.obj
    path = Path(file).expanduser()
    ending = path.suffix.lower()
    if ending == _JSON:
        from dipltrack.cli.import_export import import_export

        import_export(session, path, new, dry_run=dry_run)
        return
    if ending not in _SHEETS:
        raise WrongUsageError(f"{file}: there is .json, .csv, .tsv and .xlsx")
    if new is not None:
        raise WrongUsageError("--new is of an export: make a ledger with dipltrack init first")
    from dipltrack.cli.import_sheet import Typed, import_sheet

    typed = Typed(
        maps=maps or (),
        sheet=sheet,
        header=header,
        partner=partner,
        meeting=meeting,
        on=on,
        dates=dates,
        encoding=encoding,
        separator=separator,
        fill_down=fill_down,
        dry_run=dry_run,
        skip_bad=skip_bad,
    )
    import_sheet(session, path, typed)
