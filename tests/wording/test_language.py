"""The language of words of time, where nobody has said it."""

import csv
from datetime import date
from pathlib import Path

import pytest

from dipltrack.model.conventions import Conventions
from dipltrack.wording.language import language_of
from dipltrack.wording.near import near_in
from dipltrack.wording.reading import UnreadTimeError, readings_of, window_of
from dipltrack.wording.unread import EXAMPLES

HERE = Path(__file__).parent
ANCHOR = date(2018, 3, 14)
DEFAULTS = Conventions()


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("ja", "来年1月下旬"),
        ("ja", "できるだけ早期に"),
        ("fr", "d'ici à la fin de l’année"),
        ("fr", "mi-mai"),
        ("fr", "LE PLUS VITE POSSIBLE"),
        ("fr", "au 2e trimestre 2019"),
        ("es", "a finales de marzo"),
        ("es", "proximamente"),
        ("es", "en los próximos tres años"),
        ("de", "Mai 2019"),
        ("de", "bis Ende nächsten Jahres"),
        ("de", "im ersten Halbjahr 2019"),
        ("tr", "14 Aralık'ta"),
        ("tr", "EN KISA SÜREDE"),
        ("tr", "yıl sonuna kadar"),
        ("tr", "Haziranda"),
        ("en", "late January next year"),
        ("en", "in August 2019"),
        ("en", "2018"),
        ("en", "в мае"),
        ("en", ""),
    ],
)
def test_the_language_is_told_by_script_letters_and_words(lang: str, words: str) -> None:
    assert language_of(words) == lang


@pytest.mark.parametrize(
    ("lang", "table", "share"),
    [
        ("en", "english", 0.99),
        ("fr", "french", 0.98),
        ("es", "spanish", 0.97),
        ("de", "german", 0.97),
        ("tr", "turkish", 0.98),
    ],
)
def test_nearly_every_case_of_a_table_is_known_for_its_language(
    lang: str, table: str, share: float
) -> None:
    lines = (HERE / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(
        [line for line in lines if not line.startswith("# ")],
        delimiter="\t",
        quoting=csv.QUOTE_NONE,
    )
    found = [language_of(row["text"]) == lang for row in rows]

    assert len(found) > 100
    assert sum(found) / len(found) >= share


@pytest.mark.parametrize("lang", ["", None])
def test_words_in_no_named_language_are_read_in_their_own(lang: str | None) -> None:
    assert window_of("fin mars", ANCHOR, DEFAULTS, lang=lang).edtf() == "2018-03-21/2018-03-31"
    assert window_of("en mayo", ANCHOR, DEFAULTS, lang=lang).earliest == date(2018, 5, 1)
    assert readings_of("late March", ANCHOR, DEFAULTS, lang=lang)[0].latest == date(2018, 3, 31)


def test_a_refusal_in_no_named_language_is_in_the_one_that_was_detected() -> None:
    with pytest.raises(UnreadTimeError) as refused:
        window_of("d'ici là", ANCHOR, DEFAULTS, lang="")

    assert refused.value.near[0] == "fin janvier"


def test_near_readings_in_a_language_without_examples_of_its_own_stay() -> None:
    assert near_in("xx", EXAMPLES) == EXAMPLES
    assert near_in("en", ("30 June 2019",)) == ("30 June 2019",)
    assert near_in("es", ("en mayo", "June 2019")) == ("en mayo", "2019-06")
