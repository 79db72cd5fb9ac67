"""What every table of a ledger carries: who wrote it, and when."""

from datetime import date, datetime
from enum import Enum, auto
from typing import Annotated, Any

from msgspec import Struct

Day = date
"""A plain calendar day. The name leaves `date` free for the key of that name."""


class Shape(Enum):
    """How the value of a key may be written, where its type alone does not say it."""

    ONE_OR_LIST = auto()
    """A single text or a list of them: `lead = "ME1"`, `lead = ["ME1", "METI"]`."""
    TEXT = auto()
    """A text that may run over several lines."""
    DAYS = auto()
    """Numbers of days, as many as there are."""


ONE_OR_LIST = Shape.ONE_OR_LIST
TEXT = Shape.TEXT
DAYS = Shape.DAYS


class Entry(Struct, frozen=True, kw_only=True):
    """A table of a ledger file, with the moment of its entry.

    The program writes all three keys into every table; one written by hand may lack them, and is
    then known from its meeting's date on (DESIGN §3). `own` are the keys that the format does not
    know, above all the desk's own `x_…`, with their values as TOML has them: they are kept.
    """

    id: Annotated[str | None, "8 letters of base 32, unique in the file"] = None
    recorded: Annotated[
        datetime | None, "moment of entry with its offset from UTC, to the millisecond"
    ] = None
    by: Annotated[str | None, "who entered it"] = None
    redacted: Annotated[
        str | None, "when, by whom and why its text was removed: `redact` writes it"
    ] = None
    own: tuple[tuple[str, Any], ...] = ()
