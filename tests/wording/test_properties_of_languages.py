"""What holds of every reading in the other languages, as test_properties.py has it of English."""

from contextlib import suppress
from datetime import date
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dipltrack.model.conventions import Conventions
from dipltrack.model.window import Window
from dipltrack.wording.edtf import edtf_of, window_of_edtf
from dipltrack.wording.interpret import LANGUAGES
from dipltrack.wording.reading import UnreadTimeError, window_of

ANCHORS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
TIMES = {
    "ja": [
        "2019年",
        "来年",
        "来年度",
        "2019年度",
        "来年前半",
        "2019年第3四半期",
        "6月",
        "2020年6月",
        "6月上旬",
        "来月中旬",
        "来年1月下旬",
        "来春",
        "2019年秋",
        "来週",
        "6月15日",
        "2019年6月15日",
        "6月末",
        "来年初め",
        "年末",
        "令和2年",
        "二〇二〇年三月",
        "6月前半",
    ],
    "fr": [
        "2019 ",
        " l'année prochaine ",
        " le premier semestre 2019 ",
        " le troisième trimestre 2020 ",
        " juin ",
        "\n        juin 2020 ",
        " début juin ",
        " mi-mars ",
        " fin janvier ",
        " le printemps 2019 ",
        " la semaine prochaine ",
        "\n        le 15 juin ",
        " le 15 juin 2019 ",
        " la fin de l'année ",
        " le mois prochain ",
        " début 2020",
    ],
    "es": [
        "2019 ",
        " el próximo año ",
        " el primer semestre de 2019 ",
        " el tercer trimestre de 2020 ",
        " junio ",
        "\n        junio de 2020 ",
        " principios de junio ",
        " mediados de marzo ",
        " finales de enero ",
        " la primavera de 2019 ",
        "\n        la próxima semana ",
        " el 15 de junio ",
        " el 15 de junio de 2019 ",
        " el próximo mes",
    ],
    "de": [
        "2019 ",
        " nächstes Jahr ",
        " dem ersten Halbjahr 2019 ",
        " dem dritten Quartal 2020 ",
        " Juni ",
        " Juni 2020 ",
        "\n        Anfang Juni ",
        " Mitte März ",
        " Ende Januar ",
        " dem Frühjahr 2019 ",
        " nächste Woche ",
        " dem 15. Juni ",
        "\n        15. Juni 2019 ",
        " Ende des Jahres ",
        " Anfang 2020",
    ],
    "tr": [
        "2019 yılı ",
        " gelecek yıl ",
        " 2019 yılının ilk yarısı ",
        " 2020 yılının üçüncü çeyreği ",
        " Haziran ayı ",
        "\n        Haziran 2020 ",
        " Haziran başı ",
        " Mart ortası ",
        " Ocak sonu ",
        " 2019 ilkbaharı ",
        " gelecek hafta ",
        "\n        15 Haziran ",
        " 15 Haziran 2019 ",
        " yıl sonu ",
        " gelecek ay",
    ],
}
SAID = {
    "ja": [
        "{}",
        "{}に",
        "{}までに",
        "{}以降",
        "{}から",
        "{}頃",
        "{}中に",
        "遅くとも{}までに",
        "早ければ{}にも",
        "{}に東京で会合を開催する",
    ],
    "fr": [
        "{}",
        "d'ici {}",
        "avant {}",
        "au plus tard {}",
        "jusqu'à {}",
        "se réunir {} à Paris",
        "vers {}",
    ],
    "es": [
        "{}",
        "hasta {}",
        "antes de {}",
        "a más tardar {}",
        "para {}",
        "reunirse en {} en Madrid",
    ],
    "de": [
        "{}",
        "bis {}",
        "vor {}",
        "spätestens {}",
        "im {}",
        "ein Treffen in {} in Berlin",
        "etwa {}",
    ],
    "tr": ["{}", "{} içinde", "{} itibarıyla", "en geç {}", "{} Ankara'da görüşme"],
}
BY = {"ja": "{}までに", "fr": "d'ici {}", "es": "hasta {}", "de": "bis {}", "tr": "en geç {}"}
MODULES = {"ja": "japanese", "fr": "french", "es": "spanish", "de": "german", "tr": "turkish"}

assert {*TIMES, "en"} == set(LANGUAGES), "a language has no times that are tried"

LANGS = st.sampled_from(sorted(TIMES))
PHRASES = LANGS.flatmap(
    lambda lang: st.tuples(
        st.just(lang), st.sampled_from(SAID[lang]), st.sampled_from(TIMES[lang])
    )
)


def read(text: str, anchor: date, lang: str) -> Window | None:
    try:
        return window_of(text, anchor, Conventions(), place="JP", lang=lang)
    except UnreadTimeError:
        return None


@pytest.mark.parametrize("lang", sorted(TIMES))
def test_each_time_is_read_by_itself_so_that_what_is_tried_below_is_not_empty(lang: str) -> None:
    windows = [read(time.strip(), date(2018, 3, 14), lang) for time in TIMES[lang]]

    assert all(window is not None and window.latest for window in windows)


@given(PHRASES, ANCHORS)
def test_no_window_ends_before_it_begins(phrase: tuple[str, str, str], anchor: date) -> None:
    lang, said, time = phrase
    window = read(said.format(time.strip()), anchor, lang)

    if window and window.earliest and window.latest:
        assert window.earliest <= window.latest


@given(PHRASES, ANCHORS)
def test_by_a_time_ends_where_the_time_ends(phrase: tuple[str, str, str], anchor: date) -> None:
    lang, _, time = phrase
    plain, by = read(time.strip(), anchor, lang), read(BY[lang].format(time.strip()), anchor, lang)

    if by is not None:
        assert plain is not None
        assert by.latest == plain.latest


@given(PHRASES, ANCHORS)
def test_the_form_of_the_letters_changes_nothing(
    phrase: tuple[str, str, str], anchor: date
) -> None:
    lang, said, time = phrase
    text = said.format(time.strip())
    large = text.replace("i", "İ") if lang == "tr" else text

    for same in (
        large.upper(),
        text.replace(" ", "\u00a0"),
        text.translate(WIDE),
        f"\u200f{text}",
    ):
        assert read(same, anchor, lang) == read(text, anchor, lang)


@given(PHRASES, ANCHORS)
def test_the_window_as_edtf_is_the_same_days(phrase: tuple[str, str, str], anchor: date) -> None:
    lang, said, time = phrase
    window = read(said.format(time.strip()), anchor, lang)

    if window is not None:
        again = window_of_edtf(edtf_of(window))
        assert again is not None
        assert (again.earliest, again.latest) == (window.earliest, window.latest)


@pytest.mark.parametrize("lang", sorted(set(MODULES) - {"ja"}))
@given(data=st.data(), anchor=ANCHORS)
def test_any_words_of_time_read_or_are_refused(
    lang: str, data: st.DataObject, anchor: date
) -> None:
    package = MODULES[lang]
    home = "german.lexicon" if lang == "de" else package
    lexicon = import_module(f"dipltrack.wording.{home}").LEXICON
    words = st.sampled_from([*lexicon.words[::7], "2019", "3", "15", "-", ",", ".", "(", "ankara"])
    text = " ".join(data.draw(st.lists(words, max_size=10)))

    with suppress(UnreadTimeError):
        window = window_of(text[:300], anchor, Conventions(), lang=lang)
        assert not (window.earliest and window.latest) or window.earliest <= window.latest
