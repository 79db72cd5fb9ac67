"""The feasts that promises are dated by, and their days in a year."""

from datetime import date

from dipltrack.wording.calendar import Days, easter, plus_days

FIXED = {
    "new year": ((1, 1), (1, 1)),
    "christmas eve": ((12, 24), (12, 24)),
    "christmas": ((12, 25), (12, 25)),
    "new year's eve": ((12, 31), (12, 31)),
}
MOVABLE = {"good friday": -2, "easter": 0, "easter monday": 1, "ascension": 39, "pentecost": 49}
TURN = "the turn of the year"
TURN_OTHER = "31 December and 1 January"


def feast_days(name: str, year: int, *, second: bool) -> Days:
    """The days of the feast in that year; the turn of the year is the one that ends it.

    "The turn of the year" is late December to early January; in a narrow reading, the two days.

    >>> print(*feast_days("easter monday", 2019, second=False))
    2019-04-22 2019-04-22
    """
    if name == TURN:
        if second:
            return Days(date(year, 12, 31), date(year + 1, 1, 1))
        return Days(date(year, 12, 21), date(year + 1, 1, 10))
    if name in MOVABLE:
        day = plus_days(easter(year), MOVABLE[name])
        return Days(day, day)
    first, last = FIXED[name]
    return Days(date(year, *first), date(year, *last))
