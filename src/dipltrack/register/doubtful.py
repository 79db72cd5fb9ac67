"""What is doubtful: the rules whose breach is a warning, and hinders no answer."""

import shlex
from collections.abc import Iterator
from datetime import date
from functools import cache

from msgspec.structs import fields

from dipltrack.ledger.contents import MeetingFile
from dipltrack.ledger.flaw import Flaw, list_of, nearest
from dipltrack.model.countries import COUNTRIES, mistaken_for
from dipltrack.model.fault import Severity
from dipltrack.model.meeting import Meeting
from dipltrack.model.ref import ItemRef
from dipltrack.model.text import controls_in
from dipltrack.model.update import Change, Evidence, Update
from dipltrack.model.vocabulary import Kind, Status, Voice
from dipltrack.model.window import Timing, Window
from dipltrack.register.impossible import Rule
from dipltrack.register.judged import InForce, Judged, Known


def _a_recurring_act_goes_on(judged: Judged) -> Iterator[Flaw]:
    for index, update in enumerate(judged.file.updates):
        if update.status is not Status.NOT_FULFILLED or update.id in judged.wrong_ids:
            continue
        kind = judged.kinds.get(update.of, Kind.ONE_OFF)
        if kind is Kind.RECURRING:
            wrong = f"{update.status} ends a {kind} item"
            mend = "for one that was missed write a note, for the end withdrawn"
            yield warning("update", index, "status", wrong, mend)


def _one_holding_a_day(judged: Judged) -> Iterator[Flaw]:
    first_of: dict[tuple[str, date], Update] = {}
    for index, update in enumerate(judged.file.updates):
        if not update.held or update.id in judged.wrong_ids:
            continue
        first = first_of.setdefault((update.of, update.date), update)
        if first is not update:
            wrong = f"{update.of} was held on {update.date} already"
            mend = f"dipltrack undo {update.id or 'ID'} takes it back, if it is the same holding"
            yield warning("update", index, "held", wrong, mend)


def _updates_follow_the_meeting(judged: Judged) -> Iterator[Flaw]:
    """A slip is dated the day that the meeting was then thought to be on, and rightly stays so."""
    meeting, filed = judged.meeting, judged.file.meeting
    first = meeting.from_ or meeting.date
    moves = [c for _, u in judged.changing for c in u.changes if c.field in {"date", "from"}]
    days = {filed.date, filed.from_, *(day for c in moves for day in (c.from_, c.to))}
    for index, update in enumerate(judged.file.updates):
        is_slip = update.changes and update.date in days
        if update.date < first and not is_slip:
            wrong = f"date = {update.date} is before the meeting of {meeting.date}"
            mend = "it counts from the meeting on; correct the date if it is wrong"
            yield warning("update", index, "date", wrong, mend)


def _what_is_closed_has_evidence(judged: Judged) -> Iterator[Flaw]:
    for index, update in enumerate(judged.file.updates):
        kept = update.status is not None and update.status.is_kept
        if kept and not update.evidence and update.id not in judged.wrong_ids:
            mend = "add an update with evidence: dipltrack note REF --evidence ADDRESS"
            if not _evidence_elsewhere(judged, update):
                wrong = f"{update.status} without evidence"
                yield warning("update", index, "status", wrong, mend)


def _what_is_muted_has_a_reason(judged: Judged) -> Iterator[Flaw]:
    for index, update in enumerate(judged.file.updates):
        if update.mute_until is not None and not update.reason:
            wrong = "muted without a reason"
            yield warning("update", index, "mute_until", wrong, 'write reason = "…"')


def _evidence_elsewhere(judged: Judged, closing: Update) -> bool:
    others = (u for u in judged.file.updates if u.of == closing.of)
    return any(update.evidence and update.id not in judged.wrong_ids for update in others)


def links_of(file: MeetingFile) -> Iterator[tuple[str, int, str, str]]:
    """All refs that the entries of the file point at, each behind its table, number and key."""
    for index, item in enumerate(file.commitments):
        for key, ref in (("follows", item.follows), ("restates", item.restates)):
            if ref:
                yield "commitment", index, key, ref
    for index, update in enumerate(file.updates):
        for key, ref in (("superseded_by", update.superseded_by), ("same_as", update.same_as)):
            if ref:
                yield "update", index, key, ref


def _links_lead_somewhere(judged: Judged) -> Iterator[Flaw]:
    own, known = {item.ref for item in judged.file.commitments}, judged.known
    for table, index, key, ref in links_of(judged.file):
        if ref not in own and is_strange(ref, known):
            yield warning(table, index, key, *no_item(key, ref, known))


def is_strange(ref: str, known: Known) -> bool:
    """True of a ref that nothing bears, and that no file with errors can hide."""
    return ref not in known.first_file_of and ref not in _hidden(ref, known)


def no_item(key: str, ref: str, known: Known) -> tuple[str, str]:
    """What is wrong with a ref that nothing bears, and the mend."""
    near = nearest(ref, sorted(known.first_file_of))
    mend = f"did you mean {near}?" if near else "write the ref of an item"
    return f'{key} = "{ref}" is no item of this ledger', mend


def _hidden(ref: str, known: Known) -> set[str]:
    """The ref, where it is of a file with errors; else nothing."""
    item = ItemRef.of(ref)
    return {ref} if item and item.meeting.path in known.broken else set()


def links_back(judged: Judged) -> Iterator[tuple[InForce, str, str]]:
    """What each item says again or continues, as it is in force, with the key that names it."""
    for one in judged.items:
        for key, ref in (("follows", one.item.follows), ("restates", one.item.restates)):
            if ref:
                yield one, key, ref


def _links_lead_back(judged: Judged) -> Iterator[Flaw]:
    """What is said again, or continued, was said before: at an earlier meeting, or on that day."""
    on, known = judged.meeting.date, judged.known
    for one, key, ref in links_back(judged):
        other = known.day_of.get(known.first_file_of.get(ref, ""))
        if other is not None and other > on:
            wrong = f'{key} = "{ref}" is of a later meeting, {other}'
            mend = f"a link stands on the later side: write it in {ref}"
            yield warning(*one.place_of(key), wrong, mend)


def links_on(judged: Judged) -> Iterator[tuple[tuple[str, int, str], str, str, str]]:
    """All links that are in force: the place and the key of each, the item that bears it, its ref."""
    ref_of = {item.id: item.ref for item in judged.file.commitments}
    for one, key, ref in links_back(judged):
        yield one.place_of(key), key, one.item.ref, ref
    for index, update in enumerate(judged.file.updates):
        if update.superseded_by and update.id not in judged.wrong_ids:
            of = ref_of.get(update.of, update.of)
            place = "update", index, "superseded_by"
            yield place, "superseded_by", of, update.superseded_by


def _links_do_not_come_back(judged: Judged) -> Iterator[Flaw]:
    """What says itself again, or stands in its own place, over however many others."""
    circling = judged.known.circling
    for place, key, of, ref in links_on(judged) if circling else ():
        if {of, ref} <= circling.get(key, frozenset()):
            wrong = f'{key} = "{ref}" is the item itself'
            if ref != of:
                wrong = f'{key} = "{ref}" leads back to {of}'
            mend = (
                "dipltrack undo ID takes one of the links back, dipltrack edit one that was filed"
            )
            yield warning(*place, wrong, mend)


def _titles_differ(judged: Judged) -> Iterator[Flaw]:
    """Two items of one title are most often one that was filed twice."""
    first_of: dict[str, str] = {}
    for one in judged.items:
        item = one.item
        if item.id in judged.wrong_ids:
            continue
        first = first_of.setdefault(item.title.casefold(), item.ref)
        if first != item.ref:
            mend = f"if it was filed twice: dipltrack strike {item.ref} --same-as {first}"
            yield warning("commitment", one.index, "title", f"{first} has the same title", mend)


def _documents_are_filed(judged: Judged) -> Iterator[Flaw]:
    names = tuple(document.name for document in judged.file.documents)
    for table, index, entry in judged.file.entries():
        name = getattr(entry, "document", None)
        if isinstance(name, str) and "/" not in name and name not in names:
            near = nearest(name, names)
            mend = f"did you mean {near}?" if near else "dipltrack document add files it"
            wrong = f'document = "{name}" is no document of this file'
            yield warning(table, index, "document", wrong, mend)


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


def _names_are_registered(judged: Judged) -> Iterator[Flaw]:
    known = judged.known
    for one in judged.items:
        item = one.item
        named = [(k, n) for k in ("lead", "support", "counterpart") for n in getattr(item, k)]
        found = [(key, no_body(key, name, known.bodies)) for key, name in named]
        found.append(
            ("dossier", no_dossier(item.dossier, known.dossiers) if item.dossier else None)
        )
        for key, told in found:
            if told:
                yield warning(*one.place_of(key), *told)
    for index, update in enumerate(judged.file.updates):
        for key, names in (("asked", update.asked), ("answered", update.answered)):
            for told in filter(None, (no_body(key, name, known.bodies) for name in names)):
                yield warning("update", index, key, *told)


def no_voice(name: str, meeting: Meeting) -> tuple[str, str] | None:
    """What is wrong with a voice that nobody at the meeting had, and the mend; else None."""
    voices = (*(voice.value for voice in Voice), *meeting.parties)
    if name in voices:
        return None
    near = nearest(name, voices)
    return f'"{name}" is no voice', f"did you mean {near}?" if near else f"write {list_of(voices)}"


def _voices_are_of_the_parties(judged: Judged) -> Iterator[Flaw]:
    meeting = judged.meeting
    said = [(one.place_of("voice"), one.item.voice) for one in judged.items]
    said += (
        ((table, index, "voice"), getattr(entry, "voice", ()))
        for table, index, entry in judged.file.entries()
        if table != "commitment"
    )
    for place, voices in said:
        for told in filter(None, (no_voice(voice, meeting) for voice in voices)):
            yield warning(*place, *told)


def _parties_have_codes(judged: Judged) -> Iterator[Flaw]:
    """A party under a second code is a second partner: UK beside GB."""
    for party in judged.file.meeting.parties:
        if len(party) == len("GB") and party not in COUNTRIES:
            wrong = f'"{party}" is no country of ISO 3166, nor EU or UN'
            meant = mistaken_for(party)
            mend = f"write it as {meant}" if meant else "write its two letters, such as TR"
            yield warning("meeting", 0, "parties", wrong, mend)


def _tables_are_stamped(judged: Judged) -> Iterator[Flaw]:
    for table, index, entry in judged.file.entries():
        missing = [key for key in ("id", "recorded", "by") if getattr(entry, key) is None]
        if missing:
            wrong = f"it lacks {list_of(missing, 'and')}"
            yield warning(table, index, None, wrong, "dipltrack edit fills them in")


def _texts_hold_no_controls(judged: Judged) -> Iterator[Flaw]:
    for table, index, entry in judged.file.entries():
        model: type = type(entry)
        for name in _fields_of(model):
            value = getattr(entry, name)
            if not value or (isinstance(value, str) and value.isprintable()):
                continue  # nearly all of them: to look into each takes three times as long
            controls = controls_in("".join(_texts_in(value)))
            if controls:
                wrong = f"{name} holds the control character U+{ord(controls[0]):04X}"
                yield warning(table, index, name, wrong, "delete it")


def _texts_in(value: object) -> Iterator[str]:
    """Every text of a value, those of its lists and inline tables too."""
    match value:
        case str():
            yield value
        case tuple():
            for one in value:
                yield from _texts_in(one)
        case Evidence() | Change() | Timing() | Window():
            model: type = type(value)
            for name in _fields_of(model):
                yield from _texts_in(getattr(value, name))
        case _:
            pass


@cache
def _fields_of(model: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(model))


def warning(table: str, index: int, key: str | None, wrong: str, mend: str) -> Flaw:
    """The warning that this is wrong with the key of the table of that number."""
    severity = Severity.WARNING
    return Flaw(table=table, index=index, key=key, wrong=wrong, mend=mend, severity=severity)


WARNINGS: tuple[Rule, ...] = (
    _a_recurring_act_goes_on,
    _one_holding_a_day,
    _updates_follow_the_meeting,
    _what_is_closed_has_evidence,
    _what_is_muted_has_a_reason,
    _links_lead_somewhere,
    _links_lead_back,
    _links_do_not_come_back,
    _titles_differ,
    _documents_are_filed,
    _names_are_registered,
    _voices_are_of_the_parties,
    _parties_have_codes,
    _tables_are_stamped,
    _texts_hold_no_controls,
)
"""The rules, in the order in which their flaws are told."""

OF_WHOLE_FILES: frozenset[Rule] = frozenset({_documents_are_filed})

OF_THE_LEDGER: frozenset[Rule] = frozenset(
    {_links_lead_somewhere, _links_lead_back, _links_do_not_come_back}
)

OF_WHAT_COUNTS: frozenset[Rule] = frozenset(
    {
        _a_recurring_act_goes_on,
        _updates_follow_the_meeting,
        _what_is_closed_has_evidence,
        _what_is_muted_has_a_reason,
        _links_lead_somewhere,
        _links_do_not_come_back,
        _documents_are_filed,
        _names_are_registered,
        _voices_are_of_the_parties,
    }
)
