"""How a Word document looks: its styles, its languages, the colours of its cells."""

from dipltrack.model.vocabulary import Rag
from dipltrack.reports.blocks import Mark

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'
QUIET, LINE, BAND, LINK, RED = "54585F", "C9CCD1", "F1F3F5", "0B4F9E", "98121C"
RAG_COLOURS = {
    Rag.RED: ("98121C", "FDEBEC"),
    Rag.AMBER: ("704700", "FFF2D4"),
    Rag.GREEN: ("1B5521", "E7F4E8"),
    Rag.BLUE: ("123F86", "E8EFFB"),
    Rag.NONE: ("1B1D21", "EEF0F2"),
}
"""The colour of the letters and of their ground."""
MARK_SHADES = {
    Mark.FIRST: ("pct20", "54585F", "FFFFFF"),
    Mark.IN_FORCE: ("clear", "auto", "3F6AAE"),
    Mark.EXPECTED: ("pct50", "E0A100", "FFFFFF"),
}
"""The pattern of a cell of a timeline, the pattern's colour, the ground's."""
MARK_SIGNS = {Mark.DONE: "●", Mark.HELD: "◆"}
_FONTS = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Yu Gothic" w:cs="Arial"/>'


def _size(points: float) -> str:
    half = round(points * 2)
    return f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _paragraph(style: str, name: str, p: str, r: str, *, heading: bool = False) -> str:
    after = '<w:next w:val="Normal"/>' if heading else ""
    based = "" if style == "Normal" else '<w:basedOn w:val="Normal"/>'
    default = ' w:default="1"' if style == "Normal" else ""
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{style}"><w:name w:val="{name}"/>'
        f"{based}{after}<w:qFormat/><w:pPr>{p}</w:pPr><w:rPr>{r}</w:rPr></w:style>"
    )


def _spacing(before: int, after: int) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="252" w:lineRule="auto"/>'


def _heading(level: int, size: float, before: int) -> str:
    p = f'<w:keepNext/><w:keepLines/>{_spacing(before, 60)}<w:outlineLvl w:val="{level - 1}"/>'
    return _paragraph(
        f"Heading{level}", f"heading {level}", p, f"<w:b/>{_size(size)}", heading=True
    )


_TIGHT = '<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>'
STYLES = f"""\
<w:styles {NAMESPACES}>
<w:docDefaults>
<w:rPrDefault><w:rPr>{_FONTS}{_size(9.5)}\
<w:lang w:val="en-GB" w:eastAsia="ja-JP" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr>{_spacing(0, 80)}</w:pPr></w:pPrDefault>
</w:docDefaults>
{_paragraph("Normal", "Normal", "", "")}
{_paragraph("Title", "Title", f"<w:keepNext/>{_spacing(0, 40)}", f"<w:b/>{_size(18)}", heading=True)}
{_heading(1, 13, 240)}
{_heading(2, 11, 180)}
{_heading(3, 10.5, 140)}
{_heading(4, 10, 120)}
{_paragraph("Subtitle", "Subtitle", _spacing(0, 0), f'<w:color w:val="{QUIET}"/>')}
{_paragraph("Hint", "Hint", "", f'<w:color w:val="{QUIET}"/>')}
{_paragraph("Cell", "Cell", _TIGHT, _size(8))}
{_paragraph("CellHead", "Cell Head", f"<w:keepNext/>{_TIGHT}", f'<w:b/><w:color w:val="{QUIET}"/>{_size(8)}')}
{_paragraph("Header", "header", f'{_spacing(0, 0)}<w:jc w:val="center"/>', _size(8))}
{_paragraph("Footer", "footer", f'{_spacing(0, 0)}<w:jc w:val="center"/>', _size(8))}
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">\
<w:name w:val="Default Paragraph Font"/></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>\
<w:rPr><w:color w:val="{LINK}"/><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>\
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>\
<w:left w:w="57" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="57" w:type="dxa"/>\
</w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:styleId="Ruled"><w:name w:val="Ruled"/><w:basedOn w:val="TableNormal"/>\
<w:tblPr><w:tblBorders><w:bottom w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/>\
<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/></w:tblBorders></w:tblPr></w:style>
</w:styles>"""
