"""`dipltrack record`: another document's version of a commitment."""

from typing import Annotated

import typer

from dipltrack.cli import completion
from dipltrack.cli.entry import check_stands
from dipltrack.cli.entry_options import Voice
from dipltrack.cli.filing import file_entries, just, warn_of_others
from dipltrack.cli.options import clean, word_of
from dipltrack.cli.output import say, warn
from dipltrack.cli.proposing import (
    Proposal,
    asked_firmness,
    asked_voice,
    note_of,
    proposal_of,
)
from dipltrack.cli.session import Session, on_terminal
from dipltrack.cli.source import source_typed, voice_typed
from dipltrack.cli.stated import place_of, timing_of
from dipltrack.cli.usage import WrongUsageError
from dipltrack.model.commitment import Record
from dipltrack.model.vocabulary import Firmness
from dipltrack.model.window import UNTIMED

app = typer.Typer()


@app.command("record")
def record(
    ctx: typer.Context,
    ref: Annotated[
        str, typer.Argument(metavar="REF", help="The item.", autocompletion=completion.items)
    ],
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="WHERE", help='Document and paragraph: "sankei 2".'),
    ] = None,
    wording: Annotated[
        str | None, typer.Option("--wording", metavar="TEXT", help="The passage, verbatim.")
    ] = None,
    firmness: Annotated[
        str | None,
        typer.Option(
            "--firmness",
            metavar="WORD",
            help="How this document words it.",
            autocompletion=completion.firmness,
        ),
    ] = None,
    voice: Voice = None,
    when: Annotated[
        str | None,
        typer.Option("--when", metavar="WORDS", help="Its own time, where it names another."),
    ] = None,
) -> None:
    """File another document's version of a commitment, beside the first.

    dipltrack record TR-20171228-2 --source "sankei 2" --firmness agreement
    --wording "agreed to newly establish …"
    """
    session: Session = ctx.obj
    standing = session.register.item_meant(ref, session.whole_view, by_words=on_terminal())
    check_stands(standing)
    document, paragraph = source_typed(source, standing.meeting.ref, standing.documents)
    if document is None:
        raise WrongUsageError('--source is needed: which document says so? As "sankei 2"')
    place = place_of(standing.meeting)
    passage = clean(wording, "--wording", lines=True)
    proposal = Proposal()
    if not (firmness and voice):
        meeting, documents = standing.meeting, standing.documents
        proposal = proposal_of(session, passage, meeting, documents, source)
    note = None
    if on_terminal():
        voice = asked_voice(voice, proposal, standing.meeting) if proposal.voice else voice
        firmness = asked_firmness(firmness, proposal) if proposal.firmness else firmness
    else:
        note = note_of(proposal, firmness=not firmness, voice=not voice)
    entry = Record(
        of=standing.ref,
        document=document,
        paragraph=paragraph,
        wording=passage,
        firmness=word_of(Firmness, firmness, "--firmness") if firmness else None,
        voice=voice_typed(voice, standing.meeting),
        timing=timing_of(session, when, standing.meeting.date, place, standing.documents)
        if when
        else UNTIMED,
    )
    with session.writing() as stamp:
        file_entries(session, standing.path, just([("record", entry)]), stamp)
    say(f"{standing.ref}  {standing.item.title}")
    say(f"  record  {' '.join(part for part in (document, paragraph) if part)}")
    say(f"  file    {session.root / standing.path}")
    warn_of_others(session, standing.path)
    if note:
        warn(note)
