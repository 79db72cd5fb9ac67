"""The two or three sentences at the head of a weekly report: whether to worry, what happened."""

from collections.abc import Sequence
from datetime import date, timedelta

from dipltrack.model.vocabulary import Timeliness
from dipltrack.register.standing import Standing
from dipltrack.register.timeliness import SOON
from dipltrack.reports.play import lateness_of
from dipltrack.reports.prose import (
    capital,
    counted,
    figure,
    lasting,
    listed,
    number_word,
    told_day,
    was_or_were,
)
from dipltrack.reports.tally import Place, place_of
from dipltrack.reports.weekly.changes import Changes, is_agreed

_NAMED = 3
"""How many items a sentence names; of more it gives the number."""


def brief_sentences(
    promised: Sequence[Standing], changes: Changes, day: date, *, on_file: bool
) -> str:
    """The state of the promises in plain words: the worry first, then the week, then the silence.

    `on_file` says whether any promise is, be it one that was closed long ago and is not given.
    """
    by_place: dict[Place, list[Standing]] = {place: [] for place in Place}
    for one in promised:
        by_place[place_of(one)].append(one)
    if not on_file:
        return _nothing_promised(changes, day)
    worry = _worry(by_place[Place.OVERDUE], by_place[Place.DUE_SOON], day)
    week = _week(changes)
    silence = _silence(by_place[Place.NO_REPORT], by_place[Place.STALE])
    first = (worry, week) if by_place[Place.OVERDUE] else (week, worry)
    return " ".join(sentence for sentence in (*first, silence) if sentence)


def _nothing_promised(changes: Changes, day: date) -> str:
    said = f"No promise is on file as of {told_day(day, day.year)}."
    return f"{said} {_week(changes)}" if changes.new else said


def _worry(overdue: Sequence[Standing], soon: Sequence[Standing], day: date) -> str:
    """What is overdue, and what falls due within the fourteen days in which it is due soon."""
    if overdue:
        longest = min(overdue, key=lambda one: (one.days or 0, one.ref))
        over = _more_than(-(longest.days or 0))
        one = f"{_named(longest)}, by {over}"
        told = (
            f"One promise is overdue: {one}"
            if len(overdue) == 1
            else f"{capital(counted(len(overdue), 'promise'))} are overdue, the longest {one}"
        )
    else:
        told = "Nothing is overdue"
    by = told_day(day + timedelta(days=SOON), day.year)
    if not soon:
        return f"{told}; nothing falls due by {by}."
    falls = "falls" if len(soon) == 1 else "fall"
    more = "more " if overdue else ""
    due = f"{number_word(len(soon))} {more}{falls} due by {by}"
    return f"{told}; {due}{_names(soon)}."


def _week(changes: Changes) -> str:
    """What was done, closed, promised and moved in the week, in one sentence."""
    kept = [one for one in changes.kept if one.is_promise]
    closed = [one for one in changes.closed if one.is_promise]
    new = [one for one in changes.new if one.is_promise]
    said = len(changes.new) - len(new)
    moved = {one.ref for one, update, _ in changes.timed if is_agreed(update) and one.is_promise}
    told = []
    if kept:
        told.append(
            f"{counted(len(kept), 'promise')} {was_or_were(len(kept))} kept this week"
            f"{_in_time(kept)}{_names(kept)}"
        )
    if held := [one for one in changes.held if one.is_promise]:
        told.append(
            f"{counted(len(held), 'recurring promise')} {was_or_were(len(held))} held once more{_names(held)}"
        )
    if closed:
        told.append(f"{counted(len(closed), 'promise')} {was_or_were(len(closed))} closed unkept")
    if new:
        told.append(
            f"{counted(len(new), 'new promise')} {was_or_were(len(new))} made or filed{_dates(new)}"
        )
    if moved:
        told.append(f"the time of {counted(len(moved), 'promise')} was fixed or moved")
    if said:
        told.append(f"{counted(said, 'thing')} {was_or_were(said)} also said, not promised")
    if not told:
        return "Nothing was kept, promised or moved this week."
    return f"{capital('; '.join(told))}."


def _in_time(kept: Sequence[Standing]) -> str:
    """How the promises kept stood to their times, as far as they had any."""
    dated = [one for one in kept if lateness_of(one)]
    late = [one for one in dated if one.timeliness is Timeliness.LATE]
    if not dated:
        return ""
    if len(kept) == 1:
        return lateness_of(kept[0])
    if not late and len(dated) == len(kept):
        return ", both in time" if len(kept) == 2 else ", all in time"
    parts = []
    if in_time := len(dated) - len(late):
        parts.append(f"{number_word(in_time)} in time")
    if late:
        parts.append(f"{number_word(len(late))} late")
    if undated := len(kept) - len(dated):
        parts.append(f"{number_word(undated)} without a date")
    return f", {listed(parts)}"


def _dates(new: Sequence[Standing]) -> str:
    """How many of the new promises have a day."""
    dated = sum(one.state.window.has_day for one in new)
    if dated == len(new):
        return ", with a date" if len(new) == 1 else ", each with a date"
    if dated:
        return f", {number_word(dated)} of them with a date"
    if len(new) == 1:
        return ", without a date"
    return ", neither with a date" if len(new) == 2 else ", none with a date"


def _silence(never: Sequence[Standing], stale: Sequence[Standing]) -> str:
    """On how many promises nothing was heard, for how long, and whether anybody was asked."""
    told = []
    if never:
        longest = max(one.quiet for one in never)
        asked = sum(bool(one.state.pending) for one in never)
        span = "" if len(never) == 1 else "at the longest "
        told.append(
            f"nothing has been reported on {counted(len(never), 'promise')}, {span}for "
            f"{_more_than(longest)}; {_asked(asked, len(never))}"
        )
    if stale:
        others = f"{number_word(len(stale))} more" if never else counted(len(stale), "promise")
        told.append(f"on {others} the last report is old")
    return f"{capital('; '.join(told))}." if told else ""


def _more_than(days: int) -> str:
    """How long that is at least: a long time is told in months or years, and that it is more."""
    told = lasting(days)
    return told if told == figure(days, "day") else f"more than {told}"


def _asked(asked: int, of: int) -> str:
    if not asked:
        return "nobody has been asked"
    if asked == of:
        return "an answer is waited for" if of == 1 else "answers are waited for on all of them"
    return f"an answer is waited for on {number_word(asked)} of them"


def _names(standings: Sequence[Standing]) -> str:
    """The titles, where they are few enough to be named."""
    if len(standings) > _NAMED:
        return ""
    return f": {listed([_named(one) for one in standings])}"


def _named(standing: Standing) -> str:
    return f"“{standing.item.title.rstrip('.')}” ({standing.ref})"
