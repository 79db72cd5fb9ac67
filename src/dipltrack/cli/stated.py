"""Stated words that were typed -> a timing, by the ledger's conventions."""

from datetime import date

import typer

from dipltrack.cli.output import say
from dipltrack.cli.session import Session
from dipltrack.model.meeting import Meeting
from dipltrack.model.window import Timing


def place_of(meeting: Meeting) -> str | None:
    """The place that decides on seasons: the meeting's own, else its partner where a country."""
    partner = meeting.ref.rpartition("-")[0]
    return meeting.place or (partner if len(partner) == 2 else None)


def timing_of(session: Session, words: str, anchor: date, place: str | None) -> Timing:
    """The timing that the words mean, counted from the anchor, by the default reading.

    Raises UnreadTimeError, which names near readings.
    """
    return _timings(session, words, anchor, place)[0]


def chosen_timing(session: Session, words: str, anchor: date, place: str | None) -> Timing:
    """The timing that somebody at the terminal chooses, where the words have two fair readings."""
    timings = _timings(session, words, anchor, place)
    if len(timings) == 1:
        return timings[0]
    for number, timing in enumerate(timings, 1):
        say(f"  {number}  {timing.window}")
    number = typer.prompt("Which is meant", default=1, type=int)
    return timings[number - 1] if 1 <= number <= len(timings) else timings[0]


def _timings(session: Session, words: str, anchor: date, place: str | None) -> list[Timing]:
    from dipltrack.wording.reading import readings_of

    stated = " ".join(words.split())
    settings = session.settings
    windows = readings_of(
        stated,
        anchor,
        settings.conventions,
        place=place,
        party=settings.ledger.party,
        events=settings.events,
        lang=None,  # told from the words
    )
    return [Timing(stated=stated, window=window) for window in windows]
