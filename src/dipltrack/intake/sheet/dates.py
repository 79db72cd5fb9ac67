"""Days that a sheet writes in figures: which figure is the day is told by the whole column."""

import re
from collections.abc import Iterable
from datetime import date

_FIGURES = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})")
_SHORT_YEAR = re.compile(r"(\d{1,2})[ .-]?([^\W\d_]{3,}\.?)[ .-]'?(\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})([./])(\d{1,2})\2(\d{1,2})")
_CENTURY = 50
"""Years of two figures below it are of this century."""


def month_first(texts: Iterable[str]) -> bool | None:
    """True where the days of the texts can only be read with the month first, None where unclear.

    One day that can be read one way only tells how its writer writes the others; between dots the
    day comes first everywhere, and tells nothing of the others.

    >>> month_first(["3/4/2019", "12/28/2017"]), month_first(["3/4/2019", "28/12/2017"])
    (True, False)
    >>> month_first(["3/4/2019"]) is None
    True
    """
    matches = (_FIGURES.fullmatch(text.strip()) for text in texts)
    found = [match for match in matches if match and match[2] != "."]
    day_first = any(int(match[1]) > 12 for match in found)
    month_is_first = any(int(match[3]) > 12 for match in found)
    return None if day_first is month_is_first else month_is_first


def written_out(text: str, *, first: bool | None) -> str:
    """The text with a day in figures, or with a year of two, in ISO 8601; else as it is.

    `first` is what the column tells; a day between dots is written with the day first everywhere.

    >>> written_out("3/4/2019", first=True), written_out("31.1.18", first=None)
    ('2019-03-04', '2018-01-31')
    >>> written_out("31-Jan-18", first=None), written_out("2018/1/31", first=None)
    ('31 Jan 2018', '2018-01-31')
    >>> written_out("3/4/2019", first=None)
    '3/4/2019'
    """
    stripped = text.strip()
    if found := _FIGURES.fullmatch(stripped):
        return _of_figures(found, text, first=first)
    if found := _SHORT_YEAR.fullmatch(stripped):
        return f"{found[1]} {found[2]} {_year(found[3])}"
    if found := _YEAR_FIRST.fullmatch(stripped):
        return _iso(int(found[1]), int(found[3]), int(found[4]), text)
    return text


def is_unclear(text: str) -> bool:
    """True for a day in figures that could be two days.

    >>> is_unclear("3/4/2019"), is_unclear("3/3/2019"), is_unclear("28/4/2019"), is_unclear("3.4.2019")
    (True, False, False, False)
    """
    return _FIGURES.fullmatch(text.strip()) is not None and written_out(text, first=None) == text


def _of_figures(found: re.Match[str], text: str, *, first: bool | None) -> str:
    one, other, year = int(found[1]), int(found[3]), _year(found[4])
    if found[2] == ".":
        first = False
    if first is None and one <= 12 and other <= 12 and one != other:
        return text  # two fair readings: whoever asks tells so
    if first is None:
        first = other > 12
    return _iso(year, one, other, text) if first else _iso(year, other, one, text)


def _year(figures: str) -> int:
    year = int(figures)
    if len(figures) == len("2018"):
        return year
    return 2000 + year if year < _CENTURY else 1900 + year


def _iso(year: int, month: int, day: int, text: str) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return text
