"""French words of time: a table of what they mean, beside it what is refused."""

import csv
import unicodedata
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from dipltrack.model.conventions import Conventions
from dipltrack.wording.french import LEXICON
from dipltrack.wording.reading import UnreadTimeError, window_of
from dipltrack.wording.spelling import folded

HERE = Path(__file__).parent
DEFAULTS = Conventions()


def rows_of(name: str) -> list[dict[str, str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    table = [line for line in lines if not line.startswith("# ")]
    return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


READ = rows_of("french.tsv")
REFUSED = rows_of("french-refused.tsv")
assert len(READ) > 150, "the table of readings is gone"
assert len(REFUSED) > 10, "the table of refusals is gone"


def read(row: dict[str, str], text: str) -> list[str]:
    anchor = date.fromisoformat(row["anchor"])
    window = window_of(text, anchor, DEFAULTS, place=row["place"], lang="fr")
    assert window.basis
    return [
        str(value)
        for value in (
            window.class_,
            window.earliest or "",
            window.latest or "",
            window.every or "",
        )
    ]


def expected(row: dict[str, str]) -> list[str]:
    return [row["class"], row["earliest"], row["latest"], row["every"]]


@pytest.mark.parametrize("row", READ, ids=[row["text"] for row in READ])
def test_the_words_mean_these_days(row: dict[str, str]) -> None:
    assert read(row, row["text"]) == expected(row)


@pytest.mark.parametrize("row", READ, ids=[row["text"] for row in READ])
def test_capitals_and_decomposed_accents_change_nothing(row: dict[str, str]) -> None:
    assert read(row, unicodedata.normalize("NFD", row["text"])) == expected(row)
    assert read(row, row["text"].upper()) == expected(row)


@pytest.mark.parametrize("row", READ, ids=[row["text"] for row in READ])
def test_accents_may_be_missing(row: dict[str, str]) -> None:
    if row["text"].startswith("dès ") and row["class"] != "open":
        return  # without its accent it is another word
    assert read(row, folded(row["text"]).replace("ē", "e")) == expected(row)


@pytest.mark.parametrize("row", REFUSED, ids=[row["text"] for row in REFUSED])
def test_what_is_not_understood_is_refused_with_near_readings(row: dict[str, str]) -> None:
    with pytest.raises(UnreadTimeError) as refused:
        window_of(row["text"], date.fromisoformat(row["anchor"]), DEFAULTS, lang="fr")

    assert " | ".join(refused.value.near) == row["near"]


@pytest.mark.parametrize("row", REFUSED, ids=[row["text"] for row in REFUSED])
def test_every_near_reading_is_understood(row: dict[str, str]) -> None:
    for near in filter(None, row["near"].split(" | ")):
        window = window_of(near, date.fromisoformat(row["anchor"]), DEFAULTS, lang="fr")
        assert window.has_day or near == "dès que possible"


def test_no_phrase_is_written_down_twice() -> None:
    assert [phrase for phrase, count in Counter(LEXICON.words).items() if count > 1] == []


def test_names_are_shown_as_they_are_written() -> None:
    words = "en marge de l'Assemblée générale"
    window = window_of(words, date(2018, 3, 14), DEFAULTS, lang="fr")

    assert window.event == "Assemblée générale"


def test_seasons_are_those_of_the_place() -> None:
    found = [
        window_of("au printemps prochain", date(2018, 3, 14), DEFAULTS, place=place, lang="fr")
        for place in ("FR", "MG")
    ]

    assert [window.edtf() for window in found] == [
        "2019-03-01/2019-05-31",
        "2018-09-01/2018-11-30",
    ]


@pytest.mark.parametrize("apostrophe", "'’‘`´ʼ＇")
def test_any_apostrophe_will_do(apostrophe: str) -> None:
    words = f"d{apostrophe}ici à la fin de l{apostrophe}année"

    assert window_of(words, date(2018, 3, 14), DEFAULTS, lang="fr").latest == date(2018, 12, 31)
