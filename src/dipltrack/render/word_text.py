"""Paragraphs, runs and cells of a Word document, as its XML."""

from collections.abc import Callable, Iterable
from xml.sax.saxutils import escape, quoteattr

from dipltrack.model.text import visible
from dipltrack.render.addresses import is_linked, parted_at_addresses
from dipltrack.render.cells import written
from dipltrack.render.word_style import RAG_COLOURS
from dipltrack.reports.blocks import Cell, Colour, Link, Many, Ref

Linked = Callable[[str], str]
"""Gives the id of the link to an address."""


def paragraph(inside: str, style: str = "Normal", more: str = "") -> str:
    """A paragraph of that style; `more` are further properties of it."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{inside}</w:p>'


def run(text: str, how: str = "") -> str:
    """A run of the text, hidden characters made visible; `how` are properties of its letters."""
    properties = f"<w:rPr>{how}</w:rPr>" if how else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(visible(text))}</w:t></w:r>'


def field(name: str, shown: str) -> str:
    """A field that Word fills, such as PAGE; `shown` stands there until it does."""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{shown}</w:t></w:r>'
        f'<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def runs(text: str, linked: Linked) -> str:
    """The text in runs, its addresses as links."""
    return "".join(
        _anchor(piece, piece, linked) if is_address else run(piece)
        for piece, is_address in parted_at_addresses(visible(text))
    )


def runs_of_cell(cell: Cell, linked: Linked) -> str:
    """What stands in the cell, in runs; several in one are a line each."""
    match cell:
        case Many():
            return "<w:r><w:br/></w:r>".join(runs_of_cell(one, linked) for one in cell.cells)
        case Colour():
            letters, _ = RAG_COLOURS[cell.rag]
            return run(written(cell), f'<w:color w:val="{letters}"/>')
        case Link() if is_linked(cell.address):
            return _anchor(cell.address, written(cell).strip() or cell.address, linked)
        case Link():
            return run(written(cell))
        case Ref():
            return run(written(cell), "<w:b/>")
        case _:
            return runs(written(cell), linked)


def table_cell(
    inside: str, width: int, *, fill: str = "", style: str = "Cell", more: str = ""
) -> str:
    """A cell of so many twentieths of a point, on a ground of that colour.

    `more` are further properties of its paragraph.
    """
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
        f"{paragraph(inside, style, more)}</w:tc>"
    )


def table_row(cells: Iterable[str], *, head: bool = False) -> str:
    """A row that is not parted between pages; a head stands on each page."""
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{''.join(cells)}</w:tr>"


def table(rows: Iterable[str], widths: Iterable[int], *, style: str, told: str, head: bool) -> str:
    """A table of those rows; `told` says what it is to whoever hears it read aloud."""
    widths = list(widths)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    first = "1" if head else "0"
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:firstRow="{first}" w:lastRow="0" '
        f'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f"<w:tblCaption w:val={quoteattr(visible(told)[:250])}/></w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _anchor(address: str, text: str, linked: Linked) -> str:
    shown = run(text, '<w:rStyle w:val="Hyperlink"/>')
    return f'<w:hyperlink r:id="{linked(address)}" w:history="1">{shown}</w:hyperlink>'
