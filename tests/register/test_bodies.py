"""Which body acts on a day, in the place of those that have ended."""

import pytest

from dipltrack.model.settings import Body
from dipltrack.register.bodies import acting_on
from tests.given import day


def body(name: str, until: str | None = None, successor: str | None = None) -> Body:
    """A body of the partner."""
    return Body(name=name, party="TR", until=day(until) if until else None, successor=successor)


BODIES = (
    body("MoE", "2018-07-09", "MoT"),
    body("MoT", "2021-04-21", "MoTrade"),
    body("Gone", "2018-07-09"),
    body("Named", successor="MoT"),
    body("A", "2018-01-01", "B"),
    body("B", "2018-01-01", "A"),
)


@pytest.mark.parametrize(
    ("names", "on", "acting"),
    [
        ((), "2018-07-10", ()),
        (("MoE",), "2018-07-09", ("MoE",)),
        (("MoE",), "2018-07-10", ("MoT",)),
        (("MoE",), "2022-01-01", ("MoTrade",)),
        (("MoE", "MoT"), "2018-07-10", ("MoT",)),
        (("MFA", "MoE"), "2018-07-10", ("MFA", "MoT")),
        (("Gone",), "2020-01-01", ("Gone",)),
        (("Named",), "2020-01-01", ("Named",)),
        (("A",), "2020-01-01", ("B",)),
    ],
)
def test_a_body_that_has_ended_passes_its_items_on(
    names: tuple[str, ...], on: str, acting: tuple[str, ...]
) -> None:
    assert acting_on(BODIES, day(on))(names) == acting
