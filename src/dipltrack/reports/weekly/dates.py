"""Times that were fixed or moved in the week, and those that come up."""

from collections.abc import Iterator, Sequence
from datetime import date

from dipltrack.model.update import Update
from dipltrack.model.vocabulary import TimingChange
from dipltrack.model.window import Timing
from dipltrack.register.standing import Standing
from dipltrack.reports.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Need,
    Paragraph,
    Ref,
    Span,
    Table,
    Text,
)
from dipltrack.reports.days import written_window
from dipltrack.reports.items import sides_told, title_cell
from dipltrack.reports.prose import told_day
from dipltrack.reports.weekly.changes import Changes
from dipltrack.reports.weekly.length import MOST, more_than
from dipltrack.reports.weekly.week import AHEAD

_TIMED = (
    Column("Ref", whole=True),
    Column("Promised action", least=14, good=24, share=3),
    Column("Change", least=8, whole=True),
    Column("From → to", least=16, good=24, share=2),
    Column("Why", least=12, good=20, share=3),
)


def timed_section(changes: Changes) -> list[Block]:
    """The times that changed in the week: from which to which, and why."""
    timed = changes.timed
    if not timed:
        return []
    rows = tuple(_timed_row(one, update, to) for one, update, to in timed[:MOST])
    title = "Dates fixed or moved"
    return [Heading(title, len(timed)), Table(_TIMED, rows), *more_than(len(timed))]


def _timed_row(standing: Standing, update: Update, to: Timing) -> tuple[Cell, ...]:
    before = _timing_before(standing, update)
    why = " ".join(part for part in (update.reason, update.note) if part)
    whose = f" ({', '.join(update.voice)})" if update.voice else ""
    return (
        Ref(standing.ref),
        title_cell(standing),
        Text(f"{update.timing or 'moved'}{whose}"),
        Text(f"{_words(before)} → {_words(to)}"),
        Text(why),
    )


def _timing_before(standing: Standing, update: Update) -> Timing:
    """The time that was in force before the entry."""
    timing = standing.state.first
    for one in standing.state.entries:
        if one is update:
            break
        if one.to is not None and one.timing is not TimingChange.EXPECTED:
            timing = one.to
    return timing


def _words(timing: Timing) -> str:
    """The window, else the words that mean none."""
    stated = f"“{timing.stated}”" if timing.stated else "no date"
    return written_window(timing.window) or stated


_COMING = (
    Column("When", least=11, good=14, most=26),
    Column("Ref", whole=True),
    Column("Promised action", least=16, good=28, share=4),
    Column("How sure", least=8, most=26),
    Column("Lead / counterpart", Need.OFTEN, least=11, most=20),
    Column("Next step", Need.SOMETIMES, least=12, share=2),
)


def coming_section(chased: Sequence[Standing], day: date) -> list[Block]:
    """What begins or ends within sixty days: fixed and expected days first."""
    until = day + AHEAD
    rows = sorted(
        (
            entry
            for one in chased
            if one.state.closed_on is None
            for entry in _coming_of(one, day, until)
        ),
        key=lambda entry: entry[:3],
    )
    title = f"Coming up to {told_day(until, day.year)}"
    if not rows:
        return [Heading(title), Paragraph("No day is fixed, expected or due.")]
    shown = tuple(row for *_, row in rows[:MOST])
    return [Heading(title, len(rows)), Table(_COMING, shown), *more_than(len(rows))]


def _coming_of(
    standing: Standing, day: date, until: date
) -> Iterator[tuple[int, date, str, tuple[Cell, ...]]]:
    state = standing.state
    fixed = any(
        update.timing is TimingChange.FIXED and update.to == state.timing
        for update in state.entries
    )
    times = [(0 if fixed else 2, "fixed" if fixed else "agreed", state.window)]
    if state.expected is not None:
        times.append((1, f"expected{_whose(standing)}", state.expected.window))
    for rank, sure, window in times:
        begins, ends = window.earliest, window.latest
        at = next((d for d in (begins, ends) if d is not None and day <= d <= until), None)
        if at is not None:
            yield (
                rank,
                at,
                standing.ref,
                (
                    Span(window),
                    Ref(standing.ref),
                    title_cell(standing),
                    Text(sure),
                    Text(sides_told(standing)),
                    Text(state.next_step or ""),
                ),
            )


def _whose(standing: Standing) -> str:
    """Whose word the expected time is."""
    last = next(
        (u for u in reversed(standing.state.entries) if u.timing is TimingChange.EXPECTED), None
    )
    return f" ({', '.join(last.voice)})" if last and last.voice else ""
