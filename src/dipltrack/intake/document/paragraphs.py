"""A text into paragraphs: lines joined, labels read, and what is no text of the document named."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import east_asian_width

from msgspec import Struct, field

from dipltrack.intake.document.communique import Paragraph, Part
from dipltrack.intake.document.labels import bullet_in, label_in
from dipltrack.intake.document.levels import Label, Levels, Style, count_through
from dipltrack.intake.rules import Rules

_LONGEST_HEADING = 110
_LONGEST_CHROME = 240
_WIDEST = 115  # columns: a longer line was not broken by hand
_ENDS = tuple('.!?。！？．」』)）"”;；:：…,，、')
_TERMINAL = tuple(".!?。！？．…;；:：")
_REPEATED = 3  # times that a line stands in a document until it is a header of its pages


class _Block(Struct):
    """Lines that belong together, with the label before them."""

    lines: list[str]
    label: Label | None = None
    bullet: bool = False
    blank_before: bool = False
    text: str = field(default="")


def paragraphs_of(text: str, rules: Rules) -> list[Paragraph]:
    """The paragraphs of a text, in order, with their labels, headings and parts.

    Lines that were broken by hand are joined, a word that was parted at a hyphen too. A label
    holds for what stands under it: a paragraph without one, below a heading that has one, takes
    the heading's.
    """
    lines = _without_page_marks(text.splitlines(), rules)
    blocks = _blocks(lines, _width(lines))
    return list(_placed(blocks, rules))


def _columns(line: str) -> int:
    if line.isascii():
        return len(line)
    return sum(2 if east_asian_width(one) in "WF" else 1 for one in line)


def _width(lines: Sequence[str]) -> int:
    """The width at which the lines were broken by hand; 0 where they were not."""
    widths = sorted(_columns(line.rstrip()) for line in lines if line.strip())
    if len(widths) < 4 or widths[-1] > _WIDEST:
        return 0
    near = [width for width in widths if width >= widths[-1] * 0.85]
    return widths[-1] if len(near) * 5 >= len(widths) and widths[-1] >= 50 else 0


def _without_page_marks(lines: Sequence[str], rules: Rules) -> list[str]:
    """The lines without the numbers, headers and feet of pages; a form feed is a blank line."""
    counted = Counter(line.strip() for line in lines if 3 < len(line.strip()) < 100)
    repeated = {
        line for line, times in counted.items() if times >= _REPEATED and line[-1:] not in ".:;。"
    }
    kept: list[str] = []
    seen: set[str] = set()
    for line in lines:
        bare = line.strip().strip("\f").strip()
        if rules.is_whole("page_mark", bare):
            continue
        if bare in repeated:
            if bare in seen:
                continue
            seen.add(bare)
        kept.append(line.replace("\f", "").rstrip())
    return kept


def _blocks(lines: Sequence[str], width: int) -> Iterator[_Block]:
    levels = Levels()
    block: _Block | None = None
    blank = True
    for line in lines:
        if not line.strip():
            blank = True
            continue
        begun = _begun(line, levels, blank=blank)
        if block is not None and _goes_on(block, begun, line, width, blank=blank):
            block.lines.append(line.strip())
        else:
            if block is not None:
                yield _joined(block)
            block = begun
            if begun.label is not None:
                levels.enter(begun.label, heading=True)
        blank = False
    if block is not None:
        yield _joined(block)


def _begun(line: str, levels: Levels, *, blank: bool) -> _Block:
    cut = bullet_in(line)
    rest = line[cut:]
    label = label_in(rest, levels)
    if label is not None:
        rest = rest[label.end :]
    return _Block(lines=[rest.strip()], label=label, bullet=cut > 0, blank_before=blank)


def _goes_on(block: _Block, begun: _Block, line: str, width: int, *, blank: bool) -> bool:
    """True where a line continues the block: nothing begins with it, and the last was not full."""
    if blank or begun.label is not None or begun.bullet or not block.lines[-1]:
        return not block.lines[-1] and begun.label is None and not begun.bullet
    last = block.lines[-1]
    if _is_row(last) and _is_row(line):
        return False
    if width:
        before = _columns(last) + (4 if len(block.lines) == 1 else 0)
        return before >= width * 0.72 and not (
            last.endswith(_TERMINAL) and _columns(last) < width * 0.8
        )
    return not last.endswith(_ENDS) and line.strip()[:1].islower()


def _joined(block: _Block) -> _Block:
    text = ""
    for line in block.lines:
        if not text:
            text = line
        elif (
            text.endswith("-") and text[-2:-1].isalpha() and line[:1].islower()
        ) or text.endswith("\u00ad"):
            text = text[:-1] + line
        elif _is_wide(text[-1]) and _is_wide(line[:1] or " "):
            text += line
        else:
            text += " " + line
    block.text = re.sub(r"[^\S\u3000]+", " ", text.replace("\u00ad", "")).strip()
    return block


def _is_wide(character: str) -> bool:
    return east_asian_width(character) in "WF"


class _Standing(Struct):
    """What stands open while the paragraphs are placed."""

    levels: Levels = field(default_factory=Levels)
    plain_heading: bool = False
    headings: list[tuple[int, str]] = field(default_factory=list)
    lead: str = ""
    lead_style: Style | None = None
    lead_bullet: bool = False
    aside: bool = False


def _placed(blocks: Iterable[_Block], rules: Rules) -> Iterator[Paragraph]:
    blocks = list(blocks)
    through = count_through(block.label for block in blocks if block.label is not None)
    standing = _Standing(levels=Levels(through=through))
    ordinal = 0
    for block in blocks:
        if not block.text and block.label is None:
            continue
        part = _part(block, standing, rules)
        if part not in (Part.CAPTION, Part.CHROME):
            ordinal += 1
        label = _label(block, part, standing)
        lead = _lead(block, part, standing, rules)
        _turn_headings(block, part, standing)
        yield Paragraph(
            text=block.text,
            label=label,
            ordinal=ordinal,
            part=part,
            lead=lead,
            headings=tuple(heading for _, heading in standing.headings),
        )


def _part(block: _Block, standing: _Standing, rules: Rules) -> Part:
    text = block.text
    if rules.is_whole("caption", text):
        return Part.CAPTION
    if len(text) < _LONGEST_CHROME and rules.is_whole("chrome", text):
        return Part.CHROME
    if rules.is_whole("reference", text):
        standing.aside = not _is_enclosed(text)
        return Part.REFERENCE
    if standing.aside and not _ends_aside(block):
        return Part.REFERENCE
    standing.aside = False
    if rules.is_whole("preamble", text) and block.label is None:
        return Part.PREAMBLE
    if _is_heading(block, rules) and not _is_listed(block, standing):
        return Part.HEADING
    return Part.BODY


def _is_enclosed(text: str) -> bool:
    """True for a note of one paragraph, in brackets from its first letter to its last."""
    return len(text) > 40 and text[0] in "([（［【" and text.rstrip("。.")[-1] in ")]）］】"


def _ends_aside(block: _Block) -> bool:
    """True where a heading with a number of its own ends what was a reference."""
    label = block.label
    return (
        label is not None
        and label.style in (Style.ARTICLE, Style.NUMBER, Style.ROMAN)
        and (not block.text.endswith(_TERMINAL) and label.value > 1)
    )


def _is_listed(block: _Block, standing: _Standing) -> bool:
    """True for the item of a list that hangs on what stands before it, however short."""
    if not standing.lead or not block.text:
        return False
    style = block.label.style if block.label else None
    inner = (Style.LETTER, Style.SMALL_ROMAN, Style.BRACKETED, Style.IN_BRACKETS, Style.KANA)
    return style in inner or block.bullet or block.text[0].islower()


def _is_heading(block: _Block, rules: Rules) -> bool:
    text = block.text
    if len(text) > _LONGEST_HEADING or text.endswith(_TERMINAL) or not text:
        return not text
    if text[0].islower() or rules.has_predicate(text) or _is_row(text):
        return False
    return not block.bullet or block.label is not None


def _is_row(text: str) -> bool:
    """True for a row of a table: "Draft of the glossary | Austria | 30 September 2019"."""
    return text.count("|") > 1 or text.strip().count("\t") > 1


def _label(block: _Block, part: Part, standing: _Standing) -> str:
    levels = standing.levels
    heading = part is Part.HEADING or not block.text
    if part in (Part.CAPTION, Part.CHROME):
        return ""
    if part is Part.REFERENCE and block.label is None:
        levels.close()
        return ""
    below, standing.plain_heading = standing.plain_heading, heading and block.label is None
    if block.label is not None:
        if below:
            levels.restart(block.label)
        levels.enter(block.label, heading=heading or block.label.style is Style.ARTICLE)
        return str(levels)
    if block.bullet:
        return str(levels)
    if not heading and block.blank_before:
        levels.leave_paragraphs()
    return str(levels)


def _lead(block: _Block, part: Part, standing: _Standing, rules: Rules) -> str:
    """What the paragraph hangs on; a paragraph that leads others opens a lead."""
    style = block.label.style if block.label else None
    listed = style is not None or block.bullet
    if (
        standing.lead
        and not (
            listed
            and (standing.lead_style is None or style is standing.lead_style or style is None)
        )
        and not (listed and _is_inner(style, standing.lead_style))
    ):
        standing.lead = ""
    if standing.lead and standing.lead_bullet and style in _OUTER:
        standing.lead = ""  # "4.3" behind the bullets that 4.2 leads
    if standing.lead and standing.lead_style is None and listed:
        standing.lead_style, standing.lead_bullet = style, style is None
    lead = standing.lead if listed else ""
    if part is Part.BODY and rules.is_whole("leads", block.text):
        standing.lead, standing.lead_style, standing.lead_bullet = block.text, None, False
    return lead


_OUTER = (Style.ARTICLE, Style.DECIMAL, Style.NUMBER, Style.ROMAN, Style.CAPITAL)
"""Numbers that no item of a list of bullets has."""


def _is_inner(style: Style | None, outer: Style | None) -> bool:
    order = [Style.NUMBER, Style.BRACKETED, Style.IN_BRACKETS, Style.LETTER, Style.SMALL_ROMAN]
    return style in order and outer in order and order.index(style) > order.index(outer)


def _turn_headings(block: _Block, part: Part, standing: _Standing) -> None:
    """A heading replaces those of its level and below."""
    if part is not Part.HEADING or not block.text:
        return
    level = 9
    if block.label is not None:
        level = list(Style).index(block.label.style)
    kept = [(at, text) for at, text in standing.headings if at < level]
    standing.headings = [*kept, (level, block.text)]
