"""Changes of fields: another lead, another title, a slip in the wording."""

from collections.abc import Iterable
from typing import Any, TypeVar, cast

from msgspec.structs import replace

from dipltrack.ledger.keys import Key, Sort, keys_of, timing_keys
from dipltrack.ledger.value import WrongValueError, read_value
from dipltrack.model.commitment import Commitment
from dipltrack.model.entry import Entry
from dipltrack.model.update import Change
from dipltrack.model.window import Timing, Window

E = TypeVar("E", bound=Entry)
NEVER = frozenset({"id", "recorded", "by", "ref", "was", "redacted"})
"""The keys that no change can touch."""
IN_FORCE = frozenset({"next_step", "next_move", "seek", "mute_until"})
"""What an update puts in force for an item: a change can empty it, an update names it anew."""


class WrongChangeError(ValueError):
    """A change that the table does not allow: what is wrong, and the mend."""

    def __init__(self, wrong: str, mend: str) -> None:
        super().__init__(wrong)
        self.wrong = wrong
        self.mend = mend


def changed(entry: E, changes: Iterable[Change]) -> E:
    """The entry with the fields changed; a change without `to` puts the key's default there.

    Raises WrongChangeError for a field that the table has not, that never changes or that is
    required, and for a value that it cannot take.
    """
    for change in changes:
        entry = _changed(entry, change)
    return entry


def changed_where_possible(entry: E, changes: Iterable[Change]) -> E:
    """As `changed`, a wrong change left out: `check` names it, a question goes on."""
    for change in changes:
        try:
            entry = _changed(entry, change)
        except WrongChangeError:
            continue
    return entry


def is_emptying(change: Change) -> bool:
    """True where the change ends what an update put in force, as a next step."""
    return change.field in IN_FORCE and change.to is None


def _changed(entry: E, change: Change) -> E:
    if is_emptying(change) and isinstance(entry, Commitment):
        return entry
    key = _key_of(entry, change.field)
    value = _value_of(key, change)
    if key.name not in {part.name for part in timing_keys()}:
        return replace(entry, **{key.field: value})
    timing: Timing = getattr(entry, "timing")  # noqa: B009 - only tables with a timing get here
    changed_timing = (
        replace(timing, stated=value)
        if key.field == "stated"
        else replace(timing, window=replace(timing.window, **{key.field: value}))
    )
    with_timing: E = replace(cast("Any", entry), timing=changed_timing)
    return with_timing


def _key_of(entry: Entry, field: str) -> Key:
    model: type = type(entry)
    keys = keys_of(model)
    if any(key.sort is Sort.TIMING for key in keys):
        keys += timing_keys()
    key = next((key for key in keys if key.name == field and key.sort is not Sort.TIMING), None)
    if field in IN_FORCE:
        mend = f"write {field} = … in the update itself; a change can only empty it"
        raise WrongChangeError(f"{field} is named by an update, not by a change", mend)
    if key is None:
        raise WrongChangeError(f"{field} is no field that can change", "see docs/format.md")
    if field in NEVER:
        raise WrongChangeError(f"{field} never changes", "strike the entry and file it anew")
    return key


def _value_of(key: Key, change: Change) -> Any:  # noqa: ANN401 - the key decides
    if change.to is None:
        if key.required:
            wrong = f"{key.name} cannot be emptied"
            raise WrongChangeError(wrong, "write what it is instead")
        return Window().class_ if key.name == "class" else key.default
    raw = list(change.to) if isinstance(change.to, tuple) else change.to
    if key.sort is Sort.NAMES and isinstance(raw, str):
        raw = [raw]
    try:
        return read_value(key, raw)
    except WrongValueError as error:
        raise WrongChangeError(error.wrong, error.mend) from None
