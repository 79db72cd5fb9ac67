"""What a reminder says, as plain lines: what is due, the words, how it stands, how to answer.

It speaks of the day on which it is read: a reminder that comes two days late says so.
"""

from collections.abc import Sequence
from datetime import date

from dipltrack.model.text import visible
from dipltrack.model.update import Update
from dipltrack.model.vocabulary import Kind, RuleName, Status
from dipltrack.model.window import Timing
from dipltrack.register.standing import Standing
from dipltrack.remind.due import Due
from dipltrack.reports.days import written_day, written_fact, written_weekday, written_window
from dipltrack.reports.items import clipped
from dipltrack.reports.prose import figure


def message_of(dues: Sequence[Due], standing: Standing, day: date) -> list[str]:
    """The lines of the reminders of one item, without one for what is not on file."""
    lines = [f"{standing.ref}  {clipped(standing.item.title)}"]
    lines += (f"  {said_of(due, standing, day)}" for due in dues)
    labelled = (
        ("time", time_of(standing.state.timing)),
        (
            "missed",
            ", ".join(f"“{one.timing.stated or one.ref}”" for one in standing.chain.missed),
        ),
        ("on file", _on_file(standing)),
        ("next", _next(standing)),
        ("answer", answer_to(dues[0], standing)),
    )
    lines += (f"  {label:<8}  {text}" for label, text in labelled if text)
    return [visible(line) for line in lines]


def days_of(due: Due, day: date) -> int:
    """The days from now to the day that the rule counts from, negative once that is past."""
    return (due.counted - day).days


def said_of(due: Due, standing: Standing, day: date) -> str:
    """What the reminder is about, in a sentence that is true on the day."""
    left = days_of(due, day)
    when = _when(left, due.counted)
    over, since = figure(-left, "day"), written_weekday(due.counted)
    match due.rule:
        case RuleName.PREPARE:
            return f"its time {'begins' if left >= 0 else 'began'} {when}"
        case RuleName.DUE:
            return f"due {when}"
        case RuleName.OVERDUE:
            return f"overdue by {over}: its last day was {since}"
        case RuleName.NOT_HELD:
            return f"not held in its time: overdue by {over}, the last day was {since}"
        case RuleName.REVIEW:
            return f"{'' if left >= 0 else 'was '}to be looked at again {when}"
        case RuleName.ON_HOLD:
            return f"on hold for {over}, since {since}"
        case RuleName.NO_REPORT:
            return f"nothing reported for {over}, since the meeting of {since}"
        case RuleName.STALE:
            return f"no report for {over}, since that of {since}"
        case RuleName.THEIR_MOVE:
            return f"the other side's move for {over}, since {since}{_by(standing)}"
        case RuleName.UNANSWERED:
            return f"{_whom(due)} was to answer {when}{_asked(due, standing)}"


def _when(left: int, counted: date) -> str:
    """How far the day is, and which it is.

    >>> _when(3, date(2018, 1, 31)), _when(-1, date(2018, 1, 31))
    ('in 3 days, on Wednesday 31 January 2018', '1 day ago, on Wednesday 31 January 2018')
    """
    day = written_weekday(counted)
    if left == 0:
        return f"today, {day}"
    return (
        f"in {figure(left, 'day')}, on {day}"
        if left > 0
        else f"{figure(-left, 'day')} ago, on {day}"
    )


def time_of(timing: Timing) -> str:
    """The stated words and the window that they mean."""
    window = written_window(timing.window)
    if not timing.stated:
        return window
    return f"“{timing.stated}”{f' ({window})' if window else ''}"


def _on_file(standing: Standing) -> str:
    """The status, and what was said last and when."""
    state = standing.state
    told = next((one for one in reversed(state.entries) if one.is_report), None)
    if told is None:
        return state.status.value
    return f"{state.status}, {_told(told)}"


def _told(entry: Update) -> str:
    said = entry.note or entry.reason
    return f"{written_fact(entry)}{f': {clipped(said)}' if said else ''}"


def _next(standing: Standing) -> str:
    """The next step, and whose move it is."""
    step, move = standing.state.next_step, standing.state.next_move
    if not step:
        return f"move: {move}" if move else ""
    return f"{clipped(step)}{f' (move: {move})' if move else ''}"


def _by(standing: Standing) -> str:
    return f" ({', '.join(standing.counterpart)})" if standing.counterpart else ""


def _whom(due: Due) -> str:
    """Who was asked; of a body that has ended since also who answers for it now."""
    asked = due.asked or "whom we asked"
    return asked if due.to == due.asked else f"{asked}, for which {due.to} answers now,"


def _asked(due: Due, standing: Standing) -> str:
    """How often the body was asked since it last answered."""
    asks = [one for one in standing.state.pending if due.asked in one.asked]
    if not asks:
        return ""
    first = written_day(asks[0].date)
    often = f"{figure(len(asks), 'time')}, since {first}" if len(asks) > 1 else f"once, on {first}"
    return f"; asked {often}"


def answer_to(due: Due, standing: Standing) -> str:
    """The command with which the reminder is answered."""
    ref = standing.ref
    begun = standing.state.status is Status.IN_PROGRESS
    held = standing.item.kind is Kind.RECURRING
    match due.rule:
        case RuleName.PREPARE:
            return f"dipltrack {'note' if begun else 'start'} {ref} --note TEXT"
        case RuleName.DUE | RuleName.NOT_HELD if held:
            return f"dipltrack held {ref} --on DAY --evidence ADDRESS"
        case RuleName.DUE | RuleName.NOT_HELD:
            return f"dipltrack fulfil {ref} --on DAY --evidence ADDRESS"
        case RuleName.OVERDUE:
            return f"dipltrack update {ref} --status WORD --note TEXT"
        case RuleName.REVIEW:
            return f"dipltrack update {ref} --review-on DAY --note TEXT"
        case RuleName.ON_HOLD:
            return f"dipltrack pause {ref} --reason TEXT --review-on DAY"
        case RuleName.NO_REPORT | RuleName.STALE:
            return f"dipltrack note {ref} --note TEXT"
        case RuleName.THEIR_MOVE:
            to = standing.counterpart[0] if standing.counterpart else "BODY"
            return f"dipltrack ask {ref} --to {to} --reply-by DAY"
        case RuleName.UNANSWERED:
            return f"dipltrack update {ref} --from {due.asked or 'BODY'} --note TEXT"
