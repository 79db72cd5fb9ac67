"""The base form of an English verb: of a participle, a gerund, a third person."""

import re
from collections.abc import Mapping
from functools import cache

from dipltrack.intake.rules import Rules

_SILENT = re.compile(
    r"(?:[^aeiou]l(?<![lr]l)|[cvzu]|[^s]s(?<!cus)|rg|dg|[aei]ng(?<!belong)|"
    r"[^aeo]at|[^aeiou]ut|cit|quit|nit|vit(?<!visit)|ot(?<!oot)|let|"
    r"[^aeo]in(?<!begin)|(?<!t)ven|(?<![io])on(?<!ston)(?<!mon)(?<!son)|[^ae]ir|(?:^|[^v])(?:st|pl)or|[^o]ur|[^e]ar|"
    r"[^ae]id|[^o]ud|[^eo]ad|ed(?<!eed)|od|[^ae]ul|[^aeo]il|[^ae]im|[^e]am|um|lcom|[^i]ap|yp|[aeiou]k(?<![eo][ao]k)(?<!ook))$"
)
"""A stem that ends in a silent e: "relocat", "combin", "schedul"."""
_FEWEST = 4


def base_of_participle(word: str, rules: Rules) -> str:
    """The base form of a past participle; empty where the word is none.

    What is no act that the rules know is made from its ending.

    >>> from dipltrack.intake.rules import rules_of
    >>> [base_of_participle(one, rules_of("en")) for one in ("held", "relocated", "attached", "blue")]
    ['hold', 'relocate', 'attach', '']
    >>> [base_of_participle(one, rules_of("en")) for one in ("combined", "repaid", "carried out")]
    ['combine', 'repay', 'carry out']
    """
    word = word.lower()
    known = _participles(rules).get(word)
    if known:
        return known
    if word.startswith("re") and word[2:] in _participles(rules):
        return f"re{_participles(rules)[word[2:]]}"
    first, _, particle = word.partition(" ")
    if particle:
        base = base_of_participle(first, rules)
        return f"{base} {particle}" if base else ""
    if not word.endswith("ed") or len(word) < _FEWEST + 1:
        return ""
    return _from_stem(word[:-2])


def base_of_gerund(word: str, rules: Rules) -> str:
    """The base form of the gerund of an act that is known, or of a noun that tells a doing; or nothing.

    >>> from dipltrack.intake.rules import rules_of
    >>> base_of_gerund("holding", rules_of("en")), base_of_gerund("launch", rules_of("en"))
    ('hold', 'launch')
    """
    return _nouns(rules).get(word.lower(), "")


def base_of_any_gerund(word: str, rules: Rules) -> str:
    """The base form of a gerund, also of one that is no act that the rules know.

    >>> from dipltrack.intake.rules import rules_of
    >>> base_of_any_gerund("comparing", rules_of("en")), base_of_any_gerund("setting", rules_of("en"))
    ('compare', 'set')
    """
    return base_of_gerund(word, rules) or _from_stem(word.lower().removesuffix("ing"))


def base_of_present(word: str, rules: Rules) -> str:
    """The base form of a third person: "arrives" is "arrive"; empty where the word is none.

    >>> from dipltrack.intake.rules import rules_of
    >>> [base_of_present(one, rules_of("en")) for one in ("arrives", "pays", "goes", "supplies", "this")]
    ['arrive', 'pay', 'go', 'supply', '']
    """
    word = word.lower()
    if word.endswith("ies"):
        return word[:-3] + "y"
    if re.search(r"(?:sh|ch|x|zz|ss|o)es$", word):
        return word[:-2]
    if re.search(r"[^siu]s$", word) and len(word) >= _FEWEST:
        return word[:-1]
    return ""


def _from_stem(stem: str) -> str:
    if stem.endswith("i"):
        return stem[:-1] + "y"
    doubled = re.search(r"([bdgmnprt])\1$|(?:ab|av|anc|od|ann|ign|iti)[ae]ll$", stem)
    if doubled:
        return stem[:-1]
    return stem + "e" if _SILENT.search(stem) else stem


@cache
def _participles(rules: Rules) -> Mapping[str, str]:
    """The base form of each participle of an act that is known."""
    found: dict[str, str] = {}
    if rules.modal:
        for entry in rules.words("titles.participles"):
            participle, _, base = entry.partition(":")
            found[participle] = base
    for entry in rules.words("actions.verbs"):
        base, _, participle = entry.partition(":")
        if participle:
            found[participle] = base
        elif " " not in base:
            found.setdefault(_with_ending(base, "ed"), base)
            found.setdefault(base + base[-1] + "ed", base)
    return found


@cache
def _nouns(rules: Rules) -> Mapping[str, str]:
    """The verb of each noun of doing, and of each gerund."""
    found: dict[str, str] = {}
    for entry in rules.words("actions.verbs"):
        base = entry.partition(":")[0]
        if " " not in base and rules.language == "en":
            found.setdefault(_with_ending(base, "ing"), base)
            found.setdefault(base + base[-1] + "ing", base)
    for entry in rules.words("titles.nouns"):
        noun, _, base = entry.partition(":")
        found[noun] = base
    return found


def _with_ending(base: str, ending: str) -> str:
    if base.endswith("e") and not base.endswith("ee"):
        return base[:-1] + ending
    if base.endswith("y") and base[-2] not in "aeiou" and ending == "ed":
        return base[:-1] + "ied"
    return base + ending
