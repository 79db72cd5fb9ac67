"""A report as one page of HTML: no script, nothing loaded, made for screens, paper and readers' tools."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from dipltrack.model.text import visible
from dipltrack.render.addresses import is_linked, parted_at_addresses
from dipltrack.render.cells import is_number, written
from dipltrack.render.head import head_of
from dipltrack.render.html_style import style_of
from dipltrack.render.html_timeline import svg_of_timeline
from dipltrack.render.outline import with_depths
from dipltrack.render.paper import Paper, Ruled
from dipltrack.reports.blocks import (
    Block,
    Cell,
    Colour,
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

_LETTERS = {"–": "none"}
_DEEPEST = 6
_REF = re.compile(r"(?<![A-Z0-9+])[A-Z0-9+]{2,16}-\d{8}[a-z]?(?:-\d{1,5})?\b")
_BREAKS = re.compile(r"[./](?=\w)")
_LONG_WORD = 12
_LONG = 24
"""From so many letters on a column is given room before it is broken."""


def render_html(report: Report) -> str:
    """The report as a page that stands by itself; only addresses of web and mail become links."""
    *told, marking = map(_text, head_of(report))
    title = visible(report.title)
    as_of = " – ".join((title, report.as_of.isoformat()))
    head = "\n".join(
        f'<p class="told">{line}</p>' for line in (" · ".join(told), *map(_text, report.told))
    )
    paper = Paper(report)
    lying = _lying(across=paper.parts[0].across)
    main = "\n".join(_parts(report, paper))
    return f"""\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>{escape(as_of)}</title>
<style>
{style_of(visible(report.marking), title)}</style>
</head>
<body>
<header class="{lying}">
<p class="marking">{marking}</p>
<h1>{_text(report.title)}</h1>
{head}
</header>
<main>
{main}
</main>
<footer><p class="marking">{marking}</p></footer>
</body>
</html>
"""


def _parts(report: Report, paper: Paper) -> Iterator[str]:
    page = _Page(paper)
    depths = (depth for _, depth in with_depths(report.blocks))
    for part in paper.parts:
        yield f'<div class="{_lying(across=part.across)}">'
        for block in part.blocks:
            yield from page.block(block, next(depths), across=part.across)
        yield "</div>"


def _lying(*, across: bool) -> str:
    return "across" if across else "upright"


class _Page:
    """What is written so far: a table is called by the heading above it, a drawing by its number."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._above = "Report"
        self._drawn = 0

    def block(self, block: Block, depth: int, *, across: bool) -> Iterator[str]:
        """The lines of a block below a heading of that depth."""
        match block:
            case Heading():
                self._above = visible(block.text).strip() or self._above
                yield _heading(block, depth)
            case Paragraph():
                hint = ' class="hint"' if block.hint else ""
                yield f"<p{hint}>{_linked(visible(block.text))}</p>"
            case Table():
                yield from _table(block, self._paper.ruled(block, across=across), self._above)
            case Pairs():
                yield from _pairs(block.pairs)
            case Timeline():
                for lines in svg_of_timeline(block, self._drawn):
                    self._drawn += 1
                    yield lines


def _heading(heading: Heading, depth: int) -> str:
    tag = f"h{min(depth + 1, _DEEPEST)}"
    count = f' <span class="count">({heading.count:,})</span>' if heading.count is not None else ""
    ref = f' <span class="ref">{_text(heading.ref)}</span>' if heading.ref else ""
    return f"<{tag}>{_text(heading.text)}{count}{ref}</{tag}>"


def _table(table: Table, ruled: Ruled, caption: str) -> Iterator[str]:
    places = ruled.places
    if not places or not table.rows:
        return
    classes = {place: _class_of(table, place, ruled.longest[place]) for place in places}
    ref = next((place for place in places if isinstance(table.rows[0][place], Ref)), None)
    label = escape(caption)
    yield f'<div class="scroll" tabindex="0" role="group" aria-label="{label}">'
    yield f'<table style="--width: {sum(ruled.shares):.1%}">\n<caption>{label}</caption>'
    whole = sum(ruled.shares)
    shares = (f'<col style="--share: {one / whole:.1%}">' for one in ruled.shares)
    yield f"<colgroup>{''.join(shares)}</colgroup>"
    yield "<thead><tr>"
    for place in places:
        title = _text(table.columns[place].title)
        cell = f'<th scope="col"{classes[place]}>{title}</th>'
        yield cell if title else f"<td{classes[place]}></td>"
    yield "</tr></thead>\n<tbody>"
    for row in table.rows:
        yield (
            "<tr>" + "".join(_data(row[p], classes[p], is_head=p == ref) for p in places) + "</tr>"
        )
    yield "</tbody>\n</table>\n</div>"


def _data(cell: Cell, classes: str, *, is_head: bool) -> str:
    if is_head:
        return f'<th scope="row"{classes}>{_cell(cell)}</th>'
    return f"<td{classes}>{_cell(cell)}</td>"


def _class_of(table: Table, place: int, longest: int) -> str:
    named = []
    if any(is_number(row[place]) for row in table.rows):
        named.append("number")
    if table.columns[place].whole:
        named.append("whole")
    elif longest > _LONG and table.columns[place].share:
        named.append("long")
    return f' class="{" ".join(named)}"' if named else ""


def _pairs(pairs: Sequence[Pair]) -> Iterator[str]:
    """A list of labels with their values; a value without a label belongs to the label before."""
    if not pairs:
        return
    yield "<dl>"
    for number, pair in enumerate(pairs):
        if number == 0 or pair.label.strip():
            yield "</div><div>" if number else "<div>"
            yield f"<dt>{_text(pair.label)}</dt>"
        aside = f' <span class="aside">({_text(pair.aside)})</span>' if pair.aside.strip() else ""
        yield f"<dd>{_cell(pair.cell)}{aside}</dd>"
    yield "</div></dl>"


def _cell(cell: Cell) -> str:
    match cell:
        case Many():
            return "<br>".join(_cell(one) for one in cell.cells)
        case Colour():
            letter = _LETTERS.get(cell.rag.value, cell.rag.value)
            return f'<span class="rag rag-{letter}">{escape(written(cell))}</span>'
        case Link() if is_linked(cell.address):
            return _anchor(cell.address, written(cell).strip() or cell.address)
        case Ref():
            return f'<span class="whole">{escape(written(cell))}</span>'
        case Link():
            return escape(written(cell))
        case _:
            return _linked(written(cell))


def _linked(text: str) -> str:
    return "".join(
        _anchor(piece, piece) if is_address else _with_refs_whole(piece)
        for piece, is_address in parted_at_addresses(text)
    )


def _with_refs_whole(text: str) -> str:
    """The text with its refs held together at their hyphens."""
    return _REF.sub(r'<span class="whole">\g<0></span>', escape(text))


def _anchor(address: str, text: str) -> str:
    """The link; a long address may be broken behind its dots and slashes."""
    shown = _BREAKS.sub("\\g<0><wbr>", escape(text)) if len(text) >= _LONG_WORD else escape(text)
    return f'<a href="{escape(address)}" rel="noreferrer">{shown}</a>'


def _text(text: str) -> str:
    return escape(visible(text))
