"""An act that a whole clause tells, and on whose day a time hangs: 通告を受領した日から60日以内に."""

import re
from typing import NamedTuple

from dipltrack.wording.denotation import Bearing

_DAY = re.compile(
    r"(?:(?:[るた]|(?<![そこあど年月日])の)日|た(?=後)|[りしえけ](?=次第))"
    r"(?P<mark>に(?!ち)|をもって|から|より|以後|以降|の?後|次第|の(?=翌|属する))"
)
_ON = frozenset({"に", "をもって"})
_SHORTEST = 3  # fewer characters tell no act


class Act(NamedTuple):
    """What is done, in the words of the text, how the time stands to it, and where that ends.

    `moved` where a month or day is only told by that day: 受領した日の翌月の初日.
    """

    name: str
    bearing: Bearing
    end: int
    moved: bool = False


def act_of(text: str) -> Act | None:
    """The act that the text tells in a clause, and the day of it or what follows, or None.

    >>> act = act_of("通告を受領した日から60日以内に")
    >>> act.name, act.bearing.value
    ('通告を受領した日', 'after')
    >>> act_of("その日に") is None
    True
    """
    found = _DAY.search(text)
    if found is None:
        return None
    name = re.split("[、。]", text[: found.start("mark")])[-1].strip()
    bearing = Bearing.AT if found["mark"] in _ON else Bearing.AFTER
    act = Act(name, bearing, found.end(), moved=found["mark"] == "の")
    return act if len(name) > _SHORTEST else None
