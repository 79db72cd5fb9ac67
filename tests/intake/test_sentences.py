"""Sentence by sentence: what is proposed, and what only looks like a promise."""

from datetime import date
from pathlib import Path

import pytest

from dipltrack.intake.communique import Communique, Paragraph
from dipltrack.intake.proposing import intake_of
from dipltrack.intake.times import Anchor

FOLDER = Path(__file__).parent
TITLES = {
    "en": "Japan and Norway: meeting of the Ministers",
    "ja": "日・ノルウェー外相会談",
    "fr": "France et Maroc",
    "es": "España y Chile",
}
CASES = [
    pytest.param(language, line.partition("\t")[2], int(line.partition("\t")[0]), id=line[:60])
    for language in TITLES
    for line in (FOLDER / f"sentences_{language}.tsv").read_text(encoding="utf-8").splitlines()
]
assert len(CASES) > 250, "no sentences found: have the files been renamed?"


@pytest.mark.parametrize(("language", "sentence", "expected"), CASES)
def test_a_sentence_proposes_as_many_acts_as_it_promises(
    language: str, sentence: str, expected: int
) -> None:
    before = tuple(Paragraph(text=TITLES[language]) for _ in range(7))
    communique = Communique(
        paragraphs=(*before, Paragraph(text=sentence, ordinal=1)),
        language=language,
        title=TITLES[language],
    )

    found = intake_of(communique, Anchor(day=date(2024, 1, 15), language=language))

    passages = [proposal.passage for proposal in found.proposals]
    reasons = [(one.passage, one.why) for one in found.left_out]
    assert len(passages) == expected, (passages, reasons)
    assert all(" ".join(passage.split()) in sentence for passage in passages)
