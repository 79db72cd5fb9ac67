"""A title is an act: its verb first, without its time, with who does it where that is not all."""

from datetime import date

import pytest

from dipltrack.intake.clause.anchor import Anchor
from dipltrack.intake.document.communique import Communique, Paragraph
from dipltrack.intake.proposal import Proposal
from dipltrack.intake.proposing import intake_of

NAMED = {
    "en": "Japan and Norway",
    "ja": "日・ノルウェー外相会談",
    "fr": "France et Maroc",
    "es": "España y Chile",
}
CASES = [
    ("en", "They agreed to hold the second round in May.", "Hold the second round"),
    ("en", "The second round will be held in Oslo in May.", "Hold the second round in Oslo"),
    ("en", "The second round will take place in Oslo in May.", "Hold the second round in Oslo"),
    ("en", "A mixed group shall be established by June.", "Establish a mixed group"),
    ("en", "They concurred on strengthening cooperation in trade.", "Strengthen cooperation in trade"),
    ("en", "Norway will send the draft within a month.", "Norway: send the draft"),
    ("en", "They directed their officials to prepare a text by June.", "Prepare a text"),
    ("en", "They undertook to send, within two months, the list of ports.", "Send the list of ports"),
    ("en", "They agreed that the Fourth Session be convened in Oslo in May.", "Convene the Fourth Session in Oslo"),
    ("ja", "両大臣は、来年3月に東京で協議を開くことで一致した。", "東京で協議を開く"),
    ("ja", "両大臣は、大学の2025年の開学を目指すことで一致した。", "大学の開学を目指す"),
    ("fr", "Les parties s'efforceront de conclure l'accord avant la fin de 2025.", "S'efforcer de conclure l'accord"),
    ("fr", "Les deux gouvernements ont confirmé leur intention de conclure l'accord cette année.", "Conclure l'accord"),
    ("fr", "Un accord de principe est intervenu sur l'ouverture d'un lycée à Fès.", "Ouvrir un lycée à Fès"),
    ("fr", "La partie française a précisé que la France enverrait deux experts en avril.", "La France: envoyer deux experts"),
    ("fr", "Le rapport doit être remis aux ministres avant le 1er avril 2024.", "Remettre le rapport aux ministres"),
    ("fr", "Il sera créé un fonds commun pour la recherche.", "Créer un fonds commun pour la recherche"),
    ("fr", "Ils se sont donné rendez-vous à Paris en septembre 2024.", "Se retrouver à Paris"),
    ("fr", "Les ministres ont marqué leur accord pour que la revue soit avancée au mois de mars 2024.", "Avancer la revue"),
    ("fr", "Le ministre a accepté l'invitation de se rendre à Nice au printemps.", "Se rendre à Nice"),
    ("fr", "Les experts ont jusqu'au 31 mars 2024 pour remettre leurs conclusions.", "Remettre leurs conclusions"),
    ("es", "Se realizará un estudio sobre el puerto en 2025.", "Realizar un estudio sobre el puerto"),
    ("es", "Los presidentes encargaron a sus cancilleres que preparen el programa antes de junio.", "Preparar el programa"),
    ("es", "Se dispuso que una comisión técnica delimite la frontera.", "Una comisión técnica: delimitar la frontera"),
    ("es", "Los ministros aprobaron el envío de diez expertos en mayo.", "Enviar diez expertos"),
    ("es", "Los dos gobiernos expresaron su intención de concluir el acuerdo este año.", "Concluir el acuerdo"),
    ("es", "Se encomendó a los directores de aduanas la elaboración de un protocolo.", "Elaborar un protocolo"),
    ("es", "Se dieron cita en Madrid para septiembre de 2024.", "Reunirse en Madrid"),
    ("es", "La fecha límite para presentar proyectos se fijó para el 15 de marzo de 2024.", "Presentar proyectos"),
    ("es", "El canciller invitó a su par a visitar Madrid; la invitación fue aceptada con agrado.", "Visitar Madrid"),
    ("es", "Las partes se reunirán antes del verano.", "Reunirse"),
    ("fr", "La prochaine réunion se tiendra à Rabat en mai 2025.", "Tenir la prochaine réunion à Rabat"),
    ("fr", "Elles ont chargé leurs services de mettre au point un projet d'accord.", "Mettre au point un projet d'accord"),
    ("fr", "Elles sont convenues d'entamer les négociations en mai 2025.", "Entamer les négociations"),
    ("fr", "Une école sera créée à Rabat en mai 2025.", "Créer une école à Rabat"),
    ("es", "En esa ocasión se firmará el acuerdo de visados en mayo de 2025.", "Firmar el acuerdo de visados"),
    ("es", "La próxima reunión tendrá lugar en Lima en mayo de 2025.", "Celebrar la próxima reunión en Lima"),
    ("en", "The guest will be received by the Prime Minister in May.", "The Prime Minister: receive the guest"),
    ("en", "The audit itself will be commissioned by the two sides jointly.", "Commission the audit jointly"),
    ("en", "The list will be drawn up by the two chambers and handed to the Ministers in May.", "The two chambers: draw up the list and hand to the Ministers"),
    ("en", "The Secretariat will be relocated to Bolzano in 2025.", "Relocate the Secretariat to Bolzano"),
    ("en", "An additional officer will be attached to the Headquarters from July.", "Attach an additional officer to the Headquarters"),
    ("en", "The second lane will be ready for lorries in September.", "Have the second lane ready for lorries"),
    ("en", "The third session will be preceded by a meeting of senior officials in March.", "Hold a meeting of senior officials"),
    ("en", "They tasked experts with comparing the laws and reporting back within a year.", "Compare the laws and report back"),
    ("en", "It falls to the two agencies to organise a fair in May.", "Organise a fair"),
    ("en", "They agreed to mutual recognition of driving licences from September.", "Recognise driving licences mutually"),
    ("en", "The Attorneys-General will continue their discussion of the price.", "The Attorneys-General: continue their discussion of the price"),
    ("en", "The Commission shall hold its first meeting in Arica within ninety days of the signature of this Agreement.", "The Commission: hold its first meeting in Arica"),
    ("en", "The fourth session will be convened in Oslo in 2025, the agenda being sent before.", "Convene the fourth session in Oslo"),
    ("en", "They agreed to maintain regular exchanges.", "Maintain regular exchanges"),
    ("en", "Under it every member will name a coordinator by the end of August.", "Every member: name a coordinator"),
    ("en", "The ministers asked the joint commission, which has not sat for long, to meet before the summer.", "Meet"),
    ("en", "They agreed that three Norwegian officers will enter Japanese colleges in 2025.", "Three Norwegian officers: enter Japanese colleges"),
    ("en", "A first round of talks was fixed for the second quarter of 2025.", "Hold a first round of talks"),
    ("en", "There will be a fair in Oslo in autumn.", "Hold a fair in Oslo"),
    ("en", "They agreed to hold an exercise in May, the first of its kind.", "Hold an exercise"),
    ("en", "A second lane at Lesovo was opened. The customs of both countries will staff it from May.", "The customs of both countries: staff a second lane at Lesovo"),
    ("en", "They concurred on a dialogue of officials on cyber matters in May.", "Hold a dialogue of officials on cyber matters"),
    ("en", "They agreed to hold Days of Culture in Hoi An in May.", "Hold Days of Culture in Hoi An"),
    ("fr", "Les frais de séjour seront assumés par le gouvernement marocain.", "Le gouvernement marocain: assumer les frais de séjour"),
    ("fr", "La date exacte sera fixée par la voie diplomatique.", "Fixer la date exacte par la voie diplomatique"),
    ("es", "La sexta reunión tendrá como sede Lima en mayo de 2025.", "Celebrar la sexta reunión en Lima"),
    ("es", "El Participante chileno se hará cargo del alojamiento.", "El Participante chileno: hacerse cargo del alojamiento"),
    ("ja", "第7回合同委員会は、2025年にオスロにおいて開催することで一致した。", "オスロにおいて第7回合同委員会を開催する"),
    ("ja", "両大臣は、昨年新政権が発足したことを受け、来年3月に協議を開くことで一致した。", "協議を開く"),
    ("ja", "両大臣は、詳細を今年の秋までに詰めるよう事務当局に指示した。", "詳細を詰める"),
    ("ja", "次回の会合は、来年3月に東京で行われる。", "東京で次回の会合を行う"),
    ("ja", "ノルウェー首相は総理を同国に招待し、総理はこれを受諾した。", "ノルウェーを訪問する"),
    ("ja", "下水道について、日本側は、来年1月に専門家2名を派遣する。", "下水道について専門家2名を派遣する"),
]  # fmt: skip


def proposals_of(language: str, sentence: str) -> tuple[Proposal, ...]:
    head = tuple(Paragraph(text=NAMED[language]) for _ in range(7))
    communique = Communique(
        paragraphs=(*head, Paragraph(text=sentence, ordinal=1)),
        language=language,
        title=NAMED[language],
    )
    return intake_of(communique, Anchor(day=date(2024, 1, 15), language=language)).proposals


@pytest.mark.parametrize(("language", "sentence", "title"), CASES)
def test_a_title_is_an_act(language: str, sentence: str, title: str) -> None:
    found = proposals_of(language, sentence)

    assert [one.title for one in found] == [title]


@pytest.mark.parametrize(
    ("language", "sentence", "firmness"),
    [
        ("fr", "Elles sont convenues d'entamer les négociations en mai 2025.", "agreement"),
        ("es", "Chile desea abrir una oficina en Madrid.", "endeavour"),
        ("en", "They agreed to hold the second round in May.", "agreement"),
    ],
)
def test_firmness_is_told_in_every_language(language: str, sentence: str, firmness: str) -> None:
    found = proposals_of(language, sentence)

    assert [one.firmness for one in found] == [firmness]


def test_what_a_minister_says_of_his_country_is_the_voice_of_that_country() -> None:
    text = "Le ministre a annoncé que le Maroc enverra deux experts en mai 2025."
    before = tuple(Paragraph(text=NAMED["fr"]) for _ in range(7))
    communique = Communique(
        paragraphs=(*before, Paragraph(text=text, ordinal=1)), language="fr", title=NAMED["fr"]
    )

    (proposal,) = intake_of(communique, Anchor(day=date(2024, 1, 15), language="fr")).proposals

    assert proposal.voice == ("MA",)
