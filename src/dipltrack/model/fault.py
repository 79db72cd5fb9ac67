"""A fault of a ledger, as data: gathered and reported together, never raised one by one."""

from enum import IntEnum

from msgspec import Struct


class Severity(IntEnum):
    """How bad a fault is: an error keeps an entry from being read, a warning does not."""

    WARNING = 1
    ERROR = 2


class Fault(Struct, frozen=True, order=True):
    """What is wrong at a place of the ledger, and how to mend it.

    The file is relative to the ledger, with `/` between folders; line 0 means the file as a whole.

    >>> print(Fault("TR/2017-12-28.toml", 14, "latest = 2018-02-30 is no day", "write a day"))
    TR/2017-12-28.toml:14: latest = 2018-02-30 is no day — write a day
    """

    file: str
    line: int
    wrong: str
    mend: str
    severity: Severity = Severity.ERROR

    @property
    def is_error(self) -> bool:
        """True where the answer to a question may lack something because of it."""
        return self.severity is Severity.ERROR

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        warning = "" if self.is_error else "warning: "
        return f"{place}: {warning}{self.wrong} — {self.mend}"
