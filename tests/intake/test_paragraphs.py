"""The text of a document into paragraphs: labels as printed, lines joined, what is no text."""

import pytest

from dipltrack.intake.document.communique import Part
from dipltrack.intake.document.paragraphs import paragraphs_of
from dipltrack.intake.rules import rules_of


def labels(text: str, language: str = "en") -> list[str]:
    return [one.label for one in paragraphs_of(text, rules_of(language))]


LABELS = [
    (
        "1. Trade\n(1) One is said.\n(2) Two is said.\n a. Deep is said.\n2. Peace",
        ["1", "1(1)", "1(2)", "1(2)a", "2"],
    ),
    ("ARTICLE IV\nInstitutions\n1. One is said.\n2. Two is said.", ["IV", "IV(1)", "IV(2)"]),
    (
        "Article 5\n5.1 One is said.\n5.2 Two is said.\n(a) Deep is said.",
        ["5", "5.1", "5.2", "5.2(a)"],
    ),
    ("II. TRADE\n1. One is said.\nIII. PEACE\n1. Two is said.", ["II", "II(1)", "III", "III(1)"]),
    ("1. One\n i) First is said.\n ii) Second is said.", ["1", "1i", "1ii"]),
    ("(g) One is said.\n(h) Two is said.\n(i) Three is said.", ["(g)", "(h)", "(i)"]),
    ("1. Trade\n • One is said.\n • Two is said.", ["1", "1", "1"]),
    ("4 Disarmament\n\nThe Ministers met.", ["", ""]),
    ("1 Trade\n\nThey met.\n\n2 Peace\n\nThey met.", ["1", "1", "2", "2"]),
    ("12 December 2019\n\n1. They met.", ["", "1"]),
]


@pytest.mark.parametrize(("text", "expected"), LABELS)
def test_a_paragraph_takes_its_label_as_printed_and_nested(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


ROMANCE = [
    (
        "fr",
        "Article premier\nObjet\nLe comité est créé.\n\nArticle 2\n1. Un est dit.\n2. Deux est dit.",
        ["1", "1", "2", "2(1)", "2(2)"],
    ),
    (
        "fr",
        "ARTICLE 1ER – OBJET\nUn est dit.\nARTICLE 2 – SUIVI\nDeux est dit.",
        ["1", "1", "2", "2"],
    ),
    ("fr", "Art. 5\n1. Un est dit.\n\nArt. 6 – Suivi\nDeux est dit.", ["5", "5(1)", "6", "6"]),
    (
        "fr",
        "I.- Ouverture\n1. Un est dit.\nII.- Clôture\n1. Deux est dit :\na) trois ;\nb) quatre.",
        ["I", "I(1)", "II", "II(1)", "II(1)a", "II(1)b"],
    ),
    ("fr", "I – Un\n1) Un est dit.\nII – Deux\n1) Deux est dit.", ["I", "I(1)", "II", "II(1)"]),
    (
        "fr",
        "Article 3\n1° Un est dit.\n2° Deux est dit :\na) trois ;\nb) quatre.",
        ["3", "3(1)", "3(2)", "3(2)a", "3(2)b"],
    ),
    (
        "fr",
        "Premièrement : ils échangeront leurs listes.\nDeuxièmement : ils se réuniront.",
        ["Premièrement", "Deuxièmement"],
    ),
    ("fr", "Premièrement, ils échangeront leurs listes.", [""]),
    ("fr", "1er mars 2019\n\n1. Un est dit.", ["", "1"]),
    ("es", "Primero.- Uno se dice.\nSegundo.- Dos se dice.", ["Primero", "Segundo"]),
    (
        "es",
        "PRIMERA. OBJETO\nUno se dice.\nSEGUNDA. COMPROMISOS\na) dos;\nb) tres.",
        ["PRIMERA", "PRIMERA", "SEGUNDA", "SEGUNDAa", "SEGUNDAb"],
    ),
    (
        "es",
        "Cláusula tercera\nUno se dice.\nCláusula cuarta\n1. Dos se dice.",
        ["tercera", "cuarta", "cuarta(1)"],
    ),
    (
        "es",
        "CLÁUSULA TERCERA: TAREAS\n3.1 Uno se dice.\n3.2 Dos se dice.",
        ["TERCERA", "3.1", "3.2"],
    ),
    (
        "es",
        "Décima Primera.- Uno se dice.\nDécima Segunda.- Dos.",
        ["Décima Primera", "Décima Segunda"],
    ),
    ("es", "Artículo 4\n1. Uno se dice.\n2. Dos se dice.", ["4", "4(1)", "4(2)"]),
    ("es", "Artículo 1.º Objeto\nUno se dice.\nArt. 2.- Plazo\nDos.", ["1", "1", "2", "2"]),
    ("es", "1.- Uno se dice.\n2.- Dos se dice:\na.- tres;\nb.- cuatro.", ["1", "2", "2a", "2b"]),
    ("es", "1.º Uno se dice.\n2.º Dos se dice.", ["1", "2"]),
    ("es", "12 de noviembre de 2018\n\n1. Uno se dice.", ["", "1"]),
    ("es", "4. Agua\n4.1 Ambas partes lo dicen.\n4.2 Amplían uno.", ["4", "4.1", "4.2"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), ROMANCE)
def test_a_french_or_spanish_paragraph_takes_its_label_too(
    language: str, text: str, expected: list[str]
) -> None:
    assert labels(text, language) == expected


JAPANESE = [
    (
        "１　冒頭\n（１）両者は会った。\n　ア　一つ述べた。\n　イ　二つ述べた。\n２　日本",
        ["1", "1(1)", "1(1)ア", "1(1)イ", "2"],
    ),
    (
        "第一条\n　定義を置く。\n第二条\n１　委員会を置く。\n２　会合する。",
        ["1", "2", "2(1)", "2(2)"],
    ),
    ("一、両者は会った。\n二、両者は別れた。", ["1", "2"]),
    ("① 一つ述べた。\n② 二つ述べた。", ["1", "2"]),
]


@pytest.mark.parametrize(("text", "expected"), JAPANESE)
def test_a_japanese_paragraph_takes_its_label_too(text: str, expected: list[str]) -> None:
    assert labels(text, "ja") == expected


def test_lines_that_were_broken_by_hand_are_joined_and_parted_words_mended() -> None:
    text = (
        "1. The two Ministers, who had not met since the spring of the year be-\n"
        "fore, agreed that officials will meet in Oslo in May to prepare a report\n"
        "on the matter.\n"
        "2. They also agreed that the embassies will be told of every step that is\n"
        "taken in it, as soon as it is taken.\n"
    )

    first, second = paragraphs_of(text, rules_of("en"))

    assert first.text.startswith(
        "The two Ministers, who had not met since the spring of the year before, "
    )
    assert first.text.endswith("a report on the matter.")
    assert (first.label, second.label) == ("1", "2")


def test_headers_feet_and_page_numbers_do_not_get_in_the_way() -> None:
    page = "Joint Committee, eleventh session\n\n{}\n\nPage {} of 3\n\f"
    text = "".join(
        page.format(f"{n}. They agreed on point {n} of the list.", n) for n in (1, 2, 3)
    )

    found = [one.text for one in paragraphs_of(text, rules_of("en"))]

    assert found == [
        "Joint Committee, eleventh session",
        "They agreed on point 1 of the list.",
        "They agreed on point 2 of the list.",
        "They agreed on point 3 of the list.",
    ]


def test_captions_navigation_and_what_only_refers_are_told_apart() -> None:
    text = (
        "Ministry > Press > Releases\n\n[Photo 2: The Ministers, who will dine]\n\n1. They met.\n\n"
        "Back to top\n\n(Reference)\nThe last meeting was in 2015."
    )

    parts = [one.part for one in paragraphs_of(text, rules_of("en"))]

    assert parts == [
        Part.CHROME,
        Part.CAPTION,
        Part.BODY,
        Part.CHROME,
        Part.REFERENCE,
        Part.REFERENCE,
    ]


def test_the_items_of_a_list_know_what_they_hang_on() -> None:
    text = (
        "(2) They agreed to:\n\n a. hold a seminar; and\n b. print the papers.\n\n(3) They left."
    )

    found = paragraphs_of(text, rules_of("en"))

    assert [one.lead for one in found] == ["", "They agreed to:", "They agreed to:", ""]


def test_a_numbered_paragraph_behind_bullets_is_none_of_them() -> None:
    text = (
        "4.1 The coordinators will be responsible for:\n"
        "- proposing a programme;\n"
        "- keeping a list of those taking part.\n"
        "4.2 The coordinators meet each May."
    )

    leads = {one.text: one.lead for one in paragraphs_of(text, rules_of("en"))}

    assert leads["proposing a programme;"] == "The coordinators will be responsible for:"
    assert leads["The coordinators meet each May."] == ""


def test_the_row_of_a_table_is_no_heading() -> None:
    text = "5. Timetable\n| Draft of the glossary | Austria | 30 September 2019 |"

    *_, row = paragraphs_of(text, rules_of("en"))

    assert row.part is Part.BODY
