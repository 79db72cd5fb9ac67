"""The meeting and the document of an intake: those on file, or filed on the way."""

import re
from datetime import date
from typing import TYPE_CHECKING

from dipltrack.cli.document import document_of
from dipltrack.cli.filing import file_entries, just
from dipltrack.cli.meeting import meeting_typed
from dipltrack.cli.occasion import partner_typed
from dipltrack.cli.options import word_of
from dipltrack.cli.output import say
from dipltrack.cli.prompt import agreed, asked, insisted
from dipltrack.cli.session import Session
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.append import create_meeting
from dipltrack.ledger.mint import next_meeting_ref
from dipltrack.model.meeting import Meeting
from dipltrack.model.ref import MeetingRef
from dipltrack.model.vocabulary import Instrument, Level
from dipltrack.register.held import Held
from dipltrack.register.question import Question

if TYPE_CHECKING:
    from dipltrack.intake.document.communique import Communique
    from dipltrack.intake.kin import OnFile


def items_beside(session: Session, held: Held) -> "list[OnFile]":
    """The items of the meeting, and the open ones of earlier meetings with the same partner."""
    from dipltrack.intake.kin import OnFile

    view = session.whole_view
    ref, partner = held.meeting.ref, held.meeting.ref.rpartition("-")[0]
    own = session.register.ask(Question(meetings=(f"{ref}-",), each=True), view).standings
    others = session.register.ask(Question(partners=(partner,), open_only=True), view).standings
    found = {standing.ref: (standing, True) for standing in own}
    for standing in others:
        if standing.ref not in found and standing.meeting.date < held.meeting.date:
            found[standing.ref] = (standing, False)
    return [
        OnFile(
            item=standing.filed,
            records=standing.records,
            window=standing.state.timing.window,
            same_meeting=same,
        )
        for standing, same in found.values()
    ]


def offered_meeting(
    session: Session, communique: "Communique", day: date | None, document: str | None
) -> Held:
    """The meeting that the officer names at the terminal, or files now with this document."""
    if communique.title:
        say(f"“{communique.title}”{f', {communique.date}' if communique.date else ''}")
    if not agreed("--meeting is not given. File the meeting and the document now", default=True):
        raise WrongUsageError("--meeting is needed: of which meeting is it the record?")
    default = session.settings.default
    code = (
        insisted("Partner, such as TR", default.partner, partner_typed, again=True).strip().upper()
    )
    offered = day or communique.date
    typed = insisted(
        "Day of the meeting",
        offered.isoformat() if offered else None,
        lambda text: session.day("the day", text),
        again=True,
    )
    on = session.day("the day", typed) or session.today
    held = _on_file(session, code, on)
    if held is not None:
        return held
    title = insisted(
        "What was it, such as Foreign ministers' meeting",
        communique.title,
        lambda _: None,
        again=True,
    )
    place = asked("Where", default.place, lambda _: None, again=True)
    level = asked(
        "Who met: leaders, ministers, senior officials, working",
        default.level or _level_in(communique.title or title),
        lambda word: word_of(Level, word, "Who met"),
        again=True,
    )
    name = insisted("Short name of the document", document or "release", _one_word, again=True)
    ours = session.settings.ledger.party
    meeting = Meeting(
        ref=str(MeetingRef.on(code, on)),
        title=title,
        date=on,
        place=place,
        level=word_of(Level, level, "Who met") if level else None,
        parties=(ours, code) if len(code) == 2 and code != ours else (ours,),
    )
    filed = _document(session, name, communique)
    from msgspec.structs import replace

    known = session.register.known().first_file_of
    with session.writing() as stamp:
        ref = next_meeting_ref(session.root, MeetingRef.on(code, on), known)
        tables = [("meeting", replace(meeting, ref=str(ref))), ("document", filed)]
        create_meeting(session.root, ref.path, tables, stamp)
        session.register.written(ref.path)
    say(f"{ref}  {meeting.title}, with the document {name}")
    return meeting_typed(session, str(ref))


def _level_in(title: str) -> str | None:
    """The level that a title tells, to be offered; None where it tells none."""
    words = {
        Level.LEADERS: r"\bsummit\b|\bleaders\b|\bprime ministers?\b|\bpresidents?\b|首脳|\bsommet\b|\bcumbre\b",
        Level.MINISTERS: r"\bminist(?:ers?|erial|res?|ros?)\b|外相|大臣|\bcanciller",
    }
    for level, pattern in words.items():
        if re.search(pattern, title, re.IGNORECASE):
            return level.value
    return None


def _on_file(session: Session, code: str, on: date) -> Held | None:
    """The meeting of that day that is on file already, if the officer means it."""
    for held in session.register.meetings.on(MeetingRef.on(code, on), session.whole_view):
        if agreed(f"Is it {held.meeting.ref}, {held.meeting.title}", default=True):
            return held
    return None


def filed_document(session: Session, held: Held, name: str, communique: "Communique") -> None:
    """Files the document of a meeting that is on file."""
    _one_word(name)
    document = _document(session, name, communique)
    with session.writing() as stamp:
        file_entries(session, held.path, just([("document", document)]), stamp)


def _document(session: Session, name: str, communique: "Communique"):  # type: ignore[no-untyped-def]  # noqa: ANN202
    return document_of(
        session,
        name,
        None,
        None if session.settings.default.instrument else Instrument.OTHER.value,
        communique.title,
        communique.language,
        None,
        communique.date.isoformat() if communique.date else None,
    )


def _one_word(name: str) -> None:
    if not name.strip() or " " in name.strip() or "/" in name:
        raise WrongUsageError(f'"{name}" is no name of a document: one word, such as release')
