"""The letter by which a body is asked how its items stand, as plain lines."""

from collections.abc import Iterator, Sequence
from datetime import date

from dipltrack.model.settings import Body, Settings
from dipltrack.register.standing import Standing
from dipltrack.reports.days import written_day, written_window


def letter_of(
    settings: Settings,
    body: Body | None,
    name: str,
    standings: Sequence[Standing],
    day: date,
    reply_by: date | None,
) -> Iterator[str]:
    """The letter to the body about the items, line by line."""
    yield f"To: {body.title if body and body.title else name}"
    if body and body.mail:
        yield f"    {body.mail}"
    yield f"From: {settings.ledger.name}"
    yield f"Date: {written_day(day)}"
    yield ""
    count = len(standings)
    yield (
        f"How do the following {count} commitments stand?"
        if count != 1
        else ("How does the following commitment stand?")
    )
    if reply_by is not None:
        yield f"Please answer by {written_day(reply_by)}."
    for standing in standings:
        yield ""
        yield f"{standing.ref}  {standing.item.title}"
        yield f"  promised  {standing.meeting.title}, {written_day(standing.meeting.date)}"
        yield from _words(standing)
        yield f"  on file   {_on_file(standing)}"


def _words(standing: Standing) -> Iterator[str]:
    if standing.item.wording:
        yield f"  wording   “{standing.item.wording}”"
    timing = standing.state.timing
    window = written_window(timing.window)
    if timing.stated:
        yield f"  time      “{timing.stated}”{f' ({window})' if window else ''}"


def _on_file(standing: Standing) -> str:
    asked = len(standing.state.asks) - 1
    before = "" if asked < 1 else f"; asked {asked} time{'' if asked == 1 else 's'} before"
    last = standing.state.last_report
    since = f", last report of {written_day(last)}" if last else ""
    return f"{standing.state.status}{since}{before}"
