"""What cannot be: the rules whose breach is an error, which keeps a file out of every answer.

The index asks them of every file that it reads, so each is quick to see that nothing is odd.
"""

from collections.abc import Callable, Iterator

from dipltrack.ledger.flaw import Flaw, nearest
from dipltrack.ledger.shape import contradictions
from dipltrack.model.entry import Entry
from dipltrack.model.ref import ItemRef
from dipltrack.model.update import Update
from dipltrack.model.vocabulary import KEPT_STATUSES, Kind, Status, TimingChange
from dipltrack.register.changes import WrongChangeError, changed, changed_where_possible
from dipltrack.register.corrections import circles_of
from dipltrack.register.judged import Judged

NEEDS_REASON = frozenset({Status.ON_HOLD, Status.NOT_FULFILLED})
"""The statuses that say nothing without a reason."""

_NEEDS_MORE = NEEDS_REASON | {Status.SUPERSEDED, Status.WITHDRAWN}


def refs_are_used_once(judged: Judged) -> Iterator[Flaw]:
    """Each ref stands once in its file, and in no file before it."""
    file, first_file_of = judged.file, judged.known.first_file_of
    once = {file.meeting.ref, *(item.ref for item in file.commitments)}
    if not first_file_of and len(once) == 1 + len(file.commitments):
        return
    names = [("meeting", 0, file.meeting.ref)]
    names += (("commitment", index, item.ref) for index, item in enumerate(file.commitments))
    seen: set[str] = set()
    copy_of = first_file_of.get(file.meeting.ref, file.path)
    if copy_of != file.path:  # told once, for what is used twice below it may be all its items
        refs = {ref for _, _, ref in names if first_file_of.get(ref) == copy_of}
        items = len(refs) - 1
        with_it = f", and so are {items} refs of its items" if items else ""
        wrong = f"{file.meeting.ref} is used already in {copy_of}{with_it}"
        mend = (
            "remove the one that is a copy; a second meeting of a day has a letter: TR-20171228b"
        )
        yield _error("meeting", 0, "ref", wrong, mend)
        names = [name for name in names if name[2] not in refs]
    for table, index, ref in names:
        elsewhere = first_file_of.get(ref, file.path)
        if ref in seen or elsewhere != file.path:
            where = "above" if ref in seen else f"in {elsewhere}"
            mend = "give one of them the next free number"
            yield _error(table, index, "ref", f"{ref} is used already {where}", mend)
        seen.add(ref)


def _items_are_of_their_meeting(judged: Judged) -> Iterator[Flaw]:
    meeting = judged.file.meeting.ref
    for index, item in enumerate(judged.file.commitments):
        if item.ref.rpartition("-")[0] != meeting and ItemRef.of(item.ref):
            wrong = f"{item.ref} is no item of {meeting}"
            yield _error("commitment", index, "ref", wrong, "move it to the file of its meeting")


def _ids_are_used_once(judged: Judged) -> Iterator[Flaw]:
    if len(set(judged.ids)) == len(judged.ids):
        return
    seen: set[str] = set()
    for table, index, entry in judged.file.entries():
        if entry.id and entry.id in seen:
            mend = "delete the line: dipltrack edit writes a new one"
            yield _error(table, index, "id", f"id {entry.id} is used twice", mend)
        seen.add(entry.id or "")


def _what_is_meant_exists(judged: Judged) -> Iterator[Flaw]:
    file, ids = judged.file, set(judged.ids)
    of_items = {item.ref for item in file.commitments}
    refs = {file.meeting.ref, *of_items}
    of_items.update(item.id for item in file.commitments if item.id)
    for index, record in enumerate(file.records):
        if record.of not in of_items:
            yield _error("record", index, "of", *_nothing_of_the_name(record.of, refs))
    for index, update in enumerate(file.updates):
        if update.of not in refs and update.of not in ids:
            yield _error("update", index, "of", *_nothing_of_the_name(update.of, refs))
        if update.corrects and update.corrects not in ids:
            wrong = f'corrects = "{update.corrects}" is no id of this file'
            yield _error("update", index, "corrects", wrong, "write the id of the wrong entry")


def _nothing_of_the_name(of: str, refs: set[str]) -> tuple[str, str]:
    near = nearest(of, sorted(refs))
    mend = f"did you mean {near}?" if near else "write the ref of an item of this file"
    return f'of = "{of}" is no item or entry of this file', mend


def _no_correction_goes_in_a_circle(judged: Judged) -> Iterator[Flaw]:
    updates = judged.file.updates
    corrections = [update for update in updates if update.corrects]
    for position in circles_of(corrections):
        wrong = "corrections go in a circle: in the end this one corrects itself"
        index = updates.index(corrections[position])
        yield _error("update", index, "corrects", wrong, "remove the corrects of one of them")


def _changes_can_be_made(judged: Judged) -> Iterator[Flaw]:
    if not judged.changing:
        return
    file = judged.file
    targets: dict[str, Entry] = {e.id: e for _, _, e in file.entries() if e.id}
    targets |= {file.meeting.ref: file.meeting, **{item.ref: item for item in file.commitments}}
    for index, update in judged.changing:
        if update.of not in targets:
            continue
        for change in update.changes:
            try:
                changed(targets[update.of], [change])
            except WrongChangeError as error:
                yield _error("update", index, "changes", error.wrong, error.mend)
        if update.id not in judged.wrong_ids:
            targets[update.of] = changed_where_possible(targets[update.of], update.changes)
            for _key, wrong, mend in contradictions(targets[update.of]):
                yield _error("update", index, "changes", f"with it {wrong}", mend)


def _only_what_ends_is_fulfilled(judged: Judged) -> Iterator[Flaw]:
    for index, update in enumerate(judged.file.updates):
        kept = update.status in KEPT_STATUSES
        if not (kept or update.held) or update.id in judged.wrong_ids:
            continue
        kind = judged.kinds.get(update.of, Kind.ONE_OFF)
        if update.held and kind is Kind.ONE_OFF:
            mend = 'write status = "fulfilled", or kind = "recurring" in the item'
            yield _error("update", index, "held", "a one-off item is not held again", mend)
        if kept and kind is not Kind.ONE_OFF:
            mend = "write held = true for one holding, or withdrawn for its end"
            wrong = f"a {kind} item is never {update.status}"
            yield _error("update", index, "status", wrong, mend)


def _statuses_are_of_the_past(judged: Judged) -> Iterator[Flaw]:
    timezone = judged.known.timezone
    for index, update in enumerate(judged.file.updates):
        # In no time zone is its day another than this one, the one before or the one after.
        if update.status is None or not update.recorded or update.date < update.recorded.date():
            continue
        entered = update.recorded.astimezone(timezone).date()
        if update.date > entered:
            wrong = f"the status is of {update.date}, but was entered on {entered}"
            mend = "nobody knows a status ahead: correct the date"
            yield _error("update", index, "date", wrong, mend)


def _entries_have_what_they_need(judged: Judged) -> Iterator[Flaw]:
    for index, update in enumerate(judged.file.updates):
        if update.status not in _NEEDS_MORE and not update.timing and not update.at_risk:
            continue
        for key, wrong, mend in _what_is_missing(update):
            if update.id not in judged.wrong_ids:
                yield _error("update", index, key, wrong, mend)


def _what_is_missing(update: Update) -> Iterator[tuple[str, str, str]]:
    reason = 'write reason = "…"'
    if update.status in NEEDS_REASON and not update.reason:
        yield "status", f"{update.status} without a reason", reason
    if update.status is Status.SUPERSEDED and not update.superseded_by:
        yield "status", "superseded by nothing", 'write superseded_by = "REF"'
    if update.status is Status.WITHDRAWN and not update.withdrawn_by:
        yield "status", "withdrawn by nobody", 'write withdrawn_by = "ours", "theirs" or "both"'
    if update.timing is TimingChange.MOVED and not update.reason:
        yield "timing", "moved without a reason", reason
    if update.at_risk and not update.reason:
        yield "at_risk", "at risk without a reason", reason


def _error(table: str, index: int, key: str | None, wrong: str, mend: str) -> Flaw:
    return Flaw(table=table, index=index, key=key, wrong=wrong, mend=mend)


Rule = Callable[[Judged], Iterator[Flaw]]

ERRORS: tuple[Rule, ...] = (
    refs_are_used_once,
    _items_are_of_their_meeting,
    _ids_are_used_once,
    _what_is_meant_exists,
    _no_correction_goes_in_a_circle,
    _changes_can_be_made,
    _only_what_ends_is_fulfilled,
    _statuses_are_of_the_past,
    _entries_have_what_they_need,
)
"""The rules, in the order in which their flaws are told."""

OF_WHOLE_FILES: frozenset[Rule] = frozenset({_what_is_meant_exists})

OF_THE_LEDGER: frozenset[Rule] = frozenset({refs_are_used_once})

OF_WHAT_COUNTS: frozenset[Rule] = frozenset(
    {
        _changes_can_be_made,
        _only_what_ends_is_fulfilled,
        _statuses_are_of_the_past,
        _entries_have_what_they_need,
    }
)
