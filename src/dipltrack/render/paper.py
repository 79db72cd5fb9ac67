"""How a report lies on paper: which of its parts need a page across, and how wide its columns are."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from math import ceil

from msgspec import Struct
from msgspec.structs import replace
from rich.cells import cell_len

from dipltrack.render.cells import written
from dipltrack.render.columns import (
    GAP,
    columns_filled,
    fair_width,
    longest_of,
    longest_of_alike,
    widths_of,
)
from dipltrack.reports.blocks import Block, Colour, Column, Heading, Report, Table

_UPRIGHT, _ACROSS = 108, 172
"""How many letters of a table fit side by side on A4, upright and across, at 8 to 9 points."""
_LONGEST_WORD = 13
"""A word longer than this may be broken."""
_BREAKS = re.compile(r"\s+|(?<=[-/.])")


class Part(Struct, frozen=True):
    """Whole sections that lie on pages of the same sort: across where a table of theirs needs it."""

    across: bool
    blocks: Sequence[Block]


class Ruled(Struct, frozen=True):
    """The columns of a table in which something stands, each with its share of the page's width."""

    places: Sequence[int]
    shares: Sequence[float]
    longest: Sequence[int]


class Paper:
    """The pages of a report: its parts, and how each of its tables is ruled.

    Tables of the same columns are ruled alike; sections that lie the same way share their pages.
    """

    def __init__(self, report: Report) -> None:
        self._longest = longest_of_alike(report.blocks)
        self._words: dict[tuple[Column, ...], list[int]] = {}
        for table in (block for block in report.blocks if isinstance(block, Table)):
            words = _longest_words_of(table)
            before = self._words.get(table.columns, words)
            self._words[table.columns] = list(map(max, before, words))
        self._ruled: dict[tuple[tuple[Column, ...], bool], Ruled] = {}
        self.parts: Sequence[Part] = tuple(self._parts(report.blocks))

    def ruled(self, table: Table, *, across: bool) -> Ruled:
        """How the table is ruled on such a page."""
        key = (table.columns, across)
        if key not in self._ruled:
            words = self._words.get(table.columns) or _longest_words_of(table)
            columns = [
                replace(column, least=max(column.least, min(word, _LONGEST_WORD)))
                for column, word in zip(table.columns, words, strict=True)
            ]
            lines = self._longest.get(table.columns) or longest_of(table)
            longest = [
                max(line, word) if line else 0 for line, word in zip(lines, words, strict=True)
            ]
            self._ruled[key] = _ruled(columns, longest, _ACROSS if across else _UPRIGHT)
        return self._ruled[key]

    def _parts(self, blocks: Sequence[Block]) -> Iterator[Part]:
        sections: list[list[Block]] = [[]]
        for block in blocks:
            if isinstance(block, Heading) and block.level == 1 and sections[-1]:
                sections.append([])
            sections[-1].append(block)
        for across, alike in groupby(sections, key=self._is_across):
            yield Part(across, [block for section in alike for block in section])

    def _is_across(self, section: Sequence[Block]) -> bool:
        tables = (block for block in section if isinstance(block, Table))
        return any(
            fair_width(one.columns, self._longest[one.columns]) > _UPRIGHT for one in tables
        )


def _longest_words_of(table: Table) -> list[int]:
    """The letters of the longest word of each column, or of its part where a word may be broken."""
    longest = [max(map(_room, _BREAKS.split(one.title))) + 1 for one in table.columns]
    for row in table.rows:
        for place, cell in enumerate(row):
            text = written(cell)
            words = (text,) if isinstance(cell, Colour) else _BREAKS.split(text)
            longest[place] = max(longest[place], *map(_room, words))
    return longest


def _room(word: str) -> int:
    """The letters of a word; capitals are wider than what a column is reckoned in."""
    return ceil(cell_len(word) + 0.4 * sum(map(str.isupper, word)))


def _ruled(columns: Sequence[Column], longest: Sequence[int], room: int) -> Ruled:
    places = columns_filled(columns, longest)
    widths: Mapping[int, int] = widths_of(columns, longest, places, room)
    whole = max(room, sum(widths[place] + GAP for place in places))
    return Ruled(places, [(widths[place] + GAP) / whole for place in places], longest)
