"""`dipltrack add`: file a commitment, in the words in which it was made."""

import re
from typing import Annotated

import typer
from msgspec import Struct
from msgspec.structs import replace

from dipltrack.cli import completion
from dipltrack.cli.filing import file_entries, warn_of_others
from dipltrack.cli.meeting import last_meetings, meeting_typed
from dipltrack.cli.names import settle_bodies, settle_dossier, settle_item, tell_ended
from dipltrack.cli.options import clean, names_of, title_typed, word_of
from dipltrack.cli.output import say, warn
from dipltrack.cli.preview import preview_of, window_told
from dipltrack.cli.prompt import asked, asked_passage, chosen, insisted
from dipltrack.cli.proposing import (
    Filed,
    Proposal,
    asked_firmness,
    asked_voice,
    note_of,
    proposal_of,
)
from dipltrack.cli.session import Session, on_terminal
from dipltrack.cli.source import source_typed, voice_typed
from dipltrack.cli.stated import chosen_timing, place_of, timing_of
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.mint import next_item_ref
from dipltrack.model.commitment import Commitment
from dipltrack.model.vocabulary import Firmness, Kind, TimingClass
from dipltrack.model.window import UNTIMED, Every, Timing
from dipltrack.register.held import Held
from dipltrack.register.sequel import next_title, taken_over
from dipltrack.register.standing import Standing

app = typer.Typer()
_GOES_ON = re.compile(
    r"\b(continu|regular|every|annual|ongoing|intensif|strengthen|promot|deepen|further)|継続|定期|毎年|強化",
    re.IGNORECASE,
)
"""Words of what has no end, or comes back."""
_OFFERED = 5
"""How many dossiers a question names."""


class Typed(Struct, kw_only=True):
    """What was typed of a new item, and what was asked for."""

    title: str | None
    when: str | None
    source: str | None
    wording: str | None
    voice: str | None
    firmness: str | None
    kind: str | None
    lead: str | None
    dossier: str | None


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
            _ask_for_missing(
                session, typed, held, old, offer_title=title is None or again, again=again
            )
        timing = _timing(session, typed.when, every, held, asking=asking)
        document, paragraph = source_typed(typed.source, held.meeting.ref, held.documents)
        default = session.settings.default
        item = Commitment(
            ref="",
            title=_needed(typed.title),
            dossier=typed.dossier,
            document=document,
            paragraph=paragraph,
            wording=clean(typed.wording, "--wording", lines=True),
            voice=voice_typed(typed.voice, held.meeting),
            firmness=word_of(Firmness, typed.firmness, "--firmness") if typed.firmness else None,
            kind=_kind(typed.kind, every, timing),
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
        answer = _confirmed(item, held) if asking else "y"
        if answer == "n":
            say("nothing was written")
            return
        if answer == "y":
            break
        again = True
    ref = _file(session, item, held)
    if not asking:
        note = note_of(
            _proposal(session, typed, held),
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


def _ask_for_missing(
    session: Session,
    typed: Typed,
    held: Held,
    old: Standing | None,
    *,
    offer_title: bool,
    again: bool,
) -> None:
    """Asks for what an item should not lack; Enter leaves it out, or keeps what is offered."""
    if offer_title:
        typed.title = insisted("The act", typed.title, _needed, again=True)
    names = [document.name for document in held.documents]
    day, place = held.meeting.date, place_of(held.meeting)

    typed.when = asked(
        "When, in the words of the document (Enter: no time is stated)",
        typed.when,
        lambda words: timing_of(session, words, day, place, held.documents),
        again=again,
    )
    typed.source = asked(
        f"Where: document ({', '.join(names) or 'none filed'}) and paragraph",
        typed.source,
        lambda where: source_typed(where, held.meeting.ref, held.documents),
        again=again,
    )
    typed.wording = asked_passage(
        "The passage, verbatim",
        typed.wording,
        lambda passage: clean(passage, "--wording", lines=True),
        again=again,
    )
    proposal = _proposal(session, typed, held)
    typed.voice = asked_voice(typed.voice, proposal, held.meeting, again=again)
    typed.firmness = asked_firmness(typed.firmness, proposal, again=again)
    typed.kind = _asked_kind(session, typed.kind, typed.when, typed.wording, held, again=again)
    names = [one.name for one in session.settings.dossiers]
    if names and not (old and old.item.dossier):
        typed.dossier = asked(
            f"Which matter: {', '.join(names[:_OFFERED])}{', …' if len(names) > _OFFERED else ''}",
            typed.dossier,
            lambda name: settle_dossier(session, name),
            again=again,
        )
    typed.lead = asked(
        "Who carries it here",
        typed.lead,
        lambda names: settle_bodies(session, "lead", names_of(names)),
        again=again,
    )


def _asked_kind(
    session: Session,
    kind: str | None,
    when: str | None,
    wording: str | None,
    held: Held,
    *,
    again: bool,
) -> str | None:
    """The kind, asked for where no day is stated, or the wording speaks of what goes on.

    Enter means one-off where a day is stated; without one there is no safe default.
    """
    timing = timing_of(session, when, held.meeting.date, place_of(held.meeting)) if when else None
    if timing and timing.window.class_ is TimingClass.RECURRING:
        return kind
    has_day = timing is not None and timing.window.has_day
    if has_day and not again and not _GOES_ON.search(wording or ""):
        return kind
    if kind is None and has_day:
        kind, again = Kind.ONE_OFF, True
    return insisted(
        "What kind: one-off, recurring, continuing",
        kind,
        lambda word: word_of(Kind, word, "What kind"),
        again=again,
    )


def _proposal(session: Session, typed: Typed, held: Held) -> Proposal:
    """What the passage proposes, where firmness or voice is not given."""
    if typed.firmness and typed.voice:
        return Proposal()
    return proposal_of(session, typed.wording, held.meeting, held.documents, typed.source)


def _timing(
    session: Session, when: str | None, every: str | None, held: Held, *, asking: bool
) -> Timing:
    period = _every(every)
    if when is None:
        if period is None:
            return UNTIMED
        when = f"every {period}"
    read = chosen_timing if asking else timing_of
    timing = read(session, when, held.meeting.date, place_of(held.meeting), held.documents)
    if period is not None:
        timing = replace(timing, window=replace(timing.window, every=period))
    return timing


def _kind(typed: str | None, every: str | None, timing: Timing) -> Kind:
    """The kind that was typed; else what has a period recurs, from its first window on."""
    window = timing.window
    if typed is None:
        recurs = window.class_ is TimingClass.RECURRING or window.every is not None
        return Kind.RECURRING if recurs else Kind.ONE_OFF
    kind = word_of(Kind, typed, "--kind")
    if kind is Kind.ONE_OFF and every is not None:
        raise WrongUsageError(f"--every {every} is of what recurs: leave --kind one-off away")
    return kind


def _every(text: str | None) -> Every | None:
    if text is None:
        return None
    wanted = {"annually": "1 year", "yearly": "1 year", "year": "1 year", "monthly": "1 month"}
    every = Every.of(wanted.get(text.strip().casefold(), text.strip().casefold()))
    if every is None:
        raise WrongUsageError(f'--every "{text}": write years or months, as "1 year"')
    return every


def _needed(text: str | None) -> str:
    title = title_typed(text, "the title")
    if title is None:
        raise WrongUsageError('the title is empty: say the act, as "Hold the 8th round"')
    return title


def _positive(days: int | None) -> int | None:
    if days is not None and days < 1:
        raise WrongUsageError(f"--report-every {days}: write at least 1 day")
    return days


def _confirmed(item: Commitment, held: Held) -> str:
    """Shows the item as it would be filed; y files it, n does not, e asks all again."""
    for line in preview_of(item, held.meeting):
        say(line)
    return chosen("File it [Y/n/e to edit]", {"yes": "y", "no": "n", "edit": "e"}, "y")


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
