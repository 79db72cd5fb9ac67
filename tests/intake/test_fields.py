"""What an officer reads of a proposal besides its title: whose voice, what kind, which sector."""

from datetime import date

import pytest

from dipltrack.intake.clause.anchor import Anchor
from dipltrack.intake.document.communique import Communique, Paragraph
from dipltrack.intake.proposal import Proposal
from dipltrack.intake.proposing import intake_of
from dipltrack.intake.rules import anyone_of, names_in

NAMED = {
    "en": "Japan and Norway",
    "ja": "日・ノルウェー外相会談",
    "fr": "France et Maroc",
    "es": "España y Portugal",
}


def proposal_of(language: str, sentence: str, *, heading: str = "") -> Proposal:
    heads = tuple(Paragraph(text=NAMED[language]) for _ in range(7))
    told = Paragraph(text=sentence, ordinal=1, headings=(heading,) if heading else ())
    communique = Communique(paragraphs=(*heads, told), language=language, title=NAMED[language])
    found = intake_of(communique, Anchor(day=date(2024, 1, 15), language=language)).proposals
    assert found, "nothing was proposed"
    return found[0]


@pytest.mark.parametrize(
    ("language", "sentence", "voice"),
    [
        ("en", "They agreed that Norway will send the draft in May.", "joint"),
        ("en", "Norway, for its part, will make an office available in May.", "NO"),
        ("en", "The Norwegian Minister promised that the Treasury will pay the grant in May.", "NO"),
        ("en", "The next round will be hosted by Norway in May.", "NO"),
        ("en", "An honorary consul of Norway will be appointed in May.", "joint"),
        ("en", "Norway shall second two experts by May.", "NO"),
        ("en", "The Japan Bank and the Norwegian Customs will exchange data in May.", "joint"),
        ("en", "Norway pledged to receive twelve civil servants in May.", "NO"),
        ("fr", "Les frais de séjour seront assumés par le gouvernement marocain.", "MA"),
        ("es", "El Ministro portugués anunció la donación de libros en mayo.", "PT"),
        ("ja", "総理は、支援計画を本年中にまとめると約束しました。", "JP"),
        ("ja", "ノルウェー側は、案を5月までに提出することとなった。", "NO"),
    ],
)  # fmt: skip
def test_the_voice_is_that_of_who_says_it_else_of_who_does_it(
    language: str, sentence: str, voice: str
) -> None:
    assert proposal_of(language, sentence).voice == (voice,)


@pytest.mark.parametrize(
    ("language", "sentence", "kind"),
    [
        ("en", "They agreed to strengthen cooperation in trade.", "continuing"),
        ("en", "Senior officials will develop a plan of action.", "one-off"),
        ("en", "They agreed to draw up a plan for the development of the port.", "one-off"),
        ("en", "They agreed to hold consultations every year.", "recurring"),
        ("ja", "両大臣は、専門家の交流を続けることで一致した。", "continuing"),
        ("ja", "両大臣は、協力を強化するための計画を作ることで一致した。", "one-off"),
        ("fr", "Ils sont convenus de renforcer leur coopération.", "continuing"),
        ("fr", "Ils sont convenus d'ouvrir un centre de coopération.", "one-off"),
    ],
)
def test_what_goes_on_is_told_by_the_verb_of_the_act(
    language: str, sentence: str, kind: str
) -> None:
    assert proposal_of(language, sentence).kind == kind


@pytest.mark.parametrize(
    ("sentence", "heading", "sector"),
    [
        ("They agreed to hold political consultations on visas in May.", "", "consular"),
        ("They agreed to hold political consultations in May.", "", "politics"),
        ("They agreed to hold political consultations in May.", "Energy", "energy"),
        ("They agreed to meet again in May.", "Fisheries", "economy"),
        ("They agreed to cooperate closely on reform of the Security Council.", "", "politics"),
        ("They agreed to exchange hydrological data in May.", "", "environment"),
        ("They agreed to open talks on a social security agreement in May.", "", "economy"),
        ("They agreed to open a consulate in Bergen in May.", "", "consular"),
        ("They agreed to convene the fourth session in due course.", "", None),
    ],
)
def test_the_sector_is_that_of_the_act_then_of_what_it_stands_in(
    sentence: str, heading: str, sector: str | None
) -> None:
    assert proposal_of("en", sentence, heading=heading).sector == sector


@pytest.mark.parametrize(
    "name",
    [
        *("Kazakhstan", "Kyrgyzstan", "Tajikistan", "Turkmenistan", "Uzbekistan", "Mozambique"),
        *("Saudi Arabia", "the Peruvian Government", "the Icelandic side", "the Czech Republic"),
    ],
)
def test_a_country_is_known_by_its_name_and_by_what_is_said_of_it(name: str) -> None:
    found = list(names_in("en", f"It was agreed with {name}."))
    bare = name.removeprefix("the ").removesuffix(" Government").removesuffix(" side")

    assert len(found) == 1
    assert anyone_of("en", tuple(found)).fullmatch(bare)
