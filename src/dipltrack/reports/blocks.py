"""What a report is made of: headings, paragraphs, tables and pairs, as plain data.

A renderer knows these and nothing else; a cell keeps its type, so that each renderer can write a
day, a number or a colour in its own way.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from dipltrack.model.vocabulary import Rag, RagReason
from dipltrack.model.window import Window


@dataclass(frozen=True, slots=True)
class Text:
    """Words as they stand."""

    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words that a document said, to be shown as such."""

    text: str


@dataclass(frozen=True, slots=True)
class Ref:
    """The ref of an item or a meeting."""

    ref: str


@dataclass(frozen=True, slots=True)
class Day:
    """A calendar day, or none; `first` where it is the last of several."""

    day: date | None
    first: date | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """Days to go, negative when over; or days late, of what was kept late; or none."""

    count: int | None
    late: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """A count."""

    number: int


@dataclass(frozen=True, slots=True)
class Span:
    """A window of days."""

    window: Window


@dataclass(frozen=True, slots=True)
class Colour:
    """Red, amber, green, blue or none, with the word for it."""

    rag: Rag
    reason: RagReason


Cell = Text | Words | Ref | Day | Days | Number | Span | Colour


class Need(Enum):
    """How much a reader needs a column: where it is narrow, the least needed goes first."""

    ALWAYS = auto()
    OFTEN = auto()
    SOMETIMES = auto()
    RARELY = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its title, and how it behaves where there is little room.

    `least` is the number of characters below which it cannot be read, `good` the number that it
    should have before others get more than their least, `most` what it never needs to exceed. A
    column of `whole` cells is never broken; one with a `share` takes what is left over.
    """

    title: str
    need: Need = Need.ALWAYS
    least: int = 4
    good: int = 0
    most: int | None = None
    whole: bool = False
    share: int = 0


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a section; `count` says how many it holds."""

    text: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or more; `hint` where it only says what one could do."""

    text: str
    hint: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of typed cells below their columns."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and what belongs to it; `aside` stands behind it, less loud."""

    label: str
    cell: Cell
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Labels with their values, one below the other."""

    pairs: tuple[Pair, ...]


Block = Heading | Paragraph | Table | Pairs


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report: its title, whose it is, the day it speaks of, how it is marked, what it says."""

    title: str
    desk: str
    as_of: date
    known_by: date | None = None
    ceiling: str
    blocks: tuple[Block, ...]
