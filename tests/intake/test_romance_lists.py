"""Lists of decisions and of tasks in French and Spanish minutes, as they are printed."""

from datetime import date

import pytest

from dipltrack.intake.clause.anchor import Anchor
from dipltrack.intake.document.reading import communique_of
from dipltrack.intake.proposing import intake_of

FRENCH = """PROCÈS-VERBAL du Groupe de travail franco-marocain sur les transports

1. Liaisons aériennes

Après échange de vues, il est convenu ce qui suit :
– porter à vingt le nombre de vols ;
– réunir les deux aviations civiles en juin à Toulouse.

2. Transport routier

La question du cabotage est renvoyée aux experts. Un projet sera préparé par le Maroc (échéance : 31 mars).

3. Plan d'action

a) Partie française : fournir la liste des points de passage
b) Les deux parties : procéder à un essai au port de Tanger
"""
SPANISH = """ACTA de la reunión del Grupo de Trabajo hispano-chileno sobre transporte

1. Transporte aéreo

Tras un intercambio de opiniones, se acuerda lo siguiente:
– elevar a veinte el número de vuelos;
– reunir a las dos autoridades de aviación civil en junio en Málaga.

2. Transporte terrestre

La cuestión del cabotaje se remite a los expertos. Chile preparará un proyecto (plazo: 31 de marzo).

3. Plan de acción

a) Parte española: facilitar la lista de puntos de paso
b) Ambas partes: realizar un ensayo en el puerto de Valparaíso
"""
RESOLUTION = """RESOLUCIÓN del Consejo Centroamericano

RESUELVE:

PRIMERO. Expresar su solidaridad con las comunidades afectadas.

SEGUNDO. Instruir a la Secretaría General para que elabore un diagnóstico.
"""


@pytest.mark.parametrize(("text", "language"), [(FRENCH, "fr"), (SPANISH, "es")])
def test_every_decision_and_every_task_of_the_minutes_is_proposed(
    text: str, language: str
) -> None:
    found = intake_of(
        communique_of(text, language), Anchor(day=date(2024, 1, 15), language=language)
    )

    labels = [one.paragraph.label for one in found.proposals]
    assert labels == ["1", "1", "2", "2", "3a", "3b"]
    due = found.proposals[3].timing
    assert (due.window.earliest, due.window.latest) == (date(2024, 1, 15), date(2024, 3, 31))


def test_what_a_council_only_expresses_is_no_task() -> None:
    found = intake_of(
        communique_of(RESOLUTION, "es"), Anchor(day=date(2024, 1, 15), language="es")
    )

    assert ["Instruir" in one.passage for one in found.proposals] == [True]
