"""The text of a TOML file -> its tables one by one, each with its comments; and back.

Nothing is lost on the way: the texts of the blocks, one after another, are the file.
"""

import re
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from dipltrack.ledger.compose import statement
from dipltrack.ledger.lines import Place, places_in
from dipltrack.ledger.toml import BOM, parse

_BEHIND = re.compile(
    r"""[ \t]*[\w-]+[ \t]*=[ \t]*(?:"[^"\\]*"|'[^']*'|\[[^#\]]*\])([ \t]*#.*)\n?"""
)


class Block(Struct, frozen=True):
    """One table as it is written: the blank lines and comments above its head belong to it.

    The first block of a file is what stands before every table; its name is "".
    """

    name: str
    single: bool
    text: str
    table: Mapping[str, Any]

    @property
    def bare(self) -> str:
        """The text without the blank lines around it: two that differ in nothing else are equal."""
        return self.text.strip("\n")

    def value(self, key: str) -> str | None:
        """The text that a key of the table holds, or None."""
        found = self.table.get(key)
        return found if isinstance(found, str) else None


class Parts(Struct, frozen=True):
    """A block taken apart: what stands above its first key, its keys, what stands below the last.

    Each key has the comments above it.
    """

    head: str
    statements: Mapping[str, str]
    tail: str

    def joined(self) -> str:
        """The text of the block."""
        return self.head + "".join(self.statements.values()) + self.tail


def plain(data: bytes) -> str:
    """The text of a file without a byte-order mark, its lines ended as TOML counts them.

    Raises ValueError where it is no UTF-8.
    """
    return data.decode().removeprefix(BOM).replace("\r\n", "\n")


def blocks_of(text: str) -> list[Block]:
    r"""The blocks of a text as `plain` gives it. Raises ValueError, RecursionError: it is no TOML.

    >>> [block.text for block in blocks_of("schema = 1\n\n# heard\n[[update]]\nof = 'x'\n")]
    ['schema = 1\n', "\n# heard\n[[update]]\nof = 'x'\n"]
    """
    tables = parse(text)
    lines = _lines(text)
    places = places_in(text)
    heads = [place for above, place in pairwise(places) if not _is_inside(place, above)]
    starts = [_start_of_block(lines, place.line - 1) for place in heads]
    ends = [*starts[1:], len(lines)][: len(starts)]
    top = "".join(lines[: starts[0] if starts else len(lines)])
    scalars = {k: v for k, v in tables.items() if k not in {_root(place) for place in heads}}
    blocks = [Block("", single=True, text=top, table=scalars)]
    seen: dict[str, int] = {}
    for place, start, end in zip(heads, starts, ends, strict=True):
        number = seen[place.name] = seen.get(place.name, -1) + 1
        single = place.opened == "["
        table = _table_at(tables, place.name, number, single=single)
        blocks.append(Block(place.name, single, "".join(lines[start:end]), table))
    return blocks


def parts_of(block: Block) -> Parts | None:
    """The block taken apart; None where it holds tables inside it, which stay together."""
    lines = _lines(block.text)
    places = [place for place in places_in(block.text) if place.opened or not block.name]
    if len(places) != 1:
        return None
    starts = sorted(places[0].keys.items(), key=lambda pair: pair[1])
    first = places[0].line if block.name else 0
    starts = [(key, _start_of_key(lines, line - 1, first)) for key, line in starts]
    if not starts:
        return Parts(block.text, {}, "")
    body = len(lines)
    while body > starts[-1][1] + 1 and _is_idle(lines[body - 1]):
        body -= 1
    ends = [start for _, start in starts[1:]] + [body]
    statements = {
        key: _closed("".join(lines[start:end]))
        for (key, start), end in zip(starts, ends, strict=True)
    }
    return Parts("".join(lines[: starts[0][1]]), statements, "".join(lines[body:]))


def with_values(block: Block, values: Mapping[str, Any]) -> Block:
    """The block with other values of some keys: those that it has in their place, others last.

    Comments stay. None takes a key away. Where the block cannot be taken apart it is written anew.
    """
    changed = {k: v for k, v in values.items() if block.table.get(k) != v}
    if not changed:
        return block
    table = {**block.table, **changed}
    table = {key: value for key, value in table.items() if value is not None}
    parts = parts_of(block)
    if parts is None:
        head = f"[{block.name}]" if block.single else f"[[{block.name}]]"
        text = "\n".join(["", head, *(statement(k, v) for k, v in table.items())]) + "\n"
        return replace(block, text=text, table=table)
    statements = dict(parts.statements)
    for key, value in changed.items():
        if value is None:
            statements.pop(key, None)
        else:
            above, behind = _comments_of(statements.get(key, ""))
            statements[key] = f"{above}{statement(key, value)}{behind}\n"
    return replace(block, text=Parts(parts.head, statements, parts.tail).joined(), table=table)


def text_of(blocks: list[Block]) -> str:
    """The file that the blocks make, each on lines of its own."""
    return "".join(_closed(block.text) for block in blocks)


def _closed(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"


def _lines(text: str) -> list[str]:
    """The lines with their ends, parted at line feeds alone, as TOML counts them."""
    lines = text.split("\n")
    return [*(f"{line}\n" for line in lines[:-1]), *([lines[-1]] if lines[-1] else [])]


def _root(place: Place) -> str:
    return place.name.partition(".")[0]


def _is_inside(place: Place, above: Place) -> bool:
    """True for a table inside the table above it, such as [update.x_own]."""
    root = _root(place)
    return root != place.name and _root(above) == root


def _table_at(
    tables: Mapping[str, Any], name: str, number: int, *, single: bool
) -> Mapping[str, Any]:
    found = tables.get(name)
    if not single and isinstance(found, list) and number < len(found):
        found = found[number]
    return found if isinstance(found, dict) else {}


def _start_of_block(lines: list[str], head: int) -> int:
    """The line from which on all belongs to the table: the comments on its head, a gap before."""
    start = head
    while start and lines[start - 1].lstrip().startswith("#") and not _may_end(lines[start - 1]):
        start -= 1
    while start and not lines[start - 1].strip():
        start -= 1
    return start


def _start_of_key(lines: list[str], at: int, first: int) -> int:
    while at > first and _is_idle(lines[at - 1]):
        at -= 1
    return at


def _is_idle(line: str) -> bool:
    """True for a blank line and a comment; not where a text of several lines may end in it."""
    line = line.strip()
    return not line or (line.startswith("#") and not _may_end(line))


def _may_end(line: str) -> bool:
    return '"""' in line or "'''" in line


def _comments_of(text: str) -> tuple[str, str]:
    """The comments above the key of a statement, and the one behind a value of one line."""
    lines = _lines(text)
    end = 0
    while end < len(lines) and _is_idle(lines[end]):
        end += 1
    found = _BEHIND.fullmatch(lines[end]) if end == len(lines) - 1 else None
    return "".join(lines[:end]), found[1] if found else ""
