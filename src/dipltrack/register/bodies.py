"""Which body acts on a day: one that has ended passes its open items to its successor."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

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

    return lambda names: tuple(dict.fromkeys(acting(name) for name in names))


def circles_of_successors(bodies: Sequence[Body]) -> Iterator[tuple[Body, str]]:
    """The last of the bodies whose successors lead back to it, one a circle, with the circle.

    >>> one, two = (Body(name="A", party="JP", successor="B"), Body(name="B", party="JP", successor="A"))
    >>> [(body.name, circle) for body, circle in circles_of_successors([one, two])]
    [('B', 'B, A, B')]
    """
    by_name = {body.name: body for body in bodies}
    told: set[str] = set()
    for body in reversed(bodies):
        names, at = [body.name], body.successor
        while at and at in by_name and at not in names:
            names.append(at)
            at = by_name[at].successor
        if at == body.name and not told & set(names):
            told |= set(names)
            yield body, ", ".join((*names, body.name))
