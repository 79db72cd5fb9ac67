"""A communiqué as it is read: its paragraphs, each with the label that is printed before it."""

from enum import StrEnum

from msgspec import Struct

from dipltrack.model.entry import Day


class Part(StrEnum):
    """What a paragraph is of the document, by which it can hold a promise or not."""

    BODY = "body"
    HEADING = "heading"
    PREAMBLE = "preamble"
    REFERENCE = "reference"
    CAPTION = "caption"
    CHROME = "chrome"


class Paragraph(Struct, frozen=True, kw_only=True):
    """One paragraph of a document, its lines joined.

    `label` is the numbering as printed, with that of what it stands under: `2(2)a`; empty where
    none is printed. `ordinal` counts the paragraphs of the text from 1. `lead` is what a list hangs
    on: "They agreed to:". `headings` are those that it stands under, the outermost first.
    """

    text: str
    label: str = ""
    ordinal: int = 0
    part: Part = Part.BODY
    lead: str = ""
    headings: tuple[str, ...] = ()

    @property
    def place(self) -> str:
        """Where it stands, for a source: the label, else the ordinal with ¶.

        >>> Paragraph(text="", label="2(2)a", ordinal=7).place, Paragraph(text="", ordinal=7).place
        ('2(2)a', '¶7')
        """
        return self.label or f"¶{self.ordinal}"


class Communique(Struct, frozen=True, kw_only=True):
    """A document that was read: its paragraphs, and what it says of itself."""

    paragraphs: tuple[Paragraph, ...]
    language: str
    title: str | None = None
    date: Day | None = None
