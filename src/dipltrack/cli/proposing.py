"""What the wording of a passage proposes for its item: how firm it is, and in whose voice."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from msgspec import Struct

from dipltrack.cli.options import word_of
from dipltrack.cli.output import warn
from dipltrack.cli.prompt import asked
from dipltrack.cli.session import Session
from dipltrack.cli.source import voice_typed
from dipltrack.model.meeting import Document, Meeting
from dipltrack.model.vocabulary import Firmness, Form, Instrument, Voice

_OF_ONE_SIDE = frozenset({Form.LETTER, Form.NOTE_VERBALE, Form.STATEMENT})
_CHINESE = frozenset({"zh", "yue", "lzh"})
"""Languages whose words look Japanese, and are not to be read so."""
_OTHER = {Voice.OURS: Voice.THEIRS, Voice.THEIRS: Voice.OURS}


class Proposal(Struct, frozen=True, kw_only=True):
    """What the words propose, each with the words that tell it; None where they do not tell."""

    firmness: Firmness | None = None
    firmness_from: str = ""
    voice: Voice | None = None
    voice_from: str = ""


class Filed(NamedTuple):
    """An item that is on file, and the day of its meeting."""

    ref: str
    on: date


def proposal_of(
    session: Session,
    wording: str | None,
    meeting: Meeting,
    documents: Sequence[Document],
    source: str | None,
) -> Proposal:
    """What the passage proposes, read in the language of its document, else in that of its words.

    A release may be filed under one language and quoted in another. A broken list of words is told,
    and proposes nothing: ours would be another rule.
    """
    if wording is None:
        return Proposal()
    from dipltrack.ledger.firmness import read_firmness
    from dipltrack.wording.firmness import firmness_of, quoted
    from dipltrack.wording.firmness_rules import Role
    from dipltrack.wording.language import language_of

    rules, faults = read_firmness(session.root)
    for fault in faults:
        warn(str(fault))
    if rules is None:
        return Proposal()
    name = (source or "").partition(" ")[0]
    document = next((one for one in documents if one.name == name), None)
    own = (document.language or "").partition("-")[0].lower() if document else ""
    reading = firmness_of(wording, own, rules)
    if reading.firmness is None and own not in _CHINESE:
        reading = firmness_of(wording, language_of(wording), rules)
    said = [one for one in reading.matched if one.role is not Role.VOICE]
    heard = [one for one in reading.matched if one.role is Role.VOICE]
    party = session.settings.ledger.party
    return Proposal(
        firmness=reading.firmness,
        firmness_from=quoted(said),
        voice=voice_for(reading.voice, meeting, document, party)
        or _voice_named(reading.speaker, meeting, party),
        voice_from=quoted(heard or said[:1]),
    )


def _voice_named(speaker: str | None, meeting: Meeting, party: str) -> Voice | None:
    """Ours or theirs, where the one side that speaks is named by its country: "the Turkish side"."""
    from dipltrack.wording.sides import party_named

    parties = meeting.parties or (party, meeting.ref.rpartition("-")[0])
    if speaker is None or len(parties) > 2:
        return None
    named = party_named(speaker, parties)
    return None if named is None else Voice.OURS if named == party else Voice.THEIRS


def voice_for(
    voice: Voice | None, meeting: Meeting, document: Document | None, party: str
) -> Voice | None:
    """The voice for the ledger of that party, of one that the words of a document tell.

    "We" of a letter, a statement or a press conference is one side, and which one the words do not
    tell; "our side" in the other side's record is theirs. Of many, "theirs" would name nobody.
    """
    conference = document is not None and document.instrument is Instrument.PRESS_CONFERENCE
    if voice is Voice.JOINT:
        return None if conference or meeting.form in _OF_ONE_SIDE else voice
    issuer = document.issued_by if document and document.issued_by else party
    if voice is not None and issuer != party:
        partner = meeting.ref.rpartition("-")[0]
        voice = _OTHER[voice] if issuer in {partner, *meeting.parties} else None
    return None if voice is Voice.THEIRS and len(meeting.parties) > 2 else voice


def asked_voice(
    voice: str | None, proposal: Proposal, meeting: Meeting, *, again: bool = False
) -> str | None:
    """The voice, or what is answered; what the words propose is offered."""
    return asked(
        f"Whose words: joint, ours, theirs, {', '.join(meeting.parties)}",
        voice,
        lambda word: voice_typed(word, meeting),
        again=again,
        offered=proposal.voice,
        because=proposal.voice_from,
    )


def asked_firmness(firmness: str | None, proposal: Proposal, *, again: bool = False) -> str | None:
    """The firmness, or what is answered; what the words propose is offered."""
    return asked(
        "How firm: undertaking, agreement, plan, endeavour, statement",
        firmness,
        lambda word: word_of(Firmness, word, "How firm"),
        again=again,
        offered=proposal.firmness,
        because=proposal.firmness_from,
    )


def note_of(
    proposal: Proposal, *, firmness: bool, voice: bool, filed: Filed | None = None
) -> str | None:
    """The line that names what the words propose of what was not given, and how it is filed.

    Of an item that is filed already it names the command that puts it right, as of its meeting.
    """
    read: list[str] = []
    options: list[tuple[str, str]] = []
    if firmness and proposal.firmness:
        read.append(f"{proposal.firmness}, from {proposal.firmness_from}")
        options.append(("firmness", proposal.firmness))
    if voice and proposal.voice:
        read.append(f"{proposal.voice}, from {proposal.voice_from}")
        options.append(("voice", proposal.voice))
    if not read:
        return None
    if filed is None:
        typed = " ".join(f"--{key} {word}" for key, word in options)
    else:
        changes = " ".join(f"--set {key}={word}" for key, word in options)
        typed = f"dipltrack update {filed.ref} --on {filed.on} {changes}"
    return f"the wording reads as {'; '.join(read)}: {typed} files it so"
