"""The day of a document: where it stands alone, behind a place, or beside the signatures."""

from datetime import date

import pytest

from dipltrack.intake.document.reading import communique_of

BODY = {
    "en": "The two Ministers met. They agreed to hold a second round in the spring with the officials.",
    "fr": "Les deux ministres se sont réunis. Ils sont convenus de tenir une réunion avec les experts.",
    "es": "Los dos ministros se reunieron. Acordaron celebrar una reunión con los expertos de las partes.",
}
HEADS = [
    ("fr", "Tunis, 3 et 4 octobre 2018", date(2018, 10, 4)),
    ("fr", "Douzième session ordinaire, N'Djamena, 18 juin 2021", date(2021, 6, 18)),
    ("fr", "Luxembourg, le 1er mars 2022", date(2022, 3, 1)),
    ("es", "Ciudad de Panamá, 20 de septiembre de 2018", date(2018, 9, 20)),
    ("es", "LXX Reunión Ordinaria, San Salvador, 14 de agosto de 2019", date(2019, 8, 14)),
    (
        "es",
        "Kingston, 12 de febrero de 2020. El canciller concluyó hoy su visita.",
        date(2020, 2, 12),
    ),
    ("en", "Fourth session, Port Louis, 3 May 2019", date(2019, 5, 3)),
]
SIGNED = [
    ("fr", "Fait à Rabat, le 12 juin 2015, en deux exemplaires originaux.", date(2015, 6, 12)),
    ("es", "Firmado en Puerto Williams, el 6 de mayo de 2022.", date(2022, 5, 6)),
    ("es", "Suscrito en Quito, el 5 de octubre de 2016, en dos originales.", date(2016, 10, 5)),
]


@pytest.mark.parametrize(("language", "line", "day"), HEADS)
def test_the_day_behind_a_place_is_that_of_the_document(
    language: str, line: str, day: date
) -> None:
    assert communique_of(f"Joint\n{line}\n\n{BODY[language]}\n", language).date == day


@pytest.mark.parametrize(("language", "line", "day"), SIGNED)
def test_the_day_of_the_signing_is_that_of_a_treaty(language: str, line: str, day: date) -> None:
    assert communique_of(f"Accord\n\n{BODY[language]}\n\n{line}\n", language).date == day


def test_a_day_within_a_sentence_is_not_that_of_the_document() -> None:
    text = f"Note\n\nThe treaty of Oslo, which was signed on 3 May 2010, ends. {BODY['en']}\n"

    assert communique_of(text, "en").date is None
