"""Faults of meaning: what is written well but cannot be so, or lacks what it needs."""

import shlex
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, tzinfo
from pathlib import Path

from dipltrack.ledger.contents import Ledger, MeetingFile
from dipltrack.ledger.flaw import Flaw, list_of, nearest
from dipltrack.ledger.keys import SETTINGS_TABLES
from dipltrack.ledger.read import SETTINGS, file_of, meeting_paths, read_bytes
from dipltrack.ledger.shape import contradictions
from dipltrack.ledger.tables import entries_of, located
from dipltrack.model.commitment import Commitment
from dipltrack.model.entry import Entry
from dipltrack.model.fault import Fault, Severity
from dipltrack.model.meeting import Meeting
from dipltrack.model.ref import ItemRef
from dipltrack.model.text import controls_in
from dipltrack.model.update import Change, Evidence, Update
from dipltrack.model.vocabulary import Kind, Status, TimingChange, Voice
from dipltrack.model.window import Timing, Window
from dipltrack.register.bodies import circles_of_successors
from dipltrack.register.changes import WrongChangeError, changed, changed_where_possible
from dipltrack.register.corrections import circles_of, corrected_ids, struck_by
from dipltrack.register.fold import meeting_in_force

NEEDS_REASON = frozenset({Status.ON_HOLD, Status.NOT_FULFILLED})
"""The statuses that say nothing without a reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the rest of the ledger knows, for the entries of one file to be held against.

    `first_file_of` by the refs of meetings and items, `day_of` by the path of a file: the day on
    which its meeting was. `broken` are the files with errors: what lies in one of them may exist all the same.
    """

    bodies: tuple[str, ...]
    dossiers: tuple[str, ...]
    first_file_of: Mapping[str, str]
    day_of: Mapping[str, date] = field(default_factory=dict)
    timezone: tzinfo | None = None
    broken: frozenset[str] = frozenset()


def meaning_faults(ledger: Ledger, known: Known) -> list[Fault]:
    """The faults of meaning of every file that could be read, if only in part, with their lines."""
    faults: list[Fault] = []
    for file in (*ledger.files, *ledger.partial):
        if flaws := [_renumbered(flaw, file) for flaw in flaws_of(file, known)]:
            faults += located((ledger.root / file.path).read_bytes(), file.path, flaws)
    return faults


def settings_faults(ledger: Ledger) -> list[Fault]:
    """The faults of meaning of the settings, with their lines: successors in a circle."""
    circles = list(circles_of_successors(ledger.settings.bodies))
    if not circles:
        return []
    data = (ledger.root / SETTINGS).read_bytes()
    entries, _ = entries_of(data, SETTINGS, SETTINGS_TABLES)
    names = [body.name for body in entries["body"]] if entries else []
    flaws = [
        _warning("body", _last(names, body.name), "successor", *in_a_circle(circle))
        for body, circle in circles
    ]
    return located(data, SETTINGS, flaws)


def in_a_circle(circle: str) -> tuple[str, str]:
    """What is wrong with bodies that pass their items to each other, and the mend."""
    name = shlex.quote(circle.partition(",")[0])
    mend = f'dipltrack body add {name} --successor "" empties it'
    return f"successors go in a circle: {circle}", mend


def _last(names: list[str], name: str) -> int:
    return max((index for index, one in enumerate(names) if one == name), default=0)


def error_faults(file: MeetingFile, data: bytes, known: Known) -> list[Fault]:
    """The errors of meaning of one file that was read from those bytes, with their lines."""
    flaws = [flaw for flaw in flaws_of(file, known) if flaw.severity is Severity.ERROR]
    if not flaws:
        return []
    return located(data, file.path, [_renumbered(flaw, file) for flaw in flaws])


def twice_faults(
    root: Path, refs: Collection[str], first_file_of: Mapping[str, str]
) -> list[Fault]:
    """The errors of files in which one of the refs stands though another file has it before."""
    known = Known(bodies=(), dossiers=(), first_file_of=first_file_of)
    faults: list[Fault] = []
    for path in meeting_paths(root):
        data = read_bytes(root, path)
        if isinstance(data, Fault) or not any(ref.encode() in data for ref in refs):
            continue
        file, _ = file_of(data, path)
        if file is not None:
            flaws = list(_refs_are_used_once(file, known))
            faults += located(data, path, [_renumbered(flaw, file) for flaw in flaws])
    return faults


def _renumbered(flaw: Flaw, file: MeetingFile) -> Flaw:
    return replace(flaw, index=file.number_of(flaw.table or "", flaw.index))


def flaws_of(file: MeetingFile, known: Known) -> list[Flaw]:
    """What is wrong with the meaning of the entries of one file.

    Whether what they name exists is not asked of a file of which a part could not be read.
    """
    rules = _RULES if file.whole else tuple(rule for rule in _RULES if rule not in _OF_WHOLE_FILES)
    idle = _entries_that_do_not_count(file)
    return [
        flaw
        for rule in rules
        for flaw in rule(file, known)
        if rule not in _OF_WHAT_COUNTS or (flaw.table, flaw.index) not in idle
    ]


def new_flaws(before: MeetingFile, after: MeetingFile, known: Known) -> list[Flaw]:
    """What would be wrong with a file after a write and was not wrong before it."""
    old = set(flaws_of(before, known))
    return [flaw for flaw in flaws_of(after, known) if flaw not in old]


def known_of(ledger: Ledger, timezone: tzinfo | None) -> Known:
    """What the ledger knows, for its files to be held against.

    The time zone, the ledger's or None for the machine's, tells the day on which an entry was made.
    """
    first: dict[str, str] = {}
    day_of: dict[str, date] = {}
    for file in (*ledger.files, *ledger.partial):
        day_of[file.path] = _meeting_of(file).date
        for ref in (file.meeting.ref, *(item.ref for item in file.commitments)):
            first.setdefault(ref, file.path)
    return Known(
        bodies=tuple(body.name for body in ledger.settings.bodies),
        dossiers=tuple(dossier.name for dossier in ledger.settings.dossiers),
        first_file_of=first,
        day_of=day_of,
        timezone=timezone,
        broken=frozenset(error.file for error in ledger.errors),
    )


def _meeting_of(file: MeetingFile) -> Meeting:
    """The meeting of the file, as corrected."""
    about = {file.meeting.ref, file.meeting.id}
    updates = [u for u in file.updates if u.of in about]
    wrong_ids = corrected_ids(file.updates) if updates else frozenset[str]()
    counting = [u for u in updates if u.id not in wrong_ids]
    return meeting_in_force(file.meeting, counting, date.max) if counting else file.meeting


def _warning(table: str, index: int, key: str | None, wrong: str, mend: str) -> Flaw:
    severity = Severity.WARNING
    return Flaw(table=table, index=index, key=key, wrong=wrong, mend=mend, severity=severity)


def _error(table: str, index: int, key: str | None, wrong: str, mend: str) -> Flaw:
    return Flaw(table=table, index=index, key=key, wrong=wrong, mend=mend)


def _entries_that_do_not_count(file: MeetingFile) -> frozenset[tuple[str | None, int]]:
    """Table and number of what was taken back, and of what is about a struck item.

    What was entered of a copy counts for the item that is left. Of a struck meeting nothing counts.
    """
    wrong = corrected_ids(file.updates)
    if not wrong:
        return frozenset()
    copies = {struck_by(u, file.updates) for u in file.updates if u.same_as and u.id not in wrong}
    struck = {item.id: item.ref for item in file.commitments if item.id in wrong - copies}
    gone = {*struck, *struck.values()}
    return frozenset(
        (table, index)
        for table, index, entry in file.entries()
        if file.meeting.id in wrong or entry.id in wrong or getattr(entry, "of", None) in gone
    )


def _refs_are_used_once(file: MeetingFile, known: Known) -> Iterator[Flaw]:
    names = [("meeting", 0, file.meeting.ref)]
    names += (("commitment", index, item.ref) for index, item in enumerate(file.commitments))
    seen: set[str] = set()
    for table, index, ref in names:
        elsewhere = known.first_file_of.get(ref, file.path)
        if ref in seen or elsewhere != file.path:
            where = "above" if ref in seen else f"in {elsewhere}"
            mend = "give one of them the next free number"
            yield _error(table, index, "ref", f"{ref} is used already {where}", mend)
        seen.add(ref)


def _items_are_of_their_meeting(file: MeetingFile, _: Known) -> Iterator[Flaw]:
    for index, item in enumerate(file.commitments):
        ref = ItemRef.of(item.ref)
        if ref and str(ref.meeting) != file.meeting.ref:
            wrong = f"{item.ref} is no item of {file.meeting.ref}"
            yield _error("commitment", index, "ref", wrong, "move it to the file of its meeting")


def _ids_are_used_once(file: MeetingFile, _: Known) -> Iterator[Flaw]:
    times = Counter(entry.id for _, _, entry in file.entries() if entry.id)
    seen: set[str] = set()
    for table, index, entry in file.entries():
        if entry.id and times[entry.id] > 1:
            if entry.id in seen:
                mend = "delete the line: dipltrack edit writes a new one"
                yield _error(table, index, "id", f"id {entry.id} is used twice", mend)
            seen.add(entry.id)


def _what_is_meant_exists(file: MeetingFile, _: Known) -> Iterator[Flaw]:
    ids = {entry.id for _, _, entry in file.entries() if entry.id}
    refs = {file.meeting.ref, *(item.ref for item in file.commitments)}
    of_items = {item.ref for item in file.commitments} | {i.id for i in file.commitments if i.id}
    for index, record in enumerate(file.records):
        if record.of not in of_items:
            yield _error("record", index, "of", *_nothing_of_the_name(record.of, refs))
    for index, update in enumerate(file.updates):
        if update.of not in refs | ids:
            yield _error("update", index, "of", *_nothing_of_the_name(update.of, refs))
        if update.corrects and update.corrects not in ids:
            wrong = f'corrects = "{update.corrects}" is no id of this file'
            yield _error("update", index, "corrects", wrong, "write the id of the wrong entry")


def _nothing_of_the_name(of: str, refs: set[str]) -> tuple[str, str]:
    near = nearest(of, sorted(refs))
    mend = f"did you mean {near}?" if near else "write the ref of an item of this file"
    return f'of = "{of}" is no item or entry of this file', mend


def _no_correction_goes_in_a_circle(file: MeetingFile, _: Known) -> Iterator[Flaw]:
    corrections = [u for u in file.updates if u.corrects]
    for position in circles_of(corrections):
        wrong = "corrections go in a circle: in the end this one corrects itself"
        index = file.updates.index(corrections[position])
        yield _error("update", index, "corrects", wrong, "remove the corrects of one of them")


def _changes_can_be_made(file: MeetingFile, _: Known) -> Iterator[Flaw]:
    targets: dict[str, Entry] = {e.id: e for _, _, e in file.entries() if e.id}
    targets |= {file.meeting.ref: file.meeting, **{item.ref: item for item in file.commitments}}
    wrong_ids = corrected_ids(file.updates)
    for index, update in enumerate(file.updates):
        if update.of not in targets:
            continue
        for change in update.changes:
            try:
                changed(targets[update.of], [change])
            except WrongChangeError as error:
                yield _error("update", index, "changes", error.wrong, error.mend)
        if update.id not in wrong_ids:
            targets[update.of] = changed_where_possible(targets[update.of], update.changes)
            for _key, wrong, mend in contradictions(targets[update.of]) if update.changes else ():
                yield _error("update", index, "changes", f"with it {wrong}", mend)


def _only_what_ends_is_fulfilled(file: MeetingFile, _: Known) -> Iterator[Flaw]:
    kinds: dict[str, Kind] = {}
    for item in file.commitments:
        kinds |= dict.fromkeys(filter(None, (item.ref, item.id)), item.kind)
    for update in file.updates:
        for change in update.changes:
            if change.field == "kind" and change.to in set(Kind) and update.of in kinds:
                kinds[update.of] = Kind(str(change.to))
    wrong_ids = corrected_ids(file.updates)
    for index, update in enumerate(file.updates):
        kind = kinds.get(update.of, Kind.ONE_OFF)
        if update.held and kind is Kind.ONE_OFF and update.id not in wrong_ids:
            mend = 'write status = "fulfilled", or kind = "recurring" in the item'
            yield _error("update", index, "held", "a one-off item is not held again", mend)
        kept = update.status is not None and update.status.is_kept
        if kept and kind is not Kind.ONE_OFF and update.id not in wrong_ids:
            mend = "write held = true for one holding, or withdrawn for its end"
            yield _error(
                "update", index, "status", f"a {kind} item is never {update.status}", mend
            )
        unkept = update.status is Status.NOT_FULFILLED
        if unkept and kind is Kind.RECURRING and update.id not in wrong_ids:
            wrong = f"{update.status} ends a {kind} item"
            mend = "for one that was missed write a note, for the end withdrawn"
            yield _warning("update", index, "status", wrong, mend)


def _one_holding_a_day(file: MeetingFile, _: Known) -> Iterator[Flaw]:
    wrong_ids = corrected_ids(file.updates)
    first_of: dict[tuple[str, date], Update] = {}
    for index, update in enumerate(file.updates):
        if not update.held or update.id in wrong_ids:
            continue
        first = first_of.setdefault((update.of, update.date), update)
        if first is not update:
            wrong = f"{update.of} was held on {update.date} already"
            mend = f"dipltrack undo {update.id or 'ID'} takes it back, if it is the same holding"
            yield _warning("update", index, "held", wrong, mend)


def _statuses_are_of_the_past(file: MeetingFile, known: Known) -> Iterator[Flaw]:
    for index, update in enumerate(file.updates):
        if update.status is None or update.recorded is None:
            continue
        entered = update.recorded.astimezone(known.timezone).date()
        if update.date > entered:
            wrong = f"the status is of {update.date}, but was entered on {entered}"
            mend = "nobody knows a status ahead: correct the date"
            yield _error("update", index, "date", wrong, mend)


def _updates_follow_the_meeting(file: MeetingFile, _: Known) -> Iterator[Flaw]:
    """A slip is dated the day that the meeting was then thought to be on, and rightly stays so."""
    meeting = _meeting_of(file)
    first = meeting.from_ or meeting.date
    moves = [c for u in file.updates for c in u.changes if c.field in {"date", "from"}]
    days = {
        file.meeting.date,
        file.meeting.from_,
        *(day for c in moves for day in (c.from_, c.to)),
    }
    for index, update in enumerate(file.updates):
        is_slip = update.changes and update.date in days
        if update.date < first and not is_slip:
            wrong = f"date = {update.date} is before the meeting of {meeting.date}"
            mend = "it counts from the meeting on; correct the date if it is wrong"
            yield _warning("update", index, "date", wrong, mend)


def _meeting_in_force(file: MeetingFile) -> Meeting:
    """The meeting with all that was corrected of it."""
    wrong_ids = corrected_ids(file.updates)
    about = {file.meeting.ref, file.meeting.id}
    counting = [u for u in file.updates if u.of in about and u.id not in wrong_ids]
    return meeting_in_force(file.meeting, counting, date.max)


def _entries_have_what_they_need(file: MeetingFile, _: Known) -> Iterator[Flaw]:
    wrong_ids = corrected_ids(file.updates)
    for index, update in enumerate(file.updates):
        if update.id not in wrong_ids:
            for key, wrong, mend in _what_is_missing(update):
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


def _what_is_closed_has_evidence(file: MeetingFile, _: Known) -> Iterator[Flaw]:
    wrong_ids = corrected_ids(file.updates)
    for index, update in enumerate(file.updates):
        kept = update.status is not None and update.status.is_kept
        if kept and not update.evidence and update.id not in wrong_ids:
            mend = "add an update with evidence: dipltrack note REF --evidence ADDRESS"
            if not _evidence_elsewhere(file, update, wrong_ids):
                wrong = f"{update.status} without evidence"
                yield _warning("update", index, "status", wrong, mend)


def _evidence_elsewhere(file: MeetingFile, closing: Update, wrong_ids: frozenset[str]) -> bool:
    others = (u for u in file.updates if u.of == closing.of and u.id not in wrong_ids)
    return any(update.evidence for update in others)


def _links_lead_somewhere(file: MeetingFile, known: Known) -> Iterator[Flaw]:
    links = [
        ("commitment", index, key, ref)
        for index, item in enumerate(file.commitments)
        for key, ref in (("follows", item.follows), ("restates", item.restates))
    ]
    links += [
        ("update", index, key, ref)
        for index, update in enumerate(file.updates)
        for key, ref in (("superseded_by", update.superseded_by), ("same_as", update.same_as))
    ]
    own = {item.ref for item in file.commitments}
    for table, index, key, ref in links:
        if ref and ref not in known.first_file_of and ref not in own | _hidden(ref, known):
            near = nearest(ref, sorted(known.first_file_of))
            mend = f"did you mean {near}?" if near else "write the ref of an item"
            yield _warning(table, index, key, f'{key} = "{ref}" is no item of this ledger', mend)


def _hidden(ref: str, known: Known) -> set[str]:
    """The ref, where it is of a file with errors; else nothing."""
    item = ItemRef.of(ref)
    return {ref} if item and item.meeting.path in known.broken else set()


def _links_lead_back(file: MeetingFile, known: Known) -> Iterator[Flaw]:
    """What is said again, or continued, was said before: at an earlier meeting, or on that day."""
    on = _meeting_of(file).date
    for one in _items_in_force(file):
        for key in ("follows", "restates"):
            ref = getattr(one.item, key)
            other = known.day_of.get(known.first_file_of.get(ref, ""))
            if other is not None and other > on:
                wrong = f'{key} = "{ref}" is of a later meeting, {other}'
                mend = f"a link stands on the later side: write it in {ref}"
                yield _warning(*one.place_of(key), wrong, mend)


def _titles_differ(file: MeetingFile, _: Known) -> Iterator[Flaw]:
    """Two items of one title are most often one that was filed twice."""
    wrong_ids = corrected_ids(file.updates)
    first_of: dict[str, str] = {}
    for one in _items_in_force(file):
        item = one.item
        if item.id in wrong_ids:
            continue
        first = first_of.setdefault(item.title.casefold(), item.ref)
        if first != item.ref:
            mend = f"if it was filed twice: dipltrack strike {item.ref} --same-as {first}"
            yield _warning("commitment", one.index, "title", f"{first} has the same title", mend)


@dataclass(frozen=True, slots=True, kw_only=True)
class _InForce:
    """An item as the entries about it have changed it, and which of them last changed a field."""

    index: int
    item: Commitment
    changed_by: Mapping[str, int]

    def place_of(self, key: str) -> tuple[str, int, str]:
        """Table, number and key that name the value in force."""
        if key in self.changed_by:
            return "update", self.changed_by[key], "changes"
        return "commitment", self.index, key


def _items_in_force(file: MeetingFile) -> Iterator[_InForce]:
    """The items with the changes that count, whatever their day."""
    wrong_ids = corrected_ids(file.updates)
    ref_of = {item.id: item.ref for item in file.commitments}
    changes: defaultdict[str, list[tuple[int, Change]]] = defaultdict(list)
    for position, update in enumerate(file.updates):
        if update.changes and update.id not in wrong_ids:
            of = ref_of.get(update.of, update.of)
            changes[of] += ((position, change) for change in update.changes)
    for index, filed in enumerate(file.commitments):
        about = changes.get(filed.ref, [])
        yield _InForce(
            index=index,
            item=changed_where_possible(filed, (change for _, change in about)),
            changed_by={change.field: position for position, change in about},
        )


def _documents_are_filed(file: MeetingFile, _: Known) -> Iterator[Flaw]:
    names = tuple(document.name for document in file.documents)
    for table, index, entry in file.entries():
        name = getattr(entry, "document", None)
        if isinstance(name, str) and "/" not in name and name not in names:
            near = nearest(name, names)
            mend = f"did you mean {near}?" if near else "dipltrack document add files it"
            wrong = f'document = "{name}" is no document of this file'
            yield _warning(table, index, "document", wrong, mend)


def no_body(key: str, name: str, registered: tuple[str, ...]) -> tuple[str, str] | None:
    """What is wrong with the name of a body that is not registered, and the mend; else None.

    A ledger that registers none calls them as it likes.
    """
    if not registered or name in registered:
        return None
    return f'{key} = "{name}" is no body', _registered_by("body", name, registered)


def no_dossier(name: str, registered: tuple[str, ...]) -> tuple[str, str] | None:
    """The same for the name of a dossier."""
    if not registered or name in registered:
        return None
    return f'"{name}" is no dossier', _registered_by("dossier", name, registered)


def _registered_by(table: str, name: str, known: tuple[str, ...]) -> str:
    near = nearest(name, known)
    adds = f"dipltrack {table} add {shlex.quote(name)} registers it"
    return f"did you mean {near}? Else {adds}" if near else adds


def _names_are_registered(file: MeetingFile, known: Known) -> Iterator[Flaw]:
    for one in _items_in_force(file):
        item = one.item
        named = [(k, n) for k in ("lead", "support", "counterpart") for n in getattr(item, k)]
        found = [(key, no_body(key, name, known.bodies)) for key, name in named]
        found.append(
            ("dossier", no_dossier(item.dossier, known.dossiers) if item.dossier else None)
        )
        for key, told in found:
            if told:
                yield _warning(*one.place_of(key), *told)
    for index, update in enumerate(file.updates):
        for key, names in (("asked", update.asked), ("answered", update.answered)):
            for told in filter(None, (no_body(key, name, known.bodies) for name in names)):
                yield _warning("update", index, key, *told)


def no_voice(name: str, meeting: Meeting) -> tuple[str, str] | None:
    """What is wrong with a voice that nobody at the meeting had, and the mend; else None."""
    voices = (*(voice.value for voice in Voice), *meeting.parties)
    if name in voices:
        return None
    near = nearest(name, voices)
    return f'"{name}" is no voice', f"did you mean {near}?" if near else f"write {list_of(voices)}"


def _voices_are_of_the_parties(file: MeetingFile, _: Known) -> Iterator[Flaw]:
    meeting = _meeting_of(file)
    said = [(one.place_of("voice"), one.item.voice) for one in _items_in_force(file)]
    said += (
        ((table, index, "voice"), getattr(entry, "voice", ()))
        for table, index, entry in file.entries()
        if table != "commitment"
    )
    for place, voices in said:
        for told in filter(None, (no_voice(voice, meeting) for voice in voices)):
            yield _warning(*place, *told)


def _tables_are_stamped(file: MeetingFile, _: Known) -> Iterator[Flaw]:
    for table, index, entry in file.entries():
        missing = [key for key in ("id", "recorded", "by") if getattr(entry, key) is None]
        if missing:
            wrong = f"it lacks {list_of(missing, 'and')}"
            yield _warning(table, index, None, wrong, "dipltrack edit fills them in")


def _texts_hold_no_controls(file: MeetingFile, _: Known) -> Iterator[Flaw]:
    for table, index, entry in file.entries():
        for key in fields(entry):
            controls = controls_in("".join(_texts_in(getattr(entry, key.name))))
            if controls:
                wrong = f"{key.name} holds the control character U+{ord(controls[0]):04X}"
                yield _warning(table, index, key.name, wrong, "delete it")


def _texts_in(value: object) -> Iterator[str]:
    """Every text of a value, those of its lists and inline tables too."""
    match value:
        case str():
            yield value
        case tuple():
            for one in value:
                yield from _texts_in(one)
        case Evidence() | Change() | Timing() | Window():
            for key in fields(value):
                yield from _texts_in(getattr(value, key.name))
        case _:
            pass


_RULES: tuple[Callable[[MeetingFile, Known], Iterator[Flaw]], ...] = (
    _refs_are_used_once,
    _items_are_of_their_meeting,
    _ids_are_used_once,
    _what_is_meant_exists,
    _no_correction_goes_in_a_circle,
    _changes_can_be_made,
    _only_what_ends_is_fulfilled,
    _one_holding_a_day,
    _statuses_are_of_the_past,
    _updates_follow_the_meeting,
    _entries_have_what_they_need,
    _what_is_closed_has_evidence,
    _links_lead_somewhere,
    _links_lead_back,
    _titles_differ,
    _documents_are_filed,
    _names_are_registered,
    _voices_are_of_the_parties,
    _tables_are_stamped,
    _texts_hold_no_controls,
)

_OF_WHOLE_FILES = frozenset({_what_is_meant_exists, _documents_are_filed})

_OF_WHAT_COUNTS = frozenset(
    {
        _changes_can_be_made,
        _only_what_ends_is_fulfilled,
        _statuses_are_of_the_past,
        _updates_follow_the_meeting,
        _entries_have_what_they_need,
        _what_is_closed_has_evidence,
        _links_lead_somewhere,
        _documents_are_filed,
        _names_are_registered,
        _voices_are_of_the_parties,
    }
)
"""The rules that do not ask of what was taken back or struck; the others are about the file."""
