"""Rows of a table in columns of settled widths, as rich draws them.

rich's own table measures and breaks each cell anew in each of its layers, half a millisecond a row.
Where the widths are settled before (`columns.py`) one pass is enough: rich breaks the texts and
prints the lines, and all that is done here is to lay them side by side.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from dipltrack.render.columns import GAP

_BREAKS = re.compile(r"(?<=/)|(?<=-)(?=[^\W\d_])")
"""Where an overlong word may be broken: partly-|fulfilled, 2018-10-01/|2018-10-31."""


class Place(NamedTuple):
    """A column as it is drawn: its width, the spaces behind it, whether its cells stand to the right."""

    width: int
    gap: int
    right: bool


def places_of(columns: Sequence[tuple[int, bool]], room: int) -> list[Place]:
    """The places of columns of those widths, which of them stand to the right being told.

    What there is no room for is taken off all alike, as rich does it.

    >>> [tuple(place) for place in places_of([(10, False), (5, True)], 14)]
    [(8, 2, False), (4, 0, True)]
    """
    gaps = [GAP] * (len(columns) - 1) + [0]
    whole = [min(width + gap, room) for (width, _), gap in zip(columns, gaps, strict=True)]
    excess = max(0, sum(whole) - room)
    places = []
    for number, (size, gap) in enumerate(zip(whole, gaps, strict=True)):
        off = min(size, round(excess / (len(columns) - number)))
        excess -= off
        kept = size - off
        places.append(Place(kept - min(gap, kept), min(gap, kept), columns[number][1]))
    return places


Written = tuple[str, str]
"""The text of a cell, and its style."""


class Rows:
    """Rows of cells, one place each, that rich can print."""

    def __init__(self, places: Sequence[Place], rows: Sequence[Sequence[Written]]) -> None:
        self._places = places
        self._rows = rows

    def height(self, console: Console) -> int:
        """How many lines they take."""
        return sum(
            max(
                len(_lines_of(console, text, place))
                for (text, _), place in zip(row, self._places, strict=True)
            )
            for row in self._rows
        )

    def __rich_console__(self, console: Console, _: ConsoleOptions) -> Iterator[Segment]:
        """The lines of each row, a segment for each change of style."""
        end = Segment.line()
        for row in self._rows:
            cells = [
                (_lines_of(console, text, place), console.get_style(style))
                for (text, style), place in zip(row, self._places, strict=True)
            ]
            for number in range(max(len(lines) for lines, _ in cells)):
                yield from _line_of(cells, self._places, number)
                yield end


def _line_of(
    cells: Sequence[tuple[Sequence[str], Style]],
    places: Sequence[Place],
    number: int,
) -> Iterator[Segment]:
    """One line of a row; a cell that is over before it stands empty."""
    plain = ""
    for (lines, style), place in zip(cells, places, strict=True):
        if number >= len(lines):
            plain += " " * (place.width + place.gap)
        elif style:
            if plain:
                yield Segment(plain)
            yield Segment(lines[number], style)
            plain = " " * place.gap
        else:
            plain += lines[number] + " " * place.gap
    if plain.strip():
        yield Segment(plain)


def _lines_of(console: Console, text: str, place: Place) -> Sequence[str]:
    """The lines of a cell, each as wide as its place."""
    shown = text.rstrip() if place.right else text
    spaces = place.width - cell_len(shown)
    if spaces >= 0 and "\n" not in text:
        return [" " * spaces + shown if place.right else shown + " " * spaces]
    if place.width < 1:
        return [""]
    broken = Text(_at_hyphens(text, place.width))
    justify: Literal["left", "right"] = "right" if place.right else "left"
    lines = broken.wrap(console, place.width, justify=justify, overflow="fold")
    return [line.plain for line in lines]


def _at_hyphens(text: str, width: int) -> str:
    """The cell with words that are too long for it broken at a hyphen or slash, not inside a part."""
    words = text.split(" ")
    if all(cell_len(word) <= width for word in words):
        return text
    return " ".join(_broken(word, width) for word in words)


def _broken(word: str, width: int) -> str:
    lines = [""]
    for part in _BREAKS.split(word):
        if lines[-1] and cell_len(lines[-1] + part) > width:
            lines.append("")
        lines[-1] += part
    return "\n".join(lines)
