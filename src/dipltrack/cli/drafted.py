"""A proposal that the officer changes: field by field, in an editor, in two, joined with another."""

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dipltrack.cli.names import settle_bodies, settle_dossier
from dipltrack.cli.options import clean, names_of, title_typed, word_of
from dipltrack.cli.prompt import asked, asked_passage, insisted
from dipltrack.cli.session import Session
from dipltrack.cli.source import voice_typed
from dipltrack.cli.stated import chosen_timing, place_of
from dipltrack.cli.usage import WrongUsageError
from dipltrack.model.vocabulary import Firmness, Kind
from dipltrack.model.window import UNTIMED, Timing
from dipltrack.register.held import Held

if TYPE_CHECKING:
    from dipltrack.intake.proposal import Proposal


def edited(session: Session, proposal: "Proposal", held: Held) -> "Proposal":
    """The proposal with what is answered; Enter keeps what stands there, `none` empties it."""
    meeting = held.meeting
    title = insisted("The act", proposal.title, act_typed, again=True)
    stated = asked(
        "When, in the words of the document",
        proposal.timing.stated,
        lambda words: chosen_ok(session, words, held),
        again=True,
    )
    timing = timing_typed(session, stated, proposal, held)
    passage = asked_passage(
        "The passage, verbatim",
        proposal.passage,
        lambda text: clean(text, "the passage", lines=True),
        again=True,
    )
    voice = asked(
        f"Whose words: joint, ours, theirs, {', '.join(meeting.parties)}",
        ", ".join(proposal.voice) or None,
        lambda word: voice_typed(word, meeting),
        again=True,
    )
    firmness = asked(
        "How firm: undertaking, agreement, plan, endeavour, statement",
        proposal.firmness,
        lambda word: word_of(Firmness, word, "How firm"),
        again=True,
    )
    kind = insisted(
        "What kind: one-off, recurring, continuing",
        proposal.kind,
        lambda word: word_of(Kind, word, "What kind"),
        again=True,
    )
    sector = asked("Sector", proposal.sector, lambda word: clean(word, "the sector"), again=True)
    dossier = asked(
        "Dossier",
        proposal.dossier,
        lambda word: settle_dossier(session, clean(word, "the dossier")),
        again=True,
    )
    lead = asked(
        "Who carries it here",
        ", ".join(proposal.lead) or None,
        lambda names: settle_bodies(session, "lead", names_of(names)),
        again=True,
    )
    counterpart = asked(
        "Who carries it there",
        ", ".join(proposal.counterpart) or None,
        lambda names: settle_bodies(session, "counterpart", names_of(names)),
        again=True,
    )
    return replace(
        proposal,
        title=title,
        timing=timing,
        passage=passage or proposal.passage,
        voice=voice_typed(voice, meeting),
        firmness=word_of(Firmness, firmness, "How firm") if firmness else None,
        kind=word_of(Kind, kind, "What kind"),
        sector=sector,
        dossier=dossier,
        lead=names_of(lead),
        counterpart=names_of(counterpart),
    )


def timing_typed(session: Session, stated: str | None, proposal: "Proposal", held: Held) -> Timing:
    """The timing that the words mean; that of the proposal where they are the same."""
    if stated is None:
        return UNTIMED
    if stated == proposal.timing.stated:
        return proposal.timing
    meeting = held.meeting
    return chosen_timing(session, stated, meeting.date, place_of(meeting), held.documents)


def chosen_ok(session: Session, words: str, held: Held) -> None:
    """Raises UnreadTimeError for words of time that are not understood."""
    from dipltrack.cli.stated import timing_of

    timing_of(session, words, held.meeting.date, place_of(held.meeting), held.documents)


def retimed(proposal: "Proposal") -> "Proposal":
    """The proposal without its time, where the words that state it stand in the other half."""
    stated = proposal.timing.stated
    if stated is None or stated in proposal.passage:
        return proposal
    return replace(proposal, timing=UNTIMED)


def joined(before: "Proposal", draft: "Proposal") -> "Proposal":
    """The first proposal with the words of both, and the time of the one that has one."""
    from dipltrack.intake.kin import JOINT

    text = before.paragraph.text
    start, end = text.find(before.passage), text.find(draft.passage)
    last = max(start + len(before.passage), end + len(draft.passage))
    passage = (
        text[start:last]
        if before.paragraph is draft.paragraph and 0 <= start <= end
        else f"{before.passage}{JOINT}{draft.passage}"
    )
    timing = before.timing if before.timing.stated is not None else draft.timing
    return replace(before, passage=passage, timing=timing)


def halves(passage: str) -> tuple[str, str] | None:
    """The two halves of a passage at the "and" or the comma nearest to its middle, if there is one."""
    found = list(re.finditer(r",?\s+and\s+|;\s*|,\s+|、|\s+(?:et|y)\s+", passage))
    if not found:
        return None
    middle = len(passage) / 2
    at = min(found, key=lambda one: abs((one.start() + one.end()) / 2 - middle))
    return passage[: at.start()].strip(), passage[at.end() :].strip()


def act_typed(text: str) -> str:
    """The title as typed. Raises WrongUsageError where nothing was."""
    title = title_typed(text, "the title")
    if title is None:
        raise WrongUsageError('the title is empty: say the act, as "Hold the 8th round"')
    return title
