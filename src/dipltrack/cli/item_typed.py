"""A new item as it was typed: each field read, or what is wrong with it."""

from msgspec import Struct
from msgspec.structs import replace

from dipltrack.cli.options import title_typed, word_of
from dipltrack.cli.proposing import Proposal, proposal_of
from dipltrack.cli.session import Session
from dipltrack.cli.stated import chosen_timing, place_of, timing_of
from dipltrack.cli.usage import WrongUsageError
from dipltrack.model.vocabulary import Kind, TimingClass
from dipltrack.model.window import UNTIMED, Every, Timing
from dipltrack.register.held import Held


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


def proposal_typed(session: Session, typed: Typed, held: Held) -> Proposal:
    """What the passage proposes, where firmness or voice is not given."""
    if typed.firmness and typed.voice:
        return Proposal()
    return proposal_of(session, typed.wording, held.meeting, held.documents, typed.source)


def timing_typed(
    session: Session, when: str | None, every: str | None, held: Held, *, asking: bool
) -> Timing:
    """The time that was typed, with its window; a period alone is a time. Raises WrongUsageError.

    `asking` lets the officer choose where the words have several readings.
    """
    period = _every_typed(every)
    if when is None:
        if period is None:
            return UNTIMED
        when = f"every {period}"
    read = chosen_timing if asking else timing_of
    timing = read(session, when, held.meeting.date, place_of(held.meeting), held.documents)
    if period is not None:
        timing = replace(timing, window=replace(timing.window, every=period))
    return timing


def kind_typed(typed: str | None, every: str | None, timing: Timing) -> Kind:
    """The kind that was typed; else what has a period recurs, from its first window on."""
    window = timing.window
    if typed is None:
        recurs = window.class_ is TimingClass.RECURRING or window.every is not None
        return Kind.RECURRING if recurs else Kind.ONE_OFF
    kind = word_of(Kind, typed, "--kind")
    if kind is Kind.ONE_OFF and every is not None:
        raise WrongUsageError(f"--every {every} is of what recurs: leave --kind one-off away")
    return kind


def _every_typed(text: str | None) -> Every | None:
    """The period after which it comes back, or None. Raises WrongUsageError."""
    if text is None:
        return None
    wanted = {"annually": "1 year", "yearly": "1 year", "year": "1 year", "monthly": "1 month"}
    every = Every.of(wanted.get(text.strip().casefold(), text.strip().casefold()))
    if every is None:
        raise WrongUsageError(f'--every "{text}": write years or months, as "1 year"')
    return every


def needed_title(text: str | None) -> str:
    """The title that was typed. Raises WrongUsageError where there is none."""
    title = title_typed(text, "the title")
    if title is None:
        raise WrongUsageError('the title is empty: say the act, as "Hold the 8th round"')
    return title
