"""A report in Markdown, with the tables of GitHub; text of the ledger is shown literally.

Every sign that Markdown would read is escaped (CommonMark 0.31, GitHub Flavored Markdown 0.29).
"""

import re
from collections.abc import Iterator, Sequence

from dipltrack.model.text import visible
from dipltrack.render.addresses import is_linked, parted_at_addresses
from dipltrack.render.cells import is_number, written
from dipltrack.render.columns import columns_filled, longest_of
from dipltrack.render.head import head_of
from dipltrack.render.outline import with_depths
from dipltrack.render.timeline_table import table_of_timeline
from dipltrack.reports.blocks import (
    Block,
    Cell,
    Heading,
    Link,
    Many,
    Pair,
    Pairs,
    Paragraph,
    Ref,
    Report,
    Table,
    Timeline,
)

_ALWAYS = re.compile(r"[\\`*\[\]<~|$]")
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
"""One that does not stand inside a word: there it means nothing."""
_ENTITY = re.compile(r"&(?=#?\w+;)")
_AT_START = re.compile(r"^([#>+=-])")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_HASHES_AT_END = re.compile(r"(#+)$")
_NO_TARGET = re.compile(r"[()\\|]")
_BREAK = "<br>"
_DEEPEST = 6


def render_markdown(report: Report) -> str:
    """The report in Markdown, a blank line between its blocks."""
    *told, marking = head_of(report)
    head = " · ".join((*map(escaped, told), f"**{escaped(marking)}**"))
    parts = [f"# {_one_line(report.title)}", head]
    parts += [escaped(visible(line)) for line in report.told]
    for block, depth in with_depths(report.blocks):
        parts += _block(block, depth)
    return "\n\n".join(parts) + "\n"


def _block(block: Block, depth: int) -> Iterator[str]:
    match block:
        case Heading():
            yield _heading(block, depth)
        case Paragraph():
            text = _linked(visible(block.text))
            if text:
                yield text
        case Table():
            yield from _table(block)
        case Pairs():
            yield _pairs(block.pairs)
        case Timeline():
            yield from _table(table_of_timeline(block))


def _heading(heading: Heading, depth: int) -> str:
    count = f" ({heading.count:,})" if heading.count is not None else ""
    ref = f" · {escaped(visible(heading.ref))}" if heading.ref else ""
    return f"{'#' * min(depth + 1, _DEEPEST)} {_one_line(heading.text)}{count}{ref}"


def _one_line(text: str) -> str:
    """The text as a heading has it: hashes at its end would be taken for the end of the heading."""
    inside = _escaped_inside(visible(text).strip())
    return _HASHES_AT_END.sub(lambda found: "".join(f"\\{sign}" for sign in found[1]), inside)


def _table(table: Table) -> Iterator[str]:
    places = columns_filled(table.columns, longest_of(table))
    if not places or not table.rows:
        return
    titles = [_escaped_inside(visible(table.columns[place].title)) for place in places]
    sides = ["--:" if any(is_number(r[place]) for r in table.rows) else "---" for place in places]
    rows = ([_cell(row[place]) for place in places] for row in table.rows)
    yield "\n".join(_line(cells) for cells in (titles, sides, *rows))


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _pairs(pairs: Sequence[Pair]) -> str:
    """A point for each label; what has none goes on with the one before."""
    lines: list[str] = []
    for pair in pairs:
        aside = _escaped_inside(visible(pair.aside).strip())
        value = _cell(pair.cell) + (f" ({aside})" if aside else "")
        name = _escaped_inside(visible(pair.label).strip())
        if name or not lines:
            label = f"**{name}:** " if name else ""
            lines.append(f"- {label}{value if label else _at_start(value)}".rstrip())
        else:
            lines[-1] += f"{_BREAK}{value}"
    return "\n".join(lines)


def _cell(cell: Cell) -> str:
    match cell:
        case Many():
            return _BREAK.join(_cell(one) for one in cell.cells)
        case Link() if is_linked(cell.address):
            return f"[{_escaped_inside(written(cell)).strip() or '·'}]({_target(cell.address)})"
        case Link() | Ref():
            return _escaped_inside(written(cell))
        case _:
            return _linked_inside(written(cell)).strip()


def _linked(text: str) -> str:
    """A line with its addresses as links, all else escaped."""
    return _at_start(_linked_inside(text))


def _linked_inside(text: str) -> str:
    return "".join(
        f"<{piece}>" if is_address else _escaped_inside(piece)
        for piece, is_address in parted_at_addresses(text)
    )


def _target(address: str) -> str:
    """The address as the target of a link, with what would end it quoted as RFC 3986 does."""
    return _NO_TARGET.sub(lambda found: f"%{ord(found[0]):02X}", address)


def escaped(text: str) -> str:
    r"""The text with a backslash before each sign that Markdown would read.

    >>> print(escaped("# 1 *bold* <b> a_b _c_"))
    \# 1 \*bold\* \<b> a_b \_c\_
    """
    return _at_start(_escaped_inside(text))


def _escaped_inside(text: str) -> str:
    text = _ALWAYS.sub(r"\\\g<0>", text)
    return _ENTITY.sub(r"\\&", _UNDERSCORE.sub(r"\\_", text))


def _at_start(text: str) -> str:
    """What begins a line is no list, no heading and no quotation, and no space makes it code."""
    text = text.strip()
    return _NUMBERED.sub(r"\1\\\2", _AT_START.sub(r"\\\1", text))
