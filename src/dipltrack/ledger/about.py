"""What of a meeting's file is about some of its items: the rest of a sound file need not be read."""

from collections.abc import Collection
from typing import Any


def text_about(text: str, refs: Collection[str]) -> str:
    """The text without the tables of items of other refs, and without those about these alone.

    What stays reads as it would in the whole, where `tables_about` leaves out the same. Tables are
    told apart by their heads, and only where no line can be anything else than it looks: nothing is
    left out of a text in another form than the program's own, or in which an item was filed twice.
    """
    if '"""' in text or "same_as" in text or ("'" in text and "'''" in text):
        return text
    head, *blocks = text.split("\n[[")
    items = [block for block in blocks if block.startswith("commitment]]")]
    about = [block for block in blocks if block.startswith(("update]]", "record]]"))]
    rest = [block for block in blocks if block.startswith(("document]]", "meeting]]"))]
    refs_of = [_text_of(block, '\nref = "') for block in items]
    of = [_text_of(block, '\nof = "') for block in about]
    if not all(refs_of) or not all(of) or len(items) + len(about) + len(rest) != len(blocks):
        return text
    kept: list[str] = []
    others: list[str] = []
    for item, ref in zip(items, refs_of, strict=True):
        (kept if ref in refs else others).append(item)
    left_out = {*refs_of}.difference(refs)
    if not {*of}.issubset(refs_of):  # some may name an item by its id
        left_out |= {_text_of(item, '\nid = "') for item in others}
    for one, name in zip(about, of, strict=True):
        stays = "corrects" in one or name not in left_out
        (kept if stays else others).append(one)
    if not all(_is_one_table(one) for one in others if "[" in one):
        return text
    return "\n[[".join([head, *rest, *kept]) + "\n"


def _text_of(block: str, begin: str) -> str:
    """The text of the key that stands on a line of its own as the program writes it; else ""."""
    at = block.find(begin)
    if at < 0:
        return ""
    at += len(begin)
    text = block[at : block.find('"', at)]
    return "" if "\\" in text else text


def _is_one_table(block: str) -> bool:
    """True where no other table can begin in it, though there are brackets: a line might with one."""
    plain = "\n[" not in block and "\t" not in block
    return plain and block.count("\n ") == block.count("\n  {")


def tables_about(parsed: dict[str, Any], refs: Collection[str]) -> dict[str, Any]:
    """The tables without the items of other refs, and without what is entered about these alone.

    A correction stays, whatever it is about: it may be of another entry that stays. Where an item
    was filed twice nothing is left out, for what was entered of one counts for the other.
    """
    updates, items = parsed.get("update", []), parsed.get("commitment", [])
    try:
        if any("same_as" in update for update in updates):
            return parsed
        others = [item for item in items if item["ref"] not in refs]
        left_out = {name for item in others for name in (item["ref"], item.get("id")) if name}
        about = dict(parsed)
        if others:
            about["commitment"] = [item for item in items if item["ref"] in refs]
            for table in ("record", "update"):
                if table in parsed:
                    about[table] = [
                        entry
                        for entry in parsed[table]
                        if entry["of"] not in left_out or "corrects" in entry
                    ]
    except (KeyError, TypeError, AttributeError):  # it has a flaw, which is told of the whole
        return parsed
    return about
