"""What a sentence is made of: clauses, the verbs that govern them, and their predicates."""

from enum import Enum, auto
from typing import NamedTuple

from msgspec import Struct

from dipltrack.intake.clause.marks import Mark


class Sort(Enum):
    """What a clause is of its sentence."""

    MAIN = auto()
    THAT = auto()
    RELATIVE = auto()
    CONDITION = auto()
    TIME = auto()
    QUESTION = auto()


class Clause(Struct, eq=False):
    """A stretch of a sentence with a subject of its own, and the verb whose complement it is."""

    sort: Sort
    start: int
    parent: "Clause | None" = None
    frame: "Frame | None" = None
    opener: str = ""
    finite: bool = False
    last: int = 0
    own: "Frame | None" = None

    def chain(self) -> "list[Clause]":
        """The clause and those it hangs on, from the inside."""
        found = [self]
        while found[-1].parent is not None:
            found.append(found[-1].parent)
        return found


class Frame(Struct, eq=False):
    """A verb of promising, telling or asking, with its clause and its subject."""

    mark: Mark
    clause: Clause
    subject: str
    opened: bool = False


class Predicate(NamedTuple):
    """A verb of promising or a future, with its clause and the words that are its subject."""

    mark: Mark
    clause: Clause
    subject: str
    frame: Frame | None
