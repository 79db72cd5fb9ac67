"""What a report is made of: headings, paragraphs, tables, pairs and timelines, as plain data.

A renderer knows these and nothing else; a cell keeps its type, so that each renderer can write a
day, a number or a colour in its own way.
"""

from datetime import date
from enum import Enum, StrEnum, auto

from msgspec import Struct

from dipltrack.model.vocabulary import Handling, Rag, RagReason
from dipltrack.model.window import Window


class Text(Struct, frozen=True):
    """Words as they stand."""

    text: str


class Words(Struct, frozen=True):
    """Words that a document said, to be shown as such."""

    text: str


class Ref(Struct, frozen=True):
    """The ref of an item or a meeting."""

    ref: str


class Day(Struct, frozen=True):
    """A calendar day, or none; `first` where it is the last of several."""

    day: date | None
    first: date | None = None


class Days(Struct, frozen=True):
    """Days to go, negative when over; or days late, of what was kept late; or none."""

    count: int | None
    late: bool = False


class Number(Struct, frozen=True):
    """A count."""

    number: int


class Span(Struct, frozen=True):
    """A window of days."""

    window: Window


class Colour(Struct, frozen=True):
    """Red, amber, green, blue or none, with the word for it."""

    rag: Rag
    reason: RagReason


class Stated(Struct, frozen=True):
    """The stated words of a time, where there are any, and the window that they mean."""

    words: str | None
    window: Window


class Dated(Struct, frozen=True):
    """What was said or done, and the day of it; `first` where that is the last of several.

    `when` are the words of the day, where no day is known.
    """

    text: str
    day: date
    first: date | None = None
    when: str | None = None


class Link(Struct, frozen=True):
    """Words that stand for something that can be read elsewhere, at that address."""

    text: str
    address: str


Single = Text | Words | Ref | Day | Days | Number | Span | Colour | Stated | Dated | Link


class Many(Struct, frozen=True):
    """Several cells in the place of one, one below the other."""

    cells: tuple[Single, ...]


Cell = Single | Many


class Need(Enum):
    """How much a reader needs a column: where it is narrow, the least needed goes first."""

    ALWAYS = auto()
    OFTEN = auto()
    SOMETIMES = auto()
    RARELY = auto()


class Column(Struct, frozen=True):
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


class Heading(Struct, frozen=True):
    """The title of a section; `count` says how many it holds.

    Level 1 is a section, 2 a part of one, 3 a single item, whose `ref` stands beside its title.
    """

    text: str
    count: int | None = None
    level: int = 1
    ref: str | None = None


class Paragraph(Struct, frozen=True):
    """A sentence or more; `hint` where it only says what one could do."""

    text: str
    hint: bool = False


class Table(Struct, frozen=True):
    """Rows of typed cells below their columns."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


class Pair(Struct, frozen=True):
    """A label and what belongs to it; `aside` stands behind it, less loud."""

    label: str
    cell: Cell
    aside: str = ""


class Pairs(Struct, frozen=True):
    """Labels with their values, one below the other."""

    pairs: tuple[Pair, ...]


class Mark(StrEnum):
    """What a bar of a timeline stands for."""

    FIRST = "first window"
    IN_FORCE = "window in force"
    EXPECTED = "expected"
    DONE = "done"
    HELD = "held"


class Bar(Struct, frozen=True):
    """Days of a timeline, both ends included; an end that is None is not known."""

    mark: Mark
    first: date | None
    last: date | None


class Lane(Struct, frozen=True):
    """The bars of one item, what is drawn over the others last."""

    ref: str
    title: str
    bars: tuple[Bar, ...]


class Timeline(Struct, frozen=True):
    """Windows and facts drawn over the months from `first` to `last`; `day` is the as-of day."""

    first: date
    last: date
    day: date
    lanes: tuple[Lane, ...]


Block = Heading | Paragraph | Table | Pairs | Timeline


class Report(Struct, frozen=True, kw_only=True):
    """A report: its name, whose it is, the day it speaks of, how it is marked, what it says.

    `name` is the word by which it is asked for: weekly, matrix. `told` are further lines of its
    head, such as the week. A copy for others than the desk itself names no desk; its `audience`
    stands in the place of the ceiling.
    """

    name: str = ""
    title: str
    desk: str
    as_of: date
    known_by: date | None = None
    ceiling: str
    audience: Handling = Handling.INTERNAL
    told: tuple[str, ...] = ()
    blocks: tuple[Block, ...]

    @property
    def marking(self) -> str:
        """What every page is marked with: the ledger's ceiling, or for whom the copy is."""
        return self.ceiling if self.audience is Handling.INTERNAL else f"for {self.audience}"
