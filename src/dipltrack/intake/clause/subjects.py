"""Who or what a clause is about: somebody who acts, an occasion, an instrument, an outsider."""

import re
from enum import StrEnum
from typing import NamedTuple

from dipltrack.intake.clause.finite import IRREGULAR
from dipltrack.intake.clause.parties import Parties
from dipltrack.intake.rules import Rules


class Who(StrEnum):
    """What sort of subject it is."""

    NOBODY = "nobody"
    OUTSIDER = "outsider"
    PERSON = "person"
    ACTOR = "actor"
    OCCASION = "occasion"
    INSTRUMENT = "instrument"
    NAME = "name"
    THING = "thing"
    NONE = "none"
    BEFORE = "before"


class Subject(NamedTuple):
    """The words of a subject without what stands about them, and its sort."""

    words: str
    head: str
    who: Who


_LEADING = re.compile(
    r"^(?:and|but|so|thus|also|then|therefore|accordingly|further|moreover|finally|both that|"
    r"specifically|in particular|et|mais|y|e|pero|asimismo|además|également)\s+",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(
    r"(?:\s+(?:has|have|had|is|are|was|were|been|also|both|further|then|jointly|each|thus|therefore|ha|han|ont|a|est|sont|se))+$",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(
    r"^(?:which|who|\w+ed)\s+(?:by|in|of|at|on|with|from|to)\b", re.IGNORECASE
)
_FINITE = re.compile(r"\s(?:is|are|was|were|has|have|had)\s.*\b(?:and|but)\s*$", re.IGNORECASE)
"""A verb before the one that is asked about: "The text is agreed and" will be signed."""
_STATE = "remains?|becomes?|stands?|seems?|stays|continues|depends?|needs|lacks?|shows?|accounts?|lies|runs"
_VERB = re.compile(rf"\b(?:is|are|was|were|has|have|had|{_STATE}|{IRREGULAR})\b")
_JOINED = re.compile(r"\s(?:et|y|e)\s+")
_ARTICLE = re.compile(r"(?:(?:le|la|les|el|los|las)\s+|l['’])?", re.IGNORECASE)
_OPERATIVE = re.compile(
    r"[A-Z][a-z]+s (?:the|its|their|that|with|a|an|to)\b.*\band(?: further| also)?"
)
"""What a body that resolves has said before: "Adopts the budget and" requests."""
_OF_OWNER = re.compile(r"^\s*(?:of|de|du|des|d['’]|del|da|do)\b", re.IGNORECASE)


_LANGUAGE = re.compile(r"\s[A-Z][a-z]+(?:ish|ese|ian|ch|ic|i)$")
"""A language, as what a course is of: "a course of Spanish"."""
_OWNER_ARTICLE = re.compile(
    r"(?:de la|de l['’]|du|des|del|de los|de las|de|d['’])\s*", re.IGNORECASE
)
"""What stands before the owner: "le président de la" Banque, "los expertos del" FMI."""
_PLACE = re.compile(r"\s(?:in|at|near|on|off|with|en|à|au|aux|sur|avec|con)\s", re.IGNORECASE)
_CAPITALS = re.compile(r"[A-Z][a-zé]+ and [A-Z][a-zé]+")
"""Two capitals for their governments: "Tokyo and Oslo"."""


_BETWEEN = re.compile(r"\s*(?:between|among|entre)\b", re.IGNORECASE)
_TWO = 2  # parties of a meeting, of which it is known who is none
_ACRONYM = re.compile(r"[A-Z]{2,7}")


def subject_of(text: str, rules: Rules, parties: Parties) -> Subject:
    """The subject in the words before a verb: its head is the noun before the first preposition."""
    words = _core(text, rules)
    if not words:
        return Subject("", "", Who.NONE)
    found = rules.pattern("subjects.prepositions").search(words, 1)
    noun = words[: found.start()].strip() if found else words
    rest = words[found.start() :] if found else ""
    head = noun.split(",")[0].strip() or noun
    who = _who(words, head, rest, rules, parties)
    if who in (Who.THING, Who.NONE, Who.NAME) and rules.pattern("subjects.adverbials").match(
        words
    ):
        return _behind_adverbial(words, rules, parties) or Subject(words, head, who)
    if who in (Who.THING, Who.NAME, Who.OUTSIDER) and _joins_own(words, rules):
        who = Who.ACTOR
    return Subject(words, head, who)


def _joins_own(words: str, rules: Rules) -> bool:
    """True where those of both sides stand beside others: "the federations and the two ministries"."""
    last = re.split(r"\s(?:and|et|y|e)\s", words)[1:]
    return bool(last) and (
        rules.pattern("subjects.of_two").match(last[-1]) is not None
        and rules.pattern("subjects.agents").search(last[-1]) is not None
    )


def _behind_adverbial(words: str, rules: Rules, parties: Parties) -> Subject | None:
    """The subject that no comma parts: "in the autumn of 2017 the Parties", "to that end they"."""
    last = words.rpartition(" ")[2]
    if rules.pattern("subjects.pronouns").fullmatch(last):
        return Subject(last, last, _who(last, last, "", rules, parties))
    starts = [one.start() for one in rules.pattern("subjects.determiners").finditer(words, 1)]
    for start in reversed(starts):
        inner = words[start:]
        found = rules.pattern("subjects.prepositions").search(inner, 1)
        head = inner[: found.start()].strip() if found else inner
        rest = inner[found.start() :] if found else ""
        who = _who(inner, head, rest, rules, parties)
        if who in (Who.ACTOR, Who.PERSON, Who.OCCASION, Who.BEFORE, Who.OUTSIDER):
            return Subject(inner, head, who)
    return None


def _core(text: str, rules: Rules) -> str:
    """The words of the subject itself: not what was put before it, nor into it."""
    if _OPERATIVE.fullmatch(text.rstrip()):
        return ""
    text = _AUXILIARY.sub("", text)
    pieces = [piece.strip() for piece in text.split(",")]
    pieces = [piece for piece in pieces if piece]
    if not pieces:
        return ""
    if text.rstrip().endswith(","):
        kept = [
            piece
            for piece in pieces
            if not rules.pattern("subjects.adverbials").match(piece)
            and not _PARTICIPLE.match(piece)
        ]
        if not kept and not rules.modal:
            return ""  # "Asimismo, capacitará a …": whoever was told of before
        chosen = kept[0] if kept else pieces[-1]
    elif len(pieces) > 1 and re.match(r"(?:and|et|y|e)\b", pieces[-1]):
        told = _VERB.search(", ".join(pieces[:-1])) is not None
        chosen = pieces[-1] if told else ", ".join(pieces)
    else:
        chosen = pieces[-1]
    for name in ("clauses.no_negation", "clauses.no_condition"):
        chosen = rules.pattern(name).sub("", chosen, count=1).strip()
    verb = rules.pattern("subjects.told").search(chosen)
    joined = list(_JOINED.finditer(chosen, verb.end())) if verb else []
    chosen = chosen[joined[-1].end() :] if joined else chosen
    chosen = _AUXILIARY.sub("", _FINITE.sub("", chosen))
    while True:
        shorter = _LEADING.sub("", chosen)
        if shorter == chosen:
            return chosen.strip(" \"“”'’«»")
        chosen = shorter


def _who(words: str, head: str, rest: str, rules: Rules, parties: Parties) -> Who:
    if rules.pattern("clauses.negation").match(words):
        return Who.NOBODY
    if rules.pattern("subjects.thing_pronouns").fullmatch(words):
        return Who.BEFORE
    if rules.pattern("subjects.single_pronouns").fullmatch(words):
        return Who.PERSON
    if rules.pattern("subjects.pronouns").fullmatch(words) or (
        rules.pattern("subjects.pronouns").fullmatch(head)
    ):
        return Who.ACTOR
    if head.lower() in parties.names:
        return Who.ACTOR
    noun_last = rules.language == "en"  # where an adjective follows its noun, any word may be it
    last = _is_told(rules.pattern("subjects.agents"), head, last=noun_last)
    event = _is_told(rules.pattern("subjects.events"), head, last=noun_last)
    codes = parties.codes_in(words)
    owned = parties.codes_in(head)
    outside = _is_told(rules.pattern("subjects.outsiders"), head, last=noun_last) or (
        not codes & parties.met
        and any(
            found.start() < len(head) < found.end()  # "le Conseil de sécurité"
            for found in rules.pattern("subjects.outsiders").finditer(words)
        )
    )
    group = _OF_OWNER.match(rest) and rules.pattern("subjects.groups").search(_owner(rest))
    if group and not codes & parties.met:
        return Who.OUTSIDER
    strange = parties.outsiders_in(head) or (
        parties.outsiders_in(words if last else head + _owner(rest))
        if not codes & parties.met and (last or _OF_OWNER.match(rest))
        else set()
    )
    if head.lower().endswith((" side", " delegation")):
        return Who.ACTOR
    if strange and not parties.codes_in(head) & parties.met:
        return Who.OUTSIDER
    if (
        outside
        and not _is_party(head, parties, noun_last=noun_last)
        and not (parties.codes_in(head) & parties.met and last)
    ):
        return Who.OUTSIDER
    if rules.pattern("subjects.court").search(words):
        return Who.OUTSIDER
    strangers = rules.pattern("subjects.groups").search(head) and last and not codes & parties.met
    if strangers and len(parties.met) == _TWO:
        return Who.OUTSIDER  # "the G7 leaders", where two countries met
    if not noun_last and last and not codes & parties.met and _OF_OWNER.match(rest):
        owner = _OWNER_ARTICLE.sub("", rest.strip(), count=1)
        if rules.pattern("subjects.outsiders").match(owner):
            return Who.OUTSIDER
    foreign = parties.outsiders_in(rest) or rules.pattern("subjects.groups").search(rest)
    if event and _BETWEEN.match(rest) and foreign and not codes & parties.met:
        return Who.OUTSIDER  # "Talks between the Union and MERCOSUR"
    if event and not last:
        away = rules.pattern("subjects.journeys").search(head) and not codes & parties.met - owned
        return Who.OUTSIDER if away and parties.outsiders_in(rest) else Who.OCCASION
    if last:
        return Who.PERSON if _is_person(head, rules) else Who.ACTOR
    if _is_told(rules.pattern("subjects.instruments"), head, last=noun_last):
        return Who.INSTRUMENT
    if _is_person(head, rules):
        return Who.PERSON
    if _is_party(head, parties, noun_last=noun_last):
        return Who.ACTOR
    if re.fullmatch(r"(?:[Tt]he )?[A-Z][A-Z]{1,7}", head) or _CAPITALS.fullmatch(head):
        return Who.ACTOR
    capital = _country_of(head, rules)
    if capital:
        return Who.ACTOR if capital in parties.met or not parties.met else Who.OUTSIDER
    if _is_name(head, rules):
        return Who.NAME
    return Who.ACTOR if _is_of_both(head, rest, rules) else Who.THING


def _owner(rest: str) -> str:
    """What stands behind "of", and no place of it: "of the project in Indonesia" is not Indonesia's."""
    return _LANGUAGE.sub("", _PLACE.split(rest, maxsplit=1)[0])


def _is_of_both(head: str, rest: str, rules: Rules) -> bool:
    """True for those of both sides: "rangers from the two services", "singers of both countries"."""
    of_both = rules.pattern("subjects.of_both").match(rest.strip())
    dead = rules.pattern("subjects.inanimate").search(head)
    return bool(of_both and head.endswith("s") and not dead)


def _country_of(head: str, rules: Rules) -> str:
    """The code of the country whose capital stands for its government: "Rabat enverra"; else nothing."""
    if " " in head or not head[:1].isupper():
        return ""
    begins = head.lower() + ":"
    return next(
        (one[len(begins) :] for one in rules.words("capitals.of") if one.startswith(begins)), ""
    )


def _is_name(head: str, rules: Rules) -> bool:
    """True for a name: of two words and more, or of one behind an article, "the Observatory"."""
    article = re.match(r"(?:the|la|le|el|les|los|las)\s+|l['’]", head, re.IGNORECASE)
    named = head[article.end() :] if article else head
    words = named.split()
    if not words or not named[:1].isupper() or not words[-1][:1].isupper():
        return False
    alone = article is not None and not rules.pattern("subjects.inanimate").search(head)
    return len(words) > 1 or alone or _ACRONYM.fullmatch(named) is not None


def _is_party(head: str, parties: Parties, *, noun_last: bool) -> bool:
    """True for a party by its name: "Norway", and not "Norwegian shipowners", "les armateurs marocains"."""
    for found in parties.anyone.finditer(head):
        if not noun_last and not _ARTICLE.fullmatch(head[: found.start()]):
            continue
        ends = found.end() == len(head) or re.match(r"\s+\w+ed\b", head[found.end() :])
        if ends and found.lastgroup in parties.met:
            return True
    return False


def _is_told(pattern: re.Pattern[str], head: str, *, last: bool) -> bool:
    """True where the last words of the noun are of the group, or any of them."""
    return any(not last or found.end() == len(head) for found in pattern.finditer(head))


def _is_person(head: str, rules: Rules) -> bool:
    """True for a named minister or another person: "Minister Kang", "Mr Kono"."""
    found = rules.pattern("actors.named").search(head)
    return found is not None and head[found.end() :].strip()[:1].isupper()
