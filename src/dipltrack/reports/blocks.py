"""What a report is made of: headings, paragraphs, tables, pairs and timelines, as plain data.

A renderer knows these and nothing else; a cell keeps its type, so that each renderer can write a
day, a number or a colour in its own way.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum, auto

from dipltrack.model.vocabulary import Handling, Rag, RagReason
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


@dataclass(frozen=True, slots=True)
class Stated:
    """The stated words of a time, where there are any, and the window that they mean."""

    words: str | None
    window: Window


@dataclass(frozen=True, slots=True)
class Dated:
    """What was said or done, and the day of it; `first` where that is the last of several.

    `when` are the words of the day, where no day is known.
    """

    text: str
    day: date
    first: date | None = None
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Words that stand for something that can be read elsewhere, at that address."""

    text: str
    address: str


Single = Text | Words | Ref | Day | Days | Number | Span | Colour | Stated | Dated | Link


@dataclass(frozen=True, slots=True)
class Many:
    """Several cells in the place of one, one below the other."""

    cells: tuple[Single, ...]


Cell = Single | Many


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
    """The title of a section; `count` says how many it holds.

    Level 1 is a section, 2 a part of one, 3 a single item, whose `ref` stands beside its title.
    """

    text: str
    count: int | None = None
    level: int = 1
    ref: str | None = None


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


class Mark(StrEnum):
    """What a bar of a timeline stands for."""

    FIRST = "first window"
    IN_FORCE = "window in force"
    EXPECTED = "expected"
    DONE = "done"
    HELD = "held"


@dataclass(frozen=True, slots=True)
class Bar:
    """Days of a timeline, both ends included; an end that is None is not known."""

    mark: Mark
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Lane:
    """The bars of one item, what is drawn over the others last."""

    ref: str
    title: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Windows and facts drawn over the months from `first` to `last`; `day` is the as-of day."""

    first: date
    last: date
    day: date
    lanes: tuple[Lane, ...]


Block = Heading | Paragraph | Table | Pairs | Timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
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
