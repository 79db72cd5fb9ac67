"""`dipltrack intake`: propose the follow-ups in a document; review and file them."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dipltrack.cli import completion
from dipltrack.cli.json_answer import show_json
from dipltrack.cli.output import is_json, say, warn
from dipltrack.cli.session import Session, on_terminal
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.find import NoLedgerError
from dipltrack.model.settings import Settings

if TYPE_CHECKING:
    from dipltrack.intake.document.communique import Communique
    from dipltrack.intake.kin import Kin
    from dipltrack.intake.proposal import Intake
    from dipltrack.register.held import Held

app = typer.Typer()


@app.command("intake")
def intake(
    ctx: typer.Context,
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="txt, md, html, docx, pdf, or - for standard input."),
    ],
    day: Annotated[
        str | None,
        typer.Option("--date", metavar="DAY", help="Its day, from which times are read."),
    ] = None,
    meeting: Annotated[
        str | None,
        typer.Option(
            "--meeting",
            "-m",
            metavar="REF",
            help="The meeting that it records.",
            autocompletion=completion.meetings,
        ),
    ] = None,
    document: Annotated[
        str | None, typer.Option("--document", metavar="NAME", help="Its short name: release.")
    ] = None,
    language: Annotated[
        str | None, typer.Option("--language", metavar="CODE", help="en, ja, fr, es; else told.")
    ] = None,
    place: Annotated[
        str | None, typer.Option("--place", metavar="CODE", help="Where, for the seasons.")
    ] = None,
    accept_all: Annotated[
        bool, typer.Option("--accept-all", help="File every proposal, and ask nothing.")
    ] = False,
    min_confidence: Annotated[
        float,
        typer.Option(
            "--min-confidence", metavar="N", min=0, max=1, help="Leave out fainter ones."
        ),
    ] = 0,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the proposals and file none.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Say why, and what was left out and why.")
    ] = False,
    form: Annotated[
        str, typer.Option("--format", metavar="terminal|json", help="How to print.")
    ] = "terminal",
) -> None:
    """Propose the follow-ups in a document: review them key by key, file the accepted.

    dipltrack intake release.html --meeting TR-20171228 --document release

    Nothing leaves this machine. With --dry-run it needs no ledger.
    """
    session: Session = ctx.obj
    as_json = is_json(form)
    if as_json and not dry_run:
        raise WrongUsageError("--format json shows proposals and files none: add --dry-run")
    if dry_run and accept_all:
        raise WrongUsageError("write --dry-run or --accept-all, not both")
    if not (dry_run or accept_all or on_terminal()):
        raise WrongUsageError(
            "there is no terminal to review at: add --dry-run to see the proposals, or "
            "--accept-all to file them"
        )
    communique = _communique(file, language)
    held = _held(session, meeting, communique, day, document, asking=not (dry_run or accept_all))
    settings = _settings(session, needed=not dry_run or held is not None)
    found = _intake(session, settings, communique, held, day, place, min_confidence)
    name = document or (_only_document(held) if held else None)
    kin = _kin(session, found, held, name) if held else {}
    if as_json:
        from dipltrack.intake.machine import intake_as_json

        show_json(intake_as_json(communique, found, kin, explain=explain))
    elif dry_run:
        from dipltrack.cli.intake_shown import show_proposals

        show_proposals(communique, found, kin, explain=explain)
    else:
        if held is None:
            raise WrongUsageError("--meeting is needed: of which meeting is it the record?")
        from dipltrack.cli.drafts import file_all
        from dipltrack.cli.review import review

        name = _document(session, held, name, communique)
        if accept_all:
            file_all(session, held, name, found, kin)
        else:
            review(session, held, name, communique, found, kin, explain=explain)


def _communique(file: str, language: str | None) -> "Communique":
    """The document that was named. Raises WrongUsageError for what cannot be read."""
    from dipltrack.intake.document.opened import LARGEST
    from dipltrack.intake.document.opening import opened
    from dipltrack.intake.document.reading import communique_of
    from dipltrack.intake.document.refusals import NoDocumentError

    if file == "-":
        data, shown = sys.stdin.buffer.read(LARGEST + 1), "standard input"
    else:
        path = Path(file).expanduser()
        if not path.is_file():
            raise WrongUsageError(f"{file} is no file: name the document, or - for standard input")
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
        shown = file
    try:
        text, title = opened(data, "" if file == "-" else file)
        return communique_of(text, language.lower() if language else None, title)
    except NoDocumentError as error:
        raise WrongUsageError(f"{shown}: {error}") from None


def _settings(session: Session, *, needed: bool) -> Settings | None:
    try:
        return session.settings
    except NoLedgerError:
        if needed or session.named:
            raise
        session.__dict__["timezone"] = None
        return None


def _held(
    session: Session,
    meeting: str | None,
    communique: "Communique",
    day: str | None,
    document: str | None,
    *,
    asking: bool,
) -> "Held | None":
    """The meeting that was named; on a terminal, where none was, one that is filed now."""
    if meeting is not None:
        from dipltrack.cli.meeting import meeting_typed

        return meeting_typed(session, meeting)
    if not asking:
        return None
    from dipltrack.cli.intake_meeting import offered_meeting

    return offered_meeting(session, communique, session.day("--date", day), document)


def _day(session: Session, day: str | None, communique: "Communique", held: "Held | None") -> date:
    """The day from which times are read: as typed, else the meeting's, else that of the document."""
    typed = session.day("--date", day)
    if typed is not None:
        return typed
    if held is not None:
        return held.meeting.date
    if communique.date is not None:
        warn(f"--date is not given: times are read from {communique.date}, the document's own")
        return communique.date
    raise WrongUsageError("--date is needed: of which day is it? Times are read from there")


def _intake(
    session: Session,
    settings: Settings | None,
    communique: "Communique",
    held: "Held | None",
    day: str | None,
    place: str | None,
    least: float,
) -> "Intake":
    from msgspec.structs import replace

    from dipltrack.cli.stated import place_of
    from dipltrack.intake.clause.anchor import Anchor
    from dipltrack.intake.desk import Desk
    from dipltrack.intake.proposing import intake_of
    from dipltrack.model.conventions import Conventions

    where = place or (place_of(held.meeting) if held else None)
    anchor = Anchor(
        day=_day(session, day, communique, held),
        language=communique.language,
        conventions=settings.conventions if settings else Conventions(),
        place=where,
        events=settings.events if settings else (),
    )
    desk = Desk()
    if settings is not None:
        from dipltrack.ledger.firmness import read_firmness

        words, faults = read_firmness(session.root)
        for fault in faults:
            warn(str(fault))
        party = settings.ledger.party if held else None
        bodies = settings.bodies if held else ()
        desk = Desk(party=party, dossiers=settings.dossiers, bodies=bodies, firmness=words)
    found = intake_of(communique, anchor, desk)
    kept = tuple(one for one in found.proposals if one.confidence >= least)
    return replace(found, proposals=kept)


def _only_document(held: "Held") -> str | None:
    return held.documents[0].name if len(held.documents) == 1 else None


def _kin(
    session: Session, found: "Intake", held: "Held", document: str | None
) -> "dict[int, Kin]":
    from dipltrack.cli.intake_meeting import items_beside
    from dipltrack.intake.kin import kin_of

    return kin_of(found.proposals, document, items_beside(session, held))


def _document(session: Session, held: "Held", name: str | None, communique: "Communique") -> str:
    """The name of the document on file; one that is not, is filed now."""
    from dipltrack.cli.intake_meeting import filed_document

    if name is None:
        names = ", ".join(document.name for document in held.documents) or "none yet"
        raise WrongUsageError(f"--document is needed: its short name (on file: {names})")
    if not any(document.name == name for document in held.documents):
        filed_document(session, held, name, communique)
        say(f"{held.meeting.ref}/{name}  filed")
    return name
