"""The conventions by which words of time are read, each of which a ledger may set."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Annotated

from msgspec import Struct, field

FISCAL_YEARS: Mapping[str, int] = MappingProxyType({"JP": 4, "IN": 4, "US": 10, "GB": 4, "CA": 4})
"""The month in which a party's fiscal year begins: April, but October in the United States."""


class Event(Struct, frozen=True, kw_only=True):
    """A known occasion that stated words may hang on: "before the Osaka summit"."""

    name: Annotated[str, "its name, as the words name it"]
    earliest: Annotated[date, "first day"]
    latest: Annotated[date, "last day"]


class Conventions(Struct, frozen=True, kw_only=True):
    """How words of time are read where they leave it open (DESIGN §4).

    The defaults are the common ones of ministries; `[conventions]` in `dipltrack.toml` sets others.
    """

    fiscal_year: Annotated[
        Mapping[str, int], "first month of a party's fiscal year, by party code"
    ] = field(default_factory=lambda: FISCAL_YEARS)
    month_parts: Annotated[tuple[int, ...], "first days of early, mid and late in a month"] = (
        1,
        11,
        21,
    )
    half_month: Annotated[int, "first day of the second half of a month"] = 16
    year_parts: Annotated[tuple[int, ...], "first months of early, mid and late in a year"] = (
        1,
        5,
        9,
    )
    seasons: Annotated[
        tuple[int, ...],
        "first months of spring, summer, autumn and winter in the north; the south has the opposite",
    ] = (3, 6, 9, 12)
