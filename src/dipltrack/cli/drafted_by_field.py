"""A proposal that the officer changes field by field, each with a question."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dipltrack.cli.drafted import act_typed, chosen_ok, timing_typed
from dipltrack.cli.names import settle_bodies, settle_dossier
from dipltrack.cli.options import clean, names_of, word_of
from dipltrack.cli.output import say
from dipltrack.cli.prompt import asked, asked_passage, insisted
from dipltrack.cli.session import Session
from dipltrack.cli.source import voice_typed
from dipltrack.model.vocabulary import Firmness, Kind
from dipltrack.register.held import Held

if TYPE_CHECKING:
    from dipltrack.intake.proposal import Proposal


_REST = "."


class _RestKeptError(Exception):
    """The officer keeps what stands in this field and in all that follow."""


def edited(session: Session, proposal: "Proposal", held: Held) -> "Proposal":
    """The proposal with what is answered; Enter keeps what stands there, `none` empties it.

    A full stop alone keeps that field and all that follow, so that a new title is one answer.
    """
    say(f"  Enter keeps what stands there, none empties it, {_REST} alone keeps the rest")
    for field in _FIELDS:
        try:
            proposal = field(session, proposal, held)
        except _RestKeptError:
            break
    return proposal


def _unless_kept(check: Callable[[str], object]) -> Callable[[str], object]:
    """The check of an answer, but for the one that keeps the rest."""

    def checked(answer: str) -> object:
        if answer.strip() == _REST:
            raise _RestKeptError
        return check(answer)

    return checked


def _titled(session: Session, proposal: "Proposal", held: Held) -> "Proposal":
    title = insisted("The act", proposal.title, _unless_kept(act_typed), again=True)
    return replace(proposal, title=title)


def _timed(session: Session, proposal: "Proposal", held: Held) -> "Proposal":
    stated = asked(
        "When, in the words of the document",
        proposal.timing.stated,
        _unless_kept(lambda words: chosen_ok(session, words, held)),
        again=True,
    )
    return replace(proposal, timing=timing_typed(session, stated, proposal, held))


def _quoted(session: Session, proposal: "Proposal", held: Held) -> "Proposal":
    passage = asked_passage(
        "The passage, verbatim",
        proposal.passage,
        _unless_kept(lambda text: clean(text, "the passage", lines=True)),
        again=True,
    )
    return replace(proposal, passage=passage or proposal.passage)


def _voiced(session: Session, proposal: "Proposal", held: Held) -> "Proposal":
    meeting = held.meeting
    voice = asked(
        f"Whose words: joint, ours, theirs, {', '.join(meeting.parties)}",
        ", ".join(proposal.voice) or None,
        _unless_kept(lambda word: voice_typed(word, meeting)),
        again=True,
    )
    return replace(proposal, voice=voice_typed(voice, meeting))


def _firm(session: Session, proposal: "Proposal", held: Held) -> "Proposal":
    firmness = asked(
        "How firm: undertaking, agreement, plan, endeavour, statement",
        proposal.firmness,
        _unless_kept(lambda word: word_of(Firmness, word, "How firm")),
        again=True,
    )
    told = word_of(Firmness, firmness, "How firm") if firmness else None
    return replace(proposal, firmness=told)


def _of_kind(session: Session, proposal: "Proposal", held: Held) -> "Proposal":
    kind = insisted(
        "What kind: one-off, recurring, continuing",
        proposal.kind,
        _unless_kept(lambda word: word_of(Kind, word, "What kind")),
        again=True,
    )
    return replace(proposal, kind=word_of(Kind, kind, "What kind"))


def _of_sector(session: Session, proposal: "Proposal", held: Held) -> "Proposal":
    sector = asked(
        "Sector",
        proposal.sector,
        _unless_kept(lambda word: clean(word, "the sector")),
        again=True,
    )
    return replace(proposal, sector=sector)


def _of_dossier(session: Session, proposal: "Proposal", held: Held) -> "Proposal":
    dossier = asked(
        "Dossier",
        proposal.dossier,
        _unless_kept(lambda word: settle_dossier(session, clean(word, "the dossier"))),
        again=True,
    )
    return replace(proposal, dossier=dossier)


def _carried_here(session: Session, proposal: "Proposal", held: Held) -> "Proposal":
    lead = _asked_bodies(session, "Who carries it here", "lead", proposal.lead)
    return replace(proposal, lead=lead)


def _carried_there(session: Session, proposal: "Proposal", held: Held) -> "Proposal":
    there = _asked_bodies(session, "Who carries it there", "counterpart", proposal.counterpart)
    return replace(proposal, counterpart=there)


def _asked_bodies(
    session: Session, question: str, key: str, bodies: tuple[str, ...]
) -> tuple[str, ...]:
    names = asked(
        question,
        ", ".join(bodies) or None,
        _unless_kept(lambda names: settle_bodies(session, key, names_of(names))),
        again=True,
    )
    return names_of(names)


_FIELDS: "tuple[Callable[[Session, Proposal, Held], Proposal], ...]" = (
    _titled,
    _timed,
    _quoted,
    _voiced,
    _firm,
    _of_kind,
    _of_sector,
    _of_dossier,
    _carried_here,
    _carried_there,
)
