"""What was typed of an update -> the entry, held against the rules and appended to each item."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from dipltrack.cli.changes import changes_of
from dipltrack.cli.confirming import confirm, say_what_is_open, say_what_stays, say_what_was_so
from dipltrack.cli.evidence import evidence_of
from dipltrack.cli.fact import fact_of
from dipltrack.cli.filing import file_entries, just, refuse_if_in_broken, warn_of_others
from dipltrack.cli.names import settle_bodies
from dipltrack.cli.options import clean, word_of
from dipltrack.cli.session import Session, on_terminal
from dipltrack.cli.source import source_typed, voice_typed
from dipltrack.cli.stated import counted_from, place_of, timing_of
from dipltrack.cli.usage import WrongUsageError
from dipltrack.model.update import Update
from dipltrack.model.vocabulary import Kind, NextMove, Side, Status, TimingChange
from dipltrack.model.window import Timing, Window
from dipltrack.register.bodies import acting_on
from dipltrack.register.corrections import same_as_of
from dipltrack.register.impossible import NEEDS_REASON
from dipltrack.register.standing import Standing
from dipltrack.register.unmatched import NoMatchError


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
        confirm(now, entry)
        say_what_was_so(standing, entry)
        say_what_stays(now, made[0][1].id)
        say_what_is_open(now, entry, refs={other.ref for other in meant})
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
