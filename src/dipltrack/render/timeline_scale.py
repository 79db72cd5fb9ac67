"""Days to places of a timeline that is drawn in so many columns."""

from datetime import date

from dipltrack.reports.blocks import Bar


class Scale:
    """Days to columns: the days from first to last spread over so many columns."""

    def __init__(self, first: date, last: date, columns: int) -> None:
        self._first = first.toordinal()
        self._days = max(1, last.toordinal() - self._first + 1)
        self.columns = columns

    def column(self, day: date) -> int:
        """The column in which the day lies, the nearest one for a day outside."""
        at = (day.toordinal() - self._first) * self.columns // self._days
        return min(max(at, 0), self.columns - 1)

    def is_before(self, day: date) -> bool:
        """True where the day lies before the first that is drawn."""
        return day.toordinal() < self._first

    def is_after(self, day: date) -> bool:
        """True where the day lies after the last that is drawn."""
        return day.toordinal() >= self._first + self._days

    def columns_of(self, bar: Bar) -> range:
        """The columns that a bar fills: none where it lies outside; to the edge where an end is open."""
        after = bar.first is not None and self.is_after(bar.first)
        before = bar.last is not None and self.is_before(bar.last)
        if after or before:
            return range(0)
        first = 0 if bar.first is None else self.column(bar.first)
        last = self.columns - 1 if bar.last is None else self.column(bar.last)
        return range(first, last + 1)
