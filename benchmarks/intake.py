"""How fast a document is read: a page, a hundred pages, in each language; `make score` beside it.

A page is 3,000 letters, in Japanese 1,200. The pages are those of the documents of the tests, one
after another, as often as are needed. Only the reading is timed, not the start of the program.
"""

import sys
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import process_time

from dipltrack.intake.clause.anchor import Anchor
from dipltrack.intake.document.reading import communique_of
from dipltrack.intake.proposing import intake_of

CORPUS = Path(__file__).parents[1] / "tests/intake/corpus"
PAGE = {"en": 3000, "ja": 1200, "fr": 3000, "es": 3000}
_RUNS = 5


def text_of(language: str, pages: int) -> str:
    """So many pages of the documents of that language."""
    texts = [
        file.with_name(file.name.replace(".gold.toml", ".txt")).read_text(encoding="utf-8")
        for file in sorted(CORPUS.rglob("*.gold.toml"))
        if f'language = "{language}"' in file.read_text(encoding="utf-8")
    ]
    joined = "\n\n".join(islice(cycle(texts), 4 * pages + len(texts)))
    return joined[: PAGE[language] * pages]


def seconds(text: str, language: str, runs: int) -> float:
    """The median of the seconds of the processor in which the text is read."""
    taken = []
    for _ in range(runs):
        begin = process_time()
        communique = communique_of(text, language)
        intake_of(communique, Anchor(day=date(2020, 1, 15), language=language))
        taken.append(process_time() - begin)
    return median(taken)


def main() -> None:
    """Prints a line a language: the first page, a page after it, a hundred pages."""
    for language in PAGE:
        first = seconds(text_of(language, 1), language, 1)
        page = seconds(text_of(language, 1), language, _RUNS)
        hundred = seconds(text_of(language, 100), language, 1)
        sys.stdout.write(
            f"{language}  first page {first * 1000:5.0f} ms   a page {page * 1000:4.0f} ms   "
            f"a hundred pages {hundred:5.2f} s\n"
        )


if __name__ == "__main__":
    main()
