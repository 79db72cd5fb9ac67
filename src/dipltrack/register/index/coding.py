"""A mark as one whole number, which is handed to another process, and told from others, in no time."""

from typing import Any

_FLAG, _WORD = 1, 5
_WIDTHS = (
    *(_FLAG, _FLAG, _FLAG, _FLAG, _FLAG, _WORD, _FLAG, _FLAG),
    *(_WORD, _WORD, _WORD, _WORD, _FLAG, _FLAG),
)
"""The bits of each column of the table of marks but its number: a flag, or the code of a word."""


def code_of(mark: tuple[Any, ...]) -> int:
    """The number that stands for a row of the table of marks, without its own number.

    >>> mark_of(code_of((0, 1, 1, 1, 1, 3, 0, 0, 5, 2, 4, None, 1, 0)))
    (0, 1, 1, 1, 1, 3, 0, 0, 5, 2, 4, None, 1, 0)
    """
    code = 0
    for width, value in zip(_WIDTHS, mark, strict=True):
        bits = 0 if value is None else value + (width > _FLAG)
        code = code << width | bits
    return code


def mark_of(code: int) -> tuple[int | None, ...]:
    """The row for which the number stands."""
    mark: list[int | None] = []
    for width in reversed(_WIDTHS):
        bits = code & ((1 << width) - 1)
        code >>= width
        mark.append(bits if width == _FLAG else bits - 1 if bits else None)
    return tuple(reversed(mark))
