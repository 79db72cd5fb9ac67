"""The words of an act without its time."""

import re

from dipltrack.intake.rules import Rules
from dipltrack.intake.title.shortened import without_trailing
from dipltrack.wording.finding import Found

_VERB = 2  # words of a verb with nothing behind it


def without_time(sentence: str, start: int, end: int, found: Found | None, rules: Rules) -> str:
    """The words from `start` to `end` but for the time, with nothing of it left behind.

    A rhythm that describes a thing stays beside its noun: "an annual seminar".

    >>> from dipltrack.intake.rules import rules_of
    >>> words = "within ninety days of the signature"
    >>> told = f"meet in Arica {words} of this Agreement"
    >>> at = told.index(words)
    >>> time = Found(words=words, start=at, end=at + len(words), windows=())
    >>> without_time(told, 0, len(told), time, rules_of("en"))
    'meet in Arica'
    """
    whole = sentence[start:end].strip()
    if found is None or found.start < start or found.end > end:
        return whole
    before, after = sentence[start : found.start], sentence[found.end : end]
    if rules.pattern("titles.rhythm").fullmatch(found.words) and re.match(r"\s*\w", after):
        return whole
    left = rules.shape("titles.left_of_time").match(after)
    if left:
        after = after[left.end() :]
    if before.rstrip().endswith(",") and after.lstrip().startswith(","):
        return f"{before.rstrip(' ,')} {after.lstrip(' ,')}".strip()
    after = re.sub(r"^\s*(?:and|et|y)(?: \w+){1,2}[.\s]*$", "", after)
    bare = without_trailing(before, rules)
    if bare != before.rstrip() and re.match(r"\s*(?:[,;.:]|$)", after):
        before, after = bare, after.lstrip(" ,;")
    if not after.strip(" .,;"):
        return without_trailing(before, rules)
    article = re.search(r"\b(an?)\s+$", before)
    if article:
        vowel = re.match(r"\s*[aeio]", after) is not None
        before = f"{before[: article.start()]}{'an' if vowel else 'a'} "
    return joined_again(before, after, rules)


def joined_again(before: str, after: str, rules: Rules) -> str:
    """Both in one: a comma that stood behind the time goes where the act goes on; what only describes goes."""
    before, after = before.rstrip(), after.lstrip()
    if not after.startswith(","):
        return f"{before} {after}".strip()
    rest = after.lstrip(" ,")
    if rules.shape("titles.aside").match(f", {rest}"):
        return before
    phrase = re.match(rf"(?:{'|'.join(rules.words('titles.phrases'))})\s", rest, re.IGNORECASE)
    verb_only = len(before.split()) <= _VERB
    return f"{before}{' ' if phrase or verb_only else ', '}{rest}".strip()
