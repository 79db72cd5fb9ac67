"""An occasion with its time and no verb: "The first sittings: Oslo, May 2019"."""

import re
from collections.abc import Iterator, Sequence

from dipltrack.intake.act.acts import Act, Ground
from dipltrack.intake.clause.times import Times
from dipltrack.intake.document.communique import Paragraph
from dipltrack.intake.rules import Rules


def bare_heading(heading: str) -> str:
    """The heading without its number and its last sign."""
    return re.sub(r"^[\W\d]+|[\W]+$", "", heading)


def listed_occasions(
    line: str, paragraph: Paragraph, rules: Rules, times: Times, *, under: bool
) -> Iterator[Act]:
    """An occasion with its time and nothing said of it: "The first sittings: Oslo, May 2019".

    Under a heading of what is to follow any line of that shape is one: "Stocktaking: Oslo, May".
    """
    if (
        len(line) > 160
        or rules.pattern("lists.verb").search(line)
        or rules.pattern("future.will").search(line)
    ):
        return
    colon = re.match(r"[^.:;]{3,60}:\s", line)
    heads = [*paragraph.headings, *re.findall(r"^([^.;:]{4,40})\.\s", paragraph.text)]
    listed = ((under or paragraph.label) and colon) or _under_next(heads, rules)
    if not listed and (
        not rules.pattern("lists.occasion").match(line)
        or (not rules.verb_last and not rules.pattern("subjects.events").search(line))
    ):
        return
    if not times.ahead(0, len(line)):
        return
    act = Act.of_line(line, 0, Ground.APPOINTED, 0.75)
    next_head = _under_next(heads, rules) and not colon
    act.subject = _named_occasion(heads[-1]) if next_head else re.split(r"[:,]", line)[0]
    act.reasons.append("an occasion with its time")
    yield act


def _named_occasion(heading: str) -> str:
    """The occasion that a heading names: "Date of next meeting" is "the next meeting"."""
    bare = re.sub(
        r"^(?:(?:date|place|venue)(?: and (?:date|place|venue))? of )",
        "",
        bare_heading(heading),
        flags=re.IGNORECASE,
    )
    bare = bare[:1].lower() + bare[1:]
    return bare if re.match(r"(?:the|le|la|el|el)\s|[^a-z]", bare) else f"the {bare}"


def _under_next(headings: Sequence[str], rules: Rules) -> bool:
    """True below a heading that names the next occasion, so that a place and a day are enough."""
    return (
        bool(headings)
        and rules.pattern("lists.next_heads").fullmatch(bare_heading(headings[-1])) is not None
    )
