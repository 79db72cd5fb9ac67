"""Refs: the names by which meetings and commitments are known for ever."""

import re
from datetime import date
from functools import lru_cache
from typing import Self

from msgspec import Struct

PARTNER = re.compile(r"[A-Z]{2}|[A-Z0-9+]{3,}")
"""Two letters: a country of ISO 3166 (or EU, UN); three or more: an organisation or format."""

_MEETING = re.compile(rf"({PARTNER.pattern})-([0-9]{{8}})([a-z]?)")
_ITEM = re.compile(rf"{_MEETING.pattern}-([1-9][0-9]{{0,4}})")


class MeetingRef(Struct, frozen=True, order=True):
    """`TR-20171228`, or `TR-20171228b` for a second meeting of that day with that partner.

    The day in a ref never changes, even where the meeting's date turned out to be wrong.

    >>> MeetingRef.of("ASEAN+3-20181115b")
    MeetingRef(partner='ASEAN+3', day='20181115', letter='b')
    """

    partner: str
    day: str
    letter: str = ""

    @classmethod
    def of(cls, text: str) -> Self | None:
        """The ref that the text is, or None where it is none."""
        found = _MEETING.fullmatch(text)
        return cls(*found.groups()) if found and _is_day(found[2]) else None

    @classmethod
    def on(cls, partner: str, day: date, letter: str = "") -> Self:
        """The ref of a meeting with that partner on that day.

        >>> str(MeetingRef.on("TR", date(2017, 12, 28)))
        'TR-20171228'
        """
        return cls(partner, f"{day:%Y%m%d}".rjust(8, "0"), letter)

    @property
    def path(self) -> str:
        """Where the program puts the meeting's file in the ledger; the ref inside it decides.

        >>> MeetingRef("TR", "20171228", "b").path
        'TR/2017-12-28b.toml'
        """
        day = f"{self.day[:4]}-{self.day[4:6]}-{self.day[6:]}"
        return f"{self.partner}/{day}{self.letter}.toml"

    def __str__(self) -> str:
        return f"{self.partner}-{self.day}{self.letter}"


class ItemRef(Struct, frozen=True, order=True):
    """`TR-20171228-2`: the second commitment that was filed of that meeting.

    >>> ref = ItemRef.of("TR-20171228-2")
    >>> str(ref.meeting), ref.number
    ('TR-20171228', 2)
    >>> ItemRef.of("TR-20171228") is None
    True
    """

    meeting: MeetingRef
    number: int

    @classmethod
    def of(cls, text: str) -> Self | None:
        """The ref that the text is, or None where it is none."""
        found = _ITEM.fullmatch(text)
        if found is None or not _is_day(found[2]):
            return None
        return cls(MeetingRef(found[1], found[2], found[3]), int(found[4]))

    @staticmethod
    def fits(text: str) -> bool:
        """True where the text is a ref of an item: `of`, where only that is asked.

        >>> ItemRef.fits("TR-20171228-2"), ItemRef.fits("TR-20171232-2")
        (True, False)
        """
        found = _ITEM.fullmatch(text)
        return found is not None and _is_day(found[2])

    def __str__(self) -> str:
        return f"{self.meeting}-{self.number}"


def ref_typed(text: str) -> str:
    """The text as refs are written: capitals, but for the letter of a second meeting of a day.

    >>> ref_typed(" tr-20171228B-2 "), ref_typed("asean+3")
    ('TR-20171228b-2', 'ASEAN+3')
    """
    return _LETTER.sub(lambda found: found[0].lower(), text.strip().upper())


_LETTER = re.compile(r"(?<=-[0-9]{8})[A-Z]")


@lru_cache(maxsize=1024)  # the refs of a file are all of one day
def _is_day(digits: str) -> bool:
    try:
        date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return True
