"""`dipltrack meeting`: file a meeting and its documents; list and show them."""

from typing import Annotated

import typer
from msgspec.structs import replace

from dipltrack.cli import completion
from dipltrack.cli.delivery import delivery_of
from dipltrack.cli.document import (
    Address,
    DocumentDate,
    DocumentTitle,
    Instrument,
    IssuedBy,
    Language,
    asked_record,
    document_of,
)
from dipltrack.cli.filing import refuse_if_in_broken
from dipltrack.cli.json_answer import show_json
from dipltrack.cli.occasion import parties_typed, partner_typed, warn_if_ahead
from dipltrack.cli.options import (
    AnyFormat,
    AsOf,
    Everything,
    KnownBy,
    Limit,
    Out,
    Partner,
    clean,
    names_of,
    title_typed,
    word_of,
)
from dipltrack.cli.output import (
    leave_if_broken,
    report_of,
    say,
    warn,
)
from dipltrack.cli.prompt import asked, insisted
from dipltrack.cli.session import Session, on_terminal
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.append import create_meeting
from dipltrack.ledger.mint import next_meeting_ref
from dipltrack.model.entry import Entry
from dipltrack.model.meeting import Meeting
from dipltrack.model.ref import MeetingRef
from dipltrack.model.vocabulary import Form, Level
from dipltrack.register.held import Held
from dipltrack.register.question import Question
from dipltrack.reports.blocks import Report
from dipltrack.reports.machine import document_of as json_document
from dipltrack.reports.machine import items_of, meeting_of
from dipltrack.reports.meetings import meeting_blocks, meetings_blocks

app = typer.Typer()


@app.command("add")
def add(
    ctx: typer.Context,
    partner: Annotated[
        str | None,
        typer.Option(
            "--partner",
            metavar="CODE",
            help="With whom: TR, ASEAN+3.",
            autocompletion=completion.partners,
        ),
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DAY", help="Its day; of several the last.")
    ] = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DAY", help="Its first day, of several.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="What the meeting was.")] = None,
    place: Annotated[str | None, typer.Option("--place", help="Where.")] = None,
    level: Annotated[
        str | None,
        typer.Option(
            "--level",
            metavar="WORD",
            help="leaders, ministers, senior officials, working.",
            autocompletion=completion.levels,
        ),
    ] = None,
    form: Annotated[
        str,
        typer.Option(
            "--form",
            metavar="WORD",
            help="meeting, visit, telephone, video, letter, …",
            autocompletion=completion.forms,
        ),
    ] = "meeting",
    parties: Annotated[
        list[str] | None,
        typer.Option("--parties", metavar="CODES", help="All who took part: JP,TR."),
    ] = None,
    document: Annotated[
        str | None, typer.Option("--document", metavar="NAME", help="Short name of its record.")
    ] = None,
    issued_by: IssuedBy = None,
    instrument: Instrument = None,
    document_title: DocumentTitle = None,
    language: Language = None,
    address: Address = None,
    document_date: DocumentDate = None,
) -> None:
    """File a meeting, with a first document; print its ref and file.

    dipltrack meeting add --partner TR --date 2017-12-28 --title "Foreign ministers' meeting"
    --place Ankara --level ministers --document release --issued-by JP
    --instrument "press release"
    """
    session: Session = ctx.obj
    default = session.settings.default
    asking = on_terminal() and None in {partner or default.partner, date, title}
    partner, date, title = _asked(session, partner or default.partner, date, title)
    if asking:
        place = asked("Where", place or default.place, lambda text: clean(text, "--place"))
        document, instrument, issued_by, address = asked_record(
            session,
            document,
            instrument,
            issued_by,
            address,
            (session.settings.ledger.party, partner),
        )
    code, day = partner_typed(partner), session.day("--date", date)
    from_day = session.day("--from", first)
    if day is None:
        raise WrongUsageError("--date is needed")
    if from_day and from_day > day:
        raise WrongUsageError(f"--from {from_day} is after --date {day}")
    level = level or default.level
    meeting = Meeting(
        ref=str(MeetingRef.on(code, day)),
        title=_title(title),
        form=word_of(Form, form, "--form"),
        from_=from_day,
        date=day,
        place=clean(place or default.place, "--place"),
        level=word_of(Level, level, "--level") if level else None,
        parties=parties_typed(parties, session.settings.ledger.party) or _two(code, session),
    )
    documents: list[tuple[str, Entry]] = []
    if document:
        filed = document_of(
            session,
            document,
            issued_by,
            instrument,
            document_title,
            language,
            address,
            document_date,
        )
        documents.append(("document", filed))
    same = [
        held.meeting.ref
        for held in session.register.meetings.on(MeetingRef.on(code, day), session.whole_view)
        if _is_the_same(held.meeting, meeting)
    ]
    known = session.register.known().first_file_of
    with session.writing() as stamp:
        ref = next_meeting_ref(session.root, MeetingRef.on(code, day), known)
        tables = [("meeting", replace(meeting, ref=str(ref))), *documents]
        create_meeting(session.root, ref.path, tables, stamp)
    say(f"{ref}  {meeting.title}")
    say(f"  file    {session.root / ref.path}")
    if ref.letter:
        say(
            f"  note    the {ref.letter} says that another meeting of that day with {code} is on file"
        )
    for other in same:
        twice = f"if it was filed twice: dipltrack strike {ref}"
        warn(f"warning: {other} has the same day and title — {twice}")
    warn_if_ahead(session, day)


@app.command("list")
def list_(
    ctx: typer.Context,
    partner: Partner = None,
    everything: Everything = False,
    limit: Limit = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    form: AnyFormat = None,
    out: Out = None,
) -> None:
    """List the meetings by date, with the number of items and of open ones."""
    session: Session = ctx.obj
    goes, view = delivery_of(form, out), session.view(as_of, known_by)
    most = goes.most(limit, everything=everything)
    answer = session.register.meetings.ask(view, names_of(partner), most)
    if goes.is_json:
        meetings = [meeting_of(held) for held in answer.meetings]
        show_json(json_document(view.as_of, view.known_by, meetings=meetings), goes)
    else:

        def report_with(rows: int) -> Report:
            blocks = meetings_blocks(answer.meetings[:rows], answer.count - rows)
            return report_of(session, view, "Meetings", blocks)

        whole = everything or limit is not None
        goes.deliver_rows(report_with, len(answer.meetings), whole=whole)
    leave_if_broken(answer.errors)


@app.command("show")
def show_(
    ctx: typer.Context,
    ref: Annotated[
        str,
        typer.Argument(
            metavar="REF",
            help="A ref, or the beginning of one.",
            autocompletion=completion.meetings,
        ),
    ],
    as_of: AsOf = None,
    known_by: KnownBy = None,
    form: AnyFormat = None,
    out: Out = None,
) -> None:
    """Show one meeting: where and who, its documents, its items."""
    session: Session = ctx.obj
    goes, view = delivery_of(form, out), session.view(as_of, known_by)
    held = session.register.meetings.meant(ref, view)
    question = Question(meetings=(f"{held.meeting.ref}-",), each=True)
    answer = session.register.ask(question, view)
    items = answer.standings
    if goes.is_json:
        content = {"meeting": meeting_of(held), "items": items_of(items)}
        show_json(json_document(view.as_of, view.known_by, **content), goes)
    else:
        title = f"{held.meeting.ref}  {held.meeting.title}"
        goes.deliver(report_of(session, view, title, meeting_blocks(held, items)))
    leave_if_broken(answer.errors)


@app.command("set")
def set_(
    ctx: typer.Context,
    ref: Annotated[
        str,
        typer.Argument(
            metavar="REF",
            help="A ref, or the beginning of one.",
            autocompletion=completion.meetings,
        ),
    ],
    date: Annotated[
        str | None, typer.Option("--date", metavar="DAY", help="Its day; of several the last.")
    ] = None,
    first: Annotated[
        str | None, typer.Option("--from", metavar="DAY", help="Its first day, of several.")
    ] = None,
    title: Annotated[str | None, typer.Option("--title", help="What the meeting was.")] = None,
    place: Annotated[str | None, typer.Option("--place", help="Where.")] = None,
    level: Annotated[
        str | None,
        typer.Option("--level", metavar="WORD", help="Who met.", autocompletion=completion.levels),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option("--form", metavar="WORD", help="How.", autocompletion=completion.forms),
    ] = None,
    parties: Annotated[
        str | None, typer.Option("--parties", metavar="CODES", help="All who took part: JP,TR.")
    ] = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Why it was wrong.")] = None,
    reread: Annotated[
        bool, typer.Option("--reread", help="Read the windows of its items from the new date.")
    ] = False,
) -> None:
    """Correct a field of a meeting; after a new date, offer to read its items' windows anew.

    dipltrack meeting set TR-20171228 --date 2017-12-29
    """
    from dipltrack.cli.meeting_set import set_meeting

    typed = {
        "date": date,
        "from": first,
        "title": title,
        "place": place,
        "level": level,
        "form": form,
        "parties": parties,
    }
    set_meeting(ctx.obj, ref, typed, reason, reread=reread)


def meeting_typed(session: Session, text: str | None) -> Held:
    """The meeting that was typed, or the only one there is.

    Raises WrongUsageError, NoMatchError, AmbiguousError.
    """
    refuse_if_in_broken(session, text or "")
    if text is not None:
        return session.register.meetings.meant(text, session.whole_view)
    last = last_meetings(session)
    if not last:
        raise WrongUsageError("no meeting is on file yet: dipltrack meeting add")
    if len(last) == 1:
        return session.register.meetings.meant(last[0][0], session.whole_view)
    refs = ", ".join(ref for ref, _ in last)
    raise WrongUsageError(f"--meeting is needed: of which one? The last are {refs}")


def last_meetings(session: Session) -> list[tuple[str, str]]:
    """Refs and titles of the five meetings that were held last, the last one last."""
    return session.register.meetings.last(session.whole_view, 5)


def _is_the_same(one: Meeting, other: Meeting) -> bool:
    """True for meetings of one day and title: most often one that was filed twice."""
    return one.date == other.date and one.title.casefold() == other.title.casefold()


def _asked(
    session: Session, partner: str | None, date: str | None, title: str | None
) -> tuple[str, str, str]:
    """What every meeting needs, asked for on a terminal where it was not typed."""
    if on_terminal():
        partner = insisted("Partner, such as TR", partner, partner_typed)
        date = insisted("Day of the meeting", date, lambda day: session.day("the day", day))
        title = insisted("What was it, such as Foreign ministers' meeting", title, _title)
    needed = {"--partner": partner, "--date": date, "--title": title}
    missing = [option for option, value in needed.items() if not value]
    if missing:
        raise WrongUsageError(f"{' and '.join(missing)} needed: with whom, when, what was it?")
    return partner or "", date or "", title or ""


def _title(text: str) -> str:
    title = title_typed(text, "--title")
    if title is None:
        raise WrongUsageError("--title is empty: what was the meeting?")
    return title


def _two(partner: str, session: Session) -> tuple[str, ...]:
    """Where no parties were typed: we, and the partner if it is a party itself."""
    ours = session.settings.ledger.party
    return (ours, partner) if len(partner) == 2 and partner != ours else (ours,)
