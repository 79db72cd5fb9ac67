"""Eras of Japan: the year before the first of each, by its name and by its letter."""

BEFORE_FIRST = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
LETTERS = {"m": "明治", "t": "大正", "s": "昭和", "h": "平成", "r": "令和"}


def year_of_era(era: str, number: int) -> int:
    """The year of our count; the era by its name or its letter, its first year 元 as 1.

    >>> year_of_era("平成", 30), year_of_era("r", 1)
    (2018, 2019)
    """
    return BEFORE_FIRST[LETTERS.get(era, era)] + number
