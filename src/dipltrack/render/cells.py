"""Cells as people read them: the one place where a day, a number or a window becomes words."""

import re
from datetime import date

from dipltrack.model.text import visible
from dipltrack.model.vocabulary import TimingClass
from dipltrack.model.window import Window
from dipltrack.reports.blocks import (
    Cell,
    Colour,
    Dated,
    Day,
    Days,
    Link,
    Many,
    Number,
    Ref,
    Span,
    Stated,
    Text,
    Words,
)
from dipltrack.reports.days import written_day, written_days, written_window

_PLAIN = {
    TimingClass.EXACT,
    TimingClass.MONTH,
    TimingClass.YEAR,
    TimingClass.RANGE,
    TimingClass.BY,
}
_NUMBER = re.compile(r"[0-9]+")


def written(cell: Cell) -> str:
    """The cell in words, hidden characters made visible; several in one are a line each.

    >>> written(Stated("late January", Window(earliest=date(2018, 1, 21), latest=date(2018, 1, 31))))
    '“late January” (21–31 Jan 2018)'
    """
    match cell:
        case Text():
            return visible(cell.text)
        case Words():
            return quoted(visible(cell.text))
        case Ref():
            return visible(cell.ref)
        case Day():
            return _day(cell.day, cell.first)
        case Days():
            return _days(cell)
        case Number():
            return f"{cell.number:,}"
        case Span():
            return written_window(cell.window)
        case Colour():
            return f"{cell.rag} {cell.reason}"
        case Stated():
            return _stated(cell.words, cell.window)
        case Dated():
            return _dated(cell)
        case Link():
            return visible(cell.text)
        case Many():
            return "\n".join(written(one) for one in cell.cells)


def quoted(text: str) -> str:
    """The words between quotes, unless they bring their own.

    >>> quoted("next spring"), quoted("「来春」")
    ('“next spring”', '「来春」')
    """
    return text if text[:1] in '“"„「' and text[-1:] in '”"“」' else f"“{text}”"


def is_number(cell: Cell) -> bool:
    """True where the cell is a count, which stands to the right."""
    return isinstance(cell, Days | Number)


def _day(day: date | None, first: date | None) -> str:
    if day is None:
        return "–"
    return written_days(first, day) if first else written_day(day)


def _days(days: Days) -> str:
    if days.count is None:
        return "–"
    if days.late:
        return f"{days.count:,} late"
    return f"{days.count:,}"


def _stated(words: str | None, window: Window) -> str:
    told = written_window(window)
    if not words:
        return told
    said = quoted(visible(words))
    return f"{said} ({told})" if told and not _is_said(words, window, told) else said


def _is_said(words: str, window: Window, told: str) -> bool:
    """True where the words name the days of the window themselves: these need not be said twice.

    A part or a season names no days, and neither does a fiscal year.
    """
    if window.class_ not in _PLAIN:
        return False
    return set(_NUMBER.findall(told)) <= set(_NUMBER.findall(words))


def _dated(cell: Dated) -> str:
    on = visible(cell.when) if cell.when else _day(cell.day, cell.first)
    return f"{visible(cell.text)} ({on})" if cell.text else on
