"""The one place that asks the machine for the time and the day."""

import os
import time
from datetime import date, datetime, tzinfo

NOW = "DIPLTRACK_NOW"
"""The variable that stands for the clock, and seeds ids, in tests and docs: an instant."""


class WrongClockError(ValueError):
    """DIPLTRACK_NOW is no instant."""


def now(timezone: tzinfo | None) -> datetime:
    """The moment, in the ledger's time zone, or in the machine's where that is None."""
    stated = os.environ.get(NOW)
    if stated is None:
        return datetime.now(timezone).astimezone(timezone)
    wrong = f"{NOW}={stated} is no instant: write 2018-01-30T10:12:00+09:00"
    try:
        moment = datetime.fromisoformat(stated)
    except ValueError:
        raise WrongClockError(wrong) from None
    if moment.tzinfo is None:
        raise WrongClockError(wrong)
    try:
        return moment.astimezone(timezone)
    except OverflowError:
        raise WrongClockError(wrong) from None


def stamp() -> int:
    """The moment in ns since 1970 as the file system counts it; DIPLTRACK_NOW does not stand for it."""
    return time.time_ns()


def today(timezone: tzinfo | None) -> date:
    """The day, in the same time zone."""
    return now(timezone).date()
