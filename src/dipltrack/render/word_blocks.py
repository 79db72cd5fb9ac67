"""The blocks of a report as the XML of a Word document."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from dipltrack.model.text import visible
from dipltrack.render.cells import is_number
from dipltrack.render.month_ticks import month_ticks, year_ticks
from dipltrack.render.paper import Ruled
from dipltrack.render.timeline_scale import Scale
from dipltrack.render.word_style import MARK_SHADES, MARK_SIGNS, QUIET, RAG_COLOURS, RED
from dipltrack.render.word_text import (
    Linked,
    paragraph,
    run,
    runs,
    runs_of_cell,
    table,
    table_cell,
    table_row,
)
from dipltrack.reports.blocks import (
    Cell,
    Colour,
    Heading,
    Lane,
    Mark,
    Pair,
    Paragraph,
    Table,
    Timeline,
)
from dipltrack.reports.days import written_days

_DEEPEST = 4
_LABEL = 0.22
"""The part of the width that the labels of pairs take."""
_NAMES = 0.36
_COLUMNS = 48
"""Of a timeline: the part of the width that its names take; the columns of what is drawn."""
_RIGHT = '<w:jc w:val="right"/>'
_TOGETHER = "<w:keepNext/>"
_CARD = 12
"""A list of no more labels than that stands on one page."""
_GAP = '<w:p><w:pPr><w:spacing w:before="0" w:after="80" w:line="120" w:lineRule="exact"/></w:pPr></w:p>'
"""What stands behind a table: else the next one would join it."""


def heading_xml(heading: Heading, depth: int) -> str:
    """A heading of that depth, its count and its ref less loud."""
    quiet = f'<w:b w:val="0"/><w:color w:val="{QUIET}"/>'
    count = run(f" ({heading.count:,})", quiet) if heading.count is not None else ""
    ref = run(f"   {heading.ref}", quiet) if heading.ref else ""
    return paragraph(f"{run(heading.text)}{count}{ref}", f"Heading{min(depth, _DEEPEST)}")


def paragraph_xml(block: Paragraph, linked: Linked) -> str:
    """A paragraph; a hint is less loud."""
    return paragraph(runs(block.text, linked), "Hint" if block.hint else "Normal")


def table_xml(block: Table, ruled: Ruled, width: int, told: str, linked: Linked) -> str:
    """A table with a head that is repeated on each page; nothing where it has no rows."""
    if not block.rows or not ruled.places:
        return ""
    widths = [int(share * width) for share in ruled.shares]
    columns = list(zip(ruled.places, widths, strict=True))
    right = {place for place in ruled.places if any(is_number(row[place]) for row in block.rows)}
    head = table_row(
        (
            table_cell(
                run(block.columns[p].title), w, style="CellHead", more=_RIGHT if p in right else ""
            )
            for p, w in columns
        ),
        head=True,
    )
    rows = (
        table_row(
            table_cell(
                runs_of_cell(row[p], linked),
                w,
                fill=_fill(row[p]),
                more=_RIGHT if p in right else "",
            )
            for p, w in columns
        )
        for row in block.rows
    )
    return table((head, *rows), widths, style="Ruled", told=told, head=True) + _GAP


def _fill(cell: Cell) -> str:
    return RAG_COLOURS[cell.rag][1] if isinstance(cell, Colour) else ""


def pairs_xml(pairs: Sequence[Pair], width: int, told: str, linked: Linked) -> str:
    """Labels with their values side by side; nothing where there is none."""
    if not pairs:
        return ""
    widths = [int(_LABEL * width), int((1 - _LABEL) * width)]
    last = len(pairs) - 1
    keep = ["" if n == last or last >= _CARD else _TOGETHER for n in range(len(pairs))]
    rows = (table_row(_pair(p, widths, linked, k)) for p, k in zip(pairs, keep, strict=True))
    return table(rows, widths, style="TableNormal", told=told, head=False) + _GAP


def _pair(pair: Pair, widths: Sequence[int], linked: Linked, keep: str) -> Iterator[str]:
    quiet = f'<w:color w:val="{QUIET}"/>'
    aside = run(f" ({pair.aside})", quiet) if pair.aside else ""
    value = runs_of_cell(pair.cell, linked) + aside
    yield table_cell(run(pair.label, quiet), widths[0], more=keep)
    yield table_cell(value, widths[1], fill=_fill(pair.cell), more=keep)


def timeline_xml(timeline: Timeline, width: int) -> str:
    """The timeline as a table of shaded cells: a row for each item, its name at the left."""
    scale = Scale(timeline.first, timeline.last, _COLUMNS)
    column = int((1 - _NAMES) * width / _COLUMNS)
    widths = [width - column * _COLUMNS, *[column] * _COLUMNS]
    head = (
        table_row(_axis(ticks, scale, widths), head=True)
        for ticks in (_named(timeline, scale), _months(timeline, scale))
        if any(ticks)
    )
    day = scale.column(timeline.day) if timeline.first <= timeline.day <= timeline.last else None
    rows = (table_row(_lane(lane, scale, day, widths)) for lane in timeline.lanes)
    told = f"Timeline, {written_days(timeline.first, timeline.last)}"
    drawn = table((*head, *rows), widths, style="Ruled", told=told, head=True)
    return drawn + paragraph(_legend(timeline), "Hint") + _GAP


def _named(timeline: Timeline, scale: Scale) -> list[str]:
    names = [""] * scale.columns
    for tick in year_ticks(timeline, _COLUMNS // 4):
        names[scale.column(tick.day)] = tick.name
    return names


def _months(timeline: Timeline, scale: Scale) -> list[str]:
    names = [""] * scale.columns
    for tick in month_ticks(timeline, _COLUMNS // 3):
        names[scale.column(tick.day)] = tick.name
    return names


def _axis(names: Sequence[str], scale: Scale, widths: Sequence[int]) -> Iterator[str]:
    """The names, each over as many columns as there are up to the next."""
    yield table_cell("", widths[0], style="CellHead")
    at = 0
    while at < scale.columns:
        end = next((i for i in range(at + 1, scale.columns) if names[i]), scale.columns)
        yield _spanned(run(names[at], '<w:sz w:val="14"/>'), end - at, widths[1], style="CellHead")
        at = end


def _lane(lane: Lane, scale: Scale, day: int | None, widths: Sequence[int]) -> Iterator[str]:
    quiet = f'<w:color w:val="{QUIET}"/>'
    yield table_cell(run(f"{visible(lane.ref)}  ", quiet) + run(lane.title), widths[0])
    marks: list[Mark | None] = [None] * scale.columns
    for bar in lane.bars:
        for column in scale.columns_of(bar):
            marks[column] = bar.mark
    places = groupby(range(scale.columns), key=lambda at: (marks[at], at == day))
    for (mark, is_day), alike in places:
        yield _spanned(
            _sign(mark),
            len(list(alike)),
            widths[1],
            shade=_shade(mark),
            left=RED if is_day else "",
        )


def _sign(mark: Mark | None) -> str:
    sign = MARK_SIGNS.get(mark, "") if mark else ""
    return run(sign, '<w:color w:val="1B5521"/><w:sz w:val="14"/>') if sign else ""


def _shade(mark: Mark | None) -> str:
    if mark not in MARK_SHADES:
        return ""
    pattern, colour, ground = MARK_SHADES[mark]
    return f'<w:shd w:val="{pattern}" w:color="{colour}" w:fill="{ground}"/>'


def _spanned(
    inside: str, columns: int, width: int, *, shade: str = "", left: str = "", style: str = "Cell"
) -> str:
    line = f'<w:left w:val="single" w:sz="12" w:space="0" w:color="{left}"/>' if left else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width * columns}" w:type="dxa"/><w:gridSpan w:val="{columns}"/>'
        f"{f'<w:tcBorders>{line}</w:tcBorders>' if line else ''}{shade}"
        f'<w:tcMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tcMar></w:tcPr>'
        f"{paragraph(inside, style)}</w:tc>"
    )


def _legend(timeline: Timeline) -> str:
    """What the shades and signs mean that were drawn."""
    drawn = {bar.mark for lane in timeline.lanes for bar in lane.bars}
    parts = []
    for mark in Mark:
        if mark not in drawn:
            continue
        sign = MARK_SIGNS.get(mark, "    ")
        parts.append(f"{run(sign, _shade(mark))}{run(f' {mark}     ')}")
    if timeline.first <= timeline.day <= timeline.last:
        bold = f'<w:b/><w:color w:val="{RED}"/>'
        parts.append(run("|", bold) + run(" as of"))
    return "".join(parts)
