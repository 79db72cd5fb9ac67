"""A TOML table -> an entry of the model, with every flaw of its shape: keys, types, words, days."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple, TypeVar

from msgspec import Struct

from dipltrack.ledger.flaw import Flaw, list_of, nearest
from dipltrack.ledger.keys import OWN, Key, Sort, keys_of, names_of, timing_keys
from dipltrack.ledger.value import READERS, Read, WrongValueError, by_word, shown
from dipltrack.model.commitment import Commitment, Record
from dipltrack.model.entry import Entry
from dipltrack.model.fault import Severity
from dipltrack.model.meeting import Meeting
from dipltrack.model.ref import PARTNER, ItemRef, MeetingRef
from dipltrack.model.reminder import MailServer, Reminder, RuleSetting
from dipltrack.model.settings import Identity
from dipltrack.model.update import Evidence, Update
from dipltrack.model.vocabulary import Encryption, Firmness, TimingClass
from dipltrack.model.window import Timing, Window

Table = Mapping[str, Any]
T = TypeVar("T")


class Form(Struct, frozen=True, kw_only=True):
    """How the tables of a class of the model are read: a field and its reader by the key's name.

    It is made once a class, so that a table costs by the keys that stand in it, not by all that
    might. `texts`, `words`, `names`, `days` and `moments` are those whose value mostly needs but a
    look, `words` with the words that may stand there; those of a timing are among them.
    """

    texts: Mapping[str, str]
    words: Mapping[str, tuple[str, Mapping[str, StrEnum]]]
    names: Mapping[str, str]
    days: Mapping[str, str]
    moments: Mapping[str, str]
    single: Mapping[str, tuple[str, Read, Key]]
    timing: Mapping[str, tuple[str, Read, Key]]
    listed: Mapping[str, tuple[str, type, Key]]
    timing_field: str
    required: Mapping[str, Key]
    keeps_own: bool


@cache
def form_of(model: type) -> Form:
    """The form of the tables of a class of the model."""
    timing_field = next((key.field for key in keys_of(model) if key.sort is Sort.TIMING), "")
    keys = [key for key in keys_of(model) if key.sort is not Sort.TIMING]
    timing = timing_keys() if timing_field else ()
    both = (*keys, *timing)
    return Form(
        texts={k.name: k.field for k in both if k.sort in {Sort.TEXT, Sort.LINES}},
        words={k.name: (k.field, by_word(k.words)) for k in both if k.sort is Sort.WORD},
        names={k.name: k.field for k in both if k.sort is Sort.NAMES_OR_ONE},
        days={k.name: k.field for k in both if k.sort is Sort.DAY},
        moments={k.name: k.field for k in both if k.sort is Sort.MOMENT},
        single={k.name: (k.field, READERS[k.sort], k) for k in keys if k.table is None},
        timing={k.name: (k.field, READERS[k.sort], k) for k in timing},
        listed={k.name: (k.field, k.table, k) for k in keys if k.table is not None},
        timing_field=timing_field,
        required={key.name: key for key in keys if key.required},
        keeps_own=issubclass(model, Entry),
    )


class Reader:
    """Reads the tables of one file, and gathers the flaws that it meets."""

    def __init__(self) -> None:
        self.flaws: list[Flaw] = []

    def entry(self, model: type[T], raw: object, table: str, index: int = 0) -> T | None:
        """The entry that the table holds, or None where a flaw keeps it from being read."""
        if not isinstance(raw, dict):
            wrong, mend = f"{table} is no table", f"write it as [{table}]"
            self.flaws.append(Flaw(table=table, index=index, wrong=wrong, mend=mend))
            return None
        found: list[Found] = []
        values = _values(model, raw, table, found)
        if found:
            self.flaws += (one.of(table, index) for one in _in_order(model, found))
            if any(one.severity is Severity.ERROR for one in found):
                return None
        entry = model(**values)
        for key, wrong, mend in contradictions(entry):
            self.flaws.append(Flaw(table=table, index=index, key=key, wrong=wrong, mend=mend))
        return entry


class Found(NamedTuple):
    """What is wrong in the table at hand, and the key in whose place it is told."""

    place: str
    key: str | None
    wrong: str
    mend: str
    severity: Severity = Severity.ERROR

    def of(self, table: str, index: int) -> Flaw:
        """The flaw, of the table of that name and number."""
        return Flaw(
            table=table,
            index=index,
            key=self.key,
            wrong=self.wrong,
            mend=self.mend,
            severity=self.severity,
        )


def _in_order(model: type, found: list[Found]) -> list[Found]:
    """What was found, as the format lists its keys; what it does not know comes first."""
    names = ("", *names_of(model))
    return sorted(found, key=lambda one: names.index(one.place))


def _values(model: type, raw: Table, table: str, found: list[Found]) -> dict[str, Any]:
    """The value of each field that the table names; all others are left to their defaults."""
    form = form_of(model)
    texts, words, days = form.texts, form.words, form.days
    single, timing, listed = form.single, form.timing, form.listed
    values: dict[str, Any] = {}
    timed: dict[str, Any] = {}
    own: list[tuple[str, Any]] = []
    for name, value in raw.items():
        kind = type(value)
        into = timed if name in timing else values
        if kind is str:
            if name in texts:
                if value and not value.isspace():
                    into[texts[name]] = value
                    continue
            elif name in words:
                field, members = words[name]
                if value in members:
                    into[field] = members[value]
                    continue
            elif name in form.names and value:
                into[form.names[name]] = (value,)
                continue
        elif kind is date:
            if name in days:
                into[days[name]] = value
                continue
        elif kind is datetime and name in form.moments and value.tzinfo is not None:
            into[form.moments[name]] = value
            continue
        try:
            if name in single:
                field, read, key = single[name]
                values[field] = read(key, value)
            elif name in timing:
                field, read, key = timing[name]
                timed[field] = None
                timed[field] = read(key, value)
            elif name in listed:
                field, inner, key = listed[name]
                values[field] = _listed(inner, key, value, table, found)
            else:
                own.append((name, value))
        except WrongValueError as error:
            found.append(Found(name, name, error.wrong, error.mend))
    if timed:
        found += _without_class(form, raw)
        values[form.timing_field] = Timing(
            stated=timed.pop("stated", None), window=Window(**timed)
        )
    if own:
        found += _unknown(names_of(model), own, table)
        if form.keeps_own:
            values[OWN] = tuple(own)
    if not form.required.keys() <= raw.keys():
        found += _missing(form, raw)
    return values


def _listed(
    model: type, key: Key, raw: object, table: str, found: list[Found]
) -> tuple[object, ...]:
    """The entries of a list of inline tables, their flaws told of the key that holds them."""
    if not isinstance(raw, list) or not all(isinstance(item, dict) for item in raw):
        example = 'address = "https://…"' if model is Evidence else 'field = "lead"'
        raise WrongValueError(
            f"{key.name} is no list of tables", f"write {key.name} = [{{ {example} }}]"
        )
    inner = Reader()
    items = [inner.entry(model, item, table) for item in raw]
    for flaw in inner.flaws:
        wrong = f"{key.name}: {flaw.wrong}"
        found.append(Found(key.name, key.name, wrong, flaw.mend, flaw.severity))
    return tuple(items)


def _without_class(form: Form, raw: Table) -> Iterator[Found]:
    """The first key of a timing that has no class, told behind all seven."""
    if "class" not in raw:
        named = next(name for name in form.timing if name in raw)
        mend = "a timing is always whole: write its class, and the days if there are any"
        yield Found("basis", named, f"{named} stands without a class", mend)


def _unknown(names: tuple[str, ...], own: list[tuple[str, Any]], table: str) -> Iterator[Found]:
    """The keys that the format does not know, but those that are marked as the desk's own."""
    for name, _ in own:
        if not name.startswith("x_"):
            near = nearest(name, names)
            mend = f"did you mean {near}?" if near else "call a key of your own x_…"
            yield Found("", name, f"{name} is no key of {table}", mend, Severity.WARNING)


def _missing(form: Form, raw: Table) -> Iterator[Found]:
    for name, key in form.required.items():
        if name not in raw:
            yield Found(name, None, f"{name} is missing", f"write it: {key.meaning}")


Contradiction = tuple[str, str, str]
"""A key, what is wrong with it beside the others, the mend."""


def contradictions(entry: object) -> list[Contradiction]:
    """What values of one table cannot stand together."""
    match entry:
        case Update():
            return _update_contradictions(entry)
        case Evidence():
            if not (entry.address or entry.document or entry.registry or entry.kept):
                mend = "write an address, a document or a registry number"
                return [("address", "it names no source", mend)]
        case Commitment():
            found = _timing_contradictions(entry.timing)
            if not ItemRef.fits(entry.ref):
                mend = "write it as TR-20171228-2"
                return [("ref", f'"{entry.ref}" is no ref of an item', mend), *found]
            return found
        case Record():
            return _timing_contradictions(entry.timing)
        case Meeting():
            return _meeting_contradictions(entry)
        case Identity():
            if not PARTNER.fullmatch(entry.party):
                return [("party", f'"{entry.party}" is no code of a party', "write it as JP")]
        case Reminder():
            return _reminder_contradictions(entry)
        case RuleSetting():
            return _rule_contradictions(entry)
        case MailServer():
            return _server_contradictions(entry)
        case _:
            pass
    return []


def _reminder_contradictions(reminder: Reminder) -> list[Contradiction]:
    found = []
    if not ItemRef.fits(reminder.of):
        wrong = f'"{reminder.of}" is no ref of an item'
        found.append(("of", wrong, "write it as TR-20171228-2"))
    if reminder.for_ > reminder.date:
        wrong = f"for = {reminder.for_} is after date = {reminder.date}"
        found.append(("for", wrong, "write the day that it was due on, and that of its issue"))
    return found


def _rule_contradictions(rule: RuleSetting) -> list[Contradiction]:
    words = tuple(word.value for word in Firmness)
    wrong = next((word for word in rule.firmness if word not in words), None)
    if wrong is None:
        return []
    near = nearest(wrong, words)
    mend = f'did you mean "{near}"?' if near else "write one of them"
    return [("firmness", f"{shown(wrong)} is not {list_of(words)}", mend)]


def _server_contradictions(server: MailServer) -> list[Contradiction]:
    from dipltrack.model.address import is_address, is_own_machine, server_of  # for few ledgers

    found = []
    named = server_of(server.smtp) if server.smtp else None
    if server.smtp and named is None:
        mend = 'write smtp = "mail.example.org:587"'
        found.append(("smtp", f"smtp = {shown(server.smtp)} is no HOST:PORT", mend))
    if server.from_ and not is_address(server.from_):
        wrong = f"from = {shown(server.from_)} is no plain mail address"
        found.append(("from", wrong, 'write one such as from = "me1@example.org"'))
    if named and server.encryption is Encryption.NONE and not is_own_machine(named[0]):
        wrong = f'encryption = "none" would let anybody read what goes to {named[0]}'
        found.append(("encryption", wrong, 'write "starttls" or "tls"'))
    return found


def _meeting_contradictions(meeting: Meeting) -> list[Contradiction]:
    found = []
    if MeetingRef.of(meeting.ref) is None:
        wrong = f'"{meeting.ref}" is no ref of a meeting'
        found.append(("ref", wrong, "write it as TR-20171228"))
    if meeting.from_ and meeting.from_ > meeting.date:
        wrong = f"from = {meeting.from_} is after date = {meeting.date}"
        found.append(("from", wrong, "swap them"))
    return found


def _update_contradictions(update: Update) -> list[Contradiction]:
    found = []
    if update.from_ and update.from_ > update.date:
        wrong = f"from = {update.from_} is after date = {update.date}"
        found.append(("from", wrong, "swap them"))
    if update.timing and not update.to:
        mend = "write stated, class, earliest and latest, as far as they are known"
        found.append(("timing", f'timing = "{update.timing}" names no time', mend))
    if update.to:
        if not update.timing:
            mend = 'write timing = "fixed", "moved" or "expected"'
            found.append(("class", "a new time does not say what it is", mend))
        found += _timing_contradictions(update.to)
    return found


def _timing_contradictions(timing: Timing) -> list[Contradiction]:
    window = timing.window
    found = []
    if window.earliest and window.latest and window.earliest > window.latest:
        wrong = f"earliest = {window.earliest} is after latest = {window.latest}"
        found.append(("earliest", wrong, "swap them"))
    if window.class_ is _EXACT and not (window.earliest and window.latest):
        mend = "write earliest and latest, or another class"
        found.append(("class", 'class = "exact" without its days', mend))
    return found


_EXACT = TimingClass.EXACT  # Python 3.11 finds it by a call, each time
