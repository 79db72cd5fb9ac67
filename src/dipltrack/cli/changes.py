"""Fields that changed, as they are typed: `--set lead=ME2`."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from msgspec.structs import replace

from dipltrack.cli.changeable import settable_keys
from dipltrack.cli.names import settle_change
from dipltrack.cli.options import clean, names_of
from dipltrack.cli.output import warn
from dipltrack.cli.session import Session
from dipltrack.cli.source import voice_typed
from dipltrack.cli.usage import WrongUsageError
from dipltrack.ledger.flaw import nearest
from dipltrack.ledger.keys import Key, Sort, timing_keys
from dipltrack.ledger.table import table_of
from dipltrack.model.update import Change, Update
from dipltrack.register.changes import IN_FORCE, WrongChangeError, changed
from dipltrack.register.standing import Standing
from dipltrack.register.state import State


def changes_of(
    session: Session, standing: Standing, sets: Sequence[str] | None
) -> tuple[Change, ...]:
    """The changes that were typed, each with what the field was. Raises WrongUsageError.

    `--set lead=` empties the field, `--set next_step=` the step that is left. The words of a time
    are no field to set: fix and move are.
    """
    state, item = standing.state, standing.state.item
    changes: list[Change] = []
    for typed in sets or ():
        name, equals, text = typed.partition("=")
        if not equals:
            raise WrongUsageError(f'--set "{typed}": write FIELD=VALUE, as lead=ME2')
        field = name.strip().replace("-", "_")
        if field in IN_FORCE:
            changes.append(_emptied(state, field, text))
            continue
        key = _key(field)
        change = Change(
            field=key.name,
            from_=_plain(table_of(item).get(key.name)),
            to=_value(session, key, clean(text, f"--set {key.name}", lines=True) or ""),
        )
        if key.name in {"follows", "restates"} and change.to:
            change = replace(change, to=_linked(session, standing, key.name, text))
        if key.name == "voice":
            change = replace(change, to=voice_typed(text, standing.meeting) or None)
        changes.append(change)
    for change in [one for one in changes if _names(one.from_) == _names(one.to)]:
        value = ", ".join(change.to) if isinstance(change.to, tuple) else change.to
        warn(f"{standing.ref}: {change.field} is {'empty' if value is None else value} already")
        changes.remove(change)
    try:
        changed(item, changes)
    except WrongChangeError as error:
        raise WrongUsageError(f"--set: {error.wrong}: {error.mend}") from None
    for change in changes:
        settle_change(session, change.field, change.to)
    return tuple(changes)


def _names(value: object) -> object:
    """A single name as the list of one that means the same."""
    return (value,) if isinstance(value, str) else value


def _linked(session: Session, standing: Standing, key: str, text: str) -> str:
    """The ref of the item that is continued or said again: another one that stands, and is earlier.

    Raises NoMatchError, AmbiguousError; WrongUsageError where the link would hide what it links.
    """
    other = session.register.item_meant(text, session.whole_view, by_words=False)
    wrong = None
    if other.ref == standing.ref:
        wrong = "is the item itself"
    elif other.struck:
        wrong = "is struck"
    elif key == "restates" and standing.ref in {one.ref for one in other.chain.earlier}:
        wrong = f"says {standing.ref} again itself"
    if wrong:
        raise WrongUsageError(
            f"--set {key}: {other.ref} {wrong}: name an earlier item that stands"
        )
    return other.ref


def _emptied(state: State, field: str, text: str) -> Change:
    """The end of what an update put in force. Raises WrongUsageError where it is named anew."""
    if text.strip():
        option = field.replace("_", "-")
        raise WrongUsageError(f'--set {field}: write --{option} "…" to name another')
    old = getattr(state, field)
    return Change(field=field, from_=old.seek if isinstance(old, Update) else _plain(old))


def _key(name: str) -> Key:
    if name.startswith("x_"):
        raise WrongUsageError(
            f"--set {name}: keys that begin with x_ are the desk's own, and the program only shows "
            f"them: dipltrack edit REF changes them by hand"
        )
    keys = settable_keys()
    if any(key.name == name for key in timing_keys()):
        raise WrongUsageError(
            f'--set {name}: dipltrack fix or dipltrack move changes a time, update REF --when "…" '
            f"corrects one that was filed wrong"
        )
    found = next((key for key in keys if key.name == name), None)
    if found is None:
        names = tuple(key.name for key in keys)
        near = nearest(name, names)
        mend = f"did you mean {near}?" if near else f"there are {', '.join(names)}"
        raise WrongUsageError(f'--set "{name}" is no field that can change: {mend}')
    return found


def _value(session: Session, key: Key, text: str) -> Any:  # noqa: ANN401 - the key decides
    if not text:
        return None
    match key.sort:
        case Sort.NAMES_OR_ONE | Sort.NAMES:
            return names_of(text)
        case Sort.DAY:
            return session.day(f"--set {key.name}", text)
        case Sort.NUMBER:
            return int(text) if text.isdecimal() else text
        case Sort.FLAG:
            return {"true": True, "yes": True, "false": False, "no": False}.get(
                text.casefold(), text
            )
        case _:
            return text


def _plain(raw: object) -> str | bool | int | date | tuple[str, ...] | None:
    match raw:
        case list():
            return tuple(raw)
        case str() | bool() | int() | date():
            return raw
        case _:
            return None
