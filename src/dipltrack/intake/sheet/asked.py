"""What is asked of an import beside the sheet: what it lacks, and how its words are read."""

from collections.abc import Callable
from datetime import date

from msgspec import Struct

from dipltrack.intake.sheet.cell import Cell, Unread, shown
from dipltrack.intake.sheet.columns import Columns
from dipltrack.intake.sheet.dates import written_out
from dipltrack.intake.sheet.vocabulary import Field, is_empty
from dipltrack.model.settings import Default
from dipltrack.model.text import controls_in
from dipltrack.model.window import Timing
from dipltrack.register.held import Held
from dipltrack.wording.day import day_of, day_or_last_of
from dipltrack.wording.unread import UnreadTimeError

DAYS = (Field.MEETING_DATE, Field.STATED, Field.STATUS_DATE, Field.REVIEW_ON)
"""The columns in which days stand."""


OF_MEETING = (
    Field.MEETING,
    Field.MEETING_DATE,
    Field.MEETING_TITLE,
    Field.PARTNER,
    Field.PLACE,
)
"""The columns that tell of the meeting."""


class Bad(Struct, frozen=True, order=True):
    """Why a row cannot be filed: its number in the sheet, the column, the reason with the mend.

    >>> print(Bad(7, "Deadline", "“sometime” names no time"))
    row 7, Deadline: “sometime” names no time
    """

    row: int
    column: str
    why: str

    def __str__(self) -> str:
        return f"row {self.row}{f', {self.column}' if self.column else ''}: {self.why}"


class BadCellError(Exception):
    """A cell that cannot be filed: the field, the reason with the mend."""

    def __init__(self, field: Field | None, why: str) -> None:
        super().__init__(why)
        self.field = field
        self.why = why


class Asked(Struct, frozen=True, kw_only=True):
    """How a sheet is read: its columns, and what was named for what it lacks.

    `month_first` is how it writes days in figures, None where that is not told. `on` is the day,
    and its words, as of which the sheet stands, for rows that give none. With `fill_down` a row that says
    nothing of its meeting is of that above. `read_time` reads words
    of time, from the day of a meeting at a place; `find_meeting` finds one by its ref.
    """

    columns: Columns
    month_first: bool | None
    today: date
    on: tuple[date, str | None] | None
    partner: str | None
    meeting: str | None
    fill_down: bool
    default: Default
    read_time: Callable[[str, date, str | None], Timing]
    find_meeting: Callable[[str], Held]
    meetings_on: Callable[[str, date], list[Held]]


class Row(Struct, frozen=True):
    """A row of the sheet, its number as people count them, and its cells."""

    number: int
    cells: tuple[Cell, ...]
    asked: Asked

    def cell(self, name: str) -> str | date:
        """What stands in the column of that field; an empty text where nothing is said.

        Raises BadCellError for what the file does not hold.
        """
        place = self.asked.columns.places.get(name)
        if place is None or place >= len(self.cells):
            return ""
        cell = self.cells[place]
        if isinstance(cell, Unread):
            raise BadCellError(Field(name) if name in set(Field) else None, cell.why)
        return "" if is_empty(shown(cell)) else cell

    def said(self) -> tuple[Cell, ...]:
        """What stands in the columns that are filed."""
        places = sorted(self.asked.columns.places.values())
        return tuple(self.cells[n] if n < len(self.cells) else "" for n in places)

    def text(self, field: Field) -> str | None:
        """The text of the field on one line, or None. Raises BadCellError."""
        text = self.lines(field)
        return None if text is None else " ".join(text.split())

    def lines(self, field: Field) -> str | None:
        """The text of the field with its line ends, or None. Raises BadCellError."""
        text = shown(self.cell(field)).replace("\r\n", "\n").replace("\r", "\n").strip()
        if controls := controls_in(text):
            code = f"U+{ord(controls[0]):04X}"
            raise BadCellError(field, f"it holds the control character {code}: type it anew")
        return text or None

    def day(self, field: Field) -> date | None:
        """The one day that the cell names, or None. Raises BadCellError."""
        cell = self.cell(field)
        if isinstance(cell, date):
            return cell
        text = self.text(field)
        if text is None:
            return None
        try:
            return day_of(self._written_out(text), self.asked.today)
        except UnreadTimeError as error:
            raise BadCellError(field, _with_order(error)) from None

    def past_day(self, field: Field) -> tuple[date, str | None] | None:
        """The day of a fact, or the last that its words can mean and the words; None for no cell.

        Raises BadCellError, also for a day that is still to come.
        """
        cell, today = self.cell(field), self.asked.today
        if isinstance(cell, date):
            found: tuple[date, str | None] = (cell, None)
        else:
            text = self.text(field)
            if text is None:
                return None
            try:
                found = day_or_last_of(self._written_out(text), today)
            except UnreadTimeError as error:
                raise BadCellError(field, _with_order(error)) from None
        if found[0] > today:
            raise BadCellError(field, f"{found[0]} is still to come: nobody knows a fact ahead")
        return found

    def time_words(self) -> str | None:
        """The words of time, a day in figures written out. Raises BadCellError."""
        text = self.text(Field.STATED)
        return None if text is None else self._written_out(text)

    def _written_out(self, text: str) -> str:
        return written_out(text, first=self.asked.month_first)


def _with_order(error: UnreadTimeError) -> str:
    """The refusal; where a day in figures can be two days, with the option that tells which."""
    told = str(error)
    return f"{told} --dates dmy or mdy says it for all" if " could be " in told else told
