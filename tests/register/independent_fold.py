"""A second fold, written from the rules alone and in another way, to hold the first one against.

It knows no running state: for each field it looks through all entries that count and takes the
last that names it. It is slow and plain on purpose.
"""

from calendar import monthrange
from datetime import UTC, date, timedelta
from typing import Any

from msgspec import Struct

from dipltrack.model.commitment import Commitment
from dipltrack.model.meeting import Meeting
from dipltrack.model.update import Update
from dipltrack.model.window import Window

OPEN = ("no-report", "not-started", "in-progress", "on-hold")
START = date(2017, 12, 28)
"""The day of the meeting of every life that is drawn."""
KEPT = ("fulfilled", "partly-fulfilled")


class Life(Struct, frozen=True):
    """All that was ever entered about one item of one meeting, in the order of the file."""

    meeting: Meeting
    item: Commitment
    updates: tuple[Update, ...]


def folded(life: Life, day: date, known_by: date | None) -> dict[str, Any] | None:
    """What holds on the day, as known by that day; None where the item does not exist then."""
    if life.meeting.date > day or not _known(life.item.recorded, life, known_by):
        return None
    known = [u for u in life.updates if _known(u.recorded, life, known_by)]
    entries = [
        u
        for u in known
        if _counts(u, known) and _effective(u, life) <= day and not _says_nothing(u)
    ]
    entries = [u for _, u in sorted(enumerate(entries), key=lambda pair: _order(pair, life))]
    strikes = [u for u in known if u.corrects and u.corrects == life.item.id and _works(u, known)]
    status = _last(entries, "status") or "no-report"
    filed = life.item.timing.window
    first = filed_first = _first_window(filed, life.meeting.date)
    window = _window(life, entries, first)
    holdings = _holdings(life.item, entries)
    if holdings and filed.class_ == "recurring" and filed.every:
        first = _next_after(holdings[-1], filed)
    closed_on = _closed_on(entries)
    firmness = _changed(life.item, entries, "firmness", life.item.firmness)
    kind = _changed(life.item, entries, "kind", life.item.kind)
    reports = [u for u in entries if u.status or u.evidence or u.held or (u.note and not u.asked)]
    last_report = max((_effective(u, life) for u in reports), default=None)
    review = _review(life.item, entries)
    timeliness, days = _timeliness(day, status, kind, window, closed_on)
    freshness = None
    if status in OPEN:
        most = life.item.report_every
        if most is None and firmness != "statement":
            most = 30 if window.earliest or window.latest or review else 180
        freshness = "never-reported"
        if last_report is not None:
            old = most is not None and (day - last_report).days > most
            freshness = "stale" if old else "fresh"
    return {
        "struck": bool(strikes),
        "status": str(status),
        "class": str(window.class_),
        "earliest": window.earliest,
        "latest": window.latest,
        "first": (first.earliest, first.latest),
        "timeliness": timeliness,
        "days": days,
        "timeliness_first": _timeliness(day, status, kind, first, closed_on),
        "freshness": freshness,
        "rag": _rag(day, status, timeliness, freshness, firmness, life.item, entries, review),
        "next_move": _next_move(entries),
        "next_step": _next_step(entries),
        "review_on": review,
        "lead": _changed(life.item, entries, "lead", life.item.lead),
        "title": _changed(life.item, entries, "title", life.item.title),
        "updated": entries[-1].date if entries else None,
        "before": _before(life, entries, filed_first),
        "pending": _pending(entries),
        "unheld": _unheld(life, entries, first=filed_first, until=closed_on or day)
        if kind == "recurring"
        else [],
    }


def _known(recorded: Any, life: Life, known_by: date | None) -> bool:  # noqa: ANN401
    if known_by is None:
        return True
    made = life.meeting.date if recorded is None else recorded.astimezone(UTC).date()
    return bool(made <= known_by)


def _effective(update: Update, life: Life) -> date:
    return max(update.date, life.meeting.date)


def _order(pair: tuple[int, Update], life: Life) -> tuple[date, float, int]:
    place, update = pair
    moment = update.recorded.timestamp() if update.recorded else float("-inf")
    return _effective(update, life), moment, place


def _says_nothing(update: Update) -> bool:
    """An undo: it corrects, and names nothing of its own but perhaps a reason."""
    own = (
        update.status,
        update.held,
        update.note,
        update.next_step,
        update.next_move,
        update.evidence,
        update.timing,
        update.to,
        update.voice,
        update.document,
        update.paragraph,
        update.wording,
        update.asked,
        update.reply_by,
        update.answered,
        update.seek,
        update.decided,
        update.at_risk,
        update.review_on,
        update.mute_until,
        update.superseded_by,
        update.withdrawn_by,
        update.changes,
    )
    return update.corrects is not None and not any(own)


def _counts(update: Update, known: list[Update]) -> bool:
    return not any(_works(c, known) for c in known if c.corrects and c.corrects == update.id)


def _works(correction: Update, known: list[Update]) -> bool:
    """It works while nothing takes it back; replaced, its target stays out all the same."""
    against = [c for c in known if c.corrects and c.corrects == correction.id and _works(c, known)]
    return not against or any(not _says_nothing(c) for c in against)


def _last(entries: list[Update], field: str) -> Any:  # noqa: ANN401
    named = [getattr(u, field) for u in entries if getattr(u, field)]
    return named[-1] if named else None


def _changed(item: Commitment, entries: list[Update], field: str, filed: Any) -> Any:  # noqa: ANN401
    value = filed
    for update in entries:
        for change in update.changes:
            if change.field == field:
                value = change.to
                if field == "lead":
                    value = () if value is None else (value,) if isinstance(value, str) else value
                elif field == "kind" and value is None:
                    value = "one-off"
    return value


def _review(item: Commitment, entries: list[Update]) -> date | None:
    review = item.review_on
    for update in entries:
        for change in update.changes:
            if change.field == "review_on":
                review = change.to  # type: ignore[assignment]
        review = update.review_on or review
    return review


def _next_move(entries: list[Update]) -> str | None:
    named = [u.next_move for u in _since(entries, "next_move") if u.next_move]
    return str(named[-1]) if named else None


def _next_step(entries: list[Update]) -> str | None:
    named = [u.next_step for u in _since(entries, "next_step") if u.next_step]
    return named[-1] if named else None


def _since(entries: list[Update], field: str) -> list[Update]:
    """The entries from the last closing or emptying of the field on."""
    ends = [
        n
        for n, u in enumerate(entries)
        if (u.status and u.status not in OPEN)
        or any(c.field == field and c.to is None for c in u.changes)
    ]
    return entries[ends[-1] :] if ends else entries


def _closed_on(entries: list[Update]) -> date | None:
    statuses = [u for u in entries if u.status]
    run: list[Update] = []
    for update in reversed(statuses):
        if update.status in OPEN:
            break
        run.append(update)
    return (run[-1].from_ or run[-1].date) if run else None


def _first_window(window: Window, anchor: date) -> Window:
    every = window.every
    if window.class_ != "recurring" or every is None or window.earliest or window.latest:
        return window
    months = every.count * (12 if every.unit.value == "year" else 1)
    return Window(
        class_=window.class_, earliest=anchor, latest=_months_later(anchor, months), every=every
    )


def _months_later(day: date, months: int) -> date:
    year, month = day.year, day.month + months
    while month > 12:
        year, month = year + 1, month - 12
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _window(life: Life, entries: list[Update], first: Window) -> Window:
    """The last of: a new time that was fixed or moved, a holding; else the filed one."""
    window = first
    for update in entries:
        if update.held and _kind_then(life.item, entries, update) != "one-off":
            window = _next_after(update.date, window)
        if update.to and update.timing != "expected":
            window = _first_window(update.to.window, _effective(update, life))
    return window


def _pending(entries: list[Update]) -> list[tuple[date, str]]:
    """Each body of each ask from which no later entry is the answer, and after which no status came."""
    return [
        (ask.date, body)
        for n, ask in enumerate(entries)
        for body in ask.asked
        if not any(later.status or body in later.answered for later in entries[n + 1 :])
    ]


def _before(
    life: Life, entries: list[Update], first: Window
) -> tuple[date | None, date | None] | None:
    """The window in force when the last new time was agreed."""
    agreed = [n for n, u in enumerate(entries) if u.to and u.timing != "expected"]
    if not agreed:
        return None
    last = entries[agreed[-1]]
    window = _window(life, entries[: agreed[-1]], first)
    if last.held and _kind_then(life.item, entries, last) != "one-off":
        window = _next_after(last.date, window)
    return window.earliest, window.latest


def _unheld(
    life: Life, entries: list[Update], first: Window, until: date
) -> list[tuple[date | None, date | None]]:
    """The windows that were over before the next holding, the next new time, or the last day."""
    ends = [
        (n, _effective(u, life) if u.to and u.timing != "expected" and not u.held else u.date)
        for n, u in enumerate(entries)
        if (u.held and _kind_then(life.item, entries, u) != "one-off")
        or (u.to and u.timing != "expected")
    ]
    over: list[tuple[date | None, date | None]] = []
    for n, day in [*ends, (len(entries), until)]:
        window = _window(life, entries[:n], first)
        while window.every and window.latest and window.latest < day:
            over.append((window.earliest, window.latest))
            window = _next_after(window.latest, window)
    return over


def _holdings(item: Commitment, entries: list[Update]) -> list[date]:
    return [u.date for u in entries if u.held and _kind_then(item, entries, u) != "one-off"]


def _kind_then(item: Commitment, entries: list[Update], update: Update) -> str:
    """What kind of act it was when the update was made, its own changes included."""
    until = entries[: entries.index(update) + 1]
    return str(_changed(item, until, "kind", item.kind))


def _next_after(held: date, window: Window) -> Window:
    every = window.every
    if every is None:
        return Window(class_=window.class_)
    if every.unit.value == "year":
        year = held.year + every.count
        days = date(year, 1, 1), date(year, 12, 31)
    else:
        later = _months_later(held.replace(day=1), every.count)
        days = later, later.replace(day=monthrange(later.year, later.month)[1])
    return Window(class_="recurring", earliest=days[0], latest=days[1], every=every)  # type: ignore[arg-type]


def _timeliness(
    day: date,
    status: str,
    kind: str,
    window: Window,
    closed_on: date | None,
) -> tuple[str, int | None]:
    first, last = window.earliest, window.latest
    if status in OPEN:
        left = (last - day).days if last else None
        if kind == "continuing":
            return "continuing", left
        if not first and not last:
            return "undated", left
        if last and day > last:
            return "overdue", left
        if last and last - timedelta(days=14) <= day <= last:
            return "due-soon", left
        if first and day < first:
            return "not-yet-due", left
        return "in-window", left
    if closed_on is None:
        return "closed", None
    if status == "superseded" and last and closed_on > last:
        return "missed", None
    if status not in KEPT or (not first and not last):
        return "closed", None
    if last and closed_on > last:
        return "late", (closed_on - last).days
    return ("early", None) if first and closed_on < first else ("in-window", None)


def _rag(
    day: date,
    status: str,
    timeliness: str,
    freshness: str | None,
    firmness: Any,  # noqa: ANN401
    item: Commitment,
    entries: list[Update],
    review: date | None,
) -> str:
    if status in KEPT:
        return "B"
    promised = firmness not in {"endeavour", "statement"}
    if status not in OPEN or not (promised or item.track):
        return "–"
    if timeliness == "overdue":
        return "R"
    marks = [n for n, u in enumerate(entries) if u.at_risk]
    marked = bool(marks) and not any(u.status for u in entries[marks[-1] + 1 :])
    marked = marked and (day - max(entries[marks[-1]].date, START)).days <= 30
    if timeliness == "due-soon" or status == "on-hold" or (review and review <= day) or marked:
        return "A"
    return {"never-reported": "–", "stale": "A"}.get(freshness or "", "G")
