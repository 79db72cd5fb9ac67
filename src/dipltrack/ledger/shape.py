"""A TOML table -> an entry of the model, with every flaw of its shape: keys, types, words, days."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from dipltrack.ledger.flaw import Flaw, nearest
from dipltrack.ledger.keys import OWN, Key, Sort, keys_of, names_of, timing_keys
from dipltrack.ledger.value import WrongValueError, read_value
from dipltrack.model.commitment import Commitment
from dipltrack.model.entry import Entry
from dipltrack.model.fault import Severity
from dipltrack.model.meeting import Meeting
from dipltrack.model.ref import PARTNER, ItemRef, MeetingRef
from dipltrack.model.settings import Identity
from dipltrack.model.update import Evidence, Update
from dipltrack.model.vocabulary import TimingClass
from dipltrack.model.window import Timing, Window

Table = Mapping[str, Any]
T = TypeVar("T")


class Reader:
    """Reads the tables of one file, and gathers the flaws that it meets."""

    def __init__(self) -> None:
        self.flaws: list[Flaw] = []

    def entry(self, model: type[T], raw: object, table: str, index: int = 0) -> T | None:
        """The entry that the table holds, or None where a flaw keeps it from being read."""
        if not isinstance(raw, dict):
            self._flaw(table, index, None, f"{table} is no table", f"write it as [{table}]")
            return None
        before = len(self.flaws)
        values = self._values(model, raw, table, index)
        if any(flaw.severity is Severity.ERROR for flaw in self.flaws[before:]):
            return None
        entry = model(**values)
        self.flaws += (
            Flaw(table=table, index=index, key=key, wrong=wrong, mend=mend)
            for key, wrong, mend in contradictions(entry)
        )
        return entry

    def _values(self, model: type, raw: Table, table: str, index: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        own = self._unknown_keys(model, raw, table, index)
        if own and issubclass(model, Entry):
            values[OWN] = own
        for key in keys_of(model):
            if key.sort is Sort.TIMING:
                if any(part.name in raw for part in timing_keys()):
                    values[key.field] = self._timing(raw, table, index)
            elif key.name in raw:
                values[key.field] = self._value(key, raw[key.name], table, index)
            elif key.required:
                self._flaw(
                    table, index, None, f"{key.name} is missing", f"write it: {key.meaning}"
                )
        return values

    def _value(self, key: Key, raw: object, table: str, index: int) -> Any:  # noqa: ANN401
        if key.table is not None:
            return self._inline_tables(key, key.table, raw, table, index)
        try:
            return read_value(key, raw)
        except WrongValueError as error:
            self._flaw(table, index, key.name, error.wrong, error.mend)
            return None

    def _inline_tables(
        self, key: Key, model: type, raw: object, table: str, index: int
    ) -> tuple[Any, ...]:
        if not isinstance(raw, list) or not all(isinstance(item, dict) for item in raw):
            example = 'address = "https://…"' if model is Evidence else 'field = "lead"'
            mend = f"write {key.name} = [{{ {example} }}]"
            self._flaw(table, index, key.name, f"{key.name} is no list of tables", mend)
            return ()
        inner = Reader()
        items = [inner.entry(model, item, table, index) for item in raw]
        self.flaws += (
            Flaw(
                table=table,
                index=index,
                key=key.name,
                wrong=f"{key.name}: {flaw.wrong}",
                mend=flaw.mend,
                severity=flaw.severity,
            )
            for flaw in inner.flaws
        )
        return tuple(items)

    def _timing(self, raw: Table, table: str, index: int) -> Timing:
        values = {
            key.field: self._value(key, raw[key.name], table, index)
            for key in timing_keys()
            if key.name in raw
        }
        if "class" not in raw:
            named = next(key.name for key in timing_keys() if key.name in raw)
            mend = "a timing is always whole: write its class, and the days if there are any"
            self._flaw(table, index, named, f"{named} stands without a class", mend)
        stated = values.pop("stated", None)
        return Timing(stated=stated, window=Window(**values))

    def _unknown_keys(
        self, model: type, raw: Table, table: str, index: int
    ) -> tuple[tuple[str, Any], ...]:
        """The keys that the format does not know; one that is not marked as own is warned of."""
        known = names_of(model)
        own = tuple((name, value) for name, value in raw.items() if name not in known)
        for name, _ in own:
            if not name.startswith("x_"):
                near = nearest(name, known)
                mend = f"did you mean {near}?" if near else "call a key of your own x_…"
                wrong = f"{name} is no key of {table}"
                self._flaw(table, index, name, wrong, mend, Severity.WARNING)
        return own

    def _flaw(
        self,
        table: str,
        index: int,
        key: str | None,
        wrong: str,
        mend: str,
        severity: Severity = Severity.ERROR,
    ) -> None:
        flaw = Flaw(table=table, index=index, key=key, wrong=wrong, mend=mend, severity=severity)
        self.flaws.append(flaw)


def contradictions(entry: object) -> Iterator[tuple[str, str, str]]:
    """What values of one table cannot stand together: the key, what is wrong, the mend."""
    match entry:
        case Meeting():
            yield from _meeting_contradictions(entry)
        case Commitment():
            if ItemRef.of(entry.ref) is None:
                yield "ref", f'"{entry.ref}" is no ref of an item', "write it as TR-20171228-2"
        case Update():
            yield from _update_contradictions(entry)
        case Identity():
            if not PARTNER.fullmatch(entry.party):
                yield "party", f'"{entry.party}" is no code of a party', "write it as JP"
        case Evidence():
            if not (entry.address or entry.document or entry.registry or entry.kept):
                mend = "write an address, a document or a registry number"
                yield "address", "it names no source", mend
        case _:
            pass
    timing = getattr(entry, "timing", None)
    if isinstance(timing, Timing):
        yield from _timing_contradictions(timing)


def _meeting_contradictions(meeting: Meeting) -> Iterator[tuple[str, str, str]]:
    if MeetingRef.of(meeting.ref) is None:
        yield "ref", f'"{meeting.ref}" is no ref of a meeting', "write it as TR-20171228"
    if meeting.from_ and meeting.from_ > meeting.date:
        yield "from", f"from = {meeting.from_} is after date = {meeting.date}", "swap them"


def _update_contradictions(update: Update) -> Iterator[tuple[str, str, str]]:
    if update.from_ and update.from_ > update.date:
        yield "from", f"from = {update.from_} is after date = {update.date}", "swap them"
    if update.timing and not update.to:
        mend = "write stated, class, earliest and latest, as far as they are known"
        yield "timing", f'timing = "{update.timing}" names no time', mend
    if update.to:
        if not update.timing:
            mend = 'write timing = "fixed", "moved" or "expected"'
            yield "class", "a new time does not say what it is", mend
        yield from _timing_contradictions(update.to)


def _timing_contradictions(timing: Timing) -> Iterator[tuple[str, str, str]]:
    window = timing.window
    if window.earliest and window.latest and window.earliest > window.latest:
        wrong = f"earliest = {window.earliest} is after latest = {window.latest}"
        yield "earliest", wrong, "swap them"
    if window.class_ is TimingClass.EXACT and not (window.earliest and window.latest):
        mend = "write earliest and latest, or another class"
        yield "class", 'class = "exact" without its days', mend
