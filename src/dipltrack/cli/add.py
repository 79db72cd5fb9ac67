"""`dipltrack add`: file a commitment, in the words in which it was made."""

from typing import Annotated

import typer
from msgspec.structs import replace

from dipltrack.cli import completion
from dipltrack.cli.filing import file_entries, warn_of_others
from dipltrack.cli.item_asked import ask_for_missing, confirmed
from dipltrack.cli.item_typed import Typed, kind_typed, needed_title, proposal_typed, timing_typed
from dipltrack.cli.meeting import last_meetings, meeting_typed
from dipltrack.cli.names import settle_bodies, settle_dossier, settle_item, tell_ended
from dipltrack.cli.options import clean, names_of, word_of
from dipltrack.cli.output import say, warn
from dipltrack.cli.preview import window_told
from dipltrack.cli.prompt import insisted
from dipltrack.cli.proposing import (
    Filed,
    note_of,
)
from dipltrack.cli.session import Session, on_terminal
from dipltrack.cli.source import source_typed, voice_typed
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.mint import next_item_ref
from dipltrack.model.commitment import Commitment
from dipltrack.model.vocabulary import Firmness, Kind
from dipltrack.register.held import Held
from dipltrack.register.sequel import next_title, taken_over
from dipltrack.register.standing import Standing

app = typer.Typer()


@app.command("add")
def add(
    ctx: typer.Context,
    title: Annotated[
        str | None, typer.Argument(metavar="TITLE", help="The act, in your own words.")
    ] = None,
    meeting: Annotated[
        str | None,
        typer.Option(
            "--meeting",
            "-m",
            metavar="REF",
            help="Its ref, or the beginning of it.",
            autocompletion=completion.meetings,
        ),
    ] = None,
    when: Annotated[
        str | None,
        typer.Option("--when", metavar="WORDS", help='The time as stated: "late January".'),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--source", metavar="WHERE", help='Document and paragraph: "release 2(2)a".'),
    ] = None,
    wording: Annotated[
        str | None, typer.Option("--wording", metavar="TEXT", help="The passage, verbatim.")
    ] = None,
    voice: Annotated[
        list[str] | None,
        typer.Option(
            "--voice",
            metavar="WORD",
            help="joint, ours, theirs, or parties' codes.",
            autocompletion=completion.voices,
        ),
    ] = None,
    firmness: Annotated[
        str | None,
        typer.Option(
            "--firmness",
            metavar="WORD",
            help="undertaking, agreement, plan, endeavour, statement.",
            autocompletion=completion.firmness,
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            metavar="WORD",
            help="one-off, recurring, continuing.",
            autocompletion=completion.kinds,
        ),
    ] = None,
    sector: Annotated[
        str | None,
        typer.Option(
            "--sector",
            metavar="WORD",
            help="politics, economy, …",
            autocompletion=completion.sectors,
        ),
    ] = None,
    dossier: Annotated[
        str | None,
        typer.Option(
            "--dossier",
            metavar="NAME",
            help="The matter: EPA.",
            autocompletion=completion.dossiers,
        ),
    ] = None,
    lead: Annotated[
        list[str] | None,
        typer.Option(
            "--lead", metavar="BODY", help="Who carries it here.", autocompletion=completion.bodies
        ),
    ] = None,
    support: Annotated[
        list[str] | None,
        typer.Option(
            "--support", metavar="BODY", help="Who helps.", autocompletion=completion.bodies
        ),
    ] = None,
    counterpart: Annotated[
        list[str] | None,
        typer.Option(
            "--counterpart",
            metavar="BODY",
            help="Who carries it there.",
            autocompletion=completion.bodies,
        ),
    ] = None,
    every: Annotated[
        str | None, typer.Option("--every", metavar="PERIOD", help='"1 year", "6 months".')
    ] = None,
    done_when: Annotated[
        str | None, typer.Option("--done-when", metavar="TEXT", help="What counts as done.")
    ] = None,
    review_on: Annotated[
        str | None, typer.Option("--review-on", metavar="DAY", help="When to look again.")
    ] = None,
    report_every: Annotated[
        int | None,
        typer.Option("--report-every", metavar="DAYS", help="After how many days it is stale."),
    ] = None,
    track: Annotated[
        bool, typer.Option("--track", help="Chase it although it was only also said.")
    ] = False,
    follows: Annotated[
        str | None,
        typer.Option(
            "--follows",
            metavar="REF",
            help="The item that it continues.",
            autocompletion=completion.items,
        ),
    ] = None,
    restates: Annotated[
        str | None,
        typer.Option(
            "--restates",
            metavar="REF",
            help="The item it says again.",
            autocompletion=completion.items,
        ),
    ] = None,
) -> None:
    """File a commitment; print its ref, the window that its words mean, and the file.

    dipltrack add "Hold the first Security Dialogue" -m TR-20171228
    --when "late January next year" --source "release 2(2)a" --firmness plan
    """
    session: Session = ctx.obj
    asking = on_terminal() and None in {meeting, when, source, wording, firmness}
    held = _meeting(session, meeting, asking=asking)
    old = _old(session, follows, restates, held)
    typed = Typed(
        title=title or _offered_title(old, restates, asking=asking),
        when=when,
        source=source,
        wording=wording,
        voice=", ".join(voice) if voice else session.settings.default.voice,
        firmness=firmness,
        kind=kind or (Kind.RECURRING if every else None),
        lead=", ".join(lead) if lead else session.settings.default.lead,
        dossier=clean(dossier, "--dossier"),
    )
    for key, names in (("lead", typed.lead), ("support", support), ("counterpart", counterpart)):
        settle_bodies(session, key, names_of(names))  # before anything is asked, to lose no answer
        tell_ended(session, key, names_of(names), held.meeting.date)
    settle_dossier(session, typed.dossier)
    voice_typed(typed.voice, held.meeting)
    again = False
    while True:
        if asking:
            ask_for_missing(
                session, typed, held, old, offer_title=title is None or again, again=again
            )
        timing = timing_typed(session, typed.when, every, held, asking=asking)
        document, paragraph = source_typed(typed.source, held.meeting.ref, held.documents)
        default = session.settings.default
        item = Commitment(
            ref="",
            title=needed_title(typed.title),
            dossier=typed.dossier,
            document=document,
            paragraph=paragraph,
            wording=clean(typed.wording, "--wording", lines=True),
            voice=voice_typed(typed.voice, held.meeting),
            firmness=word_of(Firmness, typed.firmness, "--firmness") if typed.firmness else None,
            kind=kind_typed(typed.kind, every, timing),
            sector=clean(sector or default.sector, "--sector"),
            lead=names_of(typed.lead),
            support=names_of(support),
            counterpart=names_of(counterpart or default.counterpart),
            timing=timing,
            done_when=clean(done_when, "--done-when"),
            review_on=session.day("--review-on", review_on),
            report_every=_positive(report_every),
            track=track,
            follows=old.ref if old and not restates else None,
            restates=old.ref if old and restates else None,
        )
        if old is not None:
            item = taken_over(item, old.item)
        settle_item(session, item)
        answer = confirmed(item, held) if asking else "y"
        if answer == "n":
            say("nothing was written")
            return
        if answer == "y":
            break
        again = True
    ref = _file(session, item, held)
    if not asking:
        note = note_of(
            proposal_typed(session, typed, held),
            firmness=not typed.firmness,
            voice=not typed.voice,
            filed=Filed(ref, held.meeting.date),
        )
        if note:
            warn(note)


def _meeting(session: Session, text: str | None, *, asking: bool) -> Held:
    if text is None and asking:
        last = last_meetings(session)
        if len(last) > 1:
            for ref, title in last:
                say(f"  {ref}  {title}")
            text = insisted(
                "Of which meeting",
                last[-1][0],
                lambda ref: session.register.meetings.meant(ref, session.whole_view),
                again=True,
            )
    return meeting_typed(session, text)


def _old(
    session: Session, follows: str | None, restates: str | None, held: Held
) -> Standing | None:
    """The item that the new one continues or says again.

    Raises WrongUsageError for both, and for one of a later meeting.
    """
    if follows and restates:
        raise WrongUsageError("write --follows or --restates, not both")
    ref = follows or restates
    if ref is None:
        return None
    old = session.register.item_meant(ref, session.whole_view, by_words=on_terminal())
    if old.struck:
        option = "--restates" if restates else "--follows"
        raise WrongUsageError(f"{option} {old.ref} is struck: name an item that stands")
    if old.meeting.date > held.meeting.date:
        option = "--restates" if restates else "--follows"
        raise WrongUsageError(
            f"{option} {old.ref} is of a later meeting, {old.meeting.date}: the link stands on the "
            f"later side, so file this one first, then update {old.ref} --set {option[2:]}=REF"
        )
    return old


def _offered_title(old: Standing | None, restates: str | None, *, asking: bool) -> str | None:
    """The title that the old item offers: the 9th round after the 8th; the same, said again.

    One that cannot be counted on is offered as it is, where somebody can change it.
    """
    if old is None:
        return None
    same = old.item.title if restates or asking else None
    return same if restates else next_title(old.item.title) or same


def _positive(days: int | None) -> int | None:
    if days is not None and days < 1:
        raise WrongUsageError(f"--report-every {days}: write at least 1 day")
    return days


def _file(session: Session, item: Commitment, held: Held) -> str:
    """Files the item, says what was filed, and gives its ref."""
    with session.writing() as stamp:
        added = file_entries(
            session,
            held.path,
            lambda file: [("commitment", replace(item, ref=next_item_ref(file)))],
            stamp,
        )
    filed = next(entry for _, entry in added if isinstance(entry, Commitment))
    say(f"{filed.ref}  {filed.title}")
    say(f"  window  {window_told(filed)}")
    say(f"  file    {session.root / held.path}")
    warn_of_others(session, held.path)
    return filed.ref
