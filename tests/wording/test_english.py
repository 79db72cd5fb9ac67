"""English words of time: a table of what they mean, beside it what is refused."""

import csv
from datetime import date
from pathlib import Path

import pytest

from dipltrack.model.conventions import Conventions
from dipltrack.wording.reading import UnreadTimeError, window_of

HERE = Path(__file__).parent
DEFAULTS = Conventions()


def rows_of(name: str) -> list[dict[str, str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    table = [line for line in lines if not line.startswith("# ")]
    return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


READ = rows_of("english.tsv")
REFUSED = rows_of("english-refused.tsv")
assert len(READ) > 400, "the table of readings is gone"
assert len(REFUSED) > 40, "the table of refusals is gone"


@pytest.mark.parametrize("row", READ, ids=[f"{row['anchor']} {row['text']}" for row in READ])
def test_the_words_mean_these_days(row: dict[str, str]) -> None:
    window = window_of(
        row["text"], date.fromisoformat(row["anchor"]), DEFAULTS, place=row["place"] or None
    )

    found = [window.class_, window.earliest or "", window.latest or "", window.every or ""]
    assert [str(value) for value in found] == [
        row["class"],
        row["earliest"],
        row["latest"],
        row["every"],
    ]


@pytest.mark.parametrize("row", READ, ids=[f"{row['anchor']} {row['text']}" for row in READ])
def test_every_window_says_why(row: dict[str, str]) -> None:
    window = window_of(
        row["text"], date.fromisoformat(row["anchor"]), DEFAULTS, place=row["place"] or None
    )

    assert window.basis
    assert "\n" not in window.basis


@pytest.mark.parametrize("row", REFUSED, ids=[row["text"] for row in REFUSED])
def test_what_is_not_understood_is_refused_with_near_readings(row: dict[str, str]) -> None:
    with pytest.raises(UnreadTimeError) as refused:
        window_of(row["text"], date.fromisoformat(row["anchor"]), DEFAULTS)

    assert " | ".join(refused.value.near) == row["near"]
    assert refused.value.text == row["text"]
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("row", REFUSED, ids=[row["text"] for row in REFUSED])
def test_every_near_reading_is_understood(row: dict[str, str]) -> None:
    for near in row["near"].split(" | ") if row["near"] else []:
        assert window_of(near, date.fromisoformat(row["anchor"]), DEFAULTS).has_day or near == (
            "as soon as possible"
        )
