"""Whatever words stand for a time, they are read or refused: no fault of the program, no hang."""

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given

from dipltrack.model.conventions import Conventions
from dipltrack.wording.day import day_of, day_or_last_of
from dipltrack.wording.edtf import edtf_of, window_of_edtf
from dipltrack.wording.firmness import firmness_of
from dipltrack.wording.reading import window_of
from dipltrack.wording.unread import UnreadTimeError
from tests.fuzz.mutating import mutated
from tests.fuzz.test_fuzz import fuzzed, numbers

CASES = Path(__file__).parents[1] / "wording"
LANGUAGES = {
    "en": "english",
    "ja": "japanese",
    "fr": "french",
    "de": "german",
    "es": "spanish",
    "tr": "turkish",
}
ANCHORS = (date(2017, 12, 28), date(2020, 2, 29), date(1, 1, 1), date(9999, 12, 31))
LONG = {
    "en": ["in the first half of ", "next year ", "3 and ", "by the end of ", "1", "("],
    "ja": ["来年の", "一月下旬", "年内に", "平成", "又は", "第", "二"],
    "fr": ["au début de ", "le 3, ", "d'ici à la fin de "],
    "de": ["Anfang nächsten Jahres ", "und ", "am 3., "],
    "es": ["a principios de ", "el 3, ", "antes de "],
    "tr": ["gelecek yılın ", "ve ", "sonuna kadar "],
}


@cache
def phrases(lang: str) -> list[str]:
    """The phrases that the tables of cases have in a language."""
    lines = (CASES / f"{LANGUAGES[lang]}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[1] for line in lines[1:] if line.count("\t")]


def mixed(chance: random.Random, lang: str) -> str:
    """One or two phrases, their words doubled, left out, in another order, or sprinkled."""
    text = " ".join(chance.choices(phrases(lang), k=chance.randrange(1, 3)))
    gap = " " if " " in text else ""
    words = text.split(" ") if gap else list(text)
    for _ in range(chance.randrange(4)):
        at = chance.randrange(len(words))
        match chance.randrange(3):
            case 0:
                words[at : at + 1] = []
            case 1:
                words.insert(at, chance.choice(words))
            case _:
                chance.shuffle(words)
        words = words or [text]
    text = gap.join(words)
    if chance.random() < 0.4:
        text = mutated(text, chance, 1).decode(errors="replace")
    return text[:500]


def read(text: str, anchor: date, lang: str) -> None:
    """Reads the words in every way; no window ends before it begins."""
    with suppress(UnreadTimeError):
        window = window_of(text, anchor, Conventions(), lang=lang)
        assert not (window.earliest and window.latest and window.earliest > window.latest)
        edtf_of(window)
    firmness_of(text, lang)
    others: tuple[Callable[[], object], ...] = (
        lambda: window_of(text, anchor, Conventions(), lang=None),
        lambda: window_of_edtf(text),
        lambda: day_of(text, anchor),
        lambda: day_or_last_of(text, anchor),
    )
    for other in others:
        with suppress(UnreadTimeError):
            other()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_there_are_phrases(lang: str) -> None:
    assert len(phrases(lang)) > 50


@fuzzed
@given(numbers)
def test_any_words_are_read_or_refused(number: int) -> None:
    chance = random.Random(number)
    lang = chance.choice(sorted(LANGUAGES))

    read(mixed(chance, lang), chance.choice(ANCHORS), lang)


@pytest.mark.parametrize(
    ("lang", "piece"), [(lang, piece) for lang in LONG for piece in LONG[lang]]
)
def test_words_without_end_are_read_or_refused_at_once(lang: str, piece: str) -> None:
    read((piece * 100_000)[:100_000], date(2018, 1, 1), lang)
