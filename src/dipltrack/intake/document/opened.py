"""A document that was opened: its text, and how large one may be."""

from typing import NamedTuple

LARGEST = 32 * 1024 * 1024
"""Bytes of a document at most, packed or not."""


class Opened(NamedTuple):
    """The text of a document, a line for each of its lines, and the title that its file bears."""

    text: str
    title: str | None = None
