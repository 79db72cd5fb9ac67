"""What is said after an entry: which item it took, what is so now, what stays open."""

from collections.abc import Collection

from dipltrack.cli.output import say, warn
from dipltrack.model.update import Update
from dipltrack.model.vocabulary import Status, Timeliness, TimingChange
from dipltrack.register.fold import overridden
from dipltrack.register.standing import Standing
from dipltrack.reports.days import written_day, written_fact
from dipltrack.reports.history import changed_from_to


def confirm(now: Standing, entry: Update) -> None:
    """Says which item was taken and how it stands now; after a closing, what may follow."""
    when = entry.when or str(entry.date)
    what = _said_in_short(entry, now)
    closed = now.state.closed_on is not None  # a later entry may hold, and the item stay open
    kept = entry.status is not None and entry.status.is_kept and entry.status is now.state.status
    timely = f", {_timely(now)}" if closed and kept else ""
    say(f"{now.ref}  {now.item.title}")
    say(f"  {when}  {what or ('changed' if entry.changes else 'entered')}{timely}")
    for change in entry.changes:
        say(f"    {changed_from_to(change)}")
    ends = {Status.FULFILLED, Status.PARTLY_FULFILLED, Status.NOT_FULFILLED}
    if closed and entry.status in ends:
        say(f"  what follows from it: dipltrack add TITLE -m MEETING --follows {now.ref}")


def say_what_was_so(before: Standing, entry: Update) -> None:
    """Warns where the item was closed already, and of an answer from whom nobody asked."""
    asked = list(dict.fromkeys(body for ask in before.state.asks for body in ask.asked))
    for body in entry.answered:
        if body not in asked:
            whom = f"asked were {', '.join(asked)}" if asked else "nobody was"
            warn(f"{body} was never asked about {before.ref}: {whom}")
    state = before.state
    closed = state.status_entry if state.closed_on and entry.status else None
    if closed and closed.date <= entry.date:
        undo = f"; dipltrack undo takes back what you entered now, dipltrack undo {closed.id} the other"
        warn(f"{before.ref} was {state.status} already, {written_fact(closed)}{undo}")


def say_what_stays(now: Standing, entry_id: str | None) -> None:
    """Warns of what the entry names and does not change, since a later one holds."""
    for field, later in overridden(now.state, entry_id).items():
        what = f"{now.ref} stays {later.status}" if field == "status" else f"{field} stays"
        value = "" if field == "status" else f" {_value_in_force(now, field)}".rstrip()
        undo = f"dipltrack undo {later.id}" if later.id else "dipltrack undo"
        warn(f"{what}{value}, by a later entry ({written_fact(later)}): {undo} takes that back")


def _value_in_force(now: Standing, field: str) -> str:
    state = now.state
    match field:
        case "time" | "expected":
            timing = state.timing if field == "time" else state.expected
            return f"“{timing.stated}”" if timing and timing.stated else ""
        case _:
            value = getattr(state, field, None) or getattr(state.item, field, None) or "empty"
            return ", ".join(value) if isinstance(value, tuple) else str(value)


def say_what_is_open(now: Standing, entry: Update, refs: Collection[str]) -> None:
    """After a closing: what says the item again and stays open, and what it says again more weakly."""
    command = _CLOSING.get(entry.status) if entry.status else None
    if command is None or now.state.closed_on is None:
        return
    for later in now.chain.newest:
        if later.status.is_open and later.ref not in refs:
            closes = f"{_typed(command, later.ref)} closes it too"
            say(f"  said again as {later.ref}, still open: {closes}")
    for earlier in reversed(now.chain.firmer_than(now.item)):
        if earlier.ref not in refs:
            words = f"{earlier.firmness or 'promised'}, {written_day(earlier.on)}"
            closes = f"{_typed(command, earlier.ref)} closes it too"
            say(f"  in firmer words {earlier.ref} ({words}), still open: {closes}")


def _typed(command: str, ref: str) -> str:
    """The command with the ref, and with what it must be given.

    >>> _typed("unmet --reason TEXT", "TR-20171228-2")
    'dipltrack unmet TR-20171228-2 --reason TEXT'
    """
    name, _, needed = command.partition(" ")
    return f"dipltrack {name} {ref} {needed}".rstrip()


_CLOSING = {
    Status.FULFILLED: "fulfil",
    Status.PARTLY_FULFILLED: "partly",
    Status.NOT_FULFILLED: "unmet --reason TEXT",
    Status.WITHDRAWN: "withdraw --by WHOM",
}


def _said_in_short(entry: Update, now: Standing) -> str | None:
    if entry.to is not None:
        whose = f" ({', '.join(entry.voice)})" if entry.timing is TimingChange.EXPECTED else ""
        return f"{entry.timing}{whose}: {entry.to.window}"
    if entry.held:
        window = now.state.window
        return f"held; next window {window.edtf()}" if window.has_day else "held"
    told = [entry.status.value] if entry.status else []
    if entry.asked:
        due = f", answer due {written_day(entry.reply_by)}" if entry.reply_by else ""
        told.append(f"asked {', '.join(entry.asked)}{due}")
    if entry.answered:
        told.append(f"answer of {', '.join(entry.answered)}")
    if entry.seek:
        told.append("decision sought")
    if entry.decided:
        told.append("decision given")
    if entry.review_on:
        told.append(f"to be looked at on {written_day(entry.review_on)}")
    if entry.at_risk:
        told.append("at risk")
    if entry.mute_until:
        told.append(f"muted until {entry.mute_until}")
    return ", ".join(told) or None


def _timely(standing: Standing) -> str:
    if standing.timeliness is Timeliness.LATE:
        return f"late by {standing.days} day{'' if standing.days == 1 else 's'}"
    return {Timeliness.CLOSED: "no time was promised"}.get(
        standing.timeliness, standing.timeliness.value
    )
