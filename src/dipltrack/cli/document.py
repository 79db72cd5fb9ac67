"""`dipltrack document`: file another document of a meeting, or correct one."""

from pathlib import Path
from typing import Annotated

import typer
from msgspec.structs import replace

from dipltrack.cli import completion
from dipltrack.cli.correction import correct
from dipltrack.cli.filing import file_entries, just, warn_of_others
from dipltrack.cli.options import clean, word_of
from dipltrack.cli.output import say
from dipltrack.cli.prompt import asked
from dipltrack.cli.session import Session
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.kept import keep as keep_copy
from dipltrack.ledger.table import table_of
from dipltrack.model import vocabulary
from dipltrack.model.meeting import Document
from dipltrack.model.update import Change

app = typer.Typer()

IssuedBy = Annotated[
    str | None, typer.Option("--issued-by", metavar="CODE", help="Whose record it is.")
]
Instrument = Annotated[
    str | None,
    typer.Option(
        "--instrument",
        metavar="WORD",
        help='What it is: "press release", MoU, readout, …',
        autocompletion=completion.instruments,
    ),
]
DocumentTitle = Annotated[
    str | None, typer.Option("--document-title", metavar="TEXT", help="Its own title.")
]
Language = Annotated[
    str | None, typer.Option("--language", metavar="CODE", help="Its language: en, ja, tr.")
]
Address = Annotated[
    str | None, typer.Option("--address", metavar="URL", help="Where it can be read.")
]
DocumentDate = Annotated[
    str | None, typer.Option("--document-date", metavar="DAY", help="The day that it bears.")
]


@app.command("add")
def add(
    ctx: typer.Context,
    meeting: Annotated[
        str,
        typer.Argument(
            metavar="MEETING", help="Ref of the meeting.", autocompletion=completion.meetings
        ),
    ],
    name: Annotated[str, typer.Argument(metavar="NAME", help="Short name of the document.")],
    issued_by: IssuedBy = None,
    instrument: Instrument = None,
    document_title: DocumentTitle = None,
    language: Language = None,
    address: Address = None,
    document_date: DocumentDate = None,
    keep: Annotated[
        str | None, typer.Option("--keep", metavar="FILE", help="Keep a copy, by its SHA-256.")
    ] = None,
) -> None:
    """File another document of a meeting.

    dipltrack document add TR-20171228 sankei --instrument "news report" --language en
    """
    session: Session = ctx.obj
    document = document_of(
        session, name, issued_by, instrument, document_title, language, address, document_date
    )
    if keep:
        if not Path(keep).expanduser().is_file():
            raise WrongUsageError(f'--keep "{keep}" is no file')
        document = replace(document, kept=keep_copy(session.root, Path(keep).expanduser()))
    with session.writing() as stamp:
        held = session.register.meetings.meant(meeting, session.whole_view)
        if any(other.name == document.name for other in held.documents):
            raise WrongUsageError(f"{held.meeting.ref} has a document {document.name} already")
        file_entries(session, held.path, just([("document", document)]), stamp)
    say(f"{held.meeting.ref}/{document.name}  {document.instrument}")
    say(f"  file    {session.root / held.path}")
    warn_of_others(session, held.path)


@app.command("set")
def set_(
    ctx: typer.Context,
    meeting: Annotated[
        str,
        typer.Argument(
            metavar="MEETING", help="Ref of the meeting.", autocompletion=completion.meetings
        ),
    ],
    name: Annotated[str, typer.Argument(metavar="NAME", help="Short name of the document.")],
    issued_by: IssuedBy = None,
    instrument: Instrument = None,
    document_title: DocumentTitle = None,
    language: Language = None,
    address: Address = None,
    document_date: DocumentDate = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Why it was wrong.")] = None,
) -> None:
    """Correct a field of a document; an empty one empties it. Its name stays: items cite it.

    dipltrack document set TR-20171228 release --address https://example.org/release
    """
    session: Session = ctx.obj
    held = session.register.meetings.meant(meeting, session.whole_view)
    document = next((one for one in held.documents if one.name == name.strip()), None)
    if document is None:
        names = ", ".join(one.name for one in held.documents) or "none"
        raise WrongUsageError(f'{held.meeting.ref} has no document "{name}": there is {names}')
    if document.id is None:
        raise WrongUsageError(
            f"{held.meeting.ref}/{name} has no id yet: dipltrack edit gives it one"
        )
    typed = {
        "issued_by": clean(issued_by, "--issued-by"),
        "instrument": word_of(vocabulary.Instrument, instrument, "--instrument").value
        if instrument
        else None,
        "title": clean(document_title, "--document-title"),
        "language": clean(language, "--language"),
        "address": clean(address, "--address"),
        "date": session.day("--document-date", document_date or None),
    }
    given = (issued_by, instrument, document_title, language, address, document_date)
    before = table_of(document)
    changes = tuple(
        Change(field=field, from_=before.get(field), to=value)
        for (field, value), text in zip(typed.items(), given, strict=True)
        if text is not None and before.get(field) != value
    )
    if not changes:
        raise WrongUsageError("there is nothing to set: write --address, --language or another")
    named = f"{held.meeting.ref}/{document.name}  {document.instrument}"
    correct(session, held, document.id, changes, reason, named=named)
    warn_of_others(session, held.path)


def asked_record(
    session: Session,
    name: str | None,
    instrument: str | None,
    issued_by: str | None,
    address: str | None,
    parties: tuple[str, ...],
) -> tuple[str | None, str | None, str | None, str | None]:
    """The record of a meeting, asked for where it was not typed; no name where there is none yet.

    The passages of items are found by it, so whoever files a meeting has it at hand, or knows why
    not.
    """
    name = asked(
        "Its record, in a short word such as release (Enter: none yet)",
        name,
        lambda text: document_of(session, text, None, None, None, None, None, None),
    )
    if name is None:
        return None, instrument, issued_by, address
    default = session.settings.default
    instrument = asked(
        "What it is, such as press release, readout, joint statement",
        instrument or default.instrument,
        lambda text: word_of(vocabulary.Instrument, text, "What it is"),
    )
    issued_by = asked(
        f"Whose record: {', '.join(parties)}",
        issued_by or default.issued_by,
        lambda text: clean(text, "Whose record"),
    )
    address = asked("Its address", address, lambda text: clean(text, "Its address"))
    return name, instrument, issued_by, address


def document_of(
    session: Session,
    name: str,
    issued_by: str | None,
    instrument: str | None,
    title: str | None,
    language: str | None,
    address: str | None,
    date: str | None,
) -> Document:
    """The document that was typed, with the ledger's defaults. Raises WrongUsageError."""
    default = session.settings.default
    cleaned = clean(name, "the name of the document")
    if not cleaned or " " in cleaned or "/" in cleaned:
        raise WrongUsageError(f'"{name}" is no name of a document: one word, such as release')
    words = instrument or default.instrument
    return Document(
        name=cleaned,
        issued_by=clean(issued_by or default.issued_by, "--issued-by"),
        instrument=word_of(vocabulary.Instrument, words, "--instrument")
        if words
        else vocabulary.Instrument.OTHER,
        title=clean(title, "--document-title"),
        language=clean(language or default.language, "--language"),
        address=clean(address, "--address"),
        date=session.day("--document-date", date),
    )
