"""From an older schema of a file to the newest, step by step."""

from collections.abc import Callable, Mapping
from pathlib import Path

from msgspec import Struct

from dipltrack.ledger.merge.blocks import Block, blocks_of, plain
from dipltrack.ledger.read import FIRMNESS, SETTINGS, bytes_of, meeting_paths, stay_inside
from dipltrack.ledger.replace import create_file, read_seen, replace_file
from dipltrack.ledger.tables import SCHEMA
from dipltrack.model.fault import Fault

Step = Callable[[bytes], bytes]

STEPS: Mapping[int, Step] = {}
"""The step from a schema to the next one, by the older. There is none: 1 is the first and the newest."""


class Schemas(Struct):
    """The files of a ledger by what is to be done: raised, left alone since too new, or not read."""

    old: dict[str, int]
    new: dict[str, int]
    unread: list[str]
    current: int = 0


def schemas_in(root: Path) -> Schemas:
    """The schema of every file of the ledger. Raises OSError."""
    found = Schemas({}, {}, [])
    paths = [path for path in (SETTINGS, FIRMNESS) if (root / path).is_file()]
    for path in (*paths, *meeting_paths(root)):
        data = bytes_of(root, path)
        schema = None if isinstance(data, Fault) else _schema_of(data)
        if schema is None:
            found.unread.append(path)
        elif schema > SCHEMA:
            found.new[path] = schema
        elif schema < SCHEMA:
            found.old[path] = schema
        else:
            found.current += 1
    return found


def raised(data: bytes, schema: int, steps: Mapping[int, Step] = STEPS, to: int = SCHEMA) -> bytes:
    """The file in the newest schema. Raises KeyError where a step is missing."""
    for older in range(schema, to):
        data = steps[older](data)
    return data


def raise_file(root: Path, path: str, schema: int, backup: Path) -> None:
    """Raises one file, all or nothing, a copy of the old one kept first. Raises OSError, KeyError."""
    stay_inside(root, path)
    seen = read_seen(root / path)
    data = raised(seen.data, schema)
    create_file(backup / path, seen.data)
    replace_file(root / path, data, seen)


def _schema_of(data: bytes) -> int | None:
    try:
        top: Block = blocks_of(plain(data))[0]
    except (ValueError, RecursionError):
        return None
    schema = top.table.get("schema")
    return schema if isinstance(schema, int) and not isinstance(schema, bool) else None
