"""A proposal that the officer changes: its time as typed, in two, joined with another."""

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from dipltrack.cli.options import title_typed
from dipltrack.cli.session import Session
from dipltrack.cli.stated import chosen_timing, place_of
from dipltrack.cli.usage import WrongUsageError
from dipltrack.model.window import UNTIMED, Timing
from dipltrack.register.held import Held

if TYPE_CHECKING:
    from dipltrack.intake.proposal import Proposal


_FEWEST = 3  # words of half a passage that is an act


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
    """The two halves of a passage at the "and" nearest to its middle, else at a comma there.

    Nothing where either half would be no act: "On agriculture, they will meet".

    >>> halves("They will meet in May, and report to the Ministers")
    ('They will meet in May', 'report to the Ministers')
    >>> halves("On agriculture, they will meet")
    """
    middle = len(passage) / 2
    for parted in (r",?\s+and\s+|;\s*|\s+(?:et|y)\s+|(?<=し)、|及び", r",\s+|、"):
        found = sorted(
            re.finditer(parted, passage),
            key=lambda one: abs((one.start() + one.end()) / 2 - middle),
        )
        for at in found:
            one, other = passage[: at.start()].strip(), passage[at.end() :].strip()
            if min(len(one.split()), len(other.split())) >= _FEWEST or "、" in at[0]:
                return one, other
    return None


def act_typed(text: str) -> str:
    """The title as typed. Raises WrongUsageError where nothing was."""
    title = title_typed(text, "the title")
    if title is None:
        raise WrongUsageError('the title is empty: say the act, as "Hold the 8th round"')
    return title
