"""A cell of a sheet: what stands in it, as text or as a day, or why it cannot be read."""

from datetime import date

from msgspec import Struct


class Unread(Struct, frozen=True):
    """A cell whose value the file does not hold: why, with the mend."""

    why: str


Cell = str | date | Unread
"""An empty cell is an empty text."""


class Grid(Struct, frozen=True, kw_only=True):
    """The rows of a sheet, as people count them from 1, each with its cells; and how it was read.

    `name` is that of the sheet, None in a file of text; `told` says what was found out about it.
    """

    rows: tuple[tuple[Cell, ...], ...]
    told: str
    name: str | None = None


class WrongSheetError(Exception):
    """A file that is no sheet, or one of which it is not clear how to read it: with the mend."""


def shown(cell: Cell) -> str:
    """The cell as text; a day in ISO 8601.

    >>> shown(date(2018, 1, 31)), shown("late January")
    ('2018-01-31', 'late January')
    """
    match cell:
        case date():
            return cell.isoformat()
        case Unread():
            return ""
        case _:
            return cell
