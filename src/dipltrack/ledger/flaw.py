"""A flaw of a table: a fault whose line is not known yet, only the table and the key."""

from msgspec import Struct

from dipltrack.model.fault import Severity


class Flaw(Struct, frozen=True, kw_only=True):
    """What is wrong with a table of a file, and how to mend it.

    `index` counts the tables of that name from 0; without a table the file as a whole is meant.
    """

    table: str | None = None
    index: int = 0
    key: str | None = None
    wrong: str
    mend: str
    severity: Severity = Severity.ERROR


def nearest(word: str, known: "list[str] | tuple[str, ...]") -> str | None:
    """The known word that a misspelt one most looks like, or None.

    >>> nearest("fullfilled", ("fulfilled", "withdrawn"))
    'fulfilled'
    """
    from difflib import get_close_matches  # 1 ms at a start, for a mistake only

    close = get_close_matches(word.casefold(), [k.casefold() for k in known], n=1, cutoff=0.6)
    return next((k for k in known if k.casefold() == close[0]), None) if close else None


def list_of(words: "list[str] | tuple[str, ...]", last_joint: str = "or") -> str:
    """The words as a sentence lists them.

    >>> list_of(("ours", "theirs", "both"))
    'ours, theirs or both'
    """
    *first, last = words
    return f"{', '.join(first)} {last_joint} {last}" if first else last
