"""What was done in the week, and the decisions that are sought: a card for each."""

from collections.abc import Iterator, Sequence
from datetime import date

from dipltrack.model.update import Update
from dipltrack.model.vocabulary import Status
from dipltrack.register.standing import Standing
from dipltrack.reports.blocks import (
    Block,
    Heading,
    Pair,
    Pairs,
    Paragraph,
    Stated,
    Text,
)
from dipltrack.reports.items import title_cell
from dipltrack.reports.play import lateness_of
from dipltrack.reports.prose import capital, told_day, told_days
from dipltrack.reports.sources import evidence_cell
from dipltrack.reports.weekly.changes import Changes
from dipltrack.reports.weekly.length import MOST, more_than
from dipltrack.reports.weekly.week import Week


def sought_section(now: Sequence[Standing], day: date) -> list[Block]:
    """The decisions that are sought from the reader, each with what is to be done next."""
    sought = [one for one in now if one.state.seek is not None]
    blocks: list[Block] = [Heading("Sought from you", len(sought) or None)]
    if not sought:
        return [*blocks, Paragraph("Nothing this week.")]
    for one in sought[:MOST]:
        seek = one.state.seek
        if seek is not None:
            since = f"since {told_day(seek.date, day.year)}"
            pairs = (Pair("Decision", Text(seek.seek or ""), since), *_next(one))
            blocks += [_card(one), Pairs(pairs)]
    return [*blocks, *more_than(len(sought))]


def done_section(changes: Changes, week: Week) -> list[Block]:
    """What was kept, held or closed in the week, each with its evidence and what follows."""
    done = [*changes.kept, *changes.held, *changes.closed]
    blocks: list[Block] = [Heading("Done", len(done) or None)]
    if not done:
        return [*blocks, Paragraph("Nothing was reported done this week.")]
    for one in done[:MOST]:
        blocks += [_card(one), Pairs(tuple(_done_pairs(one, week.as_of)))]
    return [*blocks, *more_than(len(done))]


def _card(standing: Standing) -> Heading:
    return Heading(title_cell(standing).text, level=3, ref=standing.ref)


def _done_pairs(standing: Standing, day: date) -> Iterator[Pair]:
    state, entry = standing.state, _entry_of_done(standing)
    if state.timing.stated or state.window.has_day:
        yield Pair("Agreed", Stated(state.timing.stated, state.window))
    if entry is not None:
        on = entry.when or told_days(entry.from_, entry.date, day.year)
        told = f"{on}{lateness_of(standing)}"
        words = entry.note or entry.reason
        label = capital((entry.status or "held").replace("-", " "))
        label = "Done" if entry.status is Status.FULFILLED else label
        yield Pair(label, Text(f"{told}: {words}" if words else told))
        if entry.evidence:
            yield Pair("Source", evidence_cell((entry,), standing.documents))
    yield from _next(standing)


def _entry_of_done(standing: Standing) -> Update | None:
    """The entry that closed it; of what is open and recurs the last holding."""
    if standing.state.closed_on is not None:
        return standing.state.status_entry
    return next((one for one in reversed(standing.state.entries) if one.held), None)


def _next(standing: Standing) -> Iterator[Pair]:
    """What is to be done next, else what is on file after it."""
    step = standing.state.next_step or ""
    later = [
        f"{one.ref} follows: {one.status}"
        for one in standing.chain.followed_by
        if one.ref not in step
    ]
    told = [step, *later] if step else later
    if told:
        yield Pair("Next", Text("; ".join(told)))
