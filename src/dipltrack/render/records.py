"""A report as rows of a spreadsheet: of its tables, its items and its timeline, each value by itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct

from dipltrack.model.text import visible
from dipltrack.model.window import Window
from dipltrack.render.cells import written
from dipltrack.render.timeline_table import table_of_timeline
from dipltrack.reports.blocks import (
    Block,
    Cell,
    Dated,
    Day,
    Days,
    Heading,
    Link,
    Many,
    Number,
    Pair,
    Pairs,
    Paragraph,
    Ref,
    Single,
    Span,
    Stated,
    Table,
    Text,
    Timeline,
    Words,
)
from dipltrack.reports.days import written_window

Value = str | int | date | None
_REF, _TITLE = "Ref", "Promised action"
"""The columns of an item's ref and title, as the tables of reports name them: cards join them there."""
FROM, TO, DAY, ADDRESS = ": from", ": to", ": day", ": address"
"""What is added to the title of a column for a part of its cells that stands in a column of its own."""


class Record(Struct, frozen=True):
    """A row: the section and the part of the report in which it stands, and its cells by title."""

    section: str
    part: str
    cells: Mapping[str, Cell]


class Sheet(Struct, frozen=True):
    """Rows of as many values as there are titles."""

    titles: Sequence[str]
    rows: Sequence[Sequence[Value]]


def records_of(blocks: Iterable[Block]) -> Iterator[Record]:
    """A row for each row of a table, each item with its pairs, and each item of a timeline."""
    section = part = ""
    card: dict[str, Cell] = {}
    item: dict[str, Cell] = {}
    for block in blocks:
        if not isinstance(block, Pairs | Paragraph) and card:
            yield Record(section, part, item | card)
            card = {}
        match block:
            case Heading(level=1):
                section, part, item = visible(block.text), "", {}
            case Heading(level=2):
                part, item = visible(block.text), {}
            case Heading():
                item = {_REF: Ref(block.ref or ""), _TITLE: Text(block.text)}
            case Paragraph():
                pass
            case Table():
                yield from _records_of_table(block, section, part)
            case Timeline():
                yield from _records_of_table(table_of_timeline(block), section, part)
            case Pairs():
                _add_pairs(card, block.pairs)
    if card:
        yield Record(section, part, item | card)


def _records_of_table(table: Table, section: str, part: str) -> Iterator[Record]:
    titles: list[str] = []
    for place, column in enumerate(table.columns, 1):
        title = visible(column.title).strip() or f"Column {place}"
        titles.append(f"{title} ({place})" if title in titles else title)
    for row in table.rows:
        yield Record(section, part, dict(zip(titles, row, strict=True)))


def _add_pairs(card: dict[str, Cell], pairs: Sequence[Pair]) -> None:
    """Adds the pairs to an item; what has no label, or one that stands there, goes on with it."""
    label = next(reversed(card), "Said")
    for pair in pairs:
        label = visible(pair.label).strip() or label
        cell: Cell = Text(f"{written(pair.cell)} ({pair.aside})") if pair.aside else pair.cell
        before = card.get(label)
        card[label] = cell if before is None else Many((*_singles(before), *_singles(cell)))


def _singles(cell: Cell) -> tuple[Single, ...]:
    return cell.cells if isinstance(cell, Many) else (cell,)


def sheet_of(records: Sequence[Record], first: str, named: Sequence[str]) -> Sheet:
    """The rows below the titles of all of them, the ref and the act in front.

    `named` say in which part of the report each row stands; that column is the first, titled
    `first`, where any is named. A window has its first and last day in columns of their own
    beside its words, and a link its address, so that they can be sorted.
    """
    values = [{title: values_of(cell) for title, cell in one.cells.items()} for one in records]
    foremost = [title for title in (_REF, _TITLE) if any(title in row for row in values)]
    columns: dict[str, dict[str, None]] = {title: {"": None} for title in foremost}
    for row in values:
        for title, parts in row.items():
            columns.setdefault(title, {"": None}).update(dict.fromkeys(parts))
    order = ("", FROM, TO, DAY, ADDRESS)
    wanted = [(title, part) for title, parts in columns.items() for part in order if part in parts]
    is_named = any(named)
    titles = [f"{title}{part}" for title, part in wanted]
    rows = [[row.get(title, {}).get(part) for title, part in wanted] for row in values]
    if is_named:
        titles = [first, *titles]
        rows = [[name, *row] for name, row in zip(named, rows, strict=True)]
    return Sheet(titles, rows)


def values_of(cell: Cell) -> Mapping[str, Value]:
    """The cell as values: itself, and what stands beside it in columns of their own.

    Words stand without quotes, days as days, counts as numbers, and nothing where there is none.
    """
    match cell:
        case Text() | Words():
            return {"": visible(cell.text)}
        case Day():
            return {"": cell.day, FROM: cell.first} if cell.first else {"": cell.day}
        case Days():
            return {"": written(cell) if cell.late else cell.count}
        case Number():
            return {"": cell.number}
        case Span():
            return {"": written_window(cell.window), **_days_of(cell.window)}
        case Stated():
            said = visible(cell.words) if cell.words else written_window(cell.window)
            return {"": said, **_days_of(cell.window)}
        case Dated():
            said = f"{cell.text} ({cell.when})" if cell.when else cell.text
            first = {FROM: cell.first} if cell.first else {}
            return {"": visible(said), **first, DAY: cell.day}
        case Link():
            said, address = visible(cell.text), visible(cell.address)
            return {"": said} if said == address else {"": said, ADDRESS: address}
        case Many():
            return _values_of_many(cell)
        case _:
            return {"": written(cell)}


def _days_of(window: Window) -> Mapping[str, Value]:
    return {FROM: window.earliest, TO: window.latest} if window.has_day else {}


def _values_of_many(cell: Many) -> Mapping[str, Value]:
    """Several cells in one, a line each; of their addresses those that there are."""
    parts = [values_of(one) for one in cell.cells]
    addresses = [one[ADDRESS] for one in parts if ADDRESS in one]
    told = "\n".join(written(one) for one in cell.cells)
    return {"": told, ADDRESS: "\n".join(map(str, addresses))} if addresses else {"": told}
