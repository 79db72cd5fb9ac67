"""Which body acts on a day: one that has ended passes its open items to its successor."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache

from dipltrack.model.settings import Body


def acting_on(bodies: Sequence[Body], day: date) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    """Gives, for names of bodies, those that act on the day in their place, each once.

    A name that is not registered, and a body that ended without a successor, stay as they are.

    >>> moe = Body(name="MoE", party="TR", until=date(2018, 7, 9), successor="MoT")
    >>> acting_on([moe], date(2018, 7, 10))(("MoE",)), acting_on([moe], date(2018, 7, 9))(("MoE",))
    (('MoT',), ('MoE',))
    """
    by_name = {body.name: body for body in bodies}

    def acting(name: str) -> str:
        seen = {name}
        while (body := by_name.get(name)) and body.until and body.until < day and body.successor:
            if body.successor in seen:
                break
            name = body.successor
            seen.add(name)
        return name

    return cache(lambda names: tuple(dict.fromkeys(acting(name) for name in names)))


def circles_of_successors(bodies: Sequence[Body]) -> Iterator[tuple[Body, str]]:
    """The last of the bodies whose successors lead back to it, one a circle, with the circle.

    >>> one, two = (Body(name="A", party="JP", successor="B"), Body(name="B", party="JP", successor="A"))
    >>> [(body.name, circle) for body, circle in circles_of_successors([one, two])]
    [('B', 'B, A, B')]
    """
    by_name = {body.name: body for body in bodies}
    places = {body.name: place for place, body in enumerate(bodies)}
    seen: set[str] = set()
    circles: dict[int, list[str]] = {}
    for body in bodies:
        way: dict[str, int] = {}
        at: str | None = body.name
        while at and at in by_name and at not in seen:
            way[at] = len(way)
            seen.add(at)
            at = by_name[at].successor
        if at in way:
            names = list(way)[way[at] :]
            last = max(names, key=lambda name: places[name])
            start = names.index(last)
            circles[places[last]] = [*names[start:], *names[:start], last]
    for place in sorted(circles, reverse=True):
        yield bodies[place], ", ".join(circles[place])
