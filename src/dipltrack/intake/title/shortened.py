"""A title of one line: cut where a phrase ends, with no broken end."""

import re
from functools import cache

from dipltrack.intake.rules import Rules

LONGEST = 110
"""Letters of a title."""

_LONGEST_QUOTED = 150  # letters of one that ends with a name in quotes
_SHORTEST = 30  # letters that a cut leaves at least
_WHO = 48  # letters of who acts, before what is done; a longer one is left out
_QUOTES = (("“", "”"), ("«", "»"), ("「", "」"), ("(", ")"), ("（", "）"))


def shortened(text: str, rules: Rules) -> str:
    """The text on one line, without what only describes, with a capital first.

    >>> from dipltrack.intake.rules import rules_of
    >>> shortened("convene the session at Budapest, the agenda being sent before", rules_of("en"))
    'Convene the session at Budapest'
    """
    line = " ".join(text.split()).strip(" .,;:。、")
    line = without_trailing(_without_aside(line, rules), rules) or line
    if len(line) > LONGEST:
        line = _within(line, rules)
    line = _closed(without_trailing(line, rules) or line)
    return line[:1].upper() + line[1:]


def without_trailing(text: str, rules: Rules) -> str:
    """The text but for words at its end that ask for more: "…, and within the"."""
    return _trailing(rules).sub("", text)


@cache
def _trailing(rules: Rules) -> re.Pattern[str]:
    words = "|".join(rules.words("titles.trailing")) or "(?!)"
    parted = "" if rules.verb_last else r"(?<![\w-])"
    return re.compile(rf"(?:[\s,;:(、]|{parted}(?:{words})(?![\w-]))+$")


def _without_aside(line: str, rules: Rules) -> str:
    """The line without clauses that only describe what was named."""
    if rules.verb_last:
        return line
    found = rules.shape("titles.aside").search(line, 12)
    return line[: found.start()] if found else line


def _within(line: str, rules: Rules) -> str:
    """The line no longer than a title may be: without who acts, else cut before a phrase."""
    who, colon, act = line.partition(": ")
    if colon and len(who) > _WHO and len(act) >= _SHORTEST:
        line = act
    quoted = _is_within_quotes(line, LONGEST) and len(line) <= _LONGEST_QUOTED
    if len(line) <= LONGEST or quoted:
        return line
    cuts = [
        found.start()
        for found in _phrases(rules).finditer(line)
        if _SHORTEST <= found.start() <= LONGEST and not _is_within_quotes(line, found.start())
    ]
    if cuts:
        return line[: cuts[-1]]
    cut = line[:LONGEST]
    return cut if rules.verb_last else cut.rpartition(" ")[0] or cut


@cache
def _phrases(rules: Rules) -> re.Pattern[str]:
    words = "|".join(rules.words("titles.phrases"))
    return re.compile("、|，" if rules.verb_last else rf"[,;]\s|\s(?:{words})\s", re.IGNORECASE)


def _is_within_quotes(line: str, at: int) -> bool:
    before = line[:at]
    if before.count('"') % 2:
        return True
    return any(before.count(one) > before.count(other) for one, other in _QUOTES)


def _closed(line: str) -> str:
    """The line without a bracket or a quotation that it only opens."""
    for one, other in _QUOTES:
        if line.count(one) > line.count(other):
            line = line[: line.rfind(one)].rstrip(" ,;:")
    if line.count('"') % 2:
        line = line[: line.rfind('"')].rstrip(" ,;:") or line.replace('"', "")
    return line
