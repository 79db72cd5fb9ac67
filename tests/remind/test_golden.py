"""Every rule says exactly what is so on the day before, on and after each border, in any time zone."""

from datetime import time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from dipltrack.model.vocabulary import RuleName
from tests.remind.desks import BORDERS, OF_EACH_RULE, desk_of
from tests.remind.golden import PAGE, page_at


def test_every_rule_has_a_border() -> None:
    assert {rule for _, rule, _ in BORDERS} == set(RuleName)


@pytest.mark.parametrize("at", [time(0, 0, 30), time(23, 59, 30)], ids=["first", "last"])
@pytest.mark.parametrize("zone", ["Pacific/Tongatapu", "Pacific/Pago_Pago"])
def test_the_messages_are_those_of_the_page(
    zone: str, at: time, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIPLTRACK_NOW", "2018-01-01T00:00:00+00:00")
    root = desk_of(tmp_path / "desk", *OF_EACH_RULE, zone=zone)

    page = page_at(root, ZoneInfo(zone), at)

    assert page == PAGE.read_text(encoding="utf-8"), "python -m tests.remind.golden writes it anew"
