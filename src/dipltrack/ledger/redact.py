"""The one thing that rewrites: the text of an entry that must not be there, replaced by a note of it.

Id, moment, days, links and words of a vocabulary stay, so that all that hangs on the entry holds.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dipltrack.ledger.append import UnsafeAppendError
from dipltrack.ledger.compose import text_of_table
from dipltrack.ledger.keys import MEETING_TABLES, Key, Sort, keys_of, timing_keys
from dipltrack.ledger.merge.blocks import Block, blocks_of, plain, text_of
from dipltrack.ledger.read import file_of, meeting_paths, read_bytes
from dipltrack.ledger.toml import BOM
from dipltrack.model.fault import Fault
from dipltrack.model.update import Change, Evidence

_LINKS = frozenset(
    {
        "id", "by", "ref", "of", "name", "document", "dossier", "sector", "language", "issued_by",
        "follows", "restates", "superseded_by", "same_as", "corrects", "field", "kept", "redacted",
    }
)  # fmt: skip
"""Keys of text that say where an entry belongs, not what was said."""


_MODELS: tuple[type, ...] = tuple(MEETING_TABLES.values())


def files_with(root: Path, new: str) -> list[str]:
    """The files of meetings in which an entry has that id."""
    found = []
    for path in meeting_paths(root):
        data = read_bytes(root, path)
        if isinstance(data, Fault) or new.encode() not in data:
            continue
        file, _ = file_of(data, path)
        if file is not None and any(entry.id == new for _, _, entry in file.entries()):
            found.append(path)
    return found


def redacted(data: bytes, path: str, new: str, instead: str, why: str) -> bytes:
    """The file with all that the entry of that id says replaced; comments on it are gone too.

    Raises UnsafeAppendError.
    """
    blocks = [
        _redacted(block, instead, why) if block.value("id") == new else block
        for block in blocks_of(plain(data))
    ]
    text = text_of(blocks).encode()
    text = text.replace(b"\n", b"\r\n") if b"\r\n" in data else text
    text = BOM.encode() + text if data.startswith(BOM.encode()) else text
    before, after = file_of(data, path)[0], file_of(text, path)[0]
    if before is None or after is None or before.whole > after.whole:
        raise UnsafeAppendError(path)
    if [e.id for *_, e in before.entries()] != [e.id for *_, e in after.entries()]:
        raise UnsafeAppendError(path)
    return text


def _redacted(block: Block, instead: str, why: str) -> Block:
    model: type | None = MEETING_TABLES.get(block.name)
    table = _without_text(block.table, model, instead) | {"redacted": why}
    text = "\n" + text_of_table(block.name, table, single=block.single)
    return Block(block.name, block.single, text, table)


def _without_text(table: Mapping[str, Any], model: type | None, instead: str) -> dict[str, Any]:
    keys = {
        key.name: key for key in (*(keys_of(model) if model is not None else ()), *timing_keys())
    }
    return {
        name: _instead(value, keys.get(name), instead)
        for name, value in table.items()
        if name in keys
    }


def _instead(value: Any, key: Key | None, instead: str) -> Any:  # noqa: ANN401 - as TOML has it
    """What stands in the place of a value: the same, where it is no text of somebody's."""
    if key is None or key.name in _LINKS:
        return value
    if key.table is Evidence:
        return [_without_text(one, Evidence, instead) for one in value]
    if key.table is Change:
        return [_change(one, instead) for one in value]
    return instead if key.sort in {Sort.TEXT, Sort.LINES} else value


def _change(one: Mapping[str, Any], instead: str) -> dict[str, Any]:
    if one.get("field") in _LINKS:
        return dict(one)
    fields = {key.name: key for key in timing_keys()} | {
        key.name: key for model in _MODELS for key in keys_of(model)
    }
    key = fields.get(str(one.get("field")))
    return {
        name: _instead(value, key, instead) if name in {"from", "to"} else value
        for name, value in one.items()
    }
