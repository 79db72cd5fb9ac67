"""One entry in its three versions -> one: what one side changed is kept, key by key."""

from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from dipltrack.ledger.merge.blocks import Block, Parts, parts_of
from dipltrack.ledger.merge.matching import LABELS, STAMPS, Trio, moment_of
from dipltrack.ledger.value import shown

Side = Literal["ours", "theirs"]


class Conflict(Struct, frozen=True):
    """A key that both sides changed, each otherwise: only an officer can say which is right."""

    about: str
    key: str
    ours: str
    theirs: str

    def __str__(self) -> str:
        """The two values in words."""
        return f"{self.about}: {self.key} is {self.ours} here and {self.theirs} there"


class Merging(Struct):
    """What the merge of a file has met so far; `keep` settles every real conflict for one side."""

    keep: Side | None = None
    conflicts: list[Conflict] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


def merged_entry(trio: Trio, merging: Merging) -> Block | None:
    """The entry as it stands in the end; None where one side removed it and the other left it alone."""
    base, ours, theirs = trio.base, trio.ours, trio.theirs
    if ours is None or theirs is None:
        return _of_one_side(base, ours or theirs, merging)
    if ("redacted" in ours.table) != ("redacted" in theirs.table):
        return ours if "redacted" in ours.table else theirs  # what was removed stays removed
    if ours.bare == theirs.bare or (base and base.bare == theirs.bare):
        return _with_the_gap(base, ours, theirs, ours)
    if base and base.bare == ours.bare:
        return _with_the_gap(base, ours, theirs, theirs)
    if base is None and moment_of(ours)[0] != moment_of(theirs)[0]:
        return _united(ours, theirs)
    parts = [parts_of(one) if one else Parts("", {}, "") for one in (base, ours, theirs)]
    if parts[0] and parts[1] and parts[2]:
        return _by_keys(trio, (parts[0], parts[1], parts[2]), merging)
    return _whole(ours, theirs, merging)


def name_of(block: Block) -> str:
    """How an officer calls an entry."""
    label = block.value(LABELS.get(block.name, "")) or ""
    match block.name:
        case "commitment" | "meeting" if label:
            return label
        case "update" | "record":
            return f"the {block.name} {block.value('id') or ''} of {block.value('of') or '?'}"
        case "":
            return "the top of the file"
        case _:
            return f"{block.name} {label}".strip()


def _of_one_side(base: Block | None, side: Block | None, merging: Merging) -> Block | None:
    if side is None or (base and base.bare == side.bare):
        return None
    if base is not None:
        merging.told.append(
            f"{name_of(side)} was removed on one side and changed on the other: it was kept"
        )
    return side


def _with_the_gap(base: Block | None, ours: Block, theirs: Block, taken: Block) -> Block:
    """The block that counts, with the blank lines around it that both directions give."""
    same = [one for one in (ours, theirs) if one.bare == taken.bare]
    texts = {one.text for one in same}
    if len(texts) == 1:
        return taken
    if base is not None and base.text in texts:
        texts.remove(base.text)
    return replace(taken, text=min(texts))


def _united(ours: Block, theirs: Block) -> Block:
    """What two desks filed each by itself: the earlier stands, with what the later had besides.

    What the later had otherwise stays as a comment.
    """
    first, second = sorted((ours, theirs), key=moment_of)
    parts, others = parts_of(first), parts_of(second)
    if parts is None or others is None:
        return first
    statements = {key: _value_lines(text) for key, text in parts.statements.items()}
    own = {line for text in statements.values() for line in text.splitlines()}
    notes = {*_comments(parts), *_comments(others)}
    for key, text in others.statements.items():
        if key not in statements:
            statements[key] = _value_lines(text)
        elif key not in {"id", "was"} and first.table.get(key) != second.table.get(key):
            notes |= {f"# {line}" for line in _value_lines(text).splitlines()}
    notes = {note for note in notes if note.removeprefix("# ") not in own}
    ordered = list(parts.statements) + sorted(statements.keys() - parts.statements)
    head = parts.head.rstrip("\n").rpartition("\n")[2]
    text = f"\n{head}\n" + "".join(statements[key] for key in ordered)
    text += "".join(f"{note}\n" for note in sorted(notes))
    return replace(first, text=text, table={**second.table, **first.table})


def _comments(parts: Parts) -> set[str]:
    texts = (parts.head, *parts.statements.values(), parts.tail)
    return {
        line.strip()
        for text in texts
        for line in _above(text).splitlines()
        if line.strip().startswith("#")
    }


def _above(text: str) -> str:
    """The comments at the beginning of a text."""
    return text[: len(text) - len(_value_lines(text))]


def _value_lines(text: str) -> str:
    """The statement without the comments above it."""
    rest = text
    while rest:
        line, _, after = rest.partition("\n")
        if line.strip() and not line.lstrip().startswith("#"):
            return rest
        rest = after
    return rest


def _by_keys(trio: Trio, parts: tuple[Parts, Parts, Parts], merging: Merging) -> Block:
    base, ours, theirs = parts
    about = trio.any
    first = min(ours, theirs, key=lambda one: one.joined())
    added = {*ours.statements, *theirs.statements} - {*first.statements, *base.statements}
    keys = [*first.statements]
    keys += [key for key in base.statements if key not in first.statements]
    keys += sorted(added)
    statements: dict[str, str] = {}
    for key in keys:
        texts = tuple(one.statements.get(key) for one in parts)
        text = _picked(texts, trio, key, merging)
        if text is not None:
            statements[key] = text
    head = _picked_lines((base.head, ours.head, theirs.head))
    tail = _picked_lines((base.tail, ours.tail, theirs.tail))
    text = Parts(head, statements, tail).joined()
    return replace(about, text=text)


Texts = tuple[str | None, ...]


def _picked(texts: Texts, trio: Trio, key: str, merging: Merging) -> str | None:
    base, ours, theirs = texts
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    if ours is None or theirs is None:  # emptied here, changed there
        return _chosen(trio, key, (ours, theirs), merging)
    values = [_value_lines(text) for text in (base or "", ours, theirs)]
    notes = _picked_lines(tuple(_above(text) for text in (base or "", ours, theirs)))
    if values[1] == values[2] or values[2] == values[0]:
        return notes + values[1]
    if values[1] == values[0]:
        return notes + values[2]
    return notes + (_chosen(trio, key, (values[1], values[2]), merging) or "")


def _chosen(
    trio: Trio, key: str, texts: tuple[str | None, str | None], merging: Merging
) -> str | None:
    """Both sides changed it: the stamps of the earlier, the side that is kept, or a conflict."""
    ours, theirs = trio.ours, trio.theirs
    if ours is None or theirs is None:
        return texts[0] or texts[1]
    if key in STAMPS and not (trio.base and key in trio.base.table):
        return min((moment_of(ours), texts[0] or ""), (moment_of(theirs), texts[1] or ""))[1]
    if merging.keep is not None:
        return texts[0] if merging.keep == "ours" else texts[1]
    values = [shown(one.table[key]) if key in one.table else "empty" for one in (ours, theirs)]
    merging.conflicts.append(Conflict(name_of(ours), key, values[0], values[1]))
    return marked(*texts)


def marked(ours: str | None, theirs: str | None) -> str:
    """Both texts between the marks that git leaves, which every tool knows."""
    return f"<<<<<<< ours\n{_closed(ours)}=======\n{_closed(theirs)}>>>>>>> theirs\n"


def _closed(text: str | None) -> str:
    return "" if not text else text if text.endswith("\n") else f"{text}\n"


def _picked_lines(texts: Texts) -> str:
    """Comments and blank lines that both sides changed: none of them is lost."""
    base, ours, theirs = (text or "" for text in texts)
    if ours == theirs or theirs == base:
        return ours
    if ours == base:
        return theirs
    known = base.splitlines()
    first, second = sorted((ours, theirs))
    new = [line for line in first.splitlines() if line not in known]
    new += [line for line in second.splitlines() if line not in {*known, *new}]
    kept = [line for line in known if line in ours.splitlines() and line in theirs.splitlines()]
    heads = [line for line in (*kept, *new) if line.lstrip().startswith("[")]
    rest = [line for line in (*kept, *new) if not line.lstrip().startswith("[")]
    return "".join(f"{line}\n" for line in (*rest, *heads[:1]))


def _whole(ours: Block, theirs: Block, merging: Merging) -> Block:
    """Two versions that cannot be taken apart by their keys."""
    if merging.keep is not None:
        return ours if merging.keep == "ours" else theirs
    about = Conflict(name_of(ours), "the whole table", "one text", "another")
    merging.conflicts.append(about)
    return replace(ours, text=marked(ours.text, theirs.text))
