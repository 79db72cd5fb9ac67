"""The outline of a report: which heading stands how deep."""

from collections.abc import Iterator, Sequence

from dipltrack.reports.blocks import Block, Heading


def with_depths(blocks: Sequence[Block]) -> Iterator[tuple[Block, int]]:
    """Each block with the depth of the heading that it is or stands below; 1 is a section, 0 none.

    The depth goes up by one at a time, even where an item stands in a section that has no parts: a
    heading that skips a level is lost on whoever hears the page read aloud.

    >>> [depth for _, depth in with_depths((Heading("Done"), Heading("One", level=3)))]
    [1, 2]
    """
    above: list[int] = []
    for block in blocks:
        if isinstance(block, Heading):
            while above and above[-1] >= block.level:
                above.pop()
            above.append(block.level)
        yield block, len(above)
