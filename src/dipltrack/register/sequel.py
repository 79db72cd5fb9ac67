"""What an item that follows or restates another takes over from it."""

import re

from msgspec.structs import replace

from dipltrack.model.commitment import Commitment

_UNITS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
)
_WORDS = (
    *_UNITS,
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    *(f"twenty-{unit}" for unit in _UNITS),
    "thirtieth",
)
_ORDINAL = re.compile(
    rf"\b(?P<word>{'|'.join(reversed(_WORDS))})\b|\b(?P<digits>[0-9]{{1,3}})(?:st|nd|rd|th)\b"
    r"|\b(?:round|meeting|session|no\.?) (?P<after>[0-9]{1,3})\b|第(?P<japanese>[0-9]{1,3})回",
    re.IGNORECASE,
)


def next_title(title: str) -> str | None:
    """The title with its ordinal one higher; None where it has none, or more than one.

    >>> next_title("Hold the 8th EPA round"), next_title("Hold the first Security Dialogue")
    ('Hold the 9th EPA round', 'Hold the second Security Dialogue')
    >>> next_title("Hold round 11"), next_title("Promote cooperation") is None
    ('Hold round 12', True)
    >>> next_title("Hold the first and second meeting") is None
    True
    >>> next_title("Hold the twenty-ninth round")
    'Hold the thirtieth round'
    """
    ordinals = list(_ORDINAL.finditer(title))
    if len(ordinals) != 1:
        return None
    (found,) = ordinals
    return title[: found.start()] + _next(found) + title[found.end() :]


def taken_over(item: Commitment, old: Commitment) -> Commitment:
    """The new item with what it does not name taken from the old one: dossier, sector, bodies."""
    return replace(
        item,
        dossier=item.dossier or old.dossier,
        sector=item.sector or old.sector,
        lead=item.lead or old.lead,
        support=item.support or old.support,
        counterpart=item.counterpart or old.counterpart,
    )


def _next(found: re.Match[str]) -> str:
    whole = found[0]
    if word := found["word"]:
        number = _WORDS.index(word.lower()) + 2
        new = _WORDS[number - 1] if number <= len(_WORDS) else _ordinal(number)
        return new.capitalize() if word[0].isupper() else new
    if digits := found["digits"]:
        return _ordinal(int(digits) + 1)
    digits = found["after"] or found["japanese"]
    return whole.replace(digits, str(int(digits) + 1))


def _ordinal(number: int) -> str:
    """The number with its ending.

    >>> [_ordinal(number) for number in (1, 2, 3, 11, 12, 21)]
    ['1st', '2nd', '3rd', '11th', '12th', '21st']
    """
    teens = 10 <= number % 100 <= 20
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
