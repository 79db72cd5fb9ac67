"""New refs, ids and names of documents -> the text of what refers to them."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from dipltrack.ledger.merge.blocks import Block, with_values

LINKS = ("of", "corrects", "follows", "restates", "superseded_by", "same_as")
"""The keys that hold a ref or an id."""

_LINKED_FIELDS = frozenset({"follows", "restates"})


class Renaming(Struct, frozen=True):
    """How what one version calls so is called in the end: refs and ids, and names of documents."""

    names: Mapping[str, str] = field(default_factory=dict)
    documents: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """True where anything is called otherwise."""
        return bool(self.names or self.documents)


def renamed(block: Block, renaming: Renaming) -> Block:
    """The block with everything that it refers to under its new name."""
    if not renaming:
        return block
    values: dict[str, Any] = {}
    for key in LINKS:
        if (to := renaming.names.get(block.value(key) or "")) is not None:
            values[key] = to
    if (document := block.value("document")) is not None:
        values["document"] = _document(document, renaming)
    for key, change in (("evidence", _evidence), ("changes", _change)):
        listed = block.table.get(key)
        if isinstance(listed, list) and all(isinstance(one, dict) for one in listed):
            values[key] = [change(one, renaming) for one in listed]
    return with_values(block, values)


def _document(named: str, renaming: Renaming) -> str:
    """A document of this file by its name, of another as TR-20180129/readout."""
    meeting, slash, name = named.partition("/")
    if not slash:
        return renaming.documents.get(named, named)
    return f"{renaming.names.get(meeting, meeting)}/{name}"


def _evidence(one: Mapping[str, Any], renaming: Renaming) -> dict[str, Any]:
    document = one.get("document")
    if not isinstance(document, str):
        return dict(one)
    return {**one, "document": _document(document, renaming)}


def _change(one: Mapping[str, Any], renaming: Renaming) -> dict[str, Any]:
    """A change of a link or of the document, its old and its new value."""
    values = {key: one[key] for key in ("from", "to") if isinstance(one.get(key), str)}
    if one.get("field") in _LINKED_FIELDS:
        values = {key: renaming.names.get(value, value) for key, value in values.items()}
    elif one.get("field") == "document":
        values = {key: _document(value, renaming) for key, value in values.items()}
    return {**one, **values}
