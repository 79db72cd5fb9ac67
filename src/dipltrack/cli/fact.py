"""The days of a fact as an officer types them: a day, a run of days, or only a month."""

from typing import NamedTuple

from dipltrack.cli.session import Session
from dipltrack.cli.usage import WrongUsageError
from dipltrack.model.entry import Day


class Fact(NamedTuple):
    """The days of a fact: the last, the first of several, the words where no day is known."""

    date: Day
    from_: Day | None = None
    when: str | None = None


def fact_of(session: Session, on: str | None) -> Fact:
    """The days that were typed with --on; today where nothing was.

    "30 January - 1 February 2018" is a fact of several days; "March 2018" the last day it can
    mean, with its words, or today where that is still to come. Raises WrongUsageError, also for a
    day that is still to come: a fact lies in the past.
    """
    run = _run_of(session, on) if on else None
    if run is not None:
        _check_past(session, "--on", run.date)
        return run
    day, when = day_or_month(session, "--on", on)
    return Fact(day or session.today, None, when)


def day_or_month(session: Session, option: str, text: str | None) -> tuple[Day | None, str | None]:
    """The day that was typed, or the last that it can mean and its words; None where none was.

    Of a month that is not over the last day is today. Raises WrongUsageError, also for a day that
    is still to come.
    """
    if text is None:
        return None, None
    from dipltrack.wording.day import day_or_last_of
    from dipltrack.wording.unread import UnreadTimeError

    try:
        day, when = day_or_last_of(text, session.today)
    except UnreadTimeError as error:
        raise WrongUsageError(f"{option}: {error}") from None
    first = _first_of(session, text) if when else day
    _check_past(session, option, first or day)
    return min(day, session.today), when


def _first_of(session: Session, text: str) -> Day | None:
    """The first day that words such as March 2018 can mean."""
    from dipltrack.wording.reading import window_of

    return window_of(text, session.today, session.settings.conventions).earliest


def _check_past(session: Session, option: str, day: Day) -> None:
    if day > session.today:
        raise WrongUsageError(
            f"{option} {day} is still to come: nobody knows a fact ahead; dipltrack fix, move or "
            f"expect says when something will be, --review-on when to look again"
        )


def _run_of(session: Session, text: str) -> Fact | None:
    """The run of days that the text is, its year included, or None."""
    from dipltrack.model.vocabulary import TimingClass
    from dipltrack.wording.reading import window_of
    from dipltrack.wording.unread import UnreadTimeError

    try:
        window = window_of(text, session.today, session.settings.conventions)
    except UnreadTimeError:
        return None
    first, last = window.earliest, window.latest
    if window.class_ is not TimingClass.RANGE or first is None or last is None:
        return None
    return Fact(last, first) if str(last.year) in text else None
