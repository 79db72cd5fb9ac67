"""What was typed of an update -> the entry, held against the rules and appended to each item."""

from collections.abc import Collection, Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from dipltrack.cli.changes import changes_of
from dipltrack.cli.evidence import evidence_of
from dipltrack.cli.fact import fact_of
from dipltrack.cli.filing import file_entries, just, refuse_if_in_broken, warn_of_others
from dipltrack.cli.names import settle_bodies
from dipltrack.cli.options import clean, word_of
from dipltrack.cli.output import say, warn
from dipltrack.cli.session import Session, on_terminal
from dipltrack.cli.source import source_typed, voice_typed
from dipltrack.cli.stated import counted_from, place_of, timing_of
from dipltrack.cli.usage import WrongUsageError
from dipltrack.model.update import Update
from dipltrack.model.vocabulary import Kind, NextMove, Side, Status, Timeliness, TimingChange
from dipltrack.model.window import Timing, Window
from dipltrack.register.bodies import acting_on
from dipltrack.register.corrections import same_as_of
from dipltrack.register.fold import overridden
from dipltrack.register.impossible import NEEDS_REASON
from dipltrack.register.standing import Standing
from dipltrack.register.unmatched import NoMatchError
from dipltrack.reports.days import written_day, written_fact
from dipltrack.reports.item import changed_from_to


class Typed(Struct, frozen=True, kw_only=True):
    """What was typed of an update, whichever command it was."""

    on: str | None = None
    status: Status | None = None
    note: str | None = None
    reason: str | None = None
    next_step: str | None = None
    next_move: str | None = None
    sources: list[str] | None = None
    registry: list[str] | None = None
    says: list[str] | None = None
    dated: list[str] | None = None
    lang: list[str] | None = None
    keep: list[str] | None = None
    contradicts: bool = False
    review_on: str | None = None
    seek: str | None = None
    decided: str | None = None
    at_risk: bool = False
    sets: list[str] | None = None
    superseded_by: str | None = None
    side: Side | None = None
    held: bool = False
    voice: str | None = None
    source: str | None = None
    asked: tuple[str, ...] = ()
    reply_by: str | None = None
    answered: tuple[str, ...] = ()
    mute_until: str | None = None
    change: TimingChange | None = None
    to: str | None = None


def enter(session: Session, refs: list[str] | None, match: str | None, typed: Typed) -> None:
    """Adds the entry to each item that is meant, and says which it took and how it stands.

    All entries are made before the first is written, so that a wrong word stops them all.
    """
    meant = items_meant(session, refs, match)
    entries = [(standing, _entry(session, standing, typed)) for standing in meant]
    for standing, entry in entries:
        with session.writing() as stamp:
            made = file_entries(session, standing.path, just([("update", entry)]), stamp)
        now = _standing_now(session, standing)
        _confirm(now, entry)
        _say_what_was_so(standing, entry)
        _say_what_stays(now, made[0][1].id)
        _say_what_is_open(now, entry, refs={other.ref for other in meant})
    warn_of_others(session, meant[0].path)


def items_meant(session: Session, refs: list[str] | None, match: str | None) -> list[Standing]:
    """The items that are meant: by refs, or by words where `--match` says so."""
    if match and refs:
        raise WrongUsageError("write refs or --match, not both")
    if match:
        return [session.register.item_meant(match, session.whole_view, by_ref=False)]
    if not refs:
        raise WrongUsageError('which item? Write its ref, or --match "words of its title"')
    for ref in refs:
        refuse_if_in_broken(session, ref)
    words = on_terminal()
    try:
        meant = [
            session.register.item_meant(ref, session.whole_view, by_words=words) for ref in refs
        ]
    except NoMatchError as error:
        by_words = not words and not any(ref.strip().isdecimal() for ref in refs)
        mend = "; to go by words of a title, write --match" if by_words else ""
        raise NoMatchError(f"{error}{mend}") from None
    for standing in meant:
        check_stands(standing)
    return list({standing.ref: standing for standing in meant}.values())


def check_stands(standing: Standing) -> None:
    """Raises WrongUsageError for a struck item: what is entered of it would count for no item, or another."""
    if not standing.struck:
        return
    if same := same_as_of(standing.history):
        raise WrongUsageError(f"{standing.ref} is struck as a copy of {same}: write {same}")
    raise WrongUsageError(
        f"{standing.ref} is struck, and nothing that is entered of it counts: dipltrack show "
        f"{standing.ref} tells the id of the strike, which dipltrack undo takes back"
    )


def _entry(session: Session, standing: Standing, typed: Typed) -> Update:
    """The entry that was typed. Raises WrongUsageError where it says nothing."""
    fact = fact_of(session, typed.on)
    empty = Update(of=standing.ref, from_=fact.from_, date=fact.date, when=fact.when)
    document, paragraph = source_typed(typed.source, standing.meeting.ref, standing.documents)
    entry = replace(
        empty,
        status=typed.status or _status_of_holding(standing, typed),
        held=typed.held,
        reason=clean(typed.reason, "--reason"),
        note=clean(typed.note, "--note", lines=True),
        next_step=clean(typed.next_step, "--next-step"),
        next_move=word_of(NextMove, typed.next_move, "--next-move") if typed.next_move else None,
        evidence=evidence_of(
            session,
            standing,
            sources=typed.sources,
            registry=typed.registry,
            says=typed.says,
            dated=typed.dated,
            lang=typed.lang,
            keep=typed.keep,
            contradicts=typed.contradicts,
        ),
        timing=typed.change,
        to=_timing(session, standing, typed, fact.date),
        review_on=session.day("--review-on", typed.review_on),
        seek=clean(typed.seek, "--seek"),
        decided=clean(typed.decided, "--decided"),
        at_risk=typed.at_risk,
        superseded_by=_in_its_place(session, standing, typed.superseded_by),
        withdrawn_by=typed.side,
        voice=voice_typed(typed.voice, standing.meeting),
        document=document,
        paragraph=paragraph,
        asked=typed.asked,
        reply_by=session.day("--reply-by", typed.reply_by),
        answered=_answered(session, standing, typed.answered, fact.date),
        mute_until=session.day("--mute-until", typed.mute_until),
        changes=changes_of(session, standing, _sets(typed)),
    )
    if entry == replace(empty, voice=entry.voice, document=document, paragraph=paragraph):
        raise WrongUsageError("there is nothing to enter: write a --status, a --note or another")
    _check_complete(standing, entry)
    _check_after_meeting(standing, entry)
    settle_bodies(session, "asked", entry.asked)
    settle_bodies(session, "answered", entry.answered)
    return entry


def _answered(
    session: Session, standing: Standing, typed: tuple[str, ...], day: date
) -> tuple[str, ...]:
    """The bodies whose answer it is: also those that were asked and whose successor answers."""
    if not typed:
        return ()
    acting = acting_on(session.settings.bodies, day)
    waiting = (body for ask in standing.state.pending for body in ask.asked)
    passed_on = (body for body in waiting if set(acting((body,))) <= set(typed))
    return tuple(dict.fromkeys((*typed, *passed_on)))


def _sets(typed: Typed) -> list[str]:
    """What was typed with --set; an empty --next-step says that no step is left."""
    sets = list(typed.sets or ())
    return (
        [*sets, "next_step="]
        if typed.next_step is not None and not typed.next_step.strip()
        else sets
    )


def _status_of_holding(standing: Standing, typed: Typed) -> Status | None:
    """In progress, where something was held of which no report said so yet."""
    begun = standing.state.status is Status.IN_PROGRESS
    return Status.IN_PROGRESS if typed.held and not begun else None


def _check_complete(standing: Standing, entry: Update) -> None:
    """Raises WrongUsageError for what the rules require, in the words of the command line."""
    needs_reason = entry.status in NEEDS_REASON or entry.timing is TimingChange.MOVED
    muted = entry.mute_until is not None
    if (needs_reason or entry.at_risk or muted) and not entry.reason:
        raise WrongUsageError("--reason is needed: why?")
    if entry.reply_by is not None and entry.reply_by < entry.date:
        raise WrongUsageError(
            f"--reply-by {entry.reply_by} is before the day of the ask, {entry.date}"
        )
    if entry.status is Status.SUPERSEDED and not entry.superseded_by:
        raise WrongUsageError("--with REF is needed: by which item is it superseded?")
    if entry.superseded_by == standing.ref:
        raise WrongUsageError(f"--with {standing.ref} is the item itself: name the one that stays")
    if entry.status is Status.WITHDRAWN and not entry.withdrawn_by:
        raise WrongUsageError("--by is needed: who withdrew, ours, theirs or both?")
    if entry.held and standing.item.kind is Kind.ONE_OFF:
        raise WrongUsageError(f"{standing.ref} is done once: dipltrack fulfil says that it was")
    first = standing.meeting.from_ or standing.meeting.date
    if entry.held and entry.date < first:
        raise WrongUsageError(
            f"--on {entry.date} is before the meeting of {standing.meeting.date}: it can be held "
            f"only after it was promised"
        )
    kind = standing.item.kind
    if entry.status is Status.NOT_FULFILLED and kind is Kind.RECURRING:
        raise WrongUsageError(
            "a recurring item is not over because one was missed: it stays overdue until the next "
            "is held; dipltrack note says why, dipltrack withdraw ends it"
        )
    if entry.status is not None and entry.status.is_kept and kind is not Kind.ONE_OFF:
        raise WrongUsageError(
            f"a {kind} item is never {entry.status}: dipltrack held or note says how it goes; where it "
            f'was done once for all, --set kind="one-off" comes first'
        )


def _check_after_meeting(standing: Standing, entry: Update) -> None:
    """Raises WrongUsageError where it was kept before it was promised."""
    meeting = standing.meeting
    first = meeting.from_ or meeting.date
    if entry.status is not None and entry.status.is_kept and entry.date < first:
        raise WrongUsageError(
            f"--on {entry.date} is before the meeting of {first}, and nothing is {entry.status} before "
            f"it is promised: is the day right? Where the meeting's is not, dipltrack meeting set "
            f"{meeting.ref} --date DAY comes first"
        )


def _timing(session: Session, standing: Standing, typed: Typed, day: date) -> Timing | None:
    """The new time that was typed, counted from the day on which it was agreed."""
    if not typed.to:
        return None
    place = place_of(standing.meeting)
    timing = counted_from(day, timing_of(session, typed.to, day, place, standing.documents))
    if typed.change is not TimingChange.FIXED:
        return timing
    _check_fixed(standing, timing.window)
    window = replace(timing.window, every=standing.state.window.every)  # it recurs all the same
    return replace(timing, window=window)


def _check_fixed(standing: Standing, fixed: Window) -> None:
    """Raises WrongUsageError for what is no day, and for a day outside the window in force."""
    window = standing.state.window
    if fixed.earliest is None or fixed.latest is None:
        raise WrongUsageError("--to is no day: dipltrack move takes words such as next spring")
    early = window.earliest is not None and fixed.earliest < window.earliest
    late = window.latest is not None and fixed.latest > window.latest
    if early or late:
        raise WrongUsageError(
            f"--to lies outside the window {window.edtf()}: dipltrack move, with --reason"
        )


def _in_its_place(session: Session, standing: Standing, ref: str | None) -> str | None:
    """The ref of what stands in the item's place: it must stand itself, and not for that item."""
    if not ref:
        return None
    other = _exactly(session, ref)
    if other.struck:
        raise WrongUsageError(f"--with {other.ref} is struck: name one that stands")
    if standing.ref in {one.ref for one in _replaced_by(session, other)}:
        raise WrongUsageError(
            f"--with {other.ref} is superseded by {standing.ref} itself: both would be gone"
        )
    return other.ref


def _replaced_by(session: Session, item: Standing) -> Iterator[Standing]:
    """What stands in the place of an item, and in the place of that, as long as it leads on."""
    seen = {item.ref}
    while (entry := item.state.status_entry) and entry.superseded_by and item.state.closed_on:
        if entry.superseded_by in seen:
            return
        seen.add(entry.superseded_by)
        item = _under_ref(session, entry.superseded_by)
        yield item


def _exactly(session: Session, ref: str) -> Standing:
    """The item of that ref, or of a part of it. Raises NoMatchError, AmbiguousError."""
    return session.register.item_meant(ref, session.whole_view, by_words=False)


def _under_ref(session: Session, ref: str) -> Standing:
    """The item that has this ref on file. Raises NoMatchError."""
    return session.register.item_meant(ref, session.whole_view, by_words=False, by_old_ref=False)


def _standing_now(session: Session, standing: Standing) -> Standing:
    """The item with the entry that was just made."""
    return _under_ref(session, standing.ref)


def _confirm(now: Standing, entry: Update) -> None:
    """Says which item was taken and how it stands now; after a closing, what may follow."""
    when = entry.when or str(entry.date)
    what = _said_in_short(entry, now)
    closed = now.state.closed_on is not None  # a later entry may hold, and the item stay open
    timely = f", {_timely(now)}" if closed and entry.status and entry.status.is_kept else ""
    say(f"{now.ref}  {now.item.title}")
    say(f"  {when}  {what or ('changed' if entry.changes else 'entered')}{timely}")
    for change in entry.changes:
        say(f"    {changed_from_to(change)}")
    ends = {Status.FULFILLED, Status.PARTLY_FULFILLED, Status.NOT_FULFILLED}
    if closed and entry.status in ends:
        say(f"  what follows from it: dipltrack add TITLE -m MEETING --follows {now.ref}")


def _say_what_was_so(before: Standing, entry: Update) -> None:
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


def _say_what_stays(now: Standing, entry_id: str | None) -> None:
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


def _say_what_is_open(now: Standing, entry: Update, refs: Collection[str]) -> None:
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
        return f"{entry.timing}: {entry.to.window}"
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
