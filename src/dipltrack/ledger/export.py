"""The whole ledger as JSON: its settings, its list of firmness, its log, every meeting's file.

The tables stand as the files have them, keys that the format does not know among them; comments
are no part of them. docs/json.md describes it, docs/export.schema.json checks it.
"""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from dipltrack.ledger.json_value import table_to_json, value_to_json
from dipltrack.ledger.keys import MEETING_TABLES, SETTINGS_TABLES, SINGLE_TABLES
from dipltrack.ledger.read import FIRMNESS, KEPT, SETTINGS, meeting_paths
from dipltrack.ledger.reminders import whole_log
from dipltrack.ledger.toml import BOM, parse
from dipltrack.model.reminder import Reminder

HEAD = {"schema": 1, "export": "ledger"}
"""What an export begins with, and by which it is known."""

OWN = "own"
"""Where what is no table of the format stands, with its type told: the desk's `x_…`."""


def exported_settings(root: Path) -> dict[str, Any]:
    """The head of an export: settings, the list of firmness and the log, where there is one.

    Raises BrokenFileError for a log with an error.
    """
    settings = file_to_json(_tables_of(root / SETTINGS), SETTINGS_TABLES)
    own_list = root / FIRMNESS
    firmness = {"firmness": value_to_json(_tables_of(own_list))} if own_list.is_file() else {}
    log = [table_to_json(row, Reminder) for row in whole_log(root)]
    return {**HEAD, "settings": settings, **firmness, **({"reminders": log} if log else {})}


def exported_meetings(root: Path, left_out: Collection[str]) -> Iterator[dict[str, Any]]:
    """Each meeting's file, in the order of their names, but those that are left out."""
    for path in meeting_paths(root):
        if path not in left_out:
            yield {"file": path, **file_to_json(_tables_of(root / path), MEETING_TABLES)}


def kept_copies(root: Path) -> int:
    """How many kept copies lie beside the ledger: they are no part of an export."""
    folder = root / KEPT
    return sum(1 for one in folder.iterdir() if one.is_file()) if folder.is_dir() else 0


def file_to_json(parsed: Mapping[str, Any], tables: Mapping[str, type[Any]]) -> dict[str, Any]:
    """The tables of one file, those of the format first; the schema is that of the export."""
    known = {
        name: table_to_json(parsed[name], model)
        if name in SINGLE_TABLES
        else [table_to_json(one, model) for one in parsed[name]]
        for name, model in tables.items()
        if name in parsed
    }
    own = {name: one for name, one in parsed.items() if name not in tables and name != "schema"}
    ordered = sorted(own, key=lambda name: has_header(own[name]))
    told = {OWN: {name: value_to_json(own[name]) for name in ordered}} if own else {}
    return {**known, **told}


def has_header(value: object) -> bool:
    """True for what is written below a header of its own, and so behind all that is not."""
    match value:
        case dict():
            return True
        case [_, *_]:
            return all(isinstance(one, dict) for one in value)
        case _:
            return False


def _tables_of(path: Path) -> dict[str, Any]:
    return parse(path.read_bytes().decode().removeprefix(BOM))
