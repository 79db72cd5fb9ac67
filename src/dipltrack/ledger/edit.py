"""A file that a hand has edited on a copy -> the ledger: ids filled in, nothing of others lost."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from dipltrack.ledger.compose import literal
from dipltrack.ledger.keys import MEETING_TABLES, SINGLE_TABLES
from dipltrack.ledger.lines import Place, places_in
from dipltrack.ledger.mint import Stamp, can_be_after, new_ids
from dipltrack.ledger.toml import BOM, parse


class EditConflictError(Exception):
    """What was edited was changed meanwhile too, and otherwise: what each of the two says."""


def with_stamps(text: str, stamp: Stamp) -> str:
    """The text with id, recorded and by written into every table that lacks them, below its head.

    Every other character stays as it was. The text must parse.
    """
    tables = parse(text)
    lines = text.split("\n")
    found = _tables_without_stamps(tables, places_in(text.removeprefix(BOM)))
    missing = sorted(found, key=lambda one: one[0].line)
    ids = new_ids(_ids_in(tables), stamp.seed, len(missing))
    moment = _after_all(tables, stamp.now)
    ending = "\r" if lines[0].endswith("\r") else ""
    for number, ((place, table), new) in reversed(list(enumerate(zip(missing, ids, strict=True)))):
        values = {
            "id": f'"{new}"',
            "recorded": (moment + timedelta(milliseconds=number)).isoformat(
                timespec="milliseconds"
            ),
            "by": literal(stamp.by),
        }
        added = [f"{key} = {value}{ending}" for key, value in values.items() if key not in table]
        lines[place.line : place.line] = added
    return "\n".join(lines)


def joined(base: bytes, edited: bytes, current: bytes) -> bytes:
    """The edited file with what others entered or changed in it meanwhile.

    Raises EditConflictError where both changed the same key, or one of them is no TOML.
    """
    if current == base:
        return edited
    from dipltrack.ledger.merge.file import TwoMeetingsError, UnreadableSideError, merged_file

    try:
        merged = merged_file(base, edited, current)
    except (UnreadableSideError, TwoMeetingsError) as error:
        raise EditConflictError(str(error)) from None
    if merged.conflicts:
        raise EditConflictError("; ".join(map(str, merged.conflicts)))
    return merged.data


def _tables_without_stamps(
    tables: dict[str, object], places: Sequence[Place]
) -> Iterator[tuple[Place, dict[str, object]]]:
    for name in MEETING_TABLES:
        raw = tables.get(name, [])
        listed = [raw] if name in SINGLE_TABLES else raw
        heads = [place for place in places if place.name == name]
        if not isinstance(listed, list):
            continue
        for place, table in zip(heads, listed, strict=False):
            if isinstance(table, dict) and not {"id", "recorded", "by"} <= table.keys():
                yield place, table


def _entries(tables: dict[str, object]) -> Iterator[dict[str, object]]:
    for raw in tables.values():
        for table in raw if isinstance(raw, list) else [raw]:
            if isinstance(table, dict):
                yield table


def _ids_in(tables: dict[str, object]) -> set[str]:
    return {str(table["id"]) for table in _entries(tables) if "id" in table}


def _after_all(tables: dict[str, object], now: datetime) -> datetime:
    moments = [table.get("recorded") for table in _entries(tables)]
    known = [m for m in moments if isinstance(m, datetime) and m.tzinfo and can_be_after(m)]
    last = max(known, default=now - timedelta(milliseconds=1))
    return max(now, last.astimezone(now.tzinfo) + timedelta(milliseconds=1))
