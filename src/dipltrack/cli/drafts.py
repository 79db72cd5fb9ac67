"""The proposals of an intake as drafts, and the tables that they become in a meeting's file."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from dipltrack.cli.filing import file_entries, warn_of_others
from dipltrack.cli.options import clean, names_of, title_typed
from dipltrack.cli.output import say
from dipltrack.cli.session import Session
from dipltrack.cli.source import voice_typed
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.mint import next_item_ref
from dipltrack.model.commitment import Commitment, Record
from dipltrack.register.held import Held

if TYPE_CHECKING:
    from dipltrack.intake.kin import Kin
    from dipltrack.intake.proposal import Intake, Proposal


class State(Enum):
    """What became of a proposal so far."""

    OPEN = auto()
    FILED = auto()
    SKIPPED = auto()
    MERGED = auto()


class Draft(Struct, kw_only=True):
    """A proposal as it stands under review."""

    proposal: "Proposal"
    kin: "Kin | None" = None
    own: bool = False
    state: State = State.OPEN
    ref: str | None = None
    entry: str | None = None


def file_all(
    session: Session, held: Held, document: str, found: "Intake", kin: "dict[int, Kin]"
) -> None:
    """Files every proposal that is new, in one write; says what was filed and what was on file."""
    drafts = drafts_of(session, found, kin)
    new = [draft for draft in drafts if draft.state is State.OPEN]
    if new:
        with session.writing() as stamp:
            added = file_entries(
                session,
                held.path,
                lambda file: entries_of(session, file, held, document, new),
                stamp,
            )
        for _, entry in added:
            if isinstance(entry, Commitment):
                say(f"{entry.ref}  {entry.title}")
            elif isinstance(entry, Record):
                say(f"{entry.of}  one more record")
    said = len(drafts) - len(new)
    say(f"{len(new)} filed{f', {said} on file already' if said else ''}")
    if new:
        say(f"  file    {session.root / held.path}")
        warn_of_others(session, held.path)


def drafts_of(session: Session, found: "Intake", kin: "dict[int, Kin]") -> list[Draft]:
    """A draft for each proposal; what is on file already stands as filed."""
    default = session.settings.default
    drafts = []
    for at, proposal in enumerate(found.proposals):
        one = kin.get(at)
        if one is not None and one.relation.value == "filed":
            drafts.append(Draft(proposal=proposal, state=State.FILED, ref=one.ref))
        else:
            proposal = replace(
                proposal,
                lead=proposal.lead or names_of(default.lead),
                counterpart=proposal.counterpart or names_of(default.counterpart),
                sector=proposal.sector or default.sector,
            )
            drafts.append(Draft(proposal=proposal, kin=one))
    return drafts


def entries_of(
    session: Session, file: MeetingFile, held: Held, document: str, drafts: Sequence[Draft]
) -> list[tuple[str, Commitment | Record]]:
    """The tables of the drafts: an item each, or a record of one that is on file."""
    entries: list[tuple[str, Commitment | Record]] = []
    first = next_item_ref(file)
    stem, _, number = first.rpartition("-")
    count = int(number)
    for draft in drafts:
        kin = None if draft.own else draft.kin
        if kin is not None and kin.relation.value == "record":
            entries.append(("record", _record(kin.ref, draft.proposal, held, document)))
            continue
        restates = kin.ref if kin is not None else None
        entries.append(
            ("commitment", _item(session, f"{stem}-{count}", draft, held, document, restates))
        )
        count += 1
    return entries


def _record(of: str, proposal: "Proposal", held: Held, document: str) -> Record:
    return Record(
        of=of,
        document=document,
        paragraph=proposal.paragraph.place,
        wording=proposal.passage,
        firmness=proposal.firmness,
        voice=_voice(proposal, held),
        timing=proposal.timing,
    )


def _item(
    session: Session, ref: str, draft: Draft, held: Held, document: str, restates: str | None
) -> Commitment:
    proposal = draft.proposal
    return Commitment(
        ref=ref,
        title=title_typed(proposal.title, "the title") or proposal.passage[:80],
        dossier=proposal.dossier,
        document=document,
        paragraph=proposal.paragraph.place,
        wording=clean(proposal.passage, "the passage", lines=True),
        voice=_voice(proposal, held),
        firmness=proposal.firmness,
        kind=proposal.kind,
        sector=proposal.sector,
        lead=proposal.lead,
        counterpart=proposal.counterpart,
        timing=proposal.timing,
        restates=restates,
    )


def _voice(proposal: "Proposal", held: Held) -> tuple[str, ...]:
    """The voice, where it is one of the meeting; one that is not, is left to the officer."""
    try:
        return voice_typed(", ".join(proposal.voice), held.meeting)
    except WrongUsageError:
        return ()
