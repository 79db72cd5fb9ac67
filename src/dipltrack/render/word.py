"""A report as a Word document: real headings and tables, marked on every page, A4."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING

from dipltrack.model.text import visible
from dipltrack.render.archive import packed_alike
from dipltrack.render.head import head_of
from dipltrack.render.outline import with_depths
from dipltrack.render.paper import Paper, Part
from dipltrack.render.word_blocks import (
    heading_xml,
    pairs_xml,
    paragraph_xml,
    table_xml,
    timeline_xml,
)
from dipltrack.render.word_style import NAMESPACES, STYLES, R, W
from dipltrack.render.word_text import Linked, field, paragraph, run
from dipltrack.reports.blocks import (
    Block,
    Heading,
    Pairs,
    Paragraph,
    Report,
    Table,
    Timeline,
)

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section

_SHORT, _LONG, _MARGIN = 11906, 16838, 907
"""The sides of A4 and its margins, in twentieths of a point."""


def render_word(report: Report) -> bytes:
    """The report as a .docx file; only addresses of web and mail become links."""
    import docx

    document = docx.Document()
    _style(document)
    _describe(document, report)
    header, footer = _marked(document, report)
    _fill(document, report, header + footer)
    out = BytesIO()
    document.save(out)
    return packed_alike(out.getvalue(), report.as_of)


def _style(document: "Document") -> None:
    from docx.oxml import parse_xml

    styles = document.styles.element
    for child in list(styles):
        styles.remove(child)
    for child in list(parse_xml(STYLES)):
        styles.append(child)
    for setting in document.settings.element.iter(f"{{{W}}}compatSetting"):
        if setting.get(f"{{{W}}}name") == "compatibilityMode":
            setting.set(f"{{{W}}}val", "15")
    for key, relation in list(document.part.package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del document.part.package.rels[key]


def _describe(document: "Document", report: Report) -> None:
    """What the document says of itself; its day is the one that it speaks of."""
    told = document.core_properties
    day = report.as_of
    told.title = visible(report.title)[:250]
    told.author = told.last_modified_by = visible(report.desk)[:250]
    told.subject = f"as of {day.isoformat()}"
    told.keywords = visible(report.marking)[:250]
    told.comments = ""
    told.language = "en-GB"
    told.created = told.modified = datetime(day.year, day.month, day.day, tzinfo=UTC)


def _marked(document: "Document", report: Report) -> tuple[str, str]:
    """Fills head and foot of the pages; gives what each part of the document names them by."""
    from docx.oxml import parse_xml

    section = document.sections[0]
    marking = paragraph(run(report.marking.upper(), "<w:b/>"), "{}")
    told = run(f"{visible(report.title)[:90]} · page ") + field("PAGE", "1")
    told += run(" of ") + field("NUMPAGES", "1")
    for part, style, lines in (
        (section.header, "Header", (marking,)),
        (section.footer, "Footer", (marking, paragraph(told, "Footer"))),
    ):
        element = part._element  # noqa: SLF001 - python-docx offers no other way to its XML
        for child in list(element):
            element.remove(child)
        for line in lines:
            text = line.replace('"{}"', f'"{style}"', 1).replace("<w:p>", f"<w:p {NAMESPACES}>", 1)
            element.append(parse_xml(text))
    return _reference(section, "header"), _reference(section, "footer")


def _reference(section: "Section", kind: str) -> str:
    one = next(section._sectPr.iterchildren(f"{{{W}}}{kind}Reference"))  # noqa: SLF001
    named = one.get(f"{{{R}}}id")
    return f'<w:{kind}Reference w:type="default" r:id="{named}"/>'


def _fill(document: "Document", report: Report, references: str) -> None:
    """Puts the blocks into the body, each part a section of its own."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import parse_xml

    ids: dict[str, str] = {}

    def linked(address: str) -> str:
        if address not in ids:
            ids[address] = document.part.relate_to(
                address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            )
        return ids[address]

    paper = Paper(report)
    inside = "".join((*_head(report), *_parts(report, paper, references, linked)))
    # the whole at once: lxml takes time by the square to move so many cells into another tree
    made = parse_xml(f"<w:document {NAMESPACES}><w:body>{inside}</w:body></w:document>")
    document.part._element = made  # noqa: SLF001


def _head(report: Report) -> Iterator[str]:
    *told, marking = head_of(report)
    yield paragraph(run(report.title), "Title")
    yield paragraph(run(" · ".join((*told, marking))), "Subtitle")
    for line in report.told:
        yield paragraph(run(line), "Subtitle")


def _parts(report: Report, paper: Paper, references: str, linked: Linked) -> Iterator[str]:
    depths = (depth for _, depth in with_depths(report.blocks))
    above = report.title
    for number, part in enumerate(paper.parts, 1):
        width = (_LONG if part.across else _SHORT) - 2 * _MARGIN
        for block in part.blocks:
            above = block.text if isinstance(block, Heading) else above
            yield _block(block, next(depths), paper, part, width, above, linked)
        section = _section(part, references)
        is_last = number == len(paper.parts)
        yield section if is_last else f"<w:p><w:pPr>{section}</w:pPr></w:p>"


def _block(
    block: Block, depth: int, paper: Paper, part: Part, width: int, above: str, linked: Linked
) -> str:
    match block:
        case Heading():
            return heading_xml(block, depth)
        case Paragraph():
            return paragraph_xml(block, linked)
        case Table():
            return table_xml(block, paper.ruled(block, across=part.across), width, above, linked)
        case Pairs():
            return pairs_xml(block.pairs, width, above, linked)
        case Timeline():
            return timeline_xml(block, width)


def _section(part: Part, references: str) -> str:
    """The pages of a part: A4, upright or across, with their head and foot."""
    sides = (_LONG, _SHORT) if part.across else (_SHORT, _LONG)
    lying = ' w:orient="landscape"' if part.across else ""
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{sides[0]}" w:h="{sides[1]}"{lying}/>'
        f'<w:pgMar w:top="1247" w:right="{_MARGIN}" w:bottom="1134" w:left="{_MARGIN}" '
        f'w:header="567" w:footer="454" w:gutter="0"/></w:sectPr>'
    )
