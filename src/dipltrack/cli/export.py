"""`dipltrack export`: the whole ledger as JSON; its items as a table or a calendar."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from dipltrack.cli import completion, filters
from dipltrack.cli.copying import Asked, Audience, seen_by
from dipltrack.cli.delivery import put_bytes
from dipltrack.cli.options import (
    AsOf,
    Bom,
    Dossier,
    KnownBy,
    Lead,
    Out,
    Partner,
    Sector,
    names_of,
    word_of,
    words_of,
)
from dipltrack.cli.output import leave_if_broken, name_ours, name_strange, report_of, warn
from dipltrack.cli.session import Session
from dipltrack.cli.target import refuse_target, written_whole
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.flaw import list_of
from dipltrack.model import vocabulary
from dipltrack.model.text import json_text
from dipltrack.model.vocabulary import Handling
from dipltrack.register.question import Question, SortBy
from dipltrack.reports.blocks import Table

app = typer.Typer()


@app.command("export")
def export(
    ctx: typer.Context,
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="|".join(completion.EXPORT_FORMATS),
            help="How; else by the ending of -o.",
            autocompletion=completion.export_formats,
        ),
    ] = None,
    output: Out = None,
    bom: Bom = False,
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
    everything: Annotated[
        bool, typer.Option("--all", help="Also what a later item says again.")
    ] = False,
    sort: filters.Sort = "ref",
    audience: Audience = "internal",
    as_of: AsOf = None,
    known_by: KnownBy = None,
) -> None:
    """Export the whole ledger as JSON, or items as a table (csv, xlsx) or a calendar (ics).

    dipltrack export -o ledger.json

    dipltrack export --partner TR --open -o turkey.xlsx

    The JSON holds all but the comments of the files, and import takes it back. In a calendar
    each window is an event of whole days and its last day a to-do; one that was withdrawn is
    cancelled there, and a second import of a later export doubles nothing.
    """
    session: Session = ctx.obj
    wanted, whom = _format(form, output), word_of(Handling, audience, "--for")
    file = None if output in {None, "-"} else Path(output or "")
    if file is not None:
        refuse_target(file)
    question = Question(
        partners=names_of(partner),
        meetings=names_of(meeting),
        sectors=names_of(sector),
        dossiers=names_of(dossier),
        leads=names_of(lead),
        statuses=words_of(vocabulary.Status, status, "--status"),
        timeliness=words_of(vocabulary.Timeliness, timeliness, "--timeliness"),
        firmness=words_of(vocabulary.Firmness, firmness, "--firmness"),
        kinds=words_of(vocabulary.Kind, kind, "--kind"),
        voices=names_of(voice),
        next_moves=words_of(vocabulary.NextMove, next_move, "--next-move"),
        promised=filters.one_of("--promised", promised, "--also-said", also_said),
        open_only=filters.one_of("--open", open_, "--closed", closed),
        text=text,
        each=everything or wanted == "ics",
        struck=wanted == "ics" and whom is Handling.INTERNAL,
        due_from=session.day("--due-from", due_from),
        due_to=session.day("--due-to", due_to),
    )
    if wanted == "json":
        if whom is not Handling.INTERNAL:
            raise WrongUsageError(f"the JSON is the whole ledger: it is nothing for the {whom}")
        if question != Question() or as_of or known_by:
            raise WrongUsageError(
                "the JSON is the whole ledger: leave filters and days away; "
                "dipltrack list --format json narrows"
            )
        _whole(session, file)
        return
    asked = Asked(
        session=session, question=question, view=session.view(as_of, known_by), audience=whom
    )
    if bom and wanted != "csv":
        raise WrongUsageError(f"--bom is for csv, not for {wanted}: leave it away")
    if wanted == "xlsx" and file is None and sys.stdout.isatty():
        raise WrongUsageError("an Excel file is nothing for a screen: write -o NAME.xlsx")
    data = _items(asked, word_of(SortBy, sort, "--sort"), wanted, bom=bom)
    _write([data], file)
    name_strange(session.register.strange(question, asked.view))
    name_ours(session, question.partners)
    leave_if_broken(session.register.errors(asked.view))


def _format(form: str | None, output: str | None) -> str:
    """The format that was asked for, else that of the file's ending. Raises WrongUsageError."""
    known = completion.EXPORT_FORMATS
    ending = Path(output or "").suffix.removeprefix(".").lower()
    if form is not None and ending in known and form != ending:
        raise WrongUsageError(f"--format {form} but -o {output}: leave one of them away")
    wanted = form or ending
    if wanted in known:
        return wanted
    typed = (
        f"--format {form}: " if form else f"-o {output}: " if output else "--format is needed: "
    )
    raise WrongUsageError(f"{typed}there is {list_of(known, 'and')}")


def _whole(session: Session, file: Path | None) -> None:
    from dipltrack.ledger.export import exported_meetings, exported_settings, kept_copies

    errors = session.errors
    left_out = {error.file for error in errors}
    root = session.root
    _ = session.settings  # broken ones are named by their lines
    chunks = _json_chunks(exported_settings(root), exported_meetings(root, left_out))
    _write(chunks, file)
    if kept := kept_copies(root):
        copies = "1 kept copy is" if kept == 1 else f"{kept:,} kept copies are"
        warn(f"{copies} not in it: copy the folder {root / 'kept'} as well")
    leave_if_broken(errors)


def _json_chunks(head: dict[str, object], meetings: Iterable[object]) -> Iterator[bytes]:
    """The head with the meetings as its last key, one after another, two spaces a level."""
    yield (json_text(head)[:-2] + ',\n  "meetings": [').encode()
    joint = "\n    "
    for one in meetings:
        text = json_text(one).replace("\n", "\n    ")
        yield f"{joint}{text}".encode()
        joint = ",\n    "
    yield b"]\n}\n" if joint == "\n    " else b"\n  ]\n}\n"


def _items(asked: Asked, order: SortBy, wanted: str, *, bom: bool) -> bytes:
    """The items in the format that is wanted, as the audience may see them."""
    session, day = asked.session, asked.view.as_of
    found = session.register.stream(asked.question, asked.view, order)
    if asked.audience is not Handling.INTERNAL:
        seen = [copy for _, copy in seen_by(tuple(found), asked)]
        if wanted == "ics":
            from dipltrack.reports.calendar import calendar_copy_of

            return calendar_copy_of(seen, day)
        from dipltrack.reports.whole_table import released_table

        return _rendered(asked, released_table(seen), wanted, bom=bom)
    if wanted == "ics":
        from dipltrack.reports.calendar import calendar_of

        return calendar_of(found, session.settings.ledger.name)
    from dipltrack.reports.whole_table import whole_table

    return _rendered(asked, whole_table(found), wanted, bom=bom)


def _rendered(asked: Asked, table: Table, wanted: str, *, bom: bool) -> bytes:
    from dipltrack.render.formats import Wanted, rendered

    report = report_of(asked.session, asked.view, "Commitments", [table], audience=asked.audience)
    return rendered(report, wanted, Wanted(bom=bom))


def _write(chunks: Iterable[bytes], file: Path | None) -> None:
    """Writes the bytes into the file, whole or not at all, or on standard output."""
    if file is None:
        for chunk in chunks:
            put_bytes(chunk)
        return
    with written_whole(file) as target:
        target.writelines(chunks)
    warn(f"written to {file}")
