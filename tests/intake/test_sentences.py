"""Sentence by sentence: what is proposed, and what only looks like a promise; a few paragraphs too.

A line of a file has how many acts the sentence promises, the sentence, and where they are checked the
days or rhythms of the acts, in the words of the sentence: "-" for one that has none.
One that begins with # names the class of those below it.
"""

from datetime import date
from pathlib import Path

import pytest

from dipltrack.intake.clause.anchor import Anchor
from dipltrack.intake.document.communique import Communique, Paragraph
from dipltrack.intake.proposing import intake_of
from dipltrack.model.window import Timing

FOLDER = Path(__file__).parent
TITLES = {
    "en": "Japan and Norway: meeting of the Ministers",
    "en_statement": "Japan and Norway: meeting of the Ministers",
    "en_mou": "Memorandum of Cooperation between Japan and Norway",
    "en_cities": "Memorandum of Understanding between the City of Bergen, Norway, and the City of Nagasaki, Japan",
    "en_notice": "Minister's meeting with the Foreign Minister of Norway",
    "en_minutes": "Agreed minutes of the fifth Japan-Norway Joint Committee",
    "en_times": "Japan and Norway: meeting of the Ministers",
    "en_nothing": "Japan and Norway: meeting of the Ministers",
    "en_hard": "Japan and Norway: meeting of the Ministers",
    "en_paragraphs": "Japan and Norway: meeting of the Ministers",
    "en_treaty": "Agreement between Japan and Norway on Fisheries",
    "en_resolution": "Resolution 12 of the Council of the Nordic-Pacific Organisation",
    "ja": "日・ノルウェー外相会談",
    "fr": "France et Maroc",
    "fr_treaty": "Accord entre le Gouvernement de la France et le Gouvernement du Maroc",
    "es": "España y Chile",
    "es_treaty": "Memorándum de Entendimiento entre España y Chile",
}
CASES = [
    pytest.param((name, *line.split("\t")), id=f"{name}: {line[:60]}")
    for name in TITLES
    for line in (FOLDER / f"sentences_{name}.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
assert len(CASES) > 250, "no sentences found: have the files been renamed?"


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_proposes_as_many_acts_as_it_promises(case: tuple[str, ...]) -> None:
    name, expected, sentence, *times = case
    language = name.partition("_")[0]
    before = tuple(Paragraph(text=TITLES[name]) for _ in range(7))
    communique = Communique(
        paragraphs=(*before, Paragraph(text=sentence, ordinal=1)),
        language=language,
        title=TITLES[name],
    )

    found = intake_of(communique, Anchor(day=date(2024, 1, 15), language=language))

    passages = [proposal.passage for proposal in found.proposals]
    reasons = [(one.passage, one.why) for one in found.left_out]
    assert len(passages) == int(expected), (passages, reasons)
    assert all(" ".join(passage.split()) in sentence for passage in passages)
    if times:
        assert [_stated(one.timing) for one in found.proposals] == times[0].split(" | ")


def _stated(timing: Timing) -> str:
    """The words of a time that has days or comes again; "-" where there is none."""
    window = timing.window
    return timing.stated or "" if window.has_day or window.every is not None else "-"
