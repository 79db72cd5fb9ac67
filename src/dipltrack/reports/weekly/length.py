"""How long a section may be: ten lines, and the number of the rest."""

from dipltrack.reports.blocks import Block, Paragraph

MOST = 10
"""How many lines a section shows; of more it says the number."""


def more_than(count: int) -> list[Block]:
    """The number of the lines that a section of so many leaves out, where it leaves out any."""
    return [Paragraph(f"… {count - MOST:,} more", hint=True)] if count > MOST else []
