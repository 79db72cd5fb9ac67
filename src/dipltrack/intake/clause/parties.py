"""Who met, by the names in a document; and whether a subject is one of them or an outsider."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from msgspec import Struct

from dipltrack.intake.document.communique import Communique, Part
from dipltrack.intake.rules import Rules, anyone_of, names_in

_HEAD = 3  # paragraphs of the body in which the parties are named
_FIRST_NUMBER = 3
_NUMBERS = (
    *("three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_NO_PLACE = re.compile(r"\b(?:in|at|from|to|near|visiting|left|via)\s+(?:the\s+)?$", re.IGNORECASE)


_NAME = 50  # letters of a party's name before "side"
_ASKED = 512  # texts of a sentence or two, of which the same is asked more than once


@lru_cache(maxsize=_ASKED)
def _codes(anyone: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(found.lastgroup or "" for found in anyone.finditer(text))


class Parties(Struct, frozen=True):
    """The codes of those that met, of all that the document names; cities and others that met by name."""

    met: frozenset[str]
    patterns: Mapping[str, re.Pattern[str]]
    anyone: re.Pattern[str]
    names: frozenset[str] = frozenset()

    def codes_in(self, text: str) -> set[str]:
        """The codes of the countries and organisations of the document that the text names."""
        return set(_codes(self.anyone, text))

    def acting_in(self, text: str) -> set[str]:
        """Those that did not meet and are named otherwise than as a place: not "in Asunción, Paraguay"."""
        if not self.met:
            return set()
        return {
            found.lastgroup or ""
            for found in self.anyone.finditer(text)
            if found.lastgroup not in self.met
            and not _NO_PLACE.search(text[: found.start()])
            and not text[: found.start()].endswith(", ")
        }

    def outsiders_in(self, text: str) -> set[str]:
        """Those of them that did not meet; none where it is not known who met."""
        if not self.met:
            return set()
        return self.codes_in(text) - self.met


def parties_of(communique: Communique, rules: Rules) -> Parties:
    """Who met: the names in the title and in the first paragraphs of the body, but for places.

    A document of one paragraph names them there. Too many is better than too few: an outsider
    that is taken for a party only is not left out.
    """
    whole = "\n".join(one.text for one in communique.paragraphs)
    names = names_in(rules.language, whole)
    named = frozenset(names)
    met: set[str] = set()
    for text in _heads(communique):
        met |= {code for code in named if _is_named(names[code], text, rules)}
        if len(met) >= 2 and text is not communique.title:
            break
    if len(met) < 2:
        met |= {code for code in named if len(names[code].findall(whole)) >= 4}
    beside = _beside_sides(whole, rules)
    met |= {code for code in named if _has_side(names[code], beside, rules)}
    if len(met) == 1:
        met |= _promising(names, whole, met, rules)
    if rules.language == "ja" and "JP" in named:
        met.add("JP")
    if len(met) < _number_of_parties(communique, rules) or _many_met(communique, names, rules):
        met = set()  # more met than are named at the beginning: nobody is known to be an outsider
    return Parties(
        frozenset(met),
        names,
        anyone_of(rules.language, tuple(names)),
        _named_parties(communique, rules),
    )


def _named_parties(communique: Communique, rules: Rules) -> frozenset[str]:
    """Cities and others whose names the heading has, in small letters: "the City of Bergen"."""
    named = rules.shape("frames.bodies_of")
    return frozenset(
        found["name"].lower() for text in _heads(communique) for found in named.finditer(text)
    )


def _beside_sides(whole: str, rules: Rules) -> str:
    """What stands before the words for a side, where the language has them behind its name; else all."""
    if not rules.words("frames.side_words"):
        return whole
    found = rules.pattern("frames.side_words").finditer(whole)
    return "\n".join(whole[max(0, one.start() - _NAME) : one.end()] for one in found)


def _has_side(pattern: re.Pattern[str], whole: str, rules: Rules) -> bool:
    """True for whom the document calls a side: "the EU side", "la partie malgache", チェコ側."""
    for side in rules.words("frames.sides"):
        if re.search(side.replace("{party}", pattern.pattern), whole, re.IGNORECASE):
            return True
    return False


def _promising(
    names: Mapping[str, re.Pattern[str]], whole: str, met: set[str], rules: Rules
) -> set[str]:
    """Whose minister met the only one that is named: who says most often what it will do, or nobody."""
    promises = rules.shape("frames.promising")
    counted = {
        code: sum(
            promises.match(whole, found.end()) is not None for found in names[code].finditer(whole)
        )
        for code in names
        if code not in met
    }
    most = max(counted.values(), default=0)
    found = {code for code, number in counted.items() if number == most and most}
    return found if len(found) == 1 else set()


def _many_met(communique: Communique, names: Mapping[str, re.Pattern[str]], rules: Rules) -> bool:
    """True for the paper of a summit or a council whose title names none of its members."""
    title = communique.title or ""
    return rules.pattern("frames.many_met").search(title) is not None and not any(
        pattern.search(title) for pattern in names.values()
    )


def _number_of_parties(communique: Communique, rules: Rules) -> int:
    """How many met, where the beginning says so: "Ministers of the six countries"; else 0."""
    for text in list(_heads(communique))[: _HEAD * 2]:
        found = rules.pattern("frames.many").search(text)
        if found:
            number = found["number"].lower()
            return int(number) if number.isdecimal() else _NUMBERS.index(number) + _FIRST_NUMBER
    return 0


def _heads(communique: Communique) -> Iterable[str]:
    if communique.title:
        yield communique.title
    body = [
        one.text
        for one in communique.paragraphs
        if one.part in (Part.BODY, Part.HEADING, Part.PREAMBLE)
    ]
    yield from body[: _HEAD * 2]


def _is_named(pattern: re.Pattern[str], text: str, rules: Rules) -> bool:
    if rules.verb_last:
        return pattern.search(text) is not None
    return any(not _NO_PLACE.search(text[: found.start()]) for found in pattern.finditer(text))
