"""Stated words that were typed -> a timing, by the ledger's conventions."""

import re
from collections.abc import Sequence
from datetime import date

from msgspec.structs import replace

from dipltrack.cli.output import say
from dipltrack.cli.prompt import numbered
from dipltrack.cli.session import Session
from dipltrack.model.meeting import Document, Meeting
from dipltrack.model.window import Timing


def place_of(meeting: Meeting) -> str | None:
    """The place that decides on seasons: the meeting's own, else its partner where a country."""
    partner = meeting.ref.rpartition("-")[0]
    return meeting.place or (partner if len(partner) == 2 else None)


def timing_of(
    session: Session,
    words: str,
    anchor: date,
    place: str | None,
    documents: Sequence[Document] = (),
) -> Timing:
    """The timing that the words mean, counted from the anchor, by the default reading.

    Raises UnreadTimeError, which names near readings.
    """
    return _timings(session, words, anchor, place, documents)[0]


def counted_from(day: date, timing: Timing) -> Timing:
    """The timing with the day itself in its basis, where words are no meeting's.

    A new time is counted from the day on which it was agreed; a basis that spoke of the meeting
    would give a wrong reason for a right window.
    """
    from dipltrack.wording.frame import day_shown

    if timing.window.basis is None:
        return timing
    shown = day_shown(day)
    told = timing.window.basis.replace("past at the meeting", f"past on {shown}")
    told = _MEETING.sub(shown, told)
    return replace(timing, window=replace(timing.window, basis=told))


_MEETING = re.compile(r"(?:(?<=from )|(?<=after )|the day of )the meeting\b(?! of)")


def chosen_timing(
    session: Session,
    words: str,
    anchor: date,
    place: str | None,
    documents: Sequence[Document] = (),
) -> Timing:
    """The timing that somebody at the terminal chooses, where the words have two fair readings."""
    timings = _timings(session, words, anchor, place, documents)
    if len(timings) == 1:
        return timings[0]
    for number, timing in enumerate(timings, 1):
        say(f"  {number}  {timing.window}")
    return timings[numbered("Which is meant", len(timings)) - 1]


def _timings(
    session: Session,
    words: str,
    anchor: date,
    place: str | None,
    documents: Sequence[Document],
) -> list[Timing]:
    """The timings that the words may mean, their language told from them.

    Words that are not understood do not tell it: they are refused with near readings in the
    language of a document, where it looks like that one, else in English.
    """
    from dipltrack.wording.language import language_of
    from dipltrack.wording.unread import UnreadTimeError

    try:
        return _read(session, words, anchor, place, None)
    except UnreadTimeError:
        if language_of(words) in {"en", "ja", *(document.language for document in documents)}:
            raise
        return _read(session, words, anchor, place, "en")


def _read(
    session: Session, words: str, anchor: date, place: str | None, lang: str | None
) -> list[Timing]:
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
        lang=lang,
    )
    return [Timing(stated=stated, window=window) for window in windows]
