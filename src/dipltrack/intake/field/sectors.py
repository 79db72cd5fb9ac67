"""Which field of policy a promise is of, by the words of it, and of what it stands in."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from dipltrack.intake.rules import Rules

_WEAK = ("politics", "development", "education")
"""Fields that lend their words to others, the weakest first: "political consultations on energy"."""
_LONGEST = 700  # letters of a paragraph that is of one matter
_ASKED = 256  # headings, paragraphs and titles, in which several promises stand
_TITLE = 2  # how often a word counts that stands in the title


def sector_of(
    title: str,
    passage: str,
    paragraph: str,
    headings: Sequence[str],
    document: str | None,
    rules: Rules,
) -> str | None:
    """The field whose words stand most often in what was promised, else in what that stands in.

    That is the nearest heading, then the paragraph and the title of the document. Politics comes
    last, for whoever meets about something meets; where it alone is named only a heading says more.

    >>> from dipltrack.intake.rules import rules_of
    >>> told = "hold consultations on visas"
    >>> sector_of(told, told, told, (), None, rules_of("en"))
    'consular'
    """
    whole = paragraph if len(paragraph) <= _LONGEST else ""
    own = _counted((title,) * (_TITLE - 1) + (passage,), rules)
    around = _around(headings, "" if own[_WEAK[0]] else whole, document, rules)
    for counted in (own, *around):
        best = _best({name: count for name, count in counted.items() if name != _WEAK[0]})
        if best:
            return best
    if own.get(_WEAK[0]):
        return _WEAK[0]
    last = rules.pattern("sectors.politics_last")
    near = (passage, headings[-1] if headings else "", whole)
    if any(last.search(text) or rules.pattern("sectors.politics").search(text) for text in near):
        return _WEAK[0]
    return None


def _around(
    headings: Sequence[str], paragraph: str, document: str | None, rules: Rules
) -> Iterator[dict[str, int]]:
    for heading in reversed(headings):
        yield _counted((heading,), rules)
    if paragraph:
        yield _counted((paragraph,), rules)
        yield _counted((document or "",), rules)


@lru_cache(maxsize=_ASKED)
def _counted(texts: tuple[str, ...], rules: Rules) -> dict[str, int]:
    """How many words of each field stand in the texts; those of politics are no other field's."""
    whole = "\n".join(texts)
    politics = rules.pattern("sectors.politics")
    rest = politics.sub("…", whole)
    counted = {_WEAK[0]: len(politics.findall(whole))}
    for key in rules.tables("sectors"):
        name = key.partition(".")[2]
        if name not in counted and name != "politics_last":
            counted[name] = len(rules.pattern(key).findall(rest))
    return counted


def _best(counted: dict[str, int]) -> str | None:
    """The name that counts most; of two the one that lends its words less."""

    def rank(name: str) -> tuple[int, int]:
        return counted[name], -(1 + _WEAK[::-1].index(name)) if name in _WEAK else 0

    best = max(counted, key=rank, default=None)
    return best if best is not None and counted[best] else None
